/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-area.h"

#include "wijk-area-table.h"

#include <string.h>

#define N_NEAREST 3
#define LONGEST_NAME 100

/* What people and the municipality call an area where the CBS has another name. The first one of
 * a code with @shown set is how the program names it. */
static const struct
{
  const char *name;
  const char *code;
  gboolean shown;
} everyday_names[] = {
  { "Binnenstad", "WK054600", FALSE },
  { "Binnenstad", "WK054601", FALSE },
  { "Noord", "WK054603", FALSE },
  { "Roodenburg", "WK054604", FALSE },
  { "Bos- en Gasthuis", "WK054605", FALSE },
  { "Mors", "WK054606", TRUE },
  { "Boerhaave", "WK054607", FALSE },
  { "Merenwijk", "WK054608", TRUE },
  { "Stevenshof", "WK054609", TRUE },
  { "Levendaal", "BU05460002", FALSE },
  { "Levendaal", "BU05460003", FALSE },
  { "Pancras", "BU05460102", FALSE },
  { "Pancras", "BU05460103", FALSE },
  { "Havenwijk", "BU05460106", FALSE },
  { "Havenwijk", "BU05460107", FALSE },
  { "Professorenwijk", "BU05460402", FALSE },
  { "Professorenwijk", "BU05460404", FALSE },
  { "Haagweg", "BU05460501", FALSE },
  { "Haagweg", "BU05460506", FALSE },
  { "Fortuinwijk", "BU05460503", FALSE },
  { "Fortuinwijk", "BU05460507", FALSE },
  { "Zijlwijk", "BU05460801", FALSE },
  { "Zijlwijk", "BU05460802", FALSE },
  { "Leedewijk", "BU05460804", FALSE },
  { "Leedewijk", "BU05460805", FALSE },
  { "Dobbewijk", "BU05460902", FALSE },
  { "Dobbewijk", "BU05460903", FALSE },
};

typedef struct
{
  const char *name;
  const WijkArea *area;
  guint distance;
} Candidate;

/* Letters and digits only, folded, without a leading "de" or "d'"; empty for invalid UTF-8. */
static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
  GString *letters = g_string_new (NULL);
  const char *p = g_strchug (folded);

  if (g_str_has_prefix (p, "de ") || g_str_has_prefix (p, "d'") || g_str_has_prefix (p, "d’"))
    p = g_utf8_next_char (p + 1);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (g_unichar_isalnum (letter))
        g_string_append_unichar (letters, letter);
    }

  return g_string_free_and_steal (letters);
}

static gboolean
has_folded_name (const char *name, const char *folded)
{
  g_autofree char *other = fold_name (name);

  return g_str_equal (other, folded);
}

/* Changes of one letter, and neighbours that changed places, between two folded names. */
static guint
edit_distance (const char *one, const char *other)
{
  glong n_one;
  glong n_other;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (one, -1, &n_one);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (other, -1, &n_other);
  gsize width = (gsize) n_other + 1;
  g_autofree guint *cost = g_new (guint, ((gsize) n_one + 1) * width);

  for (gsize i = 0; i <= (gsize) n_one; i++)
    for (gsize j = 0; j < width; j++)
      {
        guint *here = &cost[i * width + j];

        if (i == 0 || j == 0)
          {
            *here = (guint) (i + j);
            continue;
          }
        *here = here[-(gssize) width - 1] + (a[i - 1] != b[j - 1]);
        *here = MIN (*here, MIN (here[-1], here[-(gssize) width]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          *here = MIN (*here, here[-2 * (gssize) width - 2] + 1);
      }

  return cost[(gsize) n_one * width + (gsize) n_other];
}

static gint
compare_candidates (gconstpointer one, gconstpointer other)
{
  const Candidate *a = one;
  const Candidate *b = other;

  return a->distance < b->distance ? -1 : a->distance > b->distance;
}

/* Every name that can be meant, with its distance to @folded where that is near enough. */
static GArray *
list_candidates (const char *folded)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  glong length = g_utf8_strlen (folded, -1);
  gsize n_names = G_N_ELEMENTS (areas) + G_N_ELEMENTS (everyday_names);

  if (length > LONGEST_NAME)
    return candidates;
  for (gsize i = 0; i < n_names; i++)
    {
      gboolean is_cbs = i < G_N_ELEMENTS (areas);
      gsize nickname = is_cbs ? 0 : i - G_N_ELEMENTS (areas);
      const char *name = is_cbs ? areas[i].name : everyday_names[nickname].name;
      g_autofree char *other = fold_name (name);
      Candidate candidate = { name, NULL, edit_distance (folded, other) };

      candidate.area = is_cbs ? &areas[i] : wijk_area_lookup_code (everyday_names[nickname].code);
      if (candidate.distance <= 1 + length / 4)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);

  return candidates;
}

GPtrArray *
wijk_area_list_districts (void)
{
  GPtrArray *districts = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    if (areas[i].level == WIJK_AREA_DISTRICT)
      g_ptr_array_add (districts, (gpointer) &areas[i]);

  return districts;
}

GPtrArray *
wijk_area_list_neighbourhoods (const WijkArea *district)
{
  GPtrArray *neighbourhoods = g_ptr_array_new ();

  g_return_val_if_fail (district != NULL, neighbourhoods);

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_strcmp0 (areas[i].parent_code, district->code) == 0)
      g_ptr_array_add (neighbourhoods, (gpointer) &areas[i]);

  return neighbourhoods;
}

gboolean
wijk_area_is_code (const char *code)
{
  static const char *const levels[] = { "GM", "WK", "BU" };
  gsize n_digits;

  g_return_val_if_fail (code != NULL, FALSE);

  if (strspn (code, "0123456789") == 4)
    code += 4;
  n_digits = strlen (code) > 2 ? strspn (code + 2, "0123456789") : 0;
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_str_has_prefix (code, levels[i]))
      return n_digits == 4 + 2 * i && code[2 + n_digits] == '\0';

  return FALSE;
}

const WijkArea *
wijk_area_lookup_code (const char *code)
{
  g_return_val_if_fail (code != NULL, NULL);

  if (g_str_has_prefix (code, AREA_YEAR))
    code += strlen (AREA_YEAR);
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    if (g_str_equal (areas[i].code, code))
      return &areas[i];

  return NULL;
}

GPtrArray *
wijk_area_find_name (const char *name)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autofree char *folded = NULL;

  g_return_val_if_fail (name != NULL, found);

  folded = fold_name (name);
  if (*folded == '\0')
    return found;
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    if (has_folded_name (areas[i].name, folded))
      g_ptr_array_add (found, (gpointer) &areas[i]);
  if (found->len > 0)
    return found;
  for (gsize i = 0; i < G_N_ELEMENTS (everyday_names); i++)
    if (has_folded_name (everyday_names[i].name, folded))
      g_ptr_array_add (found, (gpointer) wijk_area_lookup_code (everyday_names[i].code));

  return found;
}

char **
wijk_area_dup_nearest_names (const char *name)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) candidates = NULL;
  g_autofree char *folded = NULL;
  guint n_names = 0;

  g_return_val_if_fail (name != NULL, NULL);

  folded = fold_name (name);
  candidates = list_candidates (folded);
  for (guint i = 0; i < candidates->len && n_names < N_NEAREST; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      /* one name an area, and a name of two areas once */
      if (!g_hash_table_add (taken, (gpointer) candidate->area->code) ||
          !g_hash_table_add (taken, (gpointer) candidate->name))
        continue;
      g_strv_builder_add (names, candidate->name);
      n_names++;
    }

  return g_strv_builder_end (names);
}

const char *
wijk_area_get_display_name (const WijkArea *area)
{
  g_return_val_if_fail (area != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (everyday_names); i++)
    if (everyday_names[i].shown && g_str_equal (everyday_names[i].code, area->code))
      return everyday_names[i].name;

  return area->name;
}
