/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-priority.h"
#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

#define WIJK_RULE_ERROR (wijk_rule_error_quark ())
GQuark wijk_rule_error_quark (void);

typedef enum
{
  WIJK_RULE_ERROR_PERIOD, /* years that do not fit each other, the kind of plan or the plan */
  WIJK_RULE_ERROR_LINK,   /* a link to something that is not there or not of the right kind */
  WIJK_RULE_ERROR_PLACE,  /* a ring, or nested too deep */
  WIJK_RULE_ERROR_SET,    /* a value that cannot stand with another one */
} WijkRuleError;

/* The rules across fields and records. They are asked at entry, and again of a merged plan. */

/* Years count both ends. A wijkplan covers 3 to 5 years, a wijkvisie 15. */
gboolean
wijk_rules_check_period (WijkPlanKind kind, gint64 first_year, gint64 last_year, GError **error);

/* Asks the rules across fields of @record as if @field had @value (a member's name: `key/member`,
 * "1" or ""); the rules within the field are wijk_field_check()'s. */
gboolean wijk_rules_check_edit (
    WijkState *state, WijkRecord *record, const char *field, const char *value, GError **error);

/* How serious a finding is. */
typedef enum
{
  WIJK_FINDING_BLOCKS, /* no version can be adopted while it stands */
  WIJK_FINDING_OPEN,   /* open before adopting, but a reason may be given */
  WIJK_FINDING_HINT,
} WijkFindingLevel;

typedef struct
{
  WijkFindingLevel level;
  char *code;    /* for programs: "period", "unanswered", "no-origin", "conflict" ... */
  char *record;  /* id */
  char *message; /* one sentence for people */
} WijkFinding;

void wijk_finding_free (WijkFinding *self);

/* All that is open or wrong in a plan, in a stable order; WijkFindings, owned by the array. */
GPtrArray *wijk_rules_check_plan (WijkState *state) G_GNUC_WARN_UNUSED_RESULT;

/* Figures that are everywhere in sight. Counted are remarks that are not withdrawn and not a part
 * of a split one that stands (parts roll up to the whole). Answered: outcome and reason, its own or
 * its cluster's; a split one also if all its parts are. */
typedef struct
{
  guint n_remarks; /* counted */
  guint n_answered;
  guint n_withdrawn;
  guint n_people; /* counts added up; a remark without one counts as one */
} WijkTally;

WijkTally wijk_state_tally (WijkState *state);

gboolean wijk_remark_is_counted (WijkRemark *self, WijkState *state);
gboolean wijk_remark_is_answered (WijkRemark *self, WijkState *state);

/* How often a remark can be split into parts and these again; beyond it is a ring. */
#define WIJK_PARTS_DEPTH 20

/* The band of a priority, from its last year and the plan's first year, counted inclusive. */
typedef enum
{
  WIJK_HORIZON_NONE, /* years not known */
  WIJK_HORIZON_SHORT,
  WIJK_HORIZON_MIDDLE,
  WIJK_HORIZON_LONG,
} WijkHorizon;

WijkHorizon wijk_horizon_of (WijkPlanKind kind, gint64 plan_first_year, gint64 last_year);

/* Where a priority comes from: whether it links to anything that stands, or says it does not. */
gboolean wijk_priority_has_origin (WijkPriority *self, WijkState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkFinding, wijk_finding_free)

G_END_DECLS
