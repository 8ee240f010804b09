/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the list of remarks shows, against a search by brute force and a copy that is kept by what
 * the list tells. */

#include "config.h"

#include <stdio.h>

#include "wijk-remark-answer.h"
#include "wijk-remark-model.h"

#include "heads.h"

static const char *const words[] = {
  "wijkenquête",    "Speeltuin", "het",   "fietspad",   "donker", "lantaarns",
  "geïnteresseerd", "één",       "CAFÉ",  "zebra's",    "bus",    "wijk",
  "hondenpoep",     "Überhaupt", "groen", "cooperatie",
};

static const char *const queries[] = {
  "enquete", "ENQUÊTE",       "wijk",     "wijk enq",       "enq wijk", "e",
  "",        "speeltuin het", "een",      "geinteresseerd", "cafe",     "CAFÉ bus",
  "zebra's", "r-12",          "R-12 het", "niets",          "uber",     "  groen   donker ",
  "t",       "het h",
};

typedef struct
{
  WijkState *state;
  WijkRemarkFilter *filter;
  WijkRemarkModel *model;
  GPtrArray *copy; /* what the model told */
  guint n_told;
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *f)
{
  f->n_told++;
  g_assert_cmpuint (position + removed, <=, f->copy->len);
  if (removed > 0)
    g_ptr_array_remove_range (f->copy, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (f->copy, (int) (position + i), g_list_model_get_item (model, position + i));
  g_assert_cmpuint (f->copy->len, ==, g_list_model_get_n_items (model));
}

static WijkRemark *
put_remark (WijkState *state, guint n, const char *text, const char *key, const char *value)
{
  g_autofree char *name = g_strdup_printf ("%u", n);
  g_autofree char *label = g_strdup_printf ("R-%u", n);
  g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", n % 12 + 1, n % 28 + 1);
  g_autofree char *count = g_strdup_printf ("%u", n % 7 + 1);

  return put (state,
              id_of ("remark", name),
              1,
              "text",
              text,
              "number",
              name,
              "label",
              label,
              "date",
              date,
              "count",
              count,
              key != NULL ? key : "channel",
              value != NULL ? value : "papier",
              NULL);
}

static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 3, 9);

  for (int i = 0; i < n; i++)
    g_string_append_printf (
        text, "%s%s", i > 0 ? " " : "", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free_and_steal (text);
}

static void
fill (Fixture *f, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n);

  wijk_state_begin_fill (f->state);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *text = make_text (rand);

      put_remark (f->state, i, text, NULL, NULL);
    }
  wijk_state_end_fill (f->state);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->state = wijk_state_new ();
  fill (f, GPOINTER_TO_UINT (data));
  f->filter = wijk_remark_filter_new (f->state);
  f->model = wijk_remark_model_new (f->state, f->filter);
  f->copy = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (f->model, "items-changed", G_CALLBACK (items_changed_cb), f);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_ptr_array_set_size (f->copy, 0);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->model)); i++)
    g_ptr_array_add (f->copy, g_list_model_get_item (G_LIST_MODEL (f->model), i));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->copy);
  g_signal_handlers_disconnect_by_data (f->model, f);
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->filter);
  g_assert_finalize_object (f->state);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Folding once more, in another way: taken apart, without marks, without case. */
static char *
fold_plainly (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));

  return g_utf8_casefold (bare->str, -1);
}

static gboolean
is_hit (WijkRemark *remark, const char *query)
{
  g_autofree char *all = g_strconcat (remark->label, "\n", remark->text, NULL);
  g_autofree char *key = fold_plainly (all);
  g_autofree char *folded = fold_plainly (query);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && strstr (key, parts[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
assert_shows (Fixture *f, const char *query)
{
  GListModel *model = G_LIST_MODEL (f->model);
  WijkRecordList *source = wijk_state_get_list (f->state, WIJK_KIND_REMARK);
  guint n_hits = 0;

  for (guint i = 0; i < wijk_record_list_get_length (source); i++)
    {
      WijkRemark *remark = WIJK_REMARK (wijk_record_list_get (source, i));
      gboolean is_shown = wijk_remark_model_find (f->model, remark) != G_MAXUINT;

      g_assert_cmpint (is_shown, ==, is_hit (remark, query));
      n_hits += is_shown;
    }
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n_hits);
  g_assert_cmpuint (f->copy->len, ==, n_hits);
  for (guint i = 0; i < n_hits; i++)
    {
      g_autoptr (WijkRemark) remark = g_list_model_get_item (model, i);

      g_assert_true (remark == f->copy->pdata[i]);
      g_assert_cmpuint (wijk_remark_model_find (f->model, remark), ==, i);
    }
}

static void
test_brute_force (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      wijk_remark_filter_set_query (f->filter, queries[i]);
      settle ();
      assert_shows (f, queries[i]);
    }
}

/* As people type: letter by letter, and back again. */
static void
test_typing (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  const char *whole = "wijk enquete fiets";

  for (const char *p = whole; *p != '\0'; p++)
    {
      g_string_append_c (typed, *p);
      wijk_remark_filter_set_query (f->filter, typed->str);
      if (typed->len % 3 == 0) /* sometimes the next key comes before the search is over */
        continue;
      settle ();
      assert_shows (f, typed->str);
    }
  while (typed->len > 0)
    {
      g_string_truncate (typed, typed->len - 1);
      wijk_remark_filter_set_query (f->filter, typed->str);
      settle ();
      assert_shows (f, typed->str);
    }
}

/* Remarks come, differ and go, also in the middle of a search. */
static void
test_changes (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint n = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < 400; i++)
    {
      const char *query = queries[g_rand_int_range (rand, 0, G_N_ELEMENTS (queries))];
      guint number = (guint) g_rand_int_range (rand, 1, (int) n + 50);
      g_autofree char *text = make_text (rand);
      gboolean goes = g_rand_int_range (rand, 0, 4) == 0;

      wijk_remark_filter_set_query (f->filter, query);
      put_remark (f->state, number, text, goes ? "deleted" : NULL, goes ? stamp_of (1, 1) : NULL);
      if (i % 4 == 0)
        wijk_remark_model_set_sort (f->model, (WijkRemarkSort) (i / 4 % 4));
      if (i % 5 == 0)
        {
          settle ();
          assert_shows (f, query);
        }
    }
  wijk_remark_filter_set_query (f->filter, "wijk");
  fill (f, n + 100);
  settle ();
  assert_shows (f, "wijk");
}

static gint64
sort_value (WijkRemark *remark, WijkRemarkSort sort)
{
  static const int signs[] = { -1, 1, 1, -1 };
  gint64 value = remark->number;

  if (sort == WIJK_SORT_PEOPLE)
    value = remark->count;
  if (sort == WIJK_SORT_NEWEST || sort == WIJK_SORT_OLDEST)
    {
      int year, month, day;

      g_assert_cmpint (sscanf (remark->date, "%d-%d-%d", &year, &month, &day), ==, 3);
      value = year * 400 + month * 31 + day;
    }

  return signs[sort] * value;
}

static void
test_sort (Fixture *f, gconstpointer data)
{
  for (WijkRemarkSort sort = WIJK_SORT_NEWEST; sort <= WIJK_SORT_PEOPLE; sort++)
    {
      wijk_remark_model_set_sort (f->model, sort);
      assert_shows (f, "");
      for (guint i = 1; i < f->copy->len; i++)
        g_assert_cmpint (
            sort_value (f->copy->pdata[i - 1], sort), <=, sort_value (f->copy->pdata[i], sort));
    }
}

/* ---- facets ---- */

static void
assert_ids (WijkRemarkModel *model, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (model)); i++)
    {
      g_autoptr (WijkRemark) remark = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", remark->text);
    }
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
put_facets (WijkState *state)
{
  const char *session = id_of ("session", "a"), *cluster = id_of ("cluster", "a");
  g_autofree char *theme = g_strconcat ("themes/", id_of ("theme", "b"), NULL);
  g_autofree char *gone = g_strconcat ("themes/", id_of ("theme", "c"), NULL);
  g_autofree char *below = g_strconcat (id_of ("theme", "a"), "/1aaa", NULL);

  put (state, session, 1, "title", "Startavond", NULL);
  put (state, cluster, 1, "title", "Licht", NULL);
  put (state, id_of ("theme", "a"), 1, "name", "Groen", "place", "/1aaa", NULL);
  put (state, id_of ("theme", "b"), 1, "name", "Spelen", "place", below, NULL);
  put (state, id_of ("theme", "c"), 1, "name", "Weg", "deleted", stamp_of (1, 1), NULL);
  put (state, id_of ("remark", "1"), 1, "number", "1", "text", "a", "session", session, NULL);
  put (state, id_of ("remark", "2"), 1, "number", "2", "text", "b", theme, "1", NULL);
  put (state, id_of ("remark", "3"), 1, "number", "3", "text", "c", "cluster", cluster, NULL);
  put (state, id_of ("remark", "4"), 1, "number", "4", "text", "d", "withdrawn", "dubbel", NULL);
  put (state,
       id_of ("remark", "5"),
       1,
       "number",
       "5",
       "text",
       "e",
       gone,
       "1",
       "channel",
       "e-mail",
       NULL);
  put (state, id_of ("remark", "6"), 1, "number", "6", "text", "f", "aspects/sociaal", "1", NULL);
  put (state,
       id_of ("remark", "7"),
       1,
       "number",
       "7",
       "text",
       "g",
       "part-of",
       id_of ("remark", "6"),
       "outcome",
       "overgenomen",
       "reason",
       "Ja",
       NULL);
}

static void
test_facets (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkRemarkFilter) filter = wijk_remark_filter_new (state);
  g_autoptr (WijkRemarkModel) model = wijk_remark_model_new (state, filter);
  static const struct
  {
    WijkFacet facet;
    const char *kind; /* of an id, NULL: a word */
    const char *value;
    const char *shown;
  } cases[] = {
    { WIJK_FACET_SESSION, "session", "a", "a" },      { WIJK_FACET_SESSION, NULL, "", "b c e f g" },
    { WIJK_FACET_THEME, "theme", "a", "b" },          { WIJK_FACET_THEME, "theme", "b", "b" },
    { WIJK_FACET_THEME, NULL, "", "a c e f g" },      { WIJK_FACET_CHANNEL, NULL, "e-mail", "e" },
    { WIJK_FACET_CHANNEL, NULL, "brief", "" },        { WIJK_FACET_ASPECT, NULL, "sociaal", "f" },
    { WIJK_FACET_OUTCOME, NULL, "overgenomen", "g" }, { WIJK_FACET_AREA, NULL, "", "a b c e f g" },
  };

  put_facets (state);
  wijk_remark_model_set_sort (model, WIJK_SORT_NUMBER);
  assert_ids (model, "a b c e f g");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *value =
          cases[i].kind != NULL ? id_of (cases[i].kind, cases[i].value) : cases[i].value;

      wijk_remark_filter_set_value (filter, cases[i].facet, value, TRUE);
      g_assert_true (wijk_remark_filter_is_narrowing (filter));
      assert_ids (model, cases[i].shown);
      wijk_remark_filter_set_value (filter, cases[i].facet, value, FALSE);
      g_assert_false (wijk_remark_filter_is_narrowing (filter));
    }

  wijk_remark_filter_set_value (filter, WIJK_FACET_SESSION, "", TRUE);
  wijk_remark_filter_set_value (filter, WIJK_FACET_SESSION, id_of ("session", "a"), TRUE);
  wijk_remark_filter_set_value (filter, WIJK_FACET_ASPECT, "sociaal", TRUE);
  assert_ids (model, "f"); /* of one facet they add up, facets narrow each other */
  wijk_remark_filter_clear (filter);
  wijk_remark_filter_set_with_withdrawn (filter, TRUE);
  assert_ids (model, "a b c d e f g");
  wijk_remark_filter_clear (filter);

  /* a link to a session that went is hidden; a theme that moved away takes its remarks along */
  wijk_remark_filter_set_value (filter, WIJK_FACET_SESSION, "", TRUE);
  put (state, id_of ("session", "a"), 1, "title", "Startavond", "deleted", stamp_of (1, 1), NULL);
  assert_ids (model, "a b c e f g");
  wijk_remark_filter_clear (filter);
  wijk_remark_filter_set_value (filter, WIJK_FACET_THEME, id_of ("theme", "a"), TRUE);
  put (state, id_of ("theme", "b"), 1, "name", "Spelen", "place", "/2aaa", NULL);
  assert_ids (model, "");
}

/* A split remark owes nothing once its parts do not; a cluster answers for all in it. */
static void
test_owed (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (WijkRemarkFilter) filter = wijk_remark_filter_new (state);
  g_autoptr (WijkRemarkModel) model = wijk_remark_model_new (state, filter);
  WijkRemark *first;
  guint n_total;

  put_facets (state);
  wijk_remark_model_set_sort (model, WIJK_SORT_NUMBER);
  wijk_remark_filter_set_owed_only (filter, TRUE);
  assert_ids (model, "a b c e");
  first = WIJK_REMARK (wijk_state_lookup (state, id_of ("remark", "1")));
  g_assert_cmpstr (wijk_remark_model_find_owed (model, first, TRUE)->text, ==, "b");
  g_assert_cmpstr (wijk_remark_model_find_owed (model, first, FALSE)->text, ==, "e");
  g_assert_cmpstr (wijk_remark_model_find_owed (model, NULL, TRUE)->text, ==, "a");

  put (state,
       id_of ("cluster", "a"),
       1,
       "title",
       "Licht",
       "outcome",
       "overgenomen",
       "reason",
       "Ja",
       NULL);
  assert_ids (model, "a b e");
  g_assert_cmpint (wijk_remark_find_answer (
                       WIJK_REMARK (wijk_state_lookup (state, id_of ("remark", "3"))), state)
                       .outcome,
                   ==,
                   WIJK_OUTCOME_ACCEPTED);

  /* the one that is being answered stays until another one is taken up */
  wijk_remark_model_keep (model, first);
  put (state,
       id_of ("remark", "1"),
       1,
       "number",
       "1",
       "text",
       "a",
       "outcome",
       "overgenomen",
       "reason",
       "Ja",
       NULL);
  assert_ids (model, "a b e");
  g_assert_false (wijk_remark_model_is_owed (model, first));
  wijk_remark_model_keep (model, WIJK_REMARK (wijk_state_lookup (state, id_of ("remark", "2"))));
  assert_ids (model, "b e");
  g_object_get (model, "n-total", &n_total, NULL);
  g_assert_cmpuint (n_total, ==, 6);

  /* an answer to a part alone is none to the whole when another part waits */
  put (state,
       id_of ("remark", "8"),
       1,
       "number",
       "8",
       "text",
       "h",
       "part-of",
       id_of ("remark", "6"),
       NULL);
  wijk_remark_filter_set_owed_only (filter, FALSE);
  wijk_remark_filter_set_owed_only (filter, TRUE);
  assert_ids (model, "b e f");
}

static void
count_cb (guint *n)
{
  *n += 1;
}

/* What is kept of a filter gives the same filter again. */
static void
test_text (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = {
    "",
    "words=Speeltuin  het\n",
    "channel=\nchannel=papier\ntheme=theme-x\narea-code=BU05460800\nowed=1\n",
    "outcome=overgenomen\nsession=a\naspect=sociaal\nwithdrawn=1\n",
  };
  guint n_changed = 0;

  g_signal_connect_swapped (f->filter, "changed", G_CALLBACK (count_cb), &n_changed);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = NULL;

      wijk_remark_filter_take_text (f->filter, texts[i]);
      text = wijk_remark_filter_to_text (f->filter);
      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_cmpuint (n_changed, ==, i + 1); /* told once, however much it holds */
      g_assert_true (wijk_remark_filter_is_narrowing (f->filter) == (i > 0));
    }
  wijk_remark_filter_take_text (f->filter, "of-a-newer-program=1\nno line\nowed=2\nwords=bus");
  g_assert_cmpstr (wijk_remark_filter_get_query (f->filter), ==, "bus");
  g_assert_false (wijk_remark_filter_get_owed_only (f->filter));
  g_signal_handlers_disconnect_by_data (f->filter, &n_changed);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/remark-filter/brute-force",
              Fixture,
              GUINT_TO_POINTER (1000),
              set_up,
              test_brute_force,
              tear_down);
  g_test_add ("/ui/remark-filter/typing",
              Fixture,
              GUINT_TO_POINTER (30000),
              set_up,
              test_typing,
              tear_down);
  g_test_add ("/ui/remark-filter/changes",
              Fixture,
              GUINT_TO_POINTER (500),
              set_up,
              test_changes,
              tear_down);
  g_test_add (
      "/ui/remark-filter/sort", Fixture, GUINT_TO_POINTER (300), set_up, test_sort, tear_down);
  g_test_add (
      "/ui/remark-filter/text", Fixture, GUINT_TO_POINTER (30), set_up, test_text, tear_down);
  g_test_add_func ("/ui/remark-filter/facets", test_facets);
  g_test_add_func ("/ui/remark-filter/owed", test_owed);

  return g_test_run ();
}
