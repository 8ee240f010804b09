/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-table.h"

#include <string.h>

#define GAP 10.0
#define PADDING 4.2
#define MAX_CELL 6000
#define NOTE_SCALE 0.92
#define MAX_LABEL 24
#define MIN_PART 90.0 /* of a row that is parted, on its first page */

typedef struct
{
  PangoLayout *layout;
  double height;
  gboolean is_repeated;
  double done; /* what stands on pages before, from the top of the layout */
} Cell;

static void
place_columns (WijkTable *self, const WijkColumn *columns)
{
  double total = 0, x = self->left;
  double room = self->right - self->left - GAP * (self->n_columns - 1);

  for (guint i = 0; i < self->n_columns; i++)
    total += columns[i].share;
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->x[i] = x;
      self->width[i] = room * columns[i].share / total;
      self->is_number[i] = columns[i].is_number;
      self->heads[i] = g_strdup (columns[i].head ? columns[i].head : "");
      x += self->width[i] + GAP;
    }
}

WijkTable *
wijk_table_begin (WijkSheet *sheet,
                  const char *caption,
                  const WijkColumn *columns,
                  guint n_columns,
                  gboolean is_wide)
{
  WijkTable *self = g_new0 (WijkTable, 1);

  g_assert (n_columns > 0 && n_columns <= WIJK_TABLE_MAX);
  self->sheet = sheet;
  self->caption = g_strdup (caption);
  self->n_columns = n_columns;
  self->left = is_wide ? WIJK_PAGE_LEFT : sheet->left;
  self->right = sheet->right;
  place_columns (self, columns);
  for (guint i = 0; i < n_columns; i++)
    {
      g_autoptr (PangoLayout) head =
          wijk_sheet_create_layout (sheet, WIJK_FACE_HEAD, self->heads[i], self->width[i]);

      self->head_height = MAX (self->head_height, wijk_sheet_measure (head, NULL) + 2 * PADDING);
    }
  return self;
}

static void
show_aligned (WijkTable *self, PangoLayout *layout, guint column, double y, guint32 colour)
{
  if (self->is_number[column])
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  wijk_sheet_show (self->sheet, layout, self->x[column], y, colour);
}

/* Below a page break the head is only decoration. */
static void
draw_head (WijkTable *self, gboolean is_first)
{
  WijkSheet *sheet = self->sheet;

  wijk_sheet_rule (
      sheet, self->left, sheet->y, self->right - self->left, 1.2, sheet->palette->accent);
  if (is_first)
    wijk_sheet_begin (sheet, "TR");
  else
    wijk_sheet_begin_artifact (sheet);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (PangoLayout) layout =
          wijk_sheet_create_layout (sheet, WIJK_FACE_HEAD, self->heads[i], self->width[i]);
      WijkTag *tag = is_first ? wijk_sheet_begin (sheet, "TH") : NULL;

      if (tag)
        tag->scope = "Column";
      show_aligned (self, layout, i, sheet->y + PADDING, sheet->palette->dim);
      if (is_first)
        wijk_sheet_end (sheet, "TH");
    }
  if (is_first)
    wijk_sheet_end (sheet, "TR");
  else
    wijk_sheet_end_artifact (sheet);
  sheet->y += self->head_height;
  wijk_sheet_rule (
      sheet, self->left, sheet->y, self->right - self->left, 0.6, sheet->palette->accent);
}

static void
start (WijkTable *self, double row_height)
{
  WijkSheet *sheet = self->sheet;
  g_autoptr (PangoLayout) caption =
      wijk_sheet_create_layout (sheet, WIJK_FACE_CAPTION, self->caption, self->right - self->left);
  double height = self->caption ? wijk_sheet_measure (caption, NULL) + 5 : 0;

  gboolean is_below_heading = !g_queue_is_empty (&sheet->pending);

  wijk_sheet_space (sheet, 8);
  wijk_sheet_need (sheet, height + self->head_height + MIN (row_height, 120));
  sheet->y += is_below_heading ? 5 : 0;
  self->tag = wijk_sheet_begin (sheet, "Table");
  self->first_page = sheet->page;
  self->first_y = sheet->y;
  if (self->caption)
    {
      wijk_sheet_begin (sheet, "Caption");
      wijk_sheet_show (sheet, caption, self->left, sheet->y, sheet->palette->text);
      wijk_sheet_end (sheet, "Caption");
      sheet->y += height;
    }
  wijk_sheet_begin (sheet, "THead");
  draw_head (self, TRUE);
  wijk_sheet_end (sheet, "THead");
  wijk_sheet_begin (sheet, "TBody");
  self->is_started = TRUE;
}

static void
break_page (WijkTable *self)
{
  wijk_sheet_break (self->sheet);
  draw_head (self, FALSE);
}

static void
set_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

/* What stands above the text is strong, what stands below it small and dim. */
static PangoLayout *
create_cell (WijkTable *self,
             const char *above,
             const char *text,
             const char *below,
             guint column,
             gboolean is_strong)
{
  g_autofree char *strong = wijk_typeface_clean (self->sheet->typeface, above);
  g_autofree char *note = wijk_typeface_clean (self->sheet->typeface, below);
  g_autofree char *whole = g_strconcat (strong,
                                        *strong && *text ? "\n" : "",
                                        text,
                                        *note && (*strong || *text) ? "\n" : "",
                                        note,
                                        NULL);
  WijkFace style = is_strong ? WIJK_FACE_CELL_STRONG : WIJK_FACE_CELL;
  PangoLayout *layout = wijk_sheet_create_layout (self->sheet, style, whole, self->width[column]);
  gsize length = strlen (pango_layout_get_text (layout));
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();

  if (*strong)
    set_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), 0, strlen (strong));
  if (*note && length == strlen (whole))
    {
      gsize start = length - strlen (note);

      set_attribute (list, pango_attr_scale_new (NOTE_SCALE), start, length);
      set_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), start, length);
      set_attribute (list, pango_attr_foreground_new (0, 0, 0), start, length);
    }
  pango_layout_set_attributes (layout, list);
  return layout;
}

/* Only notes have a colour of their own. */
static gboolean
is_note (const PangoGlyphItem *run)
{
  for (GSList *at = run->item->analysis.extra_attrs; at; at = at->next)
    if (((PangoAttribute *) at->data)->klass->type == PANGO_ATTR_FOREGROUND)
      return TRUE;
  return FALSE;
}

/* How far the lines go that fit in `room` below what is done. */
static double
find_reach (const Cell *cell, double room)
{
  PangoLayoutIter *iter;
  double reach = cell->done;

  if (cell->height - cell->done <= room)
    return cell->height;
  iter = pango_layout_get_iter (cell->layout);
  do
    {
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (bottom / (double) PANGO_SCALE > cell->done + room + 0.01)
        break;
      reach = MAX (reach, bottom / (double) PANGO_SCALE);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return reach;
}

/* Shows the lines between what is done and `reach`. */
static void
show_lines (WijkTable *self, const Cell *cell, guint column, double reach)
{
  WijkSheet *sheet = self->sheet;
  PangoLayoutIter *iter = pango_layout_get_iter (cell->layout);
  const char *text = pango_layout_get_text (cell->layout);
  double y = sheet->y + PADDING - cell->done;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      double base = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE, x;
      PangoRectangle extents;
      int top, bottom;

      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      if (top / (double) PANGO_SCALE < cell->done - 0.01)
        continue;
      if (bottom / (double) PANGO_SCALE > reach + 0.01)
        break;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      x = self->x[column] + extents.x / (double) PANGO_SCALE;
      for (GSList *at = line->runs; at; at = at->next)
        {
          PangoGlyphItem *run = at->data;

          wijk_sheet_set_colour (sheet, is_note (run) ? sheet->palette->dim : sheet->palette->text);
          wijk_sheet_count_shown (sheet, text + run->item->offset, (gsize) run->item->length);
          cairo_move_to (sheet->cr, x, y + base);
          wijk_picture_show_run (sheet->cr, text, run);
          x += pango_glyph_string_get_width (run->glyphs) / (double) PANGO_SCALE;
        }
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  cairo_new_path (sheet->cr);
}

/* Draws what fits of every cell as one row and moves on. */
static void
draw_part (WijkTable *self, Cell *cells, double room)
{
  WijkSheet *sheet = self->sheet;
  double height = 0;

  wijk_sheet_begin (sheet, "TR");
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *type = i == 0 ? "TH" : "TD";
      double reach = find_reach (&cells[i], room);
      WijkTag *tag = wijk_sheet_begin (sheet, type);

      if (tag && i == 0)
        tag->scope = "Row";
      if (i == 0 && sheet->target)
        {
          wijk_sheet_put_target (sheet, sheet->target, sheet->y);
          g_clear_pointer (&sheet->target, g_free);
        }
      if (sheet->cr && reach > cells[i].done)
        show_lines (self, &cells[i], i, reach);
      wijk_sheet_end (sheet, type);
      height = MAX (height, reach - cells[i].done);
      cells[i].done = reach;
    }
  wijk_sheet_end (sheet, "TR");
  sheet->y += height + 2 * PADDING;
  wijk_sheet_rule (
      sheet, self->left, sheet->y, self->right - self->left, 0.5, sheet->palette->line);
}

static double
measure_rest (const WijkTable *self, const Cell *cells)
{
  double rest = 0;

  for (guint i = 0; i < self->n_columns; i++)
    rest = MAX (rest, cells[i].height - cells[i].done);
  return rest;
}

static gboolean
can_begin (const WijkTable *self, const Cell *cells, double room)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (cells[i].done < cells[i].height && find_reach (&cells[i], room) > cells[i].done)
      return TRUE;
  return FALSE;
}

/* A row that goes on says whose it is. */
static void
repeat_label (WijkTable *self, Cell *cell)
{
  g_autofree char *label = g_strdup (pango_layout_get_text (cell->layout));
  g_autofree char *text = NULL;

  if (!*label || strlen (label) > MAX_LABEL)
    return;
  if (!cell->is_repeated)
    text = wijk_words_fill (self->sheet->words, "text/continued", "label", label, NULL);
  g_object_unref (cell->layout);
  cell->layout =
      wijk_sheet_create_layout (self->sheet, WIJK_FACE_CELL, text ? text : label, self->width[0]);
  cell->height = wijk_sheet_measure (cell->layout, NULL);
  cell->done = 0;
  cell->is_repeated = TRUE;
}

static void
put_row (WijkTable *self, Cell *cells)
{
  WijkSheet *sheet = self->sheet;
  double half = (WIJK_PAGE_BOTTOM - WIJK_PAGE_TOP) / 2;
  double rest = measure_rest (self, cells);

  if (!self->is_started)
    start (self, rest + 2 * PADDING);
  while (rest > 0.01 && !wijk_sheet_is_stopped (sheet))
    {
      double room = wijk_sheet_get_room (sheet) - 2 * PADDING;
      gboolean is_fresh = sheet->y <= WIJK_PAGE_TOP + self->head_height + 1;

      if (rest > room && !is_fresh &&
          (rest <= half || room < MIN_PART || !can_begin (self, cells, room)))
        {
          break_page (self);
          continue;
        }
      draw_part (self, cells, MAX (room, 20));
      rest = measure_rest (self, cells);
      if (rest > 0.01)
        {
          break_page (self);
          repeat_label (self, &cells[0]);
        }
    }
}

/* Where a text that is too long for one layout is cut. */
static gsize
find_cut (const char *text)
{
  gsize length = strlen (text);

  if (length <= MAX_CELL)
    return length;
  for (gsize at = MAX_CELL; at > MAX_CELL / 2; at--)
    if (text[at] == ' ' || text[at] == '\n')
      return at + 1;
  for (length = MAX_CELL; (text[length] & 0xc0) == 0x80; length--)
    ;
  return length;
}

void
wijk_table_add_row (WijkTable *self, const WijkCell *cells)
{
  Cell laid[WIJK_TABLE_MAX] = { 0 };
  char *texts[WIJK_TABLE_MAX] = { NULL };
  const char *rest[WIJK_TABLE_MAX];
  gboolean has_more = TRUE, is_first = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    rest[i] = texts[i] = wijk_typeface_clean (self->sheet->typeface, cells[i].text);
  while (has_more && !wijk_sheet_is_stopped (self->sheet))
    {
      has_more = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        {
          gsize cut = find_cut (rest[i]);
          g_autofree char *part = g_strndup (rest[i], cut);
          gboolean is_last = *rest[i] == '\0' || rest[i][cut] == '\0';
          const char *note = is_last && (is_first || cut > 0) ? cells[i].note : NULL;

          laid[i] = (Cell) {
            .layout = create_cell (
                self, is_first ? cells[i].strong : NULL, part, note, i, i == 0 && !cells[i].strong)
          };
          laid[i].height = wijk_sheet_measure (laid[i].layout, NULL);
          if (self->is_number[i])
            pango_layout_set_alignment (laid[i].layout, PANGO_ALIGN_RIGHT);
          rest[i] += cut;
          has_more |= *rest[i] != '\0';
        }
      put_row (self, laid);
      for (guint i = 0; i < self->n_columns; i++)
        g_object_unref (laid[i].layout);
      is_first = FALSE;
    }
  for (guint i = 0; i < self->n_columns; i++)
    g_free (texts[i]);
}

void
wijk_table_end (WijkTable *self)
{
  WijkSheet *sheet = self->sheet;

  if (self->is_started)
    {
      wijk_sheet_end (sheet, "TBody");
      wijk_sheet_end (sheet, "Table");
      if (self->first_page == sheet->page)
        wijk_sheet_set_box (self->tag, self->left, self->first_y, self->right, sheet->y);
      sheet->y += 16;
    }
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->heads[i]);
  g_free (self->caption);
  g_free (self);
}
