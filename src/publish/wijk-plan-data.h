/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wijk-words.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading plan.json for a publication: what is missing or of another type is as if it was not
 * there, because a publication shows what there is. */

/* Takes plan.json; fails with WIJK_PUBLISH_ERROR_PLAN. */
JsonNode *wijk_plan_data_parse (GBytes *bytes, GError **error);

/* A text without what cannot be printed, or NULL where it is missing or blank. */
char *wijk_plan_data_text (JsonObject *object, const char *key);
const char *wijk_plan_data_peek (JsonObject *object, const char *key);
gint64 wijk_plan_data_int (JsonObject *object, const char *key);
gboolean wijk_plan_data_bool (JsonObject *object, const char *key);
JsonObject *wijk_plan_data_object (JsonObject *object, const char *key);

/* Number of objects in an array, and one of them; members that are no objects are skipped. The
 * array of objects is to be freed with g_ptr_array_unref; its objects are lent. */
GPtrArray *wijk_plan_data_objects (JsonObject *object, const char *key);
GPtrArray *wijk_plan_data_texts (JsonObject *object, const char *key);
/* "a, b, c" */
char *wijk_plan_data_join (JsonObject *object, const char *key, const char *separator);

/* A value that is a number or a text, as the reader's language writes it; "–" for none. */
char *wijk_plan_data_amount (JsonObject *object, const char *key, const WijkWords *words);

/* The object with that id in an array of objects, or NULL. */
GHashTable *wijk_plan_data_index (GPtrArray *objects);

G_END_DECLS
