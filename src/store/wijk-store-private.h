/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "wijk-store.h"

G_BEGIN_DECLS

/* Statements that are used all the time are prepared once. */
typedef enum
{
  WIJK_SQL_MAX_STAMP,
  WIJK_SQL_MAX_SEQ,
  WIJK_SQL_HEADS_OF_FIELD,
  WIJK_SQL_HEADS_OF_RECORD,
  WIJK_SQL_INSERT_CHANGE,
  WIJK_SQL_INSERT_HEAD,
  WIJK_SQL_DELETE_HEAD,
  WIJK_SQL_INSERT_REPLACED,
  WIJK_SQL_IS_REPLACED,
  WIJK_SQL_INSERT_STEP,
  WIJK_SQL_CHANGE_BY_STAMP,
  WIJK_SQL_IS_ERASED,
  WIJK_SQL_IS_MEMBER_ERASED,
  WIJK_SQL_OPEN_CHANGE,
  WIJK_SQL_CLOSE_CHANGE,
  WIJK_SQL_CLOSE_ALL,
  WIJK_SQL_REWRITE_CHANGE,
  WIJK_SQL_REWRITE_HEAD,
  WIJK_SQL_GET_META,
  WIJK_SQL_SET_META,
  WIJK_SQL_PUSH_UNDO,
  WIJK_SQL_FORGET_REDO,
  WIJK_SQL_FORGET_OLDEST,
  WIJK_N_SQL,
} WijkSql;

struct _WijkStore
{
  GObject parent_instance;

  char *folder;
  char *plan_id;
  char *device;
  char *author;
  sqlite3 *db;
  sqlite3_stmt *statements[WIJK_N_SQL];
  int data_version;
  gboolean is_writing;    /* between wijk_store_begin() and wijk_store_end() */
  GError *trouble;        /* of a read meanwhile: nothing is committed */
  gint64 (*clock) (void); /* microseconds since 1970: g_get_real_time() but in tests */

  /* the open change of the field that is typed in */
  char *typing_stamp;
  char *typing_record;
  char *typing_field;
};

/* A prepared statement, reset and without bindings; FALSE with @error from the calls below. */
sqlite3_stmt *wijk_store_statement (WijkStore *self, WijkSql which);

/* Binds @n texts (NULL binds NULL) from parameter 1 on. */
void wijk_store_bind (sqlite3_stmt *statement, guint n, ...);

/* Whether the statement gives a row, or another one. Trouble is kept, and wijk_store_end() then
 * commits nothing: what could not be read never counts as absent. */
gboolean wijk_store_next (WijkStore *self, sqlite3_stmt *statement);

/* The same for the first row alone; resets the statement. */
gboolean wijk_store_has_row (WijkStore *self, sqlite3_stmt *statement);

/* The first column of the first row that @text gives, with @value bound if not NULL. */
char *wijk_store_query (WijkStore *self, const char *text, const char *value);

/* Runs a statement that gives no rows, and resets it. */
gboolean wijk_store_run (WijkStore *self, sqlite3_stmt *statement, GError **error);

/* Runs plain SQL. */
gboolean wijk_store_exec (WijkStore *self, const char *sql, GError **error);

/* Sets @error from the database's last error, naming the plan; always FALSE. */
gboolean wijk_store_failed (WijkStore *self, GError **error);

/* Around a transaction that writes. wijk_store_end() rolls back and gives FALSE if @ok is FALSE. */
gboolean wijk_store_begin (WijkStore *self, GError **error);
gboolean wijk_store_end (WijkStore *self, gboolean ok, GError **error);

char *wijk_store_dup_meta (WijkStore *self, const char *key);
gboolean wijk_store_set_meta (WijkStore *self, const char *key, const char *value, GError **error);

/* A stamp above all that the plan has. Inside a transaction. */
char *wijk_store_new_stamp (WijkStore *self);

/* Whether what ever stands in @field of @record is erased, or the change @stamp there (may be
 * NULL). */
gboolean
wijk_store_is_erased (WijkStore *self, const char *record, const char *field, const char *stamp);

/* Makes erased_name(record, field) known to the database. */
gboolean wijk_store_add_functions (WijkStore *self, GError **error);

/* What is erased leaves every row: the names of fields that @change, of `erased`, gives. Inside a
 * transaction. */
gboolean wijk_store_apply_erasure (WijkStore *self, const WijkChange *change, GError **error);

/* Takes in one change whose stamp is new. Inside a transaction. */
gboolean wijk_store_insert (WijkStore *self, const WijkChange *change, GError **error);

/* Adds a step; one that is known stays as it is. */
gboolean wijk_store_insert_step (WijkStore *self, const WijkStep *step, GError **error);

/* Writes one edit as a change of @step, unless the field already stands so; *@stamp is the change's
 * stamp or NULL, if not NULL. Inside a transaction. WIJK_STORE_ERROR_ERASED where the field was
 * erased. */
gboolean wijk_store_write_edit (
    WijkStore *self, const char *step, const WijkEdit *edit, char **stamp, GError **error);

/* Puts steps (ids joined by spaces) on the undo stack, and forgets what could be redone. */
gboolean wijk_store_push_undo (WijkStore *self, const char *steps, GError **error);

/* Works out number and label for a new remark; *@number counts on this laptop. */
gboolean wijk_store_next_number (WijkStore *self, char **number, char **label, GError **error);

/* Labels of other laptops came in: this laptop's code may need a fourth sign. */
gboolean wijk_store_forget_code (WijkStore *self, GError **error);

/* A new step of this laptop's author, now. */
WijkStep *wijk_store_new_step (WijkStore *self, const char *name, const char *undoes);

G_END_DECLS
