/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-check-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define MAX_FINDINGS 100
#define MAX_PACKED (1024 * 1024) /* bytes of a stream */
#define MAX_BOOKMARK_DEPTH 10

void
wijk_pdf_check_report (WijkPdfCheck *self, const char *format, ...)
{
  va_list arguments;

  if (self->findings->len >= MAX_FINDINGS)
    return;
  va_start (arguments, format);
  g_ptr_array_add (self->findings, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* Of what is no dictionary everything is null. */
qpdf_oh
wijk_pdf_check_get (WijkPdfCheck *self, qpdf_oh dict, const char *key)
{
  if (!qpdf_oh_is_dictionary (self->pdf, dict))
    return qpdf_oh_new_null (self->pdf);
  return qpdf_oh_get_key (self->pdf, dict, key);
}

const char *
wijk_pdf_check_name (WijkPdfCheck *self, qpdf_oh dict, const char *key)
{
  qpdf_oh value = wijk_pdf_check_get (self, dict, key);

  return qpdf_oh_is_name (self->pdf, value) ? qpdf_oh_get_name (self->pdf, value) : "";
}

gboolean
wijk_pdf_check_has_words (WijkPdfCheck *self, qpdf_oh dict, const char *key)
{
  qpdf_oh value = wijk_pdf_check_get (self, dict, key);

  return qpdf_oh_is_string (self->pdf, value) && *qpdf_oh_get_utf8_value (self->pdf, value);
}

gboolean
wijk_pdf_check_meet (WijkPdfCheck *self, qpdf_oh object)
{
  int number = qpdf_oh_get_object_id (self->pdf, object);

  if (number <= 0 || g_hash_table_add (self->seen, GINT_TO_POINTER (number)))
    return TRUE;
  wijk_pdf_check_report (self, _ ("Object %d of the file stands in two places."), number);
  return FALSE;
}

gboolean
wijk_pdf_check_may_unpack (WijkPdfCheck *self, qpdf_oh stream)
{
  qpdf_oh dict, filter, length;

  if (!qpdf_oh_is_stream (self->pdf, stream))
    return FALSE;
  dict = qpdf_oh_get_dict (self->pdf, stream);
  filter = wijk_pdf_check_get (self, dict, "/Filter");
  length = wijk_pdf_check_get (self, dict, "/Length");
  if (!qpdf_oh_is_null (self->pdf, filter) &&
      strcmp (wijk_pdf_check_name (self, dict, "/Filter"), "/FlateDecode") != 0)
    return FALSE;
  return qpdf_oh_is_integer (self->pdf, length) &&
         qpdf_oh_get_int_value (self->pdf, length) <= MAX_PACKED;
}

static gboolean
is_true (WijkPdfCheck *self, qpdf_oh dict, const char *key)
{
  qpdf_oh value = wijk_pdf_check_get (self, dict, key);

  return qpdf_oh_is_bool (self->pdf, value) && qpdf_oh_get_bool_value (self->pdf, value);
}

/* The decoded bytes of a stream, or NULL. */
static GBytes *
read_stream (WijkPdfCheck *self, qpdf_oh stream)
{
  unsigned char *data = NULL;
  size_t size = 0;
  GBytes *bytes = NULL;

  if (!wijk_pdf_check_may_unpack (self, stream))
    return NULL;
  if (!(qpdf_oh_get_stream_data (self->pdf, stream, qpdf_dl_generalized, NULL, &data, &size) &
        QPDF_ERRORS) &&
      data)
    bytes = g_bytes_new (data, size);
  if (data)
    qpdf_oh_free_buffer (&data);
  return bytes;
}

static void
check_metadata (WijkPdfCheck *self, qpdf_oh root)
{
  static const char *const marks[] = {
    "<pdfuaid:part>1<", "<pdfaid:part>2<", "<pdfaid:conformance>A<", "<dc:title>"
  };
  g_autoptr (GBytes) bytes = read_stream (self, wijk_pdf_check_get (self, root, "/Metadata"));
  gsize size = 0;
  const char *data = bytes ? g_bytes_get_data (bytes, &size) : "";

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (!g_strstr_len (data, (gssize) size, marks[i]))
      wijk_pdf_check_report (self, _ ("The metadata lack %s."), marks[i]);
}

static void
check_output_intent (WijkPdfCheck *self, qpdf_oh root)
{
  qpdf_oh list = wijk_pdf_check_get (self, root, "/OutputIntents");
  g_autoptr (GBytes) profile = NULL;
  gsize size = 0;
  const char *data;

  if (qpdf_oh_is_array (self->pdf, list) && qpdf_oh_get_array_n_items (self->pdf, list) > 0)
    profile =
        read_stream (self,
                     wijk_pdf_check_get (
                         self, qpdf_oh_get_array_item (self->pdf, list, 0), "/DestOutputProfile"));
  data = profile ? g_bytes_get_data (profile, &size) : NULL;
  if (size < 132 || memcmp (data + 36, "acsp", 4) != 0 || memcmp (data + 16, "RGB ", 4) != 0)
    wijk_pdf_check_report (self, _ ("The colour profile is missing."));
}

static void
check_root (WijkPdfCheck *self, qpdf_oh root)
{
  qpdf_oh info = wijk_pdf_check_get (self, qpdf_get_trailer (self->pdf), "/Info");

  if (!wijk_pdf_check_has_words (self, root, "/Lang"))
    wijk_pdf_check_report (self, _ ("The document does not say its language."));
  if (!wijk_pdf_check_has_words (self, info, "/Title"))
    wijk_pdf_check_report (self, _ ("The document has no title."));
  if (!is_true (self, wijk_pdf_check_get (self, root, "/MarkInfo"), "/Marked"))
    wijk_pdf_check_report (self, _ ("The document does not say that it is tagged."));
  if (!is_true (self, wijk_pdf_check_get (self, root, "/ViewerPreferences"), "/DisplayDocTitle"))
    wijk_pdf_check_report (self, _ ("The window would not show the title."));
  if (!qpdf_oh_is_dictionary (self->pdf, wijk_pdf_check_get (self, root, "/PageLabels")))
    wijk_pdf_check_report (self, _ ("The pages have no labels."));
}

/* Counts bookmarks; each must have a title and lead somewhere. */
static guint
count_bookmarks (WijkPdfCheck *self, qpdf_oh parent, int depth)
{
  qpdf_oh item = wijk_pdf_check_get (self, parent, "/First");
  guint n = 0;

  while (qpdf_oh_is_dictionary (self->pdf, item) && depth < MAX_BOOKMARK_DEPTH &&
         wijk_pdf_check_meet (self, item))
    {
      qpdf_oh next = wijk_pdf_check_get (self, item, "/Next");

      n++;
      if (!wijk_pdf_check_has_words (self, item, "/Title"))
        wijk_pdf_check_report (self, _ ("A bookmark has no title."));
      if (!qpdf_oh_has_key (self->pdf, item, "/Dest") && !qpdf_oh_has_key (self->pdf, item, "/A"))
        wijk_pdf_check_report (self, _ ("A bookmark leads nowhere."));
      n += count_bookmarks (self, item, depth + 1);
      item = next;
    }
  return n;
}

static void
check_counts (WijkPdfCheck *self, qpdf_oh root)
{
  guint n = count_bookmarks (self, wijk_pdf_check_get (self, root, "/Outlines"), 0);

  if (n != self->n_headings)
    wijk_pdf_check_report (
        self, _ ("There are %u bookmarks and %u headings."), n, self->n_headings);
  if (self->n_links != self->n_annotations)
    wijk_pdf_check_report (self,
                           _ ("There are %u tagged links and %u links on the pages."),
                           self->n_links,
                           self->n_annotations);
}

static void
check_document (WijkPdfCheck *self, GBytes *plan)
{
  qpdf_oh root = qpdf_get_root (self->pdf);

  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new (g_direct_hash, g_direct_equal);
  check_root (self, root);
  check_metadata (self, root);
  check_output_intent (self, root);
  wijk_pdf_check_tree (self, root);
  wijk_pdf_check_pages (self);
  check_counts (self, root);
  if (plan)
    wijk_pdf_check_text (self, plan);
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->seen);
}

gboolean
wijk_pdf_check (GBytes *pdf, GBytes *plan, GPtrArray **findings, GError **error)
{
  WijkPdfCheck self = { .pdf = qpdf_init () };
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  gboolean can_read;

  qpdf_set_suppress_warnings (self.pdf, QPDF_TRUE);
  qpdf_silence_errors (self.pdf);
  qpdf_set_attempt_recovery (self.pdf, QPDF_FALSE);
  can_read = size > 0 &&
             !(qpdf_read_memory (self.pdf, "plan.pdf", data, size, NULL) & QPDF_ERRORS) &&
             !qpdf_is_encrypted (self.pdf) && qpdf_get_num_pages (self.pdf) > 0;
  self.findings = g_ptr_array_new_with_free_func (g_free);
  if (can_read)
    check_document (&self, plan);
  if (can_read && (qpdf_has_error (self.pdf) || qpdf_more_warnings (self.pdf)))
    wijk_pdf_check_report (&self, _ ("The file is damaged."));
  while (qpdf_has_error (self.pdf)) /* what nobody takes is printed */
    qpdf_get_error (self.pdf);
  qpdf_cleanup (&self.pdf);
  if (can_read)
    {
      *findings = self.findings;
      return TRUE;
    }
  g_ptr_array_unref (self.findings);
  g_set_error (error,
               WIJK_PUBLISH_ERROR,
               WIJK_PUBLISH_ERROR_FILE,
               _ ("The file is not a PDF that can be read."));
  return FALSE;
}
