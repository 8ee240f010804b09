/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-figure.h"
#include "wijk-report.h"
#include "wijk-table.h"

#include <string.h>

#define MAX_BARS 12

gboolean
wijk_report_is_counted (JsonObject *remark)
{
  return !wijk_plan_data_peek (remark, "withdrawn") && !wijk_plan_data_peek (remark, "part-of");
}

static gboolean
take_answer (JsonObject *record, WijkAnswer *answer)
{
  const char *outcome = wijk_plan_data_peek (record, "outcome");
  const char *reason = wijk_plan_data_peek (record, "reason");

  if (!outcome || !*outcome || !reason || !*reason)
    return FALSE;
  answer->outcome = outcome;
  answer->reason = reason;
  return TRUE;
}

gboolean
wijk_report_find_answer (const WijkReport *self, JsonObject *remark, WijkAnswer *answer)
{
  const char *id = wijk_plan_data_peek (remark, "cluster");
  JsonObject *cluster = id ? g_hash_table_lookup (self->clusters, id) : NULL;

  *answer = (WijkAnswer) { 0 };
  if (take_answer (remark, answer))
    return TRUE;
  if (!cluster || !take_answer (cluster, answer))
    return FALSE;
  answer->cluster = wijk_plan_data_peek (cluster, "title");
  return TRUE;
}

GPtrArray *
wijk_report_get_parts (const WijkReport *self, JsonObject *remark)
{
  const char *id = wijk_plan_data_peek (remark, "id");

  return id ? g_hash_table_lookup (self->parts, id) : NULL;
}

gboolean
wijk_report_is_answered (const WijkReport *self, JsonObject *remark)
{
  GPtrArray *list = wijk_report_get_parts (self, remark);
  WijkAnswer answer;

  if (wijk_report_find_answer (self, remark, &answer))
    return TRUE;
  for (guint i = 0; list && i < list->len; i++)
    if (!wijk_report_find_answer (self, g_ptr_array_index (list, i), &answer))
      return FALSE;
  return list != NULL;
}

char *
wijk_report_dup_label (JsonObject *remark)
{
  char *label = wijk_plan_data_text (remark, "label");
  gint64 number = wijk_plan_data_int (remark, "number");

  if (!label && number > 0)
    label = g_strdup_printf ("R-%" G_GINT64_FORMAT, number);
  return label ? label : g_strdup ("–");
}

typedef struct
{
  gint64 counted, people, withdrawn, unanswered;
} Totals;

static Totals
add_up (WijkReport *self)
{
  Totals totals = { 0 };

  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);

      if (wijk_plan_data_peek (remark, "withdrawn"))
        totals.withdrawn++;
      if (!wijk_report_is_counted (remark))
        continue;
      totals.counted++;
      totals.people += CLAMP (wijk_plan_data_int (remark, "count"), 1, 1000000);
      totals.unanswered += !wijk_report_is_answered (self, remark);
    }
  return totals;
}

/* A name and how often it came. */
typedef struct
{
  const char *name;
  gint64 n;
} Count;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const Count *first = a, *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return strcmp (first->name, second->name);
}

static void
add_count (GArray *counts, GHashTable *places, const char *name)
{
  gpointer place;

  if (g_hash_table_lookup_extended (places, name, NULL, &place))
    g_array_index (counts, Count, GPOINTER_TO_UINT (place)).n++;
  else
    {
      Count count = { name, 1 };

      g_hash_table_insert (places, (gpointer) name, GUINT_TO_POINTER (counts->len));
      g_array_append_val (counts, count);
    }
}

/* Theme id to the name of its main theme. */
static void
name_themes (GPtrArray *themes, const char *main, GHashTable *names)
{
  for (guint i = 0; i < themes->len; i++)
    {
      JsonObject *theme = g_ptr_array_index (themes, i);
      const char *id = wijk_plan_data_peek (theme, "id");
      const char *name = main ? main : wijk_plan_data_peek (theme, "name");
      g_autoptr (GPtrArray) below = wijk_plan_data_objects (theme, "themes");

      if (id && name)
        g_hash_table_insert (names, (gpointer) id, (gpointer) name);
      if (name)
        name_themes (below, name, names);
    }
}

/* Each remark counts once for each of its main themes. */
static void
count_themes_of (
    JsonObject *remark, GHashTable *names, GArray *counts, GHashTable *places, const char *without)
{
  g_autoptr (GPtrArray) ids = wijk_plan_data_texts (remark, "themes");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *name = g_hash_table_lookup (names, g_ptr_array_index (ids, i));

      if (name && g_hash_table_add (seen, (gpointer) name))
        add_count (counts, places, name);
    }
  if (g_hash_table_size (seen) == 0)
    add_count (counts, places, without);
}

static GArray *
count_themes (WijkReport *self, const char *without)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  name_themes (self->themes, NULL, names);
  for (guint i = 0; i < self->remarks->len; i++)
    if (wijk_report_is_counted (g_ptr_array_index (self->remarks, i)))
      count_themes_of (g_ptr_array_index (self->remarks, i), names, counts, places, without);
  g_array_sort (counts, compare_counts);
  return counts;
}

static GArray *
count_channels (WijkReport *self)
{
  GArray *counts = g_array_new (FALSE, FALSE, sizeof (Count));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);
      const char *channel = wijk_plan_data_peek (remark, "channel");

      if (wijk_report_is_counted (remark))
        add_count (counts,
                   places,
                   wijk_words_choose (self->words, "channel", channel ? channel : "unknown"));
    }
  g_array_sort (counts, compare_counts);
  return counts;
}

static void
add_bar (WijkReport *self, WijkBars *bars, const char *name, gint64 n, guint fill)
{
  g_autofree char *number = wijk_words_number (self->words, n);
  g_autofree char *label = wijk_typeface_clean (self->sheet->typeface, name);

  wijk_bars_add (bars, label, (double) n, number, fill);
}

static void
add_bars (WijkReport *self, WijkBars *bars, const GArray *counts, const char *faint)
{
  gint64 rest = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);

      if (i >= MAX_BARS)
        rest += count->n;
      else
        add_bar (self, bars, count->name, count->n, g_strcmp0 (count->name, faint) == 0 ? 2 : 0);
    }
  if (rest > 0)
    add_bar (self, bars, wijk_words_get (self->words, "text/other-themes"), rest, 2);
}

static char *
find_theme_finding (WijkReport *self, const GArray *counts, const char *without, gint64 total)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);
      g_autofree char *n = wijk_words_number (self->words, count->n);
      g_autofree char *all = wijk_words_number (self->words, total);

      if (strcmp (count->name, without) != 0)
        return wijk_words_fill (
            self->words, "finding/themes", "theme", count->name, "n", n, "total", all, NULL);
    }
  return g_strdup (wijk_words_get (self->words, "finding/themes-none"));
}

static void
put_theme_bars (WijkReport *self, gint64 total)
{
  const char *without = wijk_words_get (self->words, "text/no-theme");
  g_autoptr (GArray) counts = count_themes (self, without);
  g_autofree char *finding = find_theme_finding (self, counts, without, total);
  g_autofree char *title = wijk_typeface_clean (self->sheet->typeface, finding);
  g_autoptr (WijkBars) bars = wijk_bars_new (title,
                                             wijk_words_get (self->words, "table/theme"),
                                             wijk_words_get (self->words, "table/count"));

  add_bars (self, bars, counts, without);
  wijk_report_put_bars (self, bars);
}

static void
put_channel_bars (WijkReport *self)
{
  g_autoptr (GArray) counts = count_channels (self);
  const char *most = counts->len > 0 ? g_array_index (counts, Count, 0).name : "";
  g_autofree char *finding =
      wijk_words_fill (self->words, "finding/channels", "channel", most, NULL);
  g_autofree char *title = wijk_typeface_clean (self->sheet->typeface, finding);
  g_autoptr (WijkBars) bars = wijk_bars_new (title,
                                             wijk_words_get (self->words, "table/channel"),
                                             wijk_words_get (self->words, "table/count"));

  add_bars (self, bars, counts, NULL);
  wijk_report_put_bars (self, bars);
}

static void
append_sentence (GString *text, char *sentence)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

void
wijk_report_put_heard (WijkReport *self, int level)
{
  Totals totals = add_up (self);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *people = wijk_words_number (self->words, totals.people);

  append_sentence (text, wijk_words_count (self->words, "text/remarks", totals.counted));
  if (totals.people > totals.counted)
    append_sentence (text, wijk_words_fill (self->words, "text/people", "n", people, NULL));
  if (self->sessions->len > 0)
    append_sentence (text, wijk_words_count (self->words, "text/sessions", self->sessions->len));
  if (totals.withdrawn > 0)
    append_sentence (text, wijk_words_count (self->words, "text/withdrawn", totals.withdrawn));
  wijk_report_say (self, text->str);
  if (totals.counted == 0)
    return;
  put_theme_bars (self, totals.counted);
  put_channel_bars (self);
}

/* A remark of several parts counts for the answer of the whole, or else of its first part. */
static const char *
find_outcome (WijkReport *self, JsonObject *remark)
{
  GPtrArray *list = wijk_report_get_parts (self, remark);
  WijkAnswer answer;

  if (wijk_report_find_answer (self, remark, &answer))
    return answer.outcome;
  if (list && wijk_report_is_answered (self, remark) &&
      wijk_report_find_answer (self, g_ptr_array_index (list, 0), &answer))
    return answer.outcome;
  return NULL;
}

static void
put_outcome_bars (WijkReport *self, const Totals *totals)
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
      const char *outcome = wijk_report_is_counted (remark) ? find_outcome (self, remark) : NULL;

      for (guint k = 0; outcome && k < G_N_ELEMENTS (outcomes); k++)
        counts[k] += strcmp (outcome, outcomes[k]) == 0;
    }
  for (guint k = 0; k < G_N_ELEMENTS (outcomes); k++)
    add_bar (self,
             bars,
             wijk_words_choose (self->words, "outcome", outcomes[k]),
             counts[k],
             k == 0 ? 0 : 1);
  if (totals->unanswered > 0)
    add_bar (self, bars, wijk_words_get (self->words, "text/unanswered"), totals->unanswered, 2);
  wijk_report_put_bars (self, bars);
}

void
wijk_report_put_outcomes (WijkReport *self, int level)
{
  Totals totals = add_up (self);
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
join_labels (GPtrArray *remarks)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    {
      g_autofree char *label = wijk_report_dup_label (g_ptr_array_index (remarks, i));

      g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", label);
    }
  return g_string_free (labels, FALSE);
}

static char *
dup_reason (WijkReport *self, JsonObject *remark, const WijkAnswer *answer)
{
  GPtrArray *list = wijk_report_get_parts (self, remark);
  g_autofree char *from = NULL;

  if (!answer->outcome)
    {
      g_autofree char *labels = join_labels (list);

      return wijk_words_fill (self->words, "text/see-parts", "labels", labels, NULL);
    }
  if (!answer->cluster)
    return g_strdup (answer->reason);
  from = wijk_words_fill (self->words, "text/cluster-answer", "title", answer->cluster, NULL);
  return g_strconcat (answer->reason, "\n", from, NULL);
}

static void
put_answer (WijkReport *self, WijkTable *table, JsonObject *remark)
{
  WijkAnswer answer = { 0 };
  g_autofree char *label = wijk_report_dup_label (remark);
  g_autofree char *text = wijk_plan_data_text (remark, "text");
  g_autofree char *reason = NULL;
  const char *outcome = NULL;

  if (wijk_report_find_answer (self, remark, &answer))
    outcome = wijk_words_choose (self->words, "outcome", answer.outcome);
  reason = dup_reason (self, remark, &answer);
  wijk_sheet_set_target (self->sheet, wijk_plan_data_peek (remark, "id"));
  wijk_table_add_row (
      table,
      (const WijkCell[]) { { NULL, label },
                           { NULL, text ? text : wijk_words_get (self->words, "text/erased") },
                           { outcome, reason } });
}

void
wijk_report_put_answers (WijkReport *self, int level)
{
  const WijkColumn columns[] = { { wijk_words_get (self->words, "table/number"), 0.12, FALSE },
                                 { wijk_words_get (self->words, "table/remark"), 0.44, FALSE },
                                 { wijk_words_get (self->words, "table/answer"), 0.44, FALSE } };
  Totals totals = add_up (self);
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
