/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Errors of everything in this layer that reads JSON. Messages begin with the place of the fault:
 * `$.priorities[3].first-year: …`. */
#define WIJK_JSON_ERROR (wijk_json_error_quark ())
GQuark wijk_json_error_quark (void);

typedef enum
{
  WIJK_JSON_ERROR_SYNTAX,    /* not JSON, or JSON that two readers would understand differently */
  WIJK_JSON_ERROR_TOO_LARGE, /* more bytes, values or levels than are taken in */
  WIJK_JSON_ERROR_NEWER,     /* of a newer form than this program knows */
  WIJK_JSON_ERROR_VALUE,     /* JSON, but not what should stand there */
} WijkJsonError;

/* Objects and arrays in each other, and members of one object. */
#define WIJK_JSON_MAX_DEPTH 32
#define WIJK_JSON_MAX_MEMBERS 200

typedef enum
{
  WIJK_JSON_ERRED,
  WIJK_JSON_END, /* of the text */
  WIJK_JSON_OBJECT,
  WIJK_JSON_OBJECT_END,
  WIJK_JSON_ARRAY,
  WIJK_JSON_ARRAY_END,
  WIJK_JSON_KEY,
  WIJK_JSON_STRING,
  WIJK_JSON_INT,
  WIJK_JSON_REAL,
  WIJK_JSON_TRUE,
  WIJK_JSON_FALSE,
  WIJK_JSON_NULL,
} WijkJsonToken;

/* One JSON text, read token by token in linear time and without recursion. Stricter than the
 * standard: valid UTF-8, no U+0000, no half surrogates, whole numbers within 64 bits, others
 * finite, at most WIJK_JSON_MAX_DEPTH levels, nothing behind the end. Whether an object has a key
 * twice is for the caller to ask, who keeps the keys. */
typedef struct _WijkJsonScan WijkJsonScan;

/* @text is lent until the scan is freed; it need not end in a zero. A byte order mark is skipped.
 * @max_values: how many keys and values at most. */
WijkJsonScan *
wijk_json_scan_new (const char *text, gsize length, guint max_values) G_GNUC_WARN_UNUSED_RESULT;
void wijk_json_scan_free (WijkJsonScan *self);

/* Begins with another text, whose first line has this number. */
void wijk_json_scan_reset (WijkJsonScan *self, const char *text, gsize length, guint line);

/* WIJK_JSON_ERRED with @error set at the first fault, and ever after without. */
WijkJsonToken wijk_json_scan_next (WijkJsonScan *self, GError **error);

/* The text of the last key or string, without escapes; of a real number as it was written. Lent
 * until the next call. */
const char *wijk_json_scan_get_text (WijkJsonScan *self);
gint64 wijk_json_scan_get_int (WijkJsonScan *self);

/* Refuses the last token: `$.change.at (line 3): why`; returns FALSE. */
gboolean wijk_json_scan_refuse (WijkJsonScan *self, const char *why, GError **error);

/* Where the last token stands: `$.priorities[3].first-year`. */
char *wijk_json_scan_dup_place (WijkJsonScan *self) G_GNUC_WARN_UNUSED_RESULT;

/* `.key`, of which people see the beginning and no control characters. */
void wijk_json_append_key (GString *place, const char *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkJsonScan, wijk_json_scan_free)

G_END_DECLS
