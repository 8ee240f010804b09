/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-list.h"

#include "wijk-library.h"
#include "wijk-plan-entry.h"

struct _WijkPlanList
{
  GObject parent_instance;

  GPtrArray *entries;
  GQueue waiting; /* ids still to be read, owned */
  WijkWorkplace *workplace;
  gboolean running;
  gboolean loading;
};

enum
{
  PROP_LOADING = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void load_next (WijkPlanList *self);

static GType
get_item_type (GListModel *model)
{
  return WIJK_TYPE_PLAN_ENTRY;
}

static guint
get_n_items (GListModel *model)
{
  return WIJK_PLAN_LIST (model)->entries->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  WijkPlanList *self = WIJK_PLAN_LIST (model);

  return position < self->entries->len ? g_object_ref (g_ptr_array_index (self->entries, position))
                                       : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkPlanList,
                               wijk_plan_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

typedef struct
{
  WijkWorkplace *workplace;
  char *id;
} Reading;

static void
reading_free (Reading *reading)
{
  wijk_workplace_unref (reading->workplace);
  g_free (reading->id);
  g_free (reading);
}

static void
set_loading (WijkPlanList *self, gboolean loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOADING]);
}

static void
take_summary (WijkPlanList *self, WijkSummary *summary)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      WijkPlanEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_str_equal (wijk_plan_entry_get_summary (entry)->id, summary->id))
        {
          if (wijk_plan_entry_take (entry, summary))
            g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 1);
          return;
        }
    }

  g_ptr_array_add (self->entries, wijk_plan_entry_new (summary));
  g_list_model_items_changed (G_LIST_MODEL (self), self->entries->len - 1, 0, 1);
}

static void
drop_missing (WijkPlanList *self, const char *const *ids)
{
  for (guint i = self->entries->len; i-- > 0;)
    {
      WijkPlanEntry *entry = g_ptr_array_index (self->entries, i);

      if (g_strv_contains (ids, wijk_plan_entry_get_summary (entry)->id))
        continue;

      g_ptr_array_remove_index (self->entries, i);
      g_list_model_items_changed (G_LIST_MODEL (self), i, 1, 0);
    }
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;

  g_task_return_pointer (
      task,
      wijk_task_summarise (wijk_workplace_get_context (reading->workplace), reading->id),
      (GDestroyNotify) wijk_summary_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkPlanList) self = user_data;
  WijkSummary *summary = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  if (summary != NULL)
    take_summary (self, summary);

  load_next (self);
}

static void
load_next (WijkPlanList *self)
{
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (self->running)
    return;

  if (g_queue_is_empty (&self->waiting))
    {
      set_loading (self, FALSE);
      return;
    }

  self->running = TRUE;
  reading = g_new0 (Reading, 1);
  reading->workplace = wijk_workplace_ref (self->workplace);
  reading->id = g_queue_pop_head (&self->waiting);

  task = g_task_new (NULL, NULL, read_cb, g_object_ref (self));
  g_task_set_source_tag (task, load_next);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
wijk_plan_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkPlanList *self = WIJK_PLAN_LIST (object);

  switch (prop_id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_plan_list_finalize (GObject *object)
{
  WijkPlanList *self = WIJK_PLAN_LIST (object);

  g_ptr_array_unref (self->entries);
  g_queue_clear_full (&self->waiting, g_free);
  g_clear_pointer (&self->workplace, wijk_workplace_unref);

  G_OBJECT_CLASS (wijk_plan_list_parent_class)->finalize (object);
}

static void
wijk_plan_list_class_init (WijkPlanListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wijk_plan_list_get_property;
  object_class->finalize = wijk_plan_list_finalize;

  props[PROP_LOADING] = g_param_spec_boolean (
      "loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
wijk_plan_list_init (WijkPlanList *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_queue_init (&self->waiting);
}

WijkPlanList *
wijk_plan_list_new (void)
{
  return g_object_new (WIJK_TYPE_PLAN_LIST, NULL);
}

void
wijk_plan_list_refresh (WijkPlanList *self, WijkWorkplace *workplace)
{
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (WIJK_IS_PLAN_LIST (self));

  g_clear_pointer (&self->workplace, wijk_workplace_unref);
  self->workplace = wijk_workplace_ref (workplace);

  ids = wijk_library_list (wijk_workplace_get_context (workplace)->library);
  drop_missing (self, (const char *const *) ids);

  g_queue_clear_full (&self->waiting, g_free);
  for (guint i = 0; ids[i] != NULL; i++)
    g_queue_push_tail (&self->waiting, g_strdup (ids[i]));

  set_loading (self, ids[0] != NULL);
  load_next (self);
}
