/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How alike two texts are. Residents who say the same seldom use the same sentence; who uses the
 * same sentence with another subject in it ("Graag een AED bij het buurthuis", "Graag een fietspomp
 * bij het buurthuis") wants something else. So shared subjects count for, and a shared frame around
 * differing ones against. */

#include "config.h"

#include "wijk-likeness-private.h"

#include <string.h>

#define PART 0.8        /* of a compound: "markt" in "weekmarkt" */
#define SPELLING 0.5    /* share of trigrams from which two words are one, spelled otherwise */
#define FOUND 0.5       /* from here a subject is in the other text too */
#define NAME_WEIGHT .85 /* the weight at which a shared name counts in full */
#define NAME_PART 0.6
#define LONGEST_FRAME 64 /* words that are compared in order */

/* Found on one half of the labelled pairs, together with pairs of texts that have nothing to do
 * with each other; rounded. */
#define SCORE_BASE -1.25
#define SCORE_COVER 0.8
#define SCORE_SHARED 1.1
#define SCORE_SAME_NAME 1.5
#define SCORE_OTHER_NAME -2.6
#define SCORE_ONE_NAME -1.7
#define SCORE_NUMBER -0.8
#define SCORE_STANCE -1.1
#define SCORE_DENIED -1.2
#define SCORE_PRAISE -1.2
#define SCORE_FRAME -3.1
#define SCORE_EQUAL 3.0
#define MOST_SHARED 3.4

static double
dice (const WijkLikeWord *a, const WijkLikeWord *b)
{
  guint i = 0, j = 0, n = 0;

  while (i < a->n_trigrams && j < b->n_trigrams)
    if (a->trigrams[i] == b->trigrams[j])
      {
        n++;
        i++;
        j++;
      }
    else if (a->trigrams[i] < b->trigrams[j])
      i++;
    else
      j++;

  return 2.0 * n / (a->n_trigrams + b->n_trigrams);
}

double
wijk_likeness_match (const WijkLikeness *self, guint a, guint b)
{
  const WijkLikeWord *x = word_of (self, a), *y = word_of (self, b);
  const WijkLikeWord *longer = x->n_trigrams > y->n_trigrams ? x : y;
  const WijkLikeWord *shorter = longer == x ? y : x;
  double share;

  if (a == b)
    return 1;
  if (shorter->n_trigrams == 0)
    return 0;
  if (__builtin_popcountll (x->bits & y->bits) < 2)
    return 0;
  if (strstr (longer->text, shorter->text) != NULL)
    return PART;
  share = dice (x, y);

  return share >= SPELLING ? share : 0;
}

static double
best_match (const WijkLikeness *self, guint word, const GArray *among)
{
  double best = 0;

  for (guint i = 0; i < among->len && best < 1; i++)
    best = MAX (best, wijk_likeness_match (self, word, g_array_index (among, guint, i)));

  return best;
}

/* The weight of @a's subjects that are in @b; in @n_left how many are not. */
static double
weight_in (const WijkLikeness *self, const WijkLikeText *a, const WijkLikeText *b, guint *n_left)
{
  double weight = 0;

  *n_left = 0;
  for (guint i = 0; i < a->terms->len; i++)
    {
      guint term = g_array_index (a->terms, guint, i);
      double match = best_match (self, term, b->terms);

      weight += match * word_of (self, term)->weight;
      *n_left += match < FOUND;
    }

  return weight;
}

/* How much of one place both speak: a street's name says more than the district's, that half of
 * the plan has. */
static double
shared_name (const WijkLikeness *self, const WijkLikeText *a, const WijkLikeText *b)
{
  double best = 0;

  for (guint i = 0; i < a->names->len; i++)
    for (guint j = 0; j < b->names->len; j++)
      {
        guint x = g_array_index (a->names, guint, i), y = g_array_index (b->names, guint, j);
        double weight = MIN (word_of (self, x)->weight, word_of (self, y)->weight);

        if (wijk_likeness_match (self, x, y) >= NAME_PART)
          best = MAX (best, MIN (1, weight / NAME_WEIGHT));
      }

  return best;
}

static double
score_names (const WijkLikeness *self, const WijkLikeText *a, const WijkLikeText *b)
{
  double shared;

  if (a->names->len == 0 && b->names->len == 0)
    return 0;
  if (a->names->len == 0 || b->names->len == 0)
    return SCORE_ONE_NAME;
  shared = shared_name (self, a, b);

  return shared > 0 ? SCORE_SAME_NAME * shared : SCORE_OTHER_NAME;
}

static gboolean
have_other_numbers (const WijkLikeText *a, const WijkLikeText *b)
{
  for (guint i = 0; i < a->numbers->len; i++)
    for (guint j = 0; j < b->numbers->len; j++)
      if (g_array_index (a->numbers, guint, i) == g_array_index (b->numbers, guint, j))
        return FALSE;

  return a->numbers->len > 0 && b->numbers->len > 0;
}

static gboolean
denies (const WijkLikeness *self, const WijkLikeText *a, const WijkLikeText *b)
{
  for (guint i = 0; b->denied->len == 0 && i < a->denied->len; i++)
    if (best_match (self, g_array_index (a->denied, guint, i), b->terms) >= NAME_PART)
      return TRUE;

  return FALSE;
}

static double
score_wish (const WijkLikeness *self, const WijkLikeText *a, const WijkLikeText *b)
{
  double score = 0;

  if ((a->stance > 0 && b->stance < 0) || (a->stance < 0 && b->stance > 0))
    score += SCORE_STANCE;
  if (denies (self, a, b) || denies (self, b, a))
    score += SCORE_DENIED;
  if (a->is_praise != b->is_praise)
    score += SCORE_PRAISE;
  if (have_other_numbers (a, b))
    score += SCORE_NUMBER;

  return score;
}

/* Which part of the longer text stands in the other one in the same order, all words counted. */
static double
share_frame (const WijkLikeText *a, const WijkLikeText *b)
{
  guint n = MIN (a->words->len, LONGEST_FRAME), m = MIN (b->words->len, LONGEST_FRAME);
  guint above[LONGEST_FRAME + 1] = { 0 };

  for (guint i = 0; i < n; i++)
    {
      guint diagonal = 0;

      for (guint j = 0; j < m; j++)
        {
          guint up = above[j + 1];

          if (g_array_index (a->words, guint, i) == g_array_index (b->words, guint, j))
            above[j + 1] = diagonal + 1;
          else
            above[j + 1] = MAX (up, above[j]);
          diagonal = up;
        }
    }

  return (double) above[m] / MAX (MAX (n, m), 1);
}

static gboolean
are_equal (const WijkLikeText *a, const WijkLikeText *b)
{
  return a->words->len == b->words->len && a->words->len > 0 &&
         memcmp (a->words->data, b->words->data, a->words->len * sizeof (guint)) == 0;
}

double
wijk_likeness_score (const WijkLikeness *self, guint a, guint b)
{
  const WijkLikeText *x = self->texts->pdata[a], *y = self->texts->pdata[b];
  guint left_x, left_y;
  double in_x, in_y, names, score;

  if (are_equal (x, y))
    return SCORE_EQUAL;
  if (x->weight <= 0 || y->weight <= 0)
    return SCORE_BASE;
  in_x = weight_in (self, x, y, &left_x);
  in_y = weight_in (self, y, x, &left_y);
  names = score_names (self, x, y);
  score = SCORE_BASE + SCORE_COVER * MIN (in_x / x->weight, in_y / y->weight) +
          SCORE_SHARED * MIN ((in_x + in_y) / 2, MOST_SHARED) + names + score_wish (self, x, y);
  if (score >= 0 && ((left_x > 0 && left_y > 0) || names <= SCORE_OTHER_NAME))
    score += SCORE_FRAME * share_frame (x, y);

  return MIN (score, SCORE_EQUAL);
}
