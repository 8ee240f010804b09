/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Groups of fewer people than this are not told apart. */
#define WIJK_COVERAGE_LEAST 5

/* A group and how many there are of it. */
typedef struct
{
  char *name;
  gint64 n;         /* -1: fewer than WIJK_COVERAGE_LEAST, all together */
  gboolean is_rest; /* small groups together */
} WijkCoverage;

/* Counts by name. */
typedef struct _WijkCounts WijkCounts;

WijkCounts *wijk_counts_new (void);
void wijk_counts_free (WijkCounts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkCounts, wijk_counts_free)

void wijk_counts_add (WijkCounts *self, const char *name, gint64 n);
gint64 wijk_counts_get (const WijkCounts *self, const char *name);

/* Everything that was counted, most first; equal ones by name. Of WijkCoverage. */
GArray *wijk_counts_list (const WijkCounts *self);

/* The same without small groups: they stand together under `rest`, with as many of the smallest
 * others as it takes for nobody to find them by subtraction. */
GArray *wijk_counts_list_safe (const WijkCounts *self, const char *rest);

G_END_DECLS
