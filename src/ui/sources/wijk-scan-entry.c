/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-scan-entry.h"

#include <glib/gi18n.h>

#include "wijk-remark-line.h"
#include "wijk-scan-place.h"

struct _WijkScanEntry
{
  GtkWidget parent_instance;

  WijkSource *source;
  WijkPdfViewer *viewer; /* lent: it stands beside this */
  GtkWidget *box;
  GtkLabel *hint;
  WijkRemarkLine *line;
};

G_DEFINE_FINAL_TYPE (WijkScanEntry, wijk_scan_entry, GTK_TYPE_WIDGET)

static gboolean
has_value (GPtrArray *values, const char *key)
{
  for (guint i = 0; i < values->len; i++)
    if (g_str_equal (((WijkEdit *) values->pdata[i])->field, key))
      return TRUE;

  return FALSE;
}

/* Where it stands on the sheet; and paper, unless something else was chosen. */
static void
adding_cb (WijkScanEntry *self, GPtrArray *values)
{
  WijkPdfRectangle area;
  guint page;
  gboolean has_area =
      wijk_pdf_view_get_area (wijk_pdf_viewer_get_view (self->viewer), &page, &area);
  g_autofree char *number = g_strdup_printf ("%u", page);

  wijk_edits_add (values, "", "scan", wijk_record_get_id (WIJK_RECORD (self->source)));
  wijk_edits_add (values, "", "scan-page", number);
  if (has_area)
    {
      g_autofree char *place = wijk_scan_place_format (&area);

      wijk_edits_add (values, "", "scan-rectangle", place);
    }
  if (!has_value (values, "channel"))
    wijk_edits_add (values, "", "channel", "papier");
}

static void
added_cb (WijkScanEntry *self)
{
  WijkPdfView *view = wijk_pdf_viewer_get_view (self->viewer);
  WijkPdfRectangle area;
  guint page;
  g_autofree char *text = NULL;

  if (wijk_pdf_view_get_area (view, &page, &area))
    text = g_strdup_printf (_ ("Added, with its place on page %u"), page + 1);
  else
    text = g_strdup_printf (_ ("Added, from page %u"), page + 1);
  gtk_label_set_label (self->hint, text);
  wijk_pdf_view_set_picks_area (view, TRUE); /* the next one stands elsewhere */
}

static void
wijk_scan_entry_map (GtkWidget *widget)
{
  WijkScanEntry *self = WIJK_SCAN_ENTRY (widget);

  GTK_WIDGET_CLASS (wijk_scan_entry_parent_class)->map (widget);
  wijk_pdf_view_set_picks_area (wijk_pdf_viewer_get_view (self->viewer), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->line));
}

static void
wijk_scan_entry_unmap (GtkWidget *widget)
{
  WijkScanEntry *self = WIJK_SCAN_ENTRY (widget);

  wijk_pdf_view_set_picks_area (wijk_pdf_viewer_get_view (self->viewer), FALSE);
  GTK_WIDGET_CLASS (wijk_scan_entry_parent_class)->unmap (widget);
}

static void
wijk_scan_entry_dispose (GObject *object)
{
  WijkScanEntry *self = WIJK_SCAN_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (wijk_scan_entry_parent_class)->dispose (object);
}

static void
wijk_scan_entry_class_init (WijkScanEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = wijk_scan_entry_dispose;
  widget_class->map = wijk_scan_entry_map;
  widget_class->unmap = wijk_scan_entry_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
wijk_scan_entry_init (WijkScanEntry *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->hint = GTK_LABEL (gtk_label_new (
      _ ("Drag over the sheet to point at what you type over. Without that, only the "
         "page is kept.")));
  self->line = g_object_new (WIJK_TYPE_REMARK_LINE, "compact", TRUE, NULL);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_xalign (self->hint, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dimmed");
  gtk_widget_set_margin_top (self->box, 9);
  gtk_widget_set_margin_bottom (self->box, 12);
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 12);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->line));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (self->line, "adding", G_CALLBACK (adding_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->line, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
wijk_scan_entry_new (WijkDocument *document, WijkSource *source, WijkPdfViewer *viewer)
{
  WijkScanEntry *self = g_object_new (WIJK_TYPE_SCAN_ENTRY, NULL);

  self->source = g_object_ref (source);
  self->viewer = viewer;
  wijk_remark_line_set_document (self->line, document);

  return GTK_WIDGET (self);
}
