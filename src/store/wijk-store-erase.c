/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Erasing: the one thing that removes. */

#include "config.h"

#include <string.h>

#include "wijk-id.h"
#include "wijk-store-private.h"

#define MARK '~'
#define MARK_DIGITS 4

/* A name in a set is the name of a field, and stays behind as a mark that so many names share that
 * none can be told from it, yet is the same on every laptop. */
char *
wijk_store_dup_erased_name (const char *record, const char *field)
{
  const char *member = strchr (field, '/');
  g_autofree char *seed = NULL;
  g_autofree char *hash = NULL;

  if (member == NULL || member[1] == '\0')
    return NULL;
  if (member[1] == MARK && wijk_is_hex (member + 2, MARK_DIGITS))
    return g_strdup (field);
  seed = g_strjoin ("\n", record, field, NULL);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);

  return g_strdup_printf ("%.*s/%c%.*s", (int) (member - field), field, MARK, MARK_DIGITS, hash);
}

static void
erased_name_cb (sqlite3_context *context, int n, sqlite3_value **values)
{
  const char *record = (const char *) sqlite3_value_text (values[0]);
  const char *field = (const char *) sqlite3_value_text (values[1]);
  char *name = record != NULL && field != NULL ? wijk_store_dup_erased_name (record, field) : NULL;

  if (name == NULL)
    sqlite3_result_null (context);
  else
    sqlite3_result_text (context, name, -1, g_free);
}

gboolean
wijk_store_add_functions (WijkStore *self, GError **error)
{
  return sqlite3_create_function (self->db,
                                  "erased_name",
                                  2,
                                  SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                  NULL,
                                  erased_name_cb,
                                  NULL,
                                  NULL) == SQLITE_OK ||
         wijk_store_failed (self, error);
}

gboolean
wijk_store_is_erased (WijkStore *self, const char *record, const char *field, const char *stamp)
{
  sqlite3_stmt *statement = wijk_store_statement (self, WIJK_SQL_IS_ERASED);
  g_autofree char *erased = NULL;

  wijk_store_bind (statement, 3, record, field, stamp != NULL ? stamp : "");
  if (wijk_store_has_row (self, statement))
    return TRUE;
  erased = wijk_store_dup_erased_name (record, field);
  if (erased == NULL)
    return FALSE;
  statement = wijk_store_statement (self, WIJK_SQL_IS_MEMBER_ERASED);
  wijk_store_bind (statement, 2, record, erased);

  return wijk_store_has_row (self, statement);
}

/* Runs each of @texts with @record and @field bound. */
static gboolean
run_all (WijkStore *self,
         const char *const *texts,
         gsize n_texts,
         const char *record,
         const char *field,
         GError **error)
{
  for (gsize i = 0; i < n_texts; i++)
    {
      sqlite3_stmt *statement = NULL;
      gboolean ok;

      if (sqlite3_prepare_v2 (self->db, texts[i], -1, &statement, NULL) != SQLITE_OK)
        return wijk_store_failed (self, error);
      wijk_store_bind (statement, 2, record, field);
      ok = wijk_store_run (self, statement, error);
      sqlite3_finalize (statement);
      if (!ok)
        return FALSE;
    }

  return TRUE;
}

/* Values of what is erased leave every row; the rows stay, so that the set is the same everywhere.
 * What is being typed there is closed, or the next key would bring the words back. */
static gboolean
erase_values (WijkStore *self, const char *record, const char *field, GError **error)
{
#define ERASED                                                                                     \
  " WHERE record = ?1 AND field NOT IN ('erased', 'deleted') AND (field = ?2 OR stamp = ?2"        \
  " OR (?2 = '*' AND field NOT IN ('number', 'label'))"                                            \
  " OR substr(field, 1, length(?2) + 1) = ?2 || '/')"
  static const char *const texts[] = {
    "INSERT OR IGNORE INTO erased VALUES (?1, ?2)",
    "UPDATE change SET value = NULL" ERASED,
    "UPDATE head SET value = NULL" ERASED,
    "DELETE FROM open_change WHERE stamp IN (SELECT stamp FROM change" ERASED ")",
  };
#undef ERASED

  return run_all (self, texts, G_N_ELEMENTS (texts), record, field, error);
}

/* The member itself is a name: it goes from the names of the fields. */
static gboolean
erase_member (WijkStore *self, const char *record, const char *field, GError **error)
{
#define MEMBER " WHERE record = ?1 AND instr(field, '/') > 0 AND erased_name(record, field) = ?2"
  static const char *const texts[] = {
    "UPDATE change SET field = ?2, value = NULL" MEMBER,
    "UPDATE head SET field = ?2, value = NULL" MEMBER,
    "UPDATE OR REPLACE replaced SET field = ?2" MEMBER,
    /* a change may have come under its erased name before the one that replaced it under the other
     */
    "DELETE FROM head WHERE record = ?1 AND field = ?2 AND stamp IN"
    " (SELECT stamp FROM replaced WHERE record = ?1 AND field = ?2)",
    "UPDATE step SET author = '' WHERE author <> ''"
    " AND erased_name(?1, '" WIJK_ERASE_AUTHOR "/' || author) = ?2",
  };
#undef MEMBER

  return run_all (self, texts, G_N_ELEMENTS (texts), record, field, error);
}

gboolean
wijk_store_apply_erasure (WijkStore *self, const WijkChange *change, GError **error)
{
  g_auto (GStrv) fields = g_strsplit (change->value, " ", -1);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      g_autofree char *name = wijk_store_dup_erased_name (change->record, fields[i]);

      if (*fields[i] == '\0')
        continue;
      if (g_strcmp0 (name, fields[i]) == 0 &&
          !erase_member (self, change->record, fields[i], error))
        return FALSE;
      if (!erase_values (self, change->record, fields[i], error))
        return FALSE;
    }

  return wijk_store_set_meta (self, "scrub", "1", error);
}

gboolean
wijk_store_erase (WijkStore *self, const char *name, GPtrArray *edits, GError **error)
{
  if (!wijk_store_write_lasting (self, name, edits, error))
    return FALSE;
  wijk_store_scrub (self, NULL); /* if not now, then when the plan is next opened */

  return TRUE;
}
