/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-cache.h"

/* Few and large: a list is quick enough. */
struct _WijkPdfCache
{
  gsize max_size;
  gsize size;
  GQueue tiles; /* CachedTile, used last at the head */
};

typedef struct
{
  WijkRequest tile;
  GBytes *pixels;
} CachedTile;

static void
cached_tile_free (CachedTile *cached)
{
  g_bytes_unref (cached->pixels);
  g_free (cached);
}

WijkPdfCache *
wijk_pdf_cache_new (gsize max_size)
{
  WijkPdfCache *self = g_new0 (WijkPdfCache, 1);

  self->max_size = max_size;
  g_queue_init (&self->tiles);
  return self;
}

void
wijk_pdf_cache_free (WijkPdfCache *self)
{
  g_queue_clear_full (&self->tiles, (GDestroyNotify) cached_tile_free);
  g_free (self);
}

static GList *
find (WijkPdfCache *self, const WijkRequest *tile)
{
  for (GList *l = self->tiles.head; l != NULL; l = l->next)
    {
      const WijkRequest *own = &((CachedTile *) l->data)->tile;

      if (own->page == tile->page && own->scale == tile->scale && own->x == tile->x &&
          own->y == tile->y && own->width == tile->width && own->height == tile->height)
        return l;
    }

  return NULL;
}

GBytes *
wijk_pdf_cache_lookup (WijkPdfCache *self, const WijkRequest *tile)
{
  GList *found = find (self, tile);

  if (found == NULL)
    return NULL;

  g_queue_unlink (&self->tiles, found);
  g_queue_push_head_link (&self->tiles, found);
  return g_bytes_ref (((CachedTile *) found->data)->pixels);
}

void
wijk_pdf_cache_insert (WijkPdfCache *self, const WijkRequest *tile, GBytes *pixels)
{
  CachedTile *cached;

  if (find (self, tile) != NULL)
    return;

  cached = g_new (CachedTile, 1);
  *cached = (CachedTile) { *tile, g_bytes_ref (pixels) };
  g_queue_push_head (&self->tiles, cached);
  self->size += g_bytes_get_size (pixels);
  while (self->size > self->max_size && self->tiles.length > 1)
    wijk_pdf_cache_drop_oldest (self);
}

gboolean
wijk_pdf_cache_drop_oldest (WijkPdfCache *self)
{
  CachedTile *oldest = g_queue_pop_tail (&self->tiles);

  if (oldest == NULL)
    return FALSE;

  self->size -= g_bytes_get_size (oldest->pixels);
  cached_tile_free (oldest);
  return TRUE;
}
