/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* What a column of a table with remarks holds. */
typedef enum
{
  WIJK_COLUMN_NONE, /* it is passed over */
  WIJK_COLUMN_TEXT,
  WIJK_COLUMN_SESSION,
  WIJK_COLUMN_CHANNEL,
  WIJK_COLUMN_DATE,
  WIJK_COLUMN_AREA,
  WIJK_COLUMN_THEMES,
  WIJK_COLUMN_ASPECTS,
  WIJK_COLUMN_COUNT,
  WIJK_COLUMN_AGREE,
  WIJK_COLUMN_DISAGREE,
  WIJK_COLUMN_ROLE,
  WIJK_COLUMN_TABLE,
  WIJK_COLUMN_PARTNERS,
  WIJK_COLUMN_OUTCOME,
  WIJK_COLUMN_REASON,
  WIJK_COLUMN_ORGANISATION,
  WIJK_COLUMN_NAME,
  WIJK_COLUMN_FUNCTION,
  WIJK_COLUMN_CONTACT,
  WIJK_COLUMN_CONSENTS,
  WIJK_COLUMN_CONSENT_CONTACT,
  WIJK_COLUMN_CONSENT_REPORT,
  WIJK_COLUMN_CONSENT_PUBLICATION,
  WIJK_COLUMN_KEEP_UNTIL,
  WIJK_COLUMN_ROW, /* of a form that went out: which row of which form it is */
  WIJK_N_COLUMNS,
} WijkColumn;

/* How its cells are read. */
typedef enum
{
  WIJK_COLUMN_PLAIN,
  WIJK_COLUMN_WORD,  /* one of the words of a choice */
  WIJK_COLUMN_WORDS, /* several words of a set */
  WIJK_COLUMN_DAY,
  WIJK_COLUMN_BUURT, /* a CBS code, or what people call the area */
  WIJK_COLUMN_NAMES, /* several names */
  WIJK_COLUMN_YES,   /* whether, and perhaps for what */
} WijkColumnForm;

typedef struct
{
  const char *word; /* a name that does not change, to keep a choice by */
  WijkColumnForm form;
  WijkKind kind;        /* of the record */
  const char *key;      /* of the field */
  const char *consent;  /* WIJK_COLUMN_YES: what yes is said to */
  gboolean is_personal; /* not read where nobody said yes */
  gboolean is_repeated; /* several columns may hold it */
  const char *headings; /* folded, between bars */
} WijkColumnInfo;

const WijkColumnInfo *wijk_column_get_info (WijkColumn column);

/* The column that a heading in Dutch or English names; WIJK_COLUMN_NONE for any other. */
WijkColumn wijk_column_find (const char *heading);

/* The column of that word; WIJK_COLUMN_NONE if there is none. */
WijkColumn wijk_column_from_word (const char *word);

/* What the columns of @grid hold, as many as there are. By the headings alone; with @guess also by
 * a word in a heading, and, if no column has the words of remarks, the one with the longest texts.
 */
WijkColumn *wijk_column_propose (const WijkGrid *grid, gboolean guess) G_GNUC_WARN_UNUSED_RESULT;

/* Lower case without accents, with hyphens for spaces: "Thema's " is "themas". */
char *wijk_column_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
