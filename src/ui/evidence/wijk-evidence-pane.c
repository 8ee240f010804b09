/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-evidence-pane.h"

#include <glib/gi18n.h>

#include "wijk-comment-list.h"
#include "wijk-evidence-list.h"
#include "wijk-id.h"
#include "wijk-link.h"
#include "wijk-mention.h"
#include "wijk-priority.h"
#include "wijk-section.h"
#include "wijk-tasks.h"
#include "wijk-trace-view.h"
#include "wijk-version.h"

#define DELAY 120 /* milliseconds: one update for many changes */

struct _WijkEvidencePane
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkRecord *subject;
  char *summary;
  guint update_source;
  GCancellable *cancellable; /* of the search in versions */

  GtkStack *states;
  GtkLabel *title;
  AdwBin *trace_bin;
  AdwBin *input_bin;
  AdwBin *sources_bin;
  AdwBin *comments_bin;
  WijkTraceView *trace;
  WijkEvidenceList *input;
  WijkEvidenceList *sources;
  WijkCommentList *comments;
};

enum
{
  PROP_SUMMARY = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (WijkEvidencePane, wijk_evidence_pane, ADW_TYPE_BIN)

/* ---- what belongs to it ---- */

/* What the subject links to itself; records lent. */
static GPtrArray *
dup_linked (WijkEvidencePane *self)
{
  WijkState *state = wijk_document_get_state (self->document);
  GPtrArray *ids = NULL;
  GPtrArray *records;

  if (WIJK_IS_SECTION (self->subject))
    return wijk_section_dup_linked (state, self->subject);

  records = g_ptr_array_new ();
  if (WIJK_IS_PRIORITY (self->subject))
    ids = WIJK_PRIORITY (self->subject)->origin;
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      WijkRecord *record = wijk_state_lookup (state, ids->pdata[i]);

      if (record != NULL && !wijk_record_is_deleted (record))
        g_ptr_array_add (records, record);
    }

  return records;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  WijkRecord *one = (WijkRecord *) a, *other = (WijkRecord *) b;
  WijkKind kind = wijk_record_get_kind (one), other_kind = wijk_record_get_kind (other);

  return kind != other_kind ? (int) kind - (int) other_kind : wijk_record_compare (one, other);
}

/* Those of @records that are of one of two kinds, in order. */
static GPtrArray *
dup_of_kinds (GPtrArray *records, WijkKind one, WijkKind other)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      WijkKind kind = wijk_record_get_kind (records->pdata[i]);

      if (kind == one || kind == other)
        g_ptr_array_add (found, records->pdata[i]);
    }
  g_ptr_array_sort_values (found, compare);

  return found;
}

/* ---- versions ---- */

typedef struct
{
  char *folder;
  char *id;
  GArray *numbers;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->folder);
  g_free (search->id);
  g_array_unref (search->numbers);
  g_free (search);
}

static void
search_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (task,
                         wijk_task_find_in_versions (search->folder, search->numbers, search->id),
                         (GDestroyNotify) g_array_unref);
}

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkEvidencePane) self = user_data;
  g_autoptr (GArray) found = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  if (found == NULL || self->document == NULL)
    return; /* something else is looked at by now */
  versions = wijk_state_dup_sorted (wijk_document_get_state (self->document), WIJK_KIND_VERSION);
  for (guint i = 0; i < versions->len; i++)
    for (guint j = 0; j < found->len; j++)
      if (WIJK_VERSION (versions->pdata[i])->number == (gint64) g_array_index (found, guint, j))
        g_ptr_array_add (shown, versions->pdata[i]);
  wijk_trace_view_show_versions (self->trace, shown);
}

static void
search_versions (WijkEvidencePane *self)
{
  g_autoptr (GPtrArray) versions =
      wijk_state_dup_sorted (wijk_document_get_state (self->document), WIJK_KIND_VERSION);
  Search *search = g_new0 (Search, 1);
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  search->folder = g_strdup (wijk_document_get_folder (self->document));
  search->id = g_strdup (wijk_record_get_id (self->subject));
  search->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < versions->len; i++)
    {
      guint number = (guint) WIJK_VERSION (versions->pdata[i])->number;

      g_array_append_val (search->numbers, number);
    }
  task = g_task_new (NULL, self->cancellable, searched_cb, g_object_ref (self));
  g_task_set_source_tag (task, search_versions);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/* ---- what shows ---- */

static void
set_summary (WijkEvidencePane *self, guint n_remarks, guint n_sources)
{
  g_autofree char *remarks = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", n_remarks), n_remarks);
  g_autofree char *sources = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", n_sources), n_sources);
  g_autofree char *summary =
      self->subject != NULL ? g_strdup_printf ("%s · %s", remarks, sources) : NULL;

  if (g_set_str (&self->summary, summary))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}

static void
show_title (WijkEvidencePane *self)
{
  g_autofree char *words = wijk_mention_dup_words (self->subject);
  int stage = wijk_trace_stage_of (wijk_record_get_kind (self->subject));
  g_autofree char *title =
      /* Translators: what kind of thing, then what it is called */
      g_strdup_printf (_ ("%s: %s"), wijk_trace_stage_get_name ((WijkTraceStage) stage), words);

  gtk_label_set_label (self->title, title);
}

static void
update (WijkEvidencePane *self)
{
  g_autoptr (WijkTrace) trace = NULL;
  g_autoptr (GPtrArray) linked = NULL;
  g_autoptr (GPtrArray) input = NULL;
  g_autoptr (GPtrArray) sources = NULL;

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->subject != NULL && wijk_record_is_deleted (self->subject))
    g_clear_object (&self->subject);
  gtk_stack_set_visible_child_name (self->states, self->subject != NULL ? "record" : "none");
  if (self->subject == NULL)
    {
      set_summary (self, 0, 0);
      return;
    }
  trace = wijk_trace_new (wijk_document_get_state (self->document), self->subject);
  linked = dup_linked (self);
  input = wijk_link_get_key (self->subject) != NULL
              ? dup_of_kinds (linked, WIJK_KIND_REMARK, WIJK_KIND_CLUSTER)
              : g_ptr_array_ref (trace->stages[WIJK_TRACE_REMARKS]);
  sources = dup_of_kinds (linked, WIJK_KIND_SOURCE, WIJK_KIND_QUOTE);
  show_title (self);
  wijk_trace_view_show (self->trace, trace, self->subject);
  wijk_evidence_list_show (self->input, self->document, self->subject, input);
  wijk_evidence_list_show (self->sources, self->document, self->subject, sources);
  wijk_comment_list_show (self->comments, self->document, self->subject);
  set_summary (self, trace->stages[WIJK_TRACE_REMARKS]->len, sources->len);
  search_versions (self);
}

static void
update_cb (gpointer user_data)
{
  WijkEvidencePane *self = WIJK_EVIDENCE_PANE (user_data);

  self->update_source = 0;
  update (self);
}

static void
changed_cb (WijkEvidencePane *self)
{
  if (self->update_source == 0 && self->subject != NULL)
    self->update_source = g_timeout_add_once (DELAY, update_cb, self);
}

/* ---- drops ---- */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, WijkEvidencePane *self)
{
  const char *id = g_value_get_string (value);
  g_autoptr (GError) error = NULL;

  if (self->subject == NULL || wijk_link_get_key (self->subject) == NULL || id == NULL ||
      !wijk_id_is_valid (id) || wijk_document_is_read_only (self->document))
    return FALSE;
  if (!wijk_link_set (self->document, self->subject, id, TRUE, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _ ("Linked"));

  return error == NULL;
}

/* ---- GObject ---- */

static void
wijk_evidence_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SUMMARY)
    g_value_set_string (value, WIJK_EVIDENCE_PANE (object)->summary);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
wijk_evidence_pane_dispose (GObject *object)
{
  WijkEvidencePane *self = WIJK_EVIDENCE_PANE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_EVIDENCE_PANE);
  g_clear_object (&self->subject);
  g_clear_object (&self->document);
  g_clear_pointer (&self->summary, g_free);

  G_OBJECT_CLASS (wijk_evidence_pane_parent_class)->dispose (object);
}

static void
wijk_evidence_pane_class_init (WijkEvidencePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wijk_evidence_pane_get_property;
  object_class->dispose = wijk_evidence_pane_dispose;

  properties[PROP_SUMMARY] =
      g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "evidence");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-evidence-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkEvidencePane, states);
  gtk_widget_class_bind_template_child (widget_class, WijkEvidencePane, title);
  gtk_widget_class_bind_template_child (widget_class, WijkEvidencePane, trace_bin);
  gtk_widget_class_bind_template_child (widget_class, WijkEvidencePane, input_bin);
  gtk_widget_class_bind_template_child (widget_class, WijkEvidencePane, sources_bin);
  gtk_widget_class_bind_template_child (widget_class, WijkEvidencePane, comments_bin);
}

static void
wijk_evidence_pane_init (WijkEvidencePane *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY | GDK_ACTION_LINK);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->trace = WIJK_TRACE_VIEW (wijk_trace_view_new ());
  self->input = WIJK_EVIDENCE_LIST (wijk_evidence_list_new (FALSE));
  self->sources = WIJK_EVIDENCE_LIST (wijk_evidence_list_new (TRUE));
  self->comments = WIJK_COMMENT_LIST (wijk_comment_list_new ());
  adw_bin_set_child (self->trace_bin, GTK_WIDGET (self->trace));
  adw_bin_set_child (self->input_bin, GTK_WIDGET (self->input));
  adw_bin_set_child (self->sources_bin, GTK_WIDGET (self->sources));
  adw_bin_set_child (self->comments_bin, GTK_WIDGET (self->comments));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
wijk_evidence_pane_set_document (WijkEvidencePane *self, WijkDocument *document)
{
  WijkState *state;

  g_return_if_fail (WIJK_IS_EVIDENCE_PANE (self) && self->document == NULL);

  self->document = g_object_ref (document);
  state = wijk_document_get_state (document);
  g_signal_connect_object (
      state, "record-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "filled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

void
wijk_evidence_pane_set_subject (WijkEvidencePane *self, WijkRecord *subject)
{
  g_return_if_fail (WIJK_IS_EVIDENCE_PANE (self));

  if (subject != NULL && wijk_trace_stage_of (wijk_record_get_kind (subject)) < 0)
    subject = NULL;
  if (g_set_object (&self->subject, subject))
    update (self);
}
