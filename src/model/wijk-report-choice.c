/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-report-choice.h"

#include <string.h>

#define PDF (1 << WIJK_REPORT_FORMAT_PDF)
#define TABLES ((1 << WIJK_REPORT_FORMAT_CSV) | (1 << WIJK_REPORT_FORMAT_ODS))
#define QDC (1 << WIJK_REPORT_FORMAT_QDC)

static const struct
{
  const char *word;
  guint formats;
  gboolean has_internal;
} kinds[WIJK_N_REPORTS] = {
  [WIJK_REPORT_PARTICIPATION] = { "participatieverslag", PDF | TABLES, FALSE },
  [WIJK_REPORT_REPLIES] = { "reactienota", PDF | TABLES, TRUE },
  [WIJK_REPORT_YOU_SAID] = { "u-zei-wij-doen", PDF | TABLES, FALSE },
  [WIJK_REPORT_CARDS] = { "reactiekaarten", PDF, FALSE },
  [WIJK_REPORT_DOT_SHEETS] = { "stickervellen", PDF, FALSE },
  [WIJK_REPORT_CODEBOOK] = { "codeboek", QDC, FALSE },
};

static const char *const suffixes[WIJK_N_REPORT_FORMATS] = { "pdf", "csv", "ods", "qdc" };
static const char *const orders[WIJK_N_REPORT_ORDERS] = { "theme", "session", "area" };

const char *
wijk_report_kind_to_word (WijkReportKind kind)
{
  g_return_val_if_fail (kind < WIJK_N_REPORTS, NULL);

  return kinds[kind].word;
}

gboolean
wijk_report_kind_from_word (const char *word, WijkReportKind *kind)
{
  for (guint i = 0; i < WIJK_N_REPORTS; i++)
    if (g_strcmp0 (kinds[i].word, word) == 0)
      {
        *kind = (WijkReportKind) i;
        return TRUE;
      }

  return FALSE;
}

gboolean
wijk_report_kind_has_format (WijkReportKind kind, WijkReportFormat format)
{
  g_return_val_if_fail (kind < WIJK_N_REPORTS, FALSE);

  return (kinds[kind].formats & (1u << format)) != 0;
}

gboolean
wijk_report_kind_has_internal (WijkReportKind kind)
{
  g_return_val_if_fail (kind < WIJK_N_REPORTS, FALSE);

  return kinds[kind].has_internal;
}

gboolean
wijk_report_order_from_word (const char *word, WijkReportOrder *order)
{
  for (guint i = 0; i < WIJK_N_REPORT_ORDERS; i++)
    if (g_strcmp0 (orders[i], word) == 0)
      {
        *order = (WijkReportOrder) i;
        return TRUE;
      }

  return FALSE;
}

const char *
wijk_report_format_to_suffix (WijkReportFormat format)
{
  g_return_val_if_fail (format < WIJK_N_REPORT_FORMATS, NULL);

  return suffixes[format];
}

gboolean
wijk_report_format_from_path (const char *path, WijkReportFormat *format)
{
  const char *dot = strrchr (path, '.');

  for (guint i = 0; dot != NULL && i < WIJK_N_REPORT_FORMATS; i++)
    if (g_ascii_strcasecmp (dot + 1, suffixes[i]) == 0)
      {
        *format = (WijkReportFormat) i;
        return TRUE;
      }

  return FALSE;
}
