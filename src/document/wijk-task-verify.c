/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every promise of a bundle, asked one by one. */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "wijk-bundle.h"
#include "wijk-changes-json.h"
#include "wijk-id.h"
#include "wijk-load.h"
#include "wijk-pdf-check.h"
#include "wijk-pdf-probe.h"
#include "wijk-plan-json.h"
#include "wijk-source.h"
#include "wijk-tasks.h"

#define READER_TIMEOUT 5000 /* milliseconds */

typedef struct
{
  const WijkContext *context;
  WijkBundleReader *reader;
  const WijkManifest *manifest;
  GPtrArray *promises;
  GCancellable *cancellable;
} Verifying;

static void
promise_free (WijkPromise *promise)
{
  g_free (promise->promise);
  g_free (promise);
}

/* Takes @sentence over. */
static void
add (GPtrArray *promises, gboolean held, char *sentence)
{
  WijkPromise *promise = g_new0 (WijkPromise, 1);

  promise->held = held;
  promise->promise = sentence;
  g_ptr_array_add (promises, promise);
}

/* A promise that failed because of @error, which is freed. */
static void
add_failure (GPtrArray *promises, const char *sentence, GError *error)
{
  add (promises, FALSE, g_strdup_printf ("%s (%s)", sentence, error->message));
  g_error_free (error);
}

/* ---- plan.json ---- */

static gboolean
agrees_with_manifest (Verifying *v, const WijkPlanJsonHeader *header)
{
  return g_strcmp0 (header->plan, v->manifest->plan) == 0 &&
         g_strcmp0 (header->title, v->manifest->title) == 0 &&
         header->version == v->manifest->version && header->audience == v->manifest->audience &&
         g_strcmp0 (header->status, v->manifest->status) == 0;
}

/* A state gives back the bytes of a public plan.json only if nothing personal stood in them. */
static gboolean
is_fit_for_all (WijkState *state)
{
  for (WijkKind kind = 0; kind < WIJK_KIND_OTHER; kind++)
    {
      WijkRecordList *list = wijk_state_get_list (state, kind);
      guint n_fields;
      const WijkField *fields = wijk_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < wijk_record_list_get_length (list); i++)
        for (guint j = 0; j < n_fields; j++)
          {
            g_autofree char *value = NULL;

            if ((fields[j].flags & WIJK_FIELD_PERSONAL) == 0)
              continue;
            value = wijk_record_dup_value (wijk_record_list_get (list, i), &fields[j]);
            if (*value != '\0')
              return FALSE;
          }
    }

  return wijk_record_list_get_length (wijk_state_get_list (state, WIJK_KIND_COMMENT)) == 0;
}

static WijkState *
verify_plan (Verifying *v, GBytes *plan_json)
{
  g_auto (WijkPlanJsonHeader) header = { 0 };
  GError *error = NULL;
  WijkState *state = wijk_plan_json_read_state (plan_json, &header, &error);
  g_autoptr (GPtrArray) findings = NULL;
  guint n_wrong = 0;

  if (state == NULL)
    {
      add_failure (v->promises, _ ("plan.json follows the rules of its fields"), error);
      return NULL;
    }
  add (v->promises, TRUE, g_strdup (_ ("plan.json follows the rules of its fields")));
  add (v->promises,
       agrees_with_manifest (v, &header),
       g_strdup (_ ("The manifest says the same of the plan as plan.json")));
  if (v->manifest->audience == WIJK_AUDIENCE_PUBLIC)
    add (v->promises,
         is_fit_for_all (state),
         g_strdup (_ ("There are no personal data or comments in the public plan")));
  findings = wijk_rules_check_plan (state);
  for (guint i = 0; i < findings->len; i++)
    n_wrong += ((WijkFinding *) findings->pdata[i])->level == WIJK_FINDING_BLOCKS;
  add (v->promises, n_wrong == 0, g_strdup (_ ("Years and horizons fit each other")));

  return state;
}

/* ---- plan.pdf ---- */

static void
verify_pdf (Verifying *v, GBytes *plan_json)
{
  GError *error = NULL;
  g_autoptr (GBytes) pdf = wijk_bundle_reader_read (v->reader, "plan.pdf", v->cancellable, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (pdf == NULL || !wijk_pdf_check (pdf, plan_json, &findings, &error))
    {
      add_failure (v->promises, _ ("plan.pdf is an accessible document of this plan"), error);
      return;
    }
  for (guint i = 0; i < findings->len; i++)
    add (v->promises, FALSE, g_strdup_printf ("plan.pdf: %s", (char *) findings->pdata[i]));
  if (findings->len == 0)
    add (v->promises, TRUE, g_strdup (_ ("plan.pdf is an accessible document of this plan")));
}

/* ---- sources ---- */

static gboolean
probe_source (Verifying *v, const char *sha256, GError **error)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("wijkplan-XXXXXX", &path, error);
  gboolean ok;

  if (fd < 0)
    return FALSE;
  g_unlink (path);
  ok = wijk_bundle_reader_extract_source (v->reader, sha256, fd, v->cancellable, error) &&
       wijk_pdf_probe_fd (
           fd, sha256, v->context->reader, READER_TIMEOUT, NULL, v->cancellable, error);
  close (fd);

  return ok;
}

static void
verify_sources (Verifying *v, WijkState *state)
{
  g_autoptr (GPtrArray) sources = wijk_state_dup_sorted (state, WIJK_KIND_SOURCE);

  for (guint i = 0; i < sources->len; i++)
    {
      WijkSource *source = sources->pdata[i];
      g_autofree char *name = g_strdup_printf ("sources/%s.pdf", source->sha256);
      g_autofree char *sentence = NULL;
      GError *error = NULL;
      gboolean is_in =
          source->sha256 != NULL && wijk_manifest_find_file (v->manifest, name) != NULL;

      if (v->manifest->audience == WIJK_AUDIENCE_PUBLIC && !source->public)
        {
          add (v->promises,
               !is_in,
               g_strdup_printf (_ ("“%s” is not public and not in the bundle"), source->title));
          continue;
        }
      if (source->sha256 == NULL)
        continue;
      sentence = g_strdup_printf (_ ("“%s” is in the bundle and opens as a PDF"), source->title);
      if (!is_in)
        add (v->promises, FALSE, g_steal_pointer (&sentence));
      else if (probe_source (v, source->sha256, &error))
        add (v->promises, TRUE, g_steal_pointer (&sentence));
      else
        add_failure (v->promises, sentence, error);
    }
}

/* ---- changes ---- */

/* The changes in a plan of their own, in a folder that goes away again. */
static GBytes *
rebuild (Verifying *v, const char *library, GBytes *changes, GError **error)
{
  g_autoptr (WijkChangesReader) reader = wijk_changes_reader_new_for_bytes (changes);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_step_free);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (WijkState) state = NULL;
  g_auto (WijkTaken) taken = { 0 };
  WijkPlanJsonOptions options = { .audience = WIJK_AUDIENCE_INTERNAL };
  WijkChangesItem item;
  WijkStep *step;
  WijkChange *change;

  if (wijk_changes_reader_read_plan (reader, v->cancellable, error) == NULL)
    return NULL;
  while ((item = wijk_changes_reader_next (reader, &step, &change, v->cancellable, error)) !=
         WIJK_CHANGES_END)
    {
      if (item == WIJK_CHANGES_ERRED)
        return NULL;
      g_ptr_array_add (item == WIJK_CHANGES_STEP ? steps : all,
                       item == WIJK_CHANGES_STEP ? (gpointer) step : (gpointer) change);
    }
  store = wijk_library_begin_plan (
      library, v->manifest->plan, v->context->device, v->context->author, error);
  if (store == NULL ||
      !wijk_store_take (store, steps, all, g_get_real_time () / 1000, &taken, error))
    return NULL;
  state = wijk_load_state (store, error);

  return state != NULL ? wijk_plan_json_write (state, &options) : NULL;
}

static void
verify_changes (Verifying *v, GBytes *plan_json)
{
  GError *error = NULL;
  g_autoptr (GBytes) changes =
      wijk_bundle_reader_read (v->reader, "changes.jsonl", v->cancellable, &error);
  g_autofree char *library = changes != NULL ? g_dir_make_tmp ("wijkplan-XXXXXX", &error) : NULL;
  g_autoptr (GBytes) again = library != NULL ? rebuild (v, library, changes, &error) : NULL;

  if (again == NULL)
    add_failure (v->promises, _ ("The changes give this plan"), error);
  else
    add (
        v->promises, g_bytes_equal (again, plan_json), g_strdup (_ ("The changes give this plan")));
  if (library != NULL)
    wijk_library_drop_plan (library, v->manifest->plan);
  if (library != NULL)
    {
      g_autofree char *plans = g_build_filename (library, "plans", NULL);

      g_rmdir (plans);
      g_rmdir (library);
    }
}

GPtrArray *
wijk_task_verify (const WijkContext *context,
                  GFile *bundle,
                  GCancellable *cancellable,
                  GError **error)
{
  GPtrArray *promises = g_ptr_array_new_with_free_func ((GDestroyNotify) promise_free);
  g_autofree char *path = g_file_get_path (bundle);
  Verifying v = { .context = context, .promises = promises, .cancellable = cancellable };
  g_autoptr (WijkBundleReader) reader = NULL;
  g_autoptr (GBytes) plan_json = NULL;
  g_autoptr (WijkState) state = NULL;
  GError *failure = NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_INPUT,
                   _ ("There is no file %s."),
                   path != NULL ? path : "");
      g_ptr_array_unref (promises);
      return NULL;
    }
  reader = v.reader = wijk_bundle_reader_new (path, context->progress, cancellable, &failure);
  if (reader == NULL)
    {
      add_failure (promises, _ ("The bundle is whole: names, sizes and hashes"), failure);
      return promises;
    }
  add (promises, TRUE, g_strdup (_ ("The bundle is whole: names, sizes and hashes")));
  v.manifest = wijk_bundle_reader_get_manifest (reader);
  plan_json = wijk_bundle_reader_read (reader, "plan.json", cancellable, &failure);
  if (plan_json == NULL)
    {
      add_failure (promises, _ ("plan.json follows the rules of its fields"), failure);
      return promises;
    }
  state = verify_plan (&v, plan_json);
  verify_pdf (&v, plan_json);
  if (state != NULL)
    verify_sources (&v, state);
  if (v.manifest->audience == WIJK_AUDIENCE_INTERNAL)
    verify_changes (&v, plan_json);

  return promises;
}
