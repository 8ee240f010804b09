/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-chip.h"

#include <string.h>

#include "wijk-fold.h"
#include "wijk-stakeholder.h"
#include "wijk-theme.h"

#define MOST_PEOPLE 100000
#define MOST_OFFERED 6
#define MOST_SIGNS 60 /* of a name, in characters */
#define PUNCTUATION ".,;:?!)"

static const char signs[] = { '#', '@', '!', '^', '+' };

/* A name that can be typed, and what it stands for. */
typedef struct
{
  const char *value; /* lent */
  const char *label; /* lent */
  char *key;
} Name;

static void
name_clear (gpointer data)
{
  g_free (((Name *) data)->key);
}

WijkChip *
wijk_chip_new (WijkChipKind kind, const char *value, const char *label)
{
  WijkChip *self = g_new0 (WijkChip, 1);

  self->kind = kind;
  self->value = g_strdup (value);
  self->label = g_strdup (label);

  return self;
}

void
wijk_chip_free (WijkChip *self)
{
  g_free (self->value);
  g_free (self->label);
  g_free (self);
}

/* ---- names ---- */

/* The first @length bytes of @text as they are compared; a space at the end stays, for it tells
 * that a word is complete. */
static char *
make_key (const char *text, gsize length)
{
  g_autofree char *part = g_strndup (text, length);
  g_autofree char *folded = NULL;
  gboolean is_open = length > 0 && (g_ascii_isspace (part[length - 1]));

  g_strdelimit (part, "-_", ' ');
  folded = wijk_fold (part);

  return is_open ? g_strconcat (folded, " ", NULL) : g_steal_pointer (&folded);
}

static void
add_name (GArray *names, const char *value, const char *label)
{
  Name name = { value, label, make_key (label, strlen (label)) };

  g_array_append_val (names, name);
}

static void
add_records (GArray *names, WijkState *state, WijkKind kind)
{
  g_autoptr (GPtrArray) records = wijk_state_dup_sorted (state, kind);

  for (guint i = 0; i < records->len; i++)
    {
      WijkRecord *record = records->pdata[i];
      const char *label;

      if (kind == WIJK_KIND_THEME)
        label = WIJK_THEME (record)->name;
      else if (WIJK_STAKEHOLDER (record)->kind == WIJK_STAKEHOLDER_ORGANISATION)
        label = WIJK_STAKEHOLDER (record)->organisation;
      else
        continue;
      if (label != NULL && *label != '\0')
        add_name (names, wijk_record_get_id (record), label);
    }
}

/* All names of @kind; tables and numbers have none. */
static GArray *
list_names (WijkState *state, WijkChipKind kind)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, name_clear);
  if (kind == WIJK_CHIP_THEME)
    add_records (names, state, WIJK_KIND_THEME);
  if (kind == WIJK_CHIP_PARTNER)
    add_records (names, state, WIJK_KIND_STAKEHOLDER);
  for (guint i = 0; kind == WIJK_CHIP_ASPECT && wijk_aspect_words[i] != NULL; i++)
    add_name (names, wijk_aspect_words[i], wijk_aspect_words[i]);

  return names;
}

static const Name *
find_name (GArray *names, WijkChipKind kind, const char *key)
{
  const Name *only = NULL;
  guint n = 0;

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);

      if (g_str_equal (name->key, key))
        return name;
      if (kind == WIJK_CHIP_ASPECT && *key != '\0' && g_str_has_prefix (name->key, key))
        {
          only = name;
          n++;
        }
    }

  return n == 1 ? only : NULL; /* the beginning of an aspect's word will do */
}

static gboolean
may_become_longer (GArray *names, const char *key)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_array_index (names, Name, i).key;

      if (g_str_has_prefix (name, key) && strlen (name) > strlen (key))
        return TRUE;
    }

  return FALSE;
}

/* ---- taking one out ---- */

static gboolean
is_sign_at (const char *line, gsize at, WijkChipKind *kind)
{
  if (line[at] == '\0' || (at > 0 && !g_ascii_isspace (line[at - 1])))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i] == line[at])
      {
        *kind = (WijkChipKind) i;
        return TRUE;
      }

  return FALSE;
}

/* Where the word that begins at or behind @from ends: at a space or the end of the line. */
static gsize
find_word_end (const char *line, gsize from)
{
  while (g_ascii_isspace (line[from]))
    from++;
  while (line[from] != '\0' && !g_ascii_isspace (line[from]))
    from++;

  return from;
}

static gsize
trim_punctuation (const char *line, gsize from, gsize end)
{
  while (end > from && strchr (PUNCTUATION, line[end - 1]) != NULL)
    end--;

  return end;
}

/* Whether what is typed last, up to the end of the line, leaves open which name it will be. */
static gboolean
is_undecided (GArray *names, const char *line, gsize from, gsize best_end)
{
  gsize length = strlen (line);
  g_autofree char *key = make_key (line + from, length - from);

  return may_become_longer (names, key) || best_end == from || best_end == length;
}

/* The longest name of @kind that stands at @from. */
static WijkChip *
match_name (
    WijkState *state, WijkChipKind kind, const char *line, gsize from, gboolean whole, gsize *end)
{
  g_autoptr (GArray) names = list_names (state, kind);
  const Name *best = NULL;
  gsize word_end = from;

  *end = from;
  do
    {
      g_autofree char *key = NULL;
      g_autofree char *longer = NULL;
      const Name *name;
      gsize name_end;

      word_end = find_word_end (line, word_end);
      name_end = trim_punctuation (line, from, word_end);
      key = make_key (line + from, name_end - from);
      longer = g_strconcat (key, " ", NULL);
      name = find_name (names, kind, key);
      if (name != NULL)
        {
          best = name;
          *end = name_end;
        }
      if (name_end != word_end || (line[word_end] != '\0' && !may_become_longer (names, longer)))
        return best != NULL ? wijk_chip_new (kind, best->value, best->label) : NULL;
    }
  while (line[word_end + strspn (line + word_end, " \t")] != '\0');
  if (best == NULL || (!whole && is_undecided (names, line, from, *end)))
    return NULL;

  return wijk_chip_new (kind, best->value, best->label);
}

/* `^3`, `^tafel 3`, `^tafel3` and `^bar`. */
static WijkChip *
match_table (const char *line, gsize from, gboolean whole, gsize *end)
{
  gsize word_end = find_word_end (line, from);
  g_autofree char *word = NULL;
  g_autofree char *label = NULL;
  const char *number;

  *end = trim_punctuation (line, from, word_end);
  word = g_strndup (line + from, *end - from);
  if (g_ascii_strcasecmp (word, "tafel") == 0)
    {
      gsize next_end = find_word_end (line, word_end);
      gsize next = word_end + strspn (line + word_end, " \t");
      gsize digits = strspn (line + next, "0123456789");

      if (!whole && line[next_end] == '\0')
        return NULL;
      if (digits > 0 && next + digits == trim_punctuation (line, next, next_end))
        {
          g_free (word);
          word = g_strndup (line + next, digits);
          *end = next + digits;
        }
    }
  else if (!whole && line[word_end] == '\0')
    return NULL;
  g_strdelimit (word, "_", ' ');
  number = g_ascii_strncasecmp (word, "tafel", 5) == 0 ? word + 5 : word;
  number += *number == ' ' ? 1 : 0;
  if (*number == '\0' && number == word)
    return NULL;
  if (*number != '\0' && strspn (number, "0123456789") == strlen (number))
    label = g_strconcat ("tafel ", number, NULL);
  else
    label = g_strdup (word);

  return g_utf8_strlen (label, -1) <= MOST_SIGNS ? wijk_chip_new (WIJK_CHIP_TABLE, label, label)
                                                 : NULL;
}

static WijkChip *
match_count (const char *line, gsize from, gboolean whole, gsize *end)
{
  gsize word_end = find_word_end (line, from);
  gsize digits = strspn (line + from, "0123456789");
  g_autofree char *number = NULL;
  gint64 n;

  *end = trim_punctuation (line, from, word_end);
  if (digits == 0 || from + digits != *end || (!whole && line[word_end] == '\0'))
    return NULL;
  n = g_ascii_strtoll (line + from, NULL, 10);
  if (n < 1 || n > MOST_PEOPLE)
    return NULL;
  number = g_strdup_printf ("%d", (int) n);

  return wijk_chip_new (WIJK_CHIP_COUNT, number, number);
}

static WijkChip *
match (
    WijkState *state, WijkChipKind kind, const char *line, gsize from, gboolean whole, gsize *end)
{
  if (line[from] == '\0' || g_ascii_isspace (line[from]))
    return NULL;
  if (kind == WIJK_CHIP_TABLE)
    return match_table (line, from, whole, end);
  if (kind == WIJK_CHIP_COUNT)
    return match_count (line, from, whole, end);

  return match_name (state, kind, line, from, whole, end);
}

WijkChip *
wijk_chip_take (WijkState *state, GString *line, gsize *caret, gboolean whole)
{
  WijkChipKind kind;

  for (gsize at = 0; at < line->len; at++)
    {
      gsize end = at;
      WijkChip *chip;

      if (!is_sign_at (line->str, at, &kind))
        continue;
      chip = match (state, kind, line->str, at + 1, whole, &end);
      if (chip == NULL)
        continue;
      wijk_chip_cut (line, at, end, caret);

      return chip;
    }

  return NULL;
}

void
wijk_chip_cut (GString *line, gsize start, gsize end, gsize *caret)
{
  if (end < line->len && g_ascii_isspace (line->str[end]))
    end++;
  else if (start > 0 && end < line->len) /* punctuation follows: it joins the word before */
    start--;
  g_string_erase (line, (gssize) start, (gssize) (end - start));
  if (*caret > start)
    *caret = *caret > end ? *caret - (end - start) : start;
}

/* ---- completion ---- */

/* Whether a later word of the name begins with @key. */
static gboolean
has_word (const char *name, const char *key)
{
  for (const char *p = strchr (name, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (g_str_has_prefix (p + 1, key))
      return TRUE;

  return FALSE;
}

static void
offer_names (GPtrArray *offered, GArray *names, WijkChipKind kind, const char *key)
{
  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < names->len && offered->len < MOST_OFFERED; i++)
      {
        const Name *name = &g_array_index (names, Name, i);
        gboolean is_start = g_str_has_prefix (name->key, key);

        if (round == 0 ? is_start : !is_start && has_word (name->key, key))
          g_ptr_array_add (offered, wijk_chip_new (kind, name->value, name->label));
      }
}

/* A theme of that name that is not there yet: one word, in which a low line stands for a space. */
static void
offer_new (GPtrArray *offered, GArray *names, const char *line, gsize from, gsize caret)
{
  g_autofree char *name = g_strndup (line + from, caret - from);
  g_autofree char *key = make_key (name, strlen (name));

  if (*key == '\0' || strpbrk (name, " \t") != NULL || g_utf8_strlen (name, -1) > MOST_SIGNS ||
      find_name (names, WIJK_CHIP_THEME, key) != NULL)
    return;
  g_strdelimit (name, "_", ' ');
  if (offered->len == MOST_OFFERED)
    g_ptr_array_set_size (offered, MOST_OFFERED - 1);
  g_ptr_array_add (offered, wijk_chip_new (WIJK_CHIP_THEME, "", name));
}

static GPtrArray *
complete_at (WijkState *state, WijkChipKind kind, const char *line, gsize from, gsize caret)
{
  GPtrArray *offered = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_chip_free);
  g_autoptr (GArray) names = list_names (state, kind);
  g_autofree char *key = make_key (line + from, caret - from);

  if (!g_str_has_prefix (key, " "))
    offer_names (offered, names, kind, key);
  if (kind == WIJK_CHIP_THEME)
    offer_new (offered, names, line, from, caret);

  return offered;
}

GPtrArray *
wijk_chip_complete (WijkState *state, const char *line, gsize caret, gsize *start)
{
  WijkChipKind kind;

  for (gsize at = caret; at-- > 0;)
    {
      g_autoptr (GPtrArray) offered = NULL;

      if (!is_sign_at (line, at, &kind))
        continue;
      if (kind == WIJK_CHIP_TABLE || kind == WIJK_CHIP_COUNT)
        return NULL;
      offered = complete_at (state, kind, line, at + 1, caret);
      *start = at;

      return offered->len > 0 ? g_steal_pointer (&offered) : NULL;
    }

  return NULL;
}

/* ---- a remark's ---- */

/* The field or member that holds it; of a single value its key alone. */
static char *
dup_field (const WijkChip *self)
{
  static const char *const keys[] = {
    [WIJK_CHIP_THEME] = "themes/",   [WIJK_CHIP_PARTNER] = "partners/",
    [WIJK_CHIP_ASPECT] = "aspects/", [WIJK_CHIP_TABLE] = "table",
    [WIJK_CHIP_COUNT] = "count",
  };
  const char *key = keys[self->kind];

  return g_strconcat (key, g_str_has_suffix (key, "/") ? self->value : NULL, NULL);
}

void
wijk_chip_add_values (const WijkChip *self, GPtrArray *values)
{
  g_autofree char *field = dup_field (self);

  wijk_edits_add (values, "", field, strchr (field, '/') != NULL ? "1" : self->value);
}

char *
wijk_chip_dup_typed (const WijkChip *self)
{
  char *typed = g_strdup_printf ("%c%s", signs[self->kind], self->label);

  return g_strdelimit (typed, " \t", '_');
}

static gboolean
is_single (WijkChipKind kind)
{
  return kind == WIJK_CHIP_TABLE || kind == WIJK_CHIP_COUNT;
}

gboolean
wijk_chips_put (GPtrArray *chips, WijkChip *chip)
{
  for (guint i = 0; i < chips->len; i++)
    {
      WijkChip *other = chips->pdata[i];

      if (other->kind != chip->kind)
        continue;
      if (g_str_equal (other->value, chip->value) && g_str_equal (other->label, chip->label))
        {
          wijk_chip_free (chip);
          return FALSE;
        }
      if (is_single (chip->kind))
        {
          g_ptr_array_remove_index (chips, i);
          break;
        }
    }
  g_ptr_array_add (chips, chip);

  return TRUE;
}

static void
put_links (GPtrArray *chips, WijkState *state, WijkChipKind kind, GPtrArray *ids)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const char *id = ids->pdata[i];
      gboolean is_theme = kind == WIJK_CHIP_THEME;
      WijkRecord *record =
          wijk_state_lookup_live (state, id, is_theme ? WIJK_KIND_THEME : WIJK_KIND_STAKEHOLDER);
      const char *label = record == NULL ? NULL
                          : is_theme     ? WIJK_THEME (record)->name
                                         : WIJK_STAKEHOLDER (record)->organisation;

      if (label != NULL)
        wijk_chips_put (chips, wijk_chip_new (kind, id, label));
    }
}

GPtrArray *
wijk_chips_of_remark (WijkState *state, WijkRemark *remark)
{
  GPtrArray *chips = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_chip_free);

  put_links (chips, state, WIJK_CHIP_THEME, remark->themes);
  put_links (chips, state, WIJK_CHIP_PARTNER, remark->partners);
  for (guint i = 0; remark->aspects != NULL && i < remark->aspects->len; i++)
    wijk_chips_put (
        chips,
        wijk_chip_new (WIJK_CHIP_ASPECT, remark->aspects->pdata[i], remark->aspects->pdata[i]));
  if (remark->table != NULL)
    wijk_chips_put (chips, wijk_chip_new (WIJK_CHIP_TABLE, remark->table, remark->table));
  if (remark->count != WIJK_UNSET && remark->count > 1)
    {
      g_autofree char *count = g_strdup_printf ("%d", (int) remark->count);

      wijk_chips_put (chips, wijk_chip_new (WIJK_CHIP_COUNT, count, count));
    }

  return chips;
}

static gboolean
has_field (GPtrArray *chips, const char *field)
{
  for (guint i = 0; i < chips->len; i++)
    {
      g_autofree char *own = dup_field (chips->pdata[i]);

      if (g_str_equal (own, field))
        return TRUE;
    }

  return FALSE;
}

void
wijk_chips_add_edits (GPtrArray *chips, WijkState *state, WijkRemark *remark, GPtrArray *edits)
{
  g_autoptr (GPtrArray) standing = wijk_chips_of_remark (state, remark);
  const char *id = wijk_record_get_id (WIJK_RECORD (remark));

  for (guint i = 0; i < standing->len; i++)
    {
      g_autofree char *field = dup_field (standing->pdata[i]);

      if (!has_field (chips, field))
        wijk_edits_add (edits, id, field, "");
    }
  for (guint i = 0; i < chips->len; i++)
    {
      WijkChip *chip = chips->pdata[i];
      g_autofree char *field = dup_field (chip);

      if (is_single (chip->kind) || !has_field (standing, field))
        wijk_edits_add (edits, id, field, is_single (chip->kind) ? chip->value : "1");
    }
}
