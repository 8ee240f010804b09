/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-pdf-error.h"

#include "wijk-pdf-error-private.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (WijkPdfError, wijk_pdf_error)

GError *
wijk_pdf_error_new_killed (const char *name)
{
  return g_error_new (WIJK_PDF_ERROR,
                      WIJK_PDF_ERROR_KILLED,
                      _ ("“%s” cannot be shown: reading it failed twice."),
                      name);
}

static GError *
new_too_large (const char *name, const WijkRequest *request)
{
  if (request->kind == WIJK_REQUEST_OPEN)
    return g_error_new (WIJK_PDF_ERROR,
                        WIJK_PDF_ERROR_TOO_LARGE,
                        _ ("“%s” is too large: a PDF may have %u MB and %u pages at most."),
                        name,
                        WIJK_MAX_FILE_SIZE / (1024 * 1024),
                        WIJK_MAX_PAGES);

  return g_error_new (WIJK_PDF_ERROR,
                      WIJK_PDF_ERROR_TOO_LARGE,
                      _ ("Page %u of “%s” holds too much to be shown."),
                      request->page + 1,
                      name);
}

GError *
wijk_pdf_error_new_for_status (WijkStatus status, const WijkRequest *request, const char *name)
{
  switch (status)
    {
    case WIJK_STATUS_NOT_PDF:
      return g_error_new (
          WIJK_PDF_ERROR, WIJK_PDF_ERROR_NOT_PDF, _ ("“%s” is not a PDF file."), name);
    case WIJK_STATUS_ENCRYPTED:
      return g_error_new (WIJK_PDF_ERROR,
                          WIJK_PDF_ERROR_ENCRYPTED,
                          _ ("“%s” asks for a password. Save it without one first."),
                          name);
    case WIJK_STATUS_TOO_LARGE:
      return new_too_large (name, request);
    case WIJK_STATUS_NO_PAGE:
      return g_error_new (WIJK_PDF_ERROR,
                          WIJK_PDF_ERROR_DAMAGED,
                          _ ("Page %u of “%s” is missing or damaged."),
                          request->page + 1,
                          name);
    case WIJK_STATUS_OK:
    case WIJK_STATUS_DAMAGED:
    case WIJK_STATUS_REFUSED:
    default:
      return g_error_new (WIJK_PDF_ERROR,
                          WIJK_PDF_ERROR_DAMAGED,
                          _ ("“%s” is damaged and cannot be opened."),
                          name);
    }
}
