/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-content.h"

#include "wijk-pdf-decode.h"

#include <string.h>

void
wijk_pdf_text_free (WijkPdfText *self)
{
  g_free (self->text);
  g_free (self->rectangles);
  g_free (self);
}

static void
match_free (WijkPdfMatch *match)
{
  g_free (match->rectangles);
  g_free (match);
}

static void
outline_item_free (WijkPdfOutlineItem *item)
{
  g_free (item->title);
  g_free (item);
}

static void
link_free (WijkPdfLink *link)
{
  g_free (link->uri);
  g_free (link);
}

static void
annotation_free (WijkPdfAnnotation *annotation)
{
  g_free (annotation->contents);
  g_free (annotation->quote);
  g_free (annotation->rectangles);
  g_free (annotation);
}

static WijkPdfRectangle
read_rectangle (WijkPayloadReader *in)
{
  WijkPdfRectangle place;

  place.x = wijk_payload_read_double (in, -WIJK_MAX_POINTS, WIJK_MAX_POINTS);
  place.y = wijk_payload_read_double (in, -WIJK_MAX_POINTS, WIJK_MAX_POINTS);
  place.width = wijk_payload_read_double (in, 0, WIJK_MAX_POINTS);
  place.height = wijk_payload_read_double (in, 0, WIJK_MAX_POINTS);
  return place;
}

/* @n is what the reader says: no more is allocated than the bytes that are left can hold. */
static WijkPdfRectangle *
read_rectangles (WijkPayloadReader *in, guint32 n)
{
  WijkPdfRectangle *places;

  if (n > in->n_left / (4 * sizeof (double)))
    in->is_broken = TRUE;
  if (in->is_broken)
    return NULL;

  places = g_new (WijkPdfRectangle, n);
  for (guint32 i = 0; i < n; i++)
    places[i] = read_rectangle (in);
  return places;
}

gpointer
wijk_pdf_decode_text (WijkPayloadReader *in, guint32 n_items, guint32 n_pages)
{
  g_autoptr (WijkPdfText) text = g_new0 (WijkPdfText, 1);

  text->text = wijk_payload_read_text (in, WIJK_MAX_TEXT);
  text->n_characters = n_items;
  if (in->is_broken || g_utf8_strlen (text->text, -1) != (glong) n_items)
    return NULL;

  text->rectangles = read_rectangles (in, n_items);
  return wijk_payload_reader_ended_well (in) ? g_steal_pointer (&text) : NULL;
}

static gpointer
read_match (WijkPayloadReader *in, guint32 n_pages)
{
  WijkPdfMatch *match = g_new0 (WijkPdfMatch, 1);

  match->n_rectangles = wijk_payload_read_u32 (in);
  if (match->n_rectangles == 0)
    in->is_broken = TRUE;
  match->rectangles = read_rectangles (in, match->n_rectangles);
  return match;
}

static gpointer
read_link (WijkPayloadReader *in, guint32 n_pages)
{
  WijkPdfLink *link = g_new0 (WijkPdfLink, 1);

  link->area = read_rectangle (in);
  link->uri = wijk_payload_read_text (in, WIJK_MAX_URI);
  if (!wijk_uri_is_sound (link->uri))
    in->is_broken = TRUE;
  return link;
}

static gpointer
read_annotation (WijkPayloadReader *in, guint32 n_pages)
{
  WijkPdfAnnotation *annotation = g_new0 (WijkPdfAnnotation, 1);
  const guint32 kind = wijk_payload_read_u32 (in);

  if (kind > WIJK_PDF_ANNOTATION_OTHER)
    in->is_broken = TRUE;
  annotation->kind = (WijkPdfAnnotationKind) kind;
  annotation->contents = wijk_payload_read_text (in, WIJK_MAX_CONTENTS);
  annotation->quote = wijk_payload_read_text (in, WIJK_MAX_CONTENTS);
  annotation->n_rectangles = wijk_payload_read_u32 (in);
  annotation->rectangles = read_rectangles (in, annotation->n_rectangles);
  return annotation;
}

static gpointer
read_outline_item (WijkPayloadReader *in, guint32 n_pages)
{
  WijkPdfOutlineItem *item = g_new0 (WijkPdfOutlineItem, 1);
  guint32 page;

  item->title = wijk_payload_read_text (in, WIJK_MAX_TITLE);
  item->depth = wijk_payload_read_u32 (in);
  page = wijk_payload_read_u32 (in);
  if (page > n_pages || item->depth >= WIJK_MAX_OUTLINE_DEPTH)
    in->is_broken = TRUE;
  item->page = (int) MIN (page, n_pages) - 1;
  return item;
}

static GPtrArray *
read_items (WijkPayloadReader *in,
            guint32 n_items,
            guint32 n_pages,
            gpointer (*read_item) (WijkPayloadReader *in, guint32 n_pages),
            GDestroyNotify free_item)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (free_item);

  if (n_items > WIJK_MAX_ITEMS)
    return NULL;
  for (guint32 i = 0; i < n_items && !in->is_broken; i++)
    g_ptr_array_add (items, read_item (in, n_pages));

  return wijk_payload_reader_ended_well (in) ? g_steal_pointer (&items) : NULL;
}

gpointer
wijk_pdf_decode_matches (WijkPayloadReader *in, guint32 n_items, guint32 n_pages)
{
  return read_items (in, n_items, n_pages, read_match, (GDestroyNotify) match_free);
}

gpointer
wijk_pdf_decode_links (WijkPayloadReader *in, guint32 n_items, guint32 n_pages)
{
  return read_items (in, n_items, n_pages, read_link, (GDestroyNotify) link_free);
}

gpointer
wijk_pdf_decode_annotations (WijkPayloadReader *in, guint32 n_items, guint32 n_pages)
{
  return read_items (in, n_items, n_pages, read_annotation, (GDestroyNotify) annotation_free);
}

gpointer
wijk_pdf_decode_outline (WijkPayloadReader *in, guint32 n_items, guint32 n_pages)
{
  g_autoptr (GPtrArray) items =
      read_items (in, n_items, n_pages, read_outline_item, (GDestroyNotify) outline_item_free);
  guint allowed = 0;

  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const WijkPdfOutlineItem *item = items->pdata[i];

      if (item->depth > allowed)
        return NULL;
      allowed = item->depth + 1;
    }

  return g_steal_pointer (&items);
}

gpointer
wijk_pdf_decode_title (WijkPayloadReader *in, guint32 n_items, guint32 n_pages)
{
  g_autofree char *title = wijk_payload_read_text (in, WIJK_MAX_TITLE);

  return wijk_payload_reader_ended_well (in) ? g_strstrip (g_steal_pointer (&title)) : NULL;
}

void
wijk_pdf_page_clear (gpointer page)
{
  g_free (((WijkPdfPage *) page)->label);
}

gpointer
wijk_pdf_decode_pages (WijkPayloadReader *in, guint32 n_items, guint32 n_pages)
{
  g_autoptr (GArray) pages = g_array_new (FALSE, TRUE, sizeof (WijkPdfPage));

  g_array_set_clear_func (pages, wijk_pdf_page_clear);
  for (guint32 i = 0; i < n_items && !in->is_broken; i++)
    {
      WijkPdfPage page = { 0 };

      page.width = wijk_payload_read_double (in, 0, WIJK_MAX_POINTS);
      page.height = wijk_payload_read_double (in, 0, WIJK_MAX_POINTS);
      page.label = wijk_payload_read_text (in, WIJK_MAX_LABEL);
      if ((page.width > 0) != (page.height > 0))
        in->is_broken = TRUE;
      g_array_append_val (pages, page);
    }

  return wijk_payload_reader_ended_well (in) ? g_steal_pointer (&pages) : NULL;
}
