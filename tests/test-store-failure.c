/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that says no at the first call, at the second, at the third ...: whatever was asked is
 * done or not done, an error names the plan, and the next call works when the disk does. */

#include "config.h"

#include <glib.h>

#include "stores.h"
#include "wijk-library.h"
#include "wijk-store-private.h"

/* ---- the disk ---- */

typedef enum
{
  CALL_OPEN,
  CALL_READ,
  CALL_WRITE,
  CALL_TRUNCATE,
  CALL_SYNC,
  CALL_SIZE,
  CALL_SHM,
  CALL_DELETE,
} Call;

static struct
{
  guint n_calls;
  guint fail_at;     /* the call that fails, counted from 1; 0: none */
  gboolean for_ever; /* and all after it, or that one alone */
  gboolean full;     /* writes fail because the disk is full */
} disk;

static int
refuse (Call call)
{
  static const int codes[] = {
    [CALL_OPEN] = SQLITE_CANTOPEN,     [CALL_READ] = SQLITE_IOERR_READ,
    [CALL_WRITE] = SQLITE_IOERR_WRITE, [CALL_TRUNCATE] = SQLITE_IOERR_TRUNCATE,
    [CALL_SYNC] = SQLITE_IOERR_FSYNC,  [CALL_SIZE] = SQLITE_IOERR_FSTAT,
    [CALL_SHM] = SQLITE_IOERR_SHMMAP,  [CALL_DELETE] = SQLITE_IOERR_DELETE,
  };

  disk.n_calls++;
  if (disk.fail_at == 0 || disk.n_calls < disk.fail_at ||
      (disk.n_calls > disk.fail_at && !disk.for_ever))
    return SQLITE_OK;

  return disk.full && call == CALL_WRITE ? SQLITE_FULL : codes[call];
}

typedef struct
{
  sqlite3_file base;
  sqlite3_file *real; /* behind this */
} File;

#define REAL(file) (((File *) (file))->real)
#define PASS(file, method, ...) (REAL (file)->pMethods->method (REAL (file), ##__VA_ARGS__))
#define REFUSE_OR(call, otherwise)                                                                 \
  int code = refuse (call);                                                                        \
                                                                                                   \
  return code != SQLITE_OK ? code : (otherwise)

static int
file_close (sqlite3_file *file)
{
  return PASS (file, xClose);
}

static int
file_read (sqlite3_file *file, void *to, int n, sqlite3_int64 at)
{
  REFUSE_OR (CALL_READ, PASS (file, xRead, to, n, at));
}

static int
file_write (sqlite3_file *file, const void *from, int n, sqlite3_int64 at)
{
  REFUSE_OR (CALL_WRITE, PASS (file, xWrite, from, n, at));
}

static int
file_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  REFUSE_OR (CALL_TRUNCATE, PASS (file, xTruncate, size));
}

static int
file_sync (sqlite3_file *file, int flags)
{
  REFUSE_OR (CALL_SYNC, PASS (file, xSync, flags));
}

static int
file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  REFUSE_OR (CALL_SIZE, PASS (file, xFileSize, size));
}

static int
file_lock (sqlite3_file *file, int level)
{
  return PASS (file, xLock, level);
}

static int
file_unlock (sqlite3_file *file, int level)
{
  return PASS (file, xUnlock, level);
}

static int
file_check_lock (sqlite3_file *file, int *result)
{
  return PASS (file, xCheckReservedLock, result);
}

static int
file_control (sqlite3_file *file, int op, void *argument)
{
  return PASS (file, xFileControl, op, argument);
}

static int
file_sector_size (sqlite3_file *file)
{
  return PASS (file, xSectorSize);
}

static int
file_characteristics (sqlite3_file *file)
{
  return PASS (file, xDeviceCharacteristics);
}

static int
file_shm_map (sqlite3_file *file, int region, int size, int extend, void volatile **memory)
{
  REFUSE_OR (CALL_SHM, PASS (file, xShmMap, region, size, extend, memory));
}

static int
file_shm_lock (sqlite3_file *file, int at, int n, int flags)
{
  return PASS (file, xShmLock, at, n, flags);
}

static void
file_shm_barrier (sqlite3_file *file)
{
  PASS (file, xShmBarrier);
}

static int
file_shm_unmap (sqlite3_file *file, int remove)
{
  return PASS (file, xShmUnmap, remove);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_characteristics,
  .xShmMap = file_shm_map,
  .xShmLock = file_shm_lock,
  .xShmBarrier = file_shm_barrier,
  .xShmUnmap = file_shm_unmap,
};

static sqlite3_vfs *below;

static int
disk_open (sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) file;
  int code = refuse (CALL_OPEN);

  self->base.pMethods = NULL;
  if (code != SQLITE_OK)
    return code;
  self->real = (sqlite3_file *) (gpointer) (self + 1);
  code = below->xOpen (below, name, self->real, flags, out_flags);
  if (code == SQLITE_OK)
    self->base.pMethods = &methods;

  return code;
}

static int
disk_delete (sqlite3_vfs *vfs, const char *name, int sync)
{
  REFUSE_OR (CALL_DELETE, below->xDelete (below, name, sync));
}

static void
set_up_disk (void)
{
  static sqlite3_vfs vfs;

  below = sqlite3_vfs_find (NULL);
  vfs = *below;
  vfs.zName = "unwilling";
  vfs.szOsFile = (int) sizeof (File) + below->szOsFile;
  vfs.xOpen = disk_open;
  vfs.xDelete = disk_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

/* ---- what is asked of it ---- */

typedef gboolean (*Act) (Laptop *laptop, GError **error);

static gboolean
act_write (Laptop *laptop, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, OTHER, "number", WIJK_EDIT_NUMBER);
  wijk_edits_add (edits, OTHER, "label", WIJK_EDIT_NUMBER);
  wijk_edits_add (edits, OTHER, "text", "new");
  wijk_edits_add (edits, REMARK, "text", "changed");
  wijk_edits_add (edits, SECTION, "deleted", WIJK_EDIT_DELETED);

  return wijk_store_write (laptop->store, "write", edits, error);
}

static gboolean
act_type (Laptop *laptop, GError **error)
{
  return wijk_store_type (laptop->store, "type", SECTION, "text", "typed", error);
}

static gboolean
act_type_on (Laptop *laptop, GError **error)
{
  return wijk_store_type (laptop->store, "type", REMARK, "reason", "typed on", error);
}

static gboolean
act_close (Laptop *laptop, GError **error)
{
  return wijk_store_close_typing (laptop->store, error);
}

static gboolean
act_undo (Laptop *laptop, GError **error)
{
  g_auto (WijkUndone) undone = { 0 };

  return wijk_store_undo (laptop->store, &undone, error);
}

static gboolean
act_redo (Laptop *laptop, GError **error)
{
  g_auto (WijkUndone) undone = { 0 };

  return wijk_store_redo (laptop->store, &undone, error);
}

static gboolean
act_take (Laptop *laptop, GError **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_step_free);
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  g_auto (WijkTaken) taken = { 0 };

  g_ptr_array_add (steps, wijk_step_new ("step-0123456789abcdefghijklmnop", "", 1, "", NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *stamp = g_strdup_printf ("000000000000%u-00000-0000000b", i);

      g_ptr_array_add (changes,
                       wijk_change_new (stamp,
                                        "step-0123456789abcdefghijklmnop",
                                        i == 0 ? OTHER : REMARK,
                                        i == 2 ? "label" : "text",
                                        "taken",
                                        ""));
    }

  return wijk_store_take (laptop->store, steps, changes, 1, &taken, error);
}

static gboolean
act_erase (Laptop *laptop, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, REMARK, "erased", "text");

  return wijk_store_erase (laptop->store, "erase", edits, error);
}

static gboolean
act_note (Laptop *laptop, GError **error)
{
  return wijk_store_set_note (laptop->store, "backup", "today", error);
}

static gboolean
act_reopen (Laptop *laptop, GError **error)
{
  WijkStore *store = wijk_store_open (laptop->folder, DEVICE_A, "Ada", error);

  if (store == NULL)
    return FALSE;
  g_object_unref (store);

  return TRUE;
}

static gboolean
act_read (Laptop *laptop, GError **error)
{
  g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (laptop->store, error);
  GError *read_error = NULL;
  guint n;

  if (reader == NULL)
    return FALSE;
  while (wijk_head_reader_next (reader, &n, &read_error) != NULL)
    ;
  if (read_error != NULL)
    {
      g_propagate_error (error, read_error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
act_read_changes (Laptop *laptop, GError **error)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_auto (GStrv) changed = NULL;
  gint64 seq = 0;

  if (!wijk_store_read_changes (laptop->store, &steps, &changes, error))
    return FALSE;
  history = wijk_store_read_history (laptop->store, REMARK, &by_id, error);
  if (history == NULL)
    return FALSE;
  changed = wijk_store_dup_changed_since (laptop->store, &seq, error);

  return changed != NULL;
}

/* ---- asked ---- */

/* A plan with something of everything in it, its typing open; the pages are not in memory. */
static void
make_plan (Laptop *laptop, gboolean with_others)
{
  g_auto (WijkUndone) undone = { 0 };

  laptop_init (laptop, DEVICE_A);
  write_many (laptop->store, "1", PLAN, "kind", "wijkplan", SECTION, "title", "Groen", NULL);
  write_many (laptop->store, "2", REMARK, "number", "?", REMARK, "label", "?", NULL);
  write_one (laptop->store, REMARK, "text", "first");
  write_one (laptop->store, REMARK, "text", "second");
  g_assert_true (wijk_store_undo (laptop->store, &undone, NULL));
  if (with_others)
    wijk_store_set_note (laptop->store, "x", "y", NULL);
  laptop_restart (laptop);
}

/* All that a person could notice. */
static char *
dup_all (const char *folder)
{
  return query_file (
      folder,
      "SELECT (SELECT group_concat(record || field || stamp || ifnull(value, '-')) FROM head)"
      " || (SELECT count(*) FROM change) || (SELECT count(*) FROM step)"
      " || (SELECT ifnull(group_concat(steps || ifnull(undone_by, '')), '') FROM undo)"
      " || (SELECT ifnull(group_concat(stamp), '') FROM open_change)"
      " || (SELECT group_concat(key || value) FROM meta WHERE key <> 'scrub')");
}

static void
set_failing (guint at, guint how)
{
  disk.n_calls = 0;
  disk.fail_at = at;
  disk.for_ever = how > 0;
  disk.full = how == 2;
}

static void
stop_failing (void)
{
  disk.fail_at = 0;
}

typedef struct
{
  const char *name;
  Act act;
  gboolean writes;
} Case;

static const Case cases[] = {
  { "write", act_write, TRUE },     { "type", act_type, TRUE },
  { "type-on", act_type_on, TRUE }, { "close-typing", act_close, TRUE },
  { "undo", act_undo, TRUE },       { "redo", act_redo, TRUE },
  { "take", act_take, TRUE },       { "erase", act_erase, TRUE },
  { "note", act_note, TRUE },       { "reopen", act_reopen, FALSE },
  { "read", act_read, FALSE },      { "read-changes", act_read_changes, FALSE },
};

static void
test_act (gconstpointer data)
{
  const Case *one = data;
  guint n_failed = 0;
  guint n_points = 0;

  for (guint how = 0; how < 3; how++)
    for (guint at = 1;; at++)
      {
        Laptop a;
        g_autoptr (GError) error = NULL;
        g_autofree char *before = NULL;
        g_autofree char *after = NULL;
        g_autofree char *later = NULL;
        gboolean ok, reached;

        make_plan (&a, one->act == act_note);
        if (one->act == act_close || one->act == act_type_on)
          type (a.store, REMARK, "reason", "open");
        before = dup_all (a.folder);

        set_failing (at, how);
        ok = one->act (&a, &error);
        reached = disk.n_calls >= at;
        stop_failing ();

        g_test_message ("%s, mode %u, call %u: %s",
                        one->name,
                        how,
                        at,
                        error != NULL ? error->message : "done");
        g_assert_cmpint (ok, ==, error == NULL);
        if (error != NULL)
          {
            n_failed++;
            g_assert_true (error->domain == WIJK_STORE_ERROR);
            g_assert_true (error->code == WIJK_STORE_ERROR_FAILED ||
                           error->code == WIJK_STORE_ERROR_DAMAGED);
            g_assert_nonnull (strstr (error->message, a.folder));
          }
        n_points++;
        after = dup_all (a.folder);
        if (!ok || !one->writes)
          g_assert_cmpstr (after, ==, before);
        else
          g_assert_cmpstr (after, !=, before);

        /* the disk is well again: everything works, and stays after a restart */
        if (!ok)
          {
            g_clear_error (&error);
            one->act (&a, &error);
            g_assert_no_error (error);
          }
        write_one (a.store, PLAN, "vision", "after");
        assert_standing (a.store, PLAN, "vision", "after");
        g_clear_pointer (&after, g_free);
        after = dup_all (a.folder);
        laptop_restart (&a);
        later = dup_all (a.folder);
        g_assert_cmpstr (later, ==, after);
        assert_sound (a.folder);
        laptop_clear (&a);
        if (!reached)
          break;
      }
  g_test_message ("%s: %u points, %u failed", one->name, n_points, n_failed);
  g_assert_cmpuint (n_failed, >, 3);
}

static void
test_create (void)
{
  for (guint how = 0; how < 3; how++)
    for (guint at = 1;; at++)
      {
        g_autofree char *library = make_folder ();
        g_autoptr (GError) error = NULL;
        g_autoptr (WijkStore) store = NULL;
        gboolean reached;

        set_failing (at, how);
        store = wijk_library_begin_plan (library, PLAN, DEVICE_A, "", &error);
        reached = disk.n_calls >= at;
        stop_failing ();
        if (store == NULL)
          {
            g_autofree char *making = g_build_filename (library, "plans", ".new-" PLAN, NULL);

            g_assert_true (error->domain == WIJK_STORE_ERROR);
            g_assert_false (g_file_test (making, G_FILE_TEST_EXISTS));
            g_clear_error (&error);
            store = wijk_library_begin_plan (library, PLAN, DEVICE_A, "", &error);
          }
        g_assert_no_error (error);
        write_one (store, PLAN, "title", "x");
        g_clear_object (&store);
        remove_folder (library);
        if (!reached)
          break;
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  set_up_disk ();
  g_test_add_func ("/store/failure/create", test_create);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/failure/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_act);
    }

  return g_test_run ();
}
