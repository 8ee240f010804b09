/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changing an open plan: typing, and everything else that is one step at once. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-document-private.h"
#include "wijk-entry.h"
#include "wijk-packet-plan.h"
#include "wijk-tasks.h"

#define SAVE_AFTER 900 /* milliseconds after the first key that is not on disk */

/* ---- typing ---- */

static char *
typing_key (const char *record, const char *field)
{
  return g_strconcat (record, " ", field, NULL);
}

void
wijk_document_count_typing (WijkDocument *self, const char *record, const char *field, int by)
{
  char *key = typing_key (record, field);
  int n = GPOINTER_TO_INT (g_hash_table_lookup (self->typing, key)) + by;

  if (n > 0)
    g_hash_table_replace (self->typing, key, GINT_TO_POINTER (n));
  else
    {
      g_hash_table_remove (self->typing, key);
      g_free (key);
    }
}

/* Gives what was typed to the writer. */
static void
save_typed (WijkDocument *self)
{
  WijkJob *job;

  if (self->is_value_wanted)
    {
      self->is_value_wanted = FALSE;
      g_signal_emit_by_name (self, "value-wanted");
    }
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->typed_value == NULL) /* nobody gave it */
    g_clear_pointer (&self->typed_record, g_free);
  if (self->typed_record == NULL)
    {
      g_clear_pointer (&self->typed_field, g_free);
      return;
    }
  job = wijk_job_new (WIJK_JOB_TYPE, self->typed_step);
  job->record = g_steal_pointer (&self->typed_record);
  job->field = g_steal_pointer (&self->typed_field);
  job->value = g_steal_pointer (&self->typed_value);
  wijk_document_count_typing (self, job->record, job->field, 1);
  wijk_document_push (self, job);
}

static void
save_typed_cb (gpointer user_data)
{
  WijkDocument *self = WIJK_DOCUMENT (user_data);

  self->save_source = 0;
  save_typed (self);
}

void
wijk_document_close_typing (WijkDocument *self)
{
  save_typed (self);
  if (self->typing_began == 0)
    return;
  self->typing_began = self->typed_at = 0;
  wijk_document_push (self, wijk_job_new (WIJK_JOB_CLOSE_TYPING, NULL));
}

/* ---- changes ---- */

static gboolean
may_write (WijkDocument *self, GError **error)
{
  if (!self->read_only && self->writer != NULL)
    return TRUE;
  g_set_error_literal (error,
                       WIJK_RULE_ERROR,
                       WIJK_RULE_ERROR_SET,
                       _ ("This is a published version; it does not change."));

  return FALSE;
}

static gboolean
check (WijkDocument *self, GPtrArray *edits, GError **error)
{
  return may_write (self, error) &&
         wijk_packet_plan_check (
             wijk_document_get_packet_sessions (self), self->state, edits, error) &&
         wijk_entry_check (self->state, edits, error);
}

gboolean
wijk_document_write (WijkDocument *self, const char *step, GPtrArray *edits, GError **error)
{
  WijkJob *job;

  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), FALSE);

  if (!check (self, edits, error))
    return FALSE;
  wijk_document_close_typing (self);
  job = wijk_job_new (WIJK_JOB_WRITE, step);
  job->edits = g_ptr_array_ref (edits);
  wijk_document_push (self, job);

  return TRUE;
}

gboolean
wijk_document_set (WijkDocument *self,
                   const char *step,
                   WijkRecord *record,
                   const char *key,
                   const char *value,
                   GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, wijk_record_get_id (record), key, value);

  return wijk_document_write (self, step, edits, error);
}

gboolean
wijk_document_set_member (WijkDocument *self,
                          const char *step,
                          WijkRecord *record,
                          const char *key,
                          const char *member,
                          gboolean present,
                          GError **error)
{
  g_autofree char *field = g_strconcat (key, "/", member, NULL);

  return wijk_document_set (self, step, record, field, present ? "1" : "", error);
}

char *
wijk_document_add (WijkDocument *self, const char *step, WijkKind kind, GError **error, ...)
{
  g_autoptr (GPtrArray) values = wijk_edits_new ();
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GDateTime) now = wijk_task_now ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  g_autofree char *id = NULL;
  const char *key;
  va_list pairs;

  va_start (pairs, error);
  while ((key = va_arg (pairs, const char *)) != NULL)
    wijk_edits_add (values, "", key, va_arg (pairs, const char *));
  va_end (pairs);

  if (!may_write (self, error))
    return NULL;
  wijk_packet_plan_complete (wijk_document_get_packet_sessions (self), kind, values);
  id = wijk_entry_add (self->state, kind, values, today, edits, error);
  if (id == NULL || !wijk_document_write (self, step, edits, error))
    return NULL;

  return g_steal_pointer (&id);
}

gboolean
wijk_document_delete (WijkDocument *self, const char *step, WijkRecord *record, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  return wijk_entry_delete (self->state, record, edits, error) &&
         wijk_document_write (self, step, edits, error);
}

gboolean
wijk_document_move (WijkDocument *self,
                    const char *step,
                    WijkRecord *record,
                    WijkRecord *parent,
                    WijkRecord *after,
                    GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  return wijk_entry_move (self->state, record, parent, after, edits, error) &&
         wijk_document_write (self, step, edits, error);
}

static gboolean
is_typed (WijkDocument *self, const char *record, const char *key)
{
  return self->typed_record != NULL && g_str_equal (self->typed_record, record) &&
         g_str_equal (self->typed_field, key);
}

/* What is typed can be taken back at once, and nothing can be done again after it. */
static void
show_undo (WijkDocument *self, const char *step)
{
  if (g_set_str (&self->undo_name, step))
    g_object_notify (G_OBJECT (self), "undo-name");
  if (g_set_str (&self->redo_name, NULL))
    g_object_notify (G_OBJECT (self), "redo-name");
}

/* From now on the field is typed in, and saved at latest a second after. */
static void
begin_typing (WijkDocument *self, const char *step, const char *id, const char *key)
{
  if (self->typed_record != NULL && !is_typed (self, id, key))
    save_typed (self);
  g_set_str (&self->typed_step, step);
  g_set_str (&self->typed_record, id);
  g_set_str (&self->typed_field, key);
  self->typed_at = g_get_monotonic_time ();
  if (self->typing_began == 0)
    {
      self->typing_began = self->typed_at;
      show_undo (self, step);
    }
  if (self->save_source == 0)
    self->save_source = g_timeout_add_once (SAVE_AFTER, save_typed_cb, self);
  wijk_document_update_saved (self);
}

gboolean
wijk_document_type (WijkDocument *self,
                    const char *step,
                    WijkRecord *record,
                    const char *key,
                    const char *value,
                    GError **error)
{
  const char *id = wijk_record_get_id (record);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), FALSE);

  wijk_edits_add (edits, id, key, value);
  if (!check (self, edits, error))
    return FALSE;
  begin_typing (self, step, id, key);
  g_set_str (&self->typed_value, value);
  self->is_value_wanted = FALSE;

  return TRUE;
}

gboolean
wijk_document_type_later (
    WijkDocument *self, const char *step, WijkRecord *record, const char *key, GError **error)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), FALSE);

  if (!may_write (self, error))
    return FALSE;
  begin_typing (self, step, wijk_record_get_id (record), key);
  self->is_value_wanted = TRUE;

  return TRUE;
}

void
wijk_document_end_typing (WijkDocument *self)
{
  g_return_if_fail (WIJK_IS_DOCUMENT (self));

  if (self->writer != NULL)
    wijk_document_close_typing (self);
}

gboolean
wijk_document_is_typing (WijkDocument *self, WijkRecord *record, const char *key)
{
  g_autofree char *name = typing_key (wijk_record_get_id (record), key);

  g_return_val_if_fail (WIJK_IS_DOCUMENT (self), FALSE);

  return is_typed (self, wijk_record_get_id (record), key) ||
         g_hash_table_contains (self->typing, name);
}

const char *const wijk_kept_keys[WIJK_N_KEPT] = {
  [WIJK_KEPT_ENTRY] = "entry-line",
  [WIJK_KEPT_EVENING] = "evening",
};

void
wijk_document_keep (WijkDocument *self, WijkKept what, const char *text)
{
  WijkJob *job;

  g_return_if_fail (WIJK_IS_DOCUMENT (self) && what < WIJK_N_KEPT);

  if (!may_write (self, NULL))
    return;
  g_set_str (&self->kept[what], text != NULL && *text != '\0' ? text : NULL);
  job = wijk_job_new (WIJK_JOB_NOTE, NULL);
  job->field = g_strdup (wijk_kept_keys[what]);
  job->value = g_strdup (text != NULL ? text : "");
  wijk_document_push (self, job);
}

const char *
wijk_document_get_kept (WijkDocument *self, WijkKept what)
{
  g_return_val_if_fail (WIJK_IS_DOCUMENT (self) && what < WIJK_N_KEPT, NULL);

  return self->kept[what];
}

void
wijk_document_undo (WijkDocument *self)
{
  g_return_if_fail (WIJK_IS_DOCUMENT (self));

  if (!may_write (self, NULL))
    return;
  wijk_document_close_typing (self);
  wijk_document_push (self, wijk_job_new (WIJK_JOB_UNDO, NULL));
}

void
wijk_document_redo (WijkDocument *self)
{
  g_return_if_fail (WIJK_IS_DOCUMENT (self));

  if (!may_write (self, NULL))
    return;
  wijk_document_close_typing (self);
  wijk_document_push (self, wijk_job_new (WIJK_JOB_REDO, NULL));
}
