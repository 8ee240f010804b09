/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-hall-desk.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-moderation-list.h"
#include "wijk-projection-draw.h"
#include "wijk-projection-view.h"
#include "wijk-timer-box.h"

struct _WijkHallDesk
{
  GtkBox parent_instance;

  WijkHall *hall;
  gboolean is_showing;

  GtkLabel *seen;
  GtkToggleButton *screens[WIJK_N_SCREENS];
  GtkWidget *questions;
  GtkLabel *question;
  GtkToggleButton *black;
  GtkToggleButton *light;
  GtkWidget *steps;
  GtkLabel *now;
  GtkLabel *next;
  WijkModerationList *moderation;
};

G_DEFINE_FINAL_TYPE (WijkHallDesk, wijk_hall_desk, GTK_TYPE_BOX)

static guint done_signal;

static void
tell_done (WijkHallDesk *self)
{
  g_signal_emit (self, done_signal, 0);
}

/* ---- what shows ---- */

static void
show_steps (WijkHallDesk *self, WijkSession *session, guint step)
{
  g_auto (GStrv) lines = wijk_wall_split_lines (session->steps);
  guint n = g_strv_length (lines);
  const char *now = n > 0 ? lines[MIN (step, n - 1)] : NULL;
  /* Translators: %s is a part of an evening, such as “Coffee” */
  g_autofree char *next = step + 1 < n ? g_strdup_printf (_ ("Then: %s"), lines[step + 1])
                                       : g_strdup (_ ("Then: nothing more"));

  gtk_widget_set_visible (self->steps, n > 0);
  gtk_label_set_label (self->now, now != NULL ? now : "");
  gtk_label_set_label (self->next, next);
}

static void
show_question (WijkHallDesk *self, WijkSession *session, guint question)
{
  g_auto (GStrv) lines = wijk_wall_split_lines (session->questions);
  guint n = g_strv_length (lines);
  /* Translators: which question of how many */
  g_autofree char *text = g_strdup_printf (_ ("Question %u of %u"), MIN (question + 1, n), n);

  gtk_widget_set_visible (self->questions, n > 1);
  gtk_label_set_label (self->question, text);
}

static void
changed_cb (WijkHallDesk *self)
{
  const WijkEvening *evening = wijk_hall_get_evening (self->hall);
  const WijkProjection *projection = wijk_hall_get_projection (self->hall);

  self->is_showing = TRUE;
  gtk_toggle_button_set_active (self->screens[evening->screen], TRUE);
  gtk_toggle_button_set_active (self->black, evening->is_black);
  gtk_toggle_button_set_active (self->light, evening->is_light);
  self->is_showing = FALSE;
  gtk_label_set_label (self->seen,
                       evening->is_black ? _ ("The hall sees a black screen")
                       : evening->screen == WIJK_SCREEN_RESULT &&
                               projection->screen == WIJK_SCREEN_VOTE
                           ? _ ("The result is hidden until the vote is closed")
                           : _ ("This is what the hall sees"));
  show_question (self, wijk_hall_get_session (self->hall), evening->question);
  show_steps (self, wijk_hall_get_session (self->hall), evening->step);
}

/* ---- what is pressed ---- */

static void
screen_cb (WijkHallDesk *self, GtkToggleButton *button)
{
  if (self->is_showing || !gtk_toggle_button_get_active (button))
    return;
  for (WijkScreen screen = 0; screen < WIJK_N_SCREENS; screen++)
    if (self->screens[screen] == button)
      wijk_hall_set_screen (self->hall, screen);
  tell_done (self);
}

static void
black_cb (WijkHallDesk *self)
{
  if (self->is_showing)
    return;
  wijk_hall_set_black (self->hall, gtk_toggle_button_get_active (self->black));
  tell_done (self);
}

static void
light_cb (WijkHallDesk *self)
{
  if (self->is_showing)
    return;
  wijk_hall_set_light (self->hall, gtk_toggle_button_get_active (self->light));
  tell_done (self);
}

static void
previous_question_cb (WijkHallDesk *self)
{
  guint question = wijk_hall_get_evening (self->hall)->question;

  if (question > 0)
    wijk_hall_set_question (self->hall, question - 1);
  tell_done (self);
}

static void
next_question_cb (WijkHallDesk *self)
{
  g_auto (GStrv) lines = wijk_wall_split_lines (wijk_hall_get_session (self->hall)->questions);
  guint question = wijk_hall_get_evening (self->hall)->question;

  if (question + 1 < g_strv_length (lines))
    wijk_hall_set_question (self->hall, question + 1);
  tell_done (self);
}

static void
next_step_cb (WijkHallDesk *self)
{
  g_auto (GStrv) lines = wijk_wall_split_lines (wijk_hall_get_session (self->hall)->steps);
  guint step = wijk_hall_get_evening (self->hall)->step;

  wijk_hall_set_step (self->hall, step + 1 < g_strv_length (lines) ? step + 1 : 0);
  tell_done (self);
}

/* ---- GObject ---- */

static void
wijk_hall_desk_dispose (GObject *object)
{
  g_clear_object (&WIJK_HALL_DESK (object)->hall);

  G_OBJECT_CLASS (wijk_hall_desk_parent_class)->dispose (object);
}

static void
wijk_hall_desk_class_init (WijkHallDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_hall_desk_dispose;

  done_signal = g_signal_new (
      "done", WIJK_TYPE_HALL_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_hall_desk_init (WijkHallDesk *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "hall-desk");
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
make_small_button (WijkHallDesk *self, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkToggleButton *
make_toggle (WijkHallDesk *self, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "toggled", callback, self, G_CONNECT_SWAPPED);

  return GTK_TOGGLE_BUTTON (button);
}

static void
add_seen (WijkHallDesk *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *frame = gtk_frame_new (NULL);

  gtk_frame_set_child (GTK_FRAME (frame), wijk_projection_view_new (self->hall, FALSE));
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self), frame);
  self->seen = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->seen, 0);
  gtk_label_set_ellipsize (self->seen, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->seen), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->seen), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->seen), "dimmed");
  self->light = make_toggle (self,
                             "weather-clear-symbolic",
                             _ ("Dark letters on white, for a light hall"),
                             G_CALLBACK (light_cb));
  self->black = make_toggle (self,
                             "night-light-symbolic",
                             _ ("Make the screen in the hall black (Ctrl+B)"),
                             G_CALLBACK (black_cb));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->seen));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->light));
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->black));
  gtk_box_append (GTK_BOX (self), bar);
}

static void
add_screens (WijkHallDesk *self)
{
  GtkWidget *box = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("What the hall is to see"), -1);
  for (WijkScreen screen = 0; screen < WIJK_N_SCREENS; screen++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (wijk_screen_get_name (screen));

      self->screens[screen] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_group (self->screens[screen], screen > 0 ? self->screens[0] : NULL);
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_widget_add_css_class (button, "chip");
      gtk_widget_add_css_class (button, "screen");
      g_signal_connect_object (button, "toggled", G_CALLBACK (screen_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (ADW_WRAP_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (self), box);
}

static void
add_questions (WijkHallDesk *self)
{
  self->questions = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->question = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->question, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->question), TRUE);
  gtk_box_append (GTK_BOX (self->questions), GTK_WIDGET (self->question));
  gtk_box_append (GTK_BOX (self->questions),
                  make_small_button (self,
                                     "go-previous-symbolic",
                                     _ ("Previous question"),
                                     G_CALLBACK (previous_question_cb)));
  gtk_box_append (
      GTK_BOX (self->questions),
      make_small_button (
          self, "go-next-symbolic", _ ("Next question"), G_CALLBACK (next_question_cb)));
  gtk_box_append (GTK_BOX (self), self->questions);
}

static void
add_steps (WijkHallDesk *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->steps = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->now = GTK_LABEL (make_heading (NULL));
  self->next = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->now, TRUE);
  gtk_label_set_xalign (self->next, 0);
  gtk_label_set_ellipsize (self->next, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->next), "dimmed");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->now));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->next));
  gtk_box_append (GTK_BOX (self->steps), texts);
  gtk_box_append (
      GTK_BOX (self->steps),
      make_small_button (
          self, "go-next-symbolic", _ ("Next part of the evening"), G_CALLBACK (next_step_cb)));
  gtk_box_append (GTK_BOX (self), self->steps);
}

GtkWidget *
wijk_hall_desk_new (WijkHall *hall)
{
  WijkHallDesk *self = g_object_new (WIJK_TYPE_HALL_DESK, NULL);

  self->hall = g_object_ref (hall);
  add_seen (self);
  add_screens (self);
  add_questions (self);
  gtk_box_append (GTK_BOX (self), wijk_timer_box_new (hall));
  add_steps (self);
  self->moderation = WIJK_MODERATION_LIST (wijk_moderation_list_new (hall));
  g_signal_connect_object (
      self->moderation, "done", G_CALLBACK (tell_done), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->moderation));
  g_signal_connect_object (hall, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}

void
wijk_hall_desk_show_first (WijkHallDesk *self)
{
  g_return_if_fail (WIJK_IS_HALL_DESK (self));

  wijk_moderation_list_show_first (self->moderation);
}

void
wijk_hall_desk_hide_first (WijkHallDesk *self)
{
  g_return_if_fail (WIJK_IS_HALL_DESK (self));

  wijk_moderation_list_hide_first (self->moderation);
}
