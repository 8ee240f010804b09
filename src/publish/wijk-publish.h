/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-progress.h"
#include "wijk-publish-error.h"
#include "wijk-report-choice.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Year, month, day, hour and minute where the plan is made: what a draft is stamped with. */
typedef struct
{
  int year, month, day, hour, minute;
} WijkMoment;

typedef struct
{
  const char *resources;   /* folder with fonts/ and words/: PKGDATADIR */
  const char *created;     /* "2026-11-23T13:05:00Z": of the file, in UTC */
  const char *producer;    /* "Wijkplan 0.1.0" */
  const WijkMoment *draft; /* marks every page "Concept" with this moment; NULL for a version; a
                              report is as of then */
} WijkPublishOptions;

/* The plan as a PDF that is both PDF/UA-1 and PDF/A-2a. `plan` holds plan.json. The same bytes
 * come out for the same input, whatever the locale, time zone or thread. It is checked before it
 * is given. `replaced` (may be NULL) takes the signs that the fonts do not have and that stand as
 * a box, or NULL. Fails with WIJK_PUBLISH_ERROR or G_IO_ERROR_CANCELLED. */
GBytes *wijk_pdf_write (GBytes *plan,
                        const WijkPublishOptions *options,
                        char **replaced,
                        WijkProgress *progress,
                        GCancellable *cancellable,
                        GError **error);

/* A report as a PDF that holds the same promises; any kind but the codebook. `draft` is the moment
 * it is as of. Also fails with WIJK_PUBLISH_ERROR_CHOICE. */
GBytes *wijk_report_write_pdf (GBytes *plan,
                               const WijkReportChoice *choice,
                               const WijkPublishOptions *options,
                               WijkProgress *progress,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
