/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-measure-row.h"

#include <glib/gi18n.h>

#include "wijk-amount-list.h"
#include "wijk-field-binding.h"
#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-priority-drag.h"
#include "wijk-priority-partners.h"
#include "wijk-priority-status.h"

struct _WijkMeasureRow
{
  AdwExpanderRow parent_instance;

  WijkDocument *document;
  WijkMeasure *measure;

  GtkImage *status_icon;
  AdwEntryRow *title_entry;
  AdwEntryRow *owner;
  AdwEntryRow *start;
  AdwEntryRow *ready;
  GtkWidget *messages_row;
  GtkLabel *title_message;
  GtkLabel *start_message;
  GtkLabel *ready_message;
  AdwComboRow *status;
  WijkPriorityPartners *partners;
  WijkAmountList *amounts;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (WijkMeasureRow, wijk_measure_row, ADW_TYPE_EXPANDER_ROW)

/* ---- in one line ---- */

static char *
describe_months (WijkMeasure *measure)
{
  g_autofree char *start = wijk_ui_format_date (measure->start);
  g_autofree char *ready = wijk_ui_format_date (measure->ready);

  if (*start != '\0' && *ready != '\0')
    return g_strdup_printf ("%s – %s", start, ready);
  if (*start != '\0')
    /* Translators: %s is a month in which a measure starts */
    return g_strdup_printf (_ ("from %s"), start);
  if (*ready != '\0')
    /* Translators: %s is the month in which a measure is ready */
    return g_strdup_printf (_ ("ready %s"), ready);

  return NULL;
}

static void
show_measure (WijkMeasureRow *self)
{
  g_autoptr (GString) text = g_string_new (wijk_label_for_work_status (self->measure->status));
  g_autofree char *months = describe_months (self->measure);

  if (months != NULL)
    g_string_append_printf (text, " · %s", months);
  if (self->measure->owner != NULL)
    g_string_append_printf (text, " · %s", self->measure->owner);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self),
                                 self->measure->title != NULL ? self->measure->title : "");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->str,
                                  -1);
  gtk_image_set_from_icon_name (self->status_icon,
                                wijk_icon_for_work_status (self->measure->status));
}

static void
show_messages (WijkMeasureRow *self)
{
  gtk_widget_set_visible (self->messages_row,
                          gtk_widget_get_visible (GTK_WIDGET (self->title_message)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->start_message)) ||
                              gtk_widget_get_visible (GTK_WIDGET (self->ready_message)));
}

/* ---- actions ---- */

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkMeasureRow *self = WIJK_MEASURE_ROW (widget);

  wijk_priority_drag_step (self->document,
                           widget,
                           WIJK_RECORD (self->measure),
                           g_str_equal (name, "measure.move-up") ? -1 : 1);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkMeasureRow *self = WIJK_MEASURE_ROW (widget);
  g_autoptr (GError) error = NULL;
  /* Translators: %s is the title of a measure */
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), self->measure->title);

  if (wijk_document_delete (
          self->document, _ ("Delete a measure"), WIJK_RECORD (self->measure), &error))
    gtk_widget_activate_action (widget, "win.toast-undo", "s", message);
  else
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
follow_read_only (WijkMeasureRow *self)
{
  gtk_widget_set_visible (self->buttons, !wijk_document_is_read_only (self->document));
}

/* What is hidden in the row is filled when it is unfolded first. */
static void
expanded_cb (WijkMeasureRow *self)
{
  if (self->measure != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    wijk_amount_list_set_owner (self->amounts, self->document, WIJK_RECORD (self->measure));
}

/* ---- GObject ---- */

static void
wijk_measure_row_dispose (GObject *object)
{
  WijkMeasureRow *self = WIJK_MEASURE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_MEASURE_ROW);
  g_clear_object (&self->measure);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_measure_row_parent_class)->dispose (object);
}

static void
wijk_measure_row_class_init (WijkMeasureRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_measure_row_dispose;

  g_type_ensure (WIJK_TYPE_PRIORITY_PARTNERS);
  g_type_ensure (WIJK_TYPE_AMOUNT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-measure-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, status_icon);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, title_entry);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, owner);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, start);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, ready);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, messages_row);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, title_message);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, start_message);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, ready_message);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, status);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, partners);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, amounts);
  gtk_widget_class_bind_template_child (widget_class, WijkMeasureRow, buttons);
  gtk_widget_class_install_action (widget_class, "measure.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "measure.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "measure.delete", NULL, delete_action);
}

static void
wijk_measure_row_init (WijkMeasureRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
}

static void
bind_fields (WijkMeasureRow *self)
{
  const struct
  {
    gpointer widget;
    const char *key;
    const char *step;
    GtkLabel *message;
  } fields[] = {
    { self->title_entry, "title", _ ("Change the title of a measure"), self->title_message },
    { self->owner, "owner", _ ("Change an owner") },
    { self->start, "start", _ ("Change when a measure starts"), self->start_message },
    { self->ready, "ready", _ ("Change when a measure is ready"), self->ready_message },
    { self->status, "status", _ ("Change a status") },
  };

  wijk_priority_status_prepare (self->status);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      WijkFieldBinding *binding = wijk_field_bind (self->document,
                                                   fields[i].widget,
                                                   WIJK_RECORD (self->measure),
                                                   fields[i].key,
                                                   fields[i].step);

      if (fields[i].message == NULL)
        continue;
      wijk_field_binding_set_message_label (binding, fields[i].message);
      g_signal_connect_object (fields[i].message,
                               "notify::visible",
                               G_CALLBACK (show_messages),
                               self,
                               G_CONNECT_SWAPPED);
    }
}

GtkWidget *
wijk_measure_row_new (WijkDocument *document, WijkMeasure *measure)
{
  WijkMeasureRow *self = g_object_new (WIJK_TYPE_MEASURE_ROW, NULL);

  self->document = g_object_ref (document);
  self->measure = g_object_ref (measure);
  bind_fields (self);
  wijk_priority_partners_set_record (self->partners, document, WIJK_RECORD (measure));
  g_signal_connect_object (measure, "notify", G_CALLBACK (show_measure), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (follow_read_only), self, G_CONNECT_SWAPPED);
  wijk_priority_drag_attach (document, GTK_WIDGET (self), WIJK_RECORD (measure));
  show_measure (self);
  follow_read_only (self);

  return GTK_WIDGET (self);
}

void
wijk_measure_row_begin_naming (WijkMeasureRow *self)
{
  g_return_if_fail (WIJK_IS_MEASURE_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->title_entry), 0, -1);
}

gboolean
wijk_measure_row_open (WijkMeasureRow *self, WijkAmount *amount)
{
  g_return_val_if_fail (WIJK_IS_MEASURE_ROW (self), FALSE);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  if (amount != NULL)
    return wijk_amount_list_show (self->amounts, amount);

  return gtk_widget_grab_focus (GTK_WIDGET (self->title_entry));
}
