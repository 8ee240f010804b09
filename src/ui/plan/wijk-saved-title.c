/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-saved-title.h"

#include <glib/gi18n.h>

struct _WijkSavedTitle
{
  GtkWidget parent_instance;

  WijkDocument *document;

  GtkLabel *title;
  GtkLabel *saved;
};

G_DEFINE_FINAL_TYPE (WijkSavedTitle, wijk_saved_title, GTK_TYPE_WIDGET)

static void
show_saved (WijkSavedTitle *self)
{
  WijkSaved saved = wijk_document_get_saved (self->document);
  const char *text = _ ("Saved");

  if (wijk_document_is_read_only (self->document))
    text = _ ("Read-only");
  else if (saved == WIJK_SAVED_PENDING)
    text = _ ("Not saved yet");
  else if (saved == WIJK_SAVED_FAILED)
    text = _ ("Not saved");

  gtk_label_set_label (self->saved, text);
  if (saved == WIJK_SAVED_FAILED)
    gtk_widget_add_css_class (GTK_WIDGET (self->saved), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->saved), "error");
}

static void
wijk_saved_title_dispose (GObject *object)
{
  WijkSavedTitle *self = WIJK_SAVED_TITLE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SAVED_TITLE);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_saved_title_parent_class)->dispose (object);
}

static void
wijk_saved_title_class_init (WijkSavedTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_saved_title_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-saved-title.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSavedTitle, title);
  gtk_widget_class_bind_template_child (widget_class, WijkSavedTitle, saved);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
wijk_saved_title_init (WijkSavedTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

void
wijk_saved_title_set_document (WijkSavedTitle *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_SAVED_TITLE (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (
      document, "notify::saved", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show_saved), self, G_CONNECT_SWAPPED);
  show_saved (self);
}

void
wijk_saved_title_set_title (WijkSavedTitle *self, const char *title)
{
  g_return_if_fail (WIJK_IS_SAVED_TITLE (self));

  gtk_label_set_label (self->title, title != NULL ? title : "");
}
