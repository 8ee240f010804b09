/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a worker asks of the disk is recorded; then the power fails after any of it, with more or
 * less of what was not synced on the disk. In each state everything acknowledged must be there.
 * What is known to be bad must be found, or the states prove nothing. WIJK_CUTS: how many states of
 * each kind of work. */

#include "config.h"

#include <fcntl.h>
#include <glib.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "disk.h"
#include "stores.h"
#include "work.h"

#define N_CUTS 600
#define N_ACTS 60

/* ---- recording ---- */

static void
tell_record (gboolean is_done, const char *view, gpointer data)
{
  record_mark (is_done ? "A" : view);
}

/* Works in a process of its own, so that nothing of it stays open here. */
static GPtrArray *
record_work (WorkKind kind, const char *root)
{
  g_autofree char *path = g_strconcat (root, ".records", NULL);
  GPtrArray *records;
  pid_t worker = fork ();
  int status, fd;

  g_assert_cmpint (worker, >=, 0);
  if (worker == 0)
    {
      record_begin (root);
      work_run (kind, root, N_ACTS, tell_record, NULL);
      records = record_end ();
      fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
      record_save (records, fd);
      _exit (0);
    }
  g_assert_cmpint (waitpid (worker, &status, 0), ==, worker);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  fd = open (path, O_RDONLY);
  records = record_load (fd);
  close (fd);
  g_unlink (path);

  return records;
}

/* ---- states ---- */

/* What may be seen after the first @n records: what was acknowledged last, or what had begun. */
static void
find_views (GPtrArray *records, guint n, const char **acked, const char **begun)
{
  *acked = *begun = NULL;
  for (guint i = 0; i < n; i++)
    {
      const Record *record = records->pdata[i];

      if (record->type != RECORD_MARK)
        continue;
      if (g_str_equal (record->data, "A"))
        {
          *acked = *begun;
          *begun = NULL;
        }
      else
        *begun = record->data;
    }
}

/* Looks in a process of its own, which may crash. Whether all is well. */
static gboolean
recover (WorkKind kind, const char *root, const char *acked, const char *begun, gboolean loud)
{
  pid_t looker = fork ();
  int status;

  g_assert_cmpint (looker, >=, 0);
  if (looker == 0)
    {
      g_autofree char *fault = NULL;
      g_autofree char *view = work_view (kind, root, &fault);
      gboolean ok = acked == NULL ||
                    (fault == NULL && (g_str_equal (view, acked) || g_strcmp0 (view, begun) == 0));

      if (!ok && loud)
        g_printerr ("# %s\n# seen:\n%.2000s\n# acknowledged:\n%.2000s\n",
                    fault != NULL ? fault : "something is missing",
                    view,
                    acked);
      _exit (ok ? 0 : 1);
    }
  g_assert_cmpint (waitpid (looker, &status, 0), ==, looker);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static gboolean
try_cut (WorkKind kind, GPtrArray *records, guint n, DiskCut cut, gboolean loud)
{
  g_autofree char *root = make_folder ();
  const char *acked, *begun;
  gboolean ok;

  find_views (records, n, &acked, &begun);
  disk_build (records, n, cut, root);
  ok = recover (kind, root, acked, begun, loud);
  if (!ok && loud)
    g_printerr ("# lost at %u of %u, cut %d\n", n, records->len, cut);
  remove_folder (root);

  return ok;
}

typedef struct
{
  guint n_cuts;
  guint n_lost;
} Tally;

static Tally
cut_often (WorkKind kind, guint n_cuts, gboolean is_control)
{
  Tally tally = { 0 };

  while (tally.n_cuts < n_cuts && (!is_control || tally.n_lost == 0))
    {
      g_autofree char *root = make_folder ();
      g_autoptr (GPtrArray) records = record_work (kind, root);
      guint step = MAX (1, records->len * DISK_N_CUTS * 4 / n_cuts);

      for (guint n = (guint) g_random_int_range (0, (int) step);
           n <= records->len && tally.n_cuts < n_cuts && (!is_control || tally.n_lost == 0);
           n += 1 + (guint) g_random_int_range (0, (int) (2 * step)))
        for (DiskCut cut = 0; cut < DISK_N_CUTS; cut++, tally.n_cuts++)
          tally.n_lost += !try_cut (kind, records, n, cut, !is_control);
      remove_folder (root);
    }

  return tally;
}

static void
test_work (gconstpointer kind)
{
  const char *asked = g_getenv ("WIJK_CUTS");
  guint n = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : N_CUTS;
  gint64 begun = g_get_monotonic_time ();
  Tally tally = cut_often (GPOINTER_TO_INT (kind), n, FALSE);

  g_test_message ("%u states in %.1f s; lost in %u",
                  tally.n_cuts,
                  (double) (g_get_monotonic_time () - begun) / 1e6,
                  tally.n_lost);
  g_assert_cmpuint (tally.n_lost, ==, 0);
  g_assert_cmpuint (tally.n_cuts, >=, n);
}

static void
test_control (gconstpointer kind)
{
  Tally tally = cut_often (GPOINTER_TO_INT (kind), 2000, TRUE);

  g_test_message ("found in %u of %u states", tally.n_lost, tally.n_cuts);
  g_assert_cmpuint (tally.n_lost, >, 0);
}

/* Without a cut, what was recorded gives what is there. */
static void
test_whole (gconstpointer kind)
{
  g_autofree char *root = make_folder ();
  g_autoptr (GPtrArray) records = record_work (GPOINTER_TO_INT (kind), root);

  for (guint i = 0; i < 20; i++)
    g_assert_true (try_cut (GPOINTER_TO_INT (kind), records, records->len, DISK_ALL, TRUE));
  remove_folder (root);
}

static const struct
{
  const char *name;
  WorkKind kind;
  void (*test) (gconstpointer kind);
} tests[] = {
  { "whole/store", WORK_STORE, test_whole },
  { "whole/library", WORK_LIBRARY, test_whole },
  { "whole/files", WORK_FILES, test_whole },
  { "whole/truncate", WORK_TRUNCATE, test_whole },
  { "control/truncate", WORK_TRUNCATE, test_control },
  { "control/rename", WORK_RENAME, test_control },
  { "control/normal", WORK_NORMAL, test_control },
  { "store", WORK_STORE, test_work },
  { "library", WORK_LIBRARY, test_work },
  { "files", WORK_FILES, test_work },
};

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/power-cut/", tests[i].name, NULL);

      g_test_add_data_func (path, GINT_TO_POINTER (tests[i].kind), tests[i].test);
    }

  return g_test_run ();
}
