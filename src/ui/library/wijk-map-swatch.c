/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-map-swatch.h"

#include <adwaita.h>

#include "wijk-palette.h"

struct _WijkMapSwatch
{
  GtkWidget parent_instance;

  guint state;
};

enum
{
  PROP_STATE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WijkMapSwatch, wijk_map_swatch, GTK_TYPE_WIDGET)

static void
wijk_map_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkMapSwatch *self = WIJK_MAP_SWATCH (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const WijkPalette *palette = wijk_palette_get (adw_style_manager_get_dark (manager),
                                                 adw_style_manager_get_high_contrast (manager));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_rectangle (cr, 1, 1, width - 2, height - 2);
  wijk_palette_fill (cr, &palette->states[self->state], palette->outline, palette->dim);
  cairo_destroy (cr);
}

static void
wijk_map_swatch_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_uint (value, WIJK_MAP_SWATCH (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_map_swatch_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STATE:
      WIJK_MAP_SWATCH (object)->state = g_value_get_uint (value);
      gtk_widget_queue_draw (GTK_WIDGET (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_map_swatch_class_init (WijkMapSwatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wijk_map_swatch_get_property;
  object_class->set_property = wijk_map_swatch_set_property;
  widget_class->snapshot = wijk_map_swatch_snapshot;

  props[PROP_STATE] = g_param_spec_uint (
      "state", NULL, NULL, 0, WIJK_N_FILLS - 1, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
wijk_map_swatch_init (WijkMapSwatch *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_widget_set_size_request (GTK_WIDGET (self), 18, 14);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (
      manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager,
                           "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw),
                           self,
                           G_CONNECT_SWAPPED);
}
