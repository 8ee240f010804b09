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

static gboolean
is_author_erased (WijkStore *self, const char *author)
{
  g_autofree char *field = g_strconcat (WIJK_ERASE_AUTHOR "/", author, NULL);
  g_autofree char *erased = wijk_store_dup_erased_name (self->plan_id, field);
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_IS_MEMBER_ERASED);

  wijk_store_bind (statement, 2, self->plan_id, erased);

  return erased != NULL && wijk_store_has_row (self, statement);
}

gboolean
wijk_store_insert_step (WijkStore *self, const WijkStep *step, GError **error)
{
  const char *author = is_author_erased (self, step->author) ? "" : step->author;
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_INSERT_STEP);

  wijk_store_bind (statement, 4, step->id, author, step->name, step->undoes);
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

/* The same change under the name that its field goes by: what tells who was in a set is erased with
 * the name. */
static const char *
find_name (WijkStore *self, const WijkChange *change, char **erased)
{
  sqlite3_stmt *statement;

  *erased = wijk_store_dup_erased_name (change->record, change->field);
  if (*erased == NULL)
    return change->field;
  statement = wijk_store_statement (self, WIJK_SQL_IS_MEMBER_ERASED);
  wijk_store_bind (statement, 2, change->record, *erased);

  return wijk_store_has_row (self, statement) ? *erased : change->field;
}

gboolean
wijk_store_insert (WijkStore *self, const WijkChange *asked, GError **error)
{
  g_autofree char *erased = NULL;
  WijkChange change = *asked;
  sqlite3_stmt *statement;

  change.field = (char *) find_name (self, asked, &erased);
  if (wijk_store_is_erased (self, change.record, change.field, change.stamp))
    change.value = NULL;
  statement = wijk_store_statement (self, WIJK_SQL_INSERT_CHANGE);
  wijk_store_bind (statement,
                   6,
                   change.stamp,
                   change.step,
                   change.record,
                   change.field,
                   change.value,
                   change.replaced);
  if (!wijk_store_run (self, statement, error) || !replace (self, &change, error))
    return FALSE;

  statement = wijk_store_statement (self, WIJK_SQL_IS_REPLACED);
  wijk_store_bind (statement, 3, change.stamp, change.record, change.field);
  if (!wijk_store_has_row (self, statement))
    {
      statement = wijk_store_statement (self, WIJK_SQL_INSERT_HEAD);
      wijk_store_bind (statement, 4, change.record, change.field, change.stamp, change.value);
      if (!wijk_store_run (self, statement, error))
        return FALSE;
    }

  return !g_str_equal (change.field, "erased") || change.value == NULL ||
         wijk_store_apply_erasure (self, &change, error);
}
