/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-detail.h"

#include <glib/gi18n.h>

#include "wijk-amount-list.h"
#include "wijk-amount.h"
#include "wijk-field-binding.h"
#include "wijk-measure-list.h"
#include "wijk-priority-aspects.h"
#include "wijk-priority-drag.h"
#include "wijk-priority-figures.h"
#include "wijk-priority-links.h"
#include "wijk-priority-origin.h"
#include "wijk-priority-partners.h"
#include "wijk-priority-status.h"
#include "wijk-priority-year.h"

#define N_BINDINGS 4

struct _WijkPriorityDetail
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkPriority *priority;
  GSignalGroup *signals;
  WijkFieldBinding *bindings[N_BINDINGS]; /* lent */
  WijkPriorityYear *years[2];             /* lent */

  GtkWidget *back;
  GtkLabel *rank;
  GtkWidget *menu;
  GtkScrolledWindow *scrolled;
  AdwEntryRow *title;
  GtkLabel *title_message;
  GtkTextView *goal;
  AdwPreferencesGroup *period;
  GtkSpinButton *first_year;
  GtkLabel *first_message;
  GtkSpinButton *last_year;
  GtkLabel *last_message;
  AdwEntryRow *owner;
  AdwComboRow *status;
  WijkPriorityPartners *partners;
  WijkPriorityAspects *aspects;
  WijkPriorityOrigin *origin;
  WijkMeasureList *measures;
  WijkAmountList *amounts;
  WijkPriorityLinks *links;
};

G_DEFINE_FINAL_TYPE (WijkPriorityDetail, wijk_priority_detail, ADW_TYPE_BIN)

/* ---- what follows from fields ---- */

static void
show_period (WijkPriorityDetail *self)
{
  g_autofree char *text = NULL;

  if (self->priority != NULL)
    text = wijk_priority_describe_period (self->priority, wijk_document_get_state (self->document));
  adw_preferences_group_set_description (self->period, text);
}

/* ---- actions ---- */

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WijkPriorityDetail *self = WIJK_PRIORITY_DETAIL (widget);

  if (self->priority != NULL)
    wijk_priority_drag_step (self->document,
                             widget,
                             WIJK_RECORD (self->priority),
                             g_str_equal (name, "priority.move-up") ? -1 : 1);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  wijk_priority_detail_delete (WIJK_PRIORITY_DETAIL (widget));
}

static void
show_read_only (WijkPriorityDetail *self)
{
  gtk_widget_set_visible (self->menu, !wijk_document_is_read_only (self->document));
}

/* ---- GObject ---- */

static void
wijk_priority_detail_dispose (GObject *object)
{
  WijkPriorityDetail *self = WIJK_PRIORITY_DETAIL (object);

  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PRIORITY_DETAIL);
  g_clear_object (&self->priority);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_priority_detail_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-priority-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, back);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, rank);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, menu);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, scrolled);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, title);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, title_message);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, goal);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, period);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, first_year);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, first_message);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, last_year);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, last_message);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, owner);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, status);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, partners);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, aspects);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, origin);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, measures);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, amounts);
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityDetail, links);
}

static void
wijk_priority_detail_class_init (WijkPriorityDetailClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_priority_detail_dispose;

  g_type_ensure (WIJK_TYPE_PRIORITY_PARTNERS);
  g_type_ensure (WIJK_TYPE_PRIORITY_ASPECTS);
  g_type_ensure (WIJK_TYPE_PRIORITY_ORIGIN);
  g_type_ensure (WIJK_TYPE_PRIORITY_LINKS);
  g_type_ensure (WIJK_TYPE_MEASURE_LIST);
  g_type_ensure (WIJK_TYPE_AMOUNT_LIST);
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "priority.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "priority.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "priority.delete", NULL, delete_action);
}

static void
wijk_priority_detail_init (WijkPriorityDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (WIJK_TYPE_PRIORITY);
  g_signal_group_connect_swapped (
      self->signals, "notify::first-year", G_CALLBACK (show_period), self);
  g_signal_group_connect_swapped (
      self->signals, "notify::last-year", G_CALLBACK (show_period), self);
}

static void
bind_fields (WijkPriorityDetail *self)
{
  const struct
  {
    gpointer widget;
    const char *key;
    const char *step;
  } fields[N_BINDINGS] = {
    { self->title, "title", _ ("Change the title of a priority") },
    { self->goal, "goal", _ ("Change a goal") },
    { self->owner, "owner", _ ("Change an owner") },
    { self->status, "status", _ ("Change a status") },
  };

  wijk_priority_status_prepare (self->status);
  for (guint i = 0; i < N_BINDINGS; i++)
    self->bindings[i] = wijk_field_binding_new (
        self->document, fields[i].widget, WIJK_KIND_PRIORITY, fields[i].key, fields[i].step);
  wijk_field_binding_set_message_label (self->bindings[0], self->title_message);
  self->years[0] = wijk_priority_year_new (
      self->document, self->first_year, "first-year", _ ("Change a period"), self->first_message);
  self->years[1] = wijk_priority_year_new (
      self->document, self->last_year, "last-year", _ ("Change a period"), self->last_message);
}

void
wijk_priority_detail_set_document (WijkPriorityDetail *self, WijkDocument *document)
{
  g_return_if_fail (WIJK_IS_PRIORITY_DETAIL (self));

  if (!g_set_object (&self->document, document))
    return;

  bind_fields (self);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (show_read_only), self, G_CONNECT_SWAPPED);
  show_read_only (self);
}

void
wijk_priority_detail_set_priority (WijkPriorityDetail *self, WijkPriority *priority)
{
  WijkRecord *record = WIJK_RECORD (priority);

  g_return_if_fail (WIJK_IS_PRIORITY_DETAIL (self));

  if (!g_set_object (&self->priority, priority))
    return;

  g_signal_group_set_target (self->signals, priority);
  for (guint i = 0; i < N_BINDINGS; i++)
    wijk_field_binding_set_record (self->bindings[i], record);
  for (guint i = 0; i < G_N_ELEMENTS (self->years); i++)
    wijk_priority_year_set_record (self->years[i], record);
  wijk_priority_partners_set_record (self->partners, self->document, record);
  wijk_priority_aspects_set_record (self->aspects, self->document, record);
  wijk_priority_origin_set_priority (self->origin, self->document, priority);
  wijk_measure_list_set_priority (self->measures, self->document, priority);
  wijk_amount_list_set_owner (self->amounts, self->document, record);
  wijk_priority_links_set_priority (self->links, self->document, priority);
  show_period (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

WijkPriority *
wijk_priority_detail_get_priority (WijkPriorityDetail *self)
{
  g_return_val_if_fail (WIJK_IS_PRIORITY_DETAIL (self), NULL);

  return self->priority;
}

void
wijk_priority_detail_set_rank (WijkPriorityDetail *self, guint rank, guint n_priorities)
{
  /* Translators: the rank of a priority: “Priority 2 of 5” */
  g_autofree char *text = g_strdup_printf (_ ("Priority %u of %u"), rank, n_priorities);

  g_return_if_fail (WIJK_IS_PRIORITY_DETAIL (self));

  gtk_label_set_label (self->rank, rank > 0 ? text : "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "priority.move-up", rank > 1);
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "priority.move-down", rank > 0 && rank < n_priorities);
}

void
wijk_priority_detail_set_has_back (WijkPriorityDetail *self, gboolean has_back)
{
  g_return_if_fail (WIJK_IS_PRIORITY_DETAIL (self));

  gtk_widget_set_visible (self->back, has_back);
}

void
wijk_priority_detail_begin_naming (WijkPriorityDetail *self)
{
  g_return_if_fail (WIJK_IS_PRIORITY_DETAIL (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
  gtk_editable_select_region (GTK_EDITABLE (self->title), 0, -1);
}

/* Someone who works on a part of it is left there. */
static gboolean
has_focus_within (WijkPriorityDetail *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

gboolean
wijk_priority_detail_show_record (WijkPriorityDetail *self, WijkRecord *record)
{
  g_return_val_if_fail (WIJK_IS_PRIORITY_DETAIL (self), FALSE);

  if (record == WIJK_RECORD (self->priority))
    return has_focus_within (self) || gtk_widget_grab_focus (GTK_WIDGET (self->title));
  if (wijk_record_is_deleted (record))
    return TRUE;
  if (WIJK_IS_AMOUNT (record) && wijk_amount_list_show (self->amounts, WIJK_AMOUNT (record)))
    return TRUE;

  return wijk_measure_list_show (self->measures, record);
}

void
wijk_priority_detail_delete (WijkPriorityDetail *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  g_return_if_fail (WIJK_IS_PRIORITY_DETAIL (self));

  if (self->priority == NULL)
    return;

  /* Translators: %s is the title of a priority */
  message = g_strdup_printf (_ ("“%s” deleted"), self->priority->title);
  if (wijk_document_delete (
          self->document, _ ("Delete a priority"), WIJK_RECORD (self->priority), &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}
