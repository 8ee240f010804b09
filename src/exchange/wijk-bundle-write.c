/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "wijk-bundle-private.h"
#include "wijk-bundle.h"
#include "wijk-folder.h"

typedef struct
{
  char *name;
  GBytes *bytes; /* or the file at */
  char *path;
  guint64 size;
  char *sha256;
} Entry;

struct _WijkBundleWriter
{
  WijkManifest *manifest;
  GPtrArray *entries;
};

/* One run of writing. */
typedef struct
{
  WijkBundleWriter *writer;
  const char *shown; /* name of the bundle, for messages */
  struct archive *archive;
  guint64 done;
  guint64 total;
  WijkProgress *progress;
  GCancellable *cancellable;
} Writing;

static void
entry_free (Entry *entry)
{
  g_free (entry->name);
  g_clear_pointer (&entry->bytes, g_bytes_unref);
  g_free (entry->path);
  g_free (entry->sha256);
  g_free (entry);
}

WijkBundleWriter *
wijk_bundle_writer_new (WijkManifest *manifest)
{
  WijkBundleWriter *self;

  g_return_val_if_fail (manifest != NULL && manifest->plan != NULL && manifest->title != NULL,
                        NULL);

  self = g_new0 (WijkBundleWriter, 1);
  self->manifest = manifest;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_ptr_array_set_size (manifest->files, 0);

  return self;
}

void
wijk_bundle_writer_free (WijkBundleWriter *self)
{
  if (self == NULL)
    return;
  wijk_manifest_free (self->manifest);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Entry *) a)->name, ((const Entry *) b)->name);
}

static void
add_entry (WijkBundleWriter *self, Entry *entry)
{
  wijk_manifest_add_file (self->manifest, entry->name, entry->size, entry->sha256);
  g_ptr_array_add (self->entries, entry);
}

void
wijk_bundle_writer_add_bytes (WijkBundleWriter *self, const char *name, GBytes *bytes)
{
  Entry *entry;

  g_return_if_fail (wijk_bundle_is_name (name) &&
                    wijk_manifest_find_file (self->manifest, name) == NULL);

  entry = g_new0 (Entry, 1);
  entry->name = g_strdup (name);
  entry->bytes = g_bytes_ref (bytes);
  entry->size = g_bytes_get_size (bytes);
  entry->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  add_entry (self, entry);
}

void
wijk_bundle_writer_add_file (
    WijkBundleWriter *self, const char *name, const char *path, guint64 size, const char *sha256)
{
  Entry *entry;

  g_return_if_fail (wijk_bundle_is_name (name) &&
                    wijk_manifest_find_file (self->manifest, name) == NULL);

  entry = g_new0 (Entry, 1);
  entry->name = g_strdup (name);
  entry->path = g_strdup (path);
  entry->size = size;
  entry->sha256 = g_strdup (sha256);
  add_entry (self, entry);
}

/* ---- errors ---- */

static gboolean
fail_disk (const char *shown, int code, const char *why, GError **error)
{
  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (code),
               /* Translators: name of a file, what the system says */
               _ ("The bundle “%s” could not be written: %s."),
               shown,
               why != NULL ? why : g_strerror (code));

  return FALSE;
}

static gboolean
fail_archive (Writing *w, GError **error)
{
  int code = archive_errno (w->archive);

  return fail_disk (
      w->shown, code > 0 ? code : EIO, code > 0 ? NULL : archive_error_string (w->archive), error);
}

static gboolean
fail_source (Writing *w, const Entry *entry, GError **error)
{
  g_set_error (
      error,
      WIJK_BUNDLE_ERROR,
      WIJK_BUNDLE_ERROR_DAMAGED,
      /* Translators: name of the bundle, name of a file of the plan */
      _ ("The bundle “%s” was not made, because the plan’s file “%s” is missing or damaged."),
      w->shown,
      entry->name);

  return FALSE;
}

static gboolean
check_caps (Writing *w, GError **error)
{
  gboolean fits = w->writer->entries->len <= WIJK_BUNDLE_MAX_FILES;

  for (guint i = 0; i < w->writer->entries->len; i++)
    {
      const Entry *entry = w->writer->entries->pdata[i];

      fits = fits && entry->size <= wijk_bundle_get_cap (entry->name);
      w->total += entry->size;
    }
  if (fits && w->total <= WIJK_BUNDLE_MAX_TOTAL)
    return TRUE;
  g_set_error (error,
               WIJK_BUNDLE_ERROR,
               WIJK_BUNDLE_ERROR_TOO_LARGE,
               _ ("The bundle “%s” was not made, because it would be too large."),
               w->shown);

  return FALSE;
}

/* ---- entries ---- */

/* No time and no owner: they would differ from laptop to laptop. */
static gboolean
write_header (Writing *w, const char *name, guint64 size, GError **error)
{
  struct archive_entry *header = archive_entry_new ();
  gboolean ok;

  archive_entry_set_pathname (header, name);
  archive_entry_set_filetype (header, AE_IFREG);
  archive_entry_set_perm (header, 0644);
  archive_entry_set_size (header, (gint64) size);
  ok = archive_write_header (w->archive, header) == ARCHIVE_OK;
  archive_entry_free (header);

  return ok || fail_archive (w, error);
}

static gboolean
write_data (Writing *w, const void *data, gsize length, GError **error)
{
  const guint8 *at = data;

  while (length > 0)
    {
      gsize n = MIN (length, WIJK_BUNDLE_CHUNK);

      if (g_cancellable_set_error_if_cancelled (w->cancellable, error))
        return FALSE;
      if (archive_write_data (w->archive, at, n) != (la_ssize_t) n)
        return fail_archive (w, error);
      at += n;
      length -= n;
      w->done += n;
      wijk_progress_set (w->progress, (guint) (w->done >> 10), (guint) (w->total >> 10) + 1);
    }

  return TRUE;
}

static gboolean
write_bytes (Writing *w, const char *name, GBytes *bytes, GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return write_header (w, name, size, error) && write_data (w, data, size, error);
}

static gboolean
copy_data (Writing *w, const Entry *entry, int fd, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (WIJK_BUNDLE_CHUNK);
  guint64 size = 0;
  gssize n;

  while ((n = read (fd, buffer, WIJK_BUNDLE_CHUNK)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || size + (gsize) n > entry->size)
        return fail_source (w, entry, error);
      size += (gsize) n;
      g_checksum_update (sum, buffer, n);
      if (!write_data (w, buffer, (gsize) n, error))
        return FALSE;
    }

  return (size == entry->size && g_str_equal (g_checksum_get_string (sum), entry->sha256)) ||
         fail_source (w, entry, error);
}

static gboolean
write_file (Writing *w, const Entry *entry, GError **error)
{
  g_autofd int fd = open (entry->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

  if (fd < 0)
    return fail_source (w, entry, error);

  return write_header (w, entry->name, entry->size, error) && copy_data (w, entry, fd, error);
}

static gboolean
write_entries (Writing *w, GError **error)
{
  g_autoptr (GBytes) mimetype =
      g_bytes_new_static (WIJK_BUNDLE_MEDIA_TYPE, strlen (WIJK_BUNDLE_MEDIA_TYPE));
  g_autoptr (GBytes) manifest = wijk_manifest_write (w->writer->manifest);

  g_ptr_array_sort_values (w->writer->entries, compare_entries);
  if (!write_bytes (w, "mimetype", mimetype, error) ||
      !write_bytes (w, "manifest.json", manifest, error))
    return FALSE;
  for (guint i = 0; i < w->writer->entries->len; i++)
    {
      const Entry *entry = w->writer->entries->pdata[i];

      if (entry->bytes != NULL ? !write_bytes (w, entry->name, entry->bytes, error)
                               : !write_file (w, entry, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_archive (Writing *w, int fd, GError **error)
{
  gboolean ok;

  w->archive = archive_write_new ();
  ok = archive_write_set_format_zip (w->archive) == ARCHIVE_OK &&
       archive_write_set_options (w->archive, "zip:compression=store,zip:!experimental") ==
           ARCHIVE_OK &&
       archive_write_set_bytes_per_block (w->archive, WIJK_BUNDLE_CHUNK) == ARCHIVE_OK &&
       archive_write_set_bytes_in_last_block (w->archive, 1) == ARCHIVE_OK &&
       archive_write_open_fd (w->archive, fd) == ARCHIVE_OK;
  if (!ok)
    (void) fail_archive (w, error);
  ok = ok && write_entries (w, error);
  if (ok && archive_write_close (w->archive) != ARCHIVE_OK)
    ok = fail_archive (w, error);
  archive_write_free (w->archive);

  return ok;
}

gboolean
wijk_bundle_writer_write_fd (WijkBundleWriter *self,
                             int fd,
                             WijkProgress *progress,
                             GCancellable *cancellable,
                             GError **error)
{
  Writing w = {
    .writer = self, .shown = self->manifest->title, .progress = progress, .cancellable = cancellable
  };

  return check_caps (&w, error) && write_archive (&w, fd, error);
}

/* ---- the file ---- */

static gboolean
write_and_rename (Writing *w, int fd, const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!write_archive (w, fd, error))
    return FALSE;
  if (fsync (fd) != 0 || g_rename (temporary, path) != 0)
    return fail_disk (w->shown, errno, NULL, error);
  if (!wijk_folder_sync (folder))
    return fail_disk (w->shown, errno, NULL, error);

  return TRUE;
}

gboolean
wijk_bundle_writer_write (WijkBundleWriter *self,
                          const char *path,
                          WijkProgress *progress,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown = g_path_get_basename (path);
  g_autofree char *temporary = g_build_filename (folder, ".wijkplan-XXXXXX", NULL);
  Writing w = { .writer = self, .shown = shown, .progress = progress, .cancellable = cancellable };
  gboolean is_public = self->manifest->audience == WIJK_AUDIENCE_PUBLIC;
  g_autofd int fd = -1;

  if (!check_caps (&w, error))
    return FALSE;
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, is_public ? 0666 : 0600);
  if (fd < 0)
    return fail_disk (shown, errno, NULL, error);
  if (write_and_rename (&w, fd, temporary, path, error))
    return TRUE;
  (void) g_unlink (temporary);

  return FALSE;
}
