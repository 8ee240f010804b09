/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-change.h"
#include "wijk-csv.h"

G_BEGIN_DECLS

/* One row of a table of remarks. */
typedef struct
{
  guint line;        /* in the file */
  GPtrArray *remark; /* WijkEdits without a record: text, channel, date, area-code, count, outcome,
                      * reason, aspects/<word>; and `session` and `themes` (perhaps more than one)
                      * with what stands in the cell, an id or a title or name */
  GPtrArray *person; /* WijkEdits of a stakeholder without a record, or NULL */
} WijkCsvRemark;

/* The remarks in a table whose headings are keys of fields or the usual Dutch words ("reactie",
 * "kanaal", "datum", "bijeenkomst", "thema", "aspect", "buurt", "aantal" ...). Dates may be written
 * as 1-10-2026, areas by name. Other headings are passed over and named in @ignored, owned by it,
 * if that is not NULL. Every value follows the rules of its field.
 *
 * Names and contact are not even read without consent: a column "toestemming" that says ja, or for
 * what (words parted by commas). Ja alone is consent to being kept ("bewaren"), not to publication.
 *
 * Errors: WIJK_CSV_ERROR_HEADINGS and _VALUE, which name line and column. */
GPtrArray *wijk_csv_to_remarks (const WijkCsv *csv,
                                GPtrArray *ignored,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
