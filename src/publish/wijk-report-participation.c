/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-participation.h"
#include "wijk-report-answer.h"
#include "wijk-report-figure.h"
#include "wijk-report-form.h"
#include "wijk-report-line.h"
#include "wijk-table.h"

#include <string.h>

#define MAX_BARS 14
#define MAX_NAMED 9 /* in a line */

static void
put_heading (WijkReport *self, int level, const char *key)
{
  if (level == 2 && wijk_sheet_get_room (self->sheet) < 200)
    {
      wijk_sheet_flush (self->sheet);
      wijk_sheet_break (self->sheet);
    }
  wijk_sheet_put_heading (self->sheet, level, NULL, wijk_words_get (self->words, key), TRUE);
}

static gint64
sum_heads (WijkReport *self)
{
  gint64 heads = 0;

  for (guint i = 0; i < self->sessions->len; i++)
    heads += wijk_participation_get_heads (g_ptr_array_index (self->sessions, i));
  return heads;
}

static void
put_totals (WijkReport *self)
{
  WijkTotals totals = wijk_report_add_up (self);
  g_autofree char *sessions = wijk_words_number (self->words, self->sessions->len);
  g_autofree char *heads = wijk_participation_dup_heads (self, sum_heads (self));
  g_autofree char *remarks = wijk_words_number (self->words, totals.counted);
  g_autofree char *answered = wijk_words_number (self->words, totals.counted - totals.unanswered);
  const char *figures[] = { sessions,
                            wijk_words_get (self->words, "heading/sessions"),
                            heads ? heads : "–",
                            wijk_words_get (self->words, "report/figure-heads"),
                            remarks,
                            wijk_words_get (self->words, "report/figure-remarks"),
                            answered,
                            wijk_words_get (self->words, "report/figure-answered") };

  wijk_report_put_figures (self, figures, G_N_ELEMENTS (figures));
}

/* ---- how people were involved, in words ---- */

/* "a, b en c" */
static char *
join_words (WijkReport *self, GPtrArray *names)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *separator = i == 0                ? ""
                              : i == names->len - 1 ? wijk_words_get (self->words, "report/and")
                                                    : ", ";

      g_string_append_printf (text, "%s%s", separator, (const char *) g_ptr_array_index (names, i));
    }
  return g_string_free (text, FALSE);
}

/* The roles that were there or spoke, and those of which nothing is known. */
static void
find_roles (WijkReport *self, GPtrArray *involved, GPtrArray *missing)
{
  static const char *const roles[] = { "bewoner", "ondernemer", "vereniging", "instelling" };
  g_autoptr (WijkCounts) spoke = wijk_participation_count (self, WIJK_HEARD_ROLE, NULL);
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_counts_free);

  for (guint i = 0; i < self->sessions->len; i++)
    g_ptr_array_add (
        counts, wijk_participation_count_attendance (self, g_ptr_array_index (self->sessions, i)));
  for (guint k = 0; k < G_N_ELEMENTS (roles); k++)
    {
      const char *word = wijk_words_choose (self->words, "role", roles[k]);
      gint64 n = wijk_counts_get (spoke, word);

      for (guint i = 0; i < counts->len; i++)
        n += wijk_counts_get (g_ptr_array_index (counts, i), word);
      g_ptr_array_add (n > 0 ? involved : missing,
                       (gpointer) wijk_words_choose (self->words, "roles", roles[k]));
    }
}

static void
say_filled (WijkReport *self, const char *key, const char *name, char *text)
{
  g_autofree char *sentence = wijk_words_fill (self->words, key, name, text, NULL);

  wijk_report_say (self, sentence);
  g_free (text);
}

static char *
join_channels (WijkReport *self, const char *session)
{
  g_autoptr (WijkCounts) counts = wijk_participation_count (self, WIJK_HEARD_CHANNEL, session);
  g_autoptr (GArray) list = wijk_counts_list (counts);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (names, g_utf8_strdown (g_array_index (list, WijkCoverage, i).name, -1));
  return join_words (self, names);
}

static void
say_who (WijkReport *self)
{
  g_autoptr (GPtrArray) involved = g_ptr_array_new (), missing = g_ptr_array_new ();

  find_roles (self, involved, missing);
  if (involved->len == 0)
    wijk_report_say (self, wijk_words_get (self->words, "report/no-roles"));
  else
    {
      say_filled (self, "report/involved", "roles", join_words (self, involved));
      if (missing->len > 0)
        say_filled (self, "report/not-involved", "roles", join_words (self, missing));
    }
}

static guint
count_grounded (WijkReport *self)
{
  guint n = 0;

  for (guint i = 0; i < self->priorities->len; i++)
    {
      g_autoptr (GPtrArray) origin =
          wijk_plan_data_texts (g_ptr_array_index (self->priorities, i), "origin");

      n += origin->len > 0;
    }
  return n;
}

static void
say_results (WijkReport *self)
{
  g_autofree char *outcomes = wijk_participation_describe_outcomes (self, NULL);
  g_autofree char *n = wijk_words_number (self->words, count_grounded (self));
  g_autofree char *total = wijk_words_number (self->words, self->priorities->len);
  g_autofree char *remarks = wijk_words_count (
      self->words, "report/remarks", wijk_participation_count_remarks (self, NULL));
  g_autofree char *sentence = wijk_words_fill (
      self->words, "report/results", "remarks", remarks, "outcomes", outcomes, NULL);

  wijk_report_say (self, sentence);
  if (self->priorities->len > 0)
    {
      g_autofree char *grounded =
          wijk_words_fill (self->words, "report/grounded", "n", n, "total", total, NULL);

      wijk_report_say (self, grounded);
    }
}

/* Who was involved, how, and what the results are: in the form that the law asks of an
 * environmental vision (Omgevingsbesluit, article 10.7). */
static void
put_account (WijkReport *self)
{
  wijk_sheet_begin_section (self->sheet);
  put_heading (self, 2, "report/account");
  say_who (self);
  if (self->sessions->len > 0)
    {
      g_autofree char *sessions =
          wijk_words_count (self->words, "text/sessions", self->sessions->len);

      wijk_report_say (self, sessions);
    }
  if (wijk_participation_count_remarks (self, NULL) > 0)
    {
      say_filled (self, "report/through", "channels", join_channels (self, NULL));
      say_results (self);
    }
  wijk_sheet_end_section (self->sheet);
}

/* ---- sessions ---- */

static char *
join_themes (WijkReport *self, const char *session)
{
  g_autoptr (WijkCounts) counts = wijk_participation_count (self, WIJK_HEARD_THEME, session);
  g_autoptr (GArray) list = wijk_counts_list (counts);

  if (list->len > MAX_NAMED)
    g_array_set_size (list, MAX_NAMED);
  return wijk_participation_join (self, list);
}

/* Where everybody is in small groups there is nothing to tell apart. */
static gboolean
tells_nothing (const GArray *groups)
{
  return groups->len == 0 || (groups->len == 1 && g_array_index (groups, WijkCoverage, 0).is_rest);
}

static char *
join_attendance (WijkReport *self, JsonObject *session)
{
  g_autoptr (WijkCounts) counts = wijk_participation_count_attendance (self, session);
  g_autoptr (GArray) list =
      wijk_counts_list_safe (counts, wijk_words_get (self->words, "report/small-groups"));

  return tells_nothing (list) ? NULL : wijk_participation_join (self, list);
}

enum
{
  DATE,
  PLACE,
  METHOD,
  RUNG,
  AUDIENCE,
  QUESTIONS,
  HEADS,
  ROLES,
  REMARKS,
  CHANNELS,
  THEMES,
  OUTCOMES,
  N_FACTS,
};

static const char *const fact_names[N_FACTS] = {
  [DATE] = "table/date",
  [PLACE] = "table/place",
  [METHOD] = "report/method",
  [RUNG] = "report/rung",
  [AUDIENCE] = "report/audience",
  [QUESTIONS] = "report/questions",
  [HEADS] = "table/people",
  [ROLES] = "report/roles",
  [REMARKS] = "report/figure-remarks",
  [CHANNELS] = "report/channels",
  [THEMES] = "report/themes",
  [OUTCOMES] = "heading/outcomes",
};

static void
collect_session (WijkReport *self, JsonObject *session, char **facts)
{
  const char *rung = wijk_plan_data_peek (session, "rung");

  facts[DATE] = wijk_words_date (self->words, wijk_plan_data_peek (session, "date"));
  facts[PLACE] = wijk_plan_data_text (session, "location");
  facts[METHOD] = wijk_plan_data_text (session, "method");
  facts[RUNG] = rung ? g_strdup (wijk_words_choose (self->words, "rung", rung)) : NULL;
  facts[AUDIENCE] = wijk_plan_data_text (session, "audience");
  facts[QUESTIONS] = wijk_plan_data_text (session, "questions");
  facts[HEADS] = wijk_participation_dup_heads (self, wijk_participation_get_heads (session));
  facts[ROLES] = join_attendance (self, session);
}

/* With `session` NULL: what came in outside the sessions. */
static void
put_session (WijkReport *self, JsonObject *session)
{
  const char *id = session ? wijk_plan_data_peek (session, "id") : "";
  guint n = wijk_participation_count_remarks (self, id ? id : "-");
  char *facts[N_FACTS] = { NULL };
  const char *pairs[2 * N_FACTS];
  g_autofree char *title = wijk_plan_data_text (session, "title");

  if (session)
    collect_session (self, session, facts);
  facts[REMARKS] = wijk_words_number (self->words, n);
  if (n > 0)
    {
      facts[CHANNELS] = join_channels (self, id);
      facts[THEMES] = join_themes (self, id);
      facts[OUTCOMES] = wijk_participation_describe_outcomes (self, id);
    }
  for (guint i = 0; i < N_FACTS; i++)
    {
      pairs[2 * i] = wijk_words_get (self->words, fact_names[i]);
      pairs[2 * i + 1] = facts[i];
    }
  wijk_sheet_begin_section (self->sheet);
  wijk_sheet_put_heading (self->sheet,
                          3,
                          NULL,
                          session ? title : wijk_words_get (self->words, "report/no-session"),
                          TRUE);
  wijk_sheet_need (self->sheet, MIN (wijk_report_measure_facts (self, pairs, 2 * N_FACTS), 260));
  wijk_report_put_facts (self, pairs, 2 * N_FACTS);
  wijk_sheet_end_section (self->sheet);
  for (guint i = 0; i < N_FACTS; i++)
    g_free (facts[i]);
}

static void
put_sessions (WijkReport *self)
{
  wijk_sheet_begin_section (self->sheet);
  put_heading (self, 2, "report/how-and-when");
  if (self->sessions->len == 0)
    wijk_report_say (self, wijk_words_get (self->words, "report/no-sessions"));
  for (guint i = 0; i < self->sessions->len && !wijk_sheet_is_stopped (self->sheet); i++)
    put_session (self, g_ptr_array_index (self->sessions, i));
  if (wijk_participation_count_remarks (self, "") > 0)
    put_session (self, NULL);
  wijk_sheet_end_section (self->sheet);
}

/* ---- who was heard ---- */

static void
put_bars (WijkReport *self, WijkHeard by, const char *title, const char *head)
{
  const WijkWords *words = self->words;
  g_autoptr (WijkCounts) counts = wijk_participation_count (self, by, NULL);
  g_autoptr (GArray) list =
      by == WIJK_HEARD_THEME
          ? wijk_counts_list (counts)
          : wijk_counts_list_safe (counts, wijk_words_get (words, "report/small-groups"));
  g_autoptr (WijkBars) bars = wijk_bars_new (wijk_words_get (words, title),
                                             wijk_words_get (words, head),
                                             wijk_words_get (words, "table/count"));
  gint64 rest = 0;

  if (tells_nothing (list))
    return;
  for (guint i = 0; i < list->len; i++)
    {
      const WijkCoverage *group = &g_array_index (list, WijkCoverage, i);

      if (i >= MAX_BARS)
        rest += group->n;
      else
        wijk_report_add_bar (self, bars, group->name, group->n, group->is_rest ? 2 : 0);
    }
  if (rest > 0)
    wijk_report_add_bar (self, bars, wijk_words_get (words, "report/other-groups"), rest, 2);
  wijk_report_put_bars (self, bars);
}

static gboolean
has_role (WijkReport *self)
{
  for (guint i = 0; i < self->remarks->len; i++)
    if (wijk_plan_data_peek (g_ptr_array_index (self->remarks, i), "role"))
      return TRUE;
  return FALSE;
}

static void
put_heard (WijkReport *self)
{
  g_autoptr (GPtrArray) silent = wijk_participation_list_silent (self);

  wijk_sheet_begin_section (self->sheet);
  put_heading (self, 2, "report/who");
  wijk_report_say (self, wijk_words_get (self->words, "report/small-groups-why"));
  put_bars (self, WIJK_HEARD_AREA, "report/by-area", "report/area");
  if (silent->len > 0)
    say_filled (self, "report/silent", "areas", join_words (self, silent));
  put_bars (self, WIJK_HEARD_CHANNEL, "report/by-channel", "table/channel");
  if (has_role (self))
    put_bars (self, WIJK_HEARD_ROLE, "report/by-role", "report/role");
  wijk_sheet_end_section (self->sheet);
}

/* ---- what came of it ---- */

static void
put_examples (WijkReport *self, GPtrArray *remarks, const char *heading, gboolean has_priority)
{
  const WijkWords *words = self->words;
  WijkColumn columns[] = { { wijk_words_get (words, "table/number"), 0.1, FALSE },
                           { wijk_words_get (words, "table/remark"), 0.32, FALSE },
                           { wijk_words_get (words, "table/answer"), 0.36, FALSE },
                           { wijk_words_get (words, "table/priority"), 0.22, FALSE } };
  guint n = has_priority ? 4 : 3;
  WijkTable *table;

  if (remarks->len == 0)
    return;
  if (!has_priority)
    columns[1].share = 0.42, columns[2].share = 0.48;
  wijk_sheet_begin_section (self->sheet);
  put_heading (self, 3, heading);
  table = wijk_table_begin (self->sheet, NULL, columns, n, TRUE);
  for (guint i = 0; i < remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (remarks, i);
      g_autofree char *label = wijk_report_dup_label (remark);
      g_autofree char *text = wijk_plan_data_text (remark, "text");
      g_autofree char *priorities = wijk_report_join_priorities (self, remark);
      WijkReportLine answer = wijk_report_describe_answer (self, remark, NULL);
      const WijkCell cells[] = {
        { NULL, label }, { NULL, text }, { answer.outcome, answer.reason }, { NULL, priorities }
      };

      wijk_table_add_row (table, cells);
      wijk_report_line_clear (&answer);
    }
  wijk_table_end (table);
  wijk_sheet_end_section (self->sheet);
}

static void
put_results (WijkReport *self)
{
  g_autoptr (GPtrArray) accepted = wijk_participation_list_accepted (self);
  g_autoptr (GPtrArray) declined = wijk_participation_list_declined (self);

  wijk_sheet_begin_section (self->sheet);
  put_heading (self, 2, "report/about");
  put_bars (self, WIJK_HEARD_THEME, "report/by-theme", "table/theme");
  wijk_sheet_end_section (self->sheet);
  wijk_sheet_begin_section (self->sheet);
  put_heading (self, 2, "report/what-came-of-it");
  wijk_report_put_outcomes (self, 2);
  put_examples (self, accepted, "report/accepted", TRUE);
  put_examples (self, declined, "report/declined", FALSE);
  wijk_sheet_end_section (self->sheet);
}

void
wijk_report_put_participation (WijkReport *self)
{
  wijk_report_put_masthead (self, wijk_words_get (self->words, "report/participation-intro"));
  put_totals (self);
  put_account (self);
  put_sessions (self);
  if (wijk_participation_count_remarks (self, NULL) == 0)
    return;
  put_heard (self);
  put_results (self);
}
