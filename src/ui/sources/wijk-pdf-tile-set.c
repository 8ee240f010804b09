/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-tile-set.h"

/* Tiles of the last scale that are kept; the pixels of a few pages must never use up the slots that
 * the reader draws into. */
#define N_OLD_TILES 4u

typedef struct
{
  WijkPdfTile tile;
  double scale; /* of its page, in pixels a point */
  GdkTexture *texture;
  gboolean is_asked;
} Tile;

struct _WijkPdfTileSet
{
  WijkPdf *pdf;
  guint page;
  WijkPdfTileSetChanged changed;
  gpointer user_data;
  double scale;
  WijkPdfRectangle area;
  GArray *tiles; /* Tile, of this scale */
  GArray *old;   /* Tile, of the last one */
  GCancellable *cancellable;
  gboolean is_broken;
};

typedef struct
{
  WijkPdfTileSet *self;
  guint tile;
} Drawing;

static void
tile_clear (gpointer data)
{
  g_clear_object (&((Tile *) data)->texture);
}

static Tile *
get_tile (GArray *tiles, guint i)
{
  return &g_array_index (tiles, Tile, i);
}

static gboolean
is_in_sight (WijkPdfTileSet *self, const Tile *tile)
{
  const double left = tile->tile.x / tile->scale;
  const double top = tile->tile.y / tile->scale;

  return left < self->area.x + self->area.width && top < self->area.y + self->area.height &&
         left + tile->tile.width / tile->scale > self->area.x &&
         top + tile->tile.height / tile->scale > self->area.y;
}

static void
forget_old (WijkPdfTileSet *self)
{
  if (wijk_pdf_tile_set_is_drawn (self))
    g_array_set_size (self->old, 0);
}

static void
take_pixels (Tile *tile, GBytes *pixels)
{
  g_clear_object (&tile->texture);
  tile->texture = gdk_memory_texture_new ((int) tile->tile.width,
                                          (int) tile->tile.height,
                                          GDK_MEMORY_B8G8R8A8_PREMULTIPLIED,
                                          pixels,
                                          4 * (gsize) tile->tile.width);
}

static void
rendered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Drawing *drawing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = wijk_pdf_render_finish (WIJK_PDF (source), result, &error);
  WijkPdfTileSet *self;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = drawing->self;
  if (pixels != NULL)
    {
      Tile *tile = get_tile (self->tiles, drawing->tile);

      tile->is_asked = FALSE;
      if (is_in_sight (self, tile))
        take_pixels (tile, pixels);
    }
  else
    {
      self->is_broken = TRUE;
    }
  forget_old (self);
  self->changed (self->user_data);
}

static void
ask_for_tile (WijkPdfTileSet *self, guint i)
{
  Tile *tile = get_tile (self->tiles, i);
  g_autoptr (GBytes) pixels = wijk_pdf_dup_cached (self->pdf, self->page, self->scale, &tile->tile);
  Drawing *drawing;

  if (pixels != NULL)
    {
      take_pixels (tile, pixels);
      return;
    }

  tile->is_asked = TRUE;
  drawing = g_new (Drawing, 1);
  *drawing = (Drawing) { self, i };
  wijk_pdf_render_async (
      self->pdf, self->page, self->scale, &tile->tile, self->cancellable, rendered_cb, drawing);
}

static void
ask_for_tiles (WijkPdfTileSet *self)
{
  for (guint i = 0; i < self->tiles->len; i++)
    {
      Tile *tile = get_tile (self->tiles, i);

      if (!is_in_sight (self, tile))
        g_clear_object (&tile->texture);
      else if (tile->texture == NULL && !tile->is_asked)
        ask_for_tile (self, i);
    }
  forget_old (self);
}

static void
keep_old_tiles (WijkPdfTileSet *self)
{
  guint n_drawn = 0;

  for (guint i = 0; i < self->tiles->len; i++)
    n_drawn += get_tile (self->tiles, i)->texture != NULL;
  if (n_drawn == 0)
    return;

  g_array_set_size (self->old, 0);
  for (guint i = 0; i < self->tiles->len && n_drawn <= N_OLD_TILES; i++)
    {
      Tile *tile = get_tile (self->tiles, i);

      if (tile->texture != NULL)
        {
          g_array_append_val (self->old, *tile);
          tile->texture = NULL; /* moved */
        }
    }
}

static void
cut_tiles (WijkPdfTileSet *self)
{
  g_autofree WijkPdfTile *tiles = NULL;
  guint n_tiles;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  keep_old_tiles (self);
  g_array_set_size (self->tiles, 0);
  tiles = wijk_pdf_dup_tiles (self->pdf, self->page, self->scale, &n_tiles);
  for (guint i = 0; i < n_tiles; i++)
    {
      Tile tile = { tiles[i], self->scale, NULL, FALSE };

      g_array_append_val (self->tiles, tile);
    }
}

static void
snapshot_tiles (GArray *tiles, GtkSnapshot *snapshot, double zoom)
{
  for (guint i = 0; i < tiles->len; i++)
    {
      const Tile *tile = get_tile (tiles, i);
      const double pixel = zoom / tile->scale;

      if (tile->texture != NULL)
        gtk_snapshot_append_texture (snapshot,
                                     tile->texture,
                                     &GRAPHENE_RECT_INIT ((float) (tile->tile.x * pixel),
                                                          (float) (tile->tile.y * pixel),
                                                          (float) (tile->tile.width * pixel),
                                                          (float) (tile->tile.height * pixel)));
    }
}

WijkPdfTileSet *
wijk_pdf_tile_set_new (WijkPdf *pdf, guint page, WijkPdfTileSetChanged changed, gpointer user_data)
{
  WijkPdfTileSet *self = g_new0 (WijkPdfTileSet, 1);

  self->pdf = g_object_ref (pdf);
  self->page = page;
  self->changed = changed;
  self->user_data = user_data;
  self->tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  self->old = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_array_set_clear_func (self->tiles, tile_clear);
  g_array_set_clear_func (self->old, tile_clear);
  self->cancellable = g_cancellable_new ();

  return self;
}

/* Requests that are still out see that they were cancelled and touch nothing. */
void
wijk_pdf_tile_set_free (WijkPdfTileSet *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  g_array_unref (self->tiles);
  g_array_unref (self->old);
  g_object_unref (self->pdf);
  g_free (self);
}

void
wijk_pdf_tile_set_show (WijkPdfTileSet *self, double scale, const WijkPdfRectangle *area)
{
  self->area = *area;
  scale = wijk_pdf_fit_scale (self->pdf, self->page, scale);
  if (scale != self->scale)
    {
      self->scale = scale;
      cut_tiles (self);
    }
  if (!self->is_broken)
    ask_for_tiles (self);
}

void
wijk_pdf_tile_set_snapshot (WijkPdfTileSet *self, GtkSnapshot *snapshot, double zoom)
{
  snapshot_tiles (self->old, snapshot, zoom);
  snapshot_tiles (self->tiles, snapshot, zoom);
}

gboolean
wijk_pdf_tile_set_is_drawn (WijkPdfTileSet *self)
{
  if (self->is_broken)
    return TRUE;

  for (guint i = 0; i < self->tiles->len; i++)
    {
      const Tile *tile = get_tile (self->tiles, i);

      if (tile->texture == NULL && is_in_sight (self, tile))
        return FALSE;
    }

  return self->tiles->len > 0;
}

gboolean
wijk_pdf_tile_set_is_broken (WijkPdfTileSet *self)
{
  return self->is_broken;
}
