/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-canvas.h"

#include <math.h>

#define HEIGHT 9.0f
#define WIDTH 16.0f
#define SMALLEST 0.3f /* units */
#define LEAST_CONTRAST 3.0

void
wijk_canvas_init (WijkCanvas *self,
                  GtkSnapshot *snapshot,
                  PangoContext *context,
                  float width,
                  float height,
                  gboolean is_light)
{
  static const char *const colours[2][5] = {
    { "#101318", "#ffffff", "#c3cad4", "#262c36", "#7fb4ff" },
    { "#ffffff", "#0d1014", "#454d58", "#e9edf2", "#1456b0" },
  };
  GdkRGBA *const slots[] = {
    &self->back, &self->front, &self->dim, &self->card, &self->accent,
  };

  self->snapshot = snapshot;
  self->context = context;
  self->width = width;
  self->height = height;
  self->unit = MIN (height / HEIGHT, width / WIDTH * 1.15f);
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    gdk_rgba_parse (slots[i], colours[is_light != FALSE][i]);
}

PangoLayout *
wijk_canvas_make_text (
    const WijkCanvas *self, const char *text, float size, gboolean is_bold, float width, int lines)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string ("Adwaita Sans, Inter, Sans");

  pango_font_description_set_absolute_size (font, (double) (size * self->unit) * PANGO_SCALE);
  pango_font_description_set_weight (font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  if (lines > 0)
    {
      pango_layout_set_height (layout, -lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }

  return layout;
}

PangoLayout *
wijk_canvas_fit_text (
    const WijkCanvas *self, const char *text, float size, float width, float height)
{
  for (;; size *= 0.9f)
    {
      PangoLayout *layout = wijk_canvas_make_text (self, text, size, TRUE, width, 0);

      if (size <= SMALLEST || wijk_canvas_get_text_height (layout) <= height)
        {
          pango_layout_set_height (layout, (int) (height * PANGO_SCALE));
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
          return layout;
        }
      g_object_unref (layout);
    }
}

float
wijk_canvas_get_text_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return (float) height;
}

float
wijk_canvas_get_text_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return (float) width;
}

void
wijk_canvas_draw_text (
    const WijkCanvas *self, PangoLayout *layout, float x, float y, const GdkRGBA *colour)
{
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (self->snapshot, layout, colour);
  gtk_snapshot_restore (self->snapshot);
}

void
wijk_canvas_draw_box (const WijkCanvas *self,
                      float x,
                      float y,
                      float width,
                      float height,
                      float radius,
                      const GdkRGBA *colour)
{
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT (x, y, width, height), radius);
  gtk_snapshot_push_rounded_clip (self->snapshot, &box);
  gtk_snapshot_append_color (self->snapshot, colour, &box.bounds);
  gtk_snapshot_pop (self->snapshot);
}

void
wijk_canvas_draw_ring (const WijkCanvas *self, float x, float y, float radius, double left)
{
  const double width = (double) radius * 0.16, r = (double) radius - width / 2;
  graphene_rect_t area = GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius);
  cairo_t *cr = gtk_snapshot_append_cairo (self->snapshot, &area);

  cairo_set_line_width (cr, width);
  gdk_cairo_set_source_rgba (cr, &self->card);
  cairo_arc (cr, (double) x, (double) y, r, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  gdk_cairo_set_source_rgba (cr, &self->accent);
  if (left > 0)
    {
      cairo_arc_negative (
          cr, (double) x, (double) y, r, -G_PI / 2, -G_PI / 2 - 2 * G_PI * MIN (left, 1));
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static double
get_light (const GdkRGBA *rgba)
{
  const float parts[] = { rgba->red, rgba->green, rgba->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double light = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    light += weights[i] *
             (parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4));

  return light;
}

static double
get_contrast (const GdkRGBA *one, const GdkRGBA *other)
{
  double a = get_light (one), b = get_light (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

void
wijk_canvas_get_colour (const WijkCanvas *self, const char *colour, GdkRGBA *rgba)
{
  const float step = 0.1f;

  if (colour == NULL || !gdk_rgba_parse (rgba, colour))
    *rgba = self->accent;
  for (guint i = 0; i < 10 && get_contrast (rgba, &self->card) < LEAST_CONTRAST; i++)
    {
      rgba->red += step * (self->front.red - rgba->red);
      rgba->green += step * (self->front.green - rgba->green);
      rgba->blue += step * (self->front.blue - rgba->blue);
    }
}
