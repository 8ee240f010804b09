/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-section-links.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-mention.h"
#include "wijk-trace.h"

struct _WijkSectionLinks
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkSection *section;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkListBox *list;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (WijkSectionLinks, wijk_section_links, GTK_TYPE_WIDGET)

static void
show_count (WijkSectionLinks *self)
{
  g_autoptr (GPtrArray) records = wijk_section_dup_linked (wijk_document_get_state (self->document),
                                                           WIJK_RECORD (self->section));
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u link", "%u links", records->len), records->len);

  gtk_menu_button_set_label (self->button, records->len > 0 ? label : _ ("No links"));
}

/* ---- the list ---- */

static char *
dup_line (WijkRecord *record, const char *key)
{
  const WijkField *field = wijk_kind_find_field (wijk_record_get_kind (record), key);
  const char *text = field != NULL ? wijk_record_get_text (record, field) : NULL;
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \n\t", -1);

  return g_strjoinv (" ", words);
}

static void
unlink_cb (GtkWidget *button, gpointer user_data)
{
  WijkSectionLinks *self = WIJK_SECTION_LINKS (user_data);
  const char *id = g_object_get_data (G_OBJECT (button), "wijk-record");
  g_autoptr (GError) error = NULL;

  gtk_popover_popdown (self->popover);
  if (!wijk_document_set_member (self->document,
                                 _ ("Take a link off a chapter"),
                                 WIJK_RECORD (self->section),
                                 "links",
                                 id,
                                 FALSE,
                                 &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
add_unlink_button (WijkSectionLinks *self, AdwActionRow *row, WijkRecord *record)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  gtk_widget_set_tooltip_text (button, _ ("Take this link off"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (
      G_OBJECT (button), "wijk-record", g_strdup (wijk_record_get_id (record)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (unlink_cb), self, 0);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
make_row (WijkSectionLinks *self, WijkRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = wijk_mention_dup_words (record);
  g_autofree char *line =
      dup_line (record, wijk_record_get_kind (record) == WIJK_KIND_PRIORITY ? "goal" : "text");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), line);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (
      G_OBJECT (row), "wijk-record", g_strdup (wijk_record_get_id (record)), g_free);
  if (!wijk_document_is_read_only (self->document) &&
      wijk_set_contains (self->section->links, wijk_record_get_id (record)))
    add_unlink_button (self, ADW_ACTION_ROW (row), record);

  return row;
}

static void
active_cb (WijkSectionLinks *self)
{
  g_autoptr (GPtrArray) records = NULL;

  if (self->document == NULL || !gtk_menu_button_get_active (self->button))
    return;

  records = wijk_section_dup_linked (wijk_document_get_state (self->document),
                                     WIJK_RECORD (self->section));
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (self->list, make_row (self, records->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->list), records->len > 0);
  gtk_widget_set_visible (self->hint, !wijk_document_is_read_only (self->document));
}

static void
row_activated_cb (WijkSectionLinks *self, GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (row), "wijk-record"));

  gtk_popover_popdown (self->popover);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

/* ---- GObject ---- */

static void
wijk_section_links_dispose (GObject *object)
{
  WijkSectionLinks *self = WIJK_SECTION_LINKS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SECTION_LINKS);
  g_clear_object (&self->section);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_section_links_parent_class)->dispose (object);
}

static void
wijk_section_links_class_init (WijkSectionLinksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_section_links_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-section-links.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSectionLinks, button);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionLinks, popover);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionLinks, list);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionLinks, hint);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
wijk_section_links_init (WijkSectionLinks *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wijk_section_links_set_section (WijkSectionLinks *self,
                                WijkDocument *document,
                                WijkSection *section)
{
  g_return_if_fail (WIJK_IS_SECTION_LINKS (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->section = g_object_ref (section);
  g_signal_connect_object (
      section, "notify::links", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      section, "notify::text", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self);
}
