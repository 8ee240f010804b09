/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-import-work.h"

#include <glib/gi18n.h>

#include "wijk-version-work.h"

WijkImportWork *
wijk_import_work_new (void)
{
  WijkImportWork *self = g_new0 (WijkImportWork, 1);

  g_atomic_ref_count_init (&self->n_users);

  return self;
}

WijkImportWork *
wijk_import_work_ref (WijkImportWork *self)
{
  g_atomic_ref_count_inc (&self->n_users);

  return self;
}

void
wijk_import_work_unref (WijkImportWork *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->n_users))
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_pointer (&self->proposed, g_ptr_array_unref);
  g_free (self->name);
  g_free (self->columns);
  g_free (self->session);
  g_free (self->channel);
  wijk_table_report_clear (&self->report);
  g_free (self);
}

WijkImportWork *
wijk_import_work_copy (WijkImportWork *self)
{
  WijkImportWork *copy = wijk_import_work_new ();
  const WijkGrid *grid = self->grids->pdata[self->sheet];

  copy->bytes = g_bytes_ref (self->bytes);
  copy->name = g_strdup (self->name);
  copy->reading = self->reading;
  copy->grids = g_ptr_array_ref (self->grids); /* which nobody changes any more */
  copy->proposed = g_ptr_array_ref (self->proposed);
  copy->sheet = self->sheet;
  copy->columns =
      g_memdup2 (self->columns, sizeof (WijkColumn) * (g_strv_length (grid->headings) + 1));
  copy->session = g_strdup (self->session);
  copy->channel = g_strdup (self->channel);

  return copy;
}

/* ---- in the thread ---- */

static gboolean
has_text (const WijkGrid *grid, const WijkColumn *columns)
{
  for (guint i = 0; grid->headings[i] != NULL; i++)
    if (columns[i] == WIJK_COLUMN_TEXT)
      return TRUE;

  return FALSE;
}

/* The first sheet that has remarks is the one at hand. */
static void
propose (WijkImportWork *self, const WijkContext *context, const char *plan_id)
{
  guint found = G_MAXUINT;

  self->proposed = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->grids->len; i++)
    {
      WijkColumn *columns = wijk_table_propose (context, plan_id, self->grids->pdata[i], TRUE);

      if (found == G_MAXUINT && has_text (self->grids->pdata[i], columns))
        found = i;
      g_ptr_array_add (self->proposed, columns);
    }
  self->sheet = found != G_MAXUINT ? found : 0;
}

static char *
read_work (const WijkContext *context,
           const char *plan_id,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  WijkImportWork *self = data;

  if (self->bytes == NULL)
    self->bytes = g_file_load_bytes (self->file, cancellable, NULL, error);
  if (self->bytes != NULL)
    self->grids = wijk_grid_read (self->bytes, self->name, &self->reading, cancellable, error);
  if (self->grids == NULL)
    return NULL;
  propose (self, context, plan_id);

  return g_strdup ("");
}

static WijkTable
make_table (WijkImportWork *self)
{
  return (WijkTable) { .grid = self->grids->pdata[self->sheet],
                       .columns = self->columns,
                       .session = self->session,
                       .channel = self->channel };
}

static char *
check_work (const WijkContext *context,
            const char *plan_id,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  WijkImportWork *self = data;
  WijkTable table = make_table (self);

  return wijk_table_check (context, plan_id, &table, &self->report, cancellable, error)
             ? g_strdup ("")
             : NULL;
}

static char *
take_work (const WijkContext *context,
           const char *plan_id,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  WijkImportWork *self = data;
  WijkTable table = make_table (self);

  return wijk_table_import (context, plan_id, &table, &self->report, cancellable, error)
             ? g_strdup ("")
             : NULL;
}

/* ---- in the window ---- */

static void
release (gpointer data)
{
  wijk_import_work_unref (data);
}

void
wijk_import_work_read_async (WijkImportWork *self,
                             WijkDocument *document,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  wijk_version_work_async (
      NULL, "", document, read_work, wijk_import_work_ref (self), release, callback, user_data);
}

void
wijk_import_work_check_async (WijkImportWork *self,
                              WijkDocument *document,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  wijk_version_work_async (
      NULL, "", document, check_work, wijk_import_work_ref (self), release, callback, user_data);
}

void
wijk_import_work_take_async (WijkImportWork *self,
                             GtkWidget *widget,
                             WijkDocument *document,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  wijk_version_work_async (widget,
                           _ ("The table is being imported"),
                           document,
                           take_work,
                           wijk_import_work_ref (self),
                           release,
                           callback,
                           user_data);
}

gboolean
wijk_import_work_finish (GAsyncResult *result, GError **error)
{
  g_autofree char *done = wijk_version_work_finish (result, error);

  return done != NULL;
}
