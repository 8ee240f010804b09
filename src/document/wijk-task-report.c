/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-task-report.h"

#include <glib/gi18n.h>

#include "wijk-bundle.h"
#include "wijk-codebook.h"
#include "wijk-csv-write.h"
#include "wijk-left.h"
#include "wijk-load.h"
#include "wijk-ods-write.h"
#include "wijk-plan-files.h"
#include "wijk-plan-json.h"
#include "wijk-publish-table.h"

/* How wide the columns of a spreadsheet are, in millimetres, and how long texts are shown. */
static const struct
{
  double width;
  WijkOdsColumn flags;
} looks[] = {
  [WIJK_REPORT_TEXT] = { 38, WIJK_ODS_WRAP },
  [WIJK_REPORT_LONG] = { 90, WIJK_ODS_WRAP },
  [WIJK_REPORT_NUMBER] = { 20, WIJK_ODS_PLAIN },
  [WIJK_REPORT_DATE] = { 26, WIJK_ODS_PLAIN },
};

char *
wijk_task_name_report (const WijkContext *context,
                       const char *title,
                       const WijkReportChoice *choice,
                       WijkReportFormat format)
{
  g_autofree char *date = g_date_time_format (context->now, "%Y-%m-%d");
  g_autofree char *name = wijk_bundle_fold_name (title != NULL ? title : "");
  const char *kind = wijk_report_kind_to_word (choice->kind);

  return g_strconcat (kind,
                      *name != '\0' ? "-" : "",
                      name,
                      choice->is_internal ? "-intern-" : "-",
                      date,
                      ".",
                      wijk_report_format_to_suffix (format),
                      NULL);
}

static const WijkReportColumn *
get_column (const WijkReportTable *table, guint index)
{
  return &g_array_index (table->columns, WijkReportColumn, index);
}

static GBytes *
write_csv (const WijkReportTable *table)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) heads = g_ptr_array_new ();

  for (guint i = 0; i < table->columns->len; i++)
    g_ptr_array_add (heads, get_column (table, i)->head);
  g_ptr_array_add (heads, NULL);
  g_ptr_array_add (rows, heads->pdata);
  for (guint i = 0; i < table->rows->len; i++)
    g_ptr_array_add (rows, table->rows->pdata[i]);

  return wijk_csv_write (rows);
}

static void
add_cell (WijkOdsWriter *writer, WijkReportForm form, const char *text)
{
  gint64 number;

  if (form == WIJK_REPORT_NUMBER &&
      g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    wijk_ods_writer_add_integer (writer, number);
  else if (form == WIJK_REPORT_DATE)
    wijk_ods_writer_add_date (writer, text);
  else
    wijk_ods_writer_add_text (writer, text);
}

static void
add_sheet (WijkOdsWriter *writer, const WijkReportTable *table)
{
  wijk_ods_writer_add_sheet (writer, table->title);
  for (guint i = 0; i < table->columns->len; i++)
    wijk_ods_writer_add_column (
        writer, looks[get_column (table, i)->form].width, looks[get_column (table, i)->form].flags);
  wijk_ods_writer_add_heading_row (writer);
  for (guint i = 0; i < table->columns->len; i++)
    wijk_ods_writer_add_text (writer, get_column (table, i)->head);
  for (guint i = 0; i < table->rows->len; i++)
    {
      const char *const *row = table->rows->pdata[i];

      wijk_ods_writer_add_row (writer);
      for (guint k = 0; k < table->columns->len; k++)
        add_cell (writer, get_column (table, k)->form, row[k]);
    }
}

static GBytes *
write_ods (GPtrArray *tables)
{
  const WijkReportTable *first = tables->pdata[0];
  g_autoptr (WijkOdsWriter) writer = wijk_ods_writer_new ("nl", first->title);

  for (guint i = 0; i < tables->len; i++)
    add_sheet (writer, tables->pdata[i]);

  return wijk_ods_writer_finish (writer);
}

static GBytes *
write_report (const WijkContext *context,
              GBytes *plan,
              const WijkReportChoice *choice,
              WijkReportFormat format,
              GCancellable *cancellable,
              GError **error)
{
  g_autofree char *created = g_date_time_format (context->now, "%Y-%m-%dT12:00:00Z");
  WijkMoment moment = { g_date_time_get_year (context->now),
                        g_date_time_get_month (context->now),
                        g_date_time_get_day_of_month (context->now),
                        g_date_time_get_hour (context->now),
                        g_date_time_get_minute (context->now) };
  WijkPublishOptions options = { context->data, created, "Wijkplan " VERSION, &moment };
  g_autoptr (GPtrArray) tables = NULL;

  if (format == WIJK_REPORT_FORMAT_QDC)
    return wijk_codebook_write (plan, options.producer, error);
  if (format == WIJK_REPORT_FORMAT_PDF)
    return wijk_report_write_pdf (plan, choice, &options, context->progress, cancellable, error);
  tables = wijk_report_write_tables (
      plan, choice, &options, format == WIJK_REPORT_FORMAT_CSV, cancellable, error);
  if (tables == NULL)
    return NULL;

  return format == WIJK_REPORT_FORMAT_CSV ? write_csv (tables->pdata[0]) : write_ods (tables);
}

/* What left with somebody's words in it can be told later. */
static gboolean
tells_of_remarks (WijkReportKind kind)
{
  return kind == WIJK_REPORT_PARTICIPATION || kind == WIJK_REPORT_REPLIES ||
         kind == WIJK_REPORT_YOU_SAID;
}

gboolean
wijk_task_report (const WijkContext *context,
                  const char *plan_id,
                  const WijkReportChoice *choice,
                  WijkReportFormat format,
                  const char *path,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (WijkState) state = NULL;
  g_autoptr (GBytes) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;
  WijkPlanJsonOptions options = { .audience = choice->is_internal ? WIJK_AUDIENCE_INTERNAL
                                                                  : WIJK_AUDIENCE_PUBLIC };

  if (!wijk_report_kind_has_format (choice->kind, format))
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_INPUT,
                   _ ("“%s” is not made as .%s."),
                   wijk_report_kind_to_word (choice->kind),
                   wijk_report_format_to_suffix (format));
      return FALSE;
    }
  store = wijk_plan_files_open_store (context, plan_id, error);
  state = store != NULL ? wijk_load_state (store, error) : NULL;
  if (state == NULL)
    return FALSE;
  plan = wijk_plan_json_write (state, &options);
  bytes = write_report (context, plan, choice, format, cancellable, error);

  return bytes != NULL &&
         (!tells_of_remarks (choice->kind) ||
          wijk_left_note (store, context, WIJK_LEFT_REPORT, path, error)) &&
         wijk_plan_files_write_shared (path, bytes, error);
}
