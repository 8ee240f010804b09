/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes from the wish to see a 1,000-page PDF until its first page is painted, in the
 * widget that the program shows PDFs with. One line a measure: its name, a tab, the median in
 * milliseconds. With a FILE it shows just this, until it is killed: to be measured from outside
 * beside another viewer. Needs a display. */

#include "config.h"

#include "sample-pdf.h"
#include "wijk-pdf-viewer.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define N_RUNS 15u
#define N_PAGES 1000u

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static int
get_state (WijkPdfViewer *viewer)
{
  int state;

  g_object_get (viewer, "state", &state, NULL);

  return state;
}

static void
painted_cb (GdkFrameClock *clock, gboolean *is_painted)
{
  *is_painted = TRUE;
}

/* Until pixels of the page are in a frame that was painted. */
static double
run_once (WijkPdfViewer *viewer, GFile *file)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (viewer));
  const gint64 start = g_get_monotonic_time ();
  gboolean is_painted = FALSE;
  gulong handler;
  double milliseconds;

  wijk_pdf_viewer_open (viewer, file, NULL);
  while (get_state (viewer) == WIJK_PDF_VIEWER_LOADING)
    g_main_context_iteration (NULL, TRUE);
  if (get_state (viewer) != WIJK_PDF_VIEWER_SHOWN)
    g_error ("the PDF was not shown");

  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &is_painted);
  while (!is_painted)
    g_main_context_iteration (NULL, TRUE);
  milliseconds = (double) (g_get_monotonic_time () - start) / 1000;
  g_signal_handler_disconnect (clock, handler);

  wijk_pdf_viewer_close (viewer);
  for (guint i = 0; i < 20; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }

  return milliseconds;
}

static void
measure (WijkPdfViewer *viewer, GFile *file, const char *name, gboolean is_warm)
{
  double values[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    {
      if (is_warm)
        {
          wijk_reader_warm (wijk_pdf_viewer_get_reader ());
          g_usleep (100 * 1000); /* what the program's own start takes */
        }
      values[i] = run_once (viewer, file);
    }
  qsort (values, N_RUNS, sizeof *values, compare);
  printf ("pdf-view-1000-%s-first-page\t%.2f\n", name, values[N_RUNS / 2]);
}

static GtkWidget *
make_window (GtkWidget *viewer)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 800);
  adw_window_set_content (ADW_WINDOW (window), viewer);

  return window;
}

/* As the program does: the reader starts beside the toolkit, and a window comes up with the PDF. */
G_NORETURN static void
show_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  GtkWidget *viewer;

  wijk_reader_warm (wijk_pdf_viewer_get_reader ());
  adw_init ();
  viewer = wijk_pdf_viewer_new ();
  gtk_window_present (GTK_WINDOW (make_window (viewer)));
  wijk_pdf_viewer_open (WIJK_PDF_VIEWER (viewer), file, NULL);
  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-pdf-view-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  GtkWidget *window, *viewer;

  if (argc > 1)
    show_file (argv[1]);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  adw_init ();
  path = sample_pdf_new_plan (N_PAGES);
  file = g_file_new_for_path (path);

  viewer = wijk_pdf_viewer_new ();
  window = make_window (viewer);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10 * 1000);
    }

  measure (WIJK_PDF_VIEWER (viewer), file, "cold", FALSE);
  measure (WIJK_PDF_VIEWER (viewer), file, "warm", TRUE);

  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
