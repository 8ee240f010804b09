/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-pdf-check.h"
#include "wijk-pdf-finish.h"
#include "wijk-plan-data.h"
#include "wijk-publish.h"
#include "wijk-report-form.h"
#include "wijk-report.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>
#include <string.h>

/* Steps for the progress: found out, drawn, finished, checked. */
#define N_STEPS 4

G_DEFINE_QUARK (wijk - publish - error - quark, wijk_publish_error)

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_stopped (GCancellable *cancellable, GError **error)
{
  return g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* What stands at the foot of each page, and on a draft at its head. */
static void
furnish (WijkReport *report, WijkSheet *sheet)
{
  const WijkMoment *draft = report->options->draft;
  g_autofree char *title = wijk_report_dup_title (report);
  g_autofree char *number =
      g_strdup_printf ("%" G_GINT64_FORMAT, wijk_plan_data_int (report->version, "number"));
  const char *key = report->version ? "document/footer" : "document/footer-draft";

  if (report->choice)
    {
      wijk_report_furnish (report, sheet);
      return;
    }
  g_strdelimit (title, "\n", ' ');
  sheet->footer = wijk_words_fill (report->words, key, "title", title, "number", number, NULL);
  if (draft)
    {
      g_autofree char *moment = wijk_words_moment (
          report->words, draft->year, draft->month, draft->day, draft->hour, draft->minute);

      sheet->stamp = wijk_words_fill (report->words, "document/stamp", "moment", moment, NULL);
    }
}

static void
put (WijkReport *report, WijkSheet *sheet)
{
  if (report->choice)
    wijk_report_put_form (report, sheet);
  else
    wijk_report_put (report, sheet);
}

/* Finds out on which page each heading comes. The headings of the trial are given. */
static GArray *
try_out (WijkReport *report,
         WijkTypeface *typeface,
         GCancellable *cancellable,
         GHashTable **targets)
{
  g_autoptr (WijkSheet) trial = wijk_sheet_new (typeface, report->words, NULL, cancellable);
  g_autoptr (WijkSheet) contents = wijk_sheet_new (typeface, report->words, NULL, cancellable);
  GArray *headings;

  put (report, trial);
  headings = g_array_ref (trial->headings);
  *targets = g_hash_table_ref (trial->targets);
  report->n_contents_pages = wijk_report_measure_contents (report, contents, headings);
  return headings;
}

/* Bookmarks are the headings, as they stand in each other. */
static void
add_bookmarks (cairo_surface_t *surface, const GArray *headings)
{
  int parents[8] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < headings->len; i++)
    {
      const WijkHeading *heading = &g_array_index (headings, WijkHeading, i);
      int level = MAX (heading->level - 1, 1); /* the title stands beside the chapters */
      g_autofree char *name = wijk_sheet_name_heading (i);
      g_autofree char *target = g_strdup_printf ("dest='%s'", name);
      g_autofree char *text =
          g_strdup_printf ("%s%s%s", heading->number, *heading->number ? " " : "", heading->title);
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], text, target, 0);

      for (int deeper = level; deeper < (int) G_N_ELEMENTS (parents); deeper++)
        parents[deeper] = id;
    }
}

static GBytes *
draw (WijkReport *report,
      WijkSheet *sheet,
      cairo_surface_t *surface,
      GByteArray *bytes,
      GError **error)
{
  cairo_status_t status;

  furnish (report, sheet);
  put (report, sheet);
  add_bookmarks (surface, sheet->headings);
  cairo_surface_finish (surface);
  status = cairo_status (sheet->cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (is_stopped (sheet->cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error,
                   WIJK_PUBLISH_ERROR,
                   WIJK_PUBLISH_ERROR_DRAW,
                   _ ("The PDF could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_bytes_new (bytes->data, bytes->len);
}

static GBytes *
finish (WijkReport *report,
        WijkTypeface *typeface,
        GBytes *drawn,
        const WijkTagList *tags,
        GError **error)
{
  g_autofree char *raw_title = wijk_report_dup_name (report);
  g_autofree char *title = wijk_typeface_clean (typeface, raw_title);
  g_autofree char *raw_authors = wijk_plan_data_join (report->plan, "authors", ", ");
  g_autofree char *authors = wijk_typeface_clean (typeface, raw_authors);
  const char *kind =
      wijk_words_get (report->words, report->is_vision ? "kind/wijkvisie" : "kind/wijkplan");
  WijkPdfAbout about = { .author = g_strstrip (g_strdelimit (authors, "\n", ' ')),
                         .subject = kind,
                         .language = wijk_words_get (report->words, "document/language"),
                         .created = report->options->created,
                         .producer = report->options->producer };

  g_strstrip (g_strdelimit (title, "\n", ' '));
  about.title = *title ? title : kind; /* a title may have nothing that can be printed */
  return wijk_pdf_finish (drawn, tags, &about, error);
}

static gboolean
check (GBytes *pdf, GBytes *plan, GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;

  if (!wijk_pdf_check (pdf, plan, &findings, error))
    return FALSE;
  if (findings->len == 0)
    return TRUE;
  g_set_error (error,
               WIJK_PUBLISH_ERROR,
               WIJK_PUBLISH_ERROR_DRAW,
               _ ("The PDF does not hold what it promises: %s"),
               (const char *) g_ptr_array_index (findings, 0));
  return FALSE;
}

static GBytes *
publish (WijkReport *report,
         WijkTypeface *typeface,
         GBytes *plan,
         WijkProgress *progress,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (GHashTable) targets = NULL;
  g_autoptr (GArray) headings = try_out (report, typeface, cancellable, &targets);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  g_autoptr (WijkSheet) sheet = NULL;
  g_autoptr (GBytes) drawn = NULL, finished = NULL;

  if (is_stopped (cancellable, error))
    return NULL;
  wijk_progress_set (progress, 1, N_STEPS);
  report->contents = headings;
  surface =
      cairo_pdf_surface_create_for_stream (write_cb, bytes, WIJK_PAGE_WIDTH, WIJK_PAGE_HEIGHT);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_7);
  cairo_pdf_surface_set_metadata (
      surface, CAIRO_PDF_METADATA_CREATE_DATE, report->options->created);
  sheet = wijk_sheet_new (typeface, report->words, surface, cancellable);
  g_hash_table_unref (sheet->targets);
  sheet->targets = g_steal_pointer (&targets);
  drawn = draw (report, sheet, surface, bytes, error);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;
  wijk_progress_set (progress, 2, N_STEPS);
  finished = finish (report, typeface, drawn, sheet->tags, error);
  if (!finished || is_stopped (cancellable, error))
    return NULL;
  wijk_progress_set (progress, 3, N_STEPS);
  if (!check (finished, report->choice ? NULL : plan, error) || is_stopped (cancellable, error))
    return NULL;
  wijk_progress_set (progress, N_STEPS, N_STEPS);
  return g_steal_pointer (&finished);
}

static GBytes *
write_pdf (GBytes *plan,
           const WijkReportChoice *choice,
           const WijkPublishOptions *options,
           char **replaced,
           WijkProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *fonts = g_build_filename (options->resources, "fonts", NULL);
  g_autofree char *folder = g_build_filename (options->resources, "words", NULL);
  g_autoptr (JsonNode) root = wijk_plan_data_parse (plan, error);
  g_autoptr (WijkTypeface) typeface = NULL;
  g_autoptr (WijkWords) words = NULL;
  WijkReport report;
  GBytes *pdf = NULL;

  if (!root)
    return NULL;
  words = wijk_words_load (
      folder, wijk_plan_data_peek (json_node_get_object (root), "language"), error);
  if (!words)
    return NULL;
  typeface = wijk_typeface_load (fonts, error);
  if (!typeface)
    return NULL;
  wijk_report_init (&report, json_node_get_object (root), words, options);
  report.choice = choice;
  if (!choice || wijk_report_choose (&report, error))
    pdf = publish (&report, typeface, plan, progress, cancellable, error);
  wijk_report_clear (&report);
  if (replaced)
    *replaced = pdf ? wijk_typeface_dup_replaced (typeface) : NULL;
  return pdf;
}

GBytes *
wijk_pdf_write (GBytes *plan,
                const WijkPublishOptions *options,
                char **replaced,
                WijkProgress *progress,
                GCancellable *cancellable,
                GError **error)
{
  return write_pdf (plan, NULL, options, replaced, progress, cancellable, error);
}

GBytes *
wijk_report_write_pdf (GBytes *plan,
                       const WijkReportChoice *choice,
                       const WijkPublishOptions *options,
                       WijkProgress *progress,
                       GCancellable *cancellable,
                       GError **error)
{
  return write_pdf (plan, choice, options, NULL, progress, cancellable, error);
}
