/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-text-random.h"

#include "wijk-paste.h"

#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *clean;
  } cases[] = {
    { "", -1, "" },
    { "gewoon é 😀", -1, "gewoon é 😀" },
    { "a\r\nb\rc\nd", -1, "a\nb\nc\nd" },
    { "a\r\r\n\nb", -1, "a\n\n\nb" },
    { "a\vb\fc\302\205d\u2029e", -1, "a\nb\nc\nd\ne" },
    { "a\u2028b\tc", -1, "a\u2028b\tc" },
    { "a\0b\0", 4, "ab" },
    { "a\0b", -1, "a" },
    { "abc", 2, "ab" },
    { "a\001\002\033[1m\177b", -1, "a[1mb" },
    { "a\302\200\302\237b", -1, "ab" },
    { "a\ue000\uf8ff\U000f0000\U0010fffdb", -1, "ab" },
    { "a\ufffe\uffff\ufdd0\ufdef\U0001fffeb", -1, "ab" },
    { "\ufeffa\u2060b", -1, "ab" },
    { "a\377b\303", -1, "a\ufffdb\ufffd" },
    { "a\355\240\200b", -1, "a\ufffd\ufffd\ufffdb" },
    { "zacht\u00adteken \u200d\u200b", -1, "zacht\u00adteken \u200d\u200b" },
    { "\ufffd", -1, "\ufffd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = wijk_text_clean_paste (cases[i].text, cases[i].length);
      g_autofree char *again = wijk_text_clean_paste (clean, -1);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_clean_bytes (void)
{
  for (guint seed = 0; seed < 5000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      char bytes[64];
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;

      for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = g_rand_int_range (rand, 0, 256);
      clean = wijk_text_clean_paste (bytes, sizeof bytes);
      again = wijk_text_clean_paste (clean, -1);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_null (strchr (clean, '\r'));
      g_assert_cmpstr (again, ==, clean);
    }
}

static void
test_split (void)
{
  static const struct
  {
    const char *text;
    gsize most;
    const char *paragraphs;
  } cases[] = {
    { "", 10, "" },
    { "kort", 10, "kort" },
    { "precies 10", 10, "precies 10" },
    { "Een twee. Drie vier.", 15, "Een twee.|Drie vier." },
    { "Een twee! Drie vier.", 15, "Een twee!|Drie vier." },
    { "Een \"twee.\" Drie vier.", 15, "Een \"twee.\"|Drie vier." },
    { "Een twee… Drie vier.", 15, "Een twee…|Drie vier." },
    { "Een bijv. drie vier vijf", 15, "Een bijv. drie|vier vijf" },
    { "Ja. Een twee drie vier", 15, "Ja. Een twee|drie vier" },
    { "Een twee.   Drie vier.", 15, "Een twee.|Drie vier." },
    { "een twee drie vier", 9, "een twee|drie vier" },
    { "aaaaaaaaaabbbbbbbbbb", 10, "aaaaaaaaaa|bbbbbbbbbb" },
    { "ééééé", 4, "éé|éé|é" },
    { "aae\u0301bb", 3, "aa|e\u0301|bb" },
    { "aaa   ", 3, "aaa" },
    { "Een. 😀😀😀", 5, "Een.|😀|😀|😀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) split = wijk_text_split_long_paragraph (cases[i].text, cases[i].most);
      g_autofree char *joined = g_strjoinv ("|", split);

      g_assert_cmpstr (joined, ==, cases[i].paragraphs);
    }
}

static char *
without_spaces (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free_and_steal (out);
}

static void
check_split (const char *text, gsize most)
{
  g_auto (GStrv) split = wijk_text_split_long_paragraph (text, most);
  g_autofree char *joined = g_strjoinv (" ", split);
  g_autofree char *before = without_spaces (text);
  g_autofree char *after = without_spaces (joined);

  g_assert_cmpstr (after, ==, before);
  for (guint i = 0; split[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (split[i]), <=, most);
      g_assert_true (g_utf8_validate (split[i], -1, NULL));
    }
}

static void
test_split_random (void)
{
  for (guint seed = 0; seed < 5000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *text = random_text (rand, 60);

      check_split (text, g_rand_int_range (rand, 8, 60));
    }
}

/* 200 kB of sentences: every paragraph ends one, and no words are cut. */
static void
test_split_long (void)
{
  g_autoptr (GString) text = g_string_new ("Begin.");
  g_auto (GStrv) split = NULL;
  g_autofree char *joined = NULL;

  while (text->len < 200000)
    g_string_append (text, " De wijk heeft meer groen nodig, zeggen bijv. de bewoners.");

  split = wijk_text_split_long_paragraph (text->str, WIJK_PARAGRAPH_MOST);
  joined = g_strjoinv (" ", split);
  g_assert_cmpstr (joined, ==, text->str);
  g_assert_cmpuint (g_strv_length (split), <, 110);
  for (guint i = 0; split[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (split[i]), <=, WIJK_PARAGRAPH_MOST);
      g_assert_true (g_str_has_suffix (split[i], "bewoners."));
    }

  g_string_truncate (text, 0);
  while (text->len < 200000)
    g_string_append (text, "geenspatie");
  check_split (text->str, WIJK_PARAGRAPH_MOST);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/paste/clean", test_clean);
  g_test_add_func ("/text/paste/clean-bytes", test_clean_bytes);
  g_test_add_func ("/text/paste/split", test_split);
  g_test_add_func ("/text/paste/split-random", test_split_random);
  g_test_add_func ("/text/paste/split-long", test_split_long);

  return g_test_run ();
}
