/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "wijk-audience.h"
#include "wijk-json-scan.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* plan.json: a plan as one file that people and other programs read. Keys and values are those of
 * the field tables; records stand in each other as people think of them, and an array's order is
 * their place. Errors are those of WIJK_JSON_ERROR. */

#define WIJK_PLAN_JSON_MAX_SIZE (256 * 1024 * 1024)

/* What plan.json says of the version it belongs to. */
typedef struct
{
  gint64 number;      /* from 1 */
  const char *status; /* a word of wijk_version_status_words */
  const char *date;   /* ISO 8601 */
  const char *label;  /* this and the following may be NULL */
  const char *summary;
  const char *reason;
} WijkPlanJsonVersion;

typedef struct
{
  WijkAudience audience;
  const char *language;               /* of the plan's words; NULL: "nl" */
  const WijkPlanJsonVersion *version; /* NULL: the plan as it stands */
} WijkPlanJsonOptions;

/* The plan as bytes; the same content gives the same bytes. Never written: what is deleted, links
 * to what is deleted or unknown, and fields of the program itself. For the public also not:
 * personal fields, persons, comments, the words of withdrawn remarks, help for the writer, where a
 * source that is not public came from, and kinds and fields that this program does not know,
 * because nobody can say that they are fit for everyone. NULL while @state has no plan. */
GBytes *wijk_plan_json_write (WijkState *state,
                              const WijkPlanJsonOptions *options) G_GNUC_WARN_UNUSED_RESULT;

/* What plan.json says of itself. */
typedef struct
{
  WijkAudience audience;
  char *language;
  char *plan; /* id of the plan that was written */
  char *title;
  gint64 version; /* number of the version, 0 without one; the rest is NULL where not said */
  char *status;
  char *date;
  char *label;
  char *summary;
  char *reason;
  GPtrArray *left_out; /* places of members that this program cannot keep, at most 100 */
} WijkPlanJsonHeader;

/* Frees what is in the header, not the header. */
void wijk_plan_json_header_clear (WijkPlanJsonHeader *header);

/* The WijkEdits that make the plan of @bytes anew. With @plan_id it becomes a new plan of that id,
 * which says from what it is derived and leaves the versions to the original; with NULL it is the
 * plan as it was written. Other ids are kept, places are made from the order.
 *
 * All values must follow the rules of their fields. Members with unknown but well-formed names are
 * kept if they hold a text, number, true or a list of texts; arrays of the plan whose objects have
 * ids of an unknown kind are kept as such records. Everything else unknown is left out and named in
 * the header. @header may be NULL; it is filled also after an error and to be cleared. */
GPtrArray *wijk_plan_json_read (GBytes *bytes,
                                const char *plan_id,
                                WijkPlanJsonHeader *header,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same as a state: a published version, to be read or compared. */
WijkState *wijk_plan_json_read_state (GBytes *bytes,
                                      WijkPlanJsonHeader *header,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WijkPlanJsonHeader, wijk_plan_json_header_clear)

G_END_DECLS
