/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-personal-row.h"

#include <glib/gi18n.h>

#include "wijk-personal-dialog.h"
#include "wijk-personal-scan.h"

#define UPDATE_AFTER 500 /* milliseconds: all texts are looked through */

struct _WijkPersonalRow
{
  AdwBin parent_instance;

  WijkDocument *document;
  guint update_source;
  GtkWidget *row;
};

G_DEFINE_FINAL_TYPE (WijkPersonalRow, wijk_personal_row, ADW_TYPE_BIN)

static void
update (WijkPersonalRow *self)
{
  g_autoptr (GPtrArray) findings = wijk_personal_scan (wijk_document_get_state (self->document));
  g_autofree char *title = g_strdup_printf (g_dngettext (NULL,
                                                         "%u place looks like personal data",
                                                         "%u places look like personal data",
                                                         findings->len),
                                            findings->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
}

static void
update_cb (gpointer user_data)
{
  WijkPersonalRow *self = WIJK_PERSONAL_ROW (user_data);

  self->update_source = 0;
  update (self);
}

static void
record_changed_cb (WijkPersonalRow *self)
{
  if (self->update_source == 0)
    self->update_source = g_timeout_add_once (UPDATE_AFTER, update_cb, self);
}

static void
activated_cb (WijkPersonalRow *self)
{
  wijk_personal_dialog_present (GTK_WIDGET (self), self->document);
}

static void
wijk_personal_row_dispose (GObject *object)
{
  WijkPersonalRow *self = WIJK_PERSONAL_ROW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_personal_row_parent_class)->dispose (object);
}

static void
wijk_personal_row_class_init (WijkPersonalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_personal_row_dispose;
}

static void
wijk_personal_row_init (WijkPersonalRow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");

  self->row = adw_action_row_new ();
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->row),
                               _ ("Look at them before anyone else can read them."));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self->row), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (next), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->row), next);
  g_signal_connect_object (
      self->row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->row);
  gtk_widget_set_margin_top (group, 12);
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
wijk_personal_row_set_document (WijkPersonalRow *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_PERSONAL_ROW (self));

  if (!g_set_object (&self->document, document))
    return;
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  update_cb (self);
}
