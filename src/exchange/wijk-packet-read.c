/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A packet from its bytes. It comes from another laptop on a stick: nothing in it is believed. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-changes-json.h"
#include "wijk-id.h"
#include "wijk-packet.h"

#define FORMAT 0
#define MAX_HEADER 10000 /* bytes */
#define MAX_HEADER_VALUES 200
#define MAX_AUTHOR 2000
#define LAST_TIME G_GINT64_CONSTANT (4133980800000) /* 2101-01-01 UTC, in milliseconds */

static gboolean
refuse (WijkJsonError code, const char *why, GError **error)
{
  g_set_error_literal (error, WIJK_JSON_ERROR, code, why);

  return FALSE;
}

/* ---- the header ---- */

typedef struct
{
  char *kind, *plan, *session, *device, *author, *label;
  gint64 format, at, given, steps, changes;
} Header;

static void
header_clear (Header *header)
{
  g_free (header->kind);
  g_free (header->plan);
  g_free (header->session);
  g_free (header->device);
  g_free (header->author);
  g_free (header->label);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Header, header_clear)

static const struct
{
  const char *key;
  gsize offset;
  gboolean is_text;
} members[] = {
  { "format", offsetof (Header, format), FALSE },   { "kind", offsetof (Header, kind), TRUE },
  { "plan", offsetof (Header, plan), TRUE },        { "session", offsetof (Header, session), TRUE },
  { "device", offsetof (Header, device), TRUE },    { "author", offsetof (Header, author), TRUE },
  { "label", offsetof (Header, label), TRUE },      { "at", offsetof (Header, at), FALSE },
  { "given", offsetof (Header, given), FALSE },     { "steps", offsetof (Header, steps), FALSE },
  { "changes", offsetof (Header, changes), FALSE },
};

static gboolean
put_text (WijkJsonScan *scan, char **at, GError **error)
{
  if (*at != NULL)
    return wijk_json_scan_refuse (scan, _ ("This stands there twice."), error);
  *at = g_strdup (wijk_json_scan_get_text (scan));

  return TRUE;
}

static gboolean
put_number (WijkJsonScan *scan, gint64 *at, GError **error)
{
  if (*at != -1)
    return wijk_json_scan_refuse (scan, _ ("This stands there twice."), error);
  *at = wijk_json_scan_get_int (scan);

  return *at >= 0 || wijk_json_scan_refuse (scan, _ ("This is not possible."), error);
}

/* The value behind @key. What a newer program says besides is passed over. */
static gboolean
take_member (WijkJsonScan *scan, const char *key, Header *header, GError **error)
{
  WijkJsonToken token = wijk_json_scan_next (scan, error);

  if (token == WIJK_JSON_ERRED)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      gpointer at = (char *) header + members[i].offset;

      if (!g_str_equal (members[i].key, key))
        continue;
      if (token != (members[i].is_text ? WIJK_JSON_STRING : WIJK_JSON_INT))
        return wijk_json_scan_refuse (scan, _ ("This is of the wrong type."), error);
      return members[i].is_text ? put_text (scan, at, error) : put_number (scan, at, error);
    }

  return (token != WIJK_JSON_OBJECT && token != WIJK_JSON_ARRAY) ||
         wijk_json_scan_refuse (scan, _ ("This is not known."), error);
}

static gboolean
scan_header (WijkJsonScan *scan, Header *header, GError **error)
{
  WijkJsonToken token = wijk_json_scan_next (scan, error);

  if (token != WIJK_JSON_OBJECT)
    return token != WIJK_JSON_ERRED &&
           refuse (WIJK_JSON_ERROR_SYNTAX, _ ("This is not a packet."), error);
  while ((token = wijk_json_scan_next (scan, error)) == WIJK_JSON_KEY)
    {
      g_autofree char *key = g_strdup (wijk_json_scan_get_text (scan));

      if (!take_member (scan, key, header, error))
        return FALSE;
    }

  return token != WIJK_JSON_ERRED && wijk_json_scan_next (scan, error) == WIJK_JSON_END;
}

static gboolean
check_header (const Header *header, GError **error)
{
  if (header->format > FORMAT)
    return refuse (
        WIJK_JSON_ERROR_NEWER,
        _ ("The file was made by a newer version of the program; update the program to open it."),
        error);
  if (header->format != FORMAT || header->kind == NULL ||
      (!g_str_equal (header->kind, "uit") && !g_str_equal (header->kind, "terug")) ||
      header->plan == NULL || !wijk_id_has_kind (header->plan, "plan") || header->session == NULL ||
      !wijk_id_has_kind (header->session, "session") || header->device == NULL ||
      !wijk_is_hex (header->device, 8) ||
      (header->author != NULL && strlen (header->author) > MAX_AUTHOR) ||
      (header->label != NULL && strlen (header->label) > WIJK_PACKET_MAX_LABEL) ||
      header->at >= LAST_TIME || header->given >= LAST_TIME || header->steps < 0 ||
      header->changes < 0)
    return refuse (WIJK_JSON_ERROR_VALUE, _ ("The first line is not that of a packet."), error);
  if (header->changes > WIJK_PACKET_MAX_CHANGES || header->steps > WIJK_PACKET_MAX_CHANGES)
    return refuse (WIJK_JSON_ERROR_TOO_LARGE,
                   _ ("The packet holds more than the work of one session can be."),
                   error);

  return TRUE;
}

/* @length: of the first line. */
static WijkPacket *
read_header (GBytes *bytes, gsize *length, guint *n_steps, guint *n_changes, GError **error)
{
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *end = size > 0 ? memchr (text, '\n', size) : NULL;
  g_auto (Header) header = { .format = -1, .at = -1, .given = -1, .steps = -1, .changes = -1 };
  g_autoptr (WijkJsonScan) scan = NULL;
  WijkPacket *self;

  *length = end != NULL ? (gsize) (end - text) : size;
  if (*length > MAX_HEADER)
    {
      refuse (WIJK_JSON_ERROR_SYNTAX, _ ("This is not a packet."), error);
      return NULL;
    }
  scan = wijk_json_scan_new (text != NULL ? text : "", *length, MAX_HEADER_VALUES);
  if (!scan_header (scan, &header, error) || !check_header (&header, error))
    return NULL;
  self = wijk_packet_new (g_str_equal (header.kind, "uit") ? WIJK_PACKET_OUT : WIJK_PACKET_BACK,
                          header.plan,
                          header.session,
                          header.device,
                          header.author,
                          header.label);
  self->at = MAX (header.at, 0);
  self->given = MAX (header.given, 0);
  *n_steps = (guint) header.steps;
  *n_changes = (guint) header.changes;

  return self;
}

/* ---- lines ---- */

/* Stamps that came by, and those that were replaced: strings of the changes themselves, but for
 * the replaced ones. */
typedef struct
{
  GHashTable *seen;
  GHashTable *replaced;
} Stamps;

static void
stamps_clear (Stamps *stamps)
{
  g_hash_table_unref (stamps->seen);
  g_hash_table_unref (stamps->replaced);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stamps, stamps_clear)

static gboolean
note_stamps (Stamps *stamps, const WijkChange *change, GError **error)
{
  if (!g_hash_table_add (stamps->seen, change->stamp))
    return refuse (WIJK_JSON_ERROR_VALUE, _ ("A change stands in the packet twice."), error);
  if (g_hash_table_contains (stamps->replaced, change->stamp))
    return refuse (WIJK_JSON_ERROR_VALUE,
                   _ ("A change stands in the packet after the one that replaced it."),
                   error);
  if (*change->replaced != '\0')
    {
      g_auto (GStrv) replaced = g_strsplit (change->replaced, " ", -1);

      for (guint i = 0; replaced[i] != NULL; i++)
        g_hash_table_add (stamps->replaced, g_steal_pointer (&replaced[i]));
    }

  return TRUE;
}

static gboolean
count (const WijkPacket *self, guint n_steps, guint n_changes, gboolean is_end, GError **error)
{
  if (self->steps->len > n_steps || self->changes->len > n_changes)
    return refuse (
        WIJK_JSON_ERROR_TOO_LARGE, _ ("The packet holds more than its first line says."), error);
  if (is_end && (self->steps->len < n_steps || self->changes->len < n_changes))
    return refuse (WIJK_JSON_ERROR_SYNTAX,
                   _ ("The packet was cut off: part of it is missing. Copy it once more."),
                   error);

  return TRUE;
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(WijkChange *const *) a)->stamp, (*(WijkChange *const *) b)->stamp);
}

WijkPacket *
wijk_packet_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_auto (Stamps) stamps = {
    .seen = g_hash_table_new (g_str_hash, g_str_equal),
    .replaced = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  g_autoptr (WijkChangesReader) reader = NULL;
  g_autoptr (WijkPacket) self = NULL;
  WijkChangesItem item;
  WijkStep *step;
  WijkChange *change;
  guint n_steps, n_changes;
  gsize length;

  self = read_header (bytes, &length, &n_steps, &n_changes, error);
  if (self == NULL)
    return NULL;
  reader = wijk_changes_reader_new_behind (bytes, length + 1, self->plan);
  while ((item = wijk_changes_reader_next (reader, &step, &change, cancellable, error)) !=
         WIJK_CHANGES_END)
    {
      if (item == WIJK_CHANGES_ERRED)
        return NULL;
      if (item == WIJK_CHANGES_STEP)
        g_ptr_array_add (self->steps, step);
      else
        g_ptr_array_add (self->changes, change);
      if (!count (self, n_steps, n_changes, FALSE, error) ||
          (change != NULL && !note_stamps (&stamps, change, error)))
        return NULL;
    }
  if (!count (self, n_steps, n_changes, TRUE, error))
    return NULL;
  g_ptr_array_sort (self->changes, compare_changes);

  return g_steal_pointer (&self);
}
