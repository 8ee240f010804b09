/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-new-plan.h"

#include <glib/gi18n.h>

#include "wijk-message.h"

typedef struct
{
  WijkWorkplace *workplace;
  WijkNewPlan what;
} Making;

static void
making_free (Making *making)
{
  wijk_workplace_unref (making->workplace);
  g_free ((char *) making->what.kind);
  g_free ((char *) making->what.area);
  g_free ((char *) making->what.parent);
  g_free ((char *) making->what.title);
  g_free (making);
}

static void
make_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *making = data;
  GError *error = NULL;
  char *id =
      wijk_task_new_plan (wijk_workplace_get_context (making->workplace), &making->what, &error);

  if (id != NULL)
    g_task_return_pointer (task, id, g_free);
  else
    g_task_return_error (task, error);
}

static void
example_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  WijkApplication *application = wijk_application_get_default ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = wijk_new_plan_make_finish (result, &error);

  if (id == NULL)
    {
      wijk_message_show (widget, _ ("The example cannot be made"), error->message);
      return;
    }

  wijk_application_tell_library_changed (application);
  wijk_application_open_plan (application, id);
}

void
wijk_new_plan_make_async (WijkApplication *application,
                          const WijkNewPlan *what,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Making *making = g_new0 (Making, 1);

  making->workplace = wijk_application_dup_workplace (application);
  making->what = *what;
  making->what.kind = g_strdup (what->kind);
  making->what.area = g_strdup (what->area);
  making->what.parent = g_strdup (what->parent);
  making->what.title = g_strdup (what->title);

  g_task_set_source_tag (task, wijk_new_plan_make_async);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  g_task_run_in_thread (task, make_in_thread);
}

char *
wijk_new_plan_make_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
wijk_new_plan_make_example (WijkApplication *application, GtkWidget *widget)
{
  WijkNewPlan what = { .kind = "wijkplan",
                       .area = "Merenwijk",
                       .first_year = WIJK_UNSET,
                       .last_year = WIJK_UNSET,
                       .example = TRUE };

  wijk_new_plan_make_async (application, &what, example_cb, g_object_ref (widget));
}
