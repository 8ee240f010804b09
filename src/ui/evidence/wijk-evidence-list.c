/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-evidence-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-link-row.h"
#include "wijk-link-search.h"
#include "wijk-link.h"
#include "wijk-trace.h"

struct _WijkEvidenceList
{
  GtkWidget parent_instance;

  gboolean sources;
  WijkDocument *document;
  WijkRecord *subject;
  GListStore *records;
  GtkWidget *box;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *none;
  GtkMenuButton *add;
  WijkLinkSearch *search;
};

G_DEFINE_FINAL_TYPE (WijkEvidenceList, wijk_evidence_list, GTK_TYPE_WIDGET)

static gboolean
may_link (WijkEvidenceList *self)
{
  return self->subject != NULL && wijk_link_get_key (self->subject) != NULL &&
         !wijk_document_is_read_only (self->document);
}

/* ---- rows ---- */

static void
unlink_cb (GtkWidget *button, gpointer user_data)
{
  WijkEvidenceList *self = WIJK_EVIDENCE_LIST (user_data);
  const char *id = g_object_get_data (G_OBJECT (button), "record");
  g_autoptr (GError) error = NULL;

  if (id == NULL || !may_link (self))
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (!wijk_link_set (self->document, self->subject, id, FALSE, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _ ("Link taken off"));
}

static void
setup_cb (WijkEvidenceList *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  GtkWidget *row = wijk_link_row_new ();

  gtk_widget_set_hexpand (row, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (unlink_cb), self, 0);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), button);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (WijkEvidenceList *self, GtkListItem *item)
{
  WijkRecord *record = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *button = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  /* Translators: %s is the number of a remark, or what else is linked */
  g_autofree char *text = g_strdup_printf (_ ("Unlink %s"), wijk_link_get_name (record));

  wijk_link_row_show (WIJK_LINK_ROW (row), record, FALSE);
  gtk_list_item_set_accessible_label (item, wijk_link_row_get_description (WIJK_LINK_ROW (row)));
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_visible (
      button, may_link (self) && wijk_link_is_set (self->subject, wijk_record_get_id (record)));
  g_object_set_data_full (
      G_OBJECT (button), "record", g_strdup (wijk_record_get_id (record)), g_free);
}

static void
activate_cb (WijkEvidenceList *self, guint position)
{
  g_autoptr (WijkRecord) record = g_list_model_get_item (G_LIST_MODEL (self->records), position);

  if (record != NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.show-record", "s", wijk_record_get_id (record));
}

/* ---- what shows ---- */

static const char *
explain_nothing (WijkEvidenceList *self)
{
  if (may_link (self))
    return self->sources ? _ ("No source or quote yet. Link one, so that readers can look it up.")
                         : _ ("Nothing that residents said yet. Link remarks, or drag them here.");

  return self->sources ? _ ("No source or quote") : _ ("No remark");
}

static void
show_records (WijkEvidenceList *self, GPtrArray *records)
{
  GListModel *model = G_LIST_MODEL (self->records);
  guint n = records != NULL ? records->len : 0;

  g_list_store_splice (self->records,
                       0,
                       g_list_model_get_n_items (model),
                       records != NULL ? records->pdata : NULL,
                       n);
  gtk_label_set_label (self->none, explain_nothing (self));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "records" : "none");
  gtk_widget_set_visible (GTK_WIDGET (self->add), may_link (self));
}

void
wijk_evidence_list_show (WijkEvidenceList *self,
                         WijkDocument *document,
                         WijkRecord *subject,
                         GPtrArray *records)
{
  g_return_if_fail (WIJK_IS_EVIDENCE_LIST (self));

  g_set_object (&self->document, document);
  g_set_object (&self->subject, subject);
  wijk_link_search_set_target (self->search, document, subject);
  show_records (self, records);
}

/* ---- GObject ---- */

static void
wijk_evidence_list_dispose (GObject *object)
{
  WijkEvidenceList *self = WIJK_EVIDENCE_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->records);
  g_clear_object (&self->subject);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_evidence_list_parent_class)->dispose (object);
}

static void
wijk_evidence_list_class_init (WijkEvidenceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_evidence_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
make_list (WijkEvidenceList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->records))));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  self->list = GTK_LIST_VIEW (gtk_list_view_new (selection, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "evidence-list");
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_stack_add_named (self->stack, scrolled, "records");
}

static void
make_none (WijkEvidenceList *self)
{
  self->none = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->none, TRUE);
  gtk_label_set_justify (self->none, GTK_JUSTIFY_CENTER);
  gtk_widget_set_margin_start (GTK_WIDGET (self->none), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->none), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self->none), "dimmed");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->none), "none");
}

static void
wijk_evidence_list_init (WijkEvidenceList *self)
{
  self->records = g_list_store_new (WIJK_TYPE_RECORD);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  make_list (self);
  make_none (self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
wijk_evidence_list_new (gboolean sources)
{
  WijkEvidenceList *self = g_object_new (WIJK_TYPE_EVIDENCE_LIST, NULL);
  GtkWidget *content = adw_button_content_new ();
  const char *label = sources ? _ ("Find Sources to Link") : _ ("Find Remarks to Link");

  self->sources = sources;
  self->search = WIJK_LINK_SEARCH (wijk_link_search_new (sources));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "edit-find-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->add, content);
  gtk_menu_button_set_popover (self->add, GTK_WIDGET (self->search));
  gtk_menu_button_set_direction (self->add, GTK_ARROW_UP);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sources ? _ ("Sources and quotes that it rests on")
                                          : _ ("What residents said about it"),
                                  -1);
  gtk_widget_set_margin_top (GTK_WIDGET (self->add), 9);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->add), 9);
  gtk_widget_set_margin_start (GTK_WIDGET (self->add), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->add), 12);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->add));

  return GTK_WIDGET (self);
}
