/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-stakeholder.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What may be done with a name, and for how long it is kept. */

/* @purpose: a word of wijk_consent_words. Only persons need consent. */
gboolean wijk_stakeholder_consents_to (WijkStakeholder *self, const char *purpose);

/* The retention term has passed on @today (an ISO date), and something is left to erase. */
gboolean wijk_stakeholder_is_expired (WijkStakeholder *self, const char *today);

/* Everything of a person was erased: that there was one stays. */
gboolean wijk_stakeholder_is_erased (WijkStakeholder *self);

/* Until when to keep a person by default: a year after the last session, or after @today if there
 * was none. An ISO date. */
char *wijk_state_dup_keep_until (WijkState *self, const char *today) G_GNUC_WARN_UNUSED_RESULT;

/* @text, a few names such as an owner, as everyone may read it: of a person who did not consent to
 * publication the role stands there instead of the name. */
char *wijk_state_dup_public_names (WijkState *self, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
