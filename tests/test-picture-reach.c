/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reach-picture.h"

#include "heads.h"

static const WijkReachWords words = {
  .title = "Wie",
  .label_head = "Buurt",
  .value_head = "Mensen",
  .few = "minder dan 5",
  .withheld = "niet getoond",
  .share = "{n} ({share} %)",
  .population = "{n} ({share} %; er woont {population} %)",
};

static void
add_remarks (WijkState *state, const char *area, guint n)
{
  static guint number;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%05u", ++number);

      put (state, id_of ("remark", name), 1, "text", "Iets", "area-code", area, NULL);
    }
}

static void
add_people (WijkState *state, const char *code, const char *n)
{
  g_autofree char *id = wijk_id_derive ("population", code);

  put (state, id, 1, "area-code", code, "count", n, NULL);
}

static WijkState *
make_state (gboolean with_population)
{
  WijkState *state = wijk_state_new ();

  put (state,
       id_of ("plan", "p"),
       1,
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
       NULL);
  add_remarks (state, "BU05460800", 60);
  add_remarks (state, "BU05460801", 3);
  add_remarks (state, "BU05460802", 2);
  add_remarks (state, "BU05460803", 35);
  if (!with_population)
    return state;
  add_people (state, "BU05460800", "2000");
  add_people (state, "BU05460801", "1000");
  add_people (state, "BU05460802", "1000");
  add_people (state, "BU05460803", "7000");

  return state;
}

static const char *const labels[] = { "A", "B", "C", "D", NULL };

static void
test_values (void)
{
  static const char *const expected[2][4] = {
    { "60 (60 %)", "minder dan 5", "minder dan 5", "35 (35 %)" },
    { "60 (60 %; er woont 18 %)", "minder dan 5", "minder dan 5", "35 (35 %; er woont 64 %)" },
  };
  static const guint states[2][4] = { { 1, 0, 0, 1 }, { 3, 0, 0, 1 } };

  for (guint with = 0; with < 2; with++)
    {
      g_autoptr (WijkState) state = make_state (with);
      g_autoptr (WijkReach) reach = wijk_reach_new (state, WIJK_REACH_BY_AREA);
      g_autoptr (WijkBars) bars = wijk_reach_to_bars (reach, labels, &words);
      g_autoptr (WijkMap) map = wijk_reach_to_map (reach, labels, &words);
      g_autoptr (GPtrArray) table = wijk_bars_to_table (bars);

      g_assert_cmpuint (table->len, ==, 5);
      g_assert_cmpuint (wijk_map_get_n_areas (map), ==, 4);
      for (guint i = 0; i < 4; i++)
        {
          const char *const *row = table->pdata[i + 1];

          g_assert_cmpstr (row[0], ==, labels[i]);
          g_assert_cmpstr (row[1], ==, expected[with][i]);
          g_assert_cmpuint (wijk_map_get_state (map, i), ==, states[with][i]);
          g_assert_cmpstr (wijk_map_get_state_label (map, i), ==, expected[with][i]);
        }
    }
}

static void
test_table (void)
{
  static const char *const heads[] = { "Buurt", "Reacties", "Mensen", "Deel", "Woont", NULL };
  g_autoptr (WijkState) state = make_state (TRUE);
  g_autoptr (WijkReach) reach = wijk_reach_new (state, WIJK_REACH_BY_AREA);
  g_autoptr (GPtrArray) table = wijk_reach_to_table (reach, labels, heads, &words);
  const char *const *second = table->pdata[2];
  const char *const *last = table->pdata[4];

  g_assert_cmpuint (table->len, ==, 5);
  g_assert_cmpstr (second[1], ==, "minder dan 5");
  g_assert_cmpstr (second[3], ==, "");
  g_assert_cmpstr (second[4], ==, "9 %");
  g_assert_cmpstr (last[2], ==, "35");
  g_assert_cmpstr (last[3], ==, "35 %");
}

/* A plan without neighbourhoods has no map. */
static void
test_no_map (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkReach) reach = NULL;

  put (state, id_of ("plan", "p"), 1, "kind", "wijkvisie", NULL);
  add_remarks (state, "BU05460800", 6);
  reach = wijk_reach_new (state, WIJK_REACH_BY_AREA);
  g_assert_cmpuint (reach->rows->len, ==, 1);
  g_assert_null (wijk_reach_to_map (reach, labels, &words));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reach-picture/values", test_values);
  g_test_add_func ("/reach-picture/table", test_table);
  g_test_add_func ("/reach-picture/no-map", test_no_map);

  return g_test_run ();
}
