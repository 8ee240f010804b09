/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-text-random.h"

#include "wijk-fold.h"

#include <string.h>

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *key;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { " \t\n ", "" },
    { "Enquête", "enquete" },
    { "ENQUÊTE", "enquete" },
    { "Enque\u0302te", "enquete" },
    { "café, naïef, coöperatie, Curaçao", "cafe, naief, cooperatie, curacao" },
    { "IJsbaan ĳsbaan Ĳsbaan", "ijsbaan ijsbaan ijsbaan" },
    { "ﬁets en oﬀerte", "fiets en offerte" },
    { "Straße STRASSE groẞ", "strasse strasse gross" },
    { "Ærø, Œuvre, Łódź, Đorđe, Þór", "aero, oeuvre, lodz, dorde, thor" },
    { "İstanbul Isparta ısı", "istanbul isparta isi" },
    { "‘te’ ‚snel‛ `x´", "'te' 'snel' 'x'" },
    { "“zo” „zei“ «zij» ″", "\"zo\" \"zei\" \"zij\" \"" },
    { "a–b—c‑d‐e−f―g", "a-b-c-d-e-f-g" },
    { "wijk\u00advisie\u200b\u2060\ufeff", "wijkvisie" },
    { "a\u00a0 b\u2028c\u2003d\r\n\te", "a b c d e" },
    { "  veel    ruimte  ", "veel ruimte" },
    { "½ m² № 5 …", "1\u20442 m2 no 5 ..." },
    { "ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ" },
    { "Ёлка МОСКВА", "елка москва" },
    { "😀 A", "😀 a" },
    { "a\001b\177c", "a b c" },
    { "\303(", "\ufffd(" },
    { "½", "1\u20442" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = wijk_fold (cases[i].text);
      g_autofree char *again = wijk_fold (key);

      g_assert_cmpstr (key, ==, cases[i].key);
      g_assert_cmpstr (again, ==, key);
    }
}

static void
test_contains (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    gboolean is_found;
  } cases[] = {
    { "De wijkenquête van mei", "enquete", TRUE },
    { "De wijkenquête van mei", "ENQUÊTE  wijk", TRUE },
    { "De wijkenquête van mei", "mei enq", TRUE },
    { "De wijkenquête van mei", "mei juni", FALSE },
    { "De wijkenquête van mei", "", TRUE },
    { "De wijkenquête van mei", "   ", TRUE },
    { "", "a", FALSE },
    { "", "", TRUE },
    { "ab", "abc", FALSE },
    { "aa", "a a aa", TRUE },
    { "’s avonds", "'s", TRUE },
    { "twee woorden", "wee woor", TRUE },
    { "twee woorden", "eew", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *key = wijk_fold (cases[i].text);
      g_auto (GStrv) words = wijk_fold_words (cases[i].query);

      g_assert_cmpint (
          wijk_fold_contains_all (key, (const char *const *) words), ==, cases[i].is_found);
    }
}

static void
test_random (void)
{
  for (guint seed = 0; seed < 5000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *text = random_text (rand, 20);
      g_autofree char *upper = g_utf8_strup (text, -1);
      g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
      g_autofree char *key = wijk_fold (text);
      g_autofree char *again = wijk_fold (key);
      g_autofree char *of_upper = wijk_fold (upper);
      g_autofree char *of_composed = wijk_fold (composed);

      g_assert_cmpstr (again, ==, key);
      g_assert_cmpstr (of_upper, ==, key);
      g_assert_cmpstr (of_composed, ==, key);
    }
}

/* Every character there is: folding twice changes nothing, and leaves no marks or capitals. */
static void
test_every_character (void)
{
  for (gunichar c = 1; c < 0x20000; c++)
    {
      char utf8[7] = { 0 };
      g_autofree char *key = NULL;
      g_autofree char *again = NULL;

      if (c >= 0xd800 && c < 0xe000)
        continue;
      g_unichar_to_utf8 (c, utf8);
      key = wijk_fold (utf8);
      again = wijk_fold (key);
      g_assert_cmpstr (again, ==, key);
      for (const char *p = key; *p != '\0'; p = g_utf8_next_char (p))
        g_assert_false (g_unichar_ismark (g_utf8_get_char (p)));
    }
}

static void
test_speed (void)
{
  const char *const words[] = { "enquete", "verkeer", NULL };
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  gint64 best = G_MAXINT64;
  guint n_found = 0;

  for (guint i = 0; i < 10000; i++)
    {
      GString *text = g_string_new (NULL);

      while (text->len < 190)
        g_string_append_printf (text, "het verkeer in de wijk %u is te druk, ", i);
      g_string_append (text, i % 10 == 0 ? "wijkenquête" : "");
      g_ptr_array_add (keys, wijk_fold (text->str));
      g_string_free (text, TRUE);
    }

  for (guint trial = 0; trial < 9; trial++)
    {
      gint64 start = g_get_monotonic_time ();

      n_found = 0;
      for (guint i = 0; i < keys->len; i++)
        n_found += wijk_fold_contains_all (keys->pdata[i], words);
      best = MIN (best, g_get_monotonic_time () - start);
    }

  g_assert_cmpuint (n_found, ==, 1000);
  g_test_minimized_result (best / 1e6, "10,000 remarks searched in %.2f ms", best / 1e3);
  if (g_test_perf ())
    g_assert_cmpint (best, <, 2000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/fold/cases", test_cases);
  g_test_add_func ("/text/fold/contains", test_contains);
  g_test_add_func ("/text/fold/random", test_random);
  g_test_add_func ("/text/fold/every-character", test_every_character);
  g_test_add_func ("/text/fold/speed", test_speed);

  return g_test_run ();
}
