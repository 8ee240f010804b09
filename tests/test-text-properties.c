/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-text-random.h"

#include "wijk-blocks.h"

#define N_TRIALS 20000

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/properties/built", test_built);
  g_test_add_func ("/text/properties/foreign", test_foreign);

  return g_test_run ();
}
