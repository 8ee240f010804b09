/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-rich-gutter.h"

#include "wijk-rich-buffer.h"
#include "wijk-rich-tags.h"

#define GAP 8       /* pixels between a sign and the words */
#define BAR_WIDTH 3 /* of a quotation */

typedef struct
{
  GtkTextView *view;
  GtkSnapshot *snapshot;
  GdkRGBA colour;
  gboolean is_rtl;
} Gutter;

/* Where the words of a line in the list begin. */
static double
find_edge (Gutter *self, const WijkRichLine *line)
{
  double edge = gtk_text_view_get_left_margin (self->view) + (int) line->level * WIJK_RICH_INDENT;

  return self->is_rtl ? gtk_widget_get_width (GTK_WIDGET (self->view)) - edge : edge;
}

static void
draw_sign (Gutter *self, const WijkRichLine *line, const GtkTextIter *iter, guint number)
{
  static const char *const bullets[] = { "•", "◦", "▪" };
  g_autofree char *sign = number > 0 ? g_strdup_printf (self->is_rtl ? ".%u" : "%u.", number)
                                     : g_strdup (bullets[(line->level - 1) % 3]);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), sign);
  double edge = find_edge (self, line);
  GdkRectangle place;
  int width, height;

  gtk_text_view_get_iter_location (self->view, iter, &place);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (
      self->snapshot,
      &GRAPHENE_POINT_INIT ((float) (self->is_rtl ? edge + GAP : edge - GAP - width),
                            (float) place.y + (float) (place.height - height) / 2));
  gtk_snapshot_append_layout (self->snapshot, layout, &self->colour);
  gtk_snapshot_restore (self->snapshot);
}

static void
draw_bar (Gutter *self, const GtkTextIter *iter)
{
  int margin = gtk_text_view_get_left_margin (self->view);
  int x =
      self->is_rtl ? gtk_widget_get_width (GTK_WIDGET (self->view)) - margin - BAR_WIDTH : margin;
  GdkRGBA colour = self->colour;
  int y, height;

  colour.alpha *= 0.4F;
  gtk_text_view_get_line_yrange (self->view, iter, &y, &height);
  gtk_snapshot_append_color (
      self->snapshot,
      &colour,
      &GRAPHENE_RECT_INIT ((float) (x + GAP), (float) y, BAR_WIDTH, (float) height));
}

void
wijk_rich_gutter_draw (GtkTextView *view, GtkSnapshot *snapshot)
{
  WijkRichBuffer *buffer = WIJK_RICH_BUFFER (gtk_text_view_get_buffer (view));
  Gutter self = { .view = view, .snapshot = snapshot };
  GdkRectangle visible;
  WijkRichCount count;
  GtkTextIter iter;
  guint first, last;

  self.is_rtl = gtk_widget_get_direction (GTK_WIDGET (view)) == GTK_TEXT_DIR_RTL;
  gtk_widget_get_color (GTK_WIDGET (view), &self.colour);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &iter, visible.y, NULL);
  first = (guint) gtk_text_iter_get_line (&iter);
  gtk_text_view_get_line_at_y (view, &iter, visible.y + visible.height, NULL);
  last = MIN ((guint) gtk_text_iter_get_line (&iter), wijk_rich_buffer_get_n_lines (buffer) - 1);

  wijk_rich_buffer_begin_count (buffer, &count, first);
  for (guint i = first; i <= last; i++)
    {
      const WijkRichLine *line = wijk_rich_buffer_get_line (buffer, i);
      guint number = wijk_rich_count_next (&count, line);

      if (line->kind != WIJK_BLOCK_BULLET && line->kind != WIJK_BLOCK_NUMBER &&
          line->kind != WIJK_BLOCK_QUOTE)
        continue;
      gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &iter, (int) i);
      if (line->kind == WIJK_BLOCK_QUOTE)
        draw_bar (&self, &iter);
      else
        draw_sign (&self, line, &iter, number);
    }
}
