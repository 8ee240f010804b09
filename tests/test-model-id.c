/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-change.h"
#include "wijk-id.h"
#include "wijk-stamp.h"

#include <glib.h>
#include <string.h>

static void
test_new (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 20000; i++)
    {
      char *id = wijk_id_new ("remark");

      g_assert_true (wijk_id_is_valid (id));
      g_assert_true (wijk_id_has_kind (id, "remark"));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

static void
test_derive (void)
{
  g_autofree char *one = wijk_id_derive ("theme", "plan-x  verkeer");
  g_autofree char *same = wijk_id_derive ("theme", "plan-x  verkeer");
  g_autofree char *other = wijk_id_derive ("theme", "plan-y  verkeer");

  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_true (wijk_id_has_kind (one, "theme"));
}

static void
test_valid (void)
{
  static const struct
  {
    const char *id;
    gboolean valid;
  } cases[] = {
    { "plan-0123456789abcdefghijklmnop", TRUE },
    { "plan-vvvvvvvvvvvvvvvvvvvvvvvvvv", TRUE },
    { "abcdefghijklmnopqrstuvwx-00000000000000000000000000", TRUE },
    { "abcdefghijklmnopqrstuvwxy-00000000000000000000000000", FALSE }, /* kind too long */
    { "plan-0123456789abcdefghijklmno", FALSE },                       /* one short */
    { "plan-0123456789abcdefghijklmnopq", FALSE },                     /* one long */
    { "plan-0123456789abcdefghijklmnow", FALSE },                      /* w is no sign */
    { "plan-0123456789ABCDEFGHIJKLMNOP", FALSE },
    { "Plan-0123456789abcdefghijklmnop", FALSE },
    { "-0123456789abcdefghijklmnop", FALSE },
    { "plan0123456789abcdefghijklmnop", FALSE },
    { "plan_0123456789abcdefghijklmnop", FALSE },
    { "../../0123456789abcdefghijklmnop", FALSE },
    { "plan-0123456789abcdefghijklmnop/x", FALSE },
    { "plan-0123456789abcdefghijklmnop\n", FALSE },
    { "pl\303\244n-0123456789abcdefghijklmnop", FALSE },
    { "plan-", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].id);
      g_assert_cmpint (wijk_id_is_valid (cases[i].id), ==, cases[i].valid);
    }
  g_assert_true (wijk_id_has_kind ("plan-0123456789abcdefghijklmnop", "plan"));
  g_assert_false (wijk_id_has_kind ("plan-0123456789abcdefghijklmnop", "pla"));
  g_assert_false (wijk_id_has_kind ("plan-0123456789abcdefghijklmnop", "plane"));
  g_assert_false (wijk_id_has_kind (NULL, "plan"));
}

static void
test_hex (void)
{
  g_assert_true (wijk_is_hex ("0123abcf", 8));
  g_assert_false (wijk_is_hex ("0123abcF", 8));
  g_assert_false (wijk_is_hex ("0123abc", 8));
  g_assert_false (wijk_is_hex ("0123abcg", 8));
  g_assert_false (wijk_is_hex (NULL, 8));
  g_assert_true (wijk_is_hex ("", 0));
}

/* ---- stamps ---- */

static void
test_stamp_new (void)
{
  static const struct
  {
    gint64 now;
    const char *highest;
    const char *expected;
  } cases[] = {
    { 1795420800000, NULL, "1795420800000-00000-0000000a" },
    { 1795420800000, "1795420799999-00007-ffffffff", "1795420800000-00000-0000000a" },
    /* the clock stands still, or jumped back: the stamp still goes up */
    { 1795420800000, "1795420800000-00000-ffffffff", "1795420800000-00001-0000000a" },
    { 1000, "1795420800000-00041-00000000", "1795420800000-00042-0000000a" },
    { 0, "1795420800000-99999-00000000", "1795420800001-00000-0000000a" },
    { -5, NULL, "0000000000000-00000-0000000a" },
    { G_MAXINT64, NULL, "4133980799999-00000-0000000a" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stamp = wijk_stamp_new (cases[i].now, "0000000a", cases[i].highest);

      g_assert_cmpstr (stamp, ==, cases[i].expected);
      g_assert_true (wijk_stamp_is_valid (stamp));
      if (cases[i].highest != NULL)
        g_assert_cmpint (strcmp (stamp, cases[i].highest), >, 0);
    }
}

static void
test_stamp_valid (void)
{
  static const struct
  {
    const char *stamp;
    gboolean valid;
  } cases[] = {
    { "1795420800000-00000-0123abcd", TRUE },
    { "4133980799999-99999-ffffffff", TRUE },
    { "4133980800000-00000-0123abcd", FALSE }, /* 2101 */
    { "9999999999999-00000-0123abcd", FALSE },
    { "1795420800000-00000-0123abcD", FALSE },
    { "1795420800000-00000-0123abc", FALSE },
    { "1795420800000-00000-0123abcde", FALSE },
    { "1795420800000 00000-0123abcd", FALSE },
    { "1795420800000-00000_0123abcd", FALSE },
    { "179542080000x-00000-0123abcd", FALSE },
    { "-795420800000-00000-0123abcd", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].stamp);
      g_assert_cmpint (wijk_stamp_is_valid (cases[i].stamp), ==, cases[i].valid);
    }
  g_assert_cmpint (wijk_stamp_get_time ("1795420800000-00017-0123abcd"), ==, 1795420800000);
  g_assert_cmpstr (wijk_stamp_get_device ("1795420800000-00017-0123abcd"), ==, "0123abcd");
}

/* Whatever the clock does, stamps go up, past a full counter too. */
static void
test_stamp_order (void)
{
  g_autofree char *highest = NULL;

  for (guint i = 0; i < 250000; i++)
    {
      gint64 now = i % 1000 == 0 ? g_test_rand_int_range (0, 2000000) : 1000;
      char *stamp = wijk_stamp_new (now, i % 2 == 0 ? "00000001" : "fffffffe", highest);

      if (highest != NULL)
        g_assert_cmpint (strcmp (highest, stamp), <, 0);
      g_free (highest);
      highest = stamp;
    }
}

/* ---- names of fields ---- */

static void
test_field_names (void)
{
  static const struct
  {
    const char *name;
    gboolean valid;
  } cases[] = {
    { "title", TRUE },
    { "first-year", TRUE },
    { "x2", TRUE },
    { "origin/remark-0123456789abcdefghijklmnop", TRUE },
    { "partners/De Sleutels, \303\251\303\251n", TRUE },
    { "partners/a/b", TRUE },
    { "a123456789012345678901234567890123456789", TRUE },
    { "a1234567890123456789012345678901234567890", FALSE },
    { "", FALSE },
    { "/x", FALSE },
    { "title/", FALSE },
    { "Title", FALSE },
    { "ti tle", FALSE },
    { "partners/a\nb", FALSE },
    { "partners/a\tb", FALSE },
    { "partners/\302\205", FALSE }, /* next line, a control character */
    { "partners/\377", FALSE },
    { NULL, FALSE },
  };
  g_autofree char *fits = g_strnfill (200, 'x');
  g_autofree char *long_member = g_strconcat ("partners/", fits, NULL);
  g_autofree char *too_long = g_strconcat ("partners/y", fits, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (wijk_field_name_is_valid (cases[i].name), ==, cases[i].valid);
    }
  g_assert_true (wijk_field_name_is_valid (long_member));
  g_assert_false (wijk_field_name_is_valid (too_long));
}

static void
test_changes (void)
{
  g_autoptr (WijkChange) change = wijk_change_new ("s", "t", "r", "f", NULL, NULL);
  g_autoptr (WijkStep) step = wijk_step_new ("t", NULL, 5, NULL, NULL);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  g_assert_null (change->value);
  g_assert_cmpstr (change->replaced, ==, "");
  g_assert_cmpstr (step->author, ==, "");
  g_assert_cmpstr (step->name, ==, "");
  g_assert_null (step->undoes);
  wijk_edits_add (edits, "r", "f", NULL);
  g_assert_cmpstr (((WijkEdit *) edits->pdata[0])->value, ==, "");
  wijk_change_free (NULL);
  wijk_step_free (NULL);
  wijk_edit_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/new", test_new);
  g_test_add_func ("/id/derive", test_derive);
  g_test_add_func ("/id/valid", test_valid);
  g_test_add_func ("/id/hex", test_hex);
  g_test_add_func ("/stamp/new", test_stamp_new);
  g_test_add_func ("/stamp/valid", test_stamp_valid);
  g_test_add_func ("/stamp/order", test_stamp_order);
  g_test_add_func ("/change/field-names", test_field_names);
  g_test_add_func ("/change/values", test_changes);

  return g_test_run ();
}
