/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-progress.h"

struct _WijkProgress
{
  GObject parent_instance;

  int per_mille;
};

G_DEFINE_FINAL_TYPE (WijkProgress, wijk_progress, G_TYPE_OBJECT)

static void
wijk_progress_class_init (WijkProgressClass *klass)
{
}

static void
wijk_progress_init (WijkProgress *self)
{
}

WijkProgress *
wijk_progress_new (void)
{
  return g_object_new (WIJK_TYPE_PROGRESS, NULL);
}

void
wijk_progress_set (WijkProgress *self, guint done, guint total)
{
  if (self != NULL)
    g_atomic_int_set (&self->per_mille, total > 0 ? (int) (1000.0 * done / total) : 0);
}

double
wijk_progress_get_fraction (WijkProgress *self)
{
  g_return_val_if_fail (WIJK_IS_PROGRESS (self), 0);

  return g_atomic_int_get (&self->per_mille) / 1000.0;
}
