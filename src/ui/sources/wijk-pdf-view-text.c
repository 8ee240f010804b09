/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-view-text.h"

#include <math.h>

/* A line counts for more than a column: a place right of a line belongs to that line. */
#define LINE_WEIGHT 4.0

static gboolean
has_place (const WijkPdfRectangle *area)
{
  return area->width > 0 && area->height > 0;
}

static double
get_distance (const WijkPdfRectangle *area, double x, double y)
{
  const double across = MAX (0, MAX (area->x - x, x - area->x - area->width));
  const double down = MAX (0, MAX (area->y - y, y - area->y - area->height));

  return across + LINE_WEIGHT * down;
}

guint
wijk_pdf_text_find_position (const WijkPdfText *self, double x, double y)
{
  double nearest = INFINITY;
  guint position = 0;

  for (guint i = 0; i < self->n_characters; i++)
    {
      const WijkPdfRectangle *area = &self->rectangles[i];
      const double distance = has_place (area) ? get_distance (area, x, y) : INFINITY;

      if (distance < nearest)
        {
          nearest = distance;
          position = x > area->x + area->width / 2 ? i + 1 : i;
        }
    }

  return position;
}

static gboolean
is_in_word (gunichar character)
{
  return g_unichar_isalnum (character) || g_unichar_ismark (character) || character == '\'' ||
         character == 0x2019;
}

void
wijk_pdf_text_find_word (const WijkPdfText *self, guint position, guint *from, guint *to)
{
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (self->text, -1, NULL);

  *from = *to = MIN (position, self->n_characters);
  while (*to < self->n_characters && is_in_word (characters[*to]))
    (*to)++;
  while (*from > 0 && is_in_word (characters[*from - 1]))
    (*from)--;
}

/* Whether @area goes on where @line is. */
static gboolean
is_on_line (const WijkPdfRectangle *line, const WijkPdfRectangle *area)
{
  const double middle = area->y + area->height / 2;

  return middle > line->y && middle < line->y + line->height && area->x >= line->x - area->height &&
         area->x <= line->x + line->width + 2 * area->height;
}

static void
extend_line (WijkPdfRectangle *line, const WijkPdfRectangle *area)
{
  const double right = MAX (line->x + line->width, area->x + area->width);
  const double bottom = MAX (line->y + line->height, area->y + area->height);

  line->x = MIN (line->x, area->x);
  line->y = MIN (line->y, area->y);
  line->width = right - line->x;
  line->height = bottom - line->y;
}

GArray *
wijk_pdf_text_dup_rectangles (const WijkPdfText *self, guint from, guint to)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (WijkPdfRectangle));

  for (guint i = from; i < MIN (to, self->n_characters); i++)
    {
      const WijkPdfRectangle *area = &self->rectangles[i];
      WijkPdfRectangle *line =
          lines->len > 0 ? &g_array_index (lines, WijkPdfRectangle, lines->len - 1) : NULL;

      if (!has_place (area))
        continue;
      if (line != NULL && is_on_line (line, area))
        extend_line (line, area);
      else
        g_array_append_val (lines, *area);
    }

  return lines;
}

char *
wijk_pdf_text_dup_range (const WijkPdfText *self, guint from, guint to)
{
  to = MIN (to, self->n_characters);
  if (from >= to)
    return g_strdup ("");

  return g_utf8_substring (self->text, from, to);
}
