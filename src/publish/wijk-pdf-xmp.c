/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-finish.h"

#include <string.h>

#define RDF(prefix, uri) "<rdf:Description rdf:about=\"\" xmlns:" prefix "=\"" uri "\">"

/* PDF/A asks that the names of PDF/UA are explained. */
static const char extension[] =
    "<rdf:Description rdf:about=\"\" "
    "xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
    "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
    "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289 this file conforms to"
    "</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";

static void
append_about (GString *xmp, const WijkPdfAbout *about)
{
  g_autofree char *title = g_markup_escape_text (about->title, -1);
  g_autofree char *author = g_markup_escape_text (about->author, -1);
  g_autofree char *subject = g_markup_escape_text (about->subject, -1);

  g_string_append (xmp, RDF ("dc", "http://purl.org/dc/elements/1.1/"));
  g_string_append_printf (xmp,
                          "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt>"
                          "<rdf:li xml:lang=\"x-default\">%s</rdf:li>"
                          "<rdf:li xml:lang=\"%s\">%s</rdf:li></rdf:Alt></dc:title>",
                          title,
                          about->language,
                          title);
  if (*author)
    g_string_append_printf (
        xmp, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>", author);
  g_string_append_printf (xmp,
                          "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li>"
                          "</rdf:Alt></dc:description>",
                          subject);
  g_string_append_printf (
      xmp, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>", about->language);
  g_string_append (xmp, "</rdf:Description>\n");
}

char *
wijk_pdf_create_xmp (const WijkPdfAbout *about)
{
  GString *xmp = g_string_new ("<?xpacket begin=\"\xef\xbb\xbf\" "
                               "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                               "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
                               "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
  g_autofree char *producer = g_markup_escape_text (about->producer, -1);
  g_autofree char *created = g_markup_escape_text (about->created, -1);

  append_about (xmp, about);
  g_string_append (xmp, RDF ("xmp", "http://ns.adobe.com/xap/1.0/"));
  g_string_append_printf (xmp,
                          "<xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>"
                          "<xmp:MetadataDate>%s</xmp:MetadataDate>"
                          "<xmp:CreatorTool>Wijkplan</xmp:CreatorTool></rdf:Description>\n",
                          created,
                          created,
                          created);
  g_string_append (xmp, RDF ("pdf", "http://ns.adobe.com/pdf/1.3/"));
  g_string_append_printf (xmp, "<pdf:Producer>%s</pdf:Producer></rdf:Description>\n", producer);
  g_string_append (xmp, RDF ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"));
  g_string_append (xmp,
                   "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
                   "</rdf:Description>\n");
  g_string_append (xmp, RDF ("pdfuaid", "http://www.aiim.org/pdfua/ns/id/"));
  g_string_append (xmp, "<pdfuaid:part>1</pdfuaid:part></rdf:Description>\n");
  g_string_append (xmp, extension);
  g_string_append (xmp, "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>");
  return g_string_free (xmp, FALSE);
}

char *
wijk_pdf_date (const char *iso)
{
  GString *date = g_string_new ("D:");

  for (const char *at = iso; *at; at++)
    if (g_ascii_isdigit (*at) && date->len < 16)
      g_string_append_c (date, *at);
  if (date->len > 10)
    g_string_append_c (date, 'Z');
  return g_string_free (date, FALSE);
}
