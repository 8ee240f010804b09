/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-new-plan-dialog.h"

#include <glib/gi18n.h>

#include "wijk-area.h"
#include "wijk-map-view.h"
#include "wijk-new-plan.h"
#include "wijk-rules.h"

struct _WijkNewPlanDialog
{
  AdwDialog parent_instance;

  WijkApplication *application;
  GPtrArray *districts; /* const WijkArea */
  GPtrArray *checks;    /* GtkCheckButton of each neighbourhood, lent; its code is data "code" */
  gboolean title_edited;
  gboolean filling;

  AdwToastOverlay *toasts;
  GtkWidget *form;
  GtkWidget *create;
  GtkCheckButton *wijkplan;
  GtkCheckButton *wijkvisie;
  AdwToggleGroup *area_kind;
  GtkStack *area_stack;
  WijkMapView *map;
  AdwComboRow *district;
  AdwPreferencesGroup *neighbourhoods;
  AdwEntryRow *free_name;
  AdwComboRow *parent;
  AdwEntryRow *title_row;
  GtkSpinButton *first_year;
  GtkSpinButton *last_year;
  GtkLabel *period_message;
};

G_DEFINE_FINAL_TYPE (WijkNewPlanDialog, wijk_new_plan_dialog, ADW_TYPE_DIALOG)

static WijkPlanKind
get_kind (WijkNewPlanDialog *self)
{
  return gtk_check_button_get_active (self->wijkvisie) ? WIJK_PLAN_WIJKVISIE : WIJK_PLAN_WIJKPLAN;
}

static const WijkArea *
get_selected (WijkNewPlanDialog *self, AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return g_ptr_array_index (self->districts, MIN (selected, self->districts->len - 1));
}

static GPtrArray *
get_checked (WijkNewPlanDialog *self)
{
  GPtrArray *checked = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_ptr_array_add (checked, g_object_get_data (G_OBJECT (check), "code"));
    }

  return checked;
}

/* What wijk_task_new_plan() takes as area; NULL while nothing was chosen. */
static char *
dup_area (WijkNewPlanDialog *self)
{
  const char *how = adw_toggle_group_get_active_name (self->area_kind);
  g_autofree char *name = NULL;

  if (g_strcmp0 (how, "neighbourhoods") == 0)
    {
      g_autoptr (GPtrArray) codes = get_checked (self);

      if (codes->len == 0)
        return NULL;
      g_ptr_array_add (codes, NULL);

      return g_strjoinv (",", (char **) codes->pdata);
    }
  if (g_strcmp0 (how, "free") == 0)
    {
      name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->free_name))));

      return *name != '\0' ? g_steal_pointer (&name) : NULL;
    }

  return g_strdup (get_selected (self, self->district)->code);
}

static char *
dup_area_name (WijkNewPlanDialog *self)
{
  const char *how = adw_toggle_group_get_active_name (self->area_kind);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (g_strcmp0 (how, "free") == 0)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->free_name)));
  if (g_strcmp0 (how, "district") == 0)
    return g_strdup (wijk_area_get_display_name (get_selected (self, self->district)));

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);
      const char *code = g_object_get_data (G_OBJECT (check), "code");

      if (gtk_check_button_get_active (check))
        g_ptr_array_add (names, (char *) wijk_area_get_display_name (wijk_area_lookup_code (code)));
    }
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/* The title is part of the plan, which is in Dutch whatever the window speaks. */
static void
fill_title (WijkNewPlanDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *title = NULL;

  if (self->title_edited)
    return;

  name = dup_area_name (self);
  title = g_strdup_printf (
      "%s %s", get_kind (self) == WIJK_PLAN_WIJKVISIE ? "Wijkvisie" : "Wijkplan", name);
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), *name != '\0' ? title : "");
  self->filling = FALSE;
}

static gboolean
check_period (WijkNewPlanDialog *self)
{
  int first = gtk_spin_button_get_value_as_int (self->first_year);
  int last = gtk_spin_button_get_value_as_int (self->last_year);
  g_autoptr (GError) error = NULL;
  gboolean fits = wijk_rules_check_period (get_kind (self), first, last, &error);
  GtkWidget *spins[] = { GTK_WIDGET (self->first_year), GTK_WIDGET (self->last_year) };

  if (fits)
    {
      int n_years = last - first + 1;
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%d year", "%d years", (gulong) n_years), n_years);

      gtk_label_set_label (self->period_message, text);
      gtk_widget_remove_css_class (GTK_WIDGET (self->period_message), "error");
    }
  else
    {
      gtk_label_set_label (self->period_message, error->message);
      gtk_widget_add_css_class (GTK_WIDGET (self->period_message), "error");
    }

  for (guint i = 0; i < G_N_ELEMENTS (spins); i++)
    {
      if (fits)
        gtk_widget_remove_css_class (spins[i], "error");
      else
        gtk_widget_add_css_class (spins[i], "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (spins[i]),
                                   GTK_ACCESSIBLE_STATE_INVALID,
                                   fits ? GTK_ACCESSIBLE_INVALID_FALSE
                                        : GTK_ACCESSIBLE_INVALID_TRUE,
                                   -1);
    }

  return fits;
}

static void
check_all (WijkNewPlanDialog *self)
{
  g_autofree char *area = dup_area (self);
  g_autofree char *title =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  gboolean fits = check_period (self);

  gtk_widget_set_sensitive (self->create, fits && area != NULL && *title != '\0');
}

static void
changed_cb (WijkNewPlanDialog *self)
{
  if (self->application == NULL)
    return;

  fill_title (self);
  check_all (self);
}

static void
kind_changed_cb (WijkNewPlanDialog *self)
{
  int first = gtk_spin_button_get_value_as_int (self->first_year);

  if (self->application == NULL)
    return;

  gtk_spin_button_set_value (self->last_year,
                             first + (get_kind (self) == WIJK_PLAN_WIJKVISIE ? 14 : 4));
  changed_cb (self);
}

static void
title_changed_cb (WijkNewPlanDialog *self)
{
  if (self->filling || self->application == NULL)
    return;

  self->title_edited = *gtk_editable_get_text (GTK_EDITABLE (self->title_row)) != '\0';
  check_all (self);
}

static void
first_year_changed_cb (WijkNewPlanDialog *self)
{
  if (self->application != NULL && get_kind (self) == WIJK_PLAN_WIJKVISIE)
    gtk_spin_button_set_value (self->last_year, gtk_spin_button_get_value (self->first_year) + 14);
  changed_cb (self);
}

static void
area_kind_changed_cb (WijkNewPlanDialog *self)
{
  gtk_stack_set_visible_child_name (self->area_stack,
                                    adw_toggle_group_get_active_name (self->area_kind));
  changed_cb (self);
}

static void
map_picked_cb (WijkNewPlanDialog *self)
{
  const char *code = wijk_map_view_get_picked (self->map);

  for (guint i = 0; code != NULL && i < self->districts->len; i++)
    {
      const WijkArea *district = g_ptr_array_index (self->districts, i);

      if (g_str_equal (district->code, code))
        adw_combo_row_set_selected (self->district, i);
    }
}

static void
district_changed_cb (WijkNewPlanDialog *self)
{
  if (self->application == NULL)
    return;

  wijk_map_view_set_picked (self->map, get_selected (self, self->district)->code);
  changed_cb (self);
}

/* ---- making ---- */

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkNewPlanDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = wijk_new_plan_make_finish (result, &error);

  if (id == NULL)
    {
      AdwToast *toast = adw_toast_new (error->message);

      adw_toast_set_use_markup (toast, FALSE);
      adw_toast_overlay_add_toast (self->toasts, toast);
      gtk_widget_set_sensitive (self->form, TRUE);
      check_all (self);
      return;
    }

  wijk_application_tell_library_changed (self->application);
  wijk_application_open_plan (self->application, id);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
create_cb (WijkNewPlanDialog *self)
{
  g_autofree char *area = dup_area (self);
  g_autofree char *title =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  gboolean is_free = g_strcmp0 (adw_toggle_group_get_active_name (self->area_kind), "free") == 0;
  WijkNewPlan what = {
    .kind = get_kind (self) == WIJK_PLAN_WIJKVISIE ? "wijkvisie" : "wijkplan",
    .area = area,
    .parent = is_free ? get_selected (self, self->parent)->code : NULL,
    .title = title,
    .first_year = gtk_spin_button_get_value_as_int (self->first_year),
    .last_year = gtk_spin_button_get_value_as_int (self->last_year),
  };

  gtk_widget_set_sensitive (self->form, FALSE);
  gtk_widget_set_sensitive (self->create, FALSE);
  wijk_new_plan_make_async (self->application, &what, made_cb, g_object_ref (self));
}

/* ---- set up ---- */

static GtkWidget *
create_check_row (WijkNewPlanDialog *self, const WijkArea *area)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (check), "code", (char *) area->code);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), area->name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, area->name, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);

  return row;
}

static void
fill_areas (WijkNewPlanDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->districts->len; i++)
    {
      const WijkArea *district = g_ptr_array_index (self->districts, i);
      g_autoptr (GPtrArray) parts = wijk_area_list_neighbourhoods (district);
      GtkWidget *expander = adw_expander_row_new ();

      gtk_string_list_append (names, wijk_area_get_display_name (district));
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander),
                                     wijk_area_get_display_name (district));
      for (guint j = 0; j < parts->len; j++)
        adw_expander_row_add_row (ADW_EXPANDER_ROW (expander),
                                  create_check_row (self, g_ptr_array_index (parts, j)));
      adw_preferences_group_add (self->neighbourhoods, expander);
    }
  adw_combo_row_set_model (self->district, G_LIST_MODEL (names));
  adw_combo_row_set_model (self->parent, G_LIST_MODEL (names));
}

static void
set_first_values (WijkNewPlanDialog *self, const char *district)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int next_year = g_date_time_get_year (now) + 1;

  gtk_spin_button_set_value (self->first_year, next_year);
  gtk_spin_button_set_value (self->last_year, next_year + 4);
  for (guint i = 0; district != NULL && i < self->districts->len; i++)
    if (g_str_equal (((const WijkArea *) g_ptr_array_index (self->districts, i))->code, district))
      adw_combo_row_set_selected (self->district, i);
}

static void
wijk_new_plan_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WIJK_TYPE_NEW_PLAN_DIALOG);

  G_OBJECT_CLASS (wijk_new_plan_dialog_parent_class)->dispose (object);
}

static void
wijk_new_plan_dialog_finalize (GObject *object)
{
  WijkNewPlanDialog *self = WIJK_NEW_PLAN_DIALOG (object);

  g_ptr_array_unref (self->districts);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (wijk_new_plan_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-new-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, form);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, create);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, wijkplan);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, wijkvisie);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, area_kind);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, area_stack);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, map);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, district);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, neighbourhoods);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, free_name);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, parent);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, first_year);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, last_year);
  gtk_widget_class_bind_template_child (widget_class, WijkNewPlanDialog, period_message);
}

static void
wijk_new_plan_dialog_class_init (WijkNewPlanDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_new_plan_dialog_dispose;
  object_class->finalize = wijk_new_plan_dialog_finalize;

  g_type_ensure (WIJK_TYPE_MAP_VIEW);
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, first_year_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, area_kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, district_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
wijk_new_plan_dialog_init (WijkNewPlanDialog *self)
{
  self->districts = wijk_area_list_districts ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_areas (self);
}

AdwDialog *
wijk_new_plan_dialog_new (WijkApplication *application, const char *district)
{
  WijkNewPlanDialog *self = g_object_new (WIJK_TYPE_NEW_PLAN_DIALOG, NULL);

  set_first_values (self, district);
  self->application = application;
  district_changed_cb (self);

  return ADW_DIALOG (self);
}
