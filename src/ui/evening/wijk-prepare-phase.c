/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-prepare-phase.h"

#include <glib/gi18n.h>

#include "wijk-field-binding.h"

struct _WijkPreparePhase
{
  GtkBox parent_instance;

  GtkTextView *questions;
  GtkTextView *steps;
  GtkWidget *begin;
};

G_DEFINE_FINAL_TYPE (WijkPreparePhase, wijk_prepare_phase, GTK_TYPE_BOX)

static gboolean
wijk_prepare_phase_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WIJK_PREPARE_PHASE (widget)->begin);
}

static void
wijk_prepare_phase_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), WIJK_TYPE_PREPARE_PHASE);

  G_OBJECT_CLASS (wijk_prepare_phase_parent_class)->dispose (object);
}

static void
wijk_prepare_phase_class_init (WijkPreparePhaseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_prepare_phase_dispose;
  widget_class->grab_focus = wijk_prepare_phase_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-prepare-phase.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPreparePhase, questions);
  gtk_widget_class_bind_template_child (widget_class, WijkPreparePhase, steps);
  gtk_widget_class_bind_template_child (widget_class, WijkPreparePhase, begin);
}

static void
wijk_prepare_phase_init (WijkPreparePhase *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wijk_prepare_phase_new (WijkHall *hall)
{
  WijkPreparePhase *self = g_object_new (WIJK_TYPE_PREPARE_PHASE, NULL);
  WijkDocument *document = wijk_hall_get_document (hall);
  WijkRecord *session = WIJK_RECORD (wijk_hall_get_session (hall));

  wijk_field_bind (document,
                   GTK_WIDGET (self->questions),
                   session,
                   "questions",
                   _ ("Change the questions of a session"));
  wijk_field_bind (
      document, GTK_WIDGET (self->steps), session, "steps", _ ("Change the parts of an evening"));

  return GTK_WIDGET (self);
}
