/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-kinds-private.h"

#include <string.h>

#include "wijk-amount.h"
#include "wijk-attendance.h"
#include "wijk-ballot.h"
#include "wijk-cluster.h"
#include "wijk-comment.h"
#include "wijk-commitment.h"
#include "wijk-filter.h"
#include "wijk-indicator.h"
#include "wijk-measure.h"
#include "wijk-measurement.h"
#include "wijk-option.h"
#include "wijk-plan.h"
#include "wijk-population.h"
#include "wijk-priority.h"
#include "wijk-quote.h"
#include "wijk-remark.h"
#include "wijk-reply.h"
#include "wijk-section.h"
#include "wijk-session.h"
#include "wijk-source.h"
#include "wijk-stakeholder.h"
#include "wijk-theme.h"
#include "wijk-version.h"
#include "wijk-vote.h"
#include "wijk-weight.h"

static const struct
{
  const char *word;
  GType (*get_type) (void);
} kinds[WIJK_N_KINDS] = {
  [WIJK_KIND_PLAN] = { "plan", wijk_plan_get_type },
  [WIJK_KIND_SECTION] = { "section", wijk_section_get_type },
  [WIJK_KIND_THEME] = { "theme", wijk_theme_get_type },
  [WIJK_KIND_SESSION] = { "session", wijk_session_get_type },
  [WIJK_KIND_ATTENDANCE] = { "attendance", wijk_attendance_get_type },
  [WIJK_KIND_BALLOT] = { "ballot", wijk_ballot_get_type },
  [WIJK_KIND_OPTION] = { "option", wijk_option_get_type },
  [WIJK_KIND_VOTE] = { "vote", wijk_vote_get_type },
  [WIJK_KIND_CLUSTER] = { "cluster", wijk_cluster_get_type },
  [WIJK_KIND_REMARK] = { "remark", wijk_remark_get_type },
  [WIJK_KIND_STAKEHOLDER] = { "stakeholder", wijk_stakeholder_get_type },
  [WIJK_KIND_COMMITMENT] = { "commitment", wijk_commitment_get_type },
  [WIJK_KIND_PRIORITY] = { "priority", wijk_priority_get_type },
  [WIJK_KIND_WEIGHT] = { "weight", wijk_weight_get_type },
  [WIJK_KIND_MEASURE] = { "measure", wijk_measure_get_type },
  [WIJK_KIND_AMOUNT] = { "amount", wijk_amount_get_type },
  [WIJK_KIND_INDICATOR] = { "indicator", wijk_indicator_get_type },
  [WIJK_KIND_MEASUREMENT] = { "measurement", wijk_measurement_get_type },
  [WIJK_KIND_SOURCE] = { "source", wijk_source_get_type },
  [WIJK_KIND_QUOTE] = { "quote", wijk_quote_get_type },
  [WIJK_KIND_POPULATION] = { "population", wijk_population_get_type },
  [WIJK_KIND_REPLY] = { "reply", wijk_reply_get_type },
  [WIJK_KIND_FILTER] = { "filter", wijk_filter_get_type },
  [WIJK_KIND_COMMENT] = { "comment", wijk_comment_get_type },
  [WIJK_KIND_VERSION] = { "version", wijk_version_get_type },
  [WIJK_KIND_OTHER] = { "other", wijk_record_get_type },
};

GType
wijk_kind_get_gtype (WijkKind kind)
{
  return kinds[kind].get_type ();
}

const char *
wijk_kind_to_word (WijkKind kind)
{
  return kinds[kind].word;
}

static WijkKind
kind_from_start (const char *word, gsize length)
{
  for (WijkKind i = 0; i < WIJK_KIND_OTHER; i++)
    if (strlen (kinds[i].word) == length && strncmp (kinds[i].word, word, length) == 0)
      return i;

  return WIJK_KIND_OTHER;
}

WijkKind
wijk_kind_from_word (const char *word)
{
  return kind_from_start (word, strlen (word));
}

WijkKind
wijk_kind_from_id (const char *id)
{
  return kind_from_start (id, strcspn (id, "-"));
}

/* The classes live as long as the program: records of every kind come and go all the time. */
static WijkRecordClass *
kind_get_class (WijkKind kind)
{
  static gpointer classes[WIJK_N_KINDS];

  if (g_once_init_enter_pointer (&classes[kind]))
    g_once_init_leave_pointer (&classes[kind], g_type_class_ref (wijk_kind_get_gtype (kind)));

  return classes[kind];
}

const WijkField *
wijk_kind_get_fields (WijkKind kind, guint *n_fields)
{
  WijkRecordClass *klass = kind_get_class (kind);

  *n_fields = klass->n_fields;

  return klass->fields;
}

const WijkField *
wijk_kind_find_field (WijkKind kind, const char *key)
{
  WijkRecordClass *klass = kind_get_class (kind);
  gsize length = strcspn (key, "/");

  for (guint i = 0; i < klass->n_fields; i++)
    if (strncmp (klass->fields[i].key, key, length) == 0 && klass->fields[i].key[length] == '\0' &&
        (key[length] == '\0' || klass->fields[i].kind == WIJK_FIELD_SET))
      return &klass->fields[i];

  return NULL;
}
