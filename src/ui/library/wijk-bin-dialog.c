/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-bin-dialog.h"

#include <glib/gi18n.h>

#include "wijk-library.h"
#include "wijk-load.h"
#include "wijk-message.h"

#define DAY_MS (G_GINT64_CONSTANT (24) * 60 * 60 * 1000)

struct _WijkBinDialog
{
  AdwDialog parent_instance;

  WijkApplication *application;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WijkBinDialog, wijk_bin_dialog, ADW_TYPE_DIALOG)

typedef struct
{
  char *library;
  char *name;
  char *device;
} Binned;

static void
binned_free (Binned *binned)
{
  g_free (binned->library);
  g_free (binned->name);
  g_free (binned->device);
  g_free (binned);
}

static Binned *
binned_new (WijkBinDialog *self, const char *name)
{
  g_autoptr (WijkWorkplace) workplace = wijk_application_dup_workplace (self->application);
  Binned *binned = g_new0 (Binned, 1);

  binned->library = g_strdup (wijk_workplace_get_context (workplace)->library);
  binned->device = g_strdup (wijk_workplace_get_context (workplace)->device);
  binned->name = g_strdup (name);

  return binned;
}

static void fill (WijkBinDialog *self);

static void
show_error (WijkBinDialog *self, const GError *error)
{
  AdwToast *toast = adw_toast_new (error->message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* ---- titles, which only the plans themselves know ---- */

static void
read_title_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Binned *binned = data;
  g_autofree char *folder = g_build_filename (binned->library, "bin", binned->name, NULL);
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (WijkState) state = NULL;
  GError *error = NULL;
  WijkPlan *plan;

  store = wijk_store_open (folder, binned->device, "", &error);
  if (store != NULL)
    state = wijk_load_state (store, &error);
  if (state == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  plan = wijk_state_get_plan (state);
  g_task_return_pointer (task, g_strdup (plan != NULL ? plan->title : NULL), g_free);
}

static void
title_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AdwPreferencesRow) row = user_data;
  g_autofree char *title = g_task_propagate_pointer (G_TASK (result), NULL);

  if (title != NULL)
    adw_preferences_row_set_title (row, title);
}

static void
read_title (WijkBinDialog *self, GtkWidget *row, const char *name)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, title_cb, g_object_ref (row));

  g_task_set_source_tag (task, read_title);
  g_task_set_task_data (task, binned_new (self, name), (GDestroyNotify) binned_free);
  g_task_run_in_thread (task, read_title_in_thread);
}

/* ---- restoring and wiping ---- */

static void
restore_cb (GtkWidget *button, WijkBinDialog *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autoptr (GError) error = NULL;

  if (!wijk_library_restore (wijk_application_get_library (self->application), name, &error))
    show_error (self, error);
  wijk_application_tell_library_changed (self->application);
  fill (self);
}

static void
wipe_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Binned *binned = data;
  GError *error = NULL;

  if (wijk_library_wipe (binned->library, binned->name, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
wiped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkBinDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    show_error (self, error);
  if (self->list != NULL)
    fill (self);
}

static void
confirmed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "wipe"))
    g_task_run_in_thread (task, wipe_in_thread);
  else
    g_task_return_boolean (task, TRUE);
}

static void
wipe_cb (GtkWidget *button, WijkBinDialog *self)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autoptr (GTask) task = g_task_new (NULL, NULL, wiped_cb, g_object_ref (self));
  AdwDialog *dialog = wijk_message_new (_ ("Wipe this plan now?"),
                                        _ ("The plan with its history, sources and versions is "
                                           "overwritten. It cannot be brought back, "
                                           "except from a backup."));
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  g_task_set_source_tag (task, wipe_cb);
  g_task_set_task_data (task, binned_new (self, name), (GDestroyNotify) binned_free);
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "wipe", _ ("_Wipe Now"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "wipe", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), NULL, confirmed_cb, g_object_ref (task));
}

static GtkWidget *
create_button (WijkBinDialog *self,
               const WijkBinned *binned,
               const char *icon,
               const char *label,
               GCallback cb)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (binned->name), g_free);
  g_signal_connect_object (button, "clicked", cb, self, 0);

  return button;
}

static GtkWidget *
create_row (WijkBinDialog *self, const WijkBinned *binned)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 age = (g_get_real_time () / 1000 - binned->removed) / DAY_MS;
  guint left = (guint) CLAMP (WIJK_BIN_DAYS - age, 0, WIJK_BIN_DAYS);
  g_autofree char *days = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Wiped in %u day", "Wiped in %u days", left), left);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), binned->plan_id);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), days);
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      create_button (self, binned, "edit-undo-symbolic", _ ("Restore"), G_CALLBACK (restore_cb)));
  adw_action_row_add_suffix (
      ADW_ACTION_ROW (row),
      create_button (self, binned, "edit-delete-symbolic", _ ("Wipe Now…"), G_CALLBACK (wipe_cb)));
  read_title (self, row, binned->name);

  return row;
}

static void
fill (WijkBinDialog *self)
{
  g_autoptr (GPtrArray) binned =
      wijk_library_list_bin (wijk_application_get_library (self->application));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < binned->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (binned, i)));
  gtk_stack_set_visible_child_name (self->stack, binned->len > 0 ? "list" : "empty");
}

static void
wijk_bin_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WIJK_TYPE_BIN_DIALOG);

  G_OBJECT_CLASS (wijk_bin_dialog_parent_class)->dispose (object);
}

static void
wijk_bin_dialog_class_init (WijkBinDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_bin_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-bin-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkBinDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WijkBinDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkBinDialog, list);
}

static void
wijk_bin_dialog_init (WijkBinDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
wijk_bin_dialog_new (WijkApplication *application)
{
  WijkBinDialog *self = g_object_new (WIJK_TYPE_BIN_DIALOG, NULL);

  self->application = application;
  fill (self);

  return ADW_DIALOG (self);
}
