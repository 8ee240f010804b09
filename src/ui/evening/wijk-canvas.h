/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something to draw a hall's screen on: text and boxes, measured in units of which a screen is nine
 * high. */
typedef struct
{
  GtkSnapshot *snapshot;
  PangoContext *context;
  float width, height;
  float unit;
  GdkRGBA back, front, dim, card, accent;
} WijkCanvas;

void wijk_canvas_init (WijkCanvas *self,
                       GtkSnapshot *snapshot,
                       PangoContext *context,
                       float width,
                       float height,
                       gboolean is_light);

/* Text of @size (units), broken at @width (pixels, 0: never); at most @lines (0: any). */
PangoLayout *wijk_canvas_make_text (const WijkCanvas *self,
                                    const char *text,
                                    float size,
                                    gboolean is_bold,
                                    float width,
                                    int lines) G_GNUC_WARN_UNUSED_RESULT;

/* The same, so small that it fits below @height (pixels) too. */
PangoLayout *wijk_canvas_fit_text (const WijkCanvas *self,
                                   const char *text,
                                   float size,
                                   float width,
                                   float height) G_GNUC_WARN_UNUSED_RESULT;

float wijk_canvas_get_text_height (PangoLayout *layout);
float wijk_canvas_get_text_width (PangoLayout *layout);

void wijk_canvas_draw_text (
    const WijkCanvas *self, PangoLayout *layout, float x, float y, const GdkRGBA *colour);
void wijk_canvas_draw_box (const WijkCanvas *self,
                           float x,
                           float y,
                           float width,
                           float height,
                           float radius,
                           const GdkRGBA *colour);

/* A ring of which the part @left (0 to 1) is not gone. */
void wijk_canvas_draw_ring (const WijkCanvas *self, float x, float y, float radius, double left);

/* The colour of a theme, drawn towards the letters until it stands out on a card; the accent for
 * NULL. */
void wijk_canvas_get_colour (const WijkCanvas *self, const char *colour, GdkRGBA *rgba);

G_END_DECLS
