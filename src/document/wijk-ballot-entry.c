/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-ballot-entry.h"

#include "wijk-ballot-tally.h"
#include "wijk-cluster.h"
#include "wijk-entry.h"
#include "wijk-place.h"
#include "wijk-priority.h"
#include "wijk-theme.h"
#include "wijk-vote.h"
#include "wijk-wall.h"

/* ---- options ---- */

/* Whether a counted remark of the session has this theme or cluster. */
static gboolean
is_used (GPtrArray *remarks, WijkRecord *record)
{
  const char *id = wijk_record_get_id (record);

  for (guint i = 0; i < remarks->len; i++)
    {
      WijkRemark *remark = remarks->pdata[i];

      if (wijk_set_contains (remark->themes, id) || g_strcmp0 (remark->cluster, id) == 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
get_title (WijkRecord *record)
{
  if (WIJK_IS_THEME (record))
    return WIJK_THEME (record)->name;

  return WIJK_IS_CLUSTER (record) ? WIJK_CLUSTER (record)->title : WIJK_PRIORITY (record)->title;
}

static GPtrArray *
list_subjects (WijkState *state, const char *session, WijkBallotOf of)
{
  static const WijkKind kinds[] = {
    [WIJK_BALLOT_OF_THEMES] = WIJK_KIND_THEME,
    [WIJK_BALLOT_OF_CLUSTERS] = WIJK_KIND_CLUSTER,
    [WIJK_BALLOT_OF_PRIORITIES] = WIJK_KIND_PRIORITY,
  };
  GPtrArray *all, *used;
  g_autoptr (GPtrArray) remarks = NULL;

  if (of == WIJK_BALLOT_OF_NOTHING)
    return g_ptr_array_new ();
  all = wijk_state_dup_sorted (state, kinds[of]);
  if (of == WIJK_BALLOT_OF_PRIORITIES)
    return all;
  remarks = wijk_wall_list_remarks (state, session);
  used = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (is_used (remarks, all->pdata[i]))
      g_ptr_array_add (used, all->pdata[i]);
  if (used->len == 0)
    {
      g_ptr_array_unref (used);
      return all;
    }
  g_ptr_array_unref (all);

  return used;
}

/* @last: the key of the place before it, NULL: none; replaced by that of the new one. */
static gboolean
add_option (WijkState *state,
            const char *ballot,
            const char *title,
            const char *about,
            char **last,
            GPtrArray *edits,
            GError **error)
{
  g_autoptr (GPtrArray) values = wijk_edits_new ();
  g_autofree char *place = wijk_place_new (NULL, *last, NULL);
  g_autofree char *id = NULL;

  wijk_edits_add (values, "", "ballot", ballot);
  wijk_edits_add (values, "", "title", title);
  wijk_edits_add (values, "", "place", place);
  if (about != NULL)
    wijk_edits_add (values, "", "about", about);
  id = wijk_entry_add (state, WIJK_KIND_OPTION, values, "", edits, error);
  g_set_str (last, wijk_place_get_key (place));

  return id != NULL;
}

char *
wijk_ballot_entry_make (WijkState *state,
                        const char *session,
                        WijkBallotOf of,
                        const char *title,
                        GPtrArray *edits,
                        GError **error)
{
  g_autoptr (GPtrArray) subjects = list_subjects (state, session, of);
  g_autoptr (GPtrArray) values = wijk_edits_new ();
  g_autofree char *id = NULL;
  g_autofree char *dots = g_strdup_printf ("%u", wijk_ballot_propose_dots (subjects->len));
  g_autofree char *last = NULL;

  wijk_edits_add (values, "", "session", session);
  wijk_edits_add (values, "", "title", title);
  wijk_edits_add (values, "", "dots", dots);
  wijk_edits_add (values, "", "status", wijk_ballot_status_words[WIJK_BALLOT_PREPARED - 1]);
  id = wijk_entry_add (state, WIJK_KIND_BALLOT, values, "", edits, error);
  for (guint i = 0; id != NULL && i < subjects->len; i++)
    {
      const char *subject = get_title (subjects->pdata[i]);

      if (subject != NULL &&
          !add_option (
              state, id, subject, wijk_record_get_id (subjects->pdata[i]), &last, edits, error))
        return NULL;
    }

  return g_steal_pointer (&id);
}

gboolean
wijk_ballot_entry_add_option (WijkState *state,
                              const char *ballot,
                              const char *title,
                              const char *about,
                              GPtrArray *edits,
                              GError **error)
{
  g_autoptr (GPtrArray) options = wijk_ballot_list_options (state, ballot);
  g_autofree char *last = NULL;

  if (options->len > 0)
    last = g_strdup (wijk_place_get_key (wijk_record_get_place (options->pdata[options->len - 1])));

  return add_option (state, ballot, title, about, &last, edits, error);
}

/* ---- votes ---- */

gboolean
wijk_ballot_entry_vote (WijkState *state,
                        GPtrArray *options,
                        const guint *dots,
                        WijkVoteWay way,
                        GPtrArray *edits,
                        GError **error)
{
  for (guint i = 0; i < options->len; i++)
    {
      g_autoptr (GPtrArray) values = wijk_edits_new ();
      g_autofree char *number = g_strdup_printf ("%u", dots[i]);
      g_autofree char *id = NULL;

      if (dots[i] == 0)
        continue;
      wijk_edits_add (values, "", "option", wijk_record_get_id (options->pdata[i]));
      wijk_edits_add (values, "", "way", wijk_vote_way_words[way - 1]);
      wijk_edits_add (values, "", "dots", number);
      id = wijk_entry_add (state, WIJK_KIND_VOTE, values, "", edits, error);
      if (id == NULL)
        return FALSE;
    }

  return TRUE;
}

GPtrArray *
wijk_ballot_list_votes (WijkState *state, const char *ballot)
{
  WijkRecordList *all = wijk_state_get_list (state, WIJK_KIND_VOTE);
  GPtrArray *votes = g_ptr_array_new ();

  for (guint i = 0; i < wijk_record_list_get_length (all); i++)
    {
      WijkVote *vote = WIJK_VOTE (wijk_record_list_get (all, i));
      WijkOption *option =
          (WijkOption *) wijk_state_lookup_live (state, vote->option, WIJK_KIND_OPTION);

      if (option != NULL && g_strcmp0 (option->ballot, ballot) == 0)
        g_ptr_array_add (votes, vote);
    }

  return votes;
}
