/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a spreadsheet that say what it is and what it looks like. */

#include "config.h"

#include "wijk-ods-private.h"

#include <string.h>

#include "wijk-ods-write.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static gboolean
is_dutch (const char *language)
{
  return g_str_equal (language, "nl");
}

/* Whether XML 1.0 can have it; private use and what is no character are left out as well. */
static gboolean
is_allowed (gunichar c)
{
  return c == '\t' || c == '\n' ||
         (c >= 0x20 && c != 0x7f && (c & 0xfffe) != 0xfffe && !(c >= 0xd800 && c <= 0xf8ff) &&
          !(c >= 0xfdd0 && c <= 0xfdef));
}

void
wijk_ods_append_escaped (GString *out, const char *text, gssize length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (out, "&amp;");
      else if (c == '<')
        g_string_append (out, "&lt;");
      else if (c == '>')
        g_string_append (out, "&gt;");
      else if (c == '"')
        g_string_append (out, "&quot;");
      else if (is_allowed (c))
        g_string_append_unichar (out, c);
    }
}

/* ---- cells ---- */

static void
append_data_styles (GString *out, gboolean dutch)
{
  const char *place = dutch ? "number:language=\"nl\" number:country=\"NL\"" : "";

  g_string_append_printf (out, "<number:date-style style:name=\"day\" %s>", place);
  g_string_append (
      out,
      dutch ? "<number:day/><number:text>-</number:text><number:month/><number:text>-</number:text>"
              "<number:year number:style=\"long\"/>"
            : "<number:year number:style=\"long\"/><number:text>-</number:text>"
              "<number:month number:style=\"long\"/><number:text>-</number:text>"
              "<number:day number:style=\"long\"/>");
  g_string_append (out, "</number:date-style>");
  g_string_append_printf (out,
                          "<number:currency-style style:name=\"euro\" %s>"
                          "<number:currency-symbol>€</number:currency-symbol>"
                          "<number:text> </number:text><number:number number:decimal-places=\"2\""
                          " number:min-integer-digits=\"1\" number:grouping=\"true\"/>"
                          "</number:currency-style>",
                          place);
}

static void
append_cell_style (GString *out, const char *name, const char *data, const char *properties)
{
  g_string_append_printf (out,
                          "<style:style style:name=\"%s\" style:family=\"table-cell\"%s>"
                          "<style:table-cell-properties style:vertical-align=\"top\"%s</"
                          "style:style>",
                          name,
                          data,
                          properties);
}

void
wijk_ods_append_cell_styles (GString *out, const char *language)
{
  append_data_styles (out, is_dutch (language));
  append_cell_style (out, WIJK_ODS_STYLE_PLAIN, "", "/>");
  append_cell_style (out, WIJK_ODS_STYLE_WRAP, "", " fo:wrap-option=\"wrap\"/>");
  append_cell_style (out,
                     WIJK_ODS_STYLE_HEADING,
                     "",
                     " fo:wrap-option=\"wrap\" fo:background-color=\"#e8eef4\""
                     " fo:border-bottom=\"0.75pt solid #5b6b7b\"/>"
                     "<style:text-properties fo:font-weight=\"bold\"/>");
  append_cell_style (out, WIJK_ODS_STYLE_DATE, " style:data-style-name=\"day\"", "/>");
  append_cell_style (out, WIJK_ODS_STYLE_MONEY, " style:data-style-name=\"euro\"", "/>");
  g_string_append (out,
                   "<style:style style:name=\"row\" style:family=\"table-row\">"
                   "<style:table-row-properties style:use-optimal-row-height=\"true\"/>"
                   "</style:style>"
                   "<style:style style:name=\"sheet\" style:family=\"table\""
                   " style:master-page-name=\"Page\">"
                   "<style:table-properties table:display=\"true\"/></style:style>");
}

/* ---- parts ---- */

static GBytes *
to_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

GBytes *
wijk_ods_make_manifest (void)
{
  return to_bytes (
      XML "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
          " manifest:version=\"1.3\">"
          "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
          " manifest:media-type=\"" WIJK_ODS_MEDIA_TYPE "\"/>"
          "<manifest:file-entry manifest:full-path=\"content.xml\""
          " manifest:media-type=\"text/xml\"/>"
          "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/>"
          "<manifest:file-entry manifest:full-path=\"styles.xml\""
          " manifest:media-type=\"text/xml\"/>"
          "</manifest:manifest>\n");
}

/* On paper: A4 on its side, as many pages high as it needs and one wide. */
GBytes *
wijk_ods_make_styles (const char *language)
{
  g_autofree char *text = g_strdup_printf (
      XML "<office:document-styles"
          " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
          " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
          " office:version=\"1.3\"><office:styles>"
          "<style:default-style style:family=\"table-cell\"><style:text-properties"
          " fo:font-size=\"10pt\" fo:language=\"%s\" fo:country=\"%s\"/></style:default-style>"
          "</office:styles><office:automatic-styles><style:page-layout style:name=\"paper\">"
          "<style:page-layout-properties fo:page-width=\"297mm\" fo:page-height=\"210mm\""
          " style:print-orientation=\"landscape\" fo:margin=\"15mm\" style:scale-to-X=\"1\""
          " style:scale-to-Y=\"0\"/></style:page-layout></office:automatic-styles>"
          "<office:master-styles><style:master-page style:name=\"Page\""
          " style:page-layout-name=\"paper\"/></office:master-styles></office:document-styles>\n",
      language,
      is_dutch (language) ? "NL" : "none");

  return to_bytes (text);
}

GBytes *
wijk_ods_make_meta (const char *language, const char *title)
{
  g_autoptr (GString) text = g_string_new (
      XML "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
          " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"><office:meta>");

  if (title != NULL)
    {
      g_string_append (text, "<dc:title>");
      wijk_ods_append_escaped (text, title, -1);
      g_string_append (text, "</dc:title>");
    }
  g_string_append_printf (
      text, "<dc:language>%s</dc:language></office:meta></office:document-meta>\n", language);

  return to_bytes (text->str);
}
