/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which request goes when: what is in view first, what is cancelled never, what has no slot later.
 */

#include "config.h"

#include "reader-client.h"
#include "sample-pdf.h"

#include <signal.h>
#include <string.h>
#include <sys/types.h>

#define N_PIXEL_SLOTS 15u

static const WijkPdfTile large_tile = { 0, 0, 600, 800 }; /* more than a mebibyte */
static const WijkPdfTile small_tile = { 0, 0, 100, 100 };

/* At this scale an A4 page holds a large tile; each number gives another. */
static double
scale_number (guint i)
{
  return 1.1 + i * 0.01;
}

static void
test_slots_run_out (void)
{
  g_autofree char *path = sample_pdf_new_plan (1);
  WijkPdf *pdf = open_pdf (path);
  GBytes *held[N_PIXEL_SLOTS];
  g_autoptr (GAsyncResult) waiting = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkPdfText) text = NULL;
  g_autoptr (GBytes) last = NULL;

  for (guint i = 0; i < N_PIXEL_SLOTS; i++)
    {
      held[i] = render (pdf, 0, scale_number (i), &large_tile, &error);
      g_assert_no_error (error);
    }

  /* All are held: pixels wait, words do not. */
  wijk_pdf_render_async (
      pdf, 0, scale_number (N_PIXEL_SLOTS), &large_tile, NULL, keep_result_cb, &waiting);
  text = get_text (pdf, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (text);
  g_assert_null (waiting);

  g_thread_join (g_thread_new ("free", (GThreadFunc) (void (*) (void)) g_bytes_unref, held[3]));
  wait_for_result (&waiting);
  last = wijk_pdf_render_finish (pdf, waiting, &error);
  g_assert_no_error (error);
  g_assert_nonnull (last);

  /* Pixels outlive the PDF that they came from. */
  g_clear_object (&waiting);
  g_assert_finalize_object (pdf);
  for (guint i = 0; i < N_PIXEL_SLOTS; i++)
    if (i != 3)
      {
        const guint8 *bytes = g_bytes_get_data (held[i], NULL);

        g_assert_cmphex (bytes[0], ==, 0xff);
        g_bytes_unref (held[i]);
      }
}

/* Pixels that nobody but the cache holds make room by themselves. */
static void
test_cache_makes_room (void)
{
  g_autofree char *path = sample_pdf_new_plan (1);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GBytes) first = NULL, last = NULL;

  for (guint i = 0; i < 3 * N_PIXEL_SLOTS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pixels = render (pdf, 0, scale_number (i), &large_tile, &error);

      g_assert_no_error (error);
    }
  first = wijk_pdf_dup_cached (pdf, 0, scale_number (0), &large_tile);
  last = wijk_pdf_dup_cached (pdf, 0, scale_number (3 * N_PIXEL_SLOTS - 1), &large_tile);
  g_assert_null (first);
  g_assert_nonnull (last);
}

/* Small pictures, such as those of a page list, take no slots. */
static void
test_small_pictures (void)
{
  g_autofree char *path = sample_pdf_new_plan (40);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GError) error = NULL;

      g_ptr_array_add (held, render (pdf, i, 0.2, &small_tile, &error));
      g_assert_no_error (error);
    }
}

static void
test_cancel (void)
{
  g_autofree char *path = sample_pdf_new_plan (3);
  WijkPdf *pdf = open_pdf (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[4] = { NULL };
  g_autoptr (GBytes) kept = NULL, other = NULL;
  g_autoptr (GError) none = NULL, sent = NULL, waiting = NULL, shared = NULL;

  /* One that is with the reader, one that waits, and one of two that wait for the same tile. */
  wijk_pdf_render_async (pdf, 0, 2, &large_tile, cancellable, keep_result_cb, &results[0]);
  wijk_pdf_render_async (pdf, 1, 2, &large_tile, cancellable, keep_result_cb, &results[1]);
  wijk_pdf_render_async (pdf, 2, 2, &large_tile, cancellable, keep_result_cb, &results[2]);
  wijk_pdf_render_async (pdf, 2, 2, &large_tile, NULL, keep_result_cb, &results[3]);
  g_cancellable_cancel (cancellable);

  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    wait_for_result (&results[i]);
  g_assert_null (wijk_pdf_render_finish (pdf, results[0], &sent));
  g_assert_error (sent, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (wijk_pdf_render_finish (pdf, results[1], &waiting));
  g_assert_error (waiting, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (wijk_pdf_render_finish (pdf, results[2], &shared));
  g_assert_error (shared, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  kept = wijk_pdf_render_finish (pdf, results[3], &none);
  g_assert_no_error (none);
  g_assert_nonnull (kept);

  other = wijk_pdf_dup_cached (pdf, 1, 2, &large_tile);
  g_assert_null (other); /* was never drawn */
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    g_object_unref (results[i]);
  g_assert_finalize_object (pdf);
}

static void
test_cancelled_before (void)
{
  g_autofree char *path = sample_pdf_new_plan (1);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  wijk_pdf_get_text_async (pdf, 0, cancellable, keep_result_cb, &result);
  g_assert_null (result); /* not before the call has returned */
  wait_for_result (&result);
  g_assert_null (wijk_pdf_get_text_finish (pdf, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel_opening (void)
{
  g_autofree char *path = sample_pdf_new_plan (1);
  WijkReader *reader = wijk_reader_new (NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  wijk_reader_open_async (reader, file, NULL, cancellable, keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  wait_for_result (&result);
  g_assert_null (wijk_reader_open_finish (reader, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (result);
  g_assert_finalize_object (reader);
}

static void
note_page_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GBytes) pixels = wijk_pdf_render_finish (WIJK_PDF (source), result, NULL);
  GArray *order = g_object_get_data (source, "order");

  g_assert_nonnull (pixels);
  g_array_append_val (order, user_data);
}

static gboolean
has_eight (gpointer data)
{
  return ((GArray *) data)->len == 8;
}

static void
test_view_goes_first (void)
{
  g_autofree char *path = sample_pdf_new_plan (20);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (gpointer));
  const guint expected[] = { 0, 6, 7, 1, 2, 3, 4, 5 };

  g_object_set_data (G_OBJECT (pdf), "order", order);
  for (guint i = 0; i < 8; i++)
    wijk_pdf_render_async (pdf, i, 1, &small_tile, NULL, note_page_cb, GUINT_TO_POINTER (i));
  wijk_pdf_set_view (pdf, 6, 7, 1);
  wait_until (has_eight, order);

  /* The first was with the reader already. */
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_array_index (order, gpointer, i)), ==, expected[i]);
}

typedef struct
{
  WijkPdf *pdf;
  guint page;
} DrawnAhead;

static gboolean
is_drawn (gpointer data)
{
  const DrawnAhead *ahead = data;
  guint n_tiles;
  g_autofree WijkPdfTile *tiles = wijk_pdf_dup_tiles (ahead->pdf, ahead->page, 1.5, &n_tiles);
  g_autoptr (GBytes) pixels = wijk_pdf_dup_cached (ahead->pdf, ahead->page, 1.5, &tiles[0]);

  return pixels != NULL;
}

static void
test_three_pages_ahead (void)
{
  g_autofree char *path = sample_pdf_new_plan (9);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  g_autoptr (WijkPdfText) text = NULL;

  wijk_pdf_set_view (pdf, 1, 2, 1.5);
  for (guint page = 3; page <= 5; page++)
    wait_until (is_drawn, &(DrawnAhead) { pdf, page });
  g_assert_false (is_drawn (&(DrawnAhead) { pdf, 1 })); /* in view, but nobody asked */

  text = get_text (pdf, 0, NULL); /* nothing more was in the queue */
  g_assert_nonnull (text);
  g_assert_false (is_drawn (&(DrawnAhead) { pdf, 6 }));

  wijk_pdf_set_view (pdf, 7, 8, 1.5); /* the end: nothing after it */
}

/* What was to be drawn ahead is given up as the view moves on. */
static void
test_stale_pages_are_given_up (void)
{
  g_autofree char *path = sample_pdf_new_plan (60);
  g_autoptr (WijkPdf) pdf = open_pdf (path);
  guint n_drawn = 0;

  for (guint page = 0; page < 50; page++)
    wijk_pdf_set_view (pdf, page, page, 1.5);
  for (guint page = 50; page <= 52; page++)
    wait_until (is_drawn, &(DrawnAhead) { pdf, page });
  for (guint page = 0; page < 50; page++)
    n_drawn += is_drawn (&(DrawnAhead) { pdf, page }) ? 1 : 0;
  g_assert_cmpuint (n_drawn, <=, 1); /* the one that was with the reader */
}

/* The process of the PDF that is open. */
static pid_t
find_reader (void)
{
  g_autofree char *children = NULL;

  g_assert_true (g_file_get_contents ("/proc/thread-self/children", &children, NULL, NULL));
  return (pid_t) g_ascii_strtoll (children, NULL, 10);
}

static gboolean
has_no_reader (gpointer data)
{
  return find_reader () == 0;
}

static void
assert_says (pid_t pid, const char *file, const char *words)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", (int) pid, file);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  if (strstr (contents, words) == NULL)
    g_error ("%s does not say “%s”:\n%s", path, words, contents);
}

static guint
count_descriptors (pid_t pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/fd", (int) pid);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The program that is shipped has locked itself, and holds nothing but the socket. */
static void
test_reader_is_locked (void)
{
  g_autofree char *path = sample_pdf_new_plan (1);
  g_autoptr (WijkPdf) pdf = NULL;
  pid_t pid;

  wait_until (has_no_reader, NULL); /* of another test */
  pdf = open_pdf (path);
  pid = find_reader ();
  assert_says (pid, "status", "NoNewPrivs:\t1\n");
  assert_says (pid, "status", "Seccomp:\t2\n");
  assert_says (pid, "limits", "Max core file size        0                    0 ");
  assert_says (pid, "limits", "Max file size             0                    0 ");
#ifndef __SANITIZE_ADDRESS__
  assert_says (pid, "limits", "Max address space         1073741824           1073741824 ");
#endif
  g_assert_cmpuint (count_descriptors (pid), ==, 4); /* and the three that every program has */
}

static gboolean
is_other_process (gpointer data)
{
  return find_reader () != *(const pid_t *) data;
}

/* Ended by somebody else, between two requests: no mark against the file. */
static void
test_ended_from_outside (void)
{
  g_autofree char *path = sample_pdf_new_plan (2);
  g_autoptr (WijkPdf) pdf = NULL;

  wait_until (has_no_reader, NULL); /* of another test */
  pdf = open_pdf (path);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GBytes) pixels = NULL;
      pid_t pid = find_reader ();

      g_assert_cmpint (pid, >, 0);
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      wait_until (is_other_process, &pid);
      pixels = render_page (pdf, 1, 1 + 0.2 * i);
    }
  g_assert_false (wijk_pdf_is_killed (pdf));
}

static void
test_warm (void)
{
  g_autofree char *path = sample_pdf_new_plan (2);
  WijkReader *reader = wijk_reader_new (NULL);
  g_autoptr (GError) error = NULL;
  pid_t warm;

  wait_until (has_no_reader, NULL); /* of another test */
  wijk_reader_warm (reader);
  warm = find_reader ();
  wijk_reader_warm (reader); /* one is enough */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (WijkPdf) pdf = try_open (reader, path, &error);

      g_assert_no_error (error);
      if (i == 0)
        g_assert_cmpint (find_reader (), ==, warm);
    }
  wijk_reader_warm (reader);
  g_assert_finalize_object (reader); /* takes the one that waits along */
}

static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (WijkReader) reader = wijk_reader_new (NULL);
  g_autoptr (GFile) file = g_file_new_for_path (data);
  g_autoptr (GAsyncResult) opened = NULL, read = NULL;
  g_autoptr (WijkPdf) pdf = NULL;
  WijkPdfText *text;

  g_main_context_push_thread_default (context);
  wijk_reader_open_async (reader, file, NULL, NULL, keep_result_cb, &opened);
  while (opened == NULL)
    g_main_context_iteration (context, TRUE);
  pdf = wijk_reader_open_finish (reader, opened, NULL);
  wijk_pdf_get_text_async (pdf, 0, NULL, keep_result_cb, &read);
  while (read == NULL)
    g_main_context_iteration (context, TRUE);
  text = wijk_pdf_get_text_finish (pdf, read, NULL);
  g_main_context_pop_thread_default (context);
  return text;
}

static void
test_other_context (void)
{
  g_autofree char *path = sample_pdf_new_plan (1);
  GThread *thread = g_thread_new ("read", read_in_thread, path);
  g_autoptr (WijkPdfText) text = g_thread_join (thread);

  g_assert_true (g_str_has_prefix (text->text, "Bladzijde 1"));
}

static void
let_go_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GBytes) pixels = wijk_pdf_render_finish (WIJK_PDF (source), result, NULL);
  WijkPdf **pdf = user_data;

  g_clear_object (pdf);
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The last reference may go in the callback. */
static void
test_let_go_in_callback (void)
{
  g_autofree char *path = sample_pdf_new_plan (9);
  WijkPdf *pdf = open_pdf (path);
  gpointer watched = pdf;

  g_object_add_weak_pointer (G_OBJECT (pdf), &watched);
  wijk_pdf_render_async (pdf, 0, 1, &small_tile, NULL, let_go_cb, &pdf);
  wijk_pdf_set_view (pdf, 0, 0, 1);
  wait_until (is_gone, &watched);
  g_assert_null (pdf);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/source/queue/slots-run-out", test_slots_run_out);
  g_test_add_func ("/source/queue/cache-makes-room", test_cache_makes_room);
  g_test_add_func ("/source/queue/small-pictures", test_small_pictures);
  g_test_add_func ("/source/queue/cancel", test_cancel);
  g_test_add_func ("/source/queue/cancelled-before", test_cancelled_before);
  g_test_add_func ("/source/queue/cancel-opening", test_cancel_opening);
  g_test_add_func ("/source/queue/view-goes-first", test_view_goes_first);
  g_test_add_func ("/source/queue/three-pages-ahead", test_three_pages_ahead);
  g_test_add_func ("/source/queue/stale-pages", test_stale_pages_are_given_up);
  g_test_add_func ("/source/queue/ended-from-outside", test_ended_from_outside);
  g_test_add_func ("/source/queue/reader-is-locked", test_reader_is_locked);
  g_test_add_func ("/source/queue/warm", test_warm);
  g_test_add_func ("/source/queue/other-context", test_other_context);
  g_test_add_func ("/source/queue/let-go-in-callback", test_let_go_in_callback);

  return g_test_run ();
}
