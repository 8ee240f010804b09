/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-format.h"
#include "wijk-import-columns.h"
#include "wijk-import-findings.h"
#include "wijk-import-work.h"
#include "wijk-remark-choice.h"

#define LONGEST_PASTE (4 * 1024 * 1024)
#define CHECK_AFTER_MS 250

struct _WijkImportDialog
{
  AdwDialog parent_instance;

  WijkDocument *document;
  GtkWidget *page;      /* over which it is shown */
  WijkImportWork *work; /* what was read */
  GPtrArray *sessions;  /* of WijkRemarkChoice */
  GPtrArray *channels;  /* of WijkRemarkChoice */
  guint n_asked;        /* checks, of which the last counts */
  guint timeout;
  gboolean is_filling;

  AdwWindowTitle *title;
  GtkStack *stack;
  AdwStatusPage *failed;
  GtkWidget *again;
  GtkWidget *bottom;
  GtkWidget *import;
  GtkWidget *sheet_row;
  GtkDropDown *sheet;
  GtkWidget *form_row;
  GtkDropDown *form;
  GtkWidget *charset_row;
  GtkDropDown *charset;
  GtkWidget *separator_row;
  GtkDropDown *separator;
  GtkWidget *reading;
  WijkImportColumns *columns;
  GtkDropDown *session;
  GtkDropDown *channel;
  WijkImportFindings *findings;
};

G_DEFINE_FINAL_TYPE (WijkImportDialog, wijk_import_dialog, ADW_TYPE_DIALOG)

/* In the order of the lists in the template. */
static const char separators[] = { ';', ',', '\t', '|' };
static const WijkGridForm forms[] = { WIJK_GRID_TABLE, WIJK_GRID_LINES, WIJK_GRID_PARAGRAPHS };
static const WijkCharset charsets[] = { WIJK_CHARSET_UTF8,
                                        WIJK_CHARSET_UTF16,
                                        WIJK_CHARSET_WINDOWS };

static void
show_page (WijkImportDialog *self, const char *name)
{
  gboolean is_table = g_str_equal (name, "table");

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->bottom, is_table);
  gtk_widget_set_visible (self->again, is_table || g_str_equal (name, "failed"));
}

static void
show_failed (WijkImportDialog *self, const char *message)
{
  adw_status_page_set_description (self->failed, message);
  show_page (self, "failed");
}

/* ---- what would come of it ---- */

static void
set_import (WijkImportDialog *self, const WijkTableReport *report)
{
  guint n = report != NULL ? report->n_new + report->n_changed : 0;
  g_autofree char *number = wijk_ui_format_count (n);
  g_autofree char *label = NULL;

  if (n == 1)
    label = g_strdup (_ ("_Import 1 Remark"));
  else if (n > 1) /* Translators: a number, from 2 */
    label = g_strdup_printf (_ ("_Import %s Remarks"), number);
  else
    label = g_strdup (_ ("_Import"));
  gtk_button_set_label (GTK_BUTTON (self->import), label);
  gtk_widget_set_sensitive (self->import, n > 0 && report->faults->len == 0);
}

typedef struct
{
  WijkImportDialog *dialog;
  WijkImportWork *work;
  guint asked;
} Asked;

static Asked *
asked_new (WijkImportDialog *self, WijkImportWork *work)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->dialog = g_object_ref (self);
  asked->work = work;
  asked->asked = self->n_asked;

  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->dialog);
  wijk_import_work_unref (asked->work);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  WijkImportDialog *self = asked->dialog;
  g_autoptr (GError) error = NULL;
  gboolean ok = wijk_import_work_finish (result, &error);

  if (asked->asked != self->n_asked || self->document == NULL)
    return; /* something else was chosen since */
  if (ok)
    wijk_import_findings_set_report (self->findings, &asked->work->report);
  else
    wijk_import_findings_set_error (self->findings, error->message);
  set_import (self, ok ? &asked->work->report : NULL);
}

static const char *
get_choice (GtkDropDown *drop_down, GPtrArray *choices)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected > 0 && selected <= choices->len
             ? ((const WijkRemarkChoice *) choices->pdata[selected - 1])->value
             : NULL;
}

/* What is to be imported, as it was chosen. */
static WijkImportWork *
make_work (WijkImportDialog *self)
{
  g_clear_pointer (&self->work->columns, g_free);
  self->work->columns = wijk_import_columns_dup (self->columns);
  g_set_str (&self->work->session, get_choice (self->session, self->sessions));
  g_set_str (&self->work->channel, get_choice (self->channel, self->channels));

  return wijk_import_work_copy (self->work);
}

static gboolean
check_cb (gpointer user_data)
{
  WijkImportDialog *self = user_data;
  WijkImportWork *work = make_work (self);

  self->timeout = 0;
  self->n_asked++;
  wijk_import_work_check_async (work, self->document, checked_cb, asked_new (self, work));

  return G_SOURCE_REMOVE;
}

static void
check_soon (WijkImportDialog *self)
{
  if (self->is_filling || self->work == NULL || self->work->grids == NULL)
    return;
  self->n_asked++; /* what is on its way is old */
  set_import (self, NULL);
  wijk_import_findings_set_busy (self->findings);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (CHECK_AFTER_MS, check_cb, self);
}

/* ---- what was read ---- */

static void
show_columns (WijkImportDialog *self)
{
  const WijkGrid *grid = self->work->grids->pdata[self->work->sheet];
  g_autofree char *number = wijk_ui_format_count (grid->rows->len);
  g_autofree char *subtitle =
      grid->rows->len == 1 ? g_strdup (_ ("1 row")) : g_strdup_printf (_ ("%s rows"), number);

  adw_window_title_set_subtitle (self->title, subtitle);
  wijk_import_columns_set_grid (
      self->columns, grid, self->work->proposed->pdata[self->work->sheet]);
  check_soon (self);
}

static guint
find_separator (char separator)
{
  const char *found = memchr (separators, separator, sizeof separators);

  return found != NULL ? (guint) (found - separators) : 0;
}

static void
show_reading (WijkImportDialog *self)
{
  const WijkGridReading *reading = &self->work->reading;
  g_autoptr (GtkStringList) sheets = gtk_string_list_new (NULL);
  gboolean is_text = reading->form != WIJK_GRID_SHEETS;

  for (guint i = 0; i < self->work->grids->len; i++)
    gtk_string_list_append (sheets, ((const WijkGrid *) self->work->grids->pdata[i])->name);
  gtk_drop_down_set_model (self->sheet, G_LIST_MODEL (sheets));
  gtk_drop_down_set_selected (self->sheet, self->work->sheet);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i] == reading->form)
      gtk_drop_down_set_selected (self->form, i);
  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    if (charsets[i] == reading->charset)
      gtk_drop_down_set_selected (self->charset, i);
  gtk_drop_down_set_selected (self->separator, find_separator (reading->separator));

  gtk_widget_set_visible (self->sheet_row, self->work->grids->len > 1);
  gtk_widget_set_visible (self->form_row, is_text);
  gtk_widget_set_visible (self->charset_row, is_text && self->work->name != NULL);
  gtk_widget_set_visible (self->separator_row, reading->form == WIJK_GRID_TABLE);
  gtk_widget_set_visible (self->reading, is_text || self->work->grids->len > 1);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  WijkImportDialog *self = asked->dialog;
  g_autoptr (GError) error = NULL;
  gboolean ok = wijk_import_work_finish (result, &error);

  if (asked->asked != self->n_asked || self->document == NULL)
    return;
  if (!ok)
    {
      show_failed (self, error->message);
      return;
    }
  g_clear_pointer (&self->work, wijk_import_work_unref);
  self->work = wijk_import_work_ref (asked->work);
  self->is_filling = TRUE;
  show_reading (self);
  self->is_filling = FALSE;
  show_page (self, "table");
  show_columns (self);
}

/* @work is taken over. */
static void
read_work (WijkImportDialog *self, WijkImportWork *work)
{
  self->n_asked++;
  adw_window_title_set_title (self->title, work->name != NULL ? work->name : _ ("What Was Pasted"));
  adw_window_title_set_subtitle (self->title, "");
  show_page (self, "busy");
  wijk_import_work_read_async (work, self->document, read_cb, asked_new (self, work));
}

static void
read_file (WijkImportDialog *self, GFile *file)
{
  WijkImportWork *work = wijk_import_work_new ();

  work->file = g_object_ref (file);
  work->name = g_file_get_basename (file);
  read_work (self, work);
}

/* ---- other choices of how to read ---- */

static void
read_again_cb (WijkImportDialog *self)
{
  WijkImportWork *work;

  if (self->is_filling || self->work == NULL)
    return;
  work = wijk_import_work_new ();
  work->bytes = g_bytes_ref (self->work->bytes);
  work->name = g_strdup (self->work->name);
  work->reading.form = forms[gtk_drop_down_get_selected (self->form)];
  work->reading.charset = charsets[gtk_drop_down_get_selected (self->charset)];
  work->reading.separator = separators[gtk_drop_down_get_selected (self->separator)];
  read_work (self, work);
}

static void
sheet_cb (WijkImportDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->sheet);

  if (self->is_filling || self->work == NULL || selected >= self->work->grids->len)
    return;
  self->work->sheet = selected;
  show_columns (self);
}

/* ---- where it comes from ---- */

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkImportDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->document != NULL)
    read_file (self, file);
}

static void
choose_cb (WijkImportDialog *self)
{
  static const char *const suffixes[] = { "xlsx", "ods", "csv", "tsv", "tab", "txt" };
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Tables and texts"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Import Remarks"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog,
                        GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        NULL,
                        chosen_cb,
                        g_object_ref (self));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkImportDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  WijkImportWork *work;

  if (self->document == NULL)
    return;
  if (text == NULL || *text == '\0' || strlen (text) > LONGEST_PASTE)
    {
      show_failed (self, _ ("There is no text to paste. Copy rows or a list first."));
      return;
    }
  work = wijk_import_work_new ();
  work->bytes = g_bytes_new (text, strlen (text));
  work->reading.charset = WIJK_CHARSET_UTF8;
  read_work (self, work);
}

static void
paste_cb (WijkImportDialog *self)
{
  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb, g_object_ref (self));
}

static void
paste_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkImportDialog *self = WIJK_IMPORT_DIALOG (widget);

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "start"))
    paste_cb (self);
}

static gboolean
drop_cb (WijkImportDialog *self, const GValue *value)
{
  read_file (self, g_value_get_object (value));

  return TRUE;
}

static void
again_cb (WijkImportDialog *self)
{
  self->n_asked++;
  g_clear_handle_id (&self->timeout, g_source_remove);
  adw_window_title_set_title (self->title, _ ("Import Remarks"));
  adw_window_title_set_subtitle (self->title, "");
  show_page (self, "start");
}

/* ---- taking in ---- */

static void
taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asked) asked = user_data;
  WijkImportDialog *self = asked->dialog;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;

  if (self->document == NULL)
    return;
  if (!wijk_import_work_finish (result, &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        check_soon (self);
      else
        show_failed (self, error->message);
      return;
    }
  wijk_document_refresh (self->document);
  summary = wijk_import_dup_summary (&asked->work->report);
  gtk_widget_activate_action (self->page, "win.toast-undo", "s", summary);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
import_cb (WijkImportDialog *self)
{
  WijkImportWork *work = make_work (self);

  set_import (self, NULL);
  wijk_import_work_take_async (
      work, GTK_WIDGET (self), self->document, taken_cb, asked_new (self, work));
}

/* ---- GObject ---- */

static GPtrArray *
fill_choices (WijkImportDialog *self, GtkDropDown *drop_down, WijkRemarkChoiceKind kind)
{
  GPtrArray *choices = wijk_remark_choices_new (kind, self->document);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, wijk_remark_choice_kind_get_none (kind));
  for (guint i = 0; i < choices->len; i++)
    gtk_string_list_append (list, ((const WijkRemarkChoice *) choices->pdata[i])->label);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));

  return choices;
}

static void
wijk_import_dialog_dispose (GObject *object)
{
  WijkImportDialog *self = WIJK_IMPORT_DIALOG (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->document);
  g_clear_object (&self->page);
  g_clear_pointer (&self->work, wijk_import_work_unref);
  g_clear_pointer (&self->sessions, g_ptr_array_unref);
  g_clear_pointer (&self->channels, g_ptr_array_unref);

  G_OBJECT_CLASS (wijk_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, again);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, bottom);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, import);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, form_row);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, form);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, charset_row);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, charset);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, separator_row);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, separator);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, reading);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, session);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, channel);
  gtk_widget_class_bind_template_child (widget_class, WijkImportDialog, findings);
}

static void
wijk_import_dialog_class_init (WijkImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_import_dialog_dispose;
  g_type_ensure (WIJK_TYPE_IMPORT_COLUMNS);
  g_type_ensure (WIJK_TYPE_IMPORT_FINDINGS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-import-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_soon);
  gtk_widget_class_bind_template_callback (widget_class, read_again_cb);
  gtk_widget_class_bind_template_callback (widget_class, sheet_cb);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
}

static void
wijk_import_dialog_init (WijkImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
wijk_import_dialog_present (GtkWidget *parent, WijkDocument *document)
{
  WijkImportDialog *self = g_object_new (WIJK_TYPE_IMPORT_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->page = g_object_ref (parent);
  self->sessions = fill_choices (self, self->session, WIJK_CHOICE_SESSION);
  self->channels = fill_choices (self, self->channel, WIJK_CHOICE_CHANNEL);
  self->is_filling = FALSE;
  adw_dialog_present (ADW_DIALOG (self), parent);
}
