/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-text-random.h"

#include "wijk-blocks.h"

#include <string.h>

/* With `-m slow` far more; the seeds are always the same. */
#define N_TRIALS (g_test_slow () ? 200000u : 4000u)

static void
describe (const char *title, WijkBlocks *blocks)
{
  g_test_message ("%s", title);
  for (guint i = 0; i < wijk_blocks_get_n_blocks (blocks); i++)
    {
      WijkBlock *block = wijk_blocks_get_block (blocks, i);
      guint n;
      const WijkSpan *spans = wijk_block_get_spans (block, &n);

      g_test_message ("  kind %d level %u start %u",
                      wijk_block_get_kind (block),
                      wijk_block_get_level (block),
                      wijk_block_get_start (block));
      for (guint j = 0; j < n; j++)
        g_test_message ("    %x <%s> [%.*s]",
                        spans[j].style,
                        spans[j].uri,
                        (int) (spans[j].end - spans[j].start),
                        wijk_block_get_text (block) + spans[j].start);
    }
}

static void
check_blocks (guint seed, WijkBlocks *blocks)
{
  g_autofree char *written = wijk_blocks_write (blocks);
  g_autoptr (WijkBlocks) read = wijk_blocks_parse (written);
  g_autofree char *again = wijk_blocks_write (read);

  if (!wijk_blocks_equal (blocks, read) || !g_str_equal (written, again))
    {
      describe ("blocks", blocks);
      describe ("read", read);
      g_test_message ("seed %u\n%s\n---\n%s", seed, written, again);
      g_assert_not_reached ();
    }
}

/* A lone empty paragraph is written as "", which is no block. */
static gboolean
is_no_text (WijkBlocks *blocks)
{
  WijkBlock *first = wijk_blocks_get_block (blocks, 0);

  return wijk_blocks_get_n_blocks (blocks) == 1 &&
         wijk_block_get_kind (first) == WIJK_BLOCK_PARAGRAPH &&
         *wijk_block_get_text (first) == '\0';
}

static void
test_built (void)
{
  for (guint seed = 0; seed < N_TRIALS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (WijkBlocks) blocks = random_blocks (rand);

      if (is_no_text (blocks))
        continue;
      check_blocks (seed, blocks);
    }
}

static void
test_foreign (void)
{
  for (guint seed = 0; seed < N_TRIALS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *text = random_commonmark (rand);
      g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (text);

      check_blocks (seed, blocks);
    }
}

/* No word that others wrote is lost, whatever stands around it. */
static void
test_words (void)
{
  for (guint seed = 0; seed < N_TRIALS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *around = random_commonmark (rand);
      g_auto (GStrv) pieces = g_strsplit (around, " ", -1);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (WijkBlocks) blocks = NULL;
      g_autofree char *written = NULL;
      guint n = 0;

      for (; pieces[n] != NULL; n++)
        g_string_append_printf (text, "%s w%ux ", pieces[n], n);

      blocks = wijk_blocks_parse (text->str);
      written = wijk_blocks_write (blocks);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *word = g_strdup_printf ("w%ux", i);

          if (strstr (written, word) == NULL)
            g_test_message ("%s is lost:\n%s\n---\n%s", word, text->str, written);
          g_assert_nonnull (strstr (written, word));
        }
    }
}

static char *
repeat (const char *text, guint n)
{
  GString *out = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (out, text);

  return g_string_free_and_steal (out);
}

/* Time stays within reach of the length, and so does the stack. Most take some 50 ms. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *before;
    const char *again;
    guint n;
    const char *after;
  } cases[] = {
    { "", ">", 100000, "" },
    { "", "> ", 100000, "a" },
    { "", "[", 100000, "" },
    { "", "[a](", 50000, "" },
    { "", "![", 50000, "" },
    { "", "[a](<b", 50000, "" },
    { "", "[^1]", 50000, "" },
    { "", "[^a", 50000, "" },
    { "", "*a ", 50000, "" },
    { "", "a**", 50000, "" },
    { "", "*a _a ", 50000, "" },
    { "", "**x* ", 50000, "" },
    { "", "~~a*b~~ *", 30000, "" },
    { "", "`x``y```z", 20000, "" },
    { "", "- ", 50000, "a" },
    { "- - - - - - - - a", "\n", 100000, "" },
    { "", "<", 100000, "" },
    { "", "a <!-- ", 30000, "" },
    { "", "a <?", 50000, "" },
    { "", "&a", 50000, "" },
    { "", "a|b\n", 50000, "" },
    { "", "a|b\n-|\n", 50000, "" },
    { "", "|", 100000, "" },
    { "", "[a]: /u\n", 50000, "" },
    { "", "a\\\n", 100000, "" },
    { "", "\377\376", 50000, "" },
    { "", "[^1]: x\n\n    y\n\n", 20000, "" },
    { "", "***\n", 100000, "" },
    { "", "```\na\n```\n", 30000, "" },
    { "", "- # a\n\n* # b\n\n", 20000, "" },
    { "[a]: /b\n\n", "[a] ", 50000, "" },
    { "", "**Een** paragraaf [van](wijk:remark/x) 200 kB. ", 4400, "" },
    { "", "Twee MB in *gewone* paragrafen.\n\n", 60000, "" },
    { "", "<b>x</b>", 30000, "" },
    { "", "<div>\n\n", 50000, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *middle =
          repeat (cases[i].again, g_test_slow () ? cases[i].n : cases[i].n / 4);
      g_autofree char *text = g_strconcat (cases[i].before, middle, cases[i].after, NULL);
      gint64 start = g_get_monotonic_time ();
      g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (text);
      g_autofree char *written = wijk_blocks_write (blocks);
      gint64 taken = g_get_monotonic_time () - start;
      g_autoptr (WijkBlocks) again = wijk_blocks_parse (written);

      g_test_message ("%u: %.0f ms", i, taken / 1e3);
      g_assert_cmpint (taken, <, 20 * G_USEC_PER_SEC);
      g_assert_true (wijk_blocks_equal (blocks, again));
    }
}

/* A new level on each line, indented further, then many blank lines. */
static void
test_deep_indent (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (WijkBlocks) blocks = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%*s- a\n", (int) i * 2, "");
  for (guint i = 0; i < 50000; i++)
    g_string_append_c (text, '\n');

  blocks = wijk_blocks_parse (text->str);
  g_assert_cmpuint (wijk_blocks_get_n_blocks (blocks), ==, 1000);
  check_blocks (0, blocks);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/properties/built", test_built);
  g_test_add_func ("/text/properties/foreign", test_foreign);

  g_test_add_func ("/text/properties/words", test_words);
  g_test_add_func ("/text/properties/hostile", test_hostile);
  g_test_add_func ("/text/properties/deep-indent", test_deep_indent);

  return g_test_run ();
}
