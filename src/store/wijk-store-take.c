/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking in changes of other laptops, in whatever order they come. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-id.h"
#include "wijk-stamp.h"
#include "wijk-store-private.h"

#define DAY G_GINT64_CONSTANT (86400000) /* milliseconds */

static gboolean
refuse (const WijkChange *change, const char *why, GError **error)
{
  g_set_error (error,
               WIJK_STORE_ERROR,
               WIJK_STORE_ERROR_STAMP,
               /* Translators: the id of a change, what is wrong with it */
               _ ("Change %s %s; nothing was taken in."),
               change->stamp != NULL ? change->stamp : "?",
               why);

  return FALSE;
}

static gboolean
is_well_formed (WijkStore *self, const WijkChange *change, GError **error)
{
  g_auto (GStrv) replaced = NULL;

  if (!wijk_stamp_is_valid (change->stamp) || !wijk_id_is_valid (change->step) ||
      !wijk_id_is_valid (change->record) || !wijk_field_name_is_valid (change->field))
    return refuse (change, _ ("is malformed"), error);
  if (wijk_id_has_kind (change->record, "plan") && !g_str_equal (change->record, self->plan_id))
    return refuse (change, _ ("belongs to another plan"), error);
  replaced = g_strsplit (change->replaced, " ", -1);
  for (guint i = 0; replaced[i] != NULL; i++)
    if (!wijk_stamp_is_valid (replaced[i]))
      return refuse (change, _ ("is malformed"), error);
    else if (strcmp (replaced[i], change->stamp) >= 0)
      return refuse (change, _ ("replaces something that comes after it"), error);

  return TRUE;
}

/* Whether two fields of a record are one, though the name in one of them may be erased. */
static gboolean
is_same_field (const char *record, const char *here, const char *there)
{
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;

  if (g_strcmp0 (here, there) == 0)
    return TRUE;
  name = wijk_store_dup_erased_name (record, here);
  other = wijk_store_dup_erased_name (record, there);

  return name != NULL && g_strcmp0 (name, other) == 0 &&
         (g_str_equal (name, here) || g_str_equal (name, there));
}

/* Of a change that is here already: the same, erased values aside? */
static gboolean
is_same (WijkStore *self, const WijkChange *change, gboolean *known)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_CHANGE_BY_STAMP);
  gboolean same = TRUE;

  wijk_store_bind (statement, 1, change->stamp);
  *known = wijk_store_next (self, statement);
  if (*known)
    {
      const char *value = (const char *) sqlite3_column_text (statement, 3);

      same = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), change->step) == 0 &&
             g_strcmp0 ((const char *) sqlite3_column_text (statement, 1), change->record) == 0 &&
             is_same_field (change->record,
                            (const char *) sqlite3_column_text (statement, 2),
                            change->field) &&
             g_strcmp0 ((const char *) sqlite3_column_text (statement, 4), change->replaced) == 0 &&
             (value == NULL || change->value == NULL || g_str_equal (value, change->value));
    }
  sqlite3_reset (statement);

  return same;
}

typedef struct
{
  gint64 now_ms;
  GHashTable *new_steps; /* ids of the steps of new changes */
  gboolean has_labels;
  gboolean has_erased;
  WijkTaken *taken;
} Taking;

static gboolean
take_change (WijkStore *self, const WijkChange *change, Taking *t, GError **error)
{
  WijkTaken *taken = t->taken;
  gboolean known;

  if (!is_well_formed (self, change, error))
    return FALSE;
  if (!is_same (self, change, &known))
    return refuse (change, _ ("is here already with other content"), error);
  if (known)
    {
      taken->n_same++;
      return TRUE;
    }
  taken->n_new++;
  t->has_labels |= g_str_equal (change->field, "label");
  t->has_erased |= g_str_equal (change->field, "erased");
  g_hash_table_add (t->new_steps, change->step);
  if (taken->ahead == NULL && wijk_stamp_get_time (change->stamp) > t->now_ms + DAY)
    taken->ahead = g_strdup (wijk_stamp_get_device (change->stamp));

  return wijk_store_insert (self, change, error);
}

static gboolean
push_steps (WijkStore *self, GHashTable *new_steps, GError **error)
{
  g_autofree char *joined = NULL;
  g_autofree gpointer *ids = NULL;
  guint n;

  ids = g_hash_table_get_keys_as_array (new_steps, &n);
  if (n == 0)
    return TRUE;
  joined = g_strjoinv (" ", (char **) ids);

  return wijk_store_push_undo (self, joined, error);
}

static gboolean
take_all (WijkStore *self,
          GPtrArray *steps,
          GPtrArray *changes,
          gint64 now_ms,
          gboolean lasting,
          WijkTaken *taken,
          GError **error)
{
  g_autoptr (GHashTable) new_steps = g_hash_table_new (g_str_hash, g_str_equal);
  Taking t = { .now_ms = now_ms, .new_steps = new_steps, .taken = taken };
  gboolean ok = TRUE;

  *taken = (WijkTaken) { 0 };
  if (!wijk_store_begin (self, error))
    return FALSE;
  for (guint i = 0; ok && i < steps->len; i++)
    ok = wijk_store_insert_step (self, steps->pdata[i], error);
  for (guint i = 0; ok && i < changes->len; i++)
    ok = take_change (self, changes->pdata[i], &t, error);
  ok = ok && (lasting || push_steps (self, new_steps, error)) &&
       (!t.has_labels || wijk_store_forget_code (self, error));
  if (!wijk_store_end (self, ok, error))
    {
      wijk_taken_clear (taken);
      return FALSE;
    }
  if (t.has_erased)
    wijk_store_scrub (self, NULL); /* if not now, then when the plan is next opened */

  return TRUE;
}

gboolean
wijk_store_take (WijkStore *self,
                 GPtrArray *steps,
                 GPtrArray *changes,
                 gint64 now_ms,
                 WijkTaken *taken,
                 GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  return take_all (self, steps, changes, now_ms, FALSE, taken, error);
}

gboolean
wijk_store_take_lasting (WijkStore *self,
                         GPtrArray *steps,
                         GPtrArray *changes,
                         gint64 now_ms,
                         WijkTaken *taken,
                         GError **error)
{
  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  return take_all (self, steps, changes, now_ms, TRUE, taken, error);
}

gboolean
wijk_store_has_change (WijkStore *self, const char *stamp)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (WIJK_IS_STORE (self), FALSE);

  statement = wijk_store_statement (self, WIJK_SQL_CHANGE_BY_STAMP);
  wijk_store_bind (statement, 1, stamp);

  return wijk_store_has_row (self, statement);
}

void
wijk_taken_clear (WijkTaken *taken)
{
  g_free (taken->ahead);
  *taken = (WijkTaken) { 0 };
}
