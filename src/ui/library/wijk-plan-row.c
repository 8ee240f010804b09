/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-label.h"

struct _WijkPlanRow
{
  GtkListBoxRow parent_instance;

  WijkPlanEntry *entry;

  GtkLabel *title;
  GtkLabel *about;
  GtkWidget *badges;
  GtkLabel *status;
  GtkImage *owed_icon;
  GtkLabel *owed;
  GtkLabel *changed;
  GtkMenuButton *menu;
};

G_DEFINE_FINAL_TYPE (WijkPlanRow, wijk_plan_row, GTK_TYPE_LIST_BOX_ROW)

static char *
describe_status (const WijkSummary *summary)
{
  const char *status;

  if (summary->read_only)
    return g_strdup (_ ("Published version, read-only"));
  if (summary->version == 0)
    return g_strdup (_ ("Being worked on"));

  status = wijk_label_for_word (wijk_version_status_words, summary->version_status);

  /* Translators: the number of a version and its status: "Version 2, adopted" */
  return g_strdup_printf (_ ("Version %u: %s"), summary->version, status);
}

static char *
describe_plan (const WijkSummary *summary)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *years = wijk_ui_format_years (summary->first_year, summary->last_year);
  g_auto (GStrv) parts = NULL;

  if (summary->area_name != NULL)
    g_strv_builder_add (builder, summary->area_name);
  if (summary->kind != NULL)
    g_strv_builder_add (builder, wijk_label_for_word (wijk_plan_kind_words, summary->kind));
  if (*years != '\0')
    g_strv_builder_add (builder, years);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static void
fill_menu (WijkPlanRow *self, const char *plan_id)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) open = g_menu_item_new (_ ("_Open"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_ ("Move to _Bin"), NULL);

  g_menu_item_set_action_and_target (open, "app.open-plan", "s", plan_id);
  g_menu_item_set_action_and_target (remove, "library.remove", "s", plan_id);
  g_menu_append_item (menu, open);
  g_menu_append_item (menu, remove);
  gtk_menu_button_set_menu_model (self->menu, G_MENU_MODEL (menu));
}

static void
show_summary (WijkPlanRow *self)
{
  const WijkSummary *summary = wijk_plan_entry_get_summary (self->entry);
  guint n_owed = wijk_plan_entry_get_n_owed (self->entry);
  const char *title = summary->title != NULL ? summary->title : summary->id;
  g_autofree char *about =
      summary->error != NULL ? g_strdup (summary->error) : describe_plan (summary);
  g_autofree char *status = describe_status (summary);
  g_autofree char *owed = wijk_ui_format_owed (n_owed, summary->tally.n_remarks);
  g_autofree char *moment = wijk_ui_format_moment (summary->last_change);
  g_autofree char *name = NULL;

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->status, status);
  gtk_label_set_label (self->owed, owed);
  gtk_image_set_from_icon_name (
      self->owed_icon,
      wijk_icon_for_outcome (n_owed > 0 ? WIJK_OUTCOME_UNSET : WIJK_OUTCOME_ACCEPTED));
  gtk_widget_set_visible (GTK_WIDGET (self->owed_icon), summary->tally.n_remarks > 0);
  gtk_label_set_label (self->changed, moment);
  gtk_widget_set_visible (self->badges, summary->error == NULL);
  if (summary->error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->about), "error");

  name = summary->error != NULL ? g_strjoin (", ", title, about, NULL)
                                : g_strjoin (", ", title, about, status, owed, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
wijk_plan_row_dispose (GObject *object)
{
  WijkPlanRow *self = WIJK_PLAN_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PLAN_ROW);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (wijk_plan_row_parent_class)->dispose (object);
}

static void
wijk_plan_row_class_init (WijkPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_plan_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPlanRow, title);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanRow, about);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanRow, badges);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanRow, status);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanRow, owed_icon);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanRow, owed);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanRow, changed);
  gtk_widget_class_bind_template_child (widget_class, WijkPlanRow, menu);
}

static void
wijk_plan_row_init (WijkPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wijk_plan_row_new (WijkPlanEntry *entry)
{
  WijkPlanRow *self = g_object_new (WIJK_TYPE_PLAN_ROW, NULL);

  self->entry = g_object_ref (entry);
  fill_menu (self, wijk_plan_entry_get_summary (entry)->id);
  show_summary (self);

  return GTK_WIDGET (self);
}

WijkPlanEntry *
wijk_plan_row_get_entry (WijkPlanRow *self)
{
  g_return_val_if_fail (WIJK_IS_PLAN_ROW (self), NULL);

  return self->entry;
}
