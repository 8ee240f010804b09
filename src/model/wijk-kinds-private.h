/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

/* The type of the records of a kind. */
GType wijk_kind_get_gtype (WijkKind kind);

G_END_DECLS
