/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-priority-timeline.h"

#include "wijk-plan-timeline.h"
#include "wijk-table-dialog.h"
#include "wijk-timeline-view.h"

struct _WijkPriorityTimeline
{
  AdwBin parent_instance;

  WijkTimeline *shown;
  WijkTimelineView *timeline;
};

G_DEFINE_FINAL_TYPE (WijkPriorityTimeline, wijk_priority_timeline, ADW_TYPE_BIN)

static guint activated_signal;

static void
lane_activated_cb (WijkPriorityTimeline *self, const char *id)
{
  g_autofree char *own = g_strdup (id);

  g_signal_emit (self, activated_signal, 0, own);
}

static void
table_cb (WijkPriorityTimeline *self)
{
  g_autoptr (GPtrArray) table = NULL;

  if (self->shown == NULL)
    return;

  table = wijk_timeline_to_table (self->shown);
  adw_dialog_present (wijk_table_dialog_new (wijk_timeline_get_title (self->shown), table),
                      GTK_WIDGET (self));
}

static void
wijk_priority_timeline_dispose (GObject *object)
{
  WijkPriorityTimeline *self = WIJK_PRIORITY_TIMELINE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PRIORITY_TIMELINE);
  g_clear_pointer (&self->shown, wijk_timeline_unref);

  G_OBJECT_CLASS (wijk_priority_timeline_parent_class)->dispose (object);
}

static void
wijk_priority_timeline_class_init (WijkPriorityTimelineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_priority_timeline_dispose;

  activated_signal = g_signal_new ("activated",
                                   WIJK_TYPE_PRIORITY_TIMELINE,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   G_TYPE_STRING);

  g_type_ensure (WIJK_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-priority-timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPriorityTimeline, timeline);
  gtk_widget_class_bind_template_callback (widget_class, lane_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_cb);
}

static void
wijk_priority_timeline_init (WijkPriorityTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
wijk_priority_timeline_update (WijkPriorityTimeline *self, WijkState *state)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();

  g_return_if_fail (WIJK_IS_PRIORITY_TIMELINE (self));

  g_clear_pointer (&self->shown, wijk_timeline_unref);
  self->shown = wijk_plan_timeline_new (state, today);
  wijk_timeline_view_set_timeline (self->timeline, self->shown);
}
