/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-drop.h"

#include "wijk-packet-merge.h"

static gboolean
dropped_cb (GtkDropTarget *target, const GValue *value, double x, double y)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GPtrArray) array = g_ptr_array_new ();

  for (GSList *l = files; l != NULL; l = l->next)
    g_ptr_array_add (array, l->data);
  if (array->len > 0)
    wijk_packet_merge_open ((GFile **) array->pdata, (int) array->len);

  return array->len > 0;
}

void
wijk_packet_drop_add_to (GtkWidget *window)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (target));
}
