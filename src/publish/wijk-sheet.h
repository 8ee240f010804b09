/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-tag-list.h"
#include "wijk-typeface.h"
#include "wijk-words.h"

#include "wijk-picture.h"

G_BEGIN_DECLS

/* A4 in points, and the columns of the page: headings' numbers, tables and pictures begin at the
 * outer edge, text further in. */
#define WIJK_PAGE_WIDTH 595.276
#define WIJK_PAGE_HEIGHT 841.89
#define WIJK_PAGE_LEFT 56.0
#define WIJK_PAGE_TEXT 112.0
#define WIJK_PAGE_RIGHT 539.0
#define WIJK_PAGE_TOP 74.0
#define WIJK_PAGE_BOTTOM 768.0

typedef enum
{
  WIJK_FACE_BODY,
  WIJK_FACE_LEAD,
  WIJK_FACE_QUOTE,
  WIJK_FACE_CODE,
  WIJK_FACE_H1,
  WIJK_FACE_H2,
  WIJK_FACE_H3,
  WIJK_FACE_H4,
  WIJK_FACE_H5,
  WIJK_FACE_CAPTION,
  WIJK_FACE_CELL,
  WIJK_FACE_CELL_STRONG,
  WIJK_FACE_HEAD,
  WIJK_FACE_SMALL,
  WIJK_FACE_STAMP,
  WIJK_FACE_COVER,
  WIJK_FACE_COVER_KIND,
  WIJK_FACE_POSTER,
  WIJK_FACE_POSTER_QUOTE,
  WIJK_FACE_POSTER_STRONG,
  WIJK_FACE_POSTER_SMALL,
  WIJK_N_FACES,
} WijkFace;

/* A heading as the contents and the bookmarks need it. */
typedef struct
{
  char *number; /* "2.1" or "" */
  char *title;
  int level; /* 1 to 6 */
  int page;
  gboolean is_listed; /* stands in the contents */
  char *target;       /* id of the record it heads, or NULL */
} WijkHeading;

/* The pages of a publication as they are filled from top to bottom. A trial draws nothing: it only
 * finds out what comes on which page. */
typedef struct
{
  cairo_t *cr;              /* NULL in a trial */
  cairo_surface_t *surface; /* likewise */
  WijkTypeface *typeface;
  const WijkWords *words;
  const WijkPalette *palette;
  WijkTagList *tags;
  GArray *begun; /* how many texts had been shown when each open tag began */
  guint n_shown;
  GCancellable *cancellable;
  PangoFontDescription *fonts[WIJK_N_FACES];

  int page;
  int n_pages; /* of the whole publication; 0 in a trial */
  double y;
  double left, right; /* of running text; lists and quotes go further in */
  double quote_y;     /* where the bar of a quote ended last */
  guint n_quotes;     /* how many quotes stand round the text now */
  char *footer;
  char *stamp;      /* on every page of a draft, or NULL */
  gboolean is_bare; /* no footers and numbers */

  GArray *headings;    /* of WijkHeading */
  int level;           /* of the heading that was put last */
  GQueue pending;      /* headings and sections that wait for what follows them */
  guint n_notes;       /* footnotes so far, for their ids */
  GHashTable *targets; /* ids of records that links may lead to: found in the trial */
  char *target;        /* the record whose heading or row comes next, or NULL */
} WijkSheet;

WijkSheet *wijk_sheet_new (WijkTypeface *typeface,
                           const WijkWords *words,
                           cairo_surface_t *surface,
                           GCancellable *cancellable);
void wijk_sheet_free (WijkSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkSheet, wijk_sheet_free)

gboolean wijk_sheet_is_stopped (const WijkSheet *self);

/* Tags. In a trial `begin` gives an entry that is of no use. */
WijkTag *wijk_sheet_begin (WijkSheet *self, const char *type);
void wijk_sheet_end (WijkSheet *self, const char *type);
/* An L whose labels are "Decimal", "Disc" or, words of their own, "None". */
void wijk_sheet_begin_list (WijkSheet *self, const char *numbering);
/* A tag with attributes for cairo: a Link. */
WijkTag *wijk_sheet_begin_link (WijkSheet *self, const char *attributes, const char *contents);
void wijk_sheet_begin_artifact (WijkSheet *self);
void wijk_sheet_end_artifact (WijkSheet *self);
void wijk_sheet_set_box (WijkTag *tag, double left, double top, double right, double bottom);

/* Pages. `need` begins a new page where less than `height` is left, and puts the headings that
 * wait, so that none stands alone at the foot of a page. */
void wijk_sheet_start (WijkSheet *self);
void wijk_sheet_finish (WijkSheet *self);
void wijk_sheet_break (WijkSheet *self);
void wijk_sheet_need (WijkSheet *self, double height);
void wijk_sheet_space (WijkSheet *self, double height);
gboolean wijk_sheet_is_at_top (const WijkSheet *self);
double wijk_sheet_get_room (const WijkSheet *self);

/* Headings and sections wait for the next block. Levels count from 1; none is skipped. */
void wijk_sheet_begin_section (WijkSheet *self);
void wijk_sheet_end_section (WijkSheet *self);
void wijk_sheet_put_heading (
    WijkSheet *self, int level, const char *number, const char *title, gboolean is_listed);
void wijk_sheet_flush (WijkSheet *self);
/* Makes the next heading or row of a table the place of a record, for links into the document. */
void wijk_sheet_set_target (WijkSheet *self, const char *id);
/* Puts that place at a height on this page. */
void wijk_sheet_put_target (WijkSheet *self, const char *id, double y);
gboolean wijk_sheet_has_target (const WijkSheet *self, const char *id);
/* The name of a heading as a destination. */
char *wijk_sheet_name_heading (guint index);
void wijk_heading_clear (WijkHeading *heading);

/* Layouts; the text is cleaned first, and cut off where it is longer than a page. */
PangoLayout *
wijk_sheet_create_layout (WijkSheet *self, WijkFace style, const char *text, double width);
double wijk_sheet_measure (PangoLayout *layout, double *width);
void wijk_sheet_set_colour (WijkSheet *self, guint32 colour);
/* To be told where text is drawn in the current tag otherwise than by wijk_sheet_show; blanks do
 * not count. */
void wijk_sheet_count_shown (WijkSheet *self, const char *text, gsize length);
void wijk_sheet_show (WijkSheet *self, PangoLayout *layout, double x, double y, guint32 colour);
void
wijk_sheet_fill (WijkSheet *self, double x, double y, double width, double height, guint32 colour);
void
wijk_sheet_rule (WijkSheet *self, double x, double y, double width, double weight, guint32 colour);
char *wijk_sheet_number (double value);

G_END_DECLS
