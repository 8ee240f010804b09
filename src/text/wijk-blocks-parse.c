/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-blocks-private.h"
#include "wijk-blocks-source.h"

#include <cmark-gfm-core-extensions.h>
#include <string.h>

typedef struct
{
  WijkSource *source;
  WijkBlocks *blocks;
} Reading;

/* cmark-gfm switches special characters on and off in tables that all parsers share. */
static GMutex cmark_mutex;

static cmark_node *
parse_document (const char *source, gsize length)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cmark_mutex);
  cmark_parser *parser;
  cmark_node *document;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
  cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("table"));
  cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("strikethrough"));
  cmark_parser_feed (parser, source, length);
  document = cmark_parser_finish (parser);
  cmark_parser_free (parser);
  cmark_consolidate_text_nodes (document);

  return document;
}

/* The last line of @node; cmark counts one too few for some kinds of HTML, and one too many for an
 * underlined heading. */
static guint
last_line (Reading *self, cmark_node *node)
{
  guint start = cmark_node_get_start_line (node);
  guint end = MIN ((guint) cmark_node_get_end_line (node), wijk_source_get_n_lines (self->source));
  guint n = 0;

  if (cmark_node_get_type (node) == CMARK_NODE_HEADING)
    for (guint line = start + 1; line < end; line++)
      if (wijk_source_is_rule (self->source, line))
        return line;

  if (cmark_node_get_type (node) != CMARK_NODE_HTML_BLOCK)
    return end;

  for (const char *p = cmark_node_get_literal (node); *p != '\0'; p++)
    n += *p == '\n';

  return start + MAX (n, 1) - 1;
}

static void
append_literal (Reading *self, const char *text)
{
  WijkBlock *block;

  if (*text == '\0' || g_str_equal (text, WIJK_LIST_SEPARATOR))
    return;

  block = wijk_block_new (WIJK_BLOCK_LITERAL, 0);
  wijk_block_append (block, text, WIJK_STYLE_PLAIN, NULL);
  wijk_blocks_append (self->blocks, block);
}

static void
append_lines (Reading *self, guint first, guint last)
{
  g_autofree char *text = wijk_source_dup_lines (self->source, first, last);

  append_literal (self, text);
}

static void
append_block (Reading *self, cmark_node *node, WijkBlockKind kind, guint level, guint start)
{
  WijkBlock *block = wijk_block_new (kind, level);

  wijk_block_set_start (block, start);
  if (node != NULL)
    wijk_inline_read (node, block);
  wijk_blocks_append (self->blocks, block);
}

/* Whether the lines are definitions of links and nothing else: they leave no node. */
static gboolean
is_definitions (Reading *self, guint first, guint last)
{
  gsize length;
  const char *text = wijk_source_get_lines (self->source, first, last, &length);
  cmark_node *document;
  gboolean is_nothing_else;

  if (length == 0)
    return FALSE;

  document = parse_document (text, length);
  is_nothing_else = cmark_node_first_child (document) == NULL;
  cmark_node_free (document);

  return is_nothing_else;
}

/* Definitions stand where they stood, those that no blank line parts as one literal block. */
static void
append_definitions (Reading *self, guint first, guint last)
{
  guint start = first;

  if (!is_definitions (self, first, last))
    return;

  for (guint line = first; line <= last; line++)
    if (wijk_source_is_blank (self->source, line) || line == last)
      {
        append_lines (self, start, line);
        start = line + 1;
      }
}

/* Definitions right above the words of a paragraph or heading, each of up to three lines. */
static void
append_leading_definitions (Reading *self, guint first, guint last)
{
  guint line = first;

  while (line > 0 && line < last && wijk_source_may_define (self->source, line))
    {
      guint end = 0;

      for (guint i = line; i < MIN (line + 3, last); i++)
        if (is_definitions (self, line, i))
          end = i;
      if (end == 0)
        return;
      append_lines (self, line, end);
      line = end + 1;
    }
}

static gboolean
may_define (Reading *self, guint first, guint last)
{
  for (guint line = MAX (first, 1); line <= last; line++)
    if (wijk_source_may_define (self->source, line))
      return TRUE;

  return FALSE;
}

/* Only paragraphs within items within lists. */
static gboolean
is_simple_list (cmark_node *list)
{
  cmark_iter *iter = cmark_iter_new (list);
  gboolean is_simple = TRUE;

  while (is_simple && cmark_iter_next (iter) != CMARK_EVENT_DONE)
    {
      cmark_node_type type = cmark_node_get_type (cmark_iter_get_node (iter));

      is_simple = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE ||
                  type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM ||
                  type == CMARK_NODE_PARAGRAPH;
    }
  cmark_iter_free (iter);

  return is_simple;
}

static void
append_item (Reading *self, cmark_node *item, cmark_node *content, guint depth)
{
  cmark_node *list = cmark_node_parent (item);
  gboolean is_first = cmark_node_previous (item) == NULL;
  guint level = MIN (depth, WIJK_LIST_LEVEL_MAX);

  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    append_block (self,
                  content,
                  WIJK_BLOCK_NUMBER,
                  level,
                  is_first ? MAX (cmark_node_get_list_start (list), 1) : 0);
  else
    append_block (self, content, WIJK_BLOCK_BULLET, level, 0);
}

static void
append_list (Reading *self, cmark_node *root)
{
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;
  cmark_node *item = NULL; /* the one whose first paragraph is still to come */
  guint depth = 0;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);
      gboolean enters = event == CMARK_EVENT_ENTER;

      if (item != NULL && (type == CMARK_NODE_LIST || (type == CMARK_NODE_ITEM && !enters)))
        { /* an item without words */
          append_item (self, item, NULL, depth);
          item = NULL;
        }

      if (type == CMARK_NODE_LIST)
        depth += enters ? 1 : -1;
      else if (type == CMARK_NODE_ITEM && enters)
        item = node;
      else if (type == CMARK_NODE_PARAGRAPH && enters && item != NULL)
        append_item (self, g_steal_pointer (&item), node, depth);
      else if (type == CMARK_NODE_PARAGRAPH && enters)
        append_block (self, node, WIJK_BLOCK_PARAGRAPH, MIN (depth, WIJK_LIST_LEVEL_MAX), 0);
    }
  cmark_iter_free (iter);
}

/* Only paragraphs. */
static gboolean
is_simple_quote (cmark_node *quote)
{
  for (cmark_node *p = cmark_node_first_child (quote); p != NULL; p = cmark_node_next (p))
    if (cmark_node_get_type (p) != CMARK_NODE_PARAGRAPH)
      return FALSE;

  return TRUE;
}

static void
append_quote (Reading *self, cmark_node *quote)
{
  cmark_node *first = cmark_node_first_child (quote);

  if (first == NULL)
    append_block (self, NULL, WIJK_BLOCK_QUOTE, 0, 0);
  for (cmark_node *p = first; p != NULL; p = cmark_node_next (p))
    append_block (self, p, WIJK_BLOCK_QUOTE, 0, 0);
}

static WijkAlign
align_of (guint8 letter)
{
  switch (letter)
    {
    case 'l':
      return WIJK_ALIGN_LEFT;
    case 'c':
      return WIJK_ALIGN_CENTRE;
    case 'r':
      return WIJK_ALIGN_RIGHT;
    default:
      return WIJK_ALIGN_NONE;
    }
}

static void
append_table (Reading *self, cmark_node *table)
{
  guint n_columns = cmark_gfm_extensions_get_table_columns (table);
  const guint8 *aligns = cmark_gfm_extensions_get_table_alignments (table);
  WijkBlock *block = wijk_block_new_table (n_columns);

  for (guint i = 0; i < n_columns; i++)
    wijk_block_set_align (block, i, align_of (aligns[i]));

  for (cmark_node *row = cmark_node_first_child (table); row != NULL; row = cmark_node_next (row))
    {
      cmark_node *cell = cmark_node_first_child (row);
      guint at = wijk_block_get_n_rows (block);

      wijk_block_add_row (block);
      for (guint i = 0; i < n_columns && cell != NULL; i++, cell = cmark_node_next (cell))
        wijk_inline_read (cell, wijk_block_get_cell (block, at, i));
    }

  wijk_blocks_append (self->blocks, block);
}

static gboolean
is_note (Reading *self, cmark_node *paragraph)
{
  guint line = cmark_node_get_start_line (paragraph);
  g_autofree char *text = wijk_source_dup_lines (self->source, line, line);
  const char *start = g_strchug (text);
  gsize n = wijk_block_scan_footnote (start);

  return n > 0 && start[n] == ':';
}

/* A footnote with the indented paragraphs after it; returns the last node that belongs to it. */
static cmark_node *
append_note (Reading *self, cmark_node *paragraph)
{
  cmark_node *last = paragraph;
  cmark_node *next;

  while ((next = cmark_node_next (last)) != NULL &&
         cmark_node_get_type (next) == CMARK_NODE_CODE_BLOCK &&
         !cmark_node_get_fenced (next, &(int) { 0 }, &(int) { 0 }, &(char) { 0 }))
    last = next;
  append_lines (self, cmark_node_get_start_line (paragraph), cmark_node_get_end_line (last));

  return last;
}

static void
append_other (Reading *self, cmark_node *node, guint first, guint last)
{
  g_autofree char *text = NULL;

  if (g_str_equal (cmark_node_get_type_string (node), "table"))
    append_table (self, node);
  else if (cmark_node_get_type (node) == CMARK_NODE_CODE_BLOCK)
    text = wijk_literal_from_code (node);
  else if (cmark_node_get_type (node) == CMARK_NODE_HTML_BLOCK)
    text = wijk_literal_from_html (cmark_node_get_literal (node));
  else if (cmark_node_get_type (node) == CMARK_NODE_THEMATIC_BREAK)
    text = g_strdup ("***");
  else
    text = wijk_source_dup_lines (self->source, first, last);

  if (text != NULL)
    append_literal (self, text);
}

/* One node of the top level; returns the last node that was read with it. */
static cmark_node *
append_node (Reading *self, cmark_node *node)
{
  guint first = cmark_node_get_start_line (node);
  guint last = last_line (self, node);
  int type = cmark_node_get_type (node);

  if (type == CMARK_NODE_PARAGRAPH && is_note (self, node))
    return append_note (self, node);

  if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
    append_leading_definitions (self, first, last);

  if (type == CMARK_NODE_PARAGRAPH)
    append_block (self, node, WIJK_BLOCK_PARAGRAPH, 0, 0);
  else if (type == CMARK_NODE_HEADING)
    append_block (self, node, WIJK_BLOCK_HEADING, cmark_node_get_heading_level (node), 0);
  else if (type == CMARK_NODE_LIST && is_simple_list (node) && !may_define (self, first, last))
    append_list (self, node);
  else if (type == CMARK_NODE_BLOCK_QUOTE && is_simple_quote (node) &&
           !may_define (self, first, last))
    append_quote (self, node);
  else
    append_other (self, node, first, last);

  return node;
}

static gboolean
is_lone_empty_paragraph (WijkBlocks *blocks)
{
  WijkBlock *block;

  if (wijk_blocks_get_n_blocks (blocks) != 1)
    return FALSE;

  block = wijk_blocks_get_block (blocks, 0);

  return wijk_block_get_kind (block) == WIJK_BLOCK_PARAGRAPH &&
         *wijk_block_get_text (block) == '\0';
}

WijkBlocks *
wijk_blocks_parse (const char *commonmark)
{
  WijkBlocks *blocks = wijk_blocks_new ();
  g_autoptr (WijkSource) source = wijk_source_new (commonmark);
  Reading reading = { source, blocks };
  cmark_node *document;
  guint line = 1;

  document = parse_document (wijk_source_get_text (source), wijk_source_get_length (source));

  for (cmark_node *node = cmark_node_first_child (document); node != NULL;
       node = cmark_node_next (node))
    {
      guint start = cmark_node_get_start_line (node); /* 0 above a table in the same paragraph */

      append_definitions (&reading, line, MAX (start, 1) - 1);
      node = append_node (&reading, node);
      line = MAX (line, last_line (&reading, node) + 1);
    }
  append_definitions (&reading, line, wijk_source_get_n_lines (source));
  cmark_node_free (document);

  if (is_lone_empty_paragraph (blocks))
    {
      wijk_blocks_free (blocks);
      blocks = wijk_blocks_new ();
    }

  return blocks;
}
