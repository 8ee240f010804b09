/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-served-text.h"

typedef struct
{
  PopplerDocument *document;
  guint32 n_pages;
  WijkPayloadWriter *out;
  guint32 n_items;
} Outline;

/* The page from 1, or 0: Poppler's page numbers count from 1. */
static guint32
page_of_dest (const Outline *outline, const PopplerDest *dest)
{
  PopplerDest *found = NULL;
  guint32 page = 0;

  if (dest != NULL && dest->type == POPPLER_DEST_NAMED && dest->named_dest != NULL)
    dest = found = poppler_document_find_dest (outline->document, dest->named_dest);
  if (dest != NULL && dest->page_num > 0 && (guint32) dest->page_num <= outline->n_pages)
    page = (guint32) dest->page_num;

  if (found != NULL)
    poppler_dest_free (found);
  return page;
}

static void
write_item (Outline *outline, const PopplerAction *action, guint32 depth)
{
  guint32 page = 0;

  if (action != NULL && action->type == POPPLER_ACTION_GOTO_DEST)
    page = page_of_dest (outline, action->goto_dest.dest);

  wijk_payload_write_text (outline->out, action != NULL ? action->any.title : "", WIJK_MAX_TITLE);
  wijk_payload_write_u32 (outline->out, depth);
  wijk_payload_write_u32 (outline->out, page);
  outline->n_items++;
}

/* A hostile outline may run in a ring: depth and number both have an end. */
static void
write_level (Outline *outline, PopplerIndexIter *iter, guint32 depth)
{
  do
    {
      g_autoptr (PopplerIndexIter) child = NULL;
      PopplerAction *action = poppler_index_iter_get_action (iter);

      write_item (outline, action, depth);
      if (action != NULL)
        poppler_action_free (action);

      if (depth + 1 < WIJK_MAX_OUTLINE_DEPTH && outline->n_items < WIJK_MAX_OUTLINE_ITEMS)
        child = poppler_index_iter_get_child (iter);
      if (child != NULL)
        write_level (outline, child, depth + 1);
    }
  while (outline->n_items < WIJK_MAX_OUTLINE_ITEMS && poppler_index_iter_next (iter));
}

WijkStatus
wijk_served_pdf_write_outline (PopplerDocument *document,
                               guint32 n_pages,
                               WijkPayloadWriter *out,
                               guint32 *n_items)
{
  g_autoptr (PopplerIndexIter) iter = poppler_index_iter_new (document);
  Outline outline = { document, n_pages, out, 0 };

  if (iter != NULL)
    write_level (&outline, iter, 0);

  *n_items = outline.n_items;
  return out->is_full ? WIJK_STATUS_TOO_LARGE : WIJK_STATUS_OK;
}
