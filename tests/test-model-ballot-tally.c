/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-ballot-tally.h"

#include <glib.h>

#include "heads.h"

#define MOST_OPTIONS 8

static void
test_dots (void)
{
  static const struct
  {
    guint n_options, dots;
  } cases[] = {
    { 0, 3 },  { 1, 3 },  { 3, 3 },  { 8, 3 },  { 11, 3 }, { 12, 3 },
    { 13, 4 }, { 16, 4 }, { 17, 5 }, { 20, 5 }, { 21, 6 }, { 100, 25 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (wijk_ballot_propose_dots (cases[i].n_options), ==, cases[i].dots);
}

static const char *
name_of (const char *kind, guint n)
{
  g_autofree char *name = g_strdup_printf ("n%uv", n);

  return id_of (kind, name);
}

static void
put_option (WijkState *state, guint n, const char *ballot)
{
  g_autofree char *place = g_strdup_printf ("/0%u", n + 1);
  g_autofree char *title = g_strdup_printf ("Optie %u", n);

  put (state, name_of ("option", n), 1, "ballot", ballot, "place", place, "title", title, NULL);
}

static void
put_vote (WijkState *state, guint n, guint option, gboolean on_paper, guint dots)
{
  g_autofree char *number = g_strdup_printf ("%u", dots);

  put (state,
       name_of ("vote", n),
       1,
       "option",
       name_of ("option", option),
       "way",
       on_paper ? "papier" : "scherm",
       "dots",
       number,
       NULL);
}

/* Dots by option; 0 is no vote at all. */
static void
test_ranks (void)
{
  static const struct
  {
    guint dots[4];
    const char *result; /* option:total/rank, "=" where tied */
  } cases[] = {
    { { 0, 0, 0, 0 }, "0:0/0 1:0/0 2:0/0 3:0/0" },
    { { 0, 0, 5, 0 }, "2:5/1 0:0/0 1:0/0 3:0/0" },
    { { 1, 2, 3, 4 }, "3:4/1 2:3/2 1:2/3 0:1/4" },
    { { 4, 7, 4, 7 }, "1:7/1= 3:7/1= 0:4/3= 2:4/3=" },
    { { 2, 2, 2, 2 }, "0:2/1= 1:2/1= 2:2/1= 3:2/1=" },
    { { 9, 3, 3, 1 }, "0:9/1 1:3/2= 2:3/2= 3:1/4" },
    { { 0, 1, 0, 1 }, "1:1/1= 3:1/1= 0:0/0 2:0/0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkState) state = wijk_state_new ();
      const char *ballot = id_of ("ballot", "a");
      g_autoptr (GPtrArray) tallies = NULL;
      g_autoptr (GString) result = g_string_new (NULL);

      put (state, ballot, 1, "title", "Wat eerst?", NULL);
      for (guint j = 0; j < 4; j++)
        {
          put_option (state, j, ballot);
          if (cases[i].dots[j] > 0)
            put_vote (state, j, j, j % 2 == 0, cases[i].dots[j]);
        }
      tallies = wijk_ballot_tally (state, ballot, NULL);
      for (guint j = 0; j < tallies->len; j++)
        {
          WijkOptionTally *tally = tallies->pdata[j];

          g_string_append_printf (result,
                                  "%s%c:%d/%u%s",
                                  j > 0 ? " " : "",
                                  tally->option->title[strlen (tally->option->title) - 1],
                                  (int) tally->total,
                                  tally->rank,
                                  tally->is_tied ? "=" : "");
        }
      g_assert_cmpstr (result->str, ==, cases[i].result);
    }
}

/* Votes that do not count: of another ballot, of an option that is gone, taken back. */
static void
test_left_out (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  const char *ballot = id_of ("ballot", "a");
  g_autoptr (GPtrArray) tallies = NULL;
  WijkBallotTotal total;

  put (state, ballot, 1, "title", "A", NULL);
  put (state, id_of ("ballot", "b"), 1, "title", "B", NULL);
  put_option (state, 0, ballot);
  put_option (state, 1, id_of ("ballot", "b"));
  put_vote (state, 0, 0, FALSE, 2);
  put_vote (state, 1, 1, FALSE, 5);
  put_vote (state, 2, 7, FALSE, 5);
  put (state, name_of ("vote", 3), 1, "option", name_of ("option", 0), "way", "scherm", NULL);
  put (state,
       name_of ("vote", 4),
       1,
       "option",
       name_of ("option", 0),
       "dots",
       "3",
       "way",
       "papier",
       "deleted",
       stamp_of (1, 1),
       NULL);
  tallies = wijk_ballot_tally (state, ballot, &total);
  g_assert_cmpuint (tallies->len, ==, 1);
  g_assert_cmpint (total.total, ==, 2);
  g_assert_cmpuint (total.n_entries, ==, 1);
}

/* Whatever is entered by whichever laptop in whichever order: totals are the sums, ranks follow
 * from them, and equal totals are ties. */
static void
test_sums (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (WijkState) state = wijk_state_new ();
      const char *ballot = id_of ("ballot", "a");
      guint n_options = (guint) g_test_rand_int_range (0, MOST_OPTIONS + 1);
      guint n_votes = n_options > 0 ? (guint) g_test_rand_int_range (0, 60) : 0;
      gint64 sums[MOST_OPTIONS][2] = { { 0 } }, all = 0;
      g_autoptr (GPtrArray) tallies = NULL;
      WijkBallotTotal total;

      put (state, ballot, 1, "title", "A", NULL);
      for (guint i = 0; i < n_options; i++)
        put_option (state, i, ballot);
      for (guint i = 0; i < n_votes; i++)
        {
          guint option = (guint) g_test_rand_int_range (0, (int) n_options);
          guint dots = (guint) g_test_rand_int_range (1, 4);
          gboolean on_paper = g_test_rand_bit ();

          put_vote (state, i, option, on_paper, dots);
          sums[option][on_paper] += dots;
          all += dots;
        }
      tallies = wijk_ballot_tally (state, ballot, &total);
      g_assert_cmpuint (tallies->len, ==, n_options);
      g_assert_cmpint (total.total, ==, all);
      g_assert_cmpint (total.screen + total.paper, ==, all);
      g_assert_cmpuint (total.n_entries, ==, n_votes);
      for (guint i = 0; i < tallies->len; i++)
        {
          WijkOptionTally *own = tallies->pdata[i];
          guint n = (guint) (own->option->title[strlen (own->option->title) - 1] - '0');
          guint n_above = 0, n_equal = 0;

          g_assert_cmpint (own->screen, ==, sums[n][FALSE]);
          g_assert_cmpint (own->paper, ==, sums[n][TRUE]);
          for (guint j = 0; j < n_options; j++)
            {
              gint64 sum = sums[j][0] + sums[j][1];

              n_above += sum > own->total;
              n_equal += sum == own->total;
            }
          g_assert_cmpuint (own->rank, ==, own->total > 0 ? n_above + 1 : 0);
          g_assert_cmpint (own->is_tied, ==, own->total > 0 && n_equal > 1);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/ballot-tally/dots", test_dots);
  g_test_add_func ("/ballot-tally/ranks", test_ranks);
  g_test_add_func ("/ballot-tally/left-out", test_left_out);
  g_test_add_func ("/ballot-tally/sums", test_sums);

  return g_test_run ();
}
