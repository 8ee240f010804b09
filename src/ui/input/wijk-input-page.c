/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-input-page.h"

#include <glib/gi18n.h>

#include "wijk-page.h"
#include "wijk-remark-detail.h"
#include "wijk-remark-line.h"
#include "wijk-remark-list.h"
#include "wijk-session-view.h"
#include "wijk-theme-view.h"

static const char *const view_names[] = { "remarks", "sessions", "themes" };

struct _WijkInputPage
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkSessionView *session_view; /* NULL until it is shown first */
  WijkThemeView *theme_view;

  AdwViewStack *views;
  GtkDropDown *drop_down;
  AdwInlineViewSwitcher *switcher;
  GtkWidget *switcher_bin;
  AdwNavigationSplitView *split;
  AdwNavigationPage *detail_page;
  WijkRemarkLine *line;
  WijkRemarkList *list;
  WijkRemarkDetail *detail;
  AdwBin *sessions;
  AdwBin *themes;
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
  if (remark == NULL && wijk_remark_detail_get_remark (self->detail) != NULL &&
      !wijk_record_is_deleted (WIJK_RECORD (wijk_remark_detail_get_remark (self->detail))))
    return; /* filtered away while it is being read */
  wijk_remark_detail_set_remark (self->detail, remark);
  adw_navigation_page_set_title (
      self->detail_page, remark != NULL && remark->label != NULL ? remark->label : _ ("Remark"));
}

static void
opened_cb (WijkInputPage *self)
{
  if (wijk_remark_list_get_selected (self->list) != NULL)
    adw_navigation_split_view_set_show_content (self->split, TRUE);
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

/* ---- the other views ---- */

static void
show_only_cb (WijkInputPage *self, WijkRecord *record)
{
  adw_view_stack_set_visible_child_name (self->views, "remarks");
  adw_navigation_split_view_set_show_content (self->split, FALSE);
  wijk_remark_list_show_only (self->list,
                              wijk_record_get_kind (record) == WIJK_KIND_THEME ? WIJK_FACET_THEME
                                                                               : WIJK_FACET_SESSION,
                              wijk_record_get_id (record));
  if (wijk_record_get_kind (record) == WIJK_KIND_SESSION)
    wijk_remark_line_set_session (self->line, wijk_record_get_id (record));
}

static void
ensure_view (WijkInputPage *self, const char *name)
{
  if (g_str_equal (name, "sessions") && self->session_view == NULL)
    {
      self->session_view = WIJK_SESSION_VIEW (wijk_session_view_new (self->document));
      g_signal_connect_object (
          self->session_view, "show-remarks", G_CALLBACK (show_only_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->sessions, GTK_WIDGET (self->session_view));
    }
  if (g_str_equal (name, "themes") && self->theme_view == NULL)
    {
      self->theme_view = WIJK_THEME_VIEW (wijk_theme_view_new (self->document));
      g_signal_connect_object (
          self->theme_view, "show-remarks", G_CALLBACK (show_only_cb), self, G_CONNECT_SWAPPED);
      adw_bin_set_child (self->themes, GTK_WIDGET (self->theme_view));
    }
}

static void
view_changed_cb (WijkInputPage *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->views);

  if (self->document == NULL || name == NULL)
    return;
  wijk_document_end_typing (self->document);
  ensure_view (self, name);
  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    if (g_str_equal (view_names[i], name))
      gtk_drop_down_set_selected (self->drop_down, i);
}

static void
drop_down_cb (WijkInputPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (selected < G_N_ELEMENTS (view_names))
    adw_view_stack_set_visible_child_name (self->views, view_names[selected]);
}

/* ---- page ---- */

static gboolean
show_remark (WijkInputPage *self, WijkRemark *remark)
{
  if (wijk_record_is_deleted (WIJK_RECORD (remark)))
    return FALSE;
  adw_view_stack_set_visible_child_name (self->views, "remarks");
  wijk_remark_list_select (self->list, remark);
  adw_navigation_split_view_set_show_content (self->split, TRUE);

  return TRUE;
}

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkInputPage *self = WIJK_INPUT_PAGE (page);

  if (WIJK_IS_REMARK (record))
    return show_remark (self, WIJK_REMARK (record));
  if (wijk_record_get_kind (record) == WIJK_KIND_SESSION)
    {
      adw_view_stack_set_visible_child_name (self->views, "sessions");
      return wijk_session_view_show (self->session_view, record);
    }
  if (wijk_record_get_kind (record) == WIJK_KIND_THEME)
    {
      adw_view_stack_set_visible_child_name (self->views, "themes");
      return wijk_theme_view_show (self->theme_view, record);
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

static void
page_init (WijkPageInterface *iface)
{
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
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, split);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, detail_page);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, line);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, list);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, detail);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, sessions);
  gtk_widget_class_bind_template_child (widget_class, WijkInputPage, themes);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_ALT_MASK;

  gtk_widget_class_install_action (widget_class, "input.next-owed", NULL, owed_action);
  gtk_widget_class_install_action (widget_class, "input.previous-owed", NULL, owed_action);
  gtk_widget_class_install_action (widget_class, "input.new", NULL, new_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, both, "input.next-owed", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, both, "input.previous-owed", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "input.next-owed", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, 0, "input.previous-owed", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_r, GDK_CONTROL_MASK, "input.new", NULL);
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
wijk_input_page_init (WijkInputPage *self)
{
  const char *titles[] = { _ ("Remarks"), _ ("Sessions"), _ ("Themes"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (titles);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (model));
  g_signal_connect_object (
      self->drop_down, "notify::selected", G_CALLBACK (drop_down_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
wijk_input_page_new (WijkDocument *document)
{
  WijkInputPage *self = g_object_new (WIJK_TYPE_INPUT_PAGE, NULL);

  self->document = g_object_ref (document);
  wijk_remark_line_set_document (self->line, document);
  wijk_remark_list_set_document (self->list, document);
  wijk_remark_detail_set_document (self->detail, document);
  g_object_bind_property (document,
                          "read-only",
                          self->line,
                          "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);

  return GTK_WIDGET (self);
}
