/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reach-picture-view.h"

#include <adwaita.h>

#include "wijk-map-layout.h"

#define MINIMUM_WIDTH 240
#define NATURAL_WIDTH 600
#define MAX_MAP_HEIGHT 420

struct _WijkReachPictureView
{
  GtkWidget parent_instance;

  WijkBars *bars;
  WijkMap *map;
};

G_DEFINE_FINAL_TYPE (WijkReachPictureView, wijk_reach_picture_view, GTK_TYPE_WIDGET)

static WijkPictureStyle
get_style (WijkReachPictureView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return (WijkPictureStyle) {
    .context = gtk_widget_get_pango_context (GTK_WIDGET (self)),
    .palette = wijk_palette_get (adw_style_manager_get_dark (manager),
                                 adw_style_manager_get_high_contrast (manager)),
  };
}

static double
measure_height (WijkReachPictureView *self, int width)
{
  WijkPictureStyle style = get_style (self);
  g_autoptr (WijkBarsLayout) layout = NULL;

  if (self->map != NULL)
    return MIN (wijk_map_measure_height (self->map, &style, width), MAX_MAP_HEIGHT);
  if (self->bars == NULL)
    return 0;
  layout = wijk_bars_layout_new (self->bars, &style, width);

  return wijk_bars_layout_get_height (layout);
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  WijkReachPictureView *self = WIJK_REACH_PICTURE_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = (int) measure_height (self, for_size > 0 ? for_size : NATURAL_WIDTH) + 1;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkReachPictureView *self = WIJK_REACH_PICTURE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  WijkPictureStyle style = get_style (self);
  g_autoptr (WijkBarsLayout) bars = NULL;
  g_autoptr (WijkMapLayout) map = NULL;
  cairo_t *cr;

  if (self->bars == NULL && self->map == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  if (self->map != NULL)
    {
      map = wijk_map_layout_new (self->map, &style, width, height);
      wijk_map_layout_draw (map, cr);
    }
  else
    {
      bars = wijk_bars_layout_new (self->bars, &style, width);
      wijk_bars_layout_draw (bars, cr);
    }
  cairo_destroy (cr);
}

static void
wijk_reach_picture_view_finalize (GObject *object)
{
  WijkReachPictureView *self = WIJK_REACH_PICTURE_VIEW (object);

  g_clear_pointer (&self->bars, wijk_bars_unref);
  g_clear_pointer (&self->map, wijk_map_unref);

  G_OBJECT_CLASS (wijk_reach_picture_view_parent_class)->finalize (object);
}

static void
wijk_reach_picture_view_class_init (WijkReachPictureViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wijk_reach_picture_view_finalize;
  widget_class->get_request_mode = get_request_mode;
  widget_class->measure = measure;
  widget_class->snapshot = snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
wijk_reach_picture_view_init (WijkReachPictureView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (
      manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager,
                           "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}

void
wijk_reach_picture_view_take (WijkReachPictureView *self,
                              WijkBars *bars,
                              WijkMap *map,
                              const char *text)
{
  g_return_if_fail (WIJK_IS_REACH_PICTURE_VIEW (self));

  g_clear_pointer (&self->bars, wijk_bars_unref);
  g_clear_pointer (&self->map, wijk_map_unref);
  self->bars = bars;
  self->map = map;
  gtk_widget_set_visible (GTK_WIDGET (self), bars != NULL || map != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
