/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-timeline-view.h"

#include <adwaita.h>

#include "wijk-timeline-layout.h"

#define MINIMUM_WIDTH 240
#define LEAST_LAYOUT_WIDTH 320 /* narrower than this, the picture is made smaller */
#define NATURAL_WIDTH 720

/* GTK wants a widget that is never lower when it is wider. A timeline is: a little wider, its
 * titles move beside the bars and wrap. So the heights at these widths are kept, each at least the
 * next. */
#define RUNG 40
#define N_RUNGS 30 /* up to 1200 */

struct _WijkTimelineView
{
  GtkWidget parent_instance;

  WijkTimeline *timeline;
  WijkTimelineLayout *layout;
  double scale;
  int rungs[N_RUNGS]; /* heights at RUNG, 2 RUNG ...; the first is 0 while they are not known */
  GPtrArray *lanes;   /* a GtkButton for each lane, our children */
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkTimelineView, wijk_timeline_view, GTK_TYPE_WIDGET)

static void
get_style (WijkTimelineView *self, WijkPictureStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  style->context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  style->palette = wijk_palette_get (adw_style_manager_get_dark (manager),
                                     adw_style_manager_get_high_contrast (manager));
  style->font_size = 0;
}

static WijkTimelineLayout *
create_layout (WijkTimelineView *self, int width, double *scale)
{
  int layout_width = MAX (width, LEAST_LAYOUT_WIDTH);
  WijkPictureStyle style;

  get_style (self, &style);
  *scale = (double) width / layout_width;

  return wijk_timeline_layout_new (self->timeline, &style, layout_width);
}

static int
height_at (WijkTimelineView *self, int width)
{
  double scale;
  g_autoptr (WijkTimelineLayout) layout = create_layout (self, MAX (width, 1), &scale);

  return (int) (wijk_timeline_layout_get_height (layout) * scale) + 1;
}

static int
least_height (WijkTimelineView *self, int width)
{
  int rung = MAX (width / RUNG, 1); /* the narrower one: it is not lower */

  if (self->rungs[0] == 0)
    for (int i = N_RUNGS - 1; i >= 0; i--)
      self->rungs[i] = MAX (i + 1 < N_RUNGS ? self->rungs[i + 1] : 0,
                            height_at (self, MAX ((i + 1) * RUNG, MINIMUM_WIDTH)));

  return rung > N_RUNGS ? height_at (self, width) : self->rungs[rung - 1];
}

static void
forget_layout (WijkTimelineView *self)
{
  self->rungs[0] = 0;
  g_clear_pointer (&self->layout, wijk_timeline_layout_free);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
clicked_cb (GtkButton *button, WijkTimelineView *self)
{
  guint lane;

  if (g_ptr_array_find (self->lanes, button, &lane))
    g_signal_emit (self, signals[ACTIVATED], 0, wijk_timeline_get_lane (self->timeline, lane)->id);
}

static void
clear_lanes (WijkTimelineView *self)
{
  for (guint i = 0; i < self->lanes->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->lanes, i));
  g_ptr_array_set_size (self->lanes, 0);
}

static void
add_lane (WijkTimelineView *self, guint lane)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *label = wijk_timeline_describe_lane (self->timeline, lane);

  gtk_widget_add_css_class (button, "lane");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  g_ptr_array_add (self->lanes, button);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                WijkTimelineView *self)
{
  int by = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;

  if (by == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  for (int i = 0; i < (int) self->lanes->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->lanes, i)))
      return i + by >= 0 && i + by < (int) self->lanes->len &&
             gtk_widget_grab_focus (g_ptr_array_index (self->lanes, i + by));

  return FALSE;
}

static GtkSizeRequestMode
wijk_timeline_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wijk_timeline_view_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  WijkTimelineView *self = WIJK_TIMELINE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  *minimum = *natural = 0;
  if (self->timeline == NULL)
    return;

  *minimum = *natural = least_height (self, for_size < 0 ? NATURAL_WIDTH : for_size);
}

static void
wijk_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WijkTimelineView *self = WIJK_TIMELINE_VIEW (widget);

  g_clear_pointer (&self->layout, wijk_timeline_layout_free);
  if (self->timeline == NULL)
    return;

  self->layout = create_layout (self, MAX (width, 1), &self->scale);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      GtkWidget *lane = g_ptr_array_index (self->lanes, i);
      WijkPictureRect row = wijk_timeline_layout_get_row (self->layout, i);
      GtkAllocation allocation = { (int) (row.x * self->scale),
                                   (int) (row.y * self->scale),
                                   (int) (row.width * self->scale),
                                   (int) (row.height * self->scale) };
      int least;

      gtk_widget_measure (lane, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      allocation.width = MAX (allocation.width, least);
      gtk_widget_measure (lane, GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
      allocation.height = MAX (allocation.height, least);
      gtk_widget_size_allocate (lane, &allocation, -1);
    }
}

static void
wijk_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkTimelineView *self = WIJK_TIMELINE_VIEW (widget);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr;

  GTK_WIDGET_CLASS (wijk_timeline_view_parent_class)->snapshot (widget, snapshot);
  if (self->layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_scale (cr, self->scale, self->scale);
  wijk_timeline_layout_draw (self->layout, cr);
  cairo_destroy (cr);
}

static void
wijk_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (wijk_timeline_view_parent_class)->css_changed (widget, change);
  WIJK_TIMELINE_VIEW (widget)->rungs[0] = 0;
  gtk_widget_queue_resize (widget);
}

static void
wijk_timeline_view_dispose (GObject *object)
{
  clear_lanes (WIJK_TIMELINE_VIEW (object));

  G_OBJECT_CLASS (wijk_timeline_view_parent_class)->dispose (object);
}

static void
wijk_timeline_view_finalize (GObject *object)
{
  WijkTimelineView *self = WIJK_TIMELINE_VIEW (object);

  g_clear_pointer (&self->layout, wijk_timeline_layout_free);
  g_clear_pointer (&self->timeline, wijk_timeline_unref);
  g_ptr_array_unref (self->lanes);

  G_OBJECT_CLASS (wijk_timeline_view_parent_class)->finalize (object);
}

static void
wijk_timeline_view_class_init (WijkTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_timeline_view_dispose;
  object_class->finalize = wijk_timeline_view_finalize;
  widget_class->get_request_mode = wijk_timeline_view_get_request_mode;
  widget_class->measure = wijk_timeline_view_measure;
  widget_class->size_allocate = wijk_timeline_view_size_allocate;
  widget_class->snapshot = wijk_timeline_view_snapshot;
  widget_class->css_changed = wijk_timeline_view_css_changed;

  signals[ACTIVATED] = g_signal_new ("activated",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wijk_timeline_view_init (WijkTimelineView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->lanes = g_ptr_array_new ();
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (
      manager, "notify::dark", G_CALLBACK (forget_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      manager, "notify::high-contrast", G_CALLBACK (forget_layout), self, G_CONNECT_SWAPPED);
}

void
wijk_timeline_view_set_timeline (WijkTimelineView *self, WijkTimeline *timeline)
{
  g_return_if_fail (WIJK_IS_TIMELINE_VIEW (self));

  clear_lanes (self);
  g_clear_pointer (&self->timeline, wijk_timeline_unref);
  self->timeline = timeline != NULL ? wijk_timeline_ref (timeline) : NULL;
  for (guint i = 0; timeline != NULL && i < wijk_timeline_get_n_lanes (timeline); i++)
    add_lane (self, i);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  timeline != NULL ? wijk_timeline_get_title (timeline) : "",
                                  -1);
  forget_layout (self);
}
