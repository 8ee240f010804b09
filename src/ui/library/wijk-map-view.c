/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-map-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-district-map.h"
#include "wijk-map-layout.h"

#define NATURAL_WIDTH 420
#define MINIMUM_WIDTH 220

struct _WijkMapView
{
  GtkWidget parent_instance;

  WijkMap *map;
  WijkMapLayout *layout;
  GPtrArray *toggles; /* GtkToggleButton of each area, our children */
  char *picked;
  char *unnamed;
  guint idle;
  int last; /* the area that had the focus last */
  gboolean following;
};

enum
{
  PROP_PICKED = 1,
  PROP_UNNAMED,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkMapView, wijk_map_view, GTK_TYPE_WIDGET)

static void
get_style (WijkMapView *self, WijkPictureStyle *style)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  style->context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  style->palette = wijk_palette_get (adw_style_manager_get_dark (manager),
                                     adw_style_manager_get_high_contrast (manager));
  style->font_size = 0;
}

static void
forget_layout (WijkMapView *self)
{
  g_clear_pointer (&self->layout, wijk_map_layout_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
describe_toggles (WijkMapView *self)
{
  for (guint i = 0; i < self->toggles->len; i++)
    {
      g_autofree char *label = g_strdup_printf (
          "%s, %s", wijk_map_get_name (self->map, i), wijk_map_get_state_label (self->map, i));

      gtk_accessible_update_property (GTK_ACCESSIBLE (g_ptr_array_index (self->toggles, i)),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      label,
                                      -1);
    }
}

static void
show_picked (WijkMapView *self)
{
  self->following = TRUE;
  for (guint i = 0; i < self->toggles->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->toggles, i),
                                  g_strcmp0 (self->picked, wijk_map_get_code (self->map, i)) == 0);
  self->following = FALSE;
}

static int
find_focused (WijkMapView *self)
{
  for (guint i = 0; i < self->toggles->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->toggles, i)))
      return (int) i;

  return -1;
}

static void
pick (WijkMapView *self, int area, gboolean again)
{
  const char *code = wijk_map_get_code (self->map, (guint) area);

  if (again && g_strcmp0 (code, self->picked) == 0)
    code = NULL;
  wijk_map_view_set_picked (self, code);
}

static void
toggled_cb (GtkToggleButton *toggle, WijkMapView *self)
{
  guint area;

  if (self->following || !g_ptr_array_find (self->toggles, toggle, &area))
    return;

  wijk_map_view_set_picked (
      self, gtk_toggle_button_get_active (toggle) ? wijk_map_get_code (self->map, area) : NULL);
}

static void
focus_cb (GtkWidget *toggle, GParamSpec *pspec, WijkMapView *self)
{
  guint area;

  if (gtk_widget_has_focus (toggle) && g_ptr_array_find (self->toggles, toggle, &area))
    self->last = (int) area;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, WijkMapView *self)
{
  int area = self->layout != NULL ? wijk_map_layout_find_area (self->layout, x, y) : -1;

  if (area < 0)
    return;

  gtk_widget_grab_focus (g_ptr_array_index (self->toggles, area));
  if (n_press == 1)
    pick (self, area, TRUE);
  else if (n_press == 2)
    g_signal_emit (self, signals[ACTIVATED], 0, wijk_map_get_code (self->map, (guint) area));
}

static gboolean
move_focus (WijkMapView *self, int from, WijkMapDirection direction)
{
  int to = wijk_map_find_neighbour (self->map, (guint) from, direction);

  if (to < 0)
    return FALSE;

  gtk_widget_grab_focus (g_ptr_array_index (self->toggles, to));
  pick (self, to, FALSE);

  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                WijkMapView *self)
{
  int focused = find_focused (self);

  if (focused < 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move_focus (self, focused, WIJK_MAP_WEST);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move_focus (self, focused, WIJK_MAP_EAST);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_focus (self, focused, WIJK_MAP_NORTH);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_focus (self, focused, WIJK_MAP_SOUTH);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      g_signal_emit (self, signals[ACTIVATED], 0, wijk_map_get_code (self->map, (guint) focused));
      return TRUE;
    case GDK_KEY_Escape:
      if (self->picked == NULL)
        return FALSE;
      wijk_map_view_set_picked (self, NULL);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
query_tooltip_cb (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  WijkMapView *self = WIJK_MAP_VIEW (widget);
  g_autofree char *text = NULL;
  int area = -1;

  if (keyboard)
    area = find_focused (self);
  else if (self->layout != NULL)
    area = wijk_map_layout_find_area (self->layout, x, y);
  if (area < 0)
    return FALSE;

  text = g_strdup_printf ("%s, %s",
                          wijk_map_get_name (self->map, (guint) area),
                          wijk_map_get_state_label (self->map, (guint) area));
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static GtkSizeRequestMode
wijk_map_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
wijk_map_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  WijkMapView *self = WIJK_MAP_VIEW (widget);
  WijkPictureStyle style;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  get_style (self, &style);
  *minimum = (int) wijk_map_measure_height (
      self->map, &style, for_size < 0 ? MINIMUM_WIDTH : MIN (for_size, NATURAL_WIDTH));
  *natural = *minimum;
}

static gboolean
tell_unnamed_cb (gpointer user_data)
{
  WijkMapView *self = user_data;

  self->idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNNAMED]);

  return G_SOURCE_REMOVE;
}

/* Where a name does not fit stands a mark, which has to be explained beside the map. */
static void
find_unnamed (WijkMapView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *unnamed = NULL;

  for (guint i = 0; i < wijk_map_get_n_areas (self->map); i++)
    if (!wijk_map_layout_shows_name (self->layout, i))
      g_strv_builder_take (builder,
                           g_strdup_printf ("%s\302\240%s",
                                            wijk_map_get_mark (self->map, i),
                                            wijk_map_get_name (self->map, i)));
  parts = g_strv_builder_end (builder);
  unnamed = g_strjoinv (" · ", parts);

  if (g_set_str (&self->unnamed, unnamed) && self->idle == 0)
    self->idle = g_idle_add (tell_unnamed_cb, self);
}

static void
wijk_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WijkMapView *self = WIJK_MAP_VIEW (widget);
  WijkPictureStyle style;

  get_style (self, &style);
  g_clear_pointer (&self->layout, wijk_map_layout_free);
  self->layout = wijk_map_layout_new (self->map, &style, width, height);
  find_unnamed (self);

  for (guint i = 0; i < self->toggles->len; i++)
    {
      GtkWidget *toggle = g_ptr_array_index (self->toggles, i);
      WijkPictureRect box = wijk_map_layout_get_box (self->layout, i);
      GtkAllocation allocation = { (int) box.x, (int) box.y, (int) box.width, (int) box.height };
      int wide, high;

      gtk_widget_measure (toggle, GTK_ORIENTATION_HORIZONTAL, -1, &wide, NULL, NULL, NULL);
      gtk_widget_measure (toggle, GTK_ORIENTATION_VERTICAL, -1, &high, NULL, NULL, NULL);
      allocation.width = MAX (allocation.width, wide);
      allocation.height = MAX (allocation.height, high);
      gtk_widget_size_allocate (toggle, &allocation, -1);
    }
}

static void
draw_ring (WijkMapView *self, cairo_t *cr, guint area, double width, guint32 colour)
{
  wijk_map_layout_trace (self->layout, cr, area);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, width);
  wijk_palette_set_source (cr, colour);
  cairo_stroke (cr);
}

static void
wijk_map_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkMapView *self = WIJK_MAP_VIEW (widget);
  graphene_rect_t bounds =
      GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  WijkPictureStyle style;
  cairo_t *cr;
  int focused = find_focused (self);

  if (self->layout == NULL)
    return;

  get_style (self, &style);
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  wijk_map_layout_draw (self->layout, cr);
  for (guint i = 0; i < self->toggles->len; i++)
    if (g_strcmp0 (self->picked, wijk_map_get_code (self->map, i)) == 0)
      {
        wijk_map_layout_trace (self->layout, cr, i);
        wijk_palette_set_source (cr, style.palette->today);
        cairo_clip (cr);
        cairo_paint_with_alpha (cr, 0.16);
        cairo_reset_clip (cr);
        draw_ring (self, cr, i, 7, style.palette->ground);
        draw_ring (self, cr, i, 3.5, style.palette->today);
      }
  if (focused >= 0 && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget))))
    {
      draw_ring (self, cr, (guint) focused, 5, style.palette->ground);
      draw_ring (self, cr, (guint) focused, 2.5, style.palette->text);
    }
  cairo_destroy (cr);
}

/* The map is one stop of the Tab key; inside it the arrow keys move. */
static gboolean
wijk_map_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  WijkMapView *self = WIJK_MAP_VIEW (widget);

  if (find_focused (self) >= 0)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->toggles, self->last));
}

static void
wijk_map_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (wijk_map_view_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
wijk_map_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkMapView *self = WIJK_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_PICKED:
      g_value_set_string (value, self->picked);
      break;
    case PROP_UNNAMED:
      g_value_set_string (value, self->unnamed != NULL ? self->unnamed : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_map_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  WijkMapView *self = WIJK_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_PICKED:
      wijk_map_view_set_picked (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_map_view_dispose (GObject *object)
{
  WijkMapView *self = WIJK_MAP_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < self->toggles->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->toggles, i));
  g_ptr_array_set_size (self->toggles, 0);

  G_OBJECT_CLASS (wijk_map_view_parent_class)->dispose (object);
}

static void
wijk_map_view_finalize (GObject *object)
{
  WijkMapView *self = WIJK_MAP_VIEW (object);

  g_ptr_array_unref (self->toggles);
  g_clear_pointer (&self->layout, wijk_map_layout_free);
  g_clear_pointer (&self->map, wijk_map_unref);
  g_free (self->picked);
  g_free (self->unnamed);

  G_OBJECT_CLASS (wijk_map_view_parent_class)->finalize (object);
}

static void
wijk_map_view_class_init (WijkMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wijk_map_view_get_property;
  object_class->set_property = wijk_map_view_set_property;
  object_class->dispose = wijk_map_view_dispose;
  object_class->finalize = wijk_map_view_finalize;
  widget_class->get_request_mode = wijk_map_view_get_request_mode;
  widget_class->measure = wijk_map_view_measure;
  widget_class->size_allocate = wijk_map_view_size_allocate;
  widget_class->snapshot = wijk_map_view_snapshot;
  widget_class->focus = wijk_map_view_focus;
  widget_class->css_changed = wijk_map_view_css_changed;

  props[PROP_PICKED] =
      g_param_spec_string ("picked",
                           NULL,
                           NULL,
                           NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_UNNAMED] =
      g_param_spec_string ("unnamed",
                           NULL,
                           NULL,
                           "",
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[ACTIVATED] = g_signal_new ("activated",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     1,
                                     G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_toggles (WijkMapView *self)
{
  for (guint i = 0; i < wijk_map_get_n_areas (self->map); i++)
    {
      GtkWidget *toggle = gtk_toggle_button_new ();

      gtk_widget_set_can_target (toggle, FALSE);
      gtk_widget_add_css_class (toggle, "district");
      gtk_widget_set_parent (toggle, GTK_WIDGET (self));
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, 0);
      g_signal_connect_object (toggle, "notify::has-focus", G_CALLBACK (focus_cb), self, 0);
      g_ptr_array_add (self->toggles, toggle);
    }
}

static void
wijk_map_view_init (WijkMapView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->map = wijk_district_map_new (NULL);
  self->toggles = g_ptr_array_new ();
  add_toggles (self);
  describe_toggles (self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Districts of Leiden"), -1);

  g_signal_connect_object (
      manager, "notify::dark", G_CALLBACK (forget_layout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      manager, "notify::high-contrast", G_CALLBACK (forget_layout), self, G_CONNECT_SWAPPED);
}

void
wijk_map_view_set_states (WijkMapView *self, GHashTable *states)
{
  g_return_if_fail (WIJK_IS_MAP_VIEW (self));

  g_clear_pointer (&self->layout, wijk_map_layout_free);
  g_clear_pointer (&self->map, wijk_map_unref);
  self->map = wijk_district_map_new (states);
  describe_toggles (self);
  forget_layout (self);
}

void
wijk_map_view_set_map (WijkMapView *self, WijkMap *map, const char *name)
{
  gboolean is_alike = wijk_map_get_n_areas (map) == self->toggles->len;

  g_return_if_fail (WIJK_IS_MAP_VIEW (self));

  g_clear_pointer (&self->layout, wijk_map_layout_free);
  wijk_map_ref (map);
  wijk_map_unref (self->map);
  self->map = map;
  for (guint i = 0; !is_alike && i < self->toggles->len; i++)
    gtk_widget_unparent (self->toggles->pdata[i]);
  if (!is_alike)
    {
      g_ptr_array_set_size (self->toggles, 0);
      self->last = 0;
      add_toggles (self);
    }
  describe_toggles (self);
  show_picked (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  forget_layout (self);
}

const char *
wijk_map_view_get_picked (WijkMapView *self)
{
  g_return_val_if_fail (WIJK_IS_MAP_VIEW (self), NULL);

  return self->picked;
}

void
wijk_map_view_set_picked (WijkMapView *self, const char *code)
{
  g_return_if_fail (WIJK_IS_MAP_VIEW (self));

  if (!g_set_str (&self->picked, code))
    return;

  show_picked (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PICKED]);
}
