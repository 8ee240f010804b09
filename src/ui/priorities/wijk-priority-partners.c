/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-partners.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-priority-organisation.h"

struct _WijkPriorityPartners
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkRecord *record;
  GSignalGroup *signals;
  GtkWidget *box;
  GtkMenuButton *add; /* the last child of the box */
  WijkPriorityOrganisation *popover;
};

G_DEFINE_FINAL_TYPE (WijkPriorityPartners, wijk_priority_partners, GTK_TYPE_WIDGET)

static void
set_partner (WijkPriorityPartners *self, const char *name, gboolean present)
{
  g_autoptr (GError) error = NULL;

  if (!wijk_document_set_member (self->document,
                                 present ? _ ("Add a partner") : _ ("Remove a partner"),
                                 self->record,
                                 "partners",
                                 name,
                                 present,
                                 &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
removed_cb (WijkPriorityPartners *self, GtkWidget *button)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
  set_partner (self, g_object_get_data (G_OBJECT (button), "name"), FALSE);
}

static GtkWidget *
create_chip (WijkPriorityPartners *self, const char *name)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a name */
  g_autofree char *text = g_strdup_printf (_ ("Remove %s"), name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, name);
  gtk_widget_add_css_class (chip, "partner");
  gtk_box_append (GTK_BOX (chip), label);
  if (wijk_document_is_read_only (self->document))
    return chip;

  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (chip), button);

  return chip;
}

static GPtrArray *
get_partners (WijkPriorityPartners *self)
{
  if (self->record == NULL)
    return NULL;

  return wijk_record_get_set (
      self->record, wijk_kind_find_field (wijk_record_get_kind (self->record), "partners"));
}

static void
show_record (WijkPriorityPartners *self)
{
  GPtrArray *partners = get_partners (self);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != GTK_WIDGET (self->add))
    adw_wrap_box_remove (ADW_WRAP_BOX (self->box), child);
  for (guint i = partners != NULL ? partners->len : 0; i > 0; i--)
    adw_wrap_box_prepend (ADW_WRAP_BOX (self->box),
                          create_chip (self, g_ptr_array_index (partners, i - 1)));
  gtk_widget_set_visible (GTK_WIDGET (self->add),
                          self->record != NULL && !wijk_document_is_read_only (self->document));
}

static void
chosen_cb (WijkPriorityPartners *self, const char *name)
{
  if (self->record != NULL && !wijk_set_contains (get_partners (self), name))
    set_partner (self, name, TRUE);
}

static void
popover_shown_cb (WijkPriorityPartners *self)
{
  if (self->document != NULL)
    wijk_priority_organisation_fill (self->popover, self->document, get_partners (self));
}

static void
wijk_priority_partners_dispose (GObject *object)
{
  WijkPriorityPartners *self = WIJK_PRIORITY_PARTNERS (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_priority_partners_parent_class)->dispose (object);
}

static void
wijk_priority_partners_class_init (WijkPriorityPartnersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_priority_partners_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
wijk_priority_partners_init (WijkPriorityPartners *self)
{
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ ("Partner"));
  self->popover = WIJK_PRIORITY_ORGANISATION (wijk_priority_organisation_new ());
  g_signal_connect_swapped (self->popover, "chosen", G_CALLBACK (chosen_cb), self);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (popover_shown_cb), self);
  self->add = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->add, content);
  gtk_menu_button_set_popover (self->add, GTK_WIDGET (self->popover));
  gtk_widget_add_css_class (GTK_WIDGET (self->add), "flat");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add), _ ("Add a partner"));

  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 6);
  adw_wrap_box_append (ADW_WRAP_BOX (self->box), GTK_WIDGET (self->add));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->signals = g_signal_group_new (WIJK_TYPE_RECORD);
  g_signal_group_connect_swapped (
      self->signals, "notify::partners", G_CALLBACK (show_record), self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Partners"), -1);
}

void
wijk_priority_partners_set_record (WijkPriorityPartners *self,
                                   WijkDocument *document,
                                   WijkRecord *record)
{
  g_return_if_fail (WIJK_IS_PRIORITY_PARTNERS (self));

  g_set_object (&self->document, document);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->signals, record);
  show_record (self);
}
