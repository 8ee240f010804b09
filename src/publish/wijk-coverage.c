/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-coverage.h"

#include <string.h>

struct _WijkCounts
{
  GHashTable *counts; /* name to gint64 */
};

WijkCounts *
wijk_counts_new (void)
{
  WijkCounts *self = g_new0 (WijkCounts, 1);

  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
wijk_counts_free (WijkCounts *self)
{
  g_hash_table_unref (self->counts);
  g_free (self);
}

void
wijk_counts_add (WijkCounts *self, const char *name, gint64 n)
{
  gint64 *count = g_hash_table_lookup (self->counts, name);

  if (!count)
    {
      count = g_new0 (gint64, 1);
      g_hash_table_insert (self->counts, g_strdup (name), count);
    }
  *count += n;
}

gint64
wijk_counts_get (const WijkCounts *self, const char *name)
{
  const gint64 *count = g_hash_table_lookup (self->counts, name);

  return count ? *count : 0;
}

static void
clear (gpointer data)
{
  g_free (((WijkCoverage *) data)->name);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const WijkCoverage *first = a, *second = b;

  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return strcmp (first->name, second->name);
}

GArray *
wijk_counts_list (const WijkCounts *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (WijkCoverage));
  GHashTableIter iter;
  gpointer name, count;

  g_array_set_clear_func (list, clear);
  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &name, &count))
    {
      WijkCoverage group = { g_strdup (name), *(gint64 *) count, FALSE };

      g_array_append_val (list, group);
    }
  g_array_sort (list, compare);
  return list;
}

GArray *
wijk_counts_list_safe (const WijkCounts *self, const char *rest)
{
  GArray *list = wijk_counts_list (self);
  WijkCoverage together = { NULL, 0, TRUE };

  while (list->len > 0)
    {
      gint64 smallest = g_array_index (list, WijkCoverage, list->len - 1).n;

      if (smallest >= WIJK_COVERAGE_LEAST && (together.n == 0 || together.n >= WIJK_COVERAGE_LEAST))
        break;
      together.n += smallest;
      g_array_set_size (list, list->len - 1);
    }
  if (together.n == 0)
    return list;
  together.name = g_strdup (rest);
  if (together.n < WIJK_COVERAGE_LEAST)
    together.n = -1;
  g_array_append_val (list, together);
  return list;
}
