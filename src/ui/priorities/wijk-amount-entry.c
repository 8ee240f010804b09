/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-amount-entry.h"

#include <glib/gi18n.h>

#include "wijk-money.h"

struct _WijkAmountEntry
{
  GObject parent_instance;

  WijkDocument *document;
  GtkEntry *entry; /* owns us */
  WijkAmount *amount;
  GtkLabel *message;
  gboolean showing;
  gboolean is_invalid;
};

G_DEFINE_FINAL_TYPE (WijkAmountEntry, wijk_amount_entry, G_TYPE_OBJECT)

static void
mark (WijkAmountEntry *self, const char *message)
{
  self->is_invalid = message != NULL;
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* What is typed stays as it is while it says the same. */
static void
show_amount (WijkAmountEntry *self)
{
  gint64 cents = self->amount->cents == WIJK_UNSET ? 0 : self->amount->cents;
  g_autofree char *text = wijk_money_format (cents);
  gint64 typed;

  if (wijk_money_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &typed, NULL) &&
      typed == cents)
    return;

  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->showing = FALSE;
  mark (self, NULL);
}

/* The start of what is typed may be an amount and be saved while the rest is not ("12.5"). */
static void
notified_cb (WijkAmountEntry *self)
{
  gboolean is_correcting =
      self->is_invalid &&
      gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->entry))));

  if (!is_correcting &&
      !wijk_document_is_typing (self->document, WIJK_RECORD (self->amount), "cents"))
    show_amount (self);
}

static void
changed_cb (WijkAmountEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  gint64 cents;

  if (self->showing)
    return;

  if (wijk_money_parse (text, &cents, &error))
    {
      value = g_strdup_printf ("%" G_GINT64_FORMAT, cents);
      wijk_document_type (self->document,
                          _ ("Change an amount"),
                          WIJK_RECORD (self->amount),
                          "cents",
                          value,
                          &error);
    }
  mark (self, error != NULL ? error->message : NULL);
}

/* Once left, it is written in full; what was refused stays to be corrected. */
static void
left_cb (WijkAmountEntry *self)
{
  gint64 cents;
  g_autofree char *text = NULL;

  if (wijk_document_is_typing (self->document, WIJK_RECORD (self->amount), "cents"))
    wijk_document_end_typing (self->document);
  if (!wijk_money_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &cents, NULL))
    return;

  text = wijk_money_format (cents);
  self->showing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  self->showing = FALSE;
}

static void
follow_read_only (WijkAmountEntry *self)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->entry),
                             !wijk_document_is_read_only (self->document));
}

static void
wijk_amount_entry_finalize (GObject *object)
{
  WijkAmountEntry *self = WIJK_AMOUNT_ENTRY (object);

  g_clear_object (&self->document);
  g_clear_object (&self->amount);
  g_clear_object (&self->message);

  G_OBJECT_CLASS (wijk_amount_entry_parent_class)->finalize (object);
}

static void
wijk_amount_entry_class_init (WijkAmountEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_amount_entry_finalize;
}

static void
wijk_amount_entry_init (WijkAmountEntry *self)
{
}

void
wijk_amount_entry_attach (WijkDocument *document,
                          GtkEntry *entry,
                          WijkAmount *amount,
                          GtkLabel *message)
{
  WijkAmountEntry *self = g_object_new (WIJK_TYPE_AMOUNT_ENTRY, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->document = g_object_ref (document);
  self->entry = entry;
  self->amount = g_object_ref (amount);
  self->message = g_object_ref (message);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  show_amount (self);
  follow_read_only (self);

  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      amount, "notify::cents", G_CALLBACK (notified_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (follow_read_only), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_object_set_data_full (G_OBJECT (entry), "wijk-amount-entry", self, g_object_unref);
}
