/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which pairs of texts are worth comparing: MinHash over their words and the two ends of long
 * words, so that compounds meet, in bands; texts that agree in a whole band meet. */

#include "config.h"

#include "wijk-likeness-private.h"

#include <string.h>

#define N_HASHES 192
#define ROWS 2      /* hashes in a band */
#define ROWS_MANY 3 /* of a plan with so many texts that chance meetings take over */
#define MANY 20000
#define CROWD 48 /* texts of one band of which each is compared with the others */
#define END 5    /* letters of an end of a word */
#define LONG_WORD 8
#define COPIES 3 /* how often the rarest words count */

#define MOST_MET 64 /* of those a text meets, how many are compared */
#define STEP 256    /* texts between two calls of progress */

static guint32
mix (guint32 x)
{
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;

  return x ^ x >> 16;
}

static guint32
hash_of (const char *text, gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;

  return mix (hash);
}

/* What @word adds: itself, its ends; the rarer, the more often. */
static void
add_features (GArray *features, const WijkLikeWord *word)
{
  gsize length = strlen (word->text);
  guint32 whole = hash_of (word->text, length);
  guint copies = 1 + (guint) (word->weight * (COPIES - 1) + 0.5);

  for (guint i = 0; i < copies; i++)
    {
      guint32 copy = mix (whole + i);

      g_array_append_val (features, copy);
    }
  if (length >= LONG_WORD)
    {
      guint32 head = hash_of (word->text, END), tail = hash_of (word->text + length - END, END);

      g_array_append_val (features, head);
      g_array_append_val (features, tail);
    }
  else if (length == END)
    g_array_append_val (features, whole);
}

/* The least hash of all features, for each of N_HASHES ways to hash. */
static void
sign (const WijkLikeness *self, const WijkLikeText *text, GArray *features, guint32 *signature)
{
  GArray *sets[] = { text->terms, text->names };

  g_array_set_size (features, 0);
  for (guint s = 0; s < G_N_ELEMENTS (sets); s++)
    for (guint i = 0; i < sets[s]->len; i++)
      add_features (features, word_of (self, g_array_index (sets[s], guint, i)));
  for (guint h = 0; h < N_HASHES; h++)
    {
      guint32 least = G_MAXUINT32;

      for (guint i = 0; i < features->len; i++)
        {
          guint32 hash = mix (g_array_index (features, guint32, i) ^ (h * 0x9e3779b9u));

          least = MIN (least, hash);
        }
      signature[h] = least;
    }
}

typedef struct
{
  guint64 key;
  guint text;
} Meeting;

static int
compare_meetings (gconstpointer a, gconstpointer b)
{
  const Meeting *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;

  return (x->text > y->text) - (x->text < y->text);
}

/* In every band the texts by key, so that those that agree in it stand together. */
typedef struct
{
  guint n_bands, n_texts;
  guint64 *keys;  /* of a text in a band */
  guint32 *order; /* of a band: texts by key */
  guint32 *place; /* of a text in a band: where it stands in the order */
} Bands;

static void
free_bands (Bands *self)
{
  g_free (self->keys);
  g_free (self->order);
  g_free (self->place);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Bands, free_bands)

static guint32 *
sign_all (const WijkLikeness *self)
{
  g_autoptr (GArray) features = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 *signatures = g_new (guint32, (gsize) MAX (self->texts->len, 1) * N_HASHES);

  for (guint i = 0; i < self->texts->len; i++)
    sign (self, self->texts->pdata[i], features, signatures + (gsize) i * N_HASHES);

  return signatures;
}

static void
order_band (Bands *self, guint band, guint rows, const guint32 *signatures, GArray *meetings)
{
  gsize base = (gsize) band * self->n_texts;

  g_array_set_size (meetings, 0);
  for (guint i = 0; i < self->n_texts; i++)
    {
      const guint32 *own = signatures + (gsize) i * N_HASHES + band * rows;
      Meeting meeting = { 0, i };

      for (guint r = 0; r < rows; r++)
        meeting.key = meeting.key * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + own[r];
      if (own[0] == G_MAXUINT32) /* no words: it meets nobody */
        meeting.key = i;
      self->keys[base + i] = meeting.key;
      g_array_append_val (meetings, meeting);
    }
  g_array_sort (meetings, compare_meetings);
  for (guint i = 0; i < self->n_texts; i++)
    {
      guint text = g_array_index (meetings, Meeting, i).text;

      self->order[base + i] = text;
      self->place[base + text] = i;
    }
}

static Bands *
make_bands (const WijkLikeness *self, WijkLikeProgress progress, gpointer user_data)
{
  g_autoptr (Bands) bands = g_new0 (Bands, 1);
  guint rows = self->texts->len > MANY ? ROWS_MANY : ROWS;
  gsize size = (gsize) (N_HASHES / rows) * self->texts->len;
  g_autofree guint32 *signatures = sign_all (self);
  g_autoptr (GArray) meetings = g_array_new (FALSE, FALSE, sizeof (Meeting));

  bands->n_bands = N_HASHES / rows;
  bands->n_texts = self->texts->len;
  bands->keys = g_new (guint64, size);
  bands->order = g_new (guint32, size);
  bands->place = g_new (guint32, size);
  for (guint band = 0; band < bands->n_bands; band++)
    {
      if (progress != NULL && !progress (0.5 * band / bands->n_bands, user_data))
        return NULL;
      order_band (bands, band, rows, signatures, meetings);
    }

  return g_steal_pointer (&bands);
}

/* Another text that was met, and in how many bands. */
typedef struct
{
  guint text;
  guint times;
} Met;

static int
compare_met (gconstpointer a, gconstpointer b)
{
  const Met *x = a, *y = b;

  if (x->times != y->times)
    return x->times > y->times ? -1 : 1;

  return (x->text > y->text) - (x->text < y->text);
}

/* The later texts that @text meets, those it meets most often first. @times and @met are for use
 * again: all 0, and empty. */
static void
meet (const Bands *self, guint text, guint16 *times, GArray *met)
{
  g_array_set_size (met, 0);
  for (guint band = 0; band < self->n_bands; band++)
    {
      gsize base = (gsize) band * self->n_texts;
      guint place = self->place[base + text];

      for (guint i = place + 1; i < self->n_texts && i <= place + CROWD; i++)
        {
          Met other = { self->order[base + i], 0 };

          if (self->keys[base + other.text] != self->keys[base + text])
            break;
          if (times[other.text]++ == 0)
            g_array_append_val (met, other);
        }
    }
  for (guint i = 0; i < met->len; i++)
    {
      Met *other = &g_array_index (met, Met, i);

      other->times = times[other->text];
      times[other->text] = 0;
    }
  if (met->len > MOST_MET)
    {
      g_array_sort (met, compare_met);
      g_array_set_size (met, MOST_MET);
    }
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const WijkLikePair *x = a, *y = b;

  if (x->score > y->score || x->score < y->score)
    return x->score > y->score ? -1 : 1;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;

  return (x->b > y->b) - (x->b < y->b);
}

GArray *
wijk_likeness_find (const WijkLikeness *self, WijkLikeProgress progress, gpointer user_data)
{
  g_autoptr (Bands) bands = make_bands (self, progress, user_data);
  g_autofree guint16 *times = g_new0 (guint16, MAX (self->texts->len, 1));
  g_autoptr (GArray) met = g_array_new (FALSE, FALSE, sizeof (Met));
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (WijkLikePair));

  if (bands == NULL)
    return NULL;
  for (guint i = 0; i < self->texts->len; i++)
    {
      if (progress != NULL && i % STEP == 0 &&
          !progress (0.5 + 0.5 * i / self->texts->len, user_data))
        return NULL;
      meet (bands, i, times, met);
      for (guint j = 0; j < met->len; j++)
        {
          WijkLikePair pair = { i, g_array_index (met, Met, j).text, 0 };

          pair.score = wijk_likeness_score (self, pair.a, pair.b);
          if (pair.score >= 0)
            g_array_append_val (pairs, pair);
        }
    }
  g_array_sort (pairs, compare_scores);

  return g_steal_pointer (&pairs);
}
