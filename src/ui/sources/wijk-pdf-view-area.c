/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A rectangle of a page that is pointed at, on a scan that has no words. */

#include "config.h"

#include "wijk-pdf-view-private.h"

#define LEAST 4.0 /* points: a click is no rectangle */

static void
mark_all (WijkPdfView *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    wijk_pdf_view_mark_selection (self, page);
}

static WijkPdfPlace
find_place (WijkPdfView *self, double x, double y)
{
  return wijk_pdf_layout_to_place (self->layout,
                                   x + wijk_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL),
                                   y + wijk_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL));
}

void
wijk_pdf_view_begin_area (WijkPdfView *self, double x, double y)
{
  self->area_start = find_place (self, x, y);
  self->has_area = FALSE;
  mark_all (self);
}

/* From one page to another it ends where the first one does. */
void
wijk_pdf_view_update_area (WijkPdfView *self, double x, double y)
{
  WijkPdfPlace end = find_place (self, x, y);
  const WijkPdfPlace *start = &self->area_start;
  WijkPdfRectangle page = wijk_pdf_layout_get_page (self->layout, start->page);
  const double zoom = wijk_pdf_layout_get_zoom (self->layout);
  const double right = page.width / zoom, bottom = page.height / zoom;
  double x1 = CLAMP (start->x, 0, right), y1 = CLAMP (start->y, 0, bottom);
  double x2, y2;

  if (end.page != start->page)
    end.y = end.page > start->page ? bottom : 0;
  x2 = CLAMP (end.x, 0, right);
  y2 = CLAMP (end.y, 0, bottom);
  self->area_page = start->page;
  self->area = (WijkPdfRectangle) { MIN (x1, x2), MIN (y1, y2), ABS (x2 - x1), ABS (y2 - y1) };
  self->has_area = self->area.width >= LEAST && self->area.height >= LEAST;
  mark_all (self);
}

gboolean
wijk_pdf_view_mark_area (WijkPdfView *self, WijkPdfViewPage *page)
{
  const gboolean is_on_it = wijk_pdf_view_page_get_page (page) == self->area_page;

  if (!self->has_area)
    return FALSE;
  wijk_pdf_view_page_set_marks (page, WIJK_PDF_MARK_SELECTED, &self->area, is_on_it ? 1 : 0);

  return TRUE;
}

void
wijk_pdf_view_set_picks_area (WijkPdfView *self, gboolean picks_area)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW (self));

  self->picks_area = picks_area;
  self->has_area = FALSE;
  wijk_pdf_view_select_none (self);
}

gboolean
wijk_pdf_view_get_area (WijkPdfView *self, guint *page, WijkPdfRectangle *area)
{
  g_return_val_if_fail (WIJK_IS_PDF_VIEW (self), FALSE);

  *page = self->has_area ? self->area_page : self->page;
  if (self->has_area)
    *area = self->area;

  return self->has_area;
}

void
wijk_pdf_view_show_area (WijkPdfView *self, guint page, const WijkPdfRectangle *area)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW (self));

  wijk_pdf_view_go_to_page (self, page);
  self->area_page = page;
  self->has_area = area != NULL;
  if (area != NULL)
    self->area = *area;
  mark_all (self);
}
