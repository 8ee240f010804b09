/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What cairo cannot say about a tag. There is one entry for each tag begun, in that order, which
 * is the order of the finished structure tree. */
typedef struct
{
  const char *type;      /* "H1", "TD" ...: a constant */
  const char *scope;     /* of a TH: "Column" or "Row"; a constant */
  const char *numbering; /* of an L; a constant */
  char *alt;
  char *id;
  char *contents; /* of a Link: what its annotation says */
  double box[4];  /* left, bottom, right, top in points */
  gboolean has_box;
} WijkTag;

typedef struct
{
  GPtrArray *tags;
  guint n_links;
} WijkTagList;

WijkTagList *wijk_tag_list_new (void);
void wijk_tag_list_free (WijkTagList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkTagList, wijk_tag_list_free)

WijkTag *wijk_tag_list_add (WijkTagList *self, const char *type);

G_END_DECLS
