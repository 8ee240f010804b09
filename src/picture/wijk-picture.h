/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-palette.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What every picture is drawn with. The caller keeps both pointers alive while a layout made with
 * them lives. `context` brings font map, font and language: a widget's own on screen, one with the
 * shipped fonts in a publication. `font_size` is that of ordinary text in units of the drawing;
 * 0 takes the context's own. */
typedef struct
{
  PangoContext *context;
  const WijkPalette *palette;
  double font_size;
} WijkPictureStyle;

typedef struct
{
  double x, y, width, height;
} WijkPictureRect;

double wijk_picture_style_get_font_size (const WijkPictureStyle *style);

/* Text in one weight, `scale` times the ordinary size; with width > 0 it wraps there, and after
 * `max_lines` > 0 lines it ends in an ellipsis. */
PangoLayout *wijk_picture_create_text (const WijkPictureStyle *style,
                                       const char *text,
                                       double scale,
                                       PangoWeight weight,
                                       double width,
                                       int max_lines);
void wijk_picture_measure_text (PangoLayout *layout, double *width, double *height);

/* Shows the layout in the current colour with its top left corner at (x, y). As
 * pango_cairo_show_layout, but the space where a line wraps stays a real glyph: text extraction
 * from a PDF needs it. */
void wijk_picture_show_text (cairo_t *cr, PangoLayout *layout, double x, double y);

/* Likewise for one run of a layout, with its origin at the current point. */
void wijk_picture_show_run (cairo_t *cr, const char *text, PangoGlyphItem *run);

void wijk_picture_round_rect (cairo_t *cr, const WijkPictureRect *rect, double radius);

/* A table is an array of rows, each a NULL-terminated array of strings; the first is the head.
 * Free with g_ptr_array_unref. */
GPtrArray *wijk_picture_table_new (void);
void wijk_picture_table_add (GPtrArray *table, const char *first, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
