/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-answer.h"
#include "wijk-report-figure.h"
#include "wijk-report-line.h"
#include "wijk-report.h"
#include "wijk-table.h"

#include <string.h>

static void
put_outcome_bars (WijkReport *self, const WijkTotals *totals)
{
  static const char *const outcomes[] = {
    "overgenomen", "deels-overgenomen", "niet-overgenomen", "doorgestuurd"
  };
  gint64 counts[G_N_ELEMENTS (outcomes)] = { 0 };
  gint64 answered = totals->counted - totals->unanswered;
  g_autofree char *n = wijk_words_number (self->words, answered);
  g_autofree char *total = wijk_words_number (self->words, totals->counted);
  g_autofree char *finding = wijk_words_fill (self->words,
                                              answered == 0                ? "finding/outcomes-none"
                                              : answered < totals->counted ? "finding/outcomes-some"
                                                                           : "finding/outcomes-all",
                                              "n",
                                              n,
                                              "total",
                                              total,
                                              NULL);
  g_autoptr (WijkBars) bars = wijk_bars_new (finding,
                                             wijk_words_get (self->words, "table/outcome"),
                                             wijk_words_get (self->words, "table/count"));

  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);
      const char *outcome =
          wijk_report_is_counted (remark) ? wijk_report_find_outcome (self, remark) : NULL;

      for (guint k = 0; outcome && k < G_N_ELEMENTS (outcomes); k++)
        counts[k] += strcmp (outcome, outcomes[k]) == 0;
    }
  for (guint k = 0; k < G_N_ELEMENTS (outcomes); k++)
    wijk_report_add_bar (self,
                         bars,
                         wijk_words_choose (self->words, "outcome", outcomes[k]),
                         counts[k],
                         k == 0 ? 0 : 1);
  if (totals->unanswered > 0)
    wijk_report_add_bar (
        self, bars, wijk_words_get (self->words, "text/unanswered"), totals->unanswered, 2);
  wijk_report_put_bars (self, bars);
}

void
wijk_report_put_outcomes (WijkReport *self, int level)
{
  WijkTotals totals = wijk_report_add_up (self);
  g_autofree char *reason = wijk_plan_data_text (self->version, "reason");

  if (totals.counted == 0)
    {
      wijk_report_say (self, wijk_words_get (self->words, "text/all-answered-none"));
      return;
    }
  if (totals.unanswered == 0)
    wijk_report_say (self, wijk_words_get (self->words, "text/all-answered"));
  else
    {
      g_autofree char *count = wijk_words_count (self->words, "text/unanswered", totals.unanswered);
      g_autofree char *why =
          reason ? wijk_words_fill (self->words, "text/unanswered-reason", "reason", reason, NULL)
                 : NULL;

      wijk_report_say (self, count);
      wijk_report_say (self, why);
    }
  put_outcome_bars (self, &totals);
}

static char *
dup_reason (WijkReport *self, JsonObject *remark, const WijkAnswer *answer)
{
  GPtrArray *list = wijk_report_get_parts (self, remark);
  g_autofree char *from = NULL, *title = NULL;

  if (!answer->outcome)
    {
      g_autofree char *labels = wijk_report_join_labels (list);

      return wijk_words_fill (self->words, "text/see-parts", "labels", labels, NULL);
    }
  if (!answer->cluster)
    return g_strdup (answer->reason);
  title = wijk_plan_data_text (answer->cluster, "title");
  from = wijk_words_fill (self->words, "text/cluster-answer", "title", title, NULL);
  return g_strconcat (answer->reason, "\n", from, NULL);
}

static void
put_answer (WijkReport *self, WijkTable *table, JsonObject *remark)
{
  WijkAnswer answer = { 0 };
  g_autofree char *label = wijk_report_dup_label (remark);
  g_autofree char *text = wijk_plan_data_text (remark, "text");
  g_autofree char *reason = NULL;
  g_autofree char *dissent = wijk_report_describe_dissent (self, remark);
  g_autofree char *about_all = NULL;
  const char *outcome = NULL;

  if (wijk_report_find_answer (self, remark, &answer))
    outcome = wijk_words_choose (self->words, "outcome", answer.outcome);
  reason = dup_reason (self, remark, &answer);
  about_all = answer.cluster ? wijk_report_describe_dissent (self, answer.cluster) : NULL;
  wijk_sheet_set_target (self->sheet, wijk_plan_data_peek (remark, "id"));
  wijk_table_add_row (
      table,
      (const WijkCell[]) {
          { NULL, label },
          { NULL, text ? text : wijk_words_get (self->words, "text/erased"), dissent },
          { outcome, reason, about_all } });
}

void
wijk_report_put_answers (WijkReport *self, int level)
{
  const WijkColumn columns[] = { { wijk_words_get (self->words, "table/number"), 0.12, FALSE },
                                 { wijk_words_get (self->words, "table/remark"), 0.44, FALSE },
                                 { wijk_words_get (self->words, "table/answer"), 0.44, FALSE } };
  WijkTotals totals = wijk_report_add_up (self);
  WijkTable *table;
  gboolean any = FALSE;

  if (totals.unanswered > 0)
    {
      g_autofree char *count = wijk_words_count (self->words, "text/unanswered", totals.unanswered);

      wijk_report_say (self, count);
    }
  table = wijk_table_begin (self->sheet,
                            wijk_words_get (self->words, "caption/answers"),
                            columns,
                            G_N_ELEMENTS (columns),
                            TRUE);
  for (guint i = 0; i < self->remarks->len && !wijk_sheet_is_stopped (self->sheet); i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);

      if (wijk_plan_data_peek (remark, "withdrawn") || !wijk_report_is_answered (self, remark))
        continue;
      put_answer (self, table, remark);
      any = TRUE;
    }
  wijk_table_end (table);
  if (!any)
    wijk_report_say (self, wijk_words_get (self->words, "text/no-answers"));
}
