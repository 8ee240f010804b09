/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-library-watch.h"

#include "wijk-library.h"

#define TELL_EVERY 500 /* milliseconds */

GFileMonitor *
wijk_library_watch (const char *library, GCallback changed, GObject *object)
{
  g_autofree char *plans = g_build_filename (library, "plans", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (plans);
  GFileMonitor *monitor;

  if (g_mkdir_with_parents (plans, 0700) != 0)
    return NULL;
  monitor = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (monitor != NULL)
    {
      g_file_monitor_set_rate_limit (monitor, TELL_EVERY);
      g_signal_connect_object (monitor, "changed", changed, object, G_CONNECT_SWAPPED);
    }

  return monitor;
}

static void
tidy_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  wijk_library_tidy (task_data, g_get_real_time () / 1000);
  g_task_return_boolean (task, TRUE);
}

void
wijk_library_tidy_in_thread (const char *library)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, wijk_library_tidy_in_thread);
  g_task_set_task_data (task, g_strdup (library), g_free);
  g_task_run_in_thread (task, tidy_in_thread);
}
