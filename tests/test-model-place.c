/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-id.h"
#include "wijk-place.h"

#include <glib.h>
#include <string.h>

#define PARENT "section-0123456789abcdefghijklmnop"

static const char *
key_at (GPtrArray *keys, guint i)
{
  return i < keys->len ? keys->pdata[i] : NULL;
}

/* Puts a new key at @position of @keys, and checks that it lies between its neighbours. */
static gsize
insert_at (GPtrArray *keys, guint position)
{
  const char *before = position > 0 ? key_at (keys, position - 1) : NULL;
  const char *after = key_at (keys, position);
  g_autofree char *place = wijk_place_new (NULL, before, after);
  const char *key;

  g_assert_nonnull (place);
  g_assert_true (wijk_place_is_valid (place));
  key = wijk_place_get_key (place);
  if (before != NULL)
    g_assert_cmpint (strcmp (before, key), <, 0);
  if (after != NULL)
    g_assert_cmpint (strcmp (key, after), <, 0);
  g_ptr_array_insert (keys, (int) position, g_strdup (key));

  return strlen (key);
}

static void
assert_sorted (GPtrArray *keys)
{
  for (guint i = 1; i < keys->len; i++)
    g_assert_cmpint (strcmp (keys->pdata[i - 1], keys->pdata[i]), <, 0);
}

static void
test_random (void)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gsize longest = 0;

  for (guint i = 0; i < 10000; i++)
    longest = MAX (longest, insert_at (keys, (guint) g_test_rand_int_range (0, (int) i + 1)));
  assert_sorted (keys);
  g_test_message ("longest key of 10,000 at random: %" G_GSIZE_FORMAT, longest);
  g_assert_cmpuint (longest, <=, 24);
}

static void
test_ends (void)
{
  for (guint at_end = 0; at_end < 2; at_end++)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < 10000; i++)
        g_assert_cmpuint (insert_at (keys, at_end ? keys->len : 0), ==, 8);
      assert_sorted (keys);
    }
}

/* Always at the same spot: the worst there is. A person does that a hundred times, not a thousand.
 */
static void
test_same_spot (void)
{
  for (guint mode = 0; mode < 3; mode++)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
      gsize longest = 0;

      insert_at (keys, 0);
      insert_at (keys, 1);
      for (guint i = 0; i < 300; i++)
        longest = MAX (longest,
                       insert_at (keys,
                                  mode == 0   ? 1
                                  : mode == 1 ? keys->len - 1
                                              : keys->len / 2));
      assert_sorted (keys);
      g_test_message ("longest key of 300 at one spot: %" G_GSIZE_FORMAT, longest);
      for (guint i = 0; i < 3000; i++)
        {
          guint at = mode == 0 ? 1 : mode == 1 ? keys->len - 1 : keys->len / 2;
          g_autofree char *place = wijk_place_new (PARENT, keys->pdata[at - 1], keys->pdata[at]);

          if (place == NULL)
            break;
          g_assert_true (wijk_place_is_valid (place));
          g_ptr_array_insert (keys, (int) at, g_strdup (wijk_place_get_key (place)));
        }
    }
}

static void
test_no_room (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    gboolean room;
  } cases[] = {
    { "01001abc", "01001abc", FALSE }, /* equal */
    { "01002abc", "01001abc", FALSE }, /* the wrong way round */
    { "01001abc", "01001abcxyz", TRUE },
    { "ab", "ab0", FALSE },
    { "ab", "ab01", TRUE },
    { NULL, "0", FALSE },
    { NULL, "00001aaa", TRUE },
    { NULL, "1", TRUE },
    { "z", NULL, TRUE },
    { "zzzzzabc", NULL, TRUE },
    { "", "", TRUE },
    { "01001abc", "", TRUE },
    { "0z", "1", TRUE },
    { "0zzzzz", "1", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = wijk_place_new (PARENT, cases[i].before, cases[i].after);

      g_test_message ("%s, %s: %s", cases[i].before, cases[i].after, place);
      g_assert_cmpint (place != NULL, ==, cases[i].room);
      if (place == NULL)
        continue;
      g_assert_true (wijk_place_is_valid (place));
      if (cases[i].before != NULL)
        g_assert_cmpstr (cases[i].before, <, wijk_place_get_key (place));
      if (cases[i].after != NULL && *cases[i].after != '\0')
        g_assert_cmpstr (wijk_place_get_key (place), <, cases[i].after);
    }
}

/* Two laptops that put something at the same spot do not make the same key. */
static void
test_differ (void)
{
  guint n_same = 0;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *one = wijk_place_new (NULL, "01001abc", "01002abc");
      g_autofree char *other = wijk_place_new (NULL, "01001abc", "01002abc");

      n_same += g_str_equal (one, other);
    }
  g_assert_cmpuint (n_same, <, 10);
}

static void
test_parts (void)
{
  static const struct
  {
    const char *place;
    const char *parent;
    const char *key;
    gboolean valid;
  } cases[] = {
    { "/01000abc", "", "01000abc", TRUE },
    { PARENT "/k", PARENT, "k", TRUE },
    { "", "", "", FALSE },
    { NULL, "", "", FALSE },
    { "/", "", "", FALSE },
    { PARENT, "", "", FALSE },
    { "x/01000abc", "x", "01000abc", FALSE },
    { "/A", "", "A", FALSE },
    { "/a/b", "", "a/b", FALSE },
    { "/\303\251", "", "\303\251", FALSE },
  };
  g_autofree char *fits = g_strnfill (400, 'k');
  g_autofree char *longest = g_strconcat ("/", fits, NULL);
  g_autofree char *too_long = g_strconcat ("/k", fits, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *parent = wijk_place_dup_parent (cases[i].place);

      g_test_message ("%s", cases[i].place);
      g_assert_cmpstr (parent, ==, cases[i].parent);
      g_assert_cmpstr (wijk_place_get_key (cases[i].place), ==, cases[i].key);
      g_assert_cmpint (wijk_place_is_valid (cases[i].place), ==, cases[i].valid);
    }
  g_assert_true (wijk_place_is_valid (longest));
  g_assert_false (wijk_place_is_valid (too_long));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/random", test_random);
  g_test_add_func ("/place/ends", test_ends);
  g_test_add_func ("/place/same-spot", test_same_spot);
  g_test_add_func ("/place/no-room", test_no_room);
  g_test_add_func ("/place/differ", test_differ);
  g_test_add_func ("/place/parts", test_parts);

  return g_test_run ();
}
