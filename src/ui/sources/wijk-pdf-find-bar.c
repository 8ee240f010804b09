/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-find-bar.h"

#include <glib/gi18n.h>

struct _WijkPdfFindBar
{
  AdwBin parent_instance;

  WijkPdfSearch *search;
  guint n_pages;
  guint page;

  GtkSearchBar *bar;
  GtkEditable *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;
};

enum
{
  PROP_IS_OPEN = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WijkPdfFindBar, wijk_pdf_find_bar, ADW_TYPE_BIN)

static void
show_count (WijkPdfFindBar *self)
{
  const guint n = self->search != NULL ? wijk_pdf_search_get_n_matches (self->search) : 0;
  const gboolean is_searching = self->search != NULL && wijk_pdf_search_is_searching (self->search);
  g_autofree char *text = NULL;

  if (n > 0)
    /* Translators: which of the places that were found is shown */
    text = g_strdup_printf (_ ("%u of %u"), wijk_pdf_search_get_position (self->search), n);
  else if (*gtk_editable_get_text (self->entry) != '\0')
    text = g_strdup (is_searching ? _ ("Looking…") : _ ("Not found"));
  gtk_label_set_label (self->count, text != NULL ? text : "");
  gtk_widget_set_sensitive (self->previous, n > 0);
  gtk_widget_set_sensitive (self->next, n > 0);
}

static void
moved_cb (WijkPdfFindBar *self)
{
  show_count (self);
  if (gtk_search_bar_get_search_mode (self->bar))
    gtk_accessible_announce (GTK_ACCESSIBLE (self->bar),
                             gtk_label_get_label (self->count),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
}

static void
changed_cb (WijkPdfFindBar *self)
{
  if (self->search != NULL)
    wijk_pdf_search_start (
        self->search, gtk_editable_get_text (self->entry), self->page, self->n_pages);
}

static void
next_cb (WijkPdfFindBar *self)
{
  wijk_pdf_find_bar_go (self, 1);
}

static void
previous_cb (WijkPdfFindBar *self)
{
  wijk_pdf_find_bar_go (self, -1);
}

static void
mode_cb (WijkPdfFindBar *self)
{
  if (!gtk_search_bar_get_search_mode (self->bar) && self->search != NULL)
    wijk_pdf_search_start (self->search, "", 0, 0);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_OPEN]);
}

static void
wijk_pdf_find_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_IS_OPEN:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (WIJK_PDF_FIND_BAR (object)->bar));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_pdf_find_bar_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  WijkPdfFindBar *self = WIJK_PDF_FIND_BAR (object);

  switch (prop_id)
    {
    case PROP_IS_OPEN:
      if (g_value_get_boolean (value))
        wijk_pdf_find_bar_open (self);
      else
        gtk_search_bar_set_search_mode (self->bar, FALSE);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
wijk_pdf_find_bar_dispose (GObject *object)
{
  WijkPdfFindBar *self = WIJK_PDF_FIND_BAR (object);

  g_clear_object (&self->search);
  gtk_widget_dispose_template (GTK_WIDGET (self), WIJK_TYPE_PDF_FIND_BAR);

  G_OBJECT_CLASS (wijk_pdf_find_bar_parent_class)->dispose (object);
}

static void
wijk_pdf_find_bar_class_init (WijkPdfFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = wijk_pdf_find_bar_get_property;
  object_class->set_property = wijk_pdf_find_bar_set_property;
  object_class->dispose = wijk_pdf_find_bar_dispose;

  props[PROP_IS_OPEN] =
      g_param_spec_boolean ("is-open",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/leiden/Wijkplan/wijk-pdf-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WijkPdfFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, WijkPdfFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
}

static void
wijk_pdf_find_bar_init (WijkPdfFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, self->entry);
  show_count (self);
}

void
wijk_pdf_find_bar_set_search (WijkPdfFindBar *self, WijkPdfSearch *search, guint n_pages)
{
  g_return_if_fail (WIJK_IS_PDF_FIND_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
  g_set_object (&self->search, search);
  self->n_pages = n_pages;
  self->page = 0;
  if (search != NULL)
    {
      g_signal_connect_object (search, "changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (search, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
    }
  show_count (self);
}

void
wijk_pdf_find_bar_set_page (WijkPdfFindBar *self, guint page)
{
  g_return_if_fail (WIJK_IS_PDF_FIND_BAR (self));

  self->page = page;
}

void
wijk_pdf_find_bar_go (WijkPdfFindBar *self, int direction)
{
  g_return_if_fail (WIJK_IS_PDF_FIND_BAR (self));

  if (self->search != NULL)
    wijk_pdf_search_go (self->search, direction);
}

void
wijk_pdf_find_bar_open (WijkPdfFindBar *self)
{
  g_return_if_fail (WIJK_IS_PDF_FIND_BAR (self));

  if (self->search == NULL)
    {
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IS_OPEN]);
      return;
    }

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
