/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "wijk-pdf-view-private.h"

enum
{
  PROP_PAGE = 1,
  PROP_ZOOM,
  PROP_FIT,
  PROP_IS_DRAWN,
  PROP_HAS_SELECTION,
  N_PROPS,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE_WITH_CODE (WijkPdfView,
                               wijk_pdf_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

double
wijk_pdf_view_get_value (WijkPdfView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static double
get_x (WijkPdfView *self)
{
  return wijk_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL);
}

static double
get_y (WijkPdfView *self)
{
  return wijk_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL);
}

/* ---- the window on the column ---- */

static void
configure (WijkPdfView *self, GtkOrientation orientation, double value, double upper, double size)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment,
                              CLAMP (value, 0, MAX (0, upper - size)),
                              0,
                              MAX (upper, size),
                              size * 0.1,
                              size * 0.9,
                              size);
}

static void
configure_both (WijkPdfView *self, double x, double y)
{
  double width, height;

  wijk_pdf_layout_get_size (self->layout, &width, &height);
  self->is_arranging = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, width, self->width);
  configure (self, GTK_ORIENTATION_VERTICAL, y, height, self->height);
  self->is_arranging = FALSE;
}

/* Takes over a new size and zoom; what is at @x, @y of the view stays there. */
static void
rearrange (WijkPdfView *self, int width, int height, double zoom, double x, double y)
{
  const double old_x = get_x (self), old_y = get_y (self);
  WijkPdfPlace place = wijk_pdf_layout_to_place (self->layout, old_x + x, old_y + y);
  double new_x, new_y;

  self->width = width;
  self->height = height;
  wijk_pdf_layout_set_width (self->layout, width);
  wijk_pdf_layout_set_zoom (self->layout, zoom);
  wijk_pdf_layout_from_place (self->layout, &place, &new_x, &new_y);
  configure_both (self, new_x - x, old_y <= 0 && y <= 0 ? 0 : new_y - y);
}

static gboolean
update_cb (gpointer user_data)
{
  WijkPdfView *self = user_data;

  self->idle = 0;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  wijk_pdf_view_update_pages (self);

  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (WijkPdfView *self)
{
  if (!self->is_arranging)
    wijk_pdf_view_update_pages (self);
}

/* ---- zoom ---- */

static void
apply_zoom (WijkPdfView *self, double zoom, double x, double y)
{
  rearrange (self, self->width, self->height, zoom, x, y);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
  wijk_pdf_view_update_pages (self);
}

static void
set_fit (WijkPdfView *self, WijkPdfFit fit)
{
  if (self->fit == fit)
    return;

  self->fit = fit;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIT]);
}

void
wijk_pdf_view_zoom_at (WijkPdfView *self, double zoom, double x, double y)
{
  if (self->pdf == NULL)
    return;

  set_fit (self, WIJK_PDF_FIT_NONE);
  apply_zoom (self, zoom, x, y);
}

/* ---- vfuncs ---- */

static void
wijk_pdf_view_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  *minimum = 0;
  *natural = 400;
}

static void
wijk_pdf_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WijkPdfView *self = WIJK_PDF_VIEW (widget);

  if (self->width != width || self->height != height)
    {
      const double zoom = wijk_pdf_layout_find_zoom (self->layout, self->fit, width, height);

      rearrange (self, width, height, zoom, 0, 0);
      if (self->idle == 0)
        self->idle = g_idle_add_full (G_PRIORITY_HIGH, update_cb, self, NULL);
    }

  wijk_pdf_view_allocate_pages (self);
}

static void
wijk_pdf_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gtk_snapshot_push_clip (
      snapshot,
      &GRAPHENE_RECT_INIT (
          0, 0, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (wijk_pdf_view_parent_class)->snapshot (widget, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
set_adjustment (WijkPdfView *self, GtkOrientation orientation, GtkAdjustment *adjustment)
{
  g_autoptr (GtkAdjustment) own = NULL;

  if (adjustment == NULL)
    adjustment = own = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  if (self->adjustments[orientation] == adjustment)
    return;

  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  g_signal_connect_object (
      adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
wijk_pdf_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkPdfView *self = WIJK_PDF_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, self->page);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, wijk_pdf_view_get_zoom (self));
      break;
    case PROP_FIT:
      g_value_set_int (value, (int) self->fit);
      break;
    case PROP_IS_DRAWN:
      g_value_set_boolean (value, self->is_drawn);
      break;
    case PROP_HAS_SELECTION:
      g_value_set_boolean (value, wijk_pdf_view_has_selection (self));
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_pdf_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  WijkPdfView *self = WIJK_PDF_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_pdf_view_dispose (GObject *object)
{
  WijkPdfView *self = WIJK_PDF_VIEW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->copy_cancellable);
  wijk_pdf_view_set_search (self, NULL);
  wijk_pdf_view_remove_pages (self);

  G_OBJECT_CLASS (wijk_pdf_view_parent_class)->dispose (object);
}

static void
wijk_pdf_view_finalize (GObject *object)
{
  WijkPdfView *self = WIJK_PDF_VIEW (object);

  g_hash_table_unref (self->pages);
  wijk_pdf_layout_free (self->layout);
  g_clear_object (&self->adjustments[0]);
  g_clear_object (&self->adjustments[1]);
  g_clear_object (&self->copy_cancellable);
  g_clear_object (&self->pdf);

  G_OBJECT_CLASS (wijk_pdf_view_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  props[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, 1000, 1, flags);
  props[PROP_FIT] = g_param_spec_int ("fit", NULL, NULL, 0, WIJK_PDF_FIT_NONE, 0, flags);
  props[PROP_IS_DRAWN] = g_param_spec_boolean ("is-drawn", NULL, NULL, FALSE, flags);
  props[PROP_HAS_SELECTION] = g_param_spec_boolean ("has-selection", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
wijk_pdf_view_class_init (WijkPdfViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wijk_pdf_view_get_property;
  object_class->set_property = wijk_pdf_view_set_property;
  object_class->dispose = wijk_pdf_view_dispose;
  object_class->finalize = wijk_pdf_view_finalize;
  widget_class->measure = wijk_pdf_view_measure;
  widget_class->size_allocate = wijk_pdf_view_size_allocate;
  widget_class->snapshot = wijk_pdf_view_snapshot;

  install_properties (object_class);
  wijk_pdf_view_add_bindings (widget_class);
  gtk_widget_class_set_css_name (widget_class, "pdfview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_DOCUMENT);
}

static void
wijk_pdf_view_init (WijkPdfView *self)
{
  self->pages = g_hash_table_new (NULL, NULL);
  self->layout = wijk_pdf_layout_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  wijk_pdf_view_add_controllers (self);
}

/* ---- what others use ---- */

void
wijk_pdf_view_set_pdf (WijkPdfView *self, WijkPdf *pdf)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW (self));
  g_return_if_fail (pdf == NULL || WIJK_IS_PDF (pdf));

  wijk_pdf_view_select_none (self);
  wijk_pdf_view_set_search (self, NULL);
  wijk_pdf_view_remove_pages (self);
  g_set_object (&self->pdf, pdf);
  wijk_pdf_layout_free (self->layout);
  self->layout = wijk_pdf_layout_new ();
  for (guint i = 0; pdf != NULL && i < wijk_pdf_get_n_pages (pdf); i++)
    {
      double width, height;

      wijk_pdf_get_page_size (pdf, i, &width, &height);
      wijk_pdf_layout_add_page (self->layout, width, height);
    }

  set_fit (self, WIJK_PDF_FIT_NICE);
  configure_both (self, 0, 0);
  apply_zoom (
      self, wijk_pdf_layout_find_zoom (self->layout, self->fit, self->width, self->height), 0, 0);
  wijk_pdf_view_check_drawn (self);
}

/* Scrolls as little as needed to bring a part of a page into sight; what was not lies at a third of
 * the height then. */
static void
show_area (WijkPdfView *self, guint page, const WijkPdfRectangle *area)
{
  const double zoom = wijk_pdf_layout_get_zoom (self->layout);
  WijkPdfPlace place = { page, area->x, area->y };
  double x, y, view_x = get_x (self), view_y = get_y (self);

  if (page >= wijk_pdf_layout_get_n_pages (self->layout))
    return;

  wijk_pdf_layout_from_place (self->layout, &place, &x, &y);
  if (y < view_y || y + area->height * zoom > view_y + self->height)
    view_y = y - self->height / 3.0;
  if (x < view_x || x + area->width * zoom > view_x + self->width)
    view_x = x - self->width / 3.0;
  configure_both (self, view_x, view_y);
  wijk_pdf_view_update_pages (self);
}

static void
moved_cb (WijkPdfView *self)
{
  guint page;
  const WijkPdfMatch *match = wijk_pdf_search_get_current (self->search, &page);

  if (match != NULL)
    show_area (self, page, &match->rectangles[0]);
  wijk_pdf_view_mark_found (self);
}

void
wijk_pdf_view_set_search (WijkPdfView *self, WijkPdfSearch *search)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW (self));

  if (self->search == search)
    return;

  if (self->search != NULL)
    g_signal_handlers_disconnect_by_data (self->search, self);
  g_set_object (&self->search, search);
  if (search != NULL)
    {
      g_signal_connect_object (
          search, "changed", G_CALLBACK (wijk_pdf_view_mark_found), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (search, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
    }
  wijk_pdf_view_mark_found (self);
}

guint
wijk_pdf_view_get_page (WijkPdfView *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_VIEW (self), 0);

  return self->page;
}

void
wijk_pdf_view_go_to_page (WijkPdfView *self, guint page)
{
  WijkPdfRectangle area;

  g_return_if_fail (WIJK_IS_PDF_VIEW (self));

  if (page >= wijk_pdf_layout_get_n_pages (self->layout))
    return;

  area = wijk_pdf_layout_get_page (self->layout, page);
  configure_both (self, get_x (self), page == 0 ? 0 : area.y - 6);
  wijk_pdf_view_update_pages (self);
  wijk_pdf_view_set_page (self, page);
}

void
wijk_pdf_view_set_fit (WijkPdfView *self, WijkPdfFit fit)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW (self));

  set_fit (self, fit);
  apply_zoom (self, wijk_pdf_layout_find_zoom (self->layout, fit, self->width, self->height), 0, 0);
}

double
wijk_pdf_view_get_zoom (WijkPdfView *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_VIEW (self), 1);

  return wijk_pdf_layout_get_zoom (self->layout);
}

void
wijk_pdf_view_set_zoom (WijkPdfView *self, double zoom)
{
  g_return_if_fail (WIJK_IS_PDF_VIEW (self));

  wijk_pdf_view_zoom_at (self, zoom, self->width / 2.0, self->height / 2.0);
}
