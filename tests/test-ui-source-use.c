/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-source-use.h"

#include "heads.h"

#define SOURCE id_of ("source", "used")
#define OTHER id_of ("source", "silent")
#define QUOTE id_of ("quote", "first")
#define LATER id_of ("quote", "later")
#define LINKING id_of ("section", "linking")
#define MENTIONING id_of ("section", "mentioning")
#define SILENT id_of ("section", "silent")
#define RESTING id_of ("priority", "resting")

static WijkState *
new_plan (void)
{
  WijkState *state = wijk_state_new ();
  g_autofree char *link = g_strconcat ("links/", SOURCE, NULL);
  g_autofree char *origin = g_strconcat ("origin/", LATER, NULL);
  g_autofree char *text = g_strconcat ("Zie [hier](wijk:quote/", QUOTE, ").", NULL);

  put (state, SOURCE, 1, "title", "Wijk in cijfers", NULL);
  put (state, OTHER, 1, "title", "Verslag", NULL);
  put (state, LATER, 1, "source", SOURCE, "page-index", "4", "text", "later", NULL);
  put (state, QUOTE, 1, "source", SOURCE, "page-index", "1", "text", "eerder", NULL);
  put (state, LINKING, 1, "title", "Een", "place", "/a", link, "1", NULL);
  put (state, MENTIONING, 1, "title", "Twee", "place", "/b", "text", text, NULL);
  put (state, SILENT, 1, "title", "Drie", "place", "/c", "text", "Niets.", NULL);
  put (state, RESTING, 1, "title", "Veilig", "place", "/a", origin, "1", NULL);

  return state;
}

static void
test_quotes (void)
{
  g_autoptr (WijkState) state = new_plan ();
  g_autoptr (GPtrArray) quotes =
      wijk_source_dup_quotes (state, WIJK_SOURCE (wijk_state_lookup (state, SOURCE)));
  g_autoptr (GPtrArray) none =
      wijk_source_dup_quotes (state, WIJK_SOURCE (wijk_state_lookup (state, OTHER)));

  g_assert_cmpuint (quotes->len, ==, 2);
  g_assert_cmpstr (wijk_record_get_id (g_ptr_array_index (quotes, 0)), ==, QUOTE);
  g_assert_cmpstr (wijk_record_get_id (g_ptr_array_index (quotes, 1)), ==, LATER);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_users (void)
{
  g_autoptr (WijkState) state = new_plan ();
  g_autoptr (GPtrArray) users =
      wijk_source_dup_users (state, WIJK_SOURCE (wijk_state_lookup (state, SOURCE)));
  g_autoptr (GPtrArray) none =
      wijk_source_dup_users (state, WIJK_SOURCE (wijk_state_lookup (state, OTHER)));

  g_assert_cmpuint (users->len, ==, 3);
  g_assert_cmpstr (wijk_record_get_id (g_ptr_array_index (users, 0)), ==, LINKING);
  g_assert_cmpstr (wijk_record_get_id (g_ptr_array_index (users, 1)), ==, MENTIONING);
  g_assert_cmpstr (wijk_record_get_id (g_ptr_array_index (users, 2)), ==, RESTING);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-use/quotes", test_quotes);
  g_test_add_func ("/source-use/users", test_users);

  return g_test_run ();
}
