/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "sample-pdf.h"
#include "wijk-pdf-error.h"
#include "wijk-pdf-probe.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static gboolean
probe (const char *path, WijkPdfInfo *info, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return wijk_pdf_probe (file, NULL, info, NULL, error);
}

static void
test_good (void)
{
  g_autofree char *path = sample_pdf_new_plan (12);
  g_auto (WijkPdfInfo) info = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (probe (path, &info, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (info.n_pages, ==, 12);
  g_assert_cmpstr (info.title, ==, "Wijkplan Merenwijk");

  g_assert_true (probe (path, NULL, NULL)); /* the answer alone */
}

/* A file that is open stays open, and where it was; its name is the caller's. */
static void
test_descriptor (void)
{
  g_autofree char *path = sample_pdf_new_plan (2);
  g_autofree char *text = sample_pdf_new_with_contents ("text", "Beste buren", -1);
  const int pdf_fd = open (path, O_RDONLY | O_CLOEXEC);
  const int text_fd = open (text, O_RDONLY | O_CLOEXEC);
  g_auto (WijkPdfInfo) info = { 0 };
  g_autoptr (GError) none = NULL, error = NULL;

  lseek (pdf_fd, 7, SEEK_SET);
  g_assert_true (wijk_pdf_probe_fd (pdf_fd, "Buurtschouw", NULL, 5000, &info, NULL, &none));
  g_assert_no_error (none);
  g_assert_cmpuint (info.n_pages, ==, 2);
  g_assert_cmpint (lseek (pdf_fd, 0, SEEK_CUR), ==, 7);

  g_assert_false (wijk_pdf_probe_fd (text_fd, "Buurtschouw", NULL, 5000, NULL, NULL, &error));
  g_assert_error (error, WIJK_PDF_ERROR, WIJK_PDF_ERROR_NOT_PDF);
  g_assert_cmpstr (error->message, ==, "“Buurtschouw” is not a PDF file.");
  close (pdf_fd);
  close (text_fd);
}

static char *
make_large_file (void)
{
  char *path = sample_pdf_new_with_contents ("large.pdf", "%PDF-1.7\n", -1);

  g_assert_cmpint (truncate (path, 256l * 1024 * 1024 + 1), ==, 0);
  return path;
}

static void
test_refused (void)
{
  g_autofree char *empty = sample_pdf_new_with_contents ("empty.pdf", "", 0);
  g_autofree char *text = sample_pdf_new_with_contents ("text.pdf", "Beste buren", -1);
  g_autofree char *zip = sample_pdf_new_with_contents ("zip.pdf", "PK\3\4\0\0\0\0", 8);
  g_autofree char *torn = sample_pdf_new_with_contents ("torn.pdf", "%PDF-1.7\nrommel", -1);
  g_autofree char *encrypted = sample_pdf_new_encrypted ();
  g_autofree char *large = make_large_file ();
  g_autofree char *missing = g_build_filename (g_get_user_data_dir (), "none.pdf", NULL);
  const struct
  {
    const char *path;
    GQuark domain;
    int code;
    const char *message;
  } cases[] = {
    { empty, WIJK_PDF_ERROR, WIJK_PDF_ERROR_NOT_PDF, "“empty.pdf” is not a PDF file." },
    { text, WIJK_PDF_ERROR, WIJK_PDF_ERROR_NOT_PDF, "“text.pdf” is not a PDF file." },
    { zip, WIJK_PDF_ERROR, WIJK_PDF_ERROR_NOT_PDF, "“zip.pdf” is not a PDF file." },
    { torn, WIJK_PDF_ERROR, WIJK_PDF_ERROR_DAMAGED, "“torn.pdf” is damaged and cannot be opened." },
    { encrypted,
      WIJK_PDF_ERROR,
      WIJK_PDF_ERROR_ENCRYPTED,
      "“encrypted.pdf” asks for a password. Save it without one first." },
    { large,
      WIJK_PDF_ERROR,
      WIJK_PDF_ERROR_TOO_LARGE,
      "“large.pdf” is too large: a PDF may have 256 MB and 100000 pages at most." },
    { missing, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, NULL },
    { "/dev/null", G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkPdfInfo info = { 99, NULL };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].path);
      g_assert_false (probe (cases[i].path, &info, &error));
      g_assert_error (error, cases[i].domain, cases[i].code);
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);
      g_assert_cmpuint (info.n_pages, ==, 99); /* untouched */
    }
}

static void
test_not_on_this_computer (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("https://www.leiden.nl/wijkplan.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (wijk_pdf_probe (file, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* However much is missing, the answer is yes or a reason, never a reader that stops. */
static void
test_cut_off (void)
{
  g_autofree char *path = sample_pdf_new_plan (3);
  g_autofree char *contents = NULL;
  guint n_opened = 0;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize i = 0; i < 12; i++)
    {
      g_autofree char *cut =
          sample_pdf_new_with_contents ("cut.pdf", contents, (gssize) (length * i / 12));
      const WijkPdfError expected = i == 0 ? WIJK_PDF_ERROR_NOT_PDF : WIJK_PDF_ERROR_DAMAGED;
      g_autoptr (GError) error = NULL;

      if (probe (cut, NULL, &error))
        n_opened++;
      else
        g_assert_error (error, WIJK_PDF_ERROR, (int) expected);
    }
  g_assert_cmpuint (n_opened, <, 12);
}

static gpointer
probe_in_thread (gpointer data)
{
  g_auto (WijkPdfInfo) info = { 0 };

  for (guint i = 0; i < 5; i++)
    {
      wijk_pdf_info_clear (&info);
      if (!probe (data, &info, NULL))
        return GUINT_TO_POINTER (0);
    }
  return GUINT_TO_POINTER (info.n_pages);
}

static void
test_threads (void)
{
  g_autofree char *path = sample_pdf_new_plan (4);
  GThread *threads[4];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("probe", probe_in_thread, path);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/source/probe/good", test_good);
  g_test_add_func ("/source/probe/descriptor", test_descriptor);
  g_test_add_func ("/source/probe/refused", test_refused);
  g_test_add_func ("/source/probe/not-on-this-computer", test_not_on_this_computer);
  g_test_add_func ("/source/probe/cut-off", test_cut_off);
  g_test_add_func ("/source/probe/threads", test_threads);

  return g_test_run ();
}
