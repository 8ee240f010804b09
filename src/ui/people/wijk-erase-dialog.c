/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-erase-dialog.h"

#include <glib/gi18n.h>

#include "wijk-erased-text.h"
#include "wijk-version-work.h"

/* What is asked of the thread and what comes back; one of both has it at a time. */
typedef struct
{
  WijkEraseKind kind;
  char *what;
  WijkErasure *asked; /* NULL: only look */
  WijkErasure *found;
  gboolean removes_backups;
  guint n_removed;
} Order;

struct _WijkEraseDialog
{
  AdwDialog parent_instance;

  WijkDocument *document;
  WijkEraseKind kind;
  char *what;
  WijkErasure *erasure; /* what was found, or done */
  GPtrArray *checks;    /* GtkCheckButton of each place, lent */

  GtkStack *stack;
  GtkEditable *words;
  AdwStatusPage *nothing;
  AdwStatusPage *failed;
  GtkLabel *list_text;
  AdwPreferencesGroup *places;
  AdwPreferencesGroup *before;
  AdwStatusPage *done;
  AdwPreferencesGroup *after;
  GtkWidget *remove_backups;
  GtkWidget *actions;
};

G_DEFINE_FINAL_TYPE (WijkEraseDialog, wijk_erase_dialog, ADW_TYPE_DIALOG)

static void
show_page (WijkEraseDialog *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->actions, g_str_equal (name, "list"));
}

/* ---- the work ---- */

static void
order_clear (gpointer data)
{
  Order *order = data;

  g_free (order->what);
  g_clear_pointer (&order->asked, wijk_erasure_free);
  g_clear_pointer (&order->found, wijk_erasure_free);
}

static void
order_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, order_clear);
}

static char *
work (const WijkContext *context,
      const char *plan_id,
      gpointer data,
      GCancellable *cancellable,
      GError **error)
{
  Order *order = data;

  if (order->removes_backups)
    {
      order->n_removed = wijk_task_remove_backups (context, plan_id, order->asked);
      order->found = g_steal_pointer (&order->asked);
    }
  else if (order->asked != NULL)
    order->found = wijk_task_erase (context, plan_id, order->asked, error);
  else
    order->found = wijk_task_find_erasure (context, plan_id, order->kind, order->what, error);

  return order->found != NULL ? g_strdup ("") : NULL;
}

typedef struct
{
  WijkEraseDialog *dialog;
  Order *order;
} Asked;

static void show_found (WijkEraseDialog *self);
static void show_done (WijkEraseDialog *self, guint n_removed);

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  g_autoptr (WijkEraseDialog) self = asked->dialog;
  g_autoptr (GError) error = NULL;
  g_autofree char *made = wijk_version_work_finish (result, &error);

  if (made == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      show_page (self, "failed");
    }
  else
    {
      g_clear_pointer (&self->erasure, wijk_erasure_free);
      self->erasure = g_steal_pointer (&asked->order->found);
      wijk_document_refresh (self->document);
      if (self->erasure->is_done)
        show_done (self, asked->order->n_removed);
      else
        show_found (self);
    }
  order_release (asked->order);
  g_free (asked);
}

/* @asked: what is to go, taken over; NULL: look for it. */
static void
start (WijkEraseDialog *self, WijkErasure *erasure, gboolean removes_backups)
{
  Order *order = g_atomic_rc_box_new0 (Order);
  Asked *asked = g_new0 (Asked, 1);

  order->kind = self->kind;
  order->what = g_strdup (self->what);
  order->asked = erasure;
  order->removes_backups = removes_backups;
  asked->dialog = g_object_ref (self);
  asked->order = order;
  show_page (self, "busy");
  wijk_version_work_async (NULL,
                           _ ("Clean up"),
                           self->document,
                           work,
                           g_atomic_rc_box_acquire (order),
                           order_release,
                           worked_cb,
                           asked);
}

/* ---- what goes ---- */

static void
add_place (WijkEraseDialog *self, const WijkErased *erased)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autofree char *place = wijk_erased_dup_place (state, erased);
  g_autofree char *detail = wijk_erased_dup_detail (erased);
  GtkWidget *row;
  GtkWidget *check;

  if (*detail == '\0') /* nothing ever stood there; it goes with the rest all the same */
    {
      g_ptr_array_add (self->checks, NULL);
      return;
    }
  row = adw_action_row_new ();
  check = gtk_check_button_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), place);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), erased->is_asked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, place, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->places, row);
  g_ptr_array_add (self->checks, check);
}

static void
add_left (AdwPreferencesGroup *group, const WijkLeft *left)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = wijk_left_dup_description (left);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), left->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_preferences_group_add (group, row);
}

static const char *
say_what_goes (WijkEraseKind kind)
{
  switch (kind)
    {
    case WIJK_ERASE_REMARK:
      return _ ("The words of the remark go from the plan, its history and whatever comes in "
                "later. Its number stays, and that it was withdrawn on request. This cannot be "
                "undone.");
    case WIJK_ERASE_WORDS:
      return _ ("These words go from the plan, its history and undo. This cannot be undone.");
    case WIJK_ERASE_EXPIRED:
    case WIJK_ERASE_PERSON:
    default:
      return _ ("Names and contact go from the plan, its history, undo and whatever comes in "
                "later. Remarks stay. This cannot be undone.");
    }
}

static void
show_found (WijkEraseDialog *self)
{
  if (self->erasure->erased->len == 0)
    {
      adw_status_page_set_description (self->nothing,
                                       self->kind == WIJK_ERASE_EXPIRED
                                           ? _ ("No retention term has passed.")
                                           : _ ("It stands nowhere in this plan or its history."));
      show_page (self, "nothing");
      return;
    }
  gtk_label_set_label (self->list_text, say_what_goes (self->kind));
  for (guint i = 0; i < self->erasure->erased->len; i++)
    add_place (self, self->erasure->erased->pdata[i]);
  for (guint i = 0; i < self->erasure->left->len; i++)
    add_left (self->before, self->erasure->left->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->before), self->erasure->left->len > 0);
  show_page (self, "list");
}

static void
erase_cb (WijkEraseDialog *self)
{
  for (guint i = 0; i < self->checks->len; i++)
    {
      WijkErased *erased = self->erasure->erased->pdata[i];

      if (self->checks->pdata[i] != NULL)
        erased->is_asked = gtk_check_button_get_active (self->checks->pdata[i]);
    }
  start (self, g_steal_pointer (&self->erasure), FALSE);
}

/* ---- what is left ---- */

static gboolean
has_backups (WijkErasure *erasure)
{
  for (guint i = 0; i < erasure->left->len; i++)
    {
      const WijkLeft *left = erasure->left->pdata[i];

      if (left->kind == WIJK_LEFT_BACKUP && left->is_there)
        return TRUE;
    }

  return FALSE;
}

static void
show_done (WijkEraseDialog *self, guint n_removed)
{
  g_autofree char *text = NULL;

  if (n_removed > 0)
    text = g_strdup_printf (
        g_dngettext (NULL, "%u backup was removed.", "%u backups were removed.", n_removed),
        n_removed);
  else
    text = g_strdup (self->erasure->is_scrubbed
                         ? _ ("It is in no byte of this plan any more.")
                         : _ ("Another program has the plan open: the last traces go from its "
                              "files when it is next opened."));
  adw_status_page_set_description (self->done, text);
  if (n_removed == 0)
    for (guint i = 0; i < self->erasure->left->len; i++)
      add_left (self->after, self->erasure->left->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->after), n_removed == 0 && self->erasure->left->len > 0);
  gtk_widget_set_visible (self->remove_backups, n_removed == 0 && has_backups (self->erasure));
  show_page (self, "done");
}

static void
remove_backups_cb (WijkEraseDialog *self)
{
  start (self, g_steal_pointer (&self->erasure), TRUE);
}

static void
search_cb (WijkEraseDialog *self)
{
  g_set_str (&self->what, gtk_editable_get_text (self->words));
  start (self, NULL, FALSE);
}

/* ---- GObject ---- */

static void
wijk_erase_dialog_dispose (GObject *object)
{
  WijkEraseDialog *self = WIJK_ERASE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_ERASE_DIALOG);
  g_clear_object (&self->document);
  g_clear_pointer (&self->erasure, wijk_erasure_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->what, g_free);

  G_OBJECT_CLASS (wijk_erase_dialog_parent_class)->dispose (object);
}

static void
wijk_erase_dialog_class_init (WijkEraseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_erase_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-erase-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, words);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, list_text);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, places);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, before);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, done);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, after);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, remove_backups);
  gtk_widget_class_bind_template_child (widget_class, WijkEraseDialog, actions);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_backups_cb);
}

static void
wijk_erase_dialog_init (WijkEraseDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wijk_erase_dialog_present (GtkWidget *parent,
                           WijkDocument *document,
                           WijkEraseKind kind,
                           const char *what)
{
  WijkEraseDialog *self = g_object_new (WIJK_TYPE_ERASE_DIALOG, NULL);

  self->document = g_object_ref (document);
  self->kind = kind;
  self->what = g_strdup (what);
  adw_dialog_present (ADW_DIALOG (self), parent);
  if (kind == WIJK_ERASE_WORDS && what == NULL)
    {
      show_page (self, "words");
      gtk_widget_grab_focus (GTK_WIDGET (self->words));
    }
  else
    start (self, NULL, FALSE);
}
