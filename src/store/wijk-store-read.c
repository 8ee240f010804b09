/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading heads and changes. */

#include "config.h"

#include <string.h>

#include "wijk-store-private.h"

struct _WijkHeadReader
{
  WijkStore *store;
  sqlite3_stmt *statement;
  GArray *heads;         /* of the record at hand */
  GStringChunk *strings; /* theirs */
  gboolean has_row;      /* a row of the next record is waiting */
};

static WijkHeadReader *
reader_new (WijkStore *self, const char *text, const char *record, GError **error)
{
  g_autoptr (WijkHeadReader) reader = g_new0 (WijkHeadReader, 1);
  int code;

  reader->store = g_object_ref (self);
  reader->heads = g_array_new (FALSE, FALSE, sizeof (WijkHead));
  reader->strings = g_string_chunk_new (4096);
  if (sqlite3_prepare_v2 (self->db, text, -1, &reader->statement, NULL) != SQLITE_OK)
    {
      wijk_store_failed (self, error);
      return NULL;
    }
  if (record != NULL)
    sqlite3_bind_text (reader->statement, 1, record, -1, SQLITE_TRANSIENT);
  code = sqlite3_step (reader->statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      wijk_store_failed (self, error);
      return NULL;
    }
  reader->has_row = code == SQLITE_ROW;

  return g_steal_pointer (&reader);
}

WijkHeadReader *
wijk_store_read_heads (WijkStore *self, GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  return reader_new (self,
                     "SELECT record, field, stamp, value FROM head ORDER BY record, field, stamp",
                     NULL,
                     error);
}

WijkHeadReader *
wijk_store_read_record (WijkStore *self, const char *record, GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  return reader_new (self,
                     "SELECT record, field, stamp, value FROM head WHERE record = ?1"
                     " ORDER BY field, stamp",
                     record,
                     error);
}

WijkHeadReader *
wijk_store_read_heads_since (WijkStore *self, gint64 seq, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, seq);

  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  return reader_new (self,
                     "SELECT record, field, stamp, value FROM head WHERE record IN"
                     " (SELECT record FROM change WHERE seq > CAST (?1 AS INTEGER))"
                     " ORDER BY record, field, stamp",
                     text,
                     error);
}

static const char *
keep_column (WijkHeadReader *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->statement, column);

  if (text == NULL)
    return NULL;

  return g_string_chunk_insert_len (
      self->strings, text, sqlite3_column_bytes (self->statement, column));
}

const WijkHead *
wijk_head_reader_next (WijkHeadReader *self, guint *n_heads, GError **error)
{
  const char *record = NULL;

  *n_heads = 0;
  g_array_set_size (self->heads, 0);
  g_string_chunk_clear (self->strings);
  while (self->has_row)
    {
      const char *row_record = (const char *) sqlite3_column_text (self->statement, 0);
      WijkHead head;
      int code;

      if (record != NULL && !g_str_equal (record, row_record))
        break;
      if (record == NULL)
        record = keep_column (self, 0);
      head.record = record;
      head.field = keep_column (self, 1);
      head.stamp = keep_column (self, 2);
      head.value = keep_column (self, 3);
      g_array_append_val (self->heads, head);
      code = sqlite3_step (self->statement);
      self->has_row = code == SQLITE_ROW;
      if (code != SQLITE_ROW && code != SQLITE_DONE)
        {
          wijk_store_failed (self->store, error);
          return NULL;
        }
    }
  *n_heads = self->heads->len;

  return *n_heads > 0 ? &g_array_index (self->heads, WijkHead, 0) : NULL;
}

void
wijk_head_reader_free (WijkHeadReader *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->statement);
  g_array_unref (self->heads);
  g_string_chunk_free (self->strings);
  g_object_unref (self->store);
  g_free (self);
}

static gint64
query_int (WijkStore *self, const char *text)
{
  sqlite3_stmt *statement = NULL;
  gint64 value = 0;

  if (sqlite3_prepare_v2 (self->db, text, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);

  return value;
}

gint64
wijk_store_get_seq (WijkStore *self)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), 0);

  return query_int (self, "SELECT COALESCE(MAX(seq), 0) FROM change");
}

gint64
wijk_store_get_last_change_time (WijkStore *self)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), 0);

  return query_int (
      self, "SELECT at FROM step WHERE id = (SELECT step FROM change ORDER BY seq DESC LIMIT 1)");
}

GStrv
wijk_store_dup_changed_since (WijkStore *self, gint64 *seq, GError **error)
{
  g_autoptr (GStrvBuilder) records = g_strv_builder_new ();
  sqlite3_stmt *statement = NULL;
  gint64 highest = *seq;
  int code;

  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  if (sqlite3_prepare_v2 (self->db,
                          "SELECT record, MAX(seq) FROM change WHERE seq > ?1 GROUP BY record",
                          -1,
                          &statement,
                          NULL) != SQLITE_OK)
    {
      wijk_store_failed (self, error);
      return NULL;
    }
  sqlite3_bind_int64 (statement, 1, *seq);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_strv_builder_add (records, (const char *) sqlite3_column_text (statement, 0));
      highest = MAX (highest, sqlite3_column_int64 (statement, 1));
    }
  if (code != SQLITE_DONE)
    wijk_store_failed (self, error);
  sqlite3_finalize (statement);
  if (code != SQLITE_DONE)
    return NULL;
  *seq = highest;

  return g_strv_builder_end (records);
}

static WijkChange *
change_from_row (sqlite3_stmt *statement)
{
  WijkChange *change;
  const char *columns[6];

  for (int i = 0; i < 6; i++)
    columns[i] = (const char *) sqlite3_column_text (statement, i);
  change = wijk_change_new (columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
  change->seq = sqlite3_column_int64 (statement, 6);

  return change;
}

static WijkStep *
step_from_row (sqlite3_stmt *statement, int first)
{
  return wijk_step_new ((const char *) sqlite3_column_text (statement, first),
                        (const char *) sqlite3_column_text (statement, first + 1),
                        sqlite3_column_int64 (statement, first + 2),
                        (const char *) sqlite3_column_text (statement, first + 3),
                        (const char *) sqlite3_column_text (statement, first + 4));
}

/* Runs @text, with @value bound if not NULL, and hands every row to @add. */
static gboolean
collect (WijkStore *self,
         const char *text,
         const char *value,
         void (*add) (sqlite3_stmt *, gpointer),
         gpointer into,
         GError **error)
{
  sqlite3_stmt *statement = NULL;
  int code = SQLITE_ERROR;

  if (sqlite3_prepare_v2 (self->db, text, -1, &statement, NULL) == SQLITE_OK)
    {
      if (value != NULL)
        sqlite3_bind_text (statement, 1, value, -1, SQLITE_STATIC);
      while ((code = sqlite3_step (statement)) == SQLITE_ROW)
        add (statement, into);
    }
  if (code != SQLITE_DONE)
    wijk_store_failed (self, error);
  sqlite3_finalize (statement);

  return code == SQLITE_DONE;
}

static void
add_change (sqlite3_stmt *statement, gpointer into)
{
  g_ptr_array_add (into, change_from_row (statement));
}

static void
add_step (sqlite3_stmt *statement, gpointer into)
{
  g_ptr_array_add (into, step_from_row (statement, 0));
}

static void
add_step_by_id (sqlite3_stmt *statement, gpointer into)
{
  WijkStep *step = step_from_row (statement, 0);

  g_hash_table_replace (into, step->id, step);
}

gboolean
wijk_store_read_changes (WijkStore *self, GPtrArray **steps, GPtrArray **changes, GError **error)
{
  g_autoptr (GPtrArray) all_steps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_step_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  gboolean ok;

  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  if (!wijk_store_exec (self, "BEGIN", error)) /* both reads see one moment */
    return FALSE;
  ok = collect (self,
                "SELECT id, author, at, name, undoes FROM step ORDER BY at, id",
                NULL,
                add_step,
                all_steps,
                error) &&
       collect (self,
                "SELECT stamp, step, record, field, value, replaced, seq FROM change WHERE stamp"
                " NOT IN (SELECT stamp FROM open_change) ORDER BY stamp",
                NULL,
                add_change,
                all,
                error);
  if (!wijk_store_end (self, ok, error))
    return FALSE;
  *steps = g_steal_pointer (&all_steps);
  *changes = g_steal_pointer (&all);

  return TRUE;
}

GPtrArray *
wijk_store_read_history (WijkStore *self, const char *record, GHashTable **steps, GError **error)
{
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  g_autoptr (GHashTable) by_id =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) wijk_step_free);

  g_return_val_if_fail (WIJK_IS_STORE (self), NULL);

  if (!collect (self,
                "SELECT stamp, step, record, field, value, replaced, seq FROM change"
                " WHERE record = ?1 ORDER BY stamp DESC",
                record,
                add_change,
                changes,
                error) ||
      !collect (self,
                "SELECT id, author, at, name, undoes FROM step WHERE id IN"
                " (SELECT step FROM change WHERE record = ?1)",
                record,
                add_step_by_id,
                by_id,
                error))
    return NULL;
  *steps = g_steal_pointer (&by_id);

  return g_steal_pointer (&changes);
}
