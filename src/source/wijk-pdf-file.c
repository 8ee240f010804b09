/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

static int
fail (GIOErrorEnum code, const char *name, const char *reason, GError **error)
{
  g_set_error (error, G_IO_ERROR, code, _ ("“%s” cannot be read: %s"), name, reason);
  return -1;
}

int
wijk_pdf_file_open (GFile *file, const char *name, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofd int fd = -1;
  struct stat info;

  if (path == NULL)
    return fail (G_IO_ERROR_NOT_SUPPORTED, name, _ ("It is not a file on this computer."), error);

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0); /* no waiting on a pipe */
  if (fd < 0 || fstat (fd, &info) != 0)
    {
      const int reason = errno;

      return fail (g_io_error_from_errno (reason), name, g_strerror (reason), error);
    }
  if (!S_ISREG (info.st_mode))
    return fail (G_IO_ERROR_NOT_REGULAR_FILE, name, _ ("It is not an ordinary file."), error);

  return g_steal_fd (&fd);
}

char *
wijk_pdf_file_dup_name (GFile *file, const char *name)
{
  g_autofree char *path = g_file_get_basename (file);

  if (name != NULL)
    return g_strdup (name);
  return g_filename_display_name (path != NULL ? path : "?");
}
