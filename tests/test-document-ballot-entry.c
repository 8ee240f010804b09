/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-ballot-entry.h"
#include "wijk-ballot-tally.h"
#include "wijk-evening-figures.h"
#include "wijk-rules.h"
#include "wijk-vote.h"

#include <glib.h>

#include "document-home.h"
#include "heads.h"

typedef struct
{
  char *folder;
  WijkDocument *document;
  WijkState *state;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = home_make_plan (g_get_user_data_dir (), id_of ("plan", "a"));
  f->document = home_open (f->folder);
  f->state = wijk_document_get_state (f->document);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  home_close (f->document);
  g_free (f->folder);
}

static char *
add (Fixture *f, WijkKind kind, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  char *id = wijk_document_add (f->document, "Toevoegen", kind, &error, key, value, NULL);

  g_assert_no_error (error);
  home_settle (f->document);

  return id;
}

static void
write_edits (Fixture *f, GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (wijk_document_write (f->document, "Schrijven", edits, &error));
  g_assert_no_error (error);
  home_settle (f->document);
}

static char *
make_ballot (Fixture *f, const char *session, WijkBallotOf of)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  char *id = wijk_ballot_entry_make (f->state, session, of, "Wat eerst?", edits, &error);

  g_assert_no_error (error);
  write_edits (f, edits);

  return id;
}

static char *
describe_options (Fixture *f, const char *ballot)
{
  g_autoptr (GPtrArray) options = wijk_ballot_list_options (f->state, ballot);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < options->len; i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? ", " : "", ((WijkOption *) options->pdata[i])->title);

  return g_string_free_and_steal (text);
}

/* What a ballot is about: what was used at the session, in the order of the plan. */
static void
test_make (Fixture *f, gconstpointer data)
{
  static const char *const themes[] = { "Verkeer", "Groen", "Wonen", "Sport" };
  g_autofree char *session = add (f, WIJK_KIND_SESSION, "title", "Avond");
  g_autofree char *cluster = add (f, WIJK_KIND_CLUSTER, "title", "Bankjes");
  g_autofree char *priority = add (f, WIJK_KIND_PRIORITY, "title", "Veilig over straat");
  static const struct
  {
    WijkBallotOf of;
    const char *before; /* while the session has no remarks */
    const char *after;
  } cases[] = {
    { WIJK_BALLOT_OF_THEMES, "Verkeer, Groen, Wonen, Sport", "Groen, Sport" },
    { WIJK_BALLOT_OF_CLUSTERS, "Bankjes", "Bankjes" },
    { WIJK_BALLOT_OF_PRIORITIES, "Veilig over straat", "Veilig over straat" },
    { WIJK_BALLOT_OF_NOTHING, "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autofree char *id = add (f, WIJK_KIND_THEME, "name", themes[i]);
      g_autofree char *member = g_strconcat ("themes/", id, NULL);
      g_autofree char *remark = NULL;
      g_autoptr (GError) error = NULL;

      if (i % 2 == 0)
        continue;
      remark = wijk_document_add (f->document,
                                  "Reactie",
                                  WIJK_KIND_REMARK,
                                  &error,
                                  "text",
                                  "Iets",
                                  "session",
                                  session,
                                  member,
                                  "1",
                                  NULL);
      g_assert_no_error (error);
      home_settle (f->document);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *other = add (f, WIJK_KIND_SESSION, "title", "Andere avond");
      g_autofree char *first = make_ballot (f, other, cases[i].of);
      g_autofree char *second = make_ballot (f, session, cases[i].of);
      g_autofree char *before = describe_options (f, first);
      g_autofree char *after = describe_options (f, second);
      WijkBallot *ballot = WIJK_BALLOT (wijk_state_lookup (f->state, second));

      g_assert_cmpstr (before, ==, cases[i].before);
      g_assert_cmpstr (after, ==, cases[i].after);
      g_assert_cmpstr (ballot->title, ==, "Wat eerst?");
      g_assert_cmpint (ballot->dots, ==, 3);
      g_assert_cmpint (ballot->status, ==, WIJK_BALLOT_PREPARED);
    }
}

static void
test_options_follow (Fixture *f, gconstpointer data)
{
  static const char *const titles[] = { "Een", "Twee", "Drie", "Vier" };
  g_autofree char *session = add (f, WIJK_KIND_SESSION, "title", "Avond");
  g_autofree char *ballot = make_ballot (f, session, WIJK_BALLOT_OF_NOTHING);
  g_autofree char *options = NULL;
  g_autoptr (GPtrArray) refused = wijk_edits_new ();
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (GPtrArray) edits = wijk_edits_new ();

      g_assert_true (wijk_ballot_entry_add_option (f->state, ballot, titles[i], NULL, edits, NULL));
      write_edits (f, edits);
    }
  options = describe_options (f, ballot);
  g_assert_cmpstr (options, ==, "Een, Twee, Drie, Vier");
  g_assert_false (wijk_ballot_entry_add_option (
      f->state, id_of ("ballot", "q0"), "Vijf", NULL, refused, &error));
  g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_LINK);
}

/* Dots of several voters, of paper, one taken back: totals are the sums of what stands. */
static void
test_votes (Fixture *f, gconstpointer data)
{
  static const struct
  {
    WijkVoteWay way;
    guint dots[3];
    gint64 totals[3];
    guint n_entries;
  } cases[] = {
    { WIJK_VOTE_SCREEN, { 2, 1, 0 }, { 2, 1, 0 }, 2 },
    { WIJK_VOTE_SCREEN, { 0, 0, 3 }, { 2, 1, 3 }, 3 },
    { WIJK_VOTE_PAPER, { 12, 0, 7 }, { 14, 1, 10 }, 5 },
    { WIJK_VOTE_PAPER, { 0, 0, 0 }, { 14, 1, 10 }, 5 },
  };
  g_autofree char *session = add (f, WIJK_KIND_SESSION, "title", "Avond");
  g_autofree char *ballot = make_ballot (f, session, WIJK_BALLOT_OF_NOTHING);
  g_autoptr (GPtrArray) votes = NULL;
  g_autoptr (GPtrArray) tallies = NULL;
  WijkBallotTotal total;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) edits = wijk_edits_new ();

      g_assert_true (wijk_ballot_entry_add_option (
          f->state, ballot, (const char *[]) { "A", "B", "C" }[i], NULL, edits, NULL));
      write_edits (f, edits);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) options = wijk_ballot_list_options (f->state, ballot);
      g_autoptr (GPtrArray) edits = wijk_edits_new ();
      g_autoptr (GPtrArray) now = NULL;
      g_autoptr (GPtrArray) entries = NULL;

      g_assert_true (
          wijk_ballot_entry_vote (f->state, options, cases[i].dots, cases[i].way, edits, NULL));
      if (edits->len > 0)
        write_edits (f, edits);
      now = wijk_ballot_tally (f->state, ballot, NULL);
      for (guint j = 0; j < now->len; j++)
        {
          WijkOptionTally *tally = now->pdata[j];

          g_assert_cmpint (tally->total, ==, cases[i].totals[*tally->option->title - 'A']);
        }
      entries = wijk_ballot_list_votes (f->state, ballot);
      g_assert_cmpuint (entries->len, ==, cases[i].n_entries);
    }
  votes = wijk_ballot_list_votes (f->state, ballot);
  for (guint i = 0; i < votes->len; i++)
    if (((WijkVote *) votes->pdata[i])->dots == 12)
      g_assert_true (wijk_document_delete (f->document, "Terug", votes->pdata[i], NULL));
  home_settle (f->document);
  tallies = wijk_ballot_tally (f->state, ballot, &total);
  g_assert_cmpint (total.total, ==, 25 - 12);
  g_assert_cmpuint (total.n_entries, ==, 4);
}

static void
test_figures (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  const char *session = id_of ("session", "a");
  g_autofree char *theme = g_strconcat ("themes/", id_of ("theme", "a"), NULL);
  WijkEveningFigures figures;

  put (state, session, 1, "title", "Avond", NULL);
  put (state, id_of ("theme", "a"), 1, "name", "Groen", NULL);
  put (state,
       id_of ("remark", "a"),
       1,
       "session",
       session,
       "text",
       "A",
       "count",
       "4",
       theme,
       "1",
       "wall",
       "getoond",
       NULL);
  put (state, id_of ("remark", "b"), 1, "session", session, "text", "B", "wall", "verborgen", NULL);
  put (state, id_of ("remark", "c"), 1, "session", session, "text", "C", NULL);
  put (state,
       id_of ("remark", "d"),
       1,
       "session",
       session,
       "text",
       "D",
       "withdrawn",
       "dubbel",
       NULL);
  put (state, id_of ("remark", "e"), 1, "text", "Elders", NULL);
  put (state, id_of ("ballot", "a"), 1, "session", session, "status", "gesloten", NULL);
  put (state, id_of ("ballot", "b"), 1, "session", session, "status", "open", NULL);
  figures = wijk_evening_count (state, session);
  g_assert_cmpuint (figures.n_remarks, ==, 3);
  g_assert_cmpuint (figures.n_voices, ==, 6);
  g_assert_cmpuint (figures.n_without_theme, ==, 2);
  g_assert_cmpuint (figures.n_shown, ==, 1);
  g_assert_cmpuint (figures.n_hidden, ==, 1);
  g_assert_cmpuint (figures.n_waiting, ==, 1);
  g_assert_cmpuint (figures.n_closed, ==, 1);
  g_assert_cmpuint (figures.n_not_closed, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/ballot-entry/make", Fixture, NULL, set_up, test_make, tear_down);
  g_test_add (
      "/ballot-entry/options-follow", Fixture, NULL, set_up, test_options_follow, tear_down);
  g_test_add ("/ballot-entry/votes", Fixture, NULL, set_up, test_votes, tear_down);
  g_test_add_func ("/evening/figures", test_figures);

  return g_test_run ();
}
