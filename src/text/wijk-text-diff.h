/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WIJK_DIFF_KEPT,
  WIJK_DIFF_REMOVED, /* before what was added in its place */
  WIJK_DIFF_ADDED,
} WijkDiffKind;

/* A run of words, in bytes of the old text and of the new one; empty in the one that lacks it. */
typedef struct
{
  WijkDiffKind kind;
  guint old_start;
  guint old_end;
  guint new_start;
  guint new_end;
} WijkDiffRun;

/* What became of the words of one text in another. The runs follow each other without gap in both
 * texts: kept and removed ones make the old text, kept and added ones the new one. A space that
 * would be all that is kept between two changes counts as changed.
 *
 * The differences are the fewest possible while the texts are alike; where more than some 250
 * words in a row differ the search stops at the best it has found, so that two texts of 2 MB that
 * have nothing in common still take only about a second. */
typedef struct _WijkTextDiff WijkTextDiff;

/* Both are UTF-8 and below 4 GiB. */
WijkTextDiff *wijk_text_diff_new (const char *old_text,
                                  const char *new_text) G_GNUC_WARN_UNUSED_RESULT;
void wijk_text_diff_free (WijkTextDiff *self);
const WijkDiffRun *wijk_text_diff_get_runs (WijkTextDiff *self, guint *n_runs);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkTextDiff, wijk_text_diff_free)

G_END_DECLS
