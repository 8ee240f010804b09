/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-remark.h"
#include "wijk-state.h"

G_BEGIN_DECLS

/* What is seen of a remark in the list: its number, its words, what was answered, where and when it
 * was said and its themes. */
#define WIJK_TYPE_REMARK_CONTENT (wijk_remark_content_get_type ())
G_DECLARE_FINAL_TYPE (WijkRemarkContent, wijk_remark_content, WIJK, REMARK_CONTENT, GtkWidget)

GtkWidget *wijk_remark_content_new (void);

/* Shows @remark as it is now. @is_owed: it is still to be answered. */
void wijk_remark_content_show (WijkRemarkContent *self,
                               WijkRemark *remark,
                               WijkState *state,
                               gboolean is_owed);

/* What was seen of the size of its parts, in pixels. */
typedef struct
{
  guint n;         /* contents that were measured; 0: the others are not known yet */
  double density;  /* signs a pixel in a line of words, on average */
  int line_height; /* of the words */
  int rest_height; /* of all but the words */
} WijkRemarkMeasures;

/* To be called once it has its place. */
void wijk_remark_content_add_measures (WijkRemarkContent *self, WijkRemarkMeasures *measures);

/* About how high a content with @remark will be at @width. */
int wijk_remark_content_guess_height (WijkRemark *remark,
                                      const WijkRemarkMeasures *measures,
                                      int width);

/* What it shows in one line, for a screen reader. */
char *wijk_remark_content_describe (WijkRemark *remark,
                                    WijkState *state,
                                    gboolean is_owed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
