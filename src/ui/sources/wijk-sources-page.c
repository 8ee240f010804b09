/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-sources-page.h"

#include <glib/gi18n.h>

#include "wijk-message.h"
#include "wijk-page.h"
#include "wijk-pdf-viewer.h"
#include "wijk-quote.h"
#include "wijk-source-linking.h"
#include "wijk-source-page.h"
#include "wijk-source-row.h"

#define PROGRESS_MS 300

struct _WijkSourcesPage
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkSourceLinking *linking;
  GtkSorter *sorter;
  GListModel *sources;
  GPtrArray *failures; /* sentences, of this round */
  char *wanted;        /* id of the source whose row gets the focus when it is there */
  char *relinked;      /* id of the source whose file was chosen again */
  guint n_new;         /* linked in this round */
  guint progress_timeout;
  guint update_idle;
  GtkWidget *add;

  AdwNavigationView *navigation;
  GtkStack *stack;
  GtkWidget *empty_button;
  GtkLabel *summary;
  GtkListBox *list;
  GtkRevealer *progress;
  GtkLabel *progress_label;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkSourcesPage,
                               wijk_sources_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

/* ---- the list ---- */

static WijkSourcePage *
get_source_page (WijkSourcesPage *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return WIJK_IS_SOURCE_PAGE (page) ? WIJK_SOURCE_PAGE (page) : NULL;
}

static void
show_summary (WijkSourcesPage *self)
{
  const guint n = g_list_model_get_n_items (self->sources);
  guint n_public = 0;
  g_autofree char *count = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WijkSource) source = g_list_model_get_item (self->sources, i);

      n_public += source->public;
    }

  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", n), n);
  /* Translators: “12 sources, of which 3 go along in the public bundle” */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s, of which %u goes along in the public bundle",
                                       "%s, of which %u go along in the public bundle",
                                       n_public),
                          count,
                          n_public);
  gtk_label_set_label (self->summary, text);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

static GtkWidget *
find_row (WijkSourcesPage *self, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (g_strcmp0 (
            wijk_record_get_id (WIJK_RECORD (wijk_source_row_get_source (WIJK_SOURCE_ROW (row)))),
            id) == 0)
      return GTK_WIDGET (row);

  return NULL;
}

static void
focus_wanted (WijkSourcesPage *self)
{
  GtkWidget *row = self->wanted != NULL ? find_row (self, self->wanted) : NULL;

  if (row == NULL)
    return;

  gtk_widget_grab_focus (row);
  g_clear_pointer (&self->wanted, g_free);
}

static gboolean
update_cb (gpointer user_data)
{
  WijkSourcesPage *self = user_data;
  WijkSourcePage *page = get_source_page (self);
  GtkListBoxRow *row;

  self->update_idle = 0;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    wijk_source_row_update (WIJK_SOURCE_ROW (row));
  show_summary (self);
  focus_wanted (self);
  if (page != NULL && wijk_record_is_deleted (WIJK_RECORD (wijk_source_page_get_source (page))))
    adw_navigation_view_pop (self->navigation);

  return G_SOURCE_REMOVE;
}

static void
queue_update (WijkSourcesPage *self)
{
  if (self->update_idle == 0)
    self->update_idle = g_idle_add (update_cb, self);
}

static void
record_changed_cb (WijkSourcesPage *self, WijkRecord *record)
{
  switch ((int) wijk_record_get_kind (record))
    {
    case WIJK_KIND_SOURCE:
      gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
      queue_update (self);
      break;
    case WIJK_KIND_QUOTE:
    case WIJK_KIND_SECTION:
    case WIJK_KIND_PRIORITY:
      queue_update (self);
      break;
    default:
      break;
    }
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WijkSource *x = a, *y = b;

  return g_utf8_collate (x->title != NULL ? x->title : "", y->title != NULL ? y->title : "");
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  WijkSourcesPage *self = user_data;

  return wijk_source_row_new (wijk_document_get_state (self->document), item);
}

/* ---- linking ---- */

static void
choose_again (WijkSourcesPage *self, WijkSourcePage *page)
{
  g_set_str (&self->relinked,
             wijk_record_get_id (WIJK_RECORD (wijk_source_page_get_source (page))));
  gtk_widget_activate_action (GTK_WIDGET (self), "sources.link", NULL);
}

static gboolean
progress_cb (gpointer user_data)
{
  WijkSourcesPage *self = user_data;

  self->progress_timeout = 0;
  gtk_revealer_set_reveal_child (self->progress, TRUE);

  return G_SOURCE_REMOVE;
}

static void
status_cb (WijkSourcesPage *self)
{
  const char *status = wijk_source_linking_get_status (self->linking);

  if (status == NULL)
    {
      g_clear_handle_id (&self->progress_timeout, g_source_remove);
      gtk_revealer_set_reveal_child (self->progress, FALSE);
      return;
    }

  gtk_label_set_label (self->progress_label, status);
  if (self->progress_timeout == 0 && !gtk_revealer_get_reveal_child (self->progress))
    self->progress_timeout = g_timeout_add (PROGRESS_MS, progress_cb, self);
}

static void
toast (WijkSourcesPage *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
linked_cb (WijkSourcesPage *self, const char *id, gboolean is_new)
{
  WijkSourcePage *page = get_source_page (self);
  WijkRecord *record = wijk_state_lookup (wijk_document_get_state (self->document), id);

  if (page != NULL)
    wijk_source_page_check_file (page);
  if (self->relinked != NULL)
    {
      if (g_str_equal (self->relinked, id))
        toast (self, _ ("The PDF is there again"));
      else
        toast (self, _ ("This is another PDF than before; it is a source of its own now"));
      g_clear_pointer (&self->relinked, g_free);
    }
  else if (!is_new && record != NULL)
    {
      /* Translators: %s is the title of a source */
      g_autofree char *text =
          g_strdup_printf (_ ("“%s” was linked already"), WIJK_SOURCE (record)->title);

      toast (self, text);
    }
  else
    self->n_new++;
  g_set_str (&self->wanted, id);
  queue_update (self);
}

static void
failed_cb (WijkSourcesPage *self, const char *message)
{
  g_ptr_array_add (self->failures, g_strdup (message));
}

static void
say_linked (WijkSourcesPage *self)
{
  const guint n = self->n_new;
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u PDF was linked", "%u PDFs were linked", n), n);

  self->n_new = 0;
  if (n > 0)
    toast (self, text);
}

/* One failure is told in passing, several in a dialog that waits. */
static void
ended_cb (WijkSourcesPage *self)
{
  const guint n = self->failures->len;

  g_clear_pointer (&self->relinked, g_free);
  say_linked (self);
  if (n == 1)
    toast (self, g_ptr_array_index (self->failures, 0));
  else if (n > 1)
    {
      g_autofree char *heading = g_strdup_printf (
          g_dngettext (
              GETTEXT_PACKAGE, "%u file could not be linked", "%u files could not be linked", n),
          n);
      g_autofree char *body = NULL;

      g_ptr_array_add (self->failures, NULL);
      body = g_strjoinv ("\n", (char **) self->failures->pdata);
      wijk_message_show (GTK_WIDGET (self), heading, body);
    }
  g_ptr_array_set_size (self->failures, 0);
}

static void
link_files (WijkSourcesPage *self, GListModel *files)
{
  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      wijk_source_linking_add (self->linking, file);
    }
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkSourcesPage) self = user_data;
  g_autoptr (GListModel) files =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (files != NULL)
    link_files (self, files);
  else
    g_clear_pointer (&self->relinked, g_free);
}

static void
link_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("PDF files"));
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_filter_add_suffix (filter, "pdf");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Link PDFs"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Link"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (
      dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (widget));
}

static void
choose_cb (WijkSourcesPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sources.link", NULL);
}

static void
cancel_cb (WijkSourcesPage *self)
{
  wijk_source_linking_cancel (self->linking);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WijkSourcesPage *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (wijk_document_is_read_only (self->document))
    return FALSE;

  for (GSList *l = files; l != NULL; l = l->next)
    wijk_source_linking_add (self->linking, l->data);

  return TRUE;
}

/* ---- one source ---- */

static void
removed_cb (WijkSourcesPage *self)
{
  adw_navigation_view_pop (self->navigation);
}

static WijkSourcePage *
open_source (WijkSourcesPage *self, WijkSource *source)
{
  WijkSourcePage *page = get_source_page (self);
  AdwNavigationPage *opened;

  if (page != NULL && wijk_source_page_get_source (page) == source)
    return page;

  opened = wijk_source_page_new (self->document, source);
  g_signal_connect_object (
      opened, "link-again", G_CALLBACK (choose_again), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (opened, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  if (page != NULL)
    adw_navigation_view_pop (self->navigation);
  adw_navigation_view_push (self->navigation, opened);

  return WIJK_SOURCE_PAGE (opened);
}

static void
activated_cb (WijkSourcesPage *self, GtkListBoxRow *row)
{
  open_source (self, wijk_source_row_get_source (WIJK_SOURCE_ROW (row)));
}

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkSourcesPage *self = WIJK_SOURCES_PAGE (page);
  WijkState *state = wijk_document_get_state (self->document);
  WijkRecord *source = record;
  const char *quote = NULL;

  if (wijk_record_get_kind (record) == WIJK_KIND_QUOTE)
    {
      quote = wijk_record_get_id (record);
      source = WIJK_QUOTE (record)->source != NULL
                   ? wijk_state_lookup_live (state, WIJK_QUOTE (record)->source, WIJK_KIND_SOURCE)
                   : NULL;
    }
  if (WIJK_IS_REMARK (record))
    source = WIJK_REMARK (record)->scan != NULL
                 ? wijk_state_lookup_live (state, WIJK_REMARK (record)->scan, WIJK_KIND_SOURCE)
                 : NULL;
  if (source == NULL || wijk_record_get_kind (source) != WIJK_KIND_SOURCE ||
      wijk_record_is_deleted (source))
    return FALSE;

  open_source (self, WIJK_SOURCE (source));
  if (quote != NULL)
    wijk_source_page_show_quote (get_source_page (self), quote);
  if (WIJK_IS_REMARK (record))
    wijk_source_page_show_scan (get_source_page (self), WIJK_REMARK (record));

  return TRUE;
}

static gboolean
focus_search (WijkPage *page)
{
  WijkSourcePage *source = get_source_page (WIJK_SOURCES_PAGE (page));

  return source != NULL && wijk_source_page_find (source);
}

static GtkWidget *
get_header_end (WijkPage *page)
{
  return WIJK_SOURCES_PAGE (page)->add;
}

static void
page_init (WijkPageInterface *iface)
{
  iface->get_header_end = get_header_end;
  iface->show_record = show_record;
  iface->focus_search = focus_search;
}

/* ---- vfuncs ---- */

static void
wijk_sources_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wijk_sources_page_parent_class)->map (widget);

  wijk_reader_warm (wijk_pdf_viewer_get_reader ());
}

static void
wijk_sources_page_dispose (GObject *object)
{
  WijkSourcesPage *self = WIJK_SOURCES_PAGE (object);

  g_clear_handle_id (&self->progress_timeout, g_source_remove);
  g_clear_handle_id (&self->update_idle, g_source_remove);
  if (self->linking != NULL)
    wijk_source_linking_cancel (self->linking);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SOURCES_PAGE);
  g_clear_object (&self->add);
  g_clear_object (&self->linking);
  g_clear_object (&self->sources);
  g_clear_object (&self->sorter);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_sources_page_parent_class)->dispose (object);
}

static void
wijk_sources_page_finalize (GObject *object)
{
  WijkSourcesPage *self = WIJK_SOURCES_PAGE (object);

  g_ptr_array_unref (self->failures);
  g_free (self->wanted);
  g_free (self->relinked);

  G_OBJECT_CLASS (wijk_sources_page_parent_class)->finalize (object);
}

static void
wijk_sources_page_class_init (WijkSourcesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_sources_page_dispose;
  object_class->finalize = wijk_sources_page_finalize;
  widget_class->map = wijk_sources_page_map;

  gtk_widget_class_set_css_name (widget_class, "sources");
  gtk_widget_class_install_action (widget_class, "sources.link", NULL, link_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSourcesPage, navigation);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcesPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcesPage, summary);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcesPage, list);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcesPage, progress);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcesPage, progress_label);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
wijk_sources_page_init (WijkSourcesPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->failures = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  self->add = g_object_ref_sink (gtk_button_new_from_icon_name ("list-add-symbolic"));
  gtk_widget_set_tooltip_text (self->add, _ ("Link PDFs"));
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
}

static void
follow_linking (WijkSourcesPage *self)
{
  g_autofree char *plan_id = g_path_get_basename (wijk_document_get_folder (self->document));

  self->linking = wijk_source_linking_new (self->document, plan_id);
  g_signal_connect_object (
      self->linking, "notify::status", G_CALLBACK (status_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->linking, "linked", G_CALLBACK (linked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->linking, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->linking, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
wijk_sources_page_new (WijkDocument *document)
{
  WijkSourcesPage *self = g_object_new (WIJK_TYPE_SOURCES_PAGE, NULL);
  WijkState *state = wijk_document_get_state (document);
  const gboolean may_write = !wijk_document_is_read_only (document);

  self->document = g_object_ref (document);
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_titles, NULL, NULL));
  self->sources = G_LIST_MODEL (gtk_sort_list_model_new (
      g_object_ref (G_LIST_MODEL (wijk_state_get_list (state, WIJK_KIND_SOURCE))),
      g_object_ref (self->sorter)));
  follow_linking (self);

  gtk_list_box_bind_model (self->list, self->sources, create_row, self, NULL);
  g_signal_connect_object (
      self->sources, "items-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->add, may_write);
  gtk_widget_set_visible (self->empty_button, may_write);
  show_summary (self);

  return GTK_WIDGET (self);
}
