/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "wijk-bundle-private.h"
#include "wijk-bundle.h"

/* Unpacked at most this often the size of the bundle; small bundles may unpack to more. */
#define MAX_RATIO 100
#define SMALL (16 * 1024 * 1024)

#define NAME_AT 30 /* in a zip file, of the first entry */
#define CONTENT_AT 38

struct _WijkBundleReader
{
  int fd;
  gint64 size;
  char *shown; /* name of the bundle, for messages */
  WijkManifest *manifest;
};

/* One pass through the bundle, at a position of its own: several may go on at once. */
typedef struct
{
  WijkBundleReader *reader;
  struct archive *archive;
  gint64 at;
  guint8 *buffer;
  guint64 n_unpacked;
  guint n_entries;
  GHashTable *names;
  WijkProgress *progress;
  GCancellable *cancellable;
} Pass;

/* What became of one entry. */
typedef struct
{
  char *name;
  GByteArray *bytes; /* to keep what is read, or NULL */
  int to_fd;         /* to copy it, or -1 */
  guint64 size;
  char *sha256;
} Content;

static void
content_clear (Content *content)
{
  g_free (content->name);
  g_clear_pointer (&content->bytes, g_byte_array_unref);
  g_free (content->sha256);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Content, content_clear)

/* ---- errors ---- */

/* @message has one place, for the name of the bundle. */
static gboolean
refuse (WijkBundleReader *self, WijkBundleError code, const char *message, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (message, "%s", 2);
  g_autofree char *text = g_strjoinv (self->shown, parts);

  g_set_error_literal (error, WIJK_BUNDLE_ERROR, code, text);

  return FALSE;
}

/* Translators, in all of these: name of the bundle */
static gboolean
refuse_damaged (WijkBundleReader *self, GError **error)
{
  return refuse (self,
                 WIJK_BUNDLE_ERROR_DAMAGED,
                 _ ("The bundle “%s” is damaged or not complete; ask for it once more."),
                 error);
}

static gboolean
refuse_large (WijkBundleReader *self, GError **error)
{
  return refuse (self,
                 WIJK_BUNDLE_ERROR_TOO_LARGE,
                 _ ("The bundle “%s” holds more than a plan can hold, so it was not opened."),
                 error);
}

static gboolean
refuse_other (WijkBundleReader *self, GError **error)
{
  return refuse (
      self, WIJK_BUNDLE_ERROR_NOT_A_BUNDLE, _ ("The file “%s” is not a plan of Wijkplan."), error);
}

static gboolean
refuse_file (WijkBundleReader *self,
             WijkBundleError code,
             const char *name,
             const char *message, /* the name of the bundle, the name of the file in it */
             GError **error)
{
  g_autofree char *valid = g_utf8_make_valid (name, (gssize) MIN (strlen (name), 200));
  g_auto (GStrv) parts = g_strsplit (message, "%s", 3);
  g_autofree char *text = NULL;

  if (g_strv_length (parts) == 3)
    text = g_strconcat (parts[0], self->shown, parts[1], valid, parts[2], NULL);
  g_set_error_literal (error, WIJK_BUNDLE_ERROR, code, text != NULL ? text : message);

  return FALSE;
}

static gboolean
refuse_changed (WijkBundleReader *self, const char *name, GError **error)
{
  return refuse_file (self,
                      WIJK_BUNDLE_ERROR_DAMAGED,
                      name,
                      _ ("The bundle “%s” is damaged: its file “%s” is not as it was made."),
                      error);
}

static gboolean
fail_disk (const char *shown, int code, GError **error)
{
  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (code),
               /* Translators: name of a file, what the system says */
               _ ("The file “%s” could not be read: %s."),
               shown,
               g_strerror (code));

  return FALSE;
}

/* ---- libarchive reads ---- */

static la_ssize_t
read_cb (struct archive *archive, void *data, const void **buffer)
{
  Pass *pass = data;
  ssize_t n;

  do
    n = pread (pass->reader->fd, pass->buffer, WIJK_BUNDLE_CHUNK, pass->at);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    {
      archive_set_error (archive, errno, "read");
      return -1;
    }
  pass->at += n;
  *buffer = pass->buffer;

  return n;
}

static la_int64_t
skip_cb (struct archive *archive, void *data, la_int64_t request)
{
  Pass *pass = data;
  gint64 n = CLAMP (request, 0, MAX (pass->reader->size - pass->at, 0));

  pass->at += n;

  return n;
}

static la_int64_t
seek_cb (struct archive *archive, void *data, la_int64_t offset, int whence)
{
  Pass *pass = data;
  gint64 base = whence == SEEK_CUR ? pass->at : whence == SEEK_END ? pass->reader->size : 0;

  if (offset < -base || offset > pass->reader->size - base)
    {
      archive_set_error (archive, EINVAL, "seek");
      return ARCHIVE_FATAL;
    }
  pass->at = base + offset;

  return pass->at;
}

static gboolean
pass_begin (Pass *pass, GError **error)
{
  pass->archive = archive_read_new ();
  pass->buffer = g_malloc (WIJK_BUNDLE_CHUNK);
  pass->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  archive_read_support_format_zip_seekable (pass->archive);
  archive_read_set_callback_data (pass->archive, pass);
  archive_read_set_read_callback (pass->archive, read_cb);
  archive_read_set_skip_callback (pass->archive, skip_cb);
  archive_read_set_seek_callback (pass->archive, seek_cb);

  return archive_read_open1 (pass->archive) == ARCHIVE_OK || refuse_damaged (pass->reader, error);
}

static void
pass_clear (Pass *pass)
{
  g_clear_pointer (&pass->archive, archive_read_free);
  g_clear_pointer (&pass->names, g_hash_table_unref);
  g_clear_pointer (&pass->buffer, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pass, pass_clear)

/* ---- one entry ---- */

static gboolean
refuse_name (Pass *pass, const char *name, GError **error)
{
  return refuse_file (pass->reader,
                      WIJK_BUNDLE_ERROR_FORBIDDEN_NAME,
                      name,
                      _ ("The bundle “%s” was not opened, because it holds “%s”, which does not "
                         "belong in a plan."),
                      error);
}

/* The name is one of those a bundle has, comes where it should and only once. */
static gboolean
check_name (Pass *pass, const char *name, GError **error)
{
  static const char *const first[] = { "mimetype", "manifest.json" };
  guint n = pass->n_entries++;

  if (pass->n_entries > WIJK_BUNDLE_MAX_FILES + G_N_ELEMENTS (first))
    return refuse_large (pass->reader, error);
  if (n < G_N_ELEMENTS (first) && g_str_equal (name, first[n]))
    return g_hash_table_add (pass->names, g_strdup (name));
  if (!wijk_bundle_is_name (name))
    return refuse_name (pass, name, error);
  if (n < G_N_ELEMENTS (first))
    return refuse_damaged (pass->reader, error);

  return g_hash_table_add (pass->names, g_strdup (name)) || refuse_name (pass, name, error);
}

/* Sets *@name, or leaves NULL at the end. */
static gboolean
next_entry (Pass *pass, char **name, GError **error)
{
  struct archive_entry *entry;
  int result = archive_read_next_header (pass->archive, &entry);
  const char *given;

  *name = NULL;
  if (result == ARCHIVE_EOF)
    return TRUE;
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
    return refuse_damaged (pass->reader, error);
  given = archive_entry_pathname (entry);
  if (given == NULL)
    return refuse_name (pass, "?", error);
  if (!check_name (pass, given, error))
    return FALSE;
  if (result == ARCHIVE_WARN)
    return refuse_damaged (pass->reader, error);
  if (archive_entry_filetype (entry) != AE_IFREG || archive_entry_hardlink (entry) != NULL ||
      archive_entry_is_encrypted (entry))
    return refuse_name (pass, given, error);
  if (archive_entry_size_is_set (entry) &&
      (guint64) archive_entry_size (entry) > wijk_bundle_get_cap (given))
    return refuse_large (pass->reader, error);
  *name = g_strdup (given);

  return TRUE;
}

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0)
    {
      ssize_t n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }

  return TRUE;
}

/* Counts what comes out: sizes in a zip file are claims. */
static gboolean
take_data (Pass *pass, Content *content, const guint8 *data, gsize length, GError **error)
{
  WijkBundleReader *self = pass->reader;
  guint64 most = MAX ((guint64) self->size * MAX_RATIO, SMALL);

  content->size += length;
  pass->n_unpacked += length;
  if (content->size > wijk_bundle_get_cap (content->name) ||
      pass->n_unpacked > MIN (most, WIJK_BUNDLE_MAX_TOTAL))
    return refuse_large (self, error);
  if (content->bytes != NULL)
    g_byte_array_append (content->bytes, data, (guint) length);
  if (content->to_fd >= 0 && !write_all (content->to_fd, data, length))
    return fail_disk (self->shown, errno, error);
  wijk_progress_set (
      pass->progress, (guint) (pass->at >> 10), (guint) ((guint64) self->size >> 10) + 1);

  return TRUE;
}

static gboolean
read_content (Pass *pass, Content *content, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guint8 *buffer = g_malloc (WIJK_BUNDLE_CHUNK);
  la_ssize_t n;

  while ((n = archive_read_data (pass->archive, buffer, WIJK_BUNDLE_CHUNK)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (pass->cancellable, error))
        return FALSE;
      g_checksum_update (sum, buffer, n);
      if (!take_data (pass, content, buffer, (gsize) n, error))
        return FALSE;
    }
  if (n < 0)
    return refuse_damaged (pass->reader, error);
  content->sha256 = g_strdup (g_checksum_get_string (sum));

  return TRUE;
}

static gboolean
is_as_listed (WijkBundleReader *self, const Content *content)
{
  const WijkManifestFile *file = wijk_manifest_find_file (self->manifest, content->name);

  return file != NULL && file->size == content->size && g_str_equal (file->sha256, content->sha256);
}

/* ---- checking the whole ---- */

static gboolean
take_manifest (WijkBundleReader *self, GByteArray *read, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (read->data, read->len);
  g_autoptr (GError) fault = NULL;

  self->manifest = wijk_manifest_read (bytes, &fault);
  if (self->manifest != NULL)
    return TRUE;
  if (g_error_matches (fault, WIJK_JSON_ERROR, WIJK_JSON_ERROR_NEWER))
    return refuse (self,
                   WIJK_BUNDLE_ERROR_NEWER,
                   _ ("The bundle “%s” was made by a newer version of the program; update the "
                      "program to open it."),
                   error);

  return refuse_changed (self, "manifest.json", error);
}

static gboolean
check_content (WijkBundleReader *self, Content *content, GError **error)
{
  if (g_str_equal (content->name, "mimetype"))
    return (content->bytes->len == strlen (WIJK_BUNDLE_MEDIA_TYPE) &&
            memcmp (content->bytes->data, WIJK_BUNDLE_MEDIA_TYPE, content->bytes->len) == 0) ||
           refuse_other (self, error);
  if (g_str_equal (content->name, "manifest.json"))
    return take_manifest (self, content->bytes, error);

  return is_as_listed (self, content) || refuse_changed (self, content->name, error);
}

/* Nothing is missing, and only an internal bundle has changes. */
static gboolean
check_complete (Pass *pass, GError **error)
{
  WijkBundleReader *self = pass->reader;
  gboolean is_internal;

  if (self->manifest == NULL || !g_hash_table_contains (pass->names, "plan.json"))
    return refuse_damaged (self, error);
  is_internal = self->manifest->audience == WIJK_AUDIENCE_INTERNAL;
  for (guint i = 0; i < self->manifest->files->len; i++)
    {
      const char *name = ((WijkManifestFile *) self->manifest->files->pdata[i])->name;

      if (!is_internal && wijk_bundle_is_version_name (name))
        return refuse_name (pass, name, error);
      if (!g_hash_table_contains (pass->names, name))
        return refuse_file (self,
                            WIJK_BUNDLE_ERROR_DAMAGED,
                            name,
                            _ ("The bundle “%s” is not complete: its file “%s” is missing."),
                            error);
    }
  if (g_hash_table_contains (pass->names, "changes.jsonl") == is_internal)
    return TRUE;

  return is_internal ? refuse_damaged (self, error) : refuse_name (pass, "changes.jsonl", error);
}

static gboolean
check_all (WijkBundleReader *self,
           WijkProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (Pass) pass = { .reader = self, .progress = progress, .cancellable = cancellable };

  if (!pass_begin (&pass, error))
    return FALSE;
  for (;;)
    {
      g_auto (Content) content = { .to_fd = -1 };

      if (!next_entry (&pass, &content.name, error))
        return FALSE;
      if (content.name == NULL)
        return check_complete (&pass, error);
      if (pass.n_entries <= 2)
        content.bytes = g_byte_array_new ();
      if (!read_content (&pass, &content, error) || !check_content (self, &content, error))
        return FALSE;
    }
}

/* What every program can see without unpacking: a zip file that begins with our media type. */
static gboolean
check_beginning (WijkBundleReader *self, GError **error)
{
  const gsize length = strlen (WIJK_BUNDLE_MEDIA_TYPE);
  char head[CONTENT_AT + sizeof WIJK_BUNDLE_MEDIA_TYPE];
  ssize_t n = pread (self->fd, head, CONTENT_AT + length, 0);

  if (n < 0)
    return fail_disk (self->shown, errno, error);
  if (n == (ssize_t) (CONTENT_AT + length) && memcmp (head, "PK\3\4", 4) == 0 &&
      memcmp (head + NAME_AT, "mimetype", 8) == 0 &&
      memcmp (head + CONTENT_AT, WIJK_BUNDLE_MEDIA_TYPE, length) == 0)
    return TRUE;

  return refuse_other (self, error);
}

static gboolean
open_fd (WijkBundleReader *self, GError **error)
{
  struct stat info;

  if (self->fd < 0 || fstat (self->fd, &info) != 0)
    return fail_disk (self->shown, errno, error);
  if (!S_ISREG (info.st_mode))
    return refuse_other (self, error);
  self->size = info.st_size;

  return check_beginning (self, error);
}

/* ---- for others ---- */

WijkBundleReader *
wijk_bundle_reader_new (const char *path,
                        WijkProgress *progress,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (WijkBundleReader) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (WijkBundleReader, 1);
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  self->shown = g_filename_display_basename (path);
  if (!open_fd (self, error) || !check_all (self, progress, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
wijk_bundle_reader_free (WijkBundleReader *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    (void) close (self->fd);
  g_clear_pointer (&self->manifest, wijk_manifest_free);
  g_free (self->shown);
  g_free (self);
}

const WijkManifest *
wijk_bundle_reader_get_manifest (WijkBundleReader *self)
{
  return self->manifest;
}

/* Finds the entry and reads it into @content, which tells where to. */
static gboolean
read_one (WijkBundleReader *self, Content *content, GCancellable *cancellable, GError **error)
{
  g_auto (Pass) pass = { .reader = self, .cancellable = cancellable };
  g_autofree char *wanted = g_steal_pointer (&content->name);

  if (!pass_begin (&pass, error))
    return FALSE;
  do
    {
      g_clear_pointer (&content->name, g_free);
      if (!next_entry (&pass, &content->name, error))
        return FALSE;
    }
  while (content->name != NULL && !g_str_equal (content->name, wanted));
  if (content->name == NULL)
    return refuse_file (self,
                        WIJK_BUNDLE_ERROR_DAMAGED,
                        wanted,
                        _ ("The bundle “%s” is not complete: its file “%s” is missing."),
                        error);

  return read_content (&pass, content, error) &&
         (is_as_listed (self, content) || refuse_changed (self, content->name, error));
}

GBytes *
wijk_bundle_reader_read (WijkBundleReader *self,
                         const char *name,
                         GCancellable *cancellable,
                         GError **error)
{
  g_auto (Content) content = { .name = g_strdup (name), .to_fd = -1 };

  content.bytes = g_byte_array_new ();
  if (!read_one (self, &content, cancellable, error))
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&content.bytes));
}

gboolean
wijk_bundle_reader_extract (
    WijkBundleReader *self, const char *name, int to_fd, GCancellable *cancellable, GError **error)
{
  g_auto (Content) content = { .name = g_strdup (name), .to_fd = to_fd };

  g_return_val_if_fail (to_fd >= 0, FALSE);

  return read_one (self, &content, cancellable, error);
}

gboolean
wijk_bundle_reader_extract_source (WijkBundleReader *self,
                                   const char *sha256,
                                   int to_fd,
                                   GCancellable *cancellable,
                                   GError **error)
{
  g_autofree char *name = g_strconcat ("sources/", sha256, ".pdf", NULL);

  return wijk_bundle_reader_extract (self, name, to_fd, cancellable, error);
}
