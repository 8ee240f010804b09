/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From pairs to groups that are worth reading together, and what to call one. */

#include "config.h"

#include "wijk-likeness-private.h"

#include <string.h>

#define LARGEST 12 /* texts of a group: more cannot be judged at a glance */
#define TITLE_SIGNS 60

static gint64
pair_key (guint a, guint b)
{
  return (gint64) MIN (a, b) << 32 | MAX (a, b);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *) a, y = *(const guint *) b;

  return (x > y) - (x < y);
}

/* Whether every text of @one is a pair with every text of @other. */
static gboolean
are_joinable (GHashTable *known, const GArray *one, const GArray *other)
{
  if (one->len + other->len > LARGEST)
    return FALSE;
  for (guint i = 0; i < one->len; i++)
    for (guint j = 0; j < other->len; j++)
      {
        gint64 key = pair_key (g_array_index (one, guint, i), g_array_index (other, guint, j));

        if (!g_hash_table_contains (known, &key))
          return FALSE;
      }

  return TRUE;
}

static GArray *
new_group (guint a, guint b)
{
  GArray *group = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (group, a);
  if (b != a)
    g_array_append_val (group, b);

  return group;
}

/* Puts the two texts of @pair into one group where all of it fits together. */
static void
join (GPtrArray *groups, GArray **of, GHashTable *known, const WijkLikePair *pair)
{
  GArray *one = of[pair->a], *other = of[pair->b];
  g_autoptr (GArray) single = NULL;

  if (one == NULL && other == NULL)
    {
      of[pair->a] = of[pair->b] = new_group (pair->a, pair->b);
      g_ptr_array_add (groups, of[pair->a]);
      return;
    }
  if (one == other)
    return;
  if (one == NULL || other == NULL)
    {
      single = new_group (one == NULL ? pair->a : pair->b, one == NULL ? pair->a : pair->b);
      one = one != NULL ? one : other;
      other = single;
    }
  if (!are_joinable (known, one, other))
    return;
  for (guint i = 0; i < other->len; i++)
    of[g_array_index (other, guint, i)] = one;
  g_array_append_vals (one, other->data, other->len);
  if (single == NULL)
    g_array_set_size (other, 0);
}

GPtrArray *
wijk_likeness_group (GArray *pairs, guint n_texts)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *keys = g_new (gint64, MAX (pairs->len, 1));
  g_autofree GArray **of = g_new0 (GArray *, MAX (n_texts, 1));
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < pairs->len; i++)
    {
      WijkLikePair *pair = &g_array_index (pairs, WijkLikePair, i);

      keys[i] = pair_key (pair->a, pair->b);
      g_hash_table_add (known, &keys[i]);
    }
  for (guint i = 0; i < pairs->len; i++)
    join (groups, of, known, &g_array_index (pairs, WijkLikePair, i));
  for (guint i = 0; i < groups->len;)
    {
      GArray *group = groups->pdata[i];

      if (group->len == 0)
        g_ptr_array_remove_index (groups, i);
      else
        {
          g_array_sort (group, compare_texts);
          i++;
        }
    }

  return groups;
}

/* ---- a title ---- */

/* Which text shares most subjects with the others, for its length; the first of equals. */
static guint
find_middle (const WijkLikeness *self)
{
  guint middle = 0;
  double best = -1;

  for (guint i = 0; i < self->texts->len; i++)
    {
      const WijkLikeText *text = self->texts->pdata[i];
      double shared = 0;

      for (guint j = 0; j < self->texts->len; j++)
        for (guint k = 0; j != i && k < text->terms->len; k++)
          for (guint l = 0; l < ((WijkLikeText *) self->texts->pdata[j])->terms->len; l++)
            shared += wijk_likeness_match (
                self,
                g_array_index (text->terms, guint, k),
                g_array_index (((WijkLikeText *) self->texts->pdata[j])->terms, guint, l));
      shared = (shared + 0.5 * text->names->len) / (text->words->len + 4.0);
      if (text->words->len > 0 && shared > best)
        {
          best = shared;
          middle = i;
        }
    }

  return middle;
}

/* The first sentence, or what of it fits with whole words. */
static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdup (text);
  const char *end;
  glong signs;

  g_strdelimit (g_strstrip (line), "\n\r\t", ' ');
  end = line + strcspn (line, ".!?");
  if (end == line)
    end = line + strlen (line);
  signs = g_utf8_pointer_to_offset (line, end);
  if (signs > TITLE_SIGNS)
    {
      const char *cut = g_utf8_offset_to_pointer (line, TITLE_SIGNS);

      while (cut > line && *cut != ' ')
        cut--;
      if (cut == line)
        cut = g_utf8_offset_to_pointer (line, TITLE_SIGNS);
      while (cut > line && strchr (" ,;:-", cut[-1]) != NULL)
        cut--;
      return g_strdup_printf ("%.*s…", (int) (cut - line), line);
    }
  while (end > line && strchr (" ,;:-", end[-1]) != NULL)
    end--;

  return g_strndup (line, end - line);
}

char *
wijk_likeness_propose_title (const char *const *texts, guint n_texts)
{
  g_autoptr (WijkLikeness) likeness = wijk_likeness_new (texts, n_texts, NULL, NULL);
  g_autofree char *title = NULL;
  char *first;

  if (n_texts == 0)
    return g_strdup ("");
  title = shorten (texts[find_middle (likeness)]);
  first = g_utf8_strup (title, g_utf8_next_char (title) - title);

  return *title == '\0' ? (g_free (first), g_strdup (""))
                        : g_strconcat (first, g_utf8_next_char (title), NULL);
}
