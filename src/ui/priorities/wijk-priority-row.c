/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-priority-aspects.h"
#include "wijk-priority-figures.h"

struct _WijkPriorityRow
{
  GtkListBoxRow parent_instance;

  WijkState *state;
  WijkPriority *priority;

  GtkLabel *rank;
  GtkLabel *title;
  GtkLabel *about;
  GtkImage *status_icon;
  GtkLabel *status;
  GtkWidget *origin_box;
  GtkImage *origin_icon;
  GtkLabel *origin;
  GtkLabel *estimate;
  GtkWidget *aspects;
};

G_DEFINE_FINAL_TYPE (WijkPriorityRow, wijk_priority_row, GTK_TYPE_LIST_BOX_ROW)

static void
show_about (WijkPriorityRow *self)
{
  g_autofree char *period = wijk_priority_describe_period (self->priority, self->state);
  g_autofree char *about = self->priority->owner != NULL
                               ? g_strdup_printf ("%s · %s", period, self->priority->owner)
                               : g_steal_pointer (&period);

  gtk_label_set_label (self->about, about);
}

static void
show_origin (WijkPriorityRow *self, const WijkPriorityFigures *figures)
{
  g_autofree char *text = wijk_priority_figures_describe_origin (figures, self->priority);

  gtk_label_set_label (self->origin, text);
  gtk_image_set_from_icon_name (
      self->origin_icon, figures->has_origin ? "wijk-input-symbolic" : "dialog-warning-symbolic");
  if (figures->has_origin)
    gtk_widget_remove_css_class (self->origin_box, "warning");
  else
    gtk_widget_add_css_class (self->origin_box, "warning");
}

static void
show_estimate (WijkPriorityRow *self, const WijkPriorityFigures *figures)
{
  g_autofree char *money = wijk_ui_format_money (figures->cents[WIJK_AMOUNT_ESTIMATE]);

  gtk_label_set_label (self->estimate, money);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->estimate), _ ("Estimated, measures included"));
  gtk_widget_set_visible (GTK_WIDGET (self->estimate), figures->has_amounts[WIJK_AMOUNT_ESTIMATE]);
}

static void
show_aspects (WijkPriorityRow *self)
{
  GPtrArray *aspects = self->priority->aspects;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->aspects)) != NULL)
    gtk_box_remove (GTK_BOX (self->aspects), child);
  for (guint i = 0; aspects != NULL && i < aspects->len; i++)
    {
      const char *word = g_ptr_array_index (aspects, i);
      GtkWidget *icon = gtk_image_new_from_icon_name (wijk_priority_aspect_get_icon (word));

      gtk_widget_set_tooltip_text (icon, wijk_label_for_word (wijk_aspect_words, word));
      gtk_widget_add_css_class (icon, "dimmed");
      gtk_box_append (GTK_BOX (self->aspects), icon);
    }
  gtk_widget_set_visible (self->aspects, aspects != NULL && aspects->len > 0);
}

/* All of it in words, for who hears the list. */
static void
describe (WijkPriorityRow *self, guint rank)
{
  GPtrArray *aspects = self->priority->aspects;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text,
                          "%u. %s, %s, %s, %s",
                          rank,
                          gtk_label_get_label (self->title),
                          gtk_label_get_label (self->about),
                          gtk_label_get_label (self->status),
                          gtk_label_get_label (self->origin));
  if (gtk_widget_get_visible (GTK_WIDGET (self->estimate)))
    g_string_append_printf (text, ", %s", gtk_label_get_label (self->estimate));
  for (guint i = 0; aspects != NULL && i < aspects->len; i++)
    g_string_append_printf (
        text, ", %s", wijk_label_for_word (wijk_aspect_words, g_ptr_array_index (aspects, i)));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static void
wijk_priority_row_dispose (GObject *object)
{
  WijkPriorityRow *self = WIJK_PRIORITY_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PRIORITY_ROW);
  g_clear_object (&self->state);
  g_clear_object (&self->priority);

  G_OBJECT_CLASS (wijk_priority_row_parent_class)->dispose (object);
}

static void
wijk_priority_row_class_init (WijkPriorityRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_priority_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-priority-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, rank);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, title);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, about);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, status_icon);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, status);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, origin_box);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, origin_icon);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, origin);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, estimate);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityRow, aspects);
}

static void
wijk_priority_row_init (WijkPriorityRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wijk_priority_row_new (WijkState *state, WijkPriority *priority)
{
  WijkPriorityRow *self = g_object_new (WIJK_TYPE_PRIORITY_ROW, NULL);

  self->state = g_object_ref (state);
  self->priority = g_object_ref (priority);

  return GTK_WIDGET (self);
}

WijkPriority *
wijk_priority_row_get_priority (WijkPriorityRow *self)
{
  g_return_val_if_fail (WIJK_IS_PRIORITY_ROW (self), NULL);

  return self->priority;
}

void
wijk_priority_row_update (WijkPriorityRow *self, guint rank)
{
  WijkPriorityFigures figures;
  g_autofree char *number = g_strdup_printf ("%u", rank);

  g_return_if_fail (WIJK_IS_PRIORITY_ROW (self));

  figures = wijk_priority_figures_of (self->priority, self->state);
  gtk_label_set_label (self->rank, number);
  gtk_label_set_label (self->title, self->priority->title != NULL ? self->priority->title : "");
  show_about (self);
  gtk_image_set_from_icon_name (self->status_icon,
                                wijk_icon_for_work_status (self->priority->status));
  gtk_label_set_label (self->status, wijk_label_for_work_status (self->priority->status));
  show_origin (self, &figures);
  show_estimate (self, &figures);
  show_aspects (self);
  describe (self, rank);
}
