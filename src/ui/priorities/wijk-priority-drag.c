/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-drag.h"

#include <glib/gi18n.h>

#include "wijk-measure.h"
#include "wijk-priority-order.h"
#include "wijk-priority.h"

typedef struct
{
  WijkDocument *document;
  GtkWidget *row; /* owns us */
  WijkRecord *record;
} Drag;

static void
drag_free (gpointer data)
{
  Drag *self = data;

  g_object_unref (self->document);
  g_object_unref (self->record);
  g_free (self);
}

static void
tell (GtkWidget *widget, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* ---- keys ---- */

static const char *
get_title (WijkRecord *record)
{
  const char *title =
      WIJK_IS_MEASURE (record) ? WIJK_MEASURE (record)->title : WIJK_PRIORITY (record)->title;

  return title != NULL ? title : "";
}

void
wijk_priority_drag_step (WijkDocument *document, GtkWidget *widget, WijkRecord *record, int by)
{
  g_autoptr (GPtrArray) siblings =
      wijk_priority_order_dup_siblings (wijk_document_get_state (document), record);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  int position = wijk_priority_order_step (document, record, by, &error);

  tell (widget, error);
  if (error != NULL)
    return;

  if (position >= 0)
    /* Translators: said aloud after a move: a title, its new number, and how many there are */
    message = g_strdup_printf (
        _ ("“%s” is now number %d of %u"), get_title (record), position + 1, siblings->len);
  else
    message = g_strdup_printf (by < 0 ? _ ("“%s” is first already") : _ ("“%s” is last already"),
                               get_title (record));
  gtk_accessible_announce (
      GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_cb (Drag *self, guint keyval, guint keycode, GdkModifierType state)
{
  int by = keyval == GDK_KEY_Up ? -1 : keyval == GDK_KEY_Down ? 1 : 0;

  if (by == 0 || (state & GDK_ALT_MASK) == 0 || wijk_document_is_read_only (self->document))
    return FALSE;

  wijk_priority_drag_step (self->document, self->row, self->record, by);

  return TRUE;
}

/* ---- dragging ---- */

static GdkContentProvider *
prepare_cb (Drag *self)
{
  if (wijk_document_is_read_only (self->document))
    return NULL;

  return gdk_content_provider_new_typed (G_OBJECT_TYPE (self->record), self->record);
}

static void
begin_cb (Drag *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (self->row);

  gtk_drag_source_set_icon (source, picture, 18, 18);
}

static gboolean
is_behind (Drag *self, double y)
{
  return y > gtk_widget_get_height (self->row) / 2.0;
}

static void
unmark (Drag *self)
{
  gtk_widget_remove_css_class (self->row, "drop-before");
  gtk_widget_remove_css_class (self->row, "drop-after");
}

static GdkDragAction
motion_cb (Drag *self, double x, double y)
{
  unmark (self);
  gtk_widget_add_css_class (self->row, is_behind (self, y) ? "drop-after" : "drop-before");

  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (Drag *self, const GValue *value, double x, double y)
{
  g_autoptr (GError) error = NULL;

  unmark (self);
  wijk_priority_order_put (
      self->document, g_value_get_object (value), self->record, is_behind (self, y), &error);
  tell (self->row, error);

  return error == NULL;
}

void
wijk_priority_drag_attach (WijkDocument *document, GtkWidget *row, WijkRecord *record)
{
  Drag *self = g_new0 (Drag, 1);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_OBJECT_TYPE (record), GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->document = g_object_ref (document);
  self->record = g_object_ref (record);
  self->row = row;
  g_object_set_data_full (G_OBJECT (row), "wijk-priority-drag", self, drag_free);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (unmark), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (row, keys);
}
