/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Walks through XML from elsewhere. Names come without the prefix of their namespace; text comes in
 * pieces. A callback that sets an error ends the walk. */
typedef struct
{
  void (*start) (
      const char *name, const char **names, const char **values, gpointer data, GError **error);
  void (*end) (const char *name, gpointer data, GError **error);
  void (*text) (const char *text, gsize length, gpointer data);
} WijkXmlWalker;

/* Refused, as G_MARKUP_ERROR: what is not well formed, not UTF-8, too deep, or declares its own
 * entities. */
gboolean wijk_xml_walk (GBytes *bytes,
                        const WijkXmlWalker *walker,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error);

/* The attribute @name of an element, NULL where it has none. */
const char *wijk_xml_find (const char **names, const char **values, const char *name);

/* The same as a number, at most @most; @otherwise where there is none, or something else. */
guint wijk_xml_find_number (
    const char **names, const char **values, const char *name, guint most, guint otherwise);

G_END_DECLS
