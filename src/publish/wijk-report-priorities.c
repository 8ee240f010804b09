/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-markup.h"
#include "wijk-report-figure.h"
#include "wijk-report.h"
#include "wijk-table.h"

#include <string.h>

#define MAX_LABELS 40
#define GOAL_HEIGHT 40.0 /* of two lines, that stay with their facts */

static const char *const aspects[] = { "sociaal", "economisch", "veiligheid", "ruimtelijk" };

static char *
dup_period (WijkReport *self, JsonObject *priority)
{
  int first = (int) CLAMP (wijk_plan_data_int (priority, "first-year"), 0, 9999);
  int last = (int) CLAMP (wijk_plan_data_int (priority, "last-year"), 0, 9999);

  return wijk_words_years (self->words, first, last);
}

static char *
dup_short_period (WijkReport *self, JsonObject *priority)
{
  int first = (int) CLAMP (wijk_plan_data_int (priority, "first-year"), 0, 9999);
  int last = (int) CLAMP (wijk_plan_data_int (priority, "last-year"), 0, 9999);

  return wijk_words_short_years (self->words, first, last);
}

static const char *
get_status (WijkReport *self, JsonObject *record)
{
  return wijk_words_choose (self->words, "status", wijk_plan_data_peek (record, "status"));
}

static void
put_overview (WijkReport *self)
{
  const WijkColumn columns[] = { { wijk_words_get (self->words, "table/number"), 0.06, FALSE },
                                 { wijk_words_get (self->words, "table/priority"), 0.5, FALSE },
                                 { wijk_words_get (self->words, "table/period"), 0.13, FALSE },
                                 { wijk_words_get (self->words, "table/owner"), 0.2, FALSE },
                                 { wijk_words_get (self->words, "table/status"), 0.12, FALSE } };
  WijkTable *table = wijk_table_begin (self->sheet,
                                       wijk_words_get (self->words, "caption/priorities"),
                                       columns,
                                       G_N_ELEMENTS (columns),
                                       TRUE);

  for (guint i = 0; i < self->priorities->len; i++)
    {
      JsonObject *priority = g_ptr_array_index (self->priorities, i);
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);
      g_autofree char *title = wijk_plan_data_text (priority, "title");
      g_autofree char *goal = wijk_plan_data_text (priority, "goal");
      g_autofree char *owner = wijk_plan_data_text (priority, "owner");
      g_autofree char *period = dup_short_period (self, priority);
      const WijkCell cells[] = { { NULL, rank },
                                 { title, goal },
                                 { NULL, period },
                                 { NULL, owner },
                                 { NULL, get_status (self, priority) } };

      wijk_table_add_row (table, cells);
    }
  wijk_table_end (table);
}

/* The labels of the remarks among the origins, the titles of the others. */
static void
collect_origin (
    WijkReport *self, const char *id, GPtrArray *labels, GPtrArray *clusters, GPtrArray *sources)
{
  JsonObject *record;

  if ((record = g_hash_table_lookup (self->remarks_by_id, id)))
    g_ptr_array_add (labels, wijk_report_dup_label (record));
  else if ((record = g_hash_table_lookup (self->clusters, id)))
    g_ptr_array_add (clusters, wijk_plan_data_text (record, "title"));
  else if ((record = g_hash_table_lookup (self->quotes, id)))
    {
      char *title = wijk_plan_data_text (record, "title");

      if (title && !g_ptr_array_find_with_equal_func (sources, title, g_str_equal, NULL))
        g_ptr_array_add (sources, title);
      else
        g_free (title);
    }
}

static char *
join (WijkReport *self, GPtrArray *texts)
{
  GString *joined = g_string_new (NULL);
  guint shown = 0;

  for (guint i = 0; i < texts->len && shown < MAX_LABELS; i++)
    if (g_ptr_array_index (texts, i))
      g_string_append_printf (
          joined, "%s%s", shown++ > 0 ? ", " : "", (const char *) g_ptr_array_index (texts, i));
  if (texts->len > MAX_LABELS)
    {
      g_autofree char *number = wijk_words_number (self->words, texts->len - MAX_LABELS);
      g_autofree char *more = wijk_words_fill (self->words, "text/and-more", "n", number, NULL);

      g_string_append_printf (joined, " %s", more);
    }
  return g_string_free (joined, FALSE);
}

static void
append_origin (WijkReport *self, GString *text, const char *key, const char *name, GPtrArray *list)
{
  g_autofree char *joined = NULL, *line = NULL;

  if (list->len == 0)
    return;
  joined = join (self, list);
  line = wijk_words_fill (self->words, key, name, joined, NULL);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static char *
dup_origin (WijkReport *self, JsonObject *priority)
{
  g_autoptr (GPtrArray) ids = wijk_plan_data_texts (priority, "origin");
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func (g_free);
  GString *text;

  if (wijk_plan_data_bool (priority, "no-origin"))
    return g_strdup (wijk_words_get (self->words, "text/no-origin"));
  for (guint i = 0; i < ids->len; i++)
    collect_origin (self, g_ptr_array_index (ids, i), labels, clusters, sources);
  text = g_string_new (NULL);
  append_origin (self, text, "text/origin-remarks", "labels", labels);
  append_origin (self, text, "text/origin-clusters", "titles", clusters);
  append_origin (self, text, "text/origin-quotes", "titles", sources);
  if (text->len == 0)
    g_string_append (text, wijk_words_get (self->words, "text/origin-unknown"));
  return g_string_free (text, FALSE);
}

static char *
dup_money (WijkReport *self, JsonObject *priority)
{
  static const char *const kinds[] = { "raming", "dekking", "gereserveerd", "besteed" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gint64 cents = wijk_report_sum (priority, kinds[i], TRUE);
      g_autofree char *amount = wijk_report_dup_money (self, cents);
      g_autofree char *part = wijk_words_fill (self->words,
                                               "text/money-part",
                                               "kind",
                                               wijk_words_choose (self->words, "amount", kinds[i]),
                                               "amount",
                                               amount,
                                               NULL);

      if (cents != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_aspects (WijkReport *self, JsonObject *priority)
{
  g_autoptr (GPtrArray) values = wijk_plan_data_texts (priority, "aspects");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    g_string_append_printf (
        text,
        "%s%s",
        i > 0 ? ", " : "",
        wijk_words_choose (self->words, "aspect", g_ptr_array_index (values, i)));
  return g_string_free (text, FALSE);
}

static char *
dup_measures (WijkReport *self, JsonObject *priority)
{
  g_autoptr (GPtrArray) measures = wijk_plan_data_objects (priority, "measures");

  if (measures->len == 0)
    return g_strdup (wijk_words_get (self->words, "text/none"));
  return wijk_words_count (self->words, "text/measures", measures->len);
}

static char *
dup_full_period (WijkReport *self, JsonObject *priority)
{
  gint64 last = wijk_plan_data_int (priority, "last-year");
  g_autofree char *period = dup_period (self, priority);

  if (last <= 0 || last > 9999 || self->first_year <= 0)
    return g_steal_pointer (&period);
  return g_strdup_printf ("%s (%s)", period, wijk_report_get_band_word (self, (int) last));
}

static void
put_priority (WijkReport *self, JsonObject *priority, guint rank, int level)
{
  const WijkWords *words = self->words;
  g_autofree char *title = wijk_plan_data_text (priority, "title");
  g_autofree char *heading = g_strdup_printf ("%u. %s", rank, title ? title : "–");
  g_autofree char *goal = wijk_plan_data_text (priority, "goal");
  g_autofree char *period = dup_full_period (self, priority);
  g_autofree char *owner = wijk_plan_data_text (priority, "owner");
  g_autofree char *partners = wijk_plan_data_join (priority, "partners", ", ");
  g_autofree char *sides = dup_aspects (self, priority);
  g_autofree char *money = dup_money (self, priority);
  g_autofree char *measures = dup_measures (self, priority);
  g_autofree char *origin = dup_origin (self, priority);
  const char *const facts[] = {
    wijk_words_get (words, "fact/period"),   period,
    wijk_words_get (words, "fact/owner"),    owner,
    wijk_words_get (words, "fact/partners"), partners,
    wijk_words_get (words, "fact/aspects"),  sides,
    wijk_words_get (words, "fact/status"),   get_status (self, priority),
    wijk_words_get (words, "fact/money"),    money,
    wijk_words_get (words, "fact/measures"), measures,
    wijk_words_get (words, "fact/origin"),   origin
  };

  wijk_sheet_begin_section (self->sheet);
  wijk_sheet_set_target (self->sheet, wijk_plan_data_peek (priority, "id"));
  wijk_sheet_put_heading (self->sheet, level + 1, NULL, heading, FALSE);
  wijk_sheet_need (self->sheet,
                   GOAL_HEIGHT + wijk_report_measure_facts (self, facts, G_N_ELEMENTS (facts)));
  wijk_report_say (self, goal);
  wijk_report_put_facts (self, facts, G_N_ELEMENTS (facts));
  wijk_sheet_end_section (self->sheet);
}

void
wijk_report_put_priorities (WijkReport *self, int level)
{
  put_overview (self);
  wijk_report_put_timeline (self);
  for (guint i = 0; i < self->priorities->len && !wijk_sheet_is_stopped (self->sheet); i++)
    put_priority (self, g_ptr_array_index (self->priorities, i), i + 1, level);
}

/* "zwaar: want ..." of one aspect; an empty cell is shown as empty. */
static char *
dup_weight (WijkReport *self, JsonObject *priority, const char *aspect)
{
  g_autoptr (GPtrArray) weights = wijk_plan_data_objects (priority, "weights");

  for (guint i = 0; i < weights->len; i++)
    {
      JsonObject *weight = g_ptr_array_index (weights, i);
      g_autofree char *reason = wijk_plan_data_text (weight, "reason");
      g_autofree char *value = wijk_plan_data_amount (weight, "value", self->words);

      if (g_strcmp0 (wijk_plan_data_peek (weight, "aspect"), aspect) != 0)
        continue;
      if (!reason)
        return g_steal_pointer (&value);
      return wijk_words_fill (self->words, "text/weight", "value", value, "reason", reason, NULL);
    }
  return g_strdup ("–");
}

void
wijk_report_put_weighing (WijkReport *self, int level)
{
  WijkColumn columns[1 + G_N_ELEMENTS (aspects)] = {
    { wijk_words_get (self->words, "table/priority"), 0.24, FALSE }
  };
  WijkTable *table;

  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    columns[i + 1] =
        (WijkColumn) { wijk_words_choose (self->words, "aspect", aspects[i]), 0.19, FALSE };
  table = wijk_table_begin (self->sheet,
                            wijk_words_get (self->words, "caption/weighing"),
                            columns,
                            G_N_ELEMENTS (columns),
                            TRUE);
  for (guint i = 0; i < self->priorities->len; i++)
    {
      JsonObject *priority = g_ptr_array_index (self->priorities, i);
      char *texts[1 + G_N_ELEMENTS (aspects)] = { wijk_plan_data_text (priority, "title") };
      WijkCell cells[1 + G_N_ELEMENTS (aspects)] = { 0 };

      for (guint k = 0; k < G_N_ELEMENTS (aspects); k++)
        texts[k + 1] = dup_weight (self, priority, aspects[k]);
      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        cells[k].text = texts[k];
      wijk_table_add_row (table, cells);
      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        g_free (texts[k]);
    }
  wijk_table_end (table);
}
