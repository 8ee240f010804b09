/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-layout.h"
#include "wijk-scan-place.h"

#define A4_WIDTH 595.0
#define A4_HEIGHT 842.0
#define A3_WIDTH 1191.0

#define assert_near(a, b) g_assert_cmpfloat_with_epsilon ((a), (b), 0.001)

/* Three pages: A4, A3 on its side, A4; at one pixel a point. */
static WijkPdfLayout *
new_column (void)
{
  WijkPdfLayout *layout = wijk_pdf_layout_new ();

  wijk_pdf_layout_add_page (layout, A4_WIDTH, A4_HEIGHT);
  wijk_pdf_layout_add_page (layout, A3_WIDTH, A4_HEIGHT);
  wijk_pdf_layout_add_page (layout, A4_WIDTH, A4_HEIGHT);
  wijk_pdf_layout_set_zoom (layout, 1);

  return layout;
}

static void
test_places (void)
{
  g_autoptr (WijkPdfLayout) layout = new_column ();
  WijkPdfRectangle first, second;
  double width, height;

  wijk_pdf_layout_set_width (layout, 2000);
  first = wijk_pdf_layout_get_page (layout, 0);
  second = wijk_pdf_layout_get_page (layout, 1);
  assert_near (first.x, (2000 - A4_WIDTH) / 2);
  assert_near (first.y, 12);
  assert_near (second.y, first.y + A4_HEIGHT + 12);
  assert_near (second.width, A3_WIDTH);

  wijk_pdf_layout_get_size (layout, &width, &height);
  assert_near (width, 2000);
  assert_near (height, 3 * A4_HEIGHT + 4 * 12);

  /* narrower than the widest page: the column is as wide as that and its margins */
  wijk_pdf_layout_set_width (layout, 360);
  wijk_pdf_layout_get_size (layout, &width, &height);
  assert_near (width, A3_WIDTH + 24);
}

static void
test_empty (void)
{
  g_autoptr (WijkPdfLayout) layout = wijk_pdf_layout_new ();
  WijkPdfPlace place;
  double width, height;
  guint first = 7, last = 7;

  wijk_pdf_layout_get_size (layout, &width, &height);
  assert_near (height, 0);
  g_assert_false (wijk_pdf_layout_find_visible (layout, 0, 1000, &first, &last));
  g_assert_cmpuint (wijk_pdf_layout_find_current (layout, 0, 1000), ==, 0);
  place = wijk_pdf_layout_to_place (layout, 10, 10);
  g_assert_cmpuint (place.page, ==, 0);
}

static void
test_visible (void)
{
  g_autoptr (WijkPdfLayout) layout = new_column ();
  static const struct
  {
    double y, height;
    guint first, last, current;
  } cases[] = {
    { 0, 100, 0, 0, 0 },    { 0, 866, 0, 1, 0 }, /* to where the second begins */
    { 0, 5000, 0, 2, 0 },                        /* all of it */
    { 853, 100, 0, 1, 1 },                       /* the last line of the first */
    { 855, 100, 1, 1, 1 },                       /* the gap above the second */
    { 1000, 400, 1, 1, 1 }, { 1400, 600, 1, 2, 1 },
    { 1600, 600, 1, 2, 2 }, /* the third covers the upper third */
    { 2074, 500, 2, 2, 2 }, /* the end */
    { 9999, 100, 2, 2, 2 }, /* beyond it */
    { -50, 100, 0, 0, 0 },  /* before it */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint first, last;

      g_test_message ("case %u", i);
      g_assert_true (
          wijk_pdf_layout_find_visible (layout, cases[i].y, cases[i].height, &first, &last));
      g_assert_cmpuint (first, ==, cases[i].first);
      g_assert_cmpuint (last, ==, cases[i].last);
      g_assert_cmpuint (
          wijk_pdf_layout_find_current (layout, cases[i].y, cases[i].height), ==, cases[i].current);
    }
}

/* The binary search finds what going over all pages finds. */
static void
test_find_in_many (void)
{
  g_autoptr (WijkPdfLayout) layout = wijk_pdf_layout_new ();
  guint expected = 0;
  double width, height;

  for (guint i = 0; i < 1000; i++)
    wijk_pdf_layout_add_page (layout, 300 + i % 7 * 50, 200 + i % 11 * 80);
  wijk_pdf_layout_set_zoom (layout, 0.7);
  wijk_pdf_layout_get_size (layout, &width, &height);

  for (double y = 0; y < height; y += 37)
    {
      while (expected + 1 < 1000 && wijk_pdf_layout_get_page (layout, expected + 1).y <= y)
        expected++;
      g_assert_cmpuint (wijk_pdf_layout_to_place (layout, 0, y).page, ==, expected);
    }
}

/* What is under the pointer stays under it whatever the zoom. */
static void
test_zoom_to_point (void)
{
  g_autoptr (WijkPdfLayout) layout = new_column ();
  static const double zooms[] = { 0.2, 0.5, 1, 1.25, 3, 8 };

  wijk_pdf_layout_set_width (layout, 800);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    for (double y = -20; y < 2600; y += 130)
      {
        WijkPdfPlace before, after;
        double x_then, y_then;

        wijk_pdf_layout_set_zoom (layout, 1);
        before = wijk_pdf_layout_to_place (layout, 321, y);
        wijk_pdf_layout_set_zoom (layout, zooms[i]);
        wijk_pdf_layout_from_place (layout, &before, &x_then, &y_then);
        after = wijk_pdf_layout_to_place (layout, x_then, y_then);
        if (before.y >= 0 && before.y <= A4_HEIGHT)
          {
            g_assert_cmpuint (after.page, ==, before.page);
            assert_near (after.x, before.x);
            assert_near (after.y, before.y);
          }
      }
}

static void
test_fit (void)
{
  g_autoptr (WijkPdfLayout) layout = new_column ();

  assert_near (wijk_pdf_layout_find_zoom (layout, WIJK_PDF_FIT_NONE, 500, 500), 1);
  assert_near (wijk_pdf_layout_find_zoom (layout, WIJK_PDF_FIT_WIDTH, A3_WIDTH * 4 + 24, 500), 4);
  assert_near (wijk_pdf_layout_find_zoom (layout, WIJK_PDF_FIT_NICE, A3_WIDTH * 4 + 24, 500), 2);
  assert_near (wijk_pdf_layout_find_zoom (layout, WIJK_PDF_FIT_NICE, A3_WIDTH / 2 + 24, 500), 0.5);
  assert_near (wijk_pdf_layout_find_zoom (layout, WIJK_PDF_FIT_PAGE, 4000, A4_HEIGHT / 2 + 24),
               0.5);
  /* a view of no size at all */
  assert_near (wijk_pdf_layout_find_zoom (layout, WIJK_PDF_FIT_PAGE, 0, 0),
               WIJK_PDF_LAYOUT_MIN_ZOOM);

  wijk_pdf_layout_set_zoom (layout, 1000);
  assert_near (wijk_pdf_layout_get_zoom (layout), WIJK_PDF_LAYOUT_MAX_ZOOM);
}

static void
test_scan_place (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "10.0 20.5 100.0 30.0", TRUE },
    { "10 20 100 30", TRUE },
    { "", FALSE },
    { NULL, FALSE },
    { "10.0 20.5 100.0", FALSE },
    { "10.0 20.5 100.0 30.0 7", FALSE },
    { "10.0 20.5 100.0 30.0;", FALSE },
    { "10,0 20,5 100,0 30,0", FALSE },
    { "1e300 0 1 1", FALSE },
    { "nan 0 1 1", FALSE },
    { "0 0 0 10", FALSE },
    { "0 0 10 -1", FALSE },
  };
  const WijkPdfRectangle area = { 12.34, 0, 595.04, 7.25 };
  WijkPdfRectangle read;
  g_autofree char *text = wijk_scan_place_format (&area);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text != NULL ? cases[i].text : "NULL");
      g_assert_cmpint (wijk_scan_place_parse (cases[i].text, &read), ==, cases[i].valid);
    }
  g_assert_true (wijk_scan_place_parse (text, &read));
  g_assert_cmpfloat_with_epsilon (read.x, area.x, 0.06);
  g_assert_cmpfloat_with_epsilon (read.width, area.width, 0.06);
  g_assert_cmpfloat_with_epsilon (read.height, area.height, 0.06);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-layout/places", test_places);
  g_test_add_func ("/pdf-layout/empty", test_empty);
  g_test_add_func ("/pdf-layout/visible", test_visible);
  g_test_add_func ("/pdf-layout/find-in-many", test_find_in_many);
  g_test_add_func ("/pdf-layout/zoom-to-point", test_zoom_to_point);
  g_test_add_func ("/pdf-layout/fit", test_fit);

  g_test_add_func ("/ui/scan-place", test_scan_place);

  return g_test_run ();
}
