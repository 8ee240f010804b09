/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-view-text.h"

#define WIDTH 6.0
#define HEIGHT 10.0
#define LEADING 14.0

/* Lines of characters as wide as each other; a line end has no place. */
static WijkPdfText *
new_text (const char *text)
{
  WijkPdfText *self = g_new0 (WijkPdfText, 1);
  double x = 0, y = 0;
  guint i = 0;

  self->text = g_strdup (text);
  self->n_characters = (guint) g_utf8_strlen (text, -1);
  self->rectangles = g_new0 (WijkPdfRectangle, self->n_characters);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c), i++)
    {
      if (*c != '\n')
        {
          self->rectangles[i] = (WijkPdfRectangle) { x, y, WIDTH, HEIGHT };
          x += WIDTH;
          continue;
        }
      x = 0;
      y += LEADING;
    }

  return self;
}

static void
test_position (void)
{
  g_autoptr (WijkPdfText) text = new_text ("één wijk\nvoor ons");
  static const struct
  {
    double x, y;
    guint position;
  } cases[] = {
    { -50, -50, 0 },  { 2, 5, 0 },   { 4, 5, 1 },
    { 47, 5, 8 },     { 400, 5, 8 }, /* right of the first line */
    { 2, 19, 9 },                    /* the second begins after the line end */
    { 400, 400, 17 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (
        wijk_pdf_text_find_position (text, cases[i].x, cases[i].y), ==, cases[i].position);
}

static void
test_no_place (void)
{
  g_autoptr (WijkPdfText) text = new_text ("\n\n");
  g_autoptr (GArray) lines = wijk_pdf_text_dup_rectangles (text, 0, 2);

  g_assert_cmpuint (wijk_pdf_text_find_position (text, 10, 10), ==, 0);
  g_assert_cmpuint (lines->len, ==, 0);
}

static void
test_word (void)
{
  g_autoptr (WijkPdfText) text = new_text ("één wijk, voor ons");
  guint from, to;

  wijk_pdf_text_find_word (text, 6, &from, &to);
  g_assert_cmpuint (from, ==, 4);
  g_assert_cmpuint (to, ==, 8);
  wijk_pdf_text_find_word (text, 0, &from, &to);
  g_assert_cmpuint (from, ==, 0);
  g_assert_cmpuint (to, ==, 3);
  wijk_pdf_text_find_word (text, 9, &from, &to);
  g_assert_cmpuint (from, ==, to);
  wijk_pdf_text_find_word (text, 999, &from, &to);
  g_assert_cmpuint (to, ==, 18);
}

static void
test_range (void)
{
  g_autoptr (WijkPdfText) text = new_text ("één wijk\nvoor ons");
  g_autoptr (GArray) lines = wijk_pdf_text_dup_rectangles (text, 4, 13);
  g_autofree char *words = wijk_pdf_text_dup_range (text, 4, 13);
  g_autofree char *end = wijk_pdf_text_dup_range (text, 14, G_MAXUINT);
  g_autofree char *none = wijk_pdf_text_dup_range (text, 9, 9);
  const WijkPdfRectangle *first, *second;

  g_assert_cmpstr (words, ==, "wijk\nvoor");
  g_assert_cmpstr (end, ==, "ons");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpuint (lines->len, ==, 2);
  first = &g_array_index (lines, WijkPdfRectangle, 0);
  second = &g_array_index (lines, WijkPdfRectangle, 1);
  g_assert_cmpfloat (first->x, ==, 4 * WIDTH);
  g_assert_cmpfloat (first->width, ==, 4 * WIDTH);
  g_assert_cmpfloat (second->y, ==, LEADING);
  g_assert_cmpfloat (second->width, ==, 4 * WIDTH);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-text/position", test_position);
  g_test_add_func ("/pdf-text/no-place", test_no_place);
  g_test_add_func ("/pdf-text/word", test_word);
  g_test_add_func ("/pdf-text/range", test_range);

  return g_test_run ();
}
