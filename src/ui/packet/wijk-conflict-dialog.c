/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-conflict-dialog.h"

#include <glib/gi18n.h>

#include "wijk-application.h"
#include "wijk-conflict-card.h"
#include "wijk-conflict.h"
#include "wijk-packet-words.h"

struct _WijkConflictDialog
{
  AdwDialog parent_instance;

  WijkDocument *document;
  GPtrArray *conflicts; /* that are shown */
  gboolean is_loading;
  gboolean is_stale; /* changed while loading */

  AdwToastOverlay *toasts;
  GtkStack *stack;
  GtkBox *list;
  AdwWindowTitle *title;
  AdwStatusPage *failed;
};

G_DEFINE_FINAL_TYPE (WijkConflictDialog, wijk_conflict_dialog, ADW_TYPE_DIALOG)

static void load (WijkConflictDialog *self);

/* ---- reading them ---- */

typedef struct
{
  WijkWorkplace *workplace;
  char *plan_id;
} Loading;

static void
loading_free (Loading *loading)
{
  wijk_workplace_unref (loading->workplace);
  g_free (loading->plan_id);
  g_free (loading);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Loading *loading = data;
  GError *error = NULL;
  GPtrArray *conflicts = wijk_task_list_conflicts (
      wijk_workplace_get_context (loading->workplace), loading->plan_id, &error);

  if (conflicts != NULL)
    g_task_return_pointer (task, conflicts, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
show_conflicts (WijkConflictDialog *self)
{
  g_autofree char *text = wijk_packet_describe_conflicts (self->conflicts->len);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      if (i > 0)
        gtk_box_append (self->list, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (self->list,
                      wijk_conflict_card_new (self->document, self->conflicts->pdata[i]));
    }
  adw_window_title_set_subtitle (self->title, self->conflicts->len > 0 ? text : "");
  gtk_stack_set_visible_child_name (self->stack, self->conflicts->len > 0 ? "list" : "none");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkConflictDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = g_task_propagate_pointer (G_TASK (result), &error);

  self->is_loading = FALSE;
  if (self->document == NULL) /* closed meanwhile */
    return;
  if (conflicts == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  self->conflicts = g_steal_pointer (&conflicts);
  show_conflicts (self);
  if (self->is_stale)
    load (self);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkConflictDialog) self = user_data;
  g_autoptr (GTask) task = NULL;
  WijkPlan *plan = wijk_document_get_plan (WIJK_DOCUMENT (source));
  Loading *loading;

  wijk_document_settle_finish (WIJK_DOCUMENT (source), result, NULL);
  if (self->document == NULL || plan == NULL)
    return;
  loading = g_new0 (Loading, 1);
  loading->workplace = wijk_application_dup_workplace (wijk_application_get_default ());
  loading->plan_id = g_strdup (wijk_record_get_id (WIJK_RECORD (plan)));
  task = g_task_new (NULL, NULL, loaded_cb, g_object_ref (self));
  g_task_set_source_tag (task, settled_cb);
  g_task_set_task_data (task, loading, (GDestroyNotify) loading_free);
  g_task_run_in_thread (task, load_in_thread);
}

static void
load (WijkConflictDialog *self)
{
  self->is_stale = self->is_loading;
  if (self->is_loading)
    return;
  self->is_loading = TRUE;
  wijk_document_settle_async (self->document, NULL, settled_cb, g_object_ref (self));
}

/* Only what takes part in a conflict is of interest. */
static void
record_changed_cb (WijkConflictDialog *self, WijkRecord *record)
{
  gboolean is_shown =
      wijk_record_get_conflicts (record) != NULL || wijk_record_is_disputed (record);

  for (guint i = 0; !is_shown && self->conflicts != NULL && i < self->conflicts->len; i++)
    {
      const WijkConflict *conflict = self->conflicts->pdata[i];

      is_shown = g_str_equal (conflict->record, wijk_record_get_id (record));
    }
  if (is_shown)
    load (self);
}

static void
refused_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (WIJK_CONFLICT_DIALOG (widget)->toasts, toast);
}

/* ---- GObject ---- */

static void
wijk_conflict_dialog_dispose (GObject *object)
{
  WijkConflictDialog *self = WIJK_CONFLICT_DIALOG (object);
  GtkWidget *child;

  while (self->list != NULL &&
         (child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child); /* the cards lend the conflicts */
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_CONFLICT_DIALOG);
  g_clear_object (&self->document);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);

  G_OBJECT_CLASS (wijk_conflict_dialog_parent_class)->dispose (object);
}

static void
wijk_conflict_dialog_class_init (WijkConflictDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_conflict_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-conflict-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkConflictDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WijkConflictDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkConflictDialog, list);
  gtk_widget_class_bind_template_child (widget_class, WijkConflictDialog, title);
  gtk_widget_class_bind_template_child (widget_class, WijkConflictDialog, failed);
  gtk_widget_class_install_action (widget_class, "conflict.refused", "s", refused_action);
}

static void
wijk_conflict_dialog_init (WijkConflictDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
wijk_conflict_dialog_new (WijkDocument *document)
{
  WijkConflictDialog *self = g_object_new (WIJK_TYPE_CONFLICT_DIALOG, NULL);

  self->document = g_object_ref (document);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      wijk_document_get_state (document), "filled", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);

  return ADW_DIALOG (self);
}
