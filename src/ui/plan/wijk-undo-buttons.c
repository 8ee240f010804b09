/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-undo-buttons.h"

#include <glib/gi18n.h>

struct _WijkUndoButtons
{
  GtkBox parent_instance;

  WijkDocument *document;
  GtkWidget *undo;
  GtkWidget *redo;
};

G_DEFINE_FINAL_TYPE (WijkUndoButtons, wijk_undo_buttons, GTK_TYPE_BOX)

static void
show_step (GtkWidget *button, const char *what, const char *name)
{
  /* Translators: “Undo” or “Redo”, then what was done, such as “Add a chapter” */
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("%s: %s"), what, name) : NULL;

  gtk_widget_set_tooltip_text (button, text != NULL ? text : what);
}

static void
show_steps (WijkUndoButtons *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean may_write = !wijk_document_is_read_only (self->document);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  g_object_get (self->document, "undo-name", &undo, "redo-name", &redo, NULL);
  show_step (self->undo, _ ("Undo"), undo);
  show_step (self->redo, _ ("Redo"), redo);
  if (window == NULL)
    return; /* it is being closed */
  gtk_widget_action_set_enabled (window, "win.undo", may_write && undo != NULL);
  gtk_widget_action_set_enabled (window, "win.redo", may_write && redo != NULL);
}

static void
wijk_undo_buttons_dispose (GObject *object)
{
  g_clear_object (&WIJK_UNDO_BUTTONS (object)->document);

  G_OBJECT_CLASS (wijk_undo_buttons_parent_class)->dispose (object);
}

static void
wijk_undo_buttons_class_init (WijkUndoButtonsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_undo_buttons_dispose;
}

static GtkWidget *
add_button (WijkUndoButtons *self, const char *icon_name, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_box_append (GTK_BOX (self), button);

  return button;
}

static void
wijk_undo_buttons_init (WijkUndoButtons *self)
{
  self->undo = add_button (self, "edit-undo-symbolic", "win.undo", _ ("Undo"));
  self->redo = add_button (self, "edit-redo-symbolic", "win.redo", _ ("Redo"));
}

void
wijk_undo_buttons_set_document (WijkUndoButtons *self, WijkDocument *document)
{
  static const char *const signals[] = { "notify::undo-name",
                                         "notify::redo-name",
                                         "notify::read-only" };

  g_return_if_fail (WIJK_IS_UNDO_BUTTONS (self) && self->document == NULL);

  self->document = g_object_ref (document);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (
        document, signals[i], G_CALLBACK (show_steps), self, G_CONNECT_SWAPPED);
  show_steps (self);
}
