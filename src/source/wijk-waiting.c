/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-waiting.h"

void
wijk_waiting_add (WijkWaiting *self, WijkQueued *queued)
{
  self->list = g_list_append (self->list, queued);
}

void
wijk_waiting_put_back (WijkWaiting *self, WijkQueued *queued)
{
  self->list = g_list_prepend (self->list, queued);
}

void
wijk_waiting_remove (WijkWaiting *self, WijkQueued *queued)
{
  self->list = g_list_remove (self->list, queued);
}

static gboolean
is_in_view (WijkWaiting *self, const WijkRequest *request)
{
  return request->kind == WIJK_REQUEST_RENDER && request->scale == self->view_scale &&
         request->page >= self->view_first && request->page <= self->view_last;
}

/* The lowest goes first. */
static int
rank_of (WijkWaiting *self, const WijkQueued *queued)
{
  if (queued->request.kind == WIJK_REQUEST_OPEN)
    return 0;
  if (queued->is_ahead)
    return 3;
  return is_in_view (self, &queued->request) ? 1 : 2;
}

static gboolean
can_go (const WijkQueued *queued, gboolean with_pixels)
{
  return (with_pixels || !wijk_queued_is_pixels (queued)) && !wijk_queued_is_given_up (queued);
}

WijkQueued *
wijk_waiting_find_next (WijkWaiting *self, gboolean with_pixels)
{
  WijkQueued *best = NULL;

  for (GList *l = self->list; l != NULL; l = l->next)
    if (can_go (l->data, with_pixels) &&
        (best == NULL || rank_of (self, l->data) < rank_of (self, best)))
      best = l->data;

  return best;
}

WijkQueued *
wijk_waiting_find_same_tile (WijkWaiting *self, const WijkRequest *request)
{
  for (GList *l = self->list; l != NULL; l = l->next)
    if (wijk_queued_is_same_tile (l->data, request))
      return l->data;

  return NULL;
}

void
wijk_waiting_set_view (WijkWaiting *self, guint first, guint last, double scale)
{
  self->view_first = first;
  self->view_last = last;
  self->view_scale = scale;

  for (GList *l = self->list, *next; l != NULL; l = next)
    {
      next = l->next;
      if (!((WijkQueued *) l->data)->is_ahead)
        continue;
      wijk_queued_free (l->data);
      self->list = g_list_delete_link (self->list, l);
    }
}
