/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Making versions, handing them out, and the draft. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wijk-bundle-make.h"
#include "wijk-folder.h"
#include "wijk-id.h"
#include "wijk-left.h"
#include "wijk-load.h"
#include "wijk-packet-plan.h"
#include "wijk-plan-files.h"
#include "wijk-plan-json.h"
#include "wijk-source.h"
#include "wijk-version.h"

GDateTime *
wijk_task_now (void)
{
  g_autoptr (GTimeZone) leiden = g_time_zone_new_identifier ("Europe/Amsterdam");

  return leiden != NULL ? g_date_time_new_now (leiden) : g_date_time_new_now_utc ();
}

static gboolean
refuse (WijkTaskError code, const char *message, GError **error)
{
  g_set_error_literal (error, WIJK_TASK_ERROR, (int) code, message);

  return FALSE;
}

/* ---- may it be made? ---- */

static gboolean
check_adopting (WijkState *state, const char *reason, GError **error)
{
  g_autoptr (GPtrArray) findings = wijk_rules_check_plan (state);
  WijkTally tally = wijk_state_tally (state);

  for (guint i = 0; i < findings->len; i++)
    {
      WijkFinding *finding = findings->pdata[i];

      if (finding->level == WIJK_FINDING_BLOCKS)
        return refuse (WIJK_TASK_ERROR_BLOCKED, finding->message, error);
    }
  if (tally.n_remarks > tally.n_answered && (reason == NULL || *reason == '\0'))
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_REASON,
                   _ ("%u of %u remarks have no answer yet; adopting needs a reason for that."),
                   tally.n_remarks - tally.n_answered,
                   tally.n_remarks);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_folder (const char *folder, GError **error)
{
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  g_set_error (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT, _ ("There is no folder %s."), folder);

  return FALSE;
}

static gboolean
check_version (WijkStore *store, WijkState *state, const WijkNewVersion *what, GError **error)
{
  const WijkField *status = wijk_kind_find_field (WIJK_KIND_VERSION, "status");
  WijkPlan *plan = wijk_state_get_plan (state);

  if (!wijk_plan_files_check_writable (store, error))
    return FALSE;
  if (!wijk_packet_plan_check_whole (store, error))
    return FALSE;
  if (what->label == NULL || *(what->label + strspn (what->label, " \t")) == '\0')
    return refuse (WIJK_TASK_ERROR_INPUT, _ ("A version needs a name."), error);
  if (what->status != NULL && wijk_field_choice_from_word (status, what->status) <= 0)
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_INPUT,
                   _ ("“%s” is not a status: concept, ter-inzage or vastgesteld."),
                   what->status);
      return FALSE;
    }
  if (plan == NULL || g_strcmp0 (plan->keeper, wijk_store_get_device (store)) != 0)
    return refuse (WIJK_TASK_ERROR_NOT_KEEPER,
                   _ ("Versions of this plan are made on another laptop. Choose “Continue on this "
                      "laptop” first."),
                   error);

  return g_strcmp0 (what->status, "vastgesteld") != 0 ||
         check_adopting (state, what->reason, error);
}

/* ---- making it ---- */

typedef struct
{
  const WijkContext *context;
  const WijkNewVersion *what;
  const char *folder;
  const char *status;
  char *date;
  guint number;
  WijkState *state;
  GBytes *plan_json, *pdf, *manifest;
  GPtrArray *files; /* "NAME SHA256" for the record */
} Freezing;

static void
add_to_manifest (Freezing *f, WijkManifest *manifest, const char *name, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  wijk_manifest_add_file (manifest, name, g_bytes_get_size (bytes), sha256);
  g_ptr_array_add (f->files, g_strdup_printf ("%s %s", name, sha256));
}

static gboolean
add_public_sources (Freezing *f, WijkManifest *manifest, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sources = wijk_state_dup_sorted (f->state, WIJK_KIND_SOURCE);

  for (guint i = 0; i < sources->len; i++)
    {
      WijkSource *source = sources->pdata[i];
      g_autofree char *name = g_strdup_printf ("sources/%s.pdf", source->sha256);
      g_autofree char *path = g_build_filename (f->folder, name, NULL);
      g_autofree char *sha256 = NULL;
      guint64 size;

      if (!source->public || source->sha256 == NULL ||
          wijk_manifest_find_file (manifest, name) != NULL)
        continue;
      sha256 = wijk_plan_files_digest (path, &size, cancellable, error);
      if (sha256 == NULL || !g_str_equal (sha256, source->sha256))
        {
          g_clear_error (error);
          g_set_error (error,
                       WIJK_TASK_ERROR,
                       WIJK_TASK_ERROR_FAILED,
                       _ ("The PDF of “%s” is not there or was changed; link it again."),
                       source->title);
          return FALSE;
        }
      wijk_manifest_add_file (manifest, name, size, sha256);
    }

  return TRUE;
}

static gboolean
render (Freezing *f, GCancellable *cancellable, GError **error)
{
  WijkPlanJsonVersion version = { f->number,      f->status,        f->date,
                                  f->what->label, f->what->summary, f->what->reason };
  WijkPlanJsonOptions options = { .audience = WIJK_AUDIENCE_PUBLIC, .version = &version };
  g_autoptr (WijkManifest) manifest = wijk_bundle_make_manifest (wijk_state_get_plan (f->state));

  f->plan_json = wijk_plan_json_write (f->state, &options);
  f->pdf = wijk_bundle_make_pdf (f->context, f->plan_json, f->date, FALSE, cancellable, error);
  if (f->pdf == NULL)
    return FALSE;
  manifest->audience = WIJK_AUDIENCE_PUBLIC;
  manifest->version = f->number;
  g_set_str (&manifest->status, f->status);
  g_set_str (&manifest->date, f->date);
  add_to_manifest (f, manifest, "plan.json", f->plan_json);
  add_to_manifest (f, manifest, "plan.pdf", f->pdf);
  if (!add_public_sources (f, manifest, cancellable, error))
    return FALSE;
  f->manifest = wijk_manifest_write (manifest);

  return TRUE;
}

/* The bytes come first and are complete when their folder gets its name; a version exists once its
 * record does. A folder without a record is what a kill left, and is written over. */
static gboolean
freeze (Freezing *f, GError **error)
{
  const struct
  {
    const char *name;
    GBytes *bytes;
  } files[] = { { "plan.json", f->plan_json },
                { "plan.pdf", f->pdf },
                { "manifest.json", f->manifest } };
  g_autofree char *manifest = wijk_plan_files_dup_version (f->folder, f->number, "manifest.json");
  g_autofree char *folder = g_path_get_dirname (manifest);
  g_autofree char *versions = g_path_get_dirname (folder);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = wijk_plan_files_dup_version (f->folder, f->number, files[i].name);

      if (!wijk_plan_files_write (path, files[i].bytes, error))
        return FALSE;
    }
  wijk_folder_sync (folder);
  wijk_folder_sync (versions);
  wijk_folder_sync (f->folder);

  return TRUE;
}

static gboolean
record (Freezing *f, WijkStore *store, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%u", f->number);
  g_autofree char *seed = g_strjoin (" ", wijk_store_get_plan_id (store), number, NULL);
  g_autofree char *id = wijk_id_derive ("version", seed);
  g_autofree char *step = g_strdup_printf (_ ("Version %u"), f->number);
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  wijk_edits_add (edits, id, "number", number);
  wijk_edits_add (edits, id, "date", f->date);
  wijk_edits_add (edits, id, "label", f->what->label);
  wijk_edits_add (edits, id, "status", f->status);
  if (f->what->summary != NULL)
    wijk_edits_add (edits, id, "summary", f->what->summary);
  if (f->what->reason != NULL)
    wijk_edits_add (edits, id, "reason", f->what->reason);
  for (guint i = 0; i < f->files->len; i++)
    {
      g_autofree char *field = g_strconcat ("files/", (char *) f->files->pdata[i], NULL);

      wijk_edits_add (edits, id, field, "1");
    }

  return wijk_store_write_lasting (store, step, edits, error);
}

static guint
next_number (WijkState *state)
{
  g_autoptr (GPtrArray) versions = wijk_state_dup_sorted (state, WIJK_KIND_VERSION);
  WijkVersion *last = versions->len > 0 ? versions->pdata[versions->len - 1] : NULL;

  return last != NULL && last->number != WIJK_UNSET ? (guint) last->number + 1 : 1;
}

static void
freezing_clear (Freezing *f)
{
  g_free (f->date);
  g_clear_object (&f->state);
  g_clear_pointer (&f->plan_json, g_bytes_unref);
  g_clear_pointer (&f->pdf, g_bytes_unref);
  g_clear_pointer (&f->manifest, g_bytes_unref);
  g_clear_pointer (&f->files, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Freezing, freezing_clear)

guint
wijk_task_make_version (const WijkContext *context,
                        const char *plan_id,
                        const WijkNewVersion *what,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_auto (Freezing) f = { .context = context, .what = what };

  if (store == NULL || !wijk_store_close_typing (store, error))
    return 0;
  f.folder = wijk_store_get_folder (store);
  f.state = wijk_load_state (store, error);
  if (f.state == NULL || !check_version (store, f.state, what, error))
    return 0;
  f.status = what->status != NULL ? what->status : "concept";
  f.date = g_date_time_format (context->now, "%Y-%m-%d");
  f.number = next_number (f.state);
  f.files = g_ptr_array_new_with_free_func (g_free);
  if (!render (&f, cancellable, error) || !freeze (&f, error) || !record (&f, store, error))
    return 0;

  return f.number;
}

/* ---- handing out ---- */

/* The number that is meant: 0 is the newest. 0 if there is none. */
static guint
find_version (WijkState *state, guint version, GError **error)
{
  guint newest = next_number (state) - 1;

  if (newest == 0)
    refuse (WIJK_TASK_ERROR_NO_VERSION, _ ("This plan has no version yet."), error);
  else if (version > newest)
    g_set_error (error,
                 WIJK_TASK_ERROR,
                 WIJK_TASK_ERROR_NO_VERSION,
                 _ ("This plan has no version %u."),
                 version);
  else
    return version != 0 ? version : newest;

  return 0;
}

/* A bundle on its way out: one to be written, or, of a published version that was opened, the one
 * that came, whatever is in it. */
typedef struct
{
  char *name;
  WijkBundleWriter *writer;
  char *kept;
} Outgoing;

static void
outgoing_clear (Outgoing *outgoing)
{
  g_free (outgoing->name);
  g_clear_pointer (&outgoing->writer, wijk_bundle_writer_free);
  g_free (outgoing->kept);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outgoing, outgoing_clear)

static gboolean
begin_export (const WijkContext *context,
              const char *plan_id,
              guint version,
              gboolean internal,
              Outgoing *outgoing,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (WijkState) state = NULL;

  if (store == NULL || !wijk_packet_plan_check_whole (store, error))
    return FALSE;
  if (internal)
    {
      outgoing->writer =
          wijk_bundle_make_internal (context, plan_id, &outgoing->name, cancellable, error);
      return outgoing->writer != NULL;
    }
  state = wijk_load_state (store, error);
  if (state == NULL)
    return FALSE;
  version = find_version (state, version, error);
  if (version == 0)
    return FALSE;
  outgoing->name = wijk_bundle_make_name (wijk_state_get_plan (state), version, NULL);
  outgoing->kept = wijk_task_dup_version_file (context, plan_id, version, "bundle.wijkplan");
  if (outgoing->kept == NULL)
    outgoing->writer = wijk_bundle_make_public (wijk_store_get_folder (store), version, error);

  return outgoing->kept != NULL || outgoing->writer != NULL;
}

char *
wijk_task_export (const WijkContext *context,
                  const char *plan_id,
                  guint version,
                  gboolean internal,
                  const char *folder,
                  GCancellable *cancellable,
                  GError **error)
{
  g_auto (Outgoing) outgoing = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GFile) kept = NULL;

  if (!begin_export (context, plan_id, version, internal, &outgoing, cancellable, error))
    return NULL;
  if (!check_folder (folder, error))
    return NULL;
  path = g_build_filename (folder, outgoing.name, NULL);
  if (!wijk_left_note_for (
          context, plan_id, internal ? WIJK_LEFT_INTERNAL : WIJK_LEFT_BUNDLE, path, error))
    return NULL;
  kept = outgoing.kept != NULL ? g_file_new_for_path (outgoing.kept) : NULL;
  if (kept != NULL ? !wijk_plan_files_copy (kept, path, cancellable, error)
                   : !wijk_bundle_writer_write (
                         outgoing.writer, path, context->progress, cancellable, error))
    return NULL;

  return g_steal_pointer (&path);
}

gboolean
wijk_task_export_fd (const WijkContext *context,
                     const char *plan_id,
                     guint version,
                     gboolean internal,
                     int fd,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (Outgoing) outgoing = { 0 };

  if (!begin_export (context, plan_id, version, internal, &outgoing, cancellable, error) ||
      !wijk_left_note_for (
          context, plan_id, internal ? WIJK_LEFT_INTERNAL : WIJK_LEFT_BUNDLE, outgoing.name, error))
    return FALSE;
  if (outgoing.kept != NULL)
    return wijk_plan_files_copy_to (outgoing.kept, fd, cancellable, error);

  return wijk_bundle_writer_write_fd (outgoing.writer, fd, context->progress, cancellable, error);
}

char *
wijk_task_dup_version_file (const WijkContext *context,
                            const char *plan_id,
                            guint version,
                            const char *name)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (context->library, plan_id);
  g_autofree char *path = wijk_plan_files_dup_version (folder, version, name);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

gboolean
wijk_task_draft (const WijkContext *context,
                 const char *plan_id,
                 const char *path,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autofree char *date = g_date_time_format (context->now, "%Y-%m-%d");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (WijkState) state = store != NULL ? wijk_load_state (store, error) : NULL;
  WijkPlanJsonOptions options = { .audience = WIJK_AUDIENCE_PUBLIC };
  g_autoptr (GBytes) plan_json = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (state == NULL || !wijk_packet_plan_check_whole (store, error) ||
      !check_folder (folder, error))
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_INPUT,
                   _ ("%s is a folder; name the file that is to be made."),
                   path);
      return FALSE;
    }
  plan_json = wijk_plan_json_write (state, &options);
  pdf = wijk_bundle_make_pdf (context, plan_json, date, TRUE, cancellable, error);

  return pdf != NULL && wijk_left_note (store, context, WIJK_LEFT_DRAFT, path, error) &&
         wijk_plan_files_write_shared (path, pdf, error);
}

GBytes *
wijk_task_show_json (const WijkContext *context, const char *plan_id, guint version, GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (WijkState) state = store != NULL ? wijk_load_state (store, error) : NULL;
  WijkPlanJsonOptions options = { .audience = WIJK_AUDIENCE_INTERNAL };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;

  if (state == NULL)
    return NULL;
  if (version == 0)
    return wijk_plan_json_write (state, &options);
  if (find_version (state, version, error) == 0)
    return NULL;
  path = wijk_plan_files_dup_version (wijk_store_get_folder (store), version, "plan.json");
  file = g_file_new_for_path (path);

  return g_file_load_bytes (file, NULL, NULL, error);
}
