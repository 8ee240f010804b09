/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What of a session may be shown in the hall. Everything that a projector shows passes here: never
 * a name, and of remarks only those that were looked at and approved. */

/* Why words stay off the wall, whoever approved them. */
typedef enum
{
  WIJK_OBSTACLE_NONE,
  WIJK_OBSTACLE_PATTERN, /* looks like a phone number, an address ... (see wijk-personal.h) */
  WIJK_OBSTACLE_NAME,    /* a name, or a part of one, of a person whom the plan knows */
  WIJK_OBSTACLE_WORDS,   /* there are none (any more) */
} WijkObstacle;

/* The names that stay off the wall, to be asked for once: of the persons of the register and of who
 * leads a session, word by word and folded. */
GHashTable *wijk_wall_collect_names (WijkState *state) G_GNUC_WARN_UNUSED_RESULT;

WijkObstacle wijk_wall_find_obstacle (GHashTable *names, const char *words);

/* Whether @words, of which the first letters tell names from other words, hold one of @names. */
gboolean wijk_wall_names_someone (GHashTable *names, const char *words);

/* Whether @remark is shown: approved, counted and without obstacle. */
gboolean wijk_wall_shows (WijkState *state, GHashTable *names, WijkRemark *remark);

/* The counted remarks of @session (an id), the oldest first; lent. */
GPtrArray *wijk_wall_list_remarks (WijkState *state, const char *session) G_GNUC_WARN_UNUSED_RESULT;

/* The remarks of @session (an id) that nobody looked at yet, the oldest first; lent. */
GPtrArray *wijk_wall_list_waiting (WijkState *state, const char *session) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of @text that say something; NULL gives none. */
GStrv wijk_wall_split_lines (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
