/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-application.h"

G_BEGIN_DECLS

/* The plans in the bin, for how many days still; each can be restored, or wiped now. */
#define WIJK_TYPE_BIN_DIALOG (wijk_bin_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WijkBinDialog, wijk_bin_dialog, WIJK, BIN_DIALOG, AdwDialog)

AdwDialog *wijk_bin_dialog_new (WijkApplication *application);

G_END_DECLS
