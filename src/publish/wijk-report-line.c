/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-line.h"

#include "wijk-answer-group.h"
#include "wijk-report-answer.h"
#include "wijk-report-form.h"

#include <string.h>

#define SEPARATOR " · "
#define NO_BREAK "\302\240"
#define MAX_WHOLE 24 /* bytes of a part that stays on one line */

/* Short parts, such as a date, are not broken over lines. */
static char *
keep_whole (char *part)
{
  g_auto (GStrv) words = NULL;

  if (!part || strlen (part) > MAX_WHOLE)
    return part;
  words = g_strsplit (part, " ", -1);
  g_free (part);
  return g_strjoinv (NO_BREAK, words);
}

static void
append (GString *line, const char *separator, char *part)
{
  if (part && *part)
    g_string_append_printf (line, "%s%s", line->len > 0 ? separator : "", part);
  g_free (part);
}

WijkOutcomeCounts
wijk_report_count_outcomes (WijkReport *self)
{
  static const char *const outcomes[] = {
    "overgenomen", "deels-overgenomen", "niet-overgenomen", "doorgestuurd"
  };
  WijkOutcomeCounts counts = { 0 };

  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);
      const char *outcome;

      counts.withdrawn += wijk_plan_data_peek (remark, "withdrawn") != NULL;
      if (!wijk_report_is_counted (remark))
        continue;
      counts.counted++;
      counts.people += CLAMP (wijk_plan_data_int (remark, "count"), 1, 1000000);
      outcome = wijk_report_find_outcome (self, remark);
      counts.unanswered += outcome == NULL;
      for (guint k = 0; outcome && k < G_N_ELEMENTS (outcomes); k++)
        counts.n[k] += strcmp (outcome, outcomes[k]) == 0;
    }
  return counts;
}

char *
wijk_report_join_opposed (WijkReport *self, JsonObject *record)
{
  GPtrArray *list = wijk_report_get_opposed (self, record);
  GString *names;

  if (!list)
    return NULL;
  names = g_string_new (NULL);
  for (guint i = 0; i < list->len; i++)
    {
      JsonObject *other = g_ptr_array_index (list, i);
      gboolean is_cluster =
          g_hash_table_lookup (self->clusters, wijk_plan_data_peek (other, "id")) == other;
      g_autofree char *title = is_cluster ? wijk_plan_data_text (other, "title") : NULL;

      append (names, ", ", title ? g_strdup_printf ("‘%s’", title) : wijk_report_dup_label (other));
    }
  return g_string_free (names, FALSE);
}

/* Fills the index of what comes from what: id of a remark or cluster to its priorities. */
static void
index_origins (WijkReport *self)
{
  self->origins =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->priorities->len; i++)
    {
      JsonObject *priority = g_ptr_array_index (self->priorities, i);
      g_autoptr (GPtrArray) ids = wijk_plan_data_texts (priority, "origin");

      for (guint k = 0; k < ids->len; k++)
        {
          const char *id = g_ptr_array_index (ids, k);
          GPtrArray *list = g_hash_table_lookup (self->origins, id);

          if (!list)
            g_hash_table_insert (self->origins, g_strdup (id), list = g_ptr_array_new ());
          g_ptr_array_add (list, priority);
        }
    }
}

GPtrArray *
wijk_report_list_priorities (WijkReport *self, JsonObject *remark)
{
  const char *ids[] = { wijk_plan_data_peek (remark, "id"),
                        wijk_plan_data_peek (remark, "cluster") };
  GPtrArray *priorities = g_ptr_array_new ();

  if (!self->origins)
    index_origins (self);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GPtrArray *list = ids[i] ? g_hash_table_lookup (self->origins, ids[i]) : NULL;

      for (guint k = 0; list && k < list->len; k++)
        if (!g_ptr_array_find (priorities, g_ptr_array_index (list, k), NULL))
          g_ptr_array_add (priorities, g_ptr_array_index (list, k));
    }
  return priorities;
}

char *
wijk_report_join_priorities (WijkReport *self, JsonObject *remark)
{
  g_autoptr (GPtrArray) priorities = wijk_report_list_priorities (self, remark);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < priorities->len; i++)
    append (titles, "; ", wijk_plan_data_text (g_ptr_array_index (priorities, i), "title"));
  return titles->len > 0 ? g_string_free (g_steal_pointer (&titles), FALSE) : NULL;
}

static void
index_comments (WijkReport *self)
{
  g_autoptr (GPtrArray) comments = wijk_plan_data_objects (self->plan, "comments");

  self->comments =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < comments->len; i++)
    {
      JsonObject *comment = g_ptr_array_index (comments, i);
      const char *of = wijk_plan_data_peek (comment, "of");
      GPtrArray *list = of ? g_hash_table_lookup (self->comments, of) : NULL;

      if (of && !list)
        g_hash_table_insert (self->comments, (gpointer) of, list = g_ptr_array_new ());
      if (list)
        g_ptr_array_add (list, comment);
    }
}

char *
wijk_report_join_comments (WijkReport *self, JsonObject *record)
{
  const char *id = wijk_plan_data_peek (record, "id");
  g_autoptr (GString) lines = g_string_new (NULL);
  GPtrArray *list;

  if (!self->choice->is_internal || !id)
    return NULL;
  if (!self->comments)
    index_comments (self);
  list = g_hash_table_lookup (self->comments, id);
  for (guint i = 0; list && i < list->len; i++)
    {
      JsonObject *comment = g_ptr_array_index (list, i);
      g_autofree char *text = wijk_plan_data_text (comment, "text");
      g_autofree char *author = wijk_plan_data_text (comment, "author");

      if (text)
        append (lines, "\n", g_strjoin (": ", author ? author : text, author ? text : NULL, NULL));
    }
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

static void
append_dissent (WijkReport *self, GString *line, JsonObject *record)
{
  gint64 agree = wijk_plan_data_int (record, "agree");
  gint64 disagree = wijk_plan_data_int (record, "disagree");
  g_autofree char *yes = wijk_words_number (self->words, agree);
  g_autofree char *no = wijk_words_number (self->words, disagree);
  char *opposed = wijk_report_join_opposed (self, record);

  if (agree > 0 || disagree > 0)
    append (line,
            SEPARATOR,
            keep_whole (wijk_words_fill (self->words, "report/agree", "yes", yes, "no", no, NULL)));
  if (opposed)
    append (
        line, SEPARATOR, wijk_words_fill (self->words, "report/opposed", "names", opposed, NULL));
  g_free (opposed);
}

char *
wijk_report_describe_dissent (WijkReport *self, JsonObject *record)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_dissent (self, line, record);

  return line->len > 0 ? g_string_free (g_steal_pointer (&line), FALSE) : NULL;
}

/* "6 mensen", "eens 12, oneens 4" */
static void
append_support (WijkReport *self, GString *line, JsonObject *record)
{
  gint64 count = wijk_plan_data_int (record, "count");

  if (count > 1)
    append (line, SEPARATOR, keep_whole (wijk_words_count (self->words, "report/people", count)));
  append_dissent (self, line, record);
}

static void
append_comments (WijkReport *self, GString *line, JsonObject *record)
{
  g_autofree char *comments = wijk_report_join_comments (self, record);

  if (comments)
    append (line, "\n", wijk_words_fill (self->words, "report/comment", "text", comments, NULL));
}

/* The session by its title, or else the channel; with the date. */
static void
append_where (WijkReport *self, GString *line, JsonObject *remark)
{
  const char *id = wijk_plan_data_peek (remark, "session");
  const char *channel = wijk_plan_data_peek (remark, "channel");
  const char *area = wijk_answer_group_name_area (wijk_plan_data_peek (remark, "area-code"));
  JsonObject *session = id ? g_hash_table_lookup (self->sessions_by_id, id) : NULL;
  char *title = wijk_plan_data_text (session, "title");

  if (!title && channel)
    title = g_strdup (wijk_words_choose (self->words, "channel", channel));
  if (self->choice->by == WIJK_REPORT_BY_SESSION || self->choice->session)
    g_clear_pointer (&title, g_free);
  append (line, SEPARATOR, title);
  append (line,
          SEPARATOR,
          keep_whole (wijk_words_date (self->words, wijk_plan_data_peek (remark, "date"))));
  if (self->choice->by != WIJK_REPORT_BY_AREA)
    append (line, SEPARATOR, g_strdup (area));
}

char *
wijk_report_describe_remark (WijkReport *self, JsonObject *remark)
{
  GString *line = g_string_new (NULL);
  const char *part_of = wijk_plan_data_peek (remark, "part-of");
  JsonObject *whole = part_of ? g_hash_table_lookup (self->remarks_by_id, part_of) : NULL;

  append_where (self, line, remark);
  if (whole)
    {
      g_autofree char *label = wijk_report_dup_label (whole);

      append (
          line, SEPARATOR, wijk_words_fill (self->words, "report/part-of", "label", label, NULL));
    }
  append_support (self, line, remark);
  append_comments (self, line, remark);
  return g_string_free (line, FALSE);
}

char *
wijk_report_describe_cluster (WijkReport *self, JsonObject *cluster)
{
  GString *line = g_string_new (NULL);
  g_autofree char *priorities = wijk_report_join_priorities (self, cluster);

  if (priorities)
    append (line,
            SEPARATOR,
            wijk_words_fill (self->words, "report/led-to", "titles", priorities, NULL));
  append_support (self, line, cluster);
  append_comments (self, line, cluster);
  return g_string_free (line, FALSE);
}

WijkReportLine
wijk_report_describe_answer (WijkReport *self, JsonObject *remark, JsonObject *shown)
{
  GPtrArray *parts = wijk_report_get_parts (self, remark);
  WijkReportLine line = { 0 };
  WijkAnswer answer;

  if (wijk_report_find_answer (self, remark, &answer))
    {
      g_autofree char *priorities =
          shown && answer.cluster == shown ? NULL : wijk_report_join_priorities (self, remark);

      if (shown && answer.cluster == shown)
        line.reason = g_strdup (wijk_words_get (self->words, "report/as-cluster"));
      else
        {
          line.outcome = wijk_words_choose (self->words, "outcome", answer.outcome);
          line.reason = g_strdup (answer.reason);
        }
      if (priorities)
        line.note = wijk_words_fill (self->words, "report/led-to", "titles", priorities, NULL);
    }
  else if (parts)
    {
      g_autofree char *labels = wijk_report_join_labels (parts);

      line.reason = wijk_words_fill (self->words, "text/see-parts", "labels", labels, NULL);
    }
  else
    line.outcome = wijk_words_get (self->words, "text/unanswered");
  return line;
}

void
wijk_report_line_clear (WijkReportLine *self)
{
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->note, g_free);
}
