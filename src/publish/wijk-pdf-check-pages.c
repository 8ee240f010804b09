/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-check-private.h"
#include "wijk-pdf-content.h"

#include <glib/gi18n.h>
#include <string.h>

static void
check_annotations (WijkPdfCheck *self, qpdf_oh page, int number)
{
  qpdf_oh list = wijk_pdf_check_get (self, page, "/Annots");
  int n = qpdf_oh_is_array (self->pdf, list) ? qpdf_oh_get_array_n_items (self->pdf, list) : 0;

  for (int i = 0; i < n; i++)
    {
      qpdf_oh annotation = qpdf_oh_get_array_item (self->pdf, list, i);
      qpdf_oh flags = wijk_pdf_check_get (self, annotation, "/F");

      self->n_annotations++;
      if (!wijk_pdf_check_has_words (self, annotation, "/Contents"))
        wijk_pdf_check_report (self, _ ("A link on page %d does not say where it leads."), number);
      if (!qpdf_oh_is_integer (self->pdf, flags) ||
          qpdf_oh_get_int_value_as_int (self->pdf, flags) != 4)
        wijk_pdf_check_report (self, _ ("A link on page %d would not be printed."), number);
      if (!qpdf_oh_has_key (self->pdf, annotation, "/StructParent"))
        wijk_pdf_check_report (self, _ ("A link on page %d is not tagged."), number);
    }
}

static GPtrArray *
list_keys (WijkPdfCheck *self, qpdf_oh dict)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  if (!qpdf_oh_is_dictionary (self->pdf, dict))
    return keys;
  qpdf_oh_begin_dict_key_iter (self->pdf, dict);
  while (qpdf_oh_dict_more_keys (self->pdf))
    g_ptr_array_add (keys, g_strdup (qpdf_oh_dict_next_key (self->pdf)));
  return keys;
}

static gboolean
is_embedded (WijkPdfCheck *self, qpdf_oh font)
{
  static const char *const files[] = { "/FontFile", "/FontFile2", "/FontFile3" };
  qpdf_oh descriptor = wijk_pdf_check_get (self, font, "/FontDescriptor");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (qpdf_oh_is_stream (self->pdf, wijk_pdf_check_get (self, descriptor, files[i])))
      return TRUE;
  return FALSE;
}

static void
check_font (WijkPdfCheck *self, qpdf_oh font, int number)
{
  qpdf_oh descendants = wijk_pdf_check_get (self, font, "/DescendantFonts");
  qpdf_oh own = font;

  if (strcmp (wijk_pdf_check_name (self, font, "/Subtype"), "/Type3") == 0)
    return; /* holds its own drawings */
  if (qpdf_oh_is_array (self->pdf, descendants))
    own = qpdf_oh_get_array_item (self->pdf, descendants, 0);
  if (!is_embedded (self, own))
    wijk_pdf_check_report (self, _ ("A font on page %d is not embedded."), number);
  if (!qpdf_oh_is_stream (self->pdf, wijk_pdf_check_get (self, font, "/ToUnicode")) &&
      strcmp (wijk_pdf_check_name (self, font, "/Encoding"), "/WinAnsiEncoding") != 0)
    wijk_pdf_check_report (
        self, _ ("A font on page %d does not say which letters it has."), number);
  if (strcmp (wijk_pdf_check_name (self, own, "/Subtype"), "/CIDFontType2") == 0 &&
      !qpdf_oh_has_key (self->pdf, own, "/CIDToGIDMap"))
    wijk_pdf_check_report (self, _ ("A font on page %d lacks its map of glyphs."), number);
}

static void
check_resources (WijkPdfCheck *self, qpdf_oh page, int number)
{
  qpdf_oh resources = wijk_pdf_check_get (self, page, "/Resources");
  qpdf_oh fonts = wijk_pdf_check_get (self, resources, "/Font");
  qpdf_oh objects = wijk_pdf_check_get (self, resources, "/XObject");
  g_autoptr (GPtrArray) names = list_keys (self, fonts);
  g_autoptr (GPtrArray) images = list_keys (self, objects);

  for (guint i = 0; i < names->len; i++)
    check_font (self, wijk_pdf_check_get (self, fonts, g_ptr_array_index (names, i)), number);
  for (guint i = 0; i < images->len; i++)
    {
      qpdf_oh image = wijk_pdf_check_get (self, objects, g_ptr_array_index (images, i));
      qpdf_oh dict = qpdf_oh_is_stream (self->pdf, image) ? qpdf_oh_get_dict (self->pdf, image)
                                                          : qpdf_oh_new_null (self->pdf);
      qpdf_oh smooth = wijk_pdf_check_get (self, dict, "/Interpolate");

      if (qpdf_oh_is_bool (self->pdf, smooth) && qpdf_oh_get_bool_value (self->pdf, smooth))
        wijk_pdf_check_report (self, _ ("A picture on page %d would be smoothed."), number);
      if (strcmp (wijk_pdf_check_name (self, dict, "/ColorSpace"), "/DeviceCMYK") == 0)
        wijk_pdf_check_report (self, _ ("Page %d has colours for print only."), number);
    }
}

static void
operator_cb (const char *name, const char *at, const char *end, gpointer data)
{
  gboolean *has_cmyk = data;

  *has_cmyk |= strcmp (name, "k") == 0 || strcmp (name, "K") == 0;
}

/* Every mark on the page must be reached from the tree, each only once. */
static void
check_marks (WijkPdfCheck *self, qpdf_oh page, int number, const char *data, gsize size)
{
  g_autoptr (GArray) marks = wijk_pdf_content_list_marks (data, size);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  int object = qpdf_oh_get_object_id (self->pdf, page);

  for (guint i = 0; i < marks->len; i++)
    {
      int mark = g_array_index (marks, int, i);
      g_autofree char *key = g_strdup_printf ("%d/%d", object, mark);

      if (mark < 0)
        wijk_pdf_check_report (self, _ ("The marks on page %d are not closed."), number);
      else if (!g_hash_table_add (seen, GINT_TO_POINTER (mark)))
        wijk_pdf_check_report (self, _ ("Page %d has a mark twice."), number);
      else if (!g_hash_table_contains (self->marks, key))
        wijk_pdf_check_report (self, _ ("A text on page %d is not part of the structure."), number);
    }
}

static void
check_content (WijkPdfCheck *self, qpdf_oh page, int number)
{
  unsigned char *bytes = NULL;
  size_t size = 0;
  const char *data;
  gboolean has_cmyk = FALSE;

  if (!wijk_pdf_check_may_unpack (self, wijk_pdf_check_get (self, page, "/Contents")) ||
      qpdf_oh_get_page_content_data (self->pdf, page, &bytes, &size) & QPDF_ERRORS)
    {
      wijk_pdf_check_report (self, _ ("Page %d cannot be read."), number);
      return;
    }
  data = (const char *) bytes;
  if (wijk_pdf_content_wrap (data, size, NULL) > 0)
    wijk_pdf_check_report (
        self, _ ("On page %d something stands outside the marked content."), number);
  wijk_pdf_content_foreach (data, size, operator_cb, &has_cmyk);
  if (has_cmyk)
    wijk_pdf_check_report (self, _ ("Page %d has colours for print only."), number);
  check_marks (self, page, number, data, size);
  qpdf_oh_free_buffer (&bytes);
}

void
wijk_pdf_check_pages (WijkPdfCheck *self)
{
  int n = qpdf_get_num_pages (self->pdf);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->pdf, (size_t) i);

      if (strcmp (wijk_pdf_check_name (self, page, "/Tabs"), "/S") != 0)
        wijk_pdf_check_report (
            self, _ ("Page %d does not follow the structure by keyboard."), i + 1);
      check_annotations (self, page, i + 1);
      check_resources (self, page, i + 1);
      check_content (self, page, i + 1);
    }
}
