/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-task-compare.h"

#include <glib/gi18n.h>

#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-plan-json.h"
#include "wijk-priority.h"
#include "wijk-section.h"

/* The fields whose change a reader would notice. */
static const char *const section_keys[] = { "title", "text", NULL };
static const char *const priority_keys[] = { "title", "goal",   "first-year", "last-year",
                                             "owner", "status", NULL };

static const char *
get_title (WijkRecord *record)
{
  const char *title = wijk_record_get_kind (record) == WIJK_KIND_SECTION
                          ? WIJK_SECTION (record)->title
                          : WIJK_PRIORITY (record)->title;

  return title != NULL ? title : "";
}

static gboolean
is_same (WijkRecord *one, WijkRecord *other, const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      const WijkField *field = wijk_kind_find_field (wijk_record_get_kind (one), keys[i]);
      g_autofree char *a = wijk_record_dup_value (one, field);
      g_autofree char *b = wijk_record_dup_value (other, field);

      if (!g_str_equal (a, b))
        return FALSE;
    }

  return TRUE;
}

static void
compare_kind (
    WijkState *then, WijkState *now, WijkKind kind, const char *const *keys, GStrvBuilder *lines)
{
  g_autoptr (GPtrArray) old = wijk_state_dup_sorted (then, kind);
  g_autoptr (GPtrArray) new = wijk_state_dup_sorted (now, kind);

  for (guint i = 0; i < new->len; i++)
    {
      WijkRecord *record = g_ptr_array_index (new, i);
      WijkRecord *before = wijk_state_lookup_live (then, wijk_record_get_id (record), kind);

      if (before == NULL)
        /* Translators: %s is the title of a chapter or priority */
        g_strv_builder_take (lines, g_strdup_printf (_ ("New: %s"), get_title (record)));
      else if (!is_same (before, record, keys))
        g_strv_builder_take (lines, g_strdup_printf (_ ("Changed: %s"), get_title (record)));
    }
  for (guint i = 0; i < old->len; i++)
    {
      WijkRecord *record = g_ptr_array_index (old, i);

      if (wijk_state_lookup_live (now, wijk_record_get_id (record), kind) == NULL)
        g_strv_builder_take (lines, g_strdup_printf (_ ("Gone: %s"), get_title (record)));
    }
}

char **
wijk_task_list_changed (const WijkContext *context,
                        const char *plan_id,
                        guint version,
                        GError **error)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GBytes) bytes = wijk_task_show_json (context, plan_id, version, error);
  g_autoptr (WijkState) then =
      bytes != NULL ? wijk_plan_json_read_state (bytes, NULL, error) : NULL;
  g_autoptr (WijkStore) store =
      then != NULL ? wijk_plan_files_open_store (context, plan_id, error) : NULL;
  g_autoptr (WijkState) now = store != NULL ? wijk_load_state (store, error) : NULL;

  if (now == NULL)
    return NULL;

  compare_kind (then, now, WIJK_KIND_SECTION, section_keys, lines);
  compare_kind (then, now, WIJK_KIND_PRIORITY, priority_keys, lines);

  return g_strv_builder_end (lines);
}
