/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-proposals.h"

#include <string.h>

#include "wijk-likeness.h"
#include "wijk-remark.h"

#define READING 20 /* of 100 parts of the work; the rest is finding */

/* What the thread works on: values, and nothing of the plan itself. */
typedef struct
{
  GPtrArray *ids;
  GPtrArray *texts;
  GPtrArray *clusters; /* id or NULL of each */
  GHashTable *refused; /* "id id" */
  WijkProgress *progress;
  GCancellable *cancellable;
  guint begin, end; /* of the part that is being worked on, of 100 */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_ptr_array_unref (work->ids);
  g_ptr_array_unref (work->texts);
  g_ptr_array_unref (work->clusters);
  g_hash_table_unref (work->refused);
  g_clear_object (&work->progress);
  g_clear_object (&work->cancellable);
  g_free (work);
}

static void
add_remark (Work *work, WijkState *state, WijkRemark *remark)
{
  const char *id = wijk_record_get_id (WIJK_RECORD (remark));
  WijkRecord *cluster = wijk_state_lookup_live (state, remark->cluster, WIJK_KIND_CLUSTER);

  g_ptr_array_add (work->ids, g_strdup (id));
  g_ptr_array_add (work->texts, g_strdup (remark->text));
  g_ptr_array_add (work->clusters, cluster != NULL ? g_strdup (remark->cluster) : NULL);
  for (guint i = 0; remark->distinct != NULL && i < remark->distinct->len; i++)
    g_hash_table_add (work->refused,
                      g_strconcat (id, " ", (char *) remark->distinct->pdata[i], NULL));
}

static Work *
read_state (WijkState *state)
{
  WijkRecordList *list = wijk_state_get_list (state, WIJK_KIND_REMARK);
  g_autoptr (GHashTable) split = g_hash_table_new (g_str_hash, g_str_equal);
  Work *work = g_new0 (Work, 1);

  work->ids = g_ptr_array_new_with_free_func (g_free);
  work->texts = g_ptr_array_new_with_free_func (g_free);
  work->clusters = g_ptr_array_new_with_free_func (g_free);
  work->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < wijk_record_list_get_length (list); i++)
    {
      WijkRemark *remark = WIJK_REMARK (wijk_record_list_get (list, i));

      if (remark->part_of != NULL && remark->withdrawn == NULL)
        g_hash_table_add (split, remark->part_of);
    }
  for (guint i = 0; i < wijk_record_list_get_length (list); i++)
    {
      WijkRecord *record = wijk_record_list_get (list, i);
      WijkRemark *remark = WIJK_REMARK (record);

      if (remark->withdrawn == NULL && remark->text != NULL && !wijk_record_is_deleted (record) &&
          !g_hash_table_contains (split, wijk_record_get_id (record)))
        add_remark (work, state, remark);
    }

  return work;
}

static gboolean
progress_cb (double done, gpointer user_data)
{
  Work *work = user_data;

  wijk_progress_set (work->progress, work->begin + (guint) (done * (work->end - work->begin)), 100);

  return !g_cancellable_is_cancelled (work->cancellable);
}

static gboolean
is_refused (Work *work, const char *a, const char *b)
{
  g_autofree char *one = g_strconcat (a, " ", b, NULL);
  g_autofree char *other = g_strconcat (b, " ", a, NULL);

  return g_hash_table_contains (work->refused, one) || g_hash_table_contains (work->refused, other);
}

static void
drop_known (Work *work, GArray *pairs)
{
  guint n = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      WijkLikePair *pair = &g_array_index (pairs, WijkLikePair, i);
      const char *cluster = work->clusters->pdata[pair->a];

      if ((cluster != NULL && g_strcmp0 (cluster, work->clusters->pdata[pair->b]) == 0) ||
          (g_hash_table_size (work->refused) > 0 &&
           is_refused (work, work->ids->pdata[pair->a], work->ids->pdata[pair->b])))
        continue;
      g_array_index (pairs, WijkLikePair, n++) = *pair;
    }
  g_array_set_size (pairs, n);
}

static GPtrArray *
name_groups (Work *work, GPtrArray *groups)
{
  GPtrArray *named = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < groups->len; i++)
    {
      GArray *group = groups->pdata[i];
      GStrv ids = g_new0 (char *, group->len + 1);

      for (guint j = 0; j < group->len; j++)
        ids[j] = g_strdup (work->ids->pdata[g_array_index (group, guint, j)]);
      g_ptr_array_add (named, ids);
    }

  return named;
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  g_autoptr (WijkLikeness) likeness = NULL;
  g_autoptr (GArray) pairs = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  work->end = READING;
  likeness = wijk_likeness_new (
      (const char *const *) work->texts->pdata, work->texts->len, progress_cb, work);
  work->begin = READING;
  work->end = 100;
  if (likeness != NULL)
    pairs = wijk_likeness_find (likeness, progress_cb, work);
  if (g_task_return_error_if_cancelled (task) || pairs == NULL)
    return; /* only a cancellation ends the work early */
  drop_known (work, pairs);
  groups = wijk_likeness_group (pairs, work->texts->len);
  g_task_return_pointer (task, name_groups (work, groups), (GDestroyNotify) g_ptr_array_unref);
}

void
wijk_proposals_find_async (WijkState *state,
                           WijkProgress *progress,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Work *work = read_state (state);

  g_set_object (&work->progress, progress);
  g_set_object (&work->cancellable, cancellable);
  g_task_set_source_tag (task, wijk_proposals_find_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, find_in_thread);
}

GPtrArray *
wijk_proposals_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, wijk_proposals_find_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
