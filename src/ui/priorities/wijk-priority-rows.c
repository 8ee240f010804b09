/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-rows.h"

static GQuark
record_quark (void)
{
  return g_quark_from_static_string ("wijk-priority-rows-record");
}

static GQuark
position_quark (void)
{
  return g_quark_from_static_string ("wijk-priority-rows-position");
}

static WijkRecord *
get_record (GtkListBoxRow *row)
{
  return g_object_get_qdata (G_OBJECT (row), record_quark ());
}

static guint
get_position (GtkListBoxRow *row)
{
  if (get_record (row) == NULL)
    return G_MAXUINT;

  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (row), position_quark ()));
}

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer user_data)
{
  guint at = get_position (a);
  guint bt = get_position (b);

  return at < bt ? -1 : at > bt;
}

static void
remove_others (GtkListBox *list, GPtrArray *records)
{
  GtkListBoxRow *row;
  int i = 0;

  while ((row = gtk_list_box_get_row_at_index (list, i)) != NULL)
    {
      WijkRecord *record = get_record (row);

      if (record != NULL && !g_ptr_array_find (records, record, NULL))
        gtk_list_box_remove (list, GTK_WIDGET (row));
      else
        i++;
    }
}

static GtkListBoxRow *
ensure_row (GtkListBox *list, WijkRecord *record, WijkPriorityRowFunc create, gpointer user_data)
{
  GtkListBoxRow *row = wijk_priority_rows_find (list, record);

  if (row != NULL)
    return row;

  row = GTK_LIST_BOX_ROW (create (record, user_data));
  g_object_set_qdata_full (G_OBJECT (row), record_quark (), g_object_ref (record), g_object_unref);
  gtk_list_box_append (list, GTK_WIDGET (row));

  return row;
}

void
wijk_priority_rows_update (GtkListBox *list,
                           GPtrArray *records,
                           WijkPriorityRowFunc create,
                           gpointer user_data)
{
  remove_others (list, records);
  gtk_list_box_set_sort_func (list, NULL, NULL, NULL);
  for (guint i = 0; i < records->len; i++)
    {
      GtkListBoxRow *row = ensure_row (list, g_ptr_array_index (records, i), create, user_data);

      g_object_set_qdata (G_OBJECT (row), position_quark (), GUINT_TO_POINTER (i));
    }
  gtk_list_box_set_sort_func (list, compare_rows, NULL, NULL);
}

GtkListBoxRow *
wijk_priority_rows_find (GtkListBox *list, WijkRecord *record)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (get_record (row) == record)
      return row;

  return NULL;
}
