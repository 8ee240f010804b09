/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-dissent-row.h"

#include <glib/gi18n.h>

#include "wijk-cluster-actions.h"
#include "wijk-cluster-edit.h"
#include "wijk-field-binding.h"
#include "wijk-link.h"
#include "wijk-record-picker.h"

struct _WijkDissentRow
{
  AdwExpanderRow parent_instance;

  WijkDocument *document;
  WijkRecord *record;
  WijkFieldBinding *agree; /* lent, as the next */
  WijkFieldBinding *disagree;
  GtkWidget *add;
  GPtrArray *rows; /* of what is said against it, lent */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (WijkDissentRow, wijk_dissent_row, ADW_TYPE_EXPANDER_ROW)

/* ---- what shows ---- */

static gint64
get_count (WijkRecord *record, const char *key)
{
  return wijk_record_get_int (record, wijk_kind_find_field (wijk_record_get_kind (record), key));
}

/* "12 agree, 3 disagree; against it: R-7"; "" where nothing is known. */
static char *
dup_summary (WijkDissentRow *self, GPtrArray *opposing)
{
  gint64 agree = get_count (self->record, "agree");
  gint64 disagree = get_count (self->record, "disagree");
  GString *text = g_string_new (NULL);

  if (agree != WIJK_UNSET || disagree != WIJK_UNSET)
    /* Translators: how many people agreed and disagreed with a remark */
    g_string_append_printf (text,
                            _ ("%d agree, %d disagree"),
                            agree != WIJK_UNSET ? (int) agree : 0,
                            disagree != WIJK_UNSET ? (int) disagree : 0);
  if (opposing->len > 0 && text->len > 0)
    g_string_append (text, " · ");
  if (opposing->len > 0)
    g_string_append_printf (
        text,
        g_dngettext (
            GETTEXT_PACKAGE, "%u remark against it", "%u remarks against it", opposing->len),
        opposing->len);
  if (text->len == 0)
    g_string_append (text, _ ("Who disagreed, and what was said against it"));

  return g_string_free_and_steal (text);
}

static void
unlink_cb (WijkDissentRow *self, GtkWidget *button)
{
  WijkRecord *other = wijk_state_lookup (wijk_document_get_state (self->document),
                                         g_object_get_data (G_OBJECT (button), "record"));

  if (other != NULL && self->record != NULL)
    wijk_cluster_oppose (GTK_WIDGET (self), self->document, self->record, other, FALSE);
}

static GtkWidget *
make_row (WijkDissentRow *self, WijkRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove = gtk_button_new_from_icon_name ("list-remove-symbolic");
  const char *name = wijk_link_get_name (record);
  g_autofree char *text = wijk_link_dup_text (record);
  /* Translators: %s is the number of a remark */
  g_autofree char *tooltip = g_strdup_printf (_ ("Unlink %s"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_tooltip_text (remove, tooltip);
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_visible (remove, !wijk_document_is_read_only (self->document));
  g_object_set_data_full (
      G_OBJECT (remove), "record", g_strdup (wijk_record_get_id (record)), g_free);
  g_signal_connect_object (remove, "clicked", G_CALLBACK (unlink_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
  if (WIJK_IS_REMARK (record))
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-record");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", wijk_record_get_id (record));
    }

  return row;
}

static void
show_record (WijkDissentRow *self)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autoptr (GPtrArray) opposing = NULL;
  g_autofree char *summary = NULL;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  if (self->record == NULL)
    return;
  opposing = wijk_record_dup_opposing (state, self->record);
  for (guint i = 0; i < opposing->len; i++)
    {
      GtkWidget *row = make_row (self, opposing->pdata[i]);

      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->rows, row);
    }
  summary = dup_summary (self, opposing);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), summary);
  gtk_widget_set_visible (self->add, !wijk_document_is_read_only (self->document));
}

static void
show_cb (gpointer user_data)
{
  WijkDissentRow *self = user_data;

  self->update_source = 0;
  show_record (self);
}

static void
record_changed_cb (WijkDissentRow *self, WijkRecord *record)
{
  if ((WIJK_IS_REMARK (record) || WIJK_IS_CLUSTER (record)) && self->record != NULL &&
      self->update_source == 0)
    self->update_source = g_idle_add_once (show_cb, self);
}

/* ---- linking ---- */

static void
picked_cb (WijkRecord *record, gpointer user_data)
{
  WijkDissentRow *self = user_data;

  if (self->record != NULL)
    wijk_cluster_oppose (GTK_WIDGET (self), self->document, self->record, record, TRUE);
}

static void
add_cb (WijkDissentRow *self)
{
  if (self->record != NULL)
    wijk_record_picker_present (GTK_WIDGET (self),
                                self->document,
                                self->record,
                                _ ("Said Against It"),
                                picked_cb,
                                g_object_ref (self),
                                g_object_unref);
}

/* ---- GObject ---- */

static void
wijk_dissent_row_dispose (GObject *object)
{
  WijkDissentRow *self = WIJK_DISSENT_ROW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->record);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_dissent_row_parent_class)->dispose (object);
}

static void
wijk_dissent_row_finalize (GObject *object)
{
  g_ptr_array_unref (WIJK_DISSENT_ROW (object)->rows);

  G_OBJECT_CLASS (wijk_dissent_row_parent_class)->finalize (object);
}

static void
wijk_dissent_row_class_init (WijkDissentRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_dissent_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = wijk_dissent_row_finalize;
}

static void
wijk_dissent_row_init (WijkDissentRow *self)
{
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Dissent"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Dissent"), -1);
}

static WijkFieldBinding *
add_count (WijkDissentRow *self, WijkKind kind, const char *key, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_DIGITS);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);

  return wijk_field_binding_new (
      self->document, row, kind, key, _ ("Change how many agree or disagree"));
}

GtkWidget *
wijk_dissent_row_new (WijkDocument *document, WijkKind kind)
{
  WijkDissentRow *self = g_object_new (WIJK_TYPE_DISSENT_ROW, NULL);

  self->document = g_object_ref (document);
  self->agree = add_count (self, kind, "agree", _ ("Agree, where it was asked"));
  self->disagree = add_count (self, kind, "disagree", _ ("Disagree, where it was asked"));
  self->add = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add),
                                 _ ("Link What Was Said Against It…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  g_signal_connect_object (self->add, "activated", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

void
wijk_dissent_row_set_record (WijkDissentRow *self, WijkRecord *record)
{
  g_return_if_fail (WIJK_IS_DISSENT_ROW (self));

  if (!g_set_object (&self->record, record))
    return;
  wijk_field_binding_set_record (self->agree, record);
  wijk_field_binding_set_record (self->disagree, record);
  show_record (self);
}
