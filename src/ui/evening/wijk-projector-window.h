/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-hall.h"

G_BEGIN_DECLS

/* The window for the projector: it fills the second screen if there is one. B makes it black and
 * shows it again, Escape and F11 close it. Nothing in it can be pressed. */
#define WIJK_TYPE_PROJECTOR_WINDOW (wijk_projector_window_get_type ())
G_DECLARE_FINAL_TYPE (WijkProjectorWindow, wijk_projector_window, WIJK, PROJECTOR_WINDOW, GtkWindow)

/* @beside: the facilitator's window, which stays where it is and keeps the focus. */
GtkWidget *wijk_projector_window_new (WijkHall *hall, GtkWindow *beside);

G_END_DECLS
