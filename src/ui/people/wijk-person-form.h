/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-stakeholder.h"

G_BEGIN_DECLS

/* All that is kept of a person or organisation: who, what they consented to, until when it is kept
 * and what they promised. */
#define WIJK_TYPE_PERSON_FORM (wijk_person_form_get_type ())
G_DECLARE_FINAL_TYPE (WijkPersonForm, wijk_person_form, WIJK, PERSON_FORM, AdwBin)

/* Called once. */
void wijk_person_form_set_document (WijkPersonForm *self, WijkDocument *document);

/* NULL: nobody. */
void wijk_person_form_set_person (WijkPersonForm *self, WijkStakeholder *person);

/* Puts the focus on the name. */
void wijk_person_form_focus (WijkPersonForm *self);

G_END_DECLS
