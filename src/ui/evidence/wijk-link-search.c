/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-link-search.h"

#include <glib/gi18n.h>

#include "wijk-fold.h"
#include "wijk-link-row.h"
#include "wijk-link.h"
#include "wijk-priority.h"
#include "wijk-remark-filter.h"
#include "wijk-remark-model.h"
#include "wijk-trace.h"

#define WIDTH 320
#define HEIGHT 360

struct _WijkLinkSearch
{
  GtkPopover parent_instance;

  WijkDocument *document;
  WijkRecord *target;
  GSignalGroup *signals;
  gboolean sources;         /* quotes and sources instead of remarks */
  WijkRemarkFilter *filter; /* NULL until it is opened first, and with @sources */
  GtkCustomFilter *others;  /* of all that is not a remark, by its words */
  GStrv words;
  GPtrArray *rows; /* WijkLinkRow that show something, lent */
  GtkSearchEntry *entry;
  GtkListView *list;
  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (WijkLinkSearch, wijk_link_search, GTK_TYPE_POPOVER)

static gboolean
is_linked (WijkLinkSearch *self, WijkRecord *record)
{
  return wijk_link_is_set (self->target, wijk_record_get_id (record));
}

/* ---- rows ---- */

static void
setup_cb (WijkLinkSearch *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, wijk_link_row_new ());
}

static void
bind_cb (WijkLinkSearch *self, GtkListItem *item)
{
  WijkLinkRow *row = WIJK_LINK_ROW (gtk_list_item_get_child (item));
  WijkRecord *record = gtk_list_item_get_item (item);

  wijk_link_row_show (row, record, is_linked (self, record));
  gtk_list_item_set_accessible_label (item, wijk_link_row_get_description (row));
  g_object_set_data (G_OBJECT (row), "item", item);
  g_ptr_array_add (self->rows, row);
}

static void
unbind_cb (WijkLinkSearch *self, GtkListItem *item)
{
  g_ptr_array_remove_fast (self->rows, gtk_list_item_get_child (item));
}

static void
show_links (WijkLinkSearch *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      WijkLinkRow *row = g_ptr_array_index (self->rows, i);
      GtkListItem *item = g_object_get_data (G_OBJECT (row), "item");
      WijkRecord *record = gtk_list_item_get_item (item);

      wijk_link_row_show (row, record, is_linked (self, record));
      gtk_list_item_set_accessible_label (item, wijk_link_row_get_description (row));
    }
}

static void
toggle (WijkLinkSearch *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (WijkRecord) record = g_list_model_get_item (model, position);
  g_autoptr (GError) error = NULL;

  if (record == NULL || self->target == NULL)
    return;

  if (!wijk_link_set (self->document,
                      self->target,
                      wijk_record_get_id (record),
                      !is_linked (self, record),
                      &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
activate_cb (WijkLinkSearch *self, guint position)
{
  toggle (self, position);
}

/* ---- searching ---- */

static void
show_found (WijkLinkSearch *self)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));

  gtk_stack_set_visible_child_name (
      self->stack, model != NULL && g_list_model_get_n_items (model) > 0 ? "found" : "none");
}

static gboolean
matches (gpointer item, gpointer user_data)
{
  WijkLinkSearch *self = user_data;
  g_autofree char *text = wijk_link_dup_text (item);
  g_autofree char *key = wijk_fold (text);

  return self->words == NULL || wijk_fold_contains_all (key, (const char *const *) self->words);
}

static void
typed_cb (WijkLinkSearch *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->others == NULL)
    return;

  g_strfreev (self->words);
  self->words = wijk_fold_words (query);
  gtk_filter_changed (GTK_FILTER (self->others), GTK_FILTER_CHANGE_DIFFERENT);
  if (self->filter != NULL)
    wijk_remark_filter_set_query (self->filter, query);
}

static void
entered_cb (WijkLinkSearch *self)
{
  toggle (self, 0);
}

static gboolean
key_cb (WijkLinkSearch *self, guint keyval)
{
  return keyval == GDK_KEY_Down && gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_DOWN);
}

/* The records of @kind that the words are found in. */
static void
add_others (WijkLinkSearch *self, GListStore *parts, WijkKind kind)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autoptr (GtkFilterListModel) found =
      gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (wijk_state_get_list (state, kind))),
                                 g_object_ref (GTK_FILTER (self->others)));

  g_list_store_append (parts, found);
}

static void
add_remarks (WijkLinkSearch *self, GListStore *parts)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autoptr (WijkRemarkModel) remarks = NULL;

  self->filter = wijk_remark_filter_new (state);
  remarks = wijk_remark_model_new (state, self->filter);
  g_list_store_append (parts, remarks);
}

static void
ensure_model (WijkLinkSearch *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;
  GListStore *parts;

  if (self->others != NULL)
    return;

  parts = g_list_store_new (G_TYPE_LIST_MODEL);
  self->others = gtk_custom_filter_new (matches, self, NULL);
  if (self->sources)
    {
      if (!WIJK_IS_PRIORITY (self->target)) /* a priority comes from words, not from a file */
        add_others (self, parts, WIJK_KIND_SOURCE);
      add_others (self, parts, WIJK_KIND_QUOTE);
    }
  else
    {
      add_others (self, parts, WIJK_KIND_CLUSTER);
      add_remarks (self, parts);
    }
  selection = GTK_SELECTION_MODEL (
      gtk_no_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts)))));
  g_signal_connect_object (
      selection, "items-changed", G_CALLBACK (show_found), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list, selection);
}

static void
shown_cb (WijkLinkSearch *self)
{
  if (self->document == NULL)
    return;

  ensure_model (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show_links (self);
  show_found (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* ---- GObject ---- */

static void
wijk_link_search_dispose (GObject *object)
{
  WijkLinkSearch *self = WIJK_LINK_SEARCH (object);

  g_clear_object (&self->signals);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->others);
  g_clear_object (&self->filter);
  g_clear_object (&self->target);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_link_search_parent_class)->dispose (object);
}

static void
wijk_link_search_finalize (GObject *object)
{
  WijkLinkSearch *self = WIJK_LINK_SEARCH (object);

  g_strfreev (self->words);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (wijk_link_search_parent_class)->finalize (object);
}

static void
wijk_link_search_class_init (WijkLinkSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_link_search_dispose;
  G_OBJECT_CLASS (klass)->finalize = wijk_link_search_finalize;
}

static void
make_list (WijkLinkSearch *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *none = gtk_label_new (_ ("Nothing found"));

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_tab_behavior (self->list, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "found");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was found"), -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (none, "dimmed");
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, scrolled, "found");
  gtk_stack_add_named (self->stack, none, "none");
}

static void
wijk_link_search_init (WijkLinkSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rows = g_ptr_array_new ();
  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  gtk_search_entry_set_placeholder_text (self->entry, _ ("Words to find"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find what to link"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  make_list (self);

  gtk_widget_set_size_request (box, WIDTH, HEIGHT);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_popover_set_child (GTK_POPOVER (self), box);
  self->signals = g_signal_group_new (WIJK_TYPE_RECORD);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_links), self);
  g_signal_connect (self, "show", G_CALLBACK (shown_cb), NULL);
}

GtkWidget *
wijk_link_search_new (gboolean sources)
{
  WijkLinkSearch *self = g_object_new (WIJK_TYPE_LINK_SEARCH, NULL);

  self->sources = sources;

  return GTK_WIDGET (self);
}

void
wijk_link_search_set_target (WijkLinkSearch *self, WijkDocument *document, WijkRecord *target)
{
  g_return_if_fail (WIJK_IS_LINK_SEARCH (self));

  g_set_object (&self->document, document);
  g_set_object (&self->target, target);
  g_signal_group_set_target (self->signals, target);
}
