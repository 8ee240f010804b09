/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-line.h"

#include <string.h>

#define NUMBER_MAX 999999999

WijkRichLine *
wijk_rich_line_new (WijkBlockKind kind, guint level)
{
  WijkRichLine *self = g_new0 (WijkRichLine, 1);

  self->kind = kind;
  self->level = level;
  self->is_dirty = TRUE;

  return self;
}

WijkRichLine *
wijk_rich_line_split (const WijkRichLine *self)
{
  WijkRichLine *line = wijk_rich_line_new (self->kind, self->level);

  line->is_typed = TRUE;

  return line;
}

void
wijk_rich_line_free (WijkRichLine *self)
{
  g_free (self->source);
  g_free (self->written);
  g_free (self);
}

static gboolean
is_item (const WijkRichLine *self)
{
  return self->kind == WIJK_BLOCK_BULLET || self->kind == WIJK_BLOCK_NUMBER;
}

gboolean
wijk_rich_line_is_listed (const WijkRichLine *self)
{
  return is_item (self) || (self->kind == WIJK_BLOCK_PARAGRAPH && self->level > 0);
}

static gboolean
stands_alone (const WijkRichLine *self)
{
  return self->kind == WIJK_BLOCK_HEADING || self->kind == WIJK_BLOCK_TABLE ||
         (self->kind == WIJK_BLOCK_PARAGRAPH && self->level == 0);
}

gboolean
wijk_rich_line_ends_group (const WijkRichLine *self, const WijkRichLine *next)
{
  return stands_alone (self) || stands_alone (next);
}

/* ---- lists ---- */

/* The first line of the list that goes through line @from, or @from. */
static guint
find_list (GPtrArray *lines, guint from)
{
  while (from > 0 && wijk_rich_line_is_listed (lines->pdata[from]) &&
         wijk_rich_line_is_listed (lines->pdata[from - 1]))
    from--;

  return from;
}

typedef struct
{
  guint depth;
  WijkBlockKind kinds[WIJK_LIST_LEVEL_MAX + 1];
} Fit;

static gboolean
fit_line (Fit *self, WijkRichLine *line)
{
  guint level = line->level;
  guint start = line->start;

  if (is_item (line))
    {
      gboolean goes_on;

      level = CLAMP (level, 1, MIN (self->depth + 1, WIJK_LIST_LEVEL_MAX));
      goes_on = level <= self->depth && self->kinds[level] == line->kind;
      if (line->kind != WIJK_BLOCK_NUMBER || (start == 1 && !goes_on))
        start = 0;
      self->kinds[level] = line->kind;
      self->depth = level;
    }
  else if (line->kind == WIJK_BLOCK_PARAGRAPH)
    self->depth = level = MIN (level, self->depth);
  else
    {
      self->depth = 0;
      level = line->kind == WIJK_BLOCK_HEADING ? CLAMP (level, 1, WIJK_HEADING_MAX) : 0;
    }

  if (level == line->level && start == line->start)
    return FALSE;

  line->level = level;
  line->start = start;

  return TRUE;
}

void
wijk_rich_lines_fit (GPtrArray *lines,
                     guint from,
                     void (*changed) (guint line, gpointer user_data),
                     gpointer user_data)
{
  Fit fit = { 0 };

  for (guint i = find_list (lines, from); i < lines->len; i++)
    {
      WijkRichLine *line = lines->pdata[i];

      if (i > from && !wijk_rich_line_is_listed (line))
        break;
      if (fit_line (&fit, line))
        changed (i, user_data);
    }
}

/* ---- numbers ---- */

static void
close_lists (WijkRichCount *self, guint depth)
{
  for (guint i = depth + 1; i <= WIJK_LIST_LEVEL_MAX; i++)
    self->number[i] = 0;
}

guint
wijk_rich_count_next (WijkRichCount *self, const WijkRichLine *line)
{
  guint number;

  switch (line->kind)
    {
    case WIJK_BLOCK_BULLET:
      close_lists (self, line->level - 1);
      return 0;
    case WIJK_BLOCK_NUMBER:
      close_lists (self, line->level);
      number = line->start > 0 ? line->start : self->number[line->level] + 1;
      self->number[line->level] = MIN (number, NUMBER_MAX);
      return self->number[line->level];
    case WIJK_BLOCK_PARAGRAPH:
      close_lists (self, line->level);
      return 0;
    case WIJK_BLOCK_HEADING:
    case WIJK_BLOCK_QUOTE:
    case WIJK_BLOCK_TABLE:
    case WIJK_BLOCK_LITERAL:
    default:
      close_lists (self, 0);
      return 0;
    }
}

void
wijk_rich_count_begin (WijkRichCount *self, GPtrArray *lines, guint from)
{
  memset (self, 0, sizeof *self);

  if (from >= lines->len)
    return;
  for (guint i = find_list (lines, from); i < from; i++)
    wijk_rich_count_next (self, lines->pdata[i]);
}
