/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Taking in what others hand over. Everything is checked before the first byte is kept. */

#include "config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "wijk-bundle.h"
#include "wijk-changes-json.h"
#include "wijk-conflict.h"
#include "wijk-folder.h"
#include "wijk-id.h"
#include "wijk-load.h"
#include "wijk-packet-plan.h"
#include "wijk-packet-taker.h"
#include "wijk-plan-files.h"
#include "wijk-plan-json.h"
#include "wijk-table-import.h"

#define ZIP_NAME_AT 30 /* of the first entry */

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT, message);

  return FALSE;
}

/* ---- files of a bundle ---- */

static gboolean
extract (WijkBundleReader *reader,
         const char *name,
         const char *path,
         GCancellable *cancellable,
         GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_strconcat (path, ".new", NULL);
  gboolean ok;
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS)) /* named by its hash, or frozen */
    return TRUE;
  if (!wijk_library_make_folder (folder, error))
    return FALSE;
  fd = open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (fd < 0)
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_FAILED,
                   _ ("%s could not be written: %s."),
                   path,
                   g_strerror (errno));
      return FALSE;
    }
  ok = wijk_bundle_reader_extract (reader, name, fd, cancellable, error) && fsync (fd) == 0;
  close (fd);
  if (ok && g_rename (temporary, path) == 0)
    {
      wijk_folder_sync (folder);
      return TRUE;
    }
  g_unlink (temporary);
  if (error != NULL && *error == NULL)
    g_set_error (error,
                 WIJK_TASK_ERROR,
                 WIJK_TASK_ERROR_FAILED,
                 _ ("%s could not be written: %s."),
                 path,
                 g_strerror (errno));

  return FALSE;
}

/* Sources and frozen versions, under the names that they have in the bundle, which were checked. */
static gboolean
extract_files (WijkBundleReader *reader,
               const char *folder,
               GCancellable *cancellable,
               GError **error)
{
  const WijkManifest *manifest = wijk_bundle_reader_get_manifest (reader);

  for (guint i = 0; i < manifest->files->len; i++)
    {
      const WijkManifestFile *file = manifest->files->pdata[i];
      g_autofree char *path = NULL;

      if (!g_str_has_prefix (file->name, "sources/") && !g_str_has_prefix (file->name, "versions/"))
        continue;
      path = g_build_filename (folder, file->name, NULL);
      if (!extract (reader, file->name, path, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* ---- an internal bundle ---- */

typedef struct
{
  GPtrArray *steps;
  GPtrArray *changes;
} Changes;

static void
changes_clear (Changes *changes)
{
  g_clear_pointer (&changes->steps, g_ptr_array_unref);
  g_clear_pointer (&changes->changes, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Changes, changes_clear)

static gboolean
read_changes (
    GBytes *bytes, const char *plan_id, Changes *into, GCancellable *cancellable, GError **error)
{
  g_autoptr (WijkChangesReader) reader = wijk_changes_reader_new_for_bytes (bytes);
  const char *named = wijk_changes_reader_read_plan (reader, cancellable, error);
  WijkChangesItem item;
  WijkStep *step;
  WijkChange *change;

  if (named == NULL)
    return FALSE;
  if (!g_str_equal (named, plan_id))
    return refuse (_ ("The changes in this bundle are of another plan."), error);
  into->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_step_free);
  into->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  while ((item = wijk_changes_reader_next (reader, &step, &change, cancellable, error)) !=
         WIJK_CHANGES_END)
    {
      if (item == WIJK_CHANGES_ERRED)
        return FALSE;
      if (item == WIJK_CHANGES_STEP)
        g_ptr_array_add (into->steps, step);
      else
        g_ptr_array_add (into->changes, change);
    }

  return TRUE;
}

/* Into a plan that is here: the union of two sets. */
static gboolean
merge (const WijkContext *context,
       const char *plan_id,
       Changes *changes,
       WijkBundleReader *reader,
       GCancellable *cancellable,
       WijkImported *imported,
       GError **error)
{
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (WijkState) state = NULL;
  g_auto (GStrv) records = NULL;
  g_auto (WijkTaken) taken = { 0 };
  gint64 seq;

  if (store == NULL || !wijk_store_close_typing (store, error) ||
      !extract_files (reader, wijk_store_get_folder (store), cancellable, error))
    return FALSE;
  seq = wijk_store_get_seq (store);
  if (!wijk_store_take (store,
                        changes->steps,
                        changes->changes,
                        g_date_time_to_unix (context->now) * 1000,
                        &taken,
                        error))
    return FALSE;
  records = wijk_store_dup_changed_since (store, &seq, error);
  state = records != NULL ? wijk_load_state (store, error) : NULL;
  if (state == NULL)
    return FALSE;
  imported->n_new = taken.n_new;
  imported->n_same = taken.n_same;
  imported->n_changed = g_strv_length (records);
  imported->ahead = g_steal_pointer (&taken.ahead);
  imported->conflicts = wijk_conflicts_read (store, state, error);

  return imported->conflicts != NULL && wijk_packet_plan_forget (store, error);
}

/* As a plan that is not here yet, or no more. */
static gboolean
restore (const WijkContext *context,
         const char *plan_id,
         Changes *changes,
         WijkBundleReader *reader,
         GCancellable *cancellable,
         WijkImported *imported,
         GError **error)
{
  g_autoptr (WijkStore) store =
      wijk_library_begin_plan (context->library, plan_id, context->device, context->author, error);
  g_auto (WijkTaken) taken = { 0 };
  g_autoptr (WijkState) state = NULL;
  gboolean ok;

  if (store == NULL)
    return FALSE;
  ok = wijk_store_take (store,
                        changes->steps,
                        changes->changes,
                        g_date_time_to_unix (context->now) * 1000,
                        &taken,
                        error) &&
       wijk_store_forget_undo (store, error) &&
       extract_files (reader, wijk_store_get_folder (store), cancellable, error);
  state = ok ? wijk_load_state (store, error) : NULL;
  if (state != NULL && wijk_state_get_plan (state) == NULL)
    {
      refuse (_ ("There is no plan in this bundle."), error);
      g_clear_object (&state);
    }
  if (state != NULL)
    imported->conflicts = wijk_conflicts_read (store, state, error);
  g_clear_object (&store);
  if (imported->conflicts == NULL || !wijk_library_publish_plan (context->library, plan_id, error))
    {
      wijk_library_drop_plan (context->library, plan_id);
      return FALSE;
    }
  imported->is_plan = TRUE;
  imported->n_new = taken.n_new;
  imported->n_same = taken.n_same;
  imported->ahead = g_steal_pointer (&taken.ahead);

  return TRUE;
}

static gboolean
import_internal (const WijkContext *context,
                 WijkBundleReader *reader,
                 const char *into,
                 GCancellable *cancellable,
                 WijkImported *imported,
                 GError **error)
{
  const char *plan_id = wijk_bundle_reader_get_manifest (reader)->plan;
  g_autofree char *folder = wijk_library_dup_plan_folder (context->library, plan_id);
  g_autoptr (GBytes) bytes = wijk_bundle_reader_read (reader, "changes.jsonl", cancellable, error);
  g_auto (Changes) changes = { 0 };

  if (bytes == NULL || !read_changes (bytes, plan_id, &changes, cancellable, error))
    return FALSE;
  if (into != NULL && !g_str_equal (into, plan_id))
    return refuse (_ ("This bundle is of another plan."), error);
  imported->plan_id = g_strdup (plan_id);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    return merge (context, plan_id, &changes, reader, cancellable, imported, error);

  return restore (context, plan_id, &changes, reader, cancellable, imported, error);
}

/* ---- a published version ---- */

static void
add_version_record (const WijkPlanJsonHeader *header, const char *plan_id, GPtrArray *edits)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, header->version);
  g_autofree char *seed = g_strjoin (" ", plan_id, number, NULL);
  g_autofree char *id = wijk_id_derive ("version", seed);
  const struct
  {
    const char *key;
    const char *value;
  } fields[] = { { "number", number },           { "date", header->date },
                 { "label", header->label },     { "status", header->status },
                 { "summary", header->summary }, { "reason", header->reason } };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].value != NULL && *fields[i].value != '\0')
      wijk_edits_add (edits, id, fields[i].key, fields[i].value);
}

static gboolean
keep_bundle (GFile *file,
             const char *folder,
             guint version,
             WijkBundleReader *reader,
             GCancellable *cancellable,
             GError **error)
{
  static const char *const names[] = { "plan.json", "plan.pdf" };
  g_autofree char *path = wijk_plan_files_dup_version (folder, version, "bundle.wijkplan");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *target = wijk_plan_files_dup_version (folder, version, names[i]);

      if (!extract (reader, names[i], target, cancellable, error))
        return FALSE;
    }

  return wijk_plan_files_copy (file, path, cancellable, error) &&
         extract_files (reader, folder, cancellable, error);
}

static gboolean
make_published (const WijkContext *context,
                GFile *file,
                WijkBundleReader *reader,
                GPtrArray *edits,
                const WijkPlanJsonHeader *header,
                WijkImported *imported,
                GCancellable *cancellable,
                GError **error)
{
  const char *plan_id = imported->plan_id;
  g_autoptr (WijkStore) store =
      wijk_library_begin_plan (context->library, plan_id, context->device, context->author, error);
  gboolean ok;

  if (store == NULL)
    return FALSE;
  add_version_record (header, plan_id, edits);
  ok =
      wijk_store_write (store, _ ("Opened a published version"), edits, error) &&
      wijk_store_forget_undo (store, error) &&
      wijk_store_set_note (store, "published", "1", error) &&
      keep_bundle (
          file, wijk_store_get_folder (store), (guint) header->version, reader, cancellable, error);
  g_clear_object (&store);
  if (!ok || !wijk_library_publish_plan (context->library, plan_id, error))
    {
      wijk_library_drop_plan (context->library, plan_id);
      return FALSE;
    }
  imported->is_plan = TRUE;
  imported->n_new = edits->len;

  return TRUE;
}

/* It gets an id that follows from the original's and its bytes: opened twice it is one plan, and
 * the plan that it is a version of may be here too. */
static gboolean
import_public (const WijkContext *context,
               GFile *file,
               WijkBundleReader *reader,
               const char *into,
               GCancellable *cancellable,
               WijkImported *imported,
               GError **error)
{
  g_autoptr (GBytes) bytes = wijk_bundle_reader_read (reader, "plan.json", cancellable, error);
  g_auto (WijkPlanJsonHeader) header = { 0 };
  g_autoptr (GPtrArray) edits = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *folder = NULL;

  if (bytes == NULL)
    return FALSE;
  if (into != NULL)
    return refuse (_ ("A published version is not put into a plan; open it by itself."), error);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  imported->plan_id = wijk_id_derive ("plan", sha256);
  edits = wijk_plan_json_read (bytes, imported->plan_id, &header, error);
  if (edits == NULL)
    return FALSE;
  if (header.version < 1)
    return refuse (_ ("This public bundle does not say which version it is."), error);
  folder = wijk_library_dup_plan_folder (context->library, imported->plan_id);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      imported->n_same = edits->len;
      return TRUE;
    }

  return make_published (context, file, reader, edits, &header, imported, cancellable, error);
}

/* ---- plan.json ---- */

static gboolean
import_json (const WijkContext *context,
             GBytes *bytes,
             const char *into,
             WijkImported *imported,
             GError **error)
{
  g_autofree char *plan_id = wijk_id_new ("plan");
  g_auto (WijkPlanJsonHeader) header = { 0 };
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (WijkStore) store = NULL;
  gboolean ok;

  if (into != NULL)
    return refuse (_ ("A plan.json makes a plan of its own; it is not put into another."), error);
  edits = wijk_plan_json_read (bytes, plan_id, &header, error);
  if (edits == NULL)
    return FALSE;
  wijk_edits_add (edits, plan_id, "keeper", context->device);
  store =
      wijk_library_begin_plan (context->library, plan_id, context->device, context->author, error);
  if (store == NULL)
    return FALSE;
  ok = wijk_store_write (store, _ ("New plan"), edits, error) &&
       wijk_store_forget_undo (store, error);
  g_clear_object (&store);
  if (!ok || !wijk_library_publish_plan (context->library, plan_id, error))
    {
      wijk_library_drop_plan (context->library, plan_id);
      return FALSE;
    }
  imported->plan_id = g_steal_pointer (&plan_id);
  imported->is_plan = TRUE;
  imported->n_new = edits->len;

  return TRUE;
}

/* ---- which of these is it? ---- */

static gboolean
import_text (const WijkContext *context,
             GFile *file,
             const char *into,
             GCancellable *cancellable,
             WijkImported *imported,
             GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, error);
  g_autoptr (WijkStore) store = NULL;
  gsize size;
  const char *data;

  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &size);
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0) /* a byte order mark */
    data += 3, size -= 3;
  while (size > 0 && g_ascii_isspace (*data))
    data++, size--;
  if (size > 0 && (*data == '{' || *data == '['))
    return import_json (context, bytes, into, imported, error);
  if (into == NULL)
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_INPUT,
                   _ ("“%s” is not a plan. If it is a table, say into which plan its rows go."),
                   name);
      return FALSE;
    }
  store = wijk_plan_files_open_store (context, into, error);
  if (store == NULL || !wijk_packet_plan_check_whole (store, error))
    return FALSE;

  return wijk_table_import_bytes (context, bytes, name, into, imported, cancellable, error);
}

/* A zip that is no bundle: how it begins tells, or else its name. */
static gboolean
is_spreadsheet (GFile *file, const char *start)
{
  static const char *const first[] = {
    "mimetypeapplication/vnd.oasis.", "[Content_Types].xml", "_rels/", "docProps/", "xl/"
  };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (memcmp (start + ZIP_NAME_AT, first[i], strlen (first[i])) == 0)
      return TRUE;

  return g_str_has_suffix (lower, ".xlsx") || g_str_has_suffix (lower, ".ods");
}

gboolean
wijk_task_import (const WijkContext *context,
                  GFile *file,
                  const char *into,
                  GCancellable *cancellable,
                  WijkImported *imported,
                  GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (WijkBundleReader) reader = NULL;
  char start[ZIP_NAME_AT + 32] = "";
  int fd;
  gboolean ok;

  *imported = (WijkImported) { 0 };
  if (wijk_packet_taker_wants (file))
    {
      g_autoptr (WijkPacketTaker) taker = wijk_packet_taker_new (context);

      return wijk_packet_taker_take (taker, file, into, cancellable, imported, error);
    }
  fd = path != NULL ? open (path, O_RDONLY | O_CLOEXEC) : -1;
  if (fd < 0 || read (fd, start, sizeof start) < 0)
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_INPUT,
                   _ ("%s could not be read: %s."),
                   path != NULL ? path : "",
                   g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  close (fd);
  if (memcmp (start, "PK", 2) != 0 || is_spreadsheet (file, start))
    ok = import_text (context, file, into, cancellable, imported, error);
  else
    {
      reader = wijk_bundle_reader_new (path, context->progress, cancellable, error);
      if (reader == NULL)
        return FALSE;
      ok = wijk_bundle_reader_get_manifest (reader)->audience == WIJK_AUDIENCE_INTERNAL
               ? import_internal (context, reader, into, cancellable, imported, error)
               : import_public (context, file, reader, into, cancellable, imported, error);
    }
  if (!ok)
    wijk_imported_clear (imported);

  return ok;
}

void
wijk_imported_clear (WijkImported *imported)
{
  g_free (imported->plan_id);
  g_clear_pointer (&imported->conflicts, g_ptr_array_unref);
  g_free (imported->ahead);
  g_free (imported->session);
  g_free (imported->device);
  g_free (imported->author);
  g_free (imported->label);
  *imported = (WijkImported) { 0 };
}
