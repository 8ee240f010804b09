/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-plan-data.h"
#include "wijk-publish.h"
#include "wijk-sheet.h"

G_BEGIN_DECLS

/* What the program makes itself from the plan's records, in the order in which it comes at the end
 * of a plan that has no chapter for it. */
typedef enum
{
  WIJK_PART_HEARD,
  WIJK_PART_PRIORITIES,
  WIJK_PART_WEIGHING,
  WIJK_PART_PROGRAMME,
  WIJK_PART_MONEY,
  WIJK_PART_COMMITMENTS,
  WIJK_PART_OUTCOMES,
  WIJK_PART_ANSWERS,
  WIJK_PART_MONITORING,
  WIJK_PART_SESSIONS,
  WIJK_PART_SOURCES,
  WIJK_N_PARTS,
} WijkPart;

/* One plan on its way to paper. */
typedef struct
{
  WijkSheet *sheet;
  const WijkWords *words;
  const WijkPublishOptions *options;
  const WijkReportChoice *choice; /* NULL: the plan itself */
  JsonObject *plan;
  JsonObject *version; /* NULL: a draft */
  gboolean is_vision;
  int first_year, last_year;

  GPtrArray *sections, *themes, *sessions, *remarks, *priorities, *sources, *stakeholders;
  GHashTable *clusters, *remarks_by_id, *quotes; /* quote id to its source */
  GHashTable *parts;                             /* remark id to GPtrArray of its parts */
  GHashTable *sessions_by_id;
  /* Of reports; NULL until one is asked for: id to GPtrArray of the records that say the opposite,
   * of the priorities that come from it, of the comments on it. */
  GHashTable *opposed, *origins, *comments;

  gboolean is_placed[WIJK_N_PARTS];
  const GArray *contents; /* headings found in the trial, or NULL in one */
  int n_contents_pages;
} WijkReport;

void wijk_report_init (WijkReport *self,
                       JsonObject *plan,
                       const WijkWords *words,
                       const WijkPublishOptions *options);
void wijk_report_clear (WijkReport *self);

/* Draws everything on the sheet. */
void wijk_report_put (WijkReport *self, WijkSheet *sheet);

char *wijk_report_dup_title (const WijkReport *self);
/* The same with what kind of report it is before it. */
char *wijk_report_dup_name (const WijkReport *self);
/* In first pages: cover, what has changed, contents. */
void wijk_report_put_cover (WijkReport *self);
/* A heading anywhere on the page; a layout of its words is shown. */
void wijk_report_put_title (WijkReport *self,
                            int level,
                            PangoLayout *layout,
                            const char *title,
                            double x,
                            double y,
                            guint32 colour);
/* A panel over the width of the page with rings like those round a stone in the water. */
void wijk_report_draw_panel (WijkSheet *sheet, double height);
gboolean wijk_report_is_fictional (WijkReport *self);
void wijk_report_put_changes (WijkReport *self);
/* How many pages the contents take. */
int wijk_report_measure_contents (WijkReport *self, WijkSheet *trial, const GArray *headings);
void wijk_report_put_contents (WijkReport *self);

/* The parts; their headings come below `level`. */
void wijk_report_put_heard (WijkReport *self, int level);
/* Where people disagreed; nothing where nobody is known to. */
void wijk_report_put_dissent (WijkReport *self);
void wijk_report_put_outcomes (WijkReport *self, int level);
void wijk_report_put_answers (WijkReport *self, int level);
void wijk_report_put_priorities (WijkReport *self, int level);
void wijk_report_put_weighing (WijkReport *self, int level);
void wijk_report_put_programme (WijkReport *self, int level);
void wijk_report_put_money (WijkReport *self, int level);
void wijk_report_put_commitments (WijkReport *self, int level);
void wijk_report_put_monitoring (WijkReport *self, int level);
void wijk_report_put_sessions (WijkReport *self, int level);
void wijk_report_put_sources (WijkReport *self, int level);

/* A paragraph of the report's own words. */
void wijk_report_say (WijkReport *self, const char *text);
/* A list of facts with their names in the margin: pairs of name and text; blank texts are left out.
 */
void wijk_report_put_facts (WijkReport *self, const char *const *facts, guint n_facts);
double wijk_report_measure_facts (WijkReport *self, const char *const *facts, guint n_facts);

/* Counted: not withdrawn and not part of a split remark. */
gboolean wijk_report_is_counted (JsonObject *remark);

/* Sums over the remarks; `people` adds up how many agree with each. */
typedef struct
{
  gint64 counted, people, withdrawn, unanswered;
} WijkTotals;

WijkTotals wijk_report_add_up (WijkReport *self);
/* "R-412" */
char *wijk_report_dup_label (JsonObject *remark);

/* The sum of the amounts of a kind in a record, with those of its measures if asked. */
gint64 wijk_report_sum (JsonObject *record, const char *kind, gboolean with_measures);
char *wijk_report_dup_money (const WijkReport *self, gint64 cents);

G_END_DECLS
