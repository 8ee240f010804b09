/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The table behind a picture (see wijk_picture_table_new()), for whoever would rather read it. */
AdwDialog *wijk_table_dialog_new (const char *title, GPtrArray *table);

G_END_DECLS
