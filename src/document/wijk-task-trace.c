/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-files.h"
#include "wijk-tasks.h"

#include <string.h>

/* Ids are no words that people write: where one stands as an id in a frozen plan.json, its record
 * is in that version. */
static gboolean
holds (const char *path, const char *mark)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL) &&
         memmem (text, length, mark, strlen (mark)) != NULL;
}

GArray *
wijk_task_find_in_versions (const char *folder, GArray *numbers, const char *id)
{
  g_autofree char *mark = g_strdup_printf ("\"id\": \"%s\"", id);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < numbers->len; i++)
    {
      guint number = g_array_index (numbers, guint, i);
      g_autofree char *path = wijk_plan_files_dup_version (folder, number, "plan.json");

      if (holds (path, mark))
        g_array_append_val (found, number);
    }

  return found;
}
