/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-commitment-row.h"

#include <glib/gi18n.h>

#include "wijk-field-binding.h"
#include "wijk-label.h"
#include "wijk-remark-date.h"

struct _WijkCommitmentRow
{
  GtkListBoxRow parent_instance;

  WijkDocument *document;
  WijkCommitment *commitment;
  GtkWidget *text;
  WijkRemarkDate *due;
  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (WijkCommitmentRow, wijk_commitment_row, GTK_TYPE_LIST_BOX_ROW)

static void
tell (WijkCommitmentRow *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
due_chosen_cb (WijkCommitmentRow *self, const char *date)
{
  g_autoptr (GError) error = NULL;

  wijk_document_set (self->document,
                     _ ("Change when a commitment is due"),
                     WIJK_RECORD (self->commitment),
                     "due",
                     date,
                     &error);
  tell (self, error);
}

static void
show_due (WijkCommitmentRow *self)
{
  wijk_remark_date_set_date (self->due, self->commitment->due);
}

static void
remove_cb (WijkCommitmentRow *self)
{
  g_autoptr (GError) error = NULL;

  if (wijk_document_delete (
          self->document, _ ("Delete a commitment"), WIJK_RECORD (self->commitment), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _ ("Commitment deleted"));
  tell (self, error);
}

/* ---- GObject ---- */

static void
wijk_commitment_row_finalize (GObject *object)
{
  WijkCommitmentRow *self = WIJK_COMMITMENT_ROW (object);

  g_clear_object (&self->commitment);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_commitment_row_parent_class)->finalize (object);
}

static void
wijk_commitment_row_class_init (WijkCommitmentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_commitment_row_finalize;
}

static GtkWidget *
make_status (void)
{
  const WijkField *field = wijk_kind_find_field (WIJK_KIND_COMMITMENT, "status");
  g_auto (GStrv) labels = wijk_label_dup_choices (field);
  GtkWidget *status = gtk_drop_down_new_from_strings ((const char *const *) labels);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (status), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Status of the commitment"), -1);

  return status;
}

static void
wijk_commitment_row_init (WijkCommitmentRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = adw_wrap_box_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 9);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->text = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->text), _ ("What was promised"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What was promised"), -1);
  self->due = WIJK_REMARK_DATE (wijk_remark_date_new ());
  self->status = make_status ();
  gtk_widget_set_tooltip_text (remove, _ ("Delete this commitment"));
  gtk_widget_add_css_class (remove, "flat");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (line), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (line), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->due));
  adw_wrap_box_append (ADW_WRAP_BOX (line), self->status);
  adw_wrap_box_append (ADW_WRAP_BOX (line), remove);
  gtk_box_append (GTK_BOX (box), self->text);
  gtk_box_append (GTK_BOX (box), line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE); /* what is in it takes the focus */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Commitment"), -1);
  g_signal_connect_object (
      self->due, "chosen", G_CALLBACK (due_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
wijk_commitment_row_new (WijkDocument *document, WijkCommitment *commitment)
{
  WijkCommitmentRow *self = g_object_new (WIJK_TYPE_COMMITMENT_ROW, NULL);
  WijkRecord *record = WIJK_RECORD (commitment);

  self->document = g_object_ref (document);
  self->commitment = g_object_ref (commitment);
  wijk_field_bind (document, self->text, record, "text", _ ("Change a commitment"));
  wijk_field_bind (
      document, self->status, record, "status", _ ("Change the status of a commitment"));
  g_signal_connect_object (
      commitment, "notify::due", G_CALLBACK (show_due), self, G_CONNECT_SWAPPED);
  g_object_bind_property (document,
                          "read-only",
                          gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (self)),
                          "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  show_due (self);

  return GTK_WIDGET (self);
}

void
wijk_commitment_row_begin (WijkCommitmentRow *self)
{
  g_return_if_fail (WIJK_IS_COMMITMENT_ROW (self));

  gtk_widget_grab_focus (self->text);
  gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
}
