/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-order.h"

#include <string.h>

#include "wijk-remark-filter.h"

WijkRemarkEntry *
wijk_remark_entry_new (WijkRemark *remark, WijkRemarkSort sort)
{
  WijkRemarkEntry *self = g_new0 (WijkRemarkEntry, 1);

  self->remark = g_object_ref (remark);
  self->withdrawn = remark->withdrawn != NULL;
  wijk_remark_entry_set_sort (self, sort);

  return self;
}

void
wijk_remark_entry_free (WijkRemarkEntry *self)
{
  g_object_unref (self->remark);
  g_free (self->key);
  g_free (self);
}

/* 20261123 of `2026-11-23`; 0 where there is no date. */
static gint64
date_to_number (const char *date)
{
  gint64 number = 0;

  for (const char *p = date != NULL ? date : ""; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      number = number * 10 + (*p - '0');

  return number;
}

void
wijk_remark_entry_set_sort (WijkRemarkEntry *self, WijkRemarkSort sort)
{
  gint64 date = date_to_number (self->remark->date);
  gint64 number = self->remark->number != WIJK_UNSET ? self->remark->number : 0;
  gint64 count = self->remark->count != WIJK_UNSET ? self->remark->count : 1;

  switch (sort)
    {
    case WIJK_SORT_OLDEST:
      self->first = date > 0 ? date : G_MAXINT64;
      self->second = number;
      break;
    case WIJK_SORT_NUMBER:
      self->first = number;
      self->second = date;
      break;
    case WIJK_SORT_PEOPLE:
      self->first = -count;
      self->second = -number;
      break;
    case WIJK_SORT_NEWEST:
    default:
      self->first = -date;
      self->second = -number;
      break;
    }
}

const char *
wijk_remark_entry_get_key (WijkRemarkEntry *self)
{
  if (self->key == NULL)
    self->key = wijk_remark_dup_key (self->remark);

  return self->key;
}

static int
compare (const WijkRemarkEntry *a, const WijkRemarkEntry *b)
{
  if (a->first != b->first)
    return a->first < b->first ? -1 : 1;
  if (a->second != b->second)
    return a->second < b->second ? -1 : 1;

  return strcmp (wijk_record_get_id (WIJK_RECORD (a->remark)),
                 wijk_record_get_id (WIJK_RECORD (b->remark)));
}

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return compare (*(WijkRemarkEntry *const *) a, *(WijkRemarkEntry *const *) b);
}

void
wijk_remark_entries_sort (GPtrArray *entries)
{
  g_ptr_array_sort (entries, compare_pointers);
}

guint
wijk_remark_entries_find_place (GPtrArray *entries, const WijkRemarkEntry *entry)
{
  guint low = 0, high = entries->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare (entries->pdata[middle], entry) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
wijk_remark_entries_find (GPtrArray *entries, const WijkRemarkEntry *entry)
{
  guint place = wijk_remark_entries_find_place (entries, entry);

  return place < entries->len && entries->pdata[place] == entry ? place : G_MAXUINT;
}
