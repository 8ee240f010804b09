/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-filter.h"

#include <string.h>

#include "wijk-fold.h"
#include "wijk-outline.h"
#include "wijk-remark-answer.h"

struct _WijkRemarkFilter
{
  GObject parent_instance;

  WijkState *state;
  char *query; /* as it was typed */
  GStrv words;
  GHashTable *facets[WIJK_N_FACETS]; /* sets of strings; NULL: not asked for */
  GHashTable *themes;                /* those asked for and all below them */
  gboolean owed_only;
  gboolean with_withdrawn;
  gboolean is_quiet; /* in the middle of several changes */
};

G_DEFINE_FINAL_TYPE (WijkRemarkFilter, wijk_remark_filter, G_TYPE_OBJECT)

static guint changed_signal;

static void
tell (WijkRemarkFilter *self, gboolean narrower)
{
  if (!self->is_quiet)
    g_signal_emit (self, changed_signal, 0, narrower);
}

/* A theme stands for what is below it too. An outline has parents before children. */
static void
spread_themes (WijkRemarkFilter *self)
{
  GHashTable *asked = self->facets[WIJK_FACET_THEME];
  g_autoptr (GPtrArray) outline = NULL;
  GHashTableIter iter;
  gpointer id;

  g_clear_pointer (&self->themes, g_hash_table_unref);
  if (asked == NULL)
    return;
  self->themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, asked);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (self->themes, g_strdup (id));
  outline = wijk_outline_new (self->state, WIJK_KIND_THEME, WIJK_THEME_DEPTH, NULL);
  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];

      if (row->parent != NULL &&
          g_hash_table_contains (self->themes, wijk_record_get_id (row->parent)))
        g_hash_table_add (self->themes, g_strdup (wijk_record_get_id (row->record)));
    }
}

static void
wijk_remark_filter_finalize (GObject *object)
{
  WijkRemarkFilter *self = WIJK_REMARK_FILTER (object);

  for (guint i = 0; i < WIJK_N_FACETS; i++)
    g_clear_pointer (&self->facets[i], g_hash_table_unref);
  g_clear_pointer (&self->themes, g_hash_table_unref);
  g_strfreev (self->words);
  g_free (self->query);
  g_object_unref (self->state);

  G_OBJECT_CLASS (wijk_remark_filter_parent_class)->finalize (object);
}

static void
wijk_remark_filter_class_init (WijkRemarkFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_remark_filter_finalize;

  changed_signal = g_signal_new ("changed",
                                 WIJK_TYPE_REMARK_FILTER,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_BOOLEAN);
}

static void
wijk_remark_filter_init (WijkRemarkFilter *self)
{
  self->query = g_strdup ("");
  self->words = wijk_fold_words ("");
}

WijkRemarkFilter *
wijk_remark_filter_new (WijkState *state)
{
  WijkRemarkFilter *self = g_object_new (WIJK_TYPE_REMARK_FILTER, NULL);

  self->state = g_object_ref (state);

  return self;
}

/* What has all of @words now had all of @before: each of those is inside one of these. */
static gboolean
words_narrow (const char *const *words, const char *const *before)
{
  for (guint i = 0; before[i] != NULL; i++)
    {
      gboolean is_inside = FALSE;

      for (guint j = 0; words[j] != NULL; j++)
        is_inside |= strstr (words[j], before[i]) != NULL;
      if (!is_inside)
        return FALSE;
    }

  return TRUE;
}

void
wijk_remark_filter_set_query (WijkRemarkFilter *self, const char *query)
{
  g_auto (GStrv) words = wijk_fold_words (query);
  gboolean narrower;

  g_return_if_fail (WIJK_IS_REMARK_FILTER (self));

  g_set_str (&self->query, query);
  if (g_strv_equal ((const char *const *) words, (const char *const *) self->words))
    return;
  narrower = words_narrow ((const char *const *) words, (const char *const *) self->words);
  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
  tell (self, narrower);
}

const char *
wijk_remark_filter_get_query (WijkRemarkFilter *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_FILTER (self), NULL);

  return self->query;
}

void
wijk_remark_filter_set_value (WijkRemarkFilter *self,
                              WijkFacet facet,
                              const char *value,
                              gboolean wanted)
{
  g_return_if_fail (WIJK_IS_REMARK_FILTER (self) && facet < WIJK_N_FACETS);

  if (wanted == (self->facets[facet] != NULL && g_hash_table_contains (self->facets[facet], value)))
    return;
  if (self->facets[facet] == NULL)
    self->facets[facet] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (wanted)
    g_hash_table_add (self->facets[facet], g_strdup (value));
  else
    g_hash_table_remove (self->facets[facet], value);
  if (g_hash_table_size (self->facets[facet]) == 0)
    g_clear_pointer (&self->facets[facet], g_hash_table_unref);
  if (facet == WIJK_FACET_THEME)
    spread_themes (self);
  tell (self, FALSE);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

GStrv
wijk_remark_filter_dup_values (WijkRemarkFilter *self, WijkFacet facet)
{
  GHashTableIter iter;
  gpointer value;
  guint n = 0;
  GStrv values;

  g_return_val_if_fail (WIJK_IS_REMARK_FILTER (self) && facet < WIJK_N_FACETS, NULL);

  if (self->facets[facet] == NULL)
    return g_new0 (char *, 1);
  values = g_new0 (char *, g_hash_table_size (self->facets[facet]) + 1);
  g_hash_table_iter_init (&iter, self->facets[facet]);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    values[n++] = g_strdup (value);
  qsort (values, n, sizeof (char *), compare_strings);

  return values;
}

void
wijk_remark_filter_set_owed_only (WijkRemarkFilter *self, gboolean owed_only)
{
  g_return_if_fail (WIJK_IS_REMARK_FILTER (self));

  if (self->owed_only == owed_only)
    return;
  self->owed_only = owed_only;
  tell (self, owed_only);
}

gboolean
wijk_remark_filter_get_owed_only (WijkRemarkFilter *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_FILTER (self), FALSE);

  return self->owed_only;
}

void
wijk_remark_filter_set_with_withdrawn (WijkRemarkFilter *self, gboolean with_withdrawn)
{
  g_return_if_fail (WIJK_IS_REMARK_FILTER (self));

  if (self->with_withdrawn == with_withdrawn)
    return;
  self->with_withdrawn = with_withdrawn;
  tell (self, !with_withdrawn);
}

gboolean
wijk_remark_filter_get_with_withdrawn (WijkRemarkFilter *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_FILTER (self), FALSE);

  return self->with_withdrawn;
}

gboolean
wijk_remark_filter_is_narrowing (WijkRemarkFilter *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_FILTER (self), FALSE);

  for (guint i = 0; i < WIJK_N_FACETS; i++)
    if (self->facets[i] != NULL)
      return TRUE;

  return self->owed_only || self->words[0] != NULL;
}

void
wijk_remark_filter_clear (WijkRemarkFilter *self)
{
  g_return_if_fail (WIJK_IS_REMARK_FILTER (self));

  for (guint i = 0; i < WIJK_N_FACETS; i++)
    g_clear_pointer (&self->facets[i], g_hash_table_unref);
  g_clear_pointer (&self->themes, g_hash_table_unref);
  g_strfreev (self->words);
  self->words = wijk_fold_words ("");
  g_set_str (&self->query, "");
  self->owed_only = self->with_withdrawn = FALSE;
  tell (self, FALSE);
}

/* ---- as text ---- */

/* The keys in a kept filter: a line `key=value` for everything that is asked for. */
static const char *const facet_keys[WIJK_N_FACETS] = {
  [WIJK_FACET_OUTCOME] = "outcome", [WIJK_FACET_CHANNEL] = "channel",
  [WIJK_FACET_SESSION] = "session", [WIJK_FACET_THEME] = "theme",
  [WIJK_FACET_ASPECT] = "aspect",   [WIJK_FACET_AREA] = "area-code",
};

char *
wijk_remark_filter_to_text (WijkRemarkFilter *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (WIJK_IS_REMARK_FILTER (self), NULL);

  if (*self->query != '\0')
    g_string_append_printf (text, "words=%s\n", self->query);
  for (guint i = 0; i < WIJK_N_FACETS; i++)
    {
      g_auto (GStrv) values = wijk_remark_filter_dup_values (self, i);

      for (guint j = 0; values[j] != NULL; j++)
        g_string_append_printf (text, "%s=%s\n", facet_keys[i], values[j]);
    }
  if (self->owed_only)
    g_string_append (text, "owed=1\n");
  if (self->with_withdrawn)
    g_string_append (text, "withdrawn=1\n");

  return g_string_free_and_steal (text);
}

static void
take_line (WijkRemarkFilter *self, const char *key, const char *value)
{
  if (g_str_equal (key, "words"))
    wijk_remark_filter_set_query (self, value);
  else if (g_str_equal (key, "owed"))
    wijk_remark_filter_set_owed_only (self, g_str_equal (value, "1"));
  else if (g_str_equal (key, "withdrawn"))
    wijk_remark_filter_set_with_withdrawn (self, g_str_equal (value, "1"));
  for (guint i = 0; i < WIJK_N_FACETS; i++)
    if (g_str_equal (key, facet_keys[i]))
      wijk_remark_filter_set_value (self, i, value, TRUE);
}

void
wijk_remark_filter_take_text (WijkRemarkFilter *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_return_if_fail (WIJK_IS_REMARK_FILTER (self));

  self->is_quiet = TRUE;
  wijk_remark_filter_clear (self);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');

      if (equals == NULL)
        continue;
      *equals = '\0';
      take_line (self, lines[i], equals + 1);
    }
  self->is_quiet = FALSE;
  tell (self, FALSE);
}

/* ---- matching ---- */

static gboolean
has_word (GHashTable *asked, const char *word)
{
  return asked == NULL || g_hash_table_contains (asked, word);
}

static gboolean
has_text (GHashTable *asked, const char *text)
{
  return asked == NULL || g_hash_table_contains (asked, text != NULL ? text : "");
}

static gboolean
has_member (GHashTable *asked, GPtrArray *set)
{
  if (asked == NULL)
    return TRUE;
  if (set == NULL || set->len == 0)
    return g_hash_table_contains (asked, "");
  for (guint i = 0; i < set->len; i++)
    if (g_hash_table_contains (asked, set->pdata[i]))
      return TRUE;

  return FALSE;
}

static const char *
choice_word (const char *const *words, guint choice)
{
  return choice > 0 ? words[choice - 1] : "";
}

/* A link to something that is gone is none. */
static const char *
live_session (WijkRemarkFilter *self, WijkRemark *remark)
{
  return wijk_state_lookup_live (self->state, remark->session, WIJK_KIND_SESSION) != NULL
             ? remark->session
             : NULL;
}

static gboolean
has_themes (WijkRemarkFilter *self, WijkRemark *remark)
{
  gboolean has_any = FALSE;

  if (self->themes == NULL)
    return TRUE;
  for (guint i = 0; remark->themes != NULL && i < remark->themes->len; i++)
    {
      const char *id = remark->themes->pdata[i];

      if (wijk_state_lookup_live (self->state, id, WIJK_KIND_THEME) == NULL)
        continue;
      if (g_hash_table_contains (self->themes, id))
        return TRUE;
      has_any = TRUE;
    }

  return !has_any && g_hash_table_contains (self->themes, "");
}

static gboolean
matches_but_area (WijkRemarkFilter *self, WijkRemark *remark)
{
  GHashTable **facets = self->facets;

  if (remark->withdrawn != NULL && !self->with_withdrawn)
    return FALSE;
  if (facets[WIJK_FACET_OUTCOME] != NULL &&
      !has_word (
          facets[WIJK_FACET_OUTCOME],
          choice_word (wijk_outcome_words, wijk_remark_find_answer (remark, self->state).outcome)))
    return FALSE;
  if (facets[WIJK_FACET_SESSION] != NULL &&
      !has_text (facets[WIJK_FACET_SESSION], live_session (self, remark)))
    return FALSE;

  return has_word (facets[WIJK_FACET_CHANNEL], choice_word (wijk_channel_words, remark->channel)) &&
         has_member (facets[WIJK_FACET_ASPECT], remark->aspects) && has_themes (self, remark);
}

gboolean
wijk_remark_filter_matches (WijkRemarkFilter *self, WijkRemark *remark)
{
  return has_text (self->facets[WIJK_FACET_AREA], remark->area_code) &&
         matches_but_area (self, remark);
}

gboolean
wijk_remark_filter_matches_anywhere (WijkRemarkFilter *self, WijkRemark *remark, GHashTable *parts)
{
  g_autofree char *key = NULL;

  if (!matches_but_area (self, remark) ||
      (self->owed_only && !wijk_remark_is_owed (remark, self->state, parts)))
    return FALSE;
  if (self->words[0] == NULL)
    return TRUE;
  key = wijk_remark_dup_key (remark);

  return wijk_remark_filter_finds (self, key);
}

gboolean
wijk_remark_filter_has_words (WijkRemarkFilter *self)
{
  return self->words[0] != NULL;
}

gboolean
wijk_remark_filter_finds (WijkRemarkFilter *self, const char *key)
{
  return wijk_fold_contains_all (key, (const char *const *) self->words);
}

gboolean
wijk_remark_filter_note_change (WijkRemarkFilter *self, WijkRecord *record)
{
  g_return_val_if_fail (WIJK_IS_REMARK_FILTER (self), FALSE);

  if (self->themes != NULL && wijk_record_get_kind (record) == WIJK_KIND_THEME)
    {
      spread_themes (self);
      return TRUE;
    }
  if (wijk_record_get_kind (record) == WIJK_KIND_CLUSTER)
    return self->owed_only || self->facets[WIJK_FACET_OUTCOME] != NULL;

  return wijk_record_get_kind (record) == WIJK_KIND_SESSION &&
         self->facets[WIJK_FACET_SESSION] != NULL;
}

char *
wijk_remark_dup_key (WijkRemark *remark)
{
  g_autofree char *label = wijk_fold (remark->label);
  g_autofree char *text = wijk_fold (remark->text);

  return g_strconcat (label, "\n", text, NULL);
}
