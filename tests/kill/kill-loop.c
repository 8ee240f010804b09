/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A worker is killed 0 to 50 ms after its start, and then everything it acknowledged must be there.
 * What is known to be bad must be found, or the loop proves nothing. WIJK_KILLS: how many kills. */

#include "config.h"

#include <errno.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "stores.h"
#include "work.h"

#define N_KILLS 2000
#define N_LANES 4 /* at once */
#define KILLS_A_PLAN 20
#define MAX_ALIVE 50000 /* microseconds */

/* ---- the worker ---- */

/* A hash of the view, so that a line is written at once. */
static void
tell_pipe (gboolean is_done, const char *view, gpointer fd)
{
  char line[66];
  gsize length = 2;

  if (is_done)
    memcpy (line, "A\n", 2);
  else
    {
      g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, view, -1);

      length = (gsize) g_snprintf (line, sizeof line, "%s\n", hash);
    }
  if (write (GPOINTER_TO_INT (fd), line, length) != (gssize) length)
    _exit (1);
}

/* ---- the loop ---- */

typedef struct
{
  guint n_kills;
  guint n_told;  /* acts that had begun */
  guint n_acked; /* acknowledged edits */
  guint n_lost;  /* kills after which something was missing, or wrong */
} Tally;

static char *
read_all (int fd)
{
  GString *text = g_string_new (NULL);
  char bytes[4096];
  gssize n;

  while ((n = read (fd, bytes, sizeof bytes)) > 0 || (n < 0 && errno == EINTR))
    if (n > 0)
      g_string_append_len (text, bytes, n);

  return g_string_free (text, FALSE);
}

static pid_t
start_worker (WorkKind kind, const char *root, int *told)
{
  int ends[2];
  pid_t worker;

  g_assert_cmpint (pipe (ends), ==, 0);
  worker = fork ();
  g_assert_cmpint (worker, >=, 0);
  if (worker == 0)
    {
      close (ends[0]);
      g_random_set_seed ((guint32) (g_get_monotonic_time () ^ getpid ()));
      work_run (kind, root, 0, tell_pipe, GINT_TO_POINTER (ends[1]));
      _exit (0);
    }
  close (ends[1]);
  *told = ends[0];

  return worker;
}

/* Kills once. @standing: hash of what was seen before; becomes that of what is seen now. */
static void
kill_once (WorkKind kind, const char *root, char **standing, Tally *tally)
{
  int told, status;
  pid_t worker = start_worker (kind, root, &told);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *view = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *fault = NULL;
  const char *acked = *standing, *begun = NULL;

  g_usleep ((gulong) g_random_int_range (0, MAX_ALIVE));
  g_assert_cmpint (kill (worker, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (worker, &status, 0), ==, worker);
  text = read_all (told);
  close (told);
  if (!WIFSIGNALED (status) || WTERMSIG (status) != SIGKILL)
    g_error ("the worker ended by itself (%x)", status);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_equal (lines[i], "A"))
      {
        acked = begun;
        begun = NULL;
        tally->n_acked++;
      }
    else if (*lines[i] != '\0')
      {
        begun = lines[i];
        tally->n_told++;
      }
  view = work_view (kind, root, &fault);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, view, -1);
  tally->n_kills++;
  if (fault != NULL ||
      (acked != NULL && !g_str_equal (hash, acked) && g_strcmp0 (hash, begun) != 0))
    {
      tally->n_lost++;
      if (kind == WORK_STORE)
        g_printerr ("# lost after kill %u: %s\n", tally->n_kills, fault);
    }
  g_set_str (standing, hash);
}

/* One lane: @n kills on one plan, a new one now and then; controls stop when they are found. */
static Tally
run_lane (WorkKind kind, guint n)
{
  Tally tally = { 0 };

  while (tally.n_kills < n && (kind == WORK_STORE || tally.n_lost == 0))
    {
      g_autofree char *root = make_folder ();
      g_autofree char *standing = NULL;

      if (kind != WORK_TRUNCATE) /* a plan is made where nobody sees it: see the library */
        g_object_unref (wijk_store_create (root, PLAN, DEVICE_A, "", NULL));

      for (guint i = 0;
           i < KILLS_A_PLAN && tally.n_kills < n && (kind == WORK_STORE || tally.n_lost == 0);
           i++)
        kill_once (kind, root, &standing, &tally);
      remove_folder (root);
    }

  return tally;
}

static Tally
run_lanes (WorkKind kind, guint n)
{
  int ends[2];
  Tally all = { 0 };

  g_assert_cmpint (pipe (ends), ==, 0);
  for (guint i = 0; i < N_LANES; i++)
    {
      pid_t lane = fork ();

      g_assert_cmpint (lane, >=, 0);
      if (lane == 0)
        {
          Tally tally;

          g_random_set_seed ((guint32) (g_get_monotonic_time () ^ getpid ()));
          tally = run_lane (kind, (n + N_LANES - 1) / N_LANES);
          _exit (write (ends[1], &tally, sizeof tally) != sizeof tally);
        }
    }
  close (ends[1]);
  for (guint i = 0; i < N_LANES; i++)
    {
      Tally tally;
      int status;

      wait (&status);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
      g_assert_cmpint (read (ends[0], &tally, sizeof tally), ==, sizeof tally);
      all.n_kills += tally.n_kills;
      all.n_told += tally.n_told;
      all.n_acked += tally.n_acked;
      all.n_lost += tally.n_lost;
    }
  close (ends[0]);

  return all;
}

static void
test_store (void)
{
  const char *asked = g_getenv ("WIJK_KILLS");
  guint n = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : N_KILLS;
  gint64 begun = g_get_monotonic_time ();
  Tally tally = run_lanes (WORK_STORE, n);

  g_test_message ("%u kills in %.1f s, %u edits acknowledged, %u in flight; lost after %u",
                  tally.n_kills,
                  (double) (g_get_monotonic_time () - begun) / 1e6,
                  tally.n_acked,
                  tally.n_told - tally.n_acked,
                  tally.n_lost);
  g_assert_cmpuint (tally.n_lost, ==, 0);
  g_assert_cmpuint (tally.n_acked, >, n); /* several times that where nothing else runs */
  g_assert_cmpuint (tally.n_told, >, tally.n_acked); /* some were cut off in the middle */
}

static void
test_control (gconstpointer kind)
{
  Tally tally = run_lanes (GPOINTER_TO_INT (kind), 1000);

  g_test_message ("found after %u kills", tally.n_kills);
  g_assert_cmpuint (tally.n_lost, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/kill/control/early", GINT_TO_POINTER (WORK_EARLY), test_control);
  g_test_add_data_func ("/kill/control/truncate", GINT_TO_POINTER (WORK_TRUNCATE), test_control);
  g_test_add_func ("/kill/store", test_store);

  return g_test_run ();
}
