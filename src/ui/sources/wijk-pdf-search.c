/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-search.h"

struct _WijkPdfSearch
{
  GObject parent_instance;

  WijkPdf *pdf;
  char *needle;
  GPtrArray *pages; /* of each page its matches, or NULL */
  GCancellable *cancellable;
  guint first;    /* page where it began */
  guint n_wanted; /* pages */
  guint n_asked;
  guint n_matches;
  gboolean is_searching;
  gboolean has_current;
  guint page; /* of the current one */
  guint match;
};

enum
{
  CHANGED,
  MOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WijkPdfSearch, wijk_pdf_search, G_TYPE_OBJECT)

static void search_page (WijkPdfSearch *self);

static guint
count_matches (WijkPdfSearch *self, guint page)
{
  GPtrArray *matches = g_ptr_array_index (self->pages, page);

  return matches != NULL ? matches->len : 0;
}

static void
move_to (WijkPdfSearch *self, guint page, guint match)
{
  self->has_current = TRUE;
  self->page = page;
  self->match = match;
  g_signal_emit (self, signals[MOVED], 0);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) matches = wijk_pdf_find_finish (WIJK_PDF (source), result, &error);
  WijkPdfSearch *self;
  guint page;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  self = user_data;
  page = (self->first + self->n_asked - 1) % self->pages->len;
  if (matches != NULL && matches->len > 0)
    {
      self->n_matches += matches->len;
      g_ptr_array_index (self->pages, page) = g_steal_pointer (&matches);
      if (!self->has_current)
        move_to (self, page, 0);
    }

  search_page (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_page (WijkPdfSearch *self)
{
  guint page = (self->first + self->n_asked) % self->pages->len;

  self->is_searching = self->n_asked < self->n_wanted && !wijk_pdf_is_killed (self->pdf);
  if (!self->is_searching)
    return;

  self->n_asked++;
  wijk_pdf_find_async (self->pdf, page, self->needle, self->cancellable, found_cb, self);
}

static void
forget (WijkPdfSearch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  for (guint i = 0; i < self->pages->len; i++)
    g_clear_pointer (&g_ptr_array_index (self->pages, i), g_ptr_array_unref);
  self->n_asked = 0;
  self->n_matches = 0;
  self->is_searching = FALSE;
  self->has_current = FALSE;
}

static void
wijk_pdf_search_dispose (GObject *object)
{
  g_cancellable_cancel (WIJK_PDF_SEARCH (object)->cancellable);

  G_OBJECT_CLASS (wijk_pdf_search_parent_class)->dispose (object);
}

static void
wijk_pdf_search_finalize (GObject *object)
{
  WijkPdfSearch *self = WIJK_PDF_SEARCH (object);

  forget (self);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->pages);
  g_free (self->needle);
  g_clear_object (&self->pdf);

  G_OBJECT_CLASS (wijk_pdf_search_parent_class)->finalize (object);
}

static void
wijk_pdf_search_class_init (WijkPdfSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = wijk_pdf_search_dispose;
  object_class->finalize = wijk_pdf_search_finalize;

  signals[CHANGED] = g_signal_new (
      "changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVED] = g_signal_new (
      "moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wijk_pdf_search_init (WijkPdfSearch *self)
{
  self->pages = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
}

WijkPdfSearch *
wijk_pdf_search_new (WijkPdf *pdf)
{
  WijkPdfSearch *self = g_object_new (WIJK_TYPE_PDF_SEARCH, NULL);

  self->pdf = g_object_ref (pdf);
  g_ptr_array_set_size (self->pages, (int) wijk_pdf_get_n_pages (pdf));

  return self;
}

void
wijk_pdf_search_start (WijkPdfSearch *self, const char *needle, guint page, guint n_pages)
{
  g_return_if_fail (WIJK_IS_PDF_SEARCH (self));

  forget (self);
  g_set_str (&self->needle, needle);
  self->first = page;
  self->n_wanted = MIN (n_pages, self->pages->len);
  if (*self->needle != '\0')
    search_page (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
wijk_pdf_search_go (WijkPdfSearch *self, int direction)
{
  guint page, n = self->pages->len;

  g_return_if_fail (WIJK_IS_PDF_SEARCH (self));

  if (!self->has_current)
    return;

  if (direction > 0 && self->match + 1 < count_matches (self, self->page))
    {
      move_to (self, self->page, self->match + 1);
      return;
    }
  if (direction < 0 && self->match > 0)
    {
      move_to (self, self->page, self->match - 1);
      return;
    }

  page = self->page;
  do
    page = direction > 0 ? (page + 1) % n : (page + n - 1) % n;
  while (count_matches (self, page) == 0);
  move_to (self, page, direction > 0 ? 0 : count_matches (self, page) - 1);
}

GPtrArray *
wijk_pdf_search_get_matches (WijkPdfSearch *self, guint page)
{
  g_return_val_if_fail (WIJK_IS_PDF_SEARCH (self), NULL);

  return g_ptr_array_index (self->pages, page);
}

const WijkPdfMatch *
wijk_pdf_search_get_current (WijkPdfSearch *self, guint *page)
{
  g_return_val_if_fail (WIJK_IS_PDF_SEARCH (self), NULL);

  if (!self->has_current)
    return NULL;

  *page = self->page;
  return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (self->pages, self->page), self->match);
}

guint
wijk_pdf_search_get_n_matches (WijkPdfSearch *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_SEARCH (self), 0);

  return self->n_matches;
}

guint
wijk_pdf_search_get_position (WijkPdfSearch *self)
{
  guint position;

  g_return_val_if_fail (WIJK_IS_PDF_SEARCH (self), 0);

  if (!self->has_current)
    return 0;

  position = self->match + 1;
  for (guint i = 0; i < self->page; i++)
    position += count_matches (self, i);

  return position;
}

gboolean
wijk_pdf_search_is_searching (WijkPdfSearch *self)
{
  g_return_val_if_fail (WIJK_IS_PDF_SEARCH (self), FALSE);

  return self->is_searching;
}
