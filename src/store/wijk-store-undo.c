/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo appends the inverse of a step; redo undoes the undo. The stack is this laptop's, and is kept
 * with the plan, so that it is there after a restart. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-stamp.h"
#include "wijk-store-private.h"

#define MAX_UNDO 1000

gboolean
wijk_store_push_undo (WijkStore *self, const char *steps, GError **error)
{
  sqlite3_stmt *push = wijk_store_statement (self, WIJK_SQL_PUSH_UNDO);
  sqlite3_stmt *oldest = wijk_store_statement (self, WIJK_SQL_FORGET_OLDEST);

  wijk_store_bind (push, 1, steps);
  sqlite3_bind_int64 (oldest, 1, MAX_UNDO);

  return wijk_store_run (self, wijk_store_statement (self, WIJK_SQL_FORGET_REDO), error) &&
         wijk_store_run (self, push, error) && wijk_store_run (self, oldest, error);
}

/* An entry of the stack. */
typedef struct
{
  gint64 position;
  char *steps;
  char *undone_by;
} Entry;

static void
entry_clear (Entry *entry)
{
  g_free (entry->steps);
  g_free (entry->undone_by);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, entry_clear)

static gboolean
find_entry (WijkStore *self, gboolean redo, Entry *entry)
{
  const char *text = redo
                         ? "SELECT position, steps, undone_by FROM undo WHERE undone_by IS NOT NULL"
                           " ORDER BY position LIMIT 1"
                         : "SELECT position, steps, undone_by FROM undo WHERE undone_by IS NULL"
                           " ORDER BY position DESC LIMIT 1";
  sqlite3_stmt *statement = NULL;
  gboolean found = FALSE;

  sqlite3_prepare_v2 (self->db, text, -1, &statement, NULL);
  if (wijk_store_next (self, statement))
    {
      found = TRUE;
      entry->position = sqlite3_column_int64 (statement, 0);
      entry->steps = g_strdup ((const char *) sqlite3_column_text (statement, 1));
      entry->undone_by = g_strdup ((const char *) sqlite3_column_text (statement, 2));
    }
  sqlite3_finalize (statement);

  return found;
}

static GPtrArray *
read_changes_of (WijkStore *self, const char *steps, GError **error)
{
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  g_auto (GStrv) ids = g_strsplit (steps, " ", -1);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (self->db,
                          "SELECT stamp, step, record, field, value, replaced FROM change"
                          " WHERE step = ?1 ORDER BY stamp DESC",
                          -1,
                          &statement,
                          NULL) != SQLITE_OK)
    {
      wijk_store_failed (self, error);
      return NULL;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      sqlite3_reset (statement);
      wijk_store_bind (statement, 1, ids[i]);
      while (wijk_store_next (self, statement))
        {
          const char *c[6];

          for (int j = 0; j < 6; j++)
            c[j] = (const char *) sqlite3_column_text (statement, j);
          g_ptr_array_add (changes, wijk_change_new (c[0], c[1], c[2], c[3], c[4], c[5]));
        }
    }
  sqlite3_finalize (statement);

  return g_steal_pointer (&changes);
}

static int
compare_stamps_down (gconstpointer a, gconstpointer b)
{
  return -strcmp ((*(WijkChange **) a)->stamp, (*(WijkChange **) b)->stamp);
}

/* A record that is deleted anew has other stamps in its mark, but is deleted all the same. */
static gboolean
is_equal (const char *field, const char *one, const char *other)
{
  if (one != NULL && other != NULL && g_str_equal (field, "deleted"))
    return (*one == '\0') == (*other == '\0');

  return g_strcmp0 (one, other) == 0;
}

/* Whether the value that @change gave is what stands in the field, and nothing else beside it.
 * Values are compared, not stamps, because undoing a later step brings a value back under a new
 * stamp. */
static gboolean
still_stands (WijkStore *self, const WijkChange *change)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_HEADS_OF_FIELD);
  guint n_heads = 0;
  gboolean stands = change->value != NULL;

  wijk_store_bind (statement, 2, change->record, change->field);
  for (; stands && wijk_store_next (self, statement); n_heads++)
    stands =
        is_equal (change->field, (const char *) sqlite3_column_text (statement, 1), change->value);
  sqlite3_reset (statement);

  return stands && n_heads > 0;
}

/* Whether something stands in @record that came from another laptop and is not among @seen. */
static gboolean
is_touched_by_others (WijkStore *self, const char *record, GHashTable *seen)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_HEADS_OF_RECORD);
  gboolean touched = FALSE;

  wijk_store_bind (statement, 1, record);
  while (!touched && wijk_store_next (self, statement))
    {
      const char *stamp = (const char *) sqlite3_column_text (statement, 0);

      touched = !g_str_equal (wijk_stamp_get_device (stamp), self->device) &&
                !g_hash_table_contains (seen, stamp);
    }
  sqlite3_reset (statement);

  return touched;
}

/* What stood in the field before @change: the highest of what it replaced; "" if nothing did, NULL
 * if it is erased. */
static char *
value_before (WijkStore *self, const WijkChange *change)
{
  const char *last = strrchr (change->replaced, ' ');
  const char *stamp = last != NULL ? last + 1 : change->replaced;
  sqlite3_stmt *statement;
  char *value;

  if (*stamp == '\0')
    return g_strdup ("");
  statement = wijk_store_statement (self, WIJK_SQL_CHANGE_BY_STAMP);
  wijk_store_bind (statement, 1, stamp);
  value = wijk_store_next (self, statement)
              ? g_strdup ((const char *) sqlite3_column_text (statement, 3))
              : g_strdup ("");
  sqlite3_reset (statement);

  return value;
}

/* A record that the step made: nothing is known of it from before the step. */
static gboolean
made_record (WijkStore *self, const char *record, GHashTable *stamps)
{
  g_autofree char *first =
      wijk_store_query (self, "SELECT MIN(stamp) FROM change WHERE record = ?1", record);

  return first != NULL && g_hash_table_contains (stamps, first);
}

typedef struct
{
  WijkStore *self;
  const char *step;    /* id of the step that takes back */
  GHashTable *stamps;  /* of the changes that are taken back */
  GHashTable *made;    /* record -> whether the step made it; answered once a record */
  GHashTable *removed; /* records made by the step and now deleted */
  GHashTable *left;    /* `record field` of what was left alone, or `record` */
  WijkUndone *undone;
} Undoing;

static gboolean
is_made (Undoing *u, const char *record)
{
  gpointer answer;

  if (!g_hash_table_lookup_extended (u->made, record, NULL, &answer))
    {
      answer = GINT_TO_POINTER (made_record (u->self, record, u->stamps));
      g_hash_table_insert (u->made, g_strdup (record), answer);
    }

  return GPOINTER_TO_INT (answer);
}

static gboolean
leave (Undoing *u, const char *record, const char *field)
{
  g_hash_table_add (u->left, g_strjoin (" ", record, field, NULL));
  u->undone->n_left = g_hash_table_size (u->left);

  return TRUE;
}

/* Deletes @record with all that stands in it now, unless others put something there that is not in
 * @seen. */
static gboolean
remove_record (Undoing *u, const char *record, GHashTable *seen, GError **error)
{
  g_autoptr (WijkEdit) edit = wijk_edit_new (record, "deleted", WIJK_EDIT_DELETED);

  if (!g_hash_table_add (u->removed, g_strdup (record)))
    return TRUE;
  if (is_touched_by_others (u->self, record, seen))
    return leave (u, record, NULL);

  return wijk_store_write_edit (u->self, u->step, edit, NULL, error);
}

static gboolean
take_back (Undoing *u, const WijkChange *change, GError **error)
{
  gboolean is_deletion = g_str_equal (change->field, "deleted");
  g_autofree char *before = NULL;
  g_autoptr (WijkEdit) edit = NULL;

  if (g_str_equal (change->field, "erased"))
    return TRUE; /* erasing cannot be undone */
  if (!is_deletion && g_hash_table_contains (u->removed, change->record))
    return TRUE; /* gone as a whole */
  if (!still_stands (u->self, change))
    return leave (u, change->record, change->field);
  if (u->undone->record == NULL)
    u->undone->record = g_strdup (change->record);
  if (!is_deletion && is_made (u, change->record))
    return remove_record (u, change->record, u->stamps, error);

  before = value_before (u->self, change);
  if (before == NULL)
    return leave (u, change->record, change->field);
  if (is_deletion && *before != '\0') /* deleted anew: what stands has other stamps than it had */
    {
      g_auto (GStrv) stamps = g_strsplit (before, " ", -1);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; stamps[i] != NULL; i++)
        g_hash_table_add (seen, stamps[i]);
      return remove_record (u, change->record, seen, error);
    }
  edit = wijk_edit_new (change->record, change->field, before);

  return wijk_store_write_edit (u->self, u->step, edit, NULL, error);
}

static gboolean
take_back_all (
    WijkStore *self, const char *step, const char *steps, WijkUndone *undone, GError **error)
{
  g_autoptr (GPtrArray) changes = read_changes_of (self, steps, error);
  g_autoptr (GHashTable) stamps = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Undoing u = { self, step, stamps, made, removed, left, undone };

  if (changes == NULL)
    return FALSE;
  g_ptr_array_sort (changes, compare_stamps_down);
  for (guint i = 0; i < changes->len; i++)
    g_hash_table_add (stamps, ((WijkChange *) changes->pdata[i])->stamp);
  for (guint i = 0; i < changes->len; i++)
    if (!take_back (&u, changes->pdata[i], error))
      return FALSE;

  return TRUE;
}

static char *
dup_step_name (WijkStore *self, const char *steps)
{
  char *name;

  if (strchr (steps, ' ') != NULL)
    return g_strdup (_ ("Import"));
  name = wijk_store_query (self, "SELECT name FROM step WHERE id = ?1", steps);

  return name != NULL ? name : g_strdup ("");
}

/* The entry's steps become @steps, and @undone_by says whether it is undone. */
static gboolean
update_entry (
    WijkStore *self, gint64 position, const char *steps, const char *undone_by, GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean ok;

  if (sqlite3_prepare_v2 (self->db,
                          "UPDATE undo SET steps = ?1, undone_by = ?2 WHERE position = ?3",
                          -1,
                          &statement,
                          NULL) != SQLITE_OK)
    return wijk_store_failed (self, error);
  wijk_store_bind (statement, 2, steps, undone_by);
  sqlite3_bind_int64 (statement, 3, position);
  ok = wijk_store_run (self, statement, error);
  sqlite3_finalize (statement);

  return ok;
}

static gboolean
move (WijkStore *self, gboolean redo, WijkUndone *undone, GError **error)
{
  g_auto (Entry) entry = { 0 };
  g_autoptr (WijkStep) step = NULL;
  const char *source;
  gboolean ok;

  *undone = (WijkUndone) { 0 };
  if (!wijk_store_close_typing (self, error) || !wijk_store_begin (self, error))
    return FALSE;
  if (!find_entry (self, redo, &entry))
    {
      if (self->trouble != NULL)
        return wijk_store_end (self, FALSE, error);
      wijk_store_end (self, FALSE, NULL);
      g_set_error_literal (error,
                           WIJK_STORE_ERROR,
                           WIJK_STORE_ERROR_NOTHING,
                           redo ? _ ("There is nothing to redo.")
                                : _ ("There is nothing to undo."));
      return FALSE;
    }

  source = redo ? entry.undone_by : entry.steps;
  undone->name = dup_step_name (self, entry.steps);
  step = wijk_store_new_step (self, undone->name, source);
  if (strchr (source, ' ') != NULL)
    g_clear_pointer (&step->undoes, g_free); /* several steps at once: an import */
  ok = take_back_all (self, step->id, source, undone, error) &&
       wijk_store_insert_step (self, step, error) &&
       update_entry (
           self, entry.position, redo ? step->id : entry.steps, redo ? NULL : step->id, error);
  if (!wijk_store_end (self, ok, error))
    {
      wijk_undone_clear (undone);
      return FALSE;
    }

  return TRUE;
}

gboolean
wijk_store_undo (WijkStore *self, WijkUndone *undone, GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  return move (self, FALSE, undone, error);
}

gboolean
wijk_store_redo (WijkStore *self, WijkUndone *undone, GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  return move (self, TRUE, undone, error);
}

gboolean
wijk_store_forget_undo (WijkStore *self, GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  return wijk_store_exec (self, "DELETE FROM undo", error);
}

void
wijk_undone_clear (WijkUndone *undone)
{
  g_free (undone->name);
  g_free (undone->record);
  *undone = (WijkUndone) { 0 };
}

char *
wijk_store_dup_undo_name (WijkStore *self)
{
  g_auto (Entry) entry = { 0 };

  return find_entry (self, FALSE, &entry) ? dup_step_name (self, entry.steps) : NULL;
}

char *
wijk_store_dup_redo_name (WijkStore *self)
{
  g_auto (Entry) entry = { 0 };

  return find_entry (self, TRUE, &entry) ? dup_step_name (self, entry.steps) : NULL;
}
