/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-theme-mark.h"

#include "wijk-theme-look.h"

#define ICON_PART 0.64 /* of the disc's width */
#define NAME_SIGNS 28

struct _WijkThemeMark
{
  GtkWidget parent_instance;

  int size;
  WijkTheme *theme;
  GSignalGroup *signals;
  gboolean is_shown;
  GdkRGBA colour;
  char *icon;
  GtkIconPaintable *paintable;
};

G_DEFINE_FINAL_TYPE (WijkThemeMark, wijk_theme_mark, GTK_TYPE_WIDGET)

static GtkIconPaintable *
get_paintable (WijkThemeMark *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));

  if (self->paintable == NULL && self->icon != NULL)
    self->paintable = gtk_icon_theme_lookup_icon (theme,
                                                  self->icon,
                                                  NULL,
                                                  (int) (self->size * ICON_PART),
                                                  gtk_widget_get_scale_factor (widget),
                                                  GTK_TEXT_DIR_NONE,
                                                  GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  return self->paintable;
}

static void
wijk_theme_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkThemeMark *self = WIJK_THEME_MARK (widget);
  GtkIconPaintable *paintable = get_paintable (self);
  const GdkRGBA white = { 1, 1, 1, 1 };
  float side = (float) MIN (gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  float x = ((float) gtk_widget_get_width (widget) - side) / 2;
  float y = ((float) gtk_widget_get_height (widget) - side) / 2;
  float icon = side * (float) ICON_PART;
  GskRoundedRect disc;

  if (!self->is_shown)
    return;
  gsk_rounded_rect_init_from_rect (&disc, &GRAPHENE_RECT_INIT (x, y, side, side), side / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, &self->colour, &disc.bounds);
  gtk_snapshot_pop (snapshot);
  if (paintable == NULL)
    return;
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (x + (side - icon) / 2, y + (side - icon) / 2));
  gtk_symbolic_paintable_snapshot_symbolic (
      GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, icon, icon, &white, 1);
}

static void
wijk_theme_mark_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = WIJK_THEME_MARK (widget)->size;
}

static void
wijk_theme_mark_finalize (GObject *object)
{
  WijkThemeMark *self = WIJK_THEME_MARK (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->theme);
  g_clear_object (&self->paintable);
  g_free (self->icon);

  G_OBJECT_CLASS (wijk_theme_mark_parent_class)->finalize (object);
}

static void
wijk_theme_mark_class_init (WijkThemeMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = wijk_theme_mark_finalize;
  widget_class->snapshot = wijk_theme_mark_snapshot;
  widget_class->measure = wijk_theme_mark_measure;

  gtk_widget_class_set_css_name (widget_class, "theme-mark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
show_theme (WijkThemeMark *self)
{
  GdkRGBA colour;

  if (self->theme == NULL)
    return;
  wijk_theme_get_rgba (self->theme, &colour);
  self->colour = colour;
  if (g_set_str (&self->icon, wijk_theme_get_icon (self->theme)))
    g_clear_object (&self->paintable);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
wijk_theme_mark_init (WijkThemeMark *self)
{
  self->signals = g_signal_group_new (WIJK_TYPE_THEME);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_theme), self);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
wijk_theme_mark_new (int size)
{
  WijkThemeMark *self = g_object_new (WIJK_TYPE_THEME_MARK, NULL);

  self->size = size;

  return GTK_WIDGET (self);
}

void
wijk_theme_mark_set_theme (WijkThemeMark *self, WijkTheme *theme)
{
  g_return_if_fail (WIJK_IS_THEME_MARK (self));

  g_set_object (&self->theme, theme);
  g_signal_group_set_target (self->signals, theme);
  self->is_shown = theme != NULL;
  show_theme (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
wijk_theme_mark_set_look (WijkThemeMark *self, const char *colour, const char *icon)
{
  g_return_if_fail (WIJK_IS_THEME_MARK (self));

  wijk_theme_mark_set_theme (self, NULL);
  self->is_shown = gdk_rgba_parse (&self->colour, colour);
  g_set_str (&self->icon, icon);
  g_clear_object (&self->paintable);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
wijk_theme_chip_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_SIGNS);
  gtk_widget_add_css_class (box, "theme-chip");
  gtk_box_append (GTK_BOX (box), wijk_theme_mark_new (16));
  gtk_box_append (GTK_BOX (box), name);

  return box;
}

void
wijk_theme_chip_set_theme (GtkWidget *chip, WijkTheme *theme)
{
  GtkWidget *mark = gtk_widget_get_first_child (chip);

  wijk_theme_mark_set_theme (WIJK_THEME_MARK (mark), theme);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (mark)),
                       theme->name != NULL ? theme->name : "");
}
