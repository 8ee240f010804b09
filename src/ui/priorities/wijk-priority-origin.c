/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-origin.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-field-binding.h"
#include "wijk-link-search.h"
#include "wijk-link.h"
#include "wijk-priority-rows.h"
#include "wijk-rules.h"

struct _WijkPriorityOrigin
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkPriority *priority;
  WijkFieldBinding *binding; /* lent */
  guint idle;
  GtkWidget *box;
  GtkWidget *missing;
  GtkListBox *list;
  GtkWidget *none; /* the switch, the last row */
  GtkMenuButton *add;
  WijkLinkSearch *search;
};

G_DEFINE_FINAL_TYPE (WijkPriorityOrigin, wijk_priority_origin, GTK_TYPE_WIDGET)

static void
unlink_cb (WijkPriorityOrigin *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  if (!wijk_link_set (self->document,
                      WIJK_RECORD (self->priority),
                      g_object_get_data (G_OBJECT (button), "record"),
                      FALSE,
                      &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static GtkWidget *
create_unlink_button (WijkPriorityOrigin *self, WijkRecord *record)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is the number of a remark */
  g_autofree char *text = g_strdup_printf (_ ("Unlink %s"), wijk_link_get_name (record));

  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (
      G_OBJECT (button), "record", g_strdup (wijk_record_get_id (record)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (unlink_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
create_row (WijkRecord *record, gpointer user_data)
{
  WijkPriorityOrigin *self = user_data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (wijk_link_get_icon (record));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), wijk_link_get_name (record));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (!wijk_document_is_read_only (self->document))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_unlink_button (self, record));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", wijk_record_get_id (record));

  return row;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  WijkRecord *one = *(WijkRecord *const *) a;
  WijkRecord *other = *(WijkRecord *const *) b;
  WijkKind kind = wijk_record_get_kind (one);

  if (kind != wijk_record_get_kind (other))
    return kind < wijk_record_get_kind (other) ? -1 : 1;

  return wijk_record_compare (one, other);
}

static GPtrArray *
collect_origin (WijkPriorityOrigin *self)
{
  WijkState *state = wijk_document_get_state (self->document);
  GPtrArray *records = g_ptr_array_new ();
  GPtrArray *ids = self->priority != NULL ? self->priority->origin : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      WijkRecord *record = wijk_state_lookup (state, g_ptr_array_index (ids, i));

      if (record != NULL && !wijk_record_is_deleted (record))
        g_ptr_array_add (records, record);
    }
  g_ptr_array_sort (records, compare);

  return records;
}

static void
show_texts (WijkPriorityOrigin *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      WijkRecord *record = g_ptr_array_index (records, i);
      GtkListBoxRow *row = wijk_priority_rows_find (self->list, record);
      g_autofree char *text = wijk_link_dup_text (record);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
    }
}

static void
update (WijkPriorityOrigin *self)
{
  g_autoptr (GPtrArray) records = NULL;
  gboolean may_write;

  g_clear_handle_id (&self->idle, g_source_remove);
  records = collect_origin (self);
  may_write = self->priority != NULL && !wijk_document_is_read_only (self->document);
  wijk_priority_rows_update (self->list, records, create_row, self);
  show_texts (self, records);
  gtk_widget_set_visible (
      self->missing,
      self->priority != NULL &&
          !wijk_priority_has_origin (self->priority, wijk_document_get_state (self->document)));
  gtk_widget_set_visible (GTK_WIDGET (self->add), may_write);
  gtk_widget_set_visible (
      self->none, self->priority != NULL && (records->len == 0 || self->priority->no_origin));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->priority != NULL);
}

static void
update_cb (gpointer user_data)
{
  WijkPriorityOrigin *self = user_data;

  self->idle = 0;
  update (self);
}

static void
record_changed_cb (WijkPriorityOrigin *self, WijkRecord *record)
{
  if (self->priority == NULL || self->idle != 0)
    return;

  if (record == WIJK_RECORD (self->priority) ||
      wijk_set_contains (self->priority->origin, wijk_record_get_id (record)))
    self->idle = g_idle_add_once (update_cb, self);
}

/* ---- GObject ---- */

static void
wijk_priority_origin_dispose (GObject *object)
{
  WijkPriorityOrigin *self = WIJK_PRIORITY_ORIGIN (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->priority);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_priority_origin_parent_class)->dispose (object);
}

static void
wijk_priority_origin_class_init (WijkPriorityOriginClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_priority_origin_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
create_missing (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  GtkWidget *label = gtk_label_new (_ (
      "Origin missing: link the remarks it comes from, or say that it has no residents’ input."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "warning");
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
wijk_priority_origin_init (WijkPriorityOrigin *self)
{
  GtkWidget *content = adw_button_content_new ();

  self->none = adw_switch_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none), _ ("No residents’ input"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->none),
                               _ ("It is a priority although residents did not ask for it"));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Where it comes from"), -1);
  gtk_list_box_append (self->list, self->none);

  self->search = WIJK_LINK_SEARCH (wijk_link_search_new (FALSE));
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "edit-find-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Find Remarks to Link"));
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->add, content);
  gtk_menu_button_set_popover (self->add, GTK_WIDGET (self->search));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find Remarks to Link"), -1);
  gtk_widget_set_halign (GTK_WIDGET (self->add), GTK_ALIGN_START);

  self->missing = create_missing ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self->box), self->missing);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->add));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
follow_document (WijkPriorityOrigin *self)
{
  self->binding = wijk_field_binding_new (self->document,
                                          self->none,
                                          WIJK_KIND_PRIORITY,
                                          "no-origin",
                                          _ ("Say whether a priority has residents’ input"));
  g_signal_connect_object (wijk_document_get_state (self->document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

void
wijk_priority_origin_set_priority (WijkPriorityOrigin *self,
                                   WijkDocument *document,
                                   WijkPriority *priority)
{
  g_return_if_fail (WIJK_IS_PRIORITY_ORIGIN (self));

  if (g_set_object (&self->document, document))
    follow_document (self);
  g_set_object (&self->priority, priority);
  wijk_field_binding_set_record (self->binding, WIJK_RECORD (priority));
  wijk_link_search_set_target (self->search, document, WIJK_RECORD (priority));
  update (self);
}
