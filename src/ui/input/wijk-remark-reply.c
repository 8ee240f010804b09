/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-reply.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-answer-dialog.h"
#include "wijk-field-binding.h"
#include "wijk-label.h"
#include "wijk-outcome-buttons.h"
#include "wijk-remark-answer.h"
#include "wijk-reply-picker.h"

struct _WijkRemarkReply
{
  GtkBox parent_instance;

  WijkDocument *document;
  WijkRemark *remark;
  GSignalGroup *signals;
  WijkFieldBinding *binding; /* lent */

  GtkImage *status_icon;
  GtkLabel *status;
  GtkWidget *together;
  GtkLabel *together_title;
  GtkLabel *together_reason;
  GtkWidget *follow;
  GtkWidget *answer_group;
  AdwBin *picker;
  WijkOutcomeButtons *outcomes;
  GtkTextView *reason;
  GtkLabel *missing;
};

G_DEFINE_FINAL_TYPE (WijkRemarkReply, wijk_remark_reply, GTK_TYPE_BOX)

/* ---- what shows ---- */

static void
show_status (WijkRemarkReply *self, const WijkRemarkAnswer *answer)
{
  gboolean has_all = answer->outcome != WIJK_OUTCOME_UNSET && answer->reason != NULL;
  const char *missing = NULL;

  gtk_image_set_from_icon_name (self->status_icon,
                                has_all ? wijk_icon_for_outcome (answer->outcome)
                                        : "wijk-status-none-symbolic");
  gtk_label_set_label (self->status, has_all ? _ ("Answered") : _ ("To be answered"));
  if (!has_all)
    missing = answer->outcome == WIJK_OUTCOME_UNSET && answer->reason == NULL
                  ? _ ("Choose an outcome and give the reason, as the resident will read it.")
              : answer->reason == NULL
                  ? _ ("The reason is missing: it counts as answered once it is there.")
                  : _ ("The outcome is missing: it counts as answered once it is there.");
  if (self->remark->withdrawn != NULL)
    {
      gtk_label_set_label (self->status, _ ("Needs no answer"));
      missing = NULL;
    }
  gtk_label_set_label (self->missing, missing != NULL ? missing : "");
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing != NULL);
}

static WijkCluster *
find_cluster (WijkRemarkReply *self)
{
  if (self->remark == NULL)
    return NULL;

  return (WijkCluster *) wijk_state_lookup_live (
      wijk_document_get_state (self->document), self->remark->cluster, WIJK_KIND_CLUSTER);
}

/* The group it belongs to, its answer, and whether this remark is an exception to it. */
static void
show_together (WijkRemarkReply *self, const WijkRemarkAnswer *answer)
{
  WijkCluster *cluster = find_cluster (self);
  gboolean is_answered =
      cluster != NULL && cluster->outcome != WIJK_OUTCOME_UNSET && cluster->reason != NULL;
  gboolean is_exception = is_answered && answer->cluster == NULL;
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->together, cluster != NULL);
  if (cluster == NULL)
    return;
  if (is_exception)
    /* Translators: the title of a group of remarks, then the outcome of its answer */
    title = g_strdup_printf (_ ("An exception to the answer of “%s”: %s"),
                             cluster->title,
                             wijk_label_for_outcome (cluster->outcome));
  else if (is_answered)
    /* Translators: the title of a group of remarks, then the outcome */
    title = g_strdup_printf (_ ("Answered together as “%s”: %s"),
                             cluster->title,
                             wijk_label_for_outcome (cluster->outcome));
  else
    /* Translators: %s is the title of a group of remarks that say the same */
    title = g_strdup_printf (_ ("The group “%s” has no answer yet"), cluster->title);
  gtk_label_set_label (self->together_title, title);
  gtk_label_set_label (self->together_reason, is_answered ? cluster->reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->together_reason), is_answered);
  gtk_widget_set_visible (self->follow, is_exception);
}

static void
show_remark (WijkRemarkReply *self)
{
  WijkRemarkAnswer answer;

  if (self->remark == NULL)
    return;
  answer = wijk_remark_find_answer (self->remark, wijk_document_get_state (self->document));
  wijk_outcome_buttons_set_outcome (self->outcomes, self->remark->outcome);
  show_status (self, &answer);
  show_together (self, &answer);
}

static void
record_changed_cb (WijkRemarkReply *self, WijkRecord *record)
{
  if (self->remark != NULL && wijk_record_get_kind (record) == WIJK_KIND_CLUSTER)
    show_remark (self);
}

/* ---- choosing ---- */

static void
tell_failure (WijkRemarkReply *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
chosen_cb (WijkRemarkReply *self, guint outcome)
{
  g_autoptr (GError) error = NULL;

  if (self->remark == NULL)
    return;
  wijk_document_set (self->document,
                     _ ("Answer a remark"),
                     WIJK_RECORD (self->remark),
                     "outcome",
                     outcome > 0 ? wijk_outcome_words[outcome - 1] : "",
                     &error);
  tell_failure (self, error);
  if (error == NULL && outcome > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

/* Outcome and reason at once, in place of what stood. */
static void
set_answer (WijkRemarkReply *self, const char *step, const char *outcome, const char *reason)
{
  const char *id = wijk_record_get_id (WIJK_RECORD (self->remark));
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;

  wijk_edits_add (edits, id, "outcome", outcome);
  wijk_edits_add (edits, id, "reason", reason);
  wijk_document_write (self->document, step, edits, &error);
  tell_failure (self, error);
}

static void
follow_cb (WijkRemarkReply *self)
{
  set_answer (self, _ ("Take back an exception"), "", "");
}

static void
answer_group_cb (WijkRemarkReply *self)
{
  wijk_answer_dialog_present_cluster (GTK_WIDGET (self), self->document, find_cluster (self));
}

static char *
dup_typed_reason (WijkRemarkReply *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

/* ---- ready-made answers ---- */

static void
reply_chosen_cb (WijkRemarkReply *self, WijkReply *reply)
{
  if (self->remark == NULL)
    return;
  set_answer (self,
              _ ("Answer a remark"),
              reply->outcome > 0 ? wijk_outcome_words[reply->outcome - 1] : "",
              reply->reason != NULL ? reply->reason : "");
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
keep_reply_cb (WijkRemarkReply *self, const char *title)
{
  g_autoptr (GError) error = NULL;

  if (self->remark != NULL)
    wijk_reply_keep (self->document, title, self->remark->outcome, self->remark->reason, &error);
  tell_failure (self, error);
}

static void
picker_opening_cb (WijkRemarkReply *self, WijkSavedPicker *picker)
{
  wijk_document_end_typing (self->document);
  wijk_saved_picker_set_can_save (picker, self->remark != NULL && self->remark->reason != NULL);
}

/* ---- GObject ---- */

static void
wijk_remark_reply_dispose (GObject *object)
{
  WijkRemarkReply *self = WIJK_REMARK_REPLY (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_REMARK_REPLY);
  g_clear_object (&self->signals);
  g_clear_object (&self->remark);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_remark_reply_parent_class)->dispose (object);
}

static void
wijk_remark_reply_class_init (WijkRemarkReplyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_reply_dispose;

  g_type_ensure (WIJK_TYPE_OUTCOME_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-remark-reply.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, status_icon);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, status);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, together);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, together_title);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, together_reason);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, follow);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, answer_group);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, picker);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, outcomes);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, reason);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, missing);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_group_cb);
}

static void
wijk_remark_reply_init (WijkRemarkReply *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wijk_reply_add_enter_key (GTK_WIDGET (self), "input.answered");
  self->signals = g_signal_group_new (WIJK_TYPE_REMARK);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_remark), self);
}

static void
add_picker (WijkRemarkReply *self)
{
  GtkWidget *picker = wijk_reply_picker_new (self->document);

  adw_bin_set_child (self->picker, picker);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (reply_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "save", G_CALLBACK (keep_reply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      picker, "opening", G_CALLBACK (picker_opening_cb), self, G_CONNECT_SWAPPED);
}

void
wijk_remark_reply_set_document (WijkRemarkReply *self, WijkDocument *document)
{
  GtkWidget *const changing[] = {
    GTK_WIDGET (self->outcomes), GTK_WIDGET (self->picker), self->follow, self->answer_group
  };

  g_return_if_fail (WIJK_IS_REMARK_REPLY (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->binding = wijk_field_binding_new (document,
                                          GTK_WIDGET (self->reason),
                                          WIJK_KIND_REMARK,
                                          "reason",
                                          _ ("Give the reason of an answer"));
  add_picker (self);
  for (guint i = 0; i < G_N_ELEMENTS (changing); i++)
    g_object_bind_property (document,
                            "read-only",
                            changing[i],
                            "sensitive",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

void
wijk_remark_reply_set_remark (WijkRemarkReply *self, WijkRemark *remark)
{
  g_return_if_fail (WIJK_IS_REMARK_REPLY (self));

  g_set_object (&self->remark, remark);
  g_signal_group_set_target (self->signals, remark);
  wijk_field_binding_set_record (self->binding, (WijkRecord *) remark);
  show_remark (self);
}

void
wijk_remark_reply_press (WijkRemarkReply *self, WijkOutcome outcome)
{
  g_return_if_fail (WIJK_IS_REMARK_REPLY (self));

  if (self->remark != NULL && !wijk_document_is_read_only (self->document))
    wijk_outcome_buttons_press (self->outcomes, outcome);
}

void
wijk_remark_reply_focus (WijkRemarkReply *self)
{
  g_return_if_fail (WIJK_IS_REMARK_REPLY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->outcomes));
}

/* What was typed last may not be in the remark yet. */
gboolean
wijk_remark_reply_check (WijkRemarkReply *self)
{
  g_autofree char *reason = NULL;
  WijkRemarkAnswer answer;

  g_return_val_if_fail (WIJK_IS_REMARK_REPLY (self), FALSE);

  reason = dup_typed_reason (self);
  answer = wijk_remark_find_answer (self->remark, wijk_document_get_state (self->document));
  if (self->remark->withdrawn != NULL || answer.cluster != NULL ||
      (wijk_outcome_buttons_get_outcome (self->outcomes) != WIJK_OUTCOME_UNSET && *reason != '\0'))
    return TRUE;
  gtk_widget_grab_focus (*reason == '\0' && wijk_outcome_buttons_get_outcome (self->outcomes) > 0
                             ? GTK_WIDGET (self->reason)
                             : GTK_WIDGET (self->outcomes));
  gtk_widget_activate_action (GTK_WIDGET (self),
                              "win.toast",
                              "s",
                              *reason == '\0' ? _ ("Give an outcome and a reason first")
                                              : _ ("Choose an outcome first"));

  return FALSE;
}
