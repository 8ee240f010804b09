/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a key costs in the text of a chapter, in a text of 2 kB and in one of 2 MB, and in one into
 * which a paragraph of 200 kB was pasted: the work on the key and the frame that shows it, layout
 * and drawing. One line a measure: its name, a tab, milliseconds or a ratio. Needs a display. */

#include "config.h"

#include "bar.h"
#include "document-home.h"
#include "wijk-rich-edit.h"
#include "wijk-section-text.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_ROUNDS 9u
#define N_KEYS 60u /* in a round */
#define N_FRAMES_AFTER_PASTE 60u
#define SENTENCE "Wij willen graag een bankje bij de speeltuin, want daar is het fijn. "
#define SENTENCES_IN_PARAGRAPH 6

typedef struct
{
  WijkDocument *document;
  WijkSection *section;
  GtkWindow *window;
  WijkSectionText *text;
  gint64 began; /* of the frame that is being made */
  double frame; /* milliseconds of the last one; 0: none yet */
} Bench;

static int
compare (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
quantile (double *values, guint n, double at)
{
  qsort (values, n, sizeof *values, compare);

  return values[MIN ((guint) (at * n), n - 1)];
}

/* Microseconds of work of this thread: what other programs do meanwhile does not count. */
static gint64
get_work (void)
{
  struct timespec work;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &work);

  return (gint64) work.tv_sec * G_USEC_PER_SEC + work.tv_nsec / 1000;
}

static void
began_cb (GdkFrameClock *clock, Bench *self)
{
  self->began = get_work ();
}

static void
ended_cb (GdkFrameClock *clock, Bench *self)
{
  self->frame = (double) (get_work () - self->began) / 1000;
}

static void
run_for (double seconds)
{
  const gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static char *
make_text (gsize size)
{
  GString *text = g_string_new (NULL);

  while (text->len < size)
    {
      for (guint i = 0; i < SENTENCES_IN_PARAGRAPH; i++)
        g_string_append (text, SENTENCE);
      g_string_truncate (text, text->len - 1);
      g_string_append (text, "\n\n");
    }
  g_string_truncate (text, text->len - 2);

  return g_string_free_and_steal (text);
}

static gboolean
is_loaded (gpointer data)
{
  const Bench *self = data;

  return gtk_text_view_get_editable (GTK_TEXT_VIEW (wijk_section_text_get_view (self->text)));
}

static void
set_up (Bench *self, const char *folder, gsize size)
{
  g_autofree char *text = make_text (size);
  g_autofree char *id = NULL;
  GdkFrameClock *clock;

  self->document = home_open (folder);
  id = wijk_document_add (
      self->document, "", WIJK_KIND_SECTION, NULL, "title", "Groen", "text", text, NULL);
  home_settle (self->document);
  self->section = WIJK_SECTION (wijk_state_lookup (wijk_document_get_state (self->document), id));

  self->text = g_object_new (WIJK_TYPE_SECTION_TEXT, NULL);
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (self->window, 900, 420);
  adw_window_set_content (ADW_WINDOW (self->window), GTK_WIDGET (self->text));
  gtk_window_present (self->window);
  wijk_section_text_set_section (self->text, self->document, self->section);
  home_wait (is_loaded, self, 120);
  gtk_widget_grab_focus (GTK_WIDGET (wijk_section_text_get_view (self->text)));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->text));
  g_signal_connect (clock, "before-paint", G_CALLBACK (began_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (ended_cb), self);
  run_for (size > 100000 ? 8 : 1); /* what the view measures of lines that are not in sight */
}

static void
tear_down (Bench *self)
{
  gtk_window_destroy (self->window);
  run_for (0.2);
  home_close (self->document);
}

/* The work on a key and on the frame that shows it. */
static double
press_key (Bench *self, const char *key)
{
  GtkTextBuffer *buffer =
      GTK_TEXT_BUFFER (wijk_rich_view_get_buffer (wijk_section_text_get_view (self->text)));
  const gint64 start = get_work ();
  double milliseconds;

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, key, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  milliseconds = (double) (get_work () - start) / 1000;
  self->frame = 0;
  while (self->frame == 0)
    g_main_context_iteration (NULL, TRUE);

  return milliseconds + self->frame;
}

static void
place_caret (Bench *self, double at)
{
  GtkTextView *view = GTK_TEXT_VIEW (wijk_section_text_get_view (self->text));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (
      buffer, &iter, (int) (at * gtk_text_buffer_get_line_count (buffer)));
  if (!gtk_text_iter_ends_line (&iter))
    gtk_text_iter_forward_to_line_end (&iter);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (view, gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.5);
  run_for (1);
}

static void
type_keys (Bench *self, double *keys)
{
  for (guint i = 0; i < N_KEYS; i++)
    {
      keys[i] = press_key (self, i % 6 == 5 ? " " : "e");
      run_for (0.02); /* the second that passes between saves is part of typing */
    }
}

static void
print_size (const char *name, double *high, double *median)
{
  printf ("%s key median\t%.3f\n%s key p95\t%.3f\n",
          name,
          quantile (median, N_ROUNDS, 0.5),
          name,
          quantile (high, N_ROUNDS, 0.5));
}

/* The work, between two frames, of giving a long text to the document: once a second. */
static double
save (Bench *self)
{
  gint64 start;

  press_key (self, "e");
  start = get_work ();
  wijk_document_end_typing (self->document);

  return (double) (get_work () - start) / 1000;
}

/* In turns, so that what else the machine does slows both. */
static void
bench_sizes (const char *small_folder, const char *big_folder, double *normal)
{
  double small_high[N_ROUNDS], small_median[N_ROUNDS], big_high[N_ROUNDS], big_median[N_ROUNDS];
  double keys[N_KEYS];
  Bench small = { 0 }, big = { 0 };

  set_up (&small, small_folder, 2000);
  set_up (&big, big_folder, 2000000);
  place_caret (&small, 0.5);
  place_caret (&big, 0.5);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      type_keys (&small, keys);
      small_high[i] = quantile (keys, N_KEYS, 0.95);
      small_median[i] = quantile (keys, N_KEYS, 0.5);
      type_keys (&big, keys);
      big_high[i] = quantile (keys, N_KEYS, 0.95);
      big_median[i] = quantile (keys, N_KEYS, 0.5);
    }
  printf ("2 MB save\t%.3f\n", save (&big));
  print_size ("2 kB", small_high, small_median);
  print_size ("2 MB", big_high, big_median);
  tear_down (&small);
  tear_down (&big);
  *normal = quantile (small_median, N_ROUNDS, 0.5);

  print_bar ("a key in 2 MB of text, against 2 kB",
             quantile (big_high, N_ROUNDS, 0.5) / quantile (small_high, N_ROUNDS, 0.5),
             "x",
             1.25);
}

/* Frames from the moment of the paste on, and keys in what was pasted. */
static void
bench_paste (const char *folder, double normal)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  double keys[N_KEYS];
  double worst = 0, high, paste;
  Bench self = { 0 };
  gint64 start;

  while (paragraph->len < 200000)
    g_string_append (paragraph, SENTENCE);
  set_up (&self, folder, 2000);
  place_caret (&self, 0.5);
  start = get_work ();
  wijk_rich_edit_paste (wijk_rich_view_get_buffer (wijk_section_text_get_view (self.text)),
                        paragraph->str);
  paste = (double) (get_work () - start) / 1000;
  for (guint i = 0; i < N_FRAMES_AFTER_PASTE; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (wijk_section_text_get_view (self.text)));
      self.frame = 0;
      while (self.frame == 0)
        g_main_context_iteration (NULL, TRUE);
      worst = MAX (worst, self.frame);
    }
  place_caret (&self, 0.5);
  type_keys (&self, keys);
  high = quantile (keys, N_KEYS, 0.95);
  worst = MAX (worst, keys[N_KEYS - 1]);
  printf ("paste 200 kB\t%.3f\npaste key p95\t%.3f\npaste worst frame\t%.3f\n", paste, high, worst);
  tear_down (&self);

  print_bar ("worst frame with a pasted paragraph of 200 kB, against the normal one",
             worst / normal,
             "x",
             10);
}

int
main (int argc, char *argv[])
{
  g_autofree char *library = g_dir_make_tmp ("wijkplan-typing-XXXXXX", NULL);
  g_autofree char *small = NULL;
  g_autofree char *big = NULL;
  double normal;

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  adw_init ();
  small = home_make_plan (library, "plan-00000000000000000000000001");
  big = home_make_plan (library, "plan-00000000000000000000000002");

  bench_sizes (small, big, &normal);
  bench_paste (small, normal);

  return 0;
}
