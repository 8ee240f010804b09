/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "wijk-json-scan.h"

G_BEGIN_DECLS

/* The whole of a JSON text as nodes, read by WijkJsonScan and nothing else, so that what is in the
 * nodes is what stands in the text: json-glib's own parser clamps numbers, cuts texts at U+0000 and
 * lets the last of two equal keys win. @max_size in bytes. */
JsonNode *
wijk_json_tree_read (GBytes *bytes, gsize max_size, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where a node stands in its tree, kept on the stack of who walks it: in an object by its key, in
 * an array by its index where @key is NULL. The root has no @up. */
typedef struct _WijkJsonPlace WijkJsonPlace;

struct _WijkJsonPlace
{
  const WijkJsonPlace *up;
  const char *key;
  guint index;
};

char *wijk_json_place_to_string (const WijkJsonPlace *place) G_GNUC_WARN_UNUSED_RESULT;

/* Sets `place: message`; returns FALSE. */
gboolean
wijk_json_refuse (const WijkJsonPlace *place, WijkJsonError code, const char *why, GError **error);

/* The member @key of @object: FALSE with an error if it is of another type. Where there is none,
 * @value stays as it is if @required is not set. Texts are lent. */
gboolean wijk_json_get_text (JsonObject *object,
                             const WijkJsonPlace *place,
                             const char *key,
                             gboolean required,
                             const char **value,
                             GError **error);
gboolean wijk_json_get_int (JsonObject *object,
                            const WijkJsonPlace *place,
                            const char *key,
                            gboolean required,
                            gint64 *value,
                            GError **error);

/* Refuses a form other than 0: newer ones by WIJK_JSON_ERROR_NEWER. */
gboolean wijk_json_check_format (JsonObject *object, const WijkJsonPlace *place, GError **error);

G_END_DECLS
