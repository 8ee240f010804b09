/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-view-private.h"
#include "wijk-pdf-view-text.h"

/* Words on their way to the clipboard. */
typedef struct
{
  GdkClipboard *clipboard;
  WijkPdfCaret from;
  WijkPdfCaret to;
  guint page; /* being read */
  GString *words;
  GCancellable *cancellable;
} Copying;

static void
copying_free (Copying *copying)
{
  g_object_unref (copying->clipboard);
  g_object_unref (copying->cancellable);
  g_string_free (copying->words, TRUE);
  g_free (copying);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copying, copying_free)

static int
compare_carets (const WijkPdfCaret *a, const WijkPdfCaret *b)
{
  if (a->page != b->page)
    return a->page < b->page ? -1 : 1;

  return (a->position > b->position) - (a->position < b->position);
}

static void
get_range (WijkPdfView *self, WijkPdfCaret *from, WijkPdfCaret *to)
{
  const gboolean is_forward = compare_carets (&self->anchor, &self->caret) <= 0;

  *from = is_forward ? self->anchor : self->caret;
  *to = is_forward ? self->caret : self->anchor;
}

/* The part of @page's text between two positions. */
static void
get_part (guint page, const WijkPdfCaret *from, const WijkPdfCaret *to, guint *first, guint *last)
{
  *first = page == from->page ? from->position : 0;
  *last = page == to->page ? to->position : G_MAXUINT;
}

static void
mark_all (WijkPdfView *self)
{
  GHashTableIter iter;
  gpointer page;

  g_hash_table_iter_init (&iter, self->pages);
  while (g_hash_table_iter_next (&iter, NULL, &page))
    wijk_pdf_view_mark_selection (self, page);
}

gboolean
wijk_pdf_view_has_selection (WijkPdfView *self)
{
  return self->has_anchor && compare_carets (&self->anchor, &self->caret) != 0;
}

gboolean
wijk_pdf_view_find_caret (WijkPdfView *self, double x, double y, WijkPdfCaret *caret)
{
  WijkPdfViewPage *page;
  const WijkPdfText *text;
  WijkPdfPlace place =
      wijk_pdf_layout_to_place (self->layout,
                                x + wijk_pdf_view_get_value (self, GTK_ORIENTATION_HORIZONTAL),
                                y + wijk_pdf_view_get_value (self, GTK_ORIENTATION_VERTICAL));

  page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (place.page));
  text = page != NULL ? wijk_pdf_view_page_get_text (page) : NULL;
  if (text == NULL)
    return FALSE;

  caret->page = place.page;
  caret->position = wijk_pdf_text_find_position (text, place.x, place.y);
  return TRUE;
}

void
wijk_pdf_view_select (WijkPdfView *self, WijkPdfCaret anchor, WijkPdfCaret caret)
{
  const gboolean had_selection = wijk_pdf_view_has_selection (self);

  self->has_anchor = TRUE;
  self->anchor = anchor;
  self->caret = caret;
  mark_all (self);
  if (wijk_pdf_view_has_selection (self) != had_selection)
    g_object_notify (G_OBJECT (self), "has-selection");
}

void
wijk_pdf_view_select_word (WijkPdfView *self, WijkPdfCaret caret)
{
  WijkPdfViewPage *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (caret.page));
  const WijkPdfText *text = page != NULL ? wijk_pdf_view_page_get_text (page) : NULL;
  WijkPdfCaret from = caret, to = caret;

  if (text == NULL)
    return;

  wijk_pdf_text_find_word (text, caret.position, &from.position, &to.position);
  wijk_pdf_view_select (self, from, to);
}

void
wijk_pdf_view_select_none (WijkPdfView *self)
{
  const WijkPdfCaret none = { 0, 0 };

  wijk_pdf_view_select (self, none, none);
  self->has_anchor = FALSE;
}

void
wijk_pdf_view_mark_selection (WijkPdfView *self, WijkPdfViewPage *page)
{
  const guint number = wijk_pdf_view_page_get_page (page);
  const WijkPdfText *text = wijk_pdf_view_page_get_text (page);
  g_autoptr (GArray) rectangles = NULL;
  WijkPdfCaret from, to;
  guint first, last;

  if (wijk_pdf_view_mark_area (self, page))
    return;
  get_range (self, &from, &to);
  if (text == NULL || !wijk_pdf_view_has_selection (self) || number < from.page || number > to.page)
    {
      wijk_pdf_view_page_set_marks (page, WIJK_PDF_MARK_SELECTED, NULL, 0);
      return;
    }

  get_part (number, &from, &to, &first, &last);
  rectangles = wijk_pdf_text_dup_rectangles (text, first, last);
  wijk_pdf_view_page_set_marks (page,
                                WIJK_PDF_MARK_SELECTED,
                                (const WijkPdfRectangle *) (gconstpointer) rectangles->data,
                                rectangles->len);
}

/* ---- copying ---- */

static void
text_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WijkPdf *pdf = WIJK_PDF (source);
  g_autoptr (Copying) copying = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkPdfText) text = wijk_pdf_get_text_finish (pdf, result, &error);
  Copying *next = copying;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (text != NULL)
    {
      g_autofree char *words = NULL;
      guint first, last;

      get_part (copying->page, &copying->from, &copying->to, &first, &last);
      words = wijk_pdf_text_dup_range (text, first, last);
      g_string_append (copying->words, words);
      if (copying->page < copying->to.page)
        g_string_append_c (copying->words, '\n');
    }

  if (copying->page < copying->to.page)
    {
      copying->page++;
      g_steal_pointer (&copying);
      wijk_pdf_get_text_async (pdf, next->page, next->cancellable, text_cb, next);
      return;
    }
  if (copying->words->len > 0)
    gdk_clipboard_set_text (copying->clipboard, copying->words->str);
}

void
wijk_pdf_view_copy (WijkPdfView *self)
{
  Copying *copying;

  g_return_if_fail (WIJK_IS_PDF_VIEW (self));

  if (!wijk_pdf_view_has_selection (self))
    return;

  g_cancellable_cancel (self->copy_cancellable);
  g_set_object (&self->copy_cancellable, NULL);
  self->copy_cancellable = g_cancellable_new ();

  copying = g_new0 (Copying, 1);
  copying->clipboard = g_object_ref (gtk_widget_get_clipboard (GTK_WIDGET (self)));
  copying->cancellable = g_object_ref (self->copy_cancellable);
  copying->words = g_string_new (NULL);
  get_range (self, &copying->from, &copying->to);
  copying->page = copying->from.page;
  wijk_pdf_get_text_async (self->pdf, copying->page, copying->cancellable, text_cb, copying);
}
