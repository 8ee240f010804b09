/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-section-move.h"

#include <glib/gi18n.h>

#include "wijk-outline.h"
#include "wijk-place.h"

static GPtrArray *
create_outline (WijkDocument *document)
{
  return wijk_outline_new (
      wijk_document_get_state (document), WIJK_KIND_SECTION, WIJK_SECTION_DEPTH, NULL);
}

/* The row under @parent at @position; NULL if there is none. */
static WijkOutlineRow *
find_child (GPtrArray *outline, WijkRecord *parent, guint position)
{
  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = g_ptr_array_index (outline, i);

      if (row->parent == parent && row->position == position)
        return row;
    }

  return NULL;
}

static WijkRecord *
find_last_child (GPtrArray *outline, WijkRecord *parent, WijkRecord *except)
{
  WijkRecord *last = NULL;

  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = g_ptr_array_index (outline, i);

      if (row->parent == parent && row->record != except)
        last = row->record;
    }

  return last;
}

static WijkRecord *
get_record (WijkOutlineRow *row)
{
  return row != NULL ? row->record : NULL;
}

static gboolean
put (WijkDocument *document,
     WijkSection *section,
     WijkRecord *parent,
     WijkRecord *after,
     GError **error)
{
  return wijk_document_move (
      document, _ ("Move a chapter"), WIJK_RECORD (section), parent, after, error);
}

static gboolean
move_up (WijkDocument *document, GPtrArray *outline, WijkOutlineRow *row, GError **error)
{
  WijkOutlineRow *after;

  if (row->position == 0)
    return FALSE;

  after = row->position > 1 ? find_child (outline, row->parent, row->position - 2) : NULL;

  return put (document, WIJK_SECTION (row->record), row->parent, get_record (after), error);
}

static gboolean
move_inward (WijkDocument *document, GPtrArray *outline, WijkOutlineRow *row, GError **error)
{
  WijkOutlineRow *above;

  if (row->depth > 0 || row->position == 0)
    return FALSE;

  above = find_child (outline, NULL, row->position - 1);
  if (above == NULL)
    return FALSE;

  return put (document,
              WIJK_SECTION (row->record),
              above->record,
              find_last_child (outline, above->record, row->record),
              error);
}

gboolean
wijk_section_move (WijkDocument *document, WijkSection *section, WijkMove move, GError **error)
{
  g_autoptr (GPtrArray) outline = create_outline (document);
  WijkOutlineRow *row = wijk_outline_find (outline, WIJK_RECORD (section));
  WijkOutlineRow *below;

  if (row == NULL)
    return FALSE;

  switch (move)
    {
    case WIJK_MOVE_UP:
      return move_up (document, outline, row, error);
    case WIJK_MOVE_DOWN:
      below = find_child (outline, row->parent, row->position + 1);
      return below != NULL && put (document, section, row->parent, below->record, error);
    case WIJK_MOVE_INWARD:
      return move_inward (document, outline, row, error);
    case WIJK_MOVE_OUTWARD:
      return row->parent != NULL && put (document, section, NULL, row->parent, error);
    default:
      g_assert_not_reached ();
    }
}

gboolean
wijk_section_put_before (WijkDocument *document,
                         WijkSection *section,
                         WijkSection *target,
                         GError **error)
{
  g_autoptr (GPtrArray) outline = create_outline (document);
  WijkOutlineRow *row = wijk_outline_find (outline, WIJK_RECORD (target));
  WijkRecord *after;

  if (row == NULL || section == target)
    return FALSE;

  after =
      row->position > 0 ? get_record (find_child (outline, row->parent, row->position - 1)) : NULL;

  return after == WIJK_RECORD (section) || put (document, section, row->parent, after, error);
}

gboolean
wijk_section_put_behind (WijkDocument *document,
                         WijkSection *section,
                         WijkSection *target,
                         GError **error)
{
  g_autoptr (GPtrArray) outline = create_outline (document);
  WijkOutlineRow *row = wijk_outline_find (outline, WIJK_RECORD (target));

  return row != NULL && section != target &&
         put (document, section, row->parent, row->record, error);
}

gboolean
wijk_section_put_into (WijkDocument *document,
                       WijkSection *section,
                       WijkSection *target,
                       GError **error)
{
  g_autoptr (GPtrArray) outline = create_outline (document);

  return section != target &&
         put (document,
              section,
              WIJK_RECORD (target),
              find_last_child (outline, WIJK_RECORD (target), WIJK_RECORD (section)),
              error);
}

/* A place right behind @after, ahead of what follows it at its level. */
static char *
dup_place_behind (WijkDocument *document, WijkSection *after)
{
  g_autoptr (GPtrArray) outline = create_outline (document);
  WijkOutlineRow *row = wijk_outline_find (outline, WIJK_RECORD (after));
  WijkOutlineRow *next;

  if (row == NULL)
    return NULL;

  next = find_child (outline, row->parent, row->position + 1);

  return wijk_place_new (row->parent != NULL ? wijk_record_get_id (row->parent) : NULL,
                         wijk_place_get_key (wijk_record_get_place (row->record)),
                         next != NULL ? wijk_place_get_key (wijk_record_get_place (next->record))
                                      : NULL);
}

char *
wijk_section_add (WijkDocument *document, WijkSection *after, const char *title, GError **error)
{
  g_autofree char *place = after != NULL ? dup_place_behind (document, after) : NULL;
  const char *step = _ ("Add a chapter");

  if (place == NULL)
    return wijk_document_add (document, step, WIJK_KIND_SECTION, error, "title", title, NULL);

  return wijk_document_add (
      document, step, WIJK_KIND_SECTION, error, "title", title, "place", place, NULL);
}
