/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-hall.h"

#include <glib/gi18n.h>

#define TICK 200 /* milliseconds */
#define TURN (9 * G_USEC_PER_SEC)
#define USUAL_WIDTH 1920
#define USUAL_HEIGHT 1080

struct _WijkHall
{
  GObject parent_instance;

  WijkDocument *document;
  WijkSession *session;
  WijkEvening evening;
  WijkProjection *projection; /* NULL: to be made */
  WijkCountdown countdown;
  int width, height; /* of the hall's screen */
  guint n_cards;
  gint64 carded; /* when their number changed last */
  guint changed_source;
  guint tick_source;
};

G_DEFINE_FINAL_TYPE (WijkHall, wijk_hall, G_TYPE_OBJECT)

enum
{
  CHANGED,
  TICKED,
  TIMED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- changes ---- */

static void
tell (WijkHall *self)
{
  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_pointer (&self->projection, wijk_projection_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
tell_cb (gpointer user_data)
{
  WijkHall *self = WIJK_HALL (user_data);

  self->changed_source = 0;
  tell (self);

  return G_SOURCE_REMOVE;
}

static void
tell_later (WijkHall *self)
{
  if (self->changed_source == 0)
    self->changed_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

/* The kinds of which an evening shows something. */
static const guint shown_kinds = 1U << WIJK_KIND_REMARK | 1U << WIJK_KIND_THEME |
                                 1U << WIJK_KIND_SESSION | 1U << WIJK_KIND_STAKEHOLDER |
                                 1U << WIJK_KIND_BALLOT | 1U << WIJK_KIND_OPTION |
                                 1U << WIJK_KIND_VOTE | 1U << WIJK_KIND_ATTENDANCE;

static void
record_changed_cb (WijkHall *self, WijkRecord *record)
{
  if ((shown_kinds & 1U << wijk_record_get_kind (record)) != 0)
    tell_later (self);
}

static void
keep (WijkHall *self)
{
  g_autofree char *line = wijk_evening_format (&self->evening);

  wijk_document_keep (self->document, WIJK_KEPT_EVENING, line);
  tell (self);
}

/* ---- GObject ---- */

static void
wijk_hall_dispose (GObject *object)
{
  WijkHall *self = WIJK_HALL (object);

  g_clear_handle_id (&self->changed_source, g_source_remove);
  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_pointer (&self->projection, wijk_projection_free);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  wijk_evening_clear (&self->evening);

  G_OBJECT_CLASS (wijk_hall_parent_class)->dispose (object);
}

static void
wijk_hall_class_init (WijkHallClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_hall_dispose;

  signals[CHANGED] = g_signal_new (
      "changed", WIJK_TYPE_HALL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new (
      "ticked", WIJK_TYPE_HALL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TIMED] = g_signal_new (
      "timed", WIJK_TYPE_HALL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
wijk_hall_init (WijkHall *self)
{
  self->width = USUAL_WIDTH;
  self->height = USUAL_HEIGHT;
}

WijkHall *
wijk_hall_new (WijkDocument *document, WijkSession *session)
{
  WijkHall *self = g_object_new (WIJK_TYPE_HALL, NULL);
  const char *id = wijk_record_get_id (WIJK_RECORD (session));

  self->document = g_object_ref (document);
  self->session = g_object_ref (session);
  wijk_evening_parse (&self->evening, wijk_document_get_kept (document, WIJK_KEPT_EVENING));
  if (g_strcmp0 (self->evening.session, id) != 0)
    {
      wijk_evening_clear (&self->evening);
      self->evening.session = g_strdup (id);
    }
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  keep (self);

  return self;
}

WijkDocument *
wijk_hall_get_document (WijkHall *self)
{
  g_return_val_if_fail (WIJK_IS_HALL (self), NULL);

  return self->document;
}

WijkSession *
wijk_hall_get_session (WijkHall *self)
{
  g_return_val_if_fail (WIJK_IS_HALL (self), NULL);

  return self->session;
}

const char *
wijk_hall_get_session_id (WijkHall *self)
{
  g_return_val_if_fail (WIJK_IS_HALL (self), NULL);

  return wijk_record_get_id (WIJK_RECORD (self->session));
}

const WijkEvening *
wijk_hall_get_evening (WijkHall *self)
{
  g_return_val_if_fail (WIJK_IS_HALL (self), NULL);

  return &self->evening;
}

const WijkProjection *
wijk_hall_get_projection (WijkHall *self)
{
  g_return_val_if_fail (WIJK_IS_HALL (self), NULL);

  if (self->projection == NULL)
    self->projection = wijk_projection_new (wijk_document_get_state (self->document),
                                            self->evening.session,
                                            self->evening.screen,
                                            self->evening.question,
                                            self->evening.ballot);
  if (self->projection->cards->len != self->n_cards)
    {
      self->n_cards = self->projection->cards->len;
      self->carded = g_get_monotonic_time ();
    }

  return self->projection;
}

void
wijk_hall_get_size (WijkHall *self, int *width, int *height)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  *width = self->width;
  *height = self->height;
}

void
wijk_hall_set_size (WijkHall *self, int width, int height)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (width <= 0 || height <= 0 || (self->width == width && self->height == height))
    return;
  self->width = width;
  self->height = height;
  tell_later (self);
}

guint
wijk_hall_get_turn (WijkHall *self)
{
  g_return_val_if_fail (WIJK_IS_HALL (self), 0);

  return (guint) ((g_get_monotonic_time () - self->carded) / TURN);
}

void
wijk_hall_set_phase (WijkHall *self, WijkPhase phase)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (self->evening.phase == phase)
    return;
  self->evening.phase = phase;
  self->evening.screen = wijk_phase_get_screen (phase);
  keep (self);
}

void
wijk_hall_set_screen (WijkHall *self, WijkScreen screen)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (self->evening.screen == screen)
    return;
  self->evening.screen = screen;
  keep (self);
}

void
wijk_hall_set_question (WijkHall *self, guint question)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (self->evening.question == question)
    return;
  self->evening.question = question;
  keep (self);
}

void
wijk_hall_set_step (WijkHall *self, guint step)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (self->evening.step == step)
    return;
  self->evening.step = step;
  keep (self);
}

void
wijk_hall_set_ballot (WijkHall *self, const char *ballot)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (g_set_str (&self->evening.ballot, ballot))
    keep (self);
}

void
wijk_hall_set_black (WijkHall *self, gboolean is_black)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (self->evening.is_black == is_black)
    return;
  self->evening.is_black = is_black;
  keep (self);
}

void
wijk_hall_set_light (WijkHall *self, gboolean is_light)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (self->evening.is_light == is_light)
    return;
  self->evening.is_light = is_light;
  keep (self);
}

void
wijk_hall_forget (WijkHall *self)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  wijk_document_keep (self->document, WIJK_KEPT_EVENING, NULL);
}

/* ---- the timer ---- */

static gboolean
tick_cb (gpointer user_data)
{
  WijkHall *self = WIJK_HALL (user_data);
  gint64 now = g_get_monotonic_time ();
  WijkCountdownNews news = wijk_countdown_look (&self->countdown, now);
  gboolean goes_on = wijk_countdown_is_running (&self->countdown, now);

  if (!goes_on)
    self->tick_source = 0;
  g_signal_emit (self, signals[TICKED], 0);
  if (news != WIJK_COUNTDOWN_NOTHING)
    g_signal_emit (self, signals[TIMED], 0, (int) news);

  return goes_on ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

WijkCountdown *
wijk_hall_get_countdown (WijkHall *self)
{
  g_return_val_if_fail (WIJK_IS_HALL (self), NULL);

  return &self->countdown;
}

void
wijk_hall_follow_countdown (WijkHall *self)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  if (self->tick_source == 0 &&
      wijk_countdown_is_running (&self->countdown, g_get_monotonic_time ()))
    self->tick_source = g_timeout_add (TICK, tick_cb, self);
  g_signal_emit (self, signals[TICKED], 0);
}

/* ---- moderation ---- */

char *
wijk_hall_dup_obstacle (WijkHall *self, WijkRemark *remark)
{
  g_autoptr (GHashTable) names = wijk_wall_collect_names (wijk_document_get_state (self->document));

  switch (wijk_wall_find_obstacle (names, remark->text))
    {
    case WIJK_OBSTACLE_PATTERN:
      return g_strdup (_ ("It seems to hold an address, number or e-mail of someone"));
    case WIJK_OBSTACLE_NAME:
      return g_strdup (_ ("It seems to hold the name of someone whom the plan knows"));
    case WIJK_OBSTACLE_WORDS:
      return g_strdup (_ ("It has no words (any more)"));
    case WIJK_OBSTACLE_NONE:
    default:
      return NULL;
    }
}

static void
write_wall (WijkHall *self,
            GtkWidget *widget,
            WijkRemark *remark,
            const char *step,
            WijkWall wall,
            const char *reason)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  const char *id = wijk_record_get_id (WIJK_RECORD (remark));

  wijk_edits_add (edits, id, "wall", wijk_wall_words[wall - 1]);
  if (g_strcmp0 (remark->wall_reason, *reason != '\0' ? reason : NULL) != 0)
    wijk_edits_add (edits, id, "wall-reason", reason);
  if (!wijk_document_write (self->document, step, edits, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

void
wijk_hall_show_remark (WijkHall *self, GtkWidget *widget, WijkRemark *remark)
{
  g_autofree char *obstacle = NULL;

  g_return_if_fail (WIJK_IS_HALL (self));

  obstacle = wijk_hall_dup_obstacle (self, remark);
  if (obstacle != NULL)
    {
      /* Translators: %s is why */
      g_autofree char *text = g_strdup_printf (_ ("This stays off the wall. %s."), obstacle);

      gtk_widget_activate_action (widget, "win.toast", "s", text);
      return;
    }
  write_wall (self, widget, remark, _ ("Show a remark in the hall"), WIJK_WALL_SHOWN, "");
}

void
wijk_hall_hide_remark (WijkHall *self, GtkWidget *widget, WijkRemark *remark, const char *reason)
{
  g_return_if_fail (WIJK_IS_HALL (self));

  write_wall (self, widget, remark, _ ("Keep a remark out of the hall"), WIJK_WALL_HIDDEN, reason);
}
