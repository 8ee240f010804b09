/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-view-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#include "wijk-pdf-tile-set.h"

struct _WijkPdfViewPage
{
  GtkWidget parent_instance;

  WijkPdf *pdf;
  guint page;
  double width;
  double height;
  double zoom;
  WijkPdfRectangle area;
  WijkPdfTileSet *tiles;
  GArray *marks[WIJK_N_PDF_MARKS];
  WijkPdfText *text;
  GCancellable *cancellable;
  gboolean is_reading;
  gboolean is_drawn;
};

enum
{
  PROP_IS_DRAWN = 1,
  N_PROPS
};

enum
{
  READ,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkPdfViewPage, wijk_pdf_view_page, GTK_TYPE_WIDGET)

static void
check_drawn (WijkPdfViewPage *self)
{
  const gboolean is_drawn = wijk_pdf_tile_set_is_drawn (self->tiles);

  if (self->is_drawn == is_drawn)
    return;

  self->is_drawn = is_drawn;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_DRAWN]);
}

static void
tiles_changed_cb (gpointer user_data)
{
  gtk_widget_queue_draw (user_data);
  check_drawn (user_data);
}

static double
get_device_scale (WijkPdfViewPage *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;

  return surface != NULL ? gdk_surface_get_scale (surface)
                         : gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

static void
update_tiles (WijkPdfViewPage *self)
{
  if (self->zoom <= 0 || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  wijk_pdf_tile_set_show (self->tiles, self->zoom * get_device_scale (self), &self->area);
  check_drawn (self);
}

/* ---- text ---- */

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  WijkPdfText *text = wijk_pdf_get_text_finish (WIJK_PDF (source), result, &error);
  WijkPdfViewPage *self;

  if (text == NULL)
    return;

  self = user_data;
  self->text = text;
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->text, -1);
  g_signal_emit (self, signals[READ], 0);
}

/* ---- drawing ---- */

static GdkRGBA
get_mark_colour (WijkPdfMark mark)
{
  GdkRGBA colour;

  switch (mark)
    {
    case WIJK_PDF_MARK_FOUND:
      return (GdkRGBA) { 0.97f, 0.83f, 0.18f, 0.45f };
    case WIJK_PDF_MARK_CURRENT:
      return (GdkRGBA) { 0.95f, 0.42f, 0.05f, 0.5f };
    case WIJK_PDF_MARK_SELECTED:
    default:
      adw_accent_color_to_rgba (
          adw_style_manager_get_accent_color (adw_style_manager_get_default ()), &colour);
      colour.alpha = 0.3f;
      return colour;
    }
}

/* The one that was gone to has a line under it as well: not told by its colour alone. */
static void
snapshot_marks (WijkPdfViewPage *self, GtkSnapshot *snapshot, WijkPdfMark mark)
{
  const GdkRGBA colour = get_mark_colour (mark);
  const GdkRGBA dark = { 0.55f, 0.2f, 0, 1 };

  for (guint i = 0; i < self->marks[mark]->len; i++)
    {
      const WijkPdfRectangle *area = &g_array_index (self->marks[mark], WijkPdfRectangle, i);
      graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (area->x * self->zoom),
                                                 (float) (area->y * self->zoom),
                                                 (float) (area->width * self->zoom),
                                                 (float) (area->height * self->zoom));

      gtk_snapshot_append_color (snapshot, &colour, &rect);
      if (mark == WIJK_PDF_MARK_CURRENT)
        gtk_snapshot_append_color (
            snapshot,
            &dark,
            &GRAPHENE_RECT_INIT (
                rect.origin.x, rect.origin.y + rect.size.height, rect.size.width, 2));
    }
}

static void
snapshot_broken (WijkPdfViewPage *self, GtkSnapshot *snapshot, double width, double height)
{
  const GdkRGBA grey = { 0.35f, 0.35f, 0.35f, 1 };
  g_autoptr (PangoLayout) layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), _ ("This page cannot be shown"));
  int text_height;

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &grey);
  gtk_snapshot_restore (snapshot);
}

static void
wijk_pdf_view_page_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WijkPdfViewPage *self = WIJK_PDF_VIEW_PAGE (widget);
  const double width = self->width * self->zoom;
  const double height = self->height * self->zoom;
  const graphene_rect_t sheet = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  const GdkRGBA white = { 1, 1, 1, 1 };
  const GdkRGBA shadow = { 0, 0, 0, 0.25f };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &sheet, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &white, &sheet);
  gtk_snapshot_push_clip (snapshot, &sheet);
  wijk_pdf_tile_set_snapshot (self->tiles, snapshot, self->zoom);
  for (WijkPdfMark mark = 0; mark < WIJK_N_PDF_MARKS; mark++)
    snapshot_marks (self, snapshot, mark);
  if (wijk_pdf_tile_set_is_broken (self->tiles))
    snapshot_broken (self, snapshot, width, height);
  gtk_snapshot_pop (snapshot);
}

static void
wijk_pdf_view_page_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  WijkPdfViewPage *self = WIJK_PDF_VIEW_PAGE (widget);
  const double side = orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height;

  *minimum = *natural = (int) ceil (side * self->zoom);
}

static void
wijk_pdf_view_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (wijk_pdf_view_page_parent_class)->realize (widget);

  update_tiles (WIJK_PDF_VIEW_PAGE (widget));
}

static void
wijk_pdf_view_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_DRAWN:
      g_value_set_boolean (value, WIJK_PDF_VIEW_PAGE (object)->is_drawn);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_pdf_view_page_dispose (GObject *object)
{
  WijkPdfViewPage *self = WIJK_PDF_VIEW_PAGE (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (wijk_pdf_view_page_parent_class)->dispose (object);
}

static void
wijk_pdf_view_page_finalize (GObject *object)
{
  WijkPdfViewPage *self = WIJK_PDF_VIEW_PAGE (object);

  g_clear_pointer (&self->tiles, wijk_pdf_tile_set_free);
  for (WijkPdfMark mark = 0; mark < WIJK_N_PDF_MARKS; mark++)
    g_array_unref (self->marks[mark]);
  g_clear_pointer (&self->text, wijk_pdf_text_free);
  g_object_unref (self->cancellable);
  g_clear_object (&self->pdf);

  G_OBJECT_CLASS (wijk_pdf_view_page_parent_class)->finalize (object);
}

static void
wijk_pdf_view_page_class_init (WijkPdfViewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wijk_pdf_view_page_get_property;
  object_class->dispose = wijk_pdf_view_page_dispose;
  object_class->finalize = wijk_pdf_view_page_finalize;
  widget_class->snapshot = wijk_pdf_view_page_snapshot;
  widget_class->measure = wijk_pdf_view_page_measure;
  widget_class->realize = wijk_pdf_view_page_realize;

  props[PROP_IS_DRAWN] =
      g_param_spec_boolean ("is-drawn",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[READ] = g_signal_new (
      "read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pdfpage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
wijk_pdf_view_page_init (WijkPdfViewPage *self)
{
  for (WijkPdfMark mark = 0; mark < WIJK_N_PDF_MARKS; mark++)
    self->marks[mark] = g_array_new (FALSE, FALSE, sizeof (WijkPdfRectangle));
  self->cancellable = g_cancellable_new ();
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (update_tiles), NULL);
}

GtkWidget *
wijk_pdf_view_page_new (WijkPdf *pdf, guint page)
{
  WijkPdfViewPage *self = g_object_new (WIJK_TYPE_PDF_VIEW_PAGE, NULL);
  /* Translators: the label printed on a page, its place, and the number of pages */
  g_autofree char *label = g_strdup_printf (_ ("Page %s, %u of %u"),
                                            wijk_pdf_get_page_label (pdf, page),
                                            page + 1,
                                            wijk_pdf_get_n_pages (pdf));

  self->pdf = g_object_ref (pdf);
  self->page = page;
  self->tiles = wijk_pdf_tile_set_new (pdf, page, tiles_changed_cb, self);
  wijk_pdf_get_page_size (pdf, page, &self->width, &self->height);
  self->area = (WijkPdfRectangle) { 0, 0, self->width, self->height };
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

guint
wijk_pdf_view_page_get_page (WijkPdfViewPage *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_VIEW_PAGE (self), 0);

  return self->page;
}

void
wijk_pdf_view_page_set_zoom (WijkPdfViewPage *self, double zoom)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW_PAGE (self));

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  update_tiles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
wijk_pdf_view_page_set_area (WijkPdfViewPage *self, const WijkPdfRectangle *area)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW_PAGE (self));

  self->area = *area;
  update_tiles (self);
}

void
wijk_pdf_view_page_set_marks (WijkPdfViewPage *self,
                              WijkPdfMark mark,
                              const WijkPdfRectangle *rectangles,
                              guint n_rectangles)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW_PAGE (self));

  if (self->marks[mark]->len == 0 && n_rectangles == 0)
    return;

  g_array_set_size (self->marks[mark], 0);
  g_array_append_vals (self->marks[mark], rectangles, n_rectangles);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
wijk_pdf_view_page_read_text (WijkPdfViewPage *self)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW_PAGE (self));

  if (self->is_reading)
    return;

  self->is_reading = TRUE;
  wijk_pdf_get_text_async (self->pdf, self->page, self->cancellable, text_cb, self);
}

const WijkPdfText *
wijk_pdf_view_page_get_text (WijkPdfViewPage *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_VIEW_PAGE (self), NULL);

  return self->text;
}

gboolean
wijk_pdf_view_page_is_drawn (WijkPdfViewPage *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_VIEW_PAGE (self), FALSE);

  return self->is_drawn;
}
