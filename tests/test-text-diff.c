/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-text-random.h"

#include "wijk-text-diff.h"

#include <string.h>

/* "kept [-removed-] {+added+}" */
static char *
describe (const char *old_text, const char *new_text)
{
  g_autoptr (WijkTextDiff) diff = wijk_text_diff_new (old_text, new_text);
  GString *out = g_string_new (NULL);
  guint n;
  const WijkDiffRun *runs = wijk_text_diff_get_runs (diff, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_new = runs[i].kind == WIJK_DIFF_ADDED;
      guint start = is_new ? runs[i].new_start : runs[i].old_start;
      guint end = is_new ? runs[i].new_end : runs[i].old_end;
      const char *text = (is_new ? new_text : old_text) + start;

      if (runs[i].kind == WIJK_DIFF_KEPT)
        g_string_append_printf (out, "%.*s", (int) (end - start), text);
      else if (is_new)
        g_string_append_printf (out, "{+%.*s+}", (int) (end - start), text);
      else
        g_string_append_printf (out, "[-%.*s-]", (int) (end - start), text);
    }

  return g_string_free_and_steal (out);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *old_text;
    const char *new_text;
    const char *diff;
  } cases[] = {
    { "", "", "" },
    { "", "nieuw", "{+nieuw+}" },
    { "oud", "", "[-oud-]" },
    { "gelijk", "gelijk", "gelijk" },
    { "een groot plein", "een klein plein", "een [-groot-]{+klein+} plein" },
    { "een plein", "een groen plein", "een {+groen +}plein" },
    { "een groen plein", "een plein", "een [-groen -]plein" },
    { "meer groen.", "meer groen en water.", "meer groen{+ en water+}." },
    { "de oude kerk hier", "de nieuwe school hier", "de [-oude kerk-]{+nieuwe school+} hier" },
    { "Enquête", "enquête", "[-Enquête-]{+enquête+}" },
    { "cafe\u0301", "cafe", "[-cafe\u0301-]{+cafe+}" },
    { "a\n\nb", "a\nb", "a[-\n\n-]{+\n+}b" },
    { "100 bomen", "120 bomen", "[-100-]{+120+} bomen" },
    { "a b c", "c b a", "[-a-]{+c+} b [-c-]{+a+}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *diff = describe (cases[i].old_text, cases[i].new_text);

      g_assert_cmpstr (diff, ==, cases[i].diff);
    }
}

/* The promises of the header; returns how many bytes are kept. */
static gsize
check_diff (const char *old_text, const char *new_text)
{
  g_autoptr (WijkTextDiff) diff = wijk_text_diff_new (old_text, new_text);
  g_autoptr (GString) old_again = g_string_new (NULL);
  g_autoptr (GString) new_again = g_string_new (NULL);
  guint n, old_end = 0, new_end = 0;
  const WijkDiffRun *runs = wijk_text_diff_get_runs (diff, &n);
  gsize kept = 0;

  for (guint i = 0; i < n; i++)
    {
      const WijkDiffRun *run = &runs[i];

      g_assert_cmpuint (run->old_start, ==, old_end);
      g_assert_cmpuint (run->new_start, ==, new_end);
      old_end = run->old_end;
      new_end = run->new_end;
      g_assert_true (i == 0 || run->kind != runs[i - 1].kind);

      if (run->kind == WIJK_DIFF_KEPT)
        {
          kept += run->old_end - run->old_start;
          g_assert_cmpmem (old_text + run->old_start,
                           run->old_end - run->old_start,
                           new_text + run->new_start,
                           run->new_end - run->new_start);
        }
      if (run->kind == WIJK_DIFF_REMOVED)
        g_assert_cmpuint (run->new_start, ==, run->new_end);
      if (run->kind == WIJK_DIFF_ADDED)
        g_assert_cmpuint (run->old_start, ==, run->old_end);

      g_string_append_len (old_again, old_text + run->old_start, run->old_end - run->old_start);
      g_string_append_len (new_again, new_text + run->new_start, run->new_end - run->new_start);
    }

  g_assert_cmpstr (old_again->str, ==, old_text);
  g_assert_cmpstr (new_again->str, ==, new_text);

  return kept;
}

static void
test_random (void)
{
  for (guint seed = 0; seed < 10000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *old_text = random_text (rand, 40);
      g_autofree char *new_text = random_text (rand, 40);

      check_diff (old_text, new_text);
      g_assert_cmpuint (check_diff (old_text, old_text), ==, strlen (old_text));
    }
}

/* A text of few different words, so that much is alike, and one edited a little. */
static void
test_edited (void)
{
  static const char *const words[] = { "de", "wijk", "het", "park", "groen", "en", "." };

  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) old_text = g_string_new (NULL);
      g_autoptr (GString) new_text = g_string_new (NULL);
      guint n_edits = 0;

      for (guint i = 0; i < 600; i++)
        {
          const char *word = words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];

          g_string_append_printf (old_text, "%s ", word);
          if (g_rand_int_range (rand, 0, 30) == 0)
            n_edits++;
          else
            g_string_append_printf (new_text, "%s ", word);
        }

      g_assert_cmpuint (check_diff (old_text->str, new_text->str), >=, new_text->len - n_edits);
    }
}

static void
test_large (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);
  g_autoptr (GString) edited = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();

  while (old_text->len < (g_test_slow () ? 2000000u : 400000u))
    {
      guint word = g_rand_int_range (rand, 0, 5000);

      g_string_append_printf (old_text, "w%u ", word);
      g_string_append_printf (new_text, "w%u ", g_rand_int_range (rand, 0, 5000));
      if (g_rand_int_range (rand, 0, 1000) > 0)
        g_string_append_printf (edited, "w%u ", word);
    }

  check_diff (old_text->str, new_text->str);
  g_test_message ("unlike: %.0f ms", (g_get_monotonic_time () - start) / 1e3);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);

  start = g_get_monotonic_time ();
  g_assert_cmpuint (check_diff (old_text->str, edited->str), >, edited->len * 99 / 100);
  g_test_message ("edited: %.0f ms", (g_get_monotonic_time () - start) / 1e3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/diff/cases", test_cases);
  g_test_add_func ("/text/diff/random", test_random);
  g_test_add_func ("/text/diff/edited", test_edited);
  g_test_add_func ("/text/diff/large", test_large);

  return g_test_run ();
}
