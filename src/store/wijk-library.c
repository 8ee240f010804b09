/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-library.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "wijk-folder.h"
#include "wijk-id.h"

#define NEW_PREFIX ".new-"

G_DEFINE_QUARK (WijkLibraryError, wijk_library_error)

static gboolean
failed (const char *path, GError **error)
{
  int code = errno;

  g_set_error (error,
               WIJK_LIBRARY_ERROR,
               WIJK_LIBRARY_ERROR_FAILED,
               _ ("%s could not be changed: %s."),
               path,
               g_strerror (code));

  return FALSE;
}

static gboolean
missing (const char *path, GError **error)
{
  g_set_error (
      error, WIJK_LIBRARY_ERROR, WIJK_LIBRARY_ERROR_NOT_FOUND, _ ("There is no plan in %s."), path);

  return FALSE;
}

static gboolean
exists (const char *plan_id, GError **error)
{
  g_set_error (error,
               WIJK_LIBRARY_ERROR,
               WIJK_LIBRARY_ERROR_EXISTS,
               _ ("This plan is on this laptop already: %s."),
               plan_id);

  return FALSE;
}

gboolean
wijk_library_make_folder (const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  if (g_mkdir (folder, 0700) == 0)
    {
      wijk_folder_sync (parent);
      return TRUE;
    }
  if (errno == EEXIST && g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  if (errno != ENOENT)
    return failed (folder, error);

  return wijk_library_make_folder (parent, error) &&
         (g_mkdir (folder, 0700) == 0 || errno == EEXIST || failed (folder, error)) &&
         (wijk_folder_sync (parent), TRUE);
}

static gboolean
move_folder (const char *from, const char *to, GError **error)
{
  g_autofree char *from_parent = g_path_get_dirname (from);
  g_autofree char *to_parent = g_path_get_dirname (to);

  if (!wijk_library_make_folder (to_parent, error))
    return FALSE;
  if (g_rename (from, to) != 0)
    return errno == ENOENT ? missing (from, error) : failed (to, error);
  wijk_folder_sync (to_parent);
  wijk_folder_sync (from_parent);

  return TRUE;
}

char *
wijk_library_dup_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "wijkplan", NULL);
}

char *
wijk_library_dup_plan_folder (const char *library, const char *plan_id)
{
  return g_build_filename (library, "plans", plan_id, NULL);
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

GStrv
wijk_library_list (const char *library)
{
  g_autofree char *plans = g_build_filename (library, "plans", NULL);
  g_autoptr (GDir) dir = g_dir_open (plans, 0, NULL);
  GPtrArray *ids = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (wijk_id_has_kind (name, "plan"))
      g_ptr_array_add (ids, g_strdup (name));
  g_ptr_array_sort (ids, compare_strings);
  g_ptr_array_add (ids, NULL);

  return (GStrv) g_ptr_array_free (ids, FALSE);
}

char *
wijk_library_find (const char *library, const char *beginning, GError **error)
{
  g_auto (GStrv) ids = wijk_library_list (library);
  const char *found = NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (*beginning == '\0' || (!g_str_has_prefix (ids[i], beginning) &&
                                 !g_str_has_prefix (ids[i] + strlen ("plan-"), beginning)))
        continue;
      if (found != NULL)
        {
          g_set_error (error,
                       WIJK_LIBRARY_ERROR,
                       WIJK_LIBRARY_ERROR_AMBIGUOUS,
                       _ ("Several plans begin with “%s”."),
                       beginning);
          return NULL;
        }
      found = ids[i];
    }
  if (found == NULL)
    g_set_error (error,
                 WIJK_LIBRARY_ERROR,
                 WIJK_LIBRARY_ERROR_NOT_FOUND,
                 _ ("There is no plan “%s” on this laptop."),
                 beginning);

  return g_strdup (found);
}

static char *
new_folder (const char *library, const char *plan_id)
{
  g_autofree char *name = g_strconcat (NEW_PREFIX, plan_id, NULL);

  return g_build_filename (library, "plans", name, NULL);
}

WijkStore *
wijk_library_begin_plan (const char *library,
                         const char *plan_id,
                         const char *device,
                         const char *author,
                         GError **error)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (library, plan_id);
  g_autofree char *making = new_folder (library, plan_id);
  WijkStore *store;

  g_return_val_if_fail (wijk_id_has_kind (plan_id, "plan"), NULL);

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    {
      exists (plan_id, error);
      return NULL;
    }
  wijk_library_drop_plan (library, plan_id);
  if (!wijk_library_make_folder (making, error))
    return NULL;
  store = wijk_store_create (making, plan_id, device, author, error);
  if (store == NULL)
    wijk_library_drop_plan (library, plan_id);

  return store;
}

gboolean
wijk_library_publish_plan (const char *library, const char *plan_id, GError **error)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (library, plan_id);
  g_autofree char *making = new_folder (library, plan_id);

  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    return exists (plan_id, error);
  wijk_folder_sync (making);

  return move_folder (making, folder, error);
}

/* Removes a folder and what is in it, two deep as plans are; overwrites files first if @wipe. */
static gboolean
remove_tree (const char *path, gboolean wipe, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      GStatBuf about;

      if (g_lstat (child, &about) != 0)
        return failed (child, error);
      if (S_ISDIR (about.st_mode))
        {
          if (!remove_tree (child, wipe, error))
            return FALSE;
          continue;
        }
      if (wipe && S_ISREG (about.st_mode))
        {
          static const char zeros[65536];
          int fd = open (child, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);

          for (goffset at = 0; fd >= 0 && at < about.st_size; at += (goffset) sizeof zeros)
            if (pwrite (fd, zeros, sizeof zeros, at) < 0)
              break;
          if (fd >= 0)
            {
              fsync (fd);
              close (fd);
            }
        }
      if (g_unlink (child) != 0)
        return failed (child, error);
    }

  return g_rmdir (path) == 0 || errno == ENOENT || failed (path, error);
}

void
wijk_library_drop_plan (const char *library, const char *plan_id)
{
  g_autofree char *making = new_folder (library, plan_id);

  remove_tree (making, FALSE, NULL);
}

/* ---- the bin ---- */

gboolean
wijk_library_remove (
    const char *library, const char *plan_id, gint64 now_ms, char **name, GError **error)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (library, plan_id);
  g_autofree char *binned = g_strdup_printf ("%s.%" G_GINT64_FORMAT, plan_id, now_ms);
  g_autofree char *target = g_build_filename (library, "bin", binned, NULL);

  if (!move_folder (folder, target, error))
    return FALSE;
  if (name != NULL)
    *name = g_steal_pointer (&binned);

  return TRUE;
}

static WijkBinned *
parse_name (const char *name)
{
  const char *dot = strchr (name, '.');
  g_autofree char *id = dot != NULL ? g_strndup (name, (gsize) (dot - name)) : NULL;
  WijkBinned *binned;

  if (id == NULL || !wijk_id_has_kind (id, "plan") || dot[1] == '\0' ||
      dot[1 + strspn (dot + 1, "0123456789")] != '\0')
    return NULL;
  binned = g_new0 (WijkBinned, 1);
  binned->name = g_strdup (name);
  binned->plan_id = g_steal_pointer (&id);
  binned->removed = g_ascii_strtoll (dot + 1, NULL, 10);

  return binned;
}

static void
wijk_binned_free (WijkBinned *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->plan_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkBinned, wijk_binned_free)

gboolean
wijk_library_restore (const char *library, const char *name, GError **error)
{
  g_autoptr (WijkBinned) binned = parse_name (name);
  g_autofree char *source = g_build_filename (library, "bin", name, NULL);
  g_autofree char *folder = NULL;

  g_return_val_if_fail (binned != NULL, FALSE);

  folder = wijk_library_dup_plan_folder (library, binned->plan_id);
  if (g_file_test (folder, G_FILE_TEST_EXISTS))
    return exists (binned->plan_id, error);

  return move_folder (source, folder, error);
}

static int
compare_removed_down (gconstpointer a, gconstpointer b)
{
  gint64 one = (*(WijkBinned **) a)->removed, other = (*(WijkBinned **) b)->removed;

  return one > other ? -1 : one < other;
}

GPtrArray *
wijk_library_list_bin (const char *library)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_binned_free);
  g_autofree char *bin = g_build_filename (library, "bin", NULL);
  g_autoptr (GDir) dir = g_dir_open (bin, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      WijkBinned *binned = parse_name (name);

      if (binned != NULL)
        g_ptr_array_add (all, binned);
    }
  g_ptr_array_sort (all, compare_removed_down);

  return all;
}

gboolean
wijk_library_wipe (const char *library, const char *name, GError **error)
{
  g_autoptr (WijkBinned) binned = parse_name (name);
  g_autofree char *path = g_build_filename (library, "bin", name, NULL);

  g_autofree char *bin = g_path_get_dirname (path);

  g_return_val_if_fail (binned != NULL, FALSE);

  if (!remove_tree (path, TRUE, error))
    return FALSE;
  wijk_folder_sync (bin); /* or its name could come back */

  return TRUE;
}

void
wijk_library_tidy (const char *library, gint64 now_ms)
{
  const gint64 day = G_GINT64_CONSTANT (86400000); /* milliseconds */
  g_autoptr (GPtrArray) bin = wijk_library_list_bin (library);
  g_autofree char *plans = g_build_filename (library, "plans", NULL);
  g_autoptr (GDir) dir = g_dir_open (plans, 0, NULL);
  const char *name;

  for (guint i = 0; i < bin->len; i++)
    {
      WijkBinned *binned = bin->pdata[i];

      if (now_ms - binned->removed > WIJK_BIN_DAYS * day)
        wijk_library_wipe (library, binned->name, NULL);
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (plans, name, NULL);
      GStatBuf about;

      /* one that is being made by another program at this moment is younger than a day */
      if (g_str_has_prefix (name, NEW_PREFIX) && g_stat (path, &about) == 0 &&
          now_ms / 1000 - about.st_mtime > day / 1000)
        remove_tree (path, FALSE, NULL);
    }
}
