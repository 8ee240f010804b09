/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-contents.h"

#include <glib/gi18n.h>

#define INDENT 12

struct _WijkPdfContents
{
  AdwBin parent_instance;

  GtkListView *list;
  GPtrArray *items; /* WijkPdfOutlineItem, one a row */
  GCancellable *cancellable;
};

enum
{
  PROP_IS_EMPTY = 1,
  N_PROPS
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkPdfContents, wijk_pdf_contents, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkPdfContents *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "caption");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkPdfContents *self)
{
  const WijkPdfOutlineItem *entry =
      g_ptr_array_index (self->items, gtk_list_item_get_position (item));
  GtkWidget *label = gtk_list_item_get_child (item);

  gtk_label_set_label (GTK_LABEL (label), entry->title);
  gtk_widget_set_margin_start (label, (int) MIN (entry->depth, 6) * INDENT);
  gtk_list_item_set_accessible_label (item, entry->title);
  gtk_list_item_set_activatable (item, entry->page >= 0);
}

static void
activated_cb (WijkPdfContents *self, guint position)
{
  const WijkPdfOutlineItem *entry = g_ptr_array_index (self->items, position);

  if (entry->page >= 0)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) entry->page);
}

/* Rows take what they show from the array. */
static void
show_items (WijkPdfContents *self, GPtrArray *items)
{
  g_autoptr (GtkStringList) rows = gtk_string_list_new (NULL);
  g_autoptr (GtkSelectionModel) selection = NULL;

  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  for (guint i = 0; items != NULL && i < items->len; i++)
    gtk_string_list_append (rows, "");

  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (rows))));
  gtk_list_view_set_model (self->list, selection);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_EMPTY]);
}

static void
outline_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *items = wijk_pdf_get_outline_finish (WIJK_PDF (source), result, &error);

  if (items != NULL)
    show_items (user_data, items);
}

static void
wijk_pdf_contents_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WijkPdfContents *self = WIJK_PDF_CONTENTS (object);

  switch (prop_id)
    {
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, self->items == NULL || self->items->len == 0);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_pdf_contents_dispose (GObject *object)
{
  WijkPdfContents *self = WIJK_PDF_CONTENTS (object);

  g_cancellable_cancel (self->cancellable);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;

  G_OBJECT_CLASS (wijk_pdf_contents_parent_class)->dispose (object);
}

static void
wijk_pdf_contents_finalize (GObject *object)
{
  WijkPdfContents *self = WIJK_PDF_CONTENTS (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (wijk_pdf_contents_parent_class)->finalize (object);
}

static void
wijk_pdf_contents_class_init (WijkPdfContentsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = wijk_pdf_contents_get_property;
  object_class->dispose = wijk_pdf_contents_dispose;
  object_class->finalize = wijk_pdf_contents_finalize;

  props[PROP_IS_EMPTY] =
      g_param_spec_boolean ("is-empty",
                            NULL,
                            NULL,
                            TRUE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHOSEN] = g_signal_new ("chosen",
                                  G_TYPE_FROM_CLASS (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_UINT);
}

static void
wijk_pdf_contents_init (WijkPdfContents *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cancellable = g_cancellable_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);

  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_single_click_activate (self->list, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Contents"), -1);
  g_signal_connect_object (
      self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

void
wijk_pdf_contents_set_pdf (WijkPdfContents *self, WijkPdf *pdf)
{
  g_return_if_fail (WIJK_IS_PDF_CONTENTS (self));

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();

  show_items (self, NULL);
  if (pdf != NULL)
    wijk_pdf_get_outline_async (pdf, self->cancellable, outline_cb, self);
}
