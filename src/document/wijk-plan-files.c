/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-files.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "wijk-folder.h"

#define PIECE (256 * 1024)

WijkStore *
wijk_plan_files_open_store (const WijkContext *context, const char *plan_id, GError **error)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (context->library, plan_id);

  return wijk_store_open (folder, context->device, context->author, error);
}

gboolean
wijk_plan_files_is_published (WijkStore *store)
{
  g_autofree char *published = wijk_store_dup_note (store, "published");

  return g_strcmp0 (published, "1") == 0;
}

gboolean
wijk_plan_files_check_writable (WijkStore *store, GError **error)
{
  if (!wijk_plan_files_is_published (store))
    return TRUE;
  g_set_error_literal (error,
                       WIJK_TASK_ERROR,
                       WIJK_TASK_ERROR_READ_ONLY,
                       _ ("This is a published version; it does not change."));

  return FALSE;
}

char *
wijk_plan_files_dup_source (const char *folder, const char *sha256)
{
  g_autofree char *name = g_strconcat (sha256, ".pdf", NULL);

  return g_build_filename (folder, "sources", name, NULL);
}

char *
wijk_plan_files_dup_version (const char *folder, guint version, const char *name)
{
  g_autofree char *number = g_strdup_printf ("%u", version);

  return g_build_filename (folder, "versions", number, name, NULL);
}

static gboolean
failed (const char *path, int code, GError **error)
{
  g_set_error (error,
               WIJK_TASK_ERROR,
               WIJK_TASK_ERROR_FAILED,
               _ ("%s could not be written: %s."),
               path,
               g_strerror (code));

  return FALSE;
}

static gboolean
make_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return wijk_library_make_folder (folder, error);
}

gboolean
wijk_plan_files_write (const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return make_folder_of (path, error) &&
         g_file_set_contents_full (path,
                                   data,
                                   (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   error);
}

gboolean
wijk_plan_files_write_shared (const char *path, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_file_set_contents_full (path,
                                   data,
                                   (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0644,
                                   error);
}

/* Copies from @in to @fd (-1: nowhere) while adding it up. */
static gboolean
pump (GInputStream *in,
      int fd,
      const char *path,
      GChecksum *sum,
      guint64 *size,
      GCancellable *cancellable,
      GError **error)
{
  g_autofree guchar *piece = g_malloc (PIECE);
  gssize n;

  *size = 0;
  while ((n = g_input_stream_read (in, piece, PIECE, cancellable, error)) > 0)
    {
      g_checksum_update (sum, piece, n);
      *size += (guint64) n;
      for (gssize done = 0; fd >= 0 && done < n;)
        {
          gssize written = write (fd, piece + done, (gsize) (n - done));

          if (written < 0 && errno != EINTR)
            return failed (path, errno, error);
          done += MAX (written, 0);
        }
    }

  return n == 0;
}

gboolean
wijk_plan_files_copy_to (const char *path, int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint64 size;

  return in != NULL && pump (G_INPUT_STREAM (in), fd, path, sum, &size, cancellable, error);
}

char *
wijk_plan_files_digest (const char *path, guint64 *size, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) in = g_file_read (file, cancellable, error);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  if (in == NULL || !pump (G_INPUT_STREAM (in), -1, path, sum, size, cancellable, error))
    return NULL;

  return g_strdup (g_checksum_get_string (sum));
}

/* Copies @file to a new file whose name is made from @temporary, and adds it up. */
static gboolean
copy_to_temporary (
    GFile *file, char *temporary, GChecksum *sum, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) in = g_file_read (file, cancellable, error);
  guint64 size;
  gboolean ok;
  int fd;

  if (in == NULL || !make_folder_of (temporary, error))
    return FALSE;
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  if (fd < 0)
    return failed (temporary, errno, error);
  ok = pump (G_INPUT_STREAM (in), fd, temporary, sum, &size, cancellable, error);
  if (ok && fsync (fd) != 0)
    ok = failed (temporary, errno, error);
  close (fd);
  if (!ok)
    g_unlink (temporary);

  return ok;
}

static gboolean
give_name (const char *temporary, const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);

  if (g_rename (temporary, target) != 0)
    {
      failed (target, errno, error);
      g_unlink (temporary);
      return FALSE;
    }
  wijk_folder_sync (folder);

  return TRUE;
}

gboolean
wijk_plan_files_copy (GFile *file, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  return copy_to_temporary (file, temporary, sum, cancellable, error) &&
         give_name (temporary, path, error);
}

char *
wijk_plan_files_add_source (const char *folder,
                            GFile *file,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autofree char *temporary = g_build_filename (folder, "sources", ".new-XXXXXX", NULL);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *target = NULL;

  if (!copy_to_temporary (file, temporary, sum, cancellable, error))
    return NULL;
  target = wijk_plan_files_dup_source (folder, g_checksum_get_string (sum));
  if (!give_name (temporary, target, error))
    return NULL;

  return g_strdup (g_checksum_get_string (sum));
}
