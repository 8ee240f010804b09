/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-bars.h"
#include "wijk-map.h"

G_BEGIN_DECLS

/* A picture as high as it is at its width: bars, or a map. */
#define WIJK_TYPE_REACH_PICTURE_VIEW (wijk_reach_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (
    WijkReachPictureView, wijk_reach_picture_view, WIJK, REACH_PICTURE_VIEW, GtkWidget)

/* One of them; taken over, NULL: none. @text says what it shows, for who does not see it. */
void wijk_reach_picture_view_take (WijkReachPictureView *self,
                                   WijkBars *bars,
                                   WijkMap *map,
                                   const char *text);

G_END_DECLS
