/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "wijk-format.h"
#include "wijk-label.h"
#include "wijk-remark-answer.h"
#include "wijk-session.h"
#include "wijk-theme-mark.h"
#include "wijk-theme.h"

#define LINES 3
#define MOST_SIGNS 480 /* of a long remark, for those lines */

struct _WijkRemarkRow
{
  GtkWidget parent_instance;

  WijkState *state;
  WijkRemarkModel *model;
  WijkRemark *remark;
  GtkListItem *list_item; /* lent */
  GSignalGroup *signals;
  gulong state_handler;

  GtkLabel *label;
  GtkLabel *people;
  GtkImage *outcome_icon;
  GtkLabel *outcome;
  GtkLabel *words;
  AdwWrapBox *about;
  GtkLabel *where;
  GPtrArray *themes; /* as shown; lent */
};

G_DEFINE_FINAL_TYPE (WijkRemarkRow, wijk_remark_row, GTK_TYPE_WIDGET)

/* ---- what it says ---- */

static char *
describe_where (WijkRemarkRow *self)
{
  WijkSession *session = (WijkSession *) wijk_state_lookup_live (
      self->state, self->remark->session, WIJK_KIND_SESSION);
  g_autofree char *date = wijk_ui_format_date (self->remark->date);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (session != NULL && session->title != NULL)
    g_strv_builder_add (builder, session->title);
  if (self->remark->channel != WIJK_CHANNEL_UNSET &&
      (session == NULL || self->remark->channel != WIJK_CHANNEL_SESSION))
    g_strv_builder_add (builder, wijk_label_for_channel (self->remark->channel));
  if (self->remark->area_code != NULL)
    g_strv_builder_add (builder, wijk_label_for_area (self->remark->area_code));
  if (*date != '\0')
    g_strv_builder_add (builder, date);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static const char *
find_outcome (WijkRemarkRow *self, const char **icon)
{
  WijkRemarkAnswer answer = wijk_remark_find_answer (self->remark, self->state);

  if (self->remark->withdrawn != NULL)
    {
      *icon = "wijk-status-cross-symbolic";
      return _ ("Withdrawn");
    }
  if (wijk_remark_model_is_owed (self->model, self->remark))
    {
      *icon = "wijk-status-none-symbolic";
      return answer.outcome != WIJK_OUTCOME_UNSET ? _ ("Reason missing") : _ ("To be answered");
    }
  *icon = wijk_icon_for_outcome (answer.outcome);

  return answer.outcome != WIJK_OUTCOME_UNSET ? wijk_label_for_outcome (answer.outcome)
                                              : _ ("Answered in parts");
}

static void
show_outcome (WijkRemarkRow *self)
{
  const char *icon = NULL;
  const char *outcome = find_outcome (self, &icon);
  gboolean is_owed = wijk_remark_model_is_owed (self->model, self->remark);

  gtk_label_set_label (self->outcome, outcome);
  gtk_image_set_from_icon_name (self->outcome_icon, icon);
  if (is_owed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "owed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "owed");
  if (self->remark->withdrawn != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "withdrawn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "withdrawn");
}

/* Chips that are there are used again: rows come by the hundred while one scrolls. */
static void
show_themes (WijkRemarkRow *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->about)), *before = NULL;

  g_ptr_array_set_size (self->themes, 0);
  for (guint i = 0; self->remark->themes != NULL && i < self->remark->themes->len; i++)
    {
      gpointer theme =
          wijk_state_lookup_live (self->state, self->remark->themes->pdata[i], WIJK_KIND_THEME);

      if (theme != NULL)
        g_ptr_array_add (self->themes, theme);
    }
  for (guint i = 0; i < self->themes->len; i++)
    {
      if (chip == GTK_WIDGET (self->where))
        {
          GtkWidget *made = wijk_theme_chip_new ();

          adw_wrap_box_insert_child_after (self->about, made, before);
          before = made;
        }
      else
        {
          before = chip;
          chip = gtk_widget_get_next_sibling (chip);
        }
      wijk_theme_chip_set_theme (before, self->themes->pdata[i]);
      gtk_widget_set_visible (before, TRUE);
    }
  for (; chip != GTK_WIDGET (self->where); chip = gtk_widget_get_next_sibling (chip))
    gtk_widget_set_visible (chip, FALSE);
}

static void
describe (WijkRemarkRow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->list_item == NULL)
    return;
  g_string_append_printf (text,
                          "%s, %s, %s, %s",
                          gtk_label_get_label (self->label),
                          gtk_label_get_label (self->words),
                          gtk_label_get_label (self->outcome),
                          gtk_label_get_label (self->where));
  for (guint i = 0; i < self->themes->len; i++)
    g_string_append_printf (text, ", %s", ((WijkTheme *) self->themes->pdata[i])->name);
  if (gtk_widget_get_visible (GTK_WIDGET (self->people)))
    g_string_append_printf (text, ", %s", gtk_label_get_label (self->people));
  gtk_list_item_set_accessible_label (self->list_item, text->str);
}

static void
show_words (WijkRemarkRow *self)
{
  const char *text = self->remark->text != NULL ? self->remark->text : _ ("(words removed)");
  g_autofree char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_SIGNS));

  gtk_label_set_label (self->words, g_strdelimit (start, "\n\r\t", ' '));
}

static void
show_remark (WijkRemarkRow *self)
{
  g_autofree char *where = NULL;
  g_autofree char *people = NULL;
  gint64 count;

  if (self->remark == NULL)
    return;
  where = describe_where (self);
  count = self->remark->count != WIJK_UNSET ? self->remark->count : 1;
  people = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d person", "%d people", (gulong) count),
                            (int) count);
  gtk_label_set_label (self->label, self->remark->label != NULL ? self->remark->label : "");
  gtk_label_set_label (self->people, people);
  gtk_widget_set_visible (GTK_WIDGET (self->people), count > 1);
  gtk_label_set_label (self->where, where);
  show_words (self);
  show_outcome (self);
  show_themes (self);
  describe (self);
}

static void
record_changed_cb (WijkRemarkRow *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_SESSION || kind == WIJK_KIND_THEME || kind == WIJK_KIND_CLUSTER ||
      (kind == WIJK_KIND_REMARK && WIJK_REMARK (record)->part_of != NULL))
    show_remark (self);
}

/* ---- dragging ---- */

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source, double x, double y, WijkRemarkRow *self)
{
  if (self->remark == NULL)
    return NULL;

  return gdk_content_provider_new_typed (G_TYPE_STRING,
                                         wijk_record_get_id (WIJK_RECORD (self->remark)));
}

static void
drag_begin_cb (WijkRemarkRow *self, GdkDrag *drag)
{
  GtkWidget *icon = gtk_drag_icon_get_for_drag (drag);
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = g_strdup_printf (
      "%s  %s", gtk_label_get_label (self->label), gtk_label_get_label (self->words));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "remark-drag");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (icon), label);
}

/* ---- GObject ---- */

static void
wijk_remark_row_dispose (GObject *object)
{
  WijkRemarkRow *self = WIJK_REMARK_ROW (object);
  GtkWidget *child;

  g_clear_signal_handler (&self->state_handler, self->state);
  g_clear_object (&self->signals);
  g_clear_object (&self->remark);
  g_clear_object (&self->model);
  g_clear_object (&self->state);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (wijk_remark_row_parent_class)->dispose (object);
}

static void
wijk_remark_row_class_init (WijkRemarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "remark-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static GtkWidget *
make_top (WijkRemarkRow *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *outcome = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->people), "dimmed");
  gtk_widget_add_css_class (outcome, "caption");
  gtk_widget_add_css_class (outcome, "outcome");
  gtk_widget_set_hexpand (outcome, TRUE);
  gtk_widget_set_halign (outcome, GTK_ALIGN_END);
  gtk_label_set_ellipsize (self->outcome, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (outcome), GTK_WIDGET (self->outcome_icon));
  gtk_box_append (GTK_BOX (outcome), GTK_WIDGET (self->outcome));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (top), GTK_WIDGET (self->people));
  gtk_box_append (GTK_BOX (top), outcome);

  return top;
}

static void
add_drag (WijkRemarkRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY | GDK_ACTION_LINK);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
wijk_remark_row_init (WijkRemarkRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->themes = g_ptr_array_new ();
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->people = GTK_LABEL (gtk_label_new (NULL));
  self->outcome_icon = GTK_IMAGE (gtk_image_new ());
  self->outcome = GTK_LABEL (gtk_label_new (NULL));
  self->words = GTK_LABEL (gtk_label_new (NULL));
  self->about = ADW_WRAP_BOX (adw_wrap_box_new ());
  self->where = GTK_LABEL (gtk_label_new (NULL));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_wrap_mode (self->words, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (self->words, LINES);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_ellipsize (self->where, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->where, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->where), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->where), "dimmed");
  adw_wrap_box_set_child_spacing (self->about, 6);
  adw_wrap_box_set_line_spacing (self->about, 6);
  adw_wrap_box_append (self->about, GTK_WIDGET (self->where));

  gtk_widget_set_parent (make_top (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->words), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->about), GTK_WIDGET (self));

  self->signals = g_signal_group_new (WIJK_TYPE_REMARK);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_remark), self);
  add_drag (self);
}

GtkWidget *
wijk_remark_row_new (WijkState *state, WijkRemarkModel *model)
{
  WijkRemarkRow *self = g_object_new (WIJK_TYPE_REMARK_ROW, NULL);

  self->state = g_object_ref (state);
  self->model = g_object_ref (model);
  self->state_handler =
      g_signal_connect_swapped (state, "record-changed", G_CALLBACK (record_changed_cb), self);

  return GTK_WIDGET (self);
}

void
wijk_remark_row_set_remark (WijkRemarkRow *self, WijkRemark *remark, GtkListItem *list_item)
{
  g_return_if_fail (WIJK_IS_REMARK_ROW (self));

  self->list_item = list_item;
  g_set_object (&self->remark, remark);
  g_signal_group_set_target (self->signals, remark);
  show_remark (self);
}
