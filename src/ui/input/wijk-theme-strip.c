/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-theme-strip.h"

#include <glib/gi18n.h>

#include "wijk-remark-edits.h"
#include "wijk-theme-mark.h"

#define MARK 16
#define SIGNS 18

struct _WijkThemeStrip
{
  GtkWidget parent_instance;

  WijkDocument *document;
  GPtrArray *remarks;
  GPtrArray *themes; /* lent by the state */
  guint update_source;

  GtkWidget *scrolled;
  GtkBox *box;
  GtkBox *keys;
};

G_DEFINE_FINAL_TYPE (WijkThemeStrip, wijk_theme_strip, GTK_TYPE_WIDGET)

static guint toggled_signal;

/* ---- buttons ---- */

static void
clicked_cb (WijkThemeStrip *self, GtkWidget *button)
{
  guint i = 0;

  for (GtkWidget *other = gtk_widget_get_first_child (GTK_WIDGET (self->keys));
       other != NULL && other != button;
       other = gtk_widget_get_next_sibling (other))
    i++;
  if (i < self->themes->len)
    g_signal_emit (self, toggled_signal, 0, wijk_record_get_id (self->themes->pdata[i]));
}

static GtkWidget *
make_button (WijkThemeStrip *self, WijkTheme *theme, guint number)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_TOGGLE_BUTTON,
                                    "focus-on-click",
                                    FALSE,
                                    NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = wijk_theme_mark_new (MARK);
  GtkWidget *name = gtk_label_new (theme->name);
  g_autofree char *digit = g_strdup_printf ("%u", number);
  GtkWidget *key = gtk_label_new (digit);
  /* Translators: %s is a theme, %u the digit of its key */
  g_autofree char *tooltip = g_strdup_printf (_ ("%s (Ctrl+%u)"), theme->name, number);

  gtk_widget_add_css_class (key, "key-number");
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), SIGNS);
  wijk_theme_mark_set_theme (WIJK_THEME_MARK (mark), theme);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "theme-key");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, theme->name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
show_themes (WijkThemeStrip *self)
{
  GtkWidget *child;

  g_clear_pointer (&self->themes, g_ptr_array_unref);
  self->themes = wijk_themes_dup_numbered (wijk_document_get_state (self->document));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->keys))) != NULL)
    gtk_box_remove (self->keys, child);
  for (guint i = 0; i < self->themes->len; i++)
    gtk_box_append (self->keys, make_button (self, self->themes->pdata[i], i + 1));
}

static void
show_pressed (GtkWidget *button, guint n, guint n_all)
{
  GtkAccessibleTristate pressed = n == 0 || n_all == 0 ? GTK_ACCESSIBLE_TRISTATE_FALSE
                                  : n == n_all         ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                       : GTK_ACCESSIBLE_TRISTATE_MIXED;

  gtk_widget_remove_css_class (button, "held");
  gtk_widget_remove_css_class (button, "partly-held");
  if (pressed != GTK_ACCESSIBLE_TRISTATE_FALSE)
    gtk_widget_add_css_class (button,
                              pressed == GTK_ACCESSIBLE_TRISTATE_TRUE ? "held" : "partly-held");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED, pressed, -1);
}

static void
show_held (WijkThemeStrip *self)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->keys));

  for (guint i = 0; button != NULL && i < self->themes->len;
       i++, button = gtk_widget_get_next_sibling (button))
    show_pressed (button,
                  wijk_remarks_count_member (
                      self->remarks, "themes", wijk_record_get_id (self->themes->pdata[i])),
                  self->remarks->len);
}

static void
update_cb (gpointer user_data)
{
  WijkThemeStrip *self = WIJK_THEME_STRIP (user_data);

  self->update_source = 0;
  show_held (self);
}

static void
record_changed_cb (WijkThemeStrip *self, WijkRecord *record)
{
  if (wijk_record_get_kind (record) == WIJK_KIND_THEME)
    show_themes (self);
  else if (wijk_record_get_kind (record) != WIJK_KIND_REMARK)
    return;
  if (self->update_source == 0)
    self->update_source = g_idle_add_once (update_cb, self);
}

/* ---- GObject ---- */

static void
wijk_theme_strip_dispose (GObject *object)
{
  WijkThemeStrip *self = WIJK_THEME_STRIP (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_theme_strip_parent_class)->dispose (object);
}

static void
wijk_theme_strip_class_init (WijkThemeStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_theme_strip_dispose;

  toggled_signal = g_signal_new ("toggled",
                                 WIJK_TYPE_THEME_STRIP,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_theme_strip_init (WijkThemeStrip *self)
{
  self->remarks = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->keys = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->scrolled = gtk_scrolled_window_new ();
  gtk_box_append (self->box, GTK_WIDGET (self->keys));
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->box));
  gtk_scrollable_set_hscroll_policy (
      GTK_SCROLLABLE (gtk_widget_get_parent (GTK_WIDGET (self->box))), GTK_SCROLL_NATURAL);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
}

GtkWidget *
wijk_theme_strip_new (WijkDocument *document)
{
  WijkThemeStrip *self = g_object_new (WIJK_TYPE_THEME_STRIP, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  show_themes (self);

  return GTK_WIDGET (self);
}

void
wijk_theme_strip_set_first (WijkThemeStrip *self, GtkWidget *widget)
{
  g_return_if_fail (WIJK_IS_THEME_STRIP (self));

  gtk_box_prepend (self->box, widget);
}

void
wijk_theme_strip_set_remarks (WijkThemeStrip *self, GPtrArray *remarks)
{
  g_return_if_fail (WIJK_IS_THEME_STRIP (self));

  g_ptr_array_unref (self->remarks);
  self->remarks = g_ptr_array_ref (remarks);
  show_held (self);
}

gboolean
wijk_theme_strip_has_themes (WijkThemeStrip *self)
{
  g_return_val_if_fail (WIJK_IS_THEME_STRIP (self), FALSE);

  return self->themes->len > 0;
}
