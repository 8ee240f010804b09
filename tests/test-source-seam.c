/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the client does when its reader dies, hangs or lies: a false reader stands at the seam. */

#include "config.h"

#include "reader-client.h"
#include "sample-pdf.h"

#include "wijk-pdf-probe.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define SHORT_TIMEOUT_MS 700u /* for those that hang */

static const WijkPdfTile tile = { 0, 0, 59, 84 };
static const double tile_scale = 0.1;

/* A false reader that does @what. */
static char *
make_fake (const char *what)
{
  g_autofree char *name = g_strconcat ("fake-reader-", what, NULL);
  char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_unlink (path);
  g_assert_cmpint (symlink (g_getenv ("WIJKPLAN_FAKE_READER"), path), ==, 0);
  return path;
}

static WijkPdf *
open_within (const char *what, guint timeout, GError **error)
{
  g_autofree char *fake = make_fake (what);
  g_autofree char *path = sample_pdf_new_with_contents ("any.pdf", "x", 1);
  g_autoptr (WijkReader) reader =
      g_object_new (WIJK_TYPE_READER, "path", fake, "timeout", timeout, NULL);

  return try_open (reader, path, error);
}

static WijkPdf *
open_with (const char *what, GError **error)
{
  return open_within (what, g_str_has_prefix (what, "hang") ? SHORT_TIMEOUT_MS : 5000, error);
}

static WijkPdf *
open_well_with (const char *what)
{
  g_autoptr (GError) error = NULL;
  WijkPdf *pdf = open_with (what, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
count_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_honest (void)
{
  WijkPdf *pdf = open_well_with ("honest");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pixels = render (pdf, 0, tile_scale, &tile, &error);
  g_autoptr (WijkPdfText) text = get_text (pdf, 0, &error);
  g_autoptr (GPtrArray) matches = find_text (pdf, 0, "w", &error);
  g_autoptr (GPtrArray) links = get_links (pdf, 0, &error);
  g_autoptr (GPtrArray) annotations = get_annotations (pdf, 0, &error);
  g_autoptr (GPtrArray) outline = get_outline (pdf, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (wijk_pdf_get_title (pdf), ==, "Nep");
  g_assert_cmpint (*(const guint8 *) g_bytes_get_data (pixels, NULL), ==, 0x77);
  g_assert_cmpuint (matches->len + links->len + annotations->len + outline->len, ==, 4);
  g_assert_finalize_object (pdf);
}

/* Twice stopped at opening: no PDF at all. */
static void
test_stopped_at_opening (void)
{
  static const char *const modes[] = {
    "die-open", "crash-open", "hang-open", "title-not-utf8",  "no-pages",      "too-many-pages",
    "size-nan", "size-huge",  "size-half", "bytes-left-over", "pages-missing",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", modes[i]);
      g_assert_null (open_with (modes[i], &error));
      g_assert_error (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_KILLED);
      g_assert_cmpstr (error->message, ==, "“any.pdf” cannot be shown: reading it failed twice.");
    }
}

/* Twice stopped at a page: everything fails from then on, and the owner hears of it once. */
static void
test_stopped_at_page (void)
{
  static const char *const modes[] = {
    "die",    "crash", "hang",  "version", "kind",  "id",   "slot",
    "status", "size",  "width", "stride",  "short", "long",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      WijkPdf *pdf = open_well_with (modes[i]);
      g_autoptr (GError) error = NULL, later = NULL;
      guint n_notified = 0;

      g_test_message ("%s", modes[i]);
      g_signal_connect (pdf, "notify::is-killed", G_CALLBACK (count_cb), &n_notified);
      g_assert_null (render (pdf, 0, tile_scale, &tile, &error));
      g_assert_error (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_KILLED);
      g_assert_true (wijk_pdf_is_killed (pdf));
      g_assert_cmpuint (n_notified, ==, 1);

      g_assert_null (get_text (pdf, 0, &later));
      g_assert_error (later, WIJK_PDF_ERROR, WIJK_PDF_ERROR_KILLED);
      g_assert_cmpuint (n_notified, ==, 1);
      wijk_pdf_set_view (pdf, 0, 0, 1); /* nothing to be drawn ahead any more */
      g_assert_finalize_object (pdf);
    }
}

static gboolean
ask_for (WijkPdf *pdf, const char *what, GError **error)
{
  g_autoptr (WijkPdfText) text = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (g_str_has_prefix (what, "width") || g_str_has_prefix (what, "characters"))
    text = get_text (pdf, 0, error);
  else if (g_str_has_prefix (what, "match"))
    items = find_text (pdf, 0, "wijk", error);
  else if (g_str_has_prefix (what, "link"))
    items = get_links (pdf, 0, error);
  else if (g_str_has_prefix (what, "annotation"))
    items = get_annotations (pdf, 0, error);
  else
    items = get_outline (pdf, error);

  return text != NULL || items != NULL;
}

static void
test_lies_in_words (void)
{
  static const char *const modes[] = {
    "width-negative",  "characters-too-many", "match-empty",
    "match-endless",   "matches-too-many",    "link-script",
    "annotation-kind", "outline-too-deep",    "outline-no-such-page",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      WijkPdf *pdf = open_well_with (modes[i]);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", modes[i]);
      g_assert_false (ask_for (pdf, modes[i], &error));
      g_assert_error (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_KILLED);
      g_assert_finalize_object (pdf);
    }
}

/* Once is forgiven: the request is sent again to a new process, and what was read stays. */
static void
test_restart (void)
{
  static const char *const modes[] = { "die-once", "hang-once", "die-once-page-1" };

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      WijkPdf *pdf = open_well_with (modes[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) first = render (pdf, 0, tile_scale, &tile, &error);
      g_autoptr (GBytes) second = render (pdf, 1, tile_scale, &tile, &error);
      g_autoptr (WijkPdfText) text = get_text (pdf, 2, &error);

      g_test_message ("%s", modes[i]);
      g_assert_no_error (error);
      g_assert_nonnull (first);
      g_assert_nonnull (second);
      g_assert_nonnull (text);
      g_assert_false (wijk_pdf_is_killed (pdf));
      g_assert_finalize_object (pdf);
    }
}

static void
test_restart_at_opening (void)
{
  g_autoptr (WijkPdf) pdf = open_well_with ("die-once-open");

  g_assert_cmpuint (wijk_pdf_get_n_pages (pdf), ==, 3);
}

/* The program was busy for longer than an answer may take: the answer counts all the same. */
static void
test_late_program (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkPdf) pdf = open_within ("honest", SHORT_TIMEOUT_MS, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GBytes) pixels = NULL;

      wijk_pdf_render_async (pdf, i, tile_scale, &tile, NULL, keep_result_cb, &result);
      g_usleep ((SHORT_TIMEOUT_MS + 100) * 1000);
      wait_for_result (&result);
      pixels = wijk_pdf_render_finish (pdf, result, &error);
      g_assert_no_error (error);
    }
  g_assert_false (wijk_pdf_is_killed (pdf));
}

/* Opened again after it died, the file has other pages. */
static void
test_other_file_after_restart (void)
{
  g_autoptr (WijkPdf) pdf = open_well_with ("die-other-pages");
  g_autoptr (GError) error = NULL;

  g_assert_null (render (pdf, 0, tile_scale, &tile, &error));
  g_assert_error (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_KILLED);
}

static gboolean
is_no_child_left (gpointer data)
{
  siginfo_t info;

  return waitid (P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0;
}

/* An answer that nobody asked for ends the process, but is not the file's fault. */
static void
test_unasked (void)
{
  g_autoptr (WijkPdf) pdf = open_well_with ("unasked");

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pixels = render (pdf, i, tile_scale, &tile, &error);

      g_assert_no_error (error);
      g_assert_nonnull (pixels);
      wait_until (is_no_child_left, NULL);
    }
  g_assert_false (wijk_pdf_is_killed (pdf));
}

static guint
count_descriptors (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
use_all_pages (const char *what)
{
  WijkPdf *pdf = open_well_with (what);

  for (guint page = 0; page < 3; page++)
    {
      g_autoptr (GBytes) pixels = render (pdf, page, tile_scale, &tile, NULL);

      g_assert_true (pixels != NULL || wijk_pdf_is_killed (pdf));
    }
  g_assert_finalize_object (pdf);
}

/* Descriptors that a reader sends along are closed, and none are left behind by ours. */
static void
test_no_descriptor_is_left (void)
{
  static const char *const modes[] = { "descriptors", "honest", "die", "hang" };
  guint before;

  use_all_pages ("honest"); /* what GLib opens for good */
  before = count_descriptors ();
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    use_all_pages (modes[i]);
  g_assert_cmpuint (count_descriptors (), ==, before);
}

/* A process that was ended is also waited for. */
static void
test_no_process_is_left (void)
{
  WijkPdf *pdf = open_well_with ("honest");

  g_assert_finalize_object (pdf);
  wait_until (is_no_child_left, NULL);
}

static void
test_no_program (void)
{
  g_autofree char *missing = g_build_filename (g_get_user_data_dir (), "no-such-program", NULL);
  g_autofree char *path = sample_pdf_new_with_contents ("any.pdf", "x", 1);
  g_autoptr (WijkReader) reader = wijk_reader_new (missing);
  g_autoptr (GError) error = NULL;

  wijk_reader_warm (reader); /* says nothing */
  g_assert_null (try_open (reader, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (error->message,
                   ==,
                   "The program that reads PDFs could not be started: No such file or directory");
}

static void
test_default_path (void)
{
  g_autofree char *own = g_strdup (g_getenv ("WIJKPLAN_READER"));

  g_assert_cmpstr (wijk_reader_get_default_path (), ==, own);
  g_unsetenv ("WIJKPLAN_READER");
  g_assert_cmpstr (wijk_reader_get_default_path (), ==, LIBEXECDIR "/wijkplan-reader");
  g_setenv ("WIJKPLAN_READER", own, TRUE);
}

static void
test_probe_stopped (void)
{
  static const char *const modes[] = { "die-open", "hang-open", "no-pages", "title-not-utf8" };
  g_autofree char *path = sample_pdf_new_with_contents ("any.pdf", "x", 1);
  const int fd = open (path, O_RDONLY | O_CLOEXEC);
  g_autofree char *once = make_fake ("die-once-open");
  g_auto (WijkPdfInfo) info = { 0 };
  g_autoptr (GError) none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *fake = make_fake (modes[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (wijk_pdf_probe_fd (
          fd, "any.pdf", fake, i == 1 ? SHORT_TIMEOUT_MS : 5000, &info, NULL, &error));
      g_assert_error (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_KILLED);
      g_assert_null (info.title);
    }

  g_assert_true (wijk_pdf_probe_fd (fd, "any.pdf", once, 5000, &info, NULL, &none));
  g_assert_no_error (none);
  g_assert_cmpstr (info.title, ==, "Nep");
  close (fd);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (50 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_probe_cancelled (void)
{
  g_autofree char *path = sample_pdf_new_with_contents ("any.pdf", "x", 1);
  const int fd = open (path, O_RDONLY | O_CLOEXEC);
  g_autofree char *fake = make_fake ("hang-open");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL, at_once = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  const gint64 start = g_get_monotonic_time ();

  g_assert_false (wijk_pdf_probe_fd (fd, "any.pdf", fake, 60000, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_thread_join (thread);

  g_assert_false (wijk_pdf_probe_fd (fd, "any.pdf", fake, 60000, NULL, cancellable, &at_once));
  g_assert_error (at_once, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  close (fd);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/source/seam/honest", test_honest);
  g_test_add_func ("/source/seam/stopped-at-opening", test_stopped_at_opening);
  g_test_add_func ("/source/seam/stopped-at-page", test_stopped_at_page);
  g_test_add_func ("/source/seam/lies-in-words", test_lies_in_words);
  g_test_add_func ("/source/seam/restart", test_restart);
  g_test_add_func ("/source/seam/restart-at-opening", test_restart_at_opening);
  g_test_add_func ("/source/seam/late-program", test_late_program);
  g_test_add_func ("/source/seam/other-file", test_other_file_after_restart);
  g_test_add_func ("/source/seam/unasked", test_unasked);
  g_test_add_func ("/source/seam/no-descriptor-is-left", test_no_descriptor_is_left);
  g_test_add_func ("/source/seam/no-process-is-left", test_no_process_is_left);
  g_test_add_func ("/source/seam/no-program", test_no_program);
  g_test_add_func ("/source/seam/default-path", test_default_path);
  g_test_add_func ("/source/seam/probe-stopped", test_probe_stopped);
  g_test_add_func ("/source/seam/probe-cancelled", test_probe_cancelled);

  return g_test_run ();
}
