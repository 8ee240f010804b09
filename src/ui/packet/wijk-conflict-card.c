/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-conflict-card.h"

#include <glib/gi18n.h>

#include "wijk-conflict-words.h"

#define MAX_HEIGHT 240 /* of the words of one side, before they scroll */

struct _WijkConflictCard
{
  GtkBox parent_instance;

  WijkDocument *document;
  const WijkConflict *conflict;
  GtkTextView *own; /* what is written instead; NULL: nothing can be */
};

G_DEFINE_FINAL_TYPE (WijkConflictCard, wijk_conflict_card, GTK_TYPE_BOX)

/* ---- choosing ---- */

static void
choose (WijkConflictCard *self, const char *value)
{
  WijkState *state = wijk_document_get_state (self->document);
  WijkRecord *record = wijk_state_lookup (state, self->conflict->record);
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  if (wijk_document_set (self->document,
                         _ ("Choose between two values"),
                         record,
                         self->conflict->field,
                         value,
                         &error))
    gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE); /* until it is settled on disk */
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "conflict.refused", "s", error->message);
}

static void
side_cb (GtkWidget *button, WijkConflictCard *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  choose (self, wijk_conflict_value_of (self->conflict, self->conflict->sides->pdata[index]));
}

static void
own_cb (WijkConflictCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->own);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  choose (self, g_strstrip (text));
}

/* ---- what is shown ---- */

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static GtkWidget *
create_words (const char *text)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = create_label (text, NULL);

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_focusable (label, FALSE);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static const char *
label_button (const WijkConflict *conflict, const WijkConflictSide *side)
{
  if (!g_str_equal (conflict->field, "deleted"))
    return _ ("_Choose This");

  return g_str_equal (side->field, "deleted") ? _ ("_Remove It") : _ ("_Keep It");
}

static GtkWidget *
create_side (WijkConflictCard *self, guint index)
{
  const WijkConflictSide *side = self->conflict->sides->pdata[index];
  g_autofree char *author = wijk_conflict_describe_author (side);
  g_autofree char *words =
      wijk_conflict_describe_side (wijk_document_get_state (self->document), self->conflict, side);
  g_autofree char *name = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *button = gtk_button_new_with_mnemonic (label_button (self->conflict, side));

  /* Translators: what is chosen, then who wrote it and when */
  name = g_strdup_printf (_ ("Choose “%s” by %s"), words, author);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (side_cb), self, 0);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "conflict-side");
  gtk_box_append (GTK_BOX (box), create_label (author, "caption-heading"));
  gtk_box_append (GTK_BOX (box), create_words (words));
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

/* Starts from what is shown now. */
static GtkWidget *
create_own (WijkConflictCard *self)
{
  const WijkConflictSide *shown = self->conflict->sides->pdata[self->conflict->sides->len - 1];
  GtkWidget *expander = gtk_expander_new_with_mnemonic (_ ("_Write Something Else"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *frame = gtk_frame_new (NULL);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Save"));

  self->own = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->own, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->own, FALSE);
  gtk_text_view_set_top_margin (self->own, 9);
  gtk_text_view_set_bottom_margin (self->own, 9);
  gtk_text_view_set_left_margin (self->own, 9);
  gtk_text_view_set_right_margin (self->own, 9);
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (self->own), shown->value != NULL ? shown->value : "", -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Something else"), -1);
  gtk_frame_set_child (GTK_FRAME (frame), GTK_WIDGET (self->own));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (own_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), button);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);

  return expander;
}

static GtkWidget *
create_sides (WijkConflictCard *self)
{
  GtkWidget *sides = gtk_flow_box_new ();
  g_autofree char *name = NULL;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (sides), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (sides), TRUE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (sides), 1);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (sides),
                                          MIN (self->conflict->sides->len, 3));
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (sides), 12);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (sides), 12);
  for (guint i = 0; i < self->conflict->sides->len; i++)
    {
      GtkWidget *side = create_side (self, i);

      gtk_flow_box_append (GTK_FLOW_BOX (sides), side);
      gtk_widget_set_size_request (side, 210, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (side), FALSE);
    }

  return sides;
}

/* ---- GObject ---- */

static void
wijk_conflict_card_dispose (GObject *object)
{
  g_clear_object (&WIJK_CONFLICT_CARD (object)->document);

  G_OBJECT_CLASS (wijk_conflict_card_parent_class)->dispose (object);
}

static void
wijk_conflict_card_class_init (WijkConflictCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_conflict_card_dispose;
}

static void
wijk_conflict_card_init (WijkConflictCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
}

GtkWidget *
wijk_conflict_card_new (WijkDocument *document, const WijkConflict *conflict)
{
  WijkConflictCard *self = g_object_new (WIJK_TYPE_CONFLICT_CARD, NULL);
  WijkRecord *record = wijk_state_lookup (wijk_document_get_state (document), conflict->record);
  g_autofree char *about = record != NULL ? wijk_conflict_describe_record (record) : g_strdup ("");
  g_autofree char *field = wijk_conflict_describe_field (conflict);

  self->document = g_object_ref (document);
  self->conflict = conflict;
  gtk_box_append (GTK_BOX (self), create_label (about, "heading"));
  gtk_box_append (GTK_BOX (self), create_label (field, "dimmed"));
  gtk_box_append (GTK_BOX (self), create_sides (self));
  if (wijk_conflict_can_be_written (conflict))
    gtk_box_append (GTK_BOX (self), create_own (self));

  return GTK_WIDGET (self);
}
