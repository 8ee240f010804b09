/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-likeness.h"

G_BEGIN_DECLS

/* ---- what words are to likeness ---- */

typedef enum
{
  WIJK_WORD_STOP = 1 << 0,   /* carries no subject */
  WIJK_WORD_MORE = 1 << 1,   /* wants something, or more of it, or that it stays */
  WIJK_WORD_LESS = 1 << 2,   /* wants it away, or less of it */
  WIJK_WORD_PRAISE = 1 << 3, /* is content */
  WIJK_WORD_THERE = 1 << 4,  /* says what there is: "er is geen bank" asks for one */
  WIJK_WORD_DENY = 1 << 5,   /* turns the next subject around */
} WijkWordFlags;

WijkWordFlags wijk_likeness_flags (const char *word);

/* The stem that stands for all words of that meaning, or @stem. */
const char *wijk_likeness_concept (const char *stem);

/* Whether a word is built as a street or district is ("topaaslaan"). */
gboolean wijk_likeness_is_street (const char *word);

/* ---- a text, taken apart; numbers are those of the dictionary ---- */

/* A word of the dictionary: a word as written, or what it means. */
typedef struct
{
  char *text;
  double weight;     /* 0..1: how rare it is among the texts */
  guint64 bits;      /* which trigrams it may have */
  guint32 *trigrams; /* sorted; from WIJK_LIKENESS_PART letters on */
  guint n_trigrams;
} WijkLikeWord;

#define WIJK_LIKENESS_PART 4 /* letters that a part of a compound has at least */

typedef struct
{
  GArray *words;   /* guint, all of them, in order */
  GArray *terms;   /* guint, subjects, each once */
  GArray *names;   /* guint, of streets, places and organisations */
  GArray *numbers; /* guint */
  GArray *denied;  /* guint, terms that are turned around */
  double weight;   /* of all terms */
  int stance;      /* above 0: wants it; below 0: wants it away */
  gboolean is_praise;
} WijkLikeText;

struct _WijkLikeness
{
  GPtrArray *words; /* WijkLikeWord */
  GPtrArray *texts; /* WijkLikeText */
};

static inline const WijkLikeWord *
word_of (const WijkLikeness *self, guint word)
{
  return self->words->pdata[word];
}

/* How much two words of the dictionary are the same: 1, less for a part of a compound or another
 * spelling, 0. */
double wijk_likeness_match (const WijkLikeness *self, guint a, guint b);

G_END_DECLS
