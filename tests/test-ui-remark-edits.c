/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done to many remarks at once, as edits. */

#include "config.h"

#include "wijk-remark-edits.h"

#include "heads.h"

typedef struct
{
  WijkState *state;
  GPtrArray *remarks; /* a, b, c */
  GPtrArray *edits;
} Fixture;

static const char *
remark_id (const char *name)
{
  return id_of ("remark", name);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *theme = g_strconcat ("themes/", id_of ("theme", "t1"), NULL);

  f->state = wijk_state_new ();
  f->remarks = g_ptr_array_new ();
  f->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_edit_free);
  put (f->state, id_of ("theme", "t1"), 1, "name", "Verkeer", "place", "/b", NULL);
  put (f->state, id_of ("theme", "t2"), 1, "name", "Groen", "place", "/a", NULL);
  put (f->state, id_of ("cluster", "c1"), 1, "title", "Licht", "place", "/a", NULL);
  g_ptr_array_add (f->remarks,
                   put (f->state,
                        remark_id ("a"),
                        1,
                        "text",
                        "A",
                        theme,
                        "1",
                        "channel",
                        "papier",
                        "outcome",
                        "overgenomen",
                        "reason",
                        "Doen we",
                        "cluster",
                        id_of ("cluster", "c1"),
                        NULL));
  g_ptr_array_add (f->remarks,
                   put (f->state,
                        remark_id ("b"),
                        1,
                        "text",
                        "B",
                        "aspects/sociaal",
                        "1",
                        "channel",
                        "papier",
                        "outcome",
                        "overgenomen",
                        "cluster",
                        id_of ("cluster", "c1"),
                        NULL));
  g_ptr_array_add (f->remarks,
                   put (f->state,
                        remark_id ("c"),
                        1,
                        "text",
                        "C",
                        "aspects/sociaal",
                        "1",
                        "withdrawn",
                        "dubbel",
                        NULL));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_ptr_array_unref (f->edits);
  g_ptr_array_unref (f->remarks);
  g_assert_finalize_object (f->state);
}

/* "a:channel=brief" and so on, one word an edit. */
static char *
say (Fixture *f)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < f->edits->len; i++)
    {
      WijkEdit *edit = f->edits->pdata[i];
      const char *member = strchr (edit->field, '/');
      const char *name = strchr (edit->record, '-') + 1;

      g_string_append_printf (text,
                              "%s%.*s:%.*s%.3s=%s",
                              i > 0 ? " " : "",
                              (int) (g_str_has_prefix (edit->record, "remark") ? 1 : 2),
                              name,
                              (int) (member != NULL ? member - edit->field : 99),
                              edit->field,
                              member != NULL ? member : "",
                              edit->value);
    }

  return g_string_free_and_steal (text);
}

static void
assert_edits (Fixture *f, guint n, guint n_expected, const char *expected)
{
  g_autofree char *said = say (f);

  g_assert_cmpstr (said, ==, expected);
  g_assert_cmpuint (n, ==, n_expected);
  g_ptr_array_set_size (f->edits, 0);
}

static void
test_members (Fixture *f, gconstpointer data)
{
  guint n;

  n = wijk_remarks_set_member (f->remarks, "aspects", "sociaal", TRUE, f->edits);
  assert_edits (f, n, 1, "a:aspects/so=1");
  n = wijk_remarks_set_member (f->remarks, "aspects", "sociaal", FALSE, f->edits);
  assert_edits (f, n, 2, "b:aspects/so= c:aspects/so=");
  n = wijk_remarks_set_member (f->remarks, "aspects", "veiligheid", FALSE, f->edits);
  assert_edits (f, n, 0, "");
  g_assert_cmpuint (wijk_remarks_count_member (f->remarks, "aspects", "sociaal"), ==, 2);
  g_assert_cmpuint (wijk_remarks_count_member (f->remarks, "aspects", "veiligheid"), ==, 0);
}

static void
test_values (Fixture *f, gconstpointer data)
{
  guint n;

  n = wijk_remarks_set_value (f->remarks, "channel", "papier", f->edits);
  assert_edits (f, n, 1, "c:channel=papier");
  n = wijk_remarks_set_value (f->remarks, "channel", "", f->edits);
  assert_edits (f, n, 2, "a:channel= b:channel=");
}

static void
test_links (Fixture *f, gconstpointer data)
{
  g_autofree char *origin = g_strconcat ("origin/", remark_id ("a"), NULL);
  WijkRecord *priority =
      put (f->state, id_of ("priority", "p1"), 1, "title", "P", origin, "1", NULL);
  WijkRecord *section = put (f->state, id_of ("section", "s1"), 1, "title", "S", NULL);
  guint n;

  n = wijk_remarks_set_link (f->remarks, priority, TRUE, f->edits);
  assert_edits (f, n, 2, "p1:origin/re=1 p1:origin/re=1");
  n = wijk_remarks_set_link (f->remarks, priority, FALSE, f->edits);
  assert_edits (f, n, 1, "p1:origin/re=");
  n = wijk_remarks_set_link (f->remarks, section, TRUE, f->edits);
  assert_edits (f, n, 3, "s1:links/re=1 s1:links/re=1 s1:links/re=1");
}

static void
test_moving (Fixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) from = g_hash_table_new (g_str_hash, g_str_equal);
  const char *to = id_of ("theme", "t2");
  guint n;

  g_hash_table_add (from, (char *) id_of ("theme", "t1"));
  n = wijk_remarks_move_theme (f->remarks, from, to, f->edits);
  assert_edits (f, n, 3, "a:themes/th= a:themes/th=1 b:themes/th=1 c:themes/th=1");
  n = wijk_remarks_move_theme (f->remarks, from, NULL, f->edits);
  assert_edits (f, n, 1, "a:themes/th=");
  n = wijk_remarks_move_theme (f->remarks, from, id_of ("theme", "t1"), f->edits);
  assert_edits (f, n, 2, "b:themes/th=1 c:themes/th=1");
}

static void
test_answers (Fixture *f, gconstpointer data)
{
  guint n;

  g_assert_cmpuint (wijk_remarks_count_answered (f->remarks), ==, 1);
  n = wijk_remarks_answer (f->remarks, "doorgestuurd", "Naar Portaal", FALSE, f->edits);
  assert_edits (f, n, 1, "b:outcome=doorgestuurd b:reason=Naar Portaal");
  n = wijk_remarks_answer (f->remarks, "doorgestuurd", "Naar Portaal", TRUE, f->edits);
  assert_edits (f,
                n,
                2,
                "a:outcome=doorgestuurd a:reason=Naar Portaal "
                "b:outcome=doorgestuurd b:reason=Naar Portaal");
  n = wijk_remarks_withdraw (f->remarks, "proef", f->edits);
  assert_edits (f, n, 2, "a:withdrawn=proef b:withdrawn=proef");
}

static void
test_clusters (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) two = g_ptr_array_new ();

  g_assert_null (wijk_remarks_find_cluster (two, f->state));
  g_assert_null (wijk_remarks_find_cluster (f->remarks, f->state)); /* c is in none */
  g_ptr_array_add (two, f->remarks->pdata[0]);
  g_ptr_array_add (two, f->remarks->pdata[1]);
  g_assert_cmpstr (wijk_remarks_find_cluster (two, f->state)->title, ==, "Licht");
  put (f->state, id_of ("cluster", "c1"), 2, "deleted", "1", NULL);
  g_assert_null (wijk_remarks_find_cluster (two, f->state));
}

static void
test_what_is_there (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *key;
    gboolean all;
    const char *expected;
  } cases[] = {
    { "aspects", TRUE, "" },         { "aspects", FALSE, "sociaal" }, { "channel", TRUE, "" },
    { "channel", FALSE, "|papier" }, { "text", FALSE, "A|B|C" },      { "session", TRUE, "" },
    { "session", FALSE, "<none>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) values = wijk_remarks_dup_values (f->remarks, cases[i].key, cases[i].all);
      g_autofree char *joined = g_strjoinv ("|", values);

      g_assert_cmpstr (values[0] == NULL && g_str_equal (cases[i].expected, "<none>") ? "<none>"
                                                                                      : joined,
                       ==,
                       cases[i].expected);
    }
}

static void
test_numbers (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) two = wijk_themes_dup_numbered (f->state);
  g_autoptr (GPtrArray) nine = NULL;

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_true (two->pdata[0] == wijk_state_lookup (f->state, id_of ("theme", "t2")));
  for (guint i = 3; i <= 12; i++)
    {
      g_autofree char *name = g_strdup_printf ("t%u", i);
      g_autofree char *place = g_strdup_printf ("/c%02u", i);

      put (f->state, id_of ("theme", name), 1, "name", name, "place", place, NULL);
    }
  nine = wijk_themes_dup_numbered (f->state);
  g_assert_cmpuint (nine->len, ==, 9);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*run) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "members", test_members },
    { "values", test_values },
    { "links", test_links },
    { "moving", test_moving },
    { "answers", test_answers },
    { "clusters", test_clusters },
    { "what-is-there", test_what_is_there },
    { "numbers", test_numbers },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/remark-edits/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].run, tear_down);
    }

  return g_test_run ();
}
