/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* All keys that do something, by where they do it. */
AdwDialog *wijk_shortcuts_dialog_new (void);

G_END_DECLS
