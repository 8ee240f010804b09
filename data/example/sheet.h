/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* One small report on A4, written from top to bottom. Lengths are points; colours 0xrrggbb. */
#define SHEET_WIDTH 595.276
#define SHEET_HEIGHT 841.89
#define SHEET_MARGIN 54.0
#define SHEET_INK 0x1f2d3a

typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  const char *title;
  guint32 accent;
  double y; /* where the next block begins */
  guint page;
} Sheet;

typedef struct
{
  const char *title;
  double share; /* of the width; all shares together are 1 */
  gboolean is_number;
} SheetColumn;

typedef struct
{
  const char *label;
  double value;
} SheetBar;

void sheet_open (Sheet *self, const char *path, const char *title, guint32 accent);
void sheet_cover (Sheet *self, const char *above, const char *below);
void sheet_break (Sheet *self);
gboolean sheet_close (Sheet *self, GError **error);

void sheet_set_colour (Sheet *self, guint32 colour, double alpha);
double sheet_text (
    Sheet *self, const char *markup, double x, double width, double size, PangoAlignment alignment);
void sheet_heading (Sheet *self, const char *text);
void sheet_paragraph (Sheet *self, const char *markup);
void sheet_list (Sheet *self, const char *const *items);
void sheet_notice (Sheet *self, const char *markup);
void
sheet_table (Sheet *self, const SheetColumn *columns, guint n_columns, const char *const *rows);
void sheet_bars (
    Sheet *self, const SheetBar *bars, guint n_bars, double full, double mark, const char *format);

G_END_DECLS
