/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-remark-bulk.h"
#include "wijk-remark-chooser.h"
#include "wijk-remark-row.h"

static const WijkRemarkChoiceKind facet_kinds[WIJK_N_FACETS] = {
  [WIJK_FACET_OUTCOME] = WIJK_CHOICE_OUTCOME, [WIJK_FACET_CHANNEL] = WIJK_CHOICE_CHANNEL,
  [WIJK_FACET_SESSION] = WIJK_CHOICE_SESSION, [WIJK_FACET_THEME] = WIJK_CHOICE_THEME,
  [WIJK_FACET_ASPECT] = WIJK_CHOICE_ASPECT,   [WIJK_FACET_AREA] = WIJK_CHOICE_AREA,
};

static const char *const sort_names[] = { "newest", "oldest", "number", "people" };

struct _WijkRemarkList
{
  GtkBox parent_instance;

  WijkDocument *document;
  WijkRemarkFilter *filter;
  WijkRemarkModel *model;
  GtkMultiSelection *selection;
  WijkRemarkChooser *facets[WIJK_N_FACETS];
  char *awaited; /* id of a remark that is on its way */
  guint selected_source;
  guint focus_source;

  GtkSearchEntry *search;
  GtkToggleButton *filter_button;
  AdwWrapBox *pills;
  GtkToggleButton *owed;
  GtkLabel *owed_label;
  GtkToggleButton *withdrawn;
  GtkLabel *count;
  GtkWidget *clear;
  GtkStack *stack;
  GtkListView *list;
  WijkRemarkBulk *bulk;
};

G_DEFINE_FINAL_TYPE (WijkRemarkList, wijk_remark_list, GTK_TYPE_BOX)

typedef enum
{
  SELECTED,
  OPENED,
  N_SIGNALS,
} WijkRemarkListSignal;

static guint signals[N_SIGNALS];

/* ---- rows ---- */

/* With Control or Shift more are selected, and none is opened. */
static void
released_cb (WijkRemarkList *self, int n_press, double x, double y, GtkGesture *click)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));

  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0)
    g_signal_emit (self, signals[OPENED], 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkRemarkList *self)
{
  GtkWidget *row = wijk_remark_row_new (wijk_document_get_state (self->document), self->model);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkRemarkList *self)
{
  wijk_remark_row_set_remark (WIJK_REMARK_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item),
                              list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, WijkRemarkList *self)
{
  wijk_remark_row_set_remark (WIJK_REMARK_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static void
activate_cb (WijkRemarkList *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

/* ---- what shows beside the rows ---- */

static void
show_owed (WijkRemarkList *self)
{
  WijkTally tally = wijk_document_get_tally (self->document);
  g_autofree char *number = wijk_ui_format_count (tally.n_remarks - tally.n_answered);
  /* Translators: %s is how many remarks still have no answer */
  g_autofree char *text = g_strdup_printf (_ ("To be answered: %s"), number);

  gtk_label_set_label (self->owed_label, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->owed), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_counts (WijkRemarkList *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->model)), n_total;
  gboolean is_narrow = wijk_remark_filter_is_narrowing (self->filter);
  g_autofree char *shown = wijk_ui_format_count (n_shown);
  g_autofree char *total = NULL;
  g_autofree char *text = NULL;
  const char *page = "list";

  g_object_get (self->model, "n-total", &n_total, NULL);
  total = wijk_ui_format_count (n_total);
  if (is_narrow)
    /* Translators: how many remarks are shown, of how many there are */
    text = g_strdup_printf (_ ("%s of %s remarks"), shown, total);
  else
    text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s remark", "%s remarks", n_shown), shown);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->clear,
                          is_narrow || wijk_remark_filter_get_with_withdrawn (self->filter));
  if (n_shown == 0 && n_total == 0)
    page = "empty";
  else if (n_shown == 0 && wijk_document_get_tally (self->document).n_answered == n_total &&
           wijk_remark_filter_get_owed_only (self->filter))
    page = "answered";
  else if (n_shown == 0)
    page = "nothing";
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* Filters that are set stay in sight when the others are folded away. */
static void
show_filters (WijkRemarkList *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->filter_button);

  for (guint i = 0; i < WIJK_N_FACETS; i++)
    {
      g_auto (GStrv) values = wijk_remark_filter_dup_values (self->filter, i);

      wijk_remark_chooser_set_values (self->facets[i], (const char *const *) values);
      gtk_widget_set_visible (GTK_WIDGET (self->facets[i]), is_open || values[0] != NULL);
    }
  gtk_toggle_button_set_active (self->owed, wijk_remark_filter_get_owed_only (self->filter));
  gtk_toggle_button_set_active (self->withdrawn,
                                wijk_remark_filter_get_with_withdrawn (self->filter));
  gtk_widget_set_visible (GTK_WIDGET (self->withdrawn),
                          is_open || wijk_remark_filter_get_with_withdrawn (self->filter));
}

static void
show_filters_cb (WijkRemarkList *self)
{
  if (self->filter != NULL)
    show_filters (self);
}

static void
filter_changed_cb (WijkRemarkList *self)
{
  show_filters (self);
  show_counts (self);
}

/* What was found stands at the top, or where the selected remark is among it. */
static void
searched_cb (WijkRemarkList *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  show_counts (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  gtk_list_view_scroll_to (self->list,
                           gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected),
                           GTK_LIST_SCROLL_NONE,
                           NULL);
}

/* ---- searching and filtering ---- */

static void
search_changed_cb (WijkRemarkList *self)
{
  if (self->filter != NULL)
    wijk_remark_filter_set_query (self->filter,
                                  gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

static void
stop_search_cb (WijkRemarkList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* Enter goes to the first that was found. */
static void
search_activate_cb (WijkRemarkList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    return;
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
owed_toggled_cb (WijkRemarkList *self)
{
  if (self->filter != NULL)
    wijk_remark_filter_set_owed_only (self->filter, gtk_toggle_button_get_active (self->owed));
}

static void
withdrawn_toggled_cb (WijkRemarkList *self)
{
  if (self->filter != NULL)
    wijk_remark_filter_set_with_withdrawn (self->filter,
                                           gtk_toggle_button_get_active (self->withdrawn));
}

static void
facet_toggled_cb (WijkRemarkList *self,
                  const char *value,
                  gboolean chosen,
                  WijkRemarkChooser *chooser)
{
  for (guint i = 0; i < WIJK_N_FACETS; i++)
    if (self->facets[i] == chooser)
      wijk_remark_filter_set_value (self->filter, i, value, chosen);
}

static void
clear_cb (WijkRemarkList *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  wijk_remark_filter_clear (self->filter);
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, WijkRemarkList *self)
{
  g_simple_action_set_state (action, parameter);
  for (guint i = 0; i < G_N_ELEMENTS (sort_names); i++)
    if (g_str_equal (sort_names[i], g_variant_get_string (parameter, NULL)))
      wijk_remark_model_set_sort (self->model, i);
  searched_cb (self);
}

/* ---- selection ---- */

static GPtrArray *
dup_selected (WijkRemarkList *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *remarks = g_ptr_array_new_with_free_func (g_object_unref);
  GtkBitsetIter iter;
  guint position;

  if (gtk_bitset_iter_init_first (&iter, selected, &position))
    do
      g_ptr_array_add (remarks, g_list_model_get_item (G_LIST_MODEL (self->selection), position));
    while (gtk_bitset_iter_next (&iter, &position));

  return remarks;
}

/* Later, as the list may be in the middle of telling that it changed. */
static void
selected_idle_cb (gpointer user_data)
{
  WijkRemarkList *self = WIJK_REMARK_LIST (user_data);

  self->selected_source = 0;
  wijk_remark_model_keep (self->model, wijk_remark_list_get_selected (self));
  wijk_remark_bulk_take_remarks (self->bulk, dup_selected (self));
}

static void
selected_later (WijkRemarkList *self)
{
  if (self->selected_source == 0)
    self->selected_source = g_idle_add_once (selected_idle_cb, self);
}

static void
selected_cb (WijkRemarkList *self)
{
  selected_later (self);
  g_signal_emit (self, signals[SELECTED], 0, wijk_remark_list_get_selected (self));
}

static void
focus_cb (gpointer user_data)
{
  WijkRemarkList *self = WIJK_REMARK_LIST (user_data);

  self->focus_source = 0;
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* At once and once more: a popover that was left by the pointer gives the focus to its button. */
static void
bulk_done_cb (WijkRemarkList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_once (focus_cb, self);
}

static void
items_changed_cb (WijkRemarkList *self)
{
  g_autofree char *id = NULL;
  WijkRemark *remark;
  guint position;

  show_counts (self);
  selected_later (self);
  remark = (WijkRemark *) wijk_state_lookup_live (
      wijk_document_get_state (self->document), self->awaited, WIJK_KIND_REMARK);
  if (remark == NULL)
    return;
  id = g_steal_pointer (&self->awaited);
  position = wijk_remark_model_find (self->model, remark);
  if (position != G_MAXUINT)
    gtk_list_view_scroll_to (self->list, position, GTK_LIST_SCROLL_NONE, NULL);
}

/* ---- GObject ---- */

static void
wijk_remark_list_dispose (GObject *object)
{
  WijkRemarkList *self = WIJK_REMARK_LIST (object);

  g_clear_handle_id (&self->selected_source, g_source_remove);
  g_clear_handle_id (&self->focus_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_REMARK_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_remark_list_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-remark-list.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, search);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, filter_button);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, pills);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, owed);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, owed_label);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, withdrawn);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, count);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, clear);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, list);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkList, bulk);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, owed_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdrawn_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, bulk_done_cb);
}

static guint
add_signal (const char *name, guint n_params, GType type)
{
  return g_signal_new (name,
                       WIJK_TYPE_REMARK_LIST,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_params,
                       type);
}

static void
wijk_remark_list_class_init (WijkRemarkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_list_dispose;

  g_type_ensure (WIJK_TYPE_REMARK_BULK);
  signals[SELECTED] = add_signal ("selected", 1, WIJK_TYPE_REMARK);
  signals[OPENED] = add_signal ("opened", 0, G_TYPE_NONE);

  bind_template (widget_class);
}

static void
wijk_remark_list_init (WijkRemarkList *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) sort = g_simple_action_new_stateful (
      "sort", G_VARIANT_TYPE_STRING, g_variant_new_string (sort_names[WIJK_SORT_NEWEST]));

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (sort, "activate", G_CALLBACK (sort_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (sort));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "remarks", G_ACTION_GROUP (group));
}

static void
add_facets (WijkRemarkList *self)
{
  GtkWidget *before = GTK_WIDGET (self->owed);

  for (guint i = 0; i < WIJK_N_FACETS; i++)
    {
      self->facets[i] = WIJK_REMARK_CHOOSER (
          wijk_remark_chooser_new (self->document, facet_kinds[i], WIJK_CHOOSE_FILTER));
      g_signal_connect_object (
          self->facets[i], "toggled", G_CALLBACK (facet_toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_insert_child_after (self->pills, GTK_WIDGET (self->facets[i]), before);
      before = GTK_WIDGET (self->facets[i]);
    }
}

static void
follow (WijkRemarkList *self)
{
  g_signal_connect_object (
      self->filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->model, "searched", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->model, "notify", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection,
                           "items-changed",
                           G_CALLBACK (items_changed_cb),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (
      self->selection, "selection-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->document, "notify::n-owed", G_CALLBACK (show_owed), self, G_CONNECT_SWAPPED);
}

void
wijk_remark_list_set_document (WijkRemarkList *self, WijkDocument *document)
{
  WijkState *state = wijk_document_get_state (document);

  g_return_if_fail (WIJK_IS_REMARK_LIST (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->filter = wijk_remark_filter_new (state);
  self->model = wijk_remark_model_new (state, self->filter);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  wijk_remark_bulk_set_document (self->bulk, document);
  add_facets (self);
  follow (self);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  show_filters (self);
  show_counts (self);
  show_owed (self);
}

WijkRemarkModel *
wijk_remark_list_get_model (WijkRemarkList *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), NULL);

  return self->model;
}

void
wijk_remark_list_select (WijkRemarkList *self, WijkRemark *remark)
{
  guint position;

  g_return_if_fail (WIJK_IS_REMARK_LIST (self));

  position = wijk_remark_model_find (self->model, remark);
  if (position == G_MAXUINT)
    {
      clear_cb (self);
      if (remark->withdrawn != NULL)
        wijk_remark_filter_set_with_withdrawn (self->filter, TRUE);
      position = wijk_remark_model_find (self->model, remark);
    }
  if (position != G_MAXUINT)
    gtk_list_view_scroll_to (
        self->list, position, GTK_LIST_SCROLL_SELECT | GTK_LIST_SCROLL_FOCUS, NULL);
}

WijkRemark *
wijk_remark_list_get_selected (WijkRemarkList *self)
{
  g_autoptr (GtkBitset) selected = NULL;
  g_autoptr (WijkRemark) remark = NULL;

  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), NULL);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  if (gtk_bitset_get_size (selected) != 1)
    return NULL;
  remark =
      g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_minimum (selected));
  return remark; /* the model has it too */
}

guint64
wijk_remark_list_get_n_selected (WijkRemarkList *self)
{
  g_autoptr (GtkBitset) selected = NULL;

  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), 0);

  selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_get_size (selected);
}

WijkRemarkBulk *
wijk_remark_list_get_bulk (WijkRemarkList *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), NULL);

  if (self->selected_source != 0)
    {
      g_clear_handle_id (&self->selected_source, g_source_remove);
      selected_idle_cb (self);
    }

  return self->bulk;
}

void
wijk_remark_list_await (WijkRemarkList *self, const char *id)
{
  g_return_if_fail (WIJK_IS_REMARK_LIST (self));

  g_set_str (&self->awaited, id);
}

void
wijk_remark_list_show_only (WijkRemarkList *self, WijkFacet facet, const char *value)
{
  g_return_if_fail (WIJK_IS_REMARK_LIST (self));

  clear_cb (self);
  wijk_remark_filter_set_value (self->filter, facet, value, TRUE);
}

void
wijk_remark_list_show_owed (WijkRemarkList *self)
{
  g_return_if_fail (WIJK_IS_REMARK_LIST (self));

  clear_cb (self);
  wijk_remark_filter_set_owed_only (self->filter, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

gboolean
wijk_remark_list_focus_search (WijkRemarkList *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_LIST (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
