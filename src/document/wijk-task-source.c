/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Linking PDFs. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wijk-entry.h"
#include "wijk-load.h"
#include "wijk-packet-plan.h"
#include "wijk-pdf-probe.h"
#include "wijk-plan-files.h"
#include "wijk-source.h"

static char *
find_linked (WijkState *state, const char *sha256)
{
  WijkRecordList *sources = wijk_state_get_list (state, WIJK_KIND_SOURCE);

  for (guint i = 0; i < wijk_record_list_get_length (sources); i++)
    {
      WijkSource *source = (WijkSource *) wijk_record_list_get (sources, i);

      if (g_strcmp0 (source->sha256, sha256) == 0)
        return g_strdup (wijk_record_get_id (WIJK_RECORD (source)));
    }

  return NULL;
}

/* What the user gave, else what the file says of itself, else its name. */
static char *
choose_title (const char *title, const WijkPdfInfo *info, const char *file_name)
{
  char *chosen;

  if (title != NULL && *title != '\0')
    return g_strdup (title);
  if (info->title != NULL && *info->title != '\0')
    chosen = g_strdup (info->title);
  else
    chosen = g_strndup (file_name,
                        strlen (file_name) -
                            (g_str_has_suffix (file_name, ".pdf") ? strlen (".pdf") : 0));
  g_strdelimit (chosen, "\r\n\t", ' ');
  if (*g_strstrip (chosen) == '\0')
    g_set_str (&chosen, file_name);

  return chosen;
}

static char *
add_record (WijkStore *store,
            WijkState *state,
            const char *sha256,
            const char *title,
            const char *file_name,
            guint n_pages,
            GError **error)
{
  g_autoptr (GPtrArray) values = wijk_edits_new ();
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autofree char *pages = g_strdup_printf ("%u", n_pages);
  g_autofree char *id = NULL;

  wijk_edits_add (values, "", "title", title);
  wijk_edits_add (values, "", "file-name", file_name);
  wijk_edits_add (values, "", "sha256", sha256);
  wijk_edits_add (values, "", "pages", pages);
  id = wijk_entry_add (state, WIJK_KIND_SOURCE, values, "", edits, error);
  if (id == NULL || !wijk_store_write (store, _ ("Link a PDF"), edits, error))
    return NULL;

  return g_steal_pointer (&id);
}

char *
wijk_task_link_pdf (const WijkContext *context,
                    const char *plan_id,
                    GFile *file,
                    const char *title,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (WijkState) state = store != NULL ? wijk_load_state (store, error) : NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *file_name = g_utf8_make_valid (base, -1);
  g_auto (WijkPdfInfo) info = { 0 };
  g_autofree char *chosen = NULL;
  g_autofree char *sha256 = NULL;
  char *id;

  if (state == NULL || !wijk_plan_files_check_writable (store, error))
    return NULL;
  if (!wijk_packet_plan_check_whole (store, error) ||
      !wijk_pdf_probe (file, file_name, &info, cancellable, error))
    return NULL;
  sha256 = wijk_plan_files_add_source (wijk_store_get_folder (store), file, cancellable, error);
  if (sha256 == NULL)
    return NULL;
  id = find_linked (state, sha256);
  if (id != NULL)
    return id;
  chosen = choose_title (title, &info, file_name);

  return add_record (store, state, sha256, chosen, file_name, info.n_pages, error);
}
