/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making changes: edits, typing, numbers for people. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-id.h"
#include "wijk-store-private.h"

/* The stamps of the rows that @statement gives, joined by spaces; their number, and the value of
 * the last. */
static char *
join_stamps (WijkStore *self, sqlite3_stmt *statement, guint *n, char **value)
{
  GString *stamps = g_string_new (NULL);

  *n = 0;
  while (wijk_store_next (self, statement))
    {
      if ((*n)++ > 0)
        g_string_append_c (stamps, ' ');
      g_string_append (stamps, (const char *) sqlite3_column_text (statement, 0));
      if (value != NULL)
        {
          g_free (*value);
          *value = g_strdup ((const char *) sqlite3_column_text (statement, 1));
        }
    }
  sqlite3_reset (statement);

  return g_string_free (stamps, FALSE);
}

gboolean
wijk_store_write_edit (
    WijkStore *self, const char *step, const WijkEdit *edit, char **stamp_out, GError **error)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_HEADS_OF_FIELD);
  g_autofree char *standing = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *seen = NULL;
  g_autofree char *stamp = NULL;
  g_autoptr (WijkChange) change = NULL;
  const char *value = edit->value;
  guint n_heads;

  if (stamp_out != NULL)
    *stamp_out = NULL;
  wijk_store_bind (statement, 2, edit->record, edit->field);
  replaced = join_stamps (self, statement, &n_heads, &standing);
  if (g_str_equal (edit->field, "deleted") && g_str_equal (value, WIJK_EDIT_DELETED))
    {
      guint n_seen;

      statement = wijk_store_statement (self, WIJK_SQL_HEADS_OF_RECORD);
      wijk_store_bind (statement, 1, edit->record);
      seen = join_stamps (self, statement, &n_seen, NULL);
      value = seen;
    }
  if ((n_heads == 1 && g_strcmp0 (standing, value) == 0) || (n_heads == 0 && *value == '\0'))
    return TRUE;
  if (wijk_store_is_erased (self, edit->record, edit->field, NULL))
    {
      g_set_error (error,
                   WIJK_STORE_ERROR,
                   WIJK_STORE_ERROR_ERASED,
                   _ ("%s was erased here for good; nothing can be written there any more."),
                   edit->field);
      return FALSE;
    }

  stamp = wijk_store_new_stamp (self);
  change = wijk_change_new (stamp, step, edit->record, edit->field, value, replaced);
  if (!wijk_store_insert (self, change, error))
    return FALSE;
  if (stamp_out != NULL)
    *stamp_out = g_steal_pointer (&stamp);

  return TRUE;
}

static gboolean
write_all (WijkStore *self, const char *step, GPtrArray *edits, guint *n_written, GError **error)
{
  g_autofree char *number = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit edit = *(WijkEdit *) edits->pdata[i];
      g_autofree char *stamp = NULL;

      if (g_str_equal (edit.value, WIJK_EDIT_NUMBER) &&
          (g_str_equal (edit.field, "number") || g_str_equal (edit.field, "label")))
        {
          if (g_str_equal (edit.field, "number"))
            {
              g_clear_pointer (&number, g_free);
              g_clear_pointer (&label, g_free);
              if (!wijk_store_next_number (self, &number, &label, error))
                return FALSE;
            }
          edit.value = g_str_equal (edit.field, "number") ? number : label;
        }
      if (!wijk_store_write_edit (self, step, &edit, &stamp, error))
        return FALSE;
      *n_written += stamp != NULL;
    }

  return TRUE;
}

/* What is malformed would be refused by every other laptop. */
static gboolean
is_well_formed (const WijkEdit *edit)
{
  return wijk_id_is_valid (edit->record) && wijk_field_name_is_valid (edit->field);
}

static gboolean
write_step (WijkStore *self, const char *name, GPtrArray *edits, gboolean lasting, GError **error)
{
  g_autoptr (WijkStep) step = wijk_store_new_step (self, name, NULL);
  guint n_written = 0;
  gboolean ok;

  for (guint i = 0; i < edits->len; i++)
    g_return_val_if_fail (is_well_formed (edits->pdata[i]), FALSE);

  if (!wijk_store_begin (self, error))
    return FALSE;
  ok = write_all (self, step->id, edits, &n_written, error);
  if (ok && n_written > 0)
    ok = wijk_store_insert_step (self, step, error) &&
         (lasting || wijk_store_push_undo (self, step->id, error));

  return wijk_store_end (self, ok, error);
}

gboolean
wijk_store_write (WijkStore *self, const char *name, GPtrArray *edits, GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  return write_step (self, name, edits, FALSE, error);
}

gboolean
wijk_store_write_lasting (WijkStore *self, const char *name, GPtrArray *edits, GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  return write_step (self, name, edits, TRUE, error);
}

/* ---- typing ---- */

static gboolean
rewrite (WijkStore *self, const char *value, gboolean *done, GError **error)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_REWRITE_CHANGE);

  wijk_store_bind (statement, 2, self->typing_stamp, value);
  if (!wijk_store_run (self, statement, error))
    return FALSE;
  *done = sqlite3_changes (self->db) > 0;
  if (!*done)
    return TRUE;
  statement = wijk_store_statement (self, WIJK_SQL_REWRITE_HEAD);
  wijk_store_bind (
      statement, 4, self->typing_record, self->typing_field, self->typing_stamp, value);

  return wijk_store_run (self, statement, error);
}

static gboolean
begin_typing (WijkStore *self,
              const char *name,
              const char *record,
              const char *field,
              const char *value,
              GError **error)
{
  g_autoptr (WijkEdit) edit = wijk_edit_new (record, field, value);
  g_autoptr (WijkStep) step = wijk_store_new_step (self, name, NULL);
  g_autofree char *stamp = NULL;
  sqlite3_stmt *statement;

  g_clear_pointer (&self->typing_stamp, g_free);
  if (!wijk_store_write_edit (self, step->id, edit, &stamp, error))
    return FALSE;
  if (stamp == NULL)
    return TRUE;
  statement = wijk_store_statement (self, WIJK_SQL_OPEN_CHANGE);
  wijk_store_bind (statement, 1, stamp);
  if (!wijk_store_run (self, statement, error) || !wijk_store_insert_step (self, step, error) ||
      !wijk_store_push_undo (self, step->id, error))
    return FALSE;
  self->typing_stamp = g_steal_pointer (&stamp);
  g_set_str (&self->typing_record, record);
  g_set_str (&self->typing_field, field);

  return TRUE;
}

gboolean
wijk_store_type (WijkStore *self,
                 const char *name,
                 const char *record,
                 const char *field,
                 const char *value,
                 GError **error)
{
  gboolean done = FALSE;
  gboolean ok = TRUE;

  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);
  g_return_val_if_fail (wijk_id_is_valid (record) && wijk_field_name_is_valid (field), FALSE);

  if (!wijk_store_begin (self, error))
    return FALSE;
  if (self->typing_stamp != NULL && g_str_equal (self->typing_record, record) &&
      g_str_equal (self->typing_field, field))
    ok = rewrite (self, value, &done, error);
  if (ok && !done)
    ok = wijk_store_run (self, wijk_store_statement (self, WIJK_SQL_CLOSE_ALL), error) &&
         begin_typing (self, name, record, field, value, error);
  if (!wijk_store_end (self, ok, error))
    {
      g_clear_pointer (&self->typing_stamp, g_free);
      return FALSE;
    }

  return TRUE;
}

gboolean
wijk_store_close_typing (WijkStore *self, GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  g_clear_pointer (&self->typing_stamp, g_free);

  return wijk_store_run (self, wijk_store_statement (self, WIJK_SQL_CLOSE_ALL), error);
}
