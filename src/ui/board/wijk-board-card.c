/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-board-card.h"

#include <glib/gi18n.h>

#include "wijk-label.h"
#include "wijk-remark-answer.h"
#include "wijk-theme.h"

#define LINES 3
#define MOST_SIGNS 240 /* of a long remark, for those lines */
#define SMALL 0.85
#define DIM 0.65f
#define ICON 14
#define GAP 4
#define NATURAL_WIDTH 240

struct _WijkBoardCard
{
  GtkWidget parent_instance;

  WijkState *state;
  WijkRemark *remark;
  GtkListItem *list_item; /* lent */
  GSignalGroup *signals;

  PangoLayout *label; /* these four are made when it is drawn; NULL: to be made */
  PangoLayout *words;
  PangoLayout *about;
  GtkIconPaintable *icon;
  int width; /* for which they were made */
};

G_DEFINE_FINAL_TYPE (WijkBoardCard, wijk_board_card, GTK_TYPE_WIDGET)

/* ---- what it says ---- */

static char *
dup_start (WijkBoardCard *self)
{
  const char *text = self->remark->text != NULL ? self->remark->text : _ ("(words removed)");
  char *start = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_SIGNS));

  return g_strdelimit (start, "\n\r\t", ' ');
}

static char *
dup_about (WijkBoardCard *self)
{
  GString *text = g_string_new (NULL);
  GPtrArray *themes = self->remark->themes;

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      WijkTheme *theme =
          (WijkTheme *) wijk_state_lookup_live (self->state, themes->pdata[i], WIJK_KIND_THEME);

      if (theme != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", theme->name);
    }
  if (self->remark->area_code != NULL)
    g_string_append_printf (
        text, "%s%s", text->len > 0 ? " · " : "", wijk_label_for_area (self->remark->area_code));

  return g_string_free_and_steal (text);
}

static const char *
find_outcome (WijkBoardCard *self, const char **icon)
{
  WijkRemarkAnswer answer = wijk_remark_find_answer (self->remark, self->state);

  if (self->remark->withdrawn != NULL)
    {
      *icon = "wijk-status-cross-symbolic";
      return _ ("Withdrawn");
    }
  if (answer.outcome == WIJK_OUTCOME_UNSET || answer.reason == NULL)
    {
      *icon = "wijk-status-none-symbolic";
      return _ ("To be answered");
    }
  *icon = wijk_icon_for_outcome (answer.outcome);

  return wijk_label_for_outcome (answer.outcome);
}

static void
describe (WijkBoardCard *self)
{
  const char *icon;
  g_autofree char *words = dup_start (self);
  g_autofree char *about = dup_about (self);
  g_autofree char *text = g_strdup_printf ("%s, %s, %s, %s",
                                           self->remark->label != NULL ? self->remark->label : "",
                                           words,
                                           find_outcome (self, &icon),
                                           about);

  gtk_list_item_set_accessible_label (self->list_item, text);
}

/* ---- drawing ---- */

static void
forget_layouts (WijkBoardCard *self)
{
  g_clear_object (&self->label);
  g_clear_object (&self->words);
  g_clear_object (&self->about);
  g_clear_object (&self->icon);
}

static PangoLayout *
make_layout (WijkBoardCard *self, const char *text, double scale, PangoWeight weight, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static void
make_layouts (WijkBoardCard *self, int width)
{
  g_autofree char *words = dup_start (self);
  g_autofree char *about = dup_about (self);
  const char *icon;
  const char *label = self->remark->label != NULL ? self->remark->label : "";

  find_outcome (self, &icon);
  self->label = make_layout (self, label, SMALL, PANGO_WEIGHT_BOLD, width - ICON - GAP);
  self->words = make_layout (self, words, 1, PANGO_WEIGHT_NORMAL, width);
  pango_layout_set_height (self->words, -LINES);
  self->about = make_layout (self, about, SMALL, PANGO_WEIGHT_NORMAL, width);
  self->icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (self))),
      icon,
      NULL,
      ICON,
      gtk_widget_get_scale_factor (GTK_WIDGET (self)),
      GTK_TEXT_DIR_NONE,
      GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  self->width = width;
}

static int
get_line_height (WijkBoardCard *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  return height;
}

static void
draw_text (GtkSnapshot *snapshot, PangoLayout *layout, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
}

static void
wijk_board_card_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkBoardCard *self = WIJK_BOARD_CARD (widget);
  int width = gtk_widget_get_width (widget);
  int line = get_line_height (self);
  GdkRGBA colour, dim;

  if (self->remark == NULL || width <= ICON + GAP)
    return;
  if (self->label == NULL || self->width != width)
    {
      forget_layouts (self);
      make_layouts (self, width);
    }
  gtk_widget_get_color (widget, &colour);
  dim = colour;
  dim.alpha *= DIM;
  draw_text (snapshot, self->label, 0, &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (width - ICON), 0));
  gtk_symbolic_paintable_snapshot_symbolic (
      GTK_SYMBOLIC_PAINTABLE (self->icon), snapshot, ICON, ICON, &dim, 1);
  gtk_snapshot_restore (snapshot);
  draw_text (snapshot, self->words, line + GAP, &colour);
  draw_text (snapshot, self->about, (LINES + 1) * line + 2 * GAP, &dim);
}

static void
wijk_board_card_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 0;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = (LINES + 2) * get_line_height (WIJK_BOARD_CARD (widget)) + 2 * GAP;
}

static void
wijk_board_card_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (wijk_board_card_parent_class)->css_changed (widget, change);
  forget_layouts (WIJK_BOARD_CARD (widget));
}

/* ---- following ---- */

static void
show_remark (WijkBoardCard *self)
{
  forget_layouts (self);
  if (self->remark != NULL)
    describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- GObject ---- */

static void
wijk_board_card_finalize (GObject *object)
{
  WijkBoardCard *self = WIJK_BOARD_CARD (object);

  forget_layouts (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->remark);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (wijk_board_card_parent_class)->finalize (object);
}

static void
wijk_board_card_class_init (WijkBoardCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wijk_board_card_finalize;
  widget_class->snapshot = wijk_board_card_snapshot;
  widget_class->measure = wijk_board_card_measure;
  widget_class->css_changed = wijk_board_card_css_changed;

  gtk_widget_class_set_css_name (widget_class, "board-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
}

static void
wijk_board_card_init (WijkBoardCard *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->signals = g_signal_group_new (WIJK_TYPE_REMARK);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_remark), self);
}

GtkWidget *
wijk_board_card_new (WijkState *state)
{
  WijkBoardCard *self = g_object_new (WIJK_TYPE_BOARD_CARD, NULL);

  self->state = g_object_ref (state);

  return GTK_WIDGET (self);
}

void
wijk_board_card_set_remark (WijkBoardCard *self, WijkRemark *remark, GtkListItem *list_item)
{
  g_return_if_fail (WIJK_IS_BOARD_CARD (self));

  self->list_item = list_item;
  g_set_object (&self->remark, remark);
  g_signal_group_set_target (self->signals, remark);
  show_remark (self);
}

WijkRemark *
wijk_board_card_get_remark (WijkBoardCard *self)
{
  g_return_val_if_fail (WIJK_IS_BOARD_CARD (self), NULL);

  return self->remark;
}
