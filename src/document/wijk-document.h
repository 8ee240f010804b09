/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-rules.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* One open plan: the live state that windows show, and the way their changes reach the disk. Reads
 * and writes go through a thread of its own; nothing here waits. Used on the thread that opened it.
 *
 * Properties: "saved" (WijkSaved), "error" (string, NULL: a lasting failure to save, for a banner),
 * "undo-name" and "redo-name" (strings, NULL: nothing to undo), "n-owed" and "n-remarks" (uint),
 * "read-only" (boolean). All notify.
 * Signals: "record-changed" of its state; "failed" (string message): something asked for was
 * refused, for a toast; "undone" (string name, string record id or NULL, uint n_left): undo or redo
 * took place there; "value-wanted": see wijk_document_type_later(). */
#define WIJK_TYPE_DOCUMENT (wijk_document_get_type ())
G_DECLARE_FINAL_TYPE (WijkDocument, wijk_document, WIJK, DOCUMENT, GObject)

typedef enum
{
  WIJK_SAVED_ALL,     /* everything typed is durable */
  WIJK_SAVED_PENDING, /* something is on its way to the disk, at most a second */
  WIJK_SAVED_FAILED,  /* the disk says no; it is kept in memory and tried again */
} WijkSaved;

/* Opens the plan in @folder, which holds a plan.db. @device, @author: see wijk-device.h. */
void wijk_document_open_async (const char *folder,
                               const char *device,
                               const char *author,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
WijkDocument *wijk_document_open_finish (GAsyncResult *result, GError **error);

/* Writes what is left, ends typing and lets go of the disk. */
void
wijk_document_close_async (WijkDocument *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean wijk_document_close_finish (WijkDocument *self, GAsyncResult *result, GError **error);

WijkState *wijk_document_get_state (WijkDocument *self);
WijkPlan *wijk_document_get_plan (WijkDocument *self);
const char *wijk_document_get_folder (WijkDocument *self);
const char *wijk_document_get_device (WijkDocument *self);
WijkSaved wijk_document_get_saved (WijkDocument *self);
WijkTally wijk_document_get_tally (WijkDocument *self);
gboolean wijk_document_is_read_only (WijkDocument *self);

/* The sessions that this plan was opened for as a packet, the newest last; only what a packet back
 * can carry is written in it. NULL: a whole plan. */
const char *const *wijk_document_get_packet_sessions (WijkDocument *self);
void wijk_document_set_author (WijkDocument *self, const char *author);

/* ---- changes: each is checked at once, and shows in the state a moment later ---- */

/* Sets a field. @step: what is done, for undo, in the user's language. */
gboolean wijk_document_set (WijkDocument *self,
                            const char *step,
                            WijkRecord *record,
                            const char *key,
                            const char *value,
                            GError **error);

/* Puts @member into a set, or takes it out. */
gboolean wijk_document_set_member (WijkDocument *self,
                                   const char *step,
                                   WijkRecord *record,
                                   const char *key,
                                   const char *member,
                                   gboolean present,
                                   GError **error);

/* Makes a record: pairs of key and value (a set's member as `key/member`, "1"), then NULL. Returns
 * its id, by which it can be looked up once it is there. Defaults (place at the end, number,
 * status) fill themselves in. */
char *wijk_document_add (WijkDocument *self, const char *step, WijkKind kind, GError **error, ...)
    G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

/* Deletes any record but plan, remark and version; sections and themes go with what is below. */
gboolean
wijk_document_delete (WijkDocument *self, const char *step, WijkRecord *record, GError **error);

/* Puts a record under @parent (NULL: top) right behind @after (NULL: first). */
gboolean wijk_document_move (WijkDocument *self,
                             const char *step,
                             WijkRecord *record,
                             WijkRecord *parent,
                             WijkRecord *after,
                             GError **error);

/* Several edits (WijkEdits) as one step, after the same checks. */
gboolean
wijk_document_write (WijkDocument *self, const char *step, GPtrArray *edits, GError **error);

/* What has been typed so far in a text field; it is on disk at latest a second after the first key
 * that was not. The step stays open until typing ends. A value that cannot stand (an empty title)
 * is refused and what stood remains. */
gboolean wijk_document_type (WijkDocument *self,
                             const char *step,
                             WijkRecord *record,
                             const char *key,
                             const char *value,
                             GError **error);

/* The same where it costs time to make the value: it is asked for with "value-wanted" just before
 * it is written, and then given with wijk_document_type(). */
gboolean wijk_document_type_later (
    WijkDocument *self, const char *step, WijkRecord *record, const char *key, GError **error);

/* Typing in the field ended: the focus left it. */
void wijk_document_end_typing (WijkDocument *self);

/* Whether @record's @key holds text that is typed and not yet in the state: then the widget is
 * ahead of the record and keeps its own text. */
gboolean wijk_document_is_typing (WijkDocument *self, WijkRecord *record, const char *key);

/* What is kept on this laptop alone, so that a kill does not lose it. */
typedef enum
{
  WIJK_KEPT_ENTRY,   /* what stands in the entry line and was not entered yet */
  WIJK_KEPT_EVENING, /* how far an evening is (see wijk-evening.h) */
} WijkKept;

#define WIJK_N_KEPT (WIJK_KEPT_EVENING + 1)

/* @text: "" or NULL: nothing. */
void wijk_document_keep (WijkDocument *self, WijkKept what, const char *text);

/* What was kept last, in this run or an earlier one; lent, NULL: nothing. */
const char *wijk_document_get_kept (WijkDocument *self, WijkKept what);

void wijk_document_undo (WijkDocument *self);
void wijk_document_redo (WijkDocument *self);

/* Calls back when all that was asked for so far is durable and shows in the state; before anything
 * that reads the plan from disk, such as making a version. */
void wijk_document_settle_async (WijkDocument *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean wijk_document_settle_finish (WijkDocument *self, GAsyncResult *result, GError **error);

/* Looks at once for what other programs or tasks wrote, instead of within a second. */
void wijk_document_refresh (WijkDocument *self);

G_END_DECLS
