/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dissenting voice: where people were asked whether they agree, and what was said against it.
 * It stands beside what most people said, also where nothing came of it. */

#include "config.h"

#include "wijk-report-answer.h"
#include "wijk-report.h"
#include "wijk-table.h"

#define EXCERPT 90 /* signs of what is said against it */

static gboolean
is_cluster (WijkReport *self, JsonObject *record)
{
  return g_hash_table_lookup (self->clusters, wijk_plan_data_peek (record, "id")) == record;
}

static char *
dup_name (WijkReport *self, JsonObject *record)
{
  char *title = is_cluster (self, record) ? wijk_plan_data_text (record, "title") : NULL;

  return title ? title : wijk_report_dup_label (record);
}

/* What each says: "R-4: Laat de heg staan", a line each. */
static char *
dup_against (WijkReport *self, GPtrArray *list)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; list && i < list->len; i++)
    {
      JsonObject *other = g_ptr_array_index (list, i);
      g_autofree char *name = dup_name (self, other);
      g_autofree char *text = is_cluster (self, other) ? NULL : wijk_plan_data_text (other, "text");
      g_autofree char *some =
          text ? g_utf8_substring (text, 0, MIN (EXCERPT, g_utf8_strlen (text, -1))) : NULL;

      g_string_append_printf (lines,
                              "%s%s%s%s%s",
                              lines->len > 0 ? "\n" : "",
                              name,
                              some ? ": " : "",
                              some ? some : "",
                              some && g_utf8_strlen (text, -1) > EXCERPT ? "…" : "");
    }

  return g_string_free (lines, FALSE);
}

static char *
dup_count (WijkReport *self, JsonObject *record, const char *key)
{
  return json_object_has_member (record, key)
             ? wijk_words_number (self->words, wijk_plan_data_int (record, key))
             : NULL;
}

static void
put_row (WijkReport *self, WijkTable *table, JsonObject *record, GPtrArray *against)
{
  g_autofree char *name = dup_name (self, record);
  g_autofree char *text = is_cluster (self, record) ? NULL : wijk_plan_data_text (record, "text");
  g_autofree char *agree = dup_count (self, record, "agree");
  g_autofree char *disagree = dup_count (self, record, "disagree");
  g_autofree char *said = dup_against (self, against);

  wijk_table_add_row (table,
                      (const WijkCell[]) { { name, text },
                                           { NULL, agree },
                                           { NULL, disagree },
                                           { NULL, *said != '\0' ? said : NULL } });
}

/* A pair that opposes each other has one row, unless both were voted on. */
static void
put_rows (WijkReport *self, WijkTable *table, GPtrArray *records, GHashTable *told)
{
  for (guint i = 0; i < records->len && !wijk_sheet_is_stopped (self->sheet); i++)
    {
      JsonObject *record = g_ptr_array_index (records, i);
      GPtrArray *against = wijk_report_get_opposed (self, record);
      gboolean is_asked =
          json_object_has_member (record, "agree") || json_object_has_member (record, "disagree");

      if (wijk_plan_data_peek (record, "withdrawn") ||
          (!is_asked && (!against || g_hash_table_contains (told, record))))
        continue;
      put_row (self, table, record, against);
      for (guint k = 0; against && k < against->len; k++)
        g_hash_table_add (told, g_ptr_array_index (against, k));
    }
}

void
wijk_report_put_dissent (WijkReport *self)
{
  const WijkColumn columns[] = { { wijk_words_get (self->words, "table/remark"), 0.42, FALSE },
                                 { wijk_words_get (self->words, "table/agree"), 0.10, TRUE },
                                 { wijk_words_get (self->words, "table/disagree"), 0.10, TRUE },
                                 { wijk_words_get (self->words, "table/against"), 0.38, FALSE } };
  g_autoptr (GPtrArray) clusters = wijk_plan_data_objects (self->plan, "clusters");
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  WijkTable *table = wijk_table_begin (self->sheet,
                                       wijk_words_get (self->words, "caption/dissent"),
                                       columns,
                                       G_N_ELEMENTS (columns),
                                       TRUE);

  put_rows (self, table, clusters, told);
  put_rows (self, table, self->remarks, told);
  wijk_table_end (table);
}
