/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-text-diff.h"

#include "wijk-myers.h"

#include <string.h>

/* A word, a run of spaces, or one other character. */
typedef struct
{
  const char *text;
  GArray *ends;  /* of guint: where each ends */
  GArray *items; /* of guint: equal words have equal numbers */
  gboolean *changed;
} Words;

struct _WijkTextDiff
{
  GArray *runs;
};

static gboolean
is_word_part (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == '_';
}

static const char *
end_of_word (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gboolean is_word = is_word_part (c);
  gboolean is_space = g_unichar_isspace (c);

  do
    {
      p = g_utf8_next_char (p);
      c = g_utf8_get_char (p);
    }
  while (c != 0 && ((is_word && is_word_part (c)) || (is_space && g_unichar_isspace (c))));

  return p;
}

static void
words_init (Words *self, const char *text, GHashTable *numbers, GStringChunk *chunk)
{
  g_autoptr (GString) word = g_string_new (NULL);
  const char *p = text;

  self->text = text;
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->items = g_array_new (FALSE, FALSE, sizeof (guint));

  while (*p != '\0')
    {
      const char *end = end_of_word (p);
      guint at = end - text;
      guint number;

      g_string_truncate (word, 0);
      g_string_append_len (word, p, end - p);
      number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, word->str));
      if (number == 0)
        {
          number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (
              numbers, g_string_chunk_insert (chunk, word->str), GUINT_TO_POINTER (number));
        }
      g_array_append_val (self->ends, at);
      g_array_append_val (self->items, number);
      p = end;
    }
  self->changed = g_new0 (gboolean, self->items->len + 1);
}

static void
words_clear (Words *self)
{
  g_array_unref (self->ends);
  g_array_unref (self->items);
  g_free (self->changed);
}

static guint
end_of (const Words *self, guint n)
{
  return n > 0 ? g_array_index (self->ends, guint, n - 1) : 0;
}

static gboolean
is_space (const Words *self, guint n)
{
  return n < self->items->len &&
         g_unichar_isspace (g_utf8_get_char (self->text + end_of (self, n)));
}

/* After a change, a kept space with another change behind it on both sides. */
static void
join_changes (Words *old_words, Words *new_words)
{
  guint i = 0, j = 0;

  while (i < old_words->items->len || j < new_words->items->len)
    {
      gboolean has_old = FALSE, has_new = FALSE;

      for (; i < old_words->items->len && old_words->changed[i]; i++)
        has_old = TRUE;
      for (; j < new_words->items->len && new_words->changed[j]; j++)
        has_new = TRUE;
      if (has_old && has_new && is_space (old_words, i) && old_words->changed[i + 1] &&
          new_words->changed[j + 1])
        old_words->changed[i] = new_words->changed[j] = TRUE;
      else
        {
          i++;
          j++;
        }
    }
}

static void
add_run (WijkTextDiff *self, WijkDiffKind kind, guint old_end, guint new_end)
{
  guint n = self->runs->len;
  WijkDiffRun run = { kind, 0, old_end, 0, new_end };

  if (n > 0)
    {
      const WijkDiffRun *last = &g_array_index (self->runs, WijkDiffRun, n - 1);

      run.old_start = last->old_end;
      run.new_start = last->new_end;
    }
  if (run.old_start < old_end || run.new_start < new_end)
    g_array_append_val (self->runs, run);
}

static void
make_runs (WijkTextDiff *self, const Words *old_words, const Words *new_words)
{
  guint n_old = old_words->items->len, n_new = new_words->items->len;
  guint i = 0, j = 0;

  while (i < n_old || j < n_new)
    {
      while (i < n_old && j < n_new && !old_words->changed[i] && !new_words->changed[j])
        {
          i++;
          j++;
        }
      add_run (self, WIJK_DIFF_KEPT, end_of (old_words, i), end_of (new_words, j));
      while (i < n_old && old_words->changed[i])
        i++;
      add_run (self, WIJK_DIFF_REMOVED, end_of (old_words, i), end_of (new_words, j));
      while (j < n_new && new_words->changed[j])
        j++;
      add_run (self, WIJK_DIFF_ADDED, end_of (old_words, i), end_of (new_words, j));
    }
}

WijkTextDiff *
wijk_text_diff_new (const char *old_text, const char *new_text)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GStringChunk *chunk = g_string_chunk_new (65536);
  WijkTextDiff *self = g_new0 (WijkTextDiff, 1);
  Words old_words, new_words;

  self->runs = g_array_new (FALSE, FALSE, sizeof (WijkDiffRun));
  words_init (&old_words, old_text, numbers, chunk);
  words_init (&new_words, new_text, numbers, chunk);

  wijk_myers ((const guint *) (gpointer) old_words.items->data,
              old_words.items->len,
              (const guint *) (gpointer) new_words.items->data,
              new_words.items->len,
              old_words.changed,
              new_words.changed);
  join_changes (&old_words, &new_words);
  make_runs (self, &old_words, &new_words);

  words_clear (&old_words);
  words_clear (&new_words);
  g_string_chunk_free (chunk);

  return self;
}

void
wijk_text_diff_free (WijkTextDiff *self)
{
  g_array_unref (self->runs);
  g_free (self);
}

const WijkDiffRun *
wijk_text_diff_get_runs (WijkTextDiff *self, guint *n_runs)
{
  g_return_val_if_fail (self != NULL && n_runs != NULL, NULL);

  *n_runs = self->runs->len;

  return (const WijkDiffRun *) (gpointer) self->runs->data;
}
