/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-theme-move.h"

#include <glib/gi18n.h>

#include "wijk-outline.h"

static GPtrArray *
make_outline (WijkDocument *document)
{
  return wijk_outline_new (
      wijk_document_get_state (document), WIJK_KIND_THEME, WIJK_THEME_DEPTH, NULL);
}

/* The sibling of @row that comes @by further; NULL if there is none. */
static WijkOutlineRow *
find_sibling (GPtrArray *outline, const WijkOutlineRow *row, int by)
{
  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *other = outline->pdata[i];

      if (other->parent == row->parent && (int) other->position == (int) row->position + by)
        return other;
    }

  return NULL;
}

static WijkRecord *
find_last_child (GPtrArray *outline, WijkRecord *parent, gpointer except)
{
  WijkRecord *last = NULL;

  for (guint i = 0; i < outline->len; i++)
    {
      const WijkOutlineRow *row = outline->pdata[i];

      if (row->parent == parent && row->record != except)
        last = row->record;
    }

  return last;
}

static gboolean
put (
    WijkDocument *document, WijkTheme *theme, WijkRecord *parent, WijkRecord *after, GError **error)
{
  return wijk_document_move (
      document, _ ("Move a theme"), WIJK_RECORD (theme), parent, after, error);
}

gboolean
wijk_theme_move (WijkDocument *document, WijkTheme *theme, WijkMove move, GError **error)
{
  g_autoptr (GPtrArray) outline = make_outline (document);
  WijkOutlineRow *row = wijk_outline_find (outline, WIJK_RECORD (theme));
  WijkOutlineRow *before, *behind;

  if (row == NULL)
    return FALSE;
  before = find_sibling (outline, row, -1);
  behind = find_sibling (outline, row, 1);
  switch (move)
    {
    case WIJK_MOVE_UP:
      if (before == NULL)
        return FALSE;
      before = find_sibling (outline, before, -1);
      return put (document, theme, row->parent, before != NULL ? before->record : NULL, error);
    case WIJK_MOVE_DOWN:
      return behind != NULL && put (document, theme, row->parent, behind->record, error);
    case WIJK_MOVE_INWARD:
      return before != NULL && put (document,
                                    theme,
                                    before->record,
                                    find_last_child (outline, before->record, theme),
                                    error);
    case WIJK_MOVE_OUTWARD:
      if (row->parent == NULL)
        return FALSE;
      return put (
          document, theme, wijk_outline_find (outline, row->parent)->parent, row->parent, error);
    default:
      g_assert_not_reached ();
    }
}

gboolean
wijk_theme_put (WijkDocument *document,
                WijkTheme *theme,
                WijkTheme *target,
                WijkThemePlace place,
                GError **error)
{
  g_autoptr (GPtrArray) outline = make_outline (document);
  WijkOutlineRow *row = wijk_outline_find (outline, WIJK_RECORD (target));
  WijkOutlineRow *before;

  if (row == NULL || theme == target)
    return FALSE;
  switch (place)
    {
    case WIJK_THEME_BEFORE:
      before = find_sibling (outline, row, -1);
      if (before != NULL && before->record == WIJK_RECORD (theme))
        return FALSE;
      return put (document, theme, row->parent, before != NULL ? before->record : NULL, error);
    case WIJK_THEME_INTO:
      return put (
          document, theme, row->record, find_last_child (outline, row->record, theme), error);
    case WIJK_THEME_BEHIND:
      return put (document, theme, row->parent, row->record, error);
    default:
      g_assert_not_reached ();
    }
}
