/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups: internal bundles in a folder of the user's choice, ten of each plan. */

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "wijk-bundle-make.h"
#include "wijk-left.h"
#include "wijk-plan-files.h"

#define KEEP 10
#define SIGNS_OF_ID 8

/* Plans may share a name; a part of the id tells them apart. */
static char *
backup_folder (const char *folder, const char *plan_id)
{
  const char *signs = strchr (plan_id, '-');
  g_autofree char *name =
      g_strdup_printf ("wijkplan-%.*s", SIGNS_OF_ID, signs != NULL ? signs + 1 : plan_id);

  return g_build_filename (folder, name, NULL);
}

/* Names of the backups, oldest first: they end in their date. */
static GPtrArray *
list_backups (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".wijkplan") && strstr (name, "-intern-") != NULL)
      g_ptr_array_add (names, g_strdup (name));

  return names;
}

static gint64
time_of (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GStatBuf about;

  return g_stat (path, &about) == 0
             ? (gint64) about.st_mtim.tv_sec * 1000 + about.st_mtim.tv_nsec / 1000000
             : 0;
}

gint64
wijk_task_find_backup_time (const char *folder, const char *plan_id)
{
  g_autofree char *own = backup_folder (folder, plan_id);
  g_autoptr (GPtrArray) names = list_backups (own);
  gint64 newest = 0;

  for (guint i = 0; i < names->len; i++)
    newest = MAX (newest, time_of (own, names->pdata[i]));

  return newest;
}

/* Whether a backup is due: something changed since the newest, and that is not of today. */
static gboolean
is_due (const WijkContext *context,
        const char *plan_id,
        const char *folder,
        gboolean *due,
        GError **error)
{
  gint64 newest = wijk_task_find_backup_time (folder, plan_id);
  g_autoptr (WijkStore) store = wijk_plan_files_open_store (context, plan_id, error);
  g_autoptr (GDateTime) then_utc = NULL;
  g_autoptr (GDateTime) then = NULL;

  if (store == NULL)
    return FALSE;
  then_utc = g_date_time_new_from_unix_utc (newest / 1000);
  then = g_date_time_to_timezone (then_utc, g_date_time_get_timezone (context->now));
  *due = wijk_store_get_last_change_time (store) > newest &&
         (newest == 0 || g_date_time_get_year (then) != g_date_time_get_year (context->now) ||
          g_date_time_get_day_of_year (then) != g_date_time_get_day_of_year (context->now));

  return TRUE;
}

static int
compare_by_time (gconstpointer a, gconstpointer b, gpointer folder)
{
  gint64 one = time_of (folder, *(char **) a), other = time_of (folder, *(char **) b);

  return one < other ? -1 : one > other;
}

static void
drop_old (const char *folder)
{
  g_autoptr (GPtrArray) names = list_backups (folder);

  g_ptr_array_sort_with_data (names, compare_by_time, (gpointer) folder);
  for (guint i = 0; i + KEEP < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      g_unlink (path);
    }
}

gboolean
wijk_task_back_up (const WijkContext *context,
                   const char *plan_id,
                   const char *folder,
                   gboolean always,
                   GCancellable *cancellable,
                   char **path,
                   GError **error)
{
  g_autofree char *own = backup_folder (folder, plan_id);
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;
  g_autoptr (WijkBundleWriter) writer = NULL;
  gboolean due = TRUE;

  if (path != NULL)
    *path = NULL;
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_FAILED,
                   _ ("The folder for backups is not there: %s."),
                   folder);
      return FALSE;
    }
  if (!always && !is_due (context, plan_id, folder, &due, error))
    return FALSE;
  if (!due)
    return TRUE;
  if (g_mkdir_with_parents (own, 0700) != 0)
    {
      g_set_error (error,
                   WIJK_TASK_ERROR,
                   WIJK_TASK_ERROR_FAILED,
                   _ ("%s could not be written: %s."),
                   own,
                   g_strerror (errno));
      return FALSE;
    }
  writer = wijk_bundle_make_internal (context, plan_id, &name, cancellable, error);
  if (writer == NULL)
    return FALSE;
  target = g_build_filename (own, name, NULL);
  if (!wijk_left_note_for (context, plan_id, WIJK_LEFT_BACKUP, target, error) ||
      !wijk_bundle_writer_write (writer, target, context->progress, cancellable, error))
    return FALSE;
  drop_old (own);
  if (path != NULL)
    *path = g_steal_pointer (&target);

  return TRUE;
}
