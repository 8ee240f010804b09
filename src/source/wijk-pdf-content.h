/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page holds besides its pixels. Every place is in points from the top left corner of the
 * page as it is shown (turned and cropped). All of it was checked: texts are valid UTF-8, numbers
 * are finite, page indexes exist.
 */

#pragma once

#include <glib.h>

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} WijkPdfRectangle;

/* A page's text in reading order. */
typedef struct
{
  char *text;                   /* paragraphs end in '\n' */
  guint n_characters;           /* of @text; not its bytes */
  WijkPdfRectangle *rectangles; /* one a character; empty where a character has no place */
} WijkPdfText;

void wijk_pdf_text_free (WijkPdfText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkPdfText, wijk_pdf_text_free)

/* A place where the text looked for stands: one rectangle a line it runs over. */
typedef struct
{
  guint n_rectangles; /* at least 1 */
  WijkPdfRectangle *rectangles;
} WijkPdfMatch;

/* An entry of the file's own contents list. */
typedef struct
{
  char *title;
  guint depth; /* 0 is the top; never more than one below the entry before */
  int page;    /* index, or -1 where it leads nowhere in this file */
} WijkPdfOutlineItem;

/* A link to the web or to a mail address; links that start programs or scripts are left out. Show
 * the address before following it. */
typedef struct
{
  WijkPdfRectangle area;
  char *uri; /* http:, https: or mailto: */
} WijkPdfLink;

typedef enum
{
  WIJK_PDF_ANNOTATION_NOTE,
  WIJK_PDF_ANNOTATION_MARK, /* highlighted, underlined, struck out */
  WIJK_PDF_ANNOTATION_OTHER,
} WijkPdfAnnotationKind;

/* A remark that somebody put on a page. */
typedef struct
{
  WijkPdfAnnotationKind kind;
  char *contents; /* what was written; "" if nothing */
  char *quote;    /* the words marked; "" unless a mark */
  guint n_rectangles;
  WijkPdfRectangle *rectangles;
} WijkPdfAnnotation;
