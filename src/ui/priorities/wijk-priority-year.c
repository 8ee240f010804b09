/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-year.h"

#define NOT_SET 1899
#define LAST 2200

struct _WijkPriorityYear
{
  GObject parent_instance;

  WijkDocument *document;
  GtkSpinButton *spin; /* owns us */
  GtkLabel *message;
  char *key;
  char *step;
  WijkRecord *record;
  GSignalGroup *signals;
  gboolean showing;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (WijkPriorityYear, wijk_priority_year, G_TYPE_OBJECT)

static void
mark (WijkPriorityYear *self, const char *message)
{
  gtk_label_set_label (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->spin), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->spin), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->spin),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static gint64
get_year (WijkPriorityYear *self)
{
  if (self->record == NULL)
    return WIJK_UNSET;

  return wijk_record_get_int (
      self->record, wijk_kind_find_field (wijk_record_get_kind (self->record), self->key));
}

static void
show_record (WijkPriorityYear *self)
{
  gint64 year = get_year (self);

  self->showing = TRUE;
  gtk_spin_button_set_value (self->spin, year == WIJK_UNSET ? NOT_SET : (double) year);
  self->showing = FALSE;
  mark (self, NULL);
}

static void
record_notified_cb (WijkPriorityYear *self)
{
  if (!wijk_document_is_typing (self->document, self->record, self->key))
    show_record (self);
}

static void
write_year (WijkPriorityYear *self, int year)
{
  g_autofree char *value = year == NOT_SET ? g_strdup ("") : g_strdup_printf ("%d", year);
  g_autoptr (GError) error = NULL;

  wijk_document_type (self->document, self->step, self->record, self->key, value, &error);
  mark (self, error != NULL ? error->message : NULL);
}

static void
value_changed_cb (WijkPriorityYear *self)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);
  int year = gtk_spin_button_get_value_as_int (self->spin);

  if (self->showing || self->record == NULL)
    return;

  if (year == NOT_SET + 1 && get_year (self) == WIJK_UNSET && plan != NULL &&
      plan->first_year != WIJK_UNSET)
    {
      gtk_spin_button_set_value (self->spin, (double) plan->first_year);
      return;
    }
  write_year (self, year);
}

/* ---- text ---- */

static gboolean
output_cb (GtkSpinButton *spin)
{
  int year = gtk_spin_button_get_value_as_int (spin);
  g_autofree char *text = year == NOT_SET ? g_strdup ("") : g_strdup_printf ("%d", year);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (spin), text);

  return TRUE;
}

static int
input_cb (GtkSpinButton *spin, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (spin));
  guint64 year;

  *value = NOT_SET;
  if (*text == '\0')
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 0, LAST, &year, NULL))
    return GTK_INPUT_ERROR;

  *value = (double) year;

  return TRUE;
}

/* Four digits are a year, also before the field is left. */
static void
text_changed_cb (WijkPriorityYear *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->spin));

  if (self->showing || self->updating || g_utf8_strlen (text, -1) != 4)
    return;

  self->updating = TRUE;
  gtk_spin_button_update (self->spin);
  self->updating = FALSE;
}

static void
left_cb (WijkPriorityYear *self)
{
  if (self->record != NULL && wijk_document_is_typing (self->document, self->record, self->key))
    wijk_document_end_typing (self->document);
}

/* ---- GObject ---- */

static void
wijk_priority_year_finalize (GObject *object)
{
  WijkPriorityYear *self = WIJK_PRIORITY_YEAR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->record);
  g_clear_object (&self->document);
  g_clear_object (&self->message);
  g_free (self->key);
  g_free (self->step);

  G_OBJECT_CLASS (wijk_priority_year_parent_class)->finalize (object);
}

static void
wijk_priority_year_class_init (WijkPriorityYearClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wijk_priority_year_finalize;
}

static void
wijk_priority_year_init (WijkPriorityYear *self)
{
}

static void
follow_read_only (WijkPriorityYear *self)
{
  gboolean may_write = self->record != NULL && !wijk_document_is_read_only (self->document);

  gtk_widget_set_sensitive (GTK_WIDGET (self->spin), may_write);
}

/* Scrolling past the button scrolls the page; it changes no year. */
static void
ignore_scrolling (GtkWidget *spin)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (spin);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

WijkPriorityYear *
wijk_priority_year_new (WijkDocument *document,
                        GtkSpinButton *spin,
                        const char *key,
                        const char *step,
                        GtkLabel *message)
{
  WijkPriorityYear *self = g_object_new (WIJK_TYPE_PRIORITY_YEAR, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autofree char *signal = g_strconcat ("notify::", key, NULL);

  self->document = g_object_ref (document);
  self->spin = spin;
  self->message = g_object_ref (message);
  self->key = g_strdup (key);
  self->step = g_strdup (step);

  self->showing = TRUE;
  gtk_editable_set_enable_undo (GTK_EDITABLE (spin), FALSE);
  gtk_spin_button_set_update_policy (spin, GTK_UPDATE_IF_VALID);
  g_signal_connect (spin, "output", G_CALLBACK (output_cb), NULL);
  g_signal_connect (spin, "input", G_CALLBACK (input_cb), NULL);
  gtk_spin_button_set_range (spin, NOT_SET, LAST);
  gtk_spin_button_set_increments (spin, 1, 5);
  ignore_scrolling (GTK_WIDGET (spin));
  self->showing = FALSE;

  g_signal_connect_object (
      spin, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (spin, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (spin), focus);
  g_signal_connect_object (
      document, "notify::read-only", G_CALLBACK (follow_read_only), self, G_CONNECT_SWAPPED);
  self->signals = g_signal_group_new (WIJK_TYPE_RECORD);
  g_signal_group_connect_swapped (self->signals, signal, G_CALLBACK (record_notified_cb), self);
  g_object_set_data_full (G_OBJECT (spin), "wijk-priority-year", self, g_object_unref);
  follow_read_only (self);

  return self;
}

void
wijk_priority_year_set_record (WijkPriorityYear *self, WijkRecord *record)
{
  g_return_if_fail (WIJK_IS_PRIORITY_YEAR (self));

  if (self->record == record)
    return;

  left_cb (self);
  g_set_object (&self->record, record);
  g_signal_group_set_target (self->signals, record);
  follow_read_only (self);
  show_record (self);
}
