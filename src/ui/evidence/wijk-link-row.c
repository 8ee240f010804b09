/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-link-row.h"

#include <glib/gi18n.h>

#include "wijk-link.h"

struct _WijkLinkRow
{
  GtkWidget parent_instance;

  GtkImage *icon;
  GtkWidget *box;
  GtkLabel *name;
  GtkLabel *text;
  GtkImage *check;
  char *description;
};

G_DEFINE_FINAL_TYPE (WijkLinkRow, wijk_link_row, GTK_TYPE_WIDGET)

static void
wijk_link_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wijk_link_row_parent_class)->dispose (object);
}

static void
wijk_link_row_finalize (GObject *object)
{
  g_free (WIJK_LINK_ROW (object)->description);

  G_OBJECT_CLASS (wijk_link_row_parent_class)->finalize (object);
}

static void
wijk_link_row_class_init (WijkLinkRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_link_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = wijk_link_row_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_NONE);
}

static void
wijk_link_row_init (WijkLinkRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->name = GTK_LABEL (gtk_label_new (NULL));
  self->text = GTK_LABEL (gtk_label_new (NULL));
  self->check = GTK_IMAGE (gtk_image_new_from_icon_name ("object-select-symbolic"));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_hexpand (self->box, TRUE);
  gtk_label_set_xalign (self->name, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "dimmed");
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_wrap_mode (self->text, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->text, 2);
  gtk_label_set_ellipsize (self->text, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  gtk_widget_set_parent (GTK_WIDGET (self->icon), GTK_WIDGET (self));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->check), GTK_WIDGET (self));
}

GtkWidget *
wijk_link_row_new (void)
{
  return g_object_new (WIJK_TYPE_LINK_ROW, NULL);
}

void
wijk_link_row_show (WijkLinkRow *self, WijkRecord *record, gboolean is_linked)
{
  g_autofree char *text = wijk_link_dup_text (record);
  const char *name = wijk_link_get_name (record);

  g_return_if_fail (WIJK_IS_LINK_ROW (self));

  gtk_image_set_from_icon_name (self->icon, wijk_link_get_icon (record));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->text, text);
  gtk_widget_set_opacity (GTK_WIDGET (self->check), is_linked ? 1 : 0);
  g_free (self->description);
  self->description = g_strdup_printf (
      "%s: %s%s%s", name, text, is_linked ? ", " : "", is_linked ? _ ("linked") : "");
}

const char *
wijk_link_row_get_description (WijkLinkRow *self)
{
  g_return_val_if_fail (WIJK_IS_LINK_ROW (self), NULL);

  return self->description;
}
