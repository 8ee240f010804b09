/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-outcome-buttons.h"

#include <glib/gi18n.h>

#include "wijk-label.h"

#define N_OUTCOMES 4

struct _WijkOutcomeButtons
{
  GtkWidget parent_instance;

  GtkToggleButton *buttons[N_OUTCOMES];
  AdwWrapBox *box;
  WijkOutcome outcome;
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (WijkOutcomeButtons, wijk_outcome_buttons, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
show_outcome (WijkOutcomeButtons *self)
{
  self->is_updating = TRUE;
  for (guint i = 0; i < N_OUTCOMES; i++)
    gtk_toggle_button_set_active (self->buttons[i], self->outcome == i + 1);
  self->is_updating = FALSE;
}

static void
toggled_cb (WijkOutcomeButtons *self, GtkToggleButton *button)
{
  WijkOutcome outcome = WIJK_OUTCOME_UNSET;

  if (self->is_updating)
    return;
  for (guint i = 0; i < N_OUTCOMES; i++)
    if (self->buttons[i] == button && gtk_toggle_button_get_active (button))
      outcome = i + 1;
  self->outcome = outcome;
  show_outcome (self);
  g_signal_emit (self, chosen_signal, 0, (guint) outcome);
}

static GtkToggleButton *
make_button (WijkOutcomeButtons *self, WijkOutcome outcome)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (wijk_label_for_outcome (outcome));
  /* Translators: an outcome and the digit of its key */
  g_autofree char *tooltip =
      g_strdup_printf (_ ("%s (Ctrl+Alt+%u)"), wijk_label_for_outcome (outcome), outcome);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (wijk_icon_for_outcome (outcome)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, wijk_label_for_outcome (outcome), -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, button);

  return GTK_TOGGLE_BUTTON (button);
}

static gboolean
wijk_outcome_buttons_grab_focus (GtkWidget *widget)
{
  WijkOutcomeButtons *self = WIJK_OUTCOME_BUTTONS (widget);

  return gtk_widget_grab_focus (
      GTK_WIDGET (self->buttons[self->outcome > 0 ? self->outcome - 1 : 0]));
}

static void
wijk_outcome_buttons_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wijk_outcome_buttons_parent_class)->dispose (object);
}

static void
wijk_outcome_buttons_class_init (WijkOutcomeButtonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_outcome_buttons_dispose;
  widget_class->grab_focus = wijk_outcome_buttons_grab_focus;

  chosen_signal = g_signal_new ("chosen",
                                WIJK_TYPE_OUTCOME_BUTTONS,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_outcome_buttons_init (WijkOutcomeButtons *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  adw_wrap_box_set_justify (self->box, ADW_JUSTIFY_FILL);
  adw_wrap_box_set_justify_last_line (self->box, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "outcomes");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Outcome"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
  for (guint i = 0; i < N_OUTCOMES; i++)
    self->buttons[i] = make_button (self, i + 1);
}

WijkOutcome
wijk_outcome_buttons_get_outcome (WijkOutcomeButtons *self)
{
  g_return_val_if_fail (WIJK_IS_OUTCOME_BUTTONS (self), WIJK_OUTCOME_UNSET);

  return self->outcome;
}

void
wijk_outcome_buttons_set_outcome (WijkOutcomeButtons *self, WijkOutcome outcome)
{
  g_return_if_fail (WIJK_IS_OUTCOME_BUTTONS (self));

  self->outcome = outcome;
  show_outcome (self);
}

void
wijk_outcome_buttons_press (WijkOutcomeButtons *self, WijkOutcome outcome)
{
  g_return_if_fail (WIJK_IS_OUTCOME_BUTTONS (self) && outcome > 0 && outcome <= N_OUTCOMES);

  gtk_toggle_button_set_active (self->buttons[outcome - 1], self->outcome != outcome);
}
