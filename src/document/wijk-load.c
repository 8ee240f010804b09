/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-load.h"

/* Beyond this many records at once, lists are told once instead of row by row. */
#define MANY_RECORDS 50

struct _WijkHeadBatch
{
  GPtrArray *records; /* ids, inside the chunk */
  GArray *heads;
  GArray *ends; /* of each record, the index behind its last head */
  GStringChunk *strings;
};

WijkState *
wijk_load_state (WijkStore *store, GError **error)
{
  g_autoptr (WijkHeadReader) reader = NULL;
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (GError) failure = NULL;
  const WijkHead *heads;
  guint n_heads;

  reader = wijk_store_read_heads (store, error);
  if (reader == NULL)
    return NULL;
  wijk_state_begin_fill (state);
  while ((heads = wijk_head_reader_next (reader, &n_heads, &failure)) != NULL)
    wijk_state_take (state, heads[0].record, heads, n_heads);
  wijk_state_end_fill (state);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&state);
}

static const char *
keep (WijkHeadBatch *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->strings, text) : NULL;
}

static gboolean
read_one (WijkHeadBatch *self, WijkStore *store, const char *record, GError **error)
{
  g_autoptr (WijkHeadReader) reader = wijk_store_read_record (store, record, error);
  g_autoptr (GError) failure = NULL;
  const WijkHead *heads;
  guint n_heads;

  if (reader == NULL)
    return FALSE;
  heads = wijk_head_reader_next (reader, &n_heads, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  for (guint i = 0; i < n_heads; i++)
    {
      WijkHead head = { keep (self, heads[i].record),
                        keep (self, heads[i].field),
                        keep (self, heads[i].stamp),
                        keep (self, heads[i].value) };

      g_array_append_val (self->heads, head);
    }
  g_ptr_array_add (self->records, (gpointer) keep (self, record));
  g_array_append_val (self->ends, self->heads->len);

  return TRUE;
}

WijkHeadBatch *
wijk_head_batch_read (WijkStore *store, const char *const *records, GError **error)
{
  g_autoptr (WijkHeadBatch) self = g_new0 (WijkHeadBatch, 1);

  self->records = g_ptr_array_new ();
  self->heads = g_array_new (FALSE, FALSE, sizeof (WijkHead));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->strings = g_string_chunk_new (1024);
  for (guint i = 0; records[i] != NULL; i++)
    if (!read_one (self, store, records[i], error))
      return NULL;

  return g_steal_pointer (&self);
}

void
wijk_head_batch_free (WijkHeadBatch *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->records);
  g_array_unref (self->heads);
  g_array_unref (self->ends);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
wijk_head_batch_apply (WijkHeadBatch *self, WijkState *state)
{
  guint start = 0;
  gboolean many = self->records->len > MANY_RECORDS;

  if (many)
    wijk_state_begin_fill (state);
  for (guint i = 0; i < self->records->len; i++)
    {
      guint end = g_array_index (self->ends, guint, i);
      const WijkHead *heads = end > start ? &g_array_index (self->heads, WijkHead, start) : NULL;

      wijk_state_take (state, self->records->pdata[i], heads, end - start);
      start = end;
    }
  if (many)
    wijk_state_end_fill (state);
}
