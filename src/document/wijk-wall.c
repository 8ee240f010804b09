/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-wall.h"

#include "wijk-fold.h"
#include "wijk-personal.h"
#include "wijk-rules.h"
#include "wijk-session.h"
#include "wijk-stakeholder.h"

#define SHORTEST_NAME 3 /* letters */

/* ---- what stays off the wall ---- */

/* Parts of names that say nothing alone. */
static gboolean
is_particle (const char *word)
{
  static const char *const particles[] = { "van",     "den",     "der",   "des",  "het", "ten",
                                           "ter",     "von",     "bij",   "aan",  "op",  "voor",
                                           "mevrouw", "meneer",  "dhr",   "mevr", "mw",  "familie",
                                           "fam",     "bewoner", "buurt", "wijk", NULL };

  return g_utf8_strlen (word, -1) < SHORTEST_NAME || g_strv_contains (particles, word);
}

/* The words of @text, split at all that is no letter; those that begin with a small letter are
 * left out if @capital. Folded. */
static GHashTable *
collect_words (const char *text, gboolean capital)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *p = text;

  while (*p != '\0')
    {
      const char *start;

      while (*p != '\0' && !g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      start = p;
      while (g_unichar_isalpha (g_utf8_get_char (p)) || g_unichar_ismark (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p > start && (!capital || g_unichar_isupper (g_utf8_get_char (start))))
        {
          g_autofree char *word = g_strndup (start, (gsize) (p - start));

          g_hash_table_add (words, wijk_fold (word));
        }
    }

  return words;
}

static void
add_names (GHashTable *names, const char *name)
{
  g_autoptr (GHashTable) parts = name != NULL ? collect_words (name, FALSE) : NULL;
  GHashTableIter iter;
  const char *part;

  if (parts == NULL)
    return;
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, (gpointer *) &part, NULL))
    if (!is_particle (part))
      g_hash_table_add (names, g_strdup (part));
}

GHashTable *
wijk_wall_collect_names (WijkState *state)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  WijkRecordList *people = wijk_state_get_list (state, WIJK_KIND_STAKEHOLDER);
  WijkRecordList *sessions = wijk_state_get_list (state, WIJK_KIND_SESSION);

  for (guint i = 0; i < wijk_record_list_get_length (people); i++)
    add_names (names, WIJK_STAKEHOLDER (wijk_record_list_get (people, i))->name);
  for (guint i = 0; i < wijk_record_list_get_length (sessions); i++)
    add_names (names, WIJK_SESSION (wijk_record_list_get (sessions, i))->facilitators);

  return names;
}

gboolean
wijk_wall_names_someone (GHashTable *names, const char *words)
{
  g_autoptr (GHashTable) own = collect_words (words, TRUE);
  GHashTableIter iter;
  const char *word;

  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, (gpointer *) &word, NULL))
    if (g_hash_table_contains (names, word))
      return TRUE;

  return FALSE;
}

WijkObstacle
wijk_wall_find_obstacle (GHashTable *names, const char *words)
{
  g_autoptr (GArray) found = NULL;

  if (words == NULL || *words == '\0' || !g_utf8_validate (words, -1, NULL))
    return WIJK_OBSTACLE_WORDS;
  found = wijk_personal_find (words);
  if (found->len > 0)
    return WIJK_OBSTACLE_PATTERN;

  return wijk_wall_names_someone (names, words) ? WIJK_OBSTACLE_NAME : WIJK_OBSTACLE_NONE;
}

gboolean
wijk_wall_shows (WijkState *state, GHashTable *names, WijkRemark *remark)
{
  return remark->wall == WIJK_WALL_SHOWN && wijk_remark_is_counted (remark, state) &&
         wijk_wall_find_obstacle (names, remark->text) == WIJK_OBSTACLE_NONE;
}

/* ---- remarks of a session ---- */

GPtrArray *
wijk_wall_list_remarks (WijkState *state, const char *session)
{
  g_autoptr (GPtrArray) all = wijk_state_dup_children (state, WIJK_KIND_REMARK, "session", session);
  GPtrArray *counted = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (wijk_remark_is_counted (all->pdata[i], state))
      g_ptr_array_add (counted, all->pdata[i]);

  return counted;
}

GPtrArray *
wijk_wall_list_waiting (WijkState *state, const char *session)
{
  g_autoptr (GPtrArray) all = wijk_wall_list_remarks (state, session);
  GPtrArray *waiting = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    if (((WijkRemark *) all->pdata[i])->wall == WIJK_WALL_UNSET)
      g_ptr_array_add (waiting, all->pdata[i]);

  return waiting;
}

GStrv
wijk_wall_split_lines (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_strv_builder_add (builder, lines[i]);

  return g_strv_builder_end (builder);
}
