/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-amount-list.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-amount-row.h"
#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-measure.h"
#include "wijk-priority-figures.h"
#include "wijk-priority-rows.h"
#include "wijk-priority.h"

struct _WijkAmountList
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkRecord *owner;
  char *awaited; /* id of an amount that was just made */
  guint idle;
  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *add;
  GtkWidget *totals;
};

G_DEFINE_FINAL_TYPE (WijkAmountList, wijk_amount_list, GTK_TYPE_WIDGET)

/* ---- totals ---- */

static void
add_total (WijkAmountList *self, WijkAmountKind kind, gint64 cents)
{
  const WijkField *field = wijk_kind_find_field (WIJK_KIND_AMOUNT, "kind");
  g_autofree char *money = wijk_ui_format_money (cents);
  /* Translators: a kind of amount and what it adds up to: “Estimate: € 12.500” */
  g_autofree char *text =
      g_strdup_printf (_ ("%s: %s"), wijk_label_for_choice (field, (int) kind), money);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "pill-label");
  gtk_widget_add_css_class (label, "numeric");
  adw_wrap_box_append (ADW_WRAP_BOX (self->totals), label);
}

static void
show_totals (WijkAmountList *self)
{
  WijkPriorityFigures figures = { 0 };
  gboolean any = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->totals)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->totals), child);
  if (self->owner != NULL)
    wijk_priority_figures_add_amounts (
        &figures, wijk_document_get_state (self->document), wijk_record_get_id (self->owner));
  for (WijkAmountKind kind = WIJK_AMOUNT_ESTIMATE; kind < WIJK_N_AMOUNT_KINDS; kind++)
    if (figures.has_amounts[kind])
      {
        add_total (self, kind, figures.cents[kind]);
        any = TRUE;
      }
  gtk_widget_set_visible (self->totals, any);
}

/* ---- rows ---- */

static int
compare (gconstpointer a, gconstpointer b)
{
  WijkAmount *one = *(WijkAmount *const *) a;
  WijkAmount *other = *(WijkAmount *const *) b;

  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;
  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;

  return g_strcmp0 (wijk_record_get_id (WIJK_RECORD (one)),
                    wijk_record_get_id (WIJK_RECORD (other)));
}

static GtkWidget *
create_row (WijkRecord *record, gpointer user_data)
{
  WijkAmountList *self = user_data;

  return wijk_amount_row_new (self->document, WIJK_AMOUNT (record));
}

static void
show_awaited (WijkAmountList *self)
{
  WijkRecord *record = NULL;

  if (self->awaited != NULL)
    record = wijk_state_lookup_live (
        wijk_document_get_state (self->document), self->awaited, WIJK_KIND_AMOUNT);
  if (record != NULL && wijk_amount_list_show (self, WIJK_AMOUNT (record)))
    g_clear_pointer (&self->awaited, g_free);
}

static void
update (WijkAmountList *self)
{
  g_autoptr (GPtrArray) amounts = NULL;

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->owner != NULL)
    amounts = wijk_state_dup_children (wijk_document_get_state (self->document),
                                       WIJK_KIND_AMOUNT,
                                       "of",
                                       wijk_record_get_id (self->owner));
  else
    amounts = g_ptr_array_new ();
  g_ptr_array_sort (amounts, compare);
  wijk_priority_rows_update (self->list, amounts, create_row, self);
  gtk_widget_set_visible (self->add,
                          self->owner != NULL && !wijk_document_is_read_only (self->document));
  gtk_widget_set_visible (GTK_WIDGET (self->list),
                          amounts->len > 0 || gtk_widget_get_visible (self->add));
  show_totals (self);
  show_awaited (self);
}

static void
update_cb (gpointer user_data)
{
  WijkAmountList *self = user_data;

  self->idle = 0;
  update (self);
}

static void
record_changed_cb (WijkAmountList *self, WijkRecord *record)
{
  if (wijk_record_get_kind (record) == WIJK_KIND_AMOUNT && self->idle == 0)
    self->idle = g_idle_add_once (update_cb, self);
}

/* ---- adding ---- */

/* The year in which what it pays for begins. */
static int
find_year (WijkAmountList *self)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);
  gint64 year = WIJK_UNSET;

  if (WIJK_IS_PRIORITY (self->owner))
    year = WIJK_PRIORITY (self->owner)->first_year;
  else if (WIJK_IS_MEASURE (self->owner) && WIJK_MEASURE (self->owner)->start != NULL)
    year = g_ascii_strtoll (WIJK_MEASURE (self->owner)->start, NULL, 10);
  if (year == WIJK_UNSET && plan != NULL)
    year = plan->first_year;
  if (year == WIJK_UNSET)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      year = g_date_time_get_year (now);
    }

  return (int) year;
}

static void
add_cb (WijkAmountList *self)
{
  g_autofree char *year = g_strdup_printf ("%d", find_year (self));
  g_autoptr (GError) error = NULL;

  g_free (self->awaited);
  self->awaited = wijk_document_add (self->document,
                                     _ ("Add an amount"),
                                     WIJK_KIND_AMOUNT,
                                     &error,
                                     "of",
                                     wijk_record_get_id (self->owner),
                                     "kind",
                                     wijk_amount_kind_words[WIJK_AMOUNT_ESTIMATE - 1],
                                     "year",
                                     year,
                                     "cents",
                                     "0",
                                     NULL);
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* ---- GObject ---- */

static void
wijk_amount_list_dispose (GObject *object)
{
  WijkAmountList *self = WIJK_AMOUNT_LIST (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->owner);
  g_clear_object (&self->document);
  g_clear_pointer (&self->awaited, g_free);

  G_OBJECT_CLASS (wijk_amount_list_parent_class)->dispose (object);
}

static void
wijk_amount_list_class_init (WijkAmountListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_amount_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_amount_list_init (WijkAmountList *self)
{
  self->add = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add), _ ("Add an Amount"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (self->add), "list-add-symbolic");
  g_signal_connect_swapped (self->add, "activated", G_CALLBACK (add_cb), self);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Amounts"), -1);
  gtk_list_box_append (self->list, self->add);

  self->totals = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->totals), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->totals), 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), self->totals);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

void
wijk_amount_list_set_owner (WijkAmountList *self, WijkDocument *document, WijkRecord *owner)
{
  g_return_if_fail (WIJK_IS_AMOUNT_LIST (self));

  if (g_set_object (&self->document, document))
    {
      g_signal_connect_object (wijk_document_get_state (document),
                               "record-changed",
                               G_CALLBACK (record_changed_cb),
                               self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (
          document, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  g_set_object (&self->owner, owner);
  g_clear_pointer (&self->awaited, g_free);
  update (self);
}

gboolean
wijk_amount_list_show (WijkAmountList *self, WijkAmount *amount)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (WIJK_IS_AMOUNT_LIST (self), FALSE);

  if (self->idle != 0)
    update (self);
  row = wijk_priority_rows_find (self->list, WIJK_RECORD (amount));

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}
