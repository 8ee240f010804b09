/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-chip-popover.h"

#include <glib/gi18n.h>

#include "wijk-chip-look.h"
#include "wijk-theme-mark.h"

struct _WijkChipPopover
{
  GtkPopover parent_instance;

  WijkState *state;
  GPtrArray *offered; /* NULL: closed */
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WijkChipPopover, wijk_chip_popover, GTK_TYPE_POPOVER)

static guint chosen_signal;

static void
row_activated_cb (WijkChipPopover *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  g_signal_emit (self, chosen_signal, 0);
}

static GtkWidget *
make_row (WijkChipPopover *self, const WijkChip *chip)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  gboolean is_new = *chip->value == '\0';
  /* Translators: %s is the name of a theme that is not there yet */
  g_autofree char *text =
      is_new ? g_strdup_printf (_ ("New theme “%s”"), chip->label) : wijk_chip_dup_text (chip);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_box_append (GTK_BOX (box), wijk_chip_make_sign (chip, self->state));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return row;
}

static void
wijk_chip_popover_dispose (GObject *object)
{
  WijkChipPopover *self = WIJK_CHIP_POPOVER (object);

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (wijk_chip_popover_parent_class)->dispose (object);
}

static void
wijk_chip_popover_class_init (WijkChipPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_chip_popover_dispose;

  chosen_signal = g_signal_new (
      "chosen", WIJK_TYPE_CHIP_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_chip_popover_init (WijkChipPopover *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_activate_on_single_click (self->list, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "choice-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Suggestions"), -1);
  g_signal_connect_object (
      self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->list));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

GtkWidget *
wijk_chip_popover_new (WijkState *state)
{
  WijkChipPopover *self = g_object_new (WIJK_TYPE_CHIP_POPOVER, NULL);

  self->state = g_object_ref (state);

  return GTK_WIDGET (self);
}

void
wijk_chip_popover_offer (WijkChipPopover *self, GPtrArray *offered)
{
  g_return_if_fail (WIJK_IS_CHIP_POPOVER (self));

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = offered;
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; offered != NULL && i < offered->len; i++)
    gtk_list_box_append (self->list, make_row (self, offered->pdata[i]));
  if (offered == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  gtk_popover_popup (GTK_POPOVER (self));
}

void
wijk_chip_popover_move (WijkChipPopover *self, int by)
{
  const WijkChip *chip;
  g_autofree char *text = NULL;
  int n, at;

  g_return_if_fail (WIJK_IS_CHIP_POPOVER (self) && self->offered != NULL);

  n = (int) self->offered->len;
  at = gtk_list_box_row_get_index (gtk_list_box_get_selected_row (self->list));
  gtk_list_box_select_row (self->list,
                           gtk_list_box_get_row_at_index (self->list, (at + by + n) % n));
  chip = wijk_chip_popover_get_selected (self);
  text = wijk_chip_dup_text (chip);
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self->list), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

const WijkChip *
wijk_chip_popover_get_selected (WijkChipPopover *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (WIJK_IS_CHIP_POPOVER (self), NULL);

  row = self->offered != NULL ? gtk_list_box_get_selected_row (self->list) : NULL;

  return row != NULL ? self->offered->pdata[gtk_list_box_row_get_index (row)] : NULL;
}
