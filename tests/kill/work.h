/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Work that can be cut off at any moment, and what must be left of it. Before each durable act the
 * worker tells what will be seen after it, and when it is done it acknowledges that. */
typedef enum
{
  WORK_STORE,    /* a plan: writing, typing, undo, redo, deletion, numbers, import, erasure */
  WORK_LIBRARY,  /* plans made, removed, restored, wiped; the device */
  WORK_FILES,    /* what lies beside the store: sources that are copied, versions */
  WORK_TRUNCATE, /* known to be bad: a file is emptied and written anew */
  WORK_RENAME,   /* known to be bad: a new file takes the place of the old, unsynced */
  WORK_NORMAL,   /* known to be bad: WORK_STORE where the log is not synced at each commit */
  WORK_EARLY,    /* known to be bad: WORK_STORE that acknowledges too early */
} WorkKind;

/* @is_done: acknowledged; else about to be done, and @view is what will be seen then. */
typedef void (*WorkTell) (gboolean is_done, const char *view, gpointer data);

/* Works in @root on what is there, for @n_acts or for ever (0). */
void work_run (WorkKind kind, const char *root, guint n_acts, WorkTell tell, gpointer data);

/* What is seen in @root. *@fault, if not NULL, is what is wrong with it. "" where nothing is there
 * yet. */
char *work_view (WorkKind kind, const char *root, char **fault);

G_END_DECLS
