/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-input-page.h"

#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-input-menu.h"
#include "wijk-page.h"
#include "wijk-people-view.h"
#include "wijk-reach-view.h"
#include "wijk-remark-detail.h"
#include "wijk-remark-line.h"
#include "wijk-remark-list.h"
#include "wijk-session-view.h"
#include "wijk-theme-view.h"

/* The views beside that of the remarks, in their order. Each is made when it is shown first, and is
 * a WijkPage for the kinds of record that it can show. To see the remarks of a session or theme it
 * activates "input.show-remarks" (s: its id). */
static const struct
{
  const char *name;
  const char *title;
  const char *icon;
  GtkWidget *(*make) (WijkDocument *document);
  guint kinds; /* bits */
} views[] = {
  { "sessions",
    N_ ("Sessions"),
    "x-office-calendar-symbolic",
    wijk_session_view_new,
    1 << WIJK_KIND_SESSION },
  { "people",
    N_ ("Register"),
    "system-users-symbolic",
    wijk_people_view_new,
    1 << WIJK_KIND_STAKEHOLDER | 1 << WIJK_KIND_COMMITMENT },
  { "themes", N_ ("Themes"), "wijk-theme-symbolic", wijk_theme_view_new, 1 << WIJK_KIND_THEME },
  { "reach", N_ ("Reach"), "wijk-overview-symbolic", wijk_reach_view_new, 0 },
};

#define N_VIEWS G_N_ELEMENTS (views)

struct _WijkInputPage
{
  AdwBin parent_instance;

  WijkDocument *document;
  gboolean is_narrow;
  AdwBin *bins[N_VIEWS]; /* of each view; empty until it is shown first */

  AdwViewStack *views;
  GtkDropDown *drop_down;
  AdwInlineViewSwitcher *switcher;
  GtkWidget *switcher_bin;
  GtkWidget *owed;
  GtkLabel *owed_label;
  GtkLabel *owed_short;
  GtkMenuButton *menu;
  AdwNavigationSplitView *split;
  AdwNavigationPage *detail_page;
  WijkRemarkLine *line;
  WijkRemarkList *list;
  WijkRemarkDetail *detail;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkInputPage,
                               wijk_input_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

/* ---- remarks ---- */

static void
selected_cb (WijkInputPage *self, WijkRemark *remark)
{
  wijk_remark_detail_set_n_selected (self->detail, wijk_remark_list_get_n_selected (self->list));
  if (remark == NULL && wijk_remark_detail_get_remark (self->detail) != NULL &&
      !wijk_record_is_deleted (WIJK_RECORD (wijk_remark_detail_get_remark (self->detail))))
    return; /* filtered away while it is being read */
  wijk_remark_detail_set_remark (self->detail, remark);
  adw_navigation_page_set_title (
      self->detail_page, remark != NULL && remark->label != NULL ? remark->label : _ ("Remark"));
  wijk_page_tell_subject_changed (WIJK_PAGE (self));
}

static void
opened_cb (WijkInputPage *self)
{
  if (wijk_remark_list_get_selected (self->list) != NULL)
    adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* A board and a map need the width for themselves. */
static void
update_split (WijkInputPage *self)
{
  adw_navigation_split_view_set_collapsed (
      self->split,
      self->is_narrow || wijk_remark_list_get_mode (self->list) != WIJK_REMARKS_AS_LIST);
}

static void
narrow_cb (WijkInputPage *self)
{
  self->is_narrow = TRUE;
  update_split (self);
}

static void
wide_cb (WijkInputPage *self)
{
  self->is_narrow = FALSE;
  update_split (self);
}

static void
added_cb (WijkInputPage *self, const char *id)
{
  wijk_remark_list_await (self->list, id);
}

static void
go_to_owed (WijkInputPage *self, gboolean forward)
{
  WijkRemarkModel *model = wijk_remark_list_get_model (self->list);
  WijkRemark *now = wijk_remark_detail_get_remark (self->detail);
  WijkRemark *next = wijk_remark_model_find_owed (model, now, forward);

  adw_view_stack_set_visible_child_name (self->views, "remarks");
  if (next == NULL)
    {
      gtk_widget_activate_action (
          GTK_WIDGET (self), "win.toast", "s", _ ("No other remark here is to be answered"));
      return;
    }
  wijk_remark_list_select (self->list, next);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* ---- keys for the selected remarks ---- */

static gboolean
has_selection (WijkInputPage *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  if (g_str_equal (view, "remarks") && wijk_remark_list_get_n_selected (self->list) > 0)
    return TRUE;
  gtk_widget_activate_action (
      GTK_WIDGET (self), "win.toast", "s", _ ("Select remarks first, then choose a theme"));

  return FALSE;
}

static void
choose_theme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (widget);

  if (!has_selection (self))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    wijk_remark_bulk_open_themes (wijk_remark_list_get_bulk (self->list));
  else
    wijk_remark_detail_open_themes (self->detail);
}

static void
toggle_theme_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (widget);

  if (has_selection (self))
    wijk_remark_bulk_toggle_theme (wijk_remark_list_get_bulk (self->list),
                                   (guint) g_variant_get_int32 (parameter));
}

static void
outcome_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (widget);

  if (gtk_widget_get_mapped (GTK_WIDGET (self->detail)))
    wijk_remark_detail_press_outcome (self->detail, g_variant_get_int32 (parameter));
}

/* On to the next one, once this one is answered. */
static void
answered_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (widget);

  wijk_document_end_typing (self->document);
  if (wijk_remark_detail_check_answered (self->detail))
    {
      go_to_owed (self, TRUE);
      wijk_remark_detail_focus_answer (self->detail);
    }
}

static void
owed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_owed (WIJK_INPUT_PAGE (widget), g_str_equal (name, "input.next-owed"));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->views, "remarks");
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->line));
}

static void
show_owed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (widget);

  adw_view_stack_set_visible_child_name (self->views, "remarks");
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  wijk_remark_list_show_owed (self->list);
}

/* How much is still to be answered stays in sight in every view. */
static void
show_owed (WijkInputPage *self)
{
  WijkTally tally = wijk_document_get_tally (self->document);
  guint n_owed = tally.n_remarks - tally.n_answered;
  g_autofree char *text = wijk_ui_format_owed (n_owed, tally.n_remarks);
  g_autofree char *number = wijk_ui_format_count (n_owed);

  gtk_label_set_label (self->owed_label, text);
  gtk_label_set_label (self->owed_short, number);
  gtk_widget_set_tooltip_text (self->owed, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->owed), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* ---- the other views ---- */

static void
show_remarks_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  gboolean is_session = wijk_kind_from_id (id) == WIJK_KIND_SESSION;

  adw_view_stack_set_visible_child_name (self->views, "remarks");
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  wijk_remark_list_show_only (self->list, is_session ? WIJK_FACET_SESSION : WIJK_FACET_THEME, id);
  if (is_session)
    wijk_remark_line_set_session (self->line, id);
}

static GtkWidget *
ensure_view (WijkInputPage *self, guint i)
{
  if (adw_bin_get_child (self->bins[i]) == NULL)
    adw_bin_set_child (self->bins[i], views[i].make (self->document));

  return adw_bin_get_child (self->bins[i]);
}

static void
view_changed_cb (WijkInputPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);
  guint shown = 0;

  if (self->document == NULL || name == NULL)
    return;
  wijk_document_end_typing (self->document);
  for (guint i = 0; i < N_VIEWS; i++)
    if (g_str_equal (views[i].name, name))
      {
        ensure_view (self, i);
        shown = i + 1;
      }
  gtk_drop_down_set_selected (self->drop_down, shown); /* once: it chooses the view in its turn */
}

static void
drop_down_cb (WijkInputPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (selected <= N_VIEWS)
    adw_view_stack_set_visible_child_name (self->views,
                                           selected > 0 ? views[selected - 1].name : "remarks");
}

/* ---- page ---- */

/* Who works in the list or on the board stays there, as when something is undone. */
static gboolean
is_in_list (WijkInputPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));
}

static gboolean
show_remark (WijkInputPage *self, WijkRemark *remark)
{
  gboolean stays = is_in_list (self);

  if (wijk_record_is_deleted (WIJK_RECORD (remark)))
    return FALSE;
  adw_view_stack_set_visible_child_name (self->views, "remarks");
  wijk_remark_list_select (self->list, remark);
  if (!stays)
    adw_navigation_split_view_set_show_content (self->split, TRUE);

  return TRUE;
}

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (page);

  if (WIJK_IS_REMARK (record))
    return show_remark (self, WIJK_REMARK (record));
  for (guint i = 0; i < N_VIEWS; i++)
    if ((views[i].kinds & 1u << wijk_record_get_kind (record)) != 0)
      {
        adw_view_stack_set_visible_child_name (self->views, views[i].name);
        return wijk_page_show_record (WIJK_PAGE (ensure_view (self, i)), record);
      }

  return FALSE;
}

static gboolean
focus_search (WijkPage *page)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (page);

  adw_view_stack_set_visible_child_name (self->views, "remarks");
  adw_navigation_split_view_set_show_content (self->split, FALSE);

  return wijk_remark_list_focus_search (self->list);
}

static WijkRecord *
get_subject (WijkPage *page)
{
  return (WijkRecord *) wijk_remark_detail_get_remark (WIJK_INPUT_PAGE (page)->detail);
}

static void
page_init (WijkPageInterface *iface)
{
  iface->get_subject = get_subject;
  iface->show_record = show_record;
  iface->focus_search = focus_search;
}

/* ---- GObject ---- */

static void
wijk_input_page_dispose (GObject *object)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_INPUT_PAGE);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_input_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-input-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, views);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, drop_down);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, switcher_bin);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, owed);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, owed_label);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, owed_short);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, menu);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, split);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, detail_page);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, line);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, list);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, detail);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_split);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static WijkDocument *
get_document (GtkWidget *page)
{
  return WIJK_INPUT_PAGE (page)->document;
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_ALT_MASK;

  gtk_widget_class_install_action (widget_class, "input.next-owed", NULL, owed_action);
  gtk_widget_class_install_action (widget_class, "input.previous-owed", NULL, owed_action);
  gtk_widget_class_install_action (widget_class, "input.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "input.answered", NULL, answered_action);
  gtk_widget_class_install_action (widget_class, "input.outcome", "i", outcome_action);
  gtk_widget_class_install_action (widget_class, "input.choose-theme", NULL, choose_theme_action);
  gtk_widget_class_install_action (widget_class, "input.toggle-theme", "i", toggle_theme_action);
  gtk_widget_class_install_action (widget_class, "input.show-owed", NULL, show_owed_action);
  gtk_widget_class_install_action (widget_class, "input.show-remarks", "s", show_remarks_action);
  wijk_input_menu_install (widget_class, get_document);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, both, "input.next-owed", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, both, "input.previous-owed", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "input.next-owed", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "input.previous-owed", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "input.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, 0, "input.choose-theme", NULL);
  for (guint i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_0 + i, GDK_CONTROL_MASK, "input.toggle-theme", "i", (gint32) i);
  for (guint i = 1; i <= WIJK_OUTCOME_FORWARDED; i++)
    gtk_widget_class_add_binding_action (
        widget_class, GDK_KEY_0 + i, both, "input.outcome", "i", (gint32) i);
}

static void
wijk_input_page_class_init (WijkInputPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_input_page_dispose;

  g_type_ensure (WIJK_TYPE_REMARK_LINE);
  g_type_ensure (WIJK_TYPE_REMARK_LIST);
  g_type_ensure (WIJK_TYPE_REMARK_DETAIL);
  bind_template (widget_class);
  add_actions (widget_class);
}

static void
add_views (WijkInputPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new ((const char *[]) { _ ("Remarks"), NULL });

  for (guint i = 0; i < N_VIEWS; i++)
    {
      self->bins[i] = ADW_BIN (adw_bin_new ());
      adw_view_stack_add_titled_with_icon (self->views,
                                           GTK_WIDGET (self->bins[i]),
                                           views[i].name,
                                           _ (views[i].title),
                                           views[i].icon);
      gtk_string_list_append (titles, _ (views[i].title));
    }
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  g_signal_connect_object (
      self->drop_down, "notify::selected", G_CALLBACK (drop_down_cb), self, G_CONNECT_SWAPPED);
}

static void
wijk_input_page_init (WijkInputPage *self)
{
  g_autoptr (GMenuModel) menu = wijk_input_menu_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_menu_model (self->menu, menu);
  add_views (self);
}

static void
show_read_only (WijkInputPage *self)
{
  gboolean may_write = !wijk_document_is_read_only (self->document);

  gtk_widget_set_visible (GTK_WIDGET (self->line), may_write);
  wijk_input_menu_update (GTK_WIDGET (self), may_write);
}

GtkWidget *
wijk_input_page_new (WijkDocument *document)
{
  WijkInputPage *self = g_object_new (WIJK_TYPE_INPUT_PAGE, NULL);
  const char *const *sessions = wijk_document_get_packet_sessions (document);

  self->document = g_object_ref (document);
  wijk_remark_line_set_document (self->line, document);
  wijk_remark_list_set_document (self->list, document);
  wijk_remark_detail_set_document (self->detail, document);
  if (sessions != NULL)
    wijk_remark_line_set_session (self->line, sessions[g_strv_length ((char **) sessions) - 1]);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show_read_only), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::n-owed", G_CALLBACK (show_owed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::n-remarks", G_CALLBACK (show_owed), self, G_CONNECT_SWAPPED);
  show_read_only (self);
  show_owed (self);

  return GTK_WIDGET (self);
}
