/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-markup.h"
#include "wijk-report.h"
#include "wijk-table.h"

#include <string.h>

#define MAX_CENTS G_GINT64_CONSTANT (100000000000000) /* a thousand thousand million euros */

static gint64
sum_own (JsonObject *record, const char *kind)
{
  g_autoptr (GPtrArray) amounts = wijk_plan_data_objects (record, "amounts");
  gint64 sum = 0;

  for (guint i = 0; i < amounts->len; i++)
    {
      JsonObject *amount = g_ptr_array_index (amounts, i);

      if (g_strcmp0 (wijk_plan_data_peek (amount, "kind"), kind) == 0)
        sum = CLAMP (sum + CLAMP (wijk_plan_data_int (amount, "cents"), -MAX_CENTS, MAX_CENTS),
                     -MAX_CENTS,
                     MAX_CENTS);
    }
  return sum;
}

gint64
wijk_report_sum (JsonObject *record, const char *kind, gboolean with_measures)
{
  gint64 sum = sum_own (record, kind);
  g_autoptr (GPtrArray) measures = NULL;

  if (!with_measures)
    return sum;
  measures = wijk_plan_data_objects (record, "measures");
  for (guint i = 0; i < measures->len; i++)
    sum = CLAMP (sum + sum_own (g_ptr_array_index (measures, i), kind), -MAX_CENTS, MAX_CENTS);
  return sum;
}

/* "–" where there is none. */
char *
wijk_report_dup_money (const WijkReport *self, gint64 cents)
{
  return cents == 0 ? g_strdup ("–") : wijk_words_money (self->words, cents);
}

static char *
dup_months (WijkReport *self, JsonObject *measure)
{
  g_autofree char *start =
      wijk_words_short_month (self->words, wijk_plan_data_peek (measure, "start"));
  g_autofree char *ready =
      wijk_words_short_month (self->words, wijk_plan_data_peek (measure, "ready"));

  if (!*start || !*ready)
    return g_strconcat (start, ready, NULL);
  return g_strconcat (start, "\302\240–\n", ready, NULL);
}

static void
put_measure (WijkReport *self, WijkTable *table, JsonObject *measure, guint rank, guint place)
{
  g_autofree char *number = g_strdup_printf ("%u.%u", rank, place);
  g_autofree char *title = wijk_plan_data_text (measure, "title");
  g_autofree char *text = wijk_markup_dup_plain (wijk_plan_data_peek (measure, "text"));
  g_autofree char *owner = wijk_plan_data_text (measure, "owner");
  g_autofree char *names = wijk_plan_data_join (measure, "partners", ", ");
  g_autofree char *months = dup_months (self, measure);
  g_autofree char *estimate =
      wijk_report_dup_money (self, wijk_report_sum (measure, "raming", FALSE));
  g_autofree char *funding =
      wijk_report_dup_money (self, wijk_report_sum (measure, "dekking", FALSE));
  const char *status =
      wijk_words_choose (self->words, "status", wijk_plan_data_peek (measure, "status"));
  const WijkCell cells[] = { { NULL, number }, { title, text },    { owner, names },
                             { NULL, months }, { NULL, estimate }, { NULL, funding },
                             { NULL, status } };

  wijk_table_add_row (table, cells);
}

/* Sums of seven digits or with cents ask for wider columns. */
static gboolean
has_millions (GPtrArray *measures)
{
  static const char *const kinds[] = { "raming", "dekking" };

  for (guint i = 0; i < measures->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
      {
        gint64 cents = wijk_report_sum (g_ptr_array_index (measures, i), kinds[k], FALSE);

        if (ABS (cents) >= 100000000 || cents % 100 != 0)
          return TRUE;
      }
  return FALSE;
}

static void
put_measures (WijkReport *self, JsonObject *priority, guint rank)
{
  const WijkWords *words = self->words;
  g_autoptr (GPtrArray) measures = wijk_plan_data_objects (priority, "measures");
  g_autofree char *number = g_strdup_printf ("%u", rank);
  g_autofree char *title = wijk_plan_data_text (priority, "title");
  g_autofree char *caption = wijk_words_fill (
      words, "caption/measures", "number", number, "title", title ? title : "–", NULL);
  WijkColumn columns[] = { { wijk_words_get (words, "table/number"), 0.05, FALSE },
                           { wijk_words_get (words, "table/measure"), 0.36, FALSE },
                           { wijk_words_get (words, "table/owner-partners"), 0.19, FALSE },
                           { wijk_words_get (words, "table/months"), 0.11, FALSE },
                           { wijk_words_get (words, "table/estimate"), 0.105, TRUE },
                           { wijk_words_get (words, "table/funding"), 0.105, TRUE },
                           { wijk_words_get (words, "table/status"), 0.1, FALSE } };
  WijkTable *table;

  if (measures->len == 0)
    return;
  if (has_millions (measures))
    columns[4].share = columns[5].share = 0.125;
  table = wijk_table_begin (self->sheet, caption, columns, G_N_ELEMENTS (columns), TRUE);
  for (guint i = 0; i < measures->len; i++)
    put_measure (self, table, g_ptr_array_index (measures, i), rank, i + 1);
  wijk_table_end (table);
}

void
wijk_report_put_programme (WijkReport *self, int level)
{
  wijk_sheet_space (self->sheet, 4);
  for (guint i = 0; i < self->priorities->len && !wijk_sheet_is_stopped (self->sheet); i++)
    put_measures (self, g_ptr_array_index (self->priorities, i), i + 1);
}

void
wijk_report_put_money (WijkReport *self, int level)
{
  static const char *const kinds[] = { "raming", "dekking", "gereserveerd", "besteed" };
  const WijkWords *words = self->words;
  const WijkColumn columns[] = { { wijk_words_get (words, "table/priority"), 0.36, FALSE },
                                 { wijk_words_get (words, "table/estimate"), 0.16, TRUE },
                                 { wijk_words_get (words, "table/funding"), 0.16, TRUE },
                                 { wijk_words_get (words, "table/reserved"), 0.16, TRUE },
                                 { wijk_words_get (words, "table/spent"), 0.16, TRUE } };
  WijkTable *table = wijk_table_begin (
      self->sheet, wijk_words_get (words, "caption/money"), columns, G_N_ELEMENTS (columns), TRUE);
  gint64 totals[G_N_ELEMENTS (kinds)] = { 0 };

  for (guint i = 0; i <= self->priorities->len; i++)
    {
      gboolean is_total = i == self->priorities->len;
      JsonObject *priority = is_total ? NULL : g_ptr_array_index (self->priorities, i);
      g_autofree char *title = is_total ? g_strdup (wijk_words_get (words, "table/total"))
                                        : wijk_plan_data_text (priority, "title");
      char *texts[G_N_ELEMENTS (kinds)];
      WijkCell cells[1 + G_N_ELEMENTS (kinds)] = { { NULL, title } };

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          gint64 sum = is_total ? totals[k] : wijk_report_sum (priority, kinds[k], TRUE);

          totals[k] = CLAMP (totals[k] + (is_total ? 0 : sum), -MAX_CENTS, MAX_CENTS);
          texts[k] = wijk_report_dup_money (self, sum);
          cells[k + 1] = is_total ? (WijkCell) { texts[k], NULL } : (WijkCell) { NULL, texts[k] };
        }
      wijk_table_add_row (table, cells);
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        g_free (texts[k]);
    }
  wijk_table_end (table);
}

static char *
dup_latest (WijkReport *self, JsonObject *indicator)
{
  g_autoptr (GPtrArray) list = wijk_plan_data_objects (indicator, "measurements");
  JsonObject *latest = NULL;
  g_autofree char *value = NULL, *date = NULL;

  for (guint i = 0; i < list->len; i++)
    if (!latest || g_strcmp0 (wijk_plan_data_peek (g_ptr_array_index (list, i), "date"),
                              wijk_plan_data_peek (latest, "date")) > 0)
      latest = g_ptr_array_index (list, i);
  if (!latest)
    return g_strdup ("–");
  value = wijk_plan_data_amount (latest, "value", self->words);
  date = wijk_words_date (self->words, wijk_plan_data_peek (latest, "date"));
  return *date ? g_strdup_printf ("%s\n%s", value, date) : g_steal_pointer (&value);
}

static void
put_indicator (WijkReport *self, WijkTable *table, JsonObject *indicator, const char *priority)
{
  g_autofree char *title = wijk_plan_data_text (indicator, "title");
  g_autofree char *unit = wijk_plan_data_text (indicator, "unit");
  g_autofree char *baseline = wijk_plan_data_amount (indicator, "baseline", self->words);
  g_autofree char *target = wijk_plan_data_amount (indicator, "target", self->words);
  g_autofree char *by =
      wijk_words_date (self->words, wijk_plan_data_peek (indicator, "target-date"));
  g_autofree char *goal = *by ? g_strdup_printf ("%s\n%s", target, by) : g_strdup (target);
  g_autofree char *latest = dup_latest (self, indicator);
  g_autofree char *name =
      unit ? g_strdup_printf ("%s (%s)", title ? title : "–", unit) : g_strdup (title);
  const WijkCell cells[] = {
    { NULL, name }, { NULL, priority }, { NULL, baseline }, { NULL, goal }, { NULL, latest }
  };

  wijk_table_add_row (table, cells);
}

void
wijk_report_put_monitoring (WijkReport *self, int level)
{
  const WijkWords *words = self->words;
  const WijkColumn columns[] = { { wijk_words_get (words, "table/indicator"), 0.32, FALSE },
                                 { wijk_words_get (words, "table/priority"), 0.26, FALSE },
                                 { wijk_words_get (words, "table/baseline"), 0.12, FALSE },
                                 { wijk_words_get (words, "table/target"), 0.15, FALSE },
                                 { wijk_words_get (words, "table/latest"), 0.15, FALSE } };
  WijkTable *table = wijk_table_begin (self->sheet,
                                       wijk_words_get (words, "caption/indicators"),
                                       columns,
                                       G_N_ELEMENTS (columns),
                                       TRUE);

  for (guint i = 0; i < self->priorities->len; i++)
    {
      JsonObject *priority = g_ptr_array_index (self->priorities, i);
      g_autofree char *title = wijk_plan_data_text (priority, "title");
      g_autoptr (GPtrArray) indicators = wijk_plan_data_objects (priority, "indicators");

      for (guint k = 0; k < indicators->len; k++)
        put_indicator (self, table, g_ptr_array_index (indicators, k), title);
    }
  wijk_table_end (table);
}
