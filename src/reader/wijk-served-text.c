/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-served-text.h"

#include <math.h>
#include <string.h>

static double
sound_number (double value, double min)
{
  return isfinite (value) ? CLAMP (value, min, WIJK_MAX_POINTS) : 0;
}

/* The corners (@x1, @y1) and (@x2, @y2), in any order, counted from the top. */
static void
write_rectangle (WijkPayloadWriter *out, double x1, double y1, double x2, double y2)
{
  wijk_payload_write_double (out, sound_number (MIN (x1, x2), -WIJK_MAX_POINTS));
  wijk_payload_write_double (out, sound_number (MIN (y1, y2), -WIJK_MAX_POINTS));
  wijk_payload_write_double (out, sound_number (fabs (x2 - x1), 0));
  wijk_payload_write_double (out, sound_number (fabs (y2 - y1), 0));
}

/* Poppler counts from the bottom for everything but the layout of text. */
static void
write_upside_down (WijkPayloadWriter *out, PopplerPage *page, const PopplerRectangle *area)
{
  double width, height;

  poppler_page_get_size (page, &width, &height);
  write_rectangle (out, area->x1, height - area->y1, area->x2, height - area->y2);
}

static WijkStatus
status_of (const WijkPayloadWriter *out)
{
  return out->is_full ? WIJK_STATUS_TOO_LARGE : WIJK_STATUS_OK;
}

WijkStatus
wijk_served_pdf_write_text (PopplerPage *page, WijkPayloadWriter *out, guint32 *n_items)
{
  g_autofree char *raw = poppler_page_get_text (page);
  g_autofree char *text = g_utf8_make_valid (raw != NULL ? raw : "", -1);
  g_autofree PopplerRectangle *places = NULL;
  const glong n_characters = g_utf8_strlen (text, -1);
  guint n_places = 0;

  if (strlen (text) > WIJK_MAX_TEXT)
    return WIJK_STATUS_TOO_LARGE;
  if (!poppler_page_get_text_layout (page, &places, &n_places))
    n_places = 0;

  wijk_payload_write_text (out, text, WIJK_MAX_TEXT);
  for (guint i = 0; i < (guint) n_characters; i++)
    if (i < n_places)
      write_rectangle (out, places[i].x1, places[i].y1, places[i].x2, places[i].y2);
    else
      write_rectangle (out, 0, 0, 0, 0);

  *n_items = (guint32) n_characters;
  return status_of (out);
}

/* How many rectangles the match that begins at @first has: a line's end may cut it in two. */
static guint32
count_parts (GList *first)
{
  guint32 n = 1;

  for (GList *l = first; l->next != NULL && poppler_rectangle_find_get_match_continued (l->data);
       l = l->next)
    n++;

  return n;
}

WijkStatus
wijk_served_pdf_write_matches (PopplerPage *page,
                               const char *needle,
                               WijkPayloadWriter *out,
                               guint32 *n_items)
{
  const PopplerFindFlags flags = POPPLER_FIND_IGNORE_DIACRITICS | POPPLER_FIND_MULTILINE;
  GList *found = poppler_page_find_text_with_options (page, needle, flags);
  GList *next = found;

  for (*n_items = 0; next != NULL && *n_items < WIJK_MAX_ITEMS; (*n_items)++)
    {
      const guint32 n_parts = count_parts (next);

      wijk_payload_write_u32 (out, n_parts);
      for (guint32 i = 0; i < n_parts; i++, next = next->next)
        write_upside_down (out, page, next->data);
    }

  g_list_free_full (found, (GDestroyNotify) poppler_rectangle_free);
  return status_of (out);
}

WijkStatus
wijk_served_pdf_write_links (PopplerPage *page, WijkPayloadWriter *out, guint32 *n_items)
{
  GList *mappings = poppler_page_get_link_mapping (page);

  *n_items = 0;
  for (GList *l = mappings; l != NULL && *n_items < WIJK_MAX_ITEMS; l = l->next)
    {
      const PopplerLinkMapping *mapping = l->data;
      g_autofree char *uri = NULL;

      if (mapping->action == NULL || mapping->action->type != POPPLER_ACTION_URI)
        continue;
      uri =
          g_utf8_make_valid (mapping->action->uri.uri != NULL ? mapping->action->uri.uri : "", -1);
      g_strstrip (uri);
      if (!wijk_uri_is_sound (uri))
        continue;

      write_upside_down (out, page, &mapping->area);
      wijk_payload_write_text (out, uri, WIJK_MAX_URI);
      (*n_items)++;
    }

  poppler_page_free_link_mapping (mappings);
  return status_of (out);
}

/* 0 note, 1 mark, 2 other; -1: made by no person, or no more than a part of another. */
static int
kind_of (PopplerAnnot *annotation)
{
  switch ((int) poppler_annot_get_annot_type (annotation))
    {
    case POPPLER_ANNOT_TEXT:
    case POPPLER_ANNOT_FREE_TEXT:
      return 0;
    case POPPLER_ANNOT_HIGHLIGHT:
    case POPPLER_ANNOT_UNDERLINE:
    case POPPLER_ANNOT_SQUIGGLY:
    case POPPLER_ANNOT_STRIKE_OUT:
      return 1;
    case POPPLER_ANNOT_LINE:
    case POPPLER_ANNOT_SQUARE:
    case POPPLER_ANNOT_CIRCLE:
    case POPPLER_ANNOT_POLYGON:
    case POPPLER_ANNOT_POLY_LINE:
    case POPPLER_ANNOT_STAMP:
    case POPPLER_ANNOT_CARET:
    case POPPLER_ANNOT_INK:
      return 2;
    default:
      return -1;
    }
}

static PopplerRectangle
bounds_of (const PopplerQuadrilateral *quad)
{
  return (PopplerRectangle) {
    .x1 = MIN (MIN (quad->p1.x, quad->p2.x), MIN (quad->p3.x, quad->p4.x)),
    .y1 = MIN (MIN (quad->p1.y, quad->p2.y), MIN (quad->p3.y, quad->p4.y)),
    .x2 = MAX (MAX (quad->p1.x, quad->p2.x), MAX (quad->p3.x, quad->p4.x)),
    .y2 = MAX (MAX (quad->p1.y, quad->p2.y), MAX (quad->p3.y, quad->p4.y)),
  };
}

/* The lines that a mark covers. Poppler turns the area of an annotation with its page, but not the
 * lines of a mark: on a turned page the area has to do. */
static GArray *
find_areas (const PopplerAnnotMapping *mapping)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (PopplerRectangle));
  g_autoptr (GArray) quads = NULL;
  PopplerRectangle unturned;

  poppler_annot_get_rectangle (mapping->annot, &unturned);
  if (kind_of (mapping->annot) == 1 && fabs (unturned.x1 - mapping->area.x1) < 0.5 &&
      fabs (unturned.y1 - mapping->area.y1) < 0.5)
    quads =
        poppler_annot_text_markup_get_quadrilaterals (POPPLER_ANNOT_TEXT_MARKUP (mapping->annot));

  for (guint i = 0; quads != NULL && i < MIN (quads->len, WIJK_MAX_ITEMS); i++)
    {
      PopplerRectangle bounds = bounds_of (&g_array_index (quads, PopplerQuadrilateral, i));

      g_array_append_val (areas, bounds);
    }
  if (areas->len == 0)
    g_array_append_val (areas, mapping->area);

  return areas;
}

/* The words under @areas, a space between two lines. */
static char *
dup_words_under (PopplerPage *page, GArray *areas)
{
  GString *words = g_string_new (NULL);
  double width, height;

  poppler_page_get_size (page, &width, &height);
  for (guint i = 0; i < areas->len; i++)
    {
      const PopplerRectangle *area = &g_array_index (areas, PopplerRectangle, i);
      PopplerRectangle from_top = { area->x1, height - area->y2, area->x2, height - area->y1 };
      g_autofree char *line = poppler_page_get_text_for_area (page, &from_top);

      if (line == NULL || *g_strstrip (line) == '\0')
        continue;
      if (words->len > 0)
        g_string_append_c (words, ' ');
      g_string_append (words, line);
    }

  return g_string_free (words, FALSE);
}

static void
write_annotation (PopplerPage *page, const PopplerAnnotMapping *mapping, WijkPayloadWriter *out)
{
  g_autofree char *contents = poppler_annot_get_contents (mapping->annot);
  g_autoptr (GArray) areas = find_areas (mapping);
  const int kind = kind_of (mapping->annot);
  g_autofree char *quote = kind == 1 ? dup_words_under (page, areas) : NULL;

  wijk_payload_write_u32 (out, (guint32) kind);
  wijk_payload_write_text (out, contents, WIJK_MAX_CONTENTS);
  wijk_payload_write_text (out, quote, WIJK_MAX_CONTENTS);
  wijk_payload_write_u32 (out, areas->len);
  for (guint i = 0; i < areas->len; i++)
    write_upside_down (out, page, &g_array_index (areas, PopplerRectangle, i));
}

WijkStatus
wijk_served_pdf_write_annotations (PopplerPage *page, WijkPayloadWriter *out, guint32 *n_items)
{
  GList *mappings = poppler_page_get_annot_mapping (page);

  *n_items = 0;
  for (GList *l = mappings; l != NULL && *n_items < WIJK_MAX_ITEMS; l = l->next)
    {
      const PopplerAnnotMapping *mapping = l->data;

      if (mapping->annot == NULL || kind_of (mapping->annot) < 0)
        continue;
      write_annotation (page, mapping, out);
      (*n_items)++;
    }

  poppler_page_free_annot_mapping (mappings);
  return status_of (out);
}
