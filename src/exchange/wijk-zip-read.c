/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-zip-read.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n.h>

#define CHUNK (256 * 1024)
#define MAX_ENTRIES 10000
#define MAX_TOTAL (256 * 1024 * 1024)

/* Unpacked at most this often the size of the file; small files may unpack to more. */
#define MAX_RATIO 200
#define SMALL (16 * 1024 * 1024)

G_DEFINE_QUARK (WijkZipError, wijk_zip_error)

typedef struct
{
  struct archive *archive;
  GHashTable *entries;
  guint64 n_unpacked;
  guint64 most;
  GCancellable *cancellable;
  GError **error;
} Unpacking;

static gboolean
refuse (Unpacking *u, WijkZipError code)
{
  static const char *const messages[] = {
    [WIJK_ZIP_ERROR_DAMAGED] = N_ ("The file is damaged or not complete; ask for it once more."),
    [WIJK_ZIP_ERROR_TOO_LARGE] = N_ ("The file unpacks to more than a table can hold."),
    [WIJK_ZIP_ERROR_LOCKED] = N_ ("The file is behind a password; save it once more without one."),
  };

  g_set_error_literal (u->error, WIJK_ZIP_ERROR, code, _ (messages[code]));

  return FALSE;
}

static gboolean
read_entry (Unpacking *u, GByteArray *out)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  la_ssize_t n;

  while ((n = archive_read_data (u->archive, buffer, CHUNK)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (u->cancellable, u->error))
        return FALSE;
      u->n_unpacked += (guint64) n;
      if (u->n_unpacked > u->most)
        return refuse (u, WIJK_ZIP_ERROR_TOO_LARGE);
      g_byte_array_append (out, buffer, (guint) n);
    }

  return n == 0 || refuse (u, WIJK_ZIP_ERROR_DAMAGED);
}

static gboolean
take_entry (Unpacking *u, struct archive_entry *entry, const char *name)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();

  if (archive_entry_is_encrypted (entry))
    return refuse (u, WIJK_ZIP_ERROR_LOCKED);
  if (archive_entry_filetype (entry) != AE_IFREG || g_hash_table_contains (u->entries, name))
    return refuse (u, WIJK_ZIP_ERROR_DAMAGED);
  if (!read_entry (u, out))
    return FALSE;
  g_hash_table_insert (
      u->entries, g_strdup (name), g_byte_array_free_to_bytes (g_steal_pointer (&out)));

  return TRUE;
}

static gboolean
read_entries (Unpacking *u, gboolean (*is_wanted) (const char *name))
{
  for (guint n = 0;; n++)
    {
      struct archive_entry *entry;
      int result = archive_read_next_header (u->archive, &entry);
      const char *name;

      if (result == ARCHIVE_EOF)
        return TRUE;
      if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        return refuse (u, WIJK_ZIP_ERROR_DAMAGED);
      if (n == MAX_ENTRIES)
        return refuse (u, WIJK_ZIP_ERROR_TOO_LARGE);
      name = archive_entry_pathname (entry);
      if (name != NULL && is_wanted (name) && !take_entry (u, entry, name))
        return FALSE;
    }
}

GHashTable *
wijk_zip_read (GBytes *bytes,
               gboolean (*is_wanted) (const char *name),
               GCancellable *cancellable,
               GError **error)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GHashTable) entries =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  Unpacking u = { .archive = archive_read_new (),
                  .entries = entries,
                  .most = MIN (MAX ((guint64) size * MAX_RATIO, SMALL), MAX_TOTAL),
                  .cancellable = cancellable,
                  .error = error };
  gboolean ok;

  archive_read_support_format_zip_seekable (u.archive);
  ok = archive_read_open_memory (u.archive, data, size) == ARCHIVE_OK ||
       refuse (&u, WIJK_ZIP_ERROR_DAMAGED);
  ok = ok && read_entries (&u, is_wanted);
  archive_read_free (u.archive);

  return ok ? g_steal_pointer (&entries) : NULL;
}
