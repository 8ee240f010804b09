/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-withdraw.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-remark-edits.h"

/* What is asked about, as long as the dialog is there. */
typedef struct
{
  GtkWidget *parent;
  WijkDocument *document;
  GPtrArray *remarks;
  AdwAlertDialog *dialog; /* lent */
  GtkEditable *reason;    /* lent */
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_object_unref (question->parent);
  g_object_unref (question->document);
  g_ptr_array_unref (question->remarks);
  g_free (question);
}

/* The number of the one that is asked about. */
static const char *
get_label (Question *question)
{
  const char *label = WIJK_REMARK (question->remarks->pdata[0])->label;

  return label != NULL ? label : "";
}

static char *
dup_reason (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->reason)));
}

static void
changed_cb (GtkEditable *editable, Question *question)
{
  g_autofree char *reason = dup_reason (question);

  adw_alert_dialog_set_response_enabled (question->dialog, "withdraw", *reason != '\0');
}

static void
usual_cb (GtkButton *button, Question *question)
{
  gtk_editable_set_text (question->reason, gtk_button_get_label (button));
  gtk_widget_grab_focus (GTK_WIDGET (question->reason));
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Question *question)
{
  g_autofree char *reason = dup_reason (question);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (!g_str_equal (response, "withdraw") || *reason == '\0')
    return;
  n = wijk_remarks_withdraw (question->remarks, reason, edits);
  if (n == 1)
    /* Translators: %s is the number of a remark */
    message = g_strdup_printf (_ ("%s withdrawn"), get_label (question));
  else
    message = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u remark withdrawn", "%u remarks withdrawn", n), n);
  if (n == 0 || wijk_document_write (question->document,
                                     n > 1 ? _ ("Withdraw remarks") : _ ("Withdraw a remark"),
                                     edits,
                                     &error))
    gtk_widget_activate_action (question->parent, "win.toast-undo", "s", message);
  else
    gtk_widget_activate_action (question->parent, "win.toast", "s", error->message);
}

static GtkWidget *
make_content (Question *question)
{
  const char *usual[] = { _ ("Double"), _ ("Test"), _ ("On request") };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *buttons = adw_wrap_box_new ();

  question->reason = GTK_EDITABLE (entry);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason of the withdrawal"), -1);
  g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), question);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (buttons), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (buttons), 6);
  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (usual[i]);

      gtk_widget_add_css_class (button, "chip");
      g_signal_connect (button, "clicked", G_CALLBACK (usual_cb), question);
      adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
    }
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), buttons);

  return box;
}

void
wijk_remark_ask_withdraw (GtkWidget *parent, WijkDocument *document, GPtrArray *remarks)
{
  Question *question = g_new0 (Question, 1);
  AdwDialog *dialog = adw_alert_dialog_new (
      NULL,
      remarks->len == 1
          ? _ ("Its words and number stay, but it is not counted and not published. Give the "
               "reason.")
          : _ ("Their words and numbers stay, but they are not counted and not published. Give the "
               "reason."));

  question->parent = g_object_ref (parent);
  question->document = g_object_ref (document);
  question->remarks = g_ptr_array_ref (remarks);
  question->dialog = ADW_ALERT_DIALOG (dialog);
  if (remarks->len == 1)
    /* Translators: %s is the number of a remark */
    adw_alert_dialog_format_heading (question->dialog, _ ("Withdraw %s?"), get_label (question));
  else
    adw_alert_dialog_format_heading (
        question->dialog,
        g_dngettext (GETTEXT_PACKAGE, "Withdraw %u Remark?", "Withdraw %u Remarks?", remarks->len),
        remarks->len);
  adw_alert_dialog_set_extra_child (question->dialog, make_content (question));
  adw_alert_dialog_add_responses (
      question->dialog, "cancel", _ ("_Cancel"), "withdraw", _ ("_Withdraw"), NULL);
  adw_alert_dialog_set_response_appearance (question->dialog, "withdraw", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question->dialog, "withdraw");
  adw_alert_dialog_set_close_response (question->dialog, "cancel");
  adw_alert_dialog_set_response_enabled (question->dialog, "withdraw", FALSE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), question, question_free, 0);
  adw_dialog_present (dialog, parent);
  adw_dialog_set_focus (dialog, GTK_WIDGET (question->reason));
}
