/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-label.h"

#include <glib/gi18n.h>

#include "wijk-area.h"

static const char *const plan_kinds[] = {
  N_ ("Not set"), N_ ("Neighbourhood plan"), N_ ("Vision"), NULL
};

static const char *const section_statuses[] = { N_ ("No status"), N_ ("Idea"),    N_ ("Draft"),
                                                N_ ("In review"), N_ ("Adopted"), NULL };

static const char *const outcomes[] = { N_ ("No answer yet"),   N_ ("Accepted"),
                                        N_ ("Partly accepted"), N_ ("Declined"),
                                        N_ ("Forwarded"),       NULL };

static const char *const channels[] = { N_ ("Not set"),
                                        N_ ("Meeting"),
                                        N_ ("Paper"),
                                        N_ ("E-mail"),
                                        N_ ("Letter"),
                                        N_ ("Phone"),
                                        N_ ("Conversation"),
                                        N_ ("Survey"),
                                        N_ ("Online"),
                                        N_ ("Formal view"),
                                        NULL };

static const char *const stakeholder_kinds[] = {
  N_ ("Not set"), N_ ("Organisation"), N_ ("Person"), NULL
};

static const char *const work_statuses[] = {
  N_ ("Not set"), N_ ("Planned"), N_ ("Running"), N_ ("Done"), N_ ("Not done"), N_ ("Dropped"), NULL
};

static const char *const amount_kinds[] = { N_ ("Not set"),  N_ ("Estimate"), N_ ("Funding"),
                                            N_ ("Reserved"), N_ ("Spent"),    NULL };

static const char *const version_statuses[] = {
  N_ ("Being worked on"), N_ ("Draft"), N_ ("Open for inspection"), N_ ("Adopted"), NULL
};

static const char *const aspects[] = { N_ ("Not set"), N_ ("Social"),  N_ ("Economic"),
                                       N_ ("Safety"),  N_ ("Spatial"), NULL };

static const char *const roles[] = { N_ ("Not set"),
                                     N_ ("Resident"),
                                     N_ ("Entrepreneur"),
                                     N_ ("Association"),
                                     N_ ("Institution"),
                                     N_ ("Somebody else"),
                                     NULL };

static const char *const walls[] = { N_ ("Not looked at yet"), N_ ("Shown"), N_ ("Hidden"), NULL };

static const char *const rungs[] = {
  N_ ("Not set"),         N_ ("Inform"), N_ ("Consult"), N_ ("Advise"), N_ ("Work together"),
  N_ ("Decide together"), NULL
};

static const char *const consents[] = { N_ ("Not set"),     N_ ("Keep"),        N_ ("Contact"),
                                        N_ ("Report back"), N_ ("Publication"), NULL };

static const char *const ballot_statuses[] = {
  N_ ("Not set"), N_ ("Prepared"), N_ ("Open"), N_ ("Closed"), NULL
};

static const char *const vote_ways[] = { N_ ("Not set"), N_ ("On screen"), N_ ("On paper"), NULL };

static const char *const section_icons[] = {
  "wijk-status-none-symbolic",  "wijk-status-none-symbolic",     "wijk-status-quarter-symbolic",
  "wijk-status-three-symbolic", "wijk-status-complete-symbolic",
};

static const char *const outcome_icons[] = {
  "wijk-status-none-symbolic",  "wijk-status-complete-symbolic", "wijk-status-half-symbolic",
  "wijk-status-cross-symbolic", "wijk-status-forward-symbolic",
};

static const char *const work_icons[] = {
  "wijk-status-none-symbolic",     "wijk-status-none-symbolic",  "wijk-status-half-symbolic",
  "wijk-status-complete-symbolic", "wijk-status-cross-symbolic", "wijk-status-cross-symbolic",
};

static const struct
{
  const char *const *words;
  const char *const *labels;
} choices[] = {
  { wijk_plan_kind_words, plan_kinds },
  { wijk_section_status_words, section_statuses },
  { wijk_outcome_words, outcomes },
  { wijk_channel_words, channels },
  { wijk_stakeholder_kind_words, stakeholder_kinds },
  { wijk_work_status_words, work_statuses },
  { wijk_amount_kind_words, amount_kinds },
  { wijk_version_status_words, version_statuses },
  { wijk_aspect_words, aspects },
  { wijk_role_words, roles },
  { wijk_wall_words, walls },
  { wijk_rung_words, rungs },
  { wijk_consent_words, consents },
  { wijk_ballot_status_words, ballot_statuses },
  { wijk_vote_way_words, vote_ways },
};

static const char *const *
find_labels (const char *const *words)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].words == words)
      return choices[i].labels;

  return NULL;
}

const char *
wijk_label_for_plan_kind (WijkPlanKind kind)
{
  return _ (plan_kinds[kind]);
}

const char *
wijk_label_for_section_status (WijkSectionStatus status)
{
  return _ (section_statuses[status]);
}

const char *
wijk_label_for_outcome (WijkOutcome outcome)
{
  return _ (outcomes[outcome]);
}

const char *
wijk_label_for_channel (WijkChannel channel)
{
  return _ (channels[channel]);
}

const char *
wijk_label_for_work_status (WijkWorkStatus status)
{
  return _ (work_statuses[status]);
}

const char *
wijk_label_for_version_status (WijkVersionStatus status)
{
  return _ (version_statuses[status]);
}

const char *
wijk_label_for_aspect (WijkAspect aspect)
{
  return _ (aspects[aspect]);
}

const char *
wijk_icon_for_section_status (WijkSectionStatus status)
{
  return section_icons[status];
}

const char *
wijk_icon_for_outcome (WijkOutcome outcome)
{
  return outcome_icons[outcome];
}

const char *
wijk_icon_for_work_status (WijkWorkStatus status)
{
  return work_icons[status];
}

const char *
wijk_label_for_choice (const WijkField *field, int choice)
{
  const char *const *labels = find_labels (field->choices);

  return labels != NULL ? _ (labels[choice]) : wijk_field_choice_to_word (field, choice);
}

const char *
wijk_label_for_word (const char *const *words, const char *word)
{
  const char *const *labels = find_labels (words);

  for (guint i = 0; labels != NULL && words[i] != NULL; i++)
    if (g_strcmp0 (words[i], word) == 0)
      return _ (labels[i + 1]);

  return word;
}

char **
wijk_label_dup_choices (const WijkField *field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, wijk_label_for_choice (field, 0));
  for (guint i = 0; field->choices[i] != NULL; i++)
    g_strv_builder_add (builder, wijk_label_for_choice (field, (int) i + 1));

  return g_strv_builder_end (builder);
}

const char *
wijk_label_for_area (const char *code)
{
  const WijkArea *area = code != NULL ? wijk_area_lookup_code (code) : NULL;

  return area != NULL ? wijk_area_get_display_name (area) : code;
}
