/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What is typed between the words of a remark to say more about it: `#theme`, `@partner`,
 * `!aspect`, `^table` (`^3` is "tafel 3") and `+3` for three people. The sign stands at the start
 * or behind a space. Case, accents, hyphens and low lines make no difference in a name. */
typedef enum
{
  WIJK_CHIP_THEME,
  WIJK_CHIP_PARTNER, /* an organisation; persons are never offered */
  WIJK_CHIP_ASPECT,
  WIJK_CHIP_TABLE,
  WIJK_CHIP_COUNT,
} WijkChipKind;

typedef struct
{
  WijkChipKind kind;
  char *value; /* an id, a word, a table's name or a number; "" for a theme that is to be made */
  char *label; /* what it is called; of an aspect its word */
} WijkChip;

WijkChip *
wijk_chip_new (WijkChipKind kind, const char *value, const char *label) G_GNUC_WARN_UNUSED_RESULT;
void wijk_chip_free (WijkChip *self);

/* Cuts the first chip out of @line that is there beyond doubt: its name is known and no longer name
 * can still come of it. @whole: the line ends here, nothing more will be typed. @caret is a place
 * in @line, in bytes, and moves along. NULL: there is none, or only unknown names, which stay. */
WijkChip *wijk_chip_take (WijkState *state, GString *line, gsize *caret, gboolean whole)
    G_GNUC_WARN_UNUSED_RESULT;

/* What the name that ends at @caret may become, best first, at most six; @start is set to where its
 * sign stands. An unknown theme comes last, to be made. NULL: no name is typed there. */
GPtrArray *wijk_chip_complete (WijkState *state, const char *line, gsize caret, gsize *start)
    G_GNUC_WARN_UNUSED_RESULT;

/* Cuts out what lies between @start and @end with the space that would be left over. */
void wijk_chip_cut (GString *line, gsize start, gsize end, gsize *caret);

/* Adds what @self says of a remark to @values (WijkEdits); a theme must have been made. */
void wijk_chip_add_values (const WijkChip *self, GPtrArray *values);

/* As it is typed: `#openbare_ruimte`. */
char *wijk_chip_dup_typed (const WijkChip *self) G_GNUC_WARN_UNUSED_RESULT;

/* What @remark says that could have been typed so; WijkChips, owned by the array. */
GPtrArray *wijk_chips_of_remark (WijkState *state, WijkRemark *remark) G_GNUC_WARN_UNUSED_RESULT;

/* Adds what makes @remark say @chips instead of what it says now to @edits. */
void
wijk_chips_add_edits (GPtrArray *chips, WijkState *state, WijkRemark *remark, GPtrArray *edits);

/* Puts @chip, which is taken over, among @chips: one that says the same only once, of tables and
 * numbers the last. Returns whether anything differs. */
gboolean wijk_chips_put (GPtrArray *chips, WijkChip *chip);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkChip, wijk_chip_free)

G_END_DECLS
