/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priorities-page.h"

#include <glib/gi18n.h>

#include "wijk-page.h"
#include "wijk-priority.h"

struct _WijkPrioritiesPage
{
  AdwBin parent_instance;

  GtkListView *list;
  GtkStack *stack;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkPrioritiesPage,
                               wijk_priorities_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkPrioritiesPage *self = WIJK_PRIORITIES_PAGE (page);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (WijkRecord) item = g_list_model_get_item (model, i);

      if (item == record)
        {
          gtk_list_view_scroll_to (
              self->list, i, GTK_LIST_SCROLL_FOCUS | GTK_LIST_SCROLL_SELECT, NULL);
          return TRUE;
        }
    }

  return FALSE;
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
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
  WijkPriority *record = gtk_list_item_get_item (list_item);
  g_autofree char *text = g_strdup (record->title);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
  gtk_list_item_set_accessible_label (list_item, text);
}

static void
show_count (WijkPrioritiesPage *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (model) > 0 ? "list" : "empty");
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return wijk_record_compare ((WijkRecord *) a, (WijkRecord *) b);
}

static void
wijk_priorities_page_class_init (WijkPrioritiesPageClass *klass)
{
}

static void
wijk_priorities_page_init (WijkPrioritiesPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *empty = adw_status_page_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Priorities"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (empty), "wijk-priorities-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _ ("No Priorities Yet"));
  adw_status_page_set_description (
      ADW_STATUS_PAGE (empty),
      _ ("Choose four to six priorities, and link each to the remarks it comes from."));

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scrolled, "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}

GtkWidget *
wijk_priorities_page_new (WijkDocument *document)
{
  WijkPrioritiesPage *self = g_object_new (WIJK_TYPE_PRIORITIES_PAGE, NULL);
  WijkRecordList *records =
      wijk_state_get_list (wijk_document_get_state (document), WIJK_KIND_PRIORITY);
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));
  GtkSortListModel *sorted =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (records)), sorter);
  g_autoptr (GtkSelectionModel) selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (sorted)));

  gtk_list_view_set_model (self->list, selection);
  g_signal_connect_object (
      selection, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self);

  return GTK_WIDGET (self);
}
