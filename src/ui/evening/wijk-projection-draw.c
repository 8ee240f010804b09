/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-projection-draw.h"

#include <glib/gi18n.h>

#include "wijk-canvas.h"

/* In units, of which a screen is nine high. */
#define MARGIN 0.55f
#define GAP 0.28f
#define HEADING 0.5f
#define CARD 0.36f
#define CARD_LINES 6
#define MOST_COLUMNS 3
#define NARROWEST 4.2f /* column */
#define BAR 0.4f
#define ROW 0.85f

const char *
wijk_screen_get_name (WijkScreen screen)
{
  static const char *const names[WIJK_N_SCREENS] = {
    [WIJK_SCREEN_TITLE] = NC_ ("hall", "Title"),
    [WIJK_SCREEN_QUESTION] = NC_ ("hall", "Question"),
    [WIJK_SCREEN_WALL] = NC_ ("hall", "Wall"),
    [WIJK_SCREEN_THEMES] = NC_ ("hall", "Themes"),
    [WIJK_SCREEN_TIMER] = NC_ ("hall", "Timer"),
    [WIJK_SCREEN_VOTE] = NC_ ("hall", "Vote"),
    [WIJK_SCREEN_RESULT] = NC_ ("hall", "Result"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "hall", names[screen]);
}

/* ---- parts ---- */

/* The small timer in the corner; returns the room it takes. */
static float
draw_corner_timer (const WijkCanvas *canvas, const WijkProjectionLook *look)
{
  g_autoptr (PangoLayout) digits = NULL;
  float x, width;

  if (look->digits == NULL)
    return 0;
  digits = wijk_canvas_make_text (canvas, look->digits, HEADING, TRUE, 0, 0);
  width = wijk_canvas_get_text_width (digits);
  x = canvas->width - MARGIN * canvas->unit - width;
  wijk_canvas_draw_text (canvas, digits, x, MARGIN * canvas->unit, &canvas->accent);
  wijk_canvas_draw_ring (canvas,
                         x - 0.42f * canvas->unit,
                         MARGIN * canvas->unit + wijk_canvas_get_text_height (digits) / 2,
                         0.26f * canvas->unit,
                         look->left);

  return width + 1.1f * canvas->unit;
}

/* At the top; returns where what is below it begins. */
static float
draw_heading (const WijkCanvas *canvas, const WijkProjectionLook *look, const char *heading)
{
  float taken = draw_corner_timer (canvas, look);
  g_autoptr (PangoLayout) layout = NULL;

  if (heading == NULL)
    return MARGIN * canvas->unit + (taken > 0 ? canvas->unit : 0);
  layout = wijk_canvas_make_text (
      canvas, heading, HEADING, TRUE, canvas->width - 2 * MARGIN * canvas->unit - taken, 2);
  wijk_canvas_draw_text (
      canvas, layout, MARGIN * canvas->unit, MARGIN * canvas->unit, &canvas->front);

  return (MARGIN + GAP) * canvas->unit + wijk_canvas_get_text_height (layout) +
         0.15f * canvas->unit;
}

static void
draw_footer (const WijkCanvas *canvas, const char *text)
{
  g_autoptr (PangoLayout) layout = wijk_canvas_make_text (canvas, text, 0.34f, TRUE, 0, 0);

  wijk_canvas_draw_text (
      canvas,
      layout,
      canvas->width - MARGIN * canvas->unit - wijk_canvas_get_text_width (layout),
      canvas->height - 0.25f * canvas->unit - wijk_canvas_get_text_height (layout),
      &canvas->dim);
}

static void
draw_in_the_middle (const WijkCanvas *canvas, const char *text, float size)
{
  const float margin = 1.2f * canvas->unit;
  const float width = canvas->width - 2 * margin, height = canvas->height - 2 * margin;
  g_autoptr (PangoLayout) layout = wijk_canvas_fit_text (canvas, text, size, width, height);

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  wijk_canvas_draw_text (canvas,
                         layout,
                         margin,
                         margin + MAX (0, (height - wijk_canvas_get_text_height (layout)) / 2),
                         &canvas->front);
}

/* ---- the wall ---- */

typedef struct
{
  PangoLayout *layout;
  float x, y, width, height;
  guint page;
} Placed;

static void
placed_clear (gpointer data)
{
  g_clear_object (&((Placed *) data)->layout);
}

static guint
count_columns (const WijkCanvas *canvas)
{
  float room = canvas->width - 2 * MARGIN * canvas->unit;

  return CLAMP ((guint) (room / (NARROWEST * canvas->unit)), 1, MOST_COLUMNS);
}

/* Each card below the shortest column, and on the next page where it does not fit. */
static GArray *
place_cards (const WijkCanvas *canvas, GPtrArray *cards, float top, float bottom)
{
  GArray *placed = g_array_new (FALSE, TRUE, sizeof (Placed));
  const guint n = count_columns (canvas);
  const float gap = GAP * canvas->unit, pad = 0.24f * canvas->unit;
  const float width =
      (canvas->width - 2 * MARGIN * canvas->unit - (float) (n - 1) * gap) / (float) n;
  float filled[MOST_COLUMNS] = { top, top, top };
  guint page = 0;

  g_array_set_clear_func (placed, placed_clear);
  for (guint i = 0; i < cards->len; i++)
    {
      WijkProjectedCard *card = cards->pdata[i];
      Placed one = { 0 };
      guint column = 0;

      one.layout = wijk_canvas_make_text (
          canvas, card->words, CARD, FALSE, width - 2 * pad - 0.12f * canvas->unit, CARD_LINES);
      one.width = width;
      one.height = wijk_canvas_get_text_height (one.layout) + 2 * pad;
      for (guint j = 1; j < n; j++)
        if (filled[j] < filled[column])
          column = j;
      if (filled[column] > top && filled[column] + one.height > bottom)
        {
          page++;
          column = 0;
          for (guint j = 0; j < n; j++)
            filled[j] = top;
        }
      one.page = page;
      one.x = MARGIN * canvas->unit + (float) column * (width + gap);
      one.y = filled[column];
      filled[column] += one.height + gap;
      g_array_append_val (placed, one);
    }

  return placed;
}

static void
draw_card (const WijkCanvas *canvas, const Placed *placed, const WijkProjectedCard *card)
{
  const float pad = 0.24f * canvas->unit, edge = 0.12f * canvas->unit;
  GskRoundedRect box;
  GdkRGBA colour;

  gsk_rounded_rect_init_from_rect (
      &box,
      &GRAPHENE_RECT_INIT (placed->x, placed->y, placed->width, placed->height),
      0.14f * canvas->unit);
  wijk_canvas_get_colour (canvas, card->colour, &colour);
  gtk_snapshot_push_rounded_clip (canvas->snapshot, &box);
  gtk_snapshot_append_color (canvas->snapshot, &canvas->card, &box.bounds);
  gtk_snapshot_append_color (
      canvas->snapshot, &colour, &GRAPHENE_RECT_INIT (placed->x, placed->y, edge, placed->height));
  gtk_snapshot_pop (canvas->snapshot);
  wijk_canvas_draw_text (
      canvas, placed->layout, placed->x + edge + pad, placed->y + pad, &canvas->front);
}

static void
draw_wall (const WijkProjection *self, const WijkProjectionLook *look, const WijkCanvas *canvas)
{
  float top = draw_heading (canvas, look, self->heading);
  g_autoptr (GArray) placed =
      place_cards (canvas, self->cards, top, canvas->height - 0.8f * canvas->unit);
  guint n_pages, page;

  if (placed->len == 0)
    return;
  n_pages = g_array_index (placed, Placed, placed->len - 1).page + 1;
  page = (n_pages - 1 + look->turn) % n_pages;
  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *one = &g_array_index (placed, Placed, i);
      const WijkProjectedCard *card = self->cards->pdata[i];
      gpointer age;

      if (one->page != page)
        continue;
      if (look->ages == NULL || !g_hash_table_lookup_extended (look->ages, card->id, NULL, &age))
        age = GINT_TO_POINTER (100);
      gtk_snapshot_push_opacity (canvas->snapshot, GPOINTER_TO_INT (age) / 100.0);
      draw_card (canvas, one, card);
      gtk_snapshot_pop (canvas->snapshot);
    }
  if (n_pages > 1)
    {
      g_autofree char *text = g_strdup_printf ("%u / %u", page + 1, n_pages);

      draw_footer (canvas, text);
    }
}

/* ---- bars and lists ---- */

/* "12 (8 on paper, 4 on screen)" */
static char *
dup_total (const WijkProjectedBar *bar)
{
  if (bar->paper == 0 && bar->screen == 0) /* no vote, or no dot */
    return g_strdup_printf ("%d", (int) bar->total);
  if (bar->paper == 0)
    return g_strdup_printf (_ ("%d  (on screen)"), (int) bar->total);
  if (bar->screen == 0)
    return g_strdup_printf (_ ("%d  (on paper)"), (int) bar->total);

  /* Translators: dots of a vote: the total and where they come from */
  return g_strdup_printf (
      _ ("%d  (%d paper, %d screen)"), (int) bar->total, (int) bar->paper, (int) bar->screen);
}

static char *
dup_ranked_label (const WijkProjectedBar *bar, gboolean ranked)
{
  if (!ranked)
    return g_strdup (bar->label);
  if (bar->rank == 0)
    return g_strdup_printf ("–  %s", bar->label);

  return g_strdup_printf (bar->is_tied ? "%u =  %s" : "%u  %s", bar->rank, bar->label);
}

/* One bar with its label and total, in the room from @x on. */
static void
draw_bar (const WijkProjection *self,
          const WijkCanvas *canvas,
          const WijkProjectedBar *bar,
          gboolean ranked,
          const graphene_rect_t *room)
{
  const float unit = canvas->unit, x = room->origin.x, y = room->origin.y;
  const float size = MIN (BAR, room->size.height / unit * 0.42f);
  const float height = MIN (0.26f * unit, room->size.height * 0.24f), width = room->size.width;
  g_autofree char *label_text = dup_ranked_label (bar, ranked);
  g_autofree char *total_text = dup_total (bar);
  g_autoptr (PangoLayout) total = wijk_canvas_make_text (canvas, total_text, size, TRUE, 0, 0);
  float total_width = wijk_canvas_get_text_width (total);
  g_autoptr (PangoLayout) label =
      wijk_canvas_make_text (canvas, label_text, size, FALSE, width - total_width - GAP * unit, 1);
  float below = y + wijk_canvas_get_text_height (label) + 0.06f * unit;
  GdkRGBA colour;

  wijk_canvas_get_colour (canvas, bar->colour, &colour);
  wijk_canvas_draw_text (canvas, label, x, y, &canvas->front);
  wijk_canvas_draw_text (canvas, total, x + width - total_width, y, &canvas->front);
  wijk_canvas_draw_box (canvas, x, below, width, height, height / 2, &canvas->card);
  if (bar->total > 0)
    wijk_canvas_draw_box (canvas,
                          x,
                          below,
                          MAX (width * (float) bar->total / (float) self->most, height),
                          height,
                          height / 2,
                          &colour);
}

/* Themes stand in two columns where there are many; a result is read from top to bottom. */
static void
draw_bars (const WijkProjection *self,
           const WijkProjectionLook *look,
           const WijkCanvas *canvas,
           gboolean ranked)
{
  const float top = draw_heading (canvas, look, self->heading), unit = canvas->unit;
  const float bottom = canvas->height - MARGIN * unit;
  const guint n_columns = !ranked && self->bars->len > 6 && count_columns (canvas) > 1 ? 2 : 1;
  const guint n_rows = (self->bars->len + n_columns - 1) / n_columns;
  const float row = MIN (ROW * 1.5f * unit, (bottom - top) / MAX ((float) n_rows, 1));
  const float width =
      (canvas->width - (2 * MARGIN + (float) (n_columns - 1) * 2 * GAP) * unit) / (float) n_columns;

  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self,
              canvas,
              self->bars->pdata[i],
              ranked,
              &GRAPHENE_RECT_INIT (MARGIN * unit + (float) (i / n_rows) * (width + 2 * GAP * unit),
                                   top + (float) (i % n_rows) * row,
                                   width,
                                   row));
}

static void
draw_options (const WijkProjection *self, const WijkProjectionLook *look, const WijkCanvas *canvas)
{
  const float top = draw_heading (canvas, look, self->heading), unit = canvas->unit;
  const guint n_columns = self->bars->len > 7 && count_columns (canvas) > 1 ? 2 : 1;
  const guint n_rows = (self->bars->len + n_columns - 1) / n_columns;
  const float bottom = canvas->height - 1.1f * unit;
  const float row = MIN (ROW * 1.2f * unit, (bottom - top) / MAX ((float) n_rows, 1));
  const float width = (canvas->width - 2 * MARGIN * unit) / (float) n_columns;
  const float size = MIN (0.46f, row / unit * 0.6f);
  g_autofree char *dots = g_strdup_printf (
      g_dngettext (
          GETTEXT_PACKAGE, "%u dot for everyone", "%u dots for everyone", (gulong) self->dots),
      self->dots);

  for (guint i = 0; i < self->bars->len; i++)
    {
      const WijkProjectedBar *bar = self->bars->pdata[i];
      g_autofree char *text = g_strdup_printf ("%u   %s", i + 1, bar->label);
      g_autoptr (PangoLayout) layout =
          wijk_canvas_make_text (canvas, text, size, FALSE, width - GAP * unit, 1);

      wijk_canvas_draw_text (canvas,
                             layout,
                             MARGIN * unit + (float) (i / n_rows) * width,
                             top + (float) (i % n_rows) * row,
                             &canvas->front);
    }
  draw_footer (canvas, dots);
}

static void
draw_timer (const WijkProjection *self, const WijkProjectionLook *look, const WijkCanvas *canvas)
{
  const WijkProjectionLook plain = { .digits = NULL };
  const float top = draw_heading (canvas, &plain, self->heading);
  const float radius =
      MIN ((canvas->height - top - MARGIN * canvas->unit) / 2, 3.2f * canvas->unit);
  const float x = canvas->width / 2, y = canvas->height - MARGIN * canvas->unit - radius;
  g_autoptr (PangoLayout) digits = wijk_canvas_make_text (
      canvas, look->digits != NULL ? look->digits : "0:00", 1.3f, TRUE, 0, 0);

  wijk_canvas_draw_ring (canvas, x, y, radius, look->left);
  wijk_canvas_draw_text (canvas,
                         digits,
                         x - wijk_canvas_get_text_width (digits) / 2,
                         y - wijk_canvas_get_text_height (digits) / 2,
                         &canvas->front);
}

void
wijk_projection_draw (const WijkProjection *self,
                      const WijkProjectionLook *look,
                      GtkSnapshot *snapshot,
                      PangoContext *context)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  WijkCanvas canvas;

  wijk_canvas_init (&canvas, snapshot, context, look->width, look->height, look->is_light);
  gtk_snapshot_append_color (snapshot,
                             look->is_black ? &black : &canvas.back,
                             &GRAPHENE_RECT_INIT (0, 0, look->width, look->height));
  if (look->is_black)
    return;
  switch (self->screen)
    {
    case WIJK_SCREEN_TITLE:
    case WIJK_SCREEN_QUESTION:
      draw_corner_timer (&canvas, look);
      if (self->heading != NULL)
        draw_in_the_middle (&canvas, self->heading, 1.05f);
      break;
    case WIJK_SCREEN_WALL:
      draw_wall (self, look, &canvas);
      break;
    case WIJK_SCREEN_THEMES:
      draw_bars (self, look, &canvas, FALSE);
      break;
    case WIJK_SCREEN_TIMER:
      draw_timer (self, look, &canvas);
      break;
    case WIJK_SCREEN_VOTE:
      draw_options (self, look, &canvas);
      break;
    case WIJK_SCREEN_RESULT:
      draw_bars (self, look, &canvas, TRUE);
      break;
    default:
      g_assert_not_reached ();
    }
}

char *
wijk_projection_describe (const WijkProjection *self)
{
  GString *text = g_string_new (wijk_screen_get_name (self->screen));
  gboolean has_totals = self->screen != WIJK_SCREEN_VOTE;

  if (self->heading != NULL)
    g_string_append_printf (text, ": %s", self->heading);
  for (guint i = 0; i < self->cards->len; i++)
    g_string_append_printf (text, ". %s", ((WijkProjectedCard *) self->cards->pdata[i])->words);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const WijkProjectedBar *bar = self->bars->pdata[i];
      g_autofree char *label = dup_ranked_label (bar, self->screen == WIJK_SCREEN_RESULT);
      g_autofree char *total = has_totals ? dup_total (bar) : NULL;

      g_string_append_printf (text, ". %s", label);
      if (total != NULL)
        g_string_append_printf (text, ": %s", total);
    }

  return g_string_free_and_steal (text);
}
