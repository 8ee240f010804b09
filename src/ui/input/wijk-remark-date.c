/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-date.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "wijk-format.h"
#include "wijk-remark-pill.h"
#include "wijk-tasks.h"

struct _WijkRemarkDate
{
  GtkWidget parent_instance;

  char *date;
  WijkRemarkPill *pill;
  GtkEditable *entry; /* NULL until it is opened first */
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (WijkRemarkDate, wijk_remark_date, GTK_TYPE_WIDGET)

static guint chosen_signal;

static void
choose (WijkRemarkDate *self, const char *date)
{
  wijk_remark_pill_close (self->pill);
  g_signal_emit (self, chosen_signal, 0, date);
}

static void
entry_activate_cb (WijkRemarkDate *self)
{
  g_autofree char *date = wijk_ui_parse_date (gtk_editable_get_text (self->entry), FALSE);

  if (date != NULL)
    choose (self, date);
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
entry_changed_cb (WijkRemarkDate *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
day_selected_cb (WijkRemarkDate *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");

  choose (self, date);
}

static void
today_cb (WijkRemarkDate *self)
{
  g_autoptr (GDateTime) now = wijk_task_now ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%d");

  choose (self, date);
}

static void
none_cb (WijkRemarkDate *self)
{
  choose (self, "");
}

static GtkWidget *
make_button (WijkRemarkDate *self, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static void
make_popover (WijkRemarkDate *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  /* Translators: how a date is typed, as an example in an entry */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("day-month-year"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Date"), -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (entry_changed_cb), self);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("Today"), G_CALLBACK (today_cb)));
  gtk_box_append (GTK_BOX (buttons), make_button (self, _ ("No date"), G_CALLBACK (none_cb)));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), buttons);
  wijk_remark_pill_set_content (self->pill, box, entry);
}

/* Shows the month of what is chosen without that counting as a choice. */
static void
opening_cb (WijkRemarkDate *self)
{
  g_autoptr (GDateTime) day = NULL;
  int year, month, number;

  if (self->calendar == NULL)
    make_popover (self);
  g_signal_handlers_disconnect_by_func (self->calendar, day_selected_cb, self);
  if (self->date != NULL && sscanf (self->date, "%d-%d-%d", &year, &month, &number) == 3)
    day = g_date_time_new_local (year, month, number, 12, 0, 0);
  else
    day = wijk_task_now ();
  if (day != NULL)
    {
      g_autofree char *typed = g_date_time_format (day, "%-d-%-m-%Y");

      gtk_calendar_select_day (self->calendar, day);
      gtk_editable_set_text (self->entry, self->date != NULL ? typed : "");
    }
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
}

static gboolean
wijk_remark_date_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_REMARK_DATE (widget)->pill));
}

static void
wijk_remark_date_dispose (GObject *object)
{
  WijkRemarkDate *self = WIJK_REMARK_DATE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wijk_remark_date_parent_class)->dispose (object);
}

static void
wijk_remark_date_finalize (GObject *object)
{
  g_free (WIJK_REMARK_DATE (object)->date);

  G_OBJECT_CLASS (wijk_remark_date_parent_class)->finalize (object);
}

static void
wijk_remark_date_class_init (WijkRemarkDateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = wijk_remark_date_dispose;
  object_class->finalize = wijk_remark_date_finalize;
  widget_class->grab_focus = wijk_remark_date_grab_focus;

  chosen_signal = g_signal_new ("chosen",
                                WIJK_TYPE_REMARK_DATE,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                1,
                                G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_remark_date_init (WijkRemarkDate *self)
{
  self->pill = WIJK_REMARK_PILL (wijk_remark_pill_new (_ ("Date")));
  gtk_widget_set_parent (GTK_WIDGET (self->pill), GTK_WIDGET (self));
  g_signal_connect_swapped (self->pill, "opening", G_CALLBACK (opening_cb), self);
}

GtkWidget *
wijk_remark_date_new (void)
{
  return g_object_new (WIJK_TYPE_REMARK_DATE, NULL);
}

void
wijk_remark_date_set_date (WijkRemarkDate *self, const char *date)
{
  g_autofree char *text = NULL;

  g_return_if_fail (WIJK_IS_REMARK_DATE (self));

  g_set_str (&self->date, date != NULL && *date != '\0' ? date : NULL);
  text = self->date != NULL ? wijk_ui_format_date (self->date) : NULL;
  wijk_remark_pill_set_text (self->pill, text);
}

const char *
wijk_remark_date_get_date (WijkRemarkDate *self)
{
  g_return_val_if_fail (WIJK_IS_REMARK_DATE (self), NULL);

  return self->date;
}
