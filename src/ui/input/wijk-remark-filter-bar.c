/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-filter-bar.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-filter.h"
#include "wijk-format.h"
#include "wijk-remark-chooser.h"
#include "wijk-saved-picker.h"

static const WijkRemarkChoiceKind facet_kinds[WIJK_N_FACETS] = {
  [WIJK_FACET_OUTCOME] = WIJK_CHOICE_OUTCOME, [WIJK_FACET_CHANNEL] = WIJK_CHOICE_CHANNEL,
  [WIJK_FACET_SESSION] = WIJK_CHOICE_SESSION, [WIJK_FACET_THEME] = WIJK_CHOICE_THEME,
  [WIJK_FACET_ASPECT] = WIJK_CHOICE_ASPECT,   [WIJK_FACET_AREA] = WIJK_CHOICE_AREA,
};

static const char *const sort_names[] = { "newest", "oldest", "number", "people" };

static const WijkSavedKind saved_filters = {
  .kind = WIJK_KIND_FILTER,
  .name = N_ ("Kept filters"),
  .icon = "user-bookmarks-symbolic",
  .none = N_ ("No kept filters yet. Set filters and keep them here, to use them again."),
  .save = N_ ("Keep these filters as…"),
  .rename_step = N_ ("Rename a kept filter"),
  .delete_step = N_ ("Delete a kept filter"),
};

struct _WijkRemarkFilterBar
{
  GtkBox parent_instance;

  WijkDocument *document;
  WijkRemarkFilter *filter;
  WijkRemarkModel *model;
  WijkRemarkChooser *facets[WIJK_N_FACETS];

  GtkEditable *search;
  GtkToggleButton *filter_button;
  AdwBin *saved;
  AdwToggleGroup *modes;
  AdwWrapBox *pills;
  AdwWrapBox *chips;
  GtkToggleButton *owed;
  GtkLabel *owed_label;
  GtkToggleButton *withdrawn;
  GtkLabel *count;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (WijkRemarkFilterBar, wijk_remark_filter_bar, GTK_TYPE_BOX)

typedef enum
{
  FOUND,
  SORTED,
  MODE,
  N_SIGNALS,
} WijkRemarkFilterBarSignal;

static guint signals[N_SIGNALS];

/* ---- chips ---- */

typedef struct
{
  WijkFacet facet;
  char *value;
} Chip;

static void
chip_free (gpointer data)
{
  g_free (((Chip *) data)->value);
  g_free (data);
}

static void
remove_cb (WijkRemarkFilterBar *self, GtkWidget *button)
{
  Chip *chip = g_object_get_data (G_OBJECT (button), "chip");
  g_autofree char *value = g_strdup (chip->value);
  WijkFacet facet = chip->facet;

  gtk_widget_grab_focus (GTK_WIDGET (self->filter_button));
  wijk_remark_filter_set_value (self->filter, facet, value, FALSE);
}

static GtkWidget *
make_chip (WijkRemarkFilterBar *self, WijkFacet facet, const char *value)
{
  WijkRemarkChoiceKind kind = facet_kinds[facet];
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Chip *chip = g_new0 (Chip, 1);
  g_autofree char *known = *value != '\0'
                               ? wijk_remark_choice_dup_label (kind, self->document, value)
                               : g_strdup (wijk_remark_choice_kind_get_none (kind));
  /* Translators: the name of a field and what was chosen: “Session: Opening evening” */
  g_autofree char *text = g_strdup_printf (
      _ ("%s: %s"), wijk_remark_choice_kind_get_name (kind), known != NULL ? known : "?");
  /* Translators: %s is a filter, such as “Session: Opening evening” */
  g_autofree char *name = g_strdup_printf (_ ("Take away the filter %s"), text);
  GtkWidget *label = gtk_label_new (text);

  chip->facet = facet;
  chip->value = g_strdup (value);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "filter-chip");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "chip", chip, chip_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
show_chips (WijkRemarkFilterBar *self)
{
  gboolean has_any = FALSE;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, child);
  for (guint i = 0; i < WIJK_N_FACETS; i++)
    {
      g_auto (GStrv) values = wijk_remark_filter_dup_values (self->filter, i);

      for (guint j = 0; values[j] != NULL; j++)
        {
          adw_wrap_box_append (self->chips, make_chip (self, i, values[j]));
          has_any = TRUE;
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), has_any);
}

/* ---- what shows ---- */

static void
show_owed (WijkRemarkFilterBar *self)
{
  WijkTally tally = wijk_document_get_tally (self->document);
  g_autofree char *number = wijk_ui_format_count (tally.n_remarks - tally.n_answered);
  /* Translators: %s is how many remarks still have no answer */
  g_autofree char *text = g_strdup_printf (_ ("To be answered: %s"), number);

  gtk_label_set_label (self->owed_label, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->owed), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_counts (WijkRemarkFilterBar *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->model)), n_total;
  gboolean is_narrow = wijk_remark_filter_is_narrowing (self->filter);
  g_autofree char *shown = wijk_ui_format_count (n_shown);
  g_autofree char *total = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->model, "n-total", &n_total, NULL);
  total = wijk_ui_format_count (n_total);
  if (is_narrow)
    /* Translators: how many remarks are shown, of how many there are */
    text = g_strdup_printf (_ ("%s of %s remarks"), shown, total);
  else
    text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s remark", "%s remarks", n_shown), shown);
  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (self->clear,
                          is_narrow || wijk_remark_filter_get_with_withdrawn (self->filter));
}

/* What can be filtered by shows on request; what is filtered by always. */
static void
show_filters (WijkRemarkFilterBar *self)
{
  gboolean is_open = gtk_toggle_button_get_active (self->filter_button);

  for (guint i = 0; i < WIJK_N_FACETS; i++)
    {
      g_auto (GStrv) values = wijk_remark_filter_dup_values (self->filter, i);

      wijk_remark_chooser_set_values (self->facets[i], (const char *const *) values);
      gtk_widget_set_visible (GTK_WIDGET (self->facets[i]), is_open);
    }
  gtk_toggle_button_set_active (self->owed, wijk_remark_filter_get_owed_only (self->filter));
  gtk_toggle_button_set_active (self->withdrawn,
                                wijk_remark_filter_get_with_withdrawn (self->filter));
  gtk_widget_set_visible (GTK_WIDGET (self->withdrawn),
                          is_open || wijk_remark_filter_get_with_withdrawn (self->filter));
}

static void
show_filters_cb (WijkRemarkFilterBar *self)
{
  if (self->filter != NULL)
    show_filters (self);
}

static void
filter_changed_cb (WijkRemarkFilterBar *self)
{
  const char *query = wijk_remark_filter_get_query (self->filter);

  if (!g_str_equal (query, gtk_editable_get_text (self->search)))
    gtk_editable_set_text (self->search, query);
  show_filters (self);
  show_chips (self);
  show_counts (self);
}

static void
record_changed_cb (WijkRemarkFilterBar *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_THEME || kind == WIJK_KIND_SESSION)
    show_chips (self);
}

/* ---- searching and filtering ---- */

static void
search_changed_cb (WijkRemarkFilterBar *self)
{
  if (self->filter != NULL)
    wijk_remark_filter_set_query (self->filter, gtk_editable_get_text (self->search));
}

static void
stop_search_cb (WijkRemarkFilterBar *self)
{
  gtk_editable_set_text (self->search, "");
}

static void
search_activate_cb (WijkRemarkFilterBar *self)
{
  g_signal_emit (self, signals[FOUND], 0);
}

static void
owed_toggled_cb (WijkRemarkFilterBar *self)
{
  if (self->filter != NULL)
    wijk_remark_filter_set_owed_only (self->filter, gtk_toggle_button_get_active (self->owed));
}

static void
withdrawn_toggled_cb (WijkRemarkFilterBar *self)
{
  if (self->filter != NULL)
    wijk_remark_filter_set_with_withdrawn (self->filter,
                                           gtk_toggle_button_get_active (self->withdrawn));
}

static void
facet_toggled_cb (WijkRemarkFilterBar *self,
                  const char *value,
                  gboolean chosen,
                  WijkRemarkChooser *chooser)
{
  for (guint i = 0; i < WIJK_N_FACETS; i++)
    if (self->facets[i] == chooser)
      wijk_remark_filter_set_value (self->filter, i, value, chosen);
}

static void
clear_cb (WijkRemarkFilterBar *self)
{
  wijk_remark_filter_bar_clear (self);
}

static void
sort_cb (GSimpleAction *action, GVariant *parameter, WijkRemarkFilterBar *self)
{
  g_simple_action_set_state (action, parameter);
  for (guint i = 0; i < G_N_ELEMENTS (sort_names); i++)
    if (g_str_equal (sort_names[i], g_variant_get_string (parameter, NULL)))
      wijk_remark_model_set_sort (self->model, i);
  g_signal_emit (self, signals[SORTED], 0);
}

static void
mode_cb (WijkRemarkFilterBar *self)
{
  g_signal_emit (self, signals[MODE], 0, adw_toggle_group_get_active (self->modes));
}

/* ---- kept filters ---- */

static void
saved_chosen_cb (WijkRemarkFilterBar *self, WijkFilter *saved)
{
  wijk_remark_filter_take_text (self->filter, saved->query != NULL ? saved->query : "");
}

/* One of that title is replaced. */
static void
save_cb (WijkRemarkFilterBar *self, const char *title)
{
  g_autoptr (GPtrArray) kept =
      wijk_state_dup_sorted (wijk_document_get_state (self->document), WIJK_KIND_FILTER);
  g_autofree char *query = wijk_remark_filter_to_text (self->filter);
  g_autoptr (GError) error = NULL;
  WijkRecord *same = NULL;

  for (guint i = 0; i < kept->len; i++)
    if (g_strcmp0 (WIJK_FILTER (kept->pdata[i])->title, title) == 0)
      same = kept->pdata[i];
  if (same != NULL)
    wijk_document_set (self->document, _ ("Keep a filter"), same, "query", query, &error);
  else
    g_free (wijk_document_add (self->document,
                               _ ("Keep a filter"),
                               WIJK_KIND_FILTER,
                               &error,
                               "title",
                               title,
                               "query",
                               query,
                               NULL));
  if (error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
saved_opening_cb (WijkRemarkFilterBar *self, WijkSavedPicker *picker)
{
  wijk_saved_picker_set_can_save (picker,
                                  wijk_remark_filter_is_narrowing (self->filter) ||
                                      wijk_remark_filter_get_with_withdrawn (self->filter));
}

static void
add_saved (WijkRemarkFilterBar *self)
{
  GtkWidget *picker = wijk_saved_picker_new (self->document, &saved_filters);

  adw_bin_set_child (self->saved, picker);
  g_signal_connect_object (picker, "chosen", G_CALLBACK (saved_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (picker, "save", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      picker, "opening", G_CALLBACK (saved_opening_cb), self, G_CONNECT_SWAPPED);
}

/* ---- GObject ---- */

static gboolean
wijk_remark_filter_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WIJK_REMARK_FILTER_BAR (widget)->search));
}

static void
wijk_remark_filter_bar_dispose (GObject *object)
{
  WijkRemarkFilterBar *self = WIJK_REMARK_FILTER_BAR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_REMARK_FILTER_BAR);
  g_clear_object (&self->model);
  g_clear_object (&self->filter);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (wijk_remark_filter_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-remark-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, search);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, saved);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, modes);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, pills);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, chips);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, owed);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, owed_label);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, withdrawn);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, WijkRemarkFilterBar, clear);
  gtk_widget_class_bind_template_callback (widget_class, show_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, owed_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, withdrawn_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
}

static void
add_signal (WijkRemarkFilterBarSignal signal, const char *name, guint n_params, GType type)
{
  signals[signal] = g_signal_new (name,
                                  WIJK_TYPE_REMARK_FILTER_BAR,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  n_params,
                                  type);
}

static void
wijk_remark_filter_bar_class_init (WijkRemarkFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_filter_bar_dispose;
  widget_class->grab_focus = wijk_remark_filter_bar_grab_focus;

  add_signal (FOUND, "found", 0, G_TYPE_NONE);
  add_signal (SORTED, "sorted", 0, G_TYPE_NONE);
  add_signal (MODE, "mode", 1, G_TYPE_UINT);
  bind_template (widget_class);
}

static void
wijk_remark_filter_bar_init (WijkRemarkFilterBar *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) sort = g_simple_action_new_stateful (
      "sort", G_VARIANT_TYPE_STRING, g_variant_new_string (sort_names[WIJK_SORT_NEWEST]));

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (sort, "activate", G_CALLBACK (sort_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (sort));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "remarks", G_ACTION_GROUP (group));
}

static void
add_facets (WijkRemarkFilterBar *self)
{
  GtkWidget *before = GTK_WIDGET (self->owed);

  for (guint i = 0; i < WIJK_N_FACETS; i++)
    {
      self->facets[i] = WIJK_REMARK_CHOOSER (
          wijk_remark_chooser_new (self->document, facet_kinds[i], WIJK_CHOOSE_FILTER));
      wijk_remark_chooser_set_fixed_text (
          self->facets[i], wijk_remark_choice_kind_get_name (facet_kinds[i]), NULL);
      g_signal_connect_object (
          self->facets[i], "toggled", G_CALLBACK (facet_toggled_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_insert_child_after (self->pills, GTK_WIDGET (self->facets[i]), before);
      before = GTK_WIDGET (self->facets[i]);
    }
}

void
wijk_remark_filter_bar_set_model (WijkRemarkFilterBar *self,
                                  WijkDocument *document,
                                  WijkRemarkFilter *filter,
                                  WijkRemarkModel *model)
{
  g_return_if_fail (WIJK_IS_REMARK_FILTER_BAR (self) && self->document == NULL);

  self->document = g_object_ref (document);
  self->filter = g_object_ref (filter);
  self->model = g_object_ref (model);
  add_facets (self);
  add_saved (self);
  g_signal_connect_object (
      filter, "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "searched", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "notify", G_CALLBACK (show_counts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      document, "notify::n-owed", G_CALLBACK (show_owed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wijk_document_get_state (document),
                           "record-changed",
                           G_CALLBACK (record_changed_cb),
                           self,
                           G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  show_owed (self);
}

void
wijk_remark_filter_bar_clear (WijkRemarkFilterBar *self)
{
  g_return_if_fail (WIJK_IS_REMARK_FILTER_BAR (self));

  gtk_editable_set_text (self->search, "");
  wijk_remark_filter_clear (self->filter);
}
