/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON into a string: two spaces a level, one member a line, short lists of texts on one
 * line. The same calls give the same bytes everywhere. */
typedef struct
{
  GString *out; /* the caller's */
  guint depth;
  gboolean has_items; /* of the innermost object or array */
} WijkJsonWriter;

/* @key is NULL inside an array and for the outermost value. */
void wijk_json_writer_begin (WijkJsonWriter *self, const char *key, char bracket);
void wijk_json_writer_end (WijkJsonWriter *self, char bracket);
void wijk_json_writer_add_text (WijkJsonWriter *self, const char *key, const char *value);
void wijk_json_writer_add_int (WijkJsonWriter *self, const char *key, gint64 value);
void wijk_json_writer_add_bool (WijkJsonWriter *self, const char *key, gboolean value);
void wijk_json_writer_add_texts (WijkJsonWriter *self, const char *key, GPtrArray *values);

/* @text with quotes and escapes. What is not UTF-8 becomes U+FFFD. */
void wijk_json_append_text (GString *out, const char *text);

G_END_DECLS
