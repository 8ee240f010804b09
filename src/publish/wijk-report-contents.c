/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report.h"

#define TEXT_WIDTH (WIJK_PAGE_RIGHT - WIJK_PAGE_TEXT)
#define ENTRY_GAP 7.0

typedef struct
{
  PangoLayout *number, *title, *page;
  double height, page_width;
} Entry;

static void
clear_entry (Entry *entry)
{
  g_clear_object (&entry->number);
  g_clear_object (&entry->title);
  g_clear_object (&entry->page);
}

static Entry
create_entry (WijkSheet *sheet, const WijkHeading *heading, int page)
{
  WijkFace style = heading->level == 2 ? WIJK_FACE_H5 : WIJK_FACE_BODY;
  g_autofree char *number = g_strconcat (heading->number, " ", NULL);
  g_autofree char *title = g_strconcat (heading->title, " ", NULL);
  g_autofree char *page_text = g_strdup_printf ("%d", page);
  Entry entry = { 0 };

  entry.number = wijk_sheet_create_layout (sheet, style, number, 0);
  entry.title = wijk_sheet_create_layout (sheet, style, title, TEXT_WIDTH - 60);
  entry.page = wijk_sheet_create_layout (sheet, style, page_text, 0);
  entry.height = wijk_sheet_measure (entry.title, NULL);
  wijk_sheet_measure (entry.page, &entry.page_width);
  return entry;
}

/* Dots from the end of the title to the page. */
static void
draw_leader (WijkSheet *sheet, const Entry *entry, double x)
{
  static const double dots[] = { 0, 4 };
  PangoLayoutLine *line =
      pango_layout_get_line_readonly (entry->title, pango_layout_get_line_count (entry->title) - 1);
  PangoRectangle extents;
  double from, to = WIJK_PAGE_RIGHT - entry->page_width - 6, y = sheet->y + entry->height - 5.6;

  pango_layout_line_get_extents (line, NULL, &extents);
  from = x + extents.width / (double) PANGO_SCALE + 4;
  if (!sheet->cr || from >= to)
    return;
  cairo_save (sheet->cr);
  wijk_palette_set_source (sheet->cr, 0x9aa4ae);
  cairo_set_line_cap (sheet->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (sheet->cr, 0.9);
  cairo_set_dash (sheet->cr, dots, 2, 0);
  cairo_move_to (sheet->cr, to, y);
  cairo_line_to (sheet->cr, from, y);
  cairo_stroke (sheet->cr);
  cairo_restore (sheet->cr);
}

static char *
describe_box (double x, double y, double width, double height)
{
  g_autofree char *a = wijk_sheet_number (x), *b = wijk_sheet_number (y);
  g_autofree char *c = wijk_sheet_number (width), *d = wijk_sheet_number (height);

  return g_strdup_printf ("rect=[%s %s %s %s]", a, b, c, d);
}

static void
put_entry (WijkReport *self, const WijkHeading *heading, guint index, int page)
{
  WijkSheet *sheet = self->sheet;
  Entry entry = create_entry (sheet, heading, page);
  g_autofree char *name = wijk_sheet_name_heading (index);
  g_autofree char *page_text = g_strdup_printf ("%d", page);
  g_autofree char *contents = wijk_words_fill (
      self->words, "document/link", "title", heading->title, "page", page_text, NULL);
  g_autofree char *box = NULL, *attributes = NULL;
  double indent = *heading->number ? 34 : 0, x = WIJK_PAGE_TEXT + indent;

  sheet->y += heading->level == 2 && !wijk_sheet_is_at_top (sheet) ? ENTRY_GAP : 0;
  wijk_sheet_need (sheet, entry.height);
  box = describe_box (WIJK_PAGE_TEXT, sheet->y, WIJK_PAGE_RIGHT - WIJK_PAGE_TEXT, entry.height);
  attributes = g_strdup_printf ("dest='%s' %s", name, box);
  wijk_sheet_begin (sheet, "TOCI");
  wijk_sheet_begin (sheet, "Reference");
  wijk_sheet_begin_link (sheet, attributes, contents);
  if (*heading->number)
    wijk_sheet_show (sheet,
                     entry.number,
                     WIJK_PAGE_TEXT,
                     sheet->y,
                     heading->level == 2 ? sheet->palette->accent : sheet->palette->dim);
  wijk_sheet_show (sheet, entry.title, x, sheet->y, sheet->palette->text);
  wijk_sheet_show (sheet,
                   entry.page,
                   WIJK_PAGE_RIGHT - entry.page_width,
                   sheet->y + entry.height - wijk_sheet_measure (entry.page, NULL),
                   sheet->palette->text);
  wijk_sheet_end (sheet, "Link");
  wijk_sheet_end (sheet, "Reference");
  wijk_sheet_end (sheet, "TOCI");
  draw_leader (sheet, &entry, x);
  sheet->y += entry.height;
  clear_entry (&entry);
}

static void
put_entries (WijkReport *self, const GArray *headings, int shift)
{
  WijkSheet *sheet = self->sheet;

  wijk_sheet_put_heading (sheet, 2, NULL, wijk_words_get (self->words, "heading/contents"), FALSE);
  wijk_sheet_need (sheet, 60);
  wijk_sheet_begin (sheet, "TOC");
  for (guint i = 0; i < headings->len; i++)
    {
      const WijkHeading *heading = &g_array_index (headings, WijkHeading, i);

      if (heading->is_listed)
        put_entry (self, heading, i + 1, heading->page + shift); /* the contents are one more */
    }
  wijk_sheet_end (sheet, "TOC");
  sheet->level = 1;
}

static gboolean
has_listed (const GArray *headings)
{
  for (guint i = 0; i < headings->len; i++)
    if (g_array_index (headings, WijkHeading, i).is_listed)
      return TRUE;
  return FALSE;
}

int
wijk_report_measure_contents (WijkReport *self, WijkSheet *trial, const GArray *headings)
{
  if (!has_listed (headings))
    return 0;
  self->sheet = trial;
  wijk_sheet_start (trial);
  trial->level = 1;
  put_entries (self, headings, 0);
  return trial->page;
}

void
wijk_report_put_contents (WijkReport *self)
{
  if (!self->contents || !has_listed (self->contents))
    return;
  put_entries (self, self->contents, self->n_contents_pages);
  wijk_sheet_break (self->sheet);
}
