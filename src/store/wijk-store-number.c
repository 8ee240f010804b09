/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers for people: "R-412" on the plan's first laptop, "K7P-12" elsewhere; never given twice. */

#include "config.h"

#include <string.h>

#include "wijk-stamp.h"
#include "wijk-store-private.h"

/* No vowels, so that no word appears; no 0, 1, I or O, which are read as each other. */
static const char signs[] = "23456789BCDFGHJKLMNPQRSTVWXYZ";
#define N_SIGNS 29

/* The laptop that made the plan: the device in the stamp of the first word about it. */
static gboolean
is_first_laptop (WijkStore *self)
{
  g_autofree char *stamp = wijk_store_query (
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

/* Three signs; a fourth where another laptop with a lower id already uses these three. That is
 * asked of all labels, so it is kept until labels of others come in. */
static char *
work_out_code (WijkStore *self)
{
  g_autofree char *code = device_code (self->device, 3);
  g_autofree char *pattern = g_strconcat (code, "-%", NULL);
  g_autofree char *stamp =
      wijk_store_query (self,
                        "SELECT stamp FROM change WHERE field = 'label' AND value LIKE ?1 ORDER BY"
                        " substr(stamp, 21) LIMIT 1",
                        pattern);

  if (stamp != NULL && strcmp (wijk_stamp_get_device (stamp), self->device) < 0)
    return device_code (self->device, 4);

  return g_steal_pointer (&code);
}

static char *
own_code (WijkStore *self, GError **error)
{
  g_autofree char *key = g_strconcat ("code-", self->device, NULL);
  g_autofree char *code = wijk_store_dup_meta (self, key);

  if (code == NULL || *code == '\0')
    {
      g_free (code);
      code = work_out_code (self);
      if (!wijk_store_set_meta (self, key, code, error))
        return NULL;
    }

  return g_steal_pointer (&code);
}

gboolean
wijk_store_forget_code (WijkStore *self, GError **error)
{
  g_autofree char *key = g_strconcat ("code-", self->device, NULL);

  return wijk_store_set_meta (self, key, "", error);
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

      last =
          wijk_store_query (self,
                            "SELECT MAX(CAST(value AS INTEGER)) FROM change"
                            " WHERE field = 'number' AND record LIKE 'remark-%' AND stamp LIKE ?1",
                            pattern);
    }
  *number = g_strdup_printf ("%" G_GINT64_FORMAT,
                             (last != NULL ? g_ascii_strtoll (last, NULL, 10) : 0) + 1);
  prefix = is_first_laptop (self) ? g_strdup ("R") : own_code (self, error);
  if (prefix == NULL)
    return FALSE;
  *label = g_strdup_printf ("%s-%s", prefix, *number);

  return wijk_store_set_meta (self, key, *number, error);
}
