/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-outline.h"

#include <glib.h>

#include "heads.h"

/* A section @name at @time under @parent (NULL: top), or under one that is not there (""). */
static void
place (WijkState *state, const char *name, guint time, const char *parent, const char *key)
{
  g_autofree char *value = g_strdup_printf (
      "%s/%s", parent != NULL ? id_of ("section", *parent != '\0' ? parent : "vv") : "", key);

  put (state, id_of ("section", name), time, "place", value, NULL);
}

/* Rows as `number name`, then what lost its place. */
static void
assert_outline (WijkState *state, guint depth, const char *expected)
{
  g_autoptr (GPtrArray) displaced = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = wijk_outline_new (state, WIJK_KIND_SECTION, depth, displaced);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      WijkOutlineRow *row = rows->pdata[i];

      g_assert_true (wijk_outline_find (rows, row->record) == row);
      g_assert_cmpuint (row->depth, <=, depth);
      g_assert_cmpint (row->depth == 0, ==, row->parent == NULL);
      g_string_append_printf (text,
                              "%s%s%c",
                              i > 0 ? " " : "",
                              row->number,
                              *(wijk_record_get_id (row->record) + strlen ("section-")));
    }
  for (guint i = 0; i < displaced->len; i++)
    g_string_append_printf (text,
                            "%s%c",
                            i == 0 ? " lost:" : "",
                            *(wijk_record_get_id (displaced->pdata[i]) + strlen ("section-")));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_tree (void)
{
  WijkState *state = wijk_state_new ();

  assert_outline (state, 1, "");
  place (state, "b", 1, NULL, "02");
  place (state, "a", 1, NULL, "01");
  place (state, "d", 1, "a", "02");
  place (state, "c", 1, "a", "01");
  place (state, "e", 1, "b", "01");
  assert_outline (state, 1, "1a 1.1c 1.2d 2b 2.1e");
  g_assert_finalize_object (state);
}

static void
test_ring (void)
{
  WijkState *state = wijk_state_new ();

  /* two laptops moved each of two under the other: the later move loses, whoever looks */
  place (state, "c", 1, NULL, "09");
  place (state, "a", 2, "b", "01");
  place (state, "b", 3, "a", "01");
  assert_outline (state, 3, "1c 2b 2.1a lost:b");
  place (state, "a", 4, "b", "01");
  assert_outline (state, 3, "1c 2a 2.1b lost:a");
  /* of three, and of one in itself */
  place (state, "a", 1, "b", "01");
  place (state, "b", 5, "d", "01");
  place (state, "d", 3, "a", "01");
  assert_outline (state, 3, "1c 2b 2.1a 2.1.1d lost:b");
  place (state, "c", 1, "c", "01");
  assert_outline (state, 3, "1b 1.1a 1.1.1d 2c lost:bc");
  g_assert_finalize_object (state);
}

static void
test_too_deep (void)
{
  WijkState *state = wijk_state_new ();

  /* b was put under a, and a, elsewhere and later, under c: a goes, and keeps what is in it */
  place (state, "c", 1, NULL, "01");
  place (state, "a", 5, "c", "01");
  place (state, "b", 4, "a", "01");
  assert_outline (state, 1, "1c 2a 2.1b lost:a");
  /* the other way round b goes */
  place (state, "a", 3, "c", "01");
  assert_outline (state, 1, "1c 1.1a 2b lost:b");
  assert_outline (state, 2, "1c 1.1a 1.1.1b");
  assert_outline (state, 0, "1c 2a 3b lost:ab");
  g_assert_finalize_object (state);
}

static void
test_lost_parent (void)
{
  WijkState *state = wijk_state_new ();

  place (state, "a", 1, NULL, "05");
  place (state, "b", 1, "", "01");
  place (state, "c", 1, "b", "01");
  assert_outline (state, 1, "1a 2b 2.1c lost:b");
  /* a parent of another kind, and one that is deleted */
  put (state, id_of ("theme", "t"), 1, "name", "x", NULL);
  {
    g_autofree char *value = g_strconcat (id_of ("theme", "t"), "/01", NULL);

    put (state, id_of ("section", "b"), 1, "place", value, NULL);
  }
  assert_outline (state, 1, "1a 2b 2.1c lost:b");
  put (state, id_of ("section", "b"), 1, "place", "/01", "deleted", stamp_of (1, 1), NULL);
  assert_outline (state, 1, "1a 2c lost:c");
  g_assert_finalize_object (state);
}

/* Whatever merges bring about: every section once, none too deep, the same whatever came first. */
static void
test_random (void)
{
  for (guint i = 0; i < 300; i++)
    {
      WijkState *states[2] = { wijk_state_new (), wijk_state_new () };
      g_autofree char *first = NULL;
      struct
      {
        char parent[2];
        char key[8];
        guint time;
      } places[10];

      for (guint j = 0; j < 10; j++)
        {
          places[j].parent[0] = (char) ('a' + g_test_rand_int_range (0, 11));
          places[j].parent[1] = '\0';
          g_snprintf (places[j].key, sizeof places[j].key, "%d", g_test_rand_int_range (0, 9));
          places[j].time = (guint) g_test_rand_int_range (1, 9);
        }
      for (guint s = 0; s < 2; s++)
        {
          g_autoptr (GString) text = g_string_new (NULL);
          g_autoptr (GPtrArray) rows = NULL;

          for (guint j = 0; j < 10; j++)
            {
              guint at = s == 0 ? j : 9 - j;
              char name[2] = { (char) ('a' + at), '\0' };

              place (states[s],
                     name,
                     places[at].time,
                     places[at].parent[0] == 'k' ? NULL : places[at].parent,
                     places[at].key);
            }
          rows = wijk_outline_new (states[s], WIJK_KIND_SECTION, 2, NULL);
          g_assert_cmpuint (rows->len, ==, 10);
          for (guint j = 0; j < rows->len; j++)
            {
              WijkOutlineRow *row = rows->pdata[j];

              g_assert_cmpuint (row->depth, <=, 2);
              g_string_append_printf (
                  text, "%s %s ", row->number, wijk_record_get_id (row->record));
            }
          if (s == 0)
            first = g_strdup (text->str);
          else
            g_assert_cmpstr (text->str, ==, first);
        }
      g_assert_finalize_object (states[0]);
      g_assert_finalize_object (states[1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline/tree", test_tree);
  g_test_add_func ("/outline/ring", test_ring);
  g_test_add_func ("/outline/too-deep", test_too_deep);
  g_test_add_func ("/outline/lost-parent", test_lost_parent);
  g_test_add_func ("/outline/random", test_random);

  return g_test_run ();
}
