/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-links.h"

#include <glib/gi18n.h>

#include "wijk-label.h"
#include "wijk-outline.h"
#include "wijk-priority-aspects.h"
#include "wijk-section.h"
#include "wijk-weight.h"

struct _WijkPriorityLinks
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkPriority *priority;
  guint idle;
  GtkWidget *box;
  GtkWidget *weights_group;
  GtkListBox *weights;
  GtkWidget *sections_group;
  GtkListBox *sections;
};

G_DEFINE_FINAL_TYPE (WijkPriorityLinks, wijk_priority_links, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (const char *title, const char *icon_name)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon_name));

  return row;
}

/* ---- weights ---- */

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const WijkWeight *one = *(WijkWeight *const *) a;
  const WijkWeight *other = *(WijkWeight *const *) b;

  return (int) one->aspect - (int) other->aspect;
}

static GtkWidget *
create_weight_row (WijkWeight *weight)
{
  const char *icon_name =
      weight->aspect != WIJK_ASPECT_UNSET
          ? wijk_priority_aspect_get_icon (wijk_aspect_words[weight->aspect - 1])
          : "wijk-status-none-symbolic";
  GtkWidget *row = create_row (wijk_label_for_aspect (weight->aspect), icon_name);
  g_autofree char *value = weight->value == WIJK_UNSET
                               ? g_strdup (_ ("Not set"))
                               /* Translators: how much an aspect weighs, of 100 */
                               : g_strdup_printf (_ ("%d of 100"), (int) weight->value);
  GtkWidget *label = gtk_label_new (value);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               weight->reason != NULL ? weight->reason : _ ("No reason given"));
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);

  return row;
}

static void
show_weights (WijkPriorityLinks *self, WijkState *state, const char *id)
{
  g_autoptr (GPtrArray) weights = wijk_state_dup_children (state, WIJK_KIND_WEIGHT, "of", id);

  g_ptr_array_sort (weights, compare_weights);
  gtk_list_box_remove_all (self->weights);
  for (guint i = 0; i < weights->len; i++)
    gtk_list_box_append (self->weights, create_weight_row (g_ptr_array_index (weights, i)));
  gtk_widget_set_visible (self->weights_group, weights->len > 0);
}

/* ---- chapters ---- */

static GtkWidget *
create_section_row (const WijkOutlineRow *outline_row)
{
  WijkSection *section = WIJK_SECTION (outline_row->record);
  g_autofree char *title =
      g_strdup_printf ("%s %s", outline_row->number, section->title != NULL ? section->title : "");
  GtkWidget *row = create_row (title, "wijk-chapter-symbolic");

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
  gtk_actionable_set_action_target (
      GTK_ACTIONABLE (row), "s", wijk_record_get_id (outline_row->record));

  return row;
}

static void
show_sections (WijkPriorityLinks *self, WijkState *state, const char *id)
{
  g_autoptr (GPtrArray) outline =
      wijk_outline_new (state, WIJK_KIND_SECTION, WIJK_SECTION_DEPTH, NULL);
  gboolean any = FALSE;

  gtk_list_box_remove_all (self->sections);
  for (guint i = 0; i < outline->len; i++)
    {
      const WijkOutlineRow *row = g_ptr_array_index (outline, i);

      if (!wijk_set_contains (WIJK_SECTION (row->record)->links, id))
        continue;
      gtk_list_box_append (self->sections, create_section_row (row));
      any = TRUE;
    }
  gtk_widget_set_visible (self->sections_group, any);
}

static void
update (WijkPriorityLinks *self)
{
  WijkState *state = wijk_document_get_state (self->document);
  const char *id = self->priority != NULL ? wijk_record_get_id (WIJK_RECORD (self->priority)) : "";

  g_clear_handle_id (&self->idle, g_source_remove);
  show_weights (self, state, id);
  show_sections (self, state, id);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (self->weights_group) ||
                              gtk_widget_get_visible (self->sections_group));
}

static void
update_cb (gpointer user_data)
{
  WijkPriorityLinks *self = user_data;

  self->idle = 0;
  update (self);
}

static void
record_changed_cb (WijkPriorityLinks *self, WijkRecord *record)
{
  if ((WIJK_IS_SECTION (record) || WIJK_IS_WEIGHT (record)) && self->idle == 0)
    self->idle = g_idle_add_once (update_cb, self);
}

/* ---- GObject ---- */

static void
wijk_priority_links_dispose (GObject *object)
{
  WijkPriorityLinks *self = WIJK_PRIORITY_LINKS (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->priority);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_priority_links_parent_class)->dispose (object);
}

static void
wijk_priority_links_class_init (WijkPriorityLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_priority_links_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_group (WijkPriorityLinks *self, const char *title, GtkListBox **list)
{
  GtkWidget *group = adw_preferences_group_new ();

  *list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (*list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (*list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (*list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (*list));
  gtk_box_append (GTK_BOX (self->box), group);

  return group;
}

static void
wijk_priority_links_init (WijkPriorityLinks *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->weights_group = add_group (self, _ ("Weighing"), &self->weights);
  self->sections_group = add_group (self, _ ("In These Chapters"), &self->sections);
}

void
wijk_priority_links_set_priority (WijkPriorityLinks *self,
                                  WijkDocument *document,
                                  WijkPriority *priority)
{
  g_return_if_fail (WIJK_IS_PRIORITY_LINKS (self));

  if (g_set_object (&self->document, document))
    g_signal_connect_object (wijk_document_get_state (document),
                             "record-changed",
                             G_CALLBACK (record_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  g_set_object (&self->priority, priority);
  update (self);
}
