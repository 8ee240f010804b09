/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-report.h"

G_BEGIN_DECLS

/* Remarks that are told of together: those of a cluster, or those of none. */
typedef struct
{
  JsonObject *cluster; /* NULL: of none */
  GPtrArray *remarks;  /* lent objects */
} WijkAnswerBunch;

/* What comes below one heading of the note of replies. */
typedef struct
{
  const char *key; /* id of a theme or session, code of an area; NULL: without */
  char *title;
  int depth;       /* 1: a theme below the last one of depth 0 */
  guint n_remarks; /* also of those below it */
  GPtrArray *bunches;
} WijkAnswerGroup;

/* Every chosen remark that has an answer stands in one group, once; inside also those without. The
 * remarks of a cluster stay together where themes are the headings. Empty groups are left out. */
GPtrArray *wijk_answer_group_list (WijkReport *self);

/* Those that were withdrawn, for inside. */
GPtrArray *wijk_answer_group_list_withdrawn (WijkReport *self);

/* Theme id to its name. */
GHashTable *wijk_answer_group_name_themes (WijkReport *self);
/* "Slaaghwijk" for a code, NULL for none. */
const char *wijk_answer_group_name_area (const char *code);

G_END_DECLS
