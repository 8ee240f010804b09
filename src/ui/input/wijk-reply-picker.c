/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reply-picker.h"

#include <glib/gi18n.h>

#include "wijk-label.h"

#define SIGNS 60 /* of a reason, as its second line */

static char *
dup_detail (WijkRecord *record)
{
  const char *reason = WIJK_REPLY (record)->reason;
  char *start = reason != NULL
                    ? g_utf8_substring (reason, 0, MIN (g_utf8_strlen (reason, -1), SIGNS))
                    : g_strdup ("");

  return g_strdelimit (start, "\n\r\t", ' ');
}

static const char *
get_icon (WijkRecord *record)
{
  WijkOutcome outcome = WIJK_REPLY (record)->outcome;

  return outcome != WIJK_OUTCOME_UNSET ? wijk_icon_for_outcome (outcome)
                                       : "wijk-status-none-symbolic";
}

static const WijkSavedKind replies = {
  .kind = WIJK_KIND_REPLY,
  .name = N_ ("Ready-made answers"),
  .icon = "wijk-quote-symbolic",
  .none = N_ ("No ready-made answers yet. Write an answer and keep it here, to give it again."),
  .save = N_ ("Keep this answer as…"),
  .rename_step = N_ ("Rename a ready-made answer"),
  .delete_step = N_ ("Delete a ready-made answer"),
  .dup_detail = dup_detail,
  .get_icon = get_icon,
};

GtkWidget *
wijk_reply_picker_new (WijkDocument *document)
{
  return wijk_saved_picker_new (document, &replies);
}

gboolean
wijk_reply_keep (WijkDocument *document,
                 const char *title,
                 WijkOutcome outcome,
                 const char *reason,
                 GError **error)
{
  g_autofree char *id = wijk_document_add (document,
                                           _ ("Keep a ready-made answer"),
                                           WIJK_KIND_REPLY,
                                           error,
                                           "title",
                                           title,
                                           "outcome",
                                           outcome > 0 ? wijk_outcome_words[outcome - 1] : "",
                                           "reason",
                                           reason,
                                           NULL);

  return id != NULL;
}

void
wijk_reply_add_enter_key (GtkWidget *widget, const char *action)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (
          gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                       gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK)),
          gtk_named_action_new (action)));
  gtk_widget_add_controller (widget, keys);
}
