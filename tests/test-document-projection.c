/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-evening.h"

#include <glib.h>

#include "heads.h"

static WijkState *
make_state (void)
{
  WijkState *state = wijk_state_new ();

  put (state,
       id_of ("session", "a"),
       1,
       "title",
       "Startavond in de Kerkstraat 12",
       "questions",
       "Wat is hier goed?\n\n  Wat moet anders?  \nWat zegt Fatima?",
       "facilitators",
       "Fatima el Amrani, Joost",
       NULL);
  put (state, id_of ("session", "b"), 1, "title", "Andere avond", NULL);
  put (state,
       id_of ("stakeholder", "a"),
       1,
       "kind",
       "persoon",
       "name",
       "Mevrouw H. van der Berg",
       NULL);
  put (
      state, id_of ("stakeholder", "b"), 1, "kind", "organisatie", "organisation", "Portaal", NULL);
  put (
      state, id_of ("theme", "a"), 1, "name", "Verkeer", "place", "/01", "colour", "#1f6dda", NULL);
  put (state, id_of ("theme", "b"), 1, "name", "Groen", "place", "/02", NULL);
  put (state, id_of ("theme", "c"), 1, "name", "Plan van Berg", "place", "/03", NULL);

  return state;
}

static WijkRemark *
put_remark (
    WijkState *state, const char *name, const char *words, const char *wall, const char *theme)
{
  g_autofree char *member = g_strconcat ("themes/", id_of ("theme", theme), NULL);

  return put (state,
              id_of ("remark", name),
              1,
              "text",
              words,
              "session",
              id_of ("session", "a"),
              "wall",
              wall,
              member,
              "1",
              NULL);
}

/* ---- what stays off the wall ---- */

static void
test_obstacles (void)
{
  static const struct
  {
    const char *words;
    WijkObstacle obstacle;
  } cases[] = {
    { "Meer groen op het plein", WIJK_OBSTACLE_NONE },
    { "Portaal doet niets", WIJK_OBSTACLE_NONE }, /* an organisation may be named */
    { "We wonen bij een berg zand", WIJK_OBSTACLE_NONE },
    { "Van der of het", WIJK_OBSTACLE_NONE },
    { "Mevrouw klaagt altijd", WIJK_OBSTACLE_NONE },
    { "Vraag het aan mevrouw Van der Berg", WIJK_OBSTACLE_NAME },
    { "(Berg) zei dit", WIJK_OBSTACLE_NAME },
    { "Volgens BERG is het vies", WIJK_OBSTACLE_NAME },
    { "Fátima weet het", WIJK_OBSTACLE_NAME },
    { "Joost vraagt om stilte", WIJK_OBSTACLE_NAME },
    { "Bel 06-12345678", WIJK_OBSTACLE_PATTERN },
    { "mail jan@example.nl", WIJK_OBSTACLE_PATTERN },
    { "Ik woon op Kerkstraat 12", WIJK_OBSTACLE_PATTERN },
    { "", WIJK_OBSTACLE_WORDS },
    { NULL, WIJK_OBSTACLE_WORDS },
    { "\xff", WIJK_OBSTACLE_WORDS },
  };
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (GHashTable) names = wijk_wall_collect_names (state);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%" G_GSIZE_FORMAT, i);
      g_assert_cmpint (wijk_wall_find_obstacle (names, cases[i].words), ==, cases[i].obstacle);
    }
}

/* Only what was approved, stands, is counted and has no obstacle. */
static void
test_cards (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (WijkProjection) projection = NULL;
  g_autoptr (GPtrArray) waiting = NULL;
  WijkProjectedCard *card;

  put_remark (state, "a", "Goedgekeurd", "getoond", "a");
  put_remark (state, "b", "Verborgen", "verborgen", "a");
  put (state,
       id_of ("remark", "c"),
       1,
       "text",
       "Nog niet bekeken",
       "session",
       id_of ("session", "a"),
       NULL);
  put (state,
       id_of ("remark", "d"),
       1,
       "text",
       "Ingetrokken",
       "session",
       id_of ("session", "a"),
       "wall",
       "getoond",
       "withdrawn",
       "dubbel",
       NULL);
  put (state,
       id_of ("remark", "e"),
       1,
       "text",
       "Elders",
       "session",
       id_of ("session", "b"),
       "wall",
       "getoond",
       NULL);
  put_remark (state, "f", "Berg zei het", "getoond", "a");
  put (state, id_of ("remark", "g"), 1, "session", id_of ("session", "a"), "wall", "getoond", NULL);
  put (state,
       id_of ("remark", "h"),
       1,
       "text",
       "Een deel",
       "session",
       id_of ("session", "a"),
       "wall",
       "getoond",
       "part-of",
       id_of ("remark", "a"),
       NULL);

  projection = wijk_projection_new (state, id_of ("session", "a"), WIJK_SCREEN_WALL, 0, NULL);
  g_assert_cmpuint (projection->cards->len, ==, 1);
  card = projection->cards->pdata[0];
  g_assert_cmpstr (card->words, ==, "Goedgekeurd");
  g_assert_cmpstr (card->id, ==, id_of ("remark", "a"));
  g_assert_cmpstr (card->colour, ==, "#1f6dda");
  g_assert_cmpstr (projection->heading, ==, "Wat is hier goed?");
  waiting = wijk_wall_list_waiting (state, id_of ("session", "a"));
  g_assert_cmpuint (waiting->len, ==, 1);
  g_assert_cmpstr (((WijkRemark *) waiting->pdata[0])->text, ==, "Nog niet bekeken");
}

static void
test_headings (void)
{
  static const struct
  {
    WijkScreen screen;
    guint question;
    const char *heading;
  } cases[] = {
    { WIJK_SCREEN_TITLE, 0, "Startavond in de Kerkstraat 12" },
    { WIJK_SCREEN_QUESTION, 0, "Wat is hier goed?" },
    { WIJK_SCREEN_QUESTION, 1, "Wat moet anders?" },
    { WIJK_SCREEN_QUESTION, 2, "…" }, /* it names the facilitator */
    { WIJK_SCREEN_QUESTION, 3, "Startavond in de Kerkstraat 12" },
    { WIJK_SCREEN_WALL, 3, NULL },
    { WIJK_SCREEN_TIMER, 1, "Wat moet anders?" },
    { WIJK_SCREEN_VOTE, 0, "Startavond in de Kerkstraat 12" }, /* there is no ballot */
  };
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (WijkProjection) none =
      wijk_projection_new (state, id_of ("session", "q"), WIJK_SCREEN_WALL, 0, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkProjection) projection = wijk_projection_new (
          state, id_of ("session", "a"), cases[i].screen, cases[i].question, NULL);

      g_assert_cmpstr (projection->heading, ==, cases[i].heading);
    }
  g_assert_null (none->heading);
  g_assert_cmpuint (none->cards->len, ==, 0);
}

static void
test_themes (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (WijkProjection) projection = NULL;
  WijkProjectedBar *bars[2];

  put_remark (state, "a", "Een", "getoond", "c");
  put_remark (state, "b", "Twee", "verborgen", "a");
  put_remark (state, "c", "Drie", "getoond", "a");
  projection = wijk_projection_new (state, id_of ("session", "a"), WIJK_SCREEN_THEMES, 0, NULL);
  g_assert_cmpuint (projection->bars->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    bars[i] = projection->bars->pdata[i];
  g_assert_cmpstr (bars[0]->label, ==, "Verkeer");
  g_assert_cmpint (bars[0]->total, ==, 2);
  g_assert_cmpstr (bars[1]->label, ==, "…"); /* a theme that names a person */
  g_assert_cmpint (projection->most, ==, 2);
}

/* Twenty themes: the fullest twelve, in their own order. */
static void
test_many_themes (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkProjection) projection = NULL;

  put (state, id_of ("session", "a"), 1, "title", "A", NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("p%uv", i);
      g_autofree char *place = g_strdup_printf ("/%02u", i + 10);

      put (state, id_of ("theme", name), 1, "name", name, "place", place, NULL);
      for (guint j = 0; j <= i % 10; j++)
        {
          g_autofree char *remark = g_strdup_printf ("r%uv%uv", i, j);

          put_remark (state, remark, "Iets", "getoond", name);
        }
    }
  projection = wijk_projection_new (state, id_of ("session", "a"), WIJK_SCREEN_THEMES, 0, NULL);
  g_assert_cmpuint (projection->bars->len, ==, 12);
  g_assert_cmpstr (((WijkProjectedBar *) projection->bars->pdata[0])->label, ==, "p4v");
  g_assert_cmpstr (((WijkProjectedBar *) projection->bars->pdata[11])->label, ==, "p19v");
}

/* Counts are hidden until the ballot is closed. */
static void
test_votes (void)
{
  static const struct
  {
    const char *status;
    WijkScreen asked, shown;
  } cases[] = {
    { "voorbereid", WIJK_SCREEN_VOTE, WIJK_SCREEN_VOTE },
    { "open", WIJK_SCREEN_RESULT, WIJK_SCREEN_VOTE },
    { "open", WIJK_SCREEN_VOTE, WIJK_SCREEN_VOTE },
    { "gesloten", WIJK_SCREEN_VOTE, WIJK_SCREEN_VOTE },
    { "gesloten", WIJK_SCREEN_RESULT, WIJK_SCREEN_RESULT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkState) state = make_state ();
      g_autoptr (WijkProjection) projection = NULL;
      const char *ballot = id_of ("ballot", "a");
      WijkProjectedBar *first;

      put (state, ballot, 1, "title", "Wat eerst?", "status", cases[i].status, NULL);
      put (state,
           id_of ("option", "a"),
           1,
           "ballot",
           ballot,
           "title",
           "Stoepen",
           "place",
           "/01",
           NULL);
      put (state,
           id_of ("option", "b"),
           1,
           "ballot",
           ballot,
           "title",
           "Huis van Berg",
           "place",
           "/02",
           NULL);
      put (state,
           id_of ("vote", "a"),
           1,
           "option",
           id_of ("option", "b"),
           "way",
           "papier",
           "dots",
           "7",
           NULL);
      put (state,
           id_of ("vote", "b"),
           1,
           "option",
           id_of ("option", "b"),
           "way",
           "scherm",
           "dots",
           "2",
           NULL);
      projection = wijk_projection_new (state, id_of ("session", "a"), cases[i].asked, 0, ballot);
      g_assert_cmpint (projection->screen, ==, cases[i].shown);
      g_assert_cmpstr (projection->heading, ==, "Wat eerst?");
      g_assert_cmpuint (projection->bars->len, ==, 2);
      first = projection->bars->pdata[0];
      if (cases[i].shown == WIJK_SCREEN_RESULT)
        {
          g_assert_cmpstr (first->label, ==, "…");
          g_assert_cmpint (first->total, ==, 9);
          g_assert_cmpint (first->paper, ==, 7);
          g_assert_cmpint (first->screen, ==, 2);
          g_assert_cmpuint (first->rank, ==, 1);
          g_assert_cmpint (projection->n_dots, ==, 9);
        }
      else
        {
          g_assert_cmpstr (first->label, ==, "Stoepen");
          g_assert_cmpuint (projection->dots, ==, 3);
          g_assert_cmpint (projection->n_dots, ==, 0);
          for (guint j = 0; j < 2; j++)
            g_assert_cmpint (((WijkProjectedBar *) projection->bars->pdata[j])->total, ==, 0);
        }
    }
}

/* Whatever is said, approved and named: no screen ever shows a name, a number or an unapproved
 * remark. Every unapproved remark holds the word “geheim”. */
static void
test_never_a_name (void)
{
  static const char *const pieces[] = { "Berg",     "berg",  "Fatima", "meer groen", "06-12345678",
                                        "De stoep", "Joost", "a@b.nl", "Amrani",     "vies" };
  static const char *const forbidden[] = {
    "Berg", "Fatima", "Joost", "Amrani", "06-", "@", "geheim"
  };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (WijkState) state = make_state ();
      const char *ballot = id_of ("ballot", "a");

      put (state,
           ballot,
           1,
           "title",
           pieces[round % G_N_ELEMENTS (pieces)],
           "status",
           "gesloten",
           NULL);
      for (guint i = 0; i < 8; i++)
        {
          g_autoptr (GString) words = g_string_new (NULL);
          g_autofree char *name = g_strdup_printf ("n%uv", i);
          gboolean approved = g_test_rand_bit ();

          for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
            g_string_append_printf (
                words, "%s ", pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
          put (state, id_of ("option", name), 1, "ballot", ballot, "title", words->str, NULL);
          put (state, id_of ("theme", name), 1, "name", words->str, NULL);
          put_remark (state, name, words->str, "getoond", name);
          if (!approved)
            {
              g_string_append (words, "geheim");
              put_remark (state, name, words->str, g_test_rand_bit () ? "verborgen" : "", name);
            }
        }
      for (WijkScreen screen = 0; screen < WIJK_N_SCREENS; screen++)
        {
          g_autoptr (WijkProjection) projection =
              wijk_projection_new (state, id_of ("session", "a"), screen, round % 4, ballot);
          g_autoptr (GString) all = g_string_new (projection->heading);

          for (guint i = 0; i < projection->cards->len; i++)
            g_string_append (all, ((WijkProjectedCard *) projection->cards->pdata[i])->words);
          for (guint i = 0; i < projection->bars->len; i++)
            g_string_append (all, ((WijkProjectedBar *) projection->bars->pdata[i])->label);
          for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
            if (strstr (all->str, forbidden[i]) != NULL &&
                !(g_str_equal (forbidden[i], "06-") || g_str_equal (forbidden[i], "@")))
              g_error ("“%s” on screen %u: %s", forbidden[i], screen, all->str);
            else if (screen != WIJK_SCREEN_VOTE && screen != WIJK_SCREEN_RESULT)
              g_assert_null (strstr (all->str, forbidden[i]));
        }
    }
}

/* ---- how far the evening is ---- */

static void
test_kept (void)
{
  const char *session = id_of ("session", "a");
  const char *ballot = id_of ("ballot", "a");
  g_auto (WijkEvening) evening = { .phase = WIJK_PHASE_VOTE,
                                   .screen = WIJK_SCREEN_RESULT,
                                   .question = 2,
                                   .step = 5,
                                   .is_black = TRUE,
                                   .is_light = TRUE };
  g_auto (WijkEvening) again = { 0 };
  g_autofree char *line = NULL;

  evening.session = g_strdup (session);
  evening.ballot = g_strdup (ballot);
  line = wijk_evening_format (&evening);
  wijk_evening_parse (&again, line);
  g_assert_cmpstr (again.session, ==, session);
  g_assert_cmpstr (again.ballot, ==, ballot);
  g_assert_cmpint (again.phase, ==, WIJK_PHASE_VOTE);
  g_assert_cmpint (again.screen, ==, WIJK_SCREEN_RESULT);
  g_assert_cmpuint (again.question, ==, 2);
  g_assert_cmpuint (again.step, ==, 5);
  g_assert_true (again.is_black);
  g_assert_true (again.is_light);
}

static void
test_kept_nonsense (void)
{
  static const char *const ends[] = {
    " 9 0 0 0 - 0 0", " 1 99 0 0 - 0 0",       " 1 1 -1 0 - 0 0",
    " 1 1 x 0 - 0 0", " 1 1 0 0 remark-x 7 9",
  };
  static const char *const lines[] = { NULL, "", "x", "session-x 1 1 1 1 - 0 0", "1 2 3" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *line = g_strconcat (id_of ("session", "a"), ends[i], NULL);
      g_auto (WijkEvening) evening = { 0 };

      wijk_evening_parse (&evening, line);
      g_assert_nonnull (evening.session);
      g_assert_cmpint (evening.phase, <, WIJK_N_PHASES);
      g_assert_cmpint (evening.screen, <, WIJK_N_SCREENS);
      g_assert_cmpuint (evening.question, ==, 0);
      g_assert_null (evening.ballot);
      g_assert_false (evening.is_black);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_auto (WijkEvening) evening = { .phase = WIJK_PHASE_SORT };
      g_autofree char *line = NULL;

      wijk_evening_parse (&evening, lines[i]);
      g_assert_null (evening.session);
      line = wijk_evening_format (&evening);
      g_assert_cmpstr (line, ==, "");
    }
}

static void
test_phases (void)
{
  static const WijkScreen screens[] = { WIJK_SCREEN_TITLE,
                                        WIJK_SCREEN_QUESTION,
                                        WIJK_SCREEN_THEMES,
                                        WIJK_SCREEN_VOTE,
                                        WIJK_SCREEN_RESULT };

  for (WijkPhase phase = 0; phase < WIJK_N_PHASES; phase++)
    g_assert_cmpint (wijk_phase_get_screen (phase), ==, screens[phase]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/projection/obstacles", test_obstacles);
  g_test_add_func ("/projection/cards", test_cards);
  g_test_add_func ("/projection/headings", test_headings);
  g_test_add_func ("/projection/themes", test_themes);
  g_test_add_func ("/projection/many-themes", test_many_themes);
  g_test_add_func ("/projection/votes", test_votes);
  g_test_add_func ("/projection/never-a-name", test_never_a_name);
  g_test_add_func ("/evening/kept", test_kept);
  g_test_add_func ("/evening/kept-nonsense", test_kept_nonsense);
  g_test_add_func ("/evening/phases", test_phases);

  return g_test_run ();
}
