/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-row.h"

#include "wijk-remark-content.h"

#define FIRST_ROWS 16 /* that are filled before anything has a place */
#define SHARED "wijk-remark-shared"
#define GUESSED_HEIGHT 72 /* pixels, before a row was ever seen */

/* What the rows of one list have together. */
typedef struct
{
  GPtrArray *rows;  /* those in sight; lent */
  GPtrArray *spare; /* contents that no row has at the moment */
  WijkRemarkMeasures measures;
  guint n_first;
  GdkFrameClock *clock; /* of the rows */
  gulong before_handler, layout_handler;
  gint64 frame; /* in which rows in sight were filled last */
} Shared;

struct _WijkRemarkRow
{
  GtkWidget parent_instance;

  WijkState *state;
  WijkRemarkModel *model;
  WijkRemark *remark;
  GtkListItem *list_item; /* lent */
  GSignalGroup *signals;
  gulong state_handler;

  gint64 frame;       /* of the last layout */
  GtkWidget *content; /* NULL: far from sight */
  gboolean is_filled; /* the content is the remark's */
  gboolean is_exact;  /* its height is the content's, not a guess */
  int height;         /* as it was or is guessed, at this width; 0: not known */
  int width;
};

G_DEFINE_FINAL_TYPE (WijkRemarkRow, wijk_remark_row, GTK_TYPE_WIDGET)

/* ---- its content ---- */

static void
free_shared (gpointer user_data)
{
  Shared *shared = user_data;

  g_assert (shared->rows->len == 0);
  g_ptr_array_unref (shared->rows);
  g_ptr_array_unref (shared->spare);
  g_free (shared);
}

static Shared *
get_shared (WijkRemarkRow *self)
{
  Shared *shared = g_object_get_data (G_OBJECT (self->model), SHARED);

  if (shared != NULL)
    return shared;
  shared = g_new0 (Shared, 1);
  shared->rows = g_ptr_array_new ();
  shared->spare = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (self->model), SHARED, shared, free_shared);

  return shared;
}

static void
take_content (WijkRemarkRow *self)
{
  Shared *shared = get_shared (self);

  if (shared->spare->len > 0)
    self->content = g_ptr_array_steal_index_fast (shared->spare, shared->spare->len - 1);
  else
    self->content = g_object_ref_sink (wijk_remark_content_new ());
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/* A list keeps 200 rows, of which it maps some ten, those in sight: were each full, all of them
 * would be styled and measured anew whenever a row comes or goes. */
static void
give_content (WijkRemarkRow *self)
{
  g_autoptr (GtkWidget) content = g_steal_pointer (&self->content);

  self->is_filled = FALSE;
  if (content == NULL)
    return;
  gtk_widget_unparent (content);
  g_ptr_array_add (get_shared (self)->spare, g_steal_pointer (&content));
}

static void
describe (WijkRemarkRow *self)
{
  g_autofree char *text = NULL;

  if (self->list_item == NULL)
    return;
  text = wijk_remark_content_describe (
      self->remark, self->state, wijk_remark_model_is_owed (self->model, self->remark));
  gtk_list_item_set_accessible_label (self->list_item, text);
}

/* Following the remark and putting it into words cost as much as all the rest of a row: they wait
 * until it is in sight too. */
static void
fill (WijkRemarkRow *self, gboolean is_exact)
{
  if (self->content == NULL)
    take_content (self);
  g_signal_group_set_target (self->signals, self->remark);
  describe (self);
  wijk_remark_content_show (WIJK_REMARK_CONTENT (self->content),
                            self->remark,
                            self->state,
                            wijk_remark_model_is_owed (self->model, self->remark));
  self->is_filled = TRUE;
  self->is_exact = is_exact;
}

static void
show_remark (WijkRemarkRow *self)
{
  if (self->remark != NULL && self->is_filled)
    fill (self, self->is_exact);
}

static void
record_changed_cb (WijkRemarkRow *self, WijkRecord *record)
{
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_SESSION || kind == WIJK_KIND_THEME || kind == WIJK_KIND_CLUSTER ||
      (kind == WIJK_KIND_REMARK && WIJK_REMARK (record)->part_of != NULL))
    show_remark (self);
}

/* ---- coming into sight ---- */

/* A row that is new has no place yet: the list maps it, and unmaps it again where it gives one. */
static void
before_paint_cb (Shared *shared)
{
  for (guint i = 0; i < shared->rows->len; i++)
    {
      WijkRemarkRow *row = shared->rows->pdata[i];

      if (row->remark == NULL || row->is_exact || gtk_widget_get_height (GTK_WIDGET (row)) == 0)
        continue;
      if (!row->is_filled)
        fill (row, TRUE);
      row->is_exact = TRUE;
      gtk_widget_queue_resize (GTK_WIDGET (row));
    }
}

/* All rows have their places: what came into sight is filled before it is drawn. Its height stays
 * what was guessed until the next frame, as it would move the others, and this happens once in a
 * frame: else a frame would place things again and again. */
static void
layout_cb (Shared *shared)
{
  gint64 frame = gdk_frame_clock_get_frame_counter (shared->clock);
  gboolean may_fill = shared->frame != frame;

  for (guint i = 0; i < shared->rows->len; i++)
    {
      WijkRemarkRow *row = shared->rows->pdata[i];

      if (row->remark == NULL || row->is_filled || gtk_widget_get_height (GTK_WIDGET (row)) == 0)
        continue;
      if (may_fill)
        fill (row, FALSE);
      shared->frame = frame;
      gdk_frame_clock_request_phase (shared->clock, GDK_FRAME_CLOCK_PHASE_BEFORE_PAINT);
    }
}

static void
wijk_remark_row_map (GtkWidget *widget)
{
  WijkRemarkRow *self = WIJK_REMARK_ROW (widget);
  Shared *shared = get_shared (self);

  GTK_WIDGET_CLASS (wijk_remark_row_parent_class)->map (widget);

  g_ptr_array_add (shared->rows, self);
  if (shared->rows->len > 1)
    return;
  shared->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  shared->before_handler = g_signal_connect_swapped (
      shared->clock, "before-paint", G_CALLBACK (before_paint_cb), shared);
  shared->layout_handler = g_signal_connect_data (shared->clock,
                                                  "layout",
                                                  G_CALLBACK (layout_cb),
                                                  shared,
                                                  NULL,
                                                  G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
wijk_remark_row_unmap (GtkWidget *widget)
{
  Shared *shared = get_shared (WIJK_REMARK_ROW (widget));

  g_ptr_array_remove_fast (shared->rows, widget);
  if (shared->rows->len == 0)
    {
      g_clear_signal_handler (&shared->before_handler, shared->clock);
      g_clear_signal_handler (&shared->layout_handler, shared->clock);
      g_clear_object (&shared->clock);
    }

  GTK_WIDGET_CLASS (wijk_remark_row_parent_class)->unmap (widget);

  give_content (WIJK_REMARK_ROW (widget));
}

static GtkSizeRequestMode
wijk_remark_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The same until it is filled, whatever is learned meanwhile. */
static int
get_height (WijkRemarkRow *self, int width)
{
  const WijkRemarkMeasures *measures = &get_shared (self)->measures;

  if (self->height != 0 && (width < 0 || self->width == width))
    return self->height;
  self->width = width;
  self->height = self->remark != NULL && measures->n > 0 && width > 0
                     ? wijk_remark_content_guess_height (self->remark, measures, width)
                     : GUESSED_HEIGHT;

  return self->height;
}

static void
wijk_remark_row_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  WijkRemarkRow *self = WIJK_REMARK_ROW (widget);

  if (self->is_filled && self->is_exact)
    gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    *minimum = *natural = get_height (self, for_size);
}

static void
wijk_remark_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WijkRemarkRow *self = WIJK_REMARK_ROW (widget);

  int minimum;

  if (!self->is_filled)
    return;
  gtk_widget_measure (self->content, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  gtk_widget_allocate (self->content, width, MAX (height, minimum), baseline, NULL);
  if (!self->is_exact)
    return;
  self->height = height;
  self->width = width;
  wijk_remark_content_add_measures (WIJK_REMARK_CONTENT (self->content),
                                    &get_shared (self)->measures);
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
      "%s  %s", self->remark->label, self->remark->text != NULL ? self->remark->text : "");

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

  g_clear_signal_handler (&self->state_handler, self->state);
  g_clear_object (&self->signals);
  g_clear_object (&self->remark);
  if (self->content != NULL)
    give_content (self);
  g_clear_object (&self->model);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (wijk_remark_row_parent_class)->dispose (object);
}

static void
wijk_remark_row_class_init (WijkRemarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_remark_row_dispose;
  widget_class->map = wijk_remark_row_map;
  widget_class->unmap = wijk_remark_row_unmap;
  widget_class->get_request_mode = wijk_remark_row_get_request_mode;
  widget_class->measure = wijk_remark_row_measure;
  widget_class->size_allocate = wijk_remark_row_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "remark-row");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NONE);
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
  self->signals = g_signal_group_new (WIJK_TYPE_REMARK);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (show_remark), self);
  add_drag (self);
}

/* Whether the list is about to show for the first time, at its top. */
static gboolean
is_among_first (WijkRemarkRow *self)
{
  Shared *shared = get_shared (self);

  return shared->measures.n == 0 && shared->n_first++ < FIRST_ROWS;
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
  self->is_filled = FALSE;
  self->height = 0;
  if (remark == NULL)
    {
      g_signal_group_set_target (self->signals, NULL);
      give_content (self);
    }
  else if (is_among_first (self))
    fill (self, TRUE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
