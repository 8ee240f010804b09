/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-remark.h"

G_BEGIN_DECLS

typedef enum
{
  WIJK_SORT_NEWEST, /* date, then number, the last first */
  WIJK_SORT_OLDEST,
  WIJK_SORT_NUMBER,
  WIJK_SORT_PEOPLE, /* most people first */
} WijkRemarkSort;

/* A remark and what sorting and searching need of it. */
typedef struct
{
  WijkRemark *remark;
  gint64 first, second; /* numbers to sort by, ascending; equal ones by id */
  char *key;            /* what is searched; NULL: to be made */
  gboolean withdrawn;   /* when it was last looked at */
  gboolean mark;        /* of who walks over entries */
} WijkRemarkEntry;

WijkRemarkEntry *wijk_remark_entry_new (WijkRemark *remark,
                                        WijkRemarkSort sort) G_GNUC_WARN_UNUSED_RESULT;
void wijk_remark_entry_free (WijkRemarkEntry *self);
void wijk_remark_entry_set_sort (WijkRemarkEntry *self, WijkRemarkSort sort);

/* Made at first need; see wijk_remark_dup_key(). */
const char *wijk_remark_entry_get_key (WijkRemarkEntry *self);

void wijk_remark_entries_sort (GPtrArray *entries);

/* Where @entry is, or would be, in the sorted @entries. */
guint wijk_remark_entries_find_place (GPtrArray *entries, const WijkRemarkEntry *entry);

/* The same, but G_MAXUINT if it is not in there. */
guint wijk_remark_entries_find (GPtrArray *entries, const WijkRemarkEntry *entry);

G_END_DECLS
