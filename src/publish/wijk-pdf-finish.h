/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-tag-list.h"

G_BEGIN_DECLS

/* What a PDF says of itself. */
typedef struct
{
  const char *title;
  const char *author;
  const char *subject;
  const char *language; /* "nl-NL" */
  const char *created;  /* "2026-11-23T13:05:00Z" */
  const char *producer;
} WijkPdfAbout;

/* Adds to cairo's PDF what cairo cannot say: language, metadata, colour profile, tab order, the
 * words of links, and to each tag what stands in the list. Fails with WIJK_PUBLISH_ERROR_DRAW. */
GBytes *
wijk_pdf_finish (GBytes *drawn, const WijkTagList *tags, const WijkPdfAbout *about, GError **error);

/* The parts of it that do not need the PDF. */
char *wijk_pdf_create_xmp (const WijkPdfAbout *about);
GBytes *wijk_pdf_create_srgb (void);
/* "D:20261123130500Z" */
char *wijk_pdf_date (const char *iso);

G_END_DECLS
