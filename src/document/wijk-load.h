/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-state.h"
#include "wijk-store.h"

G_BEGIN_DECLS

/* A plan as it stands, read from its store; the caller owns it. */
WijkState *wijk_load_state (WijkStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The heads of some records, as values that may go to another thread. */
typedef struct _WijkHeadBatch WijkHeadBatch;

WijkHeadBatch *wijk_head_batch_read (WijkStore *store,
                                     const char *const *records,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void wijk_head_batch_free (WijkHeadBatch *self);

/* Brings @state up to what was read. */
void wijk_head_batch_apply (WijkHeadBatch *self, WijkState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkHeadBatch, wijk_head_batch_free)

G_END_DECLS
