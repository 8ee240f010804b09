/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Remarks in columns by theme. */

#include "config.h"

#include "wijk-board-model.h"
#include "wijk-remark-model.h"

#include "heads.h"

typedef struct
{
  WijkState *state;
  WijkRemarkFilter *filter;
  WijkRemarkModel *remarks;
  WijkBoardModel *board;
} Fixture;

static const char *
theme_id (const char *name)
{
  return id_of ("theme", name);
}

static void
put_theme (Fixture *f, guint at, const char *name, const char *parent, const char *key)
{
  g_autofree char *place = g_strdup_printf ("%s/%s", parent != NULL ? theme_id (parent) : "", key);

  put (f->state, theme_id (name), at, "name", name, "place", place, NULL);
}

/* @themes: names with spaces between. */
static void
put_remark (Fixture *f, guint at, const char *name, const char *themes)
{
  g_auto (GStrv) names = g_strsplit (themes, " ", -1);
  g_autofree char *first =
      names[0] != NULL ? g_strconcat ("themes/", theme_id (names[0]), NULL) : g_strdup ("count");
  g_autofree char *second = names[0] != NULL && names[1] != NULL
                                ? g_strconcat ("themes/", theme_id (names[1]), NULL)
                                : g_strdup ("count");

  put (f->state,
       id_of ("remark", name),
       at,
       "text",
       name,
       "number",
       name,
       "date",
       "2026-10-01",
       first,
       "1",
       g_str_equal (second, first) ? "channel" : second,
       g_str_equal (second, first) ? "papier" : "1",
       NULL);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* "-: 3 | a: 2 1" */
static char *
say (Fixture *f)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->board)); i++)
    {
      g_autoptr (WijkBoardColumn) column = g_list_model_get_item (G_LIST_MODEL (f->board), i);
      WijkTheme *theme = wijk_board_column_get_theme (column);

      g_string_append_printf (text, "%s%s:", i > 0 ? " | " : "", theme != NULL ? theme->name : "-");
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (column)); j++)
        {
          g_autoptr (WijkRemark) remark = g_list_model_get_item (G_LIST_MODEL (column), j);

          g_string_append_printf (text, " %s", remark->text);
        }
    }

  return g_string_free_and_steal (text);
}

static void
assert_board (Fixture *f, const char *expected)
{
  g_autofree char *said = NULL;

  settle ();
  said = say (f);
  g_assert_cmpstr (said, ==, expected);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->state = wijk_state_new ();
  put_theme (f, 1, "a", NULL, "1");
  put_theme (f, 1, "b", NULL, "2");
  put_theme (f, 1, "c", "a", "1");
  put_remark (f, 1, "1", "a");
  put_remark (f, 1, "2", "b c");
  put_remark (f, 1, "3", "");
  put_remark (f, 1, "4", "a c");
  f->filter = wijk_remark_filter_new (f->state);
  f->remarks = wijk_remark_model_new (f->state, f->filter);
  wijk_remark_model_set_sort (f->remarks, WIJK_SORT_NUMBER);
  f->board = wijk_board_model_new (f->state, G_LIST_MODEL (f->remarks));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  settle ();
  g_assert_finalize_object (f->board);
  g_assert_finalize_object (f->remarks);
  g_assert_finalize_object (f->filter);
  g_assert_finalize_object (f->state);
}

/* A remark is once in the column of its theme and all below it, and in each of several. */
static void
test_columns (Fixture *f, gconstpointer data)
{
  assert_board (f, "-: 3 | a: 1 2 4 | b: 2");
  put_remark (f, 2, "3", "b");
  put_remark (f, 2, "5", "c");
  assert_board (f, "-: | a: 1 2 4 5 | b: 2 3");
  wijk_remark_filter_set_query (f->filter, "2");
  assert_board (f, "-: | a: 2 | b: 2");
  wijk_remark_filter_clear (f->filter);
  wijk_remark_model_set_sort (f->remarks, WIJK_SORT_NEWEST);
  assert_board (f, "-: | a: 5 4 2 1 | b: 3 2");
}

static void
test_themes (Fixture *f, gconstpointer data)
{
  put_theme (f, 2, "c", NULL, "3");
  assert_board (f, "-: 3 | a: 1 4 | b: 2 | c: 2 4");
  put (f->state, theme_id ("a"), 3, "deleted", "1", NULL);
  assert_board (f, "-: 1 3 | b: 2 | c: 2 4");
}

static void
count_cb (guint *n)
{
  *n += 1;
}

/* A column tells only of what differs in it. */
static void
test_telling (Fixture *f, gconstpointer data)
{
  g_autoptr (WijkBoardColumn) first = g_list_model_get_item (G_LIST_MODEL (f->board), 1);
  g_autoptr (WijkBoardColumn) second = g_list_model_get_item (G_LIST_MODEL (f->board), 2);
  guint n_first = 0, n_second = 0, n_board = 0;

  g_signal_connect_swapped (first, "items-changed", G_CALLBACK (count_cb), &n_first);
  g_signal_connect_swapped (second, "items-changed", G_CALLBACK (count_cb), &n_second);
  g_signal_connect_swapped (f->board, "items-changed", G_CALLBACK (count_cb), &n_board);
  put_remark (f, 2, "3", "b");
  put_remark (f, 2, "6", "b");
  settle ();
  g_assert_cmpuint (n_first, ==, 0);
  g_assert_cmpuint (n_second, ==, 1); /* both at once */
  g_assert_cmpuint (n_board, ==, 0);
}

static void
test_what_is_left (Fixture *f, gconstpointer data)
{
  static const struct
  {
    guint from, to;
    const char *left[4];
  } cases[] = {
    { 1, 2, { "a", "c", NULL } },
    { 2, 1, { "b", NULL } },
    { 0, 1, { NULL } },
    { 1, 0, { "a", "b", "c", NULL } }, /* to no theme: all */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkBoardColumn) from =
          g_list_model_get_item (G_LIST_MODEL (f->board), cases[i].from);
      g_autoptr (WijkBoardColumn) to = g_list_model_get_item (G_LIST_MODEL (f->board), cases[i].to);
      g_autoptr (GHashTable) left = wijk_board_model_dup_left (f->board, from, to);
      guint n = 0;

      for (; cases[i].left[n] != NULL; n++)
        g_assert_true (g_hash_table_contains (left, theme_id (cases[i].left[n])));
      g_assert_cmpuint (g_hash_table_size (left), ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/ui/board-model/columns", Fixture, NULL, set_up, test_columns, tear_down);
  g_test_add ("/ui/board-model/themes", Fixture, NULL, set_up, test_themes, tear_down);
  g_test_add ("/ui/board-model/telling", Fixture, NULL, set_up, test_telling, tear_down);
  g_test_add ("/ui/board-model/left", Fixture, NULL, set_up, test_what_is_left, tear_down);

  return g_test_run ();
}
