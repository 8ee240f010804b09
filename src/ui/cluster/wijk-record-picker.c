/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-record-picker.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-cluster.h"
#include "wijk-fold.h"
#include "wijk-link-row.h"
#include "wijk-remark-filter.h"
#include "wijk-remark-model.h"

#define WIJK_TYPE_RECORD_PICKER (wijk_record_picker_get_type ())
G_DECLARE_FINAL_TYPE (WijkRecordPicker, wijk_record_picker, WIJK, RECORD_PICKER, AdwDialog)

struct _WijkRecordPicker
{
  AdwDialog parent_instance;

  WijkRecord *but;
  WijkRecordPicked picked;
  gpointer user_data;
  GDestroyNotify destroy;
  WijkRemarkFilter *remarks;
  GtkCustomFilter *clusters; /* by their title */
  GStrv words;

  GtkSearchEntry *entry;
  GtkListView *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (WijkRecordPicker, wijk_record_picker, ADW_TYPE_DIALOG)

/* ---- what is found ---- */

static gboolean
cluster_matches (gpointer item, gpointer user_data)
{
  WijkRecordPicker *self = user_data;
  g_autofree char *key = wijk_fold (WIJK_CLUSTER (item)->title);

  return item != self->but && !wijk_record_is_deleted (item) &&
         (self->words == NULL || wijk_fold_contains_all (key, (const char *const *) self->words));
}

static gboolean
is_offered (gpointer item, gpointer user_data)
{
  WijkRecordPicker *self = user_data;

  return item != self->but;
}

static GListModel *
make_model (WijkRecordPicker *self, WijkState *state)
{
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  GListModel *clusters = G_LIST_MODEL (wijk_state_get_list (state, WIJK_KIND_CLUSTER));
  g_autoptr (GListModel) some_clusters = NULL;
  g_autoptr (GListModel) some_remarks = NULL;

  self->remarks = wijk_remark_filter_new (state);
  self->clusters = gtk_custom_filter_new (cluster_matches, self, NULL);
  some_clusters = G_LIST_MODEL (gtk_filter_list_model_new (
      g_object_ref (clusters), g_object_ref (GTK_FILTER (self->clusters))));
  some_remarks = G_LIST_MODEL (
      gtk_filter_list_model_new (G_LIST_MODEL (wijk_remark_model_new (state, self->remarks)),
                                 GTK_FILTER (gtk_custom_filter_new (is_offered, self, NULL))));
  g_list_store_append (parts, some_clusters);
  g_list_store_append (parts, some_remarks);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)));
}

static void
found_cb (WijkRecordPicker *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (model) > 0 ? "found" : "none");
}

static void
typed_cb (WijkRecordPicker *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_strfreev (self->words);
  self->words = wijk_fold_words (query);
  gtk_filter_changed (GTK_FILTER (self->clusters), GTK_FILTER_CHANGE_DIFFERENT);
  wijk_remark_filter_set_query (self->remarks, query);
}

/* ---- choosing ---- */

static void
choose (WijkRecordPicker *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (WijkRecord) record = g_list_model_get_item (model, position);

  if (record == NULL)
    return;
  self->picked (record, self->user_data);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (WijkRecordPicker *self, guint position)
{
  choose (self, position);
}

static void
entered_cb (WijkRecordPicker *self)
{
  choose (self, 0);
}

static void
stopped_cb (WijkRecordPicker *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
key_cb (WijkRecordPicker *self, guint keyval)
{
  return keyval == GDK_KEY_Down && gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, wijk_link_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  WijkLinkRow *row = WIJK_LINK_ROW (gtk_list_item_get_child (item));

  wijk_link_row_show (row, gtk_list_item_get_item (item), FALSE);
  gtk_list_item_set_accessible_label (item, wijk_link_row_get_description (row));
}

/* ---- GObject ---- */

static void
wijk_record_picker_dispose (GObject *object)
{
  WijkRecordPicker *self = WIJK_RECORD_PICKER (object);

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  self->destroy = NULL;
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL); /* its filters ask us */
  self->list = NULL;
  g_clear_object (&self->clusters);
  g_clear_object (&self->remarks);
  g_clear_object (&self->but);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (wijk_record_picker_parent_class)->dispose (object);
}

static void
wijk_record_picker_class_init (WijkRecordPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_record_picker_dispose;
}

static GtkWidget *
make_list (WijkRecordPicker *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *none = adw_status_page_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remarks and groups"), -1);
  g_signal_connect_object (
      self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_status_page_set_title (ADW_STATUS_PAGE (none), _ ("Nothing Found"));
  gtk_widget_add_css_class (none, "compact");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, scrolled, "found");
  gtk_stack_add_named (self->stack, none, "none");

  return GTK_WIDGET (self->stack);
}

static void
wijk_record_picker_init (WijkRecordPicker *self)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  adw_dialog_set_content_width (ADW_DIALOG (self), 480);
  adw_dialog_set_content_height (ADW_DIALOG (self), 560);
  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_placeholder_text (self->entry, _ ("Words, number or name of a group"));
  gtk_widget_set_margin_start (GTK_WIDGET (self->entry), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->entry), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->entry), 6);
  g_signal_connect_object (
      self->entry, "search-changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->entry, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->entry, "stop-search", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (self->entry));
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_list (self));
  adw_dialog_set_child (ADW_DIALOG (self), view);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->entry));
}

void
wijk_record_picker_present (GtkWidget *parent,
                            WijkDocument *document,
                            WijkRecord *but,
                            const char *title,
                            WijkRecordPicked picked,
                            gpointer user_data,
                            GDestroyNotify destroy)
{
  WijkRecordPicker *self = g_object_new (WIJK_TYPE_RECORD_PICKER, NULL);
  g_autoptr (GtkSelectionModel) model = NULL;

  self->but = g_object_ref (but);
  self->picked = picked;
  self->user_data = user_data;
  self->destroy = destroy;
  adw_dialog_set_title (ADW_DIALOG (self), title);
  model = GTK_SELECTION_MODEL (
      gtk_no_selection_new (make_model (self, wijk_document_get_state (document))));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, model);
  found_cb (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
