/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-projection-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-projection-draw.h"

#define APPEAR (600 * G_TIME_SPAN_MILLISECOND)
#define SMALL_WIDTH 240

struct _WijkProjectionView
{
  GtkWidget parent_instance;

  WijkHall *hall;
  gboolean is_projector;
  GHashTable *born; /* id of a card -> gint64 when it came, owned */
  GHashTable *ages;
  guint tick; /* callback while a card appears */
  guint turn_source;
  guint turn; /* as drawn */
  gboolean was_shown;
};

G_DEFINE_FINAL_TYPE (WijkProjectionView, wijk_projection_view, GTK_TYPE_WIDGET)

/* ---- cards that appear ---- */

/* Whether one still is on its way. */
static gboolean
update_ages (WijkProjectionView *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean is_moving = adw_get_enable_animations (GTK_WIDGET (self)), any = FALSE;
  GHashTableIter iter;
  const char *id;
  gint64 *born;

  g_hash_table_remove_all (self->ages);
  g_hash_table_iter_init (&iter, self->born);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &born))
    {
      gint64 age = now - *born;

      if (!is_moving || age >= APPEAR)
        continue;
      g_hash_table_insert (self->ages, (gpointer) id, GINT_TO_POINTER ((int) (age * 100 / APPEAR)));
      any = TRUE;
    }

  return any;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  WijkProjectionView *self = WIJK_PROJECTION_VIEW (widget);

  gtk_widget_queue_draw (widget);
  if (update_ages (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;

  return G_SOURCE_REMOVE;
}

static void
note_cards (WijkProjectionView *self, const WijkProjection *projection)
{
  gint64 now = self->was_shown ? g_get_monotonic_time () : -APPEAR;

  if (projection->screen != WIJK_SCREEN_WALL)
    return;
  for (guint i = 0; i < projection->cards->len; i++)
    {
      const char *id = ((WijkProjectedCard *) projection->cards->pdata[i])->id;

      if (!g_hash_table_contains (self->born, id))
        g_hash_table_insert (self->born, g_strdup (id), g_memdup2 (&now, sizeof now));
    }
  self->was_shown = TRUE;
}

static void
changed_cb (WijkProjectionView *self)
{
  const WijkProjection *projection = wijk_hall_get_projection (self->hall);
  g_autofree char *text = wijk_projection_describe (projection);
  gboolean is_black = wijk_hall_get_evening (self->hall)->is_black;

  note_cards (self, projection);
  if (update_ages (self) && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_black ? _ ("The screen in the hall is black") : text,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
turn_cb (gpointer user_data)
{
  WijkProjectionView *self = WIJK_PROJECTION_VIEW (user_data);

  if (self->turn != wijk_hall_get_turn (self->hall))
    gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_CONTINUE;
}

/* ---- GtkWidget ---- */

static void
wijk_projection_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkProjectionView *self = WIJK_PROJECTION_VIEW (widget);
  const WijkEvening *evening = wijk_hall_get_evening (self->hall);
  WijkCountdown *countdown = wijk_hall_get_countdown (self->hall);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *digits = countdown->length > 0 ? wijk_countdown_format (countdown, now) : NULL;
  WijkProjectionLook look = { .is_light = evening->is_light,
                              .is_black = evening->is_black,
                              .turn = wijk_hall_get_turn (self->hall),
                              .digits = digits,
                              .ages = self->ages };
  float scale;
  int width, height;

  if (countdown->length > 0)
    look.left = (double) wijk_countdown_get_left (countdown, now) / (double) countdown->length;
  wijk_hall_get_size (self->hall, &width, &height);
  look.width = (float) width;
  look.height = (float) height;
  scale = MIN ((float) gtk_widget_get_width (widget) / look.width,
               (float) gtk_widget_get_height (widget) / look.height);
  self->turn = look.turn;
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, look.width, look.height));
  wijk_projection_draw (wijk_hall_get_projection (self->hall),
                        &look,
                        snapshot,
                        gtk_widget_get_pango_context (widget));
  gtk_snapshot_pop (snapshot);
}

static GtkSizeRequestMode
wijk_projection_view_get_request_mode (GtkWidget *widget)
{
  return WIJK_PROJECTION_VIEW (widget)->is_projector ? GTK_SIZE_REQUEST_CONSTANT_SIZE
                                                     : GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wijk_projection_view_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  WijkProjectionView *self = WIJK_PROJECTION_VIEW (widget);
  int width, height;

  *minimum = *natural = 0;
  if (self->is_projector)
    return;
  wijk_hall_get_size (self->hall, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = SMALL_WIDTH;
  else
    *minimum = *natural = (for_size > 0 ? for_size : SMALL_WIDTH) * height / width;
}

static void
wijk_projection_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WijkProjectionView *self = WIJK_PROJECTION_VIEW (widget);

  if (self->is_projector)
    wijk_hall_set_size (self->hall, width, height);
}

static void
wijk_projection_view_dispose (GObject *object)
{
  WijkProjectionView *self = WIJK_PROJECTION_VIEW (object);

  g_clear_handle_id (&self->turn_source, g_source_remove);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->hall);
  g_clear_pointer (&self->ages, g_hash_table_unref);
  g_clear_pointer (&self->born, g_hash_table_unref);

  G_OBJECT_CLASS (wijk_projection_view_parent_class)->dispose (object);
}

static void
wijk_projection_view_class_init (WijkProjectionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_projection_view_dispose;
  widget_class->snapshot = wijk_projection_view_snapshot;
  widget_class->measure = wijk_projection_view_measure;
  widget_class->get_request_mode = wijk_projection_view_get_request_mode;
  widget_class->size_allocate = wijk_projection_view_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "projection");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
wijk_projection_view_init (WijkProjectionView *self)
{
  self->born = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->ages = g_hash_table_new (g_str_hash, g_str_equal);
}

GtkWidget *
wijk_projection_view_new (WijkHall *hall, gboolean is_projector)
{
  WijkProjectionView *self = g_object_new (WIJK_TYPE_PROJECTION_VIEW, NULL);

  self->hall = g_object_ref (hall);
  self->is_projector = is_projector;
  self->turn_source = g_timeout_add_seconds (1, turn_cb, self);
  g_signal_connect_object (hall, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      hall, "ticked", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
