/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-palette.h"

#include <math.h>

#define PATTERN_STEP 5.0

static const WijkPalette palettes[2][2] = {
  { { .ground = 0xffffff,
      .text = 0x1c2430,
      .dim = 0x56616d,
      .line = 0xd5dbe1,
      .shade = 0xf2f4f6,
      .accent = 0x0f5b78,
      .today = 0xb23c0a,
      .outline = 1,
      .bands = { { 0x0f5b78, 0xffffff, 0x0f5b78, WIJK_PATTERN_PLAIN },
                 { 0x5f9fb8, 0x0a1c24, 0x0f5b78, WIJK_PATTERN_HATCHED },
                 { 0xd3e7ee, 0x0a1c24, 0x0f5b78, WIJK_PATTERN_DOTTED } },
      .states = { { 0xf0f2f4, 0x1c2430, 0xf0f2f4, WIJK_PATTERN_PLAIN },
                  { 0x0f5b78, 0xffffff, 0x0f5b78, WIJK_PATTERN_PLAIN },
                  { 0xc4dfe9, 0x0a1c24, 0x93bccb, WIJK_PATTERN_HATCHED },
                  { 0xf6e3cf, 0x2b1a08, 0xd9b78f, WIJK_PATTERN_DOTTED } } },
    { .ground = 0xffffff,
      .text = 0x000000,
      .dim = 0x2b2b2b,
      .line = 0x767676,
      .shade = 0xededed,
      .accent = 0x003b52,
      .today = 0x8a1f00,
      .outline = 2,
      .bands = { { 0x003b52, 0xffffff, 0x003b52, WIJK_PATTERN_PLAIN },
                 { 0x8fc1d4, 0x000000, 0x003b52, WIJK_PATTERN_HATCHED },
                 { 0xffffff, 0x000000, 0x003b52, WIJK_PATTERN_DOTTED } },
      .states = { { 0xffffff, 0x000000, 0xffffff, WIJK_PATTERN_PLAIN },
                  { 0x003b52, 0xffffff, 0x003b52, WIJK_PATTERN_PLAIN },
                  { 0xb4d8e6, 0x000000, 0x7fa9b9, WIJK_PATTERN_HATCHED },
                  { 0xffe0bd, 0x000000, 0xc79a66, WIJK_PATTERN_DOTTED } } } },
  { { .ground = 0x1e1e22,
      .text = 0xf1f3f5,
      .dim = 0xb4bdc7,
      .line = 0x41484f,
      .shade = 0x28292e,
      .accent = 0x86cce6,
      .today = 0xffa673,
      .outline = 1,
      .bands = { { 0x86cce6, 0x06171e, 0x86cce6, WIJK_PATTERN_PLAIN },
                 { 0x3f86a0, 0xffffff, 0x86cce6, WIJK_PATTERN_HATCHED },
                 { 0x22404c, 0xffffff, 0x86cce6, WIJK_PATTERN_DOTTED } },
      .states = { { 0x303238, 0xf1f3f5, 0x303238, WIJK_PATTERN_PLAIN },
                  { 0x24708c, 0xffffff, 0x24708c, WIJK_PATTERN_PLAIN },
                  { 0x24404c, 0xffffff, 0x3d7186, WIJK_PATTERN_HATCHED },
                  { 0x5b4327, 0xffffff, 0x8a6a43, WIJK_PATTERN_DOTTED } } },
    { .ground = 0x000000,
      .text = 0xffffff,
      .dim = 0xe0e0e0,
      .line = 0x9a9a9a,
      .shade = 0x202020,
      .accent = 0xa8e2f7,
      .today = 0xffb993,
      .outline = 2,
      .bands = { { 0xa8e2f7, 0x000000, 0xa8e2f7, WIJK_PATTERN_PLAIN },
                 { 0x2a6a83, 0xffffff, 0xa8e2f7, WIJK_PATTERN_HATCHED },
                 { 0x000000, 0xffffff, 0xa8e2f7, WIJK_PATTERN_DOTTED } },
      .states = { { 0x000000, 0xffffff, 0x000000, WIJK_PATTERN_PLAIN },
                  { 0xa8e2f7, 0x000000, 0xa8e2f7, WIJK_PATTERN_PLAIN },
                  { 0x1d4a5b, 0xffffff, 0x4d93ad, WIJK_PATTERN_HATCHED },
                  { 0x4a3214, 0xffffff, 0xa5814f, WIJK_PATTERN_DOTTED } } } },
};

static void
draw_lines (cairo_t *cr, double x0, double y0, double x1, double y1, gboolean falling)
{
  double height = y1 - y0;
  double at = floor ((x0 - height) / PATTERN_STEP) * PATTERN_STEP;

  for (; at < x1 + height; at += PATTERN_STEP)
    {
      cairo_move_to (cr, at, falling ? y0 : y1);
      cairo_line_to (cr, at + height, falling ? y1 : y0);
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, double x0, double y0, double x1, double y1)
{
  int row = 0;

  for (double y = y0 + PATTERN_STEP / 2; y < y1; y += PATTERN_STEP * 0.8, row++)
    for (double x = x0 + (row % 2 ? PATTERN_STEP : PATTERN_STEP / 2); x < x1; x += PATTERN_STEP)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 0.8, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

static void
draw_pattern (cairo_t *cr, const WijkFill *fill)
{
  double x0, y0, x1, y1;

  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_clip (cr);
  wijk_palette_set_source (cr, fill->mark);
  switch (fill->pattern)
    {
    case WIJK_PATTERN_HATCHED:
      draw_lines (cr, x0, y0, x1, y1, FALSE);
      break;
    case WIJK_PATTERN_DOTTED:
      draw_dots (cr, x0, y0, x1, y1);
      break;
    case WIJK_PATTERN_CROSSED:
      draw_lines (cr, x0, y0, x1, y1, FALSE);
      draw_lines (cr, x0, y0, x1, y1, TRUE);
      break;
    case WIJK_PATTERN_PLAIN:
    default:
      break;
    }
}

const WijkPalette *
wijk_palette_get (gboolean dark, gboolean high_contrast)
{
  return &palettes[dark ? 1 : 0][high_contrast ? 1 : 0];
}

void
wijk_palette_set_source (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (
      cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0, (colour & 0xff) / 255.0);
}

void
wijk_palette_fill (cairo_t *cr, const WijkFill *fill, double outline, guint32 outline_colour)
{
  cairo_path_t *path = cairo_copy_path (cr);

  wijk_palette_set_source (cr, fill->colour);
  cairo_fill (cr);
  if (fill->pattern != WIJK_PATTERN_PLAIN)
    {
      cairo_save (cr);
      cairo_append_path (cr, path);
      draw_pattern (cr, fill);
      cairo_restore (cr);
    }
  if (outline > 0)
    {
      cairo_new_path (cr);
      cairo_append_path (cr, path);
      wijk_palette_set_source (cr, outline_colour);
      cairo_set_line_width (cr, outline);
      cairo_stroke (cr);
    }
  cairo_new_path (cr);
  cairo_path_destroy (path);
}
