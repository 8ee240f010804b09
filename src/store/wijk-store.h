/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-change.h"

G_BEGIN_DECLS

#define WIJK_STORE_ERROR (wijk_store_error_quark ())
GQuark wijk_store_error_quark (void);

typedef enum
{
  WIJK_STORE_ERROR_FAILED,    /* the disk or the database said no; nothing was changed */
  WIJK_STORE_ERROR_NOT_FOUND, /* there is no plan here */
  WIJK_STORE_ERROR_DAMAGED,   /* this is no plan, or it cannot be read */
  WIJK_STORE_ERROR_NEWER,     /* written by a newer program */
  WIJK_STORE_ERROR_STAMP,     /* a change that is malformed, or known with other content */
  WIJK_STORE_ERROR_NOTHING,   /* nothing to undo or redo */
  WIJK_STORE_ERROR_ERASED,    /* what stood here was erased for good: nothing can be written here */
} WijkStoreError;

/* One plan on disk as the set of its changes: `plan.db` in the plan's own folder. Every call that
 * writes is one transaction and is durable when it returns; whatever fails changes nothing. One
 * object is used by one thread at a time; several objects and programs may have one plan open. */
#define WIJK_TYPE_STORE (wijk_store_get_type ())
G_DECLARE_FINAL_TYPE (WijkStore, wijk_store, WIJK, STORE, GObject)

/* The newest form of plan.db that this program writes and reads. */
#define WIJK_STORE_FORMAT 0

/* Makes an empty plan in @folder, which exists and has none. @device: eight hexadecimal digits of
 * this laptop. @author: whose steps these are, may be "". */
WijkStore *wijk_store_create (const char *folder,
                              const char *plan_id,
                              const char *device,
                              const char *author,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
WijkStore *wijk_store_open (const char *folder,
                            const char *device,
                            const char *author,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *wijk_store_get_plan_id (WijkStore *self);
const char *wijk_store_get_folder (WijkStore *self);
const char *wijk_store_get_device (WijkStore *self);
void wijk_store_set_author (WijkStore *self, const char *author);

/* ---- writing ---- */

/* Values of an edit that the store itself works out, inside the transaction. */
#define WIJK_EDIT_DELETED                                                                          \
  "1" /* of `deleted`: becomes the stamps of all that stands in the record */
#define WIJK_EDIT_NUMBER                                                                           \
  "?" /* of `number` or `label`: the next number for people, and its form                          \
       */

/* Writes @edits (WijkEdits) as one step called @name. An edit that changes nothing is left out;
 * where nothing is left, no step is made. The changes become one entry on the undo stack. */
gboolean wijk_store_write (WijkStore *self, const char *name, GPtrArray *edits, GError **error);

/* The same, but it cannot be undone: what has left, or may have, is not taken back. */
gboolean
wijk_store_write_lasting (WijkStore *self, const char *name, GPtrArray *edits, GError **error);

/* Writes what has been typed so far in one field. As long as the same field is typed in, the same
 * change is rewritten; wijk_store_close_typing() ends that. */
gboolean wijk_store_type (WijkStore *self,
                          const char *name,
                          const char *record,
                          const char *field,
                          const char *value,
                          GError **error);

/* Ends typing here and in every other program that has this plan open: only closed changes leave
 * the laptop. */
gboolean wijk_store_close_typing (WijkStore *self, GError **error);

/* What an edit of the field `erased` may name, separated by spaces: a field of its record, or a set
 * ("*": all fields but number and label), with all that ever stood there; a member of a set by the
 * name that wijk_store_dup_erased_name() gives; a single change by its stamp. Of the plan's own
 * record also, as a member of this set, the author of steps. It goes from all changes here and from
 * all that still arrive; it cannot be undone, and where a field or a member is erased nothing can
 * be written any more. */
#define WIJK_ERASE_AUTHOR "step-author"

/* The name of a member (`key/member`) of a set of @record for that, `key/~` and four digits, which
 * 65,536 names share; NULL if @field is no member. */
char *wijk_store_dup_erased_name (const char *record, const char *field) G_GNUC_WARN_UNUSED_RESULT;

/* Writes @edits, some of them of `erased`, as one step that cannot be undone, and leaves none of
 * the erased words in the files. */
gboolean wijk_store_erase (WijkStore *self, const char *name, GPtrArray *edits, GError **error);

/* Gives freed space back and empties the log, so that erased words are nowhere in the files. FALSE
 * while another program holds the plan open; it is tried again when the plan is next opened. */
gboolean wijk_store_scrub (WijkStore *self, GError **error);

/* Whether that succeeded after the last erasure. */
gboolean wijk_store_is_scrubbed (WijkStore *self);

/* Facts about the plan that stay on this laptop and are no part of its changes. */
char *wijk_store_dup_note (WijkStore *self, const char *key) G_GNUC_WARN_UNUSED_RESULT;
gboolean wijk_store_set_note (WijkStore *self, const char *key, const char *value, GError **error);

/* The keys of all notes. */
GStrv wijk_store_list_notes (WijkStore *self) G_GNUC_WARN_UNUSED_RESULT;

/* ---- taking in changes of other laptops ---- */

typedef struct
{
  guint n_new;  /* changes that were not here yet */
  guint n_same; /* changes that were */
  char *ahead;  /* a device whose clock is more than a day ahead of @now, or NULL */
} WijkTaken;

/* Takes in @steps (WijkSteps) and @changes (WijkChanges), in whatever order, all or none: one entry
 * on the undo stack. @now_ms: the clock, milliseconds since 1970. */
gboolean wijk_store_take (WijkStore *self,
                          GPtrArray *steps,
                          GPtrArray *changes,
                          gint64 now_ms,
                          WijkTaken *taken,
                          GError **error);

/* The same, but it cannot be undone. */
gboolean wijk_store_take_lasting (WijkStore *self,
                                  GPtrArray *steps,
                                  GPtrArray *changes,
                                  gint64 now_ms,
                                  WijkTaken *taken,
                                  GError **error);

void wijk_taken_clear (WijkTaken *taken);

/* Whether the change of this stamp is here. */
gboolean wijk_store_has_change (WijkStore *self, const char *stamp);

/* ---- undo ---- */

typedef struct
{
  char *name;   /* of the step that was taken back or done again */
  char *record; /* id of the record where it happened, or NULL */
  guint n_left; /* fields that were left alone because someone changed them since */
} WijkUndone;

gboolean wijk_store_undo (WijkStore *self, WijkUndone *undone, GError **error);
gboolean wijk_store_redo (WijkStore *self, WijkUndone *undone, GError **error);
void wijk_undone_clear (WijkUndone *undone);

/* Forgets what could be undone and redone: behind the making of a plan there is nothing. */
gboolean wijk_store_forget_undo (WijkStore *self, GError **error);

/* Name of the step that undo or redo would take; NULL if there is none. */
char *wijk_store_dup_undo_name (WijkStore *self) G_GNUC_WARN_UNUSED_RESULT;
char *wijk_store_dup_redo_name (WijkStore *self) G_GNUC_WARN_UNUSED_RESULT;

/* ---- reading ---- */

/* Walks through all heads of the plan, a record at a time. */
typedef struct _WijkHeadReader WijkHeadReader;

WijkHeadReader *wijk_store_read_heads (WijkStore *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same for all records with changes beyond @seq. */
WijkHeadReader *
wijk_store_read_heads_since (WijkStore *self, gint64 seq, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The next record: its heads, sorted by field and stamp. NULL at the end, or with @error set. The
 * heads and the id are lent until the next call. */
const WijkHead *wijk_head_reader_next (WijkHeadReader *self, guint *n_heads, GError **error);
void wijk_head_reader_free (WijkHeadReader *self);

/* The same for one record; @n_heads is 0 if nothing is known of it. */
WijkHeadReader *wijk_store_read_record (WijkStore *self,
                                        const char *record,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The seq of the newest change. */
gint64 wijk_store_get_seq (WijkStore *self);

/* Ids of the records with changes beyond @seq, which is set to the newest; for following what other
 * programs and undo did. */
GStrv wijk_store_dup_changed_since (WijkStore *self,
                                    gint64 *seq,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether another program committed to this plan since the last call. */
gboolean wijk_store_has_foreign_commit (WijkStore *self);

/* All closed steps and changes, changes in order of stamp, for a bundle or packet. */
gboolean
wijk_store_read_changes (WijkStore *self, GPtrArray **steps, GPtrArray **changes, GError **error);

/* What happened to a record, newest first: WijkChanges whose `step` is the step's id, with the
 * steps by id in @steps (id -> WijkStep). */
GPtrArray *wijk_store_read_history (WijkStore *self,
                                    const char *record,
                                    GHashTable **steps,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* When the last change was made, milliseconds since 1970; 0 in an empty plan. */
gint64 wijk_store_get_last_change_time (WijkStore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkHeadReader, wijk_head_reader_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WijkTaken, wijk_taken_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WijkUndone, wijk_undone_clear)

G_END_DECLS
