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
  sqlite3_stmt *statement = NULL;
  gboolean ok;

  if (!wijk_store_exec (self, "DELETE FROM undo WHERE undone_by IS NOT NULL", error))
    return FALSE;
  if (sqlite3_prepare_v2 (self->db, "INSERT INTO undo (steps) VALUES (?1)", -1, &statement, NULL) !=
      SQLITE_OK)
    return wijk_store_failed (self, error);
  wijk_store_bind (statement, 1, steps);
  ok = wijk_store_run (self, statement, error);
  sqlite3_finalize (statement);

  return ok && wijk_store_exec (self,
                                "DELETE FROM undo WHERE position <="
                                " (SELECT MAX(position) FROM undo) - " G_STRINGIFY (MAX_UNDO),
                                error);
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

  if (sqlite3_prepare_v2 (self->db, text, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
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
      while (sqlite3_step (statement) == SQLITE_ROW)
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

/* Whether the value that @change gave is the one shown: that of the field's highest head. Values
 * are compared, not stamps, because undoing a later step brings a value back under a new stamp. */
static gboolean
still_stands (WijkStore *self, const WijkChange *change)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_HEADS_OF_FIELD);
  g_autofree char *shown = NULL;

  wijk_store_bind (statement, 2, change->record, change->field);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_set_str (&shown, (const char *) sqlite3_column_text (statement, 1));
  sqlite3_reset (statement);

  return shown != NULL && g_strcmp0 (shown, change->value) == 0;
}

/* Whether something stands in @record that came from another laptop, and not in these changes. */
static gboolean
is_touched_by_others (WijkStore *self, const char *record, GHashTable *stamps)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_HEADS_OF_RECORD);
  gboolean touched = FALSE;

  wijk_store_bind (statement, 1, record);
  while (!touched && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *stamp = (const char *) sqlite3_column_text (statement, 0);

      touched = !g_str_equal (wijk_stamp_get_device (stamp), self->device) &&
                !g_hash_table_contains (stamps, stamp);
    }
  sqlite3_reset (statement);

  return touched;
}

/* What stood in the field before @change: the highest of what it replaced; "" if nothing did. */
static char *
value_before (WijkStore *self, const WijkChange *change)
{
  const char *last = strrchr (change->replaced, ' ');
  const char *stamp = last != NULL ? last + 1 : change->replaced;
  sqlite3_stmt *statement;
  char *value = NULL;

  if (*stamp == '\0')
    return g_strdup ("");
  statement = wijk_store_statement (self, WIJK_SQL_CHANGE_BY_STAMP);
  wijk_store_bind (statement, 1, stamp);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (statement, 3));
  sqlite3_reset (statement);

  return value != NULL ? value : g_strdup ("");
}

/* A record that the step made: nothing is known of it from before the step. */
static gboolean
made_record (WijkStore *self, const char *record, GHashTable *stamps)
{
  sqlite3_stmt *statement = NULL;
  gboolean made = TRUE;

  if (sqlite3_prepare_v2 (self->db,
                          "SELECT stamp FROM change WHERE record = ?1 ORDER BY stamp",
                          -1,
                          &statement,
                          NULL) != SQLITE_OK)
    return FALSE;
  wijk_store_bind (statement, 1, record);
  if (sqlite3_step (statement) == SQLITE_ROW)
    made = g_hash_table_contains (stamps, sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return made;
}

typedef struct
{
  WijkStore *self;
  const char *step;    /* id of the step that takes back */
  GHashTable *stamps;  /* of the changes that are taken back */
  GHashTable *made;    /* record -> whether the step made it; answered once a record */
  GHashTable *removed; /* records made by the step and now deleted */
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
remove_record (Undoing *u, const char *record, GError **error)
{
  g_autoptr (WijkEdit) edit = wijk_edit_new (record, "deleted", WIJK_EDIT_DELETED);

  if (!g_hash_table_add (u->removed, g_strdup (record)))
    return TRUE;
  if (is_touched_by_others (u->self, record, u->stamps))
    {
      u->undone->n_left++;
      return TRUE;
    }

  return wijk_store_write_edit (u->self, u->step, edit, NULL, error);
}

static gboolean
take_back (Undoing *u, const WijkChange *change, GError **error)
{
  g_autofree char *before = NULL;
  g_autoptr (WijkEdit) edit = NULL;

  if (g_str_equal (change->field, "erased"))
    return TRUE; /* erasing cannot be undone */
  if (!still_stands (u->self, change))
    {
      u->undone->n_left++;
      return TRUE;
    }
  if (u->undone->record == NULL)
    u->undone->record = g_strdup (change->record);
  if (is_made (u, change->record) && !g_str_equal (change->field, "deleted"))
    return remove_record (u, change->record, error);

  before = value_before (u->self, change);
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
  Undoing u = { self, step, stamps, made, removed, undone };

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
  g_autofree char *first = g_strndup (steps, strcspn (steps, " "));
  sqlite3_stmt *statement = NULL;
  char *name = NULL;

  if (sqlite3_prepare_v2 (self->db, "SELECT name FROM step WHERE id = ?1", -1, &statement, NULL) ==
      SQLITE_OK)
    {
      wijk_store_bind (statement, 1, first);
      if (sqlite3_step (statement) == SQLITE_ROW)
        name = g_strdup ((const char *) sqlite3_column_text (statement, 0));
    }
  sqlite3_finalize (statement);
  if (name != NULL && strchr (steps, ' ') != NULL)
    g_set_str (&name, _ ("Import"));

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
