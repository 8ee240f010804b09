/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-map.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "wijk-area.h"
#include "wijk-format.h"
#include "wijk-map-view.h"
#include "wijk-remark-answer.h"

#define DEGREES (WIJK_N_FILLS - 1)
#define COUNT_AFTER 120 /* milliseconds after a change */

struct _WijkRemarkMap
{
  GtkWidget parent_instance;

  WijkDocument *document;
  WijkRemarkFilter *filter;
  guint count_source;
  gboolean is_updating;

  GtkLabel *title;
  WijkMapView *view;
  GtkLabel *marks;
  GtkButton *nowhere;
  GtkLabel *elsewhere;
};

G_DEFINE_FINAL_TYPE (WijkRemarkMap, wijk_remark_map, GTK_TYPE_WIDGET)

/* ---- the areas ---- */

/* Those of the plan; of a plan with an area of its own those of its district, else all. */
static GPtrArray *
list_areas (WijkRemarkMap *self)
{
  WijkPlan *plan = wijk_document_get_plan (self->document);
  g_autoptr (GPtrArray) districts = wijk_area_list_districts ();
  GPtrArray *areas = g_ptr_array_new ();
  gboolean has_codes = plan != NULL && plan->area_codes != NULL && plan->area_codes->len > 0;

  for (guint i = 0; i < districts->len; i++)
    {
      const WijkArea *district = districts->pdata[i];
      g_autoptr (GPtrArray) parts = wijk_area_list_neighbourhoods (district);

      for (guint j = 0; j < parts->len; j++)
        {
          const WijkArea *area = parts->pdata[j];

          if (has_codes ? wijk_set_contains (plan->area_codes, area->code) ||
                              wijk_set_contains (plan->area_codes, district->code)
                        : plan == NULL || plan->parent_code == NULL ||
                              g_str_equal (plan->parent_code, district->code))
            g_ptr_array_add (areas, (gpointer) area);
        }
    }

  return areas;
}

/* Code of an area -> how many; "" of none. */
static GHashTable *
count_remarks (WijkRemarkMap *self)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);
  WijkState *state = wijk_document_get_state (self->document);
  WijkRecordList *list = wijk_state_get_list (state, WIJK_KIND_REMARK);
  GHashTable *parts = wijk_remark_collect_parts (state);

  for (guint i = 0; i < wijk_record_list_get_length (list); i++)
    {
      WijkRemark *remark = WIJK_REMARK (wijk_record_list_get (list, i));
      const char *code = remark->area_code != NULL ? remark->area_code : "";

      if (wijk_remark_filter_matches_anywhere (self->filter, remark, parts))
        g_hash_table_replace (
            counts,
            (gpointer) g_intern_string (code),
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, code)) + 1));
    }
  g_clear_pointer (&parts, g_hash_table_unref);

  return counts;
}

static guint
get_count (GHashTable *counts, const char *code)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, code));
}

static void
add_area (WijkMap *map, const WijkArea *area, guint n, guint most)
{
  g_autofree WijkMapPoint *points = g_new (WijkMapPoint, area->n_points);
  WijkMapRing ring = { points, area->n_points };
  g_autofree char *number = wijk_ui_format_count (n);
  /* Translators: the name of a neighbourhood and how many remarks come from there */
  g_autofree char *name =
      n > 0 ? g_strdup_printf (C_ ("on a map", "%s %s"), wijk_area_get_display_name (area), number)
            : g_strdup (wijk_area_get_display_name (area));
  g_autofree char *label =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s remark", "%s remarks", n), number);

  for (guint i = 0; i < area->n_points; i++)
    points[i] = (WijkMapPoint) { area->ring[i].x, area->ring[i].y };
  wijk_map_add_area (
      map, area->code, name, number, n == 0 ? 0 : 1 + (n - 1) * DEGREES / most, label, &ring, 1);
}

/* ---- what shows ---- */

static void
show_title (WijkRemarkMap *self, const WijkArea *most, guint n)
{
  g_autofree char *number = wijk_ui_format_count (n);
  g_autofree char *text = NULL;

  if (most == NULL)
    text = g_strdup (_ ("No remarks from these neighbourhoods"));
  else
    /* Translators: the name of a neighbourhood and how many remarks come from there */
    text = g_strdup_printf (
        _ ("Most remarks come from %s: %s"), wijk_area_get_display_name (most), number);
  gtk_label_set_label (self->title, text);
}

static void
show_others (WijkRemarkMap *self, guint n_nowhere, guint n_elsewhere)
{
  g_autofree char *nowhere = wijk_ui_format_count (n_nowhere);
  g_autofree char *elsewhere = wijk_ui_format_count (n_elsewhere);
  /* Translators: %s is how many remarks */
  g_autofree char *first = g_strdup_printf (_ ("No neighbourhood: %s"), nowhere);
  g_autofree char *second = g_strdup_printf (_ ("From elsewhere: %s"), elsewhere);

  gtk_button_set_label (self->nowhere, first);
  gtk_label_set_label (self->elsewhere, second);
  gtk_widget_set_visible (GTK_WIDGET (self->nowhere), n_nowhere > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere), n_elsewhere > 0);
}

static void
show_counts (WijkRemarkMap *self)
{
  g_autoptr (GPtrArray) areas = list_areas (self);
  g_autoptr (GHashTable) counts = count_remarks (self);
  g_autoptr (WijkMap) map = wijk_map_new (WIJK_AREA_CREDIT);
  const WijkArea *most = NULL;
  guint n_most = 0, n_all = 0, n_here = 0;
  GHashTableIter iter;
  gpointer n;

  for (guint i = 0; i < areas->len; i++)
    {
      guint n_area = get_count (counts, ((const WijkArea *) areas->pdata[i])->code);

      n_here += n_area;
      if (n_area <= n_most)
        continue;
      n_most = n_area;
      most = areas->pdata[i];
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    n_all += GPOINTER_TO_UINT (n);
  wijk_map_set_graded (map, TRUE);
  for (guint i = 0; i < areas->len; i++)
    add_area (map,
              areas->pdata[i],
              get_count (counts, ((const WijkArea *) areas->pdata[i])->code),
              n_most);
  wijk_map_view_set_map (self->view, map, _ ("Remarks by neighbourhood"));
  show_title (self, most, n_most);
  show_others (self, get_count (counts, ""), n_all - n_here - get_count (counts, ""));
}

static void
show_picked (WijkRemarkMap *self)
{
  g_auto (GStrv) values = wijk_remark_filter_dup_values (self->filter, WIJK_FACET_AREA);

  self->is_updating = TRUE;
  wijk_map_view_set_picked (self->view, values[0] != NULL && values[1] == NULL ? values[0] : NULL);
  self->is_updating = FALSE;
}

static void
count_cb (gpointer user_data)
{
  WijkRemarkMap *self = WIJK_REMARK_MAP (user_data);

  self->count_source = 0;
  show_counts (self);
}

static void
count_later (WijkRemarkMap *self)
{
  if (self->count_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->count_source = g_timeout_add_once (COUNT_AFTER, count_cb, self);
}

static void
filter_changed_cb (WijkRemarkMap *self)
{
  show_picked (self);
  count_later (self);
}

static void
record_changed_cb (WijkRemarkMap *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_REMARK || kind == WIJK_KIND_CLUSTER || kind == WIJK_KIND_PLAN)
    count_later (self);
}

/* ---- choosing ---- */

static void
pick (WijkRemarkMap *self, const char *code)
{
  g_auto (GStrv) values = wijk_remark_filter_dup_values (self->filter, WIJK_FACET_AREA);
  g_autofree char *picked = g_strdup (code);

  for (guint i = 0; values[i] != NULL; i++)
    if (g_strcmp0 (values[i], picked) != 0)
      wijk_remark_filter_set_value (self->filter, WIJK_FACET_AREA, values[i], FALSE);
  if (picked != NULL)
    wijk_remark_filter_set_value (self->filter, WIJK_FACET_AREA, picked, TRUE);
}

static void
picked_cb (WijkRemarkMap *self)
{
  if (!self->is_updating)
    pick (self, wijk_map_view_get_picked (self->view));
}

static void
nowhere_cb (WijkRemarkMap *self)
{
  pick (self, "");
}

/* ---- GObject ---- */

static void
wijk_remark_map_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wijk_remark_map_parent_class)->map (widget);
  show_counts (WIJK_REMARK_MAP (widget));
}

static gboolean
wijk_remark_map_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (WIJK_REMARK_MAP (widget)->view), GTK_DIR_TAB_FORWARD);
}

static void
wijk_remark_map_dispose (GObject *object)
{
  WijkRemarkMap *self = WIJK_REMARK_MAP (object);
  GtkWidget *child;

  g_clear_handle_id (&self->count_source, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filter);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_remark_map_parent_class)->dispose (object);
}

static void
wijk_remark_map_class_init (WijkRemarkMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_map_dispose;
  widget_class->map = wijk_remark_map_map;
  widget_class->grab_focus = wijk_remark_map_grab_focus;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* A mark is the number, which stands behind the name already. */
static gboolean
drop_marks (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_auto (GStrv) parts = g_strsplit (g_value_get_string (from), " · ", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *space = strstr (parts[i], "\302\240");

      g_strv_builder_add (builder, space != NULL ? space + 2 : parts[i]);
    }
  names = g_strv_builder_end (builder);
  g_value_take_string (to, g_strjoinv (" · ", names));

  return TRUE;
}

static void
wijk_remark_map_init (WijkRemarkMap *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *others = adw_wrap_box_new ();

  self->title = GTK_LABEL (make_label ("heading"));
  self->view = g_object_new (WIJK_TYPE_MAP_VIEW, NULL);
  self->marks = GTK_LABEL (make_label ("caption"));
  self->nowhere = GTK_BUTTON (gtk_button_new ());
  self->elsewhere = GTK_LABEL (make_label ("caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->nowhere), "chip");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (others), 9);
  adw_wrap_box_append (ADW_WRAP_BOX (others), GTK_WIDGET (self->nowhere));
  adw_wrap_box_append (ADW_WRAP_BOX (others), GTK_WIDGET (self->elsewhere));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->view));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->marks));
  gtk_box_append (GTK_BOX (box), others);
  gtk_widget_add_css_class (box, "picture");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
  g_object_bind_property_full (self->view,
                               "unnamed",
                               self->marks,
                               "label",
                               G_BINDING_SYNC_CREATE,
                               drop_marks,
                               NULL,
                               NULL,
                               NULL);
  g_signal_connect_object (
      self->view, "notify::picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->nowhere, "clicked", G_CALLBACK (nowhere_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
wijk_remark_map_new (WijkDocument *document, WijkRemarkFilter *filter)
{
  WijkRemarkMap *self = g_object_new (WIJK_TYPE_REMARK_MAP, NULL);

  self->document = g_object_ref (document);
  self->filter = g_object_ref (filter);
  g_signal_connect_object (
      filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  show_picked (self);

  return GTK_WIDGET (self);
}
