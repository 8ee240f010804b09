/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-reply.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-field-binding.h"
#include "wijk-label.h"
#include "wijk-remark-answer.h"

#define N_OUTCOMES 4

struct _WijkRemarkReply
{
  GtkBox parent_instance;

  WijkDocument *document;
  WijkRemark *remark;
  GSignalGroup *signals;
  WijkFieldBinding *binding; /* lent */
  GtkToggleButton *buttons[N_OUTCOMES];
  gboolean is_updating;

  GtkImage *status_icon;
  GtkLabel *status;
  GtkWidget *together;
  GtkLabel *together_title;
  GtkLabel *together_reason;
  AdwWrapBox *outcomes;
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

static void
show_together (WijkRemarkReply *self, const WijkRemarkAnswer *answer)
{
  g_autofree char *title = NULL;

  gtk_widget_set_visible (self->together, answer->cluster != NULL);
  if (answer->cluster == NULL)
    return;
  /* Translators: the title of a group of remarks, then the outcome: “Answered together with “More
   * parking”: Declined” */
  title = g_strdup_printf (_ ("Answered together as “%s”: %s"),
                           answer->cluster->title,
                           wijk_label_for_outcome (answer->outcome));
  gtk_label_set_label (self->together_title, title);
  gtk_label_set_label (self->together_reason, answer->reason);
}

static void
show_remark (WijkRemarkReply *self)
{
  WijkRemarkAnswer answer;

  if (self->remark == NULL)
    return;
  answer = wijk_remark_find_answer (self->remark, wijk_document_get_state (self->document));
  self->is_updating = TRUE;
  for (guint i = 0; i < N_OUTCOMES; i++)
    gtk_toggle_button_set_active (self->buttons[i], self->remark->outcome == i + 1);
  self->is_updating = FALSE;
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

/* Pressing the chosen outcome again takes it back. */
static void
toggled_cb (WijkRemarkReply *self, GtkToggleButton *button)
{
  g_autoptr (GError) error = NULL;
  const char *word = "";

  if (self->is_updating || self->remark == NULL)
    return;
  for (guint i = 0; i < N_OUTCOMES; i++)
    if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
      word = wijk_outcome_words[i];
  if (!wijk_document_set (self->document,
                          _ ("Answer a remark"),
                          WIJK_RECORD (self->remark),
                          "outcome",
                          word,
                          &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else if (*word != '\0' && self->remark->reason == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static GtkToggleButton *
make_button (WijkRemarkReply *self, WijkOutcome outcome)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (wijk_label_for_outcome (outcome));

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (wijk_icon_for_outcome (outcome)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, wijk_label_for_outcome (outcome), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->outcomes, button);

  return GTK_TOGGLE_BUTTON (button);
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

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-remark-reply.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, status_icon);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, status);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, together);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, together_title);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, together_reason);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, outcomes);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, reason);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkReply, missing);
}

static void
wijk_remark_reply_init (WijkRemarkReply *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < N_OUTCOMES; i++)
    self->buttons[i] = make_button (self, i + 1);
  self->signals = g_signal_group_new (WIJK_TYPE_REMARK);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_remark), self);
}

void
wijk_remark_reply_set_document (WijkRemarkReply *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_REMARK_REPLY (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->binding = wijk_field_binding_new (document,
                                          GTK_WIDGET (self->reason),
                                          WIJK_KIND_REMARK,
                                          "reason",
                                          _ ("Give the reason of an answer"));
  g_object_bind_property (document,
                          "read-only",
                          self->outcomes,
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
