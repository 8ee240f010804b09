/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reach-text.h"

#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-session.h"

static const char *
name_unknown (WijkReachBy by)
{
  switch (by)
    {
    case WIJK_REACH_BY_AREA:
      return _ ("Not known, or elsewhere");
    case WIJK_REACH_BY_CHANNEL:
      return _ ("Channel not known");
    case WIJK_REACH_BY_ROLE:
      return _ ("Role not known");
    case WIJK_REACH_BY_SESSION:
    default:
      return _ ("Not at a session");
    }
}

static const char *
name_row (const WijkReach *self, const WijkReachRow *row, WijkState *state)
{
  WijkRecord *session;

  if (g_str_equal (row->key, WIJK_REACH_UNKNOWN))
    return name_unknown (self->by);
  if (g_str_equal (row->key, WIJK_REACH_ELSEWHERE))
    return _ ("From elsewhere");
  switch (self->by)
    {
    case WIJK_REACH_BY_AREA:
      return wijk_label_for_area (row->key);
    case WIJK_REACH_BY_CHANNEL:
      return wijk_label_for_word (wijk_channel_words, row->key);
    case WIJK_REACH_BY_ROLE:
      return wijk_label_for_word (wijk_role_words, row->key);
    case WIJK_REACH_BY_SESSION:
    default:
      session = wijk_state_lookup (state, row->key);
      return session != NULL && ((WijkSession *) session)->title != NULL
                 ? ((WijkSession *) session)->title
                 : _ ("Session without a title");
    }
}

GStrv
wijk_reach_dup_labels (const WijkReach *self, WijkState *state)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  for (guint i = 0; i < self->rows->len; i++)
    g_strv_builder_add (labels, name_row (self, self->rows->pdata[i], state));

  return g_strv_builder_end (labels);
}

char *
wijk_reach_finding_dup_text (const WijkReachFinding *finding)
{
  const char *name = wijk_label_for_area (finding->row->key);

  if (finding->share < 0)
    /* Translators: a neighbourhood, and a percentage of the people who live in the plan's area */
    return g_strdup_printf (_ ("From %s fewer than five people were heard; %d %% live there."),
                            name,
                            finding->population_share);
  if (finding->share == 0 && finding->row->people.n == 0)
    return g_strdup_printf (
        _ ("From %s nobody was heard; %d %% live there."), name, finding->population_share);

  /* Translators: a neighbourhood, a percentage of the people who were heard, and one of those who
   * live in the plan's area */
  return g_strdup_printf (_ ("From %s came %d %% of the input; %d %% live there."),
                          name,
                          finding->share,
                          finding->population_share);
}

char *
wijk_reach_dup_summary (const WijkReach *self)
{
  g_autofree char *remarks = NULL;
  g_autofree char *people = NULL;

  if (self->people.shown != WIJK_REACH_NUMBER || self->remarks.shown != WIJK_REACH_NUMBER)
    return g_strdup (_ ("Too few people were heard to show anything about groups."));
  if (self->remarks.n == 0)
    return g_strdup (_ ("There are no remarks yet."));
  remarks = wijk_ui_format_count (self->remarks.n);
  people = wijk_ui_format_count (self->people.n);

  /* Translators: two numbers */
  return g_strdup_printf (_ ("%s remarks by %s people"), remarks, people);
}
