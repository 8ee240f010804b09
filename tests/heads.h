/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Heads written down in a test. */

#pragma once

#include <string.h>

#include "wijk-id.h"
#include "wijk-state.h"

/* Ids for tests: `kind-` and the name, filled up with zeros. Lent for ever. */
static inline const char *
id_of (const char *kind, const char *name)
{
  g_autofree char *zeros = g_strnfill (WIJK_ID_SIGNS - strlen (name), '0');
  g_autofree char *id = g_strconcat (kind, "-", name, zeros, NULL);

  g_assert_true (wijk_id_is_valid (id));

  return g_intern_string (id);
}

/* A stamp of laptop @device at time @n. Lent for ever. */
static inline const char *
stamp_of (guint n, guint device)
{
  g_autofree char *stamp = g_strdup_printf ("%013u-00000-%08x", n, device);

  return g_intern_string (stamp);
}

static inline int
compare_heads (gconstpointer a, gconstpointer b)
{
  const WijkHead *one = a, *other = b;
  int order = strcmp (one->field, other->field);

  return order != 0 ? order : strcmp (one->stamp, other->stamp);
}

/* Makes the record @id be what the pairs of key and value say, each with a stamp of time @at. */
static inline gpointer
put (WijkState *state, const char *id, guint at, ...)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (WijkHead));
  const char *key;
  va_list pairs;

  va_start (pairs, at);
  while ((key = va_arg (pairs, const char *)) != NULL)
    {
      WijkHead head = { id, key, stamp_of (at, 1), va_arg (pairs, const char *) };

      g_array_append_val (heads, head);
    }
  va_end (pairs);
  g_array_sort (heads, compare_heads);

  return wijk_state_take (state, id, (const WijkHead *) (gpointer) heads->data, heads->len);
}
