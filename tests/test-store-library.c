/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <fcntl.h>
#include <glib.h>
#include <unistd.h>

#include "stores.h"
#include "wijk-device.h"
#include "wijk-library.h"

#define PLAN_2 "plan-0123456789abcdefghijklmno0"
#define PLAN_3 "plan-vvvvvvvvvvabcdefghijklmnop"
#define NOW G_GINT64_CONSTANT (1795420800000)
#define DAY G_GINT64_CONSTANT (86400000)

static void
make_plan (const char *library, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = wijk_library_begin_plan (library, id, DEVICE_A, "Ada", &error);

  g_assert_no_error (error);
  write_one (store, id, "title", "Wijkplan");
  g_assert_finalize_object (g_steal_pointer (&store));
  wijk_library_publish_plan (library, id, &error);
  g_assert_no_error (error);
}

static void
assert_plans (const char *library, const char *const *expected)
{
  g_auto (GStrv) ids = wijk_library_list (library);

  g_assert_cmpstrv (ids, expected);
}

#define PLANS(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define NO_PLANS ((const char *const[]) { NULL })

static void
test_make (void)
{
  g_autofree char *base = make_folder ();
  g_autofree char *library = g_build_filename (base, "share", "wijkplan", NULL);
  g_autofree char *folder = wijk_library_dup_plan_folder (library, PLAN);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = NULL;

  assert_plans (library, NO_PLANS);
  store = wijk_library_begin_plan (library, PLAN, DEVICE_A, "", &error);
  g_assert_no_error (error);
  assert_plans (library, NO_PLANS); /* nobody sees it yet */
  g_clear_object (&store);
  wijk_library_drop_plan (library, PLAN);
  g_assert_false (wijk_library_publish_plan (library, PLAN, &error));
  g_assert_error (error, WIJK_LIBRARY_ERROR, WIJK_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  make_plan (library, PLAN);
  make_plan (library, PLAN_2);
  assert_plans (library, PLANS (PLAN_2, PLAN));
  store = wijk_store_open (folder, DEVICE_A, "", &error);
  g_assert_no_error (error);
  assert_standing (store, PLAN, "title", "Wijkplan");
  g_clear_object (&store);

  g_assert_null (wijk_library_begin_plan (library, PLAN, DEVICE_A, "", &error));
  g_assert_error (error, WIJK_LIBRARY_ERROR, WIJK_LIBRARY_ERROR_EXISTS);
  remove_folder (base);
}

/* Two programs make the same plan: one of them has it. */
static void
test_make_twice (void)
{
  g_autofree char *library = make_folder ();
  g_autofree char *folder = wijk_library_dup_plan_folder (library, PLAN);
  g_autofree char *file = g_build_filename (folder, "plan.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = wijk_library_begin_plan (library, PLAN, DEVICE_A, "", NULL);

  g_assert_nonnull (store);
  g_clear_object (&store);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_false (wijk_library_publish_plan (library, PLAN, &error));
  g_assert_error (error, WIJK_LIBRARY_ERROR, WIJK_LIBRARY_ERROR_EXISTS);
  remove_folder (library);
}

static void
test_no_folder (void)
{
  g_autofree char *base = make_folder ();
  g_autofree char *file = g_build_filename (base, "file", NULL);
  g_autofree char *library = g_build_filename (file, "wijkplan", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", 1, NULL));
  g_assert_null (wijk_library_begin_plan (library, PLAN, DEVICE_A, "", &error));
  g_assert_error (error, WIJK_LIBRARY_ERROR, WIJK_LIBRARY_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (wijk_device_load (library, &error));
  g_assert_nonnull (error);
  remove_folder (base);
}

static void
test_find (void)
{
  static const struct
  {
    const char *beginning;
    const char *found;
    int code;
  } cases[] = {
    { PLAN, PLAN, 0 },
    { "plan-v", PLAN_3, 0 },
    { "v", PLAN_3, 0 },
    { PLAN_2, PLAN_2, 0 },
    { "0123", NULL, WIJK_LIBRARY_ERROR_AMBIGUOUS },
    { "plan-", NULL, WIJK_LIBRARY_ERROR_AMBIGUOUS },
    { "w", NULL, WIJK_LIBRARY_ERROR_NOT_FOUND },
    { "", NULL, WIJK_LIBRARY_ERROR_NOT_FOUND },
    { "../plan", NULL, WIJK_LIBRARY_ERROR_NOT_FOUND },
    { PLAN "x", NULL, WIJK_LIBRARY_ERROR_NOT_FOUND },
  };
  g_autofree char *library = make_folder ();

  make_plan (library, PLAN);
  make_plan (library, PLAN_2);
  make_plan (library, PLAN_3);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *found = wijk_library_find (library, cases[i].beginning, &error);

      g_test_message ("%s", cases[i].beginning);
      g_assert_cmpstr (found, ==, cases[i].found);
      if (found == NULL)
        g_assert_error (error, WIJK_LIBRARY_ERROR, cases[i].code);
      else
        g_assert_no_error (error);
    }
  remove_folder (library);
}

static void
test_bin (void)
{
  g_autofree char *library = make_folder ();
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) bin = NULL;

  make_plan (library, PLAN);
  make_plan (library, PLAN_2);
  g_assert_true (wijk_library_remove (library, PLAN, NOW, &first, &error));
  g_assert_true (wijk_library_remove (library, PLAN_2, NOW + 1, &second, &error));
  assert_plans (library, NO_PLANS);
  bin = wijk_library_list_bin (library);
  g_assert_cmpuint (bin->len, ==, 2);
  g_assert_cmpstr (((WijkBinned *) bin->pdata[0])->name, ==, second);
  g_assert_cmpstr (((WijkBinned *) bin->pdata[1])->plan_id, ==, PLAN);
  g_assert_cmpint (((WijkBinned *) bin->pdata[1])->removed, ==, NOW);

  g_assert_false (wijk_library_remove (library, PLAN, NOW, NULL, &error));
  g_assert_error (error, WIJK_LIBRARY_ERROR, WIJK_LIBRARY_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (wijk_library_restore (library, first, &error));
  assert_plans (library, PLANS (PLAN));
  g_assert_false (wijk_library_restore (library, first, &error));
  g_assert_error (error, WIJK_LIBRARY_ERROR, WIJK_LIBRARY_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (wijk_library_remove (library, PLAN, NOW + 2, NULL, &error));
  g_assert_false (wijk_library_restore (library, first, &error)); /* it has another name now */
  g_assert_error (error, WIJK_LIBRARY_ERROR, WIJK_LIBRARY_ERROR_NOT_FOUND);
  remove_folder (library);
}

/* What is wiped is overwritten first: a second link to the file shows it. */
static void
test_wipe (void)
{
  g_autofree char *library = make_folder ();
  g_autofree char *folder = wijk_library_dup_plan_folder (library, PLAN);
  g_autofree char *sources = g_build_filename (folder, "sources", NULL);
  g_autofree char *scan = g_build_filename (sources, "scan.pdf", NULL);
  g_autofree char *kept = g_build_filename (library, "kept", NULL);
  g_autofree char *outside = g_build_filename (library, "outside", NULL);
  g_autofree char *link = g_build_filename (sources, "link", NULL);
  g_autofree char *name = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bin = NULL;
  gsize length;

  make_plan (library, PLAN);
  g_assert_cmpint (g_mkdir (sources, 0700), ==, 0);
  g_assert_true (g_file_set_contents (scan, "Jan de Vries", -1, NULL));
  g_assert_true (g_file_set_contents (outside, "elsewhere", -1, NULL));
  g_assert_cmpint (symlink (outside, link), ==, 0);
  g_assert_cmpint (linkat (AT_FDCWD, scan, AT_FDCWD, kept, 0), ==, 0);
  g_assert_true (wijk_library_remove (library, PLAN, NOW, &name, NULL));
  g_assert_true (wijk_library_wipe (library, name, &error));
  g_assert_no_error (error);
  bin = wijk_library_list_bin (library);
  g_assert_cmpuint (bin->len, ==, 0);
  g_assert_true (g_file_get_contents (kept, &bytes, &length, NULL));
  g_assert_null (memmem (bytes, length, "Jan", 3));
  g_clear_pointer (&bytes, g_free);
  g_assert_true (g_file_get_contents (outside, &bytes, &length, NULL));
  g_assert_cmpstr (bytes, ==, "elsewhere");
  remove_folder (library);
}

static void
test_tidy (void)
{
  g_autofree char *library = make_folder ();
  g_autofree char *stray = g_build_filename (library, "plans", ".new-" PLAN_3, NULL);
  g_autofree char *strange = g_build_filename (library, "bin", PLAN ".../x", NULL);
  g_autoptr (GPtrArray) bin = NULL;
  gint64 now = g_get_real_time () / 1000;
  g_autoptr (WijkStore) store = NULL;

  make_plan (library, PLAN);
  make_plan (library, PLAN_2);
  g_assert_true (wijk_library_remove (library, PLAN, now - 31 * DAY, NULL, NULL));
  g_assert_true (wijk_library_remove (library, PLAN_2, now - 29 * DAY, NULL, NULL));
  store = wijk_library_begin_plan (library, PLAN_3, DEVICE_A, "", NULL);
  g_assert_nonnull (store);
  g_clear_object (&store);
  g_assert_cmpint (g_mkdir_with_parents (strange, 0700), ==, 0); /* not one of ours */
  wijk_library_tidy (library, now);
  bin = wijk_library_list_bin (library);
  g_assert_cmpuint (bin->len, ==, 1);
  g_assert_cmpstr (((WijkBinned *) bin->pdata[0])->plan_id, ==, PLAN_2);
  g_assert_true (g_file_test (stray, G_FILE_TEST_IS_DIR)); /* it may be in the making */
  g_assert_true (g_file_test (strange, G_FILE_TEST_IS_DIR));
  wijk_library_tidy (library, now + 2 * DAY);
  g_assert_false (g_file_test (stray, G_FILE_TEST_IS_DIR));
  wijk_library_tidy ("/nowhere/at/all", now);
  remove_folder (library);
}

/* ---- the device ---- */

static void
test_device (void)
{
  g_autofree char *base = make_folder ();
  g_autofree char *library = g_build_filename (base, "a", "b", NULL);
  g_autofree char *path = g_build_filename (library, "device", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkDevice) device = wijk_device_load (library, &error);
  g_autoptr (WijkDevice) again = NULL;
  g_autoptr (WijkDevice) copied = NULL;
  g_autoptr (WijkDevice) copy = NULL;
  g_autoptr (GString) moved = NULL;

  g_assert_no_error (error);
  g_assert_true (wijk_is_hex (device->id, 8));
  g_assert_cmpstr (device->author, ==, "");
  g_assert_true (wijk_device_set_author (device, library, "Ada ‘Áine’ = [x]\n#", &error));
  again = wijk_device_load (library, &error);
  g_assert_cmpstr (again->id, ==, device->id);
  g_assert_cmpstr (again->author, ==, "Ada ‘Áine’ = [x]\n#");
  copy = wijk_device_copy (again);
  g_assert_cmpstr (copy->id, ==, device->id);

  /* a home that was copied to another machine: a new id, the same author */
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  moved = g_string_new (text);
  g_string_replace (moved, "machine=", "machine=0", 1);
  g_assert_true (g_file_set_contents (path, moved->str, -1, NULL));
  copied = wijk_device_load (library, &error);
  g_assert_true (wijk_is_hex (copied->id, 8));
  g_assert_cmpstr (copied->id, !=, device->id);
  g_assert_cmpstr (copied->author, ==, device->author);
  g_clear_pointer (&again, wijk_device_free);
  again = wijk_device_load (library, &error);
  g_assert_cmpstr (again->id, ==, copied->id);

  /* a file that is damaged */
  g_assert_true (g_file_set_contents (path, "\377\376[", -1, NULL));
  g_clear_pointer (&again, wijk_device_free);
  again = wijk_device_load (library, &error);
  g_assert_no_error (error);
  g_assert_true (wijk_is_hex (again->id, 8));
  wijk_device_free (NULL);
  remove_folder (base);
}

static void
test_default_folder (void)
{
  g_autofree char *folder = wijk_library_dup_default_folder ();

  g_assert_true (g_str_has_prefix (folder, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (folder, "/wijkplan"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/library/make", test_make);
  g_test_add_func ("/library/make-twice", test_make_twice);
  g_test_add_func ("/library/no-folder", test_no_folder);
  g_test_add_func ("/library/find", test_find);
  g_test_add_func ("/library/bin", test_bin);
  g_test_add_func ("/library/wipe", test_wipe);
  g_test_add_func ("/library/tidy", test_tidy);
  g_test_add_func ("/library/default-folder", test_default_folder);
  g_test_add_func ("/device", test_device);

  return g_test_run ();
}
