/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-view-private.h"

#define STEP 60.0    /* pixels that an arrow key scrolls */
#define OVERLAP 48.0 /* pixels that stay in sight with Page Down */
#define WHEEL_FACTOR 1.15

/* ---- keys ---- */

static gboolean
scroll_by (WijkPdfView *self, GtkOrientation orientation, double distance)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return FALSE;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
  return TRUE;
}

static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  int across, down;

  g_variant_get (args, "(ii)", &across, &down);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    across = -across;

  return across != 0 ? scroll_by (WIJK_PDF_VIEW (widget), GTK_ORIENTATION_HORIZONTAL, across * STEP)
                     : scroll_by (WIJK_PDF_VIEW (widget), GTK_ORIENTATION_VERTICAL, down * STEP);
}

static gboolean
screen_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  WijkPdfView *self = WIJK_PDF_VIEW (widget);
  const double screen = MAX (STEP, self->height - OVERLAP);

  return scroll_by (self, GTK_ORIENTATION_VERTICAL, g_variant_get_int32 (args) * screen);
}

static gboolean
end_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return scroll_by (
      WIJK_PDF_VIEW (widget), GTK_ORIENTATION_VERTICAL, g_variant_get_int32 (args) * 1e9);
}

void
wijk_pdf_view_add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint keys[2];
    int across, down;
  } arrows[] = {
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 0, 1 },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, -1, 0 },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 1, 0 },
  };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc callback;
    int direction;
  } jumps[] = {
    { GDK_KEY_Page_Up, 0, screen_cb, -1 },
    { GDK_KEY_KP_Page_Up, 0, screen_cb, -1 },
    { GDK_KEY_space, GDK_SHIFT_MASK, screen_cb, -1 },
    { GDK_KEY_Page_Down, 0, screen_cb, 1 },
    { GDK_KEY_KP_Page_Down, 0, screen_cb, 1 },
    { GDK_KEY_space, 0, screen_cb, 1 },
    { GDK_KEY_Home, 0, end_cb, -1 },
    { GDK_KEY_KP_Home, 0, end_cb, -1 },
    { GDK_KEY_End, 0, end_cb, 1 },
    { GDK_KEY_KP_End, 0, end_cb, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    for (guint k = 0; k < 2; k++)
      gtk_widget_class_add_binding (
          widget_class, arrows[i].keys[k], 0, arrow_cb, "(ii)", arrows[i].across, arrows[i].down);
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    gtk_widget_class_add_binding (
        widget_class, jumps[i].key, jumps[i].modifiers, jumps[i].callback, "i", jumps[i].direction);
}

/* ---- pointer and touch ---- */

static gboolean
wheel_cb (GtkEventControllerScroll *controller, double dx, double dy, WijkPdfView *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  if (dy != 0)
    wijk_pdf_view_zoom_at (self,
                           wijk_pdf_view_get_zoom (self) *
                               (dy < 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR),
                           self->x,
                           self->y);
  return GDK_EVENT_STOP;
}

static void
pointer_cb (GtkEventControllerMotion *controller, double x, double y, WijkPdfView *self)
{
  self->x = x;
  self->y = y;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, WijkPdfView *self)
{
  self->zoom_before_pinch = wijk_pdf_view_get_zoom (self);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, WijkPdfView *self)
{
  double x = self->x, y = self->y;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  wijk_pdf_view_zoom_at (self, self->zoom_before_pinch * scale, x, y);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device =
      gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* A finger scrolls; it does not select. */
static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, WijkPdfView *self)
{
  WijkPdfCaret caret;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_touch (GTK_GESTURE (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  wijk_pdf_view_select_none (self);
  if (self->picks_area)
    wijk_pdf_view_begin_area (self, x, y);
  else if (wijk_pdf_view_find_caret (self, x, y, &caret))
    wijk_pdf_view_select (self, caret, caret);
}

/* Beyond an edge the pages come along. */
static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, WijkPdfView *self)
{
  double x, y;
  WijkPdfCaret caret;

  if (!self->has_anchor && !self->picks_area)
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  x += dx;
  y += dy;
  if (self->picks_area)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      wijk_pdf_view_update_area (self, x, CLAMP (y, 0, self->height));
      return;
    }
  if (y < 0 || y > self->height)
    scroll_by (self, GTK_ORIENTATION_VERTICAL, (y < 0 ? y : y - self->height) / 4);
  if (wijk_pdf_view_find_caret (self, x, CLAMP (y, 0, self->height), &caret))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      wijk_pdf_view_select (self, self->anchor, caret);
    }
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, WijkPdfView *self)
{
  WijkPdfCaret caret;

  if (n_press == 2 && !is_touch (GTK_GESTURE (gesture)) &&
      wijk_pdf_view_find_caret (self, x, y, &caret))
    wijk_pdf_view_select_word (self, caret);
}

void
wijk_pdf_view_add_controllers (WijkPdfView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *wheel = gtk_event_controller_scroll_new (
      GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (widget, wheel);

  g_signal_connect (motion, "enter", G_CALLBACK (pointer_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
}
