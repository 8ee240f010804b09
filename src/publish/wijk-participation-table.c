/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-participation.h"
#include "wijk-report-answer.h"
#include "wijk-report-line.h"
#include "wijk-report-table.h"

static WijkReportTable *
add_table (WijkReport *self, GPtrArray *tables, const char *title)
{
  WijkReportTable *table = wijk_report_table_new (wijk_words_get (self->words, title));

  g_ptr_array_add (tables, table);
  return table;
}

static void
add_column (WijkReport *self, WijkReportTable *table, const char *head, WijkReportForm form)
{
  wijk_report_table_add_column (table, wijk_words_get (self->words, head), form);
}

static void
add_session (WijkReport *self, WijkReportTable *table, JsonObject *session)
{
  const char *id = session ? wijk_plan_data_peek (session, "id") : "";
  const char *rung = wijk_plan_data_peek (session, "rung");
  g_autofree char *title = wijk_plan_data_text (session, "title");

  wijk_report_table_add_row (table);
  wijk_report_table_add (table,
                         session ? title : wijk_words_get (self->words, "report/no-session"));
  wijk_report_table_take (table, wijk_plan_data_text (session, "date"));
  wijk_report_table_take (table, wijk_plan_data_text (session, "location"));
  wijk_report_table_take (table, wijk_plan_data_text (session, "method"));
  wijk_report_table_add (table, rung ? wijk_words_choose (self->words, "rung", rung) : NULL);
  wijk_report_table_take (table, wijk_plan_data_text (session, "audience"));
  wijk_report_table_take (
      table,
      session ? wijk_participation_dup_heads (self, wijk_participation_get_heads (session)) : NULL);
  wijk_report_table_add_number (table, wijk_participation_count_remarks (self, id ? id : "-"));
  wijk_report_table_take (table, wijk_participation_describe_outcomes (self, id ? id : "-"));
}

static void
fill_sessions (WijkReport *self, GPtrArray *tables)
{
  WijkReportTable *table = add_table (self, tables, "heading/sessions");

  add_column (self, table, "table/session", WIJK_REPORT_TEXT);
  add_column (self, table, "table/date", WIJK_REPORT_DATE);
  add_column (self, table, "table/place", WIJK_REPORT_TEXT);
  add_column (self, table, "report/method", WIJK_REPORT_TEXT);
  add_column (self, table, "report/rung", WIJK_REPORT_TEXT);
  add_column (self, table, "report/audience", WIJK_REPORT_TEXT);
  add_column (self, table, "table/people", WIJK_REPORT_NUMBER);
  add_column (self, table, "report/figure-remarks", WIJK_REPORT_NUMBER);
  add_column (self, table, "heading/outcomes", WIJK_REPORT_LONG);
  for (guint i = 0; i < self->sessions->len; i++)
    add_session (self, table, g_ptr_array_index (self->sessions, i));
  if (wijk_participation_count_remarks (self, "") > 0)
    add_session (self, table, NULL);
}

/* Small groups are told of as on paper. */
static void
add_groups (WijkReport *self, WijkReportTable *table, const GArray *groups, const char *before)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const WijkCoverage *group = &g_array_index (groups, WijkCoverage, i);

      wijk_report_table_add_row (table);
      wijk_report_table_take (table, g_strconcat (before, group->name, NULL));
      if (group->n < 0)
        wijk_report_table_add (table, wijk_words_get (self->words, "report/few"));
      else
        wijk_report_table_add_number (table, group->n);
    }
}

static void
fill_attendance (WijkReport *self, GPtrArray *tables)
{
  WijkReportTable *table = add_table (self, tables, "report/roles-there");

  add_column (self, table, "report/session-and-role", WIJK_REPORT_TEXT);
  add_column (self, table, "table/people", WIJK_REPORT_NUMBER);
  for (guint i = 0; i < self->sessions->len; i++)
    {
      JsonObject *session = g_ptr_array_index (self->sessions, i);
      g_autoptr (WijkCounts) counts = wijk_participation_count_attendance (self, session);
      g_autoptr (GArray) groups =
          wijk_counts_list_safe (counts, wijk_words_get (self->words, "report/small-groups"));
      g_autofree char *title = wijk_plan_data_text (session, "title");
      g_autofree char *before = g_strconcat (title ? title : "…", " – ", NULL);

      add_groups (self, table, groups, before);
    }
}

static void
fill_heard (WijkReport *self, GPtrArray *tables)
{
  static const struct
  {
    const char *title, *head;
  } kinds[WIJK_N_HEARD] = {
    [WIJK_HEARD_AREA] = { "report/by-area", "report/area" },
    [WIJK_HEARD_CHANNEL] = { "report/by-channel", "table/channel" },
    [WIJK_HEARD_ROLE] = { "report/by-role", "report/role" },
    [WIJK_HEARD_THEME] = { "report/by-theme", "table/theme" },
  };

  for (int by = 0; by < WIJK_N_HEARD; by++)
    {
      WijkReportTable *table = add_table (self, tables, kinds[by].title);
      g_autoptr (WijkCounts) counts = wijk_participation_count (self, (WijkHeard) by, NULL);
      g_autoptr (GArray) groups =
          by == WIJK_HEARD_THEME
              ? wijk_counts_list (counts)
              : wijk_counts_list_safe (counts, wijk_words_get (self->words, "report/small-groups"));

      add_column (self, table, kinds[by].head, WIJK_REPORT_TEXT);
      add_column (self, table, "report/figure-remarks", WIJK_REPORT_NUMBER);
      add_groups (self, table, groups, "");
    }
}

static void
fill_outcomes (WijkReport *self, GPtrArray *tables)
{
  static const char *const outcomes[] = {
    "overgenomen", "deels-overgenomen", "niet-overgenomen", "doorgestuurd"
  };
  WijkReportTable *table = add_table (self, tables, "report/what-came-of-it");
  WijkOutcomeCounts counts = wijk_report_count_outcomes (self);

  add_column (self, table, "table/outcome", WIJK_REPORT_TEXT);
  add_column (self, table, "report/figure-remarks", WIJK_REPORT_NUMBER);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      wijk_report_table_add_row (table);
      wijk_report_table_add (table, wijk_words_choose (self->words, "outcome", outcomes[i]));
      wijk_report_table_add_number (table, counts.n[i]);
    }
  wijk_report_table_add_row (table);
  wijk_report_table_add (table, wijk_words_get (self->words, "text/unanswered"));
  wijk_report_table_add_number (table, counts.unanswered);
}

static void
fill_examples (WijkReport *self, GPtrArray *tables)
{
  WijkReportTable *table = add_table (self, tables, "report/examples");
  g_autoptr (GPtrArray) remarks = wijk_participation_list_accepted (self);
  g_autoptr (GPtrArray) declined = wijk_participation_list_declined (self);

  g_ptr_array_extend (remarks, declined, NULL, NULL);
  add_column (self, table, "table/number", WIJK_REPORT_TEXT);
  add_column (self, table, "table/remark", WIJK_REPORT_LONG);
  add_column (self, table, "table/outcome", WIJK_REPORT_TEXT);
  add_column (self, table, "report/reason", WIJK_REPORT_LONG);
  add_column (self, table, "table/priority", WIJK_REPORT_TEXT);
  for (guint i = 0; i < remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (remarks, i);
      WijkReportLine answer = wijk_report_describe_answer (self, remark, NULL);

      wijk_report_table_add_row (table);
      wijk_report_table_take (table, wijk_report_dup_label (remark));
      wijk_report_table_take (table, wijk_plan_data_text (remark, "text"));
      wijk_report_table_add (table, answer.outcome);
      wijk_report_table_add (table, answer.reason);
      wijk_report_table_take (table, wijk_report_join_priorities (self, remark));
      wijk_report_line_clear (&answer);
    }
}

void
wijk_report_fill_participation (WijkReport *self, GPtrArray *tables)
{
  fill_sessions (self, tables);
  fill_attendance (self, tables);
  fill_heard (self, tables);
  fill_outcomes (self, tables);
  fill_examples (self, tables);
}
