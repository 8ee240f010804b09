/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-order.h"

#include <glib/gi18n.h>

#include "wijk-measure.h"

GPtrArray *
wijk_priority_order_dup_siblings (WijkState *state, WijkRecord *record)
{
  if (!WIJK_IS_MEASURE (record) || WIJK_MEASURE (record)->priority == NULL)
    return wijk_state_dup_sorted (state, wijk_record_get_kind (record));

  return wijk_state_dup_children (
      state, WIJK_KIND_MEASURE, "priority", WIJK_MEASURE (record)->priority);
}

/* What stands right before @target among all of its kind, @record left out; NULL: nothing. Measures
 * of all priorities share one order. */
static WijkRecord *
find_before (WijkState *state, WijkRecord *target, WijkRecord *record)
{
  g_autoptr (GPtrArray) all = wijk_state_dup_sorted (state, wijk_record_get_kind (target));
  WijkRecord *before = NULL;

  for (guint i = 0; i < all->len && g_ptr_array_index (all, i) != target; i++)
    if (g_ptr_array_index (all, i) != record)
      before = g_ptr_array_index (all, i);

  return before;
}

gboolean
wijk_priority_order_put (
    WijkDocument *document, WijkRecord *record, WijkRecord *target, gboolean behind, GError **error)
{
  WijkState *state = wijk_document_get_state (document);
  g_autoptr (GPtrArray) siblings = wijk_priority_order_dup_siblings (state, target);
  const char *step = WIJK_IS_MEASURE (record) ? _ ("Move a measure") : _ ("Move a priority");
  guint from, to;

  if (!g_ptr_array_find (siblings, record, &from) || !g_ptr_array_find (siblings, target, &to) ||
      from == to || (behind ? from == to + 1 : from + 1 == to))
    return FALSE;

  return wijk_document_move (
      document, step, record, NULL, behind ? target : find_before (state, target, record), error);
}

int
wijk_priority_order_step (WijkDocument *document, WijkRecord *record, int by, GError **error)
{
  g_autoptr (GPtrArray) siblings =
      wijk_priority_order_dup_siblings (wijk_document_get_state (document), record);
  guint from;
  int to;

  if (!g_ptr_array_find (siblings, record, &from))
    return -1;

  to = (int) from + by;
  if (to < 0 || to >= (int) siblings->len ||
      !wijk_priority_order_put (document, record, g_ptr_array_index (siblings, to), by > 0, error))
    return -1;

  return to;
}
