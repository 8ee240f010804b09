/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-window.h"

#include <glib/gi18n.h>

#include "wijk-backup.h"
#include "wijk-conflict-banner.h"
#include "wijk-evidence-frame.h"
#include "wijk-packet-banner.h"
#include "wijk-packet-drop.h"
#include "wijk-page.h"
#include "wijk-pages.h"
#include "wijk-plan-modes.h"
#include "wijk-saved-title.h"
#include "wijk-sidebar.h"
#include "wijk-undo-buttons.h"

struct _WijkPlanWindow
{
  AdwApplicationWindow parent_instance;

  char *plan_id;
  WijkDocument *document;
  WijkBackup *backup;
  WijkPane pane;
  WijkSection *section; /* of the page that is shown */
  GtkWidget *section_page;
  GtkWidget *page;
  gboolean closing;
  gboolean closed;

  AdwToastOverlay *toasts;
  WijkPlanModes *modes;
  AdwNavigationSplitView *split;
  AdwNavigationPage *content_page;
  AdwWindowTitle *sidebar_title;
  WijkSidebar *sidebar;
  WijkSavedTitle *title;
  WijkUndoButtons *undo;
  GtkWidget *add_section;
  AdwBin *start;
  AdwBin *end;
  WijkEvidenceFrame *evidence;
  AdwBanner *error_banner;
  AdwBanner *read_only_banner;
  WijkPacketBanner *packet_banner;
  WijkConflictBanner *conflict_banner;
  AdwBanner *backup_banner;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (WijkPlanWindow, wijk_plan_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- messages ---- */

static AdwToast *
add_toast (WijkPlanWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);

  return toast;
}

static void
toast_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  add_toast (WIJK_PLAN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
evening_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPlanWindow *self = WIJK_PLAN_WINDOW (widget);

  if (parameter != NULL)
    wijk_plan_modes_begin (self->modes, self->document, g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "win.leave-evening"))
    wijk_plan_modes_leave (self->modes);
  else
    wijk_plan_modes_start (self->modes, self->document);
}

static void
toast_undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *toast;

  /* an earlier one would undo what came after it */
  adw_toast_overlay_dismiss_all (WIJK_PLAN_WINDOW (widget)->toasts);
  toast = add_toast (WIJK_PLAN_WINDOW (widget), g_variant_get_string (parameter, NULL));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
}

static void
failed_cb (WijkPlanWindow *self, const char *message)
{
  add_toast (self, message);
}

/* ---- the page in the middle ---- */

static void
show_header_of_page (WijkPlanWindow *self)
{
  WijkPage *page = WIJK_PAGE (self->page);

  adw_bin_set_child (self->start, wijk_page_get_header_start (page));
  adw_bin_set_child (self->end, wijk_page_get_header_end (page));
}

static void
show_title (WijkPlanWindow *self)
{
  const char *title =
      self->section != NULL ? self->section->title : wijk_pane_get_title (self->pane);

  wijk_saved_title_set_title (self->title, title);
  adw_navigation_page_set_title (self->content_page, title != NULL ? title : "");
}

static GtkWidget *
ensure_page (WijkPlanWindow *self, WijkPane pane)
{
  const char *name = wijk_pane_get_name (pane);
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, name);

  if (page == NULL)
    {
      page = wijk_page_new (pane, self->document, NULL);
      gtk_stack_add_named (self->pages, page, name);
    }

  return page;
}

static GtkWidget *
replace_section_page (WijkPlanWindow *self, WijkSection *section)
{
  if (self->section_page != NULL && self->section == section)
    return self->section_page;

  self->section_page = wijk_page_new (WIJK_PANE_SECTION, self->document, section);
  gtk_stack_add_child (self->pages, self->section_page);

  return self->section_page;
}

static void
section_changed_cb (WijkPlanWindow *self)
{
  show_title (self);
}

static void
follow_section (WijkPlanWindow *self, WijkSection *section)
{
  if (self->section == section)
    return;

  if (self->section != NULL)
    g_signal_handlers_disconnect_by_func (self->section, section_changed_cb, self);
  g_set_object (&self->section, section);
  if (section != NULL)
    g_signal_connect_object (
        section, "notify::title", G_CALLBACK (section_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
show_page (WijkPlanWindow *self, WijkPane pane, WijkSection *section)
{
  GtkWidget *left = self->section_page;
  GtkWidget *page;

  if (self->page != NULL && self->pane == pane && self->section == section)
    return;

  wijk_document_end_typing (self->document);
  page =
      pane == WIJK_PANE_SECTION ? replace_section_page (self, section) : ensure_page (self, pane);
  self->pane = pane;
  follow_section (self, section);
  self->page = page;
  gtk_stack_set_visible_child (self->pages, page);
  show_header_of_page (self);
  show_title (self);
  wijk_evidence_frame_set_page (self->evidence, WIJK_PAGE (page), pane != WIJK_PANE_SECTION);

  if (left != NULL && left != page)
    {
      if (self->section_page == left)
        self->section_page = NULL;
      gtk_stack_remove (self->pages, left);
    }
}

static void
selected_cb (WijkPlanWindow *self, WijkSidebarItem *item)
{
  show_page (self, wijk_sidebar_item_get_pane (item), wijk_sidebar_item_get_section (item));
}

static void
activated_cb (WijkPlanWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

/* ---- going to a record ---- */

static void
show_in (WijkPlanWindow *self, WijkRecord *record, WijkPane pane)
{
  if (pane == WIJK_PANE_SECTION && wijk_record_is_deleted (record))
    return;
  if (!wijk_sidebar_select (
          self->sidebar, pane, pane == WIJK_PANE_SECTION ? WIJK_SECTION (record) : NULL))
    return;

  adw_navigation_split_view_set_show_content (self->split, TRUE);
  wijk_evidence_frame_close_sheet (self->evidence);
  wijk_page_show_record (WIJK_PAGE (self->page), record);
}

static void
show_record (WijkPlanWindow *self, const char *id)
{
  WijkRecord *record = wijk_state_lookup (wijk_document_get_state (self->document), id);

  if (record != NULL)
    show_in (self, record, wijk_pane_for_record (record));
}

static void
show_scan_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPlanWindow *self = WIJK_PLAN_WINDOW (widget);
  WijkRecord *remark = wijk_state_lookup (wijk_document_get_state (self->document),
                                          g_variant_get_string (parameter, NULL));

  if (remark != NULL)
    show_in (self, remark, WIJK_PANE_SOURCES);
}

static void
show_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wijk_plan_modes_leave (WIJK_PLAN_WINDOW (widget)->modes);
  show_record (WIJK_PLAN_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPlanWindow *self = WIJK_PLAN_WINDOW (widget);

  wijk_plan_modes_leave (self->modes);
  for (WijkPane pane = 0; pane < WIJK_N_PANES; pane++)
    if (g_str_equal (wijk_pane_get_name (pane), g_variant_get_string (parameter, NULL)))
      {
        wijk_sidebar_select (self->sidebar, pane, NULL);
        adw_navigation_split_view_set_show_content (self->split, TRUE);
      }
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPlanWindow *self = WIJK_PLAN_WINDOW (widget);
  gboolean forward = g_str_equal (name, "win.next-section");

  if (!wijk_plan_modes_step (self->modes, forward))
    wijk_sidebar_go (self->sidebar, forward ? 1 : -1);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPlanWindow *self = WIJK_PLAN_WINDOW (widget);

  wijk_plan_modes_leave (self->modes);
  if (wijk_page_focus_search (WIJK_PAGE (self->page)))
    return;

  wijk_sidebar_select (self->sidebar, WIJK_PANE_INPUT, NULL);
  adw_navigation_split_view_set_show_content (self->split, TRUE);
  wijk_page_focus_search (WIJK_PAGE (self->page));
}

static void
evidence_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wijk_evidence_frame_toggle (WIJK_PLAN_WINDOW (widget)->evidence);
}

static void
add_section_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wijk_plan_modes_leave (WIJK_PLAN_WINDOW (widget)->modes);
  wijk_sidebar_add_section (WIJK_PLAN_WINDOW (widget)->sidebar);
}

/* ---- undo ---- */

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPlanWindow *self = WIJK_PLAN_WINDOW (widget);

  if (g_str_equal (name, "win.undo"))
    wijk_document_undo (self->document);
  else
    wijk_document_redo (self->document);
}

static void
undone_cb (WijkPlanWindow *self, const char *name, const char *record, guint n_left)
{
  if (record != NULL && !wijk_plan_modes_has_evening (self->modes))
    show_record (self, record);
  if (n_left > 0)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE,
                       "%u value was changed since by someone else and stays as it is",
                       "%u values were changed since by someone else and stay as they are",
                       n_left),
          n_left);

      add_toast (self, text);
    }
}

/* ---- state of the document ---- */

static void
show_error (WijkPlanWindow *self)
{
  g_autofree char *error = NULL;

  g_object_get (self->document, "error", &error, NULL);
  if (error != NULL)
    adw_banner_set_title (self->error_banner, error);
  adw_banner_set_revealed (self->error_banner, error != NULL);
}

static void
show_read_only (WijkPlanWindow *self)
{
  gboolean read_only = wijk_document_is_read_only (self->document);
  gboolean has_sections = !read_only && wijk_document_get_packet_sessions (self->document) == NULL;

  adw_banner_set_revealed (self->read_only_banner, read_only);
  gtk_widget_set_visible (self->add_section, has_sections);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-section", has_sections);
}

static void
show_plan (WijkPlanWindow *self)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);

  if (plan == NULL)
    return;

  gtk_window_set_title (GTK_WINDOW (self), plan->title != NULL ? plan->title : plan->area_name);
  adw_window_title_set_title (self->sidebar_title, plan->title != NULL ? plan->title : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sidebar_title), plan->title);
}

static void
record_changed_cb (WijkPlanWindow *self, WijkRecord *record)
{
  if (wijk_record_get_kind (record) == WIJK_KIND_PLAN)
    show_plan (self);
}

static void
backup_cb (WijkPlanWindow *self)
{
  const char *error = wijk_backup_get_error (self->backup);

  if (error != NULL)
    adw_banner_set_title (self->backup_banner, error);
  adw_banner_set_revealed (self->backup_banner, error != NULL);
}

/* ---- closing ---- */

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkPlanWindow) self = user_data;
  WijkApplication *application = wijk_application_get_default ();
  g_autoptr (GError) error = NULL;

  self->closing = FALSE;
  if (!wijk_document_close_finish (WIJK_DOCUMENT (source), result, &error))
    {
      add_toast (self, error->message);
      return;
    }

  self->closed = TRUE;
  wijk_application_tell_library_changed (application);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
wijk_plan_window_close_request (GtkWindow *window)
{
  WijkPlanWindow *self = WIJK_PLAN_WINDOW (window);

  if (self->closed)
    return FALSE;

  if (!self->closing)
    {
      self->closing = TRUE;
      wijk_document_close_async (self->document, closed_cb, g_object_ref (self));
    }

  return TRUE;
}

static void
wijk_plan_window_dispose (GObject *object)
{
  WijkPlanWindow *self = WIJK_PLAN_WINDOW (object);

  follow_section (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PLAN_WINDOW);
  g_clear_object (&self->backup);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_plan_window_parent_class)->dispose (object);
}

static void
wijk_plan_window_finalize (GObject *object)
{
  g_free (WIJK_PLAN_WINDOW (object)->plan_id);

  G_OBJECT_CLASS (wijk_plan_window_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-plan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, modes);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, split);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, sidebar_title);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, add_section);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, start);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, end);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, evidence);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, error_banner);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, read_only_banner);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, packet_banner);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, conflict_banner);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, backup_banner);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
wijk_plan_window_class_init (WijkPlanWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_plan_window_dispose;
  object_class->finalize = wijk_plan_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = wijk_plan_window_close_request;

  g_type_ensure (WIJK_TYPE_PLAN_MODES);
  g_type_ensure (WIJK_TYPE_SIDEBAR);
  g_type_ensure (WIJK_TYPE_SAVED_TITLE);
  g_type_ensure (WIJK_TYPE_UNDO_BUTTONS);
  g_type_ensure (WIJK_TYPE_PACKET_BANNER);
  g_type_ensure (WIJK_TYPE_CONFLICT_BANNER);
  g_type_ensure (WIJK_TYPE_EVIDENCE_FRAME);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_action);
  gtk_widget_class_install_action (widget_class, "win.toast-undo", "s", toast_undo_action);
  gtk_widget_class_install_action (widget_class, "win.evening", "s", evening_action);
  gtk_widget_class_install_action (widget_class, "win.start-evening", NULL, evening_action);
  gtk_widget_class_install_action (widget_class, "win.leave-evening", NULL, evening_action);
  gtk_widget_class_install_action (widget_class, "win.show-record", "s", show_record_action);
  gtk_widget_class_install_action (widget_class, "win.show-pane", "s", show_pane_action);
  gtk_widget_class_install_action (widget_class, "win.show-scan", "s", show_scan_action);
  gtk_widget_class_install_action (widget_class, "win.next-section", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.previous-section", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.add-section", NULL, add_section_action);
  gtk_widget_class_install_action (widget_class, "win.evidence", NULL, evidence_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
}

static void
wijk_plan_window_init (WijkPlanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  wijk_packet_drop_add_to (GTK_WIDGET (self));
}

static void
follow_document (WijkPlanWindow *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "failed", G_CALLBACK (failed_cb) },
    { "undone", G_CALLBACK (undone_cb) },
    { "notify::error", G_CALLBACK (show_error) },
    { "notify::read-only", G_CALLBACK (show_read_only) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (
        self->document, handlers[i].signal, handlers[i].callback, self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wijk_document_get_state (self->document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
}

WijkPlanWindow *
wijk_plan_window_new (WijkApplication *application, const char *plan_id, WijkDocument *document)
{
  WijkPlanWindow *self = g_object_new (WIJK_TYPE_PLAN_WINDOW, "application", application, NULL);
  GSettings *settings = wijk_application_get_settings (application);
  WijkPane first =
      wijk_document_get_packet_sessions (document) != NULL ? WIJK_PANE_INPUT : WIJK_PANE_OVERVIEW;

  self->plan_id = g_strdup (plan_id);
  self->document = g_object_ref (document);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  self->backup = wijk_backup_new (application, document, plan_id);
  g_signal_connect_object (
      self->backup, "notify::error", G_CALLBACK (backup_cb), self, G_CONNECT_SWAPPED);
  follow_document (self);
  wijk_evidence_frame_set_document (self->evidence, document);
  wijk_undo_buttons_set_document (self->undo, document);
  wijk_saved_title_set_document (self->title, document);
  wijk_sidebar_set_document (self->sidebar, document);
  wijk_packet_banner_set_document (self->packet_banner, document);
  wijk_conflict_banner_set_document (self->conflict_banner, document);
  wijk_sidebar_select (self->sidebar, first, NULL);
  show_page (self, first, NULL);
  show_plan (self);
  show_error (self);
  show_read_only (self);

  return self;
}

const char *
wijk_plan_window_get_plan_id (WijkPlanWindow *self)
{
  g_return_val_if_fail (WIJK_IS_PLAN_WINDOW (self), NULL);

  return self->plan_id;
}

WijkDocument *
wijk_plan_window_get_document (WijkPlanWindow *self)
{
  g_return_val_if_fail (WIJK_IS_PLAN_WINDOW (self), NULL);

  return self->document;
}
