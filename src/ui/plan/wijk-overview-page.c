/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-overview-page.h"

#include <glib/gi18n.h>

#include "wijk-application.h"
#include "wijk-author-list.h"
#include "wijk-backup.h"
#include "wijk-field-binding.h"
#include "wijk-finding-list.h"
#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-page.h"
#include "wijk-plan-figures.h"
#include "wijk-plan-timeline.h"
#include "wijk-table-dialog.h"
#include "wijk-timeline-view.h"

struct _WijkOverviewPage
{
  AdwBin parent_instance;

  WijkDocument *document;
  guint idle;

  GtkLabel *owed;
  GtkLabel *owed_of;
  GtkLevelBar *answered;
  GtkLabel *people;
  GtkLabel *words;
  GtkLabel *sections;
  GtkWidget *statuses;
  GtkLabel *money;
  GtkLabel *money_of;
  GtkLabel *priorities;
  GtkLabel *backup;
  GtkWidget *timeline_group;
  WijkTimelineView *timeline;
  WijkFindingList *findings;
  AdwPreferencesGroup *data;
  AdwEntryRow *title;
  AdwActionRow *area;
  AdwEntryRow *first_year;
  AdwEntryRow *last_year;
  GtkLabel *period_message;
  GtkTextView *vision;
  WijkAuthorList *authors;
};

static void page_init (WijkPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkOverviewPage,
                               wijk_overview_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (WIJK_TYPE_PAGE, page_init))

static gboolean
show_record (WijkPage *page, WijkRecord *record)
{
  WijkOverviewPage *self = WIJK_OVERVIEW_PAGE (page);

  return wijk_record_get_kind (record) == WIJK_KIND_PLAN &&
         adw_entry_row_grab_focus_without_selecting (self->title);
}

static void
page_init (WijkPageInterface *iface)
{
  iface->show_record = show_record;
}

/* ---- figures ---- */

static void
set_label (GtkLabel *label, char *text)
{
  g_autofree char *owned = text;

  gtk_label_set_label (label, owned);
}

static void
show_remarks (WijkOverviewPage *self)
{
  WijkTally tally = wijk_document_get_tally (self->document);
  guint n_owed = tally.n_remarks - tally.n_answered;

  set_label (self->owed, wijk_ui_format_count (n_owed));
  set_label (self->owed_of,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "of %u remark still without an answer",
                                           "of %u remarks still without an answer",
                                           tally.n_remarks),
                              tally.n_remarks));
  set_label (
      self->people,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u person spoke", "%u people spoke", tally.n_people),
          tally.n_people));
  gtk_level_bar_set_max_value (self->answered, MAX (tally.n_remarks, 1));
  gtk_level_bar_set_value (self->answered, tally.n_answered);
}

static void
add_status (WijkOverviewPage *self, WijkSectionStatus status, guint n_sections)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (wijk_icon_for_section_status (status));
  g_autofree char *text =
      g_strdup_printf ("%u %s", n_sections, wijk_label_for_section_status (status));
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  adw_wrap_box_append (ADW_WRAP_BOX (self->statuses), box);
}

static void
show_text (WijkOverviewPage *self, const WijkPlanFigures *figures)
{
  GtkWidget *child;

  set_label (self->words, wijk_ui_format_count (figures->n_words));
  set_label (self->sections,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "words in %u chapter",
                                           "words in %u chapters",
                                           figures->n_sections),
                              figures->n_sections));
  while ((child = gtk_widget_get_first_child (self->statuses)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->statuses), child);
  for (guint i = 0; i < G_N_ELEMENTS (figures->n_sections_by_status); i++)
    if (figures->n_sections_by_status[i] > 0)
      add_status (self, i, figures->n_sections_by_status[i]);
}

static void
show_money (WijkOverviewPage *self, const WijkPlanFigures *figures)
{
  g_autofree char *funding = wijk_ui_format_money (figures->funding_cents);
  g_autofree char *priorities = NULL;
  g_autofree char *measures = NULL;

  set_label (self->money, wijk_ui_format_money (figures->estimate_cents));
  /* Translators: %s is an amount of money that is available */
  set_label (self->money_of, g_strdup_printf (_ ("estimated, %s funded"), funding));
  priorities = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u priority", "%u priorities", figures->n_priorities),
      figures->n_priorities);
  measures = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u measure", "%u measures", figures->n_measures),
      figures->n_measures);
  set_label (self->priorities, g_strdup_printf ("%s, %s", priorities, measures));
}

static void
show_timeline (WijkOverviewPage *self)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (WijkTimeline) timeline =
      wijk_plan_timeline_new (wijk_document_get_state (self->document), today);

  gtk_widget_set_visible (self->timeline_group, timeline != NULL);
  wijk_timeline_view_set_timeline (self->timeline, timeline);
}

static void
show_backup (WijkOverviewPage *self)
{
  WijkBackup *backup = wijk_backup_find (self->document);
  g_autofree char *folder = wijk_application_dup_backup_folder (wijk_application_get_default ());
  const gint64 time = backup != NULL ? wijk_backup_get_last_time (backup) : 0;
  g_autofree char *moment = wijk_ui_format_moment (time);

  if (folder == NULL)
    gtk_label_set_label (self->backup, _ ("No folder for backups was chosen"));
  else if (time > 0)
    set_label (self->backup, g_strdup_printf (_ ("Newest backup: %s"), moment));
  else if (backup != NULL && wijk_backup_is_running (backup))
    gtk_label_set_label (self->backup, "");
  else
    gtk_label_set_label (self->backup, _ ("No backup was made yet"));
}

static void
show_area (WijkOverviewPage *self)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);
  g_autoptr (GString) text = g_string_new (NULL);

  if (plan == NULL)
    return;

  g_string_append (text, plan->area_name != NULL ? plan->area_name : "");
  if (plan->area_codes != NULL && plan->area_codes->len > 1)
    for (guint i = 0; i < plan->area_codes->len; i++)
      g_string_append_printf (text,
                              "%s%s",
                              i == 0 ? ": " : ", ",
                              wijk_label_for_area (g_ptr_array_index (plan->area_codes, i)));
  else if (plan->parent_code != NULL)
    g_string_append_printf (text, " (%s)", wijk_label_for_area (plan->parent_code));
  adw_action_row_set_subtitle (self->area, text->str);
  adw_preferences_group_set_title (self->data, wijk_label_for_plan_kind (plan->kind));
}

static void
show_all (WijkOverviewPage *self)
{
  WijkPlanFigures figures = wijk_plan_figures_of (wijk_document_get_state (self->document));

  show_remarks (self);
  show_text (self, &figures);
  show_money (self, &figures);
  show_timeline (self);
  show_area (self);
  wijk_finding_list_update (self->findings);
}

static gboolean
show_cb (gpointer user_data)
{
  WijkOverviewPage *self = user_data;

  self->idle = 0;
  show_all (self);

  return G_SOURCE_REMOVE;
}

/* Waits until changes come to rest, and until someone can see it. */
static void
queue_show (WijkOverviewPage *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_timeout_add (150, show_cb, self);
}

static void
mapped_cb (WijkOverviewPage *self)
{
  queue_show (self);
  show_backup (self);
}

static void
lane_activated_cb (WijkOverviewPage *self, const char *id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

static void
table_cb (WijkOverviewPage *self)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autoptr (WijkTimeline) timeline =
      wijk_plan_timeline_new (wijk_document_get_state (self->document), today);
  g_autoptr (GPtrArray) table = NULL;

  if (timeline == NULL)
    return;

  table = wijk_timeline_to_table (timeline);
  adw_dialog_present (wijk_table_dialog_new (wijk_timeline_get_title (timeline), table),
                      GTK_WIDGET (self));
}

static void
wijk_overview_page_dispose (GObject *object)
{
  WijkOverviewPage *self = WIJK_OVERVIEW_PAGE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_OVERVIEW_PAGE);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_overview_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, owed);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, owed_of);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, answered);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, people);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, words);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, sections);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, statuses);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, money);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, money_of);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, priorities);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, backup);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, timeline_group);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, timeline);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, findings);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, data);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, title);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, area);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, first_year);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, last_year);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, period_message);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, vision);
  gtk_widget_class_bind_template_child (widget_class, WijkOverviewPage, authors);
}

static void
wijk_overview_page_class_init (WijkOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_overview_page_dispose;

  g_type_ensure (WIJK_TYPE_TIMELINE_VIEW);
  g_type_ensure (WIJK_TYPE_FINDING_LIST);
  g_type_ensure (WIJK_TYPE_AUTHOR_LIST);
  bind_template (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, mapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, lane_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_cb);
}

static void
wijk_overview_page_init (WijkOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
bind_plan (WijkOverviewPage *self)
{
  WijkRecord *plan = WIJK_RECORD (wijk_document_get_plan (self->document));
  const char *period = _ ("Change the period");

  if (plan == NULL)
    return;

  wijk_field_bind (
      self->document, GTK_WIDGET (self->title), plan, "title", _ ("Change the title of the plan"));
  wijk_field_binding_set_message_label (
      wijk_field_bind (self->document, GTK_WIDGET (self->first_year), plan, "first-year", period),
      self->period_message);
  wijk_field_binding_set_message_label (
      wijk_field_bind (self->document, GTK_WIDGET (self->last_year), plan, "last-year", period),
      self->period_message);
  wijk_field_bind (
      self->document, GTK_WIDGET (self->vision), plan, "vision", _ ("Change the vision sentence"));
}

GtkWidget *
wijk_overview_page_new (WijkDocument *document)
{
  WijkOverviewPage *self = g_object_new (WIJK_TYPE_OVERVIEW_PAGE, NULL);

  self->document = g_object_ref (document);
  bind_plan (self);
  wijk_finding_list_set_document (self->findings, document);
  wijk_author_list_set_document (self->authors, document);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (queue_show),
                           self,
                           G_CONNECT_SWAPPED);
  if (wijk_backup_find (document) != NULL)
    g_signal_connect_object (
        wijk_backup_find (document), "notify", G_CALLBACK (show_backup), self, G_CONNECT_SWAPPED);
  show_all (self);
  show_backup (self);

  return GTK_WIDGET (self);
}
