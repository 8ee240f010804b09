/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Calls on the database: statements, transactions, what is kept beside the changes. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdarg.h>

#include "wijk-store-private.h"

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
      " OR field = ?3 OR (field = '*' AND ?2 NOT IN ('number', 'label'))"
      " OR substr(?2, 1, length(field) + 1) = field || '/')",
  [WIJK_SQL_IS_MEMBER_ERASED] = "SELECT 1 FROM erased WHERE record = ?1 AND field = ?2",
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
