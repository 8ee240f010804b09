/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-left.h"

G_BEGIN_DECLS

/* Erasing (opschonen) as work on a plan on disk: what goes is shown first and then goes at once,
 * all of it or nothing. */

typedef enum
{
  WIJK_ERASED_FIELD,  /* all that ever stood there; nothing can be written there any more */
  WIJK_ERASED_WORDS,  /* where the words stand others come in their place; what stood before goes */
  WIJK_ERASED_MEMBER, /* leaves a set, as if it had never been in it */
  WIJK_ERASED_AUTHOR, /* who took steps */
  WIJK_ERASED_NOTE,   /* what is kept on this laptop alone */
} WijkErasedHow;

/* One place from which something goes. */
typedef struct
{
  WijkErasedHow how;
  char *record;      /* id; of a note its key */
  char *field;       /* key */
  char *before;      /* a part of what stands there; "" where only earlier words go */
  char *after;       /* WORDS: the same part afterwards; else "" */
  guint n_past;      /* earlier changes with the words */
  gboolean is_asked; /* FALSE: it may be about someone else; the user says */
  GPtrArray *edits;  /* WijkEdits that do it */
} WijkErased;

typedef enum
{
  WIJK_ERASE_EXPIRED, /* all persons whose retention term has passed, or who were deleted */
  WIJK_ERASE_PERSON,  /* one person: @what is the id of a stakeholder */
  WIJK_ERASE_REMARK,  /* the words of one remark: @what is its id; it keeps its number */
  WIJK_ERASE_WORDS,   /* each line of @what, wherever it stands or stood */
} WijkEraseKind;

typedef struct
{
  WijkEraseKind kind;
  char *what;        /* NULL with EXPIRED */
  GPtrArray *about;  /* ids of the persons or the remark */
  GPtrArray *erased; /* WijkErased: what goes; is_asked may be changed */
  GPtrArray *left;   /* WijkLeft: files that may hold it still, newest first */
  gboolean is_done;
  gboolean is_scrubbed; /* FALSE: the words go from the files when the plan is next opened */
} WijkErasure;

void wijk_erasure_free (WijkErasure *self);

/* What would go. Nothing is changed. WIJK_TASK_ERROR_INPUT if there is no such person or remark, or
 * nothing to look for. */
WijkErasure *wijk_task_find_erasure (const WijkContext *context,
                                     const char *plan_id,
                                     WijkEraseKind kind,
                                     const char *what,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Makes it so, of what stands by now, but for what @erasure has with is_asked unset. Returns what
 * was done, with the files that left. */
WijkErasure *wijk_task_erase (const WijkContext *context,
                              const char *plan_id,
                              const WijkErasure *erasure,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Removes the backups in @erasure's list; gives how many. */
guint wijk_task_remove_backups (const WijkContext *context,
                                const char *plan_id,
                                const WijkErasure *erasure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkErasure, wijk_erasure_free)

G_END_DECLS
