/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-bundle-make.h"

#include <glib/gi18n.h>

#include "wijk-changes-json.h"
#include "wijk-load.h"
#include "wijk-plan-files.h"
#include "wijk-plan-json.h"
#include "wijk-publish.h"
#include "wijk-source.h"
#include "wijk-version.h"

WijkManifest *
wijk_bundle_make_manifest (WijkPlan *plan)
{
  WijkManifest *manifest = wijk_manifest_new ();

  g_set_str (&manifest->plan, wijk_record_get_id (WIJK_RECORD (plan)));
  manifest->kind = plan->kind;
  g_set_str (&manifest->title, plan->title);
  g_set_str (&manifest->area_name, plan->area_name);
  g_set_str (&manifest->producer, "Wijkplan " VERSION);

  return manifest;
}

char *
wijk_bundle_make_name (WijkPlan *plan, guint version, const char *date)
{
  return wijk_bundle_file_name (
      plan->kind, plan->area_name, plan->first_year, plan->last_year, version, date);
}

GBytes *
wijk_bundle_make_pdf (const WijkContext *context,
                      GBytes *plan_json,
                      const char *created,
                      gboolean draft,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *moment = g_strconcat (created, "T12:00:00Z", NULL);
  WijkMoment stamp = { g_date_time_get_year (context->now),
                       g_date_time_get_month (context->now),
                       g_date_time_get_day_of_month (context->now),
                       g_date_time_get_hour (context->now),
                       g_date_time_get_minute (context->now) };
  WijkPublishOptions options = {
    .resources = context->data,
    .created = moment,
    .producer = "Wijkplan " VERSION,
    .draft = draft ? &stamp : NULL,
  };

  return wijk_pdf_write (plan_json, &options, NULL, context->progress, cancellable, error);
}

/* ---- a version ---- */

static gboolean
add_frozen (WijkBundleWriter *writer,
            const char *folder,
            const WijkManifestFile *file,
            guint version)
{
  g_autofree char *path = NULL;

  if (g_str_has_prefix (file->name, "sources/"))
    path = g_build_filename (folder, file->name, NULL);
  else
    path = wijk_plan_files_dup_version (folder, version, file->name);
  wijk_bundle_writer_add_file (writer, file->name, path, file->size, file->sha256);

  return TRUE;
}

WijkBundleWriter *
wijk_bundle_make_public (const char *folder, guint version, GError **error)
{
  g_autofree char *path = wijk_plan_files_dup_version (folder, version, "manifest.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (WijkManifest) manifest = NULL;
  g_autoptr (GPtrArray) files = NULL;
  WijkBundleWriter *writer;

  if (bytes == NULL)
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_NO_VERSION,
                   _ ("This plan has no version %u."),
                   version);
      return NULL;
    }
  manifest = wijk_manifest_read (bytes, error);
  if (manifest == NULL)
    return NULL;
  files = g_steal_pointer (&manifest->files);
  manifest->files = g_ptr_array_new ();
  writer = wijk_bundle_writer_new (g_steal_pointer (&manifest));
  for (guint i = 0; i < files->len; i++)
    add_frozen (writer, folder, files->pdata[i], version);

  return writer;
}

/* ---- the whole plan ---- */

static gboolean
add_file (WijkBundleWriter *writer,
          const char *folder,
          const char *name,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *sha256 = NULL;
  guint64 size;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE; /* a source whose file came with nobody */
  sha256 = wijk_plan_files_digest (path, &size, cancellable, error);
  if (sha256 == NULL)
    return FALSE;
  wijk_bundle_writer_add_file (writer, name, path, size, sha256);

  return TRUE;
}

static gboolean
add_sources (WijkBundleWriter *writer,
             const char *folder,
             WijkState *state,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) sources = wijk_state_dup_sorted (state, WIJK_KIND_SOURCE);
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < sources->len; i++)
    {
      WijkSource *source = sources->pdata[i];
      g_autofree char *name = g_strdup_printf ("sources/%s.pdf", source->sha256);

      if (source->sha256 == NULL || !g_hash_table_add (added, source->sha256))
        continue;
      if (!add_file (writer, folder, name, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_versions (WijkBundleWriter *writer,
              const char *folder,
              WijkState *state,
              GCancellable *cancellable,
              GError **error)
{
  static const char *const names[] = { "manifest.json", "plan.json", "plan.pdf" };
  g_autoptr (GPtrArray) versions = wijk_state_dup_sorted (state, WIJK_KIND_VERSION);

  for (guint i = 0; i < versions->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (names); j++)
      {
        WijkVersion *version = versions->pdata[i];
        g_autofree char *name =
            g_strdup_printf ("versions/%" G_GINT64_FORMAT "/%s", version->number, names[j]);

        if (!add_file (writer, folder, name, cancellable, error))
          return FALSE;
      }

  return TRUE;
}

static GBytes *
write_changes (WijkStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (WijkChangesWriter) writer =
      wijk_changes_writer_new (stream, wijk_store_get_plan_id (store));
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (!wijk_store_read_changes (store, &steps, &changes, error))
    return NULL;
  for (guint i = 0; i < steps->len; i++)
    if (!wijk_changes_writer_add_step (writer, steps->pdata[i], cancellable, error))
      return NULL;
  for (guint i = 0; i < changes->len; i++)
    if (!wijk_changes_writer_add_change (writer, changes->pdata[i], cancellable, error))
      return NULL;
  if (!wijk_changes_writer_finish (writer, cancellable, error) ||
      !g_output_stream_close (stream, cancellable, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

WijkBundleWriter *
wijk_bundle_make_internal (const WijkContext *context,
                           const char *plan_id,
                           char **name,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autofree char *date = g_date_time_format (context->now, "%Y-%m-%d");
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (WijkState) state = NULL;
  g_autoptr (GBytes) changes = NULL;
  g_autoptr (GBytes) plan_json = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (WijkBundleWriter) writer = NULL;
  WijkPlanJsonOptions options = { .audience = WIJK_AUDIENCE_INTERNAL };
  WijkManifest *manifest;
  WijkPlan *plan;

  if (store == NULL || !wijk_store_close_typing (store, error))
    return NULL;
  changes = write_changes (store, cancellable, error);
  state = changes != NULL ? wijk_load_state (store, error) : NULL;
  plan = state != NULL ? wijk_state_get_plan (state) : NULL;
  if (plan == NULL)
    return NULL;
  plan_json = wijk_plan_json_write (state, &options);
  pdf = wijk_bundle_make_pdf (context, plan_json, date, TRUE, cancellable, error);
  if (pdf == NULL)
    return NULL;

  manifest = wijk_bundle_make_manifest (plan);
  manifest->audience = WIJK_AUDIENCE_INTERNAL;
  g_set_str (&manifest->date, date);
  writer = wijk_bundle_writer_new (manifest);
  wijk_bundle_writer_add_bytes (writer, "plan.json", plan_json);
  wijk_bundle_writer_add_bytes (writer, "plan.pdf", pdf);
  wijk_bundle_writer_add_bytes (writer, "changes.jsonl", changes);
  if (!add_sources (writer, wijk_store_get_folder (store), state, cancellable, error) ||
      !add_versions (writer, wijk_store_get_folder (store), state, cancellable, error))
    return NULL;
  if (name != NULL)
    *name = wijk_bundle_make_name (plan, 0, date);

  return g_steal_pointer (&writer);
}
