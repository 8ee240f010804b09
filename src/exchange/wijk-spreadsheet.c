/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-spreadsheet.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-ods-write.h"
#include "wijk-zip-read.h"

/* Of .xls and of everything that other programs put behind a password. */
static const char compound[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

gboolean
wijk_spreadsheet_is_one (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 8 && (memcmp (data, "PK\3\4", 4) == 0 || memcmp (data, compound, 8) == 0);
}

static gboolean
is_wanted (const char *name)
{
  static const char *const names[] = { "mimetype",
                                       "content.xml",
                                       "META-INF/manifest.xml",
                                       "xl/workbook.xml",
                                       "xl/_rels/workbook.xml.rels",
                                       "xl/sharedStrings.xml",
                                       "xl/styles.xml",
                                       NULL };

  return g_strv_contains (names, name) ||
         (g_str_has_prefix (name, "xl/worksheets/") && g_str_has_suffix (name, ".xml"));
}

static gboolean
is_ods (GHashTable *parts)
{
  GBytes *mimetype = g_hash_table_lookup (parts, "mimetype");
  gsize size = 0;
  const char *data = mimetype != NULL ? g_bytes_get_data (mimetype, &size) : NULL;

  return size >= strlen (WIJK_ODS_MEDIA_TYPE) && /* a template has more */
         memcmp (data, WIJK_ODS_MEDIA_TYPE, strlen (WIJK_ODS_MEDIA_TYPE)) == 0;
}

static gboolean
refuse (WijkGridError code, const char *message, GError **error)
{
  g_set_error_literal (error, WIJK_GRID_ERROR, code, message);

  return FALSE;
}

/* What the zip or the XML said, as errors of tables. */
static gboolean
translate (GError *fault, GError **error)
{
  if (fault->domain == G_MARKUP_ERROR)
    refuse (WIJK_GRID_ERROR_TEXT,
            _ ("The file is damaged or not complete; ask for it once more."),
            error);
  else if (g_error_matches (fault, WIJK_ZIP_ERROR, WIJK_ZIP_ERROR_TOO_LARGE))
    refuse (WIJK_GRID_ERROR_TOO_LARGE, fault->message, error);
  else if (g_error_matches (fault, WIJK_ZIP_ERROR, WIJK_ZIP_ERROR_LOCKED))
    refuse (WIJK_GRID_ERROR_LOCKED, fault->message, error);
  else if (fault->domain == WIJK_ZIP_ERROR)
    refuse (WIJK_GRID_ERROR_TEXT, fault->message, error);
  else
    {
      g_propagate_error (error, fault);
      return FALSE;
    }
  g_error_free (fault);

  return FALSE;
}

static gboolean
read_parts (GBytes *bytes, WijkGridBuild *build, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) parts = wijk_zip_read (bytes, is_wanted, cancellable, error);

  if (parts == NULL)
    return FALSE;
  if (is_ods (parts))
    return wijk_ods_read (parts, build, cancellable, error);
  if (g_hash_table_contains (parts, "xl/workbook.xml"))
    return wijk_xlsx_read (parts, build, cancellable, error);

  return refuse (WIJK_GRID_ERROR_TEXT, _ ("The file is not a table."), error);
}

gboolean
wijk_spreadsheet_read (GBytes *bytes,
                       WijkGridBuild *build,
                       GCancellable *cancellable,
                       GError **error)
{
  GError *fault = NULL;

  if (memcmp (g_bytes_get_data (bytes, NULL), compound, 8) == 0)
    return refuse (WIJK_GRID_ERROR_LOCKED,
                   _ ("The file is behind a password or of an old kind (.xls); save it once more "
                      "as .xlsx or .ods, without a password."),
                   error);

  return read_parts (bytes, build, cancellable, &fault) || translate (fault, error);
}
