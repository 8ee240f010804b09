/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who was heard: nothing that is about a small group can be worked out from what is shown. */

#include "config.h"

#include "wijk-reach.h"

#include "heads.h"

#define PLAN id_of ("plan", "p")

/* ---- hiding ---- */

static void
test_hide (void)
{
  static const struct
  {
    guint counts[6];
    guint n;
    const char *shown; /* a number, < few, x withheld; then the total */
  } cases[] = {
    { { 10, 20, 30 }, 3, "999+" },
    { { 0, 20, 5 }, 3, "999+" },
    { { 3, 20, 30 }, 3, "<x9+" }, /* alone it would be the rest */
    { { 3, 2, 30 }, 3, "<<9+" },  /* two of them hide each other */
    { { 1, 1, 30 }, 3, "<<x+" },  /* 2 is only 1 and 1 */
    { { 4, 4, 30 }, 3, "<<x+" },  /* 8 is only 4 and 4 */
    { { 1, 5, 30 }, 3, "<xx+" },  /* 6 is only 1 and 5 */
    { { 3, 0, 0 }, 3, "<99-" },   /* nothing to hide it behind */
    { { 3 }, 1, "<-" },
    { { 0, 0 }, 2, "99+" },
    { { 4, 5 }, 2, "<x+" },
    { { 1, 5 }, 2, "<x-" },
    { { 0 }, 0, "+" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkReachShown shown[6];
      gboolean total = wijk_reach_hide (cases[i].counts, cases[i].n, shown);
      g_autoptr (GString) found = g_string_new (NULL);

      for (guint j = 0; j < cases[i].n; j++)
        g_string_append_c (found, "9<x"[shown[j]]);
      g_string_append_c (found, total ? '+' : '-');
      g_assert_cmpstr (found->str, ==, cases[i].shown);
    }
}

#define MAX_ROWS 5
#define MAX_COUNT 14

/* All that a reader sees, who tries every possibility. */
typedef struct
{
  const guint *counts;
  const WijkReachShown *shown;
  guint n;
  guint total; /* G_MAXUINT: not shown */
  gboolean seen[MAX_ROWS][64];
} Attack;

static void
try_row (Attack *a, guint row, guint *guess, guint sum)
{
  guint low = 0, high = 0;

  if (a->total != G_MAXUINT && sum > a->total)
    return;
  if (row == a->n)
    {
      if (a->total == G_MAXUINT || sum == a->total)
        for (guint i = 0; i < a->n; i++)
          a->seen[i][guess[i]] = TRUE;
      return;
    }
  switch (a->shown[row])
    {
    case WIJK_REACH_FEW:
      low = 1;
      high = WIJK_REACH_SMALL - 1;
      break;
    case WIJK_REACH_WITHHELD:
      low = WIJK_REACH_SMALL;
      high = 60;
      break;
    case WIJK_REACH_NUMBER:
    default:
      low = high = a->counts[row];
      break;
    }
  for (guint i = low; i <= high; i++)
    {
      guess[row] = i;
      try_row (a, row + 1, guess, sum + i);
    }
}

static void
assert_safe (const guint *counts, guint n)
{
  WijkReachShown shown[MAX_ROWS];
  guint guess[MAX_ROWS];
  Attack a = { .counts = counts, .shown = shown, .n = n };
  guint sum = 0;

  for (guint i = 0; i < n; i++)
    sum += counts[i];
  a.total = wijk_reach_hide (counts, n, shown) ? sum : G_MAXUINT;
  if (a.total == G_MAXUINT && n > 3)
    return; /* nothing ties one count to another */
  try_row (&a, 0, guess, 0);
  for (guint i = 0; i < n; i++)
    {
      guint n_possible = 0;

      for (guint j = 0; j < G_N_ELEMENTS (a.seen[i]); j++)
        n_possible += a.seen[i][j];
      if (counts[i] > 0 && counts[i] < WIJK_REACH_SMALL)
        {
          g_assert_cmpint (shown[i], ==, WIJK_REACH_FEW);
          g_assert_cmpuint (n_possible, >, 1);
        }
      else if (shown[i] == WIJK_REACH_WITHHELD)
        g_assert_cmpuint (n_possible, >, 1);
    }
}

/* Every table of up to three rows, and many of more. */
static void
test_nobody_finds_out (void)
{
  guint counts[MAX_ROWS];

  for (counts[0] = 0; counts[0] < MAX_COUNT; counts[0]++)
    for (counts[1] = 0; counts[1] < MAX_COUNT; counts[1]++)
      for (counts[2] = 0; counts[2] < MAX_COUNT; counts[2]++)
        for (guint n = 1; n <= 3; n++)
          assert_safe (counts, n);
  for (guint i = 0; i < 2000; i++)
    {
      for (guint j = 0; j < MAX_ROWS; j++)
        counts[j] = (guint) g_test_rand_int_range (0, MAX_COUNT);
      assert_safe (counts, 4 + i % 2);
    }
}

/* ---- counting ---- */

static void
add_remarks (WijkState *state, const char *area, const char *channel, guint n, const char *count)
{
  static guint number;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u", ++number);

      put (state,
           id_of ("remark", name),
           1,
           "text",
           "Iets",
           "area-code",
           area,
           "channel",
           channel,
           "count",
           count,
           "role",
           "bewoner",
           NULL);
    }
}

static void
add_people (WijkState *state, const char *code, const char *label, const char *n, const char *date)
{
  g_autofree char *seed = g_strconcat (code, label, date, NULL);
  g_autofree char *id = wijk_id_derive ("population", seed);

  put (state, id, 1, "area-code", code, "label", label, "count", n, "date", date, NULL);
}

static const WijkReachRow *
row_of (const WijkReach *reach, const char *key)
{
  for (guint i = 0; i < reach->rows->len; i++)
    if (g_str_equal (((WijkReachRow *) reach->rows->pdata[i])->key, key))
      return reach->rows->pdata[i];

  g_error ("there is no row %s", key);
}

/* Merenwijk: BU05460800 and on. */
static WijkState *
make_state (void)
{
  WijkState *state = wijk_state_new ();

  put (state, PLAN, 1, "kind", "wijkplan", "area-codes/WK054608", "1", NULL);
  add_remarks (state, "BU05460800", "online", 30, "");
  add_remarks (state, "BU05460801", "papier", 3, "2");
  add_remarks (state, "BU05460802", "papier", 2, "");
  add_remarks (state, "BU05460000", "papier", 6, ""); /* elsewhere */
  add_remarks (state, "WK054608", "", 7, "");         /* which part is not said */
  put (state, id_of ("remark", "gone"), 1, "text", "x", "withdrawn", "proef", NULL);

  return state;
}

static void
test_tally (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (WijkReach) reach = wijk_reach_new (state, WIJK_REACH_BY_AREA);
  const WijkReachRow *first = row_of (reach, "BU05460800");
  const WijkReachRow *second = row_of (reach, "BU05460801");
  const WijkReachRow *third = row_of (reach, "BU05460802");
  const WijkReachRow *none = row_of (reach, "BU05460803");

  g_assert_cmpuint (reach->remarks.n, ==, 48);
  g_assert_cmpuint (reach->people.n, ==, 51);
  g_assert_cmpuint (first->remarks.n, ==, 30);
  g_assert_cmpint (second->remarks.shown, ==, WIJK_REACH_FEW);
  g_assert_cmpuint (second->remarks.n, ==, 0); /* it is not even there */
  g_assert_cmpint (third->people.shown, ==, WIJK_REACH_FEW);
  g_assert_cmpint (none->people.shown, ==, WIJK_REACH_NUMBER); /* that nobody came is told */
  g_assert_cmpuint (row_of (reach, WIJK_REACH_UNKNOWN)->remarks.n, ==, 7);
  g_assert_cmpuint (row_of (reach, WIJK_REACH_ELSEWHERE)->remarks.n, ==, 6);
  g_assert_cmpint (wijk_reach_get_population_share (reach, first), ==, -1);
}

static void
test_by (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (WijkReach) channels = wijk_reach_new (state, WIJK_REACH_BY_CHANNEL);
  g_autoptr (WijkReach) roles = wijk_reach_new (state, WIJK_REACH_BY_ROLE);
  g_autoptr (WijkReach) sessions = NULL;

  g_assert_cmpuint (channels->rows->len, ==, 3);
  g_assert_cmpuint (row_of (channels, "online")->people.n, ==, 30);
  g_assert_cmpuint (row_of (channels, "papier")->people.n, ==, 14);
  g_assert_cmpuint (row_of (channels, "")->people.n, ==, 7);
  g_assert_cmpuint (roles->rows->len, ==, 1);
  g_assert_cmpuint (row_of (roles, "bewoner")->remarks.n, ==, 48);

  put (state, id_of ("session", "a"), 1, "title", "A", "date", "2026-05-01", NULL);
  put (state, id_of ("session", "b"), 1, "title", "B", "date", "2026-04-01", NULL);
  put (
      state, id_of ("remark", "00001"), 2, "text", "Iets", "session", id_of ("session", "b"), NULL);
  sessions = wijk_reach_new (state, WIJK_REACH_BY_SESSION);
  g_assert_cmpuint (sessions->rows->len, ==, 3);
  g_assert_cmpstr (((WijkReachRow *) sessions->rows->pdata[0])->key, ==, id_of ("session", "b"));
  g_assert_cmpint (row_of (sessions, id_of ("session", "b"))->people.shown, ==, WIJK_REACH_FEW);
  g_assert_cmpint (row_of (sessions, "")->people.shown, ==, WIJK_REACH_WITHHELD);
}

/* A few from elsewhere do not hide a neighbourhood, nor what part came from where. */
static void
test_few_elsewhere (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkReach) reach = NULL;
  g_autoptr (WijkReach) more = NULL;

  put (state, PLAN, 1, "kind", "wijkplan", "area-codes/BU05460800", "1", NULL);
  add_remarks (state, "BU05460800", "online", 97, "");
  add_remarks (state, "BU05460000", "online", 2, "");
  add_remarks (state, "", "online", 1, "");
  reach = wijk_reach_new (state, WIJK_REACH_BY_AREA);
  g_assert_cmpuint (reach->rows->len, ==, 2);
  g_assert_cmpint (row_of (reach, WIJK_REACH_UNKNOWN)->people.shown, ==, WIJK_REACH_FEW);
  add_remarks (state, "", "online", 7, "");
  more = wijk_reach_new (state, WIJK_REACH_BY_AREA);
  g_assert_cmpuint (row_of (more, WIJK_REACH_UNKNOWN)->people.n, ==, 10);
  g_assert_cmpint (wijk_reach_get_share (more, row_of (more, "BU05460800")), ==, 100);
}

static void
test_population (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkReach) reach = NULL;
  g_autoptr (WijkReach) part = NULL;
  g_autoptr (GArray) findings = NULL;
  g_autoptr (GArray) none = NULL;
  const WijkReachFinding *finding;

  put (state,
       PLAN,
       1,
       "kind",
       "wijkplan",
       "area-codes/BU05460800",
       "1",
       "area-codes/BU05460801",
       "1",
       "area-codes/BU05460802",
       "1",
       NULL);
  add_remarks (state, "BU05460800", "online", 71, "");
  add_remarks (state, "BU05460801", "online", 26, "");
  add_remarks (state, "BU05460802", "online", 3, "");
  add_people (state, "BU05460800", "", "4000", "2025-01-01");
  add_people (state, "BU05460801", "", "9999", "2020-01-01");
  add_people (state, "2025BU05460801", "", "4000", "2024-01-01");
  add_people (state, "BU05460801", "jonger dan 15", "700", "2025-01-01");
  part = wijk_reach_new (state, WIJK_REACH_BY_AREA);
  g_assert_cmpint (part->population, ==, WIJK_UNSET); /* of one area nothing is known */
  none = wijk_reach_find (part);
  g_assert_cmpuint (none->len, ==, 0);

  add_people (state, "BU05460802", "", "2000", "2025-01-01");
  reach = wijk_reach_new (state, WIJK_REACH_BY_AREA);
  g_assert_cmpint (reach->population, ==, 10000);
  g_assert_cmpstr (reach->date, ==, "2024-01-01");
  g_assert_cmpint (wijk_reach_get_share (reach, row_of (reach, "BU05460800")), ==, 71);
  g_assert_cmpint (wijk_reach_get_share (reach, row_of (reach, "BU05460801")), ==, -1);
  g_assert_cmpint (wijk_reach_get_population_share (reach, row_of (reach, "BU05460801")), ==, 40);

  findings = wijk_reach_find (reach);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = &g_array_index (findings, WijkReachFinding, 0);
  g_assert_cmpstr (finding->row->key, ==, "BU05460802");
  g_assert_cmpint (finding->share, ==, -1);
  g_assert_cmpint (finding->population_share, ==, 20);
}

/* What is missing most comes first; what came twice as much is told too. */
static void
test_findings (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkReach) reach = NULL;
  g_autoptr (GArray) findings = NULL;
  const struct
  {
    const char *code;
    guint n;
    const char *people;
    int share, expected; /* place among the findings from 1, 0: none */
  } cases[] = {
    { "BU05460800", 10, "4000", 10, 1 }, { "BU05460801", 0, "1000", 0, 2 },
    { "BU05460802", 20, "2000", 20, 0 }, { "BU05460803", 70, "2900", 70, 3 },
    { "BU05460804", 0, "100", 0, 0 }, /* one in a hundred says nothing */
  };

  put (state, PLAN, 1, "kind", "wijkplan", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      add_remarks (state, cases[i].code, "online", cases[i].n, "");
      add_people (state, cases[i].code, "", cases[i].people, "2025-01-01");
    }
  put (state,
       PLAN,
       2,
       "kind",
       "wijkplan",
       "area-codes/BU05460800",
       "1",
       "area-codes/BU05460801",
       "1",
       "area-codes/BU05460802",
       "1",
       "area-codes/BU05460803",
       "1",
       "area-codes/BU05460804",
       "1",
       NULL);
  reach = wijk_reach_new (state, WIJK_REACH_BY_AREA);
  findings = wijk_reach_find (reach);
  g_assert_cmpuint (findings->len, ==, 3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WijkReachFinding *finding;

      if (cases[i].expected == 0)
        continue;
      finding = &g_array_index (findings, WijkReachFinding, cases[i].expected - 1);
      g_assert_cmpstr (finding->row->key, ==, cases[i].code);
      g_assert_cmpint (finding->share, ==, cases[i].share);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach/hide", test_hide);
  g_test_add_func ("/reach/nobody-finds-out", test_nobody_finds_out);
  g_test_add_func ("/reach/tally", test_tally);
  g_test_add_func ("/reach/by", test_by);
  g_test_add_func ("/reach/few-elsewhere", test_few_elsewhere);
  g_test_add_func ("/reach/population", test_population);
  g_test_add_func ("/reach/findings", test_findings);

  return g_test_run ();
}
