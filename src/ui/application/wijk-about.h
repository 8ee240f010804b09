/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the program is and whose work it shows. */
AdwDialog *wijk_about_dialog_new (void);

G_END_DECLS
