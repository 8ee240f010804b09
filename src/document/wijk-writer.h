/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-load.h"
#include "wijk-store.h"

G_BEGIN_DECLS

/* The thread of one open plan: it alone touches the store, job after job, in the order in which
 * they were asked for. A job that the disk refuses is kept and tried again until it succeeds. */
typedef struct _WijkWriter WijkWriter;

typedef enum
{
  WIJK_JOB_WRITE,
  WIJK_JOB_TYPE,
  WIJK_JOB_CLOSE_TYPING,
  WIJK_JOB_UNDO,
  WIJK_JOB_REDO,
  WIJK_JOB_NOTE,   /* keeps `value` under the key `field`, on this laptop only */
  WIJK_JOB_LOOK,   /* for what other programs wrote */
  WIJK_JOB_SETTLE, /* does nothing: comes back when all before it is done */
} WijkJobKind;

/* A job on its way there and back. What is asked belongs to who asks until it is pushed; what came
 * of it may be read in the callback. */
typedef struct
{
  WijkJobKind kind;
  char *name;
  GPtrArray *edits;             /* WRITE */
  char *record, *field, *value; /* TYPE, NOTE */
  char *author;                 /* NULL: as before */
  gpointer owner_data;          /* of who asks */

  GError *error;        /* why it could not be done */
  WijkHeadBatch *batch; /* records that differ; NULL if none */
  WijkUndone undone;    /* UNDO, REDO */
  char *undo_name, *redo_name;
} WijkJob;

WijkJob *wijk_job_new (WijkJobKind kind, const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Both are called in the context in which the writer was made. @failing: the disk refused a job,
 * that is being tried again; NULL: it succeeded after all. */
typedef void (*WijkJobDone) (WijkJob *job, gpointer user_data);
typedef void (*WijkJobFailing) (const GError *failing, gpointer user_data);

/* Takes over @store, whose newest change has been read up to @seq. */
WijkWriter *wijk_writer_new (WijkStore *store,
                             gint64 seq,
                             WijkJobDone done,
                             WijkJobFailing failing,
                             gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Takes @job over. */
void wijk_writer_push (WijkWriter *self, WijkJob *job);

/* Does what was asked for, trying once where the disk refuses, and ends. Waits for the thread; no
 * callback comes after it. */
void wijk_writer_free (WijkWriter *self);

/* The number of jobs that have not come back. */
guint wijk_writer_get_n_pending (WijkWriter *self);

G_END_DECLS
