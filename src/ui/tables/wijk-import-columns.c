/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-import-columns.h"

#include <glib/gi18n.h>

#define N_EXAMPLES 3
#define LONGEST_EXAMPLE 60 /* characters */

struct _WijkImportColumns
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;       /* lent by the group */
  GPtrArray *drop_downs; /* lent by the rows */
  GtkStringList *names;
  gboolean is_filling;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkImportColumns, wijk_import_columns, ADW_TYPE_PREFERENCES_GROUP)

/* By WijkColumn. */
static const char *const names[WIJK_N_COLUMNS + 1] = {
  N_ ("Is not imported"),
  N_ ("Words of the remark"),
  N_ ("Session"),
  N_ ("Channel"),
  N_ ("Date"),
  N_ ("Neighbourhood"),
  N_ ("Themes"),
  N_ ("Aspects"),
  N_ ("How many people"),
  N_ ("How many agree"),
  N_ ("How many disagree"),
  N_ ("Who spoke (resident, entrepreneur …)"),
  N_ ("Theme table"),
  N_ ("Partners"),
  N_ ("Outcome"),
  N_ ("Reason"),
  N_ ("Organisation"),
  N_ ("Name"),
  N_ ("Function"),
  N_ ("E-mail, phone or address"),
  N_ ("Consent: yes, or for what"),
  N_ ("Consent to contact"),
  N_ ("Consent to reporting back"),
  N_ ("Consent to publication"),
  N_ ("Keep until"),
  N_ ("Row of a form"),
  NULL,
};

static void
selected_cb (WijkImportColumns *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The first few things in a column, one a line. */
static char *
make_examples (const WijkGrid *grid, guint column)
{
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < grid->rows->len && n < N_EXAMPLES; i++)
    {
      const char *cell = ((const WijkGridRow *) grid->rows->pdata[i])->cells[column];
      g_autofree char *line = g_strdelimit (g_strdup (cell), "\n\t", ' ');
      g_autofree char *start = NULL;

      if (*cell == '\0')
        continue;
      start = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), LONGEST_EXAMPLE));
      g_string_append_printf (text,
                              "%s%s%s",
                              n++ > 0 ? "\n" : "",
                              start,
                              g_utf8_strlen (line, -1) > LONGEST_EXAMPLE ? "…" : "");
    }
  if (n == 0)
    g_string_append (text, _ ("Empty"));

  return g_string_free (text, FALSE);
}

static void
add_row (WijkImportColumns *self, const WijkGrid *grid, guint i, WijkColumn column)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop_down = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->names)), NULL);
  g_autofree char *examples = make_examples (grid, i);
  g_autofree char *title = *grid->headings[i] != '\0'
                               ? g_strdelimit (g_strdup (grid->headings[i]), "\n", ' ')
                               : g_strdup_printf (_ ("Column %u"), i + 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), examples);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), N_EXAMPLES);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), column);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), FALSE);
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (drop_down, 150, -1);
  g_signal_connect_object (
      drop_down, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop_down);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->drop_downs, drop_down);
}

static void
wijk_import_columns_finalize (GObject *object)
{
  WijkImportColumns *self = WIJK_IMPORT_COLUMNS (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->drop_downs);
  g_object_unref (self->names);

  G_OBJECT_CLASS (wijk_import_columns_parent_class)->finalize (object);
}

static void
wijk_import_columns_class_init (WijkImportColumnsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_import_columns_finalize;
  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_import_columns_init (WijkImportColumns *self)
{
  self->rows = g_ptr_array_new ();
  self->drop_downs = g_ptr_array_new ();
  self->names = gtk_string_list_new (NULL);
  for (WijkColumn i = 0; i < WIJK_N_COLUMNS; i++)
    gtk_string_list_append (self->names, _ (names[i]));
}

void
wijk_import_columns_set_grid (WijkImportColumns *self,
                              const WijkGrid *grid,
                              const WijkColumn *columns)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->drop_downs, 0);
  for (guint i = 0; grid->headings[i] != NULL; i++)
    add_row (self, grid, i, columns[i]);
  self->is_filling = FALSE;
}

WijkColumn *
wijk_import_columns_dup (WijkImportColumns *self)
{
  WijkColumn *columns = g_new0 (WijkColumn, self->drop_downs->len + 1);

  for (guint i = 0; i < self->drop_downs->len; i++)
    columns[i] = gtk_drop_down_get_selected (self->drop_downs->pdata[i]);

  return columns;
}
