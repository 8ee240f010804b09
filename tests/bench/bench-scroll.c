/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a frame costs while the list of remarks is scrolled, and the longest stall of the main loop
 * while filters change, at 1,000 and at 100,000 remarks. Needs a display. A stall is the longest
 * turn of the main loop after one change, the median of nine rounds; the longest of those counts.
 */

#include "config.h"

#include <adwaita.h>
#include <stdio.h>
#include <stdlib.h>

#include "bar.h"
#include "document-home.h"
#include "wijk-id.h"
#include "wijk-input-page.h"
#include "wijk-library.h"

#define N_FRAMES 300u
#define STEP 137 /* pixels a frame */
#define N_ROUNDS 9u

typedef struct
{
  gint64 began;
  GArray *costs; /* of frames: layout and drawing, in milliseconds */
} Frames;

static void
add_remarks (const char *folder, guint n)
{
  static const char *const words[] = { "de",     "speeltuin", "bij",  "het",     "wijkcentrum",
                                       "donker", "glas",      "meer", "bankjes", "wijkenquête" };
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  WijkStore *store = wijk_store_open (folder, HOME_DEVICE, "", NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = wijk_id_new ("remark");
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 12 + i % 20; j++)
        g_string_append_printf (text, "%s ", words[(i * 7 + j * j) % G_N_ELEMENTS (words)]);
      wijk_edits_add (edits, id, "number", WIJK_EDIT_NUMBER);
      wijk_edits_add (edits, id, "label", WIJK_EDIT_NUMBER);
      wijk_edits_add (edits, id, "text", text->str);
      wijk_edits_add (edits, id, "date", "2026-10-01");
    }
  g_assert_true (wijk_store_write (store, "reacties", edits, NULL));
  g_object_unref (store);
}

static void
spin (double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = gtk_widget_get_mapped (child) ? find_widget (child, type) : NULL;

  return found;
}

static void
layout_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->began = g_get_monotonic_time ();
}

static void
painted_cb (GdkFrameClock *clock, Frames *frames)
{
  double cost = (double) (g_get_monotonic_time () - frames->began) / 1000;

  g_array_append_val (frames->costs, cost);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
measure_scrolling (GtkWidget *list)
{
  GtkAdjustment *rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);
  Frames frames = { 0, g_array_new (FALSE, FALSE, sizeof (double)) };
  gulong before = g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), &frames);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);
  double result;

  while (frames.costs->len < N_FRAMES)
    {
      guint seen = frames.costs->len;

      gtk_adjustment_set_value (rows, gtk_adjustment_get_value (rows) + STEP);
      while (frames.costs->len == seen)
        g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  g_array_sort (frames.costs, compare);
  result = g_array_index (frames.costs, double, N_FRAMES * 95 / 100);
  g_array_unref (frames.costs);

  return result;
}

/* The longest time that one turn of the main loop took after @query was typed. */
static double
measure_query (GtkWidget *entry, const char *query)
{
  gint64 began = g_get_monotonic_time (), end = began + G_USEC_PER_SEC / 2;
  double longest;

  gtk_editable_set_text (GTK_EDITABLE (entry), query);
  longest = (double) (g_get_monotonic_time () - began) / 1000;
  while (g_get_monotonic_time () < end)
    {
      began = g_get_monotonic_time ();
      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, (double) (g_get_monotonic_time () - began) / 1000);
      else
        g_usleep (500);
    }

  return longest;
}

static double
measure_filtering (GtkWidget *page)
{
  static const char *const queries[] = { "b",       "ba", "ban", "bankjes", "bankjes donker",
                                         "enquete", "" };
  GtkWidget *entry = find_widget (page, GTK_TYPE_SEARCH_ENTRY);
  double took[G_N_ELEMENTS (queries)][N_ROUNDS], longest = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
      took[i][round] = measure_query (entry, queries[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      qsort (took[i], N_ROUNDS, sizeof (double), compare);
      longest = MAX (longest, took[i][N_ROUNDS / 2]);
    }

  return longest;
}

static void
measure (guint n_remarks, double *frame, double *stall)
{
  g_autofree char *library = g_dir_make_tmp ("bench-scroll-XXXXXX", NULL);
  g_autofree char *plan_id = wijk_id_new ("plan");
  g_autofree char *folder = home_make_plan (library, plan_id);
  GtkWidget *window = adw_window_new ();
  g_autofree char *name = NULL;
  WijkDocument *document;
  GtkWidget *page;

  add_remarks (folder, n_remarks);
  document = home_open (folder);
  page = wijk_input_page_new (document);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 800);
  adw_window_set_content (ADW_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  spin (4); /* keys for searching are made while nothing else happens */
  *frame = measure_scrolling (find_widget (page, GTK_TYPE_LIST_VIEW));
  *stall = measure_filtering (page);
  gtk_window_destroy (GTK_WINDOW (window));
  spin (0.2);
  g_object_unref (document);
  wijk_library_remove (library, plan_id, 1, &name, NULL);
  wijk_library_wipe (library, name, NULL);
}

int
main (void)
{
  double few, many, stall_few, stall_many;

  adw_init ();
  measure (1000, &few, &stall_few);
  measure (100000, &many, &stall_many);
  printf ("scroll-frame-p95-1000\t%.2f ms\n", few);
  printf ("scroll-frame-p95-100000\t%.2f ms\n", many);
  print_bar ("a frame of scrolling, 100,000 against 1,000 remarks", many / few, "x", 1.25);
  print_bar ("longest stall while filtering 1,000 remarks", stall_few, "ms", 16);
  print_bar ("longest stall while filtering 100,000 remarks", stall_many, "ms", 16);

  return 0;
}
