/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-erased-text.h"

#include <glib/gi18n.h>

#include "wijk-format.h"

/* Of the kinds in which words of people stand; others are called by their records alone. */
static const struct
{
  WijkKind kind;
  const char *name;
  const char *title; /* key of the field that tells it from others */
} kinds[] = {
  { WIJK_KIND_PLAN, N_ ("Plan"), NULL },
  { WIJK_KIND_SECTION, N_ ("Chapter"), "title" },
  { WIJK_KIND_THEME, N_ ("Theme"), "name" },
  { WIJK_KIND_SESSION, N_ ("Session"), "title" },
  { WIJK_KIND_CLUSTER, N_ ("Cluster"), "title" },
  { WIJK_KIND_REMARK, N_ ("Remark"), "label" },
  { WIJK_KIND_STAKEHOLDER, N_ ("Register"), "name" },
  { WIJK_KIND_COMMITMENT, N_ ("Commitment"), NULL },
  { WIJK_KIND_PRIORITY, N_ ("Priority"), "title" },
  { WIJK_KIND_MEASURE, N_ ("Measure"), "title" },
  { WIJK_KIND_SOURCE, N_ ("Source"), "title" },
  { WIJK_KIND_QUOTE, N_ ("Quote"), NULL },
  { WIJK_KIND_COMMENT, N_ ("Comment"), NULL },
  { WIJK_KIND_VERSION, N_ ("Version"), "label" },
  { WIJK_KIND_REPLY, N_ ("Reusable answer"), "title" },
};

static const struct
{
  const char *key;
  const char *name;
} fields[] = {
  { "title", N_ ("title") },
  { "name", N_ ("name") },
  { "organisation", N_ ("organisation") },
  { "role", N_ ("role") },
  { "contact", N_ ("contact") },
  { "consents", N_ ("consents") },
  { "consent-date", N_ ("date of consent") },
  { "text", N_ ("text") },
  { "reason", N_ ("reason") },
  { "owner", N_ ("owner") },
  { "partners", N_ ("partners") },
  { "authors", N_ ("authors") },
  { "author", N_ ("author") },
  { "facilitators", N_ ("facilitators") },
  { "vision", N_ ("vision") },
  { "goal", N_ ("goal") },
  { "summary", N_ ("summary") },
  { "questions", N_ ("questions") },
  { "location", N_ ("place") },
};

static const char *
name_field (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (fields[i].key, key))
      return _ (fields[i].name);

  return key;
}

/* Chapter “Thanks” */
static char *
name_record (WijkState *state, const char *id)
{
  WijkRecord *record = wijk_state_lookup (state, id);
  WijkKind kind = wijk_kind_from_id (id);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *title = NULL;

      if (kinds[i].kind != kind)
        continue;
      if (record != NULL && kinds[i].title != NULL)
        title = wijk_record_get_text (record, wijk_kind_find_field (kind, kinds[i].title));
      /* Translators: a kind of record, and which one */
      return title != NULL ? g_strdup_printf (_ ("%s “%s”"), _ (kinds[i].name), title)
                           : g_strdup (_ (kinds[i].name));
    }

  return g_strdup (wijk_kind_to_word (kind));
}

char *
wijk_erased_dup_place (WijkState *state, const WijkErased *erased)
{
  g_autofree char *record = NULL;

  if (erased->how == WIJK_ERASED_NOTE)
    return g_strdup (_ ("What is kept on this laptop alone"));
  if (erased->how == WIJK_ERASED_AUTHOR)
    return g_strdup (_ ("Who made changes, in the history"));
  record = name_record (state, erased->record);

  /* Translators: a record, and which part of it */
  return g_strdup_printf (_ ("%s: %s"), record, name_field (erased->field));
}

char *
wijk_erased_dup_detail (const WijkErased *erased)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (*erased->before != '\0' && *erased->after != '\0')
    /* Translators: what stands there, and what comes in its place */
    g_ptr_array_add (lines, g_strdup_printf (_ ("%s → %s"), erased->before, erased->after));
  else if (*erased->before != '\0')
    g_ptr_array_add (lines, g_strdup (erased->before));
  if (erased->n_past > 0)
    g_ptr_array_add (lines,
                     g_strdup_printf (g_dngettext (NULL,
                                                   "%u earlier change with these words",
                                                   "%u earlier changes with these words",
                                                   erased->n_past),
                                      erased->n_past));
  if (!erased->is_asked)
    g_ptr_array_add (lines, g_strdup (_ ("Perhaps somebody else: tick it if it is to go.")));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static const char *
name_left (WijkLeftKind kind)
{
  switch (kind)
    {
    case WIJK_LEFT_BUNDLE:
      return _ ("Public bundle of %s");
    case WIJK_LEFT_INTERNAL:
      return _ ("Internal bundle of %s");
    case WIJK_LEFT_BACKUP:
      return _ ("Backup of %s");
    case WIJK_LEFT_PACKET:
      return _ ("Work packet of %s");
    case WIJK_LEFT_REPORT:
      return _ ("Report of %s");
    case WIJK_LEFT_DRAFT:
      return _ ("Draft PDF of %s");
    case WIJK_LEFT_VERSION:
    default:
      return _ ("Published version of %s; it does not change");
    }
}

/* @format with @date in the place of its %s. */
static char *
fill (const char *format, const char *date)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (date, parts);
}

char *
wijk_left_dup_description (const WijkLeft *left)
{
  g_autofree char *date = wijk_ui_format_date (left->date);
  g_autofree char *what = fill (name_left (left->kind), date);

  if (left->kind == WIJK_LEFT_VERSION)
    return g_steal_pointer (&what);
  if (*left->folder == '\0')
    return g_strdup_printf (_ ("%s, into another program"), what);

  return g_strdup_printf (
      left->is_there ? _ ("%s, in %s") : _ ("%s, not in %s any more"), what, left->folder);
}
