/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-reach.h"

G_BEGIN_DECLS

/* Who was heard, in words for the screen. */

/* What each row is called, in their order. */
GStrv wijk_reach_dup_labels (const WijkReach *self, WijkState *state) G_GNUC_WARN_UNUSED_RESULT;

/* "Uit Slaaghwijk kwam 4 % van de reacties; er woont 21 % van de wijk." */
char *wijk_reach_finding_dup_text (const WijkReachFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

/* All of it in one sentence: what was heard, and of how many it is known where they live. */
char *wijk_reach_dup_summary (const WijkReach *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
