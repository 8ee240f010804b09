/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report-table.h"

#include "wijk-report-form.h"

static void
clear_column (gpointer data)
{
  g_free (((WijkReportColumn *) data)->head);
}

WijkReportTable *
wijk_report_table_new (const char *title)
{
  WijkReportTable *self = g_new0 (WijkReportTable, 1);

  self->title = g_strdup (title);
  self->columns = g_array_new (FALSE, TRUE, sizeof (WijkReportColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

static void
table_free (WijkReportTable *self)
{
  g_free (self->title);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
wijk_report_table_add_column (WijkReportTable *self, const char *head, WijkReportForm form)
{
  WijkReportColumn column = { g_strdup (head), form };

  g_array_append_val (self->columns, column);
}

void
wijk_report_table_add_row (WijkReportTable *self)
{
  char **row = g_new0 (char *, self->columns->len + 1);

  g_ptr_array_add (self->rows, row);
}

void
wijk_report_table_take (WijkReportTable *self, char *text)
{
  char **row = g_ptr_array_index (self->rows, self->rows->len - 1);
  guint n = g_strv_length (row);

  g_assert (n < self->columns->len);
  row[n] = text ? text : g_strdup ("");
}

void
wijk_report_table_add (WijkReportTable *self, const char *text)
{
  wijk_report_table_take (self, text ? g_utf8_make_valid (text, -1) : NULL);
}

void
wijk_report_table_add_number (WijkReportTable *self, gint64 number)
{
  wijk_report_table_take (self, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

static void
add_figures (WijkReportTable *one, const WijkReportTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = g_ptr_array_index (table->rows, i);

      for (guint k = 1; k < table->columns->len; k++)
        {
          if (!*row[k])
            continue;
          wijk_report_table_add_row (one);
          wijk_report_table_add (one, table->title);
          wijk_report_table_add (one, row[0]);
          wijk_report_table_add (one, g_array_index (table->columns, WijkReportColumn, k).head);
          wijk_report_table_add (one, row[k]);
        }
    }
}

/* A file that holds one table has a row for each figure. */
static void
join (WijkReport *self, GPtrArray *tables)
{
  static const char *const heads[] = {
    "report/part", "report/what", "report/which", "report/value"
  };
  WijkReportTable *one = wijk_report_table_new (((WijkReportTable *) tables->pdata[0])->title);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    wijk_report_table_add_column (
        one, wijk_words_get (self->words, heads[i]), i == 3 ? WIJK_REPORT_LONG : WIJK_REPORT_TEXT);
  for (guint i = 0; i < tables->len; i++)
    add_figures (one, g_ptr_array_index (tables, i));
  g_ptr_array_set_size (tables, 0);
  g_ptr_array_add (tables, one);
}

static void
fill (WijkReport *self, GPtrArray *tables)
{
  switch (self->choice->kind)
    {
    case WIJK_REPORT_PARTICIPATION:
      wijk_report_fill_participation (self, tables);
      break;
    case WIJK_REPORT_REPLIES:
      wijk_report_fill_replies (self, tables);
      break;
    case WIJK_REPORT_YOU_SAID:
      wijk_report_fill_you_said (self, tables);
      break;
    case WIJK_REPORT_CARDS:
    case WIJK_REPORT_DOT_SHEETS:
    case WIJK_REPORT_CODEBOOK:
    case WIJK_N_REPORTS:
    default:
      g_assert_not_reached ();
    }
}

GPtrArray *
wijk_report_write_tables (GBytes *plan,
                          const WijkReportChoice *choice,
                          const WijkPublishOptions *options,
                          gboolean as_one,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *folder = g_build_filename (options->resources, "words", NULL);
  g_autoptr (JsonNode) root = wijk_plan_data_parse (plan, error);
  g_autoptr (WijkWords) words = NULL;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) table_free);
  WijkReport report;
  gboolean is_made;

  g_return_val_if_fail (wijk_report_kind_has_format (choice->kind, WIJK_REPORT_FORMAT_CSV), NULL);

  words = root ? wijk_words_load (
                     folder, wijk_plan_data_peek (json_node_get_object (root), "language"), error)
               : NULL;
  if (!words)
    return NULL;
  wijk_report_init (&report, json_node_get_object (root), words, options);
  report.choice = choice;
  is_made = wijk_report_choose (&report, error);
  if (is_made)
    {
      fill (&report, tables);
      if (as_one && tables->len > 1)
        join (&report, tables);
      is_made = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  wijk_report_clear (&report);
  return is_made ? g_steal_pointer (&tables) : NULL;
}
