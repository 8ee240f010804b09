/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-version-dialog.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "wijk-finding-list.h"
#include "wijk-personal-row.h"
#include "wijk-task-compare.h"
#include "wijk-version-work.h"
#include "wijk-version.h"

/* As many lines of what changed as can be taken in at a glance. */
#define N_HINTS 8

struct _WijkVersionDialog
{
  AdwDialog parent_instance;

  WijkDocument *document;
  char *changed; /* lines, all of them */
  guint n_blocking;
  gboolean is_making;

  GtkWidget *make;
  AdwBanner *error;
  GtkEditable *label_row;
  GtkCheckButton *inspection;
  GtkCheckButton *adopted;
  AdwActionRow *adopted_row;
  AdwPreferencesGroup *reason_group;
  GtkEditable *reason_row;
  GtkTextView *summary;
  GtkWidget *hint;
  GtkLabel *hint_label;
  WijkFindingList *findings;
  WijkPersonalRow *personal;
};

enum
{
  MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkVersionDialog, wijk_version_dialog, ADW_TYPE_DIALOG)

/* Owns its strings. */
static void
new_version_free (WijkNewVersion *what)
{
  g_free ((char *) what->label);
  g_free ((char *) what->summary);
  g_free ((char *) what->status);
  g_free ((char *) what->reason);
  g_free (what);
}

static guint
find_last_number (WijkVersionDialog *self)
{
  WijkRecordList *versions =
      wijk_state_get_list (wijk_document_get_state (self->document), WIJK_KIND_VERSION);
  gint64 last = 0;

  for (guint i = 0; i < wijk_record_list_get_length (versions); i++)
    last = MAX (last, WIJK_VERSION (wijk_record_list_get (versions, i))->number);

  return (guint) last;
}

/* ---- what may be made ---- */

static char *
dup_text (GtkEditable *editable)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (editable)));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

static char *
dup_summary (WijkVersionDialog *self)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (self->summary), &start, &end);
  text = g_strstrip (gtk_text_iter_get_text (&start, &end));
  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

/* Adopting with remarks unanswered asks for a reason. */
static void
check_cb (WijkVersionDialog *self)
{
  const WijkTally tally = wijk_document_get_tally (self->document);
  const guint n_owed = tally.n_remarks - tally.n_answered;
  const gboolean must_explain = gtk_check_button_get_active (self->adopted) && n_owed > 0;
  g_autofree char *label = dup_text (self->label_row);
  g_autofree char *reason = dup_text (self->reason_row);
  g_autofree char *description = NULL;

  if (must_explain)
    description = g_strdup_printf (
        _ ("%u of %u remarks have no answer yet. Say why the plan is adopted all the same."),
        n_owed,
        tally.n_remarks);
  adw_preferences_group_set_description (self->reason_group, description);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->reason_row),
                                 must_explain ? _ ("Reason for adopting now")
                                              : _ ("Occasion, such as a council meeting"));
  gtk_widget_set_sensitive (self->make,
                            !self->is_making && label != NULL && (!must_explain || reason != NULL));
}

static void
show_findings (WijkVersionDialog *self)
{
  g_autoptr (GPtrArray) findings = wijk_rules_check_plan (wijk_document_get_state (self->document));

  self->n_blocking = 0;
  for (guint i = 0; i < findings->len; i++)
    if (((const WijkFinding *) g_ptr_array_index (findings, i))->level == WIJK_FINDING_BLOCKS)
      self->n_blocking++;

  gtk_widget_set_sensitive (GTK_WIDGET (self->adopted_row), self->n_blocking == 0);
  adw_action_row_set_subtitle (
      self->adopted_row,
      self->n_blocking == 0
          ? _ ("Decided upon. What changes later goes into a new version.")
          : _ ("Not yet: something that is still open must be put right first. See below."));
  wijk_finding_list_set_document (self->findings, self->document);
  wijk_finding_list_update (self->findings);
  wijk_personal_row_set_document (self->personal, self->document);
}

/* ---- what changed since the last one ---- */

static char *
list_changed (const WijkContext *context,
              const char *plan_id,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  g_auto (GStrv) lines = wijk_task_list_changed (context, plan_id, GPOINTER_TO_UINT (data), error);

  return lines != NULL ? g_strjoinv ("\n", lines) : NULL;
}

static void
show_hint (WijkVersionDialog *self)
{
  g_auto (GStrv) lines = g_strsplit (self->changed, "\n", -1);
  const guint n = g_strv_length (lines);
  g_autofree char *text = NULL;

  if (n > N_HINTS)
    {
      g_autofree char *shown = NULL;

      g_clear_pointer (&lines[N_HINTS], g_free);
      for (guint i = N_HINTS + 1; i < n; i++)
        g_clear_pointer (&lines[i], g_free);
      shown = g_strjoinv ("\n", lines);
      text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s\nand %u more", "%s\nand %u more", n - N_HINTS),
          shown,
          n - N_HINTS);
    }
  gtk_label_set_label (self->hint_label, text != NULL ? text : self->changed);
  gtk_widget_set_visible (self->hint, *self->changed != '\0');
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkVersionDialog) self = user_data;

  self->changed = wijk_version_work_finish (result, NULL);
  if (self->changed != NULL)
    show_hint (self);
}

static void
use_hint_cb (WijkVersionDialog *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->summary), self->changed, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->summary));
}

/* ---- making it ---- */

static char *
make_version (const WijkContext *context,
              const char *plan_id,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  const guint number = wijk_task_make_version (context, plan_id, data, cancellable, error);

  return number > 0 ? g_strdup_printf ("%u", number) : NULL;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkVersionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = wijk_version_work_finish (result, &error);

  self->is_making = FALSE;
  check_cb (self);
  if (number != NULL)
    {
      wijk_document_refresh (self->document);
      adw_dialog_force_close (ADW_DIALOG (self));
      g_signal_emit (self, signals[MADE], 0, (guint) atoi (number));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_banner_set_title (self->error, error->message);
      adw_banner_set_revealed (self->error, TRUE);
    }
}

static const char *
get_status (WijkVersionDialog *self)
{
  WijkVersionStatus status = WIJK_VERSION_DRAFT;

  if (gtk_check_button_get_active (self->inspection))
    status = WIJK_VERSION_INSPECTION;
  else if (gtk_check_button_get_active (self->adopted))
    status = WIJK_VERSION_ADOPTED;

  return wijk_field_choice_to_word (wijk_kind_find_field (WIJK_KIND_VERSION, "status"),
                                    (int) status);
}

static void
make_cb (WijkVersionDialog *self)
{
  WijkNewVersion *what;

  if (!gtk_widget_get_sensitive (self->make))
    return;

  what = g_new0 (WijkNewVersion, 1);
  what->label = dup_text (self->label_row);
  what->reason = dup_text (self->reason_row);
  what->summary = dup_summary (self);
  what->status = g_strdup (get_status (self));

  self->is_making = TRUE;
  check_cb (self);
  adw_banner_set_revealed (self->error, FALSE);
  wijk_version_work_async (GTK_WIDGET (self),
                           _ ("The version is being made"),
                           self->document,
                           make_version,
                           what,
                           (GDestroyNotify) new_version_free,
                           made_cb,
                           g_object_ref (self));
}

static void
cancel_cb (WijkVersionDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
hide_error_cb (WijkVersionDialog *self)
{
  adw_banner_set_revealed (self->error, FALSE);
}

/* Going to something that is open leaves the dialog. */
static void
show_record_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *window = gtk_widget_get_root (widget);

  adw_dialog_close (ADW_DIALOG (widget));
  gtk_widget_activate_action_variant (GTK_WIDGET (window), name, parameter);
}

/* ---- vfuncs ---- */

static void
wijk_version_dialog_dispose (GObject *object)
{
  WijkVersionDialog *self = WIJK_VERSION_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_VERSION_DIALOG);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_version_dialog_parent_class)->dispose (object);
}

static void
wijk_version_dialog_finalize (GObject *object)
{
  g_free (WIJK_VERSION_DIALOG (object)->changed);

  G_OBJECT_CLASS (wijk_version_dialog_parent_class)->finalize (object);
}

static void
wijk_version_dialog_class_init (WijkVersionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_version_dialog_dispose;
  object_class->finalize = wijk_version_dialog_finalize;

  signals[MADE] = g_signal_new ("made",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_UINT);

  gtk_widget_class_install_action (widget_class, "win.show-record", "s", show_record_action);
  g_type_ensure (WIJK_TYPE_FINDING_LIST);
  g_type_ensure (WIJK_TYPE_PERSONAL_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-version-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, make);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, error);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, label_row);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, inspection);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, adopted);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, adopted_row);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, reason_group);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, hint_label);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, findings);
  gtk_widget_class_bind_template_child (widget_class, WijkVersionDialog, personal);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, use_hint_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_error_cb);
}

static void
wijk_version_dialog_init (WijkVersionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
wijk_version_dialog_new (WijkDocument *document)
{
  WijkVersionDialog *self = g_object_new (WIJK_TYPE_VERSION_DIALOG, NULL);
  g_autofree char *label = NULL;
  guint last;

  self->document = g_object_ref (document);
  last = find_last_number (self);
  /* Translators: the name that a version gets unless another is typed */
  label = g_strdup_printf (_ ("Version %u"), last + 1);
  gtk_editable_set_text (self->label_row, label);
  show_findings (self);
  check_cb (self);
  if (last > 0)
    wijk_version_work_async (NULL,
                             NULL,
                             document,
                             list_changed,
                             GUINT_TO_POINTER (last),
                             NULL,
                             changed_cb,
                             g_object_ref (self));

  return ADW_DIALOG (self);
}
