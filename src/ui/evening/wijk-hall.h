/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-countdown.h"
#include "wijk-document.h"
#include "wijk-evening.h"
#include "wijk-session.h"

G_BEGIN_DECLS

/* The evening that runs on this laptop: its phase, what the hall sees and the timer. All parts of
 * the window and the projector look here. Each change is kept at once (see WIJK_KEPT_EVENING).
 * Signals: "changed": something of it, or a record of the plan that it shows, is different; many
 * records at once tell once. "ticked": the timer runs; "timed" (int WijkCountdownNews): it told
 * something. */
#define WIJK_TYPE_HALL (wijk_hall_get_type ())
G_DECLARE_FINAL_TYPE (WijkHall, wijk_hall, WIJK, HALL, GObject)

/* Goes on with the kept evening if it was of this session. */
WijkHall *wijk_hall_new (WijkDocument *document, WijkSession *session) G_GNUC_WARN_UNUSED_RESULT;

WijkDocument *wijk_hall_get_document (WijkHall *self);
WijkSession *wijk_hall_get_session (WijkHall *self);
const char *wijk_hall_get_session_id (WijkHall *self);

/* Lent, as it stands now. */
const WijkEvening *wijk_hall_get_evening (WijkHall *self);

/* What the hall sees; lent until the next "changed". While it is black this is what comes back. */
const WijkProjection *wijk_hall_get_projection (WijkHall *self);

/* How large the hall's screen is, in pixels; as long as there is none, a usual one. */
void wijk_hall_get_size (WijkHall *self, int *width, int *height);
void wijk_hall_set_size (WijkHall *self, int width, int height);

/* How often the pages of a full wall have been turned since the last card came. */
guint wijk_hall_get_turn (WijkHall *self);

/* The wall changes to the screen of the phase. */
void wijk_hall_set_phase (WijkHall *self, WijkPhase phase);
void wijk_hall_set_screen (WijkHall *self, WijkScreen screen);
void wijk_hall_set_question (WijkHall *self, guint question);
void wijk_hall_set_step (WijkHall *self, guint step);
void wijk_hall_set_ballot (WijkHall *self, const char *ballot);
void wijk_hall_set_black (WijkHall *self, gboolean is_black);
void wijk_hall_set_light (WijkHall *self, gboolean is_light);

/* The evening is over on this laptop: nothing is kept of it. */
void wijk_hall_forget (WijkHall *self);

/* ---- the timer ---- */

WijkCountdown *wijk_hall_get_countdown (WijkHall *self);

/* To be called after changing it. */
void wijk_hall_follow_countdown (WijkHall *self);

/* ---- moderation ---- */

/* Approves or hides (with a reason) a remark; tells the user through @widget's window why not. */
void wijk_hall_show_remark (WijkHall *self, GtkWidget *widget, WijkRemark *remark);
void
wijk_hall_hide_remark (WijkHall *self, GtkWidget *widget, WijkRemark *remark, const char *reason);

/* Why a remark stays off the wall, for people; NULL: it does not. */
char *wijk_hall_dup_obstacle (WijkHall *self, WijkRemark *remark) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
