/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-field-binding.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-field-widget.h"
#include "wijk-remark-personal.h"

struct _WijkFieldBinding
{
  GObject parent_instance;

  WijkDocument *document;
  GtkWidget *widget; /* owns us */
  const WijkField *field;
  char *step;
  GStrv values;
  WijkRecord *record;
  gulong notified;
  GtkLabel *message_label;
  char *tooltip; /* the widget's own, while an error stands there */
  gboolean showing;
  gboolean invalid;
  gboolean hinted; /* at something that looks like personal data */
};

G_DEFINE_FINAL_TYPE (WijkFieldBinding, wijk_field_binding, G_TYPE_OBJECT)

static void
mark (WijkFieldBinding *self, const char *message)
{
  gboolean invalid = message != NULL;

  if (self->message_label != NULL)
    {
      gtk_label_set_label (self->message_label, invalid ? message : "");
      gtk_widget_set_visible (GTK_WIDGET (self->message_label), invalid);
    }
  if (invalid && !self->invalid && !self->hinted)
    self->tooltip = g_strdup (gtk_widget_get_tooltip_text (self->widget));
  if (invalid || self->invalid)
    gtk_widget_set_tooltip_text (self->widget, invalid ? message : self->tooltip);
  if (invalid == self->invalid)
    return;

  self->invalid = invalid;
  if (invalid)
    gtk_widget_add_css_class (self->widget, "error");
  else
    {
      gtk_widget_remove_css_class (self->widget, "error");
      g_clear_pointer (&self->tooltip, g_free);
    }
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->widget),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* Texts of people that everyone may come to read. */
static gboolean
is_for_everyone (const WijkField *field)
{
  return field->kind == WIJK_FIELD_TEXT && field->form == WIJK_FORM_FREE &&
         (field->flags & (WIJK_FIELD_PERSONAL | WIJK_FIELD_LOCAL | WIJK_FIELD_LINK)) == 0 &&
         !g_str_equal (field->key, "location"); /* of a session: an address has to be there */
}

/* Says so where @value looks like personal data; it may stand all the same. */
static void
hint (WijkFieldBinding *self, const char *value)
{
  g_autofree char *text =
      is_for_everyone (self->field) && !self->invalid ? wijk_personal_dup_hint (value) : NULL;
  gboolean hinted = text != NULL;

  if (!hinted && !self->hinted)
    return;
  if (hinted && !self->hinted)
    {
      self->tooltip = g_strdup (gtk_widget_get_tooltip_text (self->widget));
      gtk_widget_add_css_class (self->widget, "warning");
    }
  if (hinted)
    gtk_widget_set_tooltip_text (self->widget, text);
  else if (!self->invalid)
    {
      gtk_widget_set_tooltip_text (self->widget, self->tooltip);
      g_clear_pointer (&self->tooltip, g_free);
    }
  if (!hinted)
    gtk_widget_remove_css_class (self->widget, "warning");
  if (self->message_label != NULL && !self->invalid)
    {
      gtk_label_set_label (self->message_label, hinted ? text : "");
      gtk_widget_set_visible (GTK_WIDGET (self->message_label), hinted);
    }
  self->hinted = hinted;
}

static void
show_record (WijkFieldBinding *self)
{
  g_autofree char *value = NULL;

  value = self->record != NULL ? wijk_record_dup_value (self->record, self->field) : g_strdup ("");
  self->showing = TRUE;
  wijk_field_widget_show_value (
      self->widget, self->field, (const char *const *) self->values, value);
  self->showing = FALSE;
  mark (self, NULL);
  hint (self, value);
}

static void
record_notified_cb (WijkFieldBinding *self)
{
  if (!wijk_document_is_typing (self->document, self->record, self->field->key))
    show_record (self);
}

/* The widget has a name of its own; the key is for the command line. */
static const char *
without_key (const char *message, const char *key)
{
  gsize length = strlen (key);

  return g_str_has_prefix (message, key) && g_str_has_prefix (message + length, ": ")
             ? message + length + 2
             : message;
}

static void
changed_cb (WijkFieldBinding *self)
{
  g_autofree char *value = NULL;
  g_autofree char *stood = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing || self->record == NULL)
    return;

  value =
      wijk_field_widget_dup_value (self->widget, self->field, (const char *const *) self->values);
  if (value == NULL)
    {
      mark (self, _ ("This is not a date. Write it as day-month-year, such as 23-11-2026."));
      return;
    }

  stood = wijk_record_dup_value (self->record, self->field);
  if (g_str_equal (value, stood) &&
      !wijk_document_is_typing (self->document, self->record, self->field->key))
    {
      mark (self, NULL);
      return;
    }

  if (wijk_document_type (
          self->document, self->step, self->record, self->field->key, value, &error))
    mark (self, NULL);
  else
    mark (self, without_key (error->message, self->field->key));
  hint (self, value);
}

static void
left_cb (WijkFieldBinding *self)
{
  if (self->record != NULL &&
      wijk_document_is_typing (self->document, self->record, self->field->key))
    wijk_document_end_typing (self->document);
}

static void
show_read_only (WijkFieldBinding *self)
{
  gboolean read_only = wijk_document_is_read_only (self->document);

  if (GTK_IS_TEXT_VIEW (self->widget))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (self->widget), !read_only && self->record != NULL);
  else if (GTK_IS_EDITABLE (self->widget))
    gtk_editable_set_editable (GTK_EDITABLE (self->widget), !read_only && self->record != NULL);
  else
    gtk_widget_set_sensitive (self->widget, !read_only && self->record != NULL);
}

static void
wijk_field_binding_finalize (GObject *object)
{
  WijkFieldBinding *self = WIJK_FIELD_BINDING (object);

  if (self->record != NULL)
    g_clear_signal_handler (&self->notified, self->record);
  g_clear_object (&self->record);
  g_clear_object (&self->document);
  g_clear_object (&self->message_label);
  g_strfreev (self->values);
  g_free (self->step);
  g_free (self->tooltip);

  G_OBJECT_CLASS (wijk_field_binding_parent_class)->finalize (object);
}

static void
wijk_field_binding_class_init (WijkFieldBindingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_field_binding_finalize;
}

static void
wijk_field_binding_init (WijkFieldBinding *self)
{
}

WijkFieldBinding *
wijk_field_binding_new (
    WijkDocument *document, GtkWidget *widget, WijkKind kind, const char *key, const char *step)
{
  WijkFieldBinding *self = g_object_new (WIJK_TYPE_FIELD_BINDING, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->document = g_object_ref (document);
  self->widget = widget;
  self->field = wijk_kind_find_field (kind, key);
  self->step = g_strdup (step);
  g_assert (self->field != NULL);

  wijk_field_widget_prepare (widget);
  wijk_field_widget_watch (widget, G_CALLBACK (changed_cb), G_OBJECT (self));
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, focus);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show_read_only), self, G_CONNECT_SWAPPED);
  show_read_only (self);

  g_object_set_data_full (G_OBJECT (widget), "wijk-field-binding", self, g_object_unref);

  return self;
}

void
wijk_field_binding_set_record (WijkFieldBinding *self, WijkRecord *record)
{
  g_autofree char *signal = NULL;

  g_return_if_fail (WIJK_IS_FIELD_BINDING (self));

  if (self->record == record)
    return;

  left_cb (self);
  if (self->record != NULL)
    g_clear_signal_handler (&self->notified, self->record);
  g_set_object (&self->record, record);
  if (record != NULL)
    {
      signal = g_strconcat ("notify::", self->field->key, NULL);
      self->notified =
          g_signal_connect_swapped (record, signal, G_CALLBACK (record_notified_cb), self);
    }
  show_read_only (self);
  show_record (self);
}

void
wijk_field_binding_set_values (WijkFieldBinding *self, const char *const *values)
{
  g_return_if_fail (WIJK_IS_FIELD_BINDING (self));

  g_strfreev (self->values);
  self->values = g_strdupv ((GStrv) values);
  show_record (self);
}

void
wijk_field_binding_set_message_label (WijkFieldBinding *self, GtkLabel *label)
{
  g_return_if_fail (WIJK_IS_FIELD_BINDING (self));

  g_set_object (&self->message_label, label);
  if (!self->invalid)
    gtk_widget_set_visible (GTK_WIDGET (label), FALSE);
}

WijkFieldBinding *
wijk_field_bind (WijkDocument *document,
                 GtkWidget *widget,
                 WijkRecord *record,
                 const char *key,
                 const char *step)
{
  WijkFieldBinding *self =
      wijk_field_binding_new (document, widget, wijk_record_get_kind (record), key, step);

  wijk_field_binding_set_record (self, record);

  return self;
}
