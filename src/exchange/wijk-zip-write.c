/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-zip-write.h"

#include <archive.h>
#include <archive_entry.h>

static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *data, size_t length)
{
  GByteArray *out = user_data;

  g_byte_array_append (out, data, (guint) length);

  return (la_ssize_t) length;
}

static gboolean
write_entry (struct archive *archive, const WijkZipEntry *entry)
{
  struct archive_entry *header = archive_entry_new ();
  gsize size;
  const void *data = g_bytes_get_data (entry->bytes, &size);
  gboolean ok;

  archive_entry_set_pathname (header, entry->name);
  archive_entry_set_filetype (header, AE_IFREG);
  archive_entry_set_perm (header, 0644);
  archive_entry_set_size (header, (gint64) size);
  ok = archive_write_header (archive, header) == ARCHIVE_OK &&
       (size == 0 || archive_write_data (archive, data, size) == (la_ssize_t) size);
  archive_entry_free (header);

  return ok;
}

GBytes *
wijk_zip_write (const WijkZipEntry *entries, gsize n_entries)
{
  struct archive *archive = archive_write_new ();
  GByteArray *out = g_byte_array_new ();
  gboolean ok = archive_write_set_format_zip (archive) == ARCHIVE_OK &&
                archive_write_set_options (archive, "zip:compression=store,zip:!experimental") ==
                    ARCHIVE_OK &&
                archive_write_set_bytes_in_last_block (archive, 1) == ARCHIVE_OK &&
                archive_write_open (archive, out, NULL, write_cb, NULL) == ARCHIVE_OK;

  for (gsize i = 0; i < n_entries; i++)
    ok = ok && write_entry (archive, &entries[i]);
  ok = ok && archive_write_close (archive) == ARCHIVE_OK;
  archive_write_free (archive);
  g_assert (ok); /* into memory: there is nothing that can go wrong but our own names */

  return g_byte_array_free_to_bytes (out);
}
