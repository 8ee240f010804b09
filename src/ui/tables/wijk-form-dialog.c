/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-form-dialog.h"

#include <glib/gi18n.h>

#include "wijk-remark-choice.h"
#include "wijk-session.h"
#include "wijk-task-form.h"
#include "wijk-version-work.h"

#define MOST_TABLES 50

/* What was asked, and then what is made. */
typedef struct
{
  GtkWidget *parent;
  WijkDocument *document;
  GPtrArray *sessions; /* of WijkRemarkChoice */
  GtkDropDown *session;
  GtkSpinButton *tables;
} Asking;

typedef struct
{
  char *session;
  char *folder;
  guint n_tables;
} Order;

static void
asking_free (Asking *asking)
{
  g_object_unref (asking->parent);
  g_object_unref (asking->document);
  g_ptr_array_unref (asking->sessions);
  g_signal_handlers_disconnect_by_data (asking->session, asking);
  g_object_unref (asking->session);
  g_object_unref (asking->tables);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, asking_free)

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->session);
  g_free (order->folder);
  g_free (order);
}

/* ---- making ---- */

static char *
work (const WijkContext *context,
      const char *plan_id,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  const Order *order = data;
  g_auto (GStrv) paths = wijk_task_make_forms (
      context, plan_id, order->session, order->n_tables, order->folder, error);

  return paths != NULL ? g_strdup (paths[0]) : NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  (void) gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, NULL);
}

static void
show_folder_cb (GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, NULL, NULL, opened_cb, NULL);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = wijk_version_work_finish (result, &error);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (path == NULL)
    wijk_version_toast (parent, error->message, NULL, NULL, NULL);
  else
    wijk_version_toast (parent,
                        _ ("The forms were made"),
                        _ ("_Show"),
                        G_CALLBACK (show_folder_cb),
                        G_OBJECT (file));
}

static void
folder_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  g_autoptr (GFile) folder =
      gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);
  guint selected = gtk_drop_down_get_selected (asking->session);
  Order *order;

  if (folder == NULL || g_file_peek_path (folder) == NULL || selected >= asking->sessions->len)
    return;
  order = g_new0 (Order, 1);
  order->session = g_strdup (((const WijkRemarkChoice *) asking->sessions->pdata[selected])->value);
  order->folder = g_file_get_path (folder);
  order->n_tables = (guint) gtk_spin_button_get_value_as_int (asking->tables);
  wijk_version_work_async (asking->parent,
                           _ ("The forms are being made"),
                           asking->document,
                           work,
                           order,
                           order_free,
                           made_cb,
                           g_object_ref (asking->parent));
}

/* ---- asking ---- */

static void
response_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Asking) asking = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);
  g_autoptr (GtkFileDialog) dialog = NULL;
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (asking->parent));

  if (!g_str_equal (response, "make"))
    return;
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Folder for the Forms"));
  gtk_file_dialog_select_folder (dialog, window, NULL, folder_cb, g_steal_pointer (&asking));
}

static void
session_cb (Asking *asking)
{
  guint selected = gtk_drop_down_get_selected (asking->session);
  const WijkRemarkChoice *choice =
      selected < asking->sessions->len ? asking->sessions->pdata[selected] : NULL;
  WijkSession *session = choice != NULL
                             ? (WijkSession *) wijk_state_lookup (
                                   wijk_document_get_state (asking->document), choice->value)
                             : NULL;

  if (session != NULL)
    gtk_spin_button_set_value (asking->tables, (double) CLAMP (session->tables, 1, MOST_TABLES));
}

static GtkWidget *
add_row (GtkWidget *list, const char *title, GtkWidget *widget)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), widget);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), widget);
  gtk_list_box_append (GTK_LIST_BOX (list), row);

  return row;
}

static GtkWidget *
make_rows (Asking *asking)
{
  GtkWidget *list = gtk_list_box_new ();
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = 0; i < asking->sessions->len; i++)
    gtk_string_list_append (titles, ((const WijkRemarkChoice *) asking->sessions->pdata[i])->label);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  asking->session = g_object_ref_sink (
      GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (titles)), NULL)));
  asking->tables =
      g_object_ref_sink (GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (1, MOST_TABLES, 1)));
  gtk_widget_set_size_request (GTK_WIDGET (asking->session), 150, -1);
  add_row (list, _ ("Session"), GTK_WIDGET (asking->session));
  add_row (list, _ ("Tables"), GTK_WIDGET (asking->tables));
  g_signal_connect_swapped (asking->session, "notify::selected", G_CALLBACK (session_cb), asking);
  session_cb (asking);

  return list;
}

void
wijk_form_dialog_present (GtkWidget *parent, WijkDocument *document)
{
  AdwAlertDialog *dialog;
  Asking *asking = g_new0 (Asking, 1);

  asking->parent = g_object_ref (parent);
  asking->document = g_object_ref (document);
  asking->sessions = wijk_remark_choices_new (WIJK_CHOICE_SESSION, document);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("Forms to Fill In"),
      asking->sessions->len > 0
          ? _ ("For tables where this program does not run: a spreadsheet and a CSV for each, with "
               "the questions and themes of the session. Import them here when they come back; "
               "that "
               "may be more than once.")
          : _ ("A form belongs to a session. Add the session first.")));
  adw_alert_dialog_set_extra_child (dialog, make_rows (asking));
  gtk_widget_set_visible (adw_alert_dialog_get_extra_child (dialog), asking->sessions->len > 0);
  adw_alert_dialog_add_responses (
      dialog, "cancel", _ ("_Cancel"), "make", _ ("_Choose a Folder…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "make", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_response_enabled (dialog, "make", asking->sessions->len > 0);
  adw_alert_dialog_set_default_response (dialog, "make");
  adw_alert_dialog_choose (dialog, parent, NULL, response_cb, asking);
}
