/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-figure.h"
#include "wijk-report.h"

#include <string.h>

#define MAX_BARS 12

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
add_bars (WijkReport *self, WijkBars *bars, const GArray *counts, const char *faint)
{
  gint64 rest = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const Count *count = &g_array_index (counts, Count, i);

      if (i >= MAX_BARS)
        rest += count->n;
      else
        wijk_report_add_bar (
            self, bars, count->name, count->n, g_strcmp0 (count->name, faint) == 0 ? 2 : 0);
    }
  if (rest > 0)
    wijk_report_add_bar (self, bars, wijk_words_get (self->words, "text/other-themes"), rest, 2);
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
  WijkTotals totals = wijk_report_add_up (self);
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
  wijk_report_put_dissent (self);
}
