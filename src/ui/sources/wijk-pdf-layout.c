/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-layout.h"

#include <math.h>

#define MARGIN 12.0
#define GAP 12.0

/* a line of a page wider than this is too long to read */
#define NICE_ZOOM (WIJK_PDF_LAYOUT_TRUE_ZOOM * 1.5)

typedef struct
{
  double width;
  double height;
  double above; /* points of all pages above it */
} Page;

struct _WijkPdfLayout
{
  GArray *pages;
  double widest;
  double highest;
  double width;
  double zoom;
};

static const Page *
get_page (WijkPdfLayout *self, guint page)
{
  return &g_array_index (self->pages, Page, page);
}

static double
get_top (WijkPdfLayout *self, guint page)
{
  return MARGIN + page * GAP + get_page (self, page)->above * self->zoom;
}

static double
get_bottom (WijkPdfLayout *self, guint page)
{
  return get_top (self, page) + get_page (self, page)->height * self->zoom;
}

static double
get_width (WijkPdfLayout *self)
{
  return MAX (self->width, 2 * MARGIN + self->widest * self->zoom);
}

/* The page at height @y: that which begins last above it, margins included. */
static guint
find_page (WijkPdfLayout *self, double y)
{
  guint low = 0;
  guint high = self->pages->len;

  while (high - low > 1)
    {
      const guint middle = low + (high - low) / 2;

      if (get_top (self, middle) <= y)
        low = middle;
      else
        high = middle;
    }

  return low;
}

WijkPdfLayout *
wijk_pdf_layout_new (void)
{
  WijkPdfLayout *self = g_new0 (WijkPdfLayout, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  self->zoom = WIJK_PDF_LAYOUT_TRUE_ZOOM;

  return self;
}

void
wijk_pdf_layout_free (WijkPdfLayout *self)
{
  g_array_unref (self->pages);
  g_free (self);
}

void
wijk_pdf_layout_add_page (WijkPdfLayout *self, double width, double height)
{
  const guint n = self->pages->len;
  Page page = { width, height, 0 };

  if (n > 0)
    page.above = get_page (self, n - 1)->above + get_page (self, n - 1)->height;
  g_array_append_val (self->pages, page);
  self->widest = MAX (self->widest, width);
  self->highest = MAX (self->highest, height);
}

guint
wijk_pdf_layout_get_n_pages (WijkPdfLayout *self)
{
  return self->pages->len;
}

void
wijk_pdf_layout_set_width (WijkPdfLayout *self, double width)
{
  self->width = width;
}

void
wijk_pdf_layout_set_zoom (WijkPdfLayout *self, double zoom)
{
  self->zoom = CLAMP (zoom, WIJK_PDF_LAYOUT_MIN_ZOOM, WIJK_PDF_LAYOUT_MAX_ZOOM);
}

double
wijk_pdf_layout_get_zoom (WijkPdfLayout *self)
{
  return self->zoom;
}

double
wijk_pdf_layout_find_zoom (WijkPdfLayout *self, WijkPdfFit fit, double width, double height)
{
  double zoom;

  if (fit == WIJK_PDF_FIT_NONE || self->pages->len == 0)
    return self->zoom;

  zoom = (width - 2 * MARGIN) / self->widest;
  if (fit == WIJK_PDF_FIT_NICE)
    zoom = MIN (zoom, NICE_ZOOM);
  else if (fit == WIJK_PDF_FIT_PAGE)
    zoom = MIN (zoom, (height - 2 * MARGIN) / self->highest);

  return CLAMP (zoom, WIJK_PDF_LAYOUT_MIN_ZOOM, WIJK_PDF_LAYOUT_MAX_ZOOM);
}

void
wijk_pdf_layout_get_size (WijkPdfLayout *self, double *width, double *height)
{
  const guint n = self->pages->len;

  *width = get_width (self);
  *height = n > 0 ? get_bottom (self, n - 1) + MARGIN : 0;
}

WijkPdfRectangle
wijk_pdf_layout_get_page (WijkPdfLayout *self, guint page)
{
  const double width = get_page (self, page)->width * self->zoom;
  const double height = get_page (self, page)->height * self->zoom;

  return (WijkPdfRectangle) { (get_width (self) - width) / 2, get_top (self, page), width, height };
}

gboolean
wijk_pdf_layout_find_visible (
    WijkPdfLayout *self, double y, double height, guint *first, guint *last)
{
  if (self->pages->len == 0)
    return FALSE;

  *first = find_page (self, y);
  if (get_bottom (self, *first) < y && *first + 1 < self->pages->len)
    (*first)++;
  *last = MAX (*first, find_page (self, y + height));

  return TRUE;
}

/* That which covers the upper third, where eyes are; at the ends those that cannot come there. */
guint
wijk_pdf_layout_find_current (WijkPdfLayout *self, double y, double height)
{
  double column_width, column_height;

  if (self->pages->len == 0)
    return 0;

  wijk_pdf_layout_get_size (self, &column_width, &column_height);
  if (y + height >= column_height - 0.5 && y > 0.5)
    return self->pages->len - 1;

  return find_page (self, y <= 0.5 ? 0 : y + height / 3);
}

WijkPdfPlace
wijk_pdf_layout_to_place (WijkPdfLayout *self, double x, double y)
{
  const guint page = find_page (self, y);
  WijkPdfRectangle area;

  if (self->pages->len == 0)
    return (WijkPdfPlace) { 0, 0, 0 };

  area = wijk_pdf_layout_get_page (self, page);
  return (WijkPdfPlace) { page, (x - area.x) / self->zoom, (y - area.y) / self->zoom };
}

void
wijk_pdf_layout_from_place (WijkPdfLayout *self, const WijkPdfPlace *place, double *x, double *y)
{
  WijkPdfRectangle area = { 0, 0, 0, 0 };

  if (place->page < self->pages->len)
    area = wijk_pdf_layout_get_page (self, place->page);
  *x = area.x + place->x * self->zoom;
  *y = area.y + place->y * self->zoom;
}
