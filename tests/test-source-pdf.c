/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real PDFs through the real reader. */

#include "config.h"

#include "reader-client.h"
#include "sample-pdf.h"

#include <math.h>
#include <string.h>

static guint32
pixel_at (GBytes *pixels, const WijkPdfTile *tile, guint x, guint y)
{
  const guint8 *bytes = g_bytes_get_data (pixels, NULL);
  guint32 pixel;

  memcpy (&pixel, bytes + 4 * ((gsize) y * tile->width + x), sizeof pixel);
  return pixel;
}

static void
test_open (void)
{
  g_autofree char *path = sample_pdf_new_plan (5);
  WijkPdf *pdf = open_pdf (path);
  double width, height;

  g_assert_cmpstr (wijk_pdf_get_name (pdf), ==, "plan.pdf");
  g_assert_cmpstr (wijk_pdf_get_title (pdf), ==, "Wijkplan Merenwijk");
  g_assert_cmpuint (wijk_pdf_get_n_pages (pdf), ==, 5);
  g_assert_cmpstr (wijk_pdf_get_page_label (pdf, 1), ==, "ii");
  g_assert_cmpstr (wijk_pdf_get_page_label (pdf, 4), ==, "3");
  g_assert_cmpint (wijk_pdf_find_page_label (pdf, "2"), ==, 3);
  g_assert_cmpint (wijk_pdf_find_page_label (pdf, "xi"), ==, -1);
  wijk_pdf_get_page_size (pdf, 4, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.276, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 0.01);
  g_assert_false (wijk_pdf_is_killed (pdf));

  g_assert_finalize_object (pdf);
}

static void
test_many_pages (void)
{
  g_autofree char *path = sample_pdf_new_plan (5000); /* more than one answer can hold */
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GBytes) pixels = NULL;

  g_assert_cmpuint (wijk_pdf_get_n_pages (pdf), ==, 5000);
  g_assert_cmpstr (wijk_pdf_get_page_label (pdf, 4999), ==, "4998");
  pixels = render_page (pdf, 4999, 1);
}

static void
test_render (void)
{
  g_autofree char *path = sample_pdf_new_sheet (200, 100);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  const WijkPdfTile whole = { 0, 0, 400, 200 };
  const WijkPdfTile corner = { 390, 190, 10, 10 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = render (pdf, 0, 2, &whole, &error);
  g_autoptr (GBytes) part = render (pdf, 0, 2, &corner, &error);
  g_autoptr (GBytes) again = render (pdf, 0, 2, &whole, &error);
  g_autoptr (GBytes) cached = wijk_pdf_dup_cached (pdf, 0, 2, &corner);
  g_autoptr (GBytes) other = wijk_pdf_dup_cached (pdf, 0, 1.9, &whole);

  g_assert_no_error (error);
  g_assert_cmphex (pixel_at (pixels, &whole, 10, 10), ==, 0xffffffff);
  g_assert_cmphex (pixel_at (pixels, &whole, 390, 10), ==, 0xffffffff);
  g_assert_cmphex (pixel_at (pixels, &whole, 390, 190), ==, 0xffff0000);
  g_assert_cmphex (pixel_at (part, &corner, 5, 5), ==, 0xffff0000);
  g_assert_true (again == pixels);
  g_assert_true (cached == part);
  g_assert_null (other);
}

/* All tiles of a large page together cover it once, and no more. */
static void
test_tiles (void)
{
  g_autofree char *path = sample_pdf_new_sheet (2400, 1600);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  const double scale = wijk_pdf_fit_scale (pdf, 0, 50);
  guint n_tiles, one;
  g_autofree WijkPdfTile *tiles = wijk_pdf_dup_tiles (pdf, 0, scale, &n_tiles);
  g_autofree WijkPdfTile *small = wijk_pdf_dup_tiles (pdf, 0, 1, &one);
  const double n_pixels = ceil (2400 * scale) * ceil (1600 * scale);
  guint64 covered = 0;

  g_assert_cmpuint (one, ==, 1);
  g_assert_cmpuint (n_tiles, >, 9);
  g_assert_cmpfloat (n_pixels, <=, 40e6);
  g_assert_cmpfloat (n_pixels, >, 39e6);
  g_assert_cmpfloat (wijk_pdf_fit_scale (pdf, 0, 50), ==, wijk_pdf_fit_scale (pdf, 0, scale));

  for (guint i = 0; i < n_tiles; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pixels = render (pdf, 0, 50, &tiles[i], &error);
      const gboolean is_red = tiles[i].x + tiles[i].width / 2 > 1200 * scale &&
                              tiles[i].y + tiles[i].height / 2 > 800 * scale;

      g_assert_no_error (error);
      covered += (guint64) tiles[i].width * tiles[i].height;
      g_assert_cmphex (pixel_at (pixels, &tiles[i], tiles[i].width / 2, tiles[i].height / 2),
                       ==,
                       is_red ? 0xffff0000 : 0xffffffff);
    }
  g_assert_cmpfloat (covered, ==, n_pixels);
}

static void
test_text (void)
{
  g_autofree char *path = sample_pdf_new_plan (2);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkPdfText) text = get_text (pdf, 1, &error);
  const char *found;
  guint at;

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text->text, "Bladzijde 2 van het wijkplan\n"));
  g_assert_cmpuint (text->n_characters, ==, g_utf8_strlen (text->text, -1));

  found = strstr (text->text, "café");
  g_assert_nonnull (found);
  at = (guint) g_utf8_pointer_to_offset (text->text, found);
  g_assert_cmpfloat (text->rectangles[at].x, >, 110);
  g_assert_cmpfloat (text->rectangles[at].y, <, 130); /* from the top */
  g_assert_cmpfloat (text->rectangles[at].y + text->rectangles[at].height, >, 130 - 14);
  g_assert_cmpfloat (text->rectangles[at].width, >, 3);
}

static void
test_find (void)
{
  static const struct
  {
    const char *needle;
    guint n_matches;
    guint n_rectangles; /* of the first */
  } cases[] = {
    { "wijk", 2, 1 },       { "WIJKPLAN", 1, 1 }, { "cafe", 1, 1 }, /* without its accent */
    { "speelplein", 1, 2 },                                         /* over the end of a line */
    { "zwembad", 0, 0 },
  };
  g_autofree char *path = sample_pdf_new_plan (1);
  g_autoptr (WijkPdf) pdf = open_pdf (path);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) matches = find_text (pdf, 0, cases[i].needle, &error);

      g_test_message ("%s", cases[i].needle);
      g_assert_no_error (error);
      g_assert_cmpuint (matches->len, ==, cases[i].n_matches);
      if (matches->len > 0)
        {
          const WijkPdfMatch *match = matches->pdata[0];

          g_assert_cmpuint (match->n_rectangles, ==, cases[i].n_rectangles);
          g_assert_cmpfloat (match->rectangles[0].y, >, 80);
          g_assert_cmpfloat (match->rectangles[0].y, <, 150);
        }
    }
}

static void
test_find_long_needle (void)
{
  g_autofree char *path = sample_pdf_new_plan (1);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autofree char *signs = g_strnfill (254, 'x');
  g_autofree char *needle = g_strconcat (signs, "é en meer", NULL); /* byte 255 is half a sign */
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = find_text (pdf, 0, needle, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (matches->len, ==, 0);
}

static void
test_outline (void)
{
  g_autofree char *path = sample_pdf_new_plan (3);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = get_outline (pdf, &error);
  const WijkPdfOutlineItem *item;

  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 2);
  item = items->pdata[0];
  g_assert_cmpstr (item->title, ==, "Samenvatting");
  g_assert_cmpuint (item->depth, ==, 0);
  g_assert_cmpint (item->page, ==, 0);
  item = items->pdata[1];
  g_assert_cmpstr (item->title, ==, "Wat we hoorden");
  g_assert_cmpuint (item->depth, ==, 1);
  g_assert_cmpint (item->page, ==, 2);
}

static void
test_no_outline (void)
{
  g_autofree char *path = sample_pdf_new_sheet (200, 200);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = get_outline (pdf, &error);
  g_autoptr (WijkPdfText) text = get_text (pdf, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (items->len, ==, 0);
  g_assert_cmpuint (text->n_characters, ==, 0);
  g_assert_cmpstr (wijk_pdf_get_title (pdf), ==, "");
  g_assert_cmpstr (wijk_pdf_get_page_label (pdf, 0), ==, "1");
}

static void
test_links (void)
{
  g_autofree char *plan = sample_pdf_new_plan (1);
  g_autofree char *annotated = sample_pdf_new_annotated ();
  g_autoptr (WijkPdf) first = open_pdf (plan);
  g_autoptr (WijkPdf) second = open_pdf (annotated);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) one = get_links (first, 0, &error);
  g_autoptr (GPtrArray) two = get_links (second, 0, &error);
  const WijkPdfLink *link;

  g_assert_no_error (error);
  g_assert_cmpuint (one->len, ==, 1);
  link = one->pdata[0];
  g_assert_cmpstr (link->uri, ==, "https://www.leiden.nl/wijk");
  g_assert_cmpfloat_with_epsilon (link->area.x, 100, 1);
  g_assert_cmpfloat_with_epsilon (link->area.y, 200, 1);
  g_assert_cmpfloat_with_epsilon (link->area.width, 150, 1);
  g_assert_cmpfloat_with_epsilon (link->area.height, 20, 1);

  /* Of four links, the one that starts a program and the one that runs a script are left out. */
  g_assert_cmpuint (two->len, ==, 2);
  for (guint i = 0; i < two->len; i++)
    {
      link = two->pdata[i];
      g_assert_true (g_str_equal (link->uri, "http://wijk.example/") ||
                     g_str_equal (link->uri, "mailto:wijk@leiden.example"));
    }
}

static void
test_annotations (void)
{
  g_autofree char *path = sample_pdf_new_annotated ();
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) annotations = get_annotations (pdf, 0, &error);
  gboolean has_mark = FALSE, has_note = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (annotations->len, ==, 2);
  for (guint i = 0; i < annotations->len; i++)
    {
      const WijkPdfAnnotation *annotation = annotations->pdata[i];

      if (annotation->kind == WIJK_PDF_ANNOTATION_MARK)
        {
          has_mark = TRUE;
          g_assert_cmpstr (annotation->contents, ==, "Mooi gezegd");
          g_assert_cmpstr (annotation->quote, ==, "groen");
          g_assert_cmpuint (annotation->n_rectangles, ==, 1);
          g_assert_cmpfloat_with_epsilon (annotation->rectangles[0].x, 98, 0.5);
          g_assert_cmpfloat_with_epsilon (annotation->rectangles[0].y, 400 - 318, 0.5);
        }
      else
        {
          has_note = TRUE;
          g_assert_cmpint (annotation->kind, ==, WIJK_PDF_ANNOTATION_NOTE);
          g_assert_cmpstr (annotation->contents, ==, "Navragen");
          g_assert_cmpstr (annotation->quote, ==, "");
        }
    }
  g_assert_true (has_mark && has_note);
}

static void
test_missing_page (void)
{
  g_autofree char *path = sample_pdf_new_with_hole ();
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  const WijkPdfTile tile = { 0, 0, 300, 300 };
  g_autoptr (GError) no_pixels = NULL;
  g_autoptr (GError) no_text = NULL;
  g_autoptr (GBytes) first = render_page (pdf, 0, 1);
  double width;

  g_assert_cmpuint (wijk_pdf_get_n_pages (pdf), ==, 2);
  wijk_pdf_get_page_size (pdf, 1, &width, NULL);
  g_assert_cmpfloat_with_epsilon (width, 595.276, 0.01);

  g_assert_null (render (pdf, 1, 1, &tile, &no_pixels));
  g_assert_error (no_pixels, WIJK_PDF_ERROR, WIJK_PDF_ERROR_DAMAGED);
  g_assert_cmpstr (no_pixels->message, ==, "Page 2 of “hole.pdf” is missing or damaged.");
  g_assert_null (get_text (pdf, 1, &no_text));
  g_assert_error (no_text, WIJK_PDF_ERROR, WIJK_PDF_ERROR_DAMAGED);
  g_assert_false (wijk_pdf_is_killed (pdf));
}

static void
test_refused (void)
{
  g_autofree char *encrypted = sample_pdf_new_encrypted ();
  g_autofree char *text = sample_pdf_new_with_contents ("notes.pdf", "Gewoon een brief.", -1);
  g_autofree char *missing = g_build_filename (g_get_user_data_dir (), "none.pdf", NULL);
  const struct
  {
    const char *path;
    GQuark domain;
    int code;
    const char *message;
  } cases[] = {
    { text, WIJK_PDF_ERROR, WIJK_PDF_ERROR_NOT_PDF, "“notes.pdf” is not a PDF file." },
    { encrypted,
      WIJK_PDF_ERROR,
      WIJK_PDF_ERROR_ENCRYPTED,
      "“encrypted.pdf” asks for a password. Save it without one first." },
    { missing,
      G_IO_ERROR,
      G_IO_ERROR_NOT_FOUND,
      "“none.pdf” cannot be read: No such file or directory" },
    { g_get_user_data_dir (), G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkReader *reader = wijk_reader_new (NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (try_open (reader, cases[i].path, &error));
      g_assert_error (error, cases[i].domain, cases[i].code);
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_finalize_object (reader);
    }
}

/* Whatever is wrong with a file, there is an answer, and it is one of ours. */
static void
read_all_of (const char *path)
{
  g_autoptr (WijkReader) reader = wijk_reader_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkPdf) pdf = try_open (reader, path, &error);
  const WijkPdfTile tile = { 0, 0, 5, 5 };

  if (pdf == NULL)
    {
      g_assert_true (error->domain == WIJK_PDF_ERROR);
      return;
    }

  for (guint page = 0; page < MIN (wijk_pdf_get_n_pages (pdf), 3); page++)
    {
      g_autoptr (GBytes) pixels = render (pdf, page, 1, &tile, NULL);
      g_autoptr (WijkPdfText) text = get_text (pdf, page, NULL);
      g_autoptr (GPtrArray) links = get_links (pdf, page, NULL);
      g_autoptr (GPtrArray) annotations = get_annotations (pdf, page, NULL);
      g_autoptr (GPtrArray) outline = get_outline (pdf, NULL);
    }
}

static void
test_mutated (void)
{
  g_autofree char *plan = sample_pdf_new_plan (3);
  g_autofree char *annotated = sample_pdf_new_annotated ();
  const char *const paths[] = { plan, annotated };
  g_autoptr (GRand) dice = g_rand_new_with_seed (412);

  for (gsize i = 0; i < 80; i++)
    {
      g_autofree char *contents = NULL;
      g_autofree char *mutant = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (paths[i % 2], &contents, &length, NULL));
      for (gsize n = 0; n < 1 + i / 2; n++)
        contents[g_rand_int_range (dice, 0, (gint32) length)] = (char) g_rand_int (dice);
      mutant = sample_pdf_new_with_contents ("mutant.pdf", contents, (gssize) length);
      read_all_of (mutant);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/source/pdf/open", test_open);
  g_test_add_func ("/source/pdf/many-pages", test_many_pages);
  g_test_add_func ("/source/pdf/render", test_render);
  g_test_add_func ("/source/pdf/tiles", test_tiles);
  g_test_add_func ("/source/pdf/text", test_text);
  g_test_add_func ("/source/pdf/find", test_find);
  g_test_add_func ("/source/pdf/find-long-needle", test_find_long_needle);
  g_test_add_func ("/source/pdf/outline", test_outline);
  g_test_add_func ("/source/pdf/no-outline", test_no_outline);
  g_test_add_func ("/source/pdf/links", test_links);
  g_test_add_func ("/source/pdf/annotations", test_annotations);
  g_test_add_func ("/source/pdf/missing-page", test_missing_page);
  g_test_add_func ("/source/pdf/refused", test_refused);
  g_test_add_func ("/source/pdf/mutated", test_mutated);

  return g_test_run ();
}
