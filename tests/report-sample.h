/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "publish-sample.h"

/* A plan made for reports: every remark has a word of its own ("uniek17x"), every answer too
 * ("antwoord17x", "bundel3x" for a cluster's), and everything personal holds SAMPLE_SECRET. Of each
 * ten remarks the eighth has no answer, the ninth is withdrawn; the others are answered, four of
 * them by their cluster. */
#define REPORT_SAMPLE_SECRET "Geheimerik"

GBytes *report_sample_plan (guint n_remarks);

gboolean report_sample_is_answered (guint remark);
gboolean report_sample_is_withdrawn (guint remark);
gboolean report_sample_is_clustered (guint remark);

/* All words of a PDF, blanks made one. */
char *report_sample_read (GBytes *pdf);
/* How often `part` occurs. */
guint report_sample_count (const char *text, const char *part);

/* Makes a report or fails the test. */
GBytes *report_sample_pdf (GBytes *plan, const WijkReportChoice *choice);
GBytes *report_sample_try (GBytes *plan, const WijkReportChoice *choice, GError **error);
