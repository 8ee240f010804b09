/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-packet-taker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-conflict.h"
#include "wijk-load.h"
#include "wijk-packet-check.h"
#include "wijk-packet-plan.h"
#include "wijk-plan-files.h"

#define HOUR G_GINT64_CONSTANT (3600000) /* milliseconds */

struct _WijkPacketTaker
{
  const WijkContext *context;

  /* the plan that is open, and how it stands */
  WijkStore *store;
  WijkState *state;
  gint64 seq; /* up to which @state was read */
};

WijkPacketTaker *
wijk_packet_taker_new (const WijkContext *context)
{
  WijkPacketTaker *self = g_new0 (WijkPacketTaker, 1);

  self->context = context;

  return self;
}

static void
close_plan (WijkPacketTaker *self)
{
  g_clear_object (&self->state);
  g_clear_object (&self->store);
}

void
wijk_packet_taker_free (WijkPacketTaker *self)
{
  if (self == NULL)
    return;
  close_plan (self);
  g_free (self);
}

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, WIJK_TASK_ERROR, WIJK_TASK_ERROR_INPUT, message);

  return FALSE;
}

static gint64
now_ms (WijkPacketTaker *self)
{
  return g_date_time_to_unix (self->context->now) * 1000;
}

/* ---- the plan ---- */

/* Brings the state up to the store; *@n_changed (may be NULL): how many records differ. */
static gboolean
catch_up (WijkPacketTaker *self, guint *n_changed, GError **error)
{
  gint64 seq = wijk_store_get_seq (self->store); /* before reading: nothing is missed */
  g_autoptr (WijkHeadReader) reader = wijk_store_read_heads_since (self->store, self->seq, error);
  g_autoptr (GError) failure = NULL;
  const WijkHead *heads;
  guint n_heads, n = 0;

  if (reader == NULL)
    return FALSE;
  wijk_state_begin_fill (self->state);
  for (; (heads = wijk_head_reader_next (reader, &n_heads, &failure)) != NULL; n++)
    wijk_state_take (self->state, heads[0].record, heads, n_heads);
  wijk_state_end_fill (self->state);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  self->seq = seq;
  if (n_changed != NULL)
    *n_changed = n;

  return TRUE;
}

static gboolean
open_plan (WijkPacketTaker *self, const char *plan_id, GError **error)
{
  if (self->store != NULL && g_str_equal (wijk_store_get_plan_id (self->store), plan_id))
    return !wijk_store_has_foreign_commit (self->store) || catch_up (self, NULL, error);
  close_plan (self);
  self->store = wijk_plan_files_open_store (self->context, plan_id, error);
  if (self->store == NULL)
    return FALSE;
  wijk_store_has_foreign_commit (self->store);
  self->seq = wijk_store_get_seq (self->store);
  self->state = wijk_load_state (self->store, error);

  return self->state != NULL;
}

static gboolean
is_here (WijkPacketTaker *self, const char *plan_id)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (self->context->library, plan_id);

  return g_file_test (folder, G_FILE_TEST_IS_DIR);
}

/* ---- the report ---- */

/* Steps carry the laptop's own clock: beyond this one's, or before the packet that it was given. */
static WijkClock
judge_clock (WijkPacketTaker *self, const WijkPacket *packet)
{
  gint64 first = packet->at, last = packet->at;

  for (guint i = 0; i < packet->steps->len; i++)
    {
      const WijkStep *step = packet->steps->pdata[i];

      first = MIN (first, step->at);
      last = MAX (last, step->at);
    }
  if (packet->kind == WIJK_PACKET_OUT)
    last = packet->at;
  if (last > now_ms (self) + HOUR)
    return WIJK_CLOCK_AHEAD;

  return packet->given > 0 && first < packet->given - HOUR ? WIJK_CLOCK_BEHIND : WIJK_CLOCK_RIGHT;
}

static void
describe (WijkPacketTaker *self, const WijkPacket *packet, WijkImported *imported)
{
  imported->plan_id = g_strdup (packet->plan);
  imported->session = g_strdup (packet->session);
  imported->device = g_strdup (packet->device);
  imported->author = g_strdup (packet->author);
  imported->label = g_strdup (packet->label);
  imported->clock = judge_clock (self, packet);
  if (imported->clock == WIJK_CLOCK_AHEAD)
    imported->ahead = g_strdup (packet->device);
}

/* Ids of the records in the packet, lent; counts the remarks that are not here. */
static GHashTable *
collect_records (WijkPacketTaker *self, const WijkPacket *packet, guint *n_remarks)
{
  GHashTable *records = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < packet->changes->len; i++)
    {
      char *id = ((WijkChange *) packet->changes->pdata[i])->record;

      if (g_hash_table_add (records, id) && wijk_kind_from_id (id) == WIJK_KIND_REMARK)
        *n_remarks += wijk_state_lookup (self->state, id) == NULL;
    }

  return records;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static gboolean
report_conflicts (WijkPacketTaker *self,
                  GHashTable *records,
                  WijkImported *imported,
                  GError **error)
{
  guint n;
  g_autofree gpointer *ids = g_hash_table_get_keys_as_array (records, &n);

  qsort (ids, n, sizeof *ids, compare_ids);
  for (guint i = 0; i < n; i++)
    {
      WijkRecord *record = wijk_state_lookup (self->state, ids[i]);
      GPtrArray *conflicts =
          record != NULL ? wijk_conflicts_read_record (self->store, record, error) : NULL;

      if (record != NULL && conflicts == NULL)
        return FALSE;
      if (imported->conflicts == NULL)
        imported->conflicts = conflicts;
      else if (conflicts != NULL)
        g_ptr_array_extend_and_steal (imported->conflicts, conflicts);
    }

  return TRUE;
}

/* ---- back ---- */

/* What a packet says of records that are here must begin as they began here: a laptop speaks of
 * what it made itself, and an erasure reaches no further. */
static gboolean
check_made (WijkPacketTaker *self, GHashTable *made, GError **error)
{
  GHashTableIter iter;
  const char *id, *stamp;

  g_hash_table_iter_init (&iter, made);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, (gpointer *) &stamp))
    if (wijk_state_lookup (self->state, id) != NULL && !wijk_store_has_change (self->store, stamp))
      return refuse (
          _ ("The packet changes something that was not made for it; nothing was taken from it."),
          error);

  return TRUE;
}

static gboolean
merge (WijkPacketTaker *self,
       const WijkPacket *packet,
       gboolean lasting,
       WijkImported *imported,
       GError **error)
{
  g_auto (WijkTaken) taken = { 0 };
  guint n_remarks = 0;
  g_autoptr (GHashTable) records = collect_records (self, packet, &n_remarks);

  if (!wijk_store_close_typing (self->store, error) ||
      !(lasting ? wijk_store_take_lasting : wijk_store_take) (
          self->store, packet->steps, packet->changes, now_ms (self), &taken, error) ||
      !catch_up (self, &imported->n_changed, error))
    return FALSE;
  imported->n_new = taken.n_new;
  imported->n_same = taken.n_same;
  imported->n_remarks = n_remarks;

  return report_conflicts (self, records, imported, error);
}

static gboolean
take_back (WijkPacketTaker *self, const WijkPacket *packet, WijkImported *imported, GError **error)
{
  g_autoptr (GHashTable) made = NULL;

  if (!is_here (self, packet->plan))
    return refuse (_ ("The plan of this packet is not on this laptop."), error);
  if (!open_plan (self, packet->plan, error))
    return FALSE;
  if (wijk_state_lookup (self->state, packet->session) == NULL)
    return refuse (_ ("The session of this packet is not in the plan on this laptop."), error);

  return wijk_packet_check (packet, self->state, &made, error) && check_made (self, made, error) &&
         merge (self, packet, FALSE, imported, error);
}

/* ---- out ---- */

/* Where the whole plan is, a packet that went out from it says nothing new. */
static gboolean
count_known (WijkPacketTaker *self,
             const WijkPacket *packet,
             WijkImported *imported,
             GError **error)
{
  for (guint i = 0; i < packet->changes->len; i++)
    if (!wijk_store_has_change (self->store, ((WijkChange *) packet->changes->pdata[i])->stamp))
      return refuse (_ ("The whole plan is on this laptop already; this packet is for laptops that"
                        " do not have it. Nothing was taken from it."),
                     error);
  imported->n_same = packet->changes->len;

  return TRUE;
}

static gboolean
make_plan (WijkPacketTaker *self, const WijkPacket *packet, WijkImported *imported, GError **error)
{
  const WijkContext *context = self->context;
  g_autoptr (WijkStore) store = NULL;
  g_auto (WijkTaken) taken = { 0 };
  gboolean ok;

  close_plan (self);
  store = wijk_library_begin_plan (
      context->library, packet->plan, context->device, context->author, error);
  if (store == NULL)
    return FALSE;
  ok =
      wijk_packet_plan_note (store, packet, error) &&
      wijk_store_take_lasting (store, packet->steps, packet->changes, now_ms (self), &taken, error);
  g_clear_object (&store);
  if (!ok || !wijk_library_publish_plan (context->library, packet->plan, error))
    {
      wijk_library_drop_plan (context->library, packet->plan);
      return FALSE;
    }
  imported->is_plan = TRUE;
  imported->n_new = taken.n_new;
  imported->n_same = taken.n_same;

  return TRUE;
}

static gboolean
take_out (WijkPacketTaker *self, const WijkPacket *packet, WijkImported *imported, GError **error)
{
  g_auto (GStrv) sessions = NULL;

  if (!wijk_packet_check (packet, NULL, NULL, error))
    return FALSE;
  if (!is_here (self, packet->plan))
    return make_plan (self, packet, imported, error);
  if (!open_plan (self, packet->plan, error))
    return FALSE;
  sessions = wijk_packet_plan_dup_sessions (self->store);
  if (sessions == NULL)
    return count_known (self, packet, imported, error);

  return wijk_packet_plan_note (self->store, packet, error) &&
         merge (self, packet, TRUE, imported, error);
}

/* ---- both ---- */

gboolean
wijk_packet_taker_wants (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInputStream) stream = NULL;
  char start[64];
  gsize length = 0;

  if (name != NULL && g_str_has_suffix (name, WIJK_PACKET_SUFFIX))
    return TRUE;
  stream = g_file_read (file, NULL, NULL);

  return stream != NULL &&
         g_input_stream_read_all (
             G_INPUT_STREAM (stream), start, sizeof start, &length, NULL, NULL) &&
         wijk_packet_is_start (start, length);
}

/* Not more than a packet can be, whatever the file is. */
static GBytes *
load (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_size (info) > WIJK_PACKET_MAX_BYTES)
    {
      refuse (_ ("The packet holds more than the work of one session can be."), error);
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, NULL, error);
}

gboolean
wijk_packet_taker_take (WijkPacketTaker *self,
                        GFile *file,
                        const char *into,
                        GCancellable *cancellable,
                        WijkImported *imported,
                        GError **error)
{
  g_autoptr (GBytes) bytes = load (file, cancellable, error);
  g_autoptr (WijkPacket) packet = NULL;
  gboolean ok;

  *imported = (WijkImported) { 0 };
  packet = bytes != NULL ? wijk_packet_read (bytes, cancellable, error) : NULL;
  if (packet == NULL)
    return FALSE;
  if (into != NULL && !g_str_equal (into, packet->plan))
    return refuse (_ ("This packet is of another plan."), error);
  describe (self, packet, imported);
  ok = packet->kind == WIJK_PACKET_OUT ? take_out (self, packet, imported, error)
                                       : take_back (self, packet, imported, error);
  if (!ok)
    wijk_imported_clear (imported);

  return ok;
}
