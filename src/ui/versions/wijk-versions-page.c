/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-versions-page.h"

#include <glib/gi18n.h>

#include "wijk-application.h"
#include "wijk-backup-group.h"
#include "wijk-message.h"
#include "wijk-page.h"
#include "wijk-pdf-elsewhere.h"
#include "wijk-pdf-viewer.h"
#include "wijk-report-dialog.h"
#include "wijk-version-dialog.h"
#include "wijk-version-export.h"
#include "wijk-version-row.h"
#include "wijk-version-work.h"

struct _WijkVersionsPage
{
  AdwBin parent_instance;

  WijkDocument *document;
  GListModel *versions; /* newest first */
  guint made;           /* the version that the last message is about */

  AdwNavigationView *navigation;
  AdwBanner *keeper_banner;
  GtkWidget *now_group;
  GtkStack *stack;
  GtkListBox *list;
  WijkBackupGroup *backup_group;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkVersionsPage,
                               wijk_versions_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

static gboolean
is_keeper (WijkVersionsPage *self)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);

  return plan != NULL && g_strcmp0 (plan->keeper, wijk_document_get_device (self->document)) == 0;
}

static void
show (WijkVersionsPage *self)
{
  const gboolean may_write = !wijk_document_is_read_only (self->document);

  adw_banner_set_revealed (self->keeper_banner, may_write && !is_keeper (self));
  gtk_widget_set_visible (self->now_group, may_write);
  gtk_widget_set_visible (GTK_WIDGET (self->backup_group), may_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versions.make", may_write && is_keeper (self));
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (self->versions) > 0 ? "list" : "empty");
}

static void
mapped_cb (WijkVersionsPage *self)
{
  show (self);
}

static void
record_changed_cb (WijkVersionsPage *self, WijkRecord *record)
{
  if (wijk_record_get_kind (record) == WIJK_KIND_PLAN)
    show (self);
}

static int
compare_numbers (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WijkVersion *x = a, *y = b;

  return (x->number < y->number) - (x->number > y->number);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return wijk_version_row_new (item);
}

static WijkVersion *
find_version (WijkVersionsPage *self, guint number)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->versions); i++)
    {
      g_autoptr (WijkVersion) version = g_list_model_get_item (self->versions, i);

      if (version->number == number)
        return version; /* the list keeps it */
    }

  return NULL;
}

/* ---- reading one ---- */

/* NULL, and a message, where it is gone. */
static char *
dup_pdf_path (WijkVersionsPage *self, guint number)
{
  g_autoptr (WijkWorkplace) workplace =
      wijk_application_dup_workplace (wijk_application_get_default ());
  g_autofree char *plan_id = wijk_version_dup_plan_id (self->document);
  char *path = wijk_task_dup_version_file (
      wijk_workplace_get_context (workplace), plan_id, number, "plan.pdf");

  if (path == NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.toast", "s", _ ("The PDF of this version is not on this laptop"));

  return path;
}

static WijkPdfViewer *
get_viewer (WijkVersionsPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return page != NULL ? g_object_get_data (G_OBJECT (page), "viewer") : NULL;
}

static AdwNavigationPage *
new_reading_page (guint number, const char *path)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *viewer = wijk_pdf_viewer_new ();
  GtkWidget *elsewhere = gtk_button_new_from_icon_name ("adw-external-link-symbolic");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *title = g_strdup_printf (_ ("Version %u"), number);
  AdwNavigationPage *page;

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_widget_set_tooltip_text (elsewhere, _ ("Open in another program"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (elsewhere), "u", number);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (elsewhere), "versions.open-elsewhere");
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), elsewhere);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), viewer);

  page = adw_navigation_page_new (view, title);
  g_object_set_data (G_OBJECT (page), "viewer", viewer);
  wijk_pdf_viewer_open (WIJK_PDF_VIEWER (viewer), file, title);

  return page;
}

static void
read_version (WijkVersionsPage *self, guint number)
{
  g_autofree char *path = dup_pdf_path (self, number);

  if (path == NULL)
    return;

  if (get_viewer (self) != NULL)
    adw_navigation_view_pop (self->navigation);
  adw_navigation_view_push (self->navigation, new_reading_page (number, path));
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  read_version (WIJK_VERSIONS_PAGE (widget), g_variant_get_uint32 (parameter));
}

static void
elsewhere_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const guint number = g_variant_get_uint32 (parameter);
  WijkVersionsPage *self = WIJK_VERSIONS_PAGE (widget);
  g_autofree char *path = dup_pdf_path (self, number);
  g_autofree char *called =
      g_strdup_printf ("%s-v%u.pdf", wijk_document_get_plan (self->document)->title, number);

  if (path == NULL)
    return;

  g_strdelimit (called, "/\\", '-');
  wijk_pdf_open_elsewhere (widget, path, called);
}

static void
copy_summary_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkVersion *version =
      find_version (WIJK_VERSIONS_PAGE (widget), g_variant_get_uint32 (parameter));

  if (version == NULL || version->summary == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), version->summary);
  gtk_widget_activate_action (widget, "win.toast", "s", _ ("Copied what changed"));
}

/* ---- making and giving ---- */

static void
read_made_cb (WijkVersionsPage *self)
{
  read_version (self, self->made);
}

static void
made_cb (WijkVersionsPage *self, guint number)
{
  g_autofree char *text = g_strdup_printf (_ ("Version %u was made"), number);

  self->made = number;
  wijk_version_toast (
      GTK_WIDGET (self), text, _ ("_Read"), G_CALLBACK (read_made_cb), G_OBJECT (self));
}

static void
make_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwDialog *dialog = wijk_version_dialog_new (WIJK_VERSIONS_PAGE (widget)->document);

  g_signal_connect_object (dialog, "made", G_CALLBACK (made_cb), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
reports_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wijk_report_dialog_show (widget, WIJK_VERSIONS_PAGE (widget)->document);
}

static void
draft_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wijk_version_save_draft (widget, WIJK_VERSIONS_PAGE (widget)->document);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wijk_version_export (widget,
                       WIJK_VERSIONS_PAGE (widget)->document,
                       parameter != NULL ? g_variant_get_uint32 (parameter) : 0);
}

/* ---- which laptop makes them ---- */

static char *
take_over (const WijkContext *context,
           const char *plan_id,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  return wijk_task_take_over (context, plan_id, error) ? g_strdup ("") : NULL;
}

static void
taken_over_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkVersionsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = wijk_version_work_finish (result, &error);

  if (done != NULL)
    wijk_document_refresh (self->document);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
take_over_response_cb (WijkVersionsPage *self)
{
  wijk_version_work_async (GTK_WIDGET (self),
                           _ ("This laptop takes over"),
                           self->document,
                           take_over,
                           NULL,
                           NULL,
                           taken_over_cb,
                           g_object_ref (self));
}

static void
take_over_cb (WijkVersionsPage *self)
{
  AdwAlertDialog *dialog =
      ADW_ALERT_DIALOG (wijk_message_new (_ ("Continue on This Laptop?"),
                                          _ ("From now on versions are numbered and made here. "
                                             "Tell whoever made them until now, so that "
                                             "no number is given twice.")));

  adw_alert_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "continue", _ ("C_ontinue"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "continue", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "continue");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (
      dialog, "response::continue", G_CALLBACK (take_over_response_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* ---- page ---- */

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkVersionsPage *self = WIJK_VERSIONS_PAGE (page);
  GtkListBoxRow *row;

  if (get_viewer (self) != NULL)
    adw_navigation_view_pop (self->navigation);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (WIJK_RECORD (wijk_version_row_get_version (WIJK_VERSION_ROW (row))) == record)
      return gtk_widget_grab_focus (GTK_WIDGET (row));

  return FALSE;
}

static gboolean
focus_search (WijkPage *page)
{
  WijkPdfViewer *viewer = get_viewer (WIJK_VERSIONS_PAGE (page));

  return viewer != NULL && wijk_pdf_viewer_find (viewer);
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
  iface->focus_search = focus_search;
}

/* ---- vfuncs ---- */

static void
wijk_versions_page_dispose (GObject *object)
{
  WijkVersionsPage *self = WIJK_VERSIONS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_VERSIONS_PAGE);
  g_clear_object (&self->versions);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_versions_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "versions.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "versions.draft", NULL, draft_action);
  gtk_widget_class_install_action (widget_class, "versions.reports", NULL, reports_action);
  gtk_widget_class_install_action (widget_class, "versions.export-internal", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "versions.export", "u", export_action);
  gtk_widget_class_install_action (widget_class, "versions.read", "u", read_action);
  gtk_widget_class_install_action (widget_class, "versions.open-elsewhere", "u", elsewhere_action);
  gtk_widget_class_install_action (widget_class, "versions.copy-summary", "u", copy_summary_action);
}

static void
wijk_versions_page_class_init (WijkVersionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_versions_page_dispose;

  g_type_ensure (WIJK_TYPE_BACKUP_GROUP);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-versions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkVersionsPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionsPage, keeper_banner);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionsPage, now_group);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionsPage, list);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionsPage, backup_group);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_over_cb);
}

static void
wijk_versions_page_init (WijkVersionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wijk_versions_page_new (WijkDocument *document)
{
  WijkVersionsPage *self = g_object_new (WIJK_TYPE_VERSIONS_PAGE, NULL);
  WijkState *state = wijk_document_get_state (document);

  self->document = g_object_ref (document);
  self->versions = G_LIST_MODEL (gtk_sort_list_model_new (
      g_object_ref (G_LIST_MODEL (wijk_state_get_list (state, WIJK_KIND_VERSION))),
      GTK_SORTER (gtk_custom_sorter_new (compare_numbers, NULL, NULL))));

  gtk_list_box_bind_model (self->list, self->versions, create_row, NULL, NULL);
  wijk_backup_group_set_document (self->backup_group, document);
  g_signal_connect_object (
      self->versions, "items-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  show (self);

  return GTK_WIDGET (self);
}
