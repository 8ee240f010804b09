/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-remark-choice.h"

G_BEGIN_DECLS

typedef enum
{
  WIJK_CHOOSE_ONE, /* or none */
  WIJK_CHOOSE_MANY,
  WIJK_CHOOSE_FILTER, /* many, "none" is one of them, and the button says of what they are */
} WijkChooseMode;

/* A small button with what is chosen, and a list with a search entry to choose from. What is
 * chosen is what the last wijk_remark_chooser_set_values() said: whoever listens to "toggled"
 * (string value, boolean chosen) writes it down and says so. Signals "opening": what is chosen may
 * be said now; "closed". */
#define WIJK_TYPE_REMARK_CHOOSER (wijk_remark_chooser_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkChooser, wijk_remark_chooser, WIJK, REMARK_CHOOSER, GtkWidget)

GtkWidget *
wijk_remark_chooser_new (WijkDocument *document, WijkRemarkChoiceKind kind, WijkChooseMode mode);

WijkRemarkChoiceKind wijk_remark_chooser_get_kind (WijkRemarkChooser *self);

/* NULL-terminated, copied; NULL: none. */
void wijk_remark_chooser_set_values (WijkRemarkChooser *self, const char *const *values);

/* Lent; NULL-terminated. */
const char *const *wijk_remark_chooser_get_values (WijkRemarkChooser *self);

/* The values with @value put in or taken out; of one that chooses one: just this or none. */
GStrv wijk_remark_chooser_dup_toggled (WijkRemarkChooser *self,
                                       const char *value,
                                       gboolean chosen) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @text instead of what is chosen, with an icon: a button that adds something. */
void wijk_remark_chooser_set_fixed_text (WijkRemarkChooser *self,
                                         const char *text,
                                         const char *icon_name);

/* What is chosen for several records: what all have, and what only some of them have. Enter chooses
 * and closes then. */
void wijk_remark_chooser_set_for_many (WijkRemarkChooser *self,
                                       const char *const *all,
                                       const char *const *some);

void wijk_remark_chooser_open (WijkRemarkChooser *self);

G_END_DECLS
