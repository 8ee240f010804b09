/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-session-view.h"

#include <glib/gi18n.h>

#include "wijk-field-binding.h"
#include "wijk-packet-save.h"
#include "wijk-page.h"
#include "wijk-remark-choice.h"
#include "wijk-remark-date.h"
#include "wijk-report-dialog.h"
#include "wijk-session-row.h"

enum
{
  TITLE,
  LOCATION,
  METHOD,
  AUDIENCE,
  HEAD_COUNT,
  TABLES,
  FACILITATORS,
  QUESTIONS,
  N_BINDINGS
};

static const struct
{
  const char *key;
  const char *step;
} fields[N_BINDINGS] = {
  [TITLE] = { "title", N_ ("Change the title of a session") },
  [LOCATION] = { "location", N_ ("Change the place of a session") },
  [METHOD] = { "method", N_ ("Change the method of a session") },
  [AUDIENCE] = { "audience", N_ ("Change for whom a session is") },
  [HEAD_COUNT] = { "head-count", N_ ("Change how many were at a session") },
  [TABLES] = { "tables", N_ ("Change the tables of a session") },
  [FACILITATORS] = { "facilitators", N_ ("Change the facilitators of a session") },
  [QUESTIONS] = { "questions", N_ ("Change the questions of a session") },
};

struct _WijkSessionView
{
  AdwBin parent_instance;

  WijkDocument *document;
  GtkSorter *sorter;
  WijkSession *session; /* in the form; NULL: none */
  GSignalGroup *signals;
  WijkFieldBinding *bindings[N_BINDINGS]; /* lent */
  WijkRemarkDate *date;
  char *awaited; /* id of a session that is on its way */
  guint count_source;

  AdwNavigationSplitView *split;
  AdwNavigationPage *form_page;
  GtkWidget *add_box;
  GtkEditable *add_entry;
  GtkStack *stack;
  GtkListBox *list;
  GtkStack *form_stack;
  GtkWidget *menu;
  AdwActionRow *date_row;
  GtkWidget *widgets[N_BINDINGS];
  AdwActionRow *remarks_row;
  GtkWidget *start;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkSessionView,
                               wijk_session_view,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

static void
tell_failure (WijkSessionView *self, GError *error)
{
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- the list ---- */

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const WijkSession *one = a, *other = b;
  int order = g_strcmp0 (other->date, one->date); /* the last one first */

  if ((one->date == NULL) != (other->date == NULL)) /* a new one has no date yet */
    return one->date == NULL ? -1 : 1;

  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = wijk_session_row_new (WIJK_SESSION (item));

  wijk_session_row_update (WIJK_SESSION_ROW (row), NULL);

  return row;
}

static WijkSessionRow *
find_row (WijkSessionView *self, WijkSession *session)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (wijk_session_row_get_session (WIJK_SESSION_ROW (row)) == session)
      return WIJK_SESSION_ROW (row);

  return NULL;
}

static void
update_counts (WijkSessionView *self)
{
  g_autoptr (GHashTable) counts =
      wijk_remark_count_by (wijk_document_get_state (self->document), WIJK_KIND_SESSION);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      WijkSession *session = wijk_session_row_get_session (WIJK_SESSION_ROW (row));
      const WijkRemarkCount *count =
          g_hash_table_lookup (counts, wijk_record_get_id (WIJK_RECORD (session)));

      wijk_session_row_update (WIJK_SESSION_ROW (row), count);
      if (session == self->session)
        {
          g_autofree char *text = wijk_remark_count_describe (count);

          adw_action_row_set_subtitle (self->remarks_row, text);
        }
    }
  gtk_stack_set_visible_child_name (
      self->stack, gtk_list_box_get_row_at_index (self->list, 0) != NULL ? "list" : "empty");
}

static void
count_cb (gpointer user_data)
{
  WijkSessionView *self = WIJK_SESSION_VIEW (user_data);

  self->count_source = 0;
  update_counts (self);
}

static void
count_later (WijkSessionView *self)
{
  if (self->count_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->count_source = g_idle_add_once (count_cb, self);
}

/* ---- the form ---- */

static void
show_session (WijkSessionView *self)
{
  adw_navigation_page_set_title (
      self->form_page,
      self->session != NULL && self->session->title != NULL ? self->session->title : _ ("Session"));
  gtk_stack_set_visible_child_name (self->form_stack, self->session != NULL ? "form" : "none");
  gtk_widget_set_visible (self->menu,
                          self->session != NULL && !wijk_document_is_read_only (self->document) &&
                              wijk_document_get_packet_sessions (self->document) == NULL);
  wijk_remark_date_set_date (self->date, self->session != NULL ? self->session->date : NULL);
}

static void
set_session (WijkSessionView *self, WijkSession *session)
{
  if (!g_set_object (&self->session, session))
    return;
  wijk_document_end_typing (self->document);
  g_signal_group_set_target (self->signals, session);
  for (guint i = 0; i < N_BINDINGS; i++)
    wijk_field_binding_set_record (self->bindings[i], (WijkRecord *) session);
  show_session (self);
  count_later (self);
}

static void
row_selected_cb (WijkSessionView *self, GtkListBoxRow *row)
{
  set_session (self, row != NULL ? wijk_session_row_get_session (WIJK_SESSION_ROW (row)) : NULL);
}

static void
row_activated_cb (WijkSessionView *self)
{
  adw_navigation_split_view_set_show_content (self->split, TRUE);
}

static void
date_chosen_cb (WijkSessionView *self, const char *date)
{
  g_autoptr (GError) error = NULL;

  wijk_document_set (self->document,
                     _ ("Change the date of a session"),
                     WIJK_RECORD (self->session),
                     "date",
                     date,
                     &error);
  tell_failure (self, error);
}

static void
start_cb (WijkSessionView *self)
{
  if (self->session != NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.evening", "s", wijk_record_get_id (WIJK_RECORD (self->session)));
}

static void
show_remarks_cb (WijkSessionView *self)
{
  if (self->session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                "input.show-remarks",
                                "s",
                                wijk_record_get_id (WIJK_RECORD (self->session)));
}

/* ---- adding and deleting ---- */

static void
add_cb (WijkSessionView *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->add_entry)));
  g_autoptr (GError) error = NULL;

  if (*title == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->add_entry));
      return;
    }
  g_free (self->awaited);
  self->awaited = wijk_remark_choice_make (WIJK_CHOICE_SESSION, self->document, title, &error);
  if (self->awaited != NULL)
    gtk_editable_set_text (self->add_entry, "");
  tell_failure (self, error);
}

static void
packet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkSessionView *self = WIJK_SESSION_VIEW (widget);

  if (self->session != NULL)
    wijk_packet_save (widget, self->document, wijk_record_get_id (WIJK_RECORD (self->session)));
}

static void
reports_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkSessionView *self = WIJK_SESSION_VIEW (widget);

  if (self->session != NULL)
    wijk_report_dialog_show_session (
        widget, self->document, wijk_record_get_id (WIJK_RECORD (self->session)));
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkSessionView *self = WIJK_SESSION_VIEW (widget);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return;
  /* Translators: %s is the title of a session */
  message = g_strdup_printf (_ ("“%s” deleted; its remarks stay"), self->session->title);
  if (wijk_document_delete (
          self->document, _ ("Delete a session"), WIJK_RECORD (self->session), &error))
    {
      adw_navigation_split_view_set_show_content (self->split, FALSE);
      gtk_widget_activate_action (widget, "win.toast-undo", "s", message);
    }
  tell_failure (self, error);
}

/* ---- page ---- */

static gboolean
show_record (WijkPage *page, WijkRecord *session)
{
  WijkSessionView *self = WIJK_SESSION_VIEW (page);
  WijkSessionRow *row = find_row (self, (WijkSession *) session);

  if (row == NULL)
    return FALSE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  adw_navigation_split_view_set_show_content (self->split, TRUE);

  return TRUE;
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
}

static void
record_changed_cb (WijkSessionView *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_SESSION)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  if (kind == WIJK_KIND_SESSION || kind == WIJK_KIND_REMARK || kind == WIJK_KIND_CLUSTER)
    count_later (self);
  if (g_strcmp0 (wijk_record_get_id (record), self->awaited) == 0)
    {
      g_clear_pointer (&self->awaited, g_free);
      show_record (WIJK_PAGE (self), record);
    }
}

/* ---- GObject ---- */

static void
wijk_session_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wijk_session_view_parent_class)->map (widget);
  update_counts (WIJK_SESSION_VIEW (widget));
}

static void
wijk_session_view_dispose (GObject *object)
{
  WijkSessionView *self = WIJK_SESSION_VIEW (object);

  g_clear_handle_id (&self->count_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_SESSION_VIEW);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_object (&self->sorter);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_session_view_parent_class)->dispose (object);
}

static void
bind_widget (GtkWidgetClass *widget_class, const char *name, guint index)
{
  gtk_widget_class_bind_template_child_full (widget_class,
                                             name,
                                             FALSE,
                                             G_STRUCT_OFFSET (WijkSessionView, widgets) +
                                                 (gssize) (index * sizeof (GtkWidget *)));
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-session-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, split);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, form_page);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, add_box);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, add_entry);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, list);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, form_stack);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, menu);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, date_row);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, remarks_row);
  gtk_widget_class_bind_template_child (widget_class, WijkSessionView, start);
  bind_widget (widget_class, "title", TITLE);
  bind_widget (widget_class, "location", LOCATION);
  bind_widget (widget_class, "method", METHOD);
  bind_widget (widget_class, "audience", AUDIENCE);
  bind_widget (widget_class, "head_count", HEAD_COUNT);
  bind_widget (widget_class, "tables", TABLES);
  bind_widget (widget_class, "facilitators", FACILITATORS);
  bind_widget (widget_class, "questions", QUESTIONS);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_remarks_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
}

static void
wijk_session_view_class_init (WijkSessionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_session_view_dispose;
  widget_class->map = wijk_session_view_map;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "session.packet", NULL, packet_action);
  gtk_widget_class_install_action (widget_class, "session.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "session.reports", NULL, reports_action);
}

static void
wijk_session_view_init (WijkSessionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, NULL, NULL));
  self->signals = g_signal_group_new (WIJK_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_session), self);
  self->date = WIJK_REMARK_DATE (wijk_remark_date_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->date), GTK_ALIGN_CENTER);
  g_signal_connect_object (
      self->date, "chosen", G_CALLBACK (date_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (self->date_row, GTK_WIDGET (self->date));
}

/* In a packet's plan its session is shown as it was given. */
static void
show_packet (WijkSessionView *self)
{
  if (wijk_document_get_packet_sessions (self->document) == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->form_stack), FALSE);
  gtk_widget_set_visible (self->add_box, FALSE);
}

GtkWidget *
wijk_session_view_new (WijkDocument *document)
{
  WijkSessionView *self = g_object_new (WIJK_TYPE_SESSION_VIEW, NULL);
  WijkState *state = wijk_document_get_state (document);
  WijkRecordList *sessions = wijk_state_get_list (state, WIJK_KIND_SESSION);
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->document = g_object_ref (document);
  for (guint i = 0; i < N_BINDINGS; i++)
    {
      self->bindings[i] = wijk_field_binding_new (
          document, self->widgets[i], WIJK_KIND_SESSION, fields[i].key, _ (fields[i].step));
      wijk_field_binding_set_record (self->bindings[i], NULL);
    }
  sorted =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (sessions)), g_object_ref (self->sorter));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (sorted), make_row, NULL, NULL);
  g_object_bind_property (document,
                          "read-only",
                          self->start,
                          "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (document,
                          "read-only",
                          self->add_box,
                          "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_object_bind_property (document,
                          "read-only",
                          self->date,
                          "sensitive",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  show_packet (self);
  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (record_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  show_session (self);
  update_counts (self);

  return GTK_WIDGET (self);
}
