/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-left.h"

#include <glib/gstdio.h>
#include <string.h>

#include "wijk-plan-files.h"

#define NOTE "left"

static const char *const words[] = {
  [WIJK_LEFT_BUNDLE] = "bundle",   [WIJK_LEFT_INTERNAL] = "internal", [WIJK_LEFT_BACKUP] = "backup",
  [WIJK_LEFT_PACKET] = "packet",   [WIJK_LEFT_REPORT] = "report",     [WIJK_LEFT_DRAFT] = "draft",
  [WIJK_LEFT_VERSION] = "version",
};

void
wijk_left_free (WijkLeft *self)
{
  if (self == NULL)
    return;
  g_free (self->date);
  g_free (self->name);
  g_free (self->folder);
  g_free (self);
}

/* ---- the note: a line for each file, date, kind and path parted by tabs ---- */

static WijkLeft *
from_line (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "\t", 3);
  g_autofree char *path = NULL;
  g_autoptr (WijkLeft) left = NULL;

  if (g_strv_length (cells) != 3)
    return NULL;
  path = g_strcompress (cells[2]);
  left = g_new0 (WijkLeft, 1);
  left->date = g_strdup (cells[0]);
  left->name = g_path_get_basename (path);
  left->folder = strchr (path, G_DIR_SEPARATOR) != NULL ? g_path_get_dirname (path) : g_strdup ("");
  left->is_there = *left->folder != '\0' && g_file_test (path, G_FILE_TEST_EXISTS);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], cells[1]))
      {
        left->kind = (WijkLeftKind) i;
        return g_steal_pointer (&left);
      }

  return NULL;
}

static char *
dup_path (const WijkLeft *left)
{
  return *left->folder != '\0' ? g_build_filename (left->folder, left->name, NULL)
                               : g_strdup (left->name);
}

static void
add_line (GString *note, const char *date, WijkLeftKind kind, const char *path)
{
  g_autofree char *escaped = g_strescape (path, NULL);

  g_string_append_printf (note, "%s\t%s\t%s\n", date, words[kind], escaped);
}

/* Own backups beyond the newest ten are removed by themselves. */
static gboolean
is_gone (const WijkLeft *left)
{
  return left->kind == WIJK_LEFT_BACKUP && !left->is_there;
}

GPtrArray *
wijk_left_list (WijkStore *store, const char *since)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_left_free);
  g_autofree char *note = wijk_store_dup_note (store, NOTE);
  g_auto (GStrv) lines = g_strsplit (note != NULL ? note : "", "\n", -1);

  for (guint i = g_strv_length (lines); i > 0; i--)
    {
      g_autoptr (WijkLeft) left = from_line (lines[i - 1]);

      if (left != NULL && !is_gone (left) && strcmp (left->date, since) >= 0)
        g_ptr_array_add (list, g_steal_pointer (&left));
    }

  return list;
}

/* Writes the list, oldest first, without those for which @drop says so, and @more. */
static gboolean
write_list (WijkStore *store,
            gboolean (*drop) (const char *path, gconstpointer data),
            gconstpointer data,
            const char *more,
            GError **error)
{
  g_autoptr (GPtrArray) list = wijk_left_list (store, "");
  GString *note = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = list->len; i > 0; i--)
    {
      const WijkLeft *left = list->pdata[i - 1];
      g_autofree char *path = dup_path (left);

      if (!drop (path, data))
        add_line (note, left->date, left->kind, path);
    }
  g_string_append (note, more);
  text = g_string_free_and_steal (note);

  return wijk_store_set_note (store, NOTE, text, error);
}

static gboolean
is_path (const char *path, gconstpointer data)
{
  return g_str_equal (path, data);
}

gboolean
wijk_left_note (WijkStore *store,
                const WijkContext *context,
                WijkLeftKind kind,
                const char *path,
                GError **error)
{
  g_autofree char *date = g_date_time_format (context->now, "%Y-%m-%d");
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *whole = strchr (path, G_DIR_SEPARATOR) != NULL
                               ? g_canonicalize_filename (path, NULL)
                               : g_strdup (path);

  add_line (line, date, kind, whole);

  return write_list (store, is_path, whole, line->str, error);
}

gboolean
wijk_left_note_for (const WijkContext *context,
                    const char *plan_id,
                    WijkLeftKind kind,
                    const char *path,
                    GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);

  return store != NULL && wijk_left_note (store, context, kind, path, error);
}

static gboolean
is_removed (const char *path, gconstpointer data)
{
  return g_hash_table_contains ((GHashTable *) data, path);
}

guint
wijk_left_remove_backups (WijkStore *store, GPtrArray *left)
{
  g_autoptr (GHashTable) removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < left->len; i++)
    {
      const WijkLeft *one = left->pdata[i];
      g_autofree char *path = dup_path (one);

      if (one->kind == WIJK_LEFT_BACKUP && one->is_there && g_unlink (path) == 0)
        g_hash_table_add (removed, g_steal_pointer (&path));
    }
  write_list (store, is_removed, removed, "", NULL);

  return g_hash_table_size (removed);
}
