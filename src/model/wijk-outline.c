/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-outline.h"

#include <string.h>

#include "wijk-place.h"

typedef struct
{
  WijkState *state;
  WijkKind kind;
  guint max_depth;
  GHashTable *parents;  /* record -> the record above it, of those built so far */
  GHashTable *heights;  /* record -> number of levels below it */
  GHashTable *children; /* parent record, or NULL -> GPtrArray of records in order */
  GPtrArray *rows;
} Building;

static void
row_free (WijkOutlineRow *row)
{
  g_free (row->number);
  g_free (row);
}

/* The record that @record's place names, or NULL on the top level; *@is_lost if it is not there. */
static WijkRecord *
named_parent (Building *b, WijkRecord *record, gboolean *is_lost)
{
  g_autofree char *id = wijk_place_dup_parent (wijk_record_get_place (record));
  WijkRecord *parent = *id != '\0' ? wijk_state_lookup_live (b->state, id, b->kind) : NULL;

  *is_lost = *id != '\0' && parent == NULL;

  return parent;
}

/* Levels below @record, as far as it has been built. */
static guint
height_of (Building *b, WijkRecord *record)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (b->heights, record));
}

/* Puts @record under @parent; FALSE if that made a ring, or something stood too deep. */
static gboolean
put_under (Building *b, WijkRecord *record, WijkRecord *parent)
{
  guint height = height_of (b, record);
  guint depth = 0;

  for (WijkRecord *up = parent; up != NULL; up = g_hash_table_lookup (b->parents, up), depth++)
    if (up == record || depth + 1 + height > b->max_depth)
      return FALSE;
  g_hash_table_insert (b->parents, record, parent);
  for (WijkRecord *up = parent; up != NULL && height_of (b, up) < ++height;
       up = g_hash_table_lookup (b->parents, up))
    g_hash_table_insert (b->heights, up, GUINT_TO_POINTER (height));

  return TRUE;
}

static int
compare_moves (gconstpointer a, gconstpointer b)
{
  WijkRecord *one = *(WijkRecord **) a, *other = *(WijkRecord **) b;
  int order = strcmp (wijk_record_get_place_stamp (one), wijk_record_get_place_stamp (other));

  return order != 0 ? order : strcmp (wijk_record_get_id (one), wijk_record_get_id (other));
}

/* The moves one after the other, in the order of their stamps: of moves that cannot stand together
 * the later one goes, on every laptop. Returns the records that lost their place. */
static GHashTable *
place_all (Building *b, GPtrArray *sorted)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_copy (sorted, NULL, NULL);
  GHashTable *displaced = g_hash_table_new (NULL, NULL);

  g_ptr_array_sort (moves, compare_moves);
  for (guint i = 0; i < moves->len; i++)
    {
      gboolean is_lost;
      WijkRecord *parent = named_parent (b, moves->pdata[i], &is_lost);

      if (is_lost || (parent != NULL && !put_under (b, moves->pdata[i], parent)))
        g_hash_table_add (displaced, moves->pdata[i]);
    }

  return displaced;
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
  g_autoptr (GHashTable) parents = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) heights = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) children =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) lost = NULL;
  Building b = {
    .state = state,
    .kind = kind,
    .max_depth = max_depth,
    .parents = parents,
    .heights = heights,
    .children = children,
    .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free),
  };

  lost = place_all (&b, sorted);
  for (guint i = 0; i < sorted->len; i++)
    if (!g_hash_table_contains (lost, sorted->pdata[i]))
      g_ptr_array_add (children_of (&b, g_hash_table_lookup (parents, sorted->pdata[i])),
                       sorted->pdata[i]);
  for (guint i = 0; i < sorted->len; i++)
    if (g_hash_table_contains (lost, sorted->pdata[i]))
      {
        g_ptr_array_add (children_of (&b, NULL), sorted->pdata[i]);
        if (displaced != NULL)
          g_ptr_array_add (displaced, sorted->pdata[i]);
      }
  add_rows (&b, NULL, 0, "");

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
