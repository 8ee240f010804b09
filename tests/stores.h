/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stores in folders of their own, and what stands in them. */

#pragma once

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "wijk-id.h"
#include "wijk-store.h"

#define DEVICE_A "0000000a"
#define DEVICE_B "0000000b"
#define DEVICE_C "0000000c"
#define PLAN "plan-0123456789abcdefghijklmnop"
#define REMARK "remark-0123456789abcdefghijklmnop"
#define OTHER "remark-1111111111abcdefghijklmnop"
#define SECTION "section-0123456789abcdefghijklmnop"

/* In memory where there is such a folder: what is tested here is not the disk. */
static inline char *
make_folder (void)
{
  g_autofree char *in_memory = g_strdup ("/dev/shm/wijk-XXXXXX");
  g_autoptr (GError) error = NULL;
  char *folder;

  if (g_access ("/dev/shm", W_OK) == 0 && g_mkdtemp (in_memory) != NULL)
    return g_steal_pointer (&in_memory);
  folder = g_dir_make_tmp ("wijk-XXXXXX", &error);
  g_assert_no_error (error);

  return folder;
}

static inline void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* One laptop: a store in a folder that goes with it. */
typedef struct
{
  char *folder;
  WijkStore *store;
} Laptop;

static inline void
laptop_init (Laptop *laptop, const char *device)
{
  g_autoptr (GError) error = NULL;

  laptop->folder = make_folder ();
  laptop->store = wijk_store_create (laptop->folder, PLAN, device, "Ada", &error);
  g_assert_no_error (error);
}

static inline void
laptop_clear (Laptop *laptop)
{
  g_assert_finalize_object (laptop->store);
  remove_folder (laptop->folder);
  g_free (laptop->folder);
}

/* Closes the plan and opens it again, as after a restart. */
static inline void
laptop_restart (Laptop *laptop)
{
  g_autofree char *device = g_strdup (wijk_store_get_device (laptop->store));
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (laptop->store);
  laptop->store = wijk_store_open (laptop->folder, device, "Ada", &error);
  g_assert_no_error (error);
}

/* ---- writing ---- */

static inline void
write_edits (WijkStore *store, const char *name, GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;

  wijk_store_write (store, name, edits, &error);
  g_assert_no_error (error);
}

static inline void
write_one (WijkStore *store, const char *record, const char *field, const char *value)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, record, field, value);
  write_edits (store, field, edits);
}

/* Writes what follows, as triples of record, field and value up to NULL, as one step. */
static inline void
write_many (WijkStore *store, const char *name, ...)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  const char *record;
  va_list triples;

  va_start (triples, name);
  while ((record = va_arg (triples, const char *)) != NULL)
    {
      const char *field = va_arg (triples, const char *);

      wijk_edits_add (edits, record, field, va_arg (triples, const char *));
    }
  va_end (triples);
  write_edits (store, name, edits);
}

static inline void
type (WijkStore *store, const char *record, const char *field, const char *value)
{
  g_autoptr (GError) error = NULL;

  wijk_store_type (store, "typing", record, field, value, &error);
  g_assert_no_error (error);
}

static inline void
erase (WijkStore *store, const char *record, const char *fields)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;

  wijk_edits_add (edits, record, "erased", fields);
  wijk_store_erase (store, "erase", edits, &error);
  g_assert_no_error (error);
}

/* ---- reading ---- */

/* What stands in a field: the values of its heads, lowest stamp first, joined by "|"; "-" where
 * erased; NULL where there are no heads. */
static inline char *
dup_standing (WijkStore *store, const char *record, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkHeadReader) reader = wijk_store_read_record (store, record, &error);
  g_autoptr (GString) text = NULL;
  const WijkHead *heads;
  guint n;

  g_assert_no_error (error);
  heads = wijk_head_reader_next (reader, &n, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (heads[i].field, field))
      {
        if (text == NULL)
          text = g_string_new (NULL);
        else
          g_string_append_c (text, '|');
        g_string_append (text, heads[i].value != NULL ? heads[i].value : "-");
      }

  return text != NULL ? g_strdup (text->str) : NULL;
}

#define assert_standing(store, record, field, expected)                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *standing = dup_standing (store, record, field);                               \
                                                                                                   \
    g_assert_cmpstr (standing, ==, expected);                                                      \
  }                                                                                                \
  G_STMT_END

/* All heads, as text. */
static inline char *
dup_heads (WijkStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (store, &error);
  GString *text = g_string_new (NULL);
  const WijkHead *heads;
  guint n;

  g_assert_no_error (error);
  while ((heads = wijk_head_reader_next (reader, &n, &error)) != NULL)
    for (guint i = 0; i < n; i++)
      {
        g_assert_cmpstr (heads[i].record, ==, heads[0].record);
        g_string_append_printf (text,
                                "%s %s %s %s\n",
                                heads[i].record,
                                heads[i].field,
                                heads[i].stamp,
                                heads[i].value != NULL ? heads[i].value : "(erased)");
      }
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

static inline void
read_changes (WijkStore *store, GPtrArray **steps, GPtrArray **changes)
{
  g_autoptr (GError) error = NULL;

  wijk_store_read_changes (store, steps, changes, &error);
  g_assert_no_error (error);
}

static inline guint
count_changes (WijkStore *store)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  read_changes (store, &steps, &changes);

  return changes->len;
}

/* All changes, as text. */
static inline char *
dup_changes (WijkStore *store)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  GString *text = g_string_new (NULL);

  read_changes (store, &steps, &changes);
  for (guint i = 0; i < changes->len; i++)
    {
      WijkChange *change = changes->pdata[i];

      g_string_append_printf (text,
                              "%s %s %s %s [%s] %s\n",
                              change->stamp,
                              change->step,
                              change->record,
                              change->field,
                              change->replaced,
                              change->value != NULL ? change->value : "(erased)");
    }

  return g_string_free (text, FALSE);
}

/* Hands all closed changes of @from to @to. */
static inline void
give (WijkStore *from, WijkStore *to, guint n_new)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (WijkTaken) taken = { 0 };

  wijk_store_close_typing (from, NULL);
  read_changes (from, &steps, &changes);
  wijk_store_take (to, steps, changes, g_get_real_time () / 1000, &taken, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (taken.n_new + taken.n_same, ==, changes->len);
  if (n_new != G_MAXUINT)
    g_assert_cmpuint (taken.n_new, ==, n_new);
}

#define ANY G_MAXUINT

/* ---- soundness, asked of the file itself ---- */

static inline sqlite3 *
open_file (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "plan.db", NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);

  return db;
}

/* The first value that @sql gives, or what is wrong. */
static inline char *
query_db (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *value = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  else if (sqlite3_errcode (db) != SQLITE_DONE)
    value = g_strdup (sqlite3_errmsg (db));
  sqlite3_finalize (statement);

  return value;
}

static inline char *
query_file (const char *folder, const char *sql)
{
  sqlite3 *db = open_file (folder);
  char *value = query_db (db, sql);

  sqlite3_close (db);

  return value;
}

/* What is wrong in the plan of @folder, NULL if nothing is: the database itself, and whether what
 * is derived is what follows from the changes. */
static inline char *
dup_fault (const char *folder)
{
  static const struct
  {
    const char *sql;
    const char *right;
  } questions[] = {
    { "PRAGMA integrity_check", "ok" },
    { "WITH RECURSIVE"
      " part (record, field, stamp, rest) AS ("
      "  SELECT record, field, substr(replaced, 1, 28), substr(replaced, 30) FROM change"
      "   WHERE replaced <> ''"
      "  UNION ALL"
      "  SELECT record, field, substr(rest, 1, 28), substr(rest, 30) FROM part WHERE rest <> ''),"
      " gone AS MATERIALIZED (SELECT DISTINCT record, field, stamp FROM part),"
      " derived AS MATERIALIZED (SELECT record, field, stamp, value FROM change WHERE stamp NOT IN"
      "  (SELECT stamp FROM gone WHERE gone.record = change.record AND gone.field = change.field)),"
      " kept AS (SELECT record, field, stamp FROM replaced),"
      " stands AS (SELECT record, field, stamp, value FROM head)"
      " SELECT (SELECT count(*) FROM (SELECT * FROM derived EXCEPT SELECT * FROM stands)) || ' ' ||"
      " (SELECT count(*) FROM (SELECT * FROM stands EXCEPT SELECT * FROM derived)) || ' ' ||"
      " (SELECT count(*) FROM (SELECT * FROM gone EXCEPT SELECT * FROM kept)) || ' ' ||"
      " (SELECT count(*) FROM (SELECT * FROM kept EXCEPT SELECT * FROM gone))",
      "0 0 0 0" },
    { "SELECT count(*) FROM change WHERE step NOT IN (SELECT id FROM step)", "0" },
    { "SELECT count(*) FROM open_change WHERE stamp NOT IN (SELECT stamp FROM head)", "0" },
    { "SELECT count(*) FROM change JOIN erased ON change.record = erased.record AND"
      " change.field = erased.field WHERE value IS NOT NULL",
      "0" },
    { "SELECT count(*) FROM undo WHERE undone_by IS NULL AND"
      " position > (SELECT min(position) FROM undo WHERE undone_by IS NOT NULL)",
      "0" },
  };

  sqlite3 *db = open_file (folder);
  char *fault = NULL;

  for (gsize i = 0; fault == NULL && i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *answer = query_db (db, questions[i].sql);

      if (g_strcmp0 (answer, questions[i].right) != 0)
        fault = g_strdup_printf ("%.40s...: %s", questions[i].sql, answer);
    }
  sqlite3_close (db);

  return fault;
}

#define assert_sound(folder)                                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *fault = dup_fault (folder);                                                   \
                                                                                                   \
    g_assert_cmpstr (fault, ==, NULL);                                                             \
  }                                                                                                \
  G_STMT_END
