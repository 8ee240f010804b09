/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reach-view.h"

#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-map-swatch.h"
#include "wijk-reach-picture-view.h"
#include "wijk-reach-picture.h"
#include "wijk-reach-text.h"
#include "wijk-table-dialog.h"
#include "wijk-task-population.h"
#include "wijk-version-work.h"

#define UPDATE_AFTER 300 /* milliseconds: counting all remarks is not for each key */

struct _WijkReachView
{
  AdwBin parent_instance;

  WijkDocument *document;
  WijkReach *reach;
  guint update_source;

  GtkDropDown *by;
  GtkWidget *menu;
  GtkLabel *summary;
  GtkLabel *findings;
  GtkWidget *legend;
  WijkReachPictureView *map;
  WijkReachPictureView *bars;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (WijkReachView, wijk_reach_view, ADW_TYPE_BIN)

/* ---- words ---- */

static const char *
name_by (WijkReachBy by)
{
  switch (by)
    {
    case WIJK_REACH_BY_AREA:
      return _ ("Neighbourhood");
    case WIJK_REACH_BY_CHANNEL:
      return _ ("Channel");
    case WIJK_REACH_BY_ROLE:
      return _ ("Role");
    case WIJK_REACH_BY_SESSION:
    default:
      return _ ("Session");
    }
}

static WijkReachWords
get_words (const WijkReach *reach, const char *title)
{
  return (WijkReachWords) {
    .title = title,
    .label_head = name_by (reach->by),
    .value_head = _ ("People"),
    .few = _ ("fewer than 5"),
    .withheld = _ ("not shown"),
    /* Translators: keep the words in braces */
    .share = _ ("{n} ({share} %)"),
    .population = _ ("{n} ({share} %; {population} % live there)"),
  };
}

/* ---- showing ---- */

static char *
dup_findings (const WijkReach *reach)
{
  g_autoptr (GArray) findings = wijk_reach_find (reach);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (lines,
                     wijk_reach_finding_dup_text (&g_array_index (findings, WijkReachFinding, i)));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What is behind the figures, and why some are not there. */
static char *
dup_note (const WijkReach *reach)
{
  g_autofree char *date = wijk_ui_format_date (reach->date);
  const char *small =
      _ ("Groups of fewer than five people are not shown, nor what they could be worked out from.");

  if (reach->by != WIJK_REACH_BY_AREA)
    return g_strdup (small);
  if (reach->population == WIJK_UNSET)
    return g_strjoin (" ",
                      small,
                      _ ("Import population figures of all neighbourhoods to compare with who "
                         "lives there."),
                      NULL);
  if (reach->publisher != NULL)
    /* Translators: who published it, and a date */
    return g_strdup_printf (
        _ ("%s Population: %s, %s."), small, reach->publisher, *date != '\0' ? date : "–");

  return g_strdup_printf (_ ("%s Population figures of %s."), small, *date != '\0' ? date : "–");
}

static void
show_legend (WijkReachView *self)
{
  gboolean compares = self->reach->population != WIJK_UNSET;
  const char *const names[WIJK_N_FILLS] = {
    _ ("Nobody, or not shown"),
    compares ? _ ("As expected") : _ ("Heard"),
    compares ? _ ("Half of what was expected or less") : NULL,
    compares ? _ ("Twice what was expected or more") : NULL
  };

  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->legend)) != NULL)
    adw_wrap_box_remove (ADW_WRAP_BOX (self->legend), child);
  for (guint i = 0; i < WIJK_N_FILLS; i++)
    {
      GtkWidget *box, *label;

      if (names[i] == NULL)
        continue;
      box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      label = gtk_label_new (names[i]);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), g_object_new (WIJK_TYPE_MAP_SWATCH, "state", i, NULL));
      gtk_box_append (GTK_BOX (box), label);
      adw_wrap_box_append (ADW_WRAP_BOX (self->legend), box);
    }
}

/* "A: 12 (20 %), B: fewer than 5" */
static char *
describe (const WijkReach *reach, const char *const *labels, const WijkReachWords *words)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < reach->rows->len; i++)
    {
      g_autofree char *value = wijk_reach_dup_value (reach, reach->rows->pdata[i], words);

      g_ptr_array_add (parts, g_strdup_printf ("%s: %s", labels[i], value));
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (", ", (char **) parts->pdata);
}

static void
show_pictures (WijkReachView *self)
{
  g_auto (GStrv) labels =
      wijk_reach_dup_labels (self->reach, wijk_document_get_state (self->document));
  const char *const *names = (const char *const *) labels;
  WijkReachWords words = get_words (self->reach, "");
  g_autofree char *text = describe (self->reach, names, &words);
  gboolean has_any = self->reach->rows->len > 0;
  WijkMap *map =
      self->reach->by == WIJK_REACH_BY_AREA ? wijk_reach_to_map (self->reach, names, &words) : NULL;

  gtk_widget_set_visible (self->legend, map != NULL);
  if (map != NULL)
    show_legend (self);
  wijk_reach_picture_view_take (self->map, NULL, map, text);
  wijk_reach_picture_view_take (
      self->bars, has_any ? wijk_reach_to_bars (self->reach, names, &words) : NULL, NULL, text);
}

static void
update (WijkReachView *self)
{
  g_autofree char *summary = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *note = NULL;

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->document == NULL)
    return;
  g_clear_pointer (&self->reach, wijk_reach_free);
  self->reach = wijk_reach_new (wijk_document_get_state (self->document),
                                (WijkReachBy) gtk_drop_down_get_selected (self->by));
  summary = wijk_reach_dup_summary (self->reach);
  findings = dup_findings (self->reach);
  note = dup_note (self->reach);
  gtk_label_set_label (self->summary, summary);
  gtk_label_set_label (self->findings, findings);
  gtk_widget_set_visible (GTK_WIDGET (self->findings), *findings != '\0');
  gtk_label_set_label (self->note, note);
  show_pictures (self);
}

static void
update_cb (WijkReachView *self)
{
  update (self);
}

static void
timeout_cb (gpointer user_data)
{
  WijkReachView *self = WIJK_REACH_VIEW (user_data);

  self->update_source = 0;
  update (self);
}

static void
record_changed_cb (WijkReachView *self)
{
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_timeout_add_once (UPDATE_AFTER, timeout_cb, self);
}

static void
table_cb (WijkReachView *self)
{
  g_auto (GStrv) labels =
      wijk_reach_dup_labels (self->reach, wijk_document_get_state (self->document));
  const char *const heads[] = {
    name_by (self->reach->by), _ ("Remarks"),    _ ("People"),
    _ ("Of who was heard"),    _ ("Live there"),
  };
  WijkReachWords words = get_words (self->reach, "");
  g_autoptr (GPtrArray) table =
      wijk_reach_to_table (self->reach, (const char *const *) labels, heads, &words);

  adw_dialog_present (wijk_table_dialog_new (_ ("Who Was Heard"), table), GTK_WIDGET (self));
}

/* ---- population figures ---- */

static char *
import_work (const WijkContext *context,
             const char *plan_id,
             gpointer data,
             GCancellable *cancellable,
             GError **error)
{
  WijkPopulated populated;

  if (!wijk_task_import_population (context, plan_id, data, cancellable, &populated, error))
    return NULL;

  return g_strdup_printf (g_dngettext (NULL,
                                       "%u new figure, %u changed, %u the same",
                                       "%u new figures, %u changed, %u the same",
                                       populated.n_new),
                          populated.n_new,
                          populated.n_changed,
                          populated.n_same);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkReachView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = wijk_version_work_finish (result, &error);

  if (text == NULL)
    {
      AdwDialog *dialog = adw_alert_dialog_new (_ ("Nothing Was Imported"), error->message);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (self));
      return;
    }
  wijk_document_refresh (self->document);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WijkReachView) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    wijk_version_work_async (GTK_WIDGET (self),
                             _ ("Importing population figures"),
                             self->document,
                             import_work,
                             g_object_ref (file),
                             g_object_unref,
                             imported_cb,
                             g_object_ref (self));
}

static void
import_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Tables"));
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_filter_add_suffix (filter, "ods");
  gtk_file_filter_add_suffix (filter, "xlsx");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _ ("Population Figures"));
  gtk_file_dialog_open (
      dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, g_object_ref (widget));
}

/* ---- GObject ---- */

static void
wijk_reach_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wijk_reach_view_parent_class)->map (widget);
  update (WIJK_REACH_VIEW (widget));
}

static void
wijk_reach_view_dispose (GObject *object)
{
  WijkReachView *self = WIJK_REACH_VIEW (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_REACH_VIEW);
  g_clear_pointer (&self->reach, wijk_reach_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_reach_view_parent_class)->dispose (object);
}

static void
wijk_reach_view_class_init (WijkReachViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_reach_view_dispose;
  widget_class->map = wijk_reach_view_map;
  g_type_ensure (WIJK_TYPE_REACH_PICTURE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-reach-view.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkReachView, by);
  gtk_widget_class_bind_template_child (widget_class, WijkReachView, menu);
  gtk_widget_class_bind_template_child (widget_class, WijkReachView, summary);
  gtk_widget_class_bind_template_child (widget_class, WijkReachView, findings);
  gtk_widget_class_bind_template_child (widget_class, WijkReachView, legend);
  gtk_widget_class_bind_template_child (widget_class, WijkReachView, map);
  gtk_widget_class_bind_template_child (widget_class, WijkReachView, bars);
  gtk_widget_class_bind_template_child (widget_class, WijkReachView, note);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_cb);
  gtk_widget_class_install_action (widget_class, "reach.import", NULL, import_action);
}

static void
wijk_reach_view_init (WijkReachView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
wijk_reach_view_new (WijkDocument *document)
{
  WijkReachView *self = g_object_new (WIJK_TYPE_REACH_VIEW, NULL);

  self->document = g_object_ref (document);
  g_object_bind_property (document,
                          "read-only",
                          self->menu,
                          "visible",
                          G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
