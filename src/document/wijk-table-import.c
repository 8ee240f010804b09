/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-table-import.h"

#include <glib/gi18n.h>

#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-table-rows.h"

#define NOTE "columns/"

/* ---- columns that are remembered ---- */

static char *
make_note_key (const WijkGrid *grid)
{
  g_autoptr (GString) headings = g_string_new (NULL);
  g_autofree char *sum = NULL;

  for (guint i = 0; grid->headings[i] != NULL; i++)
    {
      g_autofree char *folded = wijk_column_fold (grid->headings[i]);

      g_string_append_printf (headings, "%s\n", folded);
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, headings->str, -1);

  return g_strconcat (NOTE, sum, NULL);
}

static gboolean
remember (WijkStore *store, const WijkTable *table, GError **error)
{
  guint n_columns = g_strv_length (table->grid->headings);
  g_autofree char *key = make_note_key (table->grid);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (
        words, "%s%s", i > 0 ? " " : "", wijk_column_get_info (table->columns[i])->word);

  return wijk_store_set_note (store, key, words->str, error);
}

WijkColumn *
wijk_table_propose (const WijkContext *context,
                    const char *plan_id,
                    const WijkGrid *grid,
                    gboolean guess)
{
  WijkColumn *columns = wijk_column_propose (grid, guess);
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, NULL);
  g_autofree char *key = make_note_key (grid);
  g_autofree char *note = store != NULL ? wijk_store_dup_note (store, key) : NULL;
  g_auto (GStrv) words = note != NULL ? g_strsplit (note, " ", -1) : NULL;

  if (words != NULL && g_strv_length (words) == g_strv_length (grid->headings))
    for (guint i = 0; words[i] != NULL; i++)
      columns[i] = wijk_column_from_word (words[i]);

  return columns;
}

/* ---- taking in ---- */

static WijkStore *
open_store (const WijkContext *context, const char *plan_id, GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);

  if (store == NULL || !wijk_plan_files_check_writable (store, error))
    return NULL;

  return g_steal_pointer (&store);
}

static void
report_init (WijkTableReport *report)
{
  *report = (WijkTableReport) { 0 };
  report->faults = g_ptr_array_new_with_free_func (g_free);
  report->notes = g_ptr_array_new_with_free_func (g_free);
}

static gboolean
add_rows (WijkTableRows *rows,
          GPtrArray *remarks,
          WijkProgress *progress,
          GCancellable *cancellable,
          GError **error)
{
  WijkTableReport *report = rows->report;

  for (guint i = 0; i < remarks->len; i++)
    {
      g_autoptr (GError) fault = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      /* reading was the first half */
      wijk_progress_set (progress, remarks->len + i, 2 * remarks->len + remarks->len / 10 + 1);
      if (!wijk_table_rows_add (rows, remarks->pdata[i], &fault) &&
          report->faults->len < WIJK_GRID_MAX_FAULTS)
        g_ptr_array_add (report->faults, g_strdup (fault->message));
    }

  return TRUE;
}

static gboolean
fail_on_fault (const WijkTable *table, const WijkTableReport *report, GError **error)
{
  const char *fault = report->faults->pdata[0];

  if (table->name != NULL)
    g_set_error (error, WIJK_GRID_ERROR, WIJK_GRID_ERROR_VALUE, "%s: %s", table->name, fault);
  else
    g_set_error_literal (error, WIJK_GRID_ERROR, WIJK_GRID_ERROR_VALUE, fault);

  return FALSE;
}

/* The last moment at which it can be stopped is before the disk. */
static gboolean
write_rows (WijkTableRows *rows, WijkStore *store, GCancellable *cancellable, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return wijk_store_close_typing (store, error) &&
         wijk_store_write (store, _ ("Import a table"), rows->edits, error) &&
         wijk_table_form_save (rows, store, error) && remember (store, rows->table, error);
}

static gboolean
take (const WijkContext *context,
      WijkStore *store,
      WijkTableRows *rows,
      gboolean is_trial,
      GCancellable *cancellable,
      GError **error)
{
  WijkTableReport *report = rows->report;
  g_autoptr (GPtrArray) remarks = wijk_grid_to_remarks (
      rows->table->grid, rows->table->columns, report->faults, NULL, cancellable, error);

  if (remarks == NULL)
    {
      if (rows->table->name != NULL && error != NULL && (*error)->domain == WIJK_GRID_ERROR)
        g_prefix_error (error, "%s: ", rows->table->name);
      return FALSE;
    }
  report->n_rows = remarks->len;
  wijk_table_form_load (rows, store, remarks);
  if (!add_rows (rows, remarks, context->progress, cancellable, error))
    return FALSE;
  if (is_trial)
    return TRUE;
  if (report->faults->len > 0)
    return fail_on_fault (rows->table, report, error);

  return write_rows (rows, store, cancellable, error);
}

static gboolean
run (const WijkContext *context,
     const char *plan_id,
     const WijkTable *table,
     gboolean is_trial,
     WijkTableReport *report,
     GCancellable *cancellable,
     GError **error)
{
  g_autoptr (WijkStore) store = open_store (context, plan_id, error);
  g_autoptr (WijkState) state = store != NULL ? wijk_load_state (store, error) : NULL;
  g_autofree char *today = g_date_time_format (context->now, "%Y-%m-%d");
  g_autoptr (GDateTime) next_year = g_date_time_add_years (context->now, 1);
  g_autofree char *keep_until = g_date_time_format (next_year, "%Y-%m-%d");
  WijkTableRows rows;
  gboolean ok;

  report_init (report);
  if (state == NULL)
    return FALSE;
  wijk_table_rows_init (&rows, state, table, today, report);
  rows.keep_until = keep_until;
  ok = take (context, store, &rows, is_trial, cancellable, error);
  wijk_table_rows_clear (&rows);

  return ok;
}

gboolean
wijk_table_check (const WijkContext *context,
                  const char *plan_id,
                  const WijkTable *table,
                  WijkTableReport *report,
                  GCancellable *cancellable,
                  GError **error)
{
  return run (context, plan_id, table, TRUE, report, cancellable, error);
}

gboolean
wijk_table_import (const WijkContext *context,
                   const char *plan_id,
                   const WijkTable *table,
                   WijkTableReport *report,
                   GCancellable *cancellable,
                   GError **error)
{
  return run (context, plan_id, table, FALSE, report, cancellable, error);
}

void
wijk_table_report_clear (WijkTableReport *report)
{
  g_clear_pointer (&report->faults, g_ptr_array_unref);
  g_clear_pointer (&report->notes, g_ptr_array_unref);
}

/* ---- a file ---- */

static gboolean
has_remarks (const WijkColumn *columns, guint n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] == WIJK_COLUMN_TEXT)
      return TRUE;

  return FALSE;
}

/* The one sheet that has remarks; the first if none says so, whose fault is then named. */
static const WijkGrid *
choose_sheet (GPtrArray *grids, const char *name, GError **error)
{
  const WijkGrid *chosen = NULL;

  for (guint i = 0; i < grids->len; i++)
    {
      const WijkGrid *grid = grids->pdata[i];
      g_autofree WijkColumn *columns = wijk_column_propose (grid, FALSE);

      if (!has_remarks (columns, g_strv_length (grid->headings)))
        continue;
      if (chosen != NULL)
        {
          g_set_error (error,
                       WIJK_GRID_ERROR,
                       WIJK_GRID_ERROR_HEADINGS,
                       /* Translators: name of a file, names of two sheets in it */
                       _ ("“%s” has remarks on more than one sheet (%s, %s); save them one by "
                          "one."),
                       name,
                       chosen->name,
                       grid->name);
          return NULL;
        }
      chosen = grid;
    }

  return chosen != NULL ? chosen : grids->pdata[0];
}

static gboolean
import_grid (const WijkContext *context,
             const WijkGrid *grid,
             const char *name,
             const char *into,
             WijkImported *imported,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree WijkColumn *columns = wijk_table_propose (context, into, grid, FALSE);
  WijkTable table = { .name = name, .grid = grid, .columns = columns };
  g_auto (WijkTableReport) report = { 0 };

  if (!wijk_table_import (context, into, &table, &report, cancellable, error))
    return FALSE;
  imported->plan_id = g_strdup (into);
  imported->n_new = report.n_new;
  imported->n_same = report.n_same;
  imported->n_changed = report.n_changed;

  return TRUE;
}

gboolean
wijk_table_import_bytes (const WijkContext *context,
                         GBytes *bytes,
                         const char *name,
                         const char *into,
                         WijkImported *imported,
                         GCancellable *cancellable,
                         GError **error)
{
  WijkGridReading reading = { 0 };
  g_autoptr (GPtrArray) grids = wijk_grid_read (bytes, name, &reading, cancellable, error);
  const WijkGrid *grid;

  if (grids == NULL)
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
  grid = choose_sheet (grids, name, error);

  return grid != NULL && import_grid (context, grid, name, into, imported, cancellable, error);
}
