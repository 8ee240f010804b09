/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-report-answer.h"

G_BEGIN_DECLS

/* What somebody said and what is done with it, to hang up. Remarks that share the answer of their
 * cluster are told by the one of most people. */
typedef struct
{
  JsonObject *remark;
  WijkAnswer answer;
  guint n_others;     /* remarks of the cluster that say the same */
  gint64 people;      /* behind all of them */
  GPtrArray *remarks; /* all of them; lent objects */
} WijkPromise;

/* What was said in a session and has an answer: what most people said first. "": outside the
 * sessions. Of WijkPromise. */
GPtrArray *wijk_promise_list (WijkReport *self, const char *session);

/* "2027 tot en met 2029, in ‘Veilig oversteken’": when, from the priorities it led to; or NULL. */
char *wijk_promise_dup_when (WijkReport *self, const WijkPromise *promise);

G_END_DECLS
