/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-markup.h"
#include "wijk-rich.h"
#include "wijk-table.h"

#include "wijk-blocks.h"

#include <string.h>

#define LIST_INDENT 18.0
#define QUOTE_INDENT 14.0
#define PARAGRAPH_GAP 9.0
#define ITEM_GAP 4.0

/* Lists stand in each other; the block that comes next closes what it does not belong to. */
typedef struct
{
  WijkSheet *sheet;
  int level;   /* of the heading above */
  guint depth; /* lists open, each with an item */
  WijkBlockKind kinds[WIJK_LIST_LEVEL_MAX + 1];
  guint numbers[WIJK_LIST_LEVEL_MAX + 1];
  gboolean is_quoting;
  GPtrArray *notes; /* labels in the order of their first reference */
} Markup;

static gboolean
is_link (const char *uri)
{
  return uri && (g_str_has_prefix (uri, "wijk:") || g_ascii_strncasecmp (uri, "https://", 8) == 0 ||
                 g_ascii_strncasecmp (uri, "http://", 7) == 0 ||
                 g_ascii_strncasecmp (uri, "mailto:", 7) == 0);
}

/* The number of a footnote; a new one for a label not met before. */
static guint
number_note (Markup *self, const char *label)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->notes, label, g_str_equal, &index))
    {
      index = self->notes->len;
      g_ptr_array_add (self->notes, g_strdup (label));
    }
  return index + 1;
}

/* "![description](file)" is shown as its description. */
static char *
describe_literal (const char *text)
{
  const char *end = g_str_has_prefix (text, "![") ? strstr (text, "](") : NULL;

  return end ? g_strndup (text + 2, (gsize) (end - text - 2)) : g_strdup (text);
}

static void
append_span (Markup *self, WijkRich *rich, const char *text, const WijkSpan *span)
{
  g_autofree char *own = g_strndup (text + span->start, span->end - span->start);
  WijkTypeface *typeface = self->sheet->typeface;
  WijkRichFlags flags = WIJK_RICH_PLAIN;

  if (span->style & WIJK_STYLE_FOOTNOTE)
    {
      g_autofree char *number = g_strdup_printf ("%u", number_note (self, own));

      wijk_rich_append (rich, typeface, number, WIJK_RICH_RAISED, NULL);
      return;
    }
  if (span->style & WIJK_STYLE_LITERAL)
    {
      g_autofree char *words = describe_literal (own);

      wijk_rich_append (rich, typeface, words, WIJK_RICH_EMPHASIS, NULL);
      return;
    }
  if (span->style & WIJK_STYLE_BOLD)
    flags |= WIJK_RICH_STRONG;
  if (span->style & WIJK_STYLE_ITALIC)
    flags |= WIJK_RICH_EMPHASIS;
  if (span->style & WIJK_STYLE_STRIKE)
    flags |= WIJK_RICH_STRUCK;
  wijk_rich_append (rich, typeface, own, flags, is_link (span->uri) ? span->uri : NULL);
}

static WijkRich *
collect (Markup *self, WijkBlock *block)
{
  WijkRich *rich = wijk_rich_new ();
  guint n_spans;
  const WijkSpan *spans = wijk_block_get_spans (block, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    append_span (self, rich, wijk_block_get_text (block), &spans[i]);
  return rich;
}

static gboolean
has_words (const WijkRich *rich)
{
  return strspn (rich->text->str, " \n") < rich->text->len;
}

static void
put_paragraph (Markup *self, WijkBlock *block, WijkFace face, double gap)
{
  g_autoptr (WijkRich) rich = collect (self, block);

  if (!has_words (rich))
    return;
  wijk_rich_put (self->sheet, face, "P", rich);
  self->sheet->y += gap;
}

static void
close_list (Markup *self)
{
  wijk_sheet_end (self->sheet, "LBody");
  wijk_sheet_end (self->sheet, "LI");
  wijk_sheet_end (self->sheet, "L");
  self->sheet->left -= LIST_INDENT;
  self->depth--;
  if (self->depth == 0)
    self->sheet->y += PARAGRAPH_GAP - ITEM_GAP;
}

static void
close_quote (Markup *self)
{
  if (!self->is_quoting)
    return;
  wijk_sheet_end (self->sheet, "BlockQuote");
  self->sheet->n_quotes--;
  self->sheet->left -= QUOTE_INDENT;
  self->is_quoting = FALSE;
}

static void
close_all (Markup *self, guint depth)
{
  while (self->depth > depth)
    close_list (self);
  close_quote (self);
}

/* Opens a list within the open item, or ends the item before. */
static void
open_item (Markup *self, WijkBlock *block, guint level)
{
  WijkSheet *sheet = self->sheet;
  WijkBlockKind kind = wijk_block_get_kind (block);

  close_all (self, level);
  if (self->depth == level && self->kinds[level] != kind)
    close_list (self);
  if (self->depth == level)
    {
      wijk_sheet_end (sheet, "LBody");
      wijk_sheet_end (sheet, "LI");
    }
  wijk_sheet_need (sheet, 32);
  if (self->depth < level)
    {
      wijk_sheet_begin_list (sheet, kind == WIJK_BLOCK_NUMBER ? "Decimal" : "Disc");
      sheet->left += LIST_INDENT;
      self->depth++;
      self->kinds[self->depth] = kind;
      self->numbers[self->depth] = 0;
    }
  wijk_sheet_begin (sheet, "LI");
}

static void
put_label (Markup *self, WijkBlock *block)
{
  WijkSheet *sheet = self->sheet;
  guint *number = &self->numbers[self->depth];
  g_autofree char *label = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double width;

  *number = wijk_block_get_start (block) > 0 ? wijk_block_get_start (block) : *number + 1;
  label = wijk_block_get_kind (block) == WIJK_BLOCK_NUMBER ? g_strdup_printf ("%u.", *number)
                                                           : g_strdup ("•");
  layout = wijk_sheet_create_layout (sheet, WIJK_FACE_BODY, label, 0);
  wijk_sheet_measure (layout, &width);
  wijk_sheet_begin (sheet, "Lbl");
  wijk_sheet_show (sheet,
                   layout,
                   sheet->left - MAX (LIST_INDENT - 2, width + 4),
                   sheet->y,
                   sheet->palette->accent);
  wijk_sheet_end (sheet, "Lbl");
}

static void
put_item (Markup *self, WijkBlock *block)
{
  WijkSheet *sheet = self->sheet;
  guint level = CLAMP (wijk_block_get_level (block), 1, MIN (self->depth + 1, WIJK_LIST_LEVEL_MAX));
  double y;
  int page;

  open_item (self, block, level);
  put_label (self, block);
  wijk_sheet_begin (sheet, "LBody");
  page = sheet->page;
  y = sheet->y;
  put_paragraph (self, block, WIJK_FACE_BODY, ITEM_GAP);
  if (sheet->page == page && sheet->y == y)
    sheet->y += 16; /* an item without words keeps its line */
}

static void
open_quote (Markup *self)
{
  WijkSheet *sheet = self->sheet;

  while (self->depth > 0)
    close_list (self);
  if (self->is_quoting)
    return;
  wijk_sheet_need (sheet, 32);
  wijk_sheet_begin (sheet, "BlockQuote");
  sheet->left += QUOTE_INDENT;
  sheet->n_quotes++;
  self->is_quoting = TRUE;
}

static void
put_heading (Markup *self, WijkBlock *block)
{
  g_autoptr (WijkRich) rich = collect (self, block);

  if (has_words (rich))
    wijk_sheet_put_heading (self->sheet,
                            self->level + (int) wijk_block_get_level (block),
                            NULL,
                            rich->text->str,
                            FALSE);
}

/* A column is as wide as its longest cell asks for, within bounds. */
static void
weigh_columns (Markup *self, WijkBlock *block, WijkColumn *columns, guint n_columns)
{
  for (guint row = 0; row < wijk_block_get_n_rows (block); row++)
    for (guint i = 0; i < n_columns; i++)
      {
        gsize length = strlen (wijk_block_get_text (wijk_block_get_cell (block, row, i)));

        columns[i].share = CLAMP ((double) length, MAX (columns[i].share, 8), 60);
      }
}

static void
put_row (Markup *self, WijkTable *table, WijkBlock *block, guint row, guint n_columns)
{
  WijkRich *riches[WIJK_TABLE_MAX];
  WijkCell cells[WIJK_TABLE_MAX] = { 0 };

  for (guint i = 0; i < n_columns; i++)
    {
      riches[i] = collect (self, wijk_block_get_cell (block, row, i));
      cells[i].text = riches[i]->text->str;
    }
  wijk_table_add_row (table, cells);
  for (guint i = 0; i < n_columns; i++)
    wijk_rich_free (riches[i]);
}

/* More columns than a page can hold: each row becomes a paragraph. */
static void
put_wide_table (Markup *self, WijkBlock *block)
{
  for (guint row = 0; row < wijk_block_get_n_rows (block); row++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < wijk_block_get_n_columns (block); i++)
        g_string_append_printf (text,
                                "%s%s",
                                i > 0 ? " | " : "",
                                wijk_block_get_text (wijk_block_get_cell (block, row, i)));
      wijk_sheet_put_text (self->sheet, WIJK_FACE_CODE, "P", text->str);
      self->sheet->y += ITEM_GAP;
    }
}

static void
put_table (Markup *self, WijkBlock *block)
{
  guint n_columns = wijk_block_get_n_columns (block);
  WijkColumn columns[WIJK_TABLE_MAX] = { 0 };
  WijkTable *table;

  if (n_columns > WIJK_TABLE_MAX || wijk_block_get_n_rows (block) < 2)
    {
      put_wide_table (self, block);
      return;
    }
  weigh_columns (self, block, columns, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      columns[i].head = wijk_block_get_text (wijk_block_get_cell (block, 0, i));
      columns[i].is_number = wijk_block_get_align (block, i) == WIJK_ALIGN_RIGHT;
    }
  table = wijk_table_begin (self->sheet, NULL, columns, n_columns, FALSE);
  for (guint row = 1; row < wijk_block_get_n_rows (block); row++)
    put_row (self, table, block, row, n_columns);
  wijk_table_end (table);
}

/* "[^label]: words": a note at the end of the text. */
static void
put_note (Markup *self, const char *text, gsize reference)
{
  WijkSheet *sheet = self->sheet;
  g_autofree char *label = g_strndup (text, reference);
  g_autofree char *number = g_strdup_printf ("%u", number_note (self, label));
  g_autofree char *words = wijk_markup_dup_plain (text + reference + 1);
  g_autoptr (PangoLayout) layout = wijk_sheet_create_layout (sheet, WIJK_FACE_SMALL, number, 0);
  WijkTag *tag;

  wijk_sheet_need (sheet, 30);
  tag = wijk_sheet_begin (sheet, "Note");
  if (tag)
    tag->id = g_strdup_printf ("noot-%05u", ++sheet->n_notes);
  wijk_sheet_begin (sheet, "Lbl");
  wijk_sheet_show (sheet, layout, sheet->left, sheet->y, sheet->palette->dim);
  wijk_sheet_end (sheet, "Lbl");
  sheet->left += LIST_INDENT;
  wijk_sheet_put_text (sheet, WIJK_FACE_SMALL, "P", words);
  sheet->left -= LIST_INDENT;
  wijk_sheet_end (sheet, "Note");
  sheet->y += ITEM_GAP;
}

static gboolean
is_rule (const char *text)
{
  return *text && strspn (text, "-*_ \n") == strlen (text);
}

/* Without the fence round code. */
static char *
strip_fence (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *code = g_string_new (NULL);

  for (guint i = 0; lines[i]; i++)
    if (!g_str_has_prefix (lines[i], "```") && !g_str_has_prefix (lines[i], "~~~"))
      g_string_append_printf (code, "%s%s", code->len > 0 ? "\n" : "", lines[i]);
  return g_string_free (code, FALSE);
}

static void
put_literal (Markup *self, WijkBlock *block)
{
  const char *text = wijk_block_get_text (block);
  gsize reference = wijk_block_scan_footnote (text);
  g_autofree char *code = NULL;

  if (reference > 0 && text[reference] == ':')
    {
      put_note (self, text, reference);
      return;
    }
  code = strip_fence (text);
  if (is_rule (text) || !*g_strstrip (code))
    wijk_sheet_space (self->sheet, 10);
  else
    {
      wijk_sheet_put_text (self->sheet, WIJK_FACE_CODE, "P", code);
      self->sheet->y += PARAGRAPH_GAP;
    }
}

static void
put_block (Markup *self, WijkBlock *block)
{
  guint level = wijk_block_get_level (block);

  switch (wijk_block_get_kind (block))
    {
    case WIJK_BLOCK_BULLET:
    case WIJK_BLOCK_NUMBER:
      put_item (self, block);
      break;
    case WIJK_BLOCK_QUOTE:
      open_quote (self);
      put_paragraph (self, block, WIJK_FACE_QUOTE, PARAGRAPH_GAP);
      break;
    case WIJK_BLOCK_HEADING:
      close_all (self, 0);
      put_heading (self, block);
      break;
    case WIJK_BLOCK_TABLE:
      close_all (self, 0);
      put_table (self, block);
      break;
    case WIJK_BLOCK_LITERAL:
      close_all (self, 0);
      put_literal (self, block);
      break;
    case WIJK_BLOCK_PARAGRAPH:
    default:
      close_all (self, MIN (level, self->depth));
      put_paragraph (self, block, WIJK_FACE_BODY, PARAGRAPH_GAP);
      break;
    }
}

char *
wijk_markup_dup_plain (const char *text)
{
  g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (text);

  return wijk_blocks_dup_plain_text (blocks);
}

void
wijk_markup_put (WijkSheet *sheet, const char *text, int level)
{
  Markup self = { .sheet = sheet, .level = level };
  g_autoptr (WijkBlocks) blocks = wijk_blocks_parse (text);
  guint n = wijk_blocks_get_n_blocks (blocks);

  self.notes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n && !wijk_sheet_is_stopped (sheet); i++)
    put_block (&self, wijk_blocks_get_block (blocks, i));
  close_all (&self, 0);
  g_ptr_array_unref (self.notes);
}
