/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is made beside the plan itself of what was said and done with it. */
typedef enum
{
  WIJK_REPORT_PARTICIPATION, /* participatieverslag */
  WIJK_REPORT_REPLIES,       /* reactienota */
  WIJK_REPORT_YOU_SAID,      /* "U zei - wij doen": pages to hang up */
  WIJK_REPORT_CARDS,         /* reactiekaarten: to write on */
  WIJK_REPORT_DOT_SHEETS,    /* stickervellen: to put dots on */
  WIJK_REPORT_CODEBOOK,      /* the themes, for programs of qualitative research */
  WIJK_N_REPORTS,
} WijkReportKind;

typedef enum
{
  WIJK_REPORT_FORMAT_PDF,
  WIJK_REPORT_FORMAT_CSV,
  WIJK_REPORT_FORMAT_ODS,
  WIJK_REPORT_FORMAT_QDC, /* REFI-QDA codebook */
  WIJK_N_REPORT_FORMATS,
} WijkReportFormat;

typedef enum
{
  WIJK_REPORT_BY_THEME,
  WIJK_REPORT_BY_SESSION,
  WIJK_REPORT_BY_AREA,
  WIJK_N_REPORT_ORDERS,
} WijkReportOrder;

#define WIJK_REPORT_CARDS_DEFAULT 24
#define WIJK_REPORT_CARDS_MAX 2000

/* What was asked for. Strings are lent. */
typedef struct
{
  WijkReportKind kind;
  WijkReportOrder by;   /* of the note of replies */
  gboolean is_internal; /* also what is unanswered, withdrawn or said about it */
  const char *session;  /* id: only this one; NULL: all */
  const char *ballot;   /* id, for dot sheets; NULL: all */
  guint first;          /* number of the first card; 0: 1 */
  guint n_cards;        /* 0: WIJK_REPORT_CARDS_DEFAULT */
} WijkReportChoice;

/* The word of a kind on the command line and in file names: "reactienota". */
const char *wijk_report_kind_to_word (WijkReportKind kind);
gboolean wijk_report_kind_from_word (const char *word, WijkReportKind *kind);

/* Whether this kind is made in that format. */
gboolean wijk_report_kind_has_format (WijkReportKind kind, WijkReportFormat format);

/* Whether there is an internal form of it beside the public one. */
gboolean wijk_report_kind_has_internal (WijkReportKind kind);

/* "theme", "session", "area" */
gboolean wijk_report_order_from_word (const char *word, WijkReportOrder *order);

/* "pdf"; and the format that the end of a file's name says. */
const char *wijk_report_format_to_suffix (WijkReportFormat format);
gboolean wijk_report_format_from_path (const char *path, WijkReportFormat *format);

G_END_DECLS
