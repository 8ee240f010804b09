/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-sheet.h"

#include <cairo-pdf.h>
#include <string.h>

#define FOOT_Y 792.0
#define STAMP_Y 30.0
/* Longer texts come in pieces; what asks for more than this in one is no title. */
#define MAX_LAYOUT 8000

typedef struct
{
  const char *family;
  double size;
  PangoWeight weight;
  PangoStyle slant;
  double leading; /* times the font's own line height of 1.21 */
} Look;

static const Look looks[WIJK_N_FACES] = {
  [WIJK_FACE_BODY] = { "Inter", 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.28 },
  [WIJK_FACE_LEAD] = { "Inter", 15, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.25 },
  [WIJK_FACE_QUOTE] = { "Inter", 10, PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC, 1.28 },
  [WIJK_FACE_CODE] = { "Inter", 9, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.25 },
  [WIJK_FACE_H1] = { "Inter Display", 34, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0.94 },
  [WIJK_FACE_H2] = { "Inter Display", 22, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0.98 },
  [WIJK_FACE_H3] = { "Inter", 13.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.04 },
  [WIJK_FACE_H4] = { "Inter", 11, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.1 },
  [WIJK_FACE_H5] = { "Inter", 10, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.15 },
  [WIJK_FACE_CAPTION] = { "Inter", 8.5, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.15 },
  [WIJK_FACE_CELL] = { "Inter", 8.3, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.18 },
  [WIJK_FACE_CELL_STRONG] = { "Inter", 8.3, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.18 },
  [WIJK_FACE_HEAD] = { "Inter", 7.6, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.1 },
  [WIJK_FACE_SMALL] = { "Inter", 7.8, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.15 },
  [WIJK_FACE_STAMP] = { "Inter", 8, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1 },
  [WIJK_FACE_COVER] = { "Inter Display", 40, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 0.9 },
  [WIJK_FACE_COVER_KIND] = { "Inter", 12, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1 },
  [WIJK_FACE_POSTER] = { "Inter", 13, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.18 },
  [WIJK_FACE_POSTER_QUOTE] = { "Inter Display",
                               19,
                               PANGO_WEIGHT_SEMIBOLD,
                               PANGO_STYLE_NORMAL,
                               1.04 },
  [WIJK_FACE_POSTER_STRONG] = { "Inter", 14, PANGO_WEIGHT_SEMIBOLD, PANGO_STYLE_NORMAL, 1.1 },
  [WIJK_FACE_POSTER_SMALL] = { "Inter", 11, PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL, 1.1 },
};

static void
create_fonts (WijkSheet *self)
{
  for (guint i = 0; i < WIJK_N_FACES; i++)
    {
      PangoFontDescription *font = pango_font_description_new ();

      pango_font_description_set_family_static (font, looks[i].family);
      pango_font_description_set_absolute_size (font, looks[i].size * PANGO_SCALE);
      pango_font_description_set_weight (font, looks[i].weight);
      pango_font_description_set_style (font, looks[i].slant);
      self->fonts[i] = font;
    }
}

WijkSheet *
wijk_sheet_new (WijkTypeface *typeface,
                const WijkWords *words,
                cairo_surface_t *surface,
                GCancellable *cancellable)
{
  WijkSheet *self = g_new0 (WijkSheet, 1);

  self->typeface = typeface;
  self->words = words;
  self->palette = wijk_palette_get (FALSE, FALSE);
  self->cancellable = cancellable;
  self->tags = wijk_tag_list_new ();
  self->begun = g_array_new (FALSE, FALSE, sizeof (guint));
  self->left = WIJK_PAGE_TEXT;
  self->right = WIJK_PAGE_RIGHT;
  self->headings = g_array_new (FALSE, TRUE, sizeof (WijkHeading));
  g_array_set_clear_func (self->headings, (GDestroyNotify) wijk_heading_clear);
  g_queue_init (&self->pending);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (surface)
    {
      self->surface = surface;
      self->cr = cairo_create (surface);
    }
  create_fonts (self);
  return self;
}

void
wijk_sheet_free (WijkSheet *self)
{
  g_clear_pointer (&self->cr, cairo_destroy);
  for (guint i = 0; i < WIJK_N_FACES; i++)
    pango_font_description_free (self->fonts[i]);
  wijk_tag_list_free (self->tags);
  g_array_unref (self->begun);
  g_array_unref (self->headings);
  g_queue_clear_full (&self->pending, g_free);
  g_hash_table_unref (self->targets);
  g_free (self->target);
  g_free (self->footer);
  g_free (self->stamp);
  g_free (self);
}

gboolean
wijk_sheet_is_stopped (const WijkSheet *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

WijkTag *
wijk_sheet_begin_link (WijkSheet *self, const char *attributes, const char *contents)
{
  WijkTag *tag;

  if (!self->cr)
    return NULL;
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  g_array_append_val (self->begun, self->n_shown);
  tag = wijk_tag_list_add (self->tags, "Link");
  tag->contents = wijk_typeface_clean (self->typeface, contents);
  self->tags->n_links++;
  return tag;
}

WijkTag *
wijk_sheet_begin (WijkSheet *self, const char *type)
{
  if (!self->cr)
    return NULL;
  cairo_tag_begin (self->cr, type, NULL);
  g_array_append_val (self->begun, self->n_shown);
  return wijk_tag_list_add (self->tags, type);
}

void
wijk_sheet_begin_list (WijkSheet *self, const char *numbering)
{
  WijkTag *tag = wijk_sheet_begin (self, "L");

  if (tag)
    tag->numbering = numbering;
}

/* Nothing but a cell may be empty: what a text left without words gets a dash. */
static void
fill_empty (WijkSheet *self, const char *type)
{
  g_autoptr (PangoLayout) dash = wijk_sheet_create_layout (self, WIJK_FACE_SMALL, "–", 0);
  gboolean is_leaf = strcmp (type, "P") == 0 || strcmp (type, "Lbl") == 0;

  if (!is_leaf)
    wijk_sheet_begin (self, "P");
  wijk_sheet_show (self, dash, self->left, self->y, self->palette->dim);
  if (!is_leaf)
    wijk_sheet_end (self, "P");
}

void
wijk_sheet_end (WijkSheet *self, const char *type)
{
  gboolean is_cell = strcmp (type, "TD") == 0 || strcmp (type, "TH") == 0;
  guint begun;

  if (!self->cr)
    return;
  begun = g_array_index (self->begun, guint, self->begun->len - 1);
  if (begun == self->n_shown && !is_cell && strcmp (type, "TR") != 0)
    fill_empty (self, type);
  g_array_set_size (self->begun, self->begun->len - 1);
  cairo_tag_end (self->cr, type);
}

void
wijk_sheet_count_shown (WijkSheet *self, const char *text, gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      {
        self->n_shown++;
        return;
      }
}

void
wijk_sheet_begin_artifact (WijkSheet *self)
{
  if (self->cr)
    cairo_tag_begin (self->cr, "Artifact", NULL);
}

void
wijk_sheet_end_artifact (WijkSheet *self)
{
  if (self->cr)
    cairo_tag_end (self->cr, "Artifact");
}

void
wijk_sheet_set_box (WijkTag *tag, double left, double top, double right, double bottom)
{
  if (!tag)
    return;
  tag->box[0] = left;
  tag->box[1] = WIJK_PAGE_HEIGHT - bottom;
  tag->box[2] = right;
  tag->box[3] = WIJK_PAGE_HEIGHT - top;
  tag->has_box = TRUE;
}

PangoLayout *
wijk_sheet_create_layout (WijkSheet *self, WijkFace style, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (wijk_typeface_get_context (self->typeface));
  g_autofree char *clean = wijk_typeface_clean (self->typeface, text);

  if (strlen (clean) > MAX_LAYOUT)
    strcpy (g_utf8_find_prev_char (clean, clean + MAX_LAYOUT - strlen ("…")), "…");
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_text (layout, clean, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, (float) looks[style].leading);
  if (width > 0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

double
wijk_sheet_measure (PangoLayout *layout, double *width)
{
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (width)
    *width = w / (double) PANGO_SCALE;
  return h / (double) PANGO_SCALE;
}

void
wijk_sheet_set_colour (WijkSheet *self, guint32 colour)
{
  if (self->cr)
    wijk_palette_set_source (self->cr, colour);
}

void
wijk_sheet_show (WijkSheet *self, PangoLayout *layout, double x, double y, guint32 colour)
{
  if (!self->cr)
    return;
  wijk_palette_set_source (self->cr, colour);
  wijk_picture_show_text (self->cr, layout, x, y);
  wijk_sheet_count_shown (
      self, pango_layout_get_text (layout), strlen (pango_layout_get_text (layout)));
}

void
wijk_sheet_fill (WijkSheet *self, double x, double y, double width, double height, guint32 colour)
{
  if (!self->cr)
    return;
  wijk_palette_set_source (self->cr, colour);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

void
wijk_sheet_rule (WijkSheet *self, double x, double y, double width, double weight, guint32 colour)
{
  wijk_sheet_fill (self, x, y - weight / 2, width, weight, colour);
}

char *
wijk_sheet_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.3f", value));
}

/* The stamp of a draft stands in a frame at the top of every page; the cover is dark there. */
static void
draw_stamp (WijkSheet *self)
{
  g_autoptr (PangoLayout) layout = wijk_sheet_create_layout (self, WIJK_FACE_STAMP, self->stamp, 0);
  double width, height = wijk_sheet_measure (layout, &width);
  WijkPictureRect frame = { WIJK_PAGE_RIGHT - width - 16, STAMP_Y, width + 16, height + 8 };
  gboolean is_cover = self->page == 1;
  guint32 colour = is_cover ? self->palette->ground : self->palette->today;

  wijk_picture_round_rect (self->cr, &frame, 3);
  wijk_palette_set_source (self->cr, is_cover ? self->palette->accent : self->palette->ground);
  cairo_fill_preserve (self->cr);
  wijk_palette_set_source (self->cr, colour);
  cairo_set_line_width (self->cr, 0.8);
  cairo_stroke (self->cr);
  wijk_sheet_begin_artifact (self);
  wijk_sheet_show (self, layout, frame.x + 8, frame.y + 4, colour);
  wijk_sheet_end_artifact (self);
}

/* The cover carries neither footer nor number. */
static void
draw_furniture (WijkSheet *self)
{
  g_autofree char *number = NULL;
  g_autoptr (PangoLayout) left = NULL, right = NULL;
  double width;

  if (!self->cr)
    return;
  if (self->stamp)
    draw_stamp (self);
  if (self->page == 1 || self->is_bare)
    return;
  number = g_strdup_printf ("%d", self->page);
  left = wijk_sheet_create_layout (self, WIJK_FACE_SMALL, self->footer, 400);
  pango_layout_set_height (left, -1);
  pango_layout_set_ellipsize (left, PANGO_ELLIPSIZE_END);
  right = wijk_sheet_create_layout (self, WIJK_FACE_SMALL, number, 0);
  wijk_sheet_measure (right, &width);
  wijk_sheet_begin_artifact (self);
  wijk_sheet_show (self, left, WIJK_PAGE_LEFT, FOOT_Y, self->palette->dim);
  wijk_sheet_show (self, right, WIJK_PAGE_RIGHT - width, FOOT_Y, self->palette->text);
  wijk_sheet_end_artifact (self);
}

void
wijk_sheet_start (WijkSheet *self)
{
  g_autofree char *label = g_strdup_printf ("%d", ++self->page);

  self->y = WIJK_PAGE_TOP;
  if (self->surface)
    cairo_pdf_surface_set_page_label (self->surface, label);
}

void
wijk_sheet_finish (WijkSheet *self)
{
  wijk_sheet_flush (self);
  draw_furniture (self);
  if (self->cr)
    cairo_show_page (self->cr);
}

void
wijk_sheet_break (WijkSheet *self)
{
  draw_furniture (self);
  if (self->cr)
    cairo_show_page (self->cr);
  wijk_sheet_start (self);
}

gboolean
wijk_sheet_is_at_top (const WijkSheet *self)
{
  return self->y <= WIJK_PAGE_TOP + 1;
}

double
wijk_sheet_get_room (const WijkSheet *self)
{
  return WIJK_PAGE_BOTTOM - self->y;
}

void
wijk_sheet_space (WijkSheet *self, double height)
{
  if (g_queue_is_empty (&self->pending) && !wijk_sheet_is_at_top (self))
    self->y += height;
}
