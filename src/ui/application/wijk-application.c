/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-application.h"

#include <glib/gi18n.h>

#include "wijk-about.h"
#include "wijk-device.h"
#include "wijk-library-watch.h"
#include "wijk-library-window.h"
#include "wijk-library.h"
#include "wijk-message.h"
#include "wijk-packet-merge.h"
#include "wijk-plan-window.h"
#include "wijk-preferences-dialog.h"
#include "wijk-shortcuts-dialog.h"

struct _WijkApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  char *library;
  GFileMonitor *watch;
  WijkDevice *device;
  GHashTable *opening; /* ids of plans whose window is on its way */
};

enum
{
  PROP_AUTHOR = 1,
  N_PROPS
};

enum
{
  LIBRARY_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkApplication, wijk_application, ADW_TYPE_APPLICATION)

typedef struct
{
  WijkWorkplace *workplace;
  GFile *file;
} Import;

static void
import_free (Import *import)
{
  wijk_workplace_unref (import->workplace);
  g_object_unref (import->file);
  g_free (import);
}

static const char *
get_data_folder (void)
{
  const char *folder = g_getenv ("WIJKPLAN_DATADIR");

  return folder != NULL ? folder : PKGDATADIR;
}

static WijkLibraryWindow *
find_library_window (WijkApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WIJK_IS_LIBRARY_WINDOW (l->data))
      return l->data;

  return NULL;
}

static WijkPlanWindow *
find_plan_window (WijkApplication *self, const char *plan_id)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WIJK_IS_PLAN_WINDOW (l->data) &&
        g_strcmp0 (wijk_plan_window_get_plan_id (l->data), plan_id) == 0)
      return l->data;

  return NULL;
}

static void
show_library (WijkApplication *self)
{
  WijkLibraryWindow *window = find_library_window (self);

  if (window == NULL)
    window = wijk_library_window_new (self);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWidget *
get_parent_window (WijkApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL)
    return GTK_WIDGET (window);

  show_library (self);

  return GTK_WIDGET (find_library_window (self));
}

static void
show_error (WijkApplication *self, const char *heading, const char *message)
{
  wijk_message_show (get_parent_window (self), heading, message);
}

/* ---- opening ---- */

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *plan_id = user_data;
  g_autoptr (WijkApplication) self = g_object_ref (wijk_application_get_default ());
  g_autoptr (WijkDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_remove (self->opening, plan_id);
  document = wijk_document_open_finish (result, &error);
  g_application_release (G_APPLICATION (self));
  if (document == NULL)
    {
      show_error (self, _ ("The plan cannot be opened"), error->message);
      return;
    }

  gtk_window_present (GTK_WINDOW (wijk_plan_window_new (self, plan_id, document)));
}

static void
import_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Import *import = data;
  g_auto (WijkImported) imported = { 0 };
  GError *error = NULL;

  if (wijk_task_import (wijk_workplace_get_context (import->workplace),
                        import->file,
                        NULL,
                        cancellable,
                        &imported,
                        &error))
    g_task_return_pointer (task, g_strdup (imported.plan_id), g_free);
  else
    g_task_return_error (task, error);
}

static void
import_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WijkApplication *self = wijk_application_get_default ();
  Import *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *plan_id = g_task_propagate_pointer (G_TASK (result), &error);

  if (plan_id != NULL)
    {
      wijk_application_tell_library_changed (self);
      wijk_application_open_plan (self, plan_id);
    }
  else
    {
      g_autofree char *name = g_file_get_basename (import->file);
      /* Translators: %s is the name of a file */
      g_autofree char *heading = g_strdup_printf (_ ("“%s” cannot be opened"), name);

      show_error (self, heading, error->message);
    }
  g_application_release (G_APPLICATION (self));
}

/* ---- actions ---- */

static void
new_plan_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WijkApplication *self = user_data;

  show_library (self);
  wijk_library_window_propose_plan (find_library_window (self), NULL);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GListModel) files =
      gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (files != NULL)
    wijk_packet_merge_open_list (files);
}

static void
open_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WijkApplication *self = user_data;
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Neighbourhood plans and packets"));
  gtk_file_filter_add_suffix (filter, "wijkplan");
  gtk_file_filter_add_suffix (filter, "wijkinbreng");
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Open a Plan"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (
      dialog, gtk_application_get_active_window (GTK_APPLICATION (self)), NULL, chosen_cb, NULL);
}

static void
open_plan_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  wijk_application_open_plan (user_data, g_variant_get_string (parameter, NULL));
}

static void
library_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  show_library (user_data);
}

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (wijk_preferences_dialog_new (user_data), get_parent_window (user_data));
}

static void
shortcuts_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (wijk_shortcuts_dialog_new (), get_parent_window (user_data));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (wijk_about_dialog_new (), get_parent_window (user_data));
}

/* Windows save what is left before they go. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static const GActionEntry actions[] = {
  { "new-plan", new_plan_action },
  { "open", open_action },
  { "open-plan", open_plan_action, "s" },
  { "library", library_action },
  { "preferences", preferences_action },
  { "shortcuts", shortcuts_action },
  { "about", about_action },
  { "quit", quit_action },
};

static const struct
{
  const char *action;
  const char *accels[3];
} accels[] = {
  { "app.new-plan", { "<Ctrl>n" } },
  { "app.open", { "<Ctrl>o" } },
  { "app.library", { "<Ctrl>l" } },
  { "app.preferences", { "<Ctrl>comma" } },
  { "app.shortcuts", { "<Ctrl>question" } },
  { "app.quit", { "<Ctrl>q" } },
  { "window.close", { "<Ctrl>w" } },
  { "win.search", { "<Ctrl>f" } },
  { "win.start-evening", { "F5" } },
  { "win.undo", { "<Ctrl>z" } },
  { "win.evidence", { "F9" } },
  { "win.redo", { "<Ctrl><Shift>z", "<Ctrl>y" } },
  { "win.add-section", { "<Ctrl><Shift>n" } },
  { "win.show-pane('overview')", { "<Alt>1" } },
  { "win.show-pane('input')", { "<Alt>2" } },
  { "win.show-pane('priorities')", { "<Alt>3" } },
  { "win.show-pane('sources')", { "<Alt>4" } },
  { "win.show-pane('versions')", { "<Alt>5" } },
  { "win.next-section", { "<Ctrl>Page_Down" } },
  { "win.previous-section", { "<Ctrl>Page_Up" } },
};

static gboolean
style_to_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *style = g_variant_get_string (variant, NULL);
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (style, "light"))
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (style, "dark"))
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  g_value_set_enum (value, scheme);

  return TRUE;
}

static void
set_author (WijkApplication *self, const char *author)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (self->device->author, author) == 0)
    return;

  if (!wijk_device_set_author (self->device, self->library, author, &error))
    {
      show_error (self, _ ("Your name could not be kept"), error->message);
      return;
    }

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WIJK_IS_PLAN_WINDOW (l->data))
      wijk_document_set_author (wijk_plan_window_get_document (l->data), author);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AUTHOR]);
}

/* ---- vfuncs ---- */

static void
wijk_application_startup (GApplication *application)
{
  WijkApplication *self = WIJK_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (wijk_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APP_ID);
  self->settings = g_settings_new (APP_ID);
  g_settings_bind_with_mapping (self->settings,
                                "style",
                                adw_style_manager_get_default (),
                                "color-scheme",
                                G_SETTINGS_BIND_GET,
                                style_to_scheme,
                                NULL,
                                NULL,
                                NULL);

  self->library = wijk_library_dup_default_folder ();
  self->device = wijk_device_load (self->library, &error);
  if (self->device == NULL)
    {
      g_printerr ("wijkplan: %s\n", error->message);
      exit (1);
    }
  wijk_library_tidy_in_thread (self->library);
  self->watch = wijk_library_watch (
      self->library, G_CALLBACK (wijk_application_tell_library_changed), G_OBJECT (self));

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (
        GTK_APPLICATION (self), accels[i].action, accels[i].accels);
}

static void
wijk_application_activate (GApplication *application)
{
  show_library (WIJK_APPLICATION (application));
}

static void
wijk_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  wijk_packet_merge_open (files, n_files);
}

static void
wijk_application_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkApplication *self = WIJK_APPLICATION (object);

  switch (prop_id)
    {
    case PROP_AUTHOR:
      g_value_set_string (value, self->device != NULL ? self->device->author : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_application_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_AUTHOR:
      set_author (WIJK_APPLICATION (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_application_finalize (GObject *object)
{
  WijkApplication *self = WIJK_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->watch);
  g_clear_pointer (&self->device, wijk_device_free);
  g_hash_table_unref (self->opening);
  g_free (self->library);

  G_OBJECT_CLASS (wijk_application_parent_class)->finalize (object);
}

static void
wijk_application_class_init (WijkApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->get_property = wijk_application_get_property;
  object_class->set_property = wijk_application_set_property;
  object_class->finalize = wijk_application_finalize;
  application_class->startup = wijk_application_startup;
  application_class->activate = wijk_application_activate;
  application_class->open = wijk_application_open;

  props[PROP_AUTHOR] =
      g_param_spec_string ("author",
                           NULL,
                           NULL,
                           "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[LIBRARY_CHANGED] = g_signal_new ("library-changed",
                                           G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST,
                                           0,
                                           NULL,
                                           NULL,
                                           NULL,
                                           G_TYPE_NONE,
                                           0);
}

static void
wijk_application_init (WijkApplication *self)
{
  self->opening = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

int
wijk_application_start (int argc, char **argv)
{
  g_autoptr (WijkApplication) self = g_object_new (WIJK_TYPE_APPLICATION,
                                                   "application-id",
                                                   APP_ID,
                                                   "resource-base-path",
                                                   "/org/leiden/Wijkplan",
                                                   "flags",
                                                   G_APPLICATION_HANDLES_OPEN,
                                                   NULL);

  g_application_set_version (G_APPLICATION (self), VERSION);

  return g_application_run (G_APPLICATION (self), argc, argv);
}

WijkApplication *
wijk_application_get_default (void)
{
  return WIJK_APPLICATION (g_application_get_default ());
}

GSettings *
wijk_application_get_settings (WijkApplication *self)
{
  g_return_val_if_fail (WIJK_IS_APPLICATION (self), NULL);

  return self->settings;
}

const char *
wijk_application_get_library (WijkApplication *self)
{
  g_return_val_if_fail (WIJK_IS_APPLICATION (self), NULL);

  return self->library;
}

const char *
wijk_application_get_author (WijkApplication *self)
{
  g_return_val_if_fail (WIJK_IS_APPLICATION (self), NULL);

  return self->device->author;
}

WijkWorkplace *
wijk_application_dup_workplace (WijkApplication *self)
{
  g_return_val_if_fail (WIJK_IS_APPLICATION (self), NULL);

  return wijk_workplace_new (
      self->library, get_data_folder (), self->device->id, self->device->author);
}

char *
wijk_application_dup_backup_folder (WijkApplication *self)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (WIJK_IS_APPLICATION (self), NULL);

  uri = g_settings_get_string (self->settings, "backup-folder");
  if (*uri == '\0')
    return NULL;

  folder = g_file_new_for_uri (uri);

  return g_file_get_path (folder);
}

void
wijk_application_open_plan (WijkApplication *self, const char *plan_id)
{
  WijkPlanWindow *window;
  g_autofree char *folder = NULL;

  g_return_if_fail (WIJK_IS_APPLICATION (self));

  window = find_plan_window (self, plan_id);
  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }
  if (!g_hash_table_add (self->opening, g_strdup (plan_id)))
    return;

  folder = wijk_library_dup_plan_folder (self->library, plan_id);
  g_application_hold (G_APPLICATION (self));
  wijk_document_open_async (
      folder, self->device->id, self->device->author, NULL, open_cb, g_strdup (plan_id));
}

gboolean
wijk_application_has_plan (WijkApplication *self, const char *plan_id)
{
  g_return_val_if_fail (WIJK_IS_APPLICATION (self), FALSE);

  return find_plan_window (self, plan_id) != NULL || g_hash_table_contains (self->opening, plan_id);
}

void
wijk_application_import (WijkApplication *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  Import *import;

  g_return_if_fail (WIJK_IS_APPLICATION (self));

  import = g_new0 (Import, 1);
  import->workplace = wijk_application_dup_workplace (self);
  import->file = g_object_ref (file);

  g_application_hold (G_APPLICATION (self));
  task = g_task_new (NULL, NULL, import_cb, NULL);
  g_task_set_source_tag (task, wijk_application_import);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  g_task_run_in_thread (task, import_in_thread);
}

void
wijk_application_tell_library_changed (WijkApplication *self)
{
  g_return_if_fail (WIJK_IS_APPLICATION (self));

  g_signal_emit (self, signals[LIBRARY_CHANGED], 0);
}
