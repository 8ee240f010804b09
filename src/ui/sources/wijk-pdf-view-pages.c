/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "wijk-pdf-view-private.h"

static double
get_device_scale (WijkPdfView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface) : 1;
}

/* The part of a page that is in sight, in points. */
static WijkPdfRectangle
get_area_in_sight (WijkPdfView *self, const WijkPdfRectangle *page)
{
  const double zoom = wijk_pdf_layout_get_zoom (self->layout);

  return (WijkPdfRectangle) {
    (wijk_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL) - page->x) / zoom,
    (wijk_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL) - page->y) / zoom,
    self->width / zoom,
    self->height / zoom
  };
}

void
wijk_pdf_view_check_drawn (WijkPdfView *self)
{
  GHashTableIter iter;
  gpointer page;
  gboolean is_drawn = g_hash_table_size (self->pages) > 0;

  g_hash_table_iter_init (&iter, self->pages);
  while (is_drawn && g_hash_table_iter_next (&iter, NULL, &page))
    is_drawn = wijk_pdf_view_page_is_drawn (page);

  if (self->is_drawn == is_drawn)
    return;

  self->is_drawn = is_drawn;
  g_object_notify (G_OBJECT (self), "is-drawn");
}

/* Text comes after pixels. */
static void
page_drawn_cb (WijkPdfView *self, GParamSpec *pspec, WijkPdfViewPage *page)
{
  if (wijk_pdf_view_page_is_drawn (page))
    wijk_pdf_view_page_read_text (page);
  wijk_pdf_view_check_drawn (self);
}

static void
page_read_cb (WijkPdfView *self, WijkPdfViewPage *page)
{
  wijk_pdf_view_mark_selection (self, page);
}

static void
mark_found (WijkPdfView *self, WijkPdfViewPage *page)
{
  const guint number = wijk_pdf_view_page_get_page (page);
  GPtrArray *matches =
      self->search != NULL ? wijk_pdf_search_get_matches (self->search, number) : NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (WijkPdfRectangle));
  const WijkPdfMatch *current = NULL;
  guint current_page = 0;

  if (self->search != NULL)
    current = wijk_pdf_search_get_current (self->search, &current_page);
  for (guint i = 0; matches != NULL && i < matches->len; i++)
    {
      const WijkPdfMatch *match = g_ptr_array_index (matches, i);

      if (match != current)
        g_array_append_vals (all, match->rectangles, match->n_rectangles);
    }

  wijk_pdf_view_page_set_marks (
      page, WIJK_PDF_MARK_FOUND, (const WijkPdfRectangle *) (gconstpointer) all->data, all->len);
  if (current != NULL && current_page == number)
    wijk_pdf_view_page_set_marks (
        page, WIJK_PDF_MARK_CURRENT, current->rectangles, current->n_rectangles);
  else
    wijk_pdf_view_page_set_marks (page, WIJK_PDF_MARK_CURRENT, NULL, 0);
}

static void
add_page (WijkPdfView *self, guint number)
{
  GtkWidget *page = wijk_pdf_view_page_new (self->pdf, number);
  GtkWidget *before = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number - 1));

  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_signal_connect_object (
      page, "notify::is-drawn", G_CALLBACK (page_drawn_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "read", G_CALLBACK (page_read_cb), self, G_CONNECT_SWAPPED);
  mark_found (self, WIJK_PDF_VIEW_PAGE (page));
  gtk_widget_insert_after (page, GTK_WIDGET (self), number > 0 ? before : NULL);
}

static void
arrange_page (WijkPdfView *self, GtkWidget *page)
{
  WijkPdfRectangle place = wijk_pdf_layout_get_page (
      self->layout, wijk_pdf_view_page_get_page (WIJK_PDF_VIEW_PAGE (page)));
  WijkPdfRectangle area = get_area_in_sight (self, &place);

  wijk_pdf_view_page_set_zoom (WIJK_PDF_VIEW_PAGE (page), wijk_pdf_layout_get_zoom (self->layout));
  wijk_pdf_view_page_set_area (WIJK_PDF_VIEW_PAGE (page), &area);
}

static void
remove_pages (WijkPdfView *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    {
      const guint number = wijk_pdf_view_page_get_page (page);

      if (number >= first && number <= last)
        continue;
      g_hash_table_iter_remove (&iter);
      gtk_widget_unparent (page);
    }
}

void
wijk_pdf_view_remove_pages (WijkPdfView *self)
{
  remove_pages (self, 1, 0);
}

void
wijk_pdf_view_set_page (WijkPdfView *self, guint page)
{
  if (self->page == page)
    return;

  self->page = page;
  g_object_notify (G_OBJECT (self), "page");
}

/* Makes the widgets of the pages that have come into sight; never while sizes are given out. */
void
wijk_pdf_view_update_pages (WijkPdfView *self)
{
  GHashTableIter iter;
  gpointer page;
  guint first, last;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->pdf == NULL || self->width == 0 ||
      !wijk_pdf_layout_find_visible (self->layout,
                                     wijk_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL),
                                     self->height,
                                     &first,
                                     &last))
    return;

  wijk_pdf_set_view (
      self->pdf, first, last, wijk_pdf_layout_get_zoom (self->layout) * get_device_scale (self));
  remove_pages (self, first, last);
  for (guint i = first; i <= last; i++)
    if (!g_hash_table_contains (self->pages, GUINT_TO_POINTER (i)))
      add_page (self, i);

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    arrange_page (self, page);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  wijk_pdf_view_check_drawn (self);
  wijk_pdf_view_set_page (
      self,
      wijk_pdf_layout_find_current (
          self->layout, wijk_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL), self->height));
}

void
wijk_pdf_view_mark_found (WijkPdfView *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    mark_found (self, page);
}

/* On the grid of the screen's pixels, or every page would be blurred. */
static void
allocate_page (WijkPdfView *self, WijkPdfViewPage *page)
{
  const double scale = get_device_scale (self);
  WijkPdfRectangle place =
      wijk_pdf_layout_get_page (self->layout, wijk_pdf_view_page_get_page (page));
  graphene_point_t corner = GRAPHENE_POINT_INIT (
      (float) (round ((place.x - wijk_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL)) *
                      scale) /
               scale),
      (float) (round ((place.y - wijk_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL)) *
                      scale) /
               scale));
  int minimum;

  gtk_widget_measure (
      GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (page),
                       MAX (minimum, (int) ceil (place.width)),
                       (int) ceil (place.height),
                       -1,
                       gsk_transform_translate (NULL, &corner));
}

void
wijk_pdf_view_allocate_pages (WijkPdfView *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    allocate_page (self, page);
}
