/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-commitment-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-commitment-row.h"
#include "wijk-priority-rows.h"

struct _WijkCommitmentList
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkStakeholder *person;
  char *awaited; /* id of a commitment that was just made */
  guint idle;
  GtkListBox *list;
  GtkWidget *add; /* the last row */
};

G_DEFINE_FINAL_TYPE (WijkCommitmentList, wijk_commitment_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_row (WijkRecord *record, gpointer user_data)
{
  WijkCommitmentList *self = user_data;

  return wijk_commitment_row_new (self->document, WIJK_COMMITMENT (record));
}

static void
begin_awaited (WijkCommitmentList *self)
{
  WijkRecord *record = NULL;
  GtkListBoxRow *row = NULL;

  if (self->awaited != NULL)
    record = wijk_state_lookup_live (
        wijk_document_get_state (self->document), self->awaited, WIJK_KIND_COMMITMENT);
  if (record != NULL)
    row = wijk_priority_rows_find (self->list, record);
  if (row == NULL)
    return;

  g_clear_pointer (&self->awaited, g_free);
  wijk_commitment_row_begin (WIJK_COMMITMENT_ROW (row));
}

static void
update (WijkCommitmentList *self)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  g_autoptr (GPtrArray) all = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->document == NULL)
    return;
  all = wijk_state_dup_commitments (wijk_document_get_state (self->document));
  for (guint i = 0; self->person != NULL && i < all->len; i++)
    if (g_strcmp0 (((WijkCommitment *) all->pdata[i])->stakeholder,
                   wijk_record_get_id (WIJK_RECORD (self->person))) == 0)
      g_ptr_array_add (own, all->pdata[i]);
  wijk_priority_rows_update (self->list, own, create_row, self);
  gtk_widget_set_visible (self->add,
                          self->person != NULL && !wijk_document_is_read_only (self->document));
  begin_awaited (self);
}

static void
update_cb (gpointer user_data)
{
  WijkCommitmentList *self = user_data;

  self->idle = 0;
  update (self);
}

static void
record_changed_cb (WijkCommitmentList *self, WijkRecord *record)
{
  if (WIJK_IS_COMMITMENT (record) && self->idle == 0)
    self->idle = g_idle_add_once (update_cb, self);
}

static void
add_cb (WijkCommitmentList *self)
{
  g_autoptr (GError) error = NULL;

  g_free (self->awaited);
  self->awaited = wijk_document_add (self->document,
                                     _ ("Add a commitment"),
                                     WIJK_KIND_COMMITMENT,
                                     &error,
                                     "stakeholder",
                                     wijk_record_get_id (WIJK_RECORD (self->person)),
                                     "text",
                                     _ ("New commitment"),
                                     "status",
                                     wijk_work_status_words[WIJK_WORK_PLANNED - 1],
                                     NULL);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- GObject ---- */

static void
wijk_commitment_list_dispose (GObject *object)
{
  WijkCommitmentList *self = WIJK_COMMITMENT_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->list != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->list));
  self->list = NULL;
  g_clear_object (&self->person);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_commitment_list_parent_class)->dispose (object);
}

static void
wijk_commitment_list_class_init (WijkCommitmentListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_commitment_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_commitment_list_init (WijkCommitmentList *self)
{
  self->add = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add a Commitment"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_cb), self);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Commitments"), -1);
  gtk_list_box_append (self->list, self->add);
  gtk_widget_set_parent (GTK_WIDGET (self->list), GTK_WIDGET (self));
}

void
wijk_commitment_list_set_person (WijkCommitmentList *self,
                                 WijkDocument *document,
                                 WijkStakeholder *person)
{
  g_return_if_fail (WIJK_IS_COMMITMENT_LIST (self));

  if (g_set_object (&self->document, document))
    g_signal_connect_object (wijk_document_get_state (document),
                             "record-changed",
                             G_CALLBACK (record_changed_cb),
                             self,
                             G_CONNECT_SWAPPED);
  g_set_object (&self->person, person);
  g_clear_pointer (&self->awaited, g_free);
  update (self);
}
