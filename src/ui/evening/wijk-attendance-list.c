/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-attendance-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-attendance.h"
#include "wijk-label.h"

#define MOST_PEOPLE 10000

struct _WijkAttendanceList
{
  GtkBox parent_instance;

  WijkHall *hall;
  GtkDropDown *role;
  GtkEntry *table;
  GtkSpinButton *count;
  GtkListBox *list;
  GtkLabel *total;
};

G_DEFINE_FINAL_TYPE (WijkAttendanceList, wijk_attendance_list, GTK_TYPE_BOX)

static void
tell (WijkAttendanceList *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- what is pressed ---- */

static void
add_cb (WijkAttendanceList *self)
{
  guint role = gtk_drop_down_get_selected (self->role);
  g_autofree char *table =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->table))));
  g_autofree char *count = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  gtk_spin_button_update (self->count);
  count = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (self->count));
  id = wijk_document_add (wijk_hall_get_document (self->hall),
                          _ ("Count who is there"),
                          WIJK_KIND_ATTENDANCE,
                          &error,
                          "session",
                          wijk_hall_get_session_id (self->hall),
                          "role",
                          wijk_role_words[role],
                          "count",
                          count,
                          *table != '\0' ? "table" : NULL,
                          table,
                          NULL);
  if (id != NULL)
    gtk_spin_button_set_value (self->count, 1);
  tell (self, error);
  gtk_widget_grab_focus (GTK_WIDGET (self->count));
}

static void
delete_cb (WijkAttendanceList *self, GtkWidget *button)
{
  g_autoptr (GError) error = NULL;

  if (wijk_document_delete (wijk_hall_get_document (self->hall),
                            _ ("Take back a count of who is there"),
                            g_object_get_data (G_OBJECT (button), "record"),
                            &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _ ("Entry taken back"));
  tell (self, error);
}

/* ---- what shows ---- */

static GtkWidget *
make_row (WijkAttendanceList *self, WijkAttendance *attendance)
{
  GtkWidget *row = adw_action_row_new (), *delete;
  const WijkField *role = wijk_kind_find_field (WIJK_KIND_ATTENDANCE, "role");
  g_autofree char *title = g_strdup_printf ("%d × %s",
                                            (int) MAX (attendance->count, 0),
                                            wijk_label_for_choice (role, (int) attendance->role));

  delete = gtk_button_new_from_icon_name ("user-trash-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (attendance->table != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), attendance->table);
  gtk_widget_set_valign (delete, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (delete, _ ("Take this entry back"));
  gtk_widget_add_css_class (delete, "flat");
  g_object_set_data_full (G_OBJECT (delete), "record", g_object_ref (attendance), g_object_unref);
  g_signal_connect_object (delete, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), delete);

  return row;
}

static void
changed_cb (WijkAttendanceList *self)
{
  g_autoptr (GPtrArray) all = NULL;
  gint64 total = 0;
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  all = wijk_state_dup_children (wijk_document_get_state (wijk_hall_get_document (self->hall)),
                                 WIJK_KIND_ATTENDANCE,
                                 "session",
                                 wijk_hall_get_session_id (self->hall));
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < all->len; i++)
    {
      WijkAttendance *attendance = all->pdata[i];

      total += attendance->count != WIJK_UNSET ? attendance->count : 0;
      gtk_list_box_append (self->list, make_row (self, attendance));
    }
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d person in all", "%d people in all", (gulong) total),
      (int) total);
  gtk_label_set_label (self->total, text);
  gtk_widget_set_visible (GTK_WIDGET (self->list), all->len > 0);
}

/* ---- GObject ---- */

static gboolean
wijk_attendance_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_ATTENDANCE_LIST (widget)->count));
}

static void
wijk_attendance_list_dispose (GObject *object)
{
  g_clear_object (&WIJK_ATTENDANCE_LIST (object)->hall);

  G_OBJECT_CLASS (wijk_attendance_list_parent_class)->dispose (object);
}

static void
wijk_attendance_list_class_init (WijkAttendanceListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_attendance_list_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = wijk_attendance_list_grab_focus;
}

static GtkDropDown *
make_roles (void)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  for (guint i = 0; wijk_role_words[i] != NULL; i++)
    gtk_string_list_append (roles, wijk_label_for_word (wijk_role_words, wijk_role_words[i]));

  return GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (roles)), NULL));
}

static GtkWidget *
make_entry (WijkAttendanceList *self)
{
  GtkWidget *box = adw_wrap_box_new (), *add = gtk_button_new_with_label (_ ("Add"));

  self->count = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, MOST_PEOPLE, 1));
  self->role = make_roles ();
  self->table = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->count), 4);
  gtk_entry_set_placeholder_text (self->table, _ ("Table"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->table), 12);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->count), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People present"), -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->role), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who they are"), -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"), -1);
  g_signal_connect_object (self->count, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->table, "activate", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (box), GTK_WIDGET (self->count));
  adw_wrap_box_append (ADW_WRAP_BOX (box), GTK_WIDGET (self->role));
  adw_wrap_box_append (ADW_WRAP_BOX (box), GTK_WIDGET (self->table));
  adw_wrap_box_append (ADW_WRAP_BOX (box), add);

  return box;
}

static void
wijk_attendance_list_init (WijkAttendanceList *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading = gtk_label_new (_ ("Who Is There"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  gtk_widget_add_css_class (heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_set_hexpand (heading, TRUE);
  self->total = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "dimmed");
  gtk_box_append (GTK_BOX (top), heading);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->total));
  gtk_box_append (GTK_BOX (self), top);
  gtk_box_append (GTK_BOX (self), make_entry (self));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Who is there"), -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  g_signal_connect (self, "map", G_CALLBACK (changed_cb), NULL);
}

void
wijk_attendance_list_set_hall (WijkAttendanceList *self, WijkHall *hall)
{
  g_return_if_fail (WIJK_IS_ATTENDANCE_LIST (self) && self->hall == NULL);

  self->hall = g_object_ref (hall);
  g_signal_connect_object (hall, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
