/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-evening-page.h"

#include <glib/gi18n.h>

#include "wijk-close-phase.h"
#include "wijk-collect-phase.h"
#include "wijk-format.h"
#include "wijk-hall-desk.h"
#include "wijk-prepare-phase.h"
#include "wijk-projector-window.h"
#include "wijk-sort-phase.h"
#include "wijk-vote-phase.h"

/* The phases in their order. */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*make) (WijkHall *hall);
} phases[WIJK_N_PHASES] = {
  [WIJK_PHASE_PREPARE] = { "prepare",
                           NC_ ("phase", "Prepare"),
                           "checkbox-checked-symbolic",
                           wijk_prepare_phase_new },
  [WIJK_PHASE_COLLECT] = { "collect",
                           NC_ ("phase", "Collect"),
                           "wijk-input-symbolic",
                           wijk_collect_phase_new },
  [WIJK_PHASE_SORT] = { "sort", NC_ ("phase", "Sort"), "wijk-theme-symbolic", wijk_sort_phase_new },
  [WIJK_PHASE_VOTE] = { "vote",
                        NC_ ("phase", "Vote"),
                        "wijk-priorities-symbolic",
                        wijk_vote_phase_new },
  [WIJK_PHASE_CLOSE] = { "close",
                         NC_ ("phase", "Close"),
                         "wijk-status-complete-symbolic",
                         wijk_close_phase_new },
};

struct _WijkEveningPage
{
  AdwBin parent_instance;

  WijkHall *hall;
  WijkHallDesk *desk;
  GtkWidget *projector; /* NULL: closed */
  gboolean is_showing;
  guint focus_source;

  AdwWindowTitle *title;
  AdwViewStack *stack;
  GtkDropDown *drop_down;
  AdwOverlaySplitView *split;
  GtkScrolledWindow *desk_scrolled;
  GtkToggleButton *projector_button;
};

G_DEFINE_FINAL_TYPE (WijkEveningPage, wijk_evening_page, ADW_TYPE_BIN)

static const char *
get_phase_title (WijkPhase phase)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "phase", phases[phase].title);
}

/* ---- the focus ---- */

/* Wherever something was pressed, what is typed next goes to the line. */
static void
focus_line (WijkEveningPage *self)
{
  if (wijk_hall_get_evening (self->hall)->phase == WIJK_PHASE_COLLECT)
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->stack));
}

static void
focus_cb (gpointer user_data)
{
  WijkEveningPage *self = WIJK_EVENING_PAGE (user_data);

  self->focus_source = 0;
  focus_line (self);
}

/* Once what was pressed has come to rest: a popover that closes gives the focus back itself. */
static void
focus_line_later (WijkEveningPage *self)
{
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_once (focus_cb, self);
}

static gboolean
is_for_typing (GtkWidget *widget)
{
  return widget != NULL && (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget) ||
                            gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                WijkEveningPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gunichar sign = gdk_keyval_to_unicode (keyval);

  if (wijk_hall_get_evening (self->hall)->phase != WIJK_PHASE_COLLECT || is_for_typing (focus) ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !g_unichar_isgraph (sign))
    return FALSE;
  focus_line (self);
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && gtk_event_controller_key_forward (keys, focus);
}

/* ---- phases ---- */

static void
show_title (WijkEveningPage *self)
{
  WijkSession *session = wijk_hall_get_session (self->hall);
  g_autofree char *date =
      session->date != NULL ? wijk_ui_format_date (session->date) : g_strdup ("");

  adw_window_title_set_title (self->title, session->title != NULL ? session->title : "");
  adw_window_title_set_subtitle (self->title, date);
}

static void
show_phase (WijkEveningPage *self)
{
  WijkPhase phase = wijk_hall_get_evening (self->hall)->phase;

  self->is_showing = TRUE;
  adw_view_stack_set_visible_child_name (self->stack, phases[phase].name);
  gtk_drop_down_set_selected (self->drop_down, phase);
  self->is_showing = FALSE;
  show_title (self);
}

static void
set_phase (WijkEveningPage *self, WijkPhase phase)
{
  wijk_document_end_typing (wijk_hall_get_document (self->hall));
  wijk_hall_set_phase (self->hall, phase);
  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->stack));
}

static void
phase_changed_cb (WijkEveningPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (self->is_showing || self->hall == NULL)
    return;
  for (WijkPhase phase = 0; phase < WIJK_N_PHASES; phase++)
    if (g_strcmp0 (phases[phase].name, name) == 0)
      set_phase (self, phase);
}

static void
drop_down_cb (WijkEveningPage *self)
{
  if (!self->is_showing && self->hall != NULL)
    set_phase (self, (WijkPhase) gtk_drop_down_get_selected (self->drop_down));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkEveningPage *self = WIJK_EVENING_PAGE (widget);
  WijkPhase phase = wijk_hall_get_evening (self->hall)->phase;

  if (g_str_equal (name, "evening.next") && phase + 1 < WIJK_N_PHASES)
    set_phase (self, phase + 1);
  if (g_str_equal (name, "evening.previous") && phase > 0)
    set_phase (self, phase - 1);
}

/* ---- the hall ---- */

static void
projector_closed_cb (WijkEveningPage *self)
{
  self->projector = NULL;
  gtk_toggle_button_set_active (self->projector_button, FALSE);
}

static void
open_projector (WijkEveningPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  self->projector = wijk_projector_window_new (self->hall, window);
  gtk_window_set_application (GTK_WINDOW (self->projector), gtk_window_get_application (window));
  g_signal_connect_object (
      self->projector, "destroy", G_CALLBACK (projector_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self->projector));
  gtk_window_present (window);
}

static void
projector_cb (WijkEveningPage *self)
{
  gboolean is_wanted = gtk_toggle_button_get_active (self->projector_button);

  if (is_wanted && self->projector == NULL)
    open_projector (self);
  else if (!is_wanted && self->projector != NULL)
    gtk_window_destroy (GTK_WINDOW (self->projector));
  focus_line (self);
}

static void
hall_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkEveningPage *self = WIJK_EVENING_PAGE (widget);

  if (g_str_equal (name, "evening.projector"))
    gtk_toggle_button_set_active (self->projector_button, self->projector == NULL);
  else if (g_str_equal (name, "evening.black"))
    wijk_hall_set_black (self->hall, !wijk_hall_get_evening (self->hall)->is_black);
  else if (g_str_equal (name, "evening.show"))
    wijk_hall_desk_show_first (self->desk);
  else
    wijk_hall_desk_hide_first (self->desk);
}

/* ---- GObject ---- */

static gboolean
wijk_evening_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
      adw_view_stack_get_visible_child (WIJK_EVENING_PAGE (widget)->stack));
}

static void
wijk_evening_page_dispose (GObject *object)
{
  WijkEveningPage *self = WIJK_EVENING_PAGE (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  if (self->projector != NULL)
    gtk_window_destroy (GTK_WINDOW (self->projector));
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_EVENING_PAGE);
  g_clear_object (&self->hall);

  G_OBJECT_CLASS (wijk_evening_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-evening-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkEveningPage, title);
  gtk_widget_class_bind_template_child (widget_class, WijkEveningPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkEveningPage, drop_down);
  gtk_widget_class_bind_template_child (widget_class, WijkEveningPage, split);
  gtk_widget_class_bind_template_child (widget_class, WijkEveningPage, desk_scrolled);
  gtk_widget_class_bind_template_child (widget_class, WijkEveningPage, projector_button);
  gtk_widget_class_bind_template_callback (widget_class, phase_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, projector_cb);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
  guint key;
  GdkModifierType modifiers;
} actions[] = {
  { "evening.next", step_action, 0, 0 }, /* the window has keys for these two */
  { "evening.previous", step_action, 0, 0 },
  { "evening.projector", hall_action, GDK_KEY_F11, 0 },
  { "evening.black", hall_action, GDK_KEY_b, GDK_CONTROL_MASK },
  { "evening.show", hall_action, GDK_KEY_F7, 0 },
  { "evening.hide", hall_action, GDK_KEY_F8, 0 },
};

static void
add_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}

/* They come before what the widgets make of their keys: a list would scroll. */
static void
add_keys (WijkEveningPage *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    if (actions[i].key != 0)
      gtk_shortcut_controller_add_shortcut (
          GTK_SHORTCUT_CONTROLLER (shortcuts),
          gtk_shortcut_new (gtk_keyval_trigger_new (actions[i].key, actions[i].modifiers),
                            gtk_named_action_new (actions[i].name)));
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static void
wijk_evening_page_class_init (WijkEveningPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_evening_page_dispose;
  widget_class->grab_focus = wijk_evening_page_grab_focus;

  bind_template (widget_class);
  add_actions (widget_class);
}

static void
wijk_evening_page_init (WijkEveningPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_keys (self);
}

static void
add_phases (WijkEveningPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->is_showing = TRUE;
  for (WijkPhase phase = 0; phase < WIJK_N_PHASES; phase++)
    {
      /* Translators: a phase of an evening with its number: “2. Collect” */
      g_autofree char *title = g_strdup_printf (_ ("%u. %s"), phase + 1, get_phase_title (phase));

      adw_view_stack_add_titled_with_icon (self->stack,
                                           phases[phase].make (self->hall),
                                           phases[phase].name,
                                           title,
                                           phases[phase].icon);
      gtk_string_list_append (titles, title);
    }
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  self->is_showing = FALSE;
}

GtkWidget *
wijk_evening_page_new (WijkDocument *document, WijkSession *session)
{
  WijkEveningPage *self = g_object_new (WIJK_TYPE_EVENING_PAGE, NULL);

  self->hall = wijk_hall_new (document, session);
  add_phases (self);
  self->desk = WIJK_HALL_DESK (wijk_hall_desk_new (self->hall));
  gtk_scrolled_window_set_child (self->desk_scrolled, GTK_WIDGET (self->desk));
  g_signal_connect_object (
      self->desk, "done", G_CALLBACK (focus_line_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->drop_down, "notify::selected", G_CALLBACK (drop_down_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hall, "changed", G_CALLBACK (show_phase), self, G_CONNECT_SWAPPED);
  show_phase (self);

  return GTK_WIDGET (self);
}
