/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-grid-remarks.h"
#include "wijk-table-import.h"

G_BEGIN_DECLS

/* Notes about more rows than this are not worth reading. */
#define WIJK_TABLE_MAX_NOTES 200

/* From rows of a table to edits of a plan. */
typedef struct
{
  WijkState *state;
  const WijkTable *table;
  WijkTableReport *report;
  const char *today;
  const char *keep_until; /* of people whose row does not say so */
  GPtrArray *edits;

  GHashTable *known;         /* what tells a remark from others -> how people call it */
  GHashTable *sessions;      /* folded title -> id */
  GHashTable *themes;        /* folded name -> id */
  GHashTable *organisations; /* folded name -> id */
  GHashTable *people;        /* folded name and contact -> id */
  GHashTable *bases;         /* `row field` of a form -> digest of what was taken in last */
  GHashTable *forms;         /* rows of forms in this table */
} WijkTableRows;

/* Learns what is in the plan. */
void wijk_table_rows_init (WijkTableRows *self,
                           WijkState *state,
                           const WijkTable *table,
                           const char *today,
                           WijkTableReport *report);
void wijk_table_rows_clear (WijkTableRows *self);

/* Adds the edits that a row asks for; sessions, themes and partners that it names are made if there
 * are none of that name. */
gboolean wijk_table_rows_add (WijkTableRows *self, const WijkGridRemark *row, GError **error);

/* ---- rows of forms ---- */

/* The id of the remark in this row of a form; NULL if it is no such row, or was there before. */
char *wijk_table_form_claim (WijkTableRows *self,
                             const WijkGridRemark *row) G_GNUC_WARN_UNUSED_RESULT;

/* Brings the remark up to what the row says now. */
void wijk_table_form_merge (WijkTableRows *self,
                            const WijkGridRemark *row,
                            WijkRecord *remark,
                            GPtrArray *values);

/* Keeps what the row said. */
void wijk_table_form_keep (WijkTableRows *self, const WijkGridRemark *row, GPtrArray *values);

void wijk_table_form_load (WijkTableRows *self, WijkStore *store, GPtrArray *rows);
gboolean wijk_table_form_save (WijkTableRows *self, WijkStore *store, GError **error);

void wijk_table_rows_note (WijkTableRows *self, char *sentence);

/* The value of @key among @values, lent; NULL if there is none. */
const char *wijk_table_rows_find (GPtrArray *values, const char *key);

G_END_DECLS
