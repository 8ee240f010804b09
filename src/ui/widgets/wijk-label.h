/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-field.h"
#include "wijk-section.h"

G_BEGIN_DECLS

/* The choices of fields in the user's words, and the icon that goes with some of them. Strings are
 * constants. "Not set" has a label too. */
const char *wijk_label_for_plan_kind (WijkPlanKind kind);
const char *wijk_label_for_section_status (WijkSectionStatus status);
const char *wijk_label_for_outcome (WijkOutcome outcome);
const char *wijk_label_for_channel (WijkChannel channel);
const char *wijk_label_for_work_status (WijkWorkStatus status);
const char *wijk_label_for_version_status (WijkVersionStatus status);
const char *wijk_label_for_aspect (WijkAspect aspect);

const char *wijk_icon_for_section_status (WijkSectionStatus status);
const char *wijk_icon_for_outcome (WijkOutcome outcome);
const char *wijk_icon_for_work_status (WijkWorkStatus status);

/* Likewise for any choice of a field, and for a word of a set that has words ("sociaal"). An
 * unknown word is its own label. */
const char *wijk_label_for_choice (const WijkField *field, int choice);
const char *wijk_label_for_word (const char *const *words, const char *word);

/* Labels of all choices of a field in their order, the first "not set"; NULL-terminated. */
char **wijk_label_dup_choices (const WijkField *field) G_GNUC_WARN_UNUSED_RESULT;

/* The name of an area of Leiden by its code; the code itself if it is none. */
const char *wijk_label_for_area (const char *code);

G_END_DECLS
