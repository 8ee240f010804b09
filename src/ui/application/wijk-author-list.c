/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-author-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _WijkAuthorList
{
  GtkWidget parent_instance;

  WijkDocument *document;
  GtkListBox *list;
  AdwEntryRow *entry; /* the last row */
};

G_DEFINE_FINAL_TYPE (WijkAuthorList, wijk_author_list, GTK_TYPE_WIDGET)

static void
set_author (WijkAuthorList *self, const char *name, gboolean present)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);
  g_autoptr (GError) error = NULL;

  if (!wijk_document_set_member (self->document,
                                 present ? _ ("Add an author") : _ ("Remove an author"),
                                 WIJK_RECORD (plan),
                                 "authors",
                                 name,
                                 present,
                                 &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
added_cb (WijkAuthorList *self)
{
  g_autofree char *name =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name == '\0')
    return;

  set_author (self, name, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
removed_cb (GtkWidget *button, WijkAuthorList *self)
{
  set_author (self, g_object_get_data (G_OBJECT (button), "name"), FALSE);
}

static GtkWidget *
create_row (WijkAuthorList *self, const char *name)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is a name */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !wijk_document_is_read_only (self->document));
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (removed_cb), self, 0);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
show_authors (WijkAuthorList *self)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);
  GtkListBoxRow *row;
  int n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL &&
         GTK_WIDGET (row) != GTK_WIDGET (self->entry))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; plan->authors != NULL && i < plan->authors->len; i++)
    gtk_list_box_insert (self->list, create_row (self, g_ptr_array_index (plan->authors, i)), n++);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !wijk_document_is_read_only (self->document));
}

static void
wijk_author_list_dispose (GObject *object)
{
  WijkAuthorList *self = WIJK_AUTHOR_LIST (object);

  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_author_list_parent_class)->dispose (object);
}

static void
wijk_author_list_class_init (WijkAuthorListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_author_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_author_list_init (WijkAuthorList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Authors"), -1);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));

  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Add an author"));
  adw_entry_row_set_show_apply_button (self->entry, TRUE);
  g_signal_connect_object (self->entry, "apply", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, GTK_WIDGET (self->entry));
}

void
wijk_author_list_set_document (WijkAuthorList *self, WijkDocument *document)
{
  WijkPlan *plan = wijk_document_get_plan (document);

  g_return_if_fail (WIJK_IS_AUTHOR_LIST (self));

  if (plan == NULL || !g_set_object (&self->document, document))
    return;

  g_signal_connect_object (
      plan, "notify::authors", G_CALLBACK (show_authors), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show_authors), self, G_CONNECT_SWAPPED);
  show_authors (self);
}
