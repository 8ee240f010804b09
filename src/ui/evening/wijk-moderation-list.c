/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-moderation-list.h"

#include <glib/gi18n.h>

#include "wijk-hall-row.h"

#define MOST_ROWS 12

struct _WijkModerationList
{
  GtkBox parent_instance;

  WijkHall *hall;
  GtkLabel *heading;
  GtkListBox *list;
  GtkLabel *rest;
};

G_DEFINE_FINAL_TYPE (WijkModerationList, wijk_moderation_list, GTK_TYPE_BOX)

static guint done_signal;

static void
tell_done (WijkModerationList *self)
{
  g_signal_emit (self, done_signal, 0);
}

/* ---- hiding ---- */

static const char *const reasons[] = {
  N_ ("It is about a person"),
  N_ ("It hurts somebody"),
  N_ ("It was said already"),
  N_ ("It belongs elsewhere"),
};

static void
hide_remark (WijkModerationList *self, GtkWidget *popover, const char *reason)
{
  GtkWidget *row = gtk_widget_get_ancestor (popover, GTK_TYPE_LIST_BOX_ROW);
  WijkRemark *remark = g_object_get_data (G_OBJECT (row), "remark");

  wijk_hall_hide_remark (self->hall, GTK_WIDGET (self), remark, reason);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
reason_cb (WijkModerationList *self, GtkWidget *button)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);

  hide_remark (self, popover, gtk_button_get_label (GTK_BUTTON (button)));
}

static void
own_reason_cb (WijkModerationList *self, GtkWidget *entry)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  if (*reason != '\0')
    hide_remark (self, gtk_widget_get_ancestor (entry, GTK_TYPE_POPOVER), reason);
}

static GtkWidget *
make_reasons (WijkModerationList *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *title = gtk_label_new (_ ("Why does it stay off the wall?"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption-heading");
  gtk_widget_set_margin_bottom (title, 3);
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (reasons[i]));

      gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "reason");
      g_signal_connect_object (button, "clicked", G_CALLBACK (reason_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Another reason"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Another reason"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (own_reason_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_object (popover, "closed", G_CALLBACK (tell_done), self, G_CONNECT_SWAPPED);

  return popover;
}

/* ---- the list ---- */

static void
show_cb (WijkModerationList *self, GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  wijk_hall_show_remark (
      self->hall, GTK_WIDGET (self), g_object_get_data (G_OBJECT (row), "remark"));
  tell_done (self);
}

static GtkWidget *
make_buttons (WijkModerationList *self, WijkRemark *remark, const char *obstacle)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *show = gtk_button_new_with_label (_ ("Show"));
  GtkWidget *hide = gtk_menu_button_new ();
  g_autofree char *show_name =
      /* Translators: %s is the number of a remark */
      g_strdup_printf (_ ("Show %s in the hall"), remark->label != NULL ? remark->label : "");
  g_autofree char *hide_name =
      g_strdup_printf (_ ("Hide %s"), remark->label != NULL ? remark->label : "");

  gtk_widget_set_sensitive (show, obstacle == NULL);
  gtk_widget_set_focus_on_click (show, FALSE);
  gtk_widget_add_css_class (show, "small");
  gtk_widget_set_tooltip_text (show, show_name);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (show), GTK_ACCESSIBLE_PROPERTY_LABEL, show_name, -1);
  g_signal_connect_object (show, "clicked", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (hide), _ ("Hide…"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (hide), make_reasons (self));
  gtk_widget_add_css_class (hide, "small-menu");
  gtk_widget_set_tooltip_text (hide, hide_name);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (hide), GTK_ACCESSIBLE_PROPERTY_LABEL, hide_name, -1);
  gtk_box_append (GTK_BOX (box), show);
  gtk_box_append (GTK_BOX (box), hide);

  return box;
}

static GtkWidget *
make_row (WijkModerationList *self, WijkRemark *remark)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *words = wijk_hall_row_new (self->hall);
  g_autofree char *obstacle = wijk_hall_dup_obstacle (self->hall, remark);
  g_autofree char *label = NULL;

  wijk_hall_row_set_remark (WIJK_HALL_ROW (words), remark);
  label = wijk_hall_row_dup_label (WIJK_HALL_ROW (words));
  gtk_box_append (GTK_BOX (box), words);
  if (obstacle != NULL)
    {
      GtkWidget *warning = gtk_label_new (obstacle);

      gtk_label_set_xalign (GTK_LABEL (warning), 0);
      gtk_label_set_wrap (GTK_LABEL (warning), TRUE);
      gtk_widget_add_css_class (warning, "caption");
      gtk_widget_add_css_class (warning, "warning");
      gtk_box_append (GTK_BOX (box), warning);
    }
  gtk_box_append (GTK_BOX (box), make_buttons (self, remark, obstacle));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "remark", g_object_ref (remark), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), "words", g_strdup (remark->text), g_free);

  return row;
}

static gboolean
is_row_of (GtkListBoxRow *row, WijkRemark *remark)
{
  return g_object_get_data (G_OBJECT (row), "remark") == remark &&
         g_strcmp0 (g_object_get_data (G_OBJECT (row), "words"), remark->text) == 0;
}

/* Rows that stay are left alone: a reason may just be being chosen in one. */
static void
show_rows (WijkModerationList *self, GPtrArray *waiting)
{
  GtkListBoxRow *row;
  int n = MIN ((int) waiting->len, MOST_ROWS);

  for (int i = 0; i < n; i++)
    {
      WijkRemark *remark = waiting->pdata[i];

      while ((row = gtk_list_box_get_row_at_index (self->list, i)) != NULL &&
             !is_row_of (row, remark))
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      if (row == NULL)
        gtk_list_box_append (self->list, make_row (self, remark));
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, n)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
changed_cb (WijkModerationList *self)
{
  g_autoptr (GPtrArray) waiting =
      wijk_wall_list_waiting (wijk_document_get_state (wijk_hall_get_document (self->hall)),
                              wijk_hall_get_session_id (self->hall));
  g_autofree char *heading = g_strdup_printf (_ ("To look at: %u"), waiting->len);
  guint n_rest = waiting->len > MOST_ROWS ? waiting->len - MOST_ROWS : 0;
  g_autofree char *rest = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", (gulong) n_rest), n_rest);

  show_rows (self, waiting);
  gtk_label_set_label (self->heading, heading);
  gtk_label_set_label (self->rest, rest);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n_rest > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), waiting->len > 0);
}

/* ---- GObject ---- */

static void
wijk_moderation_list_dispose (GObject *object)
{
  WijkModerationList *self = WIJK_MODERATION_LIST (object);

  g_clear_object (&self->hall);

  G_OBJECT_CLASS (wijk_moderation_list_parent_class)->dispose (object);
}

static void
wijk_moderation_list_class_init (WijkModerationListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_moderation_list_dispose;

  /* something was shown or hidden: the focus may go back */
  done_signal = g_signal_new (
      "done", WIJK_TYPE_MODERATION_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_moderation_list_init (WijkModerationList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  self->heading = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->heading, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->heading), "heading");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "moderation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Remarks that nobody looked at yet"),
                                  -1);
  self->rest = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->rest), "caption");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->heading));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->rest));
}

GtkWidget *
wijk_moderation_list_new (WijkHall *hall)
{
  WijkModerationList *self = g_object_new (WIJK_TYPE_MODERATION_LIST, NULL);

  self->hall = g_object_ref (hall);
  g_signal_connect_object (hall, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}

void
wijk_moderation_list_show_first (WijkModerationList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (WIJK_IS_MODERATION_LIST (self));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    wijk_hall_show_remark (
        self->hall, GTK_WIDGET (self), g_object_get_data (G_OBJECT (row), "remark"));
}

void
wijk_moderation_list_hide_first (WijkModerationList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (WIJK_IS_MODERATION_LIST (self));

  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    {
      GtkWidget *box = gtk_list_box_row_get_child (row);

      gtk_menu_button_popup (
          GTK_MENU_BUTTON (gtk_widget_get_last_child (gtk_widget_get_last_child (box))));
    }
}
