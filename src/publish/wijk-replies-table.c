/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-answer-group.h"
#include "wijk-report-answer.h"
#include "wijk-report-form.h"
#include "wijk-report-line.h"
#include "wijk-report-table.h"

/* What stands in each column of the note of replies. */
typedef enum
{
  LABEL,
  WORDS,
  SESSION,
  DATE,
  CHANNEL,
  AREA,
  THEMES,
  CLUSTER,
  PEOPLE,
  AGREE,
  DISAGREE,
  OPPOSED,
  OUTCOME,
  REASON,
  PRIORITIES,
  N_PUBLIC,
  WITHDRAWN = N_PUBLIC,
  COMMENTS,
  N_COLUMNS,
} Column;

static const struct
{
  const char *head;
  WijkReportForm form;
} columns[N_COLUMNS] = {
  [LABEL] = { "table/number", WIJK_REPORT_TEXT },
  [WORDS] = { "table/remark", WIJK_REPORT_LONG },
  [SESSION] = { "table/session", WIJK_REPORT_TEXT },
  [DATE] = { "table/date", WIJK_REPORT_DATE },
  [CHANNEL] = { "table/channel", WIJK_REPORT_TEXT },
  [AREA] = { "report/area", WIJK_REPORT_TEXT },
  [THEMES] = { "report/themes", WIJK_REPORT_TEXT },
  [CLUSTER] = { "report/cluster", WIJK_REPORT_TEXT },
  [PEOPLE] = { "report/people-head", WIJK_REPORT_NUMBER },
  [AGREE] = { "report/agree-head", WIJK_REPORT_NUMBER },
  [DISAGREE] = { "report/disagree-head", WIJK_REPORT_NUMBER },
  [OPPOSED] = { "report/opposed-head", WIJK_REPORT_TEXT },
  [OUTCOME] = { "table/outcome", WIJK_REPORT_TEXT },
  [REASON] = { "report/reason", WIJK_REPORT_LONG },
  [PRIORITIES] = { "table/priority", WIJK_REPORT_TEXT },
  [WITHDRAWN] = { "report/why-withdrawn", WIJK_REPORT_LONG },
  [COMMENTS] = { "report/comments", WIJK_REPORT_LONG },
};

typedef struct
{
  WijkReport *report;
  WijkReportTable *table;
  GHashTable *themes; /* id to name */
} Filling;

static char *
join_themes (Filling *self, JsonObject *remark)
{
  g_autoptr (GPtrArray) ids = wijk_plan_data_texts (remark, "themes");
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *name = g_hash_table_lookup (self->themes, g_ptr_array_index (ids, i));

      if (name)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

static char *
dup_number (JsonObject *remark, const char *key)
{
  gint64 number = wijk_plan_data_int (remark, key);

  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
}

/* Whose record the remark names with that key, or NULL. */
static JsonObject *
follow (GHashTable *index, JsonObject *remark, const char *key)
{
  const char *id = wijk_plan_data_peek (remark, key);

  return id ? g_hash_table_lookup (index, id) : NULL;
}

static char *
dup_cell (Filling *self, JsonObject *remark, const WijkReportLine *answer, Column column)
{
  WijkReport *report = self->report;
  const char *channel = wijk_plan_data_peek (remark, "channel");

  switch (column)
    {
    case LABEL:
      return wijk_report_dup_label (remark);
    case WORDS:
      return wijk_plan_data_text (remark, "text");
    case SESSION:
      return wijk_plan_data_text (follow (report->sessions_by_id, remark, "session"), "title");
    case DATE:
      return wijk_plan_data_text (remark, "date");
    case CHANNEL:
      return g_strdup (channel ? wijk_words_choose (report->words, "channel", channel) : NULL);
    case AREA:
      return g_strdup (wijk_answer_group_name_area (wijk_plan_data_peek (remark, "area-code")));
    case THEMES:
      return join_themes (self, remark);
    case CLUSTER:
      return wijk_plan_data_text (follow (report->clusters, remark, "cluster"), "title");
    case PEOPLE:
      return dup_number (remark, "count");
    case AGREE:
      return dup_number (remark, "agree");
    case DISAGREE:
      return dup_number (remark, "disagree");
    case OPPOSED:
      return wijk_report_join_opposed (report, remark);
    case OUTCOME:
      return g_strdup (answer->outcome);
    case REASON:
      return g_strdup (answer->reason);
    case PRIORITIES:
      return wijk_report_join_priorities (report, remark);
    case WITHDRAWN:
      return wijk_plan_data_text (remark, "withdrawn");
    case COMMENTS:
      return wijk_report_join_comments (report, remark);
    case N_COLUMNS:
    default:
      return NULL;
    }
}

static void
add_remark (Filling *self, JsonObject *remark)
{
  WijkReportLine answer = { 0 };

  if (!wijk_plan_data_peek (remark, "withdrawn"))
    answer = wijk_report_describe_answer (self->report, remark, NULL);
  wijk_report_table_add_row (self->table);
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      g_autofree char *cell = dup_cell (self, remark, &answer, (Column) i);

      if (i == WORDS && !cell)
        wijk_report_table_add (self->table, wijk_words_get (self->report->words, "text/erased"));
      else
        wijk_report_table_add (self->table, cell);
    }
  wijk_report_line_clear (&answer);
}

void
wijk_report_fill_replies (WijkReport *self, GPtrArray *tables)
{
  g_autoptr (GPtrArray) groups = wijk_answer_group_list (self);
  g_autoptr (GPtrArray) withdrawn = wijk_answer_group_list_withdrawn (self);
  g_autoptr (GHashTable) themes = wijk_answer_group_name_themes (self);
  WijkReportTable *table = wijk_report_table_new (wijk_words_get (self->words, "report/replies"));
  guint n = self->choice->is_internal ? N_COLUMNS : N_PUBLIC;
  Filling filling = { self, table, themes };

  g_ptr_array_add (tables, table);
  for (guint i = 0; i < n; i++)
    wijk_report_table_add_column (
        table, wijk_words_get (self->words, columns[i].head), columns[i].form);
  for (guint i = 0; i < groups->len; i++)
    {
      const WijkAnswerGroup *group = g_ptr_array_index (groups, i);

      for (guint k = 0; k < group->bunches->len; k++)
        {
          const WijkAnswerBunch *bunch = g_ptr_array_index (group->bunches, k);

          for (guint r = 0; r < bunch->remarks->len; r++)
            add_remark (&filling, g_ptr_array_index (bunch->remarks, r));
        }
    }
  for (guint i = 0; i < withdrawn->len; i++)
    add_remark (&filling, g_ptr_array_index (withdrawn, i));
}
