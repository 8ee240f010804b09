/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-organisation.h"

#include <glib/gi18n.h>

#include "wijk-fold.h"
#include "wijk-stakeholder.h"

#define WIDTH 260
#define MOST_HEIGHT 260

struct _WijkPriorityOrganisation
{
  GtkPopover parent_instance;

  GtkEntry *entry;
  GtkWidget *scrolled;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (WijkPriorityOrganisation, wijk_priority_organisation, GTK_TYPE_POPOVER)

static guint chosen_signal;

static void
choose (WijkPriorityOrganisation *self, const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));

  gtk_popover_popdown (GTK_POPOVER (self));
  if (*name != '\0')
    g_signal_emit (self, chosen_signal, 0, name);
}

static const char *
get_name (GtkListBoxRow *row)
{
  return gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row)));
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  WijkPriorityOrganisation *self = user_data;
  g_autofree char *key = wijk_fold (get_name (row));
  g_auto (GStrv) words = wijk_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  return wijk_fold_contains_all (key, (const char *const *) words);
}

static GtkListBoxRow *
find_first_shown (WijkPriorityOrganisation *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      return row;

  return NULL;
}

static void
typed_cb (WijkPriorityOrganisation *self)
{
  gtk_list_box_invalidate_filter (self->list);
  gtk_widget_set_visible (self->scrolled, find_first_shown (self) != NULL);
}

/* What is typed, in the spelling that is known already. */
static void
activate_cb (WijkPriorityOrganisation *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *key = wijk_fold (text);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      g_autofree char *other = wijk_fold (get_name (row));

      if (g_str_equal (key, other))
        text = get_name (row);
    }
  choose (self, text);
}

static void
row_activated_cb (WijkPriorityOrganisation *self, GtkListBoxRow *row)
{
  choose (self, get_name (row));
}

static gboolean
key_cb (WijkPriorityOrganisation *self, guint keyval)
{
  GtkListBoxRow *row = keyval == GDK_KEY_Down ? find_first_shown (self) : NULL;

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
wijk_priority_organisation_class_init (WijkPriorityOrganisationClass *klass)
{
  chosen_signal = g_signal_new ("chosen",
                                WIJK_TYPE_PRIORITY_ORGANISATION,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);
}

static void
wijk_priority_organisation_init (WijkPriorityOrganisation *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, _ ("Organisation"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Organisation"), -1);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Organisations of this plan"),
                                  -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scrolled), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->list));

  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), self->scrolled);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
wijk_priority_organisation_new (void)
{
  return g_object_new (WIJK_TYPE_PRIORITY_ORGANISATION, NULL);
}

/* ---- what is known ---- */

static void
add_name (GHashTable *names, const char *name)
{
  if (name != NULL && *name != '\0')
    g_hash_table_add (names, g_strdup (name));
}

static void
add_names_of (GHashTable *names, WijkState *state, WijkKind kind)
{
  WijkRecordList *list = wijk_state_get_list (state, kind);
  const WijkField *owner = wijk_kind_find_field (kind, "owner");
  const WijkField *partners = wijk_kind_find_field (kind, "partners");

  for (guint i = 0; i < wijk_record_list_get_length (list); i++)
    {
      WijkRecord *record = wijk_record_list_get (list, i);
      GPtrArray *set = wijk_record_get_set (record, partners);

      add_name (names, wijk_record_get_text (record, owner));
      for (guint j = 0; set != NULL && j < set->len; j++)
        add_name (names, g_ptr_array_index (set, j));
    }
}

static GHashTable *
collect_names (WijkState *state)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  WijkRecordList *list = wijk_state_get_list (state, WIJK_KIND_STAKEHOLDER);

  for (guint i = 0; i < wijk_record_list_get_length (list); i++)
    add_name (names, WIJK_STAKEHOLDER (wijk_record_list_get (list, i))->organisation);
  add_names_of (names, state, WIJK_KIND_PRIORITY);
  add_names_of (names, state, WIJK_KIND_MEASURE);

  return names;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GtkWidget *
create_row (const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 9);
  gtk_widget_set_margin_end (label, 9);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

void
wijk_priority_organisation_fill (WijkPriorityOrganisation *self,
                                 WijkDocument *document,
                                 GPtrArray *except)
{
  g_autoptr (GHashTable) names = collect_names (wijk_document_get_state (document));
  g_autoptr (GPtrArray) sorted = g_hash_table_get_keys_as_ptr_array (names);

  g_return_if_fail (WIJK_IS_PRIORITY_ORGANISATION (self));

  g_ptr_array_sort (sorted, compare_names);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < sorted->len; i++)
    if (!wijk_set_contains (except, g_ptr_array_index (sorted, i)))
      gtk_list_box_append (self->list, create_row (g_ptr_array_index (sorted, i)));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  typed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
