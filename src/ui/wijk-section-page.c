/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-section-page.h"

#include <glib/gi18n.h>

#include "wijk-field-binding.h"
#include "wijk-label.h"
#include "wijk-page.h"

struct _WijkSectionPage
{
  AdwBin parent_instance;

  WijkSection *section;

  GtkEntry *title;
  GtkDropDown *status;
  GtkLabel *guidance;
  GtkTextView *text;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkSectionPage,
                               wijk_section_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkSectionPage *self = WIJK_SECTION_PAGE (page);

  return record == WIJK_RECORD (self->section) && gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
}

static void
wijk_section_page_dispose (GObject *object)
{
  WijkSectionPage *self = WIJK_SECTION_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SECTION_PAGE);
  g_clear_object (&self->section);

  G_OBJECT_CLASS (wijk_section_page_parent_class)->dispose (object);
}

static void
wijk_section_page_class_init (WijkSectionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_section_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-section-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, title);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, status);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, guidance);
  gtk_widget_class_bind_template_child (widget_class, WijkSectionPage, text);
}

static void
wijk_section_page_init (WijkSectionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wijk_section_page_new (WijkDocument *document, WijkSection *section)
{
  WijkSectionPage *self = g_object_new (WIJK_TYPE_SECTION_PAGE, NULL);
  WijkRecord *record = WIJK_RECORD (section);
  g_auto (GStrv) choices =
      wijk_label_dup_choices (wijk_kind_find_field (WIJK_KIND_SECTION, "status"));
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *) choices);

  self->section = g_object_ref (section);
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (model));
  gtk_label_set_label (self->guidance, section->guidance != NULL ? section->guidance : "");
  gtk_widget_set_visible (GTK_WIDGET (self->guidance), section->guidance != NULL);
  wijk_field_bind (document, GTK_WIDGET (self->title), record, "title", _ ("Rename a chapter"));
  wijk_field_bind (
      document, GTK_WIDGET (self->status), record, "status", _ ("Status of a chapter"));
  wijk_field_bind (document, GTK_WIDGET (self->text), record, "text", _ ("Write in a chapter"));

  return GTK_WIDGET (self);
}
