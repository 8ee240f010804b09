/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-form.h"

#include <string.h>

/* Four cards of A6 on a page of A4. */
#define PER_PAGE 4
#define CARD_WIDTH (WIJK_PAGE_WIDTH / 2)
#define CARD_HEIGHT (WIJK_PAGE_HEIGHT / 2)
#define MARGIN 26.0
#define INNER (CARD_WIDTH - 2 * MARGIN)
#define LINE_GAP 21.0
#define BOX 9.0
#define MAX_QUESTIONS 3
#define MAX_THEMES 7
/* From the card's foot upward. */
#define FOOT 57.0

/* What every card of the session says. */
typedef struct
{
  char *code; /* "HX": of the session, before the number of a card */
  char *title, *date;
  GPtrArray *questions;
  GPtrArray *themes;
} Card;

/* Two letters that a session keeps whatever its place: consonants, so that they are no word. Should
 * two sessions have the same, the one that comes later takes the next. */
static char *
create_code (WijkReport *self, JsonObject *wanted)
{
  static const char letters[] = "BCDFGHJKLMNPQRSTVWXZ";
  const guint n = sizeof letters - 1;
  g_autoptr (GPtrArray) sessions = wijk_plan_data_objects (self->plan, "sessions");
  g_autofree gboolean *taken = g_new0 (gboolean, n * n);
  guint place = 0;

  for (guint i = 0; i < sessions->len && i < n * n; i++)
    {
      JsonObject *session = g_ptr_array_index (sessions, i);
      const char *id = wijk_plan_data_peek (session, "id");

      place = g_str_hash (id ? id : "") % (n * n);
      while (taken[place])
        place = (place + 1) % (n * n);
      taken[place] = TRUE;
      if (session == wanted)
        break;
    }
  return g_strdup_printf ("%c%c", letters[place / n], letters[place % n]);
}

static GPtrArray *
list_questions (JsonObject *session)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = wijk_plan_data_text (session, "questions");
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i] && questions->len < MAX_QUESTIONS; i++)
    if (*g_strstrip (lines[i]))
      g_ptr_array_add (questions, g_strdup (lines[i]));
  return questions;
}

static GPtrArray *
list_themes (WijkReport *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->themes->len && names->len < MAX_THEMES; i++)
    {
      char *name = wijk_plan_data_text (g_ptr_array_index (self->themes, i), "name");

      if (name)
        g_ptr_array_add (names, name);
    }
  if (names->len > 0)
    g_ptr_array_add (names, g_strdup (wijk_words_get (self->words, "report/card-theme-other")));
  return names;
}

/* Shows a text and gives the y below it; it ends in an ellipsis after so many lines. */
static double
show (WijkReport *self,
      WijkFace face,
      const char *text,
      double x,
      double y,
      double width,
      int max_lines,
      guint32 colour)
{
  WijkSheet *sheet = self->sheet;
  g_autoptr (PangoLayout) layout = wijk_sheet_create_layout (sheet, face, text, width);

  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  wijk_sheet_show (sheet, layout, x, y, colour);
  return y + wijk_sheet_measure (layout, NULL);
}

static void
draw_box (WijkSheet *sheet, double x, double y, double size)
{
  if (!sheet->cr)
    return;
  wijk_sheet_set_colour (sheet, sheet->palette->text);
  cairo_rectangle (sheet->cr, x, y, size, size);
  cairo_set_line_width (sheet->cr, 0.8);
  cairo_stroke (sheet->cr);
}

static void
draw_cut_lines (WijkSheet *sheet)
{
  static const double dashes[] = { 3, 4 };

  if (!sheet->cr)
    return;
  cairo_save (sheet->cr);
  wijk_sheet_set_colour (sheet, 0x9aa4ae);
  cairo_set_line_width (sheet->cr, 0.6);
  cairo_set_dash (sheet->cr, dashes, 2, 0);
  cairo_move_to (sheet->cr, CARD_WIDTH, 0);
  cairo_line_to (sheet->cr, CARD_WIDTH, WIJK_PAGE_HEIGHT);
  cairo_move_to (sheet->cr, 0, CARD_HEIGHT);
  cairo_line_to (sheet->cr, WIJK_PAGE_WIDTH, CARD_HEIGHT);
  cairo_stroke (sheet->cr);
  cairo_restore (sheet->cr);
}

/* The first card says what all of them say; on the others it is decoration. */
static void
begin_text (WijkSheet *sheet, gboolean is_first)
{
  if (is_first)
    wijk_sheet_begin (sheet, "P");
  else
    wijk_sheet_begin_artifact (sheet);
}

static void
end_text (WijkSheet *sheet, gboolean is_first)
{
  if (is_first)
    wijk_sheet_end (sheet, "P");
  else
    wijk_sheet_end_artifact (sheet);
}

static double
put_line (WijkReport *self,
          WijkFace face,
          const char *text,
          double x,
          double y,
          double width,
          int max_lines,
          gboolean is_first)
{
  begin_text (self->sheet, is_first);
  y = show (self, face, text, x, y, width, max_lines, self->sheet->palette->text);
  end_text (self->sheet, is_first);
  return y;
}

static double
put_title (WijkReport *self, const Card *card, double x, double y, gboolean is_first)
{
  WijkSheet *sheet = self->sheet;
  g_autoptr (PangoLayout) layout =
      wijk_sheet_create_layout (sheet, WIJK_FACE_H4, card->title, INNER - 64);

  pango_layout_set_height (layout, -2);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (is_first)
    wijk_report_put_title (self, 1, layout, card->title, x, y, sheet->palette->accent);
  else
    {
      wijk_sheet_begin_artifact (sheet);
      wijk_sheet_show (sheet, layout, x, y, sheet->palette->accent);
      wijk_sheet_end_artifact (sheet);
    }
  return y + wijk_sheet_measure (layout, NULL);
}

static void
put_number (WijkReport *self, const Card *card, guint number, double x, double y)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *text = g_strdup_printf ("%s-%03u", card->code, number);
  g_autoptr (PangoLayout) layout = wijk_sheet_create_layout (sheet, WIJK_FACE_H3, text, 0);
  double width;

  wijk_sheet_measure (layout, &width);
  wijk_report_put_title (self, 2, layout, text, x + INNER - width, y - 2, sheet->palette->text);
}

/* One question stands there to be answered; of more, one is ticked. */
static double
put_questions (WijkReport *self, const Card *card, double x, double y, gboolean is_first)
{
  WijkSheet *sheet = self->sheet;

  if (card->questions->len == 1)
    return put_line (
        self, WIJK_FACE_H3, g_ptr_array_index (card->questions, 0), x, y, INNER, 4, is_first);
  if (card->questions->len > 1)
    y = put_line (self,
                  WIJK_FACE_SMALL,
                  wijk_words_get (self->words, "report/card-question"),
                  x,
                  y,
                  INNER,
                  1,
                  is_first) +
        3;
  for (guint i = 0; i < card->questions->len; i++)
    {
      draw_box (sheet, x, y + 2, BOX);
      y = put_line (self,
                    WIJK_FACE_H5,
                    g_ptr_array_index (card->questions, i),
                    x + BOX + 7,
                    y,
                    INNER - BOX - 7,
                    2,
                    is_first) +
          3;
    }
  return y;
}

static double
measure_themes (const Card *card)
{
  return card->themes->len > 0 ? 16 + (card->themes->len + 1) / 2 * 16.0 : 0;
}

static void
put_themes (WijkReport *self, const Card *card, double x, double y, gboolean is_first)
{
  WijkSheet *sheet = self->sheet;
  double column = INNER / 2;

  if (card->themes->len == 0)
    return;
  put_line (self,
            WIJK_FACE_SMALL,
            wijk_words_get (self->words, "report/card-themes"),
            x,
            y,
            INNER,
            1,
            is_first);
  for (guint i = 0; i < card->themes->len; i++)
    {
      double left = x + i % 2 * column, top = y + 16 + i / 2 * 16.0;

      draw_box (sheet, left, top, BOX);
      put_line (self,
                WIJK_FACE_CELL,
                g_ptr_array_index (card->themes, i),
                left + BOX + 6,
                top - 1,
                column - BOX - 12,
                1,
                is_first);
    }
}

static void
put_foot (WijkReport *self, double x, double y, gboolean is_first)
{
  WijkSheet *sheet = self->sheet;
  const WijkWords *words = self->words;

  put_line (self,
            WIJK_FACE_CELL,
            wijk_words_get (words, "report/card-people"),
            x,
            y,
            INNER * 0.6,
            1,
            is_first);
  put_line (self,
            WIJK_FACE_SMALL,
            wijk_words_get (words, "report/card-nameless"),
            x + INNER * 0.6,
            y,
            INNER * 0.4,
            1,
            is_first);
  put_line (self,
            WIJK_FACE_CELL,
            wijk_words_get (words, "report/card-area"),
            x,
            y + 18,
            INNER,
            1,
            is_first);
  wijk_sheet_rule (sheet, x + 72, y + 28, INNER - 72, 0.5, sheet->palette->dim);
}

/* As many as there is room for, as far from each other as can be. */
static void
draw_lines (WijkSheet *sheet, double x, double top, double bottom)
{
  int n = (int) ((bottom - top) / LINE_GAP);

  for (int i = 1; i <= n; i++)
    wijk_sheet_rule (sheet, x, top + i * (bottom - top) / n, INNER, 0.5, sheet->palette->line);
}

static void
put_card (WijkReport *self, const Card *card, guint index, guint number)
{
  WijkSheet *sheet = self->sheet;
  gboolean is_first = index == 0;
  double x = MARGIN + index % 2 * CARD_WIDTH, top = index / 2 % 2 * CARD_HEIGHT, y = top + MARGIN;
  double foot = top + CARD_HEIGHT - FOOT, themes = foot - measure_themes (card) - 4;

  y = put_title (self, card, x, y, is_first);
  if (card->date)
    y = put_line (self, WIJK_FACE_SMALL, card->date, x, y + 1, INNER - 64, 1, is_first);
  put_number (self, card, number, x, top + MARGIN);
  y = put_questions (self, card, x, y + 10, is_first);
  y = put_line (self,
                WIJK_FACE_SMALL,
                wijk_words_get (self->words, "report/card-write"),
                x,
                y + 5,
                INNER,
                1,
                is_first);
  draw_lines (sheet, x, y, themes - 10);
  put_themes (self, card, x, themes, is_first);
  put_foot (self, x, foot, is_first);
}

void
wijk_report_put_cards (WijkReport *self)
{
  WijkSheet *sheet = self->sheet;
  JsonObject *session = wijk_report_find_session (self);
  g_autofree char *raw = wijk_plan_data_text (session, "title");
  guint first = MAX (self->choice->first, 1);
  guint n = self->choice->n_cards > 0 ? self->choice->n_cards : WIJK_REPORT_CARDS_DEFAULT;
  Card card = { .code = create_code (self, session),
                .title = wijk_typeface_clean (sheet->typeface, raw),
                .date = wijk_words_date (self->words, wijk_plan_data_peek (session, "date")),
                .questions = list_questions (session),
                .themes = list_themes (self) };

  g_strdelimit (card.title, "\n", ' ');
  if (!*card.title)
    g_set_str (&card.title, wijk_words_get (self->words, "report/cards"));
  n = MIN (n, WIJK_REPORT_CARDS_MAX);
  for (guint i = 0; i < n && !wijk_sheet_is_stopped (sheet); i++)
    {
      if (i > 0 && i % PER_PAGE == 0)
        wijk_sheet_break (sheet);
      if (i % PER_PAGE == 0)
        draw_cut_lines (sheet);
      put_card (self, &card, i, first + i);
    }
  g_free (card.code);
  g_free (card.title);
  g_free (card.date);
  g_ptr_array_unref (card.questions);
  g_ptr_array_unref (card.themes);
}
