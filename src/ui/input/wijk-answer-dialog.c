/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-answer-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-outcome-buttons.h"
#include "wijk-remark-edits.h"
#include "wijk-reply-picker.h"

#define WIJK_TYPE_ANSWER_DIALOG (wijk_answer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkAnswerDialog, wijk_answer_dialog, WIJK, ANSWER_DIALOG, AdwDialog)

struct _WijkAnswerDialog
{
  AdwDialog parent_instance;

  GtkWidget *parent;
  WijkDocument *document;
  GPtrArray *remarks;   /* those that are asked about; of a cluster its own */
  WijkCluster *cluster; /* NULL: they have none in common */

  GtkLabel *about;
  WijkOutcomeButtons *outcomes;
  GtkTextView *reason;
  AdwBin *picker;
  GtkCheckButton *whole_group;
  GtkCheckButton *replace;
};

G_DEFINE_FINAL_TYPE (WijkAnswerDialog, wijk_answer_dialog, ADW_TYPE_DIALOG)

static char *
dup_reason (WijkAnswerDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
update (WijkAnswerDialog *self)
{
  g_autofree char *reason = dup_reason (self);
  gboolean is_complete = wijk_outcome_buttons_get_outcome (self->outcomes) > 0 && *reason != '\0';
  gboolean for_group = gtk_check_button_get_active (self->whole_group);
  guint n_answered = wijk_remarks_count_answered (self->remarks);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "answer.apply", is_complete);
  gtk_widget_set_visible (GTK_WIDGET (self->replace), n_answered > 0 && !for_group);
}

static void
chosen_cb (WijkAnswerDialog *self)
{
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
scope_cb (WijkAnswerDialog *self)
{
  update (self);
}

/* ---- ready-made answers ---- */

static void
reply_chosen_cb (WijkAnswerDialog *self, WijkReply *reply)
{
  wijk_outcome_buttons_set_outcome (self->outcomes, reply->outcome);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (self->reason), reply->reason != NULL ? reply->reason : "", -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  update (self);
}

static void
keep_reply_cb (WijkAnswerDialog *self, const char *title)
{
  g_autofree char *reason = dup_reason (self);
  g_autoptr (GError) error = NULL;

  if (!wijk_reply_keep (
          self->document, title, wijk_outcome_buttons_get_outcome (self->outcomes), reason, &error))
    gtk_widget_activate_action (self->parent, "win.toast", "s", error->message);
}

static void
picker_opening_cb (WijkAnswerDialog *self, WijkSavedPicker *picker)
{
  g_autofree char *reason = dup_reason (self);

  wijk_saved_picker_set_can_save (picker, *reason != '\0');
}

/* ---- giving it ---- */

static guint
add_edits (WijkAnswerDialog *self, GPtrArray *edits)
{
  const char *outcome = wijk_outcome_words[wijk_outcome_buttons_get_outcome (self->outcomes) - 1];
  g_autofree char *reason = dup_reason (self);

  if (!gtk_check_button_get_active (self->whole_group))
    return wijk_remarks_answer (
        self->remarks, outcome, reason, gtk_check_button_get_active (self->replace), edits);
  wijk_edits_add (edits, wijk_record_get_id (WIJK_RECORD (self->cluster)), "outcome", outcome);
  wijk_edits_add (edits, wijk_record_get_id (WIJK_RECORD (self->cluster)), "reason", reason);

  return self->remarks->len - wijk_remarks_count_answered (self->remarks);
}

static void
apply_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkAnswerDialog *self = WIJK_ANSWER_DIALOG (widget);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  guint n = add_edits (self, edits);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u remark answered", "%u remarks answered", n), n);

  if (edits->len > 0 && !wijk_document_write (self->document, _ ("Answer remarks"), edits, &error))
    gtk_widget_activate_action (self->parent, "win.toast", "s", error->message);
  else
    gtk_widget_activate_action (
        self->parent, edits->len > 0 ? "win.toast-undo" : "win.toast", "s", text);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

/* ---- GObject ---- */

static void
wijk_answer_dialog_dispose (GObject *object)
{
  WijkAnswerDialog *self = WIJK_ANSWER_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_ANSWER_DIALOG);
  g_clear_object (&self->parent);
  g_clear_object (&self->document);
  g_clear_object (&self->cluster);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);

  G_OBJECT_CLASS (wijk_answer_dialog_parent_class)->dispose (object);
}

static gboolean
outcome_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  wijk_outcome_buttons_press (WIJK_ANSWER_DIALOG (widget)->outcomes, g_variant_get_int32 (args));

  return TRUE;
}

static void
wijk_answer_dialog_class_init (WijkAnswerDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_answer_dialog_dispose;

  g_type_ensure (WIJK_TYPE_OUTCOME_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-answer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkAnswerDialog, about);
  gtk_widget_class_bind_template_child (widget_class, WijkAnswerDialog, outcomes);
  gtk_widget_class_bind_template_child (widget_class, WijkAnswerDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, WijkAnswerDialog, picker);
  gtk_widget_class_bind_template_child (widget_class, WijkAnswerDialog, whole_group);
  gtk_widget_class_bind_template_child (widget_class, WijkAnswerDialog, replace);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
  gtk_widget_class_install_action (widget_class, "answer.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "answer.cancel", NULL, cancel_action);
  for (guint i = 1; i <= WIJK_OUTCOME_FORWARDED; i++)
    gtk_widget_class_add_binding (widget_class,
                                  GDK_KEY_0 + i,
                                  GDK_CONTROL_MASK | GDK_ALT_MASK,
                                  outcome_key_cb,
                                  "i",
                                  (gint32) i);
}

static void
wijk_answer_dialog_init (WijkAnswerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wijk_reply_add_enter_key (GTK_WIDGET (self), "answer.apply");
  g_signal_connect_object (gtk_text_view_get_buffer (self->reason),
                           "changed",
                           G_CALLBACK (update),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
describe (WijkAnswerDialog *self)
{
  guint n = self->remarks->len;
  guint n_answered = wijk_remarks_count_answered (self->remarks);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Answer %u Remark", "Answer %u Remarks", n), n);
  /* Translators: %u remarks of the selection have an answer of their own */
  g_autofree char *replace = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                           "Also replace the answer of %u remark",
                                                           "Also replace the answers of %u remarks",
                                                           n_answered),
                                              n_answered);

  adw_dialog_set_title (ADW_DIALOG (self), title);
  gtk_label_set_label (
      self->about,
      n_answered > 0 ? _ ("Remarks that have an answer of their own keep it, as an exception.")
                     : _ ("Every one of them gets this answer, as the residents will read it."));
  gtk_check_button_set_label (self->replace, replace);
  gtk_widget_set_visible (GTK_WIDGET (self->whole_group), self->cluster != NULL);
  if (self->cluster != NULL)
    {
      /* Translators: %s is the title of a group of remarks that say the same */
      g_autofree char *group =
          g_strdup_printf (_ ("For the whole group “%s”"), self->cluster->title);

      gtk_check_button_set_label (self->whole_group, group);
    }
}

static WijkAnswerDialog *
dialog_new (GtkWidget *parent, WijkDocument *document, GPtrArray *remarks, WijkCluster *cluster)
{
  WijkAnswerDialog *self = g_object_new (WIJK_TYPE_ANSWER_DIALOG, NULL);
  GtkWidget *picker = wijk_reply_picker_new (document);

  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  self->remarks = g_ptr_array_ref (remarks);
  self->cluster = cluster != NULL ? g_object_ref (cluster) : NULL;
  adw_bin_set_child (self->picker, picker);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (reply_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "save", G_CALLBACK (keep_reply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      picker, "opening", G_CALLBACK (picker_opening_cb), self, G_CONNECT_SWAPPED);
  describe (self);
  update (self);

  return self;
}

static void
present (WijkAnswerDialog *self)
{
  adw_dialog_present (ADW_DIALOG (self), self->parent);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->outcomes));
}

void
wijk_answer_dialog_present (GtkWidget *parent, WijkDocument *document, GPtrArray *remarks)
{
  present (dialog_new (parent,
                       document,
                       remarks,
                       wijk_remarks_find_cluster (remarks, wijk_document_get_state (document))));
}

void
wijk_answer_dialog_present_cluster (GtkWidget *parent, WijkDocument *document, WijkCluster *cluster)
{
  g_autoptr (GPtrArray) remarks =
      wijk_state_dup_children (wijk_document_get_state (document),
                               WIJK_KIND_REMARK,
                               "cluster",
                               wijk_record_get_id (WIJK_RECORD (cluster)));
  WijkAnswerDialog *self = dialog_new (parent, document, remarks, cluster);

  gtk_check_button_set_active (self->whole_group, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->whole_group), FALSE);
  wijk_outcome_buttons_set_outcome (self->outcomes, cluster->outcome);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (self->reason), cluster->reason != NULL ? cluster->reason : "", -1);
  update (self);
  present (self);
}
