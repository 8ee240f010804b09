/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reader-process.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define FIRST_SAFE_FD 10 /* beyond those that the reader starts with */

struct _WijkReaderProcess
{
  pid_t pid;
  int socket;
  WijkSlots *slots;
};

/* A reader that was taken over by its file learns nothing from the environment. */
static char **
make_environment (void)
{
  static const char *const passed_on[] = {
    "HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "LD_LIBRARY_PATH",
    "ASAN_OPTIONS",
    "UBSAN_OPTIONS",
    "MALLOC_CHECK_",
  };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (passed_on); i++)
    {
      const char *value = g_getenv (passed_on[i]);

      if (value != NULL)
        g_strv_builder_take (builder, g_strconcat (passed_on[i], "=", value, NULL));
    }

  return g_strv_builder_end (builder);
}

/* The reader starts with the socket and the memory, and without a word on our output; what a
 * sanitizer says of it is let through. */
static void
set_descriptors (posix_spawn_file_actions_t *actions, int socket, int memory)
{
  posix_spawn_file_actions_addopen (actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen (actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
#ifndef __SANITIZE_ADDRESS__
  posix_spawn_file_actions_addopen (actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#endif
  posix_spawn_file_actions_adddup2 (actions, socket, WIJK_READER_SOCKET);
  posix_spawn_file_actions_adddup2 (actions, memory, WIJK_READER_MEMORY);
}

/* In a group of its own, so that Ctrl+C in a terminal reaches only the program. */
static void
set_signals (posix_spawnattr_t *attributes)
{
  sigset_t signals;

  sigemptyset (&signals);
  posix_spawnattr_setsigmask (attributes, &signals);
  sigaddset (&signals, SIGPIPE);
  sigaddset (&signals, SIGALRM);
  sigaddset (&signals, SIGTERM);
  posix_spawnattr_setsigdefault (attributes, &signals);
  posix_spawnattr_setpgroup (attributes, 0);
  posix_spawnattr_setflags (attributes,
                            POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
}

/* Returns 0 or an errno. @socket and @memory are above the numbers they get in the reader. */
static int
start (const char *path, int socket, int memory, pid_t *pid)
{
  g_auto (GStrv) environment = make_environment ();
  char *arguments[] = { (char *) path, NULL };
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int result;

  posix_spawn_file_actions_init (&actions);
  posix_spawnattr_init (&attributes);
  set_descriptors (&actions, socket, memory);
  set_signals (&attributes);
  result = posix_spawn (pid, path, &actions, &attributes, arguments, environment);
  posix_spawnattr_destroy (&attributes);
  posix_spawn_file_actions_destroy (&actions);
  return result;
}

static WijkReaderProcess *
spawn_with_slots (const char *path, WijkSlots *slots, GError **error)
{
  int sockets[2] = { -1, -1 }, theirs, memory, result = errno;
  WijkReaderProcess *self = NULL;
  pid_t pid = 0;

  if (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, sockets) != 0)
    sockets[0] = sockets[1] = -1;
  theirs = fcntl (sockets[1], F_DUPFD_CLOEXEC, FIRST_SAFE_FD);
  memory = fcntl (wijk_slots_get_fd (slots), F_DUPFD_CLOEXEC, FIRST_SAFE_FD);
  if (theirs < 0 || memory < 0 || fcntl (theirs, F_SETFL, 0) != 0)
    result = errno;
  else
    result = start (path, theirs, memory, &pid);

  if (result == 0)
    {
      self = g_new0 (WijkReaderProcess, 1);
      *self = (WijkReaderProcess) { pid, g_steal_fd (&sockets[0]), wijk_slots_ref (slots) };
    }
  else
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_FAILED,
                 _ ("The program that reads PDFs could not be started: %s"),
                 g_strerror (result));

  g_clear_fd (&theirs, NULL);
  g_clear_fd (&memory, NULL);
  g_clear_fd (&sockets[0], NULL);
  g_clear_fd (&sockets[1], NULL);
  return self;
}

WijkReaderProcess *
wijk_reader_process_spawn (const char *path, WijkSlots *slots, GError **error)
{
  g_autoptr (WijkSlots) own = slots != NULL ? wijk_slots_ref (slots) : wijk_slots_new (error);

  return own != NULL ? spawn_with_slots (path, own, error) : NULL;
}

static gpointer
wait_in_thread (gpointer data)
{
  while (waitpid (GPOINTER_TO_INT (data), NULL, 0) < 0 && errno == EINTR)
    ;
  return NULL;
}

/* A process that is killed may still take a moment to go, or long if it waits for a disk. */
static void
kill_and_wait (pid_t pid)
{
  kill (pid, SIGKILL);
  if (waitpid (pid, NULL, WNOHANG) == 0)
    g_thread_unref (g_thread_new ("reader-end", wait_in_thread, GINT_TO_POINTER (pid)));
}

void
wijk_reader_process_end (WijkReaderProcess *self)
{
  close (self->socket);
  kill_and_wait (self->pid);
  wijk_slots_unref (self->slots);
  g_free (self);
}

WijkSlots *
wijk_reader_process_get_slots (WijkReaderProcess *self)
{
  return self->slots;
}

int
wijk_reader_process_get_socket (WijkReaderProcess *self)
{
  return self->socket;
}

gboolean
wijk_reader_process_send (WijkReaderProcess *self, const WijkRequest *request, int fd)
{
  return wijk_protocol_send (self->socket, request, sizeof *request, fd);
}
