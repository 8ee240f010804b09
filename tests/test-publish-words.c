/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "publish-sample.h"
#include "wijk-words.h"

#include <locale.h>

static WijkWords *
load (void)
{
  g_autofree char *folder = g_build_filename (publish_sample_resources (), "words", NULL);
  g_autoptr (GError) error = NULL;
  WijkWords *words = wijk_words_load (folder, "nl", &error);

  g_assert_no_error (error);
  return words;
}

static void
test_numbers (void)
{
  static const struct
  {
    gint64 number;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { 7, "7" },
    { 999, "999" },
    { 1000, "1.000" },
    { 13420, "13.420" },
    { -5, "−5" },
    { -1234, "−1.234" },
    { 1234567, "1.234.567" },
    { G_MININT64, "−9.223.372.036.854.775.808" },
  };
  g_autoptr (WijkWords) words = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wijk_words_number (words, cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_decimals (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = { { 0, "0" },      { 7.1, "7,1" },     { -7.25, "−7,25" }, { 1200.5, "1.200,5" },
                { 0.0004, "0" }, { 1e300, "1e+300" } };
  g_autoptr (WijkWords) words = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wijk_words_decimal (words, cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_money (void)
{
  static const struct
  {
    gint64 cents;
    const char *text;
  } cases[] = {
    { 0, "€\u00a00" },        { 5, "€\u00a00,05" },
    { 1250, "€\u00a012,50" }, { 125000000, "€\u00a01.250.000" },
    { -75, "€\u00a0−0,75" },  { -12345, "€\u00a0−123,45" },
  };
  g_autoptr (WijkWords) words = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wijk_words_money (words, cases[i].cents);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *iso, *text, *narrow;
  } cases[] = {
    { "2026-11-23", "23 november 2026", "23 november 2026" },
    { "2027-03", "maart 2027", "mrt\u00a02027" },
    { "2027-03-01T10:00:00Z", "1 maart 2027", "1 maart 2027" },
    { "2027-13", "2027-13", "2027-13" },
    { "2027-00-10", "2027-00-10", "2027-00-10" },
    { "voorjaar", "voorjaar", "voorjaar" },
    { "voor-jaar", "voor-jaar", "voor-jaar" },
    { "2027", "2027", "2027" },
    { "", "", "" },
    { NULL, "", "" },
  };
  g_autoptr (WijkWords) words = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wijk_words_date (words, cases[i].iso);
      g_autofree char *narrow = wijk_words_short_month (words, cases[i].iso);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (narrow, ==, cases[i].narrow);
    }
}

static void
test_years (void)
{
  static const struct
  {
    int first, last;
    const char *text, *narrow;
  } cases[] = { { 2027, 2031, "2027 tot en met 2031", "2027–2031" },
                { 2027, 2027, "2027", "2027" },
                { 2027, 0, "2027", "2027" },
                { 0, 2031, "2031", "2031" },
                { 0, 0, "", "" } };
  g_autoptr (WijkWords) words = load ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = wijk_words_years (words, cases[i].first, cases[i].last);
      g_autofree char *narrow = wijk_words_short_years (words, cases[i].first, cases[i].last);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (narrow, ==, cases[i].narrow);
    }
}

static void
test_sentences (void)
{
  g_autoptr (WijkWords) words = load ();
  g_autofree char *one = wijk_words_count (words, "text/remarks", 1);
  g_autofree char *many = wijk_words_count (words, "text/remarks", 1200);
  g_autofree char *filled =
      wijk_words_fill (words, "document/footer", "title", "{number}", "number", "3", NULL);
  g_autofree char *moment = wijk_words_moment (words, 2026, 1, 2, 3, 4);

  g_assert_cmpstr (one, ==, "Er is 1 reactie.");
  g_assert_cmpstr (many, ==, "Er zijn 1.200 reacties.");
  g_assert_cmpstr (filled, ==, "{number}, versie 3");
  g_assert_cmpstr (moment, ==, "2 januari 2026, 03.04 uur");
  g_assert_cmpstr (wijk_words_choose (words, "outcome", "overgenomen"), ==, "Overgenomen");
  g_assert_cmpstr (wijk_words_choose (words, "outcome", "nieuw"), ==, "nieuw");
  g_assert_cmpstr (wijk_words_choose (words, "outcome", NULL), ==, "");
}

static void
test_languages (void)
{
  static const char *const languages[] = { "nl", "nl-NL", "fy", "../../x", "", NULL };
  g_autofree char *folder = g_build_filename (publish_sample_resources (), "words", NULL);
  g_autoptr (WijkWords) none = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (WijkWords) words = wijk_words_load (folder, languages[i], NULL);

      g_assert_nonnull (words);
      g_assert_cmpstr (wijk_words_get (words, "heading/contents"), ==, "Inhoud");
    }
  none = wijk_words_load ("/nonexistent", "nl", &error);
  g_assert_null (none);
  g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_RESOURCES);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/words/numbers", test_numbers);
  g_test_add_func ("/publish/words/decimals", test_decimals);
  g_test_add_func ("/publish/words/money", test_money);
  g_test_add_func ("/publish/words/dates", test_dates);
  g_test_add_func ("/publish/words/years", test_years);
  g_test_add_func ("/publish/words/sentences", test_sentences);
  g_test_add_func ("/publish/words/languages", test_languages);
  return g_test_run ();
}
