/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a list of plans shows. Reading a whole plan for it takes half a second at 100,000 remarks,
 * so a summary is kept in the cache folder together with the change it was made after. */

#include "config.h"

#include <glib/gstdio.h>

#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-tasks.h"
#include "wijk-version.h"

#define GROUP "summary"
#define FORM "1" /* of the cache file: another one is not read */

static void
fill_version (WijkSummary *summary, WijkState *state)
{
  g_autoptr (GPtrArray) versions = wijk_state_dup_sorted (state, WIJK_KIND_VERSION);
  WijkVersion *newest = versions->len > 0 ? versions->pdata[versions->len - 1] : NULL;

  if (newest == NULL)
    return;
  summary->version = newest->number != WIJK_UNSET ? (guint) newest->number : 0;
  summary->version_status =
      g_strdup (newest->status > 0 ? wijk_version_status_words[newest->status - 1] : NULL);
  summary->version_date = g_strdup (newest->date);
}

static void
fill (WijkSummary *summary, WijkState *state)
{
  WijkPlan *plan = wijk_state_get_plan (state);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();

  summary->tally = wijk_state_tally (state);
  fill_version (summary, state);
  if (plan == NULL)
    return;
  summary->title = g_strdup (plan->title);
  summary->kind = g_strdup (plan->kind > 0 ? wijk_plan_kind_words[plan->kind - 1] : "");
  summary->area_name = g_strdup (plan->area_name);
  for (guint i = 0; plan->area_codes != NULL && i < plan->area_codes->len; i++)
    g_strv_builder_add (codes, plan->area_codes->pdata[i]);
  summary->area_codes = g_strv_builder_end (codes);
  summary->parent_code = g_strdup (plan->parent_code);
  summary->first_year = plan->first_year;
  summary->last_year = plan->last_year;
}

/* ---- the cache ---- */

/* Names the change after which the summary holds. */
static char *
make_mark (WijkStore *store)
{
  return g_strdup_printf (FORM " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                          wijk_store_get_seq (store),
                          wijk_store_get_last_change_time (store));
}

static char *
cache_path (const WijkContext *context, const char *plan_id)
{
  return context->cache != NULL ? g_build_filename (context->cache, "summaries", plan_id, NULL)
                                : NULL;
}

/* The figures of a summary, by name. */
static const struct
{
  const char *name;
  gsize offset;
} figures[] = {
  { "version", offsetof (WijkSummary, version) },
  { "remarks", offsetof (WijkSummary, tally.n_remarks) },
  { "answered", offsetof (WijkSummary, tally.n_answered) },
  { "withdrawn", offsetof (WijkSummary, tally.n_withdrawn) },
  { "people", offsetof (WijkSummary, tally.n_people) },
};

static const struct
{
  const char *name;
  gsize offset;
} texts[] = {
  { "title", offsetof (WijkSummary, title) },
  { "kind", offsetof (WijkSummary, kind) },
  { "area-name", offsetof (WijkSummary, area_name) },
  { "parent-code", offsetof (WijkSummary, parent_code) },
  { "version-status", offsetof (WijkSummary, version_status) },
  { "version-date", offsetof (WijkSummary, version_date) },
};

static gboolean
read_cache (const char *path, const char *mark, WijkSummary *summary)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *found = NULL;

  if (path == NULL || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  found = g_key_file_get_string (file, GROUP, "mark", NULL);
  if (g_strcmp0 (found, mark) != 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    *(guint *) G_STRUCT_MEMBER_P (summary, figures[i].offset) =
        (guint) g_key_file_get_uint64 (file, GROUP, figures[i].name, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    *(char **) G_STRUCT_MEMBER_P (summary, texts[i].offset) =
        g_key_file_get_string (file, GROUP, texts[i].name, NULL);
  summary->area_codes = g_key_file_get_string_list (file, GROUP, "area-codes", NULL, NULL);
  summary->first_year = g_key_file_get_int64 (file, GROUP, "first-year", NULL);
  summary->last_year = g_key_file_get_int64 (file, GROUP, "last-year", NULL);

  return summary->title != NULL;
}

/* A cache that cannot be written costs time, nothing else. */
static void
write_cache (const char *path, const char *mark, const WijkSummary *summary)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = NULL;

  if (path == NULL || summary->title == NULL)
    return;
  g_key_file_set_string (file, GROUP, "mark", mark);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    g_key_file_set_uint64 (
        file, GROUP, figures[i].name, *(guint *) G_STRUCT_MEMBER_P (summary, figures[i].offset));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *value = *(char **) G_STRUCT_MEMBER_P (summary, texts[i].offset);

      if (value != NULL)
        g_key_file_set_string (file, GROUP, texts[i].name, value);
    }
  if (summary->area_codes != NULL)
    g_key_file_set_string_list (file,
                                GROUP,
                                "area-codes",
                                (const char *const *) summary->area_codes,
                                g_strv_length (summary->area_codes));
  g_key_file_set_int64 (file, GROUP, "first-year", summary->first_year);
  g_key_file_set_int64 (file, GROUP, "last-year", summary->last_year);
  folder = g_path_get_dirname (path);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_key_file_save_to_file (file, path, NULL);
}

/* ---- the summary ---- */

WijkSummary *
wijk_task_summarise (const WijkContext *context, const char *plan_id)
{
  WijkSummary *summary = g_new0 (WijkSummary, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, &error);
  g_autoptr (WijkState) state = NULL;
  g_autofree char *path = cache_path (context, plan_id);
  g_autofree char *mark = NULL;

  summary->id = g_strdup (plan_id);
  summary->first_year = summary->last_year = WIJK_UNSET;
  if (store == NULL)
    {
      summary->error = g_strdup (error->message);
      return summary;
    }
  summary->last_change = wijk_store_get_last_change_time (store);
  summary->read_only = wijk_plan_files_is_published (store);
  mark = make_mark (store);
  if (read_cache (path, mark, summary))
    return summary;
  state = wijk_load_state (store, &error);
  if (state == NULL)
    summary->error = g_strdup (error->message);
  else
    {
      fill (summary, state);
      write_cache (path, mark, summary);
    }

  return summary;
}

void
wijk_task_forget_summary (const WijkContext *context, const char *plan_id)
{
  g_autofree char *path = cache_path (context, plan_id);

  if (path != NULL)
    g_unlink (path);
}

void
wijk_summary_free (WijkSummary *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->title);
  g_free (self->kind);
  g_free (self->area_name);
  g_strfreev (self->area_codes);
  g_free (self->parent_code);
  g_free (self->version_status);
  g_free (self->version_date);
  g_free (self->error);
  g_free (self);
}
