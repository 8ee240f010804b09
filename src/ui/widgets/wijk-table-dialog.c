/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-table-dialog.h"

/* Each row of the table is a GtkStringList. */
static GListModel *
create_model (GPtrArray *table)
{
  GListStore *rows = g_list_store_new (GTK_TYPE_STRING_LIST);

  for (guint i = 1; i < table->len; i++)
    {
      g_autoptr (GtkStringList) row = gtk_string_list_new (g_ptr_array_index (table, i));

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkStringList *row = gtk_list_item_get_item (list_item);
  const char *text = gtk_string_list_get_string (row, GPOINTER_TO_UINT (user_data));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text != NULL ? text : "");
}

static void
add_column (GtkColumnView *view, const char *title, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index == 1);
  gtk_column_view_append_column (view, column);
}

AdwDialog *
wijk_table_dialog_new (const char *title, GPtrArray *table)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (gtk_no_selection_new (create_model (table)));
  GtkWidget *view = gtk_column_view_new (selection);
  const char *const *heads = g_ptr_array_index (table, 0);

  for (guint i = 0; heads[i] != NULL; i++)
    add_column (GTK_COLUMN_VIEW (view), heads[i], i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar), scrolled);
  adw_dialog_set_title (dialog, title);
  adw_dialog_set_content_width (dialog, 720);
  adw_dialog_set_content_height (dialog, 420);
  adw_dialog_set_child (dialog, toolbar);

  return dialog;
}
