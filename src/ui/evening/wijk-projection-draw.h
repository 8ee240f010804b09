/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-projection.h"

G_BEGIN_DECLS

/* How a projection is drawn. All sizes follow from that of the canvas, so that a hall sees the same
 * on every projector and the facilitator the same in small. */
typedef struct
{
  float width, height; /* of the canvas */
  gboolean is_light;
  gboolean is_black;
  guint turn;         /* of the pages of a full wall; 0 is the newest */
  const char *digits; /* of the timer; NULL: none is set */
  double left;        /* of the timer's ring, 0 to 1 */
  GHashTable *ages;   /* id of a card -> how much of it shows, 0 to 100; NULL: all */
} WijkProjectionLook;

void wijk_projection_draw (const WijkProjection *self,
                           const WijkProjectionLook *look,
                           GtkSnapshot *snapshot,
                           PangoContext *context);

/* The same in words: for screen readers. */
char *wijk_projection_describe (const WijkProjection *self) G_GNUC_WARN_UNUSED_RESULT;

/* What a screen is called: "Question". */
const char *wijk_screen_get_name (WijkScreen screen);

G_END_DECLS
