/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-change.h"
#include "wijk-json-scan.h"

G_BEGIN_DECLS

/* changes.jsonl: the steps and changes of a plan, one JSON object a line. First a header that names
 * the plan; then a step before the changes made in it, and a change after those it replaced. */

/* Writes them into @stream, in the order in which they are given. */
typedef struct _WijkChangesWriter WijkChangesWriter;

WijkChangesWriter *wijk_changes_writer_new (GOutputStream *stream,
                                            const char *plan_id) G_GNUC_WARN_UNUSED_RESULT;

/* The same behind @first_lines, which are another file's own. */
WijkChangesWriter *wijk_changes_writer_new_behind (GOutputStream *stream, const char *first_lines)
    G_GNUC_WARN_UNUSED_RESULT;
void wijk_changes_writer_free (WijkChangesWriter *self);

gboolean wijk_changes_writer_add_step (WijkChangesWriter *self,
                                       const WijkStep *step,
                                       GCancellable *cancellable,
                                       GError **error);
gboolean wijk_changes_writer_add_change (WijkChangesWriter *self,
                                         const WijkChange *change,
                                         GCancellable *cancellable,
                                         GError **error);

/* Writes what is left. The stream stays open. */
gboolean
wijk_changes_writer_finish (WijkChangesWriter *self, GCancellable *cancellable, GError **error);

typedef enum
{
  WIJK_CHANGES_ERRED,
  WIJK_CHANGES_END,
  WIJK_CHANGES_STEP,
  WIJK_CHANGES_CHANGE,
} WijkChangesItem;

/* Reads them one by one. Every value was checked by the rules of its field; of
 * unknown fields and kinds only that names are well formed. Errors are those of WIJK_JSON_ERROR and
 * name the line. */
typedef struct _WijkChangesReader WijkChangesReader;

WijkChangesReader *wijk_changes_reader_new_for_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/* The same from byte @at on, behind one line that says that it is of the plan @plan_id. */
WijkChangesReader *wijk_changes_reader_new_behind (GBytes *bytes,
                                                   gsize at,
                                                   const char *plan_id) G_GNUC_WARN_UNUSED_RESULT;
void wijk_changes_reader_free (WijkChangesReader *self);

/* Reads the header, if that was not done: the id of the plan, lent; NULL with an error. */
const char *
wijk_changes_reader_read_plan (WijkChangesReader *self, GCancellable *cancellable, GError **error);

/* The next step or change, in *@step or *@change, which is then the caller's. */
WijkChangesItem wijk_changes_reader_next (WijkChangesReader *self,
                                          WijkStep **step,
                                          WijkChange **change,
                                          GCancellable *cancellable,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkChangesWriter, wijk_changes_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkChangesReader, wijk_changes_reader_free)

G_END_DECLS
