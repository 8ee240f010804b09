/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-document.h"
#include "wijk-theme.h"

G_BEGIN_DECLS

/* What a field of a remark, or a link from or to it, can be chosen from. */
typedef enum
{
  WIJK_CHOICE_SESSION,
  WIJK_CHOICE_CHANNEL,
  WIJK_CHOICE_THEME,
  WIJK_CHOICE_ASPECT,
  WIJK_CHOICE_AREA,
  WIJK_CHOICE_OUTCOME,
  WIJK_CHOICE_PERSON, /* who said it: of the register */
  WIJK_CHOICE_ROLE,   /* as what they said it */
  WIJK_CHOICE_TARGET, /* priorities and chapters that it may be linked to */
} WijkRemarkChoiceKind;

typedef struct
{
  char *value;      /* a word, an id or a code */
  char *label;      /* for people */
  char *detail;     /* second line, or NULL */
  char *group;      /* heading under which it stands, or NULL */
  const char *icon; /* or NULL */
  WijkTheme *theme; /* lent; NULL for what is no theme */
  guint depth;
} WijkRemarkChoice;

/* The name of what is chosen ("Session"), and of none ("No session"). */
const char *wijk_remark_choice_kind_get_name (WijkRemarkChoiceKind kind);
const char *wijk_remark_choice_kind_get_none (WijkRemarkChoiceKind kind);

/* Whether something that is not there yet can be made while choosing. */
gboolean wijk_remark_choice_kind_can_grow (WijkRemarkChoiceKind kind);

/* All there is to choose from, in the order for people; WijkRemarkChoices, owned by the array. */
GPtrArray *wijk_remark_choices_new (WijkRemarkChoiceKind kind,
                                    WijkDocument *document) G_GNUC_WARN_UNUSED_RESULT;

/* What a value is called; NULL for one that is gone. */
char *wijk_remark_choice_dup_label (WijkRemarkChoiceKind kind,
                                    WijkDocument *document,
                                    const char *value) G_GNUC_WARN_UNUSED_RESULT;

/* Makes a session or theme of that name; returns its id. */
char *wijk_remark_choice_make (WijkRemarkChoiceKind kind,
                               WijkDocument *document,
                               const char *name,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
