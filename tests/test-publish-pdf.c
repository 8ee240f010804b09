/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "publish-sample.h"
#include "wijk-pdf-check.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <poppler.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static PopplerDocument *
open_pdf (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);

  g_assert_no_error (error);
  return document;
}

/* The text of one page, or of all (-1), with blanks made one. */
static char *
read_text (PopplerDocument *document, int only)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *own = poppler_page_get_text (page);

      if (only < 0 || only == i)
        g_string_append_printf (text, "%s\n", own);
      g_object_unref (page);
    }
  words = g_strsplit_set (text->str, " \n\t", -1);
  g_string_truncate (text, 0);
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_in_order (const char *text, const char *const *parts)
{
  for (guint i = 0; parts[i]; i++)
    {
      const char *found = strstr (text, parts[i]);

      if (!found)
        g_error ("\"%s\" is missing or out of order", parts[i]);
      text = found + strlen (parts[i]);
    }
}

static void
test_version (void)
{
  static const char *const parts[] = { "Wijkplan 2027–2031",
                                       "Wijkplan Merenwijk",
                                       "In 2031 is de Merenwijk",
                                       "Fictief voorbeeld",
                                       "Merenwijk",
                                       "2027 tot en met 2031",
                                       "Versie 2, Vastgesteld door het college",
                                       "23 november 2026",
                                       "Vastgesteld",
                                       "Wat is er gewijzigd",
                                       "Nieuw is het buurtbudget",
                                       "Inhoud",
                                       "Samenvatting op één A4",
                                       "Dit is een fictief voorbeeldplan.",
                                       "Ze luisteren wel",
                                       "Hoe het plan tot stand kwam",
                                       "In maart was de startavond",
                                       "de pagina van de gemeente",
                                       "Feiten en cijfers",
                                       "13.420",
                                       "De meeste reacties gaan over",
                                       "De prioriteiten in volgorde van belang",
                                       "Elk kind kan in 2029",
                                       "4 van de 5 prioriteiten beginnen in 2027",
                                       "Geen bewonersinbreng",
                                       "Prioriteit 1: Veilig oversteken",
                                       "€ 185.000",
                                       "Geld per prioriteit",
                                       "€ 2.045.500,50",
                                       "4 reacties hebben nog geen antwoord.",
                                       "Vier reacties kwamen pas deze week binnen",
                                       "Waaraan we zien of het werkt",
                                       "De bijeenkomsten",
                                       "Alle beantwoorde reacties",
                                       "R-1",
                                       "Overgenomen",
                                       "Gesplitst. Zie R-61, R-62.",
                                       "Gebruikte bronnen",
                                       "Aangehaald, bladzijde iv",
                                       "Levert vrijwilligers",
                                       NULL };
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, NULL);
  PopplerDocument *document = open_pdf (pdf);
  g_autofree char *text = read_text (document, -1);
  g_autofree char *title = poppler_document_get_title (document);

  g_assert_cmpstr (title, ==, "Wijkplan Merenwijk");
  assert_in_order (text, parts);
  g_assert_null (strstr (text, "wijk:remark"));
  g_assert_null (strstr (text, "Concept"));
  g_object_unref (document);
}

static void
test_draft (void)
{
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, &publish_sample_moment);
  PopplerDocument *document = open_pdf (pdf);

  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *text = read_text (document, i);

      g_assert_nonnull (strstr (text, "Concept · 23 november 2026, 14.05 uur"));
      g_assert_null (strstr (text, "versie 2"));
      g_assert_null (strstr (text, "Versie 2"));
    }
  g_object_unref (document);
}

static guint
count_outline (PopplerIndexIter *iter)
{
  guint n = 0;

  if (!iter)
    return 0;
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      PopplerIndexIter *child = poppler_index_iter_get_child (iter);

      g_assert_cmpint (action->type, ==, POPPLER_ACTION_GOTO_DEST);
      poppler_action_free (action);
      n += 1 + count_outline (child);
      g_clear_pointer (&child, poppler_index_iter_free);
    }
  while (poppler_index_iter_next (iter));
  return n;
}

/* What another program makes of it. */
static void
test_by_poppler (void)
{
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, NULL);
  PopplerDocument *document = open_pdf (pdf);
  PopplerFontInfo *fonts = poppler_font_info_new (document);
  PopplerIndexIter *outline = poppler_index_iter_new (document);
  PopplerFontsIter *iter = NULL;
  g_autofree char *metadata = poppler_document_get_metadata (document);
  guint n_links = 0;

  g_assert_nonnull (strstr (metadata, "<pdfuaid:part>1<"));
  g_assert_cmpuint (count_outline (outline), >=, 30);
  poppler_font_info_scan (fonts, poppler_document_get_n_pages (document), &iter);
  g_assert_nonnull (iter);
  do
    {
      g_assert_true (poppler_fonts_iter_is_embedded (iter));
      g_assert_nonnull (strstr (poppler_fonts_iter_get_name (iter), "Inter"));
    }
  while (poppler_fonts_iter_next (iter));
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      GList *links = poppler_page_get_annot_mapping (page);

      for (GList *at = links; at; at = at->next)
        {
          PopplerAnnotMapping *mapping = at->data;
          g_autofree char *words = poppler_annot_get_contents (mapping->annot);

          g_assert_true (words && *words);
          n_links++;
        }
      poppler_page_free_annot_mapping (links);
      g_object_unref (page);
    }
  g_assert_cmpuint (n_links, ==, 25); /* 22 in the contents, 3 in the text */
  poppler_fonts_iter_free (iter);
  g_object_unref (fonts);
  poppler_index_iter_free (outline);
  g_object_unref (document);
}

/* The page that the link of a line of the contents leads to, or -1. */
static int
find_target (PopplerDocument *document, PopplerPage *page, PopplerAnnot *annot)
{
  GList *links = poppler_page_get_link_mapping (page);
  PopplerRectangle own;
  int found = -1;

  poppler_annot_get_rectangle (annot, &own);
  for (GList *at = links; at; at = at->next)
    {
      PopplerLinkMapping *link = at->data;

      if (ABS (link->area.y1 - own.y1) > 1 || link->action->type != POPPLER_ACTION_GOTO_DEST)
        continue;
      if (link->action->goto_dest.dest->type == POPPLER_DEST_NAMED)
        {
          PopplerDest *dest =
              poppler_document_find_dest (document, link->action->goto_dest.dest->named_dest);

          g_assert_nonnull (dest);
          found = dest->page_num;
          poppler_dest_free (dest);
        }
      else
        found = link->action->goto_dest.dest->page_num;
    }
  poppler_page_free_link_mapping (links);
  return found;
}

/* What the contents say is where a click leads. */
static void
test_contents (void)
{
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, NULL);
  PopplerDocument *document = open_pdf (pdf);
  PopplerPage *page = poppler_document_get_page (document, 2);
  GList *links = poppler_page_get_annot_mapping (page);
  guint n = 0;

  for (GList *at = links; at; at = at->next)
    {
      PopplerAnnotMapping *mapping = at->data;
      g_autofree char *words = poppler_annot_get_contents (mapping->annot);
      const char *number = g_strrstr (words, ", bladzijde ");

      g_assert_nonnull (number);
      g_assert_cmpint (find_target (document, page, mapping->annot),
                       ==,
                       atoi (number + strlen (", bladzijde ")));
      n++;
    }
  g_assert_cmpuint (n, ==, 22);
  poppler_page_free_annot_mapping (links);
  g_object_unref (page);
  g_object_unref (document);
}

/* A row that is taller than a page goes on under its own label. */
static void
test_tall_row (void)
{
  g_autoptr (GString) json = g_string_new ("{\"remarks\":[{\"label\":\"R-7\",\"outcome\":"
                                           "\"overgenomen\",\"reason\":\"Ja.\",\"text\":\"");
  g_autoptr (GBytes) plan = NULL;
  g_autoptr (GBytes) pdf = NULL;
  PopplerDocument *document;
  g_autofree char *text = NULL;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (json, "Dit is zin %d van een lang verhaal. ", i);
  g_string_append (json, "Einde.\"}]}");
  plan = g_bytes_new (json->str, json->len);
  pdf = publish_sample_pdf (plan, NULL);
  document = open_pdf (pdf);
  text = read_text (document, -1);
  g_assert_nonnull (strstr (text, "R-7 (vervolg)"));
  g_assert_nonnull (strstr (text, "Einde."));
  g_assert_null (strstr (text, "(vervolg) (vervolg)"));
  g_object_unref (document);
}

/* The dissenting voice stays in sight: beside the answer, and where all that was heard is told. */
static void
test_dissent (void)
{
  static const char json[] =
      "{\"sections\":[{\"title\":\"Wat hebben we gehoord\"}],"
      "\"clusters\":[{\"id\":\"cluster-00000000000000000000000000\",\"title\":\"Zebrapad\","
      "\"outcome\":\"overgenomen\",\"reason\":\"Ja.\",\"agree\":21,\"disagree\":8}],"
      "\"remarks\":[{\"id\":\"remark-00000000000000000000000001\",\"label\":\"R-1\","
      "\"text\":\"Maak een zebrapad\",\"cluster\":\"cluster-00000000000000000000000000\"},"
      "{\"id\":\"remark-00000000000000000000000002\",\"label\":\"R-2\",\"text\":\"Geen zebra, dat "
      "stokt\",\"opposes\":[\"cluster-00000000000000000000000000\"]},"
      "{\"id\":\"remark-00000000000000000000000003\",\"label\":\"R-3\",\"text\":\"Proefballon\","
      "\"withdrawn\":\"proef\",\"opposes\":[\"cluster-00000000000000000000000000\"]}]}";
  g_autoptr (GBytes) plan = g_bytes_new_static (json, strlen (json));
  g_autoptr (GBytes) pdf = publish_sample_pdf (plan, NULL);
  PopplerDocument *document = open_pdf (pdf);
  g_autofree char *text = read_text (document, -1);
  const char *const parts[] = {
    "Tegengeluid",       "Zebrapad",         "21", "8", "R-2: Geen zebra, dat", "R-1",
    "eens 21, oneens 8", "tegengeluid: R-2", NULL
  };

  assert_in_order (text, parts);
  g_assert_null (strstr (text, "Proefballon"));
  g_object_unref (document);
}

static gpointer
publish_in_thread (gpointer plan)
{
  return publish_sample_pdf (plan, NULL);
}

static void
test_same_bytes (void)
{
  static const char *const zones[] = { "UTC", "Europe/Amsterdam", "Pacific/Auckland" };
  static const char *const locales[] = { "C", "nl_NL.UTF-8", "en_US.UTF-8", "C.UTF-8" };
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) first = publish_sample_pdf (plan, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
    {
      g_autoptr (GBytes) again = NULL;

      g_setenv ("TZ", zones[i % G_N_ELEMENTS (zones)], TRUE);
      g_setenv ("LANG", locales[i], TRUE);
      g_setenv ("LC_ALL", locales[i], TRUE);
      tzset ();
      if (!setlocale (LC_ALL, ""))
        g_test_message ("no locale %s here", locales[i]);
      again = publish_sample_pdf (plan, NULL);
      g_assert_true (g_bytes_equal (first, again));
    }
}

static void
test_same_bytes_in_threads (void)
{
  GThread *threads[4];
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GBytes) first = publish_sample_pdf (plan, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("publish", publish_in_thread, plan);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (GBytes) again = g_thread_join (threads[i]);

      g_assert_true (g_bytes_equal (first, again));
    }
}

static void
test_cancel (void)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .created = "2026-11-23T13:05:00Z",
                                       .producer = "Wijkplan" };
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (wijk_pdf_write (plan, &options, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_progress (void)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .created = "2026-11-23T13:05:00Z",
                                       .producer = "Wijkplan" };
  g_autoptr (GBytes) plan = publish_sample_plan ();
  g_autoptr (WijkProgress) progress = wijk_progress_new ();
  g_autoptr (GBytes) pdf = wijk_pdf_write (plan, &options, NULL, progress, NULL, NULL);

  g_assert_nonnull (pdf);
  g_assert_cmpfloat (wijk_progress_get_fraction (progress), ==, 1);
}

static void
test_bad_plans (void)
{
  static const char *const cases[] = {
    "", "{", "[]", "null", "3", "{} {}", "\xff\xfe", "{\"a\":1,}"
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) plan = g_bytes_new_static (cases[i], strlen (cases[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = publish_sample_try (plan, &error);

      g_assert_null (pdf);
      g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_PLAN);
    }
}

static void
test_bad_resources (void)
{
  g_autofree char *folder = g_dir_make_tmp ("wijkplan-XXXXXX", NULL);
  g_autofree char *words = g_build_filename (folder, "words", NULL);
  g_autofree char *copy = g_build_filename (words, "nl.ini", NULL);
  g_autofree char *source = g_build_filename (publish_sample_resources (), "words", "nl.ini", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (source);
  g_autoptr (GFile) to = g_file_new_for_path (copy);
  const WijkPublishOptions options = { .resources = folder, .created = "", .producer = "" };
  g_autoptr (GBytes) plan = publish_sample_plan ();

  for (int i = 0; i < 2; i++) /* without words; with words but without fonts */
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (wijk_pdf_write (plan, &options, NULL, NULL, NULL, &error));
      g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_RESOURCES);
      g_mkdir_with_parents (words, 0700);
      g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
    }
  g_file_delete (to, NULL, NULL);
  g_rmdir (words);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/pdf/version", test_version);
  g_test_add_func ("/publish/pdf/draft", test_draft);
  g_test_add_func ("/publish/pdf/by-poppler", test_by_poppler);
  g_test_add_func ("/publish/pdf/contents", test_contents);
  g_test_add_func ("/publish/pdf/tall-row", test_tall_row);
  g_test_add_func ("/publish/pdf/dissent", test_dissent);
  g_test_add_func ("/publish/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/publish/pdf/same-bytes-in-threads", test_same_bytes_in_threads);
  g_test_add_func ("/publish/pdf/cancel", test_cancel);
  g_test_add_func ("/publish/pdf/progress", test_progress);
  g_test_add_func ("/publish/pdf/bad-plans", test_bad_plans);
  g_test_add_func ("/publish/pdf/bad-resources", test_bad_resources);
  return g_test_run ();
}
