/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-rich-edit.h"
#include "wijk-rich-gutter.h"
#include "wijk-rich-tags.h"

#define COLUMN_MOST 720 /* pixels of text beside each other */
#define MARGIN 12       /* pixels at least beside it */
#define MARGIN_WIDE 24
#define LINE_SPACE 0.4 /* of a line, between two lines of a paragraph */

struct _WijkRichView
{
  GtkTextView parent_instance;

  char *placeholder;
  gboolean is_composing; /* an input method has words that are not there yet */
  GtkEventController *keys;
  GtkGesture *clicks;
};

G_DEFINE_FINAL_TYPE (WijkRichView, wijk_rich_view, GTK_TYPE_TEXT_VIEW)

typedef enum
{
  PROP_PLACEHOLDER = 1,
} WijkRichViewProperty;

static GParamSpec *properties[PROP_PLACEHOLDER + 1];

typedef enum
{
  SIGNAL_STEP_ENDED,
  SIGNAL_LINK_ACTIVATED,
  SIGNAL_TEXT_DROPPED,
  N_SIGNALS,
} WijkRichViewSignal;

static guint signals[N_SIGNALS];

#define PARENT_WIDGET GTK_WIDGET_CLASS (wijk_rich_view_parent_class)
#define PARENT_VIEW GTK_TEXT_VIEW_CLASS (wijk_rich_view_parent_class)

static void
end_step (WijkRichView *self)
{
  gtk_text_view_scroll_mark_onscreen (
      GTK_TEXT_VIEW (self),
      gtk_text_buffer_get_insert (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self))));
  g_signal_emit (self, signals[SIGNAL_STEP_ENDED], 0);
}

static gboolean
may_write (WijkRichView *self)
{
  return gtk_text_view_get_editable (GTK_TEXT_VIEW (self));
}

/* ---- links ---- */

static const char *
find_link (const GtkTextIter *iter)
{
  const char *uri;

  wijk_rich_tags_read (iter, &uri);

  return uri;
}

static gboolean
activate_link_at (WijkRichView *self, const GtkTextIter *iter)
{
  g_autofree char *uri = g_strdup (find_link (iter));

  if (uri == NULL)
    return FALSE;

  g_signal_emit (self, signals[SIGNAL_LINK_ACTIVATED], 0, uri);

  return TRUE;
}

/* Of the caret: the link it is in, or right behind. */
static gboolean
activate_link (WijkRichView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));

  return activate_link_at (self, &caret) ||
         (gtk_text_iter_backward_char (&caret) && activate_link_at (self, &caret));
}

static void
clicked_cb (WijkRichView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int buffer_x, buffer_y;
  GtkTextIter iter;

  /* in a text that only can be read a click is enough */
  if (n_press != 1 || (may_write (self) && !(state & GDK_CONTROL_MASK)))
    return;

  gtk_text_view_window_to_buffer_coords (
      GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y) &&
      activate_link_at (self, &iter))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
query_tooltip_cb (WijkRichView *self, int x, int y, gboolean by_key, GtkTooltip *tooltip)
{
  int buffer_x, buffer_y;
  GtkTextIter iter;
  const char *uri;

  if (by_key)
    return FALSE;

  gtk_text_view_window_to_buffer_coords (
      GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y))
    return FALSE;
  uri = find_link (&iter);
  if (uri == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip,
                        g_str_has_prefix (uri, "wijk:") ? _ ("Ctrl+click to go there") : uri);

  return TRUE;
}

/* ---- keys ---- */

static gboolean
enter (WijkRichView *self, GdkModifierType state)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_begin_user_action (buffer);
  if (state & GDK_SHIFT_MASK)
    {
      gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
      gtk_text_buffer_insert_at_cursor (buffer, WIJK_LINE_BREAK, -1);
    }
  else
    wijk_rich_edit_break_line (WIJK_RICH_BUFFER (buffer));
  gtk_text_buffer_end_user_action (buffer);
  end_step (self);

  return TRUE;
}

static gboolean
key_pressed_cb (
    WijkRichView *self, guint key, guint code, GdkModifierType state, GtkEventController *keys)
{
  WijkRichBuffer *buffer = wijk_rich_view_get_buffer (self);
  gboolean is_enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (is_enter && (state & GDK_CONTROL_MASK))
    return activate_link (self) || may_write (self);
  if (!may_write (self) || self->is_composing)
    return FALSE;
  if (is_enter)
    return (state & GDK_ALT_MASK) == 0 && enter (self, state);

  switch (key)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
        return FALSE;
      if (!wijk_rich_edit_indent (buffer, state & GDK_SHIFT_MASK ? -1 : 1))
        return FALSE;
      end_step (self);
      return TRUE;
    case GDK_KEY_BackSpace:
      if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || !wijk_rich_edit_delete_back (buffer))
        return FALSE;
      end_step (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
preedit_cb (WijkRichView *self, const char *preedit)
{
  self->is_composing = *preedit != '\0';
}

/* What was typed may be the sign of a list or heading. */
static void
end_user_action_cb (WijkRichView *self, GtkTextBuffer *buffer)
{
  GtkTextIter caret, before;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  before = caret;
  if (may_write (self) && gtk_text_iter_get_line_offset (&caret) <= 4 &&
      gtk_text_iter_backward_char (&before) && gtk_text_iter_get_char (&before) == ' ' &&
      wijk_rich_edit_take_shorthand (WIJK_RICH_BUFFER (buffer)))
    end_step (self);
}

/* ---- pasting and dropping ---- */

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkRichView) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || !may_write (self))
    return;

  wijk_rich_edit_paste (wijk_rich_view_get_buffer (self), text);
  end_step (self);
}

static void
wijk_rich_view_paste_clipboard (GtkTextView *view)
{
  if (gtk_text_view_get_editable (view))
    gdk_clipboard_read_text_async (
        gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, pasted_cb, g_object_ref (view));
}

/* Words that are dragged from one place in this text to another go the text view's own way. */
static gboolean
accept_drop_cb (WijkRichView *self, GdkDrop *drop)
{
  return may_write (self) &&
         gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), G_TYPE_STRING) &&
         !gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GTK_TYPE_TEXT_BUFFER);
}

static gboolean
drop_cb (WijkRichView *self, const GValue *value, double x, double y)
{
  const char *text = g_value_get_string (value);
  gboolean is_taken = FALSE;
  int buffer_x, buffer_y;
  GtkTextIter iter;

  if (text == NULL || !may_write (self))
    return FALSE;

  gtk_text_view_window_to_buffer_coords (
      GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, buffer_x, buffer_y);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (
      self, signals[SIGNAL_TEXT_DROPPED], 0, text, gtk_text_iter_get_offset (&iter), &is_taken);
  if (!is_taken)
    {
      gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &iter);
      wijk_rich_edit_paste (wijk_rich_view_get_buffer (self), text);
      end_step (self);
    }

  return TRUE;
}

/* ---- how it looks ---- */

static void
show_colours (WijkRichView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GdkRGBA *colour = adw_style_manager_get_accent_color_rgba (style);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GdkRGBA standalone;

  adw_rgba_to_standalone (colour, adw_style_manager_get_dark (style), &standalone);
  wijk_rich_tags_set_link_colour (gtk_text_buffer_get_tag_table (buffer), &standalone);
  gdk_rgba_free (colour);
}

static void
wijk_rich_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics;
  int space;

  PARENT_WIDGET->css_changed (widget, change);

  metrics = pango_context_get_metrics (context, NULL, NULL);
  space = (int) (LINE_SPACE * pango_font_metrics_get_height (metrics) / PANGO_SCALE);
  pango_font_metrics_unref (metrics);
  gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (widget), space);
  gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (widget), 2 * space);
}

static void
wijk_rich_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkTextView *view = GTK_TEXT_VIEW (widget);
  int least = width < 500 ? MARGIN : MARGIN_WIDE;
  int margin = MAX (least, (width - COLUMN_MOST) / 2);

  if (gtk_text_view_get_left_margin (view) != margin)
    {
      gtk_text_view_set_left_margin (view, margin);
      gtk_text_view_set_right_margin (view, margin);
    }

  PARENT_WIDGET->size_allocate (widget, width, height, baseline);
}

static void
draw_placeholder (WijkRichView *self, GtkSnapshot *snapshot)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autoptr (PangoLayout) layout = NULL;
  int margin = gtk_text_view_get_left_margin (view);
  GdkRGBA colour;

  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->placeholder);
  pango_layout_set_width (
      layout, MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * margin, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  colour.alpha *= 0.55F;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) margin, 0));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
wijk_rich_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  WijkRichView *self = WIJK_RICH_VIEW (view);

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;

  wijk_rich_gutter_draw (view, snapshot);
  if (self->placeholder != NULL && !self->is_composing &&
      wijk_rich_buffer_is_empty (wijk_rich_view_get_buffer (self)))
    draw_placeholder (self, snapshot);
}

static GtkTextBuffer *
wijk_rich_view_create_buffer (GtkTextView *view)
{
  return GTK_TEXT_BUFFER (wijk_rich_buffer_new ());
}

/* ---- GObject ---- */

static void
wijk_rich_view_finalize (GObject *object)
{
  g_free (WIJK_RICH_VIEW (object)->placeholder);

  G_OBJECT_CLASS (wijk_rich_view_parent_class)->finalize (object);
}

static void
wijk_rich_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch ((WijkRichViewProperty) prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, WIJK_RICH_VIEW (object)->placeholder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_rich_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  WijkRichView *self = WIJK_RICH_VIEW (object);

  switch ((WijkRichViewProperty) prop_id)
    {
    case PROP_PLACEHOLDER:
      if (!g_set_str (&self->placeholder, g_value_get_string (value)))
        break;
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, self->placeholder, -1);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_signals (void)
{
  signals[SIGNAL_STEP_ENDED] = g_signal_new (
      "step-ended", WIJK_TYPE_RICH_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LINK_ACTIVATED] = g_signal_new ("link-activated",
                                                 WIJK_TYPE_RICH_VIEW,
                                                 G_SIGNAL_RUN_LAST,
                                                 0,
                                                 NULL,
                                                 NULL,
                                                 NULL,
                                                 G_TYPE_NONE,
                                                 1,
                                                 G_TYPE_STRING);
  signals[SIGNAL_TEXT_DROPPED] = g_signal_new ("text-dropped",
                                               WIJK_TYPE_RICH_VIEW,
                                               G_SIGNAL_RUN_LAST,
                                               0,
                                               g_signal_accumulator_true_handled,
                                               NULL,
                                               NULL,
                                               G_TYPE_BOOLEAN,
                                               2,
                                               G_TYPE_STRING,
                                               G_TYPE_INT);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType state;
    const char *action;
  } bindings[] = {
    { GDK_KEY_b, GDK_CONTROL_MASK, "rich.bold" },
    { GDK_KEY_i, GDK_CONTROL_MASK, "rich.italic" },
    { GDK_KEY_0, GDK_CONTROL_MASK | GDK_ALT_MASK, "rich.paragraph" },
    { GDK_KEY_1, GDK_CONTROL_MASK | GDK_ALT_MASK, "rich.heading-1" },
    { GDK_KEY_2, GDK_CONTROL_MASK | GDK_ALT_MASK, "rich.heading-2" },
    { GDK_KEY_3, GDK_CONTROL_MASK | GDK_ALT_MASK, "rich.heading-3" },
    { GDK_KEY_7, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rich.numbers" },
    { GDK_KEY_ampersand, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rich.numbers" },
    { GDK_KEY_8, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rich.bullets" },
    { GDK_KEY_asterisk, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rich.bullets" },
    { GDK_KEY_9, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rich.quote" },
    { GDK_KEY_parenleft, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "rich.quote" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (
        widget_class, bindings[i].key, bindings[i].state, bindings[i].action, NULL);
}

static void
wijk_rich_view_class_init (WijkRichViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->finalize = wijk_rich_view_finalize;
  object_class->get_property = wijk_rich_view_get_property;
  object_class->set_property = wijk_rich_view_set_property;
  widget_class->css_changed = wijk_rich_view_css_changed;
  widget_class->size_allocate = wijk_rich_view_size_allocate;
  view_class->create_buffer = wijk_rich_view_create_buffer;
  view_class->paste_clipboard = wijk_rich_view_paste_clipboard;
  view_class->snapshot_layer = wijk_rich_view_snapshot_layer;

  properties[PROP_PLACEHOLDER] =
      g_param_spec_string ("placeholder",
                           NULL,
                           NULL,
                           NULL,
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  install_signals ();
  install_keys (widget_class);
}

static void
add_controllers (WijkRichView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *clicks = gtk_gesture_click_new ();
  GtkDropTarget *drops = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_LINK);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (clicks), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (clicks, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (clicks));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drops), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drops, "accept", G_CALLBACK (accept_drop_cb), self);
  g_signal_connect_swapped (drops, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drops));
}

static void
wijk_rich_view_init (WijkRichView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);

  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_top_margin (view, 18);
  gtk_text_view_set_bottom_margin (view, 48);
  add_controllers (self);
  g_signal_connect (self, "preedit-changed", G_CALLBACK (preedit_cb), NULL);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (view),
                           "end-user-action",
                           G_CALLBACK (end_user_action_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::dark",
                           G_CALLBACK (show_colours),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (),
                           "notify::accent-color-rgba",
                           G_CALLBACK (show_colours),
                           self,
                           G_CONNECT_SWAPPED);
  show_colours (self);
}

WijkRichBuffer *
wijk_rich_view_get_buffer (WijkRichView *self)
{
  g_return_val_if_fail (WIJK_IS_RICH_VIEW (self), NULL);

  return WIJK_RICH_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)));
}

void
wijk_rich_view_show_range (WijkRichView *self, int first, int last)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter start, end;

  g_return_if_fail (WIJK_IS_RICH_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, &start, first);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, last);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}
