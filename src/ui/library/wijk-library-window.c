/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-library-window.h"

#include <glib/gi18n.h>

#include "wijk-area.h"
#include "wijk-backup-folder.h"
#include "wijk-bin-dialog.h"
#include "wijk-district-map.h"
#include "wijk-fold.h"
#include "wijk-label.h"
#include "wijk-library.h"
#include "wijk-map-swatch.h"
#include "wijk-map-view.h"
#include "wijk-new-plan-dialog.h"
#include "wijk-new-plan.h"
#include "wijk-packet-drop.h"
#include "wijk-plan-entry.h"
#include "wijk-plan-list.h"
#include "wijk-plan-row.h"

struct _WijkLibraryWindow
{
  AdwApplicationWindow parent_instance;

  WijkPlanList *plans;
  GtkFilter *filter;
  GtkSorter *sorter;
  GListModel *shown;
  GStrv words; /* what is searched for; NULL: nothing */

  AdwToastOverlay *toasts;
  AdwBanner *backup_banner;
  GtkWidget *tools;
  GtkSearchEntry *search;
  GtkDropDown *sort;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *district_chip;
  GtkLabel *district_name;
  AdwStatusPage *none_found;
  GtkWidget *new_here;
  WijkMapView *map;
  GtkLabel *credit;
};

G_DEFINE_FINAL_TYPE (WijkLibraryWindow, wijk_library_window, ADW_TYPE_APPLICATION_WINDOW)

static const char *const orders[] = { "changed", "area", "title" };

static WijkApplication *
get_application (WijkLibraryWindow *self)
{
  return WIJK_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static gboolean
has_words (const WijkSummary *summary, GStrv words)
{
  const char *kind = wijk_label_for_word (wijk_plan_kind_words, summary->kind);
  g_autofree char *all = g_strjoin (
      " ", summary->title ?: "", summary->area_name ?: "", summary->kind ?: "", kind ?: "", NULL);
  g_autofree char *key = wijk_fold (all);

  return wijk_fold_contains_all (key, (const char *const *) words);
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  WijkLibraryWindow *self = user_data;
  const char *district = wijk_map_view_get_picked (self->map);

  if (district != NULL && g_strcmp0 (wijk_plan_entry_get_district (item), district) != 0)
    return FALSE;

  return self->words == NULL || has_words (wijk_plan_entry_get_summary (item), self->words);
}

static int
compare_text (const char *a, const char *b)
{
  return g_utf8_collate (a != NULL ? a : "", b != NULL ? b : "");
}

static int
compare (gconstpointer item_a, gconstpointer item_b, gpointer user_data)
{
  WijkLibraryWindow *self = user_data;
  const WijkSummary *a = wijk_plan_entry_get_summary ((WijkPlanEntry *) item_a);
  const WijkSummary *b = wijk_plan_entry_get_summary ((WijkPlanEntry *) item_b);
  int order = 0;

  switch (gtk_drop_down_get_selected (self->sort))
    {
    case 1:
      order = compare_text (a->area_name, b->area_name);
      break;
    case 2:
      order = compare_text (a->title, b->title);
      break;
    default:
      break;
    }
  if (order == 0)
    order = a->last_change < b->last_change ? 1 : a->last_change > b->last_change ? -1 : 0;

  return order != 0 ? order : strcmp (a->id, b->id);
}

static GtkWidget *
create_row (gpointer item, gpointer user_data)
{
  return wijk_plan_row_new (item);
}

static void
add_state (GHashTable *states, WijkPlanEntry *entry)
{
  const WijkSummary *summary = wijk_plan_entry_get_summary (entry);
  const char *district = wijk_plan_entry_get_district (entry);
  guint state;

  if (district == NULL)
    return;

  state = GPOINTER_TO_UINT (g_hash_table_lookup (states, district));
  state |= g_strcmp0 (summary->kind, "wijkvisie") == 0 ? WIJK_MAP_STATE_WIJKVISIE
                                                       : WIJK_MAP_STATE_WIJKPLAN;
  g_hash_table_insert (states, (char *) district, GUINT_TO_POINTER (state));
}

static void
show_map (WijkLibraryWindow *self)
{
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->plans)); i++)
    {
      g_autoptr (WijkPlanEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->plans), i);

      add_state (states, entry);
    }
  wijk_map_view_set_states (self->map, states);
}

static const char *
get_district_name (WijkLibraryWindow *self)
{
  const char *code = wijk_map_view_get_picked (self->map);
  const WijkArea *area = code != NULL ? wijk_area_lookup_code (code) : NULL;

  return area != NULL ? wijk_area_get_display_name (area) : NULL;
}

static void
describe_none_found (WijkLibraryWindow *self)
{
  const char *district = get_district_name (self);
  g_autofree char *title = NULL;

  if (district != NULL && self->words == NULL)
    /* Translators: %s is the name of a district */
    title = g_strdup_printf (_ ("No plan for %s yet"), district);
  else
    title = g_strdup (_ ("No plan found"));

  adw_status_page_set_title (self->none_found, title);
  gtk_widget_set_visible (self->new_here, district != NULL);
}

static void
show_list (WijkLibraryWindow *self)
{
  guint n_plans = g_list_model_get_n_items (G_LIST_MODEL (self->plans));
  gboolean loading;
  const char *page = "list";

  g_object_get (self->plans, "loading", &loading, NULL);
  if (n_plans == 0)
    page = loading ? "loading" : "empty";
  else if (g_list_model_get_n_items (self->shown) == 0)
    page = "none-found";

  describe_none_found (self);
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->tools, n_plans > 0);
}

static void
plans_changed_cb (WijkLibraryWindow *self)
{
  show_map (self);
  show_list (self);
}

static void
refresh (WijkLibraryWindow *self)
{
  g_autoptr (WijkWorkplace) workplace = NULL;

  if (gtk_window_get_application (GTK_WINDOW (self)) == NULL)
    return;

  workplace = wijk_application_dup_workplace (get_application (self));
  wijk_plan_list_refresh (self->plans, workplace);
}

static void
active_cb (WijkLibraryWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    refresh (self);
}

static void
show_banner (WijkLibraryWindow *self)
{
  g_autofree char *folder = wijk_application_dup_backup_folder (get_application (self));

  adw_banner_set_revealed (self->backup_banner, folder == NULL);
}

static void
search_changed_cb (WijkLibraryWindow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->words, g_strfreev);
  if (*text != '\0')
    self->words = wijk_fold_words (text);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

static void
sort_changed_cb (WijkLibraryWindow *self)
{
  if (self->sorter != NULL)
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
picked_cb (WijkLibraryWindow *self)
{
  const char *name = get_district_name (self);

  gtk_widget_set_visible (self->district_chip, name != NULL);
  if (name != NULL)
    {
      g_autofree char *label = g_strdup_printf (_ ("Show all plans, not only %s"), name);

      gtk_label_set_label (self->district_name, name);
      gtk_widget_set_tooltip_text (self->district_chip, label);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self->district_chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_list (self);
}

static void
unpick_cb (WijkLibraryWindow *self)
{
  wijk_map_view_set_picked (self->map, NULL);
}

static WijkPlanEntry *
find_plan_of_district (WijkLibraryWindow *self, const char *code)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->shown); i++)
    {
      g_autoptr (WijkPlanEntry) entry = g_list_model_get_item (self->shown, i);

      if (g_strcmp0 (wijk_plan_entry_get_district (entry), code) == 0)
        return entry;
    }

  return NULL;
}

static void
district_activated_cb (WijkLibraryWindow *self, const char *code)
{
  WijkPlanEntry *entry = find_plan_of_district (self, code);

  if (entry != NULL)
    wijk_application_open_plan (get_application (self), wijk_plan_entry_get_summary (entry)->id);
  else
    wijk_library_window_propose_plan (self, code);
}

static void
row_activated_cb (WijkLibraryWindow *self, GtkListBoxRow *row)
{
  WijkPlanEntry *entry = wijk_plan_row_get_entry (WIJK_PLAN_ROW (row));

  wijk_application_open_plan (get_application (self), wijk_plan_entry_get_summary (entry)->id);
}

static void
new_here_cb (WijkLibraryWindow *self)
{
  wijk_library_window_propose_plan (self, wijk_map_view_get_picked (self->map));
}

static void
choose_backup_cb (WijkLibraryWindow *self)
{
  wijk_backup_folder_choose (GTK_WIDGET (self));
}

/* ---- the bin ---- */

static void
show_toast (WijkLibraryWindow *self, const char *text)
{
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLibraryWindow *self = WIJK_LIBRARY_WINDOW (widget);
  WijkApplication *application = get_application (self);
  const char *plan_id = g_variant_get_string (parameter, NULL);
  g_autofree char *binned = NULL;
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (wijk_application_has_plan (application, plan_id))
    {
      show_toast (self, _ ("This plan is open in a window. Close that first."));
      return;
    }
  if (!wijk_library_remove (wijk_application_get_library (application),
                            plan_id,
                            g_get_real_time () / 1000,
                            &binned,
                            &error))
    {
      show_toast (self, error->message);
      return;
    }

  toast = adw_toast_new (_ ("Plan moved to the bin"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "library.restore");
  adw_toast_set_action_target (toast, "s", binned);
  adw_toast_overlay_add_toast (self->toasts, toast);
  wijk_application_tell_library_changed (application);
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLibraryWindow *self = WIJK_LIBRARY_WINDOW (widget);
  WijkApplication *application = get_application (self);
  g_autoptr (GError) error = NULL;

  if (!wijk_library_restore (wijk_application_get_library (application),
                             g_variant_get_string (parameter, NULL),
                             &error))
    show_toast (self, error->message);
  wijk_application_tell_library_changed (application);
}

static void
bin_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLibraryWindow *self = WIJK_LIBRARY_WINDOW (widget);

  adw_dialog_present (wijk_bin_dialog_new (get_application (self)), widget);
}

static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLibraryWindow *self = WIJK_LIBRARY_WINDOW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
example_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkLibraryWindow *self = WIJK_LIBRARY_WINDOW (widget);

  wijk_new_plan_make_example (get_application (self), widget);
}

/* ---- set up ---- */

static gboolean
order_to_selected (GValue *value, GVariant *variant, gpointer user_data)
{
  const char *order = g_variant_get_string (variant, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i], order))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
selected_to_order (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint selected = g_value_get_uint (value);

  return g_variant_new_string (orders[selected < G_N_ELEMENTS (orders) ? selected : 0]);
}

static void
create_models (WijkLibraryWindow *self)
{
  GtkFilterListModel *filtered;

  self->plans = wijk_plan_list_new ();
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->plans)),
                                        g_object_ref (self->filter));
  self->shown =
      G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (filtered), g_object_ref (self->sorter)));
  gtk_list_box_bind_model (self->list, self->shown, create_row, self, NULL);

  g_signal_connect_object (
      self->plans, "items-changed", G_CALLBACK (plans_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->plans, "notify::loading", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
}

static void
wijk_library_window_dispose (GObject *object)
{
  WijkLibraryWindow *self = WIJK_LIBRARY_WINDOW (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_LIBRARY_WINDOW);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->plans);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (wijk_library_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, backup_banner);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, tools);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, search);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, sort);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, district_chip);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, district_name);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, none_found);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, new_here);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, map);
  gtk_widget_class_bind_template_child (widget_class, WijkLibraryWindow, credit);
}

static void
wijk_library_window_class_init (WijkLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_library_window_dispose;

  g_type_ensure (WIJK_TYPE_MAP_SWATCH);
  g_type_ensure (WIJK_TYPE_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-library-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, unpick_cb);
  gtk_widget_class_bind_template_callback (widget_class, district_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_here_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_backup_cb);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);

  gtk_widget_class_install_action (widget_class, "library.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "library.restore", "s", restore_action);
  gtk_widget_class_install_action (widget_class, "library.bin", NULL, bin_action);
  gtk_widget_class_install_action (widget_class, "library.example", NULL, example_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
}

static void
wijk_library_window_init (WijkLibraryWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_models (self);
  gtk_label_set_label (self->credit, WIJK_AREA_CREDIT);
  wijk_packet_drop_add_to (GTK_WIDGET (self));
}

WijkLibraryWindow *
wijk_library_window_new (WijkApplication *application)
{
  WijkLibraryWindow *self =
      g_object_new (WIJK_TYPE_LIBRARY_WINDOW, "application", application, NULL);
  GSettings *settings = wijk_application_get_settings (application);

  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings,
                                "plan-sort",
                                self->sort,
                                "selected",
                                G_SETTINGS_BIND_DEFAULT,
                                order_to_selected,
                                selected_to_order,
                                NULL,
                                NULL);
  g_signal_connect_object (
      settings, "changed::backup-folder", G_CALLBACK (show_banner), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      application, "library-changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  show_banner (self);
  show_list (self);
  refresh (self);

  return self;
}

void
wijk_library_window_propose_plan (WijkLibraryWindow *self, const char *district)
{
  g_return_if_fail (WIJK_IS_LIBRARY_WINDOW (self));

  adw_dialog_present (wijk_new_plan_dialog_new (get_application (self), district),
                      GTK_WIDGET (self));
}
