/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-pill.h"

#include <glib/gi18n.h>

#define SIGNS 26

struct _WijkRemarkPill
{
  GtkWidget parent_instance;

  char *name;
  char *text;
  gboolean marked;
  GtkWidget *button;
  GtkImage *icon;
  GtkLabel *label;
  GtkPopover *popover;
  GtkWidget *focus;
};

G_DEFINE_FINAL_TYPE (WijkRemarkPill, wijk_remark_pill, GTK_TYPE_WIDGET)

typedef enum
{
  OPENING,
  CLOSED,
  N_SIGNALS,
} WijkRemarkPillSignal;

static guint signals[N_SIGNALS];

static void
closed_cb (WijkRemarkPill *self)
{
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
show_text (WijkRemarkPill *self)
{
  /* Translators: the name of a field and what was chosen: “Session: Opening evening” */
  g_autofree char *full =
      self->text != NULL ? g_strdup_printf (_ ("%s: %s"), self->name, self->text) : NULL;

  gtk_label_set_label (self->label,
                       self->text == NULL ? self->name
                       : self->marked     ? full
                                          : self->text);
  gtk_widget_set_tooltip_text (self->button, full != NULL ? full : self->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  full != NULL ? full : self->name,
                                  -1);
  if (self->text == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unset");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unset");
}

static void
wijk_remark_pill_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  gtk_widget_measure (WIJK_REMARK_PILL (widget)->button,
                      orientation,
                      for_size,
                      minimum,
                      natural,
                      minimum_baseline,
                      natural_baseline);
}

static void
wijk_remark_pill_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WijkRemarkPill *self = WIJK_REMARK_PILL (widget);

  gtk_widget_size_allocate (self->button, &(GtkAllocation) { 0, 0, width, height }, baseline);
  gtk_popover_present (self->popover);
}

static gboolean
wijk_remark_pill_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WIJK_REMARK_PILL (widget)->button);
}

static void
wijk_remark_pill_dispose (GObject *object)
{
  WijkRemarkPill *self = WIJK_REMARK_PILL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wijk_remark_pill_parent_class)->dispose (object);
}

static void
wijk_remark_pill_finalize (GObject *object)
{
  WijkRemarkPill *self = WIJK_REMARK_PILL (object);

  g_free (self->name);
  g_free (self->text);

  G_OBJECT_CLASS (wijk_remark_pill_parent_class)->finalize (object);
}

static void
wijk_remark_pill_class_init (WijkRemarkPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_remark_pill_dispose;
  object_class->finalize = wijk_remark_pill_finalize;
  widget_class->measure = wijk_remark_pill_measure;
  widget_class->size_allocate = wijk_remark_pill_size_allocate;
  widget_class->grab_focus = wijk_remark_pill_grab_focus;

  signals[OPENING] = g_signal_new (
      "opening", WIJK_TYPE_REMARK_PILL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new (
      "closed", WIJK_TYPE_REMARK_PILL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "remark-pill");
}

static void
wijk_remark_pill_init (WijkRemarkPill *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, SIGNS);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (arrow, "dimmed");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), arrow);

  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE, -1);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (wijk_remark_pill_open), self);

  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
}

GtkWidget *
wijk_remark_pill_new (const char *name)
{
  WijkRemarkPill *self = g_object_new (WIJK_TYPE_REMARK_PILL, NULL);

  self->name = g_strdup (name);
  show_text (self);

  return GTK_WIDGET (self);
}

void
wijk_remark_pill_set_text (WijkRemarkPill *self, const char *text)
{
  g_return_if_fail (WIJK_IS_REMARK_PILL (self));

  g_set_str (&self->text, text);
  show_text (self);
}

void
wijk_remark_pill_set_icon (WijkRemarkPill *self, const char *icon_name)
{
  g_return_if_fail (WIJK_IS_REMARK_PILL (self));

  gtk_image_set_from_icon_name (self->icon, icon_name);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon_name != NULL);
}

void
wijk_remark_pill_set_marked (WijkRemarkPill *self, gboolean marked)
{
  g_return_if_fail (WIJK_IS_REMARK_PILL (self));

  self->marked = marked;
  if (marked)
    gtk_widget_add_css_class (GTK_WIDGET (self), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "marked");
  show_text (self);
}

void
wijk_remark_pill_set_content (WijkRemarkPill *self, GtkWidget *content, GtkWidget *focus)
{
  g_return_if_fail (WIJK_IS_REMARK_PILL (self));

  gtk_popover_set_child (self->popover, content);
  self->focus = focus;
}

void
wijk_remark_pill_open (WijkRemarkPill *self)
{
  g_return_if_fail (WIJK_IS_REMARK_PILL (self));

  g_signal_emit (self, signals[OPENING], 0);
  gtk_popover_popup (self->popover);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, TRUE, -1);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
}

void
wijk_remark_pill_close (WijkRemarkPill *self)
{
  g_return_if_fail (WIJK_IS_REMARK_PILL (self));

  gtk_popover_popdown (self->popover);
}
