/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-erasure.h"

#include <string.h>

#include "wijk-id.h"

#define MIN_SIGNS 3
#define EXCERPT 40     /* signs on each side */
#define MAX_TOKENS 200 /* stamps in one edit */

/* What is looked for. */
typedef struct
{
  GRegex *regex;
  gsize length;
  gboolean is_certain;
  const char *replacement; /* lent by the words */
} Term;

struct _WijkErasureSearch
{
  WijkStore *store;
  WijkState *state;
  const WijkWords *words;
  GPtrArray *steps;
  GPtrArray *changes; /* in order of stamp */
  GPtrArray *terms;   /* of Term */
  GHashTable *known;  /* words that are looked for already */
  GHashTable *fields; /* "record key" that goes as a whole */
  GPtrArray *erased;  /* result */
};

static void
erased_free (WijkErased *self)
{
  g_free (self->record);
  g_free (self->field);
  g_free (self->before);
  g_free (self->after);
  g_ptr_array_unref (self->edits);
  g_free (self);
}

static void
term_free (Term *term)
{
  g_regex_unref (term->regex);
  g_free (term);
}

WijkErasureSearch *
wijk_erasure_search_new (WijkStore *store, WijkState *state, const WijkWords *words, GError **error)
{
  g_autoptr (WijkErasureSearch) self = g_new0 (WijkErasureSearch, 1);

  self->store = g_object_ref (store);
  self->state = g_object_ref (state);
  self->words = words;
  self->terms = g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->erased = g_ptr_array_new_with_free_func ((GDestroyNotify) erased_free);
  if (!wijk_store_read_changes (store, &self->steps, &self->changes, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
wijk_erasure_search_free (WijkErasureSearch *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->store);
  g_object_unref (self->state);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_ptr_array_unref (self->terms);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->fields);
  g_ptr_array_unref (self->erased);
  g_free (self);
}

/* ---- what is looked for ---- */

/* Whole words, in any case, whatever space there is between them. */
static GRegex *
make_regex (const char *words)
{
  g_auto (GStrv) parts = g_strsplit_set (words, " \t\n", -1);
  GString *pattern = g_string_new ("(?<![\\p{L}\\p{N}])");
  g_autofree char *text = NULL;
  gboolean is_first = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *escaped = g_regex_escape_string (parts[i], -1);

      if (*parts[i] == '\0')
        continue;
      g_string_append_printf (pattern, "%s%s", is_first ? "" : "\\s+", escaped);
      is_first = FALSE;
    }
  g_string_append (pattern, "(?![\\p{L}\\p{N}])");

  text = g_string_free_and_steal (pattern);

  return g_regex_new (text, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
}

void
wijk_erasure_search_add (WijkErasureSearch *self,
                         const char *words,
                         gboolean is_certain,
                         const char *replacement)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words));
  GRegex *regex;
  Term *term;

  if (!g_utf8_validate (stripped, -1, NULL) || g_utf8_strlen (stripped, -1) < MIN_SIGNS ||
      !g_hash_table_add (self->known, g_strdup (stripped)))
    return;
  regex = make_regex (stripped);
  if (regex == NULL) /* too long for a pattern */
    return;
  term = g_new0 (Term, 1);
  term->regex = regex;
  term->length = strlen (stripped);
  term->is_certain = is_certain;
  term->replacement = wijk_words_get (self->words, replacement);
  g_ptr_array_add (self->terms, term);
}

void
wijk_erasure_search_add_past (WijkErasureSearch *self,
                              const char *record,
                              const char *key,
                              const char *replacement)
{
  for (guint i = 0; i < self->changes->len; i++)
    {
      const WijkChange *change = self->changes->pdata[i];
      g_auto (GStrv) lines = NULL;

      if (change->value == NULL || !g_str_equal (change->record, record) ||
          !g_str_equal (change->field, key))
        continue;
      wijk_erasure_search_add (self, change->value, TRUE, replacement);
      lines = g_strsplit_set (change->value, "\n;", -1);
      for (guint j = 0; lines[j] != NULL && lines[1] != NULL; j++)
        wijk_erasure_search_add (self, lines[j], TRUE, replacement);
    }
}

char *
wijk_erasure_search_dup_since (WijkErasureSearch *self, const char *record)
{
  const char *step = NULL;

  for (guint i = 0; step == NULL && i < self->changes->len; i++)
    if (g_str_equal (((WijkChange *) self->changes->pdata[i])->record, record))
      step = ((WijkChange *) self->changes->pdata[i])->step;
  for (guint i = 0; step != NULL && i < self->steps->len; i++)
    {
      const WijkStep *one = self->steps->pdata[i];
      g_autoptr (GDateTime) at = NULL;

      if (!g_str_equal (one->id, step))
        continue;
      at = g_date_time_new_from_unix_utc (one->at / 1000);
      return at != NULL ? g_date_time_format (at, "%Y-%m-%d") : g_strdup ("");
    }

  return g_strdup ("");
}

GPtrArray *
wijk_erasure_search_list (WijkErasureSearch *self, WijkKind kind)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->changes->len; i++)
    {
      char *id = ((WijkChange *) self->changes->pdata[i])->record;

      if (wijk_kind_from_id (id) == kind && g_hash_table_add (seen, id))
        g_ptr_array_add (ids, g_strdup (id));
    }

  return ids;
}

gboolean
wijk_erasure_search_is_in (WijkErasureSearch *self, const char *text)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = self->terms->pdata[i];

      if (term->is_certain && g_regex_match (term->regex, text, 0, NULL))
        return TRUE;
    }

  return FALSE;
}

/* ---- texts ---- */

/* The part of @text around the byte @at. */
static char *
dup_excerpt (const char *text, gsize at)
{
  const char *first = text + MIN (at, strlen (text));
  const char *end;
  glong n = 2 * EXCERPT;
  g_autofree char *part = NULL;

  for (guint i = 0; i <= EXCERPT && first > text; i++)
    first = g_utf8_prev_char (first);
  end = first;
  for (; n > 0 && *end != '\0'; n--)
    end = g_utf8_next_char (end);
  part = g_strndup (first, end - first);
  g_strdelimit (part, "\n\t", ' ');

  return g_strconcat (first > text ? "…" : "", part, *end != '\0' ? "…" : "", NULL);
}

/* Whether a term is in @text; certain ones come first. *@at: where, may be NULL. */
static gboolean
find (WijkErasureSearch *self, const char *text, gboolean *is_certain, gsize *at)
{
  const Term *found = NULL;
  gsize where = 0;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = self->terms->pdata[i];
      g_autoptr (GMatchInfo) match = NULL;
      int start;

      if ((found != NULL && (found->is_certain || !term->is_certain)) ||
          !g_regex_match (term->regex, text, 0, &match) ||
          !g_match_info_fetch_pos (match, 0, &start, NULL))
        continue;
      found = term;
      where = (gsize) start;
    }
  if (found != NULL && is_certain != NULL)
    *is_certain = found->is_certain;
  if (found != NULL && at != NULL)
    *at = where;

  return found != NULL;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const Term *one = a, *other = b;

  return one->length > other->length ? -1 : one->length < other->length;
}

/* @text with others in the place of all words, or of those that are certain; the longest first, or
 * a part of them would be left. */
static char *
replace_all (WijkErasureSearch *self, const char *text, gboolean only_certain)
{
  char *result = g_strdup (text);

  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = self->terms->pdata[i];
      char *next =
          only_certain && !term->is_certain
              ? NULL
              : g_regex_replace_literal (term->regex, result, -1, 0, term->replacement, 0, NULL);

      if (next != NULL)
        {
          g_free (result);
          result = next;
        }
    }

  return result;
}

/* ---- places ---- */

static WijkErased *
add_erased (WijkErasureSearch *self, WijkErasedHow how, const char *record, const char *field)
{
  WijkErased *erased = g_new0 (WijkErased, 1);

  erased->how = how;
  erased->record = g_strdup (record);
  erased->field = g_strndup (field, strcspn (field, "/"));
  erased->before = g_strdup ("");
  erased->after = g_strdup ("");
  erased->is_asked = TRUE;
  erased->edits = wijk_edits_new ();
  g_ptr_array_add (self->erased, erased);

  return erased;
}

void
wijk_erasure_search_add_fields (WijkErasureSearch *self,
                                const char *record,
                                const char *const *keys)
{
  WijkRecord *standing = wijk_state_lookup (self->state, record);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      const WijkField *field = wijk_kind_find_field (wijk_kind_from_id (record), keys[i]);
      g_autofree char *value = NULL;
      WijkErased *erased;

      if (standing == NULL || field == NULL ||
          !g_hash_table_add (self->fields, g_strconcat (record, " ", keys[i], NULL)))
        continue;
      erased = add_erased (self, WIJK_ERASED_FIELD, record, keys[i]);
      value = wijk_record_dup_value (standing, field);
      g_free (erased->before);
      erased->before = dup_excerpt (value, 0);
      wijk_edits_add (erased->edits, record, "erased", keys[i]);
    }
}

/* The changes of one field of one record in which words were found. */
typedef struct
{
  const char *record;
  const char *field;
  GPtrArray *stamps; /* lent */
  gboolean is_certain;
} Place;

static void
place_free (Place *place)
{
  g_ptr_array_unref (place->stamps);
  g_free (place);
}

static gboolean
goes_as_a_whole (WijkErasureSearch *self, const WijkChange *change)
{
  g_autofree char *key = g_strndup (change->field, strcspn (change->field, "/"));
  g_autofree char *name = g_strconcat (change->record, " ", key, NULL);

  return g_hash_table_contains (self->fields, name);
}

static gboolean
is_never_searched (const char *field)
{
  static const char *const keys[] = { "erased", "deleted", "number", "label", "place", NULL };

  return g_strv_contains (keys, field);
}

/* The value, or the member that the field's name tells. */
static const char *
text_of (const WijkChange *change)
{
  const char *member = strchr (change->field, '/');

  return member != NULL ? member + 1 : change->value;
}

/* In order of their first stamp. Where it is certain and where it is not are two places. */
static GPtrArray *
collect_places (WijkErasureSearch *self)
{
  GPtrArray *places = g_ptr_array_new_with_free_func ((GDestroyNotify) place_free);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->changes->len; i++)
    {
      WijkChange *change = self->changes->pdata[i];
      const char *text = text_of (change);
      gboolean is_certain;
      char *name;
      Place *place;

      if (is_never_searched (change->field) || !find (self, text, &is_certain, NULL) ||
          goes_as_a_whole (self, change))
        continue;
      name = g_strconcat (change->record, is_certain ? "!" : "?", change->field, NULL);
      place = g_hash_table_lookup (by_name, name);
      if (place == NULL)
        {
          place = g_new0 (Place, 1);
          place->record = change->record;
          place->field = change->field;
          place->stamps = g_ptr_array_new ();
          g_ptr_array_add (places, place);
          g_hash_table_insert (by_name, g_strdup (name), place);
        }
      g_free (name);
      g_ptr_array_add (place->stamps, change->stamp);
      place->is_certain = is_certain;
    }

  return places;
}

static void
add_stamps (WijkErased *erased, const Place *place)
{
  for (guint i = 0; i < place->stamps->len; i += MAX_TOKENS)
    {
      g_autoptr (GString) tokens = g_string_new (NULL);

      for (guint j = i; j < place->stamps->len && j < i + MAX_TOKENS; j++)
        g_string_append_printf (tokens, "%s%s", j > i ? " " : "", (char *) place->stamps->pdata[j]);
      wijk_edits_add (erased->edits, place->record, "erased", tokens->str);
    }
}

/* What stands in a field of @record, known to this program or not. */
static char *
dup_standing (WijkRecord *record, const char *key)
{
  const WijkField *field = wijk_kind_find_field (wijk_record_get_kind (record), key);
  GHashTable *unknown = wijk_record_get_unknown (record);

  if (field != NULL)
    return wijk_record_dup_value (record, field);

  return g_strdup (unknown != NULL ? g_hash_table_lookup (unknown, key) : NULL);
}

static void
add_words (WijkErasureSearch *self, const Place *place)
{
  WijkErased *erased = add_erased (self, WIJK_ERASED_WORDS, place->record, place->field);
  WijkRecord *record = wijk_state_lookup (self->state, place->record);
  g_autofree char *standing = record != NULL ? dup_standing (record, place->field) : NULL;
  gboolean is_certain;
  gsize at;

  erased->is_asked = place->is_certain;
  erased->n_past = place->stamps->len;
  if (find (self, standing, &is_certain, &at) && is_certain == place->is_certain)
    {
      g_autofree char *replaced = replace_all (self, standing, is_certain);

      g_free (erased->before);
      g_free (erased->after);
      erased->before = dup_excerpt (standing, at);
      erased->after = dup_excerpt (replaced, at);
      erased->n_past--;
      wijk_edits_add (erased->edits, place->record, place->field, replaced);
    }
  add_stamps (erased, place);
}

static void
add_member (WijkErasureSearch *self, const Place *place)
{
  WijkErased *erased = add_erased (self, WIJK_ERASED_MEMBER, place->record, place->field);
  g_autofree char *name = wijk_store_dup_erased_name (place->record, place->field);

  erased->is_asked = place->is_certain;
  g_set_str (&erased->before, strchr (place->field, '/') + 1);
  wijk_edits_add (erased->edits, place->record, "erased", name);
}

static void
find_authors (WijkErasureSearch *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *plan = wijk_store_get_plan_id (self->store);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const char *author = ((WijkStep *) self->steps->pdata[i])->author;
      g_autofree char *field = g_strconcat (WIJK_ERASE_AUTHOR "/", author, NULL);
      g_autofree char *name = NULL;
      gboolean is_certain;
      WijkErased *erased;

      if (!g_hash_table_add (seen, (char *) author) || !find (self, author, &is_certain, NULL))
        continue;
      name = wijk_store_dup_erased_name (plan, field);
      erased = add_erased (self, WIJK_ERASED_AUTHOR, plan, WIJK_ERASE_AUTHOR);
      erased->is_asked = is_certain;
      g_set_str (&erased->before, author);
      wijk_edits_add (erased->edits, plan, "erased", name);
    }
}

static void
find_notes (WijkErasureSearch *self)
{
  g_auto (GStrv) keys = wijk_store_list_notes (self->store);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *value = wijk_store_dup_note (self->store, keys[i]);
      gboolean is_certain;
      gsize at;
      WijkErased *erased;

      if (g_str_equal (keys[i], "left") || !find (self, value, &is_certain, &at))
        continue;
      erased = add_erased (self, WIJK_ERASED_NOTE, keys[i], keys[i]);
      erased->is_asked = is_certain;
      g_free (erased->before);
      erased->before = dup_excerpt (value, at);
    }
}

GPtrArray *
wijk_erasure_search_run (WijkErasureSearch *self)
{
  g_autoptr (GPtrArray) places = NULL;

  g_ptr_array_sort_values (self->terms, compare_lengths);
  places = collect_places (self);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = places->pdata[i];
      const char *member = strchr (place->field, '/');

      if (member == NULL)
        add_words (self, place);
      else if (!wijk_id_is_valid (member + 1))
        add_member (self, place);
    }
  find_authors (self);
  find_notes (self);

  return g_ptr_array_ref (self->erased);
}
