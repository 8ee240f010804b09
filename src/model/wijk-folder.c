/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

gboolean
wijk_folder_sync (const char *folder)
{
  g_autofd int fd = open (folder, O_RDONLY | O_CLOEXEC | O_DIRECTORY);

  /* Some file systems cannot sync a folder, which they say by EINVAL. */
  return fd >= 0 && (fsync (fd) == 0 || errno == EINVAL);
}
