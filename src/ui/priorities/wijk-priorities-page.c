/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priorities-page.h"

#include <glib/gi18n.h>

#include "wijk-amount.h"
#include "wijk-measure.h"
#include "wijk-page.h"
#include "wijk-priority-detail.h"
#include "wijk-priority-list.h"
#include "wijk-priority-timeline.h"

#define MANY 6 /* more priorities than can be kept in mind */

struct _WijkPrioritiesPage
{
  AdwBin parent_instance;

  WijkDocument *document;
  char *awaited;            /* id of a priority that was just made */
  GtkEventController *keys; /* on the window, while the page is in sight */

  GtkStack *states;
  GtkWidget *bar;
  GtkDropDown *drop_down;
  GtkWidget *hint_box;
  GtkLabel *hint;
  AdwViewStack *views;
  AdwNavigationSplitView *split;
  WijkPriorityList *list;
  WijkPriorityDetail *detail;
  WijkPriorityTimeline *timeline;
};

static const char *const view_names[] = { "list", "timeline" };

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkPrioritiesPage,
                               wijk_priorities_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

/* ---- what is shown ---- */

static void
show_timeline (WijkPrioritiesPage *self)
{
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "timeline") == 0)
    wijk_priority_timeline_update (self->timeline, wijk_document_get_state (self->document));
}

static void
show_hint (WijkPrioritiesPage *self, guint n_priorities)
{
  g_autofree char *text = g_strdup_printf (
      _ ("There are %u priorities; four to six can be kept in mind."), n_priorities);

  gtk_label_set_label (self->hint, text);
  gtk_widget_set_visible (self->hint_box, n_priorities > MANY);
}

static void
show_rank (WijkPrioritiesPage *self)
{
  WijkPriority *priority = wijk_priority_detail_get_priority (self->detail);

  wijk_priority_detail_set_rank (
      self->detail,
      priority != NULL ? wijk_priority_list_get_rank (self->list, priority) : 0,
      wijk_priority_list_get_n_rows (self->list));
}

/* On a narrow page a priority takes the whole of it. */
static void
narrowed_cb (WijkPrioritiesPage *self)
{
  gboolean collapsed = adw_navigation_split_view_get_collapsed (self->split);

  wijk_priority_detail_set_has_back (self->detail, collapsed);
  gtk_widget_set_visible (
      self->bar,
      !collapsed || !adw_navigation_split_view_get_show_content (self->split) ||
          g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "list") != 0);
}

static void
open_detail (WijkPrioritiesPage *self)
{
  adw_view_stack_set_visible_child_name (self->views, "list");
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* A priority that was just made is shown as soon as it is there, to be named. */
static void
show_awaited (WijkPrioritiesPage *self)
{
  WijkRecord *record = NULL;

  if (self->awaited != NULL)
    record = wijk_state_lookup_live (
        wijk_document_get_state (self->document), self->awaited, WIJK_KIND_PRIORITY);
  if (record == NULL || !wijk_priority_list_select (self->list, WIJK_PRIORITY (record), FALSE))
    return;

  g_clear_pointer (&self->awaited, g_free);
  open_detail (self);
  wijk_priority_detail_begin_naming (self->detail);
}

static void
list_changed_cb (WijkPrioritiesPage *self)
{
  guint n_priorities = wijk_priority_list_get_n_rows (self->list);

  gtk_stack_set_visible_child_name (self->states, n_priorities > 0 ? "priorities" : "empty");
  if (n_priorities == 0)
    adw_navigation_split_view_set_show_content (self->split, FALSE);
  show_hint (self, n_priorities);
  show_rank (self);
  show_timeline (self);
  show_awaited (self);
}

static void
selected_cb (WijkPrioritiesPage *self, WijkPriority *priority)
{
  if (self->document == NULL)
    return;

  wijk_priority_detail_set_priority (self->detail, priority);
  show_rank (self);
  wijk_page_tell_subject_changed (WIJK_PAGE (self));
}

static void
activated_cb (WijkPrioritiesPage *self)
{
  if (wijk_priority_list_get_selected (self->list) != NULL)
    open_detail (self);
}

static void
delete_cb (WijkPrioritiesPage *self)
{
  wijk_priority_detail_delete (self->detail);
}

/* ---- list or timeline ---- */

static void
view_changed_cb (WijkPrioritiesPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  if (self->document == NULL || name == NULL)
    return;

  wijk_document_end_typing (self->document);
  show_timeline (self);
  narrowed_cb (self);
  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    if (g_str_equal (view_names[i], name))
      gtk_drop_down_set_selected (self->drop_down, i);
}

static void
dropped_down_cb (WijkPrioritiesPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->document != NULL && selected < G_N_ELEMENTS (view_names))
    adw_view_stack_set_visible_child_name (self->views, view_names[selected]);
}

static void
lane_activated_cb (WijkPrioritiesPage *self, const char *id)
{
  WijkRecord *record =
      wijk_state_lookup_live (wijk_document_get_state (self->document), id, WIJK_KIND_PRIORITY);

  if (record == NULL)
    return;

  open_detail (self);
  wijk_priority_list_select (self->list, WIJK_PRIORITY (record), TRUE);
}

/* ---- making one ---- */

static char *
dup_year (gint64 year)
{
  return year == WIJK_UNSET ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, year);
}

/* It runs for the whole period until someone says otherwise. */
static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPrioritiesPage *self = WIJK_PRIORITIES_PAGE (widget);
  WijkPlan *plan = wijk_document_get_plan (self->document);
  g_autofree char *first = dup_year (plan != NULL ? plan->first_year : WIJK_UNSET);
  g_autofree char *last = dup_year (plan != NULL ? plan->last_year : WIJK_UNSET);
  g_autoptr (GError) error = NULL;

  g_free (self->awaited);
  self->awaited = wijk_document_add (self->document,
                                     _ ("Add a priority"),
                                     WIJK_KIND_PRIORITY,
                                     &error,
                                     "title",
                                     _ ("New priority"),
                                     "first-year",
                                     first,
                                     "last-year",
                                     last,
                                     NULL);
  if (error != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
show_read_only (WijkPrioritiesPage *self)
{
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "priorities.new", !wijk_document_is_read_only (self->document));
}

static gboolean
new_key_cb (GtkWidget *window, GVariant *arguments, gpointer user_data)
{
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return FALSE;

  return gtk_widget_activate_action (GTK_WIDGET (user_data), "priorities.new", NULL);
}

/* Ctrl+N makes a plan elsewhere, and a priority here: a window asks its youngest controller first.
 */
static void
mapped_cb (WijkPrioritiesPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!ADW_IS_APPLICATION_WINDOW (root) || self->keys != NULL)
    return;

  self->keys = g_object_ref (gtk_shortcut_controller_new ());
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (self->keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_n, GDK_CONTROL_MASK),
                        gtk_callback_action_new (new_key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (root), self->keys);
}

static void
unmapped_cb (WijkPrioritiesPage *self)
{
  GtkWidget *window = self->keys != NULL ? gtk_event_controller_get_widget (self->keys) : NULL;

  if (window != NULL)
    gtk_widget_remove_controller (window, self->keys);
  g_clear_object (&self->keys);
}

/* ---- page ---- */

static const char *
get_owner_of (WijkRecord *record)
{
  const WijkField *of = wijk_kind_find_field (wijk_record_get_kind (record), "of");

  if (WIJK_IS_MEASURE (record))
    return WIJK_MEASURE (record)->priority;

  return of != NULL ? wijk_record_get_text (record, of) : NULL;
}

/* The priority that @record belongs to, by way of a measure too. */
static WijkPriority *
find_priority (WijkPrioritiesPage *self, WijkRecord *record)
{
  WijkState *state = wijk_document_get_state (self->document);

  for (guint i = 0; record != NULL && !WIJK_IS_PRIORITY (record) && i < 3; i++)
    {
      const char *owner = get_owner_of (record);

      record = owner != NULL ? wijk_state_lookup (state, owner) : NULL;
    }

  return WIJK_IS_PRIORITY (record) && !wijk_record_is_deleted (record) ? WIJK_PRIORITY (record)
                                                                       : NULL;
}

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkPrioritiesPage *self = WIJK_PRIORITIES_PAGE (page);
  WijkPriority *priority = find_priority (self, record);

  if (priority == NULL || !wijk_priority_list_select (self->list, priority, FALSE))
    return FALSE;

  open_detail (self);

  return wijk_priority_detail_show_record (self->detail, record);
}

static WijkRecord *
get_subject (WijkPage *page)
{
  return WIJK_RECORD (wijk_priority_detail_get_priority (WIJK_PRIORITIES_PAGE (page)->detail));
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
  iface->get_subject = get_subject;
}

/* ---- GObject ---- */

static void
wijk_priorities_page_dispose (GObject *object)
{
  WijkPrioritiesPage *self = WIJK_PRIORITIES_PAGE (object);

  unmapped_cb (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PRIORITIES_PAGE);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_priorities_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-priorities-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, states);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, drop_down);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, hint_box);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, hint);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, views);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, split);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, list);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, detail);
  gtk_widget_class_bind_template_child (widget_class, WijkPrioritiesPage, timeline);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, unmapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, dropped_down_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, lane_activated_cb);
}

static void
wijk_priorities_page_class_init (WijkPrioritiesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_priorities_page_dispose;

  g_type_ensure (WIJK_TYPE_PRIORITY_LIST);
  g_type_ensure (WIJK_TYPE_PRIORITY_DETAIL);
  g_type_ensure (WIJK_TYPE_PRIORITY_TIMELINE);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "priorities.new", NULL, new_action);
}

static void
wijk_priorities_page_init (WijkPrioritiesPage *self)
{
  const char *titles[] = { _ ("List"), _ ("Timeline"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (titles);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (model));
}

GtkWidget *
wijk_priorities_page_new (WijkDocument *document)
{
  WijkPrioritiesPage *self = g_object_new (WIJK_TYPE_PRIORITIES_PAGE, NULL);

  self->document = g_object_ref (document);
  wijk_priority_detail_set_document (self->detail, document);
  wijk_priority_list_set_document (self->list, document);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show_read_only), self, G_CONNECT_SWAPPED);
  show_read_only (self);
  narrowed_cb (self);

  return GTK_WIDGET (self);
}
