/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-saved-row.h"

#include <glib/gi18n.h>

struct _WijkSavedRow
{
  GtkListBoxRow parent_instance;

  WijkDocument *document;
  const WijkSavedKind *kind;
  WijkRecord *record;

  GtkStack *stack; /* the title, or an entry to change it */
  GtkEditable *entry;
  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (WijkSavedRow, wijk_saved_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_title (WijkRecord *record)
{
  const WijkField *field = wijk_kind_find_field (wijk_record_get_kind (record), "title");
  const char *title = wijk_record_get_text (record, field);

  return title != NULL ? title : "";
}

static void
tell_failure (WijkSavedRow *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
end_renaming (WijkSavedRow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "title");
  gtk_widget_set_visible (self->buttons, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
renamed_cb (WijkSavedRow *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (GError) error = NULL;

  if (*title != '\0' && !g_str_equal (title, get_title (self->record)))
    wijk_document_set (
        self->document, _ (self->kind->rename_step), self->record, "title", title, &error);
  tell_failure (self, error);
  end_renaming (self);
}

static void
rename_cb (WijkSavedRow *self)
{
  gtk_editable_set_text (self->entry, get_title (self->record));
  gtk_stack_set_visible_child_name (self->stack, "entry");
  gtk_widget_set_visible (self->buttons, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static gboolean
entry_key_cb (WijkSavedRow *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  end_renaming (self);

  return TRUE;
}

static void
delete_cb (WijkSavedRow *self)
{
  /* Translators: %s is the title of a saved filter or ready-made answer */
  g_autofree char *message = g_strdup_printf (_ ("“%s” deleted"), get_title (self->record));
  g_autoptr (GError) error = NULL;

  if (wijk_document_delete (self->document, _ (self->kind->delete_step), self->record, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", message);
  tell_failure (self, error);
}

/* ---- GObject ---- */

static void
wijk_saved_row_finalize (GObject *object)
{
  WijkSavedRow *self = WIJK_SAVED_ROW (object);

  g_object_unref (self->record);
  g_object_unref (self->document);

  G_OBJECT_CLASS (wijk_saved_row_parent_class)->finalize (object);
}

static void
wijk_saved_row_class_init (WijkSavedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_saved_row_finalize;
}

static void
wijk_saved_row_init (WijkSavedRow *self)
{
}

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
make_texts (WijkSavedRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *detail =
      self->kind->dup_detail != NULL ? self->kind->dup_detail (self->record) : NULL;

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), make_label (get_title (self->record), NULL));
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *label = make_label (detail, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (texts), label);
    }

  return texts;
}

static GtkWidget *
make_button (WijkSavedRow *self, const char *icon, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autoptr (GString) tooltip = g_string_new (label);

  g_string_replace (tooltip, "%s", get_title (self->record), 1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip->str);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_entry (WijkSavedRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New name"), -1);
  g_signal_connect_object (
      self->entry, "activate", G_CALLBACK (renamed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);

  return GTK_WIDGET (self->entry);
}

GtkWidget *
wijk_saved_row_new (WijkDocument *document, const WijkSavedKind *kind, WijkRecord *record)
{
  WijkSavedRow *self = g_object_new (WIJK_TYPE_SAVED_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  self->document = g_object_ref (document);
  self->kind = kind;
  self->record = g_object_ref (record);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_stack_add_named (self->stack, make_texts (self), "title");
  gtk_stack_add_named (self->stack, make_entry (self), "entry");
  gtk_widget_set_hexpand (GTK_WIDGET (self->stack), TRUE);
  if (kind->get_icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (kind->get_icon (record)));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  if (!wijk_document_is_read_only (document))
    {
      gtk_box_append (
          GTK_BOX (self->buttons),
          make_button (self, "document-edit-symbolic", _ ("Rename “%s”"), G_CALLBACK (rename_cb)));
      gtk_box_append (
          GTK_BOX (self->buttons),
          make_button (self, "user-trash-symbolic", _ ("Delete “%s”"), G_CALLBACK (delete_cb)));
    }
  gtk_box_append (GTK_BOX (box), self->buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (record), -1);

  return GTK_WIDGET (self);
}

WijkRecord *
wijk_saved_row_get_record (WijkSavedRow *self)
{
  g_return_val_if_fail (WIJK_IS_SAVED_ROW (self), NULL);

  return self->record;
}
