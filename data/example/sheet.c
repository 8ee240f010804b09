/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sheet.h"

#include <cairo-pdf.h>
#include <gio/gio.h>

#define TEXT_WIDTH (SHEET_WIDTH - 2 * SHEET_MARGIN)
#define FONT "Cantarell"
#define BODY 10.5

static PangoLayout *
create_layout (Sheet *self, const char *markup, double width, double size)
{
  PangoLayout *layout = pango_cairo_create_layout (self->cr);
  PangoContext *context = pango_layout_get_context (layout);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FONT);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("nl"));
  pango_font_description_set_size (font, (int) (size * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_line_spacing (layout, 1.22f);
  pango_layout_set_markup (layout, markup, -1);

  return layout;
}

static double
layout_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return height / (double) PANGO_SCALE;
}

void
sheet_set_colour (Sheet *self, guint32 colour, double alpha)
{
  cairo_set_source_rgba (self->cr,
                         (colour >> 16 & 0xff) / 255.0,
                         (colour >> 8 & 0xff) / 255.0,
                         (colour & 0xff) / 255.0,
                         alpha);
}

/* Draws at the present height and gives the height used; the sheet does not move on. */
double
sheet_text (
    Sheet *self, const char *markup, double x, double width, double size, PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = create_layout (self, markup, width, size);

  pango_layout_set_alignment (layout, alignment);
  cairo_move_to (self->cr, x, self->y);
  pango_cairo_show_layout (self->cr, layout);

  return layout_height (layout);
}

static void
begin_page (Sheet *self)
{
  g_autofree char *label = NULL;

  self->page++;
  label = g_strdup_printf ("%u", self->page);
  cairo_pdf_surface_set_page_label (self->surface, label);
  self->y = SHEET_MARGIN;
}

static void
end_page (Sheet *self)
{
  g_autofree char *left = g_strdup_printf ("%s · fictief voorbeeld", self->title);
  g_autofree char *right = g_strdup_printf ("%u", self->page);
  double foot = SHEET_HEIGHT - 40;

  sheet_set_colour (self, self->accent, 1);
  cairo_rectangle (self->cr, SHEET_MARGIN, foot - 8, TEXT_WIDTH, 0.75);
  cairo_fill (self->cr);
  self->y = foot;
  sheet_set_colour (self, SHEET_INK, 1);
  cairo_tag_begin (self->cr, "P", NULL);
  sheet_text (self, left, SHEET_MARGIN, TEXT_WIDTH - 40, 8.5, PANGO_ALIGN_LEFT);
  sheet_text (self, right, SHEET_MARGIN, TEXT_WIDTH, 8.5, PANGO_ALIGN_RIGHT);
  cairo_tag_end (self->cr, "P");
  cairo_show_page (self->cr);
}

void
sheet_break (Sheet *self)
{
  end_page (self);
  begin_page (self);
}

/* The band across the top of the first page; the title was given to sheet_open(). */
void
sheet_cover (Sheet *self, const char *above, const char *below)
{
  g_autofree char *title = g_markup_printf_escaped ("<b>%s</b>", self->title);

  sheet_set_colour (self, self->accent, 1);
  cairo_rectangle (self->cr, 0, 0, SHEET_WIDTH, 150);
  cairo_fill (self->cr);
  sheet_set_colour (self, 0xffffff, 0.16);
  for (guint i = 0; i < 3; i++)
    {
      cairo_arc (self->cr, SHEET_WIDTH - 30 - 50 * i, 150, 36 + 10 * i, G_PI, 2 * G_PI);
      cairo_fill (self->cr);
    }
  sheet_set_colour (self, 0xffffff, 1);
  self->y = 40;
  cairo_tag_begin (self->cr, "P", NULL);
  sheet_text (self, above, SHEET_MARGIN, TEXT_WIDTH, 10.5, PANGO_ALIGN_LEFT);
  cairo_tag_end (self->cr, "P");
  self->y = 60;
  cairo_tag_begin (self->cr, "H1", NULL);
  sheet_text (self, title, SHEET_MARGIN, TEXT_WIDTH, 27, PANGO_ALIGN_LEFT);
  cairo_tag_end (self->cr, "H1");
  self->y = 106;
  cairo_tag_begin (self->cr, "P", NULL);
  sheet_text (self, below, SHEET_MARGIN, TEXT_WIDTH, 11.5, PANGO_ALIGN_LEFT);
  cairo_tag_end (self->cr, "P");
  self->y = 174;
}

void
sheet_heading (Sheet *self, const char *text)
{
  g_autofree char *markup = g_markup_printf_escaped ("<b>%s</b>", text);

  self->y += 8;
  sheet_set_colour (self, self->accent, 1);
  cairo_tag_begin (self->cr, "H2", NULL);
  self->y += sheet_text (self, markup, SHEET_MARGIN, TEXT_WIDTH, 15, PANGO_ALIGN_LEFT) + 4;
  cairo_tag_end (self->cr, "H2");
}

void
sheet_paragraph (Sheet *self, const char *markup)
{
  sheet_set_colour (self, SHEET_INK, 1);
  cairo_tag_begin (self->cr, "P", NULL);
  self->y += sheet_text (self, markup, SHEET_MARGIN, TEXT_WIDTH, BODY, PANGO_ALIGN_LEFT) + 8;
  cairo_tag_end (self->cr, "P");
}

void
sheet_list (Sheet *self, const char *const *items)
{
  cairo_tag_begin (self->cr, "L", NULL);
  for (guint i = 0; items[i] != NULL; i++)
    {
      cairo_tag_begin (self->cr, "LI", NULL);
      cairo_tag_begin (self->cr, "Lbl", NULL);
      sheet_set_colour (self, self->accent, 1);
      sheet_text (self, "•", SHEET_MARGIN + 3, 12, BODY, PANGO_ALIGN_LEFT);
      cairo_tag_end (self->cr, "Lbl");
      sheet_set_colour (self, SHEET_INK, 1);
      cairo_tag_begin (self->cr, "LBody", NULL);
      self->y +=
          3 +
          sheet_text (self, items[i], SHEET_MARGIN + 16, TEXT_WIDTH - 16, BODY, PANGO_ALIGN_LEFT);
      cairo_tag_end (self->cr, "LBody");
      cairo_tag_end (self->cr, "LI");
    }
  cairo_tag_end (self->cr, "L");
  self->y += 5;
}

void
sheet_notice (Sheet *self, const char *markup)
{
  g_autoptr (PangoLayout) layout = create_layout (self, markup, TEXT_WIDTH - 32, BODY);
  double height = layout_height (layout) + 18;

  sheet_set_colour (self, self->accent, 0.1);
  cairo_rectangle (self->cr, SHEET_MARGIN, self->y, TEXT_WIDTH, height);
  cairo_fill (self->cr);
  sheet_set_colour (self, self->accent, 1);
  cairo_rectangle (self->cr, SHEET_MARGIN, self->y, 4, height);
  cairo_fill (self->cr);
  sheet_set_colour (self, SHEET_INK, 1);
  cairo_move_to (self->cr, SHEET_MARGIN + 18, self->y + 8);
  cairo_tag_begin (self->cr, "P", NULL);
  pango_cairo_show_layout (self->cr, layout);
  cairo_tag_end (self->cr, "P");
  self->y += height + 12;
}

/* ---- tables ------------------------------------------------------------------------------ */

/* One row of a table, or its head where @cells is NULL; it is as high as its highest cell. */
static void
draw_row (Sheet *self, const SheetColumn *columns, guint n_columns, char **cells)
{
  gboolean is_head = cells == NULL;
  double x = SHEET_MARGIN;
  double top = self->y;
  double highest = 0;

  self->y += 5;
  cairo_tag_begin (self->cr, "TR", NULL);
  for (guint i = 0; i < n_columns; i++)
    {
      double width = columns[i].share * TEXT_WIDTH;
      g_autofree char *bold = is_head ? g_strdup_printf ("<b>%s</b>", columns[i].title) : NULL;
      const char *markup = is_head ? bold : cells[i];
      double height;
      PangoAlignment alignment = columns[i].is_number ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;

      sheet_set_colour (self, is_head ? self->accent : SHEET_INK, 1);
      cairo_tag_begin (self->cr, is_head ? "TH" : "TD", NULL);
      height = sheet_text (self, markup, x + 4, width - 10, 9.5, alignment);
      highest = MAX (highest, height);
      cairo_tag_end (self->cr, is_head ? "TH" : "TD");
      x += width;
    }
  cairo_tag_end (self->cr, "TR");
  self->y = top + highest + 10;
  sheet_set_colour (self, self->accent, is_head ? 1 : 0.25);
  cairo_rectangle (self->cr, SHEET_MARGIN, self->y, TEXT_WIDTH, is_head ? 1.2 : 0.6);
  cairo_fill (self->cr);
}

/* @rows ends in NULL; a row is its cells with markup, separated by |. */
void
sheet_table (Sheet *self, const SheetColumn *columns, guint n_columns, const char *const *rows)
{
  cairo_tag_begin (self->cr, "Table", NULL);
  draw_row (self, columns, n_columns, NULL);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], "|", -1);

      g_assert (g_strv_length (cells) == n_columns);
      draw_row (self, columns, n_columns, cells);
    }
  cairo_tag_end (self->cr, "Table");
  self->y += 12;
}

/* ---- bars -------------------------------------------------------------------------------- */

static char *
format_value (const char *format, double value)
{
  g_autofree char *text = g_strdup_printf ("%.1f", value);
  GString *whole;

  g_strdelimit (text, ".", ',');
  if (g_str_has_suffix (text, ",0") && g_str_equal (format, "%"))
    text[strlen (text) - 2] = '\0';
  whole = g_string_new (text);
  if (g_str_equal (format, "%"))
    g_string_append (whole, "%");

  return g_string_free (whole, FALSE);
}

/* Lying bars from 0 to @full, with a dashed line at @mark unless it is 0; @format "%" or "". */
void
sheet_bars (
    Sheet *self, const SheetBar *bars, guint n_bars, double full, double mark, const char *format)
{
  const double left = SHEET_MARGIN + 170;
  const double width = TEXT_WIDTH - 170 - 40;
  double top = self->y;

  for (guint i = 0; i < n_bars; i++)
    {
      g_autofree char *value = format_value (format, bars[i].value);
      double length = width * bars[i].value / full;

      sheet_set_colour (self, self->accent, bars[i].value < mark ? 0.55 : 1);
      cairo_rectangle (self->cr, left, self->y, length, 16);
      cairo_fill (self->cr);
      sheet_set_colour (self, SHEET_INK, 1);
      cairo_tag_begin (self->cr, "P", NULL);
      sheet_text (self, bars[i].label, SHEET_MARGIN, 160, 9.5, PANGO_ALIGN_LEFT);
      sheet_text (
          self, value, left + MAX (length, width * mark / full) + 6, 40, 9.5, PANGO_ALIGN_LEFT);
      cairo_tag_end (self->cr, "P");
      self->y += 24;
    }
  if (mark > 0)
    {
      const double dashes[] = { 4, 3 };

      sheet_set_colour (self, SHEET_INK, 0.8);
      cairo_set_line_width (self->cr, 1);
      cairo_set_dash (self->cr, dashes, 2, 0);
      cairo_move_to (self->cr, left + width * mark / full, top - 5);
      cairo_line_to (self->cr, left + width * mark / full, self->y - 3);
      cairo_stroke (self->cr);
      cairo_set_dash (self->cr, NULL, 0, 0);
    }
  self->y += 8;
}

/* ---- the file ---------------------------------------------------------------------------- */

/* @title must outlive the sheet. The same sheet gives the same bytes: no time stands in it. */
void
sheet_open (Sheet *self, const char *path, const char *title, guint32 accent)
{
  *self = (Sheet) { .title = title, .accent = accent };
  self->surface = cairo_pdf_surface_create (path, SHEET_WIDTH, SHEET_HEIGHT);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (
      self->surface, CAIRO_PDF_METADATA_SUBJECT, "Fictief voorbeeld bij een wijkplan");
  cairo_pdf_surface_set_metadata (
      self->surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-09-01T12:00:00");
  self->cr = cairo_create (self->surface);
  begin_page (self);
}

gboolean
sheet_close (Sheet *self, GError **error)
{
  cairo_status_t status;

  end_page (self);
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", self->title, cairo_status_to_string (status));

  return FALSE;
}
