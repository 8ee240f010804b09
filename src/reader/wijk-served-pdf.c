/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-served-pdf.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADER_WITHIN 1024 /* bytes from the start in which readers look for it */

/* All of the file as it is now, or NULL with the reason in @status. */
static GBytes *
read_file (int fd, WijkStatus *status)
{
  g_autofree guint8 *bytes = NULL;
  gsize size = 0;
  struct stat info;

  *status = WIJK_STATUS_NOT_PDF;
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size <= 0)
    return NULL;

  *status = WIJK_STATUS_TOO_LARGE;
  if (info.st_size > WIJK_MAX_FILE_SIZE)
    return NULL;
  bytes = g_try_malloc ((gsize) info.st_size);
  if (bytes == NULL)
    return NULL;

  while (size < (gsize) info.st_size)
    {
      gssize n_read = pread (fd, bytes + size, (gsize) info.st_size - size, (off_t) size);

      if (n_read < 0 && errno == EINTR)
        continue;
      if (n_read <= 0)
        break; /* cut off meanwhile, or a bad disk: what is there may do */
      size += (gsize) n_read;
    }

  *status = WIJK_STATUS_OK;
  return g_bytes_new_take (g_steal_pointer (&bytes), size);
}

static gboolean
has_header (GBytes *bytes)
{
  gsize size;
  const guint8 *start = g_bytes_get_data (bytes, &size);

  return size > 0 && memmem (start, MIN (size, HEADER_WITHIN), "%PDF-", 5) != NULL;
}

WijkStatus
wijk_served_pdf_open (WijkServedPdf *self, int fd, WijkPayloadWriter *out)
{
  WijkStatus status;
  g_autoptr (GBytes) bytes = read_file (fd, &status);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  int n_pages;

  if (bytes == NULL)
    return status;
  if (!has_header (bytes))
    return WIJK_STATUS_NOT_PDF;

  g_clear_object (&self->document);
  self->document = poppler_document_new_from_bytes (bytes, NULL, &error);
  if (self->document == NULL)
    return g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? WIJK_STATUS_ENCRYPTED
                                                                           : WIJK_STATUS_DAMAGED;

  n_pages = poppler_document_get_n_pages (self->document);
  if (n_pages < 1)
    return WIJK_STATUS_DAMAGED;
  if ((guint32) n_pages > WIJK_MAX_PAGES)
    return WIJK_STATUS_TOO_LARGE;

  self->n_pages = (guint32) n_pages;
  title = poppler_document_get_title (self->document);
  wijk_payload_write_text (out, title, WIJK_MAX_TITLE);
  return WIJK_STATUS_OK;
}

PopplerPage *
wijk_served_pdf_get_page (WijkServedPdf *self, guint32 index)
{
  if (self->page != NULL && self->page_index == index)
    return self->page;

  g_clear_object (&self->page);
  self->page = poppler_document_get_page (self->document, (int) index);
  self->page_index = index;
  return self->page;
}

static void
write_page (WijkServedPdf *self, guint32 index, WijkPayloadWriter *out)
{
  g_autoptr (GObject) page = (GObject *) poppler_document_get_page (self->document, (int) index);
  g_autofree char *label = NULL;
  double width = 0, height = 0;

  if (page != NULL)
    {
      poppler_page_get_size (POPPLER_PAGE (page), &width, &height);
      label = poppler_page_get_label (POPPLER_PAGE (page));
      if (!wijk_page_size_is_sound (width, height))
        width = height = 0;
    }

  wijk_payload_write_double (out, width);
  wijk_payload_write_double (out, height);
  wijk_payload_write_text (out, label, WIJK_MAX_LABEL);
}

WijkStatus
wijk_served_pdf_write_pages (WijkServedPdf *self,
                             guint32 first,
                             guint32 n_pages,
                             WijkPayloadWriter *out)
{
  for (guint32 i = 0; i < n_pages; i++)
    write_page (self, first + i, out);

  return out->is_full ? WIJK_STATUS_TOO_LARGE : WIJK_STATUS_OK;
}

/* The tile must lie on the page, and the page at this scale must not be beyond all measure. */
static WijkStatus
check_tile (const WijkRequest *request, double page_width, double page_height)
{
  guint32 width, height;

  if (!wijk_page_size_is_sound (page_width, page_height))
    return WIJK_STATUS_NO_PAGE;

  width = wijk_page_pixels (page_width, request->scale);
  height = wijk_page_pixels (page_height, request->scale);
  if ((double) width * height > WIJK_MAX_PAGE_PIXELS)
    return WIJK_STATUS_TOO_LARGE;

  if (request->x > width || request->width > width - request->x || request->y > height ||
      request->height > height - request->y)
    return WIJK_STATUS_REFUSED;

  return WIJK_STATUS_OK;
}

WijkStatus
wijk_served_pdf_render (WijkServedPdf *self, const WijkRequest *request, guint8 *pixels)
{
  PopplerPage *page = wijk_served_pdf_get_page (self, request->page);
  double width = 0, height = 0;
  cairo_surface_t *surface;
  WijkStatus status;
  cairo_t *cr;

  if (page == NULL)
    return WIJK_STATUS_NO_PAGE;
  poppler_page_get_size (page, &width, &height);
  status = check_tile (request, width, height);
  if (status != WIJK_STATUS_OK)
    return status;

  surface = cairo_image_surface_create_for_data (pixels,
                                                 CAIRO_FORMAT_ARGB32,
                                                 (int) request->width,
                                                 (int) request->height,
                                                 (int) request->width * 4);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -(double) request->x, -(double) request->y);
  cairo_scale (cr, request->scale, request->scale);
  poppler_page_render (page, cr);
  status =
      cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS ? WIJK_STATUS_OK : WIJK_STATUS_NO_PAGE;
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return status;
}
