/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-check-private.h"
#include "wijk-pdf-text.h"
#include "wijk-plan-data.h"

#include <glib/gi18n.h>
#include <string.h>

/* A text may go on in another row or on another page: the beginning of its first line is looked
 * for. */
#define MAX_LOOKED_FOR 80
/* Chapters come twice: in the contents, as far as they are listed there, and in their place. */
#define CONTENTS_DEPTH 2
#define MAX_DEPTH 100
/* All signs before this one are in the fonts, but U+0149. */
#define FIRST_UNSURE 0x180

/* Letters and digits of the Latin alphabet only: spaces, signs and what the fonts lack do not
 * count. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *whole = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  GString *folded = g_string_sized_new (whole ? strlen (whole) : 0);

  for (const char *at = whole; at && *at; at = g_utf8_next_char (at))
    {
      gunichar sign = g_utf8_get_char (at);

      if (sign < FIRST_UNSURE && sign != 0x149 && g_unichar_isalnum (sign))
        g_string_append_unichar (folded, sign);
    }
  return g_string_free (folded, FALSE);
}

static char *
fold_beginning (const char *text)
{
  g_autofree char *line = g_strndup (text, strcspn (text, "\n\r\v\f"));
  char *folded = fold (line);

  if (strlen (folded) > MAX_LOOKED_FOR)
    *g_utf8_find_prev_char (folded, folded + MAX_LOOKED_FOR) = '\0';
  return folded;
}

static char *
extract (WijkPdfCheck *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n = qpdf_get_num_pages (self->pdf);

  for (int i = 0; i < n; i++)
    {
      qpdf_oh page = qpdf_get_page_n (self->pdf, (size_t) i);

      if (wijk_pdf_check_may_unpack (self, wijk_pdf_check_get (self, page, "/Contents")))
        wijk_pdf_text_append (self, page, text);
    }
  return fold (text->str);
}

/* Looks from `from` on; reports what is missing and returns where the search goes on. */
static const char *
look_for (WijkPdfCheck *self, const char *from, JsonObject *record, const char *key)
{
  g_autofree char *text = wijk_plan_data_text (record, key);
  g_autofree char *folded = text ? fold_beginning (text) : NULL;
  const char *found;

  if (!folded || !*folded)
    return from;
  found = strstr (from, folded);
  if (found)
    return found;
  wijk_pdf_check_report (
      self, _ ("The plan's text “%.60s” is not in the PDF, or out of order."), text);
  return from;
}

/* Titles come in the order of the outline. */
static const char *
look_for_sections (WijkPdfCheck *self, const char *from, GPtrArray *sections, int depth)
{
  for (guint i = 0; i < sections->len && depth > 0; i++)
    {
      JsonObject *section = g_ptr_array_index (sections, i);
      g_autoptr (GPtrArray) below = wijk_plan_data_objects (section, "sections");

      from = look_for (self, from, section, "title");
      from = look_for_sections (self, from, below, depth - 1);
    }
  return from;
}

static void
look_for_all (WijkPdfCheck *self, const char *text, JsonObject *plan, const char *list)
{
  g_autoptr (GPtrArray) records = wijk_plan_data_objects (plan, list);

  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (GPtrArray) measures =
          wijk_plan_data_objects (g_ptr_array_index (records, i), "measures");

      look_for (self, text, g_ptr_array_index (records, i), "title");
      for (guint k = 0; k < measures->len; k++)
        look_for (self, text, g_ptr_array_index (measures, k), "title");
    }
}

/* Remarks with an answer of their own come in their order in the note of replies. */
static void
look_for_remarks (WijkPdfCheck *self, const char *text, JsonObject *plan)
{
  g_autoptr (GPtrArray) remarks = wijk_plan_data_objects (plan, "remarks");
  const char *from = text;

  for (guint i = 0; i < remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (remarks, i);

      if (wijk_plan_data_peek (remark, "outcome") && wijk_plan_data_peek (remark, "reason") &&
          !wijk_plan_data_peek (remark, "withdrawn"))
        from = look_for (self, from, remark, "text");
    }
}

void
wijk_pdf_check_text (WijkPdfCheck *self, GBytes *bytes)
{
  g_autoptr (JsonNode) root = wijk_plan_data_parse (bytes, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) sections = NULL;
  JsonObject *plan;
  const char *from;

  if (!root)
    {
      wijk_pdf_check_report (self, _ ("The plan beside the PDF cannot be read."));
      return;
    }
  plan = json_node_get_object (root);
  text = extract (self);
  sections = wijk_plan_data_objects (plan, "sections");
  look_for (self, text, plan, "title");
  from = look_for_sections (self, text, sections, CONTENTS_DEPTH);
  look_for_sections (self, from, sections, MAX_DEPTH);
  look_for_all (self, text, plan, "priorities");
  look_for_all (self, text, plan, "sources");
  look_for_remarks (self, text, plan);
}
