/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-hall-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-chip-look.h"
#include "wijk-label.h"

struct _WijkHallRow
{
  GtkBox parent_instance;

  WijkHall *hall;
  WijkRemark *remark;
  GSignalGroup *signals;

  GtkLabel *number;
  GtkImage *wall;
  GtkLabel *words;
  AdwWrapBox *chips;
};

G_DEFINE_FINAL_TYPE (WijkHallRow, wijk_hall_row, GTK_TYPE_BOX)

static GtkWidget *
make_chip (WijkChip *chip, WijkState *state)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = wijk_chip_dup_text (chip);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (box, "theme-chip");
  if (chip->kind == WIJK_CHIP_THEME)
    gtk_box_append (GTK_BOX (box), wijk_chip_make_sign (chip, state));
  else
    gtk_widget_set_margin_start (label, 7);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
show_chips (WijkHallRow *self)
{
  WijkState *state = wijk_document_get_state (wijk_hall_get_document (self->hall));
  g_autoptr (GPtrArray) chips = wijk_chips_of_remark (state, self->remark);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, child);
  for (guint i = 0; i < chips->len; i++)
    adw_wrap_box_append (self->chips, make_chip (chips->pdata[i], state));
  gtk_widget_set_visible (GTK_WIDGET (self->chips), chips->len > 0);
}

static void
show_wall (WijkHallRow *self)
{
  gboolean is_hidden = self->remark->wall == WIJK_WALL_HIDDEN;
  const WijkField *field = wijk_kind_find_field (WIJK_KIND_REMARK, "wall");
  g_autofree char *text = NULL;

  gtk_image_set_from_icon_name (
      self->wall, is_hidden ? "wijk-status-cross-symbolic" : "wijk-status-complete-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->wall), self->remark->wall != WIJK_WALL_UNSET);
  /* Translators: whether the hall sees a remark: “In the hall: shown” */
  text = g_strdup_printf (_ ("In the hall: %s"),
                          wijk_label_for_choice (field, (int) self->remark->wall));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->wall), text);
}

static void
show_remark (WijkHallRow *self)
{
  if (self->remark == NULL)
    return;
  gtk_label_set_label (self->number, self->remark->label != NULL ? self->remark->label : "");
  gtk_label_set_label (self->words,
                       self->remark->text != NULL ? self->remark->text : _ ("(words removed)"));
  show_chips (self);
  show_wall (self);
}

static void
wijk_hall_row_dispose (GObject *object)
{
  WijkHallRow *self = WIJK_HALL_ROW (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->remark);
  g_clear_object (&self->hall);

  G_OBJECT_CLASS (wijk_hall_row_parent_class)->dispose (object);
}

static void
wijk_hall_row_class_init (WijkHallRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_hall_row_dispose;
}

static void
wijk_hall_row_init (WijkHallRow *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->number = GTK_LABEL (gtk_label_new (NULL));
  self->wall = GTK_IMAGE (gtk_image_new ());
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->chips = ADW_WRAP_BOX (adw_wrap_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "caption-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->number), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->wall), "dimmed");
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->words, 6);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  adw_wrap_box_set_child_spacing (self->chips, 6);
  adw_wrap_box_set_line_spacing (self->chips, 3);
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->wall));
  gtk_box_append (GTK_BOX (self), top);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->chips));
  self->signals = g_signal_group_new (WIJK_TYPE_REMARK);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_remark), self);
}

GtkWidget *
wijk_hall_row_new (WijkHall *hall)
{
  WijkHallRow *self = g_object_new (WIJK_TYPE_HALL_ROW, NULL);

  self->hall = g_object_ref (hall);

  return GTK_WIDGET (self);
}

void
wijk_hall_row_set_remark (WijkHallRow *self, WijkRemark *remark)
{
  g_return_if_fail (WIJK_IS_HALL_ROW (self));

  g_set_object (&self->remark, remark);
  g_signal_group_set_target (self->signals, remark);
  show_remark (self);
}

WijkRemark *
wijk_hall_row_get_remark (WijkHallRow *self)
{
  g_return_val_if_fail (WIJK_IS_HALL_ROW (self), NULL);

  return self->remark;
}

char *
wijk_hall_row_dup_label (WijkHallRow *self)
{
  GString *text;
  WijkState *state;
  g_autoptr (GPtrArray) chips = NULL;

  g_return_val_if_fail (WIJK_IS_HALL_ROW (self) && self->remark != NULL, NULL);

  text = g_string_new (gtk_label_get_label (self->number));
  state = wijk_document_get_state (wijk_hall_get_document (self->hall));
  chips = wijk_chips_of_remark (state, self->remark);
  g_string_append_printf (text, ", %s", gtk_label_get_label (self->words));
  for (guint i = 0; i < chips->len; i++)
    {
      g_autofree char *chip = wijk_chip_dup_text (chips->pdata[i]);

      g_string_append_printf (text, ", %s", chip);
    }

  return g_string_free_and_steal (text);
}
