/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "disk.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512

/* A file, by its number: what is on the disk for sure, and what was asked since. */
typedef struct
{
  GByteArray *bytes;
  GPtrArray *waiting; /* Records, lent */
} File;

static File *
file_new (void)
{
  File *file = g_new0 (File, 1);

  file->bytes = g_byte_array_new ();
  file->waiting = g_ptr_array_new ();

  return file;
}

static void
file_free (File *file)
{
  g_byte_array_unref (file->bytes);
  g_ptr_array_unref (file->waiting);
  g_free (file);
}

static void
set_size (GByteArray *bytes, gsize size)
{
  guint old = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (size > old)
    memset (bytes->data + old, 0, size - old);
}

static void
put (GByteArray *bytes, gsize at, const char *data, gsize length)
{
  if (bytes->len < at + length)
    set_size (bytes, at + length);
  memcpy (bytes->data + at, data, length);
}

static void
apply (GByteArray *bytes, const Record *record)
{
  if (record->type == RECORD_TRUNCATE)
    set_size (bytes, (gsize) record->offset);
  else
    put (bytes, (gsize) record->offset, record->data, record->length);
}

/* Some of the sectors that a write covers. */
static void
apply_torn (GByteArray *bytes, const Record *record)
{
  gsize at = (gsize) record->offset, end = at + record->length;

  if (record->type != RECORD_WRITE)
    return;
  while (at < end)
    {
      gsize next = MIN (end, (at / SECTOR + 1) * SECTOR);

      if (g_random_boolean ())
        put (bytes, at, record->data + (at - (gsize) record->offset), next - at);
      at = next;
    }
}

static void
apply_waiting (File *file, DiskCut cut)
{
  guint n = file->waiting->len;
  guint upto = (guint) g_random_int_range (0, (int) n + 1);

  if (cut == DISK_MIXED)
    cut = (DiskCut) g_random_int_range (0, DISK_MIXED);
  for (guint i = 0; i < n; i++)
    {
      const Record *record = file->waiting->pdata[i];

      if (cut == DISK_ALL || ((cut == DISK_PREFIX || cut == DISK_TORN) && i < upto) ||
          (cut == DISK_REORDERED && g_random_boolean ()))
        apply (file->bytes, record);
      else if (cut == DISK_TORN && i == upto)
        apply_torn (file->bytes, record);
    }
}

/* ---- names ---- */

static char *
parent_of (const char *path)
{
  return g_strndup (path, (gsize) (strrchr (path, '/') - path));
}

/* A change of names: in the folder of its path, and of its second path. */
static gboolean
is_naming (const Record *record)
{
  return record->type == RECORD_CREATE || record->type == RECORD_MKDIR ||
         record->type == RECORD_RENAME || record->type == RECORD_UNLINK;
}

typedef struct
{
  guint n_asked;
  guint n_synced;
  guint n_left; /* of the asked ones, those that are there after the cut */
} Folder;

static Folder *
folder_of (GHashTable *folders, const char *path)
{
  Folder *folder = g_hash_table_lookup (folders, path);

  if (folder == NULL)
    {
      folder = g_new0 (Folder, 1);
      g_hash_table_insert (folders, g_strdup (path), folder);
    }

  return folder;
}

static void
count_names (GHashTable *folders, GPtrArray *records, guint n, DiskCut cut)
{
  GHashTableIter iter;
  Folder *folder;

  for (guint i = 0; i < n; i++)
    {
      const Record *record = records->pdata[i];
      g_autofree char *parent = is_naming (record) ? parent_of (record->path) : NULL;

      if (parent != NULL)
        folder_of (folders, parent)->n_asked++;
      if (record->type == RECORD_RENAME)
        {
          g_autofree char *other = parent_of (record->path2);

          if (!g_str_equal (other, parent))
            folder_of (folders, other)->n_asked++;
        }
      if (record->type == RECORD_SYNC_DIR)
        {
          folder = folder_of (folders, record->path);
          folder->n_synced = folder->n_asked;
        }
    }
  g_hash_table_iter_init (&iter, folders);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &folder))
    {
      folder->n_left = cut == DISK_NONE  ? folder->n_synced
                       : cut == DISK_ALL ? folder->n_asked
                                         : (guint) g_random_int_range ((int) folder->n_synced,
                                                                       (int) folder->n_asked + 1);
      folder->n_asked = 0; /* counted again when they are applied */
    }
}

/* Whether the next change of names in @path is one of those that are left. */
static gboolean
is_left (GHashTable *folders, const char *path)
{
  Folder *folder = folder_of (folders, path);

  return folder->n_asked++ < folder->n_left;
}

static char *
dup_key (const char *key, gpointer unused)
{
  return g_strdup (key);
}

static void
move_names (GHashTable *names, const char *from, const char *to)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (names);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gsize length = strlen (from);

  g_ptr_array_extend (paths, keys, (GCopyFunc) dup_key, NULL); /* the keys may go meanwhile */
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];
      gpointer file;

      if (strncmp (path, from, length) != 0 || (path[length] != '\0' && path[length] != '/'))
        continue;
      file = g_hash_table_lookup (names, path);
      g_hash_table_remove (names, path);
      g_hash_table_replace (names, g_strconcat (to, path + length, NULL), file);
    }
}

/* Names that are left: path -> number of the file, or 0 for a folder. A rename between two folders
 * is done in both or in none. */
static GHashTable *
work_out_names (GPtrArray *records, guint n, DiskCut cut)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) folders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  count_names (folders, records, n, cut);
  for (guint i = 0; i < n; i++)
    {
      const Record *record = records->pdata[i];
      g_autofree char *parent = is_naming (record) ? parent_of (record->path) : NULL;
      gboolean left;

      if (parent == NULL)
        continue;
      left = is_left (folders, parent);
      if (record->type == RECORD_RENAME)
        {
          g_autofree char *other = parent_of (record->path2);

          if (!g_str_equal (other, parent))
            left = is_left (folders, other) || left;
          if (left && g_hash_table_contains (names, record->path))
            move_names (names, record->path, record->path2);
        }
      else if (left && record->type == RECORD_UNLINK)
        g_hash_table_remove (names, record->path);
      else if (left)
        g_hash_table_replace (names, g_strdup (record->path), GUINT_TO_POINTER (record->file));
    }

  return names;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize one = strlen (*(const char **) a), other = strlen (*(const char **) b);

  return one < other ? -1 : one > other;
}

void
disk_build (GPtrArray *records, guint n, DiskCut cut, const char *folder)
{
  g_autoptr (GHashTable) files =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) file_free);
  g_autoptr (GHashTable) names = work_out_names (records, n, cut);
  g_autoptr (GPtrArray) paths = g_hash_table_get_keys_as_ptr_array (names);

  for (guint i = 0; i < n; i++)
    {
      const Record *record = records->pdata[i];
      File *file = g_hash_table_lookup (files, GUINT_TO_POINTER (record->file));

      if (record->type == RECORD_CREATE)
        g_hash_table_insert (files, GUINT_TO_POINTER (record->file), file_new ());
      else if (record->type == RECORD_WRITE || record->type == RECORD_TRUNCATE)
        g_ptr_array_add (file->waiting, (gpointer) record);
      else if (record->type == RECORD_SYNC)
        {
          for (guint j = 0; j < file->waiting->len; j++)
            apply (file->bytes, file->waiting->pdata[j]);
          g_ptr_array_set_size (file->waiting, 0);
        }
    }
  g_ptr_array_sort (paths, compare_lengths); /* folders before what is in them */
  for (guint i = 0; i < paths->len; i++)
    {
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (names, paths->pdata[i]));
      File *file = g_hash_table_lookup (files, GUINT_TO_POINTER (number));
      g_autofree char *path = g_strconcat (folder, paths->pdata[i], NULL);
      g_autofree char *parent = parent_of (path);

      if (!g_file_test (parent, G_FILE_TEST_IS_DIR))
        continue; /* lost with its folder */
      if (number == 0)
        {
          g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
          continue;
        }
      apply_waiting (file, cut);
      g_assert_true (g_file_set_contents_full (path,
                                               (const char *) file->bytes->data,
                                               file->bytes->len,
                                               G_FILE_SET_CONTENTS_NONE,
                                               0600,
                                               NULL));
    }
}
