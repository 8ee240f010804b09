/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the board and the map of remarks cost, at 5,000 and at 100,000 remarks with themes: the mean
 * of frames while a column is scrolled, and the longest turn of the main loop while the board or
 * map appears, while words are searched for, and while a card is moved. Needs a display. */

#include "config.h"

#include <adwaita.h>
#include <stdio.h>

#include "document-home.h"
#include "wijk-id.h"
#include "wijk-input-page.h"
#include "wijk-library.h"

#define N_FRAMES 200u
#define STEP 97 /* pixels a frame */
#define N_THEMES 13u
#define N_AREAS 6u

typedef struct
{
  GtkWidget *page;
  WijkDocument *document;
  double frame, list_stall, open, board_stall, move, map_open, map_stall;
} Figures;

static void
add_remarks (const char *folder, guint n)
{
  static const char *const words[] = { "de",     "speeltuin", "bij",  "het",     "wijkcentrum",
                                       "donker", "glas",      "meer", "bankjes", "wijkenquête" };
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GPtrArray) themes = g_ptr_array_new_with_free_func (g_free);
  WijkStore *store = wijk_store_open (folder, HOME_DEVICE, "", NULL);

  for (guint i = 0; i < N_THEMES; i++)
    {
      char *id = wijk_id_new ("theme");
      g_autofree char *name = g_strdup_printf ("Thema %u", i + 1);
      g_autofree char *place = g_strdup_printf ("/%c", 'a' + (int) i);

      g_ptr_array_add (themes, id);
      wijk_edits_add (edits, id, "name", name);
      wijk_edits_add (edits, id, "place", place);
      wijk_edits_add (edits, id, "colour", "#1f6dda");
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = wijk_id_new ("remark");
      g_autofree char *theme = g_strconcat ("themes/", themes->pdata[i % N_THEMES], NULL);
      g_autofree char *area = g_strdup_printf ("BU054608%02u", i % N_AREAS);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < 12 + i % 20; j++)
        g_string_append_printf (text, "%s ", words[(i * 7 + j * j) % G_N_ELEMENTS (words)]);
      wijk_edits_add (edits, id, "number", WIJK_EDIT_NUMBER);
      wijk_edits_add (edits, id, "label", WIJK_EDIT_NUMBER);
      wijk_edits_add (edits, id, "text", text->str);
      wijk_edits_add (edits, id, "date", "2026-10-01");
      wijk_edits_add (edits, id, "area-code", area);
      wijk_edits_add (edits, id, theme, "1");
    }
  g_assert_true (wijk_store_write (store, "reacties", edits, NULL));
  g_object_unref (store);
}

/* Lets the main loop run and returns its longest turn in milliseconds. */
static double
spin (double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  double longest = 0;

  while (g_get_monotonic_time () < end)
    {
      gint64 began = g_get_monotonic_time ();

      if (g_main_context_iteration (NULL, FALSE))
        longest = MAX (longest, (double) (g_get_monotonic_time () - began) / 1000);
      else
        g_usleep (500);
    }

  return longest;
}

/* The first widget of @type with the CSS class @style (NULL: any) among those that are shown. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *style)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) &&
                             (style == NULL || gtk_widget_has_css_class (widget, style))
                         ? widget
                         : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = gtk_widget_get_mapped (child) ? find_widget (child, type, style) : NULL;

  return found;
}

static void
layout_cb (GdkFrameClock *clock, gint64 *began)
{
  *began = g_get_monotonic_time ();
}

typedef struct
{
  gint64 began;
  guint n;
  double sum;
} Frames;

static void
painted_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->sum += (double) (g_get_monotonic_time () - frames->began) / 1000;
  frames->n++;
}

static double
measure_scrolling (GtkWidget *list)
{
  GtkAdjustment *rows = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (list);
  Frames frames = { 0 };
  gulong before = g_signal_connect (clock, "layout", G_CALLBACK (layout_cb), &frames.began);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &frames);

  while (frames.n < N_FRAMES)
    {
      guint seen = frames.n;

      gtk_adjustment_set_value (rows, gtk_adjustment_get_value (rows) + STEP);
      while (frames.n == seen)
        g_main_context_iteration (NULL, TRUE);
    }
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);

  return frames.sum / frames.n;
}

static double
measure_filtering (GtkWidget *page)
{
  static const char *const queries[] = { "b", "ban", "bankjes", "bankjes donker", "" };
  GtkWidget *entry = find_widget (page, GTK_TYPE_SEARCH_ENTRY, NULL);
  double longest = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (entry), queries[i]);
      longest = MAX (longest, spin (0.8));
    }

  return longest;
}

static double
show_mode (GtkWidget *page, guint mode)
{
  GtkWidget *modes = find_widget (page, ADW_TYPE_TOGGLE_GROUP, NULL);
  gint64 began = g_get_monotonic_time ();
  double took;

  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (modes), mode);
  took = (double) (g_get_monotonic_time () - began) / 1000;

  return MAX (took, spin (1.5));
}

/* One remark goes from one theme to another, as a card that is moved. */
static double
measure_move (Figures *f)
{
  WijkState *state = wijk_document_get_state (f->document);
  WijkRecord *remark = wijk_record_list_get (wijk_state_get_list (state, WIJK_KIND_REMARK), 0);
  g_autoptr (GPtrArray) themes = wijk_state_dup_sorted (state, WIJK_KIND_THEME);

  g_assert_true (wijk_document_set_member (f->document,
                                           "verplaatst",
                                           remark,
                                           "themes",
                                           wijk_record_get_id (themes->pdata[5]),
                                           TRUE,
                                           NULL));

  return spin (1.5);
}

static void
measure (guint n_remarks, Figures *f)
{
  g_autofree char *library = g_dir_make_tmp ("bench-board-XXXXXX", NULL);
  g_autofree char *plan_id = wijk_id_new ("plan");
  g_autofree char *folder = home_make_plan (library, plan_id);
  GtkWidget *window = adw_window_new ();
  g_autofree char *name = NULL;

  add_remarks (folder, n_remarks);
  f->document = home_open (folder);
  f->page = wijk_input_page_new (f->document);
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 800);
  adw_window_set_content (ADW_WINDOW (window), f->page);
  gtk_window_present (GTK_WINDOW (window));
  spin (3); /* keys for searching are made while nothing else happens */
  f->list_stall = measure_filtering (f->page);
  f->open = show_mode (f->page, 1);
  f->frame = measure_scrolling (find_widget (f->page, GTK_TYPE_LIST_VIEW, "board-list"));
  f->board_stall = measure_filtering (f->page);
  f->move = measure_move (f);
  f->map_open = show_mode (f->page, 2);
  f->map_stall = measure_filtering (f->page);
  gtk_window_destroy (GTK_WINDOW (window));
  spin (0.2);
  g_object_unref (f->document);
  wijk_library_remove (library, plan_id, 1, &name, NULL);
  wijk_library_wipe (library, name, NULL);
}

int
main (void)
{
  static const guint sizes[] = { 5000, 100000 };

  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Figures f = { 0 };

      measure (sizes[i], &f);
      printf ("board-frame-mean-%u\t%.2f ms (bar 16 ms)\n", sizes[i], f.frame);
      printf ("list-filter-stall-%u\t%.1f ms\n", sizes[i], f.list_stall);
      printf ("board-appears-%u\t%.1f ms\n", sizes[i], f.open);
      printf ("board-filter-stall-%u\t%.1f ms\n", sizes[i], f.board_stall);
      printf ("board-move-stall-%u\t%.1f ms\n", sizes[i], f.move);
      printf ("map-appears-%u\t%.1f ms\n", sizes[i], f.map_open);
      printf ("map-filter-stall-%u\t%.1f ms\n", sizes[i], f.map_stall);
    }

  return 0;
}
