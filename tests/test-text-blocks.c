/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks.h"

#include <string.h>

static void
describe_text (GString *out, WijkBlock *block)
{
  static const char letters[] = "bisc^l";
  guint n;
  const WijkSpan *spans = wijk_block_get_spans (block, &n);
  const char *text = wijk_block_get_text (block);
  guint end = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_plain = spans[i].style == WIJK_STYLE_PLAIN && spans[i].uri == NULL;

      g_assert_cmpuint (spans[i].start, ==, end);
      g_assert_cmpuint (spans[i].end, >, end);
      end = spans[i].end;

      if (!is_plain)
        g_string_append_c (out, '{');
      for (guint j = 0; j < 6; j++)
        if (spans[i].style & (1 << j))
          g_string_append_c (out, letters[j]);
      if (spans[i].uri != NULL)
        g_string_append_printf (out, "<%s>", spans[i].uri);
      g_string_append (out, is_plain ? "" : ":");
      g_string_append_len (out, text + spans[i].start, spans[i].end - spans[i].start);
      if (!is_plain)
        g_string_append_c (out, '}');
    }
  g_assert_cmpuint (end, ==, strlen (text));
}

/* Each block in a pair of brackets: kind, level and start, text with "{style<link>:...}". */
static char *
describe (WijkBlocks *blocks)
{
  static const char *const kinds[] = { "p", "h", "-", "n", "q", "t", "x" };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < wijk_blocks_get_n_blocks (blocks); i++)
    {
      WijkBlock *block = wijk_blocks_get_block (blocks, i);

      g_string_append_printf (out, "[%s", kinds[wijk_block_get_kind (block)]);
      if (wijk_block_get_level (block) > 0)
        g_string_append_printf (out, "%u", wijk_block_get_level (block));
      if (wijk_block_get_start (block) > 0)
        g_string_append_printf (out, "@%u", wijk_block_get_start (block));
      g_string_append_c (out, ' ');
      describe_text (out, block);
      for (guint row = 0; row < wijk_block_get_n_rows (block); row++)
        for (guint column = 0; column < wijk_block_get_n_columns (block); column++)
          {
            g_string_append_printf (
                out, "%s%s", row > 0 && column == 0 ? "/" : "", column > 0 ? ";" : "");
            if (row == 0)
              g_string_append_c (out, ".<=>"[wijk_block_get_align (block, column)]);
            describe_text (out, wijk_block_get_cell (block, row, column));
          }
      g_string_append_c (out, ']');
    }

  return g_string_free_and_steal (out);
}

/* What others write: the blocks, and how they are written by us. */
static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *blocks;
    const char *written;
  } cases[] = {
    { NULL, "", "" },
    { "", "", "" },
    { " \n\n", "", "" },
    { "Een wijk", "[p Een wijk]", "Een wijk" },
    { "een\ntwee\r\ndrie\rvier", "[p een twee drie vier]", "een twee drie vier" },
    { "een  \ntwee\\\ndrie", "[p een\u2028twee\u2028drie]", "een\\\ntwee\\\ndrie" },
    { "een<br>twee<BR />drie", "[p een\u2028twee\u2028drie]", "een\\\ntwee\\\ndrie" },
    { "a\n\nb", "[p a][p b]", "a\n\nb" },
    { "a\n\n&#8288;\n\nb", "[p a][p ][p b]", "a\n\n\u2060\n\nb" },

    { "# a\n## b\n### c\n#### d\n##### e\n###### f",
      "[h1 a][h2 b][h3 c][h4 d][h4 e][h4 f]",
      "# a\n\n## b\n\n### c\n\n#### d\n\n#### e\n\n#### f" },
    { "Een\nkop\n===\n\nTwee\n---", "[h1 Een kop][h2 Twee]", "# Een kop\n\n## Twee" },
    { "#", "[h1 ]", "# \u2060" },
    { "# C\\#", "[h1 C#]", "# C\\#" },

    { "*a* **b** ***c*** ~~d~~ `e`",
      "[p {i:a} {b:b} {bi:c} {s:d} {c:e}]",
      "*a* **b** **\u2060*c*\u2060** ~~d~~ `e`" },
    { "_a_ __b__ ~5 en ~6", "[p {i:a} {b:b} ~5 en ~6]", "*a* **b** \\~5 en \\~6" },
    { "**een *twee* drie**", "[p {b:een }{bi:twee}{b: drie}]", "**een *twee* drie**" },
    { "``a ` b``", "[p {c:a ` b}]", "``a ` b``" },
    { "a*b*c", "[p a{i:b}c]", "a*b*c" },

    { "[R-412](wijk:remark/remark-1)",
      "[p {<wijk:remark/remark-1>:R-412}]",
      "[R-412](wijk:remark/remark-1)" },
    { "[**a** b](c \"titel\")", "[p {b<c>:a}{<c>: b}]", "[**a** b](c)" },
    { "**zie [a](b)**", "[p {b:zie }{b<b>:a}]", "**zie [a](b)**" },
    { "<https://leiden.nl>",
      "[p {<https://leiden.nl>:https://leiden.nl}]",
      "[https://leiden.nl](https://leiden.nl)" },
    { "[a](</een twee(>)", "[p {</een twee(>:a}]", "[a](/een&#32;twee\\()" },
    { "[a](b?c=1&d=2&amp;copy;)", "[p {<b?c=1&d=2&copy;>:a}]", "[a](b?c=1&d=2&amp;copy;)" },
    { "[a][1] [1]\n\n[1]: http://x",
      "[p {<http://x>:a} {<http://x>:1}][x [1]: http://x]",
      "[a](http://x) [1](http://x)\n\n[1]: http://x" },
    { "![foto](wijk:image/ab \"t\") en <u>dit</u>",
      "[p {l:![foto](wijk:image/ab \"t\")} en {l:<u>}dit{l:</u>}]",
      "\u2060![foto](wijk:image/ab \"t\") en <u>dit</u>" },

    { "- a\n- b\n\n+ c", "[-1 a][-1 b][-1 c]", "- a\n- b\n- c" },
    { "- a\n  - b\n    - c\n- d", "[-1 a][-2 b][-3 c][-1 d]", "- a\n  - b\n    - c\n- d" },
    { "1. a\n1. b\n   1. c\n2. d", "[n1 a][n1 b][n2 c][n1 d]", "1. a\n2. b\n   1. c\n3. d" },
    { "3) a\n4) b", "[n1@3 a][n1 b]", "3. a\n4. b" },
    { "1. a\n\n1) b", "[n1 a][n1@1 b]", "1. a\n1) b" },
    { "0. a", "[n1 a]", "1. a" },
    { "- a\n\n  meer\n\n  - b\n\n  nog meer\n- c",
      "[-1 a][p1 meer][-2 b][p1 nog meer][-1 c]",
      "- a\n\n  meer\n  - b\n\n  nog meer\n- c" },
    { "- a\n\n\n\nb", "[-1 a][p b]", "- a\n\nb" },
    { "- a\n  7. b", "[-1 a 7. b]", "- a 7. b" },
    { "- a\n\n  7. b", "[-1 a][n2@7 b]", "- a\n\n  7. b" },
    { "-\n- - a", "[-1 ][-1 ][-2 a]", "- \u2060\n- \u2060\n  - a" },
    { "- a\n1. b\n- c", "[-1 a][n1 b][-1 c]", "- a\n1. b\n- c" },
    { "- [ ] a", "[-1 [ ] a]", "- \\[ \\] a" },

    { "> a\n> b\n>\n> c\nlui", "[q a b][q c lui]", "> a b\n>\n> c lui" },
    { "> a\\\n> b\n\n> c", "[q a\u2028b][q c]", "> a\\\n> b\n>\n> c" },
    { ">", "[q ]", "> \u2060" },
    { "> # kop\n> - a", "[x > # kop\n> - a]", "> # kop\n> - a" },

    { "| a | b |\n|:-:|--:|\n| *c* | d\\|e |\n| f |",
      "[t =a;>b/{i:c};d|e/f;]",
      "| a | b |\n| :-: | --: |\n| *c* | d\\|e |\n| f |  |" },
    { "a | b\n--- | :--\n", "[t .a;<b]", "| a | b |\n| --- | :-- |" },
    { "| `a\\|b` | x<br>y |\n|-|-|",
      "[t .{c:a|b};.x\u2028y]",
      "| `a\\|b` | x<br>y |\n| --- | --- |" },
    { "tekst\n| a |\n| - |\n| b |", "[p tekst][t .a/b]", "tekst\n\n| a |\n| --- |\n| b |" },

    { "```c\nint a;\n```", "[x ```c\nint a;\n```]", "```c\nint a;\n```" },
    { "    een\n\n    twee", "[x ```\neen\n\ntwee\n```]", "```\neen\n\ntwee\n```" },
    { "~~~\n```\nopen", "[x ````\n```\nopen\n````]", "````\n```\nopen\n````" },
    { "a\n\n---\n\nb\n\n* * *", "[p a][x ***][p b][x ***]", "a\n\n***\n\nb\n\n***" },
    { "<div>\n*a*\n</div>\n\nb", "[x <div>\n*a*\n</div>][p b]", "<div>\n*a*\n</div>\n\nb" },
    { "a\n\n<!-- open\n\nb", "[p a][x <!-- open\n\nb\n-->]", "a\n\n<!-- open\n\nb\n-->" },
    { "<pre>\nopen\n\nb", "[x <pre>\nopen\n\nb\n</pre>]", "<pre>\nopen\n\nb\n</pre>" },
    { "- a\n\n      code\n\nb", "[x - a\n\n      code][p b]", "- a\n\n      code\n\nb" },
    { "- a\n\n<!-- -->\n\n- # b", "[-1 a][x - # b]", "- a\n\n<!-- -->\n\n- # b" },

    { "a[^1].\n\n[^1]: Een noot\n    gaat door\n\n    en nog\n\nb",
      "[p a{^:[^1]}.][x [^1]: Een noot\n    gaat door\n\n    en nog][p b]",
      "a[^1].\n\n[^1]: Een noot\n    gaat door\n\n    en nog\n\nb" },
    { "a\\[^1] `[^1]` [^a b] [^een_2][^3]",
      "[p a[^1] {c:[^1]} [^a b] {^:[^een_2]}{^:[^3]}]",
      "a\\[^1\\] `[^1]` \\[^a b\\] [^een_2][^3]" },
    { "[^zonder-verwijzing]: blijft",
      "[x [^zonder-verwijzing]: blijft]",
      "[^zonder-verwijzing]: blijft" },

    { "&lt;b&gt; &euro; &#0; \001a", "[p <b> € \ufffd a]", "\\<b> € \ufffd a" },
    { "\ufeffa\u2060b\ufdd0c", "[p abc]", "abc" },
    { "\377a", "[p \ufffda]", "\ufffda" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (cases[i].text);
      g_autofree char *described = describe (blocks);
      g_autofree char *written = wijk_blocks_write (blocks);
      g_autoptr (WijkBlocks) again = wijk_blocks_parse (written);

      g_assert_cmpstr (described, ==, cases[i].blocks);
      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_true (wijk_blocks_equal (blocks, again));
    }
}

/* What people type stays what they typed, and is escaped no more than it must be. */
static void
test_plain (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "", "" },
    { "Gewone zin, met (haakjes) en 1.500 euro: 50% & meer!", NULL },
    { "5 < 6 en 7 > 6", NULL },
    { "snake_case_naam", NULL },
    { "a - b + c = d", NULL },
    { "nr. 1. is klaar", NULL },
    { "jan@voorbeeld.nl https://leiden.nl/a?b=c#d", NULL },
    { "zacht\u00adteken 😀 é", NULL },
    { "- geen lijst", "\\- geen lijst" },
    { "+ geen lijst", "\\+ geen lijst" },
    { "* ster", "\\* ster" },
    { "# kop", "\\# kop" },
    { "> citaat", "\\> citaat" },
    { "1. een", "1\\. een" },
    { "12) twee", "12\\) twee" },
    { "1.5 meter", NULL },
    { "2027", NULL },
    { "2027.", "2027\\." },
    { "---", "\\---" },
    { "===", "\\===" },
    { "_a_", "\\_a\\_" },
    { "a*b*", "a\\*b\\*" },
    { "`code`", "\\`code\\`" },
    { "[a](b)", "\\[a\\](b)" },
    { "[a]: b", "\\[a\\]: b" },
    { "<b>vet</b>", "\\<b>vet\\</b>" },
    { "&amp; & &", "\\&amp; & \\&" },
    { "a\\b", "a\\\\b" },
    { "c:\\", "c:\\\\" },
    { "~~~", "\\~\\~\\~" },
    { " voor en na ", "&#32;voor en na&#32;" },
    { "\ttab\t", "&#9;tab&#9;" },
    { "    vier", "&#32;   vier" },
    { "a | b\u2028--|--", "a \\| b\\\n\\--\\|--" },
    { "a\u2028# b\u20281. c", "a\\\n\\# b\\\n1\\. c" },
    { "a \u2028 b", "a&#32;\\\n&#32;b" },
    { "\u2028a\u2028", "&#8232;a&#8232;" },
    { "a\nb\r\nc", "a\\\nb\\\nc" },
    { "Hallo!", NULL },
    { "|", NULL },
    { ":--", "\\:--" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkBlocks) blocks = wijk_blocks_new ();
      WijkBlock *block = wijk_block_new (WIJK_BLOCK_PARAGRAPH, 0);
      g_autofree char *written = NULL;
      g_autoptr (WijkBlocks) again = NULL;

      wijk_block_append (block, cases[i].text, WIJK_STYLE_PLAIN, NULL);
      wijk_blocks_append (blocks, block);
      written = wijk_blocks_write (blocks);
      again = wijk_blocks_parse (written);
      g_assert_cmpstr (written, ==, cases[i].written != NULL ? cases[i].written : cases[i].text);
      g_assert_true (*cases[i].text == '\0' || wijk_blocks_equal (blocks, again));
    }
}

/* Emphasis where CommonMark's rules for its signs do not reach by themselves. */
static void
test_emphasis (void)
{
  static const struct
  {
    const char *before;
    const char *bold;
    const char *after;
    const char *written;
  } cases[] = {
    { "", "a", "", "**a**" },
    { "a ", "b", " c", "a **b** c" },
    { "a", "b", "c", "a**b**c" },
    { "(", "b", ")", "(**b**)" },
    { "", "b.", " c", "**b.** c" },
    { "a ", " b ", " c", "a **\u2060 b \u2060** c" },
    { "a", ".b.", "c", "a**\u2060.b.\u2060**c" },
    { "", "*", "", "**\\*\u2060**" },
    { "1", ".", " a", "1**\u2060\\.** a" },
    { "a\u2028", "b\u2028", "c", "a\\\n**b\\\n\u2060**c" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkBlocks) blocks = wijk_blocks_new ();
      WijkBlock *block = wijk_block_new (WIJK_BLOCK_PARAGRAPH, 0);
      g_autofree char *written = NULL;
      g_autoptr (WijkBlocks) again = NULL;

      wijk_block_append (block, cases[i].before, WIJK_STYLE_PLAIN, NULL);
      wijk_block_append (block, cases[i].bold, WIJK_STYLE_BOLD, NULL);
      wijk_block_append (block, cases[i].after, WIJK_STYLE_PLAIN, NULL);
      wijk_blocks_append (blocks, block);
      written = wijk_blocks_write (blocks);
      again = wijk_blocks_parse (written);
      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_true (wijk_blocks_equal (blocks, again));
    }
}

static void
append (WijkBlocks *blocks, WijkBlockKind kind, guint level, guint start, const char *text)
{
  WijkBlock *block = wijk_block_new (kind, level);

  wijk_block_set_start (block, start);
  wijk_block_append (block, text, WIJK_STYLE_PLAIN, NULL);
  wijk_blocks_append (blocks, block);
}

/* What comes from outside is fitted to its place. */
static void
test_fit (void)
{
  g_autoptr (WijkBlocks) blocks = wijk_blocks_new ();
  g_autofree char *described = NULL;

  append (blocks, WIJK_BLOCK_PARAGRAPH, 2, 3, "a");
  append (blocks, WIJK_BLOCK_BULLET, 3, 3, "b");
  append (blocks, WIJK_BLOCK_NUMBER, 99, 1, "c");
  append (blocks, WIJK_BLOCK_NUMBER, 2, 1, "d");
  append (blocks, WIJK_BLOCK_PARAGRAPH, 9, 0, "e");
  append (blocks, WIJK_BLOCK_HEADING, 9, 0, "f");
  append (blocks, WIJK_BLOCK_HEADING, 0, 0, "g");
  append (blocks, WIJK_BLOCK_PARAGRAPH, 1, 0, "h");
  append (blocks, WIJK_BLOCK_NUMBER, 0, G_MAXUINT, "i");
  append (blocks, WIJK_BLOCK_NUMBER, 1, 0, "j");
  append (blocks, WIJK_BLOCK_QUOTE, 1, 1, "k");

  described = describe (blocks);
  g_assert_cmpstr (
      described, ==, "[p a][-1 b][n2 c][n2@1 d][p2 e][h4 f][h1 g][p h][n1@999999999 i][n1 j][q k]");
}

/* Literal blocks and spans that are none: written as what they read as, swallowing nothing. */
static void
test_false_literals (void)
{
  static const struct
  {
    const char *literal;
    const char *written;
  } cases[] = {
    { "```\nopen", "```\nopen\n```\n\nna" },
    { "<!-- open", "<!-- open\n-->\n\nna" },
    { "gewone *tekst*", "gewone *tekst*\n\nna" },
    { "- a\n- b", "- a\n- b\n\nna" },
    { "", "na" },
    { "  \n", "na" },
    { "***", "***\n\nna" },
    { "    code", "```\ncode\n```\n\nna" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkBlocks) blocks = wijk_blocks_new ();
      g_autofree char *written = NULL;

      append (blocks, WIJK_BLOCK_LITERAL, 0, 0, cases[i].literal);
      append (blocks, WIJK_BLOCK_PARAGRAPH, 0, 0, "na");
      written = wijk_blocks_write (blocks);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_false_spans (void)
{
  static const struct
  {
    const char *text;
    WijkStyle style;
    const char *written;
  } cases[] = {
    { "<b", WIJK_STYLE_LITERAL, "a\\<bz" },
    { "<b>", WIJK_STYLE_LITERAL, "a<b>z" },
    { "*x*", WIJK_STYLE_LITERAL, "a\\*x\\*z" },
    { "`", WIJK_STYLE_LITERAL, "a\\`z" },
    { "[^1]", WIJK_STYLE_FOOTNOTE, "a[^1]z" },
    { "[^1", WIJK_STYLE_FOOTNOTE, "a\\[^1z" },
    { "[^]", WIJK_STYLE_FOOTNOTE, "a\\[^\\]z" },
    { "noot", WIJK_STYLE_FOOTNOTE, "anootz" },
    { "", WIJK_STYLE_BOLD, "az" },
    { "\u2060", WIJK_STYLE_CODE, "az" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkBlocks) blocks = wijk_blocks_new ();
      WijkBlock *block = wijk_block_new (WIJK_BLOCK_PARAGRAPH, 0);
      g_autofree char *written = NULL;

      wijk_block_append (block, "a", WIJK_STYLE_PLAIN, NULL);
      wijk_block_append (block, cases[i].text, cases[i].style, NULL);
      wijk_block_append (block, "z", WIJK_STYLE_PLAIN, NULL);
      wijk_blocks_append (blocks, block);
      written = wijk_blocks_write (blocks);
      g_assert_cmpstr (written, ==, cases[i].written);
    }
}

static void
test_equal (void)
{
  static const char *const texts[] = { "a",
                                       "*a*",
                                       "[a](b)",
                                       "[a](c)",
                                       "# a",
                                       "## a",
                                       "- a",
                                       "1. a",
                                       "2. a",
                                       "> a",
                                       "a\n\na",
                                       "| a |\n|-|",
                                       "| a |\n|:-|",
                                       "| b |\n|-|",
                                       "| a |\n|-|\n| a |",
                                       "| a | b |\n|-|-|",
                                       "***",
                                       "" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
      {
        g_autoptr (WijkBlocks) a = wijk_blocks_parse (texts[i]);
        g_autoptr (WijkBlocks) b = wijk_blocks_parse (texts[j]);

        g_assert_cmpint (wijk_blocks_equal (a, b), ==, i == j);
      }
}

static void
test_plain_text (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
    guint n_words;
  } cases[] = {
    { "", "", 0 },
    { "Een *twee* drie-vier, 5 € - en meer…", "Een twee drie-vier, 5 € - en meer…\n", 6 },
    { "# Kop\n\n- een\\\ntwee\n\n> drie", "Kop\neen\ntwee\ndrie\n", 4 },
    { "| a | b c |\n|-|-|\n| d |  |", "a\tb c\nd\t\n", 4 },
    { "zin[^1] met <u>een</u> ![foto](x)", "zin met een \n", 3 },
    { "[^1]: noot\n\n***", "[^1]: noot\n***\n", 0 },
    { "de[R-412](wijk:remark/x)wijk", "deR-412wijk\n", 1 },
    { "½ m² éé 😀 “x”", "½ m² éé 😀 “x”\n", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (cases[i].text);
      g_autofree char *plain = wijk_blocks_dup_plain_text (blocks);

      g_assert_cmpstr (plain, ==, cases[i].plain);
      g_assert_cmpuint (wijk_blocks_count_words (blocks), ==, cases[i].n_words);
      g_assert_cmpuint (wijk_text_count_words (cases[i].text), ==, cases[i].n_words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/blocks/cases", test_cases);
  g_test_add_func ("/text/blocks/plain", test_plain);
  g_test_add_func ("/text/blocks/emphasis", test_emphasis);
  g_test_add_func ("/text/blocks/fit", test_fit);
  g_test_add_func ("/text/blocks/false-literals", test_false_literals);
  g_test_add_func ("/text/blocks/false-spans", test_false_spans);
  g_test_add_func ("/text/blocks/equal", test_equal);
  g_test_add_func ("/text/blocks/plain-text", test_plain_text);

  return g_test_run ();
}
