/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-measure-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-amount.h"
#include "wijk-measure-row.h"
#include "wijk-priority-rows.h"

struct _WijkMeasureList
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkPriority *priority;
  char *awaited; /* id of a measure that was just made */
  guint idle;
  GtkListBox *list;
  GtkWidget *add; /* the last row */
};

G_DEFINE_FINAL_TYPE (WijkMeasureList, wijk_measure_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (WijkRecord *record, gpointer user_data)
{
  WijkMeasureList *self = user_data;

  return wijk_measure_row_new (self->document, WIJK_MEASURE (record));
}

static void
show_awaited (WijkMeasureList *self)
{
  WijkRecord *record = NULL;
  GtkListBoxRow *row = NULL;

  if (self->awaited != NULL)
    record = wijk_state_lookup_live (
        wijk_document_get_state (self->document), self->awaited, WIJK_KIND_MEASURE);
  if (record != NULL)
    row = wijk_priority_rows_find (self->list, record);
  if (row == NULL)
    return;

  g_clear_pointer (&self->awaited, g_free);
  wijk_measure_row_begin_naming (WIJK_MEASURE_ROW (row));
}

static void
update (WijkMeasureList *self)
{
  g_autoptr (GPtrArray) measures = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->priority != NULL)
    measures = wijk_state_dup_children (wijk_document_get_state (self->document),
                                        WIJK_KIND_MEASURE,
                                        "priority",
                                        wijk_record_get_id (WIJK_RECORD (self->priority)));
  else
    measures = g_ptr_array_new ();
  wijk_priority_rows_update (self->list, measures, create_row, self);
  gtk_widget_set_visible (self->add,
                          self->priority != NULL && !wijk_document_is_read_only (self->document));
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          measures->len > 0 || gtk_widget_get_visible (self->add));
  show_awaited (self);
}

static void
update_cb (gpointer user_data)
{
  WijkMeasureList *self = user_data;

  self->idle = 0;
  update (self);
}

static void
record_changed_cb (WijkMeasureList *self, WijkRecord *record)
{
  if (WIJK_IS_MEASURE (record) && self->idle == 0)
    self->idle = g_idle_add_once (update_cb, self);
}

static void
add_cb (WijkMeasureList *self)
{
  g_autoptr (GError) error = NULL;

  g_free (self->awaited);
  self->awaited = wijk_document_add (self->document,
                                     _ ("Add a measure"),
                                     WIJK_KIND_MEASURE,
                                     &error,
                                     "priority",
                                     wijk_record_get_id (WIJK_RECORD (self->priority)),
                                     "title",
                                     _ ("New measure"),
                                     NULL);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- GObject ---- */

static void
wijk_measure_list_dispose (GObject *object)
{
  WijkMeasureList *self = WIJK_MEASURE_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->priority);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_measure_list_parent_class)->dispose (object);
}

static void
wijk_measure_list_class_init (WijkMeasureListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_measure_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_measure_list_init (WijkMeasureList *self)
{
  self->add = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add a Measure"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_cb), self);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Measures"), -1);
  gtk_list_box_append (self->list, self->add);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
wijk_measure_list_set_priority (WijkMeasureList *self,
                                WijkDocument *document,
                                WijkPriority *priority)
{
  g_return_if_fail (WIJK_IS_MEASURE_LIST (self));

  if (g_set_object (&self->document, document))
    {
      g_signal_connect_object (wijk_document_get_state (document),
                               "record-changed",
                               G_CALLBACK (record_changed_cb),
                               self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (
          document, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->priority, priority);
  g_clear_pointer (&self->awaited, g_free);
  update (self);
}

gboolean
wijk_measure_list_show (WijkMeasureList *self, WijkRecord *record)
{
  WijkRecord *measure = record;
  GtkListBoxRow *row;

  g_return_val_if_fail (WIJK_IS_MEASURE_LIST (self), FALSE);

  if (self->idle != 0)
    update (self);
  if (WIJK_IS_AMOUNT (record) && WIJK_AMOUNT (record)->of != NULL)
    measure =
        wijk_state_lookup (wijk_document_get_state (self->document), WIJK_AMOUNT (record)->of);
  row = measure != NULL ? wijk_priority_rows_find (self->list, measure) : NULL;
  if (row == NULL)
    return FALSE;

  return wijk_measure_row_open (WIJK_MEASURE_ROW (row),
                                WIJK_IS_AMOUNT (record) ? WIJK_AMOUNT (record) : NULL);
}
