/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-people-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-commitment.h"
#include "wijk-consent.h"
#include "wijk-erase-dialog.h"
#include "wijk-page.h"
#include "wijk-person-form.h"
#include "wijk-person-row.h"
#include "wijk-priority-rows.h"
#include "wijk-promise-row.h"

struct _WijkPeopleView
{
  AdwBin parent_instance;

  WijkDocument *document;
  GtkSorter *sorter;
  WijkStakeholder *person; /* in the form; NULL: nobody */
  char *awaited;           /* id of one that is on its way */
  guint update_source;

  AdwNavigationSplitView *split;
  AdwNavigationPage *form_page;
  AdwBanner *banner;
  GtkWidget *add_box;
  GtkEditable *add_entry;
  GtkDropDown *add_kind;
  AdwToggleGroup *toggles;
  AdwToggle *commitments_toggle;
  GtkWidget *list_menu;
  GtkStack *stack;
  GtkListBox *list;
  GtkListBox *promised;
  GtkWidget *menu;
  WijkPersonForm *form;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkPeopleView,
                               wijk_people_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

static void
tell_failure (WijkPeopleView *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* ---- the list ---- */

/* Organisations first; who was erased last. */
static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  WijkStakeholder *one = (WijkStakeholder *) a, *other = (WijkStakeholder *) b;
  gboolean is_erased = wijk_stakeholder_is_erased (one);

  if (is_erased != wijk_stakeholder_is_erased (other))
    return is_erased ? 1 : -1;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;

  return g_utf8_collate (wijk_person_get_title (one), wijk_person_get_title (other));
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = wijk_person_row_new (WIJK_STAKEHOLDER (item));
  g_autofree char *today = dup_today ();

  wijk_person_row_update (WIJK_PERSON_ROW (row), today, 0);

  return row;
}

static WijkPersonRow *
find_row (WijkPeopleView *self, WijkRecord *person)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if ((WijkRecord *) wijk_person_row_get_person (WIJK_PERSON_ROW (row)) == person)
      return WIJK_PERSON_ROW (row);

  return NULL;
}

static GtkWidget *
make_promise (WijkRecord *record, gpointer user_data)
{
  return wijk_promise_row_new (WIJK_COMMITMENT (record));
}

/* Id of a stakeholder -> how many of their commitments are due; returns how many in all. */
static guint
count_due (GPtrArray *commitments, const char *today, GHashTable *by_person)
{
  guint n = 0;

  for (guint i = 0; i < commitments->len; i++)
    {
      WijkCommitment *one = commitments->pdata[i];
      gpointer so_far;

      if (!wijk_commitment_is_due (one, today) || one->stakeholder == NULL)
        continue;
      n++;
      so_far = g_hash_table_lookup (by_person, one->stakeholder);
      g_hash_table_insert (
          by_person, one->stakeholder, GUINT_TO_POINTER (GPOINTER_TO_UINT (so_far) + 1));
    }

  return n;
}

static void
show_toggle (WijkPeopleView *self, guint n_due)
{
  g_autofree char *label = n_due > 0 ? g_strdup_printf (_ ("Commitments (%u)"), n_due) : NULL;

  adw_toggle_set_label (self->commitments_toggle, label != NULL ? label : _ ("Commitments"));
}

static void
show_banner (WijkPeopleView *self, guint n_expired)
{
  g_autofree char *title =
      g_strdup_printf (g_dngettext (NULL,
                                    "The retention term of %u entry has passed",
                                    "The retention term of %u entries has passed",
                                    n_expired),
                       n_expired);

  adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner,
                           n_expired > 0 && !wijk_document_is_read_only (self->document));
}

static void
show_stack (WijkPeopleView *self, guint n_commitments)
{
  gboolean shows_people =
      g_strcmp0 (adw_toggle_group_get_active_name (self->toggles), "people") == 0;
  gboolean is_empty = gtk_list_box_get_row_at_index (self->list, 0) == NULL;

  gtk_stack_set_visible_child_name (self->stack,
                                    is_empty            ? "empty"
                                    : shows_people      ? "people"
                                    : n_commitments > 0 ? "commitments"
                                                        : "no-commitments");
}

static void
update (WijkPeopleView *self)
{
  WijkState *state = wijk_document_get_state (self->document);
  g_autofree char *today = dup_today ();
  g_autoptr (GPtrArray) commitments = wijk_state_dup_commitments (state);
  g_autoptr (GHashTable) due = g_hash_table_new (g_str_hash, g_str_equal);
  GtkListBoxRow *row;
  guint n_expired = 0;

  show_toggle (self, count_due (commitments, today, due));
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      WijkStakeholder *person = wijk_person_row_get_person (WIJK_PERSON_ROW (row));
      const char *id = wijk_record_get_id (WIJK_RECORD (person));

      wijk_person_row_update (
          WIJK_PERSON_ROW (row), today, GPOINTER_TO_UINT (g_hash_table_lookup (due, id)));
      n_expired += wijk_stakeholder_is_expired (person, today);
    }
  wijk_priority_rows_update (self->promised, commitments, make_promise, self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->promised, i)) != NULL; i++)
    wijk_promise_row_update (WIJK_PROMISE_ROW (row), state, today);
  show_banner (self, n_expired);
  show_stack (self, commitments->len);
}

static void
update_cb (gpointer user_data)
{
  WijkPeopleView *self = WIJK_PEOPLE_VIEW (user_data);

  self->update_source = 0;
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  update (self);
}

/* ---- who is in the form ---- */

static void
show_person (WijkPeopleView *self)
{
  adw_navigation_page_set_title (
      self->form_page, self->person != NULL ? wijk_person_get_title (self->person) : _ ("Person"));
  gtk_widget_set_visible (self->menu,
                          self->person != NULL && !wijk_document_is_read_only (self->document));
  wijk_person_form_set_person (self->form, self->person);
}

static void
row_selected_cb (WijkPeopleView *self, GtkListBoxRow *row)
{
  WijkStakeholder *person = row != NULL ? wijk_person_row_get_person (WIJK_PERSON_ROW (row)) : NULL;

  g_set_object (&self->person, person);
  show_person (self);
}

static void
row_activated_cb (WijkPeopleView *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static gboolean
show_stakeholder (WijkPeopleView *self, WijkRecord *person)
{
  WijkPersonRow *row = person != NULL ? find_row (self, person) : NULL;

  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  adw_navigation_split_view_set_show_content (self->split, TRUE);

  return TRUE;
}

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkPeopleView *self = WIJK_PEOPLE_VIEW (page);

  if (WIJK_IS_COMMITMENT (record) && WIJK_COMMITMENT (record)->stakeholder != NULL)
    record = wijk_state_lookup (wijk_document_get_state (self->document),
                                WIJK_COMMITMENT (record)->stakeholder);

  return show_stakeholder (self, record);
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
}

static void
promise_activated_cb (WijkPeopleView *self, GtkListBoxRow *row)
{
  show_record (WIJK_PAGE (self), wijk_promise_row_get_record (WIJK_PROMISE_ROW (row)));
}

static void
toggled_cb (WijkPeopleView *self)
{
  if (self->document != NULL)
    update (self);
}

/* ---- adding and deleting ---- */

static void
add_cb (WijkPeopleView *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->add_entry)));
  gboolean is_organisation = gtk_drop_down_get_selected (self->add_kind) == 1;
  WijkStakeholderKind kind =
      is_organisation ? WIJK_STAKEHOLDER_ORGANISATION : WIJK_STAKEHOLDER_PERSON;
  g_autoptr (GError) error = NULL;

  if (*name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
      return;
    }
  g_free (self->awaited);
  self->awaited = wijk_document_add (self->document,
                                     _ ("Add to the register"),
                                     WIJK_KIND_STAKEHOLDER,
                                     &error,
                                     "kind",
                                     wijk_stakeholder_kind_words[kind - 1],
                                     is_organisation ? "organisation" : "name",
                                     name,
                                     NULL);
  if (self->awaited != NULL)
    gtk_editable_set_text (self->add_entry, "");
  tell_failure (self, error);
}

/* A name that was taken in by mistake: as any record it can be brought back, so that its words stay
 * in the history. */
static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPeopleView *self = WIJK_PEOPLE_VIEW (widget);
  g_autoptr (GError) error = NULL;

  if (self->person == NULL)
    return;
  if (wijk_document_delete (
          self->document, _ ("Delete from the register"), WIJK_RECORD (self->person), &error))
    {
      adw_navigation_split_view_set_show_content (self->split, FALSE);
      gtk_widget_activate_action (
          widget, "win.toast-undo", "s", _ ("Deleted; clean up to erase it from the history too"));
    }
  tell_failure (self, error);
}

static void
erase_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPeopleView *self = WIJK_PEOPLE_VIEW (widget);

  if (g_str_equal (name, "people.erase-expired"))
    wijk_erase_dialog_present (widget, self->document, WIJK_ERASE_EXPIRED, NULL);
  else if (g_str_equal (name, "people.erase-words"))
    wijk_erase_dialog_present (widget, self->document, WIJK_ERASE_WORDS, NULL);
  else if (self->person != NULL)
    wijk_erase_dialog_present (
        widget, self->document, WIJK_ERASE_PERSON, wijk_record_get_id (WIJK_RECORD (self->person)));
}

static void
record_changed_cb (WijkPeopleView *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind != WIJK_KIND_STAKEHOLDER && kind != WIJK_KIND_COMMITMENT)
    return;
  if (self->update_source == 0)
    self->update_source = g_idle_add_once (update_cb, self);
  if (record == (WijkRecord *) self->person)
    show_person (self);
  if (g_strcmp0 (wijk_record_get_id (record), self->awaited) == 0 &&
      show_stakeholder (self, record))
    {
      g_clear_pointer (&self->awaited, g_free);
      wijk_person_form_focus (self->form);
    }
}

/* ---- GObject ---- */

static void
wijk_people_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wijk_people_view_parent_class)->map (widget);
  update (WIJK_PEOPLE_VIEW (widget)); /* a day may have passed */
}

static void
wijk_people_view_dispose (GObject *object)
{
  WijkPeopleView *self = WIJK_PEOPLE_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PEOPLE_VIEW);
  g_clear_object (&self->person);
  g_clear_object (&self->sorter);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_people_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-people-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, split);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, form_page);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, banner);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, add_box);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, add_entry);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, add_kind);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, toggles);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, commitments_toggle);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, list_menu);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, list);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, promised);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, menu);
  gtk_widget_class_bind_template_child (widget_class, WijkPeopleView, form);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, promise_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
wijk_people_view_class_init (WijkPeopleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_people_view_dispose;
  widget_class->map = wijk_people_view_map;
  g_type_ensure (WIJK_TYPE_PERSON_FORM);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "people.erase", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "people.erase-expired", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "people.erase-words", NULL, erase_action);
  gtk_widget_class_install_action (widget_class, "people.delete", NULL, delete_action);
}

static void
wijk_people_view_init (WijkPeopleView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));
}

GtkWidget *
wijk_people_view_new (WijkDocument *document)
{
  WijkPeopleView *self = g_object_new (WIJK_TYPE_PEOPLE_VIEW, NULL);
  WijkState *state = wijk_document_get_state (document);
  WijkRecordList *people = wijk_state_get_list (state, WIJK_KIND_STAKEHOLDER);
  GtkWidget *writing[] = { self->add_box, self->list_menu };
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->document = g_object_ref (document);
  wijk_person_form_set_document (self->form, document);
  sorted =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (people)), g_object_ref (self->sorter));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (sorted), make_row, NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (writing); i++)
    g_object_bind_property (document,
                            "read-only",
                            writing[i],
                            "visible",
                            G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  show_person (self);
  update (self);

  return GTK_WIDGET (self);
}
