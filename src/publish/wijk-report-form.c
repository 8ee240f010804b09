/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-form.h"

#include "wijk-report-answer.h"

#include <glib/gi18n.h>
#include <string.h>

#define BAND_TEXT (WIJK_PAGE_RIGHT - WIJK_PAGE_LEFT - 70)
#define BAND_TOP 66.0
#define FIGURE_HEIGHT 52.0

static const struct
{
  const char *title;
  void (*put) (WijkReport *self);
  gboolean is_bare; /* pages that are filled by hand or hung up carry neither foot nor number */
} forms[WIJK_N_REPORTS] = {
  [WIJK_REPORT_PARTICIPATION] = { "report/participation", wijk_report_put_participation, FALSE },
  [WIJK_REPORT_YOU_SAID] = { "report/you-said", wijk_report_put_you_said, TRUE },
  [WIJK_REPORT_CARDS] = { "report/cards", wijk_report_put_cards, TRUE },
  [WIJK_REPORT_DOT_SHEETS] = { "report/dot-sheets", wijk_report_put_dot_sheets, TRUE },
  [WIJK_REPORT_REPLIES] = { "report/replies", wijk_report_put_replies, FALSE },
};

JsonObject *
wijk_report_find_session (const WijkReport *self)
{
  const char *id = self->choice->session;

  return id ? g_hash_table_lookup (self->sessions_by_id, id) : NULL;
}

static gboolean
is_of_session (WijkReport *self, JsonObject *record, const char *key)
{
  const char *wanted = self->choice->session;

  return !wanted || g_strcmp0 (wijk_plan_data_peek (record, key), wanted) == 0;
}

static void
keep (WijkReport *self, GPtrArray *records, const char *key)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    if (is_of_session (self, g_ptr_array_index (records, i), key))
      records->pdata[n++] = records->pdata[i];
  g_ptr_array_set_size (records, (int) n);
}

GPtrArray *
wijk_report_list_ballots (const WijkReport *self)
{
  GPtrArray *ballots = wijk_plan_data_objects (self->plan, "ballots");
  const WijkReportChoice *choice = self->choice;

  for (guint i = 0; i < ballots->len;)
    {
      JsonObject *ballot = g_ptr_array_index (ballots, i);
      g_autoptr (GPtrArray) options = wijk_plan_data_objects (ballot, "options");
      const char *id = wijk_plan_data_peek (ballot, "id");
      const char *session = wijk_plan_data_peek (ballot, "session");

      if (options->len == 0 || (choice->ballot && g_strcmp0 (id, choice->ballot) != 0) ||
          (choice->session && g_strcmp0 (session, choice->session) != 0))
        g_ptr_array_remove_index (ballots, i);
      else
        i++;
    }
  return ballots;
}

static gboolean
has_answers (WijkReport *self)
{
  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);

      if (wijk_report_is_counted (remark) && is_of_session (self, remark, "session") &&
          wijk_report_is_answered (self, remark))
        return TRUE;
    }
  return FALSE;
}

/* Why the report cannot be made, or NULL. */
static const char *
find_fault (WijkReport *self)
{
  const WijkReportChoice *choice = self->choice;

  if (choice->session && !wijk_report_find_session (self))
    return _ ("The plan has no such session.");
  if (choice->kind == WIJK_REPORT_CARDS && !choice->session)
    return _ ("Reaction cards are for one session: choose which.");
  if (choice->kind == WIJK_REPORT_YOU_SAID && !has_answers (self))
    return _ ("No remark has an answer yet, so there is nothing to report back.");
  if (choice->kind == WIJK_REPORT_DOT_SHEETS)
    {
      g_autoptr (GPtrArray) ballots = wijk_report_list_ballots (self);

      if (ballots->len == 0)
        return _ ("There is no vote with options to make sheets for.");
    }
  return NULL;
}

gboolean
wijk_report_choose (WijkReport *self, GError **error)
{
  const char *fault = find_fault (self);

  if (!fault)
    {
      keep (self, self->remarks, "session");
      keep (self, self->sessions, "id");
      return TRUE;
    }
  g_set_error_literal (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_CHOICE, fault);
  return FALSE;
}

char *
wijk_report_dup_name (const WijkReport *self)
{
  g_autofree char *title = wijk_report_dup_title (self);
  JsonObject *session = self->choice ? wijk_report_find_session (self) : NULL;
  g_autofree char *of = wijk_plan_data_text (session, "title");
  const char *kind;

  if (!self->choice)
    return g_steal_pointer (&title);
  kind = wijk_words_get (self->words, forms[self->choice->kind].title);
  return g_strjoin (" – ", kind, of ? of : title, of ? title : NULL, NULL);
}

char *
wijk_report_dup_day (const WijkReport *self)
{
  const WijkMoment *moment = self->options->draft;
  g_autofree char *iso =
      g_strdup_printf ("%04d-%02d-%02d", moment->year, moment->month, moment->day);

  return wijk_words_date (self->words, iso);
}

void
wijk_report_furnish (WijkReport *self, WijkSheet *sheet)
{
  g_autofree char *day = wijk_report_dup_day (self);
  g_autofree char *name = wijk_report_dup_name (self);

  g_strdelimit (name, "\n", ' ');
  sheet->footer = wijk_words_fill (self->words, "report/footer", "name", name, "day", day, NULL);
  if (self->choice->is_internal)
    sheet->stamp = wijk_words_fill (self->words, "report/stamp", "day", day, NULL);
}

void
wijk_report_put_form (WijkReport *self, WijkSheet *sheet)
{
  self->sheet = sheet;
  sheet->is_bare = forms[self->choice->kind].is_bare;
  wijk_sheet_start (sheet);
  wijk_sheet_begin (sheet, "Document");
  forms[self->choice->kind].put (self);
  wijk_sheet_flush (sheet);
  wijk_sheet_end (sheet, "Document");
  wijk_sheet_finish (sheet);
}

static double
put_line (WijkReport *self, WijkFace face, const char *text, double y, int max_lines)
{
  WijkSheet *sheet = self->sheet;
  g_autoptr (PangoLayout) layout = NULL;

  if (!text || !*text)
    return y;
  layout = wijk_sheet_create_layout (sheet, face, text, BAND_TEXT);
  pango_layout_set_height (layout, -max_lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  wijk_sheet_begin (sheet, "P");
  wijk_sheet_show (sheet, layout, WIJK_PAGE_LEFT, y, 0xffffff);
  wijk_sheet_end (sheet, "P");
  return y + wijk_sheet_measure (layout, NULL);
}

static char *
dup_band_line (WijkReport *self)
{
  g_autofree char *title = wijk_report_dup_title (self);
  g_autofree char *years = wijk_words_short_years (self->words, self->first_year, self->last_year);
  g_autofree char *session = wijk_plan_data_text (wijk_report_find_session (self), "title");
  g_autofree char *line = g_strjoin (" · ", title, *years ? years : session, NULL);

  if (!*years || !session)
    return g_steal_pointer (&line);
  return g_strjoin (" · ", line, session, NULL);
}

/* The band is as high as its words, which are measured first. */
void
wijk_report_put_masthead (WijkReport *self, const char *intro)
{
  WijkSheet *sheet = self->sheet;
  const char *title = wijk_words_get (self->words, forms[self->choice->kind].title);
  g_autofree char *line = dup_band_line (self);
  g_autoptr (PangoLayout) name =
      wijk_sheet_create_layout (sheet, WIJK_FACE_COVER, title, BAND_TEXT);
  g_autoptr (PangoLayout) words =
      wijk_sheet_create_layout (sheet, WIJK_FACE_LEAD, intro, BAND_TEXT);
  double height = wijk_sheet_measure (name, NULL), y = BAND_TOP + 34;
  double band = y + height + 12 + wijk_sheet_measure (words, NULL) + 30;

  wijk_report_draw_panel (sheet, band);
  wijk_sheet_fill (sheet, WIJK_PAGE_LEFT, BAND_TOP, 36, 3, 0xffffff);
  wijk_report_put_title (self, 1, name, title, WIJK_PAGE_LEFT, y, 0xffffff);
  put_line (self, WIJK_FACE_COVER_KIND, line, BAND_TOP + 12, 1);
  put_line (self, WIJK_FACE_LEAD, intro, y + height + 12, 40);
  sheet->y = band + 22;
  if (wijk_report_is_fictional (self))
    wijk_report_say (self, wijk_words_get (self->words, "document/fictional"));
}

void
wijk_report_put_figures (WijkReport *self, const char *const *figures, guint n_figures)
{
  WijkSheet *sheet = self->sheet;
  double width = (WIJK_PAGE_RIGHT - WIJK_PAGE_LEFT) / (n_figures / 2), x = WIJK_PAGE_LEFT;

  wijk_sheet_need (sheet, FIGURE_HEIGHT);
  wijk_sheet_begin_list (sheet, "None");
  for (guint i = 0; i + 1 < n_figures; i += 2, x += width)
    {
      g_autoptr (PangoLayout) number =
          wijk_sheet_create_layout (sheet, WIJK_FACE_H2, figures[i], width - 12);
      g_autoptr (PangoLayout) words =
          wijk_sheet_create_layout (sheet, WIJK_FACE_SMALL, figures[i + 1], width - 14);

      wijk_sheet_rule (sheet, x, sheet->y, width - 12, 1.2, sheet->palette->accent);
      wijk_sheet_begin (sheet, "LI");
      wijk_sheet_begin (sheet, "Lbl");
      wijk_sheet_show (sheet, number, x, sheet->y + 5, sheet->palette->accent);
      wijk_sheet_end (sheet, "Lbl");
      wijk_sheet_begin (sheet, "LBody");
      wijk_sheet_show (sheet, words, x, sheet->y + 33, sheet->palette->text);
      wijk_sheet_end (sheet, "LBody");
      wijk_sheet_end (sheet, "LI");
    }
  wijk_sheet_end (sheet, "L");
  sheet->y += FIGURE_HEIGHT + 16;
}
