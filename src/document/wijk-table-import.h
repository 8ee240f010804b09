/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-column.h"
#include "wijk-tasks.h"

G_BEGIN_DECLS

/* Tables with remarks, from a spreadsheet, a survey or a form, into a plan. */

/* What is taken in. Strings are lent. */
typedef struct
{
  const char *name; /* of the file, for messages; NULL: it has none */
  const WijkGrid *grid;
  const WijkColumn *columns; /* what its columns hold */
  const char *session;       /* id of the session of rows that name none, or NULL */
  const char *channel;       /* word for rows that say nothing of it, or NULL */
} WijkTable;

/* What would come of it, or came of it. */
typedef struct
{
  guint n_rows; /* with a remark */
  guint n_new;
  guint n_same;      /* in the plan already, or twice in the table */
  guint n_changed;   /* rows of a form that was taken in before, with other words in it now */
  guint n_kept;      /* rows of a form of which something was changed in the plan: that stands */
  guint n_people;    /* stakeholders that it makes */
  GPtrArray *faults; /* char *: sentences that name row and column; with one of these nothing is
                      * taken in */
  GPtrArray *notes;  /* char *: sentences about rows that are the same, or of which something was
                      * kept; not all of them where there are many */
} WijkTableReport;

/* What the columns of @grid hold: as it was chosen for the same headings before, else by the
 * headings; with @guess also what they may hold. */
WijkColumn *wijk_table_propose (const WijkContext *context,
                                const char *plan_id,
                                const WijkGrid *grid,
                                gboolean guess) G_GNUC_WARN_UNUSED_RESULT;

/* Looks at all of it and writes nothing. FALSE if it cannot be looked at: the columns do not do, or
 * @cancellable said so; what is wrong in a row is a fault in @report. */
gboolean wijk_table_check (const WijkContext *context,
                           const char *plan_id,
                           const WijkTable *table,
                           WijkTableReport *report,
                           GCancellable *cancellable,
                           GError **error);

/* Takes all rows in, as one step, or none. A row whose words, date and channel are there already is
 * the same remark and is not taken again. A row of a form is the remark that it was before: what
 * was changed in it changes the remark, unless that was changed in the plan as well; empty cells
 * change nothing. The columns are remembered on this laptop for tables with the same headings. */
gboolean wijk_table_import (const WijkContext *context,
                            const char *plan_id,
                            const WijkTable *table,
                            WijkTableReport *report,
                            GCancellable *cancellable,
                            GError **error);

/* The same for a file, with what its headings say; of several sheets, those whose headings say
 * that there are remarks. @into may be NULL, which is refused in words. */
gboolean wijk_table_import_bytes (const WijkContext *context,
                                  GBytes *bytes,
                                  const char *name,
                                  const char *into,
                                  WijkImported *imported,
                                  GCancellable *cancellable,
                                  GError **error);

void wijk_table_report_clear (WijkTableReport *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WijkTableReport, wijk_table_report_clear)

G_END_DECLS
