/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "publish-sample.h"
#include "wijk-pdf-check.h"
#include "wijk-pdf-content.h"
#include "wijk-pdf-finish.h"

#include <cairo-pdf.h>
#include <qpdf/qpdf-c.h>
#include <string.h>

/* Breaks one promise of a finished PDF. */
typedef void (*Break) (qpdf_data pdf, qpdf_oh root);

static qpdf_oh
get (qpdf_data pdf, qpdf_oh dict, const char *key)
{
  return qpdf_oh_get_key (pdf, dict, key);
}

/* The first element of a type in the tree, as it is read. */
static qpdf_oh
find_element (qpdf_data pdf, qpdf_oh element, const char *type)
{
  qpdf_oh children = get (pdf, element, "/K"), found = qpdf_oh_new_null (pdf);

  if (qpdf_oh_is_dictionary (pdf, children))
    {
      qpdf_oh list = qpdf_oh_new_array (pdf);

      qpdf_oh_append_item (pdf, list, children);
      children = list;
    }
  for (int i = 0; qpdf_oh_is_array (pdf, children) &&
                  i < qpdf_oh_get_array_n_items (pdf, children) && qpdf_oh_is_null (pdf, found);
       i++)
    {
      qpdf_oh child = qpdf_oh_get_array_item (pdf, children, i);

      if (!qpdf_oh_is_dictionary (pdf, child) || !qpdf_oh_has_key (pdf, child, "/S"))
        continue;
      if (strcmp (qpdf_oh_get_name (pdf, get (pdf, child, "/S")), type) == 0)
        return child;
      found = find_element (pdf, child, type);
    }
  return found;
}

static void
remove_from (qpdf_data pdf, qpdf_oh root, const char *type, const char *key)
{
  qpdf_oh element = find_element (pdf, get (pdf, root, "/StructTreeRoot"), type);

  g_assert_true (qpdf_oh_is_dictionary (pdf, element));
  qpdf_oh_remove_key (pdf, element, key);
}

static void
rename_element (qpdf_data pdf, qpdf_oh root, const char *type, const char *name)
{
  qpdf_oh element = find_element (pdf, get (pdf, root, "/StructTreeRoot"), type);

  g_assert_true (qpdf_oh_is_dictionary (pdf, element));
  qpdf_oh_replace_key (pdf, element, "/S", qpdf_oh_new_name (pdf, name));
}

static qpdf_oh
get_link (qpdf_data pdf)
{
  for (int i = 0; i < qpdf_get_num_pages (pdf); i++)
    {
      qpdf_oh list = get (pdf, qpdf_get_page_n (pdf, (size_t) i), "/Annots");

      if (qpdf_oh_is_array (pdf, list))
        return qpdf_oh_get_array_item (pdf, list, 0);
    }
  g_assert_not_reached ();
}

static void
break_language (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, root, "/Lang");
}

static void
break_title (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, get (pdf, qpdf_get_trailer (pdf), "/Info"), "/Title");
}

static void
break_marked (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, root, "/MarkInfo");
}

static void
break_window (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, root, "/ViewerPreferences");
}

static void
break_metadata (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, root, "/Metadata");
}

static void
break_profile (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, root, "/OutputIntents");
}

static void
break_labels (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, root, "/PageLabels");
}

static void
break_structure (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, root, "/StructTreeRoot");
}

static void
break_bookmarks (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, root, "/Outlines");
}

static void
break_tabs (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, qpdf_get_page_n (pdf, 3), "/Tabs");
}

static void
break_alt (qpdf_data pdf, qpdf_oh root)
{
  remove_from (pdf, root, "/Figure", "/Alt");
}

static void
break_box (qpdf_data pdf, qpdf_oh root)
{
  remove_from (pdf, root, "/Figure", "/A");
}

static void
break_scope (qpdf_data pdf, qpdf_oh root)
{
  remove_from (pdf, root, "/TH", "/A");
}

static void
break_numbering (qpdf_data pdf, qpdf_oh root)
{
  remove_from (pdf, root, "/L", "/A");
}

static void
break_first_heading (qpdf_data pdf, qpdf_oh root)
{
  rename_element (pdf, root, "/H1", "/H3");
}

static void
break_heading_order (qpdf_data pdf, qpdf_oh root)
{
  rename_element (pdf, root, "/H2", "/H4");
}

static void
break_empty_heading (qpdf_data pdf, qpdf_oh root)
{
  remove_from (pdf, root, "/H2", "/K");
}

static void
break_list (qpdf_data pdf, qpdf_oh root)
{
  rename_element (pdf, root, "/L", "/Sect");
}

static void
break_type (qpdf_data pdf, qpdf_oh root)
{
  rename_element (pdf, root, "/P", "/Tekst");
}

static void
break_row (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh row = find_element (pdf, get (pdf, root, "/StructTreeRoot"), "/TR");

  qpdf_oh_erase_item (pdf, get (pdf, row, "/K"), 0);
}

static void
break_contents (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, get_link (pdf), "/Contents");
}

static void
break_flags (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_remove_key (pdf, get_link (pdf), "/F");
}

static void
break_link_tag (qpdf_data pdf, qpdf_oh root)
{
  rename_element (pdf, root, "/Link", "/Span");
}

static void
break_font (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh fonts = get (pdf, get (pdf, qpdf_get_page_n (pdf, 1), "/Resources"), "/Font");
  g_autofree char *key = NULL;

  qpdf_oh_begin_dict_key_iter (pdf, fonts);
  g_assert_true (qpdf_oh_dict_more_keys (pdf));
  key = g_strdup (qpdf_oh_dict_next_key (pdf));
  qpdf_oh_replace_key (pdf,
                       fonts,
                       key,
                       qpdf_oh_parse (pdf,
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                                      "/Encoding /WinAnsiEncoding >>"));
}

static void
set_content (qpdf_data pdf, const char *added)
{
  qpdf_oh page = qpdf_get_page_n (pdf, 2), stream = qpdf_oh_new_stream (pdf);
  unsigned char *data = NULL;
  size_t size = 0;
  g_autoptr (GString) content = NULL;

  qpdf_oh_get_page_content_data (pdf, page, &data, &size);
  content = g_string_new_len ((const char *) data, (gssize) size);
  g_string_append (content, added);
  qpdf_oh_replace_stream_data (pdf,
                               stream,
                               (const unsigned char *) content->str,
                               content->len,
                               qpdf_oh_new_null (pdf),
                               qpdf_oh_new_null (pdf));
  qpdf_oh_replace_key (pdf, page, "/Contents", stream);
  qpdf_oh_free_buffer (&data);
}

static void
break_painting (qpdf_data pdf, qpdf_oh root)
{
  set_content (pdf, "\n0 0 10 10 re f\n");
}

static void
break_colours (qpdf_data pdf, qpdf_oh root)
{
  set_content (pdf, "\n/Artifact BMC 0 0 0 1 k 0 0 10 10 re f EMC\n");
}

static void
break_nesting (qpdf_data pdf, qpdf_oh root)
{
  set_content (pdf, "\n/P << /MCID 9999 >> BDC\n");
}

static void
break_marks (qpdf_data pdf, qpdf_oh root)
{
  set_content (pdf, "\n/P << /MCID 9999 >> BDC BT ET EMC\n");
}

/* Packed twice, as one does to hide how much comes out. */
static void
break_packing (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh page = qpdf_get_page_n (pdf, 2), stream = qpdf_oh_new_stream (pdf);

  qpdf_oh_replace_stream_data (pdf,
                               stream,
                               (const unsigned char *) "x",
                               1,
                               qpdf_oh_parse (pdf, "[ /ASCIIHexDecode /RunLengthDecode ]"),
                               qpdf_oh_new_null (pdf));
  qpdf_oh_replace_key (pdf, page, "/Contents", stream);
}

static void
break_text (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh_replace_key (pdf, qpdf_get_page_n (pdf, 3), "/Contents", qpdf_oh_new_array (pdf));
}

static void
break_ring (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh tree = get (pdf, root, "/StructTreeRoot");
  qpdf_oh section = find_element (pdf, tree, "/Sect");
  qpdf_oh children = get (pdf, section, "/K");

  qpdf_oh_append_item (pdf, children, find_element (pdf, tree, "/Document"));
  qpdf_oh_append_item (pdf, children, find_element (pdf, tree, "/Document"));
}

static void
break_bookmark_ring (qpdf_data pdf, qpdf_oh root)
{
  qpdf_oh first = get (pdf, get (pdf, root, "/Outlines"), "/First");

  qpdf_oh_replace_key (pdf, get (pdf, first, "/Next"), "/Next", first);
}

static GBytes *
mutate (GBytes *bytes, Break change)
{
  qpdf_data pdf = qpdf_init ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GBytes *changed;

  g_assert_cmpint (qpdf_read_memory (pdf, "test", data, size, NULL) & QPDF_ERRORS, ==, 0);
  change (pdf, qpdf_get_root (pdf));
  qpdf_init_write_memory (pdf);
  qpdf_set_static_ID (pdf, QPDF_TRUE);
  qpdf_set_decode_level (pdf, qpdf_dl_none);
  qpdf_write (pdf);
  changed = g_bytes_new (qpdf_get_buffer (pdf), qpdf_get_buffer_length (pdf));
  qpdf_cleanup (&pdf);
  return changed;
}

static gboolean
has_finding (GPtrArray *findings, const char *part)
{
  for (guint i = 0; i < findings->len; i++)
    if (strstr (g_ptr_array_index (findings, i), part))
      return TRUE;
  return FALSE;
}

static void
test_findings (void)
{
  static const struct
  {
    Break change;
    const char *finding;
  } cases[] = {
    { break_language, "does not say its language" },
    { break_title, "has no title" },
    { break_marked, "does not say that it is tagged" },
    { break_window, "would not show the title" },
    { break_metadata, "metadata lack <pdfuaid" },
    { break_profile, "colour profile" },
    { break_labels, "pages have no labels" },
    { break_structure, "has no structure" },
    { break_bookmarks, "0 bookmarks" },
    { break_ring, "stands in two places" },
    { break_bookmark_ring, "stands in two places" },
    { break_tabs, "Page 4 does not follow" },
    { break_alt, "no description" },
    { break_box, "where it stands" },
    { break_scope, "what it heads" },
    { break_numbering, "how it is numbered" },
    { break_first_heading, "first heading is of level 3" },
    { break_heading_order, "jump from level 1 to 4" },
    { break_empty_heading, "H2 is empty" },
    { break_list, "LI stands in Sect" },
    { break_type, "unknown kind" },
    { break_row, "cells" },
    { break_contents, "does not say where it leads" },
    { break_flags, "would not be printed" },
    { break_link_tag, "tagged links" },
    { break_font, "not embedded" },
    { break_painting, "outside the marked content" },
    { break_colours, "colours for print" },
    { break_nesting, "not closed" },
    { break_packing, "Page 3 cannot be read" },
    { break_marks, "not part of the structure" },
    { break_text, "is not in the PDF" },
  };
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) broken = mutate (pdf, cases[i].change);
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (wijk_pdf_check (broken, plan, &findings, &error));
      g_assert_no_error (error);
      if (!has_finding (findings, cases[i].finding))
        g_error ("not found: %s; but: %s",
                 cases[i].finding,
                 findings->len > 0 ? (const char *) g_ptr_array_index (findings, 0) : "nothing");
    }
}

static void
test_held (void)
{
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) other = g_bytes_new_static ("{\"title\":\"Iets heel anders\"}", 28);
  g_autoptr (GBytes) broken = g_bytes_new_static ("{", 1);
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, NULL);
  const struct
  {
    GBytes *plan;
    guint n_findings;
  } cases[] = { { plan, 0 }, { NULL, 0 }, { other, 1 }, { broken, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;

      g_assert_true (wijk_pdf_check (pdf, cases[i].plan, &findings, NULL));
      g_assert_cmpuint (findings->len, ==, cases[i].n_findings);
    }
}

static void
test_no_pdf (void)
{
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, NULL);
  gsize size = g_bytes_get_size (pdf);
  GBytes *cases[] = { g_bytes_new_static ("", 0),
                      g_bytes_new_static ("%PDF-1.7\n", 9),
                      g_bytes_ref (plan),
                      g_bytes_new_from_bytes (pdf, 0, size / 2),
                      g_bytes_new_from_bytes (pdf, 0, size - 40) };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_false (wijk_pdf_check (cases[i], NULL, &findings, &error));
      g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_FILE);
      g_assert_null (findings);
      g_bytes_unref (cases[i]);
    }
}

/* Bytes turned over at random never bring it down. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);

  for (int i = 0; i < 60; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) damaged = NULL;
      g_autoptr (GPtrArray) findings = NULL;

      for (int k = 0; k < 1 + i / 4; k++)
        copy[g_test_rand_int_range (0, (gint32) size)] = (guint8) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new_take (g_steal_pointer (&copy), size);
      wijk_pdf_check (damaged, plan, &findings, NULL);
    }
}

static void
test_content (void)
{
  static const struct
  {
    const char *stream, *wrapped;
    guint n;
  } cases[] = {
    { "", "", 0 },
    { "q Q", "q Q", 0 },
    { "0 0 m 1 1 l S", "/Artifact BMC\n0 0 m 1 1 l S\nEMC\n", 1 },
    { "/P <</MCID 0>> BDC 0 0 1 1 re f EMC", "/P <</MCID 0>> BDC 0 0 1 1 re f EMC", 0 },
    { "0 0 1 1 re W n", "0 0 1 1 re W n", 0 },
    { "BT /F 1 Tf (a\\) f) Tj ET", "/Artifact BMC\nBT /F 1 Tf (a\\) f) Tj ET\nEMC\n", 1 },
    { "BT /F 1 Tf /P <</MCID 3>> BDC (a) Tj EMC ET",
      "BT /F 1 Tf /P <</MCID 3>> BDC (a) Tj EMC ET",
      0 },
    { "q 1 0 0 1 0 0 cm /x5 Do Q", "q 1 0 0 1 0 0 cm /Artifact BMC\n/x5 Do\nEMC\n Q", 1 },
    { "1 0 0 rg 0 0 1 1 re f* 2 2 m 3 3 l s",
      "1 0 0 rg /Artifact BMC\n0 0 1 1 re f*\nEMC\n /Artifact BMC\n2 2 m 3 3 l s\nEMC\n",
      2 },
    { "(", "(", 0 },
    { "(\\", "(\\", 0 },
    { "f", "/Artifact BMC\nf\nEMC\n", 1 },
    { "EMC EMC f", "EMC EMC /Artifact BMC\nf\nEMC\n", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) wrapped = g_string_new (NULL);
      gsize size = strlen (cases[i].stream);
      g_autofree char *exact = g_memdup2 (cases[i].stream, size); /* no zero behind it */

      g_assert_cmpuint (wijk_pdf_content_wrap (exact, size, wrapped), ==, cases[i].n);
      g_assert_cmpstr (wrapped->str, ==, cases[i].wrapped);
      if (cases[i].n > 0 && cases[i].stream[0] != 'E')
        g_assert_cmpuint (wijk_pdf_content_wrap (wrapped->str, wrapped->len, NULL), ==, 0);
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *stream;
    int marks[3];
    guint n;
  } cases[] = {
    { "", { 0 }, 0 },
    { "/P <</MCID 4>> BDC EMC /P <</MCID 7>> BDC EMC", { 4, 7 }, 2 },
    { "/P <</MCID 4>> BDC /Span <</ActualText (x)>> BDC EMC EMC", { 4 }, 1 },
    { "/P <</MCID 4>> BDC", { 4, -1 }, 2 },
    { "EMC", { -1 }, 1 },
    { "/Artifact BMC EMC", { 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) marks =
          wijk_pdf_content_list_marks (cases[i].stream, strlen (cases[i].stream));

      g_assert_cmpuint (marks->len, ==, cases[i].n);
      for (guint k = 0; k < marks->len; k++)
        g_assert_cmpint (g_array_index (marks, int, k), ==, cases[i].marks[k]);
    }
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* A page with one heading and one paragraph, straight from cairo. */
static GBytes *
draw_page (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, 100, 100);
  cairo_t *cr = cairo_create (surface);
  static const char *const tags[] = { "Document", "H1", "P" };

  cairo_tag_begin (cr, tags[0], NULL);
  for (int i = 1; i < 3; i++)
    {
      cairo_tag_begin (cr, tags[i], NULL);
      cairo_move_to (cr, 10, 20 * i);
      cairo_show_text (cr, tags[i]);
      cairo_tag_end (cr, tags[i]);
    }
  cairo_tag_end (cr, tags[0]);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
test_finish_errors (void)
{
  static const char *const lists[][5] = {
    { "Document", "H1" },           /* too few */
    { "Document", "H1", "P", "P" }, /* too many */
    { "Document", "P", "H1" },      /* another order */
    { "Document", "H1", "Link" },   /* another kind */
  };
  const WijkPdfAbout about = { "T", "", "S", "nl-NL", "2026-11-23T13:05:00Z", "W" };
  g_autoptr (GBytes) page = draw_page ();
  g_autoptr (GBytes) garbage = g_bytes_new_static ("no pdf", 6);

  for (guint i = 0; i <= G_N_ELEMENTS (lists); i++)
    {
      gboolean is_last = i == G_N_ELEMENTS (lists);
      g_autoptr (WijkTagList) tags = wijk_tag_list_new ();
      g_autoptr (GError) error = NULL;

      for (guint k = 0; !is_last && lists[i][k]; k++)
        wijk_tag_list_add (tags, lists[i][k]);
      g_assert_null (wijk_pdf_finish (is_last ? garbage : page, tags, &about, &error));
      g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_DRAW);
    }
}

static void
test_link_without_annotation (void)
{
  const WijkPdfAbout about = { "T", "", "S", "nl-NL", "2026-11-23T13:05:00Z", "W" };
  g_autoptr (GBytes) page = draw_page ();
  g_autoptr (WijkTagList) tags = wijk_tag_list_new ();
  g_autoptr (GError) error = NULL;

  wijk_tag_list_add (tags, "Document");
  wijk_tag_list_add (tags, "H1");
  wijk_tag_list_add (tags, "P")->contents = g_strdup ("nergens");
  g_assert_null (wijk_pdf_finish (page, tags, &about, &error));
  g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_DRAW);
}

static void
test_profile (void)
{
  g_autoptr (GBytes) profile = wijk_pdf_create_srgb ();
  gsize size;
  const guint8 *data = g_bytes_get_data (profile, &size);
  guint32 said =
      (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];

  g_assert_cmpuint (said, ==, size);
  g_assert_cmpuint (size, <, 1000);
  g_assert_cmpmem (data + 36, 4, "acsp", 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/check/findings", test_findings);
  g_test_add_func ("/publish/check/held", test_held);
  g_test_add_func ("/publish/check/no-pdf", test_no_pdf);
  g_test_add_func ("/publish/check/damaged", test_damaged);
  g_test_add_func ("/publish/content/wrap", test_content);
  g_test_add_func ("/publish/content/marks", test_marks);
  g_test_add_func ("/publish/finish/errors", test_finish_errors);
  g_test_add_func ("/publish/finish/link-without-annotation", test_link_without_annotation);
  g_test_add_func ("/publish/finish/profile", test_profile);
  return g_test_run ();
}
