/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"
#include "wijk-writer.h"

G_BEGIN_DECLS

struct _WijkDocument
{
  GObject parent_instance;

  char *folder;
  char *device;
  char *author; /* NULL: the writer knows it already */
  WijkState *state;
  char *kept[WIJK_N_KEPT]; /* NULL: nothing */
  WijkWriter *writer;      /* NULL once closed */
  gboolean read_only;
  GStrv packet_sessions; /* NULL: a whole plan */
  WijkTally tally;
  char *error;
  char *undo_name, *redo_name;
  WijkSaved saved;
  guint look_source;

  /* typed and not yet given to the writer */
  char *typed_step, *typed_record, *typed_field, *typed_value;
  gboolean is_value_wanted; /* the value is still to be asked for */
  guint save_source;
  /* given to the writer and not yet back */
  GHashTable *typing;            /* "record field" -> number of jobs */
  gint64 typing_began, typed_at; /* monotonic, 0: typing is closed */
};

/* Under which key something is kept. */
extern const char *const wijk_kept_keys[WIJK_N_KEPT];

/* Gives a job to the writer. */
void wijk_document_push (WijkDocument *self, WijkJob *job);

/* Says anew whether all is saved. */
void wijk_document_update_saved (WijkDocument *self);

/* Counts the jobs that carry what was typed in a field, from when they are given to the writer
 * until they are back. */
void wijk_document_count_typing (WijkDocument *self, const char *record, const char *field, int by);

/* Ends typing, if there is any, after giving the rest to the writer. */
void wijk_document_close_typing (WijkDocument *self);

G_END_DECLS
