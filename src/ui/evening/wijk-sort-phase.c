/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-sort-phase.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-hall-row.h"
#include "wijk-remark-choice.h"
#include "wijk-theme-mark.h"

#define MOST_ROWS 100
#define MOST_KEYS 9

struct _WijkSortPhase
{
  GtkBox parent_instance;

  WijkHall *hall;
  char *awaited;     /* id of a theme that is on its way to the selected remark */
  GPtrArray *themes; /* lent; as shown */

  GtkLabel *heading;
  AdwWrapBox *buttons;
  GtkEditable *entry;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WijkSortPhase, wijk_sort_phase, GTK_TYPE_BOX)

static WijkState *
get_state (WijkSortPhase *self)
{
  return wijk_document_get_state (wijk_hall_get_document (self->hall));
}

static WijkRemark *
get_selected (WijkSortPhase *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? wijk_hall_row_get_remark (WIJK_HALL_ROW (gtk_list_box_row_get_child (row)))
                     : NULL;
}

/* ---- giving a theme ---- */

static void
give_theme (WijkSortPhase *self, const char *theme)
{
  WijkRemark *remark = get_selected (self);
  g_autoptr (GError) error = NULL;

  if (remark == NULL)
    return;
  if (!wijk_document_set_member (wijk_hall_get_document (self->hall),
                                 _ ("Give a remark a theme"),
                                 WIJK_RECORD (remark),
                                 "themes",
                                 theme,
                                 TRUE,
                                 &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
theme_cb (WijkSortPhase *self, GtkWidget *button)
{
  give_theme (self, g_object_get_data (G_OBJECT (button), "theme"));
}

static void
new_theme_cb (WijkSortPhase *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    return;
  g_free (self->awaited);
  self->awaited = wijk_remark_choice_make (
      WIJK_CHOICE_THEME, wijk_hall_get_document (self->hall), name, &error);
  if (error != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (WijkSortPhase *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gunichar sign = gdk_keyval_to_unicode (keyval);
  int digit = g_unichar_digit_value (sign);

  if (GTK_IS_EDITABLE (focus) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || digit < 1 ||
      (guint) digit > self->themes->len)
    return FALSE;
  give_theme (self, wijk_record_get_id (self->themes->pdata[digit - 1]));

  return TRUE;
}

/* ---- what shows ---- */

static guint
count_theme (GPtrArray *remarks, const char *theme)
{
  guint n = 0;

  for (guint i = 0; i < remarks->len; i++)
    n += wijk_set_contains (((WijkRemark *) remarks->pdata[i])->themes, theme);

  return n;
}

static GtkWidget *
make_button (WijkSortPhase *self, WijkTheme *theme, guint at, guint n_remarks)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = wijk_theme_mark_new (16);
  g_autofree char *key = at < MOST_KEYS ? g_strdup_printf ("%u", at + 1) : NULL;
  g_autofree char *count = g_strdup_printf ("%u", n_remarks);
  GtkWidget *name = gtk_label_new (theme->name), *badge = gtk_label_new (count);

  wijk_theme_mark_set_theme (WIJK_THEME_MARK (mark), theme);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 22);
  gtk_widget_add_css_class (badge, "badge");
  if (key != NULL)
    {
      GtkWidget *digit = gtk_label_new (key);

      gtk_widget_add_css_class (digit, "dimmed");
      gtk_widget_add_css_class (digit, "numeric");
      gtk_box_append (GTK_BOX (box), digit);
    }
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), badge);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "sort-theme");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, theme->name, -1);
  g_object_set_data_full (
      G_OBJECT (button), "theme", g_strdup (wijk_record_get_id (WIJK_RECORD (theme))), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (theme_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
show_themes (WijkSortPhase *self, GPtrArray *remarks)
{
  GtkWidget *child;

  g_clear_pointer (&self->themes, g_ptr_array_unref);
  self->themes = wijk_state_dup_sorted (get_state (self), WIJK_KIND_THEME);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    adw_wrap_box_remove (self->buttons, child);
  for (guint i = 0; i < self->themes->len; i++)
    {
      guint n = count_theme (remarks, wijk_record_get_id (self->themes->pdata[i]));

      adw_wrap_box_append (self->buttons, make_button (self, self->themes->pdata[i], i, n));
    }
}

static GtkListBoxRow *
make_row (WijkSortPhase *self, WijkRemark *remark)
{
  GtkWidget *row = gtk_list_box_row_new (), *child = wijk_hall_row_new (self->hall);
  g_autofree char *label = NULL;

  wijk_hall_row_set_remark (WIJK_HALL_ROW (child), remark);
  label = wijk_hall_row_dup_label (WIJK_HALL_ROW (child));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_LIST_BOX_ROW (row);
}

/* Rows that stay are left alone; of those that go the next one takes over. */
static void
show_remarks (WijkSortPhase *self, GPtrArray *remarks)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list), *row;
  int at = selected != NULL ? gtk_list_box_row_get_index (selected) : 0, n = 0;
  guint n_left = 0;
  g_autofree char *heading = NULL;

  for (guint i = 0; i < remarks->len; i++)
    {
      WijkRemark *remark = remarks->pdata[i];

      if (remark->themes != NULL && remark->themes->len > 0)
        continue;
      n_left++;
      if (n == MOST_ROWS)
        continue;
      while ((row = gtk_list_box_get_row_at_index (self->list, n)) != NULL &&
             wijk_hall_row_get_remark (WIJK_HALL_ROW (gtk_list_box_row_get_child (row))) != remark)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      if (row == NULL)
        gtk_list_box_append (self->list, GTK_WIDGET (make_row (self, remark)));
      n++;
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  heading = g_strdup_printf (_ ("Without a theme: %u"), n_left);
  gtk_label_set_label (self->heading, heading);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  if (n == 0 || gtk_list_box_get_selected_row (self->list) != NULL)
    return;
  row = gtk_list_box_get_row_at_index (self->list, MIN (at, n - 1));
  gtk_list_box_select_row (self->list, row);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
changed_cb (WijkSortPhase *self)
{
  g_autoptr (GPtrArray) remarks = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (self->awaited != NULL &&
      wijk_state_lookup_live (get_state (self), self->awaited, WIJK_KIND_THEME) != NULL)
    {
      give_theme (self, self->awaited);
      g_clear_pointer (&self->awaited, g_free);
    }
  remarks = wijk_wall_list_remarks (get_state (self), wijk_hall_get_session_id (self->hall));
  show_themes (self, remarks);
  show_remarks (self, remarks);
}

/* ---- GObject ---- */

static gboolean
wijk_sort_phase_grab_focus (GtkWidget *widget)
{
  WijkSortPhase *self = WIJK_SORT_PHASE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->entry));
}

static void
wijk_sort_phase_dispose (GObject *object)
{
  WijkSortPhase *self = WIJK_SORT_PHASE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SORT_PHASE);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->awaited, g_free);
  g_clear_object (&self->hall);

  G_OBJECT_CLASS (wijk_sort_phase_parent_class)->dispose (object);
}

static void
wijk_sort_phase_class_init (WijkSortPhaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_sort_phase_dispose;
  widget_class->grab_focus = wijk_sort_phase_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-sort-phase.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSortPhase, heading);
  gtk_widget_class_bind_template_child (widget_class, WijkSortPhase, buttons);
  gtk_widget_class_bind_template_child (widget_class, WijkSortPhase, entry);
  gtk_widget_class_bind_template_child (widget_class, WijkSortPhase, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkSortPhase, list);
  gtk_widget_class_bind_template_callback (widget_class, new_theme_cb);
}

static void
wijk_sort_phase_init (WijkSortPhase *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->themes = g_ptr_array_new ();
  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (self, "map", G_CALLBACK (changed_cb), NULL);
}

GtkWidget *
wijk_sort_phase_new (WijkHall *hall)
{
  WijkSortPhase *self = g_object_new (WIJK_TYPE_SORT_PHASE, NULL);

  self->hall = g_object_ref (hall);
  g_signal_connect_object (hall, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
