/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-aspects.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-label.h"

#define N_ASPECTS WIJK_ASPECT_SPATIAL

struct _WijkPriorityAspects
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkRecord *record;
  GSignalGroup *signals;
  GtkWidget *box;
  GtkToggleButton *toggles[N_ASPECTS];
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (WijkPriorityAspects, wijk_priority_aspects, GTK_TYPE_WIDGET)

static const char *const icons[N_ASPECTS] = {
  "wijk-aspect-social-symbolic",
  "wijk-aspect-economic-symbolic",
  "wijk-aspect-safety-symbolic",
  "wijk-aspect-spatial-symbolic",
};

static void
show_record (WijkPriorityAspects *self)
{
  GPtrArray *set = NULL;

  if (self->record != NULL)
    set = wijk_record_get_set (
        self->record, wijk_kind_find_field (wijk_record_get_kind (self->record), "aspects"));
  self->showing = TRUE;
  for (guint i = 0; i < N_ASPECTS; i++)
    gtk_toggle_button_set_active (self->toggles[i], wijk_set_contains (set, wijk_aspect_words[i]));
  self->showing = FALSE;
}

static void
toggled_cb (WijkPriorityAspects *self, GtkToggleButton *toggle)
{
  g_autoptr (GError) error = NULL;

  if (self->showing || self->record == NULL)
    return;

  for (guint i = 0; i < N_ASPECTS; i++)
    if (self->toggles[i] == toggle &&
        !wijk_document_set_member (self->document,
                                   _ ("Choose aspects"),
                                   self->record,
                                   "aspects",
                                   wijk_aspect_words[i],
                                   gtk_toggle_button_get_active (toggle),
                                   &error))
      {
        gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
        show_record (self);
      }
}

static void
wijk_priority_aspects_dispose (GObject *object)
{
  WijkPriorityAspects *self = WIJK_PRIORITY_ASPECTS (object);

  g_clear_object (&self->signals);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_priority_aspects_parent_class)->dispose (object);
}

static void
wijk_priority_aspects_class_init (WijkPriorityAspectsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_priority_aspects_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* A chosen one has a tick too, for whom a shade is not enough. */
static GtkWidget *
create_toggle (WijkAspect aspect)
{
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  const char *label = wijk_label_for_aspect (aspect);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icons[aspect - 1]));
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_box_append (GTK_BOX (box), tick);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  g_object_bind_property (toggle, "active", tick, "visible", G_BINDING_SYNC_CREATE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return toggle;
}

static void
wijk_priority_aspects_init (WijkPriorityAspects *self)
{
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < N_ASPECTS; i++)
    {
      GtkWidget *toggle = create_toggle (i + 1);

      g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (toggled_cb), self);
      adw_wrap_box_append (ADW_WRAP_BOX (self->box), toggle);
      self->toggles[i] = GTK_TOGGLE_BUTTON (toggle);
    }
  self->signals = g_signal_group_new (WIJK_TYPE_RECORD);
  g_signal_group_connect_swapped (self->signals, "notify::aspects", G_CALLBACK (show_record), self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Aspects"), -1);
}

void
wijk_priority_aspects_set_record (WijkPriorityAspects *self,
                                  WijkDocument *document,
                                  WijkRecord *record)
{
  g_return_if_fail (WIJK_IS_PRIORITY_ASPECTS (self));

  g_set_object (&self->document, document);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->signals, record);
  gtk_widget_set_sensitive (self->box, record != NULL && !wijk_document_is_read_only (document));
  show_record (self);
}

const char *
wijk_priority_aspect_get_icon (const char *word)
{
  for (guint i = 0; i < N_ASPECTS; i++)
    if (g_str_equal (wijk_aspect_words[i], word))
      return icons[i];

  return "wijk-status-none-symbolic";
}
