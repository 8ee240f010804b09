/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-cluster-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-answer-dialog.h"
#include "wijk-cluster-actions.h"
#include "wijk-cluster-edit.h"
#include "wijk-dissent-row.h"
#include "wijk-field-binding.h"
#include "wijk-label.h"

#define WIJK_TYPE_CLUSTER_DIALOG (wijk_cluster_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkClusterDialog, wijk_cluster_dialog, WIJK, CLUSTER_DIALOG, AdwDialog)

struct _WijkClusterDialog
{
  AdwDialog parent_instance;

  GtkWidget *parent;
  WijkDocument *document;
  WijkCluster *cluster;
  GPtrArray *rows; /* of the members, lent */
  guint update_source;

  GtkWidget *dissolve;
  GtkWidget *title_row;
  AdwActionRow *answer;
  AdwPreferencesGroup *dissent;
  AdwPreferencesGroup *members;
};

G_DEFINE_FINAL_TYPE (WijkClusterDialog, wijk_cluster_dialog, ADW_TYPE_DIALOG)

/* ---- what shows ---- */

static void
show_answer (WijkClusterDialog *self)
{
  gboolean is_answered =
      self->cluster->outcome != WIJK_OUTCOME_UNSET && self->cluster->reason != NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->answer),
                                 is_answered ? wijk_label_for_outcome (self->cluster->outcome)
                                             : _ ("No answer yet"));
  adw_action_row_set_subtitle (self->answer,
                               is_answered
                                   ? self->cluster->reason
                                   : _ ("One answer for all remarks that have none of their own"));
}

static void
take_out_cb (WijkClusterDialog *self, GtkWidget *button)
{
  WijkRecord *remark = wijk_state_lookup (wijk_document_get_state (self->document),
                                          g_object_get_data (G_OBJECT (button), "remark"));

  if (remark != NULL)
    wijk_cluster_take_out (self->parent, self->document, WIJK_REMARK (remark));
}

static void
go_cb (WijkClusterDialog *self, GtkWidget *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "remark");

  gtk_widget_activate_action (self->parent, "win.show-record", "s", id);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
make_take_out (WijkClusterDialog *self, WijkRemark *remark)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  /* Translators: %s is the number of a remark */
  g_autofree char *text = g_strdup_printf (_ ("Take %s out of the group"), remark->label);

  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, !wijk_document_is_read_only (self->document));
  g_object_set_data_full (
      G_OBJECT (button), "remark", g_strdup (wijk_record_get_id (WIJK_RECORD (remark))), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_out_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_row (WijkClusterDialog *self, WijkRemark *remark)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), remark->text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  if (remark->outcome != WIJK_OUTCOME_UNSET && remark->reason != NULL)
    {
      /* Translators: number of a remark, and what its own answer is */
      g_autofree char *own = g_strdup_printf (
          _ ("%s, own answer: %s"), remark->label, wijk_label_for_outcome (remark->outcome));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), own);
    }
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), remark->label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_take_out (self, remark));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (
      G_OBJECT (row), "remark", g_strdup (wijk_record_get_id (WIJK_RECORD (remark))), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
show_members (WijkClusterDialog *self)
{
  g_autoptr (GPtrArray) members =
      wijk_cluster_dup_members (wijk_document_get_state (self->document), self->cluster);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", members->len), members->len);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->members, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < members->len; i++)
    {
      GtkWidget *row = make_row (self, members->pdata[i]);

      adw_preferences_group_add (self->members, row);
      g_ptr_array_add (self->rows, row);
    }
  adw_preferences_group_set_title (self->members, title);
}

static void
show_cluster_cb (gpointer user_data)
{
  WijkClusterDialog *self = user_data;

  self->update_source = 0;
  if (wijk_record_is_deleted (WIJK_RECORD (self->cluster)))
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  show_answer (self);
  show_members (self);
}

static void
record_changed_cb (WijkClusterDialog *self, WijkRecord *record)
{
  if ((WIJK_IS_REMARK (record) || record == WIJK_RECORD (self->cluster)) &&
      self->update_source == 0)
    self->update_source = g_idle_add_once (show_cluster_cb, self);
}

/* ---- what is asked ---- */

static void
dissolve_cb (WijkClusterDialog *self)
{
  wijk_document_end_typing (self->document);
  wijk_cluster_dissolve (self->parent, self->document, self->cluster);
}

static void
answer_cb (WijkClusterDialog *self)
{
  wijk_answer_dialog_present_cluster (GTK_WIDGET (self), self->document, self->cluster);
}

/* ---- GObject ---- */

static void
wijk_cluster_dialog_closed (AdwDialog *dialog)
{
  wijk_document_end_typing (WIJK_CLUSTER_DIALOG (dialog)->document);
}

static void
wijk_cluster_dialog_dispose (GObject *object)
{
  WijkClusterDialog *self = WIJK_CLUSTER_DIALOG (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_CLUSTER_DIALOG);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->cluster);
  g_clear_object (&self->document);
  g_clear_object (&self->parent);

  G_OBJECT_CLASS (wijk_cluster_dialog_parent_class)->dispose (object);
}

static void
wijk_cluster_dialog_class_init (WijkClusterDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_cluster_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = wijk_cluster_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-cluster-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkClusterDialog, dissolve);
  gtk_widget_class_bind_template_child (widget_class, WijkClusterDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, WijkClusterDialog, answer);
  gtk_widget_class_bind_template_child (widget_class, WijkClusterDialog, dissent);
  gtk_widget_class_bind_template_child (widget_class, WijkClusterDialog, members);
  gtk_widget_class_bind_template_callback (widget_class, dissolve_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
}

static void
wijk_cluster_dialog_init (WijkClusterDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

void
wijk_cluster_dialog_present (GtkWidget *parent, WijkDocument *document, WijkCluster *cluster)
{
  WijkClusterDialog *self = g_object_new (WIJK_TYPE_CLUSTER_DIALOG, NULL);
  GtkWidget *dissent = wijk_dissent_row_new (document, WIJK_KIND_CLUSTER);
  gboolean may_write = !wijk_document_is_read_only (document);

  self->parent = g_object_ref (parent);
  self->document = g_object_ref (document);
  self->cluster = g_object_ref (cluster);
  wijk_field_bind (
      document, self->title_row, WIJK_RECORD (cluster), "title", _ ("Rename a group of remarks"));
  wijk_dissent_row_set_record (WIJK_DISSENT_ROW (dissent), WIJK_RECORD (cluster));
  adw_preferences_group_add (self->dissent, dissent);
  gtk_widget_set_visible (self->dissolve, may_write);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->answer), may_write);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  show_answer (self);
  show_members (self);
  adw_dialog_present (ADW_DIALOG (self), parent);
}
