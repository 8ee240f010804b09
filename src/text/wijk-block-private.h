/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-block.h"

G_BEGIN_DECLS

/* Only for WijkBlocks, which fits a block to its place. */
void wijk_block_set_level (WijkBlock *self, guint level);

G_END_DECLS
