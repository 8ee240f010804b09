/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-source-page.h"

#include <glib/gi18n.h>

#include "wijk-field-binding.h"
#include "wijk-pdf-elsewhere.h"
#include "wijk-pdf-viewer.h"
#include "wijk-plan-files.h"
#include "wijk-priority.h"
#include "wijk-quote.h"
#include "wijk-scan-entry.h"
#include "wijk-scan-place.h"
#include "wijk-section.h"
#include "wijk-source-use.h"

struct _WijkSourcePage
{
  AdwNavigationPage parent_instance;

  WijkDocument *document;
  WijkSource *source;
  char *path;
  gboolean is_shown; /* the file was there and is being shown */
  guint update_idle;

  AdwWindowTitle *heading;
  GtkStack *stack;
  WijkPdfViewer *viewer;
  GtkWidget *scan_toggle;
  AdwBin *scan_bin;
  AdwStatusPage *missing;
  GtkWidget *relink;
  GtkWidget *title_row;
  GtkWidget *publisher_row;
  GtkWidget *date_row;
  GtkWidget *from_row;
  GtkWidget *public_row;
  GtkWidget *quotes_group;
  GtkListBox *quotes;
  GtkWidget *users_group;
  GtkListBox *users;
  AdwActionRow *file_row;
  GtkWidget *elsewhere;
  GtkWidget *remove_group;
};

enum
{
  LINK_AGAIN,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkSourcePage, wijk_source_page, ADW_TYPE_NAVIGATION_PAGE)

static WijkState *
get_state (WijkSourcePage *self)
{
  return wijk_document_get_state (self->document);
}

/* ---- what is known of it ---- */

static void
show_source (WijkSourcePage *self)
{
  const char *title = self->source->title != NULL ? self->source->title : "";

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), *title != '\0' ? title : _ ("Source"));
  adw_window_title_set_title (self->heading, title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->public_row),
                               self->source->public
                                   ? _ ("Goes along in the public bundle")
                                   : _ ("Stays here: the public bundle names it only"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), _ ("Name"));
  adw_action_row_set_subtitle (self->file_row,
                               self->source->file_name != NULL ? self->source->file_name : "");
}

static GtkWidget *
new_jump_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
show_quotes (WijkSourcePage *self)
{
  g_autoptr (GPtrArray) quotes = wijk_source_dup_quotes (get_state (self), self->source);

  gtk_list_box_remove_all (self->quotes);
  for (guint i = 0; i < quotes->len; i++)
    {
      WijkQuote *quote = g_ptr_array_index (quotes, i);
      g_autofree char *words = g_strdup_printf ("“%s”", quote->text != NULL ? quote->text : "");
      g_autofree char *page =
          quote->page_label != NULL ? g_strdup_printf (_ ("Page %s"), quote->page_label) : NULL;
      GtkWidget *row = new_jump_row (words, page);

      g_object_set_data_full (
          G_OBJECT (row), "quote", g_strdup (wijk_record_get_id (WIJK_RECORD (quote))), g_free);
      gtk_list_box_append (self->quotes, row);
    }
  gtk_widget_set_visible (self->quotes_group, quotes->len > 0);
}

static GtkWidget *
new_user_row (WijkRecord *user)
{
  const gboolean is_section = wijk_record_get_kind (user) == WIJK_KIND_SECTION;
  const char *title = is_section ? WIJK_SECTION (user)->title : WIJK_PRIORITY (user)->title;
  GtkWidget *row =
      new_jump_row (title != NULL ? title : "", is_section ? _ ("Chapter") : _ ("Priority"));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (is_section
                                                               ? "wijk-chapter-symbolic"
                                                               : "wijk-priorities-symbolic"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", wijk_record_get_id (user));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");

  return row;
}

static void
show_users (WijkSourcePage *self)
{
  g_autoptr (GPtrArray) users = wijk_source_dup_users (get_state (self), self->source);

  gtk_list_box_remove_all (self->users);
  for (guint i = 0; i < users->len; i++)
    gtk_list_box_append (self->users, new_user_row (g_ptr_array_index (users, i)));
  if (users->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     _ ("No chapter or priority links to it yet"));
      gtk_widget_add_css_class (row, "dimmed");
      gtk_list_box_append (self->users, row);
    }
}

static gboolean
update_cb (gpointer user_data)
{
  WijkSourcePage *self = user_data;

  self->update_idle = 0;
  show_quotes (self);
  show_users (self);

  return G_SOURCE_REMOVE;
}

/* Many records may change at once; the lists are made again when that is over. */
static void
record_changed_cb (WijkSourcePage *self, WijkRecord *record)
{
  switch ((int) wijk_record_get_kind (record))
    {
    case WIJK_KIND_QUOTE:
    case WIJK_KIND_SECTION:
    case WIJK_KIND_PRIORITY:
      if (self->update_idle == 0)
        self->update_idle = g_idle_add (update_cb, self);
      break;
    default:
      break;
    }
}

/* ---- the file ---- */

static void
show_missing (WijkSourcePage *self)
{
  const gboolean read_only = wijk_document_is_read_only (self->document);

  self->is_shown = FALSE;
  wijk_pdf_viewer_close (self->viewer);
  adw_status_page_set_description (
      self->missing,
      read_only ? _ ("It was not public, so it is not in the bundle that was opened.")
                : _ ("The plan's own copy is gone. Choose the same PDF to link it again; what is "
                     "known of it and its quotes stay."));
  gtk_widget_set_visible (self->relink, !read_only);
  gtk_widget_set_visible (self->elsewhere, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "missing");
}

void
wijk_source_page_check_file (WijkSourcePage *self)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (WIJK_IS_SOURCE_PAGE (self));

  if (self->path == NULL || !g_file_test (self->path, G_FILE_TEST_IS_REGULAR))
    {
      show_missing (self);
      return;
    }
  if (self->is_shown)
    return;

  self->is_shown = TRUE;
  file = g_file_new_for_path (self->path);
  gtk_widget_set_visible (self->elsewhere, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "viewer");
  wijk_pdf_viewer_open (self->viewer, file, self->source->file_name);
}

/* ---- what one can do ---- */

static void
quote_activated_cb (WijkSourcePage *self, GtkListBoxRow *row)
{
  wijk_source_page_show_quote (self, g_object_get_data (G_OBJECT (row), "quote"));
}

static void
scan_cb (WijkSourcePage *self)
{
  if (adw_bin_get_child (self->scan_bin) == NULL)
    adw_bin_set_child (self->scan_bin,
                       wijk_scan_entry_new (self->document, self->source, self->viewer));
}

static void
relink_cb (WijkSourcePage *self)
{
  g_signal_emit (self, signals[LINK_AGAIN], 0);
}

static void
elsewhere_cb (WijkSourcePage *self)
{
  wijk_pdf_open_elsewhere (GTK_WIDGET (self),
                           self->path,
                           self->source->file_name != NULL ? self->source->file_name
                                                           : self->source->title);
}

static void
remove_cb (WijkSourcePage *self)
{
  g_autoptr (GError) error = NULL;
  /* Translators: %s is the title of a source */
  g_autofree char *text = g_strdup_printf (_ ("“%s” removed"), self->source->title);

  if (!wijk_document_delete (
          self->document, _ ("Remove a source"), WIJK_RECORD (self->source), &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", text);
  g_signal_emit (self, signals[REMOVED], 0);
}

/* ---- vfuncs ---- */

static void
wijk_source_page_dispose (GObject *object)
{
  WijkSourcePage *self = WIJK_SOURCE_PAGE (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SOURCE_PAGE);
  g_clear_object (&self->source);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_source_page_parent_class)->dispose (object);
}

static void
wijk_source_page_finalize (GObject *object)
{
  g_free (WIJK_SOURCE_PAGE (object)->path);

  G_OBJECT_CLASS (wijk_source_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-source-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, heading);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, viewer);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, scan_toggle);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, scan_bin);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, missing);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, relink);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, title_row);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, publisher_row);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, date_row);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, from_row);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, public_row);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, quotes_group);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, quotes);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, users_group);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, users);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, WijkSourcePage, remove_group);
  gtk_widget_class_bind_template_callback (widget_class, quote_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, scan_cb);
  gtk_widget_class_bind_template_callback (widget_class, relink_cb);
  gtk_widget_class_bind_template_callback (widget_class, elsewhere_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
wijk_source_page_class_init (WijkSourcePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = wijk_source_page_dispose;
  object_class->finalize = wijk_source_page_finalize;

  signals[LINK_AGAIN] =
      g_signal_new ("link-again", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] =
      g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (WIJK_TYPE_PDF_VIEWER);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
wijk_source_page_init (WijkSourcePage *self)
{
  GtkWidget *help;

  gtk_widget_init_template (GTK_WIDGET (self));

  help = gtk_button_new_with_mnemonic (_ ("_Open in Another Program"));
  gtk_widget_add_css_class (help, "pill");
  gtk_widget_set_halign (help, GTK_ALIGN_CENTER);
  g_signal_connect_object (help, "clicked", G_CALLBACK (elsewhere_cb), self, G_CONNECT_SWAPPED);
  wijk_pdf_viewer_set_help (self->viewer, help);
}

static void
bind_fields (WijkSourcePage *self)
{
  WijkRecord *record = WIJK_RECORD (self->source);
  const char *step = _ ("Describe a source");

  wijk_field_bind (self->document, self->title_row, record, "title", step);
  wijk_field_bind (self->document, self->publisher_row, record, "publisher", step);
  wijk_field_bind (self->document, self->date_row, record, "date", step);
  wijk_field_bind (self->document, self->from_row, record, "from", step);
  wijk_field_bind (self->document, self->public_row, record, "public", _ ("Who may see a source"));
}

AdwNavigationPage *
wijk_source_page_new (WijkDocument *document, WijkSource *source)
{
  WijkSourcePage *self = g_object_new (WIJK_TYPE_SOURCE_PAGE, NULL);

  self->document = g_object_ref (document);
  self->source = g_object_ref (source);
  if (source->sha256 != NULL)
    self->path = wijk_plan_files_dup_source (wijk_document_get_folder (document), source->sha256);

  bind_fields (self);
  gtk_widget_set_visible (self->remove_group, !wijk_document_is_read_only (document));
  gtk_widget_set_visible (self->scan_toggle, !wijk_document_is_read_only (document));
  g_signal_connect_object (source, "notify", G_CALLBACK (show_source), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      get_state (self), "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  show_source (self);
  show_quotes (self);
  show_users (self);
  wijk_source_page_check_file (self);

  return ADW_NAVIGATION_PAGE (self);
}

WijkSource *
wijk_source_page_get_source (WijkSourcePage *self)
{
  g_return_val_if_fail (WIJK_IS_SOURCE_PAGE (self), NULL);

  return self->source;
}

void
wijk_source_page_show_quote (WijkSourcePage *self, const char *quote_id)
{
  WijkRecord *record;

  g_return_if_fail (WIJK_IS_SOURCE_PAGE (self));

  record = wijk_state_lookup_live (get_state (self), quote_id, WIJK_KIND_QUOTE);
  if (record != NULL && WIJK_QUOTE (record)->page_index >= 0)
    wijk_pdf_viewer_show_words (
        self->viewer, (guint) WIJK_QUOTE (record)->page_index, WIJK_QUOTE (record)->text);
}

void
wijk_source_page_show_scan (WijkSourcePage *self, WijkRemark *remark)
{
  WijkPdfRectangle area;
  gboolean has_area;

  g_return_if_fail (WIJK_IS_SOURCE_PAGE (self));

  has_area = wijk_scan_place_parse (remark->scan_rectangle, &area);
  if (remark->scan_page != WIJK_UNSET)
    wijk_pdf_viewer_show_area (self->viewer, (guint) remark->scan_page, has_area ? &area : NULL);
}

gboolean
wijk_source_page_find (WijkSourcePage *self)
{
  g_return_val_if_fail (WIJK_IS_SOURCE_PAGE (self), FALSE);

  return wijk_pdf_viewer_find (self->viewer);
}
