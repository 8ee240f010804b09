/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-ballot-tally.h"

#include "wijk-vote.h"

#define FEWEST_DOTS 3

static int
compare_tallies (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WijkOptionTally *one = *(WijkOptionTally *const *) a;
  const WijkOptionTally *other = *(WijkOptionTally *const *) b;

  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;

  return wijk_record_compare (WIJK_RECORD (one->option), WIJK_RECORD (other->option));
}

static void
give_ranks (GPtrArray *tallies)
{
  for (guint i = 0; i < tallies->len; i++)
    {
      WijkOptionTally *own = tallies->pdata[i];
      WijkOptionTally *above = i > 0 ? tallies->pdata[i - 1] : NULL;

      if (own->total == 0)
        continue;
      own->rank = i + 1;
      if (above == NULL || above->total != own->total)
        continue;
      own->rank = above->rank;
      own->is_tied = above->is_tied = TRUE;
    }
}

static void
count_votes (WijkState *state, GHashTable *by_option, WijkBallotTotal *total)
{
  WijkRecordList *votes = wijk_state_get_list (state, WIJK_KIND_VOTE);

  for (guint i = 0; i < wijk_record_list_get_length (votes); i++)
    {
      WijkVote *vote = WIJK_VOTE (wijk_record_list_get (votes, i));
      WijkOptionTally *tally =
          vote->option != NULL ? g_hash_table_lookup (by_option, vote->option) : NULL;
      gboolean is_paper = vote->way == WIJK_VOTE_PAPER;

      if (tally == NULL || vote->dots == WIJK_UNSET)
        continue;
      *(is_paper ? &tally->paper : &tally->screen) += vote->dots;
      *(is_paper ? &total->paper : &total->screen) += vote->dots;
      tally->total += vote->dots;
      total->total += vote->dots;
      total->n_entries++;
    }
}

GPtrArray *
wijk_ballot_list_options (WijkState *state, const char *ballot)
{
  return wijk_state_dup_children (state, WIJK_KIND_OPTION, "ballot", ballot);
}

GPtrArray *
wijk_ballot_tally (WijkState *state, const char *ballot, WijkBallotTotal *total)
{
  g_autoptr (GPtrArray) options = wijk_ballot_list_options (state, ballot);
  g_autoptr (GHashTable) by_option = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *tallies = g_ptr_array_new_with_free_func (g_free);
  WijkBallotTotal sum = { 0 };

  for (guint i = 0; i < options->len; i++)
    {
      WijkOptionTally *tally = g_new0 (WijkOptionTally, 1);

      tally->option = options->pdata[i];
      g_ptr_array_add (tallies, tally);
      g_hash_table_insert (by_option, (gpointer) wijk_record_get_id (options->pdata[i]), tally);
    }
  count_votes (state, by_option, &sum);
  g_ptr_array_sort_with_data (tallies, compare_tallies, NULL);
  give_ranks (tallies);
  if (total != NULL)
    *total = sum;

  return tallies;
}

guint
wijk_ballot_propose_dots (guint n_options)
{
  return MAX (FEWEST_DOTS, (n_options + 3) / 4);
}
