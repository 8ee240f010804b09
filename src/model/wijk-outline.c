/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-outline.h"

#include "wijk-place.h"

typedef struct
{
  WijkState *state;
  WijkKind kind;
  guint max_depth;
  GPtrArray *displaced;
  GHashTable *children; /* parent record, or NULL -> GPtrArray of records in order */
  GPtrArray *rows;
} Building;

static void
row_free (WijkOutlineRow *row)
{
  g_free (row->number);
  g_free (row);
}

/* The record above, or NULL on the top level; *@is_lost if a parent is named that is not there. */
static WijkRecord *
parent_of (Building *b, WijkRecord *record, gboolean *is_lost)
{
  g_autofree char *id = wijk_place_dup_parent (wijk_record_get_place (record));
  WijkRecord *parent = *id != '\0' ? wijk_state_lookup_live (b->state, id, b->kind) : NULL;

  *is_lost = *id != '\0' && parent == NULL;

  return parent;
}

static gboolean
stands_well (Building *b, WijkRecord *record)
{
  gboolean is_lost;
  guint depth = 0;

  for (WijkRecord *up = parent_of (b, record, &is_lost); up != NULL;
       up = parent_of (b, up, &is_lost))
    if (++depth > b->max_depth) /* too deep, or round in a ring */
      return FALSE;

  return !is_lost;
}

static GPtrArray *
children_of (Building *b, WijkRecord *parent)
{
  GPtrArray *children = g_hash_table_lookup (b->children, parent);

  if (children == NULL)
    {
      children = g_ptr_array_new ();
      g_hash_table_insert (b->children, parent, children);
    }

  return children;
}

static void
add_rows (Building *b, WijkRecord *parent, guint depth, const char *prefix)
{
  GPtrArray *children = g_hash_table_lookup (b->children, parent);

  for (guint i = 0; children != NULL && i < children->len; i++)
    {
      WijkOutlineRow *row = g_new0 (WijkOutlineRow, 1);

      row->record = children->pdata[i];
      row->parent = parent;
      row->depth = depth;
      row->position = i;
      row->number = g_strdup_printf ("%s%s%u", prefix, *prefix != '\0' ? "." : "", i + 1);
      g_ptr_array_add (b->rows, row);
      add_rows (b, row->record, depth + 1, row->number);
    }
}

GPtrArray *
wijk_outline_new (WijkState *state, WijkKind kind, guint max_depth, GPtrArray *displaced)
{
  g_autoptr (GPtrArray) sorted = wijk_state_dup_sorted (state, kind);
  g_autoptr (GPtrArray) last = g_ptr_array_new ();
  Building b = {
    .state = state,
    .kind = kind,
    .max_depth = max_depth,
    .children = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref),
    .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free),
  };

  for (guint i = 0; i < sorted->len; i++)
    {
      gboolean is_lost;

      if (stands_well (&b, sorted->pdata[i]))
        g_ptr_array_add (children_of (&b, parent_of (&b, sorted->pdata[i], &is_lost)),
                         sorted->pdata[i]);
      else
        g_ptr_array_add (last, sorted->pdata[i]);
    }
  for (guint i = 0; i < last->len; i++)
    {
      g_ptr_array_add (children_of (&b, NULL), last->pdata[i]);
      if (displaced != NULL)
        g_ptr_array_add (displaced, last->pdata[i]);
    }
  add_rows (&b, NULL, 0, "");
  g_hash_table_unref (b.children);

  return b.rows;
}

WijkOutlineRow *
wijk_outline_find (GPtrArray *outline, WijkRecord *record)
{
  for (guint i = 0; i < outline->len; i++)
    {
      WijkOutlineRow *row = outline->pdata[i];

      if (row->record == record)
        return row;
    }

  return NULL;
}
