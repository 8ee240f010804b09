/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-bundle.h"

#include <string.h>

#include "wijk-bundle-private.h"
#include "wijk-id.h"
#include "wijk-record.h"

#define MAX_AREA 60

G_DEFINE_QUARK (WijkBundleError, wijk_bundle_error)

/* sources/<64 digits>.pdf */
static gboolean
is_source (const char *name)
{
  g_autofree char *digits = NULL;

  if (!g_str_has_prefix (name, "sources/") || !g_str_has_suffix (name, ".pdf"))
    return FALSE;
  digits = g_strndup (name + 8, strlen (name) - 12);

  return wijk_is_hex (digits, 64);
}

/* mdto/<name>.xml */
static gboolean
is_metadata (const char *name)
{
  gsize n;

  if (!g_str_has_prefix (name, "mdto/"))
    return FALSE;
  n = strspn (name + 5, G_CSET_a_2_z G_CSET_DIGITS "-");

  return n > 0 && n <= 100 && g_str_equal (name + 5 + n, ".xml");
}

/* versions/<number>/<one of the frozen files of a version> */
gboolean
wijk_bundle_is_version_name (const char *name)
{
  static const char *const files[] = { "manifest.json", "plan.json", "plan.pdf", NULL };
  gsize n;

  if (!g_str_has_prefix (name, "versions/") || name[9] == '0')
    return FALSE;
  n = strspn (name + 9, G_CSET_DIGITS);

  return n > 0 && n <= 6 && name[9 + n] == '/' && g_strv_contains (files, name + 10 + n);
}

gboolean
wijk_bundle_is_name (const char *name)
{
  static const char *const names[] = {
    "plan.json", "plan.pdf", "plan.html", "changes.jsonl", NULL
  };

  g_return_val_if_fail (name != NULL, FALSE);

  return g_strv_contains (names, name) || is_source (name) || is_metadata (name) ||
         wijk_bundle_is_version_name (name);
}

guint64
wijk_bundle_get_cap (const char *name)
{
  if (g_str_equal (name, "mimetype"))
    return strlen (WIJK_BUNDLE_MEDIA_TYPE);
  if (g_str_equal (name, "manifest.json"))
    return WIJK_MANIFEST_MAX_SIZE;
  if (g_str_equal (name, "plan.json"))
    return WIJK_BUNDLE_MAX_PLAN;

  return WIJK_BUNDLE_MAX_FILE;
}

char *
wijk_bundle_fold_name (const char *text)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *folded = g_string_new (NULL);

  for (const char *p = ascii; *p != '\0' && folded->len < MAX_AREA; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (folded, g_ascii_tolower (*p));
    else if (*p != '\'' && folded->len > 0 && folded->str[folded->len - 1] != '-')
      g_string_append_c (folded, '-');
  if (folded->len > 0 && folded->str[folded->len - 1] == '-')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

char *
wijk_bundle_file_name (WijkPlanKind kind,
                       const char *area_name,
                       gint64 first_year,
                       gint64 last_year,
                       gint64 version,
                       const char *date)
{
  GString *name = g_string_new (kind == WIJK_PLAN_WIJKVISIE ? "wijkvisie" : "wijkplan");
  g_autofree char *area = wijk_bundle_fold_name (area_name != NULL ? area_name : "");

  if (*area != '\0')
    g_string_append_printf (name, "-%s", area);
  if (first_year > 0)
    g_string_append_printf (name, "-%" G_GINT64_FORMAT, first_year);
  if (last_year > 0)
    g_string_append_printf (name, "-%" G_GINT64_FORMAT, last_year);
  if (version > 0)
    g_string_append_printf (name, "-v%" G_GINT64_FORMAT, version);
  else
    g_string_append (name, "-intern");
  if (version <= 0 && wijk_date_is_valid (date, FALSE))
    g_string_append_printf (name, "-%s", date);
  g_string_append (name, ".wijkplan");

  return g_string_free (name, FALSE);
}
