/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reader's locks, tried from inside: each case locks a process of its own and then does what a
 * reader that was taken over would like to do. */

#include "config.h"

#include "wijk-sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *own_file; /* in the test's own folder: a user's file, as far as the lock knows */

static gboolean
reads (const char *path)
{
  return open (path, O_RDONLY | O_CLOEXEC) >= 0;
}

static gboolean
lists (const char *path)
{
  return opendir (path) != NULL;
}

static gboolean
writes (const char *path)
{
  return open (path, O_WRONLY | O_CLOEXEC) >= 0 || open (path, O_RDWR | O_CLOEXEC) >= 0 ||
         open (path, O_RDONLY | O_TRUNC | O_CLOEXEC) >= 0;
}

static gboolean
creates (const char *path)
{
  g_autofree char *other = g_strconcat (path, ".new", NULL);

  return open (other, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0 || mkdir (other, 0700) == 0 ||
         symlink (path, other) == 0 || link (path, other) == 0;
}

static gboolean
removes (const char *path)
{
  return unlink (path) == 0 || rename (path, "/tmp/elsewhere") == 0 || truncate (path, 0) == 0 ||
         chmod (path, 0777) == 0;
}

static gboolean
connects (const char *unused)
{
  return socket (AF_INET, SOCK_STREAM, 0) >= 0 || socket (AF_UNIX, SOCK_STREAM, 0) >= 0 ||
         socket (AF_NETLINK, SOCK_RAW, 0) >= 0;
}

static gboolean
starts_program (const char *unused)
{
  char *arguments[] = { (char *) "true", NULL };
  char *environment[] = { NULL };

  return fork () >= 0 || vfork () >= 0 || execve ("/bin/true", arguments, environment) == 0;
}

static gboolean
signals_others (const char *unused)
{
  return kill (getppid (), 0) == 0 || syscall (SYS_tgkill, getppid (), getppid (), 0) == 0 ||
         ptrace (PTRACE_ATTACH, getppid (), NULL, NULL) == 0;
}

static gboolean
makes_code (const char *unused)
{
  void *memory = mmap (NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

  return memory == MAP_FAILED || mprotect (memory, 4096, PROT_READ | PROT_EXEC) == 0 ||
         mmap (NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

static gboolean
lifts_limits (const char *unused)
{
  struct rlimit limit = { 0, 0 };

  return setrlimit (RLIMIT_NOFILE, &limit) == 0;
}

static gboolean
reads_limits (const char *unused)
{
  struct rlimit limit;

  return getrlimit (RLIMIT_NOFILE, &limit) == 0 && limit.rlim_max == 64 &&
         getrlimit (RLIMIT_CORE, &limit) == 0 && limit.rlim_max == 0;
}

static gboolean
takes_two_gigabytes (const char *unused)
{
  return mmap (NULL, 2048ul * 1024 * 1024, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
         MAP_FAILED;
}

static gboolean
takes_much_memory (const char *unused)
{
  return mmap (NULL, 64ul * 1024 * 1024, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
         MAP_FAILED;
}

static gboolean
aborts (const char *unused)
{
  signal (SIGABRT, SIG_DFL);
  abort ();
}

/* A kernel without Landlock: as if its calls did not exist. */
static void
hide_landlock (void)
{
  struct sock_filter program[] = {
    BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, nr)),
    BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, SYS_landlock_create_ruleset, 0, 1),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
    BPF_STMT (BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog filter = { G_N_ELEMENTS (program), program };

  g_assert_cmpint (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), ==, 0);
  g_assert_cmpint (prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0), ==, 0);
}

/* Gives what @attempt returned in a locked process; 250: could not lock; otherwise 128 and more:
 * ended by a signal. */
static int
try_locked (gboolean (*attempt) (const char *), const char *argument, gboolean without_landlock)
{
  const pid_t pid = fork ();
  int status;

  if (pid == 0)
    {
      if (without_landlock)
        hide_landlock ();
      if (!wijk_sandbox_enter ())
        _exit (250);
      _exit (attempt (argument) ? 1 : 0);
    }

  g_assert_cmpint (pid, >, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

static gboolean
has_landlock (void)
{
  return syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

static void
test_what_is_barred (void)
{
  const struct
  {
    const char *name;
    gboolean (*attempt) (const char *);
    const char *argument;
  } cases[] = {
    { "writes", writes, own_file },
    { "writes shared data", writes, "/usr/share" },
    { "creates", creates, own_file },
    { "removes", removes, own_file },
    { "connects", connects, NULL },
    { "starts a program", starts_program, NULL },
    { "signals others", signals_others, NULL },
    { "makes code", makes_code, NULL },
    { "lifts limits", lifts_limits, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int without_landlock = 0; without_landlock < 2; without_landlock++)
      {
        g_test_message ("%s, %s Landlock", cases[i].name, without_landlock ? "without" : "with");
        g_assert_cmpint (try_locked (cases[i].attempt, cases[i].argument, without_landlock), ==, 0);
      }
  g_assert_true (g_file_test (own_file, G_FILE_TEST_EXISTS));
}

static void
test_what_is_left (void)
{
  g_assert_cmpint (try_locked (lists, "/usr/share", FALSE), ==, 1);
  g_assert_cmpint (try_locked (lists, "/usr/share", TRUE), ==, 1);
  g_assert_cmpint (try_locked (reads, "/usr/bin/env", FALSE), ==, 1);
  g_assert_cmpint (try_locked (reads_limits, NULL, FALSE), ==, 1);
  g_assert_cmpint (try_locked (takes_much_memory, NULL, FALSE), ==, 1);
  g_assert_cmpint (try_locked (aborts, NULL, FALSE), ==, 128 + SIGABRT);
}

static void
test_files_of_the_user (void)
{
  if (!has_landlock ())
    {
      g_test_skip ("this kernel has no Landlock");
      return;
    }

  g_assert_cmpint (try_locked (reads, own_file, FALSE), ==, 0);
  g_assert_cmpint (try_locked (lists, g_get_home_dir (), FALSE), ==, 0);
  g_assert_cmpint (try_locked (reads, "/etc/passwd", FALSE), ==, 0);
  g_assert_cmpint (try_locked (reads, "/proc/self/environ", FALSE), ==, 0);
}

static void
test_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the sanitizer needs the address space");
#else
  g_assert_cmpint (try_locked (takes_two_gigabytes, NULL, FALSE), ==, 0);
#endif
}

/* Each attempt can succeed: what the lock bars, an open process may do. */
static void
test_attempts_are_real (void)
{
  g_assert_true (reads (own_file));
  g_assert_true (lists (g_get_home_dir ()));
  g_assert_true (writes (own_file));
  g_assert_true (creates (own_file));
  g_assert_true (connects (NULL));
  g_assert_true (takes_two_gigabytes (NULL));
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (close (g_file_open_tmp ("sandbox-XXXXXX", &path, NULL)), ==, 0);
  own_file = path;

  g_test_add_func ("/reader/sandbox/barred", test_what_is_barred);
  g_test_add_func ("/reader/sandbox/left", test_what_is_left);
  g_test_add_func ("/reader/sandbox/files-of-the-user", test_files_of_the_user);
  g_test_add_func ("/reader/sandbox/memory", test_memory);
  g_test_add_func ("/reader/sandbox/attempts-are-real", test_attempts_are_real);

  return g_test_run ();
}
