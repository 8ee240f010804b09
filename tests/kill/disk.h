/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "record.h"

G_BEGIN_DECLS

/* How much of what was not synced reached the disk. Each file and each folder goes its own way. */
typedef enum
{
  DISK_NONE,      /* nothing */
  DISK_ALL,       /* everything */
  DISK_PREFIX,    /* what was asked first, up to some point */
  DISK_REORDERED, /* some of it, whatever came first */
  DISK_TORN,      /* a prefix, and of what comes next some sectors of 512 bytes */
  DISK_MIXED,     /* one of these for each file */
  DISK_N_CUTS,
} DiskCut;

/* Builds in @folder, which is empty, what may be left of @records when the power fails after the
 * first @n of them. Names follow the order in which they were given within a folder: what is synced
 * of it, and then a prefix. */
void disk_build (GPtrArray *records, guint n, DiskCut cut, const char *folder);

G_END_DECLS
