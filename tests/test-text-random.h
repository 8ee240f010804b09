/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-blocks.h"

G_BEGIN_DECLS

/* Random rich text for the property tests: full of what has a meaning in CommonMark. */

static const char *const random_bits[] = {
  "*",         "_",
  "#",         "1.",
  "2)",        "-",
  "+",         "[",
  "]",         "<",
  ">",         "&",
  "\\",        "`",
  "``",        "~",
  "~~",        "|",
  "!",         "(",
  ")",         ":",
  "=",         "===",
  "---",       " ",
  "  ",        "\t",
  "\"",        "'",
  "^",         "[^1]",
  "[^noot-2]", "a",
  "b",         "wijk",
  "é",         "\u00ad",
  "😀",        "\u00a0",
  "\u2028",    "\u2060",
  "\u3000",    "·",
  "€",         "a_b",
  "<div>",     "<br>",
  "<b>",       "</b>",
  "&amp;",     "&copy;",
  "12345",     "1",
  ".",         ",",
  "x y z",     "http://a.b/c_d",
  "$",         "%",
  "@",         "/",
  "?",         "<!--",
  "-->",       "![",
  "](",        "[a](b)",
  "**",        "__",
  "e.g.",      "“",
  "”",         "–",
  "\ufdd0",    "\u200b",
};

static inline const char *
random_bit (GRand *rand)
{
  return random_bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (random_bits))];
}

static inline char *
random_text (GRand *rand, guint most)
{
  GString *out = g_string_new (NULL);

  for (guint n = g_rand_int_range (rand, 0, most + 1); n > 0; n--)
    g_string_append (out, random_bit (rand));

  return g_string_free_and_steal (out);
}

static inline void
random_spans (GRand *rand, WijkBlock *block)
{
  static const char *const uris[] = {
    "wijk:remark/remark-00000000000000000000000001",
    "",
    "https://leiden.nl/a?b=1&amp;c=(2)",
    "a b|c\\`*<>",
  };
  static const char *const literals[] = { "<u>",  "<!-- x -->", "![a](b)", "<div>",
                                          "</u>", "garbage <",  "![" };

  for (guint n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      WijkStyle style = g_rand_int_range (rand, 0, 3) == 0 ? 0 : g_rand_int_range (rand, 0, 16);
      const char *uri =
          g_rand_int_range (rand, 0, 4) == 0 ? uris[g_rand_int_range (rand, 0, 4)] : NULL;
      g_autofree char *text = random_text (rand, 5);

      switch (g_rand_int_range (rand, 0, 12))
        {
        case 0:
          wijk_block_append (block, "[^1]", style | WIJK_STYLE_FOOTNOTE, uri);
          break;
        case 1:
          wijk_block_append (
              block, literals[g_rand_int_range (rand, 0, 5)], style | WIJK_STYLE_LITERAL, uri);
          break;
        default:
          wijk_block_append (block, text, style, uri);
          break;
        }
    }
}

static inline WijkBlock *
random_table (GRand *rand)
{
  guint n_columns = g_rand_int_range (rand, 1, 4);
  WijkBlock *table = wijk_block_new_table (n_columns);

  for (guint column = 0; column < n_columns; column++)
    wijk_block_set_align (table, column, g_rand_int_range (rand, 0, 4));
  for (guint row = 0, n = g_rand_int_range (rand, 1, 4); row < n; row++)
    {
      wijk_block_add_row (table);
      for (guint column = 0; column < n_columns; column++)
        random_spans (rand, wijk_block_get_cell (table, row, column));
    }

  return table;
}

static inline WijkBlock *
random_block (GRand *rand)
{
  static const char *const literals[] = {
    "***",   "```c\nint a;\n\n  b\n```", "<div>\nx\n</div>", "[^1]: een noot", "- a\n\n      code",
    "> - a", "<!-- a\n\nb -->",          "[a]: /b",          "1. # a",         "````\n```\n````",
  };
  WijkBlockKind kind = g_rand_int_range (rand, 0, WIJK_BLOCK_LITERAL + 1);
  WijkBlock *block;

  if (kind == WIJK_BLOCK_TABLE)
    return random_table (rand);

  block = wijk_block_new (kind, g_rand_int_range (rand, 0, 10));
  if (kind == WIJK_BLOCK_LITERAL)
    wijk_block_append (
        block, literals[g_rand_int_range (rand, 0, G_N_ELEMENTS (literals))], 0, NULL);
  else
    random_spans (rand, block);
  if (g_rand_int_range (rand, 0, 4) == 0)
    wijk_block_set_start (block, g_rand_int_range (rand, 0, 12));

  return block;
}

static inline WijkBlocks *
random_blocks (GRand *rand)
{
  WijkBlocks *blocks = wijk_blocks_new ();

  for (guint n = g_rand_int_range (rand, 1, 8); n > 0; n--)
    wijk_blocks_append (blocks, random_block (rand));

  return blocks;
}

/* A text as others might write it, or no human ever would. */
static inline char *
random_commonmark (GRand *rand)
{
  static const char *const starts[] = {
    "",      "",          "",          "- ",  "  - ", "* ",    "1. ",    "7) ", "   ",
    "    ",  "\t",        "> ",        ">> ", "> - ", "# ",    "##### ", "```", "~~~",
    "| ",    "|---|---|", "| a | b |", "---", "===",  "<div>", "<!--",   "-->", "[^1]: ",
    "[a]: ", "<pre>",     "</pre>",    "***", "- - ", "  ",    "      ",
  };
  GString *out = g_string_new (NULL);

  for (guint n = g_rand_int_range (rand, 0, 10); n > 0; n--)
    {
      g_autofree char *text = random_text (rand, 8);

      g_string_append (out, starts[g_rand_int_range (rand, 0, G_N_ELEMENTS (starts))]);
      if (g_rand_int_range (rand, 0, 4) > 0)
        g_string_append (out, text);
      g_string_append (out, g_rand_int_range (rand, 0, 3) == 0 ? "\n\n" : "\n");
    }

  return g_string_free_and_steal (out);
}

G_END_DECLS
