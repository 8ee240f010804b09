/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-promise.h"

#include "wijk-report-line.h"

static void
free_promise (gpointer data)
{
  WijkPromise *promise = data;

  g_ptr_array_unref (promise->remarks);
  g_free (promise);
}

static gint64
get_people (JsonObject *remark)
{
  return CLAMP (wijk_plan_data_int (remark, "count"), 1, 1000000);
}

static WijkPromise *
add_promise (GPtrArray *list, JsonObject *remark, const WijkAnswer *answer)
{
  WijkPromise *promise = g_new0 (WijkPromise, 1);

  promise->remark = remark;
  promise->answer = *answer;
  promise->people = get_people (remark);
  promise->remarks = g_ptr_array_new ();
  g_ptr_array_add (promise->remarks, remark);
  g_ptr_array_add (list, promise);
  return promise;
}

static void
join (WijkPromise *promise, JsonObject *remark)
{
  promise->n_others++;
  promise->people += get_people (remark);
  g_ptr_array_add (promise->remarks, remark);
  if (get_people (remark) > get_people (promise->remark))
    promise->remark = remark;
}

static int
compare_promises (gconstpointer a, gconstpointer b)
{
  const WijkPromise *first = *(WijkPromise *const *) a, *second = *(WijkPromise *const *) b;

  return (first->people < second->people) - (first->people > second->people);
}

GPtrArray *
wijk_promise_list (WijkReport *self, const char *session)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (free_promise);
  g_autoptr (GHashTable) by_cluster = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->remarks->len; i++)
    {
      JsonObject *remark = g_ptr_array_index (self->remarks, i);
      const char *own = wijk_plan_data_peek (remark, "session");
      WijkPromise *known;
      WijkAnswer answer;

      if (wijk_plan_data_peek (remark, "withdrawn") || !wijk_plan_data_peek (remark, "text") ||
          g_strcmp0 (own ? own : "", session) != 0 ||
          !wijk_report_find_answer (self, remark, &answer))
        continue;
      known = answer.cluster ? g_hash_table_lookup (by_cluster, answer.cluster) : NULL;
      if (known)
        join (known, remark);
      else
        known = add_promise (list, remark, &answer);
      if (answer.cluster)
        g_hash_table_insert (by_cluster, answer.cluster, known);
    }
  g_ptr_array_sort (list, compare_promises);
  return list;
}

char *
wijk_promise_dup_when (WijkReport *self, const WijkPromise *promise)
{
  g_autoptr (GPtrArray) priorities = wijk_report_list_priorities (self, promise->remark);
  JsonObject *priority;
  g_autofree char *years = NULL, *title = NULL;

  if (priorities->len == 0)
    return NULL;
  priority = g_ptr_array_index (priorities, 0);
  title = wijk_plan_data_text (priority, "title");
  years = wijk_words_years (self->words,
                            (int) CLAMP (wijk_plan_data_int (priority, "first-year"), 0, 9999),
                            (int) CLAMP (wijk_plan_data_int (priority, "last-year"), 0, 9999));
  if (!title)
    return *years ? g_steal_pointer (&years) : NULL;
  if (!*years)
    return wijk_words_fill (self->words, "report/in-priority", "title", title, NULL);
  return wijk_words_fill (
      self->words, "report/when-in-priority", "years", years, "title", title, NULL);
}
