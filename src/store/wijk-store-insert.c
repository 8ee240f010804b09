/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One change into the set, and what follows from it. */

#include "config.h"

#include <string.h>

#include "wijk-id.h"
#include "wijk-stamp.h"
#include "wijk-store-private.h"

char *
wijk_store_new_stamp (WijkStore *self)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_MAX_STAMP);
  const char *highest = NULL;
  char *stamp;

  if (wijk_store_next (self, statement))
    highest = (const char *) sqlite3_column_text (statement, 0);
  stamp = wijk_stamp_new (self->clock () / 1000, self->device, highest);
  sqlite3_reset (statement);

  return stamp;
}

WijkStep *
wijk_store_new_step (WijkStore *self, const char *name, const char *undoes)
{
  g_autofree char *id = wijk_id_new ("step");

  return wijk_step_new (id, self->author, self->clock () / 1000, name, undoes);
}

gboolean
wijk_store_insert_step (WijkStore *self, const WijkStep *step, GError **error)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_INSERT_STEP);

  wijk_store_bind (statement, 4, step->id, step->author, step->name, step->undoes);
  sqlite3_bind_int64 (statement, 5, step->at);

  return wijk_store_run (self, statement, error);
}

static gboolean
replace (WijkStore *self, const WijkChange *change, GError **error)
{
  g_auto (GStrv) stamps = g_strsplit (change->replaced, " ", -1);

  for (guint i = 0; stamps[i] != NULL; i++)
    {
      sqlite3_stmt *insert, *remove, *close;

      if (*stamps[i] == '\0')
        continue;
      insert = wijk_store_statement (self, WIJK_SQL_INSERT_REPLACED);
      wijk_store_bind (insert, 3, stamps[i], change->record, change->field);
      remove = wijk_store_statement (self, WIJK_SQL_DELETE_HEAD);
      wijk_store_bind (remove, 3, change->record, change->field, stamps[i]);
      close = wijk_store_statement (self, WIJK_SQL_CLOSE_CHANGE);
      wijk_store_bind (close, 1, stamps[i]);
      if (!wijk_store_run (self, insert, error) || !wijk_store_run (self, remove, error) ||
          !wijk_store_run (self, close, error))
        return FALSE;
    }

  return TRUE;
}

/* Values of what is erased leave every row; the rows stay, so that the set is the same everywhere.
 * What is being typed there is closed, or the next key would bring the words back. */
static gboolean
apply_erasure (WijkStore *self, const WijkChange *change, GError **error)
{
#define ERASED                                                                                     \
  " WHERE record = ?1 AND field NOT IN ('erased', 'deleted') AND (field = ?2"                      \
  " OR (?2 = '*' AND field NOT IN ('number', 'label'))"                                            \
  " OR substr(field, 1, length(?2) + 1) = ?2 || '/')"
  static const char *const texts[] = {
    "INSERT OR IGNORE INTO erased VALUES (?1, ?2)",
    "UPDATE change SET value = NULL" ERASED,
    "UPDATE head SET value = NULL" ERASED,
    "DELETE FROM open_change WHERE stamp IN (SELECT stamp FROM change" ERASED ")",
  };
#undef ERASED
  g_auto (GStrv) fields = g_strsplit (change->value, " ", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        sqlite3_stmt *statement = NULL;
        gboolean ok;

        if (*fields[i] == '\0')
          continue;
        if (sqlite3_prepare_v2 (self->db, texts[j], -1, &statement, NULL) != SQLITE_OK)
          return wijk_store_failed (self, error);
        wijk_store_bind (statement, 2, change->record, fields[i]);
        ok = wijk_store_run (self, statement, error);
        sqlite3_finalize (statement);
        if (!ok)
          return FALSE;
      }

  return wijk_store_set_meta (self, "scrub", "1", error);
}

gboolean
wijk_store_is_erased (WijkStore *self, const char *record, const char *field)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_IS_ERASED);

  wijk_store_bind (statement, 2, record, field);

  return wijk_store_has_row (self, statement);
}

gboolean
wijk_store_insert (WijkStore *self, const WijkChange *change, GError **error)
{
  const char *value =
      wijk_store_is_erased (self, change->record, change->field) ? NULL : change->value;
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_INSERT_CHANGE);

  wijk_store_bind (statement,
                   6,
                   change->stamp,
                   change->step,
                   change->record,
                   change->field,
                   value,
                   change->replaced);
  if (!wijk_store_run (self, statement, error) || !replace (self, change, error))
    return FALSE;

  statement = wijk_store_statement (self, WIJK_SQL_IS_REPLACED);
  wijk_store_bind (statement, 3, change->stamp, change->record, change->field);
  if (!wijk_store_has_row (self, statement))
    {
      statement = wijk_store_statement (self, WIJK_SQL_INSERT_HEAD);
      wijk_store_bind (statement, 4, change->record, change->field, change->stamp, value);
      if (!wijk_store_run (self, statement, error))
        return FALSE;
    }

  return !g_str_equal (change->field, "erased") || change->value == NULL ||
         apply_erasure (self, change, error);
}
