/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-report.h"

G_BEGIN_DECLS

/* Reports: what they have in common. */

/* Leaves of the plan what the choice is about: of one session its remarks alone. Fails with
 * WIJK_PUBLISH_ERROR_CHOICE where the plan does not have it. */
gboolean wijk_report_choose (WijkReport *self, GError **error);
/* What stands at the foot and the head of each page. */
void wijk_report_furnish (WijkReport *self, WijkSheet *sheet);
/* Draws everything on the sheet. */
void wijk_report_put_form (WijkReport *self, WijkSheet *sheet);

/* The band at the head of a first page: plan, title, and what the report is in a sentence. */
void wijk_report_put_masthead (WijkReport *self, const char *intro);

/* Large numbers beside each other with what they count below: pairs of number and words. */
void wijk_report_put_figures (WijkReport *self, const char *const *figures, guint n_figures);

/* The day the report is as of: "23 november 2026". */
char *wijk_report_dup_day (const WijkReport *self);

/* Of the choice, or NULL. */
JsonObject *wijk_report_find_session (const WijkReport *self);
/* The ballots of the choice that have options; to be freed, its objects are lent. */
GPtrArray *wijk_report_list_ballots (const WijkReport *self);

/* The bodies of the reports. */
void wijk_report_put_participation (WijkReport *self);
void wijk_report_put_replies (WijkReport *self);
void wijk_report_put_you_said (WijkReport *self);
void wijk_report_put_cards (WijkReport *self);
void wijk_report_put_dot_sheets (WijkReport *self);

G_END_DECLS
