/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf.h"

#include "wijk-pdf-cache.h"
#include "wijk-pdf-private.h"
#include "wijk-request-queue.h"
#include "wijk-tiles.h"

#include <string.h>

#define CACHE_SIZE (200u * 1024 * 1024)
#define N_PAGES_AHEAD 3u

#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89

struct _WijkPdf
{
  GObject parent_instance;

  char *name;
  char *title;
  guint n_pages;
  GArray *pages; /* WijkPdfPage; as many as were read */
  WijkPdfCache *cache;
  WijkRequestQueue *queue;
};

G_DEFINE_FINAL_TYPE (WijkPdf, wijk_pdf, G_TYPE_OBJECT)

typedef enum
{
  PROP_IS_KILLED = 1,
} WijkPdfProperty;

static GParamSpec *properties[PROP_IS_KILLED + 1];

static WijkPdfPage *
get_page (WijkPdf *self, guint page)
{
  return &g_array_index (self->pages, WijkPdfPage, page);
}

static WijkRequest
tile_request (WijkPdf *self, guint page, double scale, const WijkPdfTile *tile)
{
  WijkRequest request = wijk_request_new (WIJK_REQUEST_RENDER, page);

  request.scale = wijk_pdf_fit_scale (self, page, scale);
  request.x = tile->x;
  request.y = tile->y;
  request.width = tile->width;
  request.height = tile->height;
  return request;
}

static void
rendered_cb (const WijkRequest *request, GBytes *pixels, GObject *owner)
{
  wijk_pdf_cache_insert (WIJK_PDF (owner)->cache, request, pixels);
}

static gboolean
make_room_cb (GObject *owner)
{
  return wijk_pdf_cache_drop_oldest (WIJK_PDF (owner)->cache);
}

static void
killed_cb (GObject *owner)
{
  g_object_notify_by_pspec (owner, properties[PROP_IS_KILLED]);
}

static const WijkRequestQueueListener listener = { rendered_cb, make_room_cb, killed_cb };

static void
wijk_pdf_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((WijkPdfProperty) prop_id)
    {
    case PROP_IS_KILLED:
      g_value_set_boolean (value, wijk_pdf_is_killed (WIJK_PDF (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_pdf_finalize (GObject *object)
{
  WijkPdf *self = WIJK_PDF (object);

  g_clear_pointer (&self->queue, wijk_request_queue_free);
  g_clear_pointer (&self->cache, wijk_pdf_cache_free);
  g_clear_pointer (&self->pages, g_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);

  G_OBJECT_CLASS (wijk_pdf_parent_class)->finalize (object);
}

static void
wijk_pdf_class_init (WijkPdfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wijk_pdf_get_property;
  object_class->finalize = wijk_pdf_finalize;

  properties[PROP_IS_KILLED] = g_param_spec_boolean (
      "is-killed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
wijk_pdf_init (WijkPdf *self)
{
  self->cache = wijk_pdf_cache_new (CACHE_SIZE);
  self->pages = g_array_new (FALSE, FALSE, sizeof (WijkPdfPage));
  g_array_set_clear_func (self->pages, wijk_pdf_page_clear);
}

WijkPdf *
wijk_pdf_new (
    const char *reader_path, guint timeout_ms, int fd, const char *name, WijkReaderProcess *process)
{
  WijkPdf *self = g_object_new (WIJK_TYPE_PDF, NULL);

  self->name = g_strdup (name);
  self->queue = wijk_request_queue_new (
      reader_path, timeout_ms, fd, name, process, &listener, G_OBJECT (self));
  return self;
}

/* Every page gets a size and a label, whatever the file says. */
static void
complete_page (WijkPdfPage *page, guint index)
{
  if (page->width <= 0 || page->height <= 0)
    {
      page->width = A4_WIDTH;
      page->height = A4_HEIGHT;
    }
  if (*page->label == '\0')
    {
      g_free (page->label);
      page->label = g_strdup_printf ("%u", index + 1);
    }
}

static void
add_pages (WijkPdf *self, GArray *pages)
{
  for (guint i = 0; i < pages->len; i++)
    {
      WijkPdfPage page = g_array_index (pages, WijkPdfPage, i);

      g_array_index (pages, WijkPdfPage, i).label = NULL;
      complete_page (&page, self->pages->len);
      g_array_append_val (self->pages, page);
    }
}

static void ask_for_pages (WijkPdf *self, GTask *open_task);

static void
pages_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WijkPdf *self = WIJK_PDF (source);
  g_autoptr (GTask) open_task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (pages == NULL)
    {
      g_task_return_error (open_task, g_steal_pointer (&error));
      return;
    }

  add_pages (self, pages);
  if (self->pages->len < wijk_request_queue_get_n_pages (self->queue))
    {
      ask_for_pages (self, g_steal_pointer (&open_task));
      return;
    }
  self->n_pages = self->pages->len;
  g_task_return_boolean (open_task, TRUE);
}

static void
ask_for_pages (WijkPdf *self, GTask *open_task)
{
  const guint n_left = wijk_request_queue_get_n_pages (self->queue) - self->pages->len;
  WijkRequest request = wijk_request_new (WIJK_REQUEST_PAGES, self->pages->len);

  request.width = MIN (n_left, WIJK_PAGES_AT_ONCE);
  wijk_pdf_ask (self,
                &request,
                wijk_pdf_decode_pages,
                (GDestroyNotify) g_array_unref,
                wijk_pdf_open_async,
                g_task_get_cancellable (open_task),
                pages_read_cb,
                open_task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WijkPdf *self = WIJK_PDF (source);
  g_autoptr (GTask) open_task = user_data;
  g_autoptr (GError) error = NULL;

  self->title = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->title == NULL)
    g_task_return_error (open_task, g_steal_pointer (&error));
  else
    ask_for_pages (self, g_steal_pointer (&open_task));
}

void
wijk_pdf_open_async (WijkPdf *self,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  const WijkRequest request = wijk_request_new (WIJK_REQUEST_OPEN, 0);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, wijk_pdf_open_async);
  wijk_pdf_ask (self,
                &request,
                wijk_pdf_decode_title,
                g_free,
                wijk_pdf_open_async,
                cancellable,
                opened_cb,
                task);
}

gboolean
wijk_pdf_open_finish (WijkPdf *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const char *
wijk_pdf_get_name (WijkPdf *self)
{
  g_return_val_if_fail (WIJK_IS_PDF (self), NULL);

  return self->name;
}

const char *
wijk_pdf_get_title (WijkPdf *self)
{
  g_return_val_if_fail (WIJK_IS_PDF (self), NULL);

  return self->title;
}

guint
wijk_pdf_get_n_pages (WijkPdf *self)
{
  g_return_val_if_fail (WIJK_IS_PDF (self), 0);

  return self->n_pages;
}

void
wijk_pdf_get_page_size (WijkPdf *self, guint page, double *width, double *height)
{
  g_return_if_fail (WIJK_IS_PDF (self));
  g_return_if_fail (page < self->n_pages);

  if (width != NULL)
    *width = get_page (self, page)->width;
  if (height != NULL)
    *height = get_page (self, page)->height;
}

const char *
wijk_pdf_get_page_label (WijkPdf *self, guint page)
{
  g_return_val_if_fail (WIJK_IS_PDF (self), NULL);
  g_return_val_if_fail (page < self->n_pages, NULL);

  return get_page (self, page)->label;
}

int
wijk_pdf_find_page_label (WijkPdf *self, const char *label)
{
  g_return_val_if_fail (WIJK_IS_PDF (self), -1);
  g_return_val_if_fail (label != NULL, -1);

  for (guint i = 0; i < self->n_pages; i++)
    if (strcmp (get_page (self, i)->label, label) == 0)
      return (int) i;

  return -1;
}

gboolean
wijk_pdf_is_killed (WijkPdf *self)
{
  g_return_val_if_fail (WIJK_IS_PDF (self), FALSE);

  return wijk_request_queue_is_killed (self->queue);
}

double
wijk_pdf_fit_scale (WijkPdf *self, guint page, double scale)
{
  g_return_val_if_fail (WIJK_IS_PDF (self), 1);
  g_return_val_if_fail (page < self->n_pages, 1);

  return wijk_tiles_fit_scale (get_page (self, page), scale);
}

WijkPdfTile *
wijk_pdf_dup_tiles (WijkPdf *self, guint page, double scale, guint *n_tiles)
{
  g_return_val_if_fail (WIJK_IS_PDF (self), NULL);
  g_return_val_if_fail (page < self->n_pages, NULL);
  g_return_val_if_fail (n_tiles != NULL, NULL);

  return wijk_tiles_cut (get_page (self, page), scale, n_tiles);
}

static void
draw_ahead (WijkPdf *self, guint page, double scale)
{
  guint n_tiles;
  g_autofree WijkPdfTile *tiles = wijk_pdf_dup_tiles (self, page, scale, &n_tiles);
  WijkRequest request;
  g_autoptr (GBytes) pixels = NULL;

  if (n_tiles > 1)
    return; /* too large to be kept beside what is in view */

  request = tile_request (self, page, scale, &tiles[0]);
  pixels = wijk_pdf_cache_lookup (self->cache, &request);
  if (pixels == NULL)
    wijk_request_queue_add_ahead (self->queue, &request);
}

void
wijk_pdf_set_view (WijkPdf *self, guint first, guint last, double scale)
{
  g_return_if_fail (WIJK_IS_PDF (self));
  g_return_if_fail (first <= last && last < self->n_pages);

  wijk_request_queue_set_view (self->queue, first, last, wijk_pdf_fit_scale (self, first, scale));
  for (guint page = last + 1; page < self->n_pages && page <= last + N_PAGES_AHEAD; page++)
    draw_ahead (self, page, scale);
}

GBytes *
wijk_pdf_dup_cached (WijkPdf *self, guint page, double scale, const WijkPdfTile *tile)
{
  WijkRequest request;

  g_return_val_if_fail (WIJK_IS_PDF (self), NULL);
  g_return_val_if_fail (page < self->n_pages, NULL);
  g_return_val_if_fail (tile != NULL, NULL);

  request = tile_request (self, page, scale, tile);
  return wijk_pdf_cache_lookup (self->cache, &request);
}

void
wijk_pdf_render_async (WijkPdf *self,
                       guint page,
                       double scale,
                       const WijkPdfTile *tile,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GDestroyNotify unref = (GDestroyNotify) g_bytes_unref;
  WijkRequest request;
  GBytes *pixels;

  g_return_if_fail (WIJK_IS_PDF (self));
  g_return_if_fail (page < self->n_pages);
  g_return_if_fail (tile != NULL);
  request = tile_request (self, page, scale, tile);
  g_return_if_fail (wijk_tiles_is_on_page (get_page (self, page), &request));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, wijk_pdf_render_async);
  pixels = wijk_pdf_cache_lookup (self->cache, &request);
  if (pixels != NULL)
    g_task_return_pointer (task, pixels, unref);
  else
    wijk_request_queue_add (self->queue, &request, NULL, unref, g_steal_pointer (&task));
}

GBytes *
wijk_pdf_render_finish (WijkPdf *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
wijk_pdf_ask (WijkPdf *self,
              const WijkRequest *request,
              WijkPdfDecode decode,
              GDestroyNotify free_result,
              gpointer source_tag,
              GCancellable *cancellable,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, source_tag);
  wijk_request_queue_add (self->queue, request, decode, free_result, task);
}
