/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-markup.h"
#include "wijk-report.h"
#include "wijk-table.h"

#include <string.h>

#define PANEL_HEIGHT 420.0
#define COVER_TEXT 427.0
#define RING_COLOUR 0x18678a

static char *
dup_version (WijkReport *self)
{
  g_autofree char *number = NULL, *label = NULL, *name = NULL;
  gint64 n = wijk_plan_data_int (self->version, "number");

  if (!self->version || n <= 0)
    return g_strdup (wijk_words_get (self->words, "cover/draft"));
  number = g_strdup_printf ("%" G_GINT64_FORMAT, n);
  name = wijk_words_fill (self->words, "document/version", "number", number, NULL);
  label = wijk_plan_data_text (self->version, "label");
  if (!label || strcmp (label, name) == 0)
    return g_steal_pointer (&name);
  return g_strconcat (name, ", ", label, NULL);
}

/* The name of each fact and its text; free the texts. */
static guint
collect_facts (WijkReport *self, const char **names, char **texts)
{
  const WijkMoment *draft = self->options->draft;
  const char *status = wijk_plan_data_peek (self->version, "status");
  guint n = 0;

  names[n] = wijk_words_get (self->words, "cover/area");
  texts[n++] = wijk_plan_data_text (self->plan, "area-name");
  names[n] = wijk_words_get (self->words, "cover/period");
  texts[n++] = wijk_words_years (self->words, self->first_year, self->last_year);
  names[n] = wijk_words_get (self->words, "cover/version");
  texts[n++] = dup_version (self);
  names[n] = wijk_words_get (self->words, "cover/date");
  if (draft)
    texts[n++] = wijk_words_moment (
        self->words, draft->year, draft->month, draft->day, draft->hour, draft->minute);
  else
    texts[n++] = wijk_words_date (self->words, wijk_plan_data_peek (self->version, "date"));
  names[n] = wijk_words_get (self->words, "cover/status");
  texts[n++] = g_strdup (status ? wijk_words_choose (self->words, "version-status", status) : NULL);
  names[n] = wijk_words_get (self->words, "cover/authors");
  texts[n++] = wijk_plan_data_join (self->plan, "authors", ", ");
  return n;
}

/* Puts a text and returns the y below it; it ends in an ellipsis after so many lines. */
static double
put_words (WijkReport *self,
           WijkFace style,
           const char *type,
           const char *text,
           double y,
           int max_lines,
           guint32 colour)
{
  WijkSheet *sheet = self->sheet;
  g_autoptr (PangoLayout) layout = NULL;

  if (!text || !*text)
    return y;
  layout = wijk_sheet_create_layout (sheet, style, text, COVER_TEXT);
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  wijk_sheet_begin (sheet, type);
  wijk_sheet_show (sheet, layout, WIJK_PAGE_TEXT, y, colour);
  wijk_sheet_end (sheet, type);
  return y + wijk_sheet_measure (layout, NULL);
}

void
wijk_report_put_title (WijkReport *self,
                       int level,
                       PangoLayout *layout,
                       const char *title,
                       double x,
                       double y,
                       guint32 colour)
{
  static const char *const types[] = { "H1", "H2" };
  const char *type = types[CLAMP (level, 1, (int) G_N_ELEMENTS (types)) - 1];
  WijkSheet *sheet = self->sheet;
  g_autofree char *name = wijk_sheet_name_heading (sheet->headings->len);
  g_autofree char *target = g_strdup_printf ("name='%s'", name);
  WijkHeading heading = {
    .number = g_strdup (""), .title = g_strdup (title), .level = level, .page = sheet->page
  };

  wijk_sheet_begin (sheet, type);
  if (sheet->cr)
    cairo_tag_begin (sheet->cr, CAIRO_TAG_DEST, target);
  wijk_sheet_show (sheet, layout, x, y, colour);
  if (sheet->cr)
    cairo_tag_end (sheet->cr, CAIRO_TAG_DEST);
  wijk_sheet_end (sheet, type);
  g_array_append_val (sheet->headings, heading);
  sheet->level = level;
}

/* A long title is set smaller rather than cut. */
static void
put_title (WijkReport *self, const char *title)
{
  gsize length = strlen (title);
  WijkFace style = length <= 60 ? WIJK_FACE_COVER : length <= 160 ? WIJK_FACE_H2 : WIJK_FACE_BODY;
  g_autoptr (PangoLayout) layout = wijk_sheet_create_layout (self->sheet, style, title, COVER_TEXT);
  double height;

  pango_layout_set_height (layout, (int) ((PANEL_HEIGHT - 150) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  height = wijk_sheet_measure (layout, NULL);
  wijk_report_put_title (
      self, 1, layout, title, WIJK_PAGE_TEXT, PANEL_HEIGHT - 44 - height, 0xffffff);
}

static gboolean
says_fictional (WijkReport *self, const char *text)
{
  const char *signs = wijk_words_get (self->words, "document/fictional-signs");
  g_auto (GStrv) list = g_strsplit (signs, ";", -1);
  g_autofree char *folded = g_utf8_casefold (text ? text : "", -1);

  for (guint i = 0; list[i]; i++)
    if (*list[i] && strstr (folded, list[i]))
      return TRUE;
  return FALSE;
}

/* An example says so in its title, its vision or its first two chapters. */
gboolean
wijk_report_is_fictional (WijkReport *self)
{
  g_autofree char *title = wijk_plan_data_text (self->plan, "title");
  g_autofree char *vision = wijk_plan_data_text (self->plan, "vision");

  if (says_fictional (self, title) || says_fictional (self, vision))
    return TRUE;
  for (guint i = 0; i < MIN (self->sections->len, 2); i++)
    {
      g_autofree char *text = wijk_plan_data_text (g_ptr_array_index (self->sections, i), "text");

      if (says_fictional (self, text))
        return TRUE;
    }
  return FALSE;
}

static void
put_cover_facts (WijkReport *self, double bottom)
{
  const char *names[8];
  char *texts[8] = { NULL };
  guint n = collect_facts (self, names, texts);
  WijkSheet *sheet = self->sheet;
  double y = bottom;

  for (guint i = 0; i < n; i++)
    y -= texts[i] && *texts[i] ? 20 : 0;
  wijk_sheet_begin_list (sheet, "None");
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) name = NULL, text = NULL;

      if (!texts[i] || !*texts[i])
        continue;
      name = wijk_sheet_create_layout (sheet, WIJK_FACE_BODY, names[i], 100);
      text = wijk_sheet_create_layout (sheet, WIJK_FACE_H5, texts[i], COVER_TEXT - 110);
      pango_layout_set_height (text, -1);
      pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
      wijk_sheet_rule (sheet, WIJK_PAGE_TEXT, y - 3.5, COVER_TEXT, 0.5, sheet->palette->line);
      wijk_sheet_begin (sheet, "LI");
      wijk_sheet_begin (sheet, "Lbl");
      wijk_sheet_show (sheet, name, WIJK_PAGE_TEXT, y, sheet->palette->dim);
      wijk_sheet_end (sheet, "Lbl");
      wijk_sheet_begin (sheet, "LBody");
      wijk_sheet_show (sheet, text, WIJK_PAGE_TEXT + 110, y, sheet->palette->text);
      wijk_sheet_end (sheet, "LBody");
      wijk_sheet_end (sheet, "LI");
      y += 20;
    }
  wijk_sheet_end (sheet, "L");
  for (guint i = 0; i < n; i++)
    g_free (texts[i]);
}

void
wijk_report_draw_panel (WijkSheet *sheet, double height)
{
  wijk_sheet_fill (sheet, 0, 0, WIJK_PAGE_WIDTH, height, sheet->palette->accent);
  if (!sheet->cr)
    return;
  cairo_save (sheet->cr);
  cairo_rectangle (sheet->cr, 0, 0, WIJK_PAGE_WIDTH, height - 0.7); /* no ring over its edge */
  cairo_clip (sheet->cr);
  wijk_palette_set_source (sheet->cr, RING_COLOUR);
  cairo_set_line_width (sheet->cr, 15);
  for (int i = 0; i < 7; i++)
    {
      cairo_new_sub_path (sheet->cr);
      cairo_arc (sheet->cr, WIJK_PAGE_WIDTH - 78, 92, 24 + 42 * i, 0, 2 * G_PI);
    }
  cairo_stroke (sheet->cr);
  cairo_restore (sheet->cr);
}

void
wijk_report_put_cover (WijkReport *self)
{
  WijkSheet *sheet = self->sheet;
  const char *kind =
      wijk_words_get (self->words, self->is_vision ? "kind/wijkvisie" : "kind/wijkplan");
  g_autofree char *title = wijk_report_dup_title (self);
  g_autofree char *vision = wijk_plan_data_text (self->plan, "vision");
  g_autofree char *clean = wijk_typeface_clean (sheet->typeface, title);
  g_autofree char *years = wijk_words_short_years (self->words, self->first_year, self->last_year);
  g_autofree char *above = g_strconcat (kind, *years ? " " : "", years, NULL);
  double y = PANEL_HEIGHT + 36;

  g_strstrip (g_strdelimit (clean, "\n", ' '));
  wijk_report_draw_panel (sheet, PANEL_HEIGHT);
  wijk_sheet_fill (sheet, WIJK_PAGE_TEXT, 96, 36, 3, 0xffffff);
  put_title (self, *clean ? clean : kind);
  put_words (self, WIJK_FACE_COVER_KIND, "P", above, 108, 1, 0xffffff);
  y = put_words (self, WIJK_FACE_LEAD, "P", vision, y, 9, sheet->palette->accent);
  if (wijk_report_is_fictional (self))
    put_words (self,
               WIJK_FACE_H5,
               "P",
               wijk_words_get (self->words, "document/fictional"),
               y + 18,
               2,
               sheet->palette->today);
  put_cover_facts (self, WIJK_PAGE_BOTTOM);
  sheet->y = WIJK_PAGE_BOTTOM;
}

static void
put_versions (WijkReport *self)
{
  g_autoptr (GPtrArray) versions = wijk_plan_data_objects (self->plan, "versions");
  const WijkColumn columns[] = { { wijk_words_get (self->words, "table/version"), 0.22, FALSE },
                                 { wijk_words_get (self->words, "table/date"), 0.2, FALSE },
                                 { wijk_words_get (self->words, "cover/status"), 0.16, FALSE },
                                 { wijk_words_get (self->words, "table/summary"), 0.42, FALSE } };
  WijkTable *table;

  if (versions->len < 2)
    return;
  table = wijk_table_begin (self->sheet,
                            wijk_words_get (self->words, "caption/versions"),
                            columns,
                            G_N_ELEMENTS (columns),
                            FALSE);
  for (guint i = 0; i < versions->len; i++)
    {
      JsonObject *version = g_ptr_array_index (versions, i);
      g_autofree char *number =
          g_strdup_printf ("%" G_GINT64_FORMAT, wijk_plan_data_int (version, "number"));
      g_autofree char *label = wijk_plan_data_text (version, "label");
      g_autofree char *date = wijk_words_date (self->words, wijk_plan_data_peek (version, "date"));
      g_autofree char *summary = wijk_markup_dup_plain (wijk_plan_data_peek (version, "summary"));
      const WijkCell cells[] = { { number, label },
                                 { NULL, date },
                                 { NULL,
                                   wijk_words_choose (self->words,
                                                      "version-status",
                                                      wijk_plan_data_peek (version, "status")) },
                                 { NULL, summary } };

      wijk_table_add_row (table, cells);
    }
  wijk_table_end (table);
}

void
wijk_report_put_changes (WijkReport *self)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *summary = wijk_plan_data_text (self->version, "summary");
  int page = sheet->page;

  if (!summary)
    return;
  wijk_sheet_begin_section (sheet);
  wijk_sheet_put_heading (sheet, 2, NULL, wijk_words_get (self->words, "heading/changes"), FALSE);
  wijk_markup_put (sheet, summary, 2);
  wijk_sheet_space (sheet, 14);
  put_versions (self);
  wijk_sheet_end_section (sheet);
  if (sheet->page > page || !wijk_sheet_is_at_top (sheet))
    wijk_sheet_break (sheet);
}
