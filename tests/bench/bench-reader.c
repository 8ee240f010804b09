/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes until the pixels of the first page of a 1,000-page PDF are there, from nothing
 * and with a reader that waits already. One line a measure: its name, a tab, the median in
 * milliseconds. */

#include "config.h"

#include "reader-client.h"
#include "sample-pdf.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define N_RUNS 15u
#define N_PAGES 1000u
#define SCALE 1.5 /* a page as wide as a window */

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (double *values)
{
  qsort (values, N_RUNS, sizeof *values, compare);
  return values[N_RUNS / 2];
}

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* @opened and @drawn: milliseconds from the wish to see the file. */
static void
run_once (const char *path, gboolean is_warm, double *opened, double *drawn)
{
  g_autoptr (WijkReader) reader = wijk_reader_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkPdf) pdf = NULL;
  g_autoptr (GBytes) pixels = NULL;
  gint64 start;

  if (is_warm)
    {
      wijk_reader_warm (reader);
      g_usleep (100 * 1000); /* what the program's own start takes */
    }

  start = g_get_monotonic_time ();
  pdf = try_open (reader, path, &error);
  if (pdf == NULL)
    g_error ("%s", error->message);
  *opened = milliseconds_since (start);
  pixels = render_page (pdf, 0, SCALE);
  *drawn = milliseconds_since (start);
}

static void
measure (const char *path, const char *name, gboolean is_warm)
{
  double opened[N_RUNS], drawn[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    run_once (path, is_warm, &opened[i], &drawn[i]);
  printf ("pdf-1000-%s-open\t%.2f\n", name, median (opened));
  printf ("pdf-1000-%s-first-page\t%.2f\n", name, median (drawn));
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-reader-XXXXXX", NULL);
  g_autofree char *path = NULL;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  path = sample_pdf_new_plan (N_PAGES);
  measure (path, "cold", FALSE);
  measure (path, "warm", TRUE);

  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
