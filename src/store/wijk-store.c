/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "wijk-id.h"
#include "wijk-stamp.h"
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

static const char *const sql[WIJK_N_SQL] = {
  [WIJK_SQL_MAX_STAMP] = "SELECT MAX(stamp) FROM change",
  [WIJK_SQL_MAX_SEQ] = "SELECT COALESCE(MAX(seq), 0) FROM change",
  [WIJK_SQL_HEADS_OF_FIELD] =
      "SELECT stamp, value FROM head WHERE record = ?1 AND field = ?2 ORDER BY stamp",
  [WIJK_SQL_HEADS_OF_RECORD] =
      "SELECT stamp FROM head WHERE record = ?1 AND field <> 'deleted' ORDER BY stamp",
  [WIJK_SQL_INSERT_CHANGE] = "INSERT INTO change (stamp, step, record, field, value, replaced)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
  [WIJK_SQL_INSERT_HEAD] = "INSERT INTO head (record, field, stamp, value) VALUES (?1, ?2, ?3, ?4)",
  [WIJK_SQL_DELETE_HEAD] = "DELETE FROM head WHERE record = ?1 AND field = ?2 AND stamp = ?3",
  [WIJK_SQL_INSERT_REPLACED] = "INSERT OR IGNORE INTO replaced VALUES (?1, ?2, ?3)",
  [WIJK_SQL_IS_REPLACED] = "SELECT 1 FROM replaced WHERE stamp = ?1 AND record = ?2 AND field = ?3",
  [WIJK_SQL_INSERT_STEP] = "INSERT OR IGNORE INTO step (id, author, name, undoes, at)"
                           " VALUES (?1, ?2, ?3, ?4, ?5)",
  [WIJK_SQL_CHANGE_BY_STAMP] =
      "SELECT step, record, field, value, replaced FROM change WHERE stamp = ?1",
  [WIJK_SQL_IS_ERASED] =
      "SELECT 1 FROM erased WHERE record = ?1 AND ?2 NOT IN ('erased', 'deleted') AND (field = ?2"
      " OR (field = '*' AND ?2 NOT IN ('number', 'label'))"
      " OR substr(?2, 1, length(field) + 1) = field || '/')",
  [WIJK_SQL_OPEN_CHANGE] = "INSERT INTO open_change VALUES (?1)",
  [WIJK_SQL_CLOSE_CHANGE] = "DELETE FROM open_change WHERE stamp = ?1",
  [WIJK_SQL_CLOSE_ALL] = "DELETE FROM open_change",
  [WIJK_SQL_REWRITE_CHANGE] =
      "UPDATE change SET value = ?2, seq = (SELECT MAX(seq) + 1 FROM change)"
      " WHERE stamp = ?1 AND EXISTS (SELECT 1 FROM open_change WHERE stamp = ?1)",
  [WIJK_SQL_REWRITE_HEAD] =
      "UPDATE head SET value = ?4 WHERE record = ?1 AND field = ?2 AND stamp = ?3",
  [WIJK_SQL_GET_META] = "SELECT value FROM meta WHERE key = ?1",
  [WIJK_SQL_SET_META] = "INSERT INTO meta VALUES (?1, ?2)"
                        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  [WIJK_SQL_PUSH_UNDO] = "INSERT INTO undo (steps) VALUES (?1)",
  [WIJK_SQL_FORGET_REDO] = "DELETE FROM undo WHERE undone_by IS NOT NULL",
  [WIJK_SQL_FORGET_OLDEST] =
      "DELETE FROM undo WHERE position <= (SELECT MAX(position) FROM undo) - ?1",
};

/* ---- calls on the database ---- */

gboolean
wijk_store_failed (WijkStore *self, GError **error)
{
  int code = sqlite3_errcode (self->db);

  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    g_set_error (error,
                 WIJK_STORE_ERROR,
                 WIJK_STORE_ERROR_DAMAGED,
                 _ ("The plan in %s is damaged: %s."),
                 self->folder,
                 sqlite3_errmsg (self->db));
  else
    g_set_error (error,
                 WIJK_STORE_ERROR,
                 WIJK_STORE_ERROR_FAILED,
                 _ ("The plan in %s could not be read or written: %s."),
                 self->folder,
                 sqlite3_errmsg (self->db));

  return FALSE;
}

sqlite3_stmt *
wijk_store_statement (WijkStore *self, WijkSql which)
{
  if (self->statements[which] == NULL)
    sqlite3_prepare_v3 (
        self->db, sql[which], -1, SQLITE_PREPARE_PERSISTENT, &self->statements[which], NULL);
  if (self->statements[which] != NULL) /* else the next step says what is wrong */
    {
      sqlite3_reset (self->statements[which]);
      sqlite3_clear_bindings (self->statements[which]);
    }

  return self->statements[which];
}

void
wijk_store_bind (sqlite3_stmt *statement, guint n, ...)
{
  va_list values;

  va_start (values, n);
  for (guint i = 1; i <= n; i++)
    {
      const char *value = va_arg (values, const char *);

      if (value != NULL)
        sqlite3_bind_text (statement, (int) i, value, -1, SQLITE_STATIC);
    }
  va_end (values);
}

gboolean
wijk_store_next (WijkStore *self, sqlite3_stmt *statement)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE && self->is_writing && self->trouble == NULL)
    wijk_store_failed (self, &self->trouble);

  return code == SQLITE_ROW;
}

gboolean
wijk_store_has_row (WijkStore *self, sqlite3_stmt *statement)
{
  gboolean found = wijk_store_next (self, statement);

  sqlite3_reset (statement);

  return found;
}

char *
wijk_store_query (WijkStore *self, const char *text, const char *value)
{
  sqlite3_stmt *statement = NULL;
  char *result = NULL;

  sqlite3_prepare_v2 (self->db, text, -1, &statement, NULL);
  wijk_store_bind (statement, 1, value);
  if (wijk_store_next (self, statement))
    result = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return result;
}

gboolean
wijk_store_run (WijkStore *self, sqlite3_stmt *statement, GError **error)
{
  int code;

  /* after an error the database may have ended the transaction, and what is run then would be
   * committed by itself */
  if (self->trouble != NULL)
    {
      if (error != NULL)
        *error = g_error_copy (self->trouble);
      return FALSE;
    }
  code = sqlite3_step (statement);
  if (code != SQLITE_DONE && code != SQLITE_ROW)
    {
      wijk_store_failed (self, error);
      sqlite3_reset (statement);
      return FALSE;
    }
  sqlite3_reset (statement);

  return TRUE;
}

gboolean
wijk_store_exec (WijkStore *self, const char *text, GError **error)
{
  return sqlite3_exec (self->db, text, NULL, NULL, NULL) == SQLITE_OK ||
         wijk_store_failed (self, error);
}

gboolean
wijk_store_begin (WijkStore *self, GError **error)
{
  self->is_writing = wijk_store_exec (self, "BEGIN IMMEDIATE", error);

  return self->is_writing;
}

gboolean
wijk_store_end (WijkStore *self, gboolean ok, GError **error)
{
  self->is_writing = FALSE;
  if (self->trouble != NULL)
    {
      if (ok || (error != NULL && *error == NULL))
        g_propagate_error (error, g_steal_pointer (&self->trouble));
      g_clear_error (&self->trouble);
    }
  else if (ok && wijk_store_exec (self, "COMMIT", error))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

char *
wijk_store_dup_meta (WijkStore *self, const char *key)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_GET_META);
  char *value = NULL;

  wijk_store_bind (statement, 1, key);
  if (wijk_store_next (self, statement))
    value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);

  return value;
}

gboolean
wijk_store_set_meta (WijkStore *self, const char *key, const char *value, GError **error)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_SET_META);

  wijk_store_bind (statement, 2, key, value);

  return wijk_store_run (self, statement, error);
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

/* ---- opening ---- */

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

  return TRUE;
}

static gboolean
choose_journal (WijkStore *self, GError **error)
{
  return wijk_store_exec (self,
                          is_on_network (self->folder) ? "PRAGMA journal_mode=DELETE"
                                                       : "PRAGMA journal_mode=WAL",
                          error) &&
         wijk_store_exec (self,
                          "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
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

static void
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }
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
  sync_folder (folder);
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
