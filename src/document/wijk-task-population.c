/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-task-population.h"

#include <glib/gi18n.h>

#include "wijk-entry.h"
#include "wijk-grid-population.h"
#include "wijk-id.h"
#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-population.h"

static GPtrArray *
read_rows (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  WijkGridReading reading = { .form = WIJK_GRID_FOUND };
  g_autoptr (GPtrArray) grids =
      bytes != NULL ? wijk_grid_read (bytes, name, &reading, cancellable, error) : NULL;
  GPtrArray *rows = grids != NULL ? wijk_grid_to_population (grids->pdata[0], error) : NULL;

  if (rows == NULL)
    g_prefix_error (error, "%s: ", name);

  return rows;
}

static void
add_field (GPtrArray *edits, const char *id, const char *key, const char *value)
{
  if (*value != '\0')
    wijk_edits_add (edits, id, key, value);
}

/* Whether a figure that stands says just this. */
static gboolean
is_same (WijkPopulation *standing, const WijkPopulationRow *row)
{
  g_autofree char *count = g_strdup_printf ("%" G_GINT64_FORMAT, standing->count);
  const char *publisher = standing->publisher != NULL ? standing->publisher : "";

  return g_str_equal (count, row->count) && g_str_equal (publisher, row->publisher);
}

static void
add_row (WijkState *state,
         const char *plan_id,
         const WijkPopulationRow *row,
         GPtrArray *edits,
         WijkPopulated *populated)
{
  g_autofree char *seed = g_strjoin ("\n", plan_id, row->area_code, row->label, row->date, NULL);
  g_autofree char *id = wijk_id_derive ("population", seed);
  WijkRecord *standing = wijk_state_lookup (state, id);

  if (standing != NULL && !wijk_record_is_deleted (standing) &&
      is_same ((WijkPopulation *) standing, row))
    {
      populated->n_same++;
      return;
    }
  if (standing != NULL)
    {
      populated->n_changed++;
      wijk_edits_add (edits, id, "deleted", "");
    }
  else
    {
      populated->n_new++;
      wijk_edits_add (edits, id, "area-code", row->area_code);
      add_field (edits, id, "label", row->label);
      add_field (edits, id, "date", row->date);
    }
  wijk_edits_add (edits, id, "count", row->count);
  add_field (edits, id, "publisher", row->publisher);
}

gboolean
wijk_task_import_population (const WijkContext *context,
                             const char *plan_id,
                             GFile *file,
                             GCancellable *cancellable,
                             WijkPopulated *populated,
                             GError **error)
{
  g_autoptr (GPtrArray) rows = read_rows (file, cancellable, error);
  g_autoptr (WijkStore) store =
      rows != NULL ? wijk_plan_files_open_store (context, plan_id, error) : NULL;
  g_autoptr (WijkState) state = store != NULL ? wijk_load_state (store, error) : NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autofree char *published = store != NULL ? wijk_store_dup_note (store, "published") : NULL;

  *populated = (WijkPopulated) { 0 };
  if (state == NULL)
    return FALSE;
  if (g_strcmp0 (published, "1") == 0)
    {
      g_set_error_literal (error,
                           WIJK_TASK_ERROR,
                           WIJK_TASK_ERROR_READ_ONLY,
                           _ ("This is a published version; it does not change."));
      return FALSE;
    }
  for (guint i = 0; i < rows->len; i++)
    add_row (state, plan_id, rows->pdata[i], edits, populated);

  return wijk_entry_check (state, edits, error) &&
         wijk_store_write (store, _ ("Import population figures"), edits, error);
}
