/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-rich.h"

#include <string.h>

/* Longer paragraphs are laid out in pieces, or one of a megabyte would take all memory. */
#define MAX_PIECE 6000

typedef struct
{
  double top, bottom, base;
  double x;
  PangoLayoutLine *line;
} Line;

/* One laid out piece of a paragraph on its way to the page. */
typedef struct
{
  WijkSheet *sheet;
  const WijkRich *rich; /* NULL: plain */
  guint offset;         /* of the piece in the rich text */
  PangoLayout *layout;
  GArray *lines;
  guint32 ink;
  const WijkRichSpan *open; /* the link that is being drawn */
} Flow;

static void
clear_span (gpointer data)
{
  g_free (((WijkRichSpan *) data)->uri);
}

WijkRich *
wijk_rich_new (void)
{
  WijkRich *self = g_new0 (WijkRich, 1);

  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, TRUE, sizeof (WijkRichSpan));
  g_array_set_clear_func (self->spans, clear_span);
  return self;
}

void
wijk_rich_free (WijkRich *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}

void
wijk_rich_append (
    WijkRich *self, WijkTypeface *typeface, const char *text, WijkRichFlags flags, const char *uri)
{
  g_autofree char *clean = wijk_typeface_clean (typeface, text);
  WijkRichSpan span = { (guint) self->text->len, 0, flags, NULL };

  g_string_append (self->text, clean);
  span.end = (guint) self->text->len;
  if (span.end == span.start || (flags == WIJK_RICH_PLAIN && !uri))
    return;
  span.uri = g_strdup (uri);
  g_array_append_val (self->spans, span);
}

static guint32
get_ink (const WijkSheet *sheet, WijkFace style)
{
  if (style == WIJK_FACE_LEAD)
    return sheet->palette->accent;
  if (style == WIJK_FACE_CAPTION || style == WIJK_FACE_SMALL)
    return sheet->palette->dim;
  return sheet->palette->text;
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

/* The colour of links is set when they are drawn; as an attribute it parts their runs from others.
 */
static void
add_span (PangoAttrList *list, const WijkRichSpan *span, guint start, guint end)
{
  if (span->flags & WIJK_RICH_STRONG)
    add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), start, end);
  if (span->flags & WIJK_RICH_EMPHASIS)
    add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if (span->flags & WIJK_RICH_RAISED)
    {
      add_attribute (list, pango_attr_rise_new (3 * PANGO_SCALE), start, end);
      add_attribute (list, pango_attr_size_new_absolute (7 * PANGO_SCALE), start, end);
    }
  if (span->uri || span->flags & WIJK_RICH_STRUCK)
    add_attribute (
        list, pango_attr_foreground_new (0, 0, (guint16) (span->start % 0xffff)), start, end);
}

static PangoLayout *
create_piece (WijkSheet *sheet, WijkFace style, const WijkRich *rich, guint start, guint end)
{
  g_autofree char *text = g_strndup (rich->text->str + start, end - start);
  PangoLayout *layout = wijk_sheet_create_layout (sheet, style, text, sheet->right - sheet->left);
  PangoAttrList *list = pango_attr_list_new ();

  pango_layout_set_text (layout, text, (int) (end - start)); /* clean already: offsets stay */
  for (guint i = 0; i < rich->spans->len; i++)
    {
      const WijkRichSpan *span = &g_array_index (rich->spans, WijkRichSpan, i);

      if (span->end > start && span->start < end)
        add_span (list, span, MAX (span->start, start) - start, MIN (span->end, end) - start);
    }
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
  return layout;
}

/* Where the piece that begins at start ends: at a space if there is one in its second half. */
static guint
find_piece_end (const char *text, guint start, guint length)
{
  guint end = start + MAX_PIECE, at;

  if (length - start <= MAX_PIECE + MAX_PIECE / 4)
    return length;
  for (at = end; at > end - MAX_PIECE / 2; at--)
    if (text[at - 1] == ' ' || text[at - 1] == '\n')
      return at;
  while ((text[end] & 0xc0) == 0x80)
    end--;
  return end;
}

static GArray *
collect_lines (PangoLayout *layout)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle extents;
      Line line;
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      line.top = top / (double) PANGO_SCALE;
      line.bottom = bottom / (double) PANGO_SCALE;
      line.base = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
      line.x = extents.x / (double) PANGO_SCALE;
      line.line = pango_layout_iter_get_line_readonly (iter);
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return lines;
}

static const Line *
get_line (const GArray *lines, guint index)
{
  return &g_array_index (lines, Line, index);
}

/* How many lines from `first` go on this page: neither the first nor the last line of a paragraph
 * stays alone. */
static guint
count_fitting (const GArray *lines, guint first, double room)
{
  guint n = 0, left = lines->len - first;

  while (n < left && get_line (lines, first + n)->bottom - get_line (lines, first)->top <= room)
    n++;
  if (n == left)
    return n;
  if (left - n == 1 && n > 2)
    return n - 1;
  if (first == 0 && (n == 1 || left <= 3))
    return 0;
  return n;
}

static const WijkRichSpan *
find_span (const Flow *flow, guint at)
{
  at += flow->offset;
  for (guint i = 0; flow->rich && i < flow->rich->spans->len; i++)
    {
      const WijkRichSpan *span = &g_array_index (flow->rich->spans, WijkRichSpan, i);

      if (at >= span->start && at < span->end)
        return span;
    }
  return NULL;
}

static void
append_box (GString *boxes, double x, double y, double width, double height)
{
  const double values[] = { x, y, width, height };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *number = wijk_sheet_number (values[i]);

      g_string_append_printf (boxes, "%s%s", boxes->len > 0 ? " " : "", number);
    }
}

/* The boxes that a link covers on the lines of this page. */
static char *
find_boxes (const Flow *flow, const WijkRichSpan *span, guint first, guint end, double y)
{
  GString *boxes = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    {
      const Line *line = get_line (flow->lines, i);
      int start = MAX ((int) span->start - (int) flow->offset, line->line->start_index);
      int stop =
          MIN ((int) span->end - (int) flow->offset, line->line->start_index + line->line->length);
      int n = 0, *ranges = NULL;

      if (stop <= start)
        continue;
      pango_layout_line_get_x_ranges (line->line, start, stop, &ranges, &n);
      for (int k = 0; k < n; k++)
        append_box (boxes,
                    flow->sheet->left + ranges[2 * k] / (double) PANGO_SCALE,
                    y + line->top,
                    (ranges[2 * k + 1] - ranges[2 * k]) / (double) PANGO_SCALE,
                    line->bottom - line->top);
      g_free (ranges);
    }
  return g_string_free (boxes, FALSE);
}

/* Where a span leads: to the web, or into this document where that record has a place; else NULL.
 * ASCII only and without a quote: cairo gives the whole document up otherwise. */
static char *
dup_destination (const Flow *flow, const WijkRichSpan *span)
{
  const char *id;
  g_autofree char *uri = NULL;

  if (!span || !span->uri)
    return NULL;
  if (!g_str_has_prefix (span->uri, "wijk:"))
    {
      uri = g_uri_escape_string (span->uri, ":/?#[]@!$&()*+,;=%", FALSE);
      return g_strdup_printf ("uri='%s'", uri);
    }
  id = strrchr (span->uri, '/');
  if (!id || !wijk_sheet_has_target (flow->sheet, id + 1))
    return NULL;
  return g_strdup_printf ("dest='%s'", id + 1);
}

static void
open_link (Flow *flow, const WijkRichSpan *span, guint first, guint end, double y)
{
  g_autofree char *destination = dup_destination (flow, span);
  g_autofree char *boxes = NULL, *attributes = NULL, *contents = NULL;

  if (!destination)
    return;
  boxes = find_boxes (flow, span, first, end, y);
  attributes = g_strdup_printf ("rect=[%s] %s", boxes, destination);
  contents = g_strndup (flow->rich->text->str + span->start, span->end - span->start);
  wijk_sheet_begin_link (flow->sheet, attributes, contents);
  flow->open = span;
}

static void
close_link (Flow *flow)
{
  if (flow->open)
    wijk_sheet_end (flow->sheet, "Link");
  flow->open = NULL;
}

static void
draw_run (Flow *flow, PangoGlyphItem *run, const WijkRichSpan *span, double x, double base)
{
  WijkSheet *sheet = flow->sheet;
  double width = pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;
  gboolean is_link = flow->open != NULL;
  guint32 ink = is_link ? sheet->palette->accent : flow->ink;

  wijk_palette_set_source (sheet->cr, ink);
  wijk_sheet_count_shown (
      sheet, pango_layout_get_text (flow->layout) + run->item->offset, (gsize) run->item->length);
  cairo_move_to (sheet->cr, x, base - run->y_offset / (double) PANGO_SCALE);
  wijk_picture_show_run (sheet->cr, pango_layout_get_text (flow->layout), run);
  if (is_link)
    wijk_sheet_fill (sheet, x, base + 1.6, width, 0.6, ink);
  if (span && span->flags & WIJK_RICH_STRUCK)
    wijk_sheet_fill (sheet, x, base - 3.4, width, 0.7, ink);
}

static void
draw_lines (Flow *flow, guint first, guint end)
{
  WijkSheet *sheet = flow->sheet;
  double y = sheet->y - get_line (flow->lines, first)->top;
  gboolean goes_on = sheet->y > sheet->quote_y && sheet->y - sheet->quote_y < 12;
  double top = goes_on ? sheet->quote_y : sheet->y; /* no gap between quoted paragraphs */

  for (guint i = 0; i < sheet->n_quotes; i++)
    wijk_sheet_fill (sheet,
                     sheet->left - 14 * (i + 1),
                     top,
                     2.2,
                     get_line (flow->lines, end - 1)->bottom + y - top,
                     sheet->palette->accent);
  sheet->quote_y = sheet->n_quotes > 0 ? get_line (flow->lines, end - 1)->bottom + y : 0;
  for (guint i = first; i < end; i++)
    {
      const Line *line = get_line (flow->lines, i);
      double x = sheet->left + line->x;

      for (GSList *at = line->line->runs; at; at = at->next)
        {
          PangoGlyphItem *run = at->data;
          const WijkRichSpan *span = find_span (flow, (guint) run->item->offset);

          if (flow->open && flow->open != span)
            close_link (flow);
          if (span && span->uri && !flow->open)
            open_link (flow, span, first, end, y);
          draw_run (flow, run, span, x, y + line->base);
          x += pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;
        }
    }
  close_link (flow);
  cairo_new_path (sheet->cr);
}

static void
put_layout (Flow *flow)
{
  WijkSheet *sheet = flow->sheet;
  guint first = 0;

  while (first < flow->lines->len && !wijk_sheet_is_stopped (sheet))
    {
      guint n = count_fitting (flow->lines, first, wijk_sheet_get_room (sheet));

      if (n == 0 && !wijk_sheet_is_at_top (sheet))
        {
          wijk_sheet_break (sheet);
          continue;
        }
      n = MAX (n, 1);
      if (sheet->cr)
        draw_lines (flow, first, first + n);
      sheet->y +=
          get_line (flow->lines, first + n - 1)->bottom - get_line (flow->lines, first)->top;
      first += n;
      if (first < flow->lines->len)
        wijk_sheet_break (sheet);
    }
}

static double
measure_start (const GArray *lines)
{
  guint n = lines->len <= 3 ? lines->len : 2;

  return get_line (lines, n - 1)->bottom - get_line (lines, 0)->top;
}

void
wijk_rich_put (WijkSheet *sheet, WijkFace style, const char *type, const WijkRich *rich)
{
  guint length = (guint) rich->text->len, end;

  for (guint start = 0; start < length || start == 0; start = end)
    {
      Flow flow = { .sheet = sheet, .rich = rich, .offset = start };

      end = find_piece_end (rich->text->str, start, length);
      flow.ink = get_ink (sheet, style);
      flow.layout = create_piece (sheet, style, rich, start, end);
      flow.lines = collect_lines (flow.layout);
      if (start == 0)
        {
          wijk_sheet_need (sheet, measure_start (flow.lines));
          if (type)
            wijk_sheet_begin (sheet, type);
        }
      put_layout (&flow);
      g_array_unref (flow.lines);
      g_object_unref (flow.layout);
      if (end >= length || wijk_sheet_is_stopped (sheet))
        break;
    }
  if (type)
    wijk_sheet_end (sheet, type);
}

void
wijk_sheet_put_text (WijkSheet *sheet, WijkFace style, const char *type, const char *text)
{
  g_autoptr (WijkRich) rich = wijk_rich_new ();

  wijk_rich_append (rich, sheet->typeface, text, WIJK_RICH_PLAIN, NULL);
  wijk_rich_put (sheet, style, type, rich);
}
