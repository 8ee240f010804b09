/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-trace.h"

#include <glib.h>

#include "heads.h"

/* Four remarks, a cluster of two, two themes, two priorities with three measures, three sections:
 *   1 green, in the cluster; 2 in the cluster, traffic; 3 traffic, by itself; 4 nowhere
 *   priority a comes from the cluster, b from remark 3
 *   section one links to a; two mentions remark 3 in its text; three links to a deleted one */
static WijkState *
make_plan (void)
{
  WijkState *state = wijk_state_new ();
  g_autofree char *green = g_strconcat ("themes/", id_of ("theme", "green"), NULL);
  g_autofree char *cars = g_strconcat ("themes/", id_of ("theme", "cars"), NULL);
  g_autofree char *mention =
      g_strconcat ("Zie [R-3](wijk:remark/", id_of ("remark", "3"), ").", NULL);
  g_autofree char *from_c = g_strconcat ("origin/", id_of ("cluster", "c"), NULL);
  g_autofree char *from_3 = g_strconcat ("origin/", id_of ("remark", "3"), NULL);
  g_autofree char *to_a = g_strconcat ("links/", id_of ("priority", "a"), NULL);
  g_autofree char *to_gone = g_strconcat ("links/", id_of ("priority", "0"), NULL);

  put (state, id_of ("theme", "green"), 1, "name", "Groen", "place", "/a", NULL);
  put (state, id_of ("theme", "cars"), 1, "name", "Verkeer", "place", "/b", NULL);
  put (state, id_of ("cluster", "c"), 1, "title", "Bomen", "place", "/a", NULL);
  put (state,
       id_of ("remark", "1"),
       1,
       "number",
       "1",
       "text",
       "Bomen",
       "cluster",
       id_of ("cluster", "c"),
       green,
       "1",
       NULL);
  put (state,
       id_of ("remark", "2"),
       1,
       "number",
       "2",
       "text",
       "Boom",
       "cluster",
       id_of ("cluster", "c"),
       cars,
       "1",
       NULL);
  put (state, id_of ("remark", "3"), 1, "number", "3", "text", "Drempel", cars, "1", NULL);
  put (state, id_of ("remark", "4"), 1, "number", "4", "text", "Niets", NULL);
  put (state, id_of ("priority", "a"), 1, "title", "Groen", "place", "/a", from_c, "1", NULL);
  put (state, id_of ("priority", "b"), 1, "title", "Veilig", "place", "/b", from_3, "1", NULL);
  put (state, id_of ("priority", "0"), 1, "title", "Weg", "place", "/c", NULL);
  put (state, id_of ("priority", "0"), 2, "deleted", stamp_of (1, 1), NULL);
  put (state,
       id_of ("measure", "a1"),
       1,
       "title",
       "Planten",
       "priority",
       id_of ("priority", "a"),
       "place",
       "/a",
       NULL);
  put (state,
       id_of ("measure", "a2"),
       1,
       "title",
       "Water",
       "priority",
       id_of ("priority", "a"),
       "place",
       "/b",
       NULL);
  put (state,
       id_of ("measure", "b1"),
       1,
       "title",
       "Drempel",
       "priority",
       id_of ("priority", "b"),
       "place",
       "/c",
       NULL);
  put (state, id_of ("section", "1"), 1, "title", "Een", "place", "/a", to_a, "1", NULL);
  put (state, id_of ("section", "2"), 1, "title", "Twee", "place", "/b", "text", mention, NULL);
  put (state, id_of ("section", "3"), 1, "title", "Drie", "place", "/c", to_gone, "1", NULL);

  return state;
}

/* "remark-1 remark-2 | cluster-c | ..." with the names as given to id_of(). */
static char *
describe (WijkTrace *trace)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < WIJK_TRACE_VERSIONS; i++)
    {
      if (i > 0)
        g_string_append (text, "| ");
      for (guint j = 0; j < trace->stages[i]->len; j++)
        {
          const char *name = strchr (wijk_record_get_id (trace->stages[i]->pdata[j]), '-') + 1;
          gsize length = strlen (name);

          while (length > 1 && name[length - 1] == '0')
            length--;
          g_string_append_len (text, name, (gssize) length);
          g_string_append_c (text, ' ');
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_stages (void)
{
  static const struct
  {
    const char *kind;
    const char *name;
    const char *stages;
  } cases[] = {
    { "remark", "1", "1 | c | green | a | a1 a2 | 1 " },
    { "remark", "3", "3 | | cars | b | b1 | 2 " },
    { "remark", "4", "4 | | | | | " },
    { "cluster", "c", "1 2 | c | green cars | a | a1 a2 | 1 " },
    { "theme", "cars", "2 3 | c | cars | a b | a1 a2 b1 | 1 2 " },
    { "priority", "a", "1 2 | c | green cars | a | a1 a2 | 1 " },
    { "priority", "b", "3 | | cars | b | b1 | " },
    { "priority", "0", "| | | | | " },
    { "measure", "a2", "1 2 | c | green cars | a | a2 | 1 " },
    { "section", "1", "1 2 | c | green cars | a | a1 a2 | 1 " },
    { "section", "2", "3 | | cars | | | 2 " },
    { "section", "3", "| | | | | 3 " },
  };
  g_autoptr (WijkState) state = make_plan ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkRecord *record = wijk_state_lookup (state, id_of (cases[i].kind, cases[i].name));
      g_autoptr (WijkTrace) trace = wijk_trace_new (state, record);
      g_autofree char *stages = describe (trace);

      g_test_message ("%s %s", cases[i].kind, cases[i].name);
      g_assert_cmpstr (stages, ==, cases[i].stages);
    }
}

/* Two actions at most: whatever hangs together is in each other's trace, but that a chapter which
 * tells of a remark does not thereby tell of what came of it. */
static void
test_both_ways (void)
{
  g_autoptr (WijkState) state = make_plan ();
  static const char *const ids[][2] = {
    { "remark", "1" },   { "remark", "2" },   { "remark", "3" },   { "cluster", "c" },
    { "priority", "a" }, { "priority", "b" }, { "measure", "a1" }, { "measure", "b1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ids); j++)
      {
        WijkRecord *one = wijk_state_lookup (state, id_of (ids[i][0], ids[i][1]));
        WijkRecord *other = wijk_state_lookup (state, id_of (ids[j][0], ids[j][1]));
        g_autoptr (WijkTrace) there = wijk_trace_new (state, one);
        g_autoptr (WijkTrace) back = wijk_trace_new (state, other);
        int stage = wijk_trace_stage_of (wijk_record_get_kind (other));
        int own = wijk_trace_stage_of (wijk_record_get_kind (one));

        if (stage != own)
          g_assert_cmpint (g_ptr_array_find (there->stages[stage], other, NULL),
                           ==,
                           g_ptr_array_find (back->stages[own], one, NULL));
      }
}

static void
test_kinds (void)
{
  g_assert_cmpint (wijk_trace_stage_of (WIJK_KIND_REMARK), ==, WIJK_TRACE_REMARKS);
  g_assert_cmpint (wijk_trace_stage_of (WIJK_KIND_VERSION), ==, WIJK_TRACE_VERSIONS);
  g_assert_cmpint (wijk_trace_stage_of (WIJK_KIND_AMOUNT), ==, -1);
  g_assert_cmpint (wijk_trace_stage_of (WIJK_KIND_OTHER), ==, -1);
}

static void
test_linked (void)
{
  g_autoptr (WijkState) state = make_plan ();
  g_autoptr (GPtrArray) one =
      wijk_section_dup_linked (state, wijk_state_lookup (state, id_of ("section", "1")));
  g_autoptr (GPtrArray) two =
      wijk_section_dup_linked (state, wijk_state_lookup (state, id_of ("section", "2")));
  g_autoptr (GPtrArray) three =
      wijk_section_dup_linked (state, wijk_state_lookup (state, id_of ("section", "3")));

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (two->len, ==, 1);
  g_assert_cmpuint (three->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/trace/stages", test_stages);
  g_test_add_func ("/model/trace/both-ways", test_both_ways);
  g_test_add_func ("/model/trace/kinds", test_kinds);
  g_test_add_func ("/model/trace/linked", test_linked);

  return g_test_run ();
}
