/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample-pdf.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89

static char *
make_path (const char *name)
{
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  return g_build_filename (g_get_user_data_dir (), name, NULL);
}

static void
finish (cairo_t *cr, cairo_surface_t *surface)
{
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
draw_link (cairo_t *cr)
{
  cairo_tag_begin (cr, CAIRO_TAG_LINK, "rect=[100 200 150 20] uri='https://www.leiden.nl/wijk'");
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_plan_page (cairo_t *cr, cairo_surface_t *surface, guint page)
{
  g_autofree char *text = g_strdup_printf ("Bladzijde %u van het wijkplan", page + 1);
  g_autofree char *label = page < 2 ? g_strnfill (page + 1, 'i') : g_strdup_printf ("%u", page - 1);
  g_autofree char *target = g_strdup_printf ("page=%u pos=[0 0]", page + 1);
  static int chapter;

  cairo_pdf_surface_set_page_label (surface, label);
  if (page == 0)
    {
      chapter = cairo_pdf_surface_add_outline (
          surface, CAIRO_PDF_OUTLINE_ROOT, "Samenvatting", target, 0);
      draw_link (cr);
    }
  else if (page == 2)
    cairo_pdf_surface_add_outline (surface, chapter, "Wat we hoorden", target, 0);

  cairo_select_font_face (cr, "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size (cr, 14);
  cairo_move_to (cr, 100, 100);
  cairo_show_text (cr, text);
  cairo_move_to (cr, 100, 130);
  cairo_show_text (cr, "Een café aan het speel-");
  cairo_move_to (cr, 100, 146);
  cairo_show_text (cr, "plein in de wijk");
  cairo_show_page (cr);
}

char *
sample_pdf_new_plan (guint n_pages)
{
  char *path = make_path ("plan.pdf");
  cairo_surface_t *surface = cairo_pdf_surface_create (path, A4_WIDTH, A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Wijkplan Merenwijk");
  for (guint i = 0; i < n_pages; i++)
    draw_plan_page (cr, surface, i);
  finish (cr, surface);
  return path;
}

char *
sample_pdf_new_sheet (double width, double height)
{
  char *path = make_path ("sheet.pdf");
  cairo_surface_t *surface = cairo_pdf_surface_create (path, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_rectangle (cr, width / 2, height / 2, width / 2, height / 2);
  cairo_fill (cr);
  cairo_show_page (cr);
  finish (cr, surface);
  return path;
}

/* Objects numbered from 1, of which the first is the catalogue. */
static char *
new_from_objects (const char *name, const char *const *objects)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.7\n");
  g_autoptr (GString) table = g_string_new ("0000000000 65535 f \n");
  const guint n_objects = g_strv_length ((char **) objects);
  gsize start;

  for (guint i = 0; i < n_objects; i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  start = pdf->len;
  g_string_append_printf (
      pdf,
      "xref\n0 %u\n%strailer\n<</Size %u /Root 1 0 R>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
      n_objects + 1,
      table->str,
      n_objects + 1,
      start);
  return sample_pdf_new_with_contents (name, pdf->str, (gssize) pdf->len);
}

char *
sample_pdf_new_annotated (void)
{
  const char *const objects[] = {
    "<</Type /Catalog /Pages 2 0 R>>",
    "<</Type /Pages /Kids [3 0 R] /Count 1>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R"
    " /Resources <</Font <</F 5 0 R>>>>"
    " /Annots [6 0 R 7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 12 0 R]>>",
    "<</Length 52>>\nstream\nBT /F 20 Tf 50 300 Td (Meer groen in de wijk) Tj ET    \nendstream",
    "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    "<</Type /Annot /Subtype /Highlight /Rect [98 294 155 318]"
    " /QuadPoints [98 318 155 318 98 294 155 294] /Contents (Mooi gezegd)>>",
    "<</Type /Annot /Subtype /Text /Rect [300 350 320 370] /Contents (Navragen)>>",
    "<</Type /Annot /Subtype /Widget /FT /Tx /T (veld) /Rect [0 0 9 9]>>",
    "<</Type /Annot /Subtype /Link /Rect [10 10 60 30]"
    " /A <</S /URI /URI (http://wijk.example/)>>>>",
    "<</Type /Annot /Subtype /Link /Rect [10 40 60 60]"
    " /A <</S /URI /URI (mailto:wijk@leiden.example)>>>>",
    "<</Type /Annot /Subtype /Link /Rect [10 70 60 90] /A <</S /Launch /F (/bin/true)>>>>",
    "<</Type /Annot /Subtype /Link /Rect [10 100 60 120]"
    " /A <</S /URI /URI (javascript:alert\\(1\\))>>>>",
    NULL,
  };

  return new_from_objects ("annotated.pdf", objects);
}

char *
sample_pdf_new_with_hole (void)
{
  const char *const objects[] = {
    "<</Type /Catalog /Pages 2 0 R>>",
    "<</Type /Pages /Kids [3 0 R 9 0 R] /Count 2>>",
    "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300]>>",
    NULL,
  };

  return new_from_objects ("hole.pdf", objects);
}

char *
sample_pdf_new_encrypted (void)
{
  g_autofree char *plain = sample_pdf_new_plan (1);
  char *path = make_path ("encrypted.pdf");
  qpdf_data qpdf = qpdf_init ();

  g_assert_cmpint (qpdf_read (qpdf, plain, NULL), ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_init_write (qpdf, path), ==, QPDF_SUCCESS);
  qpdf_set_r6_encryption_parameters2 (qpdf,
                                      "geheim",
                                      "geheim",
                                      QPDF_TRUE,
                                      QPDF_TRUE,
                                      QPDF_TRUE,
                                      QPDF_TRUE,
                                      QPDF_TRUE,
                                      QPDF_TRUE,
                                      qpdf_r3p_full,
                                      QPDF_TRUE);
  g_assert_cmpint (qpdf_write (qpdf), ==, QPDF_SUCCESS);
  qpdf_cleanup (&qpdf);
  return path;
}

char *
sample_pdf_new_with_contents (const char *name, const char *contents, gssize length)
{
  char *path = make_path (name);

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  return path;
}
