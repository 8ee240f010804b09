/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-workplace.h"

struct _WijkWorkplace
{
  gatomicrefcount ref_count;
  WijkContext context;
};

WijkWorkplace *
wijk_workplace_new (const char *library, const char *data, const char *device, const char *author)
{
  WijkWorkplace *self = g_new0 (WijkWorkplace, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->context.library = g_strdup (library);
  self->context.data = g_strdup (data);
  self->context.cache = g_build_filename (g_get_user_cache_dir (), "wijkplan", NULL);
  self->context.reader = g_strdup (g_getenv ("WIJKPLAN_READER"));
  self->context.device = g_strdup (device);
  self->context.author = g_strdup (author);
  self->context.now = wijk_task_now ();

  return self;
}

WijkWorkplace *
wijk_workplace_ref (WijkWorkplace *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
wijk_workplace_unref (WijkWorkplace *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free ((char *) self->context.library);
  g_free ((char *) self->context.data);
  g_free ((char *) self->context.cache);
  g_free ((char *) self->context.reader);
  g_free ((char *) self->context.device);
  g_free ((char *) self->context.author);
  g_date_time_unref (self->context.now);
  g_free (self);
}

const WijkContext *
wijk_workplace_get_context (WijkWorkplace *self)
{
  return &self->context;
}
