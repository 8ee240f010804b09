/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-rules.h"

#include <glib.h>

#include "heads.h"

#define NO_ERROR (-1)

static void
test_period (void)
{
  static const struct
  {
    WijkPlanKind kind;
    gint64 first, last;
    gboolean ok;
  } cases[] = {
    { WIJK_PLAN_WIJKPLAN, 2027, 2031, TRUE },       { WIJK_PLAN_WIJKPLAN, 2027, 2029, TRUE },
    { WIJK_PLAN_WIJKPLAN, 2027, 2028, FALSE },      { WIJK_PLAN_WIJKPLAN, 2027, 2032, FALSE },
    { WIJK_PLAN_WIJKPLAN, 2027, 2026, FALSE },      { WIJK_PLAN_WIJKVISIE, 2027, 2041, TRUE },
    { WIJK_PLAN_WIJKVISIE, 2027, 2040, FALSE },     { WIJK_PLAN_WIJKVISIE, 2027, 2042, FALSE },
    { WIJK_PLAN_WIJKPLAN, WIJK_UNSET, 2031, TRUE }, { WIJK_PLAN_WIJKPLAN, 2027, WIJK_UNSET, TRUE },
    { WIJK_PLAN_WIJKPLAN, 2027, 20311, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean ok = wijk_rules_check_period (cases[i].kind, cases[i].first, cases[i].last, &error);

      g_assert_cmpint (ok, ==, cases[i].ok);
      if (!ok)
        g_assert_error (error, WIJK_RULE_ERROR, WIJK_RULE_ERROR_PERIOD);
    }
}

static void
test_horizon (void)
{
  static const struct
  {
    WijkPlanKind kind;
    gint64 first, last;
    WijkHorizon horizon;
  } cases[] = {
    { WIJK_PLAN_WIJKPLAN, 2027, 2027, WIJK_HORIZON_SHORT },
    { WIJK_PLAN_WIJKPLAN, 2027, 2028, WIJK_HORIZON_MIDDLE },
    { WIJK_PLAN_WIJKPLAN, 2027, 2029, WIJK_HORIZON_MIDDLE },
    { WIJK_PLAN_WIJKPLAN, 2027, 2030, WIJK_HORIZON_LONG },
    { WIJK_PLAN_WIJKVISIE, 2027, 2031, WIJK_HORIZON_SHORT },
    { WIJK_PLAN_WIJKVISIE, 2027, 2032, WIJK_HORIZON_MIDDLE },
    { WIJK_PLAN_WIJKVISIE, 2027, 2036, WIJK_HORIZON_MIDDLE },
    { WIJK_PLAN_WIJKVISIE, 2027, 2037, WIJK_HORIZON_LONG },
    { WIJK_PLAN_WIJKPLAN, WIJK_UNSET, 2030, WIJK_HORIZON_NONE },
    { WIJK_PLAN_WIJKPLAN, 2027, WIJK_UNSET, WIJK_HORIZON_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
        wijk_horizon_of (cases[i].kind, cases[i].first, cases[i].last), ==, cases[i].horizon);
}

/* A plan of 2027-2031 with one of most things. */
static WijkState *
make_state (void)
{
  WijkState *state = wijk_state_new ();
  g_autofree char *below = g_strconcat (id_of ("section", "a"), "/01", NULL);

  put (state,
       id_of ("plan", "a"),
       1,
       "kind",
       "wijkplan",
       "title",
       "T",
       "first-year",
       "2027",
       "last-year",
       "2031",
       NULL);
  put (state, id_of ("section", "a"), 1, "place", "/01", "title", "A", NULL);
  put (state, id_of ("section", "b"), 1, "place", "/02", "title", "B", "text", "x", NULL);
  put (state, id_of ("section", "c"), 1, "place", below, "title", "C", "text", "x", NULL);
  put (state, id_of ("theme", "a"), 1, "place", "/01", "name", "Groen", NULL);
  put (state, id_of ("session", "a"), 1, "title", "Avond", NULL);
  put (state, id_of ("session", "g"), 1, "title", "Weg", "deleted", stamp_of (1, 1), NULL);
  put (state, id_of ("cluster", "a"), 1, "title", "Groen", NULL);
  put (state, id_of ("remark", "a"), 1, "text", "Groen!", NULL);
  put (state, id_of ("remark", "b"), 1, "text", "Bomen!", "part-of", id_of ("remark", "a"), NULL);
  put (state,
       id_of ("priority", "a"),
       1,
       "title",
       "P",
       "first-year",
       "2028",
       "last-year",
       "2030",
       "no-origin",
       "1",
       NULL);
  put (
      state, id_of ("measure", "a"), 1, "title", "M", "start", "2028-03", "ready", "2028-06", NULL);

  return state;
}

static void
test_edits (void)
{
  static const struct
  {
    const char *kind, *name;
    const char *field; /* with a member: `key/kind:name` */
    const char *value; /* or `kind:name` for an id, `kind:name/key` for a place */
    int code;
  } cases[] = {
    { "plan", "a", "first-year", "2029", NO_ERROR },
    { "plan", "a", "first-year", "2030", WIJK_RULE_ERROR_PERIOD },
    { "plan", "a", "first-year", "2032", WIJK_RULE_ERROR_PERIOD },
    { "plan", "a", "last-year", "2040", WIJK_RULE_ERROR_PERIOD },
    { "plan", "a", "last-year", "", NO_ERROR },
    { "plan", "a", "title", "U", NO_ERROR },
    { "priority", "a", "first-year", "2031", WIJK_RULE_ERROR_PERIOD },
    { "priority", "a", "first-year", "2026", WIJK_RULE_ERROR_PERIOD },
    { "priority", "a", "last-year", "2032", WIJK_RULE_ERROR_PERIOD },
    { "priority", "a", "last-year", "2031", NO_ERROR },
    { "priority", "a", "origin/remark:a", "1", NO_ERROR },
    { "priority", "a", "origin/section:a", "1", WIJK_RULE_ERROR_LINK },
    { "priority", "a", "origin/remark:u", "1", WIJK_RULE_ERROR_LINK },
    { "priority", "a", "origin/remark:u", "", NO_ERROR },
    { "measure", "a", "start", "2028-07", WIJK_RULE_ERROR_PERIOD },
    { "measure", "a", "start", "2028-06", NO_ERROR },
    { "measure", "a", "ready", "2027-01", WIJK_RULE_ERROR_PERIOD },
    { "measure", "a", "ready", "", NO_ERROR },
    { "measure", "a", "priority", "priority:a", NO_ERROR },
    { "measure", "a", "priority", "section:a", WIJK_RULE_ERROR_LINK },
    { "remark", "a", "session", "session:a", NO_ERROR },
    { "remark", "a", "session", "session:g", WIJK_RULE_ERROR_LINK },
    { "remark", "a", "session", "session:u", WIJK_RULE_ERROR_LINK },
    { "remark", "a", "session", "", NO_ERROR },
    { "remark", "a", "cluster", "cluster:a", NO_ERROR },
    { "remark", "a", "cluster", "theme:a", WIJK_RULE_ERROR_LINK },
    { "remark", "a", "themes/theme:a", "1", NO_ERROR },
    { "remark", "a", "themes/cluster:a", "1", WIJK_RULE_ERROR_LINK },
    { "remark", "a", "part-of", "remark:a", WIJK_RULE_ERROR_LINK },
    { "remark", "a", "part-of", "remark:b", WIJK_RULE_ERROR_LINK },
    { "section", "b", "place", "section:a/02", NO_ERROR },
    { "section", "b", "place", "/00", NO_ERROR },
    { "section", "b", "place", "section:b/01", WIJK_RULE_ERROR_PLACE },
    { "section", "b", "place", "section:c/01", WIJK_RULE_ERROR_PLACE }, /* three deep */
    { "section", "a", "place", "section:b/01", WIJK_RULE_ERROR_PLACE }, /* takes c with it */
    { "section", "a", "place", "section:c/01", WIJK_RULE_ERROR_PLACE }, /* a ring */
    { "section", "b", "place", "theme:a/01", WIJK_RULE_ERROR_PLACE },
    { "section", "b", "place", "section:u/01", NO_ERROR }, /* made in the same step */
    { "section", "b", "zz", "kept", NO_ERROR },
  };
  WijkState *state = make_state ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkRecord *record = wijk_state_lookup (state, id_of (cases[i].kind, cases[i].name));
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) field = g_string_new (cases[i].field);
      g_autoptr (GString) value = g_string_new (cases[i].value);
      gboolean ok;

      g_test_message ("%s %s = %s", cases[i].kind, cases[i].field, cases[i].value);
      for (guint j = 0; j < 2; j++)
        {
          GString *text = j == 0 ? field : value;
          char *colon = strchr (text->str, ':');

          if (colon != NULL)
            {
              g_auto (GStrv) parts = g_strsplit_set (text->str, ":/", -1);
              guint at = j == 0 ? 1 : 0;
              char name[2] = { parts[at + 1][0], '\0' };
              const char *id = id_of (parts[at], name);

              if (j == 0)
                g_string_printf (text, "%s/%s", parts[0], id);
              else if (parts[2] != NULL)
                g_string_printf (text, "%s/%s", id, parts[2]);
              else
                g_string_assign (text, id);
            }
        }
      ok = wijk_rules_check_edit (state, record, field->str, value->str, &error);
      if (cases[i].code == NO_ERROR)
        {
          g_assert_no_error (error);
          g_assert_true (ok);
        }
      else
        {
          g_assert_false (ok);
          g_assert_error (error, WIJK_RULE_ERROR, cases[i].code);
        }
    }
  g_assert_finalize_object (state);
}

/* How often each code is found, as `code level count`. */
static void
assert_findings (WijkState *state, const char *expected)
{
  g_autoptr (GPtrArray) findings = wijk_rules_check_plan (state);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      WijkFinding *finding = findings->pdata[i];

      g_assert_true (g_utf8_validate (finding->message, -1, NULL));
      g_assert_nonnull (wijk_state_lookup (state, finding->record));
      g_string_append_printf (text, "%s%s:%d", i > 0 ? " " : "", finding->code, finding->level);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_plan (void)
{
  WijkState *state = wijk_state_new ();

  assert_findings (state, "");
  g_object_unref (state);

  state = make_state ();
  assert_findings (state, "unanswered:1");
  put (state,
       id_of ("plan", "a"),
       2,
       "kind",
       "wijkplan",
       "first-year",
       "2027",
       "last-year",
       "2040",
       NULL);
  assert_findings (state, "period:0 unanswered:1");
  put (state,
       id_of ("plan", "a"),
       2,
       "kind",
       "wijkplan",
       "first-year",
       "2027",
       "last-year",
       "2031",
       NULL);
  put (state,
       id_of ("priority", "a"),
       2,
       "title",
       "P",
       "first-year",
       "2030",
       "last-year",
       "2028",
       NULL);
  assert_findings (state, "period:0 no-origin:1 unanswered:1");
  put (state, id_of ("priority", "a"), 3, "title", "P", "no-origin", "1", NULL);
  put (state, id_of ("measure", "a"), 2, "start", "2028-03", "ready", "2028-01", NULL);
  assert_findings (state, "period:0 unanswered:1");
  put (state, id_of ("measure", "a"), 3, "title", "M", NULL);
  put (state, id_of ("section", "b"), 2, "place", "/02", "title", "B", NULL);
  assert_findings (state, "empty-section:1 unanswered:1");
  {
    g_autofree char *ring = g_strconcat (id_of ("section", "b"), "/01", NULL);

    put (state, id_of ("section", "b"), 3, "place", ring, "text", "x", NULL);
  }
  assert_findings (state, "place:1 unanswered:1");
  put (state, id_of ("section", "b"), 4, "place", "/02", "text", "x", NULL);
  {
    const char *id = id_of ("session", "a");
    WijkHead heads[] = { { id, "deleted", stamp_of (4, 1), stamp_of (9, 9) },
                         { id, "title", stamp_of (2, 1), "Avond" },
                         { id, "title", stamp_of (3, 2), "Middag" } };

    wijk_state_take (state, id, heads, G_N_ELEMENTS (heads));
  }
  assert_findings (state, "conflict:1 disputed:1 unanswered:1");
  for (guint i = 0; i < 6; i++)
    {
      char name[2] = { (char) ('b' + i), '\0' };

      put (state, id_of ("priority", name), 1, "title", "P", "no-origin", "1", NULL);
    }
  assert_findings (state, "many-priorities:2 conflict:1 disputed:1 unanswered:1");
  g_assert_finalize_object (state);
  wijk_finding_free (NULL);
}

static void
assert_tally (
    WijkState *state, guint n_remarks, guint n_answered, guint n_withdrawn, guint n_people)
{
  WijkTally tally = wijk_state_tally (state);

  g_assert_cmpuint (tally.n_remarks, ==, n_remarks);
  g_assert_cmpuint (tally.n_answered, ==, n_answered);
  g_assert_cmpuint (tally.n_withdrawn, ==, n_withdrawn);
  g_assert_cmpuint (tally.n_people, ==, n_people);
}

#define ANSWER "outcome", "overgenomen", "reason", "Goed idee."

static void
test_tally (void)
{
  WijkState *state = wijk_state_new ();
  const char *a = id_of ("remark", "a"), *b = id_of ("remark", "b"), *c = id_of ("remark", "c");
  const char *d = id_of ("remark", "d"), *k = id_of ("cluster", "k");

  assert_tally (state, 0, 0, 0, 0);
  put (state, a, 1, "text", "a", NULL);
  put (state, b, 1, "text", "b", "count", "12", NULL);
  assert_tally (state, 2, 0, 0, 13);
  put (state, a, 2, "text", "a", "outcome", "overgenomen", NULL);
  assert_tally (state, 2, 0, 0, 13); /* an outcome needs its reason */
  put (state, a, 3, "text", "a", "reason", "Goed.", NULL);
  assert_tally (state, 2, 0, 0, 13);
  put (state, a, 4, "text", "a", ANSWER, NULL);
  assert_tally (state, 2, 1, 0, 13);

  /* by its cluster, as long as that stands */
  put (state, b, 2, "text", "b", "cluster", k, NULL);
  assert_tally (state, 2, 1, 0, 2);
  put (state, k, 1, "title", "K", ANSWER, NULL);
  assert_tally (state, 2, 2, 0, 2);
  put (state, k, 1, "title", "K", ANSWER, "deleted", stamp_of (1, 1), NULL);
  assert_tally (state, 2, 1, 0, 2);

  /* split: the parts roll up; answered when all of them are */
  put (state, c, 1, "text", "c", "part-of", b, NULL);
  put (state, d, 1, "text", "d", "part-of", b, NULL);
  assert_tally (state, 2, 1, 0, 2);
  put (state, c, 2, "text", "c", "part-of", b, ANSWER, NULL);
  assert_tally (state, 2, 1, 0, 2);
  put (state, d, 2, "text", "d", "part-of", b, ANSWER, NULL);
  assert_tally (state, 2, 2, 0, 2);
  put (state, d, 3, "text", "d", "part-of", c, ANSWER, NULL); /* a part of a part */
  put (state, c, 3, "text", "c", "part-of", b, NULL);
  assert_tally (state, 2, 2, 0, 2);
  put (state, d, 4, "text", "d", "part-of", c, NULL);
  assert_tally (state, 2, 1, 0, 2);

  /* withdrawn */
  put (state, a, 5, "text", "a", "withdrawn", "dubbel", ANSWER, NULL);
  assert_tally (state, 1, 0, 1, 1);

  /* the whole is gone, or two are part of each other: nobody is forgotten */
  put (state, b, 1, "text", "b", "deleted", stamp_of (1, 1), NULL);
  assert_tally (state, 1, 0, 1, 1);
  put (state, c, 4, "text", "c", "part-of", d, NULL);
  assert_tally (state, 2, 0, 1, 2);
  put (state, c, 5, "text", "c", "part-of", c, NULL);
  g_assert_cmpuint (wijk_state_tally (state).n_remarks, >=, 1);
  g_assert_finalize_object (state);
}

static void
test_origin (void)
{
  WijkState *state = wijk_state_new ();
  const char *remark = id_of ("remark", "a");
  g_autofree char *link = g_strconcat ("origin/", remark, NULL);
  WijkPriority *priority = put (state, id_of ("priority", "a"), 1, link, "1", NULL);

  g_assert_false (wijk_priority_has_origin (priority, state));
  put (state, remark, 1, "text", "a", NULL);
  g_assert_true (wijk_priority_has_origin (priority, state));
  put (state, remark, 1, "text", "a", "deleted", stamp_of (1, 1), NULL);
  g_assert_false (wijk_priority_has_origin (priority, state));
  put (state, id_of ("priority", "a"), 1, "no-origin", "1", NULL);
  g_assert_true (wijk_priority_has_origin (priority, state));
  g_assert_finalize_object (state);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/period", test_period);
  g_test_add_func ("/rules/horizon", test_horizon);
  g_test_add_func ("/rules/edits", test_edits);
  g_test_add_func ("/rules/plan", test_plan);
  g_test_add_func ("/rules/tally", test_tally);
  g_test_add_func ("/rules/origin", test_origin);

  return g_test_run ();
}
