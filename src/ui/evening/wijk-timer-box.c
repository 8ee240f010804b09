/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-timer-box.h"

#include <glib/gi18n.h>

#define MINUTE (60 * G_USEC_PER_SEC)
#define USUAL_MINUTES 10
#define MOST_MINUTES 240
#define RING 56 /* pixels */

struct _WijkTimerBox
{
  GtkBox parent_instance;

  WijkHall *hall;
  GtkWidget *ring;
  GtkLabel *digits;
  GtkSpinButton *minutes;
  GtkWidget *start;
  GtkButton *pause;
  GtkWidget *more;
  GtkWidget *stop;
  GtkToggleButton *sound;
};

G_DEFINE_FINAL_TYPE (WijkTimerBox, wijk_timer_box, GTK_TYPE_BOX)

/* ---- what shows ---- */

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  WijkTimerBox *self = WIJK_TIMER_BOX (user_data);
  WijkCountdown *countdown = wijk_hall_get_countdown (self->hall);
  const double radius = MIN (width, height) / 2.0 - 4;
  double left = 0;
  GdkRGBA colour;

  if (countdown->length > 0)
    left = (double) wijk_countdown_get_left (countdown, g_get_monotonic_time ()) /
           (double) countdown->length;
  gtk_widget_get_color (GTK_WIDGET (area), &colour);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_set_line_width (cr, 6);
  colour.alpha = 0.15f;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  colour.alpha = 0.9f;
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (left > 0)
    {
      cairo_arc_negative (cr, 0, 0, radius, -G_PI / 2, -G_PI / 2 - 2 * G_PI * left);
      cairo_stroke (cr);
    }
}

static void
show_time (WijkTimerBox *self)
{
  WijkCountdown *countdown = wijk_hall_get_countdown (self->hall);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *digits = wijk_countdown_format (countdown, now);
  gboolean is_running = wijk_countdown_is_running (countdown, now);
  gboolean is_set = countdown->length > 0;

  gtk_label_set_label (self->digits, digits);
  gtk_widget_queue_draw (self->ring);
  gtk_widget_set_visible (GTK_WIDGET (self->minutes), !is_set);
  gtk_widget_set_visible (self->start, !is_set);
  gtk_widget_set_visible (GTK_WIDGET (self->pause), is_set);
  gtk_widget_set_visible (self->more, is_set);
  gtk_widget_set_visible (self->stop, is_set);
  gtk_button_set_icon_name (
      self->pause, is_running ? "media-playback-pause-symbolic" : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->pause),
                               is_running ? _ ("Pause the timer") : _ ("Let the timer go on"));
}

static void
announce (WijkTimerBox *self, const char *text)
{
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
timed_cb (WijkTimerBox *self, int news)
{
  if (news == WIJK_COUNTDOWN_MINUTE_LEFT)
    announce (self, _ ("One minute left"));
  if (news != WIJK_COUNTDOWN_ENDED)
    return;
  announce (self, _ ("Time is up"));
  if (gtk_toggle_button_get_active (self->sound))
    gdk_display_beep (gtk_widget_get_display (GTK_WIDGET (self)));
}

/* ---- what is pressed ---- */

static void
start_cb (WijkTimerBox *self)
{
  int minutes = gtk_spin_button_get_value_as_int (self->minutes);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Timer: %d minute", "Timer: %d minutes", (gulong) minutes),
      minutes);

  wijk_countdown_start (
      wijk_hall_get_countdown (self->hall), minutes * MINUTE, g_get_monotonic_time ());
  wijk_hall_follow_countdown (self->hall);
  announce (self, text);
}

static void
pause_cb (WijkTimerBox *self)
{
  WijkCountdown *countdown = wijk_hall_get_countdown (self->hall);
  gint64 now = g_get_monotonic_time ();

  if (wijk_countdown_is_running (countdown, now))
    wijk_countdown_pause (countdown, now);
  else
    wijk_countdown_resume (countdown, now);
  wijk_hall_follow_countdown (self->hall);
}

static void
more_cb (WijkTimerBox *self)
{
  wijk_countdown_add (wijk_hall_get_countdown (self->hall), MINUTE, g_get_monotonic_time ());
  wijk_hall_follow_countdown (self->hall);
}

static void
stop_cb (WijkTimerBox *self)
{
  wijk_countdown_clear (wijk_hall_get_countdown (self->hall));
  wijk_hall_follow_countdown (self->hall);
}

/* ---- GObject ---- */

static void
wijk_timer_box_dispose (GObject *object)
{
  g_clear_object (&WIJK_TIMER_BOX (object)->hall);

  G_OBJECT_CLASS (wijk_timer_box_parent_class)->dispose (object);
}

static void
wijk_timer_box_class_init (WijkTimerBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_timer_box_dispose;
}

static GtkWidget *
add_button (WijkTimerBox *self, const char *icon, const char *tip, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);

  return button;
}

static void
wijk_timer_box_init (WijkTimerBox *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->ring = gtk_drawing_area_new ();
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (self->ring), RING);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (self->ring), RING);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->ring), draw_cb, self, NULL);
  self->digits = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->digits), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->digits), "timer-digits");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->ring);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->digits));
  gtk_box_append (GTK_BOX (self), overlay);

  self->minutes = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, MOST_MINUTES, 1));
  gtk_spin_button_set_value (self->minutes, USUAL_MINUTES);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->minutes), 3);
  gtk_widget_set_valign (GTK_WIDGET (self->minutes), GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->minutes), _ ("Minutes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->minutes),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Minutes for the timer"),
                                  -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->minutes));
  self->start = add_button (
      self, "media-playback-start-symbolic", _ ("Start the timer"), G_CALLBACK (start_cb));
  self->pause =
      GTK_BUTTON (add_button (self, "media-playback-pause-symbolic", "", G_CALLBACK (pause_cb)));
  self->more = add_button (self, "list-add-symbolic", _ ("One minute more"), G_CALLBACK (more_cb));
  self->stop = add_button (
      self, "media-playback-stop-symbolic", _ ("Clear the timer"), G_CALLBACK (stop_cb));
  gtk_button_set_label (GTK_BUTTON (self->more), "+1");
  self->sound = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_button_set_icon_name (GTK_BUTTON (self->sound), "audio-volume-high-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sound), _ ("A sound at the end"));
  gtk_widget_set_focus_on_click (GTK_WIDGET (self->sound), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->sound), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sound), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->sound), GTK_ALIGN_END);
  gtk_widget_add_css_class (GTK_WIDGET (self->sound), "flat");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sound));
}

GtkWidget *
wijk_timer_box_new (WijkHall *hall)
{
  WijkTimerBox *self = g_object_new (WIJK_TYPE_TIMER_BOX, NULL);

  self->hall = g_object_ref (hall);
  g_signal_connect_object (hall, "ticked", G_CALLBACK (show_time), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hall, "timed", G_CALLBACK (timed_cb), self, G_CONNECT_SWAPPED);
  show_time (self);

  return GTK_WIDGET (self);
}
