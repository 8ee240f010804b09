/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-page-list.h"

#include <glib/gi18n.h>

#include "wijk-pdf-view-page.h"

/* A small picture's longest side. */
#define SIDE 132.0

struct _WijkPdfPageList
{
  AdwBin parent_instance;

  WijkPdf *pdf;
  GtkListView *list;
  GtkSingleSelection *selection;
  gboolean is_following; /* the selection follows the reader, not the other way round */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkPdfPageList, wijk_pdf_page_list, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkPdfPageList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *sheet = adw_bin_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (sheet, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (sheet, 6);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), sheet);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkPdfPageList *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *sheet = gtk_widget_get_first_child (box);
  const guint page = gtk_list_item_get_position (item);
  const char *label = wijk_pdf_get_page_label (self->pdf, page);
  GtkWidget *picture = wijk_pdf_view_page_new (self->pdf, page);
  /* Translators: %s is the label of a page, such as “12” or “iv” */
  g_autofree char *name = g_strdup_printf (_ ("Page %s"), label);
  double width, height;

  wijk_pdf_get_page_size (self->pdf, page, &width, &height);
  adw_bin_set_child (ADW_BIN (sheet), picture);
  wijk_pdf_view_page_set_zoom (WIJK_PDF_VIEW_PAGE (picture), SIDE / MAX (width, height));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), label);
  gtk_list_item_set_accessible_label (item, name);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, WijkPdfPageList *self)
{
  GtkWidget *sheet = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  adw_bin_set_child (ADW_BIN (sheet), NULL);
}

static void
selected_cb (WijkPdfPageList *self)
{
  const guint page = gtk_single_selection_get_selected (self->selection);

  if (!self->is_following && page != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[CHOSEN], 0, page);
}

static void
activated_cb (WijkPdfPageList *self, guint page)
{
  g_signal_emit (self, signals[CHOSEN], 0, page);
}

static void
wijk_pdf_page_list_dispose (GObject *object)
{
  WijkPdfPageList *self = WIJK_PDF_PAGE_LIST (object);

  self->is_following = TRUE;
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->pdf);

  G_OBJECT_CLASS (wijk_pdf_page_list_parent_class)->dispose (object);
}

static void
wijk_pdf_page_list_class_init (WijkPdfPageListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wijk_pdf_page_list_dispose;

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
wijk_pdf_page_list_init (WijkPdfPageList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);

  self->list = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("List of pages"), -1);
  g_signal_connect_object (
      self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/* The list needs a model of as many rows; what they show comes from the PDF. */
static GListModel *
new_model (guint n_pages)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_pages; i++)
    gtk_string_list_append (model, "");

  return G_LIST_MODEL (model);
}

void
wijk_pdf_page_list_set_pdf (WijkPdfPageList *self, WijkPdf *pdf)
{
  g_return_if_fail (WIJK_IS_PDF_PAGE_LIST (self));

  self->is_following = TRUE;
  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_set_object (&self->pdf, pdf);
  if (pdf != NULL)
    {
      self->selection = gtk_single_selection_new (new_model (wijk_pdf_get_n_pages (pdf)));
      g_signal_connect_object (
          self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
      gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
    }
  self->is_following = FALSE;
}

void
wijk_pdf_page_list_set_page (WijkPdfPageList *self, guint page)
{
  g_return_if_fail (WIJK_IS_PDF_PAGE_LIST (self));

  if (self->selection == NULL || gtk_single_selection_get_selected (self->selection) == page)
    return;

  self->is_following = TRUE;
  gtk_list_view_scroll_to (self->list, page, GTK_LIST_SCROLL_SELECT, NULL);
  self->is_following = FALSE;
}
