/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking texts apart: which of their words are subjects, which are names of places, which numbers,
 * what they want. */

#include "config.h"

#include "wijk-likeness-private.h"

#include "wijk-fold.h"
#include "wijk-stem.h"

#include <math.h>
#include <string.h>

#define STEP 256        /* texts between two calls of progress */
#define DENIED_WITHIN 3 /* words after "geen" in which its subject stands */
#define TURNED_WITHIN 6 /* words before "niet" that it turns around */
#define LONGEST_WORD 40 /* letters; what is longer is cut off */

typedef struct
{
  WijkLikeness *self;
  GHashTable *numbers; /* text -> number + 1 */
  GHashTable *inside;  /* word -> how often it stood inside a sentence */
  GHashTable *capital; /* word -> how often with a capital there */
  GArray *n_texts;     /* guint by number: in how many texts */
} Reading;

/* ---- words ---- */

static void
free_word (gpointer data)
{
  WijkLikeWord *word = data;

  g_free (word->text);
  g_free (word->trigrams);
  g_free (word);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* "^ab", "abc", "bc$". */
static void
find_trigrams (WijkLikeWord *word)
{
  g_autofree char *framed = g_strconcat ("^", word->text, "$", NULL);
  gsize length = strlen (framed);

  word->n_trigrams = length - 2;
  word->trigrams = g_new (guint32, word->n_trigrams);
  for (guint i = 0; i < word->n_trigrams; i++)
    {
      const guchar *p = (const guchar *) framed + i;

      word->trigrams[i] = (guint32) p[0] << 16 | (guint32) p[1] << 8 | p[2];
      word->bits |= G_GUINT64_CONSTANT (1) << (word->trigrams[i] * 2654435761u >> 26);
    }
  qsort (word->trigrams, word->n_trigrams, sizeof (guint32), compare_numbers);
}

static guint
number_of (Reading *reading, const char *text)
{
  gpointer known = g_hash_table_lookup (reading->numbers, text);
  WijkLikeWord *word;
  guint none = 0;

  if (known != NULL)
    return GPOINTER_TO_UINT (known) - 1;
  word = g_new0 (WijkLikeWord, 1);
  word->text = g_strdup (text);
  if (strlen (text) >= WIJK_LIKENESS_PART)
    find_trigrams (word);
  g_ptr_array_add (reading->self->words, word);
  g_array_append_val (reading->n_texts, none);
  g_hash_table_insert (reading->numbers, word->text, GUINT_TO_POINTER (reading->self->words->len));

  return reading->self->words->len - 1;
}

/* The next word of @at: where it begins, what follows it; NULL: none. */
static const char *
next_word (const char *at, const char **end)
{
  const char *start;

  while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (*at == '\0')
    return NULL;
  start = at;
  for (guint n = 0; n < LONGEST_WORD && g_unichar_isalnum (g_utf8_get_char (at)); n++)
    at = g_utf8_next_char (at);
  *end = at;

  return start;
}

static void
count_up (GHashTable *table, char *word)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (table, word));

  g_hash_table_replace (table, g_strdup (word), GUINT_TO_POINTER (n + 1));
}

/* Whether a sentence or a line begins at @word. */
static gboolean
begins_sentence (const char *text, const char *word)
{
  const char *p = word;

  while (p > text && strchr (" \t'\"(", p[-1]) != NULL)
    p--;

  return p == text || strchr (".!?:-\n", p[-1]) != NULL;
}

/* Where residents write a capital inside a sentence, a name stands. */
static void
count_capitals (Reading *reading, const char *text)
{
  const char *end;
  g_autofree char *upper = g_utf8_strup (text, -1);

  if (g_str_equal (upper, text)) /* all of it is shouted */
    return;
  for (const char *word = text; (word = next_word (word, &end)) != NULL; word = end)
    {
      g_autofree char *part = NULL;
      g_autofree char *folded = NULL;

      if (begins_sentence (text, word))
        continue;
      part = g_strndup (word, end - word);
      folded = wijk_fold (part);
      count_up (reading->inside, folded);
      if (g_unichar_isupper (g_utf8_get_char (word)))
        count_up (reading->capital, folded);
    }
}

static gboolean
is_name (Reading *reading, const char *word)
{
  guint capital = GPOINTER_TO_UINT (g_hash_table_lookup (reading->capital, word));
  guint inside = GPOINTER_TO_UINT (g_hash_table_lookup (reading->inside, word));

  return (capital > 0 && capital * 2 >= inside && strlen (word) > 2) ||
         wijk_likeness_is_street (word);
}

/* ---- a text ---- */

static void
free_text (gpointer data)
{
  WijkLikeText *text = data;

  g_array_unref (text->words);
  g_array_unref (text->terms);
  g_array_unref (text->names);
  g_array_unref (text->numbers);
  g_array_unref (text->denied);
  g_free (text);
}

static WijkLikeText *
new_text (void)
{
  WijkLikeText *text = g_new0 (WijkLikeText, 1);

  text->words = g_array_new (FALSE, FALSE, sizeof (guint));
  text->terms = g_array_new (FALSE, FALSE, sizeof (guint));
  text->names = g_array_new (FALSE, FALSE, sizeof (guint));
  text->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  text->denied = g_array_new (FALSE, FALSE, sizeof (guint));

  return text;
}

static gboolean
add_once (GArray *set, guint number)
{
  for (guint i = 0; i < set->len; i++)
    if (g_array_index (set, guint, i) == number)
      return FALSE;
  g_array_append_val (set, number);

  return TRUE;
}

static guint
subject_of (Reading *reading, const char *word)
{
  g_autofree char *stem = wijk_stem (word);

  return number_of (reading, wijk_likeness_concept (stem));
}

static void
add_word (Reading *reading, WijkLikeText *text, const char *word)
{
  guint number = number_of (reading, word);
  GArray *set = NULL;

  g_array_append_val (text->words, number);
  text->is_praise |= (wijk_likeness_flags (word) & WIJK_WORD_PRAISE) != 0;
  if (g_ascii_isdigit (*word))
    set = text->numbers;
  else if (is_name (reading, word))
    {
      g_autofree char *stem = wijk_stem (word);

      set = text->names;
      number = number_of (reading, stem);
    }
  else if ((wijk_likeness_flags (word) & WIJK_WORD_STOP) == 0 && word[1] != '\0')
    {
      set = text->terms;
      number = subject_of (reading, word);
    }
  if (set != NULL && add_once (set, number))
    g_array_index (reading->n_texts, guint, number)++;
}

static gboolean
has_before (GPtrArray *words, guint i, guint within, WijkWordFlags flag)
{
  for (guint j = i > within ? i - within : 0; j < i; j++)
    if (wijk_likeness_flags (words->pdata[j]) & flag)
      return TRUE;

  return FALSE;
}

static gboolean
is_turned (GPtrArray *words, guint i)
{
  if (i > 0 && g_str_equal (words->pdata[i - 1], "niet"))
    return TRUE;
  for (guint j = i + 1; j < words->len && j <= i + TURNED_WITHIN; j++)
    if (g_str_equal (words->pdata[j], "niet"))
      return TRUE;

  return FALSE;
}

/* What the word at @i says of wanting (above 0) or not wanting. "Er is geen bank" wants one,
 * "geen bank" does not. */
static int
stance_of (GPtrArray *words, guint i)
{
  const char *word = words->pdata[i];
  WijkWordFlags flags = wijk_likeness_flags (word);

  if (g_str_equal (word, "geen"))
    return has_before (words, i, DENIED_WITHIN, WIJK_WORD_THERE) ? 1 : -2;
  if (g_str_equal (word, "niet"))
    return i == 0 ? -1 : 0;
  if (g_str_equal (word, "weg") && i > 0 && g_str_equal (words->pdata[i - 1], "de"))
    return 0; /* the road */
  if ((flags & (WIJK_WORD_MORE | WIJK_WORD_LESS)) == 0 ||
      (g_str_equal (word, "meer") && i > 0 && g_str_equal (words->pdata[i - 1], "niet")))
    return 0;

  return ((flags & WIJK_WORD_MORE) != 0) != is_turned (words, i) ? 1 : -1;
}

/* The subject that the word at @i turns around. */
static void
add_denied (Reading *reading, WijkLikeText *text, GPtrArray *words, guint i)
{
  const char *word = words->pdata[i];

  if ((wijk_likeness_flags (word) & WIJK_WORD_DENY) == 0 ||
      (g_str_equal (word, "geen") && has_before (words, i, DENIED_WITHIN, WIJK_WORD_THERE)))
    return;
  for (guint j = i + 1; j < words->len && j <= i + DENIED_WITHIN; j++)
    if ((wijk_likeness_flags (words->pdata[j]) & WIJK_WORD_STOP) == 0)
      {
        add_once (text->denied, subject_of (reading, words->pdata[j]));
        return;
      }
}

static WijkLikeText *
read_text (Reading *reading, const char *source)
{
  WijkLikeText *text = new_text ();
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  const char *end;

  for (const char *word = source; (word = next_word (word, &end)) != NULL; word = end)
    {
      g_autofree char *part = g_strndup (word, end - word);
      char *folded = wijk_fold (part);

      if (*folded == '\0')
        g_free (folded);
      else
        g_ptr_array_add (words, folded);
    }
  for (guint i = 0; i < words->len; i++)
    {
      add_word (reading, text, words->pdata[i]);
      text->stance += stance_of (words, i);
      add_denied (reading, text, words, i);
    }

  return text;
}

/* ---- all of them ---- */

static void
weigh (WijkLikeness *self, GArray *n_texts)
{
  double all = log (1.0 + self->texts->len);

  for (guint i = 0; i < self->words->len; i++)
    {
      WijkLikeWord *word = self->words->pdata[i];
      guint n = g_array_index (n_texts, guint, i);

      word->weight = n > 0 ? log (1.0 + (double) self->texts->len / n) / all : 0;
    }
  for (guint i = 0; i < self->texts->len; i++)
    {
      WijkLikeText *text = self->texts->pdata[i];

      for (guint j = 0; j < text->terms->len; j++)
        text->weight += word_of (self, g_array_index (text->terms, guint, j))->weight;
    }
}

static gboolean
read_all (Reading *reading,
          const char *const *texts,
          guint n_texts,
          WijkLikeProgress progress,
          gpointer user_data)
{
  for (guint i = 0; i < n_texts; i++)
    count_capitals (reading, texts[i]);
  for (guint i = 0; i < n_texts; i++)
    {
      if (progress != NULL && i % STEP == 0 && !progress ((double) i / n_texts, user_data))
        return FALSE;
      g_ptr_array_add (reading->self->texts, read_text (reading, texts[i]));
    }

  return TRUE;
}

WijkLikeness *
wijk_likeness_new (const char *const *texts,
                   guint n_texts,
                   WijkLikeProgress progress,
                   gpointer user_data)
{
  g_autoptr (WijkLikeness) self = g_new0 (WijkLikeness, 1);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) inside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) capital = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) n_of = g_array_new (FALSE, FALSE, sizeof (guint));
  Reading reading = { self, numbers, inside, capital, n_of };

  self->words = g_ptr_array_new_with_free_func (free_word);
  self->texts = g_ptr_array_new_with_free_func (free_text);
  if (!read_all (&reading, texts, n_texts, progress, user_data))
    return NULL;
  weigh (self, n_of);

  return g_steal_pointer (&self);
}

void
wijk_likeness_free (WijkLikeness *self)
{
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->words);
  g_free (self);
}
