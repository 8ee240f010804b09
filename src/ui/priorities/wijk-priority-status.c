/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-status.h"

#include "wijk-label.h"
#include "wijk-priority.h"

static const char *
find_icon (const char *label)
{
  for (WijkWorkStatus status = WIJK_WORK_UNSET; status <= WIJK_WORK_DROPPED; status++)
    if (g_str_equal (wijk_label_for_work_status (status), label))
      return wijk_icon_for_work_status (status);

  return wijk_icon_for_work_status (WIJK_WORK_UNSET);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  const char *label = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), find_icon (label));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (icon)), label);
  gtk_list_item_set_accessible_label (item, label);
}

/* ---- the list to choose from ---- */

static void
setup_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  setup_cb (factory, item, user_data);
  gtk_widget_set_hexpand (tick, TRUE);
  gtk_widget_set_halign (tick, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (gtk_list_item_get_child (item)), tick);
}

static void
show_tick (GtkListItem *item, GParamSpec *pspec, AdwComboRow *row)
{
  GtkWidget *tick = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean is_chosen = adw_combo_row_get_selected (row) == gtk_list_item_get_position (item);

  gtk_widget_set_opacity (tick, is_chosen ? 1 : 0);
}

static void
bind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  bind_cb (factory, item, NULL);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (show_tick), item);
  show_tick (item, NULL, row);
}

static void
unbind_choice_cb (GtkSignalListItemFactory *factory, GtkListItem *item, AdwComboRow *row)
{
  g_signal_handlers_disconnect_by_func (row, show_tick, item);
}

void
wijk_priority_status_prepare (AdwComboRow *row)
{
  const WijkField *field = wijk_kind_find_field (WIJK_KIND_PRIORITY, "status");
  g_auto (GStrv) labels = wijk_label_dup_choices (field);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) labels);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) choices = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (choices, "setup", G_CALLBACK (setup_choice_cb), NULL);
  g_signal_connect_object (choices, "bind", G_CALLBACK (bind_choice_cb), row, 0);
  g_signal_connect_object (choices, "unbind", G_CALLBACK (unbind_choice_cb), row, 0);
  adw_combo_row_set_factory (row, factory);
  adw_combo_row_set_list_factory (row, choices);
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}
