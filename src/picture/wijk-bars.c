/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-bars.h"

#include <math.h>

/* In ems of the ordinary text. */
#define NARROW 26.0
#define BAR_HEIGHT 1.15
#define ROW_GAP 0.7

typedef struct
{
  char *label;
  char *value_label;
  double value;
  guint fill;
} WijkBar;

struct _WijkBars
{
  char *title, *label_head, *value_head;
  GArray *bars;
};

typedef struct
{
  PangoLayout *label, *value;
  WijkPictureRect row, bar;
  double label_y, value_x, value_y;
} WijkBarRow;

struct _WijkBarsLayout
{
  WijkBars *bars;
  WijkPictureStyle style;
  double em, width, height;
  double plot_x, plot_width, highest;
  gboolean narrow;
  PangoLayout *title;
  GArray *rows;
};

static void
clear_bar (gpointer data)
{
  g_free (((WijkBar *) data)->label);
  g_free (((WijkBar *) data)->value_label);
}

static void
clear_bars (gpointer data)
{
  WijkBars *self = data;

  g_free (self->title);
  g_free (self->label_head);
  g_free (self->value_head);
  g_array_unref (self->bars);
}

static void
clear_row (gpointer data)
{
  g_clear_object (&((WijkBarRow *) data)->label);
  g_clear_object (&((WijkBarRow *) data)->value);
}

static const WijkBar *
get_bar (const WijkBars *self, guint index)
{
  return &g_array_index (self->bars, WijkBar, index);
}

/* Labels get as much as the longest needs, up to two fifths; values stand behind the bars. */
static void
lay_out_columns (WijkBarsLayout *self)
{
  double label_width = 0, value_width = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const WijkBarRow *row = &g_array_index (self->rows, WijkBarRow, i);
      double width;

      wijk_picture_measure_text (row->label, &width, NULL);
      label_width = MAX (label_width, width);
      wijk_picture_measure_text (row->value, &width, NULL);
      value_width = MAX (value_width, width);
      self->highest = MAX (self->highest, get_bar (self->bars, i)->value);
    }
  self->narrow = self->width < NARROW * self->em;
  self->plot_x = self->narrow ? 0 : MIN (label_width, self->width * 0.4) + self->em;
  self->plot_width = MAX (self->width - self->plot_x - value_width - 0.8 * self->em, self->em);
}

static void
lay_out_row (WijkBarsLayout *self, guint index, double *y)
{
  WijkBarRow *row = &g_array_index (self->rows, WijkBarRow, index);
  double label_width = self->narrow ? self->width : self->plot_x - self->em;
  double share = self->highest > 0 ? get_bar (self->bars, index)->value / self->highest : 0;
  double label_height, value_height, bar_y = *y;

  pango_layout_set_width (row->label, (int) (label_width * PANGO_SCALE));
  wijk_picture_measure_text (row->label, NULL, &label_height);
  wijk_picture_measure_text (row->value, NULL, &value_height);
  row->label_y = *y;
  if (self->narrow)
    bar_y += label_height + 0.1 * self->em;
  else
    bar_y += MAX (0, (MIN (label_height, 1.5 * self->em) - BAR_HEIGHT * self->em) / 2);
  row->bar =
      (WijkPictureRect) { self->plot_x, bar_y, share * self->plot_width, BAR_HEIGHT * self->em };
  row->value_x = row->bar.x + row->bar.width + (row->bar.width > 0 ? 0.5 : 0) * self->em;
  row->value_y = bar_y + (row->bar.height - value_height) / 2;
  row->row = (WijkPictureRect) { 0, *y, self->width, 0 };
  row->row.height = MAX (*y + label_height, bar_y + row->bar.height) - *y + ROW_GAP * self->em;
  *y += row->row.height;
}

static void
create_rows (WijkBarsLayout *self)
{
  for (guint i = 0; i < self->bars->bars->len; i++)
    {
      const WijkBar *bar = get_bar (self->bars, i);
      WijkBarRow row = { 0 };

      row.label = wijk_picture_create_text (
          &self->style, bar->label, 1, PANGO_WEIGHT_NORMAL, self->width * 0.4, 3);
      row.value = wijk_picture_create_text (
          &self->style, bar->value_label, 1, PANGO_WEIGHT_SEMIBOLD, self->width * 0.5, 1);
      g_array_append_val (self->rows, row);
    }
}

WijkBars *
wijk_bars_new (const char *title, const char *label_head, const char *value_head)
{
  WijkBars *self = g_atomic_rc_box_new0 (WijkBars);

  self->title = g_strdup (title ? title : "");
  self->label_head = g_strdup (label_head ? label_head : "");
  self->value_head = g_strdup (value_head ? value_head : "");
  self->bars = g_array_new (FALSE, TRUE, sizeof (WijkBar));
  g_array_set_clear_func (self->bars, clear_bar);
  return self;
}

void
wijk_bars_unref (WijkBars *self)
{
  g_atomic_rc_box_release_full (self, clear_bars);
}

void
wijk_bars_add (WijkBars *self, const char *label, double value, const char *value_label, guint fill)
{
  WijkBar bar = { g_strdup (label ? label : ""),
                  g_strdup (value_label ? value_label : ""),
                  isfinite (value) ? MAX (value, 0) : 0,
                  MIN (fill, 2) };

  g_array_append_val (self->bars, bar);
}

const char *
wijk_bars_get_title (const WijkBars *self)
{
  return self->title;
}

GPtrArray *
wijk_bars_to_table (const WijkBars *self)
{
  GPtrArray *table = wijk_picture_table_new ();

  wijk_picture_table_add (table, self->label_head, self->value_head, NULL);
  for (guint i = 0; i < self->bars->len; i++)
    wijk_picture_table_add (table, get_bar (self, i)->label, get_bar (self, i)->value_label, NULL);
  return table;
}

WijkBarsLayout *
wijk_bars_layout_new (WijkBars *bars, const WijkPictureStyle *style, double width)
{
  WijkBarsLayout *self = g_new0 (WijkBarsLayout, 1);
  double y = 0, height;

  self->bars = g_atomic_rc_box_acquire (bars);
  self->style = *style;
  g_object_ref (self->style.context);
  self->em = wijk_picture_style_get_font_size (style);
  self->width = MAX (width, 10 * self->em);
  self->rows = g_array_new (FALSE, TRUE, sizeof (WijkBarRow));
  g_array_set_clear_func (self->rows, clear_row);
  create_rows (self);
  lay_out_columns (self);
  if (*bars->title)
    {
      self->title =
          wijk_picture_create_text (style, bars->title, 1.1, PANGO_WEIGHT_BOLD, self->width, 0);
      wijk_picture_measure_text (self->title, NULL, &height);
      y += height + 0.8 * self->em;
    }
  for (guint i = 0; i < self->rows->len; i++)
    lay_out_row (self, i, &y);
  self->height = ceil (y);
  return self;
}

void
wijk_bars_layout_free (WijkBarsLayout *self)
{
  g_array_unref (self->rows);
  g_clear_object (&self->title);
  g_object_unref (self->style.context);
  wijk_bars_unref (self->bars);
  g_free (self);
}

double
wijk_bars_layout_get_height (const WijkBarsLayout *self)
{
  return self->height;
}

static void
draw_row (const WijkBarsLayout *self, cairo_t *cr, guint index)
{
  const WijkBarRow *row = &g_array_index (self->rows, WijkBarRow, index);
  const WijkPalette *palette = self->style.palette;

  wijk_palette_set_source (cr, palette->text);
  wijk_picture_show_text (cr, row->label, 0, row->label_y);
  if (row->bar.width > 0)
    {
      wijk_picture_round_rect (cr, &row->bar, 0.2 * self->em);
      wijk_palette_fill (cr,
                         &palette->bands[get_bar (self->bars, index)->fill],
                         palette->outline,
                         palette->accent);
    }
  wijk_palette_set_source (cr, palette->text);
  wijk_picture_show_text (cr, row->value, row->value_x, row->value_y);
}

void
wijk_bars_layout_draw (const WijkBarsLayout *self, cairo_t *cr)
{
  cairo_save (cr);
  if (self->title)
    {
      wijk_palette_set_source (cr, self->style.palette->text);
      wijk_picture_show_text (cr, self->title, 0, 0);
    }
  for (guint i = 0; i < self->rows->len; i++)
    draw_row (self, cr, i);
  cairo_restore (cr);
}
