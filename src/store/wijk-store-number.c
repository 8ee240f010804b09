/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers for people: "R-412" on the plan's first laptop, "K7P-12" elsewhere; never given twice. */

#include "config.h"

#include <string.h>

#include "wijk-stamp.h"
#include "wijk-store-private.h"

/* No vowels, so that no word appears; no 0, 1, I or O, which are read as each other. */
static const char signs[] = "23456789BCDFGHJKLMNPQRSTVWXYZ";
#define N_SIGNS 29

static char *
query_text (WijkStore *self, const char *text, const char *value)
{
  sqlite3_stmt *statement = NULL;
  char *result = NULL;

  if (sqlite3_prepare_v2 (self->db, text, -1, &statement, NULL) == SQLITE_OK)
    {
      wijk_store_bind (statement, 1, value);
      if (sqlite3_step (statement) == SQLITE_ROW)
        result = g_strdup ((const char *) sqlite3_column_text (statement, 0));
    }
  sqlite3_finalize (statement);

  return result;
}

/* The laptop that made the plan: the device in the stamp of the first word about it. */
static gboolean
is_first_laptop (WijkStore *self)
{
  g_autofree char *stamp = query_text (
      self, "SELECT MIN(stamp) FROM change WHERE record = ?1 AND field = 'kind'", self->plan_id);

  return stamp == NULL || g_str_equal (wijk_stamp_get_device (stamp), self->device);
}

static char *
device_code (const char *device, guint n_signs)
{
  guint64 value = g_ascii_strtoull (device, NULL, 16);
  GString *code = g_string_new (NULL);

  /* spread neighbouring ids: the multiplier is odd, so that nothing is lost in 32 bits */
  value = (value * 2654435761u) & 0xffffffffu;
  for (guint i = 0; i < n_signs; i++, value /= N_SIGNS)
    g_string_append_c (code, signs[value % N_SIGNS]);

  return g_string_free (code, FALSE);
}

/* Three signs; a fourth where another laptop with a lower id already uses these three. */
static char *
own_code (WijkStore *self)
{
  g_autofree char *code = device_code (self->device, 3);
  g_autofree char *pattern = g_strconcat (code, "-%", NULL);
  g_autofree char *stamp =
      query_text (self,
                  "SELECT stamp FROM change WHERE field = 'label' AND value LIKE ?1 ORDER BY"
                  " substr(stamp, 21) LIMIT 1",
                  pattern);

  if (stamp != NULL && strcmp (wijk_stamp_get_device (stamp), self->device) < 0)
    return device_code (self->device, 4);

  return g_steal_pointer (&code);
}

gboolean
wijk_store_next_number (WijkStore *self, char **number, char **label, GError **error)
{
  g_autofree char *key = g_strconcat ("count-", self->device, NULL);
  g_autofree char *last = wijk_store_dup_meta (self, key);
  g_autofree char *prefix = NULL;

  if (last == NULL) /* a plan that came back onto this laptop: go on after what it had given */
    {
      g_autofree char *pattern = g_strconcat ("%-", self->device, NULL);

      last = query_text (self,
                         "SELECT MAX(CAST(value AS INTEGER)) FROM change"
                         " WHERE field = 'number' AND stamp LIKE ?1",
                         pattern);
    }
  *number = g_strdup_printf ("%" G_GINT64_FORMAT,
                             (last != NULL ? g_ascii_strtoll (last, NULL, 10) : 0) + 1);
  prefix = is_first_laptop (self) ? g_strdup ("R") : own_code (self);
  *label = g_strdup_printf ("%s-%s", prefix, *number);

  return wijk_store_set_meta (self, key, *number, error);
}
