/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-picture.h"

#include <string.h>

#define MAX_SHORT 2000 /* bytes of a text that is cut off after some lines */

/* A space at the end of a line, or a zero width space: Pango leaves their glyphs out, and then
 * some readers of the PDF stop at that place. */
static gboolean
is_collapsed_space (const char *text, const PangoGlyphItem *run, int i)
{
  const char *at = text + run->item->offset + run->glyphs->log_clusters[i];

  return run->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY &&
         (*at == ' ' || g_str_has_prefix (at, "\342\200\213"));
}

static gboolean
has_collapsed_space (const char *text, const PangoGlyphItem *run)
{
  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    if (is_collapsed_space (text, run, i))
      return TRUE;
  return FALSE;
}

double
wijk_picture_style_get_font_size (const WijkPictureStyle *style)
{
  const PangoFontDescription *font = pango_context_get_font_description (style->context);
  double size = font ? pango_font_description_get_size (font) / (double) PANGO_SCALE : 0;
  double resolution = pango_cairo_context_get_resolution (style->context);

  if (style->font_size > 0)
    return style->font_size;
  if (size <= 0)
    return 14;
  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * (resolution > 0 ? resolution : 96) / 72;
}

PangoLayout *
wijk_picture_create_text (const WijkPictureStyle *style,
                          const char *text,
                          double scale,
                          PangoWeight weight,
                          double width,
                          int max_lines)
{
  PangoLayout *layout = pango_layout_new (style->context);
  const PangoFontDescription *own = pango_context_get_font_description (style->context);
  PangoFontDescription *font =
      own ? pango_font_description_copy (own) : pango_font_description_new ();
  double size = wijk_picture_style_get_font_size (style) * scale;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text ? text : "", -1);
  if (text && max_lines > 0 && strlen (text) > MAX_SHORT) /* it would end in an ellipsis anyway */
    pango_layout_set_text (
        layout, text, (int) (g_utf8_find_prev_char (text, text + MAX_SHORT) - text));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int) (MIN (width, 100000) * PANGO_SCALE));
  if (max_lines > 0)
    {
      pango_layout_set_height (layout, -max_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

void
wijk_picture_measure_text (PangoLayout *layout, double *width, double *height)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (width)
    *width = w / (double) PANGO_SCALE;
  if (height)
    *height = h / (double) PANGO_SCALE;
}

void
wijk_picture_show_run (cairo_t *cr, const char *text, PangoGlyphItem *run)
{
  PangoGlyphItem *copy;
  PangoGlyphString *space;

  if (!has_collapsed_space (text, run))
    {
      pango_cairo_show_glyph_item (cr, text, run);
      return;
    }
  copy = pango_glyph_item_copy (run);
  space = pango_glyph_string_new ();
  pango_shape (" ", 1, &run->item->analysis, space);
  for (int i = 0; i < copy->glyphs->num_glyphs; i++)
    if (is_collapsed_space (text, run, i) && space->num_glyphs > 0)
      copy->glyphs->glyphs[i].glyph = space->glyphs[0].glyph;
  pango_cairo_show_glyph_item (cr, text, copy);
  pango_glyph_string_free (space);
  pango_glyph_item_free (copy);
}

void
wijk_picture_show_text (cairo_t *cr, PangoLayout *layout, double x, double y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  const char *text = pango_layout_get_text (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      double base = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
      PangoRectangle extents;
      int at;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      at = extents.x;
      for (GSList *run = line->runs; run; run = run->next)
        {
          PangoGlyphItem *item = run->data;

          cairo_move_to (cr, x + at / (double) PANGO_SCALE, y + base);
          wijk_picture_show_run (cr, text, item);
          at += pango_glyph_string_get_width (item->glyphs);
        }
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  cairo_new_path (cr);
}

void
wijk_picture_round_rect (cairo_t *cr, const WijkPictureRect *rect, double radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2);
  double right = rect->x + rect->width, bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, rect->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI / 2);
  cairo_arc (cr, rect->x + r, bottom - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

GPtrArray *
wijk_picture_table_new (void)
{
  return g_ptr_array_new_with_free_func (free_row);
}

void
wijk_picture_table_add (GPtrArray *table, const char *first, ...)
{
  GStrvBuilder *row = g_strv_builder_new ();
  va_list rest;

  va_start (rest, first);
  for (const char *cell = first; cell; cell = va_arg (rest, const char *))
    g_strv_builder_add (row, cell);
  va_end (rest);
  g_ptr_array_add (table, g_strv_builder_unref_to_strv (row));
}
