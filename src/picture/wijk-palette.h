/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Fills for areas and bars differ in pattern as well as in colour. */
#define WIJK_N_FILLS 4

typedef enum
{
  WIJK_PATTERN_PLAIN,
  WIJK_PATTERN_HATCHED,
  WIJK_PATTERN_DOTTED,
  WIJK_PATTERN_CROSSED,
} WijkPattern;

/* One way to fill a shape: colours are 0xRRGGBB. `ink` can be read on `colour`; the pattern is
 * drawn in `mark`. */
typedef struct
{
  guint32 colour;
  guint32 ink;
  guint32 mark;
  WijkPattern pattern;
} WijkFill;

/* The colours of every picture on one kind of background. */
typedef struct
{
  guint32 ground; /* what the picture stands on; only halos are drawn in it */
  guint32 text;
  guint32 dim;    /* second-rank text, 4.5:1 on the ground */
  guint32 line;   /* grid */
  guint32 shade;  /* background bands */
  guint32 accent; /* 4.5:1 on the ground */
  guint32 today;
  double outline;                /* width of outlines */
  WijkFill bands[3];             /* short, medium, long */
  WijkFill states[WIJK_N_FILLS]; /* areas of a map: nothing, something, half, special */
} WijkPalette;

const WijkPalette *wijk_palette_get (gboolean dark, gboolean high_contrast);

void wijk_palette_set_source (cairo_t *cr, guint32 colour);

/* Fills the current path and draws the pattern in it; the path is gone afterwards. */
void wijk_palette_fill (cairo_t *cr, const WijkFill *fill, double outline, guint32 outline_colour);

G_END_DECLS
