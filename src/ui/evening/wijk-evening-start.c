/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-evening-start.h"

#include <glib/gi18n.h>

#include "wijk-evening.h"
#include "wijk-format.h"
#include "wijk-session.h"

static const char *
find_session (WijkDocument *document, const char *today)
{
  WijkState *state = wijk_document_get_state (document);
  WijkRecordList *sessions = wijk_state_get_list (state, WIJK_KIND_SESSION);
  g_auto (WijkEvening) kept = { 0 };

  wijk_evening_parse (&kept, wijk_document_get_kept (document, WIJK_KEPT_EVENING));
  if (wijk_state_lookup_live (state, kept.session, WIJK_KIND_SESSION) != NULL)
    return wijk_record_get_id (wijk_state_lookup (state, kept.session));
  for (guint i = wijk_record_list_get_length (sessions); i-- > 0;)
    {
      WijkRecord *session = wijk_record_list_get (sessions, i);

      if (g_strcmp0 (WIJK_SESSION (session)->date, today) == 0)
        return wijk_record_get_id (session);
    }

  return NULL;
}

/* A session that is on its way begins as soon as it is there. */
typedef struct
{
  GtkWidget *widget;
  char *id;
  gulong handler;
} Awaited;

static void
awaited_free (gpointer data, GClosure *closure)
{
  Awaited *awaited = data;

  g_clear_weak_pointer (&awaited->widget);
  g_free (awaited->id);
  g_free (awaited);
}

static void
record_changed_cb (WijkState *state, WijkRecord *record, Awaited *awaited)
{
  g_autofree char *id = NULL;
  GtkWidget *widget = awaited->widget;

  if (!g_str_equal (wijk_record_get_id (record), awaited->id))
    return;
  id = g_strdup (awaited->id);
  g_signal_handler_disconnect (state, awaited->handler); /* frees it */
  if (widget != NULL)
    gtk_widget_activate_action (widget, "win.evening", "s", id);
}

static void
begin_new (GtkWidget *widget, WijkDocument *document, const char *today)
{
  g_autofree char *date = wijk_ui_format_date (today);
  /* Translators: title of a new session; %s is a date */
  g_autofree char *title = g_strdup_printf (_ ("Session of %s"), date);
  g_autoptr (GError) error = NULL;
  Awaited *awaited;
  char *id = wijk_document_add (document,
                                _ ("Add a session"),
                                WIJK_KIND_SESSION,
                                &error,
                                "title",
                                title,
                                "date",
                                today,
                                NULL);

  if (id == NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      return;
    }
  awaited = g_new0 (Awaited, 1);
  g_set_weak_pointer (&awaited->widget, widget);
  awaited->id = id;
  awaited->handler = g_signal_connect_data (wijk_document_get_state (document),
                                            "record-changed",
                                            G_CALLBACK (record_changed_cb),
                                            awaited,
                                            awaited_free,
                                            0);
}

void
wijk_evening_start (GtkWidget *widget, WijkDocument *document)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  const char *id = find_session (document, today);

  if (id != NULL)
    gtk_widget_activate_action (widget, "win.evening", "s", id);
  else
    begin_new (widget, document, today);
}
