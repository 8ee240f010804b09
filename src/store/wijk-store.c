/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "wijk-folder.h"
#include "wijk-id.h"
#include "wijk-store-private.h"

#define APPLICATION_ID 0x57494a4b /* "WIJK" */
#define BUSY_TIMEOUT 10000        /* milliseconds */
#define SCRUB_TIMEOUT 200         /* milliseconds: it is tried again later */

G_DEFINE_FINAL_TYPE (WijkStore, wijk_store, G_TYPE_OBJECT)
G_DEFINE_QUARK (WijkStoreError, wijk_store_error)

static const char schema[] =
    "CREATE TABLE change (seq INTEGER PRIMARY KEY, stamp TEXT NOT NULL UNIQUE, step TEXT NOT NULL,"
    " record TEXT NOT NULL, field TEXT NOT NULL, value TEXT, replaced TEXT NOT NULL);"
    "CREATE INDEX change_of ON change (record, field);"
    "CREATE INDEX change_in ON change (step);"
    "CREATE TABLE head (record TEXT, field TEXT, stamp TEXT, value TEXT,"
    " PRIMARY KEY (record, field, stamp)) WITHOUT ROWID;"
    /* with record and field: a change replaces only what stood in its own field */
    "CREATE TABLE replaced (stamp TEXT, record TEXT, field TEXT,"
    " PRIMARY KEY (stamp, record, field)) WITHOUT ROWID;"
    "CREATE TABLE step (id TEXT PRIMARY KEY, author TEXT NOT NULL, at INTEGER NOT NULL,"
    " name TEXT NOT NULL, undoes TEXT) WITHOUT ROWID;"
    "CREATE TABLE erased (record TEXT, field TEXT, PRIMARY KEY (record, field)) WITHOUT ROWID;"
    /* of this laptop only */
    "CREATE TABLE open_change (stamp TEXT PRIMARY KEY) WITHOUT ROWID;"
    "CREATE TABLE undo (position INTEGER PRIMARY KEY AUTOINCREMENT, steps TEXT NOT NULL,"
    " undone_by TEXT);"
    "CREATE INDEX undone ON undo (position) WHERE undone_by IS NOT NULL;"
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;";

/* Shared memory, which the write-ahead log needs, is not to be had on a network file system. */
static gboolean
is_on_network (const char *folder)
{
  static const guint32 types[] = { 0x6969 /* NFS */,      0xff534d42 /* CIFS */,
                                   0xfe534d42 /* SMB2 */, 0x517b /* SMB */,
                                   0x65735546 /* FUSE */, 0x01021997 /* 9P */,
                                   0x5346414f /* AFS */,  0x564c /* NCP */ };
  struct statfs about;

  if (statfs (folder, &about) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if ((guint32) about.f_type == types[i])
      return TRUE;

  return FALSE;
}

static gboolean
connect_to (WijkStore *self, int flags, GError **error)
{
  g_autofree char *path = g_build_filename (self->folder, "plan.db", NULL);

  if (sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      if ((flags & SQLITE_OPEN_CREATE) == 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
        g_set_error (error,
                     WIJK_STORE_ERROR,
                     WIJK_STORE_ERROR_NOT_FOUND,
                     _ ("There is no plan in %s."),
                     self->folder);
      else
        wijk_store_failed (self, error);
      return FALSE;
    }
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);

  return wijk_store_add_functions (self, error);
}

static gboolean
choose_journal (WijkStore *self, GError **error)
{
  return wijk_store_exec (self,
                          is_on_network (self->folder) ? "PRAGMA journal_mode=DELETE"
                                                       : "PRAGMA journal_mode=WAL",
                          error) &&
         wijk_store_exec (
             self,
             "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA cache_size=-32768;"
             "PRAGMA temp_store=MEMORY;", /* no words in files beside the plan */
             error);
}

static int
get_pragma (WijkStore *self, const char *pragma)
{
  sqlite3_stmt *statement = NULL;
  int value = -1;

  if (sqlite3_prepare_v2 (self->db, pragma, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return value;
}

static gboolean
check_format (WijkStore *self, GError **error)
{
  int application = get_pragma (self, "PRAGMA application_id");
  int format = get_pragma (self, "PRAGMA user_version");

  if (application == -1)
    return wijk_store_failed (self, error);
  if (application != APPLICATION_ID)
    {
      g_set_error (error,
                   WIJK_STORE_ERROR,
                   WIJK_STORE_ERROR_DAMAGED,
                   _ ("What is in %s is not a plan."),
                   self->folder);
      return FALSE;
    }
  if (format > WIJK_STORE_FORMAT)
    {
      g_set_error (error,
                   WIJK_STORE_ERROR,
                   WIJK_STORE_ERROR_NEWER,
                   _ ("The plan in %s was written by a newer version of Wijkplan."),
                   self->folder);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_plan (WijkStore *self, GError **error)
{
  self->plan_id = wijk_store_dup_meta (self, "plan");
  if (wijk_id_has_kind (self->plan_id, "plan"))
    return TRUE;
  g_set_error (error,
               WIJK_STORE_ERROR,
               WIJK_STORE_ERROR_DAMAGED,
               _ ("What is in %s is not a plan."),
               self->folder);

  return FALSE;
}

static WijkStore *
store_new (const char *folder, const char *device, const char *author)
{
  WijkStore *self = g_object_new (WIJK_TYPE_STORE, NULL);

  self->folder = g_strdup (folder);
  self->device = g_strdup (device);
  self->author = g_strdup (author != NULL ? author : "");

  return self;
}

WijkStore *
wijk_store_create (
    const char *folder, const char *plan_id, const char *device, const char *author, GError **error)
{
  g_autoptr (WijkStore) self = NULL;
  g_autofree char *pragmas = NULL;
  gboolean ok;

  g_return_val_if_fail (wijk_id_has_kind (plan_id, "plan"), NULL);
  g_return_val_if_fail (wijk_is_hex (device, 8), NULL);

  self = store_new (folder, device, author);
  self->plan_id = g_strdup (plan_id);
  if (!connect_to (self, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) ||
      !choose_journal (self, error))
    return NULL;
  pragmas = g_strdup_printf (
      "PRAGMA application_id=%d; PRAGMA user_version=%d;", APPLICATION_ID, WIJK_STORE_FORMAT);
  if (!wijk_store_begin (self, error))
    return NULL;
  ok = wijk_store_exec (self, schema, error) && wijk_store_exec (self, pragmas, error) &&
       wijk_store_set_meta (self, "plan", plan_id, error);
  if (!wijk_store_end (self, ok, error))
    return NULL;
  wijk_folder_sync (folder);
  wijk_store_has_foreign_commit (self);

  return g_steal_pointer (&self);
}

WijkStore *
wijk_store_open (const char *folder, const char *device, const char *author, GError **error)
{
  g_autoptr (WijkStore) self = NULL;
  g_autofree char *scrub = NULL;

  g_return_val_if_fail (wijk_is_hex (device, 8), NULL);

  self = store_new (folder, device, author);
  if (!connect_to (self, SQLITE_OPEN_READWRITE, error) || !check_format (self, error) ||
      !check_plan (self, error) || !choose_journal (self, error))
    return NULL;
  scrub = wijk_store_dup_meta (self, "scrub");
  if (g_strcmp0 (scrub, "1") == 0)
    wijk_store_scrub (self, NULL);
  wijk_store_has_foreign_commit (self);

  return g_steal_pointer (&self);
}

static void
wijk_store_finalize (GObject *object)
{
  WijkStore *self = WIJK_STORE (object);

  for (guint i = 0; i < WIJK_N_SQL; i++)
    sqlite3_finalize (self->statements[i]);
  sqlite3_close (self->db);
  g_clear_error (&self->trouble);
  g_free (self->folder);
  g_free (self->plan_id);
  g_free (self->device);
  g_free (self->author);
  g_free (self->typing_stamp);
  g_free (self->typing_record);
  g_free (self->typing_field);

  G_OBJECT_CLASS (wijk_store_parent_class)->finalize (object);
}

static void
wijk_store_class_init (WijkStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_store_finalize;
}

static void
wijk_store_init (WijkStore *self)
{
  self->clock = g_get_real_time;
}

const char *
wijk_store_get_plan_id (WijkStore *self)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  return self->plan_id;
}

const char *
wijk_store_get_folder (WijkStore *self)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  return self->folder;
}

const char *
wijk_store_get_device (WijkStore *self)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  return self->device;
}

void
wijk_store_set_author (WijkStore *self, const char *author)
{
  g_return_if_fail (WIJK_IS_STORE (self));

  g_set_str (&self->author, author);
}

char *
wijk_store_dup_note (WijkStore *self, const char *key)
{
  g_autofree char *name = g_strconcat ("note-", key, NULL);

  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  return wijk_store_dup_meta (self, name);
}

gboolean
wijk_store_set_note (WijkStore *self, const char *key, const char *value, GError **error)
{
  g_autofree char *name = g_strconcat ("note-", key, NULL);

  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  return wijk_store_set_meta (self, name, value, error);
}

GStrv
wijk_store_list_notes (WijkStore *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  sqlite3_stmt *statement = NULL;

  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  sqlite3_prepare_v2 (self->db,
                      "SELECT substr(key, 6) FROM meta WHERE substr(key, 1, 5) = 'note-'",
                      -1,
                      &statement,
                      NULL);
  while (wijk_store_next (self, statement))
    g_strv_builder_add (keys, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return g_strv_builder_end (keys);
}

gboolean
wijk_store_has_foreign_commit (WijkStore *self)
{
  int version = get_pragma (self, "PRAGMA data_version");
  gboolean foreign = version != self->data_version;

  self->data_version = version;

  return foreign;
}

static gboolean
empty_log (WijkStore *self, GError **error)
{
  int busy;

  if (!wijk_store_exec (self, "VACUUM", error))
    return FALSE;
  busy = get_pragma (self, "PRAGMA wal_checkpoint(TRUNCATE)");
  if (busy == 0)
    return TRUE;
  g_set_error (error,
               WIJK_STORE_ERROR,
               WIJK_STORE_ERROR_FAILED,
               _ ("Erased words are removed for good when no other window has this plan open."));

  return FALSE;
}

gboolean
wijk_store_is_scrubbed (WijkStore *self)
{
  g_autofree char *scrub = NULL;

  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  scrub = wijk_store_dup_meta (self, "scrub");

  return g_strcmp0 (scrub, "1") != 0;
}

gboolean
wijk_store_scrub (WijkStore *self, GError **error)
{
  gboolean done;

  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  if (!wijk_store_set_meta (self, "scrub", "1", error))
    return FALSE;
  sqlite3_busy_timeout (self->db, SCRUB_TIMEOUT);
  done = empty_log (self, error);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);

  return done && wijk_store_set_meta (self, "scrub", "0", error);
}
