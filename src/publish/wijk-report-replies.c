/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-answer-group.h"
#include "wijk-report-answer.h"
#include "wijk-report-figure.h"
#include "wijk-report-form.h"
#include "wijk-report-line.h"
#include "wijk-rich.h"
#include "wijk-table.h"

#include <string.h>

#define MIN_LISTED 4 /* headings from which contents are worth a page */
#define MAX_BARS 14
#define MIN_ROOM 150.0 /* that a heading needs below it: its first remarks */

static void
put_outcome_figures (WijkReport *self)
{
  WijkOutcomeCounts counts = wijk_report_count_outcomes (self);
  g_autofree char *numbers[5] = { NULL };
  const char *figures[10];
  const gint64 values[] = { counts.counted, counts.n[0], counts.n[1], counts.n[2], counts.n[3] };
  static const char *const keys[] = { "report/figure-remarks",
                                      "outcome/overgenomen",
                                      "outcome/deels-overgenomen",
                                      "outcome/niet-overgenomen",
                                      "outcome/doorgestuurd" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      numbers[i] = wijk_words_number (self->words, values[i]);
      figures[2 * i] = numbers[i];
      figures[2 * i + 1] = wijk_words_get (self->words, keys[i]);
    }
  wijk_report_put_figures (self, figures, G_N_ELEMENTS (figures));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_clear_pointer (&numbers[i], g_free);
  if (counts.unanswered > 0)
    {
      g_autofree char *open =
          wijk_words_count (self->words,
                            self->choice->is_internal ? "text/unanswered" : "report/left-out",
                            counts.unanswered);

      wijk_report_say (self, open);
    }
  if (counts.withdrawn > 0)
    {
      g_autofree char *withdrawn =
          wijk_words_count (self->words, "text/withdrawn", counts.withdrawn);

      wijk_report_say (self, withdrawn);
    }
}

/* The answer of a cluster stands once, beside a bar. */
static void
put_cluster_answer (WijkReport *self, JsonObject *cluster)
{
  WijkSheet *sheet = self->sheet;
  const char *outcome = wijk_plan_data_peek (cluster, "outcome");
  g_autofree char *reason = wijk_plan_data_text (cluster, "reason");
  g_autofree char *note = wijk_report_describe_cluster (self, cluster);
  double top;
  int page;

  if (outcome && *outcome && reason)
    {
      wijk_sheet_need (sheet, 60);
      top = sheet->y;
      page = sheet->page;
      sheet->left += 12;
      wijk_sheet_put_text (
          sheet, WIJK_FACE_H5, "P", wijk_words_choose (self->words, "outcome", outcome));
      wijk_sheet_put_text (sheet, WIJK_FACE_BODY, "P", reason);
      sheet->left -= 12;
      if (page == sheet->page)
        wijk_sheet_fill (sheet, sheet->left, top, 3, sheet->y - top, sheet->palette->accent);
      sheet->y += 6;
    }
  if (*note)
    {
      wijk_sheet_put_text (sheet, WIJK_FACE_SMALL, "P", note);
      sheet->y += 6;
    }
}

/* Whether a remark says no more than its cluster's answer. */
static gboolean
is_as_cluster (WijkReport *self, JsonObject *remark, JsonObject *cluster)
{
  WijkAnswer answer;

  return cluster && wijk_report_find_answer (self, remark, &answer) && answer.cluster == cluster;
}

static void
put_remark (WijkReport *self, WijkTable *table, JsonObject *remark, JsonObject *cluster)
{
  g_autofree char *label = wijk_report_dup_label (remark);
  g_autofree char *text = wijk_plan_data_text (remark, "text");
  g_autofree char *note = wijk_report_describe_remark (self, remark);
  const char *words = text ? text : wijk_words_get (self->words, "text/erased");
  WijkReportLine answer = wijk_report_describe_answer (self, remark, cluster);
  const WijkCell cells[] = { { NULL, label },
                             { NULL, words, note },
                             { answer.outcome, answer.reason, answer.note } };

  wijk_sheet_set_target (self->sheet, wijk_plan_data_peek (remark, "id"));
  wijk_table_add_row (table, cells);
  wijk_report_line_clear (&answer);
}

/* The column with answers is left out where all share the one above. */
static void
put_remarks (WijkReport *self, const WijkAnswerBunch *bunch)
{
  const WijkWords *words = self->words;
  g_autofree char *count = wijk_words_count (words, "report/bunch", bunch->remarks->len);
  WijkColumn columns[] = { { wijk_words_get (words, "table/number"), 0.12, FALSE },
                           { wijk_words_get (words, "table/remark"), 0.46, FALSE },
                           { wijk_words_get (words, "table/answer"), 0.42, FALSE } };
  guint n = 2;
  WijkTable *table;

  for (guint i = 0; i < bunch->remarks->len; i++)
    if (!is_as_cluster (self, g_ptr_array_index (bunch->remarks, i), bunch->cluster))
      n = 3;
  if (n == 2)
    columns[1].share = 0.88;
  table = wijk_table_begin (self->sheet, bunch->cluster ? count : NULL, columns, n, TRUE);
  for (guint i = 0; i < bunch->remarks->len && !wijk_sheet_is_stopped (self->sheet); i++)
    put_remark (self, table, g_ptr_array_index (bunch->remarks, i), bunch->cluster);
  wijk_table_end (table);
}

static void
put_bunch (WijkReport *self, const WijkAnswerBunch *bunch, int level, gboolean has_title)
{
  g_autofree char *title = wijk_plan_data_text (bunch->cluster, "title");

  if (bunch->cluster)
    {
      wijk_sheet_set_target (self->sheet, wijk_plan_data_peek (bunch->cluster, "id"));
      wijk_sheet_put_heading (self->sheet, level, NULL, title, FALSE);
      put_cluster_answer (self, bunch->cluster);
    }
  else if (has_title)
    wijk_sheet_put_heading (
        self->sheet, level, NULL, wijk_words_get (self->words, "report/loose"), FALSE);
  put_remarks (self, bunch);
}

static void
put_group (WijkReport *self, const WijkAnswerGroup *group)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *count = wijk_words_count (self->words, "report/remarks", group->n_remarks);
  int level = 2 + group->depth;
  gboolean has_clusters = group->bunches->len > 0 &&
                          ((WijkAnswerBunch *) g_ptr_array_index (group->bunches, 0))->cluster;

  if (group->depth == 0 && wijk_sheet_get_room (sheet) < 240)
    wijk_sheet_flush (sheet), wijk_sheet_break (sheet);
  wijk_sheet_begin_section (sheet);
  wijk_sheet_put_heading (sheet, level, NULL, group->title, TRUE);
  wijk_sheet_need (sheet, MIN_ROOM);
  wijk_report_say (self, count);
  for (guint i = 0; i < group->bunches->len && !wijk_sheet_is_stopped (sheet); i++)
    put_bunch (self, g_ptr_array_index (group->bunches, i), level + 1, has_clusters);
  wijk_sheet_end_section (sheet);
}

/* Only inside: what no longer counts, and why. */
static void
put_withdrawn (WijkReport *self)
{
  const WijkWords *words = self->words;
  g_autoptr (GPtrArray) remarks = wijk_answer_group_list_withdrawn (self);
  const WijkColumn columns[] = { { wijk_words_get (words, "table/number"), 0.12, FALSE },
                                 { wijk_words_get (words, "table/remark"), 0.48, FALSE },
                                 { wijk_words_get (words, "report/why-withdrawn"), 0.4, FALSE } };
  WijkTable *table;

  if (remarks->len == 0)
    return;
  wijk_sheet_begin_section (self->sheet);
  wijk_sheet_put_heading (self->sheet, 2, NULL, wijk_words_get (words, "report/withdrawn"), TRUE);
  table = wijk_table_begin (self->sheet, NULL, columns, G_N_ELEMENTS (columns), TRUE);
  for (guint i = 0; i < remarks->len && !wijk_sheet_is_stopped (self->sheet); i++)
    {
      JsonObject *remark = g_ptr_array_index (remarks, i);
      g_autofree char *label = wijk_report_dup_label (remark);
      g_autofree char *text = wijk_plan_data_text (remark, "text");
      g_autofree char *why = wijk_plan_data_text (remark, "withdrawn");
      g_autofree char *note = wijk_report_describe_remark (self, remark);
      const WijkCell cells[] = {
        { NULL, label },
        { NULL, text ? text : wijk_words_get (words, "text/erased"), note },
        { NULL, why }
      };

      wijk_table_add_row (table, cells);
    }
  wijk_table_end (table);
  wijk_sheet_end_section (self->sheet);
}

/* How many remarks each heading has: the same as the contents, at a glance. */
static void
put_group_bars (WijkReport *self, GPtrArray *groups)
{
  static const struct
  {
    const char *title, *head;
  } names[] = { [WIJK_REPORT_BY_THEME] = { "report/by-theme", "table/theme" },
                [WIJK_REPORT_BY_SESSION] = { "report/by-session", "table/session" },
                [WIJK_REPORT_BY_AREA] = { "report/by-area", "report/area" } };
  const WijkWords *words = self->words;
  g_autoptr (WijkBars) bars = wijk_bars_new (wijk_words_get (words, names[self->choice->by].title),
                                             wijk_words_get (words, names[self->choice->by].head),
                                             wijk_words_get (words, "table/count"));
  gint64 rest = 0;
  guint n = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      const WijkAnswerGroup *group = g_ptr_array_index (groups, i);

      if (group->depth == 0 && n++ < MAX_BARS)
        wijk_report_add_bar (self, bars, group->title, group->n_remarks, group->key ? 0 : 2);
      else if (group->depth == 0)
        rest += group->n_remarks;
    }
  if (rest > 0)
    wijk_report_add_bar (self, bars, wijk_words_get (words, "report/other-groups"), rest, 2);
  if (n > 1)
    wijk_report_put_bars (self, bars);
}

void
wijk_report_put_replies (WijkReport *self)
{
  static const char *const intros[] = { [WIJK_REPORT_BY_THEME] = "report/replies-by-theme",
                                        [WIJK_REPORT_BY_SESSION] = "report/replies-by-session",
                                        [WIJK_REPORT_BY_AREA] = "report/replies-by-area" };
  g_autoptr (GPtrArray) groups = wijk_answer_group_list (self);

  wijk_report_put_masthead (self, wijk_words_get (self->words, intros[self->choice->by]));
  put_outcome_figures (self);
  put_group_bars (self, groups);
  if (groups->len >= MIN_LISTED)
    {
      wijk_sheet_break (self->sheet);
      wijk_report_put_contents (self);
    }
  if (groups->len == 0)
    wijk_report_say (self, wijk_words_get (self->words, "text/no-answers"));
  for (guint i = 0; i < groups->len && !wijk_sheet_is_stopped (self->sheet); i++)
    put_group (self, g_ptr_array_index (groups, i));
  put_withdrawn (self);
}
