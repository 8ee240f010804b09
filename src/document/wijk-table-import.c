/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-table-import.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-csv-remarks.h"
#include "wijk-entry.h"
#include "wijk-fold.h"
#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-session.h"
#include "wijk-theme.h"

typedef struct
{
  WijkState *state;
  GHashTable *known;    /* what tells a remark from others -> nothing */
  GHashTable *sessions; /* folded title -> id */
  GHashTable *themes;   /* folded name -> id */
  GPtrArray *edits;
  char *today;
  WijkImported *imported;
} Importing;

static void
importing_clear (Importing *i)
{
  g_clear_object (&i->state);
  g_clear_pointer (&i->known, g_hash_table_unref);
  g_clear_pointer (&i->sessions, g_hash_table_unref);
  g_clear_pointer (&i->themes, g_hash_table_unref);
  g_clear_pointer (&i->edits, g_ptr_array_unref);
  g_free (i->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importing, importing_clear)

/* The same words on the same day through the same channel are the same remark. */
static char *
make_mark (const char *text, const char *date, const char *channel)
{
  g_autofree char *folded = wijk_fold (text);

  return g_strjoin ("\n", folded, date != NULL ? date : "", channel != NULL ? channel : "", NULL);
}

static void
learn (Importing *i)
{
  WijkRecordList *remarks = wijk_state_get_list (i->state, WIJK_KIND_REMARK);
  WijkRecordList *sessions = wijk_state_get_list (i->state, WIJK_KIND_SESSION);
  WijkRecordList *themes = wijk_state_get_list (i->state, WIJK_KIND_THEME);

  i->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  i->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  i->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint n = 0; n < wijk_record_list_get_length (remarks); n++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_record_list_get (remarks, n);
      const char *channel = remark->channel > 0 ? wijk_channel_words[remark->channel - 1] : NULL;

      g_hash_table_add (i->known, make_mark (remark->text, remark->date, channel));
    }
  for (guint n = 0; n < wijk_record_list_get_length (sessions); n++)
    {
      WijkSession *session = (WijkSession *) wijk_record_list_get (sessions, n);

      g_hash_table_insert (i->sessions,
                           wijk_fold (session->title),
                           g_strdup (wijk_record_get_id (WIJK_RECORD (session))));
    }
  for (guint n = 0; n < wijk_record_list_get_length (themes); n++)
    {
      WijkTheme *theme = (WijkTheme *) wijk_record_list_get (themes, n);

      g_hash_table_insert (
          i->themes, wijk_fold (theme->name), g_strdup (wijk_record_get_id (WIJK_RECORD (theme))));
    }
}

/* The id of the session or theme that a cell names; made if there is none of that name. */
static const char *
find_or_make (Importing *i,
              GHashTable *known,
              WijkKind kind,
              const char *key,
              const char *cell,
              GError **error)
{
  g_autofree char *folded = wijk_fold (cell);
  const char *id = g_hash_table_lookup (known, folded);
  g_autoptr (GPtrArray) values = NULL;
  char *made;

  if (id != NULL)
    return id;
  if (wijk_state_lookup_live (i->state, cell, kind) != NULL)
    return wijk_record_get_id (wijk_state_lookup (i->state, cell));
  values = wijk_edits_new ();
  wijk_edits_add (values, "", key, cell);
  made = wijk_entry_add (i->state, kind, values, i->today, i->edits, error);
  if (made != NULL)
    g_hash_table_insert (known, g_steal_pointer (&folded), made);

  return made;
}

static const char *
value_of (GPtrArray *values, const char *key)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (((WijkEdit *) values->pdata[i])->field, key))
      return ((WijkEdit *) values->pdata[i])->value;

  return NULL;
}

/* The row's values with ids where it names sessions and themes. */
static GPtrArray *
resolve (Importing *i, const WijkCsvRemark *row, GError **error)
{
  g_autoptr (GPtrArray) values = wijk_edits_new ();

  for (guint n = 0; n < row->remark->len; n++)
    {
      const WijkEdit *edit = row->remark->pdata[n];
      gboolean is_theme = g_str_equal (edit->field, "themes");
      const char *id;
      g_autofree char *field = NULL;

      if (!is_theme && !g_str_equal (edit->field, "session"))
        {
          wijk_edits_add (values, "", edit->field, edit->value);
          continue;
        }
      id = is_theme ? find_or_make (i, i->themes, WIJK_KIND_THEME, "name", edit->value, error)
                    : find_or_make (i, i->sessions, WIJK_KIND_SESSION, "title", edit->value, error);
      if (id == NULL)
        return NULL;
      field = is_theme ? g_strconcat ("themes/", id, NULL) : g_strdup ("session");
      wijk_edits_add (values, "", field, is_theme ? "1" : id);
    }

  return g_steal_pointer (&values);
}

static gboolean
add_person (Importing *i, const WijkCsvRemark *row, GPtrArray *values, GError **error)
{
  g_autoptr (GPtrArray) person = NULL;
  g_autofree char *id = NULL;

  if (row->person == NULL)
    return TRUE;
  person = wijk_edits_new ();
  for (guint n = 0; n < row->person->len; n++)
    {
      const WijkEdit *edit = row->person->pdata[n];

      wijk_edits_add (person, "", edit->field, edit->value);
    }
  if (value_of (person, "kind") == NULL)
    wijk_edits_add (person, "", "kind", "persoon");
  id = wijk_entry_add (i->state, WIJK_KIND_STAKEHOLDER, person, i->today, i->edits, error);
  if (id == NULL)
    return FALSE;
  wijk_edits_add (values, "", "stakeholder", id);

  return TRUE;
}

static gboolean
add_row (Importing *i, const WijkCsvRemark *row, GError **error)
{
  char *mark = make_mark (value_of (row->remark, "text"),
                          value_of (row->remark, "date"),
                          value_of (row->remark, "channel"));
  g_autoptr (GPtrArray) values = NULL;
  g_autofree char *id = NULL;

  if (!g_hash_table_add (i->known, mark))
    {
      i->imported->n_same++;
      return TRUE;
    }
  values = resolve (i, row, error);
  if (values == NULL || !add_person (i, row, values, error))
    return FALSE;
  id = wijk_entry_add (i->state, WIJK_KIND_REMARK, values, i->today, i->edits, error);
  if (id == NULL)
    {
      g_prefix_error (error, _ ("Line %u: "), row->line);
      return FALSE;
    }
  i->imported->n_new++;

  return TRUE;
}

gboolean
wijk_table_import (const WijkContext *context,
                   GBytes *bytes,
                   const char *name,
                   const char *into,
                   WijkImported *imported,
                   GError **error)
{
  g_autoptr (WijkCsv) csv = wijk_csv_read (bytes, error);
  g_autoptr (GPtrArray) rows = csv != NULL ? wijk_csv_to_remarks (csv, NULL, error) : NULL;
  g_autoptr (WijkStore) store = NULL;
  g_autofree char *published = NULL;
  g_auto (Importing) i = { .imported = imported };

  if (rows == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return FALSE;
    }
  if (into == NULL)
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_INPUT,
                   _ ("“%s” is a table: say into which plan its rows go."),
                   name);
      return FALSE;
    }
  store = wijk_plan_files_open_store (context, into, error);
  published = store != NULL ? wijk_store_dup_note (store, "published") : NULL;
  if (g_strcmp0 (published, "1") == 0)
    {
      g_set_error_literal (error,
                           WIJK_TASK_ERROR,
                           WIJK_TASK_ERROR_READ_ONLY,
                           _ ("This is a published version; it does not change."));
      return FALSE;
    }
  i.state = store != NULL ? wijk_load_state (store, error) : NULL;
  if (i.state == NULL)
    return FALSE;
  i.edits = wijk_edits_new ();
  i.today = g_date_time_format (context->now, "%Y-%m-%d");
  learn (&i);
  for (guint n = 0; n < rows->len; n++)
    if (!add_row (&i, rows->pdata[n], error))
      {
        g_prefix_error (error, "%s: ", name);
        return FALSE;
      }
  imported->plan_id = g_strdup (into);

  return wijk_store_write (store, _ ("Import a table"), i.edits, error);
}
