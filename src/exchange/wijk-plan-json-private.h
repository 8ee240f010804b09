/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-json-tree.h"
#include "wijk-plan-json.h"

G_BEGIN_DECLS

/* Fills @header, which is empty, from the outermost object of plan.json. */
gboolean wijk_plan_json_read_header (WijkPlanJsonHeader *header,
                                     const WijkJsonPlace *root,
                                     JsonObject *object,
                                     GError **error);

G_END_DECLS
