/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-task-population.h"

#include "document-home.h"
#include "heads.h"
#include "wijk-grid.h"
#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-population.h"

#define PLAN id_of ("plan", "peopled")

typedef struct
{
  char *library, *folder;
  WijkContext context;
} Home;

static void
set_up (Home *home, gconstpointer data)
{
  home->library = g_dir_make_tmp ("population-XXXXXX", NULL);
  home->folder = home_make_plan (home->library, PLAN);
  home->context = (WijkContext) {
    .library = home->library, .device = HOME_DEVICE, .author = "Jo", .now = wijk_task_now ()
  };
}

static void
tear_down (Home *home, gconstpointer data)
{
  g_date_time_unref (home->context.now);
  g_free (home->library);
  g_free (home->folder);
}

static gboolean
import (Home *home, const char *table, WijkPopulated *populated, GError **error)
{
  g_autofree char *path = g_build_filename (home->library, "cijfers.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, table, -1, NULL));

  return wijk_task_import_population (&home->context, PLAN, file, NULL, populated, error);
}

static WijkState *
load (Home *home)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (&home->context, PLAN, NULL);

  return wijk_load_state (store, NULL);
}

static void
test_again (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkState) state = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  WijkPopulated p;

  import (home, "buurtcode;aantal;jaar\nBU05460800;10;2025\nBU05460801;20;2025\n", &p, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (p.n_new, ==, 2);
  import (home, "buurtcode;aantal;jaar\nBU05460800;10;2025\nBU05460801;21;2025\n", &p, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (p.n_new, ==, 0);
  g_assert_cmpuint (p.n_same, ==, 1);
  g_assert_cmpuint (p.n_changed, ==, 1);
  state = load (home);
  figures = wijk_state_dup_sorted (state, WIJK_KIND_POPULATION);
  g_assert_cmpuint (figures->len, ==, 2);
  g_assert_cmpint (((WijkPopulation *) figures->pdata[0])->count +
                       ((WijkPopulation *) figures->pdata[1])->count,
                   ==,
                   31);
}

/* All of it or nothing. */
static void
test_refused (Home *home, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) frozen = NULL;
  g_autoptr (WijkState) state = NULL;
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  WijkPopulated p;

  g_assert_false (import (home, "buurtcode;aantal\nBU05460800;10\nBU05460801;x\n", &p, &error));
  g_assert_error (error, WIJK_GRID_ERROR, WIJK_GRID_ERROR_VALUE);
  g_assert_true (g_str_has_prefix (error->message, "cijfers.csv: Row 3"));
  state = load (home);
  figures = wijk_state_dup_sorted (state, WIJK_KIND_POPULATION);
  g_assert_cmpuint (figures->len, ==, 0);
  store = wijk_plan_files_open_store (&home->context, PLAN, NULL);
  g_assert_true (wijk_store_set_note (store, "published", "1", NULL));
  g_assert_false (import (home, "buurtcode;aantal\nBU05460800;10\n", &p, &frozen));
  g_assert_error (frozen, WIJK_TASK_ERROR, WIJK_TASK_ERROR_READ_ONLY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/population/again", Home, NULL, set_up, test_again, tear_down);
  g_test_add ("/population/refused", Home, NULL, set_up, test_refused, tear_down);

  return g_test_run ();
}
