/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-json.h"

#include <string.h>

/* Nobody else writes into such a state, so that one stamp serves all. */
#define STAMP "0000000000000-00000-00000000"

static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const WijkEdit *ea = a, *eb = b;
  int order = strcmp (ea->record, eb->record);

  return order != 0 ? order : strcmp (ea->field, eb->field);
}

static void
take_edits (WijkState *state, GPtrArray *edits)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (WijkHead));

  g_ptr_array_sort_values (edits, compare_edits);
  wijk_state_begin_fill (state);
  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];
      WijkHead head = { edit->record, edit->field, STAMP, edit->value };
      WijkEdit *next = i + 1 < edits->len ? edits->pdata[i + 1] : NULL;

      g_array_append_val (heads, head);
      if (next != NULL && g_str_equal (next->record, edit->record))
        continue;
      wijk_state_take (state, edit->record, (WijkHead *) (gpointer) heads->data, heads->len);
      g_array_set_size (heads, 0);
    }
  wijk_state_end_fill (state);
}

WijkState *
wijk_plan_json_read_state (GBytes *bytes, WijkPlanJsonHeader *header, GError **error)
{
  g_autoptr (GPtrArray) edits = wijk_plan_json_read (bytes, NULL, header, error);
  WijkState *state;

  if (edits == NULL)
    return NULL;
  state = wijk_state_new ();
  take_edits (state, edits);

  return state;
}
