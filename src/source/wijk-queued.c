/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-queued.h"

typedef struct
{
  GTask *task;
  GSource *cancelled; /* NULL without a cancellable */
  WijkQueued *queued;
  void (*given_up) (WijkQueued *queued, gpointer data);
  gpointer data;
} Waiter;

static void
waiter_free (Waiter *waiter)
{
  if (waiter->cancelled != NULL)
    g_source_destroy (waiter->cancelled);
  g_clear_pointer (&waiter->cancelled, g_source_unref);
  g_clear_object (&waiter->task);
  g_free (waiter);
}

WijkQueued *
wijk_queued_new (const WijkRequest *request, WijkPdfDecode decode, GDestroyNotify free_result)
{
  WijkQueued *self = g_new0 (WijkQueued, 1);

  self->request = *request;
  self->decode = decode;
  self->free_result = free_result;
  self->waiters = g_ptr_array_new_with_free_func ((GDestroyNotify) waiter_free);
  return self;
}

void
wijk_queued_free (WijkQueued *self)
{
  g_ptr_array_unref (self->waiters);
  g_free (self);
}

gboolean
wijk_queued_is_pixels (const WijkQueued *self)
{
  return self->request.kind == WIJK_REQUEST_RENDER;
}

gboolean
wijk_queued_is_same_tile (const WijkQueued *self, const WijkRequest *request)
{
  const WijkRequest *own = &self->request;

  return own->kind == WIJK_REQUEST_RENDER && request->kind == WIJK_REQUEST_RENDER &&
         own->page == request->page && own->scale == request->scale && own->x == request->x &&
         own->y == request->y && own->width == request->width && own->height == request->height;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Waiter *waiter = user_data;
  WijkQueued *queued = waiter->queued;
  void (*given_up) (WijkQueued *, gpointer) = waiter->given_up;
  gpointer data = waiter->data;
  g_autoptr (GTask) task = g_object_ref (waiter->task);

  g_ptr_array_remove_fast (queued->waiters, waiter);
  given_up (queued, data);
  g_task_return_error_if_cancelled (task);
  return G_SOURCE_REMOVE;
}

void
wijk_queued_add_waiter (WijkQueued *self,
                        GTask *task,
                        GMainContext *context,
                        void (*given_up) (WijkQueued *queued, gpointer data),
                        gpointer data)
{
  Waiter *waiter = g_new0 (Waiter, 1);

  *waiter = (Waiter) { .task = task, .queued = self, .given_up = given_up, .data = data };
  if (g_task_get_cancellable (task) != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (g_task_get_cancellable (task));
      g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (cancelled_cb), waiter, NULL);
      g_source_attach (waiter->cancelled, context);
    }
  g_ptr_array_add (self->waiters, waiter);
}

gboolean
wijk_queued_is_given_up (const WijkQueued *self)
{
  for (guint i = 0; i < self->waiters->len; i++)
    {
      const Waiter *waiter = self->waiters->pdata[i];

      if (!g_cancellable_is_cancelled (g_task_get_cancellable (waiter->task)))
        return FALSE;
    }

  return self->waiters->len > 0;
}

/* Callbacks may do anything, also cancel others that wait: nobody is on the list any more. */
static GPtrArray *
take_tasks (WijkQueued *self)
{
  GPtrArray *tasks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->waiters->len; i++)
    g_ptr_array_add (tasks, g_object_ref (((Waiter *) self->waiters->pdata[i])->task));
  g_ptr_array_set_size (self->waiters, 0);
  return tasks;
}

void
wijk_queued_return (WijkQueued *self, gpointer result)
{
  g_autoptr (GPtrArray) tasks = take_tasks (self);

  for (guint i = 0; i < tasks->len; i++)
    if (self->decode == NULL)
      g_task_return_pointer (tasks->pdata[i], g_bytes_ref (result), self->free_result);
    else
      g_task_return_pointer (tasks->pdata[i], g_steal_pointer (&result), self->free_result);

  if (result != NULL)
    self->free_result (result);
}

void
wijk_queued_return_error (WijkQueued *self, const GError *error)
{
  g_autoptr (GPtrArray) tasks = take_tasks (self);

  for (guint i = 0; i < tasks->len; i++)
    g_task_return_error (tasks->pdata[i], g_error_copy (error));
}
