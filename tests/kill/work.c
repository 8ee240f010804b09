/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "work.h"

#include <fcntl.h>
#include <unistd.h>

#include "heads.h"
#include "stores.h"
#include "wijk-device.h"
#include "wijk-library.h"
#include "wijk-plan-files.h"
#include "wijk-store-private.h"

#define N_POOL 5 /* records that are edited */

typedef struct
{
  WorkKind kind;
  const char *root;
  guint n_acts; /* left; 0 where there is no end */
  gboolean is_counted;
  WorkTell tell;
  gpointer data;

  WijkStore *store;
  GHashTable *values; /* `record field` -> value: what will be seen */
  GPtrArray *done;    /* Steps that can be taken back */
  guint n_undone;     /* of these, at the end */
  gint64 foreign;     /* count of changes of another laptop */
} Work;

/* What an act changed. */
typedef struct
{
  GPtrArray *keys, *before, *after;
} Step;

static void
step_free (Step *step)
{
  g_ptr_array_unref (step->keys);
  g_ptr_array_unref (step->before);
  g_ptr_array_unref (step->after);
  g_free (step);
}

/* ---- what is seen ---- */

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* Values by key, without what is unset or in a deleted record. */
static char *
view_of (GHashTable *values)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  const char *key, *value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &value))
    {
      g_autofree char *record = g_strndup (key, strcspn (key, " "));
      g_autofree char *mark = g_strconcat (record, " deleted", NULL);
      const char *deleted = g_hash_table_lookup (values, mark);

      if (*value != '\0' && (deleted == NULL || *deleted == '\0'))
        g_ptr_array_add (lines, g_strdup_printf ("%s %s", key, value));
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static GHashTable *
read_values (WijkStore *store)
{
  GHashTable *values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (store, NULL);
  const WijkHead *heads;
  guint n;

  while (reader != NULL && (heads = wijk_head_reader_next (reader, &n, NULL)) != NULL)
    for (guint i = 0; i < n; i++)
      {
        const char *value = heads[i].value != NULL ? heads[i].value : "";

        if (g_str_equal (heads[i].field, "erased"))
          continue;
        if (g_str_equal (heads[i].field, "deleted") && *value != '\0')
          value = "1";
        g_hash_table_replace (
            values, g_strconcat (heads[i].record, " ", heads[i].field, NULL), g_strdup (value));
      }

  return values;
}

static char *
view_store (const char *root, char **fault)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = wijk_store_open (root, DEVICE_A, "", &error);
  g_autoptr (GHashTable) values = NULL;

  if (store == NULL)
    {
      if (!g_error_matches (error, WIJK_STORE_ERROR, WIJK_STORE_ERROR_NOT_FOUND))
        *fault = g_strdup (error->message);
      return g_strdup ("");
    }
  values = read_values (store);
  *fault = dup_fault (root);

  return view_of (values);
}

static char *
view_library (const char *root, char **fault)
{
  g_auto (GStrv) ids = wijk_library_list (root);
  g_autoptr (GPtrArray) bin = wijk_library_list_bin (root);
  g_autofree char *path = g_build_filename (root, "device", NULL);
  g_autofree char *device = NULL;
  GString *view = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *folder = wijk_library_dup_plan_folder (root, ids[i]);
      g_autofree char *plan = view_store (folder, fault);

      g_string_append_printf (view, "%s: %s\n", ids[i], plan);
    }
  for (guint i = 0; i < bin->len; i++)
    g_string_append_printf (view, "bin %s\n", ((WijkBinned *) bin->pdata[i])->plan_id);
  if (g_file_get_contents (path, &device, NULL, NULL))
    g_string_append (view, device);

  return g_string_free (view, FALSE);
}

static char *
view_file (const char *root)
{
  g_autofree char *path = g_build_filename (root, "file", NULL);
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return g_strdup ("");

  return text;
}

/* Sources whose bytes are what their name says, and versions. */
static char *
view_files (const char *root, char **fault)
{
  g_autofree char *sources = g_build_filename (root, "plan", "sources", NULL);
  g_autoptr (GDir) dir = g_dir_open (sources, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (sources, name, NULL);
      g_autofree char *sum = wijk_plan_files_digest (path, &(guint64) { 0 }, NULL, NULL);

      if (!g_str_has_suffix (name, ".pdf"))
        continue; /* begun, and never to be read */
      if (!g_str_has_prefix (name, sum))
        *fault = g_strdup_printf ("%s is damaged", name);
      g_ptr_array_add (lines, g_strdup (name));
    }
  for (guint i = 1; i < 100; i++)
    {
      g_autofree char *folder = g_build_filename (root, "plan", NULL);
      g_autofree char *path = wijk_plan_files_dup_version (folder, i, "plan.json");
      char *text;

      if (g_file_get_contents (path, &text, NULL, NULL))
        g_ptr_array_add (lines, text);
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

char *
work_view (WorkKind kind, const char *root, char **fault)
{
  *fault = NULL;
  switch (kind)
    {
    case WORK_LIBRARY:
      return view_library (root, fault);
    case WORK_FILES:
      return view_files (root, fault);
    case WORK_TRUNCATE:
    case WORK_RENAME:
      return view_file (root);
    case WORK_STORE:
    case WORK_NORMAL:
    case WORK_EARLY:
    default:
      return view_store (root, fault);
    }
}

/* ---- acts on a plan ---- */

/* Tells what will be seen; for ever, or until the acts are used up. */
static gboolean
begin_act (Work *work, const char *view)
{
  g_autofree char *own = view == NULL ? view_of (work->values) : NULL;

  if (work->is_counted && work->n_acts-- == 0)
    return FALSE;
  work->tell (FALSE, view != NULL ? view : own, work->data);
  if (work->kind == WORK_EARLY)
    work->tell (TRUE, NULL, work->data);

  return TRUE;
}

static void
end_act (Work *work, gboolean ok)
{
  g_assert_true (ok);
  if (work->kind != WORK_EARLY)
    work->tell (TRUE, NULL, work->data);
}

static const char *
value_of (Work *work, const char *key)
{
  const char *value = g_hash_table_lookup (work->values, key);

  return value != NULL ? value : "";
}

static void
see (Work *work, const char *key, const char *value)
{
  g_hash_table_replace (work->values, g_strdup (key), g_strdup (value));
}

static Step *
step_new (Work *work)
{
  Step *step = g_new0 (Step, 1);

  step->keys = g_ptr_array_new_with_free_func (g_free);
  step->before = g_ptr_array_new_with_free_func (g_free);
  step->after = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (work->done, (int) (work->done->len - work->n_undone));
  work->n_undone = 0;

  return step;
}

static void
step_add (Work *work, Step *step, const char *key, const char *value)
{
  g_ptr_array_add (step->keys, g_strdup (key));
  g_ptr_array_add (step->before, g_strdup (value_of (work, key)));
  g_ptr_array_add (step->after, g_strdup (value));
  see (work, key, value);
}

static void
forget_steps (Work *work)
{
  g_ptr_array_set_size (work->done, 0);
  work->n_undone = 0;
}

static const char *
pool_record (Work *work)
{
  static const char *const names[N_POOL] = { "a", "b", "c", "d", "e" };

  return id_of ("section", names[g_random_int_range (0, N_POOL)]);
}

static gboolean
is_deleted (Work *work, const char *record)
{
  g_autofree char *mark = g_strconcat (record, " deleted", NULL);

  return *value_of (work, mark) != '\0';
}

static char *
some_text (void)
{
  GString *text = g_string_new (NULL);

  for (int i = g_random_int_range (1, g_random_boolean () ? 10 : 300); i > 0; i--)
    g_string_append_printf (text, "woord%d ", g_random_int_range (0, 1000));

  return g_string_free (text, FALSE);
}

static gboolean
act_write (Work *work)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  static const char *const fields[] = { "title", "text", "guidance", "links/" REMARK };
  Step *step = step_new (work);

  for (int i = g_random_int_range (1, 4); i > 0; i--)
    {
      const char *record = pool_record (work);
      const char *field = fields[g_random_int_range (0, G_N_ELEMENTS (fields))];
      g_autofree char *key = g_strconcat (record, " ", field, NULL);
      g_autofree char *value = strchr (field, '/') != NULL
                                   ? g_strdup (*value_of (work, key) != '\0' ? "" : "1")
                                   : some_text ();

      if (is_deleted (work, record) || g_str_equal (value, value_of (work, key)))
        continue;
      step_add (work, step, key, value);
      wijk_edits_add (edits, record, field, value);
    }
  if (edits->len == 0)
    step_free (step);
  else
    g_ptr_array_add (work->done, step);
  if (!begin_act (work, NULL))
    return FALSE;
  end_act (work, wijk_store_write (work->store, "write", edits, NULL));

  return TRUE;
}

static gboolean
act_type (Work *work)
{
  const char *record = pool_record (work);
  g_autofree char *key = g_strconcat (record, " text", NULL);
  g_autoptr (GString) text = g_string_new (value_of (work, key));
  Step *step;

  if (is_deleted (work, record))
    return TRUE;
  if (text->len > 20000)
    g_string_truncate (text, 0);
  step = step_new (work);
  for (int i = g_random_int_range (1, 6); i > 0; i--)
    {
      g_string_append_printf (text, "typ%d ", i);
      if (step->keys->len == 0)
        step_add (work, step, key, text->str);
      else
        {
          see (work, key, text->str);
          g_set_str ((char **) &step->after->pdata[0], text->str);
        }
      if (!begin_act (work, NULL))
        {
          step_free (step);
          return FALSE;
        }
      end_act (work, wijk_store_type (work->store, "type", record, "text", text->str, NULL));
    }
  g_ptr_array_add (work->done, step);

  return wijk_store_close_typing (work->store, NULL);
}

static gboolean
act_undo (Work *work)
{
  g_auto (WijkUndone) undone = { 0 };
  Step *step;

  if (work->n_undone == work->done->len)
    return TRUE;
  work->n_undone++;
  step = work->done->pdata[work->done->len - work->n_undone];
  for (guint i = step->keys->len; i > 0; i--)
    see (work, step->keys->pdata[i - 1], step->before->pdata[i - 1]);
  if (!begin_act (work, NULL))
    return FALSE;
  end_act (work, wijk_store_undo (work->store, &undone, NULL) && undone.n_left == 0);

  return TRUE;
}

static gboolean
act_redo (Work *work)
{
  g_auto (WijkUndone) undone = { 0 };
  Step *step;

  if (work->n_undone == 0)
    return TRUE;
  step = work->done->pdata[work->done->len - work->n_undone];
  work->n_undone--;
  for (guint i = 0; i < step->keys->len; i++)
    see (work, step->keys->pdata[i], step->after->pdata[i]);
  if (!begin_act (work, NULL))
    return FALSE;
  end_act (work, wijk_store_redo (work->store, &undone, NULL) && undone.n_left == 0);

  return TRUE;
}

static gboolean
act_delete (Work *work)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  const char *record = pool_record (work);
  g_autofree char *key = g_strconcat (record, " deleted", NULL);
  const char *value = is_deleted (work, record) ? "" : "1";
  Step *step = step_new (work);

  step_add (work, step, key, value);
  g_ptr_array_add (work->done, step);
  wijk_edits_add (edits, record, "deleted", value);
  if (!begin_act (work, NULL))
    return FALSE;
  end_act (work, wijk_store_write (work->store, "delete", edits, NULL));

  return TRUE;
}

static gboolean
act_add (Work *work)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GPtrArray) erasures = wijk_edits_new ();
  g_autofree char *id = wijk_id_new ("remark");
  g_autofree char *last =
      query_file (work->root,
                  "SELECT ifnull(max(CAST(value AS INTEGER)), 0) FROM change WHERE"
                  " field = 'number'");
  g_autofree char *number =
      g_strdup_printf ("%" G_GINT64_FORMAT, g_ascii_strtoll (last, NULL, 10) + 1);
  g_autofree char *number_key = g_strconcat (id, " number", NULL);
  g_autofree char *text_key = g_strconcat (id, " text", NULL);

  wijk_edits_add (edits, id, "number", WIJK_EDIT_NUMBER);
  wijk_edits_add (edits, id, "text", "Een reactie.");
  see (work, number_key, number);
  see (work, text_key, "Een reactie.");
  forget_steps (work);
  if (!begin_act (work, NULL))
    return FALSE;
  end_act (work, wijk_store_write (work->store, "add", edits, NULL));
  if (g_random_boolean ())
    return TRUE;
  see (work, text_key, "");
  if (!begin_act (work, NULL))
    return FALSE;
  wijk_edits_add (erasures, id, "erased", "text");
  end_act (work, wijk_store_erase (work->store, "erase", erasures, NULL));

  return TRUE;
}

static gboolean
act_take (Work *work)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_step_free);
  g_autoptr (GPtrArray) changes =
      g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_change_free);
  g_autofree char *step = wijk_id_new ("step");
  g_auto (WijkTaken) taken = { 0 };

  g_ptr_array_add (steps, wijk_step_new (step, "Bob", 1, "elsewhere", NULL));
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *id = wijk_id_new ("remark");
      g_autofree char *key = g_strconcat (id, " text", NULL);
      g_autofree char *stamp =
          g_strdup_printf ("%013" G_GINT64_FORMAT "-00000-" DEVICE_B, 1000 + work->foreign++);

      g_ptr_array_add (changes, wijk_change_new (stamp, step, id, "text", "van elders", ""));
      see (work, key, "van elders");
    }
  forget_steps (work);
  if (!begin_act (work, NULL))
    return FALSE;
  end_act (work, wijk_store_take (work->store, steps, changes, 1, &taken, NULL));

  return TRUE;
}

static void
open_plan (Work *work)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&work->store);
  work->store = wijk_store_open (work->root, DEVICE_A, "Ada", &error);
  if (work->store == NULL)
    work->store = wijk_store_create (work->root, PLAN, DEVICE_A, "Ada", &error);
  if (work->store == NULL)
    g_error ("%s", error->message);
  /* often, so that a short run is cut off in it too */
  wijk_store_exec (work->store, "PRAGMA wal_autocheckpoint = 40", NULL);
  if (work->kind == WORK_NORMAL)
    wijk_store_exec (work->store, "PRAGMA synchronous = NORMAL", NULL);
}

static void
make_pool (Work *work)
{
  static const char *const names[N_POOL] = { "a", "b", "c", "d", "e" };
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  for (guint i = 0; i < N_POOL; i++)
    {
      g_autofree char *key = g_strconcat (id_of ("section", names[i]), " place", NULL);

      if (g_hash_table_contains (work->values, key))
        continue;
      wijk_edits_add (edits, id_of ("section", names[i]), "place", "/01");
      see (work, key, "/01");
    }
  if (edits->len > 0 && begin_act (work, NULL))
    end_act (work, wijk_store_write (work->store, "make", edits, NULL));
}

static void
run_store (Work *work)
{
  gboolean goes_on = TRUE;
  g_autofree char *foreign = NULL;

  open_plan (work);
  foreign = query_file (work->root, "SELECT count(*) FROM change WHERE stamp LIKE '%" DEVICE_B "'");
  work->foreign = g_ascii_strtoll (foreign, NULL, 10);
  work->values = read_values (work->store);
  work->done = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  make_pool (work);
  while (goes_on)
    {
      int what = g_random_int_range (0, 100);

      goes_on = what < 35   ? act_write (work)
                : what < 60 ? act_type (work)
                : what < 75 ? act_undo (work)
                : what < 84 ? act_redo (work)
                : what < 90 ? act_delete (work)
                : what < 94 ? act_add (work)
                : what < 97 ? act_take (work)
                            : (open_plan (work), TRUE);
    }
  g_clear_object (&work->store);
  g_clear_pointer (&work->values, g_hash_table_unref);
  g_clear_pointer (&work->done, g_ptr_array_unref);
}

/* ---- acts on the library ---- */

/* What will be seen is what is seen now and one line more, less or other: worked out on a list. */
typedef struct
{
  GPtrArray *plans; /* ids */
  GPtrArray *bin;   /* WijkBinned */
  char *device;
  gint64 now;
} Seen;

static char *
view_seen (Seen *seen)
{
  GString *view = g_string_new (NULL);

  g_ptr_array_sort (seen->plans, compare_texts);
  for (guint i = 0; i < seen->plans->len; i++)
    g_string_append_printf (view,
                            "%s: %s title Wijk\n",
                            (char *) seen->plans->pdata[i],
                            (char *) seen->plans->pdata[i]);
  for (guint i = seen->bin->len; i > 0; i--)
    g_string_append_printf (view, "bin %s\n", ((WijkBinned *) seen->bin->pdata[i - 1])->plan_id);
  g_string_append (view, seen->device);

  return g_string_free (view, FALSE);
}

static gboolean
begin_seen (Work *work, Seen *seen)
{
  g_autofree char *view = view_seen (seen);

  return begin_act (work, view);
}

static gboolean
act_make_plan (Work *work, Seen *seen)
{
  g_autofree char *id = wijk_id_new ("plan");
  g_autoptr (WijkStore) store = NULL;

  g_ptr_array_add (seen->plans, g_strdup (id));
  if (!begin_seen (work, seen))
    return FALSE;
  store = wijk_library_begin_plan (work->root, id, DEVICE_A, "Ada", NULL);
  g_assert_nonnull (store);
  write_one (store, id, "title", "Wijk");
  g_clear_object (&store);
  end_act (work, wijk_library_publish_plan (work->root, id, NULL));

  return TRUE;
}

static gboolean
act_remove_plan (Work *work, Seen *seen)
{
  guint at;
  WijkBinned *binned;

  if (seen->plans->len == 0)
    return TRUE;
  at = (guint) g_random_int_range (0, (int) seen->plans->len);
  binned = g_new0 (WijkBinned, 1);
  binned->plan_id = g_ptr_array_steal_index (seen->plans, at);
  g_ptr_array_add (seen->bin, binned);
  if (!begin_seen (work, seen))
    return FALSE;
  end_act (work,
           wijk_library_remove (work->root, binned->plan_id, ++seen->now, &binned->name, NULL));

  return TRUE;
}

static gboolean
act_restore_plan (Work *work, Seen *seen, gboolean wipe)
{
  g_autofree char *name = NULL;
  guint at;

  if (seen->bin->len == 0)
    return TRUE;
  at = (guint) g_random_int_range (0, (int) seen->bin->len);
  name = g_strdup (((WijkBinned *) seen->bin->pdata[at])->name);
  if (!wipe)
    g_ptr_array_add (seen->plans, g_strdup (((WijkBinned *) seen->bin->pdata[at])->plan_id));
  g_ptr_array_remove_index (seen->bin, at);
  if (!begin_seen (work, seen))
    return FALSE;
  end_act (work,
           wipe ? wijk_library_wipe (work->root, name, NULL)
                : wijk_library_restore (work->root, name, NULL));

  return TRUE;
}

static gboolean
act_set_author (Work *work, Seen *seen, WijkDevice *device)
{
  g_autofree char *author = g_strdup_printf ("Ada %d", g_random_int_range (0, 1000));
  g_autofree char *path = g_build_filename (work->root, "device", NULL);
  g_autofree char *now = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  lines = g_strsplit (now, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "author="))
      {
        g_free (lines[i]);
        lines[i] = g_strconcat ("author=", author, NULL);
      }
  g_free (seen->device);
  seen->device = g_strjoinv ("\n", lines);
  if (!begin_seen (work, seen))
    return FALSE;
  end_act (work, wijk_device_set_author (device, work->root, author, NULL));

  return TRUE;
}

static void
run_library (Work *work)
{
  g_autofree char *path = g_build_filename (work->root, "device", NULL);
  g_autoptr (WijkDevice) device = wijk_device_load (work->root, NULL);
  Seen seen = { .now = g_get_real_time () };
  g_auto (GStrv) ids = wijk_library_list (work->root);
  gboolean goes_on = TRUE;

  g_assert_nonnull (device);
  seen.plans = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (seen.plans, g_strdup (ids[i]));
  seen.bin = wijk_library_list_bin (work->root);
  for (guint i = 0; i < seen.bin->len / 2; i++) /* the newest last */
    {
      gpointer swapped = seen.bin->pdata[i];

      seen.bin->pdata[i] = seen.bin->pdata[seen.bin->len - 1 - i];
      seen.bin->pdata[seen.bin->len - 1 - i] = swapped;
    }
  g_assert_true (g_file_get_contents (path, &seen.device, NULL, NULL));
  while (goes_on)
    {
      int what = g_random_int_range (0, 10);

      goes_on = what < 3 && seen.plans->len < 6 ? act_make_plan (work, &seen)
                : what < 5                      ? act_remove_plan (work, &seen)
                : what < 7                      ? act_restore_plan (work, &seen, FALSE)
                : what == 7                     ? act_restore_plan (work, &seen, TRUE)
                                                : act_set_author (work, &seen, device);
    }
  g_ptr_array_unref (seen.plans);
  g_ptr_array_unref (seen.bin);
  g_free (seen.device);
}

/* ---- acts beside the store ---- */

static void
run_files (Work *work)
{
  g_autofree char *folder = g_build_filename (work->root, "plan", NULL);
  g_autofree char *given = g_strconcat (work->root, ".given", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (given);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_versions = 0;
  gboolean goes_on = TRUE;

  /* a folder that is there for sure */
  g_assert_true (wijk_library_make_folder (folder, NULL));
  while (goes_on)
    {
      gboolean is_source = g_random_boolean () || n_versions == 99;
      g_autofree char *words = some_text ();
      g_autofree char *text =
          g_strdup_printf ("%u %s", lines->len, words); /* no two are the same file */
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
      g_autofree char *path = wijk_plan_files_dup_version (folder, n_versions + 1, "plan.json");
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
      g_autofree char *view = NULL;
      g_autofree char *added = NULL;

      g_ptr_array_add (lines, is_source ? g_strconcat (sum, ".pdf", NULL) : g_strdup (text));
      g_ptr_array_extend (sorted, lines, NULL, NULL);
      g_ptr_array_sort (sorted, compare_texts);
      g_ptr_array_add (sorted, NULL);
      view = g_strjoinv ("\n", (char **) sorted->pdata);
      g_assert_true (g_file_set_contents (given, text, -1, NULL));
      goes_on = begin_act (work, view);
      if (goes_on && is_source)
        {
          added = wijk_plan_files_add_source (folder, file, NULL, NULL);
          end_act (work, g_strcmp0 (added, sum) == 0);
        }
      else if (goes_on)
        {
          end_act (work, wijk_plan_files_write (path, bytes, NULL));
          n_versions++;
        }
    }
  g_unlink (given);
}

/* ---- known to be bad ---- */

static void
run_file (Work *work)
{
  g_autofree char *path = g_build_filename (work->root, "file", NULL);
  g_autofree char *beside = g_build_filename (work->root, "file.new", NULL);

  for (;;)
    {
      g_autofree char *text = some_text ();
      const char *to = work->kind == WORK_RENAME ? beside : path;
      int fd;

      if (!begin_act (work, text))
        return;
      fd = open (to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
      g_assert_cmpint (fd, >=, 0);
      g_assert_cmpint (write (fd, text, strlen (text)), ==, (gssize) strlen (text));
      close (fd);
      end_act (work, work->kind != WORK_RENAME || rename (beside, path) == 0);
    }
}

void
work_run (WorkKind kind, const char *root, guint n_acts, WorkTell tell, gpointer data)
{
  Work work = { .kind = kind,
                .root = root,
                .n_acts = n_acts,
                .is_counted = n_acts > 0,
                .tell = tell,
                .data = data };

  switch (kind)
    {
    case WORK_LIBRARY:
      run_library (&work);
      break;
    case WORK_FILES:
      run_files (&work);
      break;
    case WORK_TRUNCATE:
    case WORK_RENAME:
      run_file (&work);
      break;
    case WORK_STORE:
    case WORK_NORMAL:
    case WORK_EARLY:
    default:
      run_store (&work);
    }
}
