/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-amount-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-amount-entry.h"
#include "wijk-field-binding.h"
#include "wijk-label.h"
#include "wijk-priority-year.h"

struct _WijkAmountRow
{
  GtkListBoxRow parent_instance;

  WijkDocument *document;
  WijkAmount *amount;

  GtkDropDown *kind;
  GtkSpinButton *year;
  GtkEntry *euros;
  GtkEntry *from;
  GtkWidget *remove;
  GtkLabel *message;
  GtkLabel *year_message;
};

G_DEFINE_FINAL_TYPE (WijkAmountRow, wijk_amount_row, GTK_TYPE_LIST_BOX_ROW)

static void
remove_cb (WijkAmountRow *self)
{
  g_autoptr (GError) error = NULL;

  if (wijk_document_delete (
          self->document, _ ("Delete an amount"), WIJK_RECORD (self->amount), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _ ("Amount deleted"));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
describe (WijkAmountRow *self)
{
  const WijkField *kind = wijk_kind_find_field (WIJK_KIND_AMOUNT, "kind");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  wijk_label_for_choice (kind, (int) self->amount->kind),
                                  -1);
}

static gboolean
wijk_amount_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_AMOUNT_ROW (widget)->euros));
}

static void
wijk_amount_row_dispose (GObject *object)
{
  WijkAmountRow *self = WIJK_AMOUNT_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_AMOUNT_ROW);
  g_clear_object (&self->amount);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_amount_row_parent_class)->dispose (object);
}

static void
wijk_amount_row_class_init (WijkAmountRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_amount_row_dispose;
  widget_class->grab_focus = wijk_amount_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-amount-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkAmountRow, kind);
  gtk_widget_class_bind_template_child (widget_class, WijkAmountRow, year);
  gtk_widget_class_bind_template_child (widget_class, WijkAmountRow, euros);
  gtk_widget_class_bind_template_child (widget_class, WijkAmountRow, from);
  gtk_widget_class_bind_template_child (widget_class, WijkAmountRow, remove);
  gtk_widget_class_bind_template_child (widget_class, WijkAmountRow, message);
  gtk_widget_class_bind_template_child (widget_class, WijkAmountRow, year_message);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
wijk_amount_row_init (WijkAmountRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_entry_set_icon_from_icon_name (self->euros, GTK_ENTRY_ICON_PRIMARY, "wijk-euro-symbolic");
}

/* The kind is always one of the four: there is no row for "not set". */
static void
bind_kind (WijkAmountRow *self)
{
  const WijkField *field = wijk_kind_find_field (WIJK_KIND_AMOUNT, "kind");
  g_auto (GStrv) labels = wijk_label_dup_choices (field);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) labels + 1);
  WijkFieldBinding *binding;

  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (model));
  binding = wijk_field_binding_new (self->document,
                                    GTK_WIDGET (self->kind),
                                    WIJK_KIND_AMOUNT,
                                    "kind",
                                    _ ("Change the kind of an amount"));
  wijk_field_binding_set_values (binding, wijk_amount_kind_words);
  wijk_field_binding_set_record (binding, WIJK_RECORD (self->amount));
}

static void
follow_read_only (WijkAmountRow *self)
{
  gtk_widget_set_visible (self->remove, !wijk_document_is_read_only (self->document));
}

GtkWidget *
wijk_amount_row_new (WijkDocument *document, WijkAmount *amount)
{
  WijkAmountRow *self = g_object_new (WIJK_TYPE_AMOUNT_ROW, NULL);
  WijkPriorityYear *year;

  self->document = g_object_ref (document);
  self->amount = g_object_ref (amount);
  bind_kind (self);
  year = wijk_priority_year_new (
      document, self->year, "year", _ ("Change the year of an amount"), self->year_message);
  wijk_priority_year_set_record (year, WIJK_RECORD (amount));
  wijk_amount_entry_attach (document, self->euros, amount, self->message);
  wijk_field_bind (document,
                   GTK_WIDGET (self->from),
                   WIJK_RECORD (amount),
                   "from",
                   _ ("Change where an amount comes from"));
  g_signal_connect_object (amount, "notify::kind", G_CALLBACK (describe), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (follow_read_only), self, G_CONNECT_SWAPPED);
  describe (self);
  follow_read_only (self);

  return GTK_WIDGET (self);
}
