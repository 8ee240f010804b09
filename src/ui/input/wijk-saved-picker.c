/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-saved-picker.h"

#include <glib/gi18n.h>

#include "wijk-saved-row.h"

#define WIDTH 320
#define HEIGHT 340

struct _WijkSavedPicker
{
  GtkWidget parent_instance;

  WijkDocument *document;
  const WijkSavedKind *kind;
  guint update_source;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *save_box;
  GtkEditable *title;
};

G_DEFINE_FINAL_TYPE (WijkSavedPicker, wijk_saved_picker, GTK_TYPE_WIDGET)

typedef enum
{
  OPENING,
  CHOSEN,
  SAVE,
  N_SIGNALS,
} WijkSavedPickerSignal;

static guint signals[N_SIGNALS];

/* ---- rows ---- */

static void
show_rows (WijkSavedPicker *self)
{
  g_autoptr (GPtrArray) records =
      wijk_state_dup_sorted (wijk_document_get_state (self->document), self->kind->kind);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (self->list,
                         wijk_saved_row_new (self->document, self->kind, records->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, records->len > 0 ? "list" : "none");
}

static void
update_cb (gpointer user_data)
{
  WijkSavedPicker *self = WIJK_SAVED_PICKER (user_data);

  self->update_source = 0;
  show_rows (self);
}

static void
record_changed_cb (WijkSavedPicker *self, WijkRecord *record)
{
  if (wijk_record_get_kind (record) == self->kind->kind && self->update_source == 0 &&
      gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    self->update_source = g_idle_add_once (update_cb, self);
}

static void
row_activated_cb (WijkSavedPicker *self, WijkSavedRow *row)
{
  g_autoptr (WijkRecord) record = g_object_ref (wijk_saved_row_get_record (row));

  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[CHOSEN], 0, record);
}

static void
save_cb (WijkSavedPicker *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title)));

  if (*title == '\0')
    return;
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (self->title, "");
  g_signal_emit (self, signals[SAVE], 0, title);
}

static void
opening_cb (WijkSavedPicker *self)
{
  GtkListBoxRow *first;

  g_signal_emit (self, signals[OPENING], 0);
  show_rows (self);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_widget_grab_focus (first != NULL ? GTK_WIDGET (first) : GTK_WIDGET (self->title));
}

/* ---- GObject ---- */

static gboolean
wijk_saved_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_SAVED_PICKER (widget)->button));
}

static void
wijk_saved_picker_dispose (GObject *object)
{
  WijkSavedPicker *self = WIJK_SAVED_PICKER (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_saved_picker_parent_class)->dispose (object);
}

static void
add_signal (WijkSavedPickerSignal signal, const char *name, guint n_params, GType type)
{
  signals[signal] = g_signal_new (name,
                                  WIJK_TYPE_SAVED_PICKER,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  n_params,
                                  type);
}

static void
wijk_saved_picker_class_init (WijkSavedPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_saved_picker_dispose;
  widget_class->grab_focus = wijk_saved_picker_grab_focus;

  add_signal (OPENING, "opening", 0, G_TYPE_NONE);
  add_signal (CHOSEN, "chosen", 1, WIJK_TYPE_RECORD);
  add_signal (SAVE, "save", 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_saved_picker_init (WijkSavedPicker *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->popover = GTK_POPOVER (gtk_popover_new ());
  gtk_menu_button_set_popover (self->button, GTK_WIDGET (self->popover));
  gtk_widget_add_css_class (GTK_WIDGET (self->popover), "menu");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  g_signal_connect_object (self->popover, "map", G_CALLBACK (opening_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
make_list (WijkSavedPicker *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "choice-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->kind->name), -1);
  g_signal_connect_object (
      self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  return scrolled;
}

static GtkWidget *
make_none (WijkSavedPicker *self)
{
  GtkWidget *none = gtk_label_new (_ (self->kind->none));

  gtk_label_set_wrap (GTK_LABEL (none), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (none), 36);
  gtk_label_set_xalign (GTK_LABEL (none), 0);
  gtk_widget_add_css_class (none, "dimmed");
  gtk_widget_add_css_class (none, "saved-none");

  return none;
}

static GtkWidget *
make_save_box (WijkSavedPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Keep"));

  self->title = GTK_EDITABLE (gtk_entry_new ());
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->title), _ (self->kind->save));
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (self->kind->save), -1);
  g_signal_connect_object (self->title, "activate", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

GtkWidget *
wijk_saved_picker_new (WijkDocument *document, const WijkSavedKind *kind)
{
  WijkSavedPicker *self = g_object_new (WIJK_TYPE_SAVED_PICKER, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->document = g_object_ref (document);
  self->kind = kind;
  gtk_menu_button_set_icon_name (self->button, kind->icon);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ (kind->name));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_list (self), "list");
  gtk_stack_add_named (self->stack, make_none (self), "none");
  self->save_box = make_save_box (self);
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  gtk_box_append (GTK_BOX (box), self->save_box);
  gtk_popover_set_child (self->popover, box);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
wijk_saved_picker_set_can_save (WijkSavedPicker *self, gboolean can_save)
{
  g_return_if_fail (WIJK_IS_SAVED_PICKER (self));

  gtk_widget_set_visible (self->save_box, can_save && !wijk_document_is_read_only (self->document));
}
