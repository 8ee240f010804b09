/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* What left the plan as a file. Erasing does not reach it: the list is kept with the plan on this
 * laptop, so that it can be told where erased words still stand. */
typedef enum
{
  WIJK_LEFT_BUNDLE, /* the plan for everyone */
  WIJK_LEFT_INTERNAL,
  WIJK_LEFT_BACKUP,
  WIJK_LEFT_PACKET,
  WIJK_LEFT_REPORT,
  WIJK_LEFT_DRAFT,
  WIJK_LEFT_VERSION, /* frozen in the plan's own folder: a published version never changes */
} WijkLeftKind;

typedef struct
{
  WijkLeftKind kind;
  char *date;   /* ISO 8601 */
  char *name;   /* of the file */
  char *folder; /* "" where it is not known, as behind a pipe */
  gboolean is_there;
} WijkLeft;

void wijk_left_free (WijkLeft *self);

/* To be called before the file is written: a file that is not listed is worse than a listed one
 * that is not there. The same path is listed once. */
gboolean wijk_left_note (WijkStore *store,
                         const WijkContext *context,
                         WijkLeftKind kind,
                         const char *path,
                         GError **error);

/* The same for a plan that is not open. */
gboolean wijk_left_note_for (const WijkContext *context,
                             const char *plan_id,
                             WijkLeftKind kind,
                             const char *path,
                             GError **error);

/* What left on @since (an ISO date) or later, newest first; WijkLefts, owned by the array. */
GPtrArray *wijk_left_list (WijkStore *store, const char *since) G_GNUC_WARN_UNUSED_RESULT;

/* Removes the files of @left that are backups of this program's own making, and takes them from the
 * list; gives how many. */
guint wijk_left_remove_backups (WijkStore *store, GPtrArray *left);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkLeft, wijk_left_free)

G_END_DECLS
