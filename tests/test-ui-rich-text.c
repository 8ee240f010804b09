/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-text-random.h"

#include "wijk-rich-edit.h"
#include "wijk-rich-merge.h"
#include "wijk-rich-tags.h"
#include "wijk-rich-writer.h"

#define N_TRIALS 3000

static WijkRichBuffer *
show (const char *commonmark)
{
  g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (commonmark);
  WijkRichBuffer *buffer = wijk_rich_buffer_new ();

  for (guint from = 0; from < wijk_blocks_get_n_blocks (blocks);)
    from = wijk_rich_fill (buffer, blocks, from, 0);

  return buffer;
}

static char *
write_text (WijkRichBuffer *buffer)
{
  guint n_words;

  return wijk_rich_writer_dup_text (buffer, &n_words);
}

/* As it would be written if nothing were kept from last time. */
static char *
write_anew (WijkRichBuffer *buffer)
{
  g_autoptr (WijkBlocks) blocks = wijk_blocks_new ();

  for (guint i = 0; i < wijk_rich_buffer_get_n_lines (buffer); i++)
    wijk_blocks_append (blocks, wijk_rich_buffer_dup_block (buffer, i));

  return wijk_blocks_write (blocks);
}

static void
check_lines (WijkRichBuffer *buffer)
{
  g_assert_cmpint (gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (buffer)),
                   ==,
                   (int) wijk_rich_buffer_get_n_lines (buffer) + 1);
}

static void
check_written (WijkRichBuffer *buffer, guint seed)
{
  g_autofree char *written = write_text (buffer);
  g_autofree char *anew = write_anew (buffer);
  g_autoptr (WijkBlocks) read = wijk_blocks_parse (written);
  g_autofree char *again = wijk_blocks_write (read);
  guint n_words;
  g_autofree char *counted = wijk_rich_writer_dup_text (buffer, &n_words);

  g_test_message ("seed %u", seed);
  check_lines (buffer);
  g_assert_cmpstr (written, ==, anew);
  g_assert_cmpstr (written, ==, again);
  g_assert_cmpuint (n_words, ==, wijk_text_count_words (written));
}

/* ---- showing and writing ---- */

static void
test_identity (void)
{
  for (guint seed = 0; seed < N_TRIALS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (WijkBlocks) blocks = random_blocks (rand);
      g_autofree char *written = wijk_blocks_write (blocks);
      g_autoptr (WijkRichBuffer) buffer = show (written);
      g_autofree char *again = write_text (buffer);

      g_test_message ("seed %u", seed);
      check_lines (buffer);
      g_assert_cmpstr (again, ==, written);
    }
}

static void
test_foreign (void)
{
  for (guint seed = 0; seed < N_TRIALS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree char *foreign = random_commonmark (rand);
      g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (foreign);
      g_autoptr (WijkRichBuffer) buffer = show (foreign);
      g_autofree char *written = write_text (buffer);
      g_autoptr (WijkBlocks) read = wijk_blocks_parse (written);

      g_test_message ("seed %u", seed);
      g_assert_true (wijk_blocks_equal (blocks, read));
    }
}

static void
test_parts (void)
{
  g_autoptr (WijkRichBuffer) buffer = show ("een\n\n- twee\n- drie\n\nvier");
  g_autofree char *written = NULL;

  while (wijk_rich_writer_prepare (buffer, 0))
    ;
  written = write_text (buffer);
  g_assert_cmpstr (written, ==, "een\n\n- twee\n- drie\n\nvier");
}

/* ---- writing ---- */

static void
edit_randomly (WijkRichBuffer *buffer, GRand *rand)
{
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  int n = gtk_text_buffer_get_char_count (text);
  int from = g_rand_int_range (rand, 0, n + 1);
  int to = MIN (from + g_rand_int_range (rand, 0, 12), n);
  g_autofree char *words = random_text (rand, 3);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (text, &start, from);
  gtk_text_buffer_get_iter_at_offset (text, &end, g_rand_boolean (rand) ? from : to);
  gtk_text_buffer_select_range (text, &start, &end);
  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      wijk_rich_edit_break_line (buffer);
      break;
    case 1:
      wijk_rich_edit_toggle_style (buffer, WIJK_STYLE_BOLD);
      gtk_text_buffer_insert_at_cursor (text, words, -1);
      break;
    case 2:
      wijk_rich_edit_toggle_kind (buffer, g_rand_int_range (rand, 0, WIJK_BLOCK_TABLE));
      break;
    case 3:
      wijk_rich_edit_indent (buffer, g_rand_boolean (rand) ? 1 : -1);
      break;
    case 4:
      wijk_rich_edit_delete_back (buffer);
      break;
    case 5:
      wijk_rich_edit_set_kind (buffer, WIJK_BLOCK_HEADING, g_rand_int_range (rand, 1, 4));
      break;
    case 6:
      wijk_rich_edit_paste (buffer, "een\r\n\r\ntwee\ndrie");
      break;
    case 7:
      wijk_rich_edit_insert_link (buffer, from, "R-12", "wijk:remark/x");
      break;
    case 8:
    case 9:
      gtk_text_buffer_delete (text, &start, &end);
      break;
    default:
      gtk_text_buffer_insert (text, &start, words, -1);
      wijk_rich_edit_take_shorthand (buffer);
      break;
    }
}

/* Whatever is done, what is kept from last time is what would be written anew. */
static void
test_edits (void)
{
  for (guint seed = 0; seed < N_TRIALS / 5; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (WijkBlocks) blocks = random_blocks (rand);
      g_autofree char *written = wijk_blocks_write (blocks);
      g_autoptr (WijkRichBuffer) buffer = show (written);

      for (guint i = 0; i < 40; i++)
        {
          edit_randomly (buffer, rand);
          check_lines (buffer);
          if (i % 4 == 3)
            check_written (buffer, seed);
        }
    }
}

static void
place (WijkRichBuffer *buffer, int offset)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &iter, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (buffer), &iter);
}

static void
select_range (WijkRichBuffer *buffer, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &start, from);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (buffer), &end, to);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &end, &start);
}

typedef struct
{
  const char *name;
  const char *before;
  int from; /* what is selected */
  int to;
  const char *keys; /* see press() */
  const char *after;
} Case;

/* \n Enter, \b Backspace, \t Tab, ^ Shift+Tab, B bold, 1-3 headings, L and N lists, Q quote;
 * the rest is typed. */
static void
press (WijkRichBuffer *buffer, char key)
{
  const char text[] = { key, '\0' };

  switch (key)
    {
    case '\n':
      wijk_rich_edit_break_line (buffer);
      break;
    case '\b':
      if (!wijk_rich_edit_delete_back (buffer))
        {
          GtkTextIter caret;

          if (gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE))
            break;
          gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (buffer),
                                            &caret,
                                            gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
          gtk_text_buffer_backspace (GTK_TEXT_BUFFER (buffer), &caret, TRUE, TRUE);
        }
      break;
    case '\t':
    case '^':
      wijk_rich_edit_indent (buffer, key == '\t' ? 1 : -1);
      break;
    case 'B':
      wijk_rich_edit_toggle_style (buffer, WIJK_STYLE_BOLD);
      break;
    case '1':
    case '2':
    case '3':
      wijk_rich_edit_set_kind (buffer, WIJK_BLOCK_HEADING, (guint) (key - '0'));
      break;
    case 'L':
      wijk_rich_edit_toggle_kind (buffer, WIJK_BLOCK_BULLET);
      break;
    case 'N':
      wijk_rich_edit_toggle_kind (buffer, WIJK_BLOCK_NUMBER);
      break;
    case 'Q':
      wijk_rich_edit_toggle_kind (buffer, WIJK_BLOCK_QUOTE);
      break;
    default:
      gtk_text_buffer_delete_selection (GTK_TEXT_BUFFER (buffer), TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), text, 1);
      if (key == ' ')
        wijk_rich_edit_take_shorthand (buffer);
      break;
    }
}

#define TABLE "| a | b |\n| --- | --- |\n| 1 | 2 |"

static const Case cases[] = {
  { "type", "", 0, 0, "een", "een" },
  { "type-end", "een", 3, 3, " w", "een w" },
  { "type-behind-all", "een", 99, 99, "w", "eenw" },
  { "type-into-bold", "**een** w", 2, 2, "x", "**eexn** w" },
  { "type-behind-bold", "**een**", 3, 3, "x", "**eenx**" },
  { "bold-off", "**een**", 3, 3, "Bx", "**een**x" },
  { "bold-on", "een", 3, 3, " Bx", "een **x**" },
  { "bold-selection", "een wijk", 4, 8, "B", "een **wijk**" },
  { "bold-selection-off", "een **wijk**", 4, 8, "B", "een wijk" },
  { "type-behind-link", "[a](b)", 1, 1, "x", "[a](b)x" },
  { "type-into-link", "[aa](b)", 1, 1, "x", "[axa](b)" },
  { "type-into-note", "een[^1] w", 5, 5, "x", "een[^1]x w" },
  { "enter", "eenwijk", 3, 3, "\n", "een\n\nwijk" },
  { "enter-heading", "# een", 3, 3, "\nw", "# een\n\nw" },
  { "enter-before-heading", "# een", 0, 0, "\n", "\342\201\240\n\n# een" },
  { "enter-in-heading", "# eenwijk", 3, 3, "\n", "# een\n\n# wijk" },
  { "enter-item", "- een", 3, 3, "\nw", "- een\n- w" },
  { "enter-empty-item", "- een", 3, 3, "\n\nw", "- een\n\nw" },
  { "enter-empty-deep", "- een\n  - w", 5, 5, "\n\nx", "- een\n  - w\n- x" },
  { "enter-quote", "> een", 3, 3, "\n\nw", "> een\n\nw" },
  { "number", "een", 0, 0, "N", "1. een" },
  { "number-goes-on", "1. een", 3, 3, "\nw\nx", "1. een\n2. w\n3. x" },
  { "list-off", "- een", 0, 0, "L", "een" },
  { "bullet-to-number", "- een\n- w", 0, 5, "N", "1. een\n2. w" },
  { "tab", "- een\n- w", 5, 5, "\t", "- een\n  - w" },
  { "tab-first", "- een", 0, 0, "\t", "- een" },
  { "tab-twice", "- een\n- w", 5, 5, "\t\t", "- een\n  - w" },
  { "out", "- een\n  - w", 5, 5, "^", "- een\n- w" },
  { "out-parent", "- een\n  - w\n    - x", 4, 4, "^^", "- een\n\nw\n\n- x" },
  { "heading", "een", 1, 1, "2", "## een" },
  { "quote", "een", 0, 0, "Q", "> een" },
  { "back-item", "- een", 0, 0, "\b", "een" },
  { "back-heading", "# een", 0, 0, "\b", "een" },
  { "back-join", "een\n\nw", 4, 4, "\b", "eenw" },
  { "back-empty-before-heading", "\342\201\240\n\n# w", 1, 1, "\b\b", "w" },
  { "delete-across", "een\n\n- w\n\nx", 1, 6, "\b", "ex" },
  { "delete-whole", "# een\n\nw", 0, 4, "\b", "w" },
  { "bullet-shorthand", "", 0, 0, "- een", "- een" },
  { "number-shorthand", "w", 0, 0, "* een", "- eenw" },
  { "heading-shorthand", "", 0, 0, "## een", "## een" },
  { "no-shorthand", "een", 3, 3, "- ", "een-&#32;" },
  { "space-at-end", "een", 3, 3, " wijk ", "een wijk&#32;" },
  { "space-left", "een", 3, 3, " wijk \nx", "een wijk\n\nx" },
  { "space-of-others", "een&#32;\n\nw", 5, 5, "x", "een&#32;\n\nxw" },
  { "table-no-typing", TABLE, 2, 2, "x", TABLE },
  { "table-behind", TABLE, 11, 11, "x", TABLE "\n\nx" },
  { "table-before", TABLE, 0, 0, "x", "x\n\n" TABLE },
  { "table-enter", TABLE, 11, 11, "\nx", TABLE "\n\nx" },
  { "table-back", "een\n\n" TABLE, 4, 4, "\b", "een\n\n" TABLE },
  { "table-back-twice", "een\n\n" TABLE, 4, 4, "\b\b", "een\n\n\342\201\240" },
  { "table-partly", "een\n\n" TABLE "\n\nw", 2, 7, "\b", "ee\n\n" TABLE "\n\nw" },
  { "table-whole", "een\n\n" TABLE "\n\nw", 2, 99, "\b", "ee" },
  { "code", "```\na\n\nb\n```", 1, 1, "x", "```\na\n\nb\n```" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (WijkRichBuffer) buffer = show (c->before);
  g_autofree char *written = NULL;

  /* as the widget does, before which nothing is written */
  g_free (write_text (buffer));
  select_range (buffer, c->from, c->to);
  for (const char *key = c->keys; *key != '\0'; key++)
    press (buffer, *key);
  written = write_text (buffer);
  g_assert_cmpstr (written, ==, c->after);
  check_written (buffer, 0);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_edited (void)
{
  g_autoptr (WijkRichBuffer) buffer = show ("een\n\n" TABLE);
  guint n = 0;

  g_signal_connect_swapped (buffer, "edited", G_CALLBACK (count_cb), &n);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "x", 1);
  g_assert_cmpuint (n, ==, 1);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "", 0);
  g_assert_cmpuint (n, ==, 1);
  place (buffer, 8);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (buffer), "x", 1);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_caret (void)
{
  g_autoptr (WijkRichBuffer) buffer = show ("een\n\nwijk");
  GtkTextIter start, end;

  place (buffer, 99);
  g_assert_cmpuint (wijk_rich_buffer_get_caret_line (buffer), ==, 1);
  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (buffer), &start, &end);
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  g_assert_cmpint (gtk_text_iter_get_offset (&end), ==, 8);
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), "twee\ndrie", -1);
  check_written (buffer, 0);
  g_assert_cmpuint (wijk_rich_buffer_get_n_lines (buffer), ==, 2);
}

static void
test_long_paste (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (WijkRichBuffer) buffer = show ("");

  while (text->len < 200000)
    g_string_append (text, "Wij willen een bankje bij de speeltuin. ");
  wijk_rich_edit_paste (buffer, text->str);
  g_assert_cmpuint (wijk_rich_buffer_get_n_lines (buffer), >, 40);
  for (guint i = 0; i < wijk_rich_buffer_get_n_lines (buffer); i++)
    {
      GtkTextIter start, end;

      wijk_rich_buffer_get_bounds (buffer, i, &start, &end);
      g_assert_cmpint (gtk_text_iter_get_line_offset (&end), <=, 4000);
    }
  check_written (buffer, 0);
}

/* ---- merging ---- */

static void
test_merge (void)
{
  for (guint seed = 0; seed < N_TRIALS; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (WijkBlocks) old = random_blocks (rand);
      g_autofree char *old_text = wijk_blocks_write (old);
      g_autoptr (WijkBlocks) new = random_blocks (rand);
      g_autofree char *new_text = wijk_blocks_write (new);
      g_autoptr (WijkBlocks) read = wijk_blocks_parse (new_text);
      g_autoptr (WijkRichBuffer) buffer = show (old_text);
      g_autofree char *written = NULL;
      int first, last;

      g_free (write_text (buffer));
      wijk_rich_merge (buffer, read, &first, &last);
      written = write_text (buffer);
      g_assert_cmpstr (written, ==, new_text);
      check_lines (buffer);
      g_assert_cmpint (first, <=, last);
      g_assert_true ((first < 0) == g_str_equal (old_text, new_text));
    }
}

static void
test_merge_keeps_caret (void)
{
  g_autoptr (WijkRichBuffer) buffer = show ("een\n\ntwee drie\n\nvier");
  g_autoptr (WijkBlocks) blocks = wijk_blocks_parse ("nul\n\neen\n\ntwee x drie\n\nvier\n\nvijf");
  GtkTextIter caret;
  int first, last;

  place (buffer, 11); /* tw.. d|rie */
  wijk_rich_merge (buffer, blocks, &first, &last);
  gtk_text_buffer_get_iter_at_mark (
      GTK_TEXT_BUFFER (buffer), &caret, gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (buffer)));
  g_assert_cmpint (gtk_text_iter_get_offset (&caret), ==, 11 + 4 + 2);
  g_assert_cmpint (first, ==, 0);
  g_assert_cmpint (last, ==, gtk_text_buffer_get_char_count (GTK_TEXT_BUFFER (buffer)) - 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rich-text/identity", test_identity);
  g_test_add_func ("/rich-text/foreign", test_foreign);
  g_test_add_func ("/rich-text/parts", test_parts);
  g_test_add_func ("/rich-text/edits", test_edits);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rich-text/keys/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rich-text/edited", test_edited);
  g_test_add_func ("/rich-text/caret", test_caret);
  g_test_add_func ("/rich-text/long-paste", test_long_paste);
  g_test_add_func ("/rich-text/merge", test_merge);
  g_test_add_func ("/rich-text/merge/caret", test_merge_keeps_caret);

  return g_test_run ();
}
