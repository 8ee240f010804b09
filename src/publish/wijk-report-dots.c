/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-form.h"

#define BAND 122.0
#define TOP (BAND + 16)
#define BOTTOM 782.0
#define FOOT_Y 800.0
#define WIDTH (WIJK_PAGE_RIGHT - WIJK_PAGE_LEFT)
#define MAX_PER_PAGE 4
#define TOTAL_WIDTH 78.0
#define DOT 34.0 /* twelve millimetres: a common sticker */
#define DOT_STEP 37.0
#define MAX_OPTIONS 100

/* As the rule has it: three, or a quarter of the options if that is more. */
static gint64
get_dots (JsonObject *ballot, guint n_options)
{
  gint64 dots = wijk_plan_data_int (ballot, "dots");

  return dots > 0 ? dots : MAX (3, (n_options + 3) / 4);
}

static PangoLayout *
create (WijkReport *self, WijkFace face, const char *text, double width, int max_lines)
{
  PangoLayout *layout = wijk_sheet_create_layout (self->sheet, face, text, width);

  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
put_text (
    WijkReport *self, WijkFace face, const char *text, double y, int max_lines, guint32 colour)
{
  g_autoptr (PangoLayout) layout = create (self, face, text, WIDTH, max_lines);

  wijk_sheet_begin (self->sheet, "P");
  wijk_sheet_show (self->sheet, layout, WIJK_PAGE_LEFT, y, colour);
  wijk_sheet_end (self->sheet, "P");
}

static void
put_foot (WijkReport *self, guint page, guint n_pages)
{
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", n_pages);
  g_autofree char *text =
      wijk_words_fill (self->words, "report/dots-foot", "page", number, "pages", total, NULL);

  put_text (self, WIJK_FACE_CELL, text, FOOT_Y, 1, self->sheet->palette->dim);
}

static void
put_head (WijkReport *self, JsonObject *ballot, guint n_options, guint page)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *raw = wijk_plan_data_text (ballot, "title");
  g_autofree char *title = wijk_typeface_clean (sheet->typeface, raw);
  g_autofree char *dots =
      wijk_words_count (self->words, "report/dots-each", get_dots (ballot, n_options));
  g_autofree char *how =
      g_strjoin (" ", dots, wijk_words_get (self->words, "report/dots-how"), NULL);
  const char *name;
  g_autoptr (PangoLayout) layout = NULL;

  g_strdelimit (title, "\n", ' ');
  name = *title ? title : wijk_words_get (self->words, "report/dot-sheets");
  layout = create (self, WIJK_FACE_H2, name, WIDTH, 2);
  wijk_sheet_fill (sheet, 0, 0, WIJK_PAGE_WIDTH, BAND, sheet->palette->accent);
  if (page == 0)
    wijk_report_put_title (
        self, sheet->page == 1 ? 1 : 2, layout, name, WIJK_PAGE_LEFT, 28, 0xffffff);
  else
    {
      wijk_sheet_begin_artifact (sheet);
      wijk_sheet_show (sheet, layout, WIJK_PAGE_LEFT, 28, 0xffffff);
      wijk_sheet_end_artifact (sheet);
    }
  put_text (self, WIJK_FACE_POSTER_SMALL, how, BAND - 44, 2, 0xffffff);
}

static void
draw_dots (WijkSheet *sheet, double left, double top, double right, double bottom)
{
  static const double dashes[] = { 1.5, 3 };
  int columns = (int) ((right - left) / DOT_STEP), rows = (int) ((bottom - top) / DOT_STEP);

  if (!sheet->cr || columns < 1)
    return;
  cairo_save (sheet->cr);
  wijk_sheet_set_colour (sheet, 0x9aa4ae);
  cairo_set_line_width (sheet->cr, 0.7);
  cairo_set_dash (sheet->cr, dashes, 2, 0);
  for (int row = 0; row < rows; row++)
    for (int column = 0; column < columns; column++)
      {
        cairo_new_sub_path (sheet->cr);
        cairo_arc (sheet->cr,
                   left + (column + 0.5) * DOT_STEP,
                   top + (row + 0.5) * DOT_STEP,
                   DOT / 2,
                   0,
                   2 * G_PI);
      }
  cairo_stroke (sheet->cr);
  cairo_restore (sheet->cr);
}

static void
draw_total (WijkReport *self, double top, double bottom)
{
  WijkSheet *sheet = self->sheet;
  double x = WIJK_PAGE_RIGHT - TOTAL_WIDTH, height = MIN (bottom - top, 86);
  WijkPictureRect box = { x, top, TOTAL_WIDTH, height };
  g_autoptr (PangoLayout) word = create (
      self, WIJK_FACE_SMALL, wijk_words_get (self->words, "report/dots-total"), TOTAL_WIDTH, 1);

  if (sheet->cr)
    {
      wijk_sheet_set_colour (sheet, sheet->palette->text);
      wijk_picture_round_rect (sheet->cr, &box, 4);
      cairo_set_line_width (sheet->cr, 1);
      cairo_stroke (sheet->cr);
    }
  wijk_sheet_begin (sheet, "P");
  wijk_sheet_show (sheet, word, x + 8, top + 6, sheet->palette->dim);
  wijk_sheet_end (sheet, "P");
}

static void
put_option (WijkReport *self, JsonObject *option, guint number, double top, double height)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *raw = wijk_plan_data_text (option, "title");
  g_autofree char *title = g_strdup_printf ("%u. %s", number, raw ? raw : "…");
  g_autoptr (PangoLayout) layout = create (
      self, WIJK_FACE_POSTER_QUOTE, g_strdelimit (title, "\n", ' '), WIDTH - TOTAL_WIDTH - 16, 2);
  double below = top + 10 + wijk_sheet_measure (layout, NULL) + 6, bottom = top + height - 10;

  wijk_sheet_rule (sheet, WIJK_PAGE_LEFT, top, WIDTH, 1.2, sheet->palette->accent);
  wijk_sheet_begin (sheet, "P");
  wijk_sheet_show (sheet, layout, WIJK_PAGE_LEFT, top + 10, sheet->palette->text);
  wijk_sheet_end (sheet, "P");
  draw_dots (sheet, WIJK_PAGE_LEFT, below, WIJK_PAGE_RIGHT - TOTAL_WIDTH - 16, bottom);
  draw_total (self, top + 12, bottom);
}

/* The options are spread evenly over the sheets, so that each has as much room. */
static void
put_ballot (WijkReport *self, JsonObject *ballot, gboolean is_first)
{
  WijkSheet *sheet = self->sheet;
  g_autoptr (GPtrArray) options = wijk_plan_data_objects (ballot, "options");
  guint n = MIN (options->len, MAX_OPTIONS), n_pages = (n + MAX_PER_PAGE - 1) / MAX_PER_PAGE;
  guint per_page = (n + n_pages - 1) / n_pages;
  double height = (BOTTOM - TOP) / per_page;

  for (guint i = 0; i < n && !wijk_sheet_is_stopped (sheet); i++)
    {
      if (i % per_page == 0)
        {
          if (!is_first || i > 0)
            wijk_sheet_break (sheet);
          put_head (self, ballot, options->len, i / per_page);
        }
      put_option (self, g_ptr_array_index (options, i), i + 1, TOP + i % per_page * height, height);
      if (i % per_page == per_page - 1 || i == n - 1)
        put_foot (self, i / per_page, n_pages);
    }
}

void
wijk_report_put_dot_sheets (WijkReport *self)
{
  g_autoptr (GPtrArray) ballots = wijk_report_list_ballots (self);

  for (guint i = 0; i < ballots->len && !wijk_sheet_is_stopped (self->sheet); i++)
    put_ballot (self, g_ptr_array_index (ballots, i), i == 0);
}
