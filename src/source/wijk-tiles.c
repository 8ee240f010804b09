/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-tiles.h"

#include <math.h>

#define TILE_SIDE 2048u

static double
count_pixels (const WijkPdfPage *page, double scale)
{
  return (double) wijk_page_pixels (page->width, scale) * wijk_page_pixels (page->height, scale);
}

static gboolean
fits_in_slot (guint width, guint height)
{
  return width <= WIJK_MAX_SIDE_PIXELS && height <= WIJK_MAX_SIDE_PIXELS &&
         (guint64) width * height <= WIJK_SLOT_PIXELS;
}

double
wijk_tiles_fit_scale (const WijkPdfPage *page, double scale)
{
  scale = CLAMP (scale, WIJK_MIN_SCALE, WIJK_MAX_SCALE);
  if (count_pixels (page, scale) <= WIJK_MAX_PAGE_PIXELS)
    return scale;

  scale = sqrt (WIJK_MAX_PAGE_PIXELS / (page->width * page->height));
  while (count_pixels (page, scale) > WIJK_MAX_PAGE_PIXELS && scale > WIJK_MIN_SCALE)
    scale *= 0.9999; /* the sides are rounded up */
  return MAX (scale, WIJK_MIN_SCALE);
}

WijkPdfTile *
wijk_tiles_cut (const WijkPdfPage *page, double scale, guint *n_tiles)
{
  const double fitting = wijk_tiles_fit_scale (page, scale);
  const guint width = wijk_page_pixels (page->width, fitting);
  const guint height = wijk_page_pixels (page->height, fitting);
  const gboolean is_one = fits_in_slot (width, height);
  const guint step_x = is_one ? width : TILE_SIDE;
  const guint step_y = is_one ? height : TILE_SIDE;
  const guint n_columns = (width + step_x - 1) / step_x;
  const guint n_rows = (height + step_y - 1) / step_y;
  WijkPdfTile *tiles = g_new (WijkPdfTile, n_columns * n_rows);

  *n_tiles = n_columns * n_rows;
  for (guint i = 0; i < *n_tiles; i++)
    {
      const guint x = i % n_columns * step_x;
      const guint y = i / n_columns * step_y;

      tiles[i] = (WijkPdfTile) { x, y, MIN (step_x, width - x), MIN (step_y, height - y) };
    }

  return tiles;
}

gboolean
wijk_tiles_is_on_page (const WijkPdfPage *page, const WijkRequest *request)
{
  const guint width = wijk_page_pixels (page->width, request->scale);
  const guint height = wijk_page_pixels (page->height, request->scale);

  return request->width > 0 && request->height > 0 &&
         fits_in_slot (request->width, request->height) && request->x < width &&
         request->width <= width - request->x && request->y < height &&
         request->height <= height - request->y;
}
