/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of a plan's remarks say the same, found on this laptop from their words alone. What a word
 * is worth follows from how rare it is among the texts. Nothing here is chance: the same texts give
 * the same pairs. May be used on any one thread. */
typedef struct _WijkLikeness WijkLikeness;

/* Two texts (places in what was given) and how alike they are; 0 and up is worth proposing, about
 * -3 is nothing alike, 3 the same words. */
typedef struct
{
  guint a, b; /* a < b */
  double score;
} WijkLikePair;

/* Called now and then with what part is done; FALSE ends the work. */
typedef gboolean (*WijkLikeProgress) (double done, gpointer user_data);

/* NULL if @progress (may be NULL) ended it. */
WijkLikeness *wijk_likeness_new (const char *const *texts,
                                 guint n_texts,
                                 WijkLikeProgress progress,
                                 gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void wijk_likeness_free (WijkLikeness *self);

double wijk_likeness_score (const WijkLikeness *self, guint a, guint b);

/* The pairs worth proposing (WijkLikePair), the most alike first. Texts are compared where MinHash
 * finds that they share a good part of their words: a pair may be missed. NULL if ended. */
GArray *wijk_likeness_find (const WijkLikeness *self,
                            WijkLikeProgress progress,
                            gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Groups of at least two places (GArray of guint, rising) in which every two are a pair; the most
 * alike first. A text is in one group at most. */
GPtrArray *wijk_likeness_group (GArray *pairs, guint n_texts) G_GNUC_WARN_UNUSED_RESULT;

/* A line of at most about 60 signs that names what @texts have in common: the words of the one that
 * says most of it. "" where there are no words. */
char *wijk_likeness_propose_title (const char *const *texts,
                                   guint n_texts) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkLikeness, wijk_likeness_free)

G_END_DECLS
