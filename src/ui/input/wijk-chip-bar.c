/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-chip-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-chip-look.h"
#include "wijk-chip-popover.h"
#include "wijk-entry.h"
#include "wijk-theme-look.h"

struct _WijkChipBar
{
  GtkBox parent_instance;

  WijkDocument *document;
  GtkEntry *entry; /* lent */
  GPtrArray *chips;
  gboolean is_writing; /* in the entry */
  guint take_source;

  AdwWrapBox *box;
  GtkWidget *hint;
  WijkChipPopover *popover;
};

G_DEFINE_FINAL_TYPE (WijkChipBar, wijk_chip_bar, GTK_TYPE_BOX)

static guint changed_signal;

/* ---- what shows ---- */

static void
remove_cb (WijkChipBar *self, GtkWidget *button)
{
  const WijkChip *chip = g_object_get_data (G_OBJECT (button), "chip");

  g_ptr_array_remove (self->chips, (gpointer) chip);
  g_signal_emit (self, changed_signal, 0);
  gtk_entry_grab_focus_without_selecting (self->entry);
}

static GtkWidget *
make_chip (WijkChipBar *self, WijkChip *chip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *text = wijk_chip_dup_text (chip);
  g_autofree char *description = wijk_chip_dup_description (chip);
  /* Translators: %s is what is taken away, such as “Theme: Traffic” */
  g_autofree char *tip = g_strdup_printf (_ ("Remove “%s”"), description);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_box_append (GTK_BOX (box),
                  wijk_chip_make_sign (chip, wijk_document_get_state (self->document)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "typed-chip");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_object_set_data (G_OBJECT (button), "chip", chip);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
show_chips (WijkChipBar *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_next_sibling (self->hint)) != NULL)
    adw_wrap_box_remove (self->box, child);
  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_append (self->box, make_chip (self, self->chips->pdata[i]));
  gtk_widget_set_visible (self->hint, self->chips->len == 0);
}

static void
put_chip (WijkChipBar *self, WijkChip *chip)
{
  g_autofree char *description = wijk_chip_dup_description (chip);

  if (!wijk_chips_put (self->chips, chip))
    return;
  gtk_accessible_announce (
      GTK_ACCESSIBLE (self->entry), description, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_signal_emit (self, changed_signal, 0);
}

/* ---- the line ---- */

static gsize
get_caret (WijkChipBar *self, const char *line)
{
  int position = gtk_editable_get_position (GTK_EDITABLE (self->entry));

  return (gsize) (g_utf8_offset_to_pointer (line, position) - line);
}

/* Cuts out of the entry what @line lacks. */
static void
cut_line (WijkChipBar *self, const char *line, gsize caret)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  glong n_cut = g_utf8_strlen (typed, -1) - g_utf8_strlen (line, -1), from = 0;

  for (const char *p = typed, *q = line; *q != '\0' && g_utf8_get_char (p) == g_utf8_get_char (q);
       p = g_utf8_next_char (p), q = g_utf8_next_char (q))
    from++;
  self->is_writing = TRUE;
  gtk_editable_delete_text (GTK_EDITABLE (self->entry), (int) from, (int) (from + n_cut));
  gtk_editable_set_position (GTK_EDITABLE (self->entry),
                             (int) g_utf8_pointer_to_offset (line, line + caret));
  self->is_writing = FALSE;
}

static void
offer (WijkChipBar *self)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gsize caret = get_caret (self, line), start;
  GtkText *text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)));
  GPtrArray *offered =
      gtk_widget_is_focus (GTK_WIDGET (text))
          ? wijk_chip_complete (wijk_document_get_state (self->document), line, caret, &start)
          : NULL;

  if (offered != NULL)
    {
      graphene_rect_t where;
      graphene_point_t sign;

      gtk_text_compute_cursor_extents (
          text, (gsize) g_utf8_pointer_to_offset (line, line + start), &where, NULL);
      if (!gtk_widget_compute_point (GTK_WIDGET (text), GTK_WIDGET (self), &where.origin, &sign))
        sign = GRAPHENE_POINT_INIT (0, 0);
      gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                   &(GdkRectangle) { (int) sign.x, 0, 1, 1 });
    }
  wijk_chip_popover_offer (self->popover, offered);
}

static void
take (WijkChipBar *self, gboolean whole)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GString) line = g_string_new (typed);
  gsize caret = get_caret (self, typed);
  WijkChip *chip;

  while ((chip = wijk_chip_take (wijk_document_get_state (self->document), line, &caret, whole)) !=
         NULL)
    {
      cut_line (self, line->str, caret);
      put_chip (self, chip);
    }
}

/* What is selected takes the place of what was typed of it. */
static void
accept_cb (WijkChipBar *self)
{
  const WijkChip *chip = wijk_chip_popover_get_selected (self->popover);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GString) line = g_string_new (typed);
  gsize caret = get_caret (self, typed), start = 0;
  g_autoptr (GPtrArray) offered =
      wijk_chip_complete (wijk_document_get_state (self->document), line->str, caret, &start);

  if (chip == NULL || offered == NULL)
    return;
  put_chip (self, wijk_chip_new (chip->kind, chip->value, chip->label));
  wijk_chip_cut (line, start, caret, &caret);
  cut_line (self, line->str, caret);
  wijk_chip_popover_offer (self->popover, NULL);
  gtk_entry_grab_focus_without_selecting (self->entry);
}

static void
take_cb (gpointer user_data)
{
  WijkChipBar *self = WIJK_CHIP_BAR (user_data);

  self->take_source = 0;
  take (self, FALSE);
  offer (self);
}

/* The text of an entry does not change while a key in it is being handled. */
static void
entry_changed_cb (WijkChipBar *self)
{
  if (!self->is_writing && self->take_source == 0)
    self->take_source = g_timeout_add_once (0, take_cb, self);
}

static void
focus_cb (WijkChipBar *self)
{
  wijk_chip_popover_offer (self->popover, NULL);
}

/* Whether Enter would find the same without help: then it enters the remark at once. */
static gboolean
is_typed_out (WijkChipBar *self, const WijkChip *chip)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GString) line = g_string_new (typed);
  gsize caret = get_caret (self, typed);
  g_autoptr (WijkChip) taken =
      wijk_chip_take (wijk_document_get_state (self->document), line, &caret, TRUE);

  return taken != NULL && taken->kind == chip->kind && g_str_equal (taken->value, chip->value);
}

static gboolean
popover_key (WijkChipBar *self, guint keyval, const WijkChip *chip)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
      wijk_chip_popover_move (self->popover, -1);
      return TRUE;
    case GDK_KEY_Down:
      wijk_chip_popover_move (self->popover, 1);
      return TRUE;
    case GDK_KEY_Escape:
      wijk_chip_popover_offer (self->popover, NULL);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (is_typed_out (self, chip))
        return FALSE;
      accept_cb (self);
      return TRUE;
    case GDK_KEY_Tab:
      accept_cb (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (WijkChipBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  const WijkChip *chip = wijk_chip_popover_get_selected (self->popover);
  const GdkModifierType others = GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK;

  if ((state & others) != 0)
    return FALSE;
  if (chip != NULL && popover_key (self, keyval, chip))
    return TRUE;
  if (keyval != GDK_KEY_BackSpace || self->chips->len == 0 ||
      gtk_editable_get_position (GTK_EDITABLE (self->entry)) != 0 ||
      gtk_editable_get_selection_bounds (GTK_EDITABLE (self->entry), NULL, NULL))
    return FALSE;
  g_ptr_array_set_size (self->chips, (int) self->chips->len - 1);
  g_signal_emit (self, changed_signal, 0);

  return TRUE;
}

/* ---- GObject ---- */

static void
wijk_chip_bar_dispose (GObject *object)
{
  WijkChipBar *self = WIJK_CHIP_BAR (object);

  g_clear_handle_id (&self->take_source, g_source_remove);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
  g_clear_object (&self->document);
  g_clear_pointer (&self->chips, g_ptr_array_unref);

  G_OBJECT_CLASS (wijk_chip_bar_parent_class)->dispose (object);
}

static void
wijk_chip_bar_class_init (WijkChipBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_chip_bar_dispose;

  changed_signal = g_signal_new_class_handler ("changed",
                                               WIJK_TYPE_CHIP_BAR,
                                               G_SIGNAL_RUN_FIRST,
                                               G_CALLBACK (show_chips),
                                               NULL,
                                               NULL,
                                               NULL,
                                               G_TYPE_NONE,
                                               0);
}

static void
wijk_chip_bar_init (WijkChipBar *self)
{
  self->chips = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_chip_free);
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  /* Translators: what can be typed between the words of a remark, each with its sign before it */
  self->hint = gtk_label_new (_ ("#theme  @partner  !aspect  ^table  +people"));
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dimmed");
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  adw_wrap_box_append (self->box, self->hint);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "typed-chips");
  gtk_widget_set_hexpand (GTK_WIDGET (self->box), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->box));
}

void
wijk_chip_bar_set_entry (WijkChipBar *self, WijkDocument *document, GtkEntry *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (WIJK_IS_CHIP_BAR (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->entry = entry;
  self->popover = WIJK_CHIP_POPOVER (wijk_chip_popover_new (wijk_document_get_state (document)));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  g_signal_connect_object (
      self->popover, "chosen", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      entry, "changed", G_CALLBACK (entry_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), keys);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

char *
wijk_chip_bar_finish (WijkChipBar *self)
{
  g_return_val_if_fail (WIJK_IS_CHIP_BAR (self), NULL);

  g_clear_handle_id (&self->take_source, g_source_remove);
  wijk_chip_popover_offer (self->popover, NULL);
  take (self, TRUE);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

gboolean
wijk_chip_bar_make_themes (WijkChipBar *self, GPtrArray *edits, GError **error)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autoptr (GPtrArray) themes = wijk_state_dup_sorted (state, WIJK_KIND_THEME);

  g_return_val_if_fail (WIJK_IS_CHIP_BAR (self), FALSE);

  for (guint i = 0; i < self->chips->len; i++)
    {
      WijkChip *chip = self->chips->pdata[i];
      g_autoptr (GPtrArray) values = wijk_edits_new ();
      char *id;

      if (*chip->value != '\0')
        continue;
      wijk_edits_add (values, "", "name", chip->label);
      wijk_edits_add (values, "", "colour", wijk_theme_pick_colour (themes));
      id = wijk_entry_add (state, WIJK_KIND_THEME, values, "", edits, error);
      if (id == NULL)
        return FALSE;
      g_free (chip->value);
      chip->value = id;
    }

  return TRUE;
}

GPtrArray *
wijk_chip_bar_get_chips (WijkChipBar *self)
{
  g_return_val_if_fail (WIJK_IS_CHIP_BAR (self), NULL);

  return self->chips;
}

void
wijk_chip_bar_set_chips (WijkChipBar *self, GPtrArray *chips)
{
  g_return_if_fail (WIJK_IS_CHIP_BAR (self));

  for (guint i = self->chips->len; i-- > 0;)
    if (chips != NULL || ((WijkChip *) self->chips->pdata[i])->kind != WIJK_CHIP_TABLE)
      g_ptr_array_remove_index (self->chips, i);
  for (guint i = 0; chips != NULL && i < chips->len; i++)
    {
      WijkChip *chip = chips->pdata[i];

      g_ptr_array_add (self->chips, wijk_chip_new (chip->kind, chip->value, chip->label));
    }
  g_signal_emit (self, changed_signal, 0);
}
