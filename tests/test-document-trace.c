/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heads.h"
#include "wijk-plan-files.h"

#define OLD id_of ("remark", "old")
#define NEW id_of ("remark", "later")
#define LINKED id_of ("remark", "linked")

static void
freeze (const char *folder, guint number, const char *json)
{
  g_autofree char *path = wijk_plan_files_dup_version (folder, number, "plan.json");
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;

  g_assert_true (wijk_plan_files_write (path, bytes, &error));
  g_assert_no_error (error);
}

/* "1 2" for the versions of 1 to 4 that hold @id. */
static char *
find (const char *folder, const char *id)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) found = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 1; i <= 4; i++)
    g_array_append_val (numbers, i);
  found = wijk_task_find_in_versions (folder, numbers, id);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "", g_array_index (found, guint, i));

  return g_string_free (text, FALSE);
}

/* Version 3 was made elsewhere and its files are not here; there is no version 4. */
static void
test_find (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("trace-XXXXXX", &error);
  g_autofree char *one = g_strdup_printf ("{ \"remarks\": [ { \"id\": \"%s\" } ] }", OLD);
  g_autofree char *two =
      g_strdup_printf ("{ \"remarks\": [ { \"id\": \"%s\" }, { \"id\": \"%s\" } ],"
                       " \"priorities\": [ { \"origin\": [ \"%s\" ] } ] }",
                       OLD,
                       NEW,
                       LINKED);
  g_autofree char *of_old = NULL;
  g_autofree char *of_new = NULL;
  g_autofree char *of_linked = NULL;

  g_assert_no_error (error);
  freeze (folder, 1, one);
  freeze (folder, 2, two);
  of_old = find (folder, OLD);
  of_new = find (folder, NEW);
  of_linked = find (folder, LINKED);
  g_assert_cmpstr (of_old, ==, "1 2");
  g_assert_cmpstr (of_new, ==, "2");
  g_assert_cmpstr (of_linked, ==, ""); /* a link to it is not the record */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/document/trace/find", test_find);

  return g_test_run ();
}
