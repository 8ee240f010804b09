/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Why a PDF cannot be shown. The message is a sentence for the user that names the file. */
typedef enum
{
  WIJK_PDF_ERROR_NOT_PDF,   /* another kind of file, or an empty one */
  WIJK_PDF_ERROR_ENCRYPTED, /* asks for a password */
  WIJK_PDF_ERROR_DAMAGED,   /* cannot be opened, or the page asked for is not there */
  WIJK_PDF_ERROR_KILLED,    /* the reader crashed, hung or answered nonsense twice */
  WIJK_PDF_ERROR_TOO_LARGE, /* the file, its number of pages, or what was asked of a page */
} WijkPdfError;

#define WIJK_PDF_ERROR (wijk_pdf_error_quark ())
GQuark wijk_pdf_error_quark (void);
