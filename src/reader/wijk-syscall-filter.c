/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-syscall-filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define THIS_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define THIS_ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define THIS_ARCH AUDIT_ARCH_RISCV64
#else
#error "the system call filter does not know this kind of machine yet"
#endif

/* The low half of a 64-bit argument; all of these machines store it first. */
G_STATIC_ASSERT (G_BYTE_ORDER == G_LITTLE_ENDIAN);
#define ARGUMENT(n) ((guint32) (offsetof (struct seccomp_data, args) + 8 * (n)))

#define MAY_NOT (SECCOMP_RET_ERRNO | EPERM)

/* Calls that are harmless whatever their arguments. */
static const guint32 plain_calls[] = {
  /* memory */
  SYS_brk,
  SYS_munmap,
  SYS_mremap,
  SYS_madvise,
  /* reading what Landlock leaves to be read */
  SYS_read,
  SYS_readv,
  SYS_pread64,
  SYS_lseek,
  SYS_close,
  SYS_fstat,
  SYS_newfstatat,
  SYS_statx,
  SYS_statfs,
  SYS_fstatfs,
  SYS_faccessat,
  SYS_faccessat2,
  SYS_readlinkat,
  SYS_getdents64,
  SYS_getcwd,
  /* the socket to the program */
  SYS_recvmsg,
  SYS_sendmsg,
  /* time, signals of our own, and what the C library asks about itself */
  SYS_clock_gettime,
  SYS_clock_getres,
  SYS_clock_nanosleep,
  SYS_nanosleep,
  SYS_gettimeofday,
  SYS_times,
  SYS_getrusage,
  SYS_setitimer,
  SYS_rt_sigaction,
  SYS_rt_sigprocmask,
  SYS_rt_sigreturn,
  SYS_sigaltstack,
  SYS_restart_syscall,
  SYS_futex,
  SYS_sched_yield,
  SYS_sched_getaffinity,
  SYS_getrandom,
  SYS_getpid,
  SYS_gettid,
  SYS_getuid,
  SYS_geteuid,
  SYS_getgid,
  SYS_getegid,
  SYS_uname,
  SYS_sysinfo,
  SYS_exit,
  SYS_exit_group,
#ifdef SYS_rseq
  SYS_rseq,
#endif
#ifdef __x86_64__
  SYS_stat,
  SYS_lstat,
  SYS_access,
  SYS_readlink,
  SYS_alarm,
  SYS_time,
#endif
};

static const guint32 harmless_fcntls[] = { F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC };

static void
add (GArray *program, guint16 code, guint8 if_true, guint8 if_false, guint32 value)
{
  struct sock_filter one = { code, if_true, if_false, value };

  g_array_append_val (program, one);
}

static void
add_load (GArray *program, guint32 offset)
{
  add (program, BPF_LD | BPF_W | BPF_ABS, 0, 0, offset);
}

static void
add_verdict (GArray *program, guint32 verdict)
{
  add (program, BPF_RET | BPF_K, 0, 0, verdict);
}

/* Lets @call through only where none of @bits is set in its argument @n. */
static void
allow_without_bits (GArray *program, guint32 call, guint n, guint32 bits)
{
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, call);
  add_load (program, ARGUMENT (n));
  add (program, BPF_JMP | BPF_JSET | BPF_K, 0, 1, bits);
  add_verdict (program, MAY_NOT);
  add_verdict (program, SECCOMP_RET_ALLOW);
}

/* Lets @call through only where its argument @n is @value. */
static void
allow_with_value (GArray *program, guint32 call, guint n, guint32 value)
{
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 4, call);
  add_load (program, ARGUMENT (n));
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, value);
  add_verdict (program, MAY_NOT);
  add_verdict (program, SECCOMP_RET_ALLOW);
}

/* Reading limits, never setting them: the pointer to the new ones must be NULL. */
static void
allow_prlimit (GArray *program)
{
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 6, SYS_prlimit64);
  add_load (program, ARGUMENT (2));
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 3, 0);
  add_load (program, ARGUMENT (2) + 4);
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
  add_verdict (program, SECCOMP_RET_ALLOW);
  add_verdict (program, MAY_NOT);
}

static void
allow_fcntl (GArray *program)
{
  const guint n = G_N_ELEMENTS (harmless_fcntls);

  add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, (guint8) (2 * n + 2), SYS_fcntl);
  add_load (program, ARGUMENT (1));
  for (guint i = 0; i < n; i++)
    {
      add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, harmless_fcntls[i]);
      add_verdict (program, SECCOMP_RET_ALLOW);
    }
  add_verdict (program, MAY_NOT);
}

static GArray *
make_program (void)
{
  GArray *program = g_array_new (FALSE, FALSE, sizeof (struct sock_filter));

  add_load (program, offsetof (struct seccomp_data, arch));
  add (program, BPF_JMP | BPF_JEQ | BPF_K, 1, 0, THIS_ARCH);
  add_verdict (program, SECCOMP_RET_KILL_PROCESS);

  add_load (program, offsetof (struct seccomp_data, nr));
  for (gsize i = 0; i < G_N_ELEMENTS (plain_calls); i++)
    {
      add (program, BPF_JMP | BPF_JEQ | BPF_K, 0, 1, plain_calls[i]);
      add_verdict (program, SECCOMP_RET_ALLOW);
    }

  /* Each of these loads an argument only once its call is known, and then decides. */
  allow_without_bits (program, SYS_openat, 2, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND);
  allow_without_bits (program, SYS_mmap, 2, PROT_EXEC);
  allow_without_bits (program, SYS_mprotect, 2, PROT_EXEC);
  allow_with_value (program, SYS_write, 0, STDERR_FILENO);
  allow_with_value (program, SYS_writev, 0, STDERR_FILENO);
  allow_with_value (program, SYS_tgkill, 0, (guint32) getpid ()); /* abort() */
  allow_prlimit (program);
  allow_fcntl (program);

  add_verdict (program, SECCOMP_RET_ERRNO | ENOSYS);
  return program;
}

gboolean
wijk_syscall_filter_install (void)
{
  g_autoptr (GArray) program = make_program ();
  struct sock_fprog filter = { .len = (unsigned short) program->len,
                               .filter = (struct sock_filter *) (void *) program->data };

  return prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter, 0, 0) == 0;
}
