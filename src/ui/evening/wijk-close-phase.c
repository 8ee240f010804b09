/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-close-phase.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-attendance-list.h"
#include "wijk-ballot.h"
#include "wijk-evening-figures.h"

struct _WijkClosePhase
{
  GtkBox parent_instance;

  WijkHall *hall;
  AdwActionRow *remarks;
  AdwActionRow *themes;
  AdwActionRow *waiting;
  AdwActionRow *votes;
  WijkAttendanceList *attendance;
  GtkWidget *leave;
};

G_DEFINE_FINAL_TYPE (WijkClosePhase, wijk_close_phase, GTK_TYPE_BOX)

/* ---- what shows ---- */

static void
show_row (AdwActionRow *row, const char *text, gboolean is_open)
{
  adw_action_row_set_subtitle (row, text);
  if (is_open)
    gtk_widget_add_css_class (GTK_WIDGET (row), "warning-row");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "warning-row");
}

static void
changed_cb (WijkClosePhase *self)
{
  WijkState *state;
  WijkEveningFigures figures;
  g_autofree char *remarks = NULL;
  g_autofree char *themes = NULL;
  g_autofree char *waiting = NULL;
  g_autofree char *votes = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  state = wijk_document_get_state (wijk_hall_get_document (self->hall));
  figures = wijk_evening_count (state, wijk_hall_get_session_id (self->hall));
  remarks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%u remark, said by %u people",
                                          "%u remarks, said by %u people",
                                          (gulong) figures.n_remarks),
                             figures.n_remarks,
                             figures.n_voices);
  themes = g_strdup_printf (_ ("%u without a theme"), figures.n_without_theme);
  waiting = g_strdup_printf (_ ("%u shown, %u hidden, %u not looked at"),
                             figures.n_shown,
                             figures.n_hidden,
                             figures.n_waiting);
  votes = g_strdup_printf (_ ("%u closed, %u not closed"), figures.n_closed, figures.n_not_closed);
  show_row (self->remarks, remarks, FALSE);
  show_row (self->themes, themes, figures.n_without_theme > 0);
  show_row (self->waiting, waiting, figures.n_waiting > 0);
  show_row (self->votes, votes, figures.n_not_closed > 0);
}

/* ---- what is pressed ---- */

static void
themes_cb (WijkClosePhase *self)
{
  wijk_hall_set_phase (self->hall, WIJK_PHASE_SORT);
}

static void
votes_cb (WijkClosePhase *self)
{
  wijk_hall_set_phase (self->hall, WIJK_PHASE_VOTE);
}

static void
leave_cb (WijkClosePhase *self)
{
  wijk_hall_forget (self->hall);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-evening", NULL);
}

/* ---- GObject ---- */

static gboolean
wijk_close_phase_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_CLOSE_PHASE (widget)->attendance));
}

static void
wijk_close_phase_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WIJK_TYPE_CLOSE_PHASE);
  g_clear_object (&WIJK_CLOSE_PHASE (object)->hall);

  G_OBJECT_CLASS (wijk_close_phase_parent_class)->dispose (object);
}

static void
wijk_close_phase_class_init (WijkClosePhaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_close_phase_dispose;
  widget_class->grab_focus = wijk_close_phase_grab_focus;

  g_type_ensure (WIJK_TYPE_ATTENDANCE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-close-phase.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkClosePhase, remarks);
  gtk_widget_class_bind_template_child (widget_class, WijkClosePhase, themes);
  gtk_widget_class_bind_template_child (widget_class, WijkClosePhase, waiting);
  gtk_widget_class_bind_template_child (widget_class, WijkClosePhase, votes);
  gtk_widget_class_bind_template_child (widget_class, WijkClosePhase, attendance);
  gtk_widget_class_bind_template_child (widget_class, WijkClosePhase, leave);
  gtk_widget_class_bind_template_callback (widget_class, themes_cb);
  gtk_widget_class_bind_template_callback (widget_class, votes_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
wijk_close_phase_init (WijkClosePhase *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (changed_cb), NULL);
}

GtkWidget *
wijk_close_phase_new (WijkHall *hall)
{
  WijkClosePhase *self = g_object_new (WIJK_TYPE_CLOSE_PHASE, NULL);

  self->hall = g_object_ref (hall);
  wijk_attendance_list_set_hall (self->attendance, hall);
  g_signal_connect_object (hall, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
