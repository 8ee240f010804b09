/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-commitment.h"

#include <string.h>

static const WijkField commitment_fields[] = {
  { "stakeholder",
    WIJK_FIELD_TEXT,
    offsetof (WijkCommitment, stakeholder),
    .flags = WIJK_FIELD_REQUIRED | WIJK_FIELD_LINK },
  { "text", WIJK_FIELD_TEXT, offsetof (WijkCommitment, text), .flags = WIJK_FIELD_REQUIRED },
  { "session", WIJK_FIELD_TEXT, offsetof (WijkCommitment, session), .flags = WIJK_FIELD_LINK },
  { "due", WIJK_FIELD_DATE, offsetof (WijkCommitment, due) },
  { "status",
    WIJK_FIELD_CHOICE,
    offsetof (WijkCommitment, status),
    .choices = wijk_work_status_words },
};

G_DEFINE_FINAL_TYPE (WijkCommitment, wijk_commitment, WIJK_TYPE_RECORD)

static void
wijk_commitment_class_init (WijkCommitmentClass *klass)
{
  wijk_record_class_set_fields (WIJK_RECORD_CLASS (klass),
                                WIJK_KIND_COMMITMENT,
                                commitment_fields,
                                G_N_ELEMENTS (commitment_fields));
}

static void
wijk_commitment_init (WijkCommitment *self)
{
}

gboolean
wijk_commitment_is_open (WijkCommitment *self)
{
  g_return_val_if_fail (WIJK_IS_COMMITMENT (self), FALSE);

  return self->status < WIJK_WORK_DONE;
}

gboolean
wijk_commitment_is_due (WijkCommitment *self, const char *today)
{
  g_return_val_if_fail (WIJK_IS_COMMITMENT (self), FALSE);

  return wijk_commitment_is_open (self) && self->due != NULL && strcmp (self->due, today) <= 0;
}

static int
compare_commitments (gconstpointer a, gconstpointer b)
{
  WijkCommitment *one = (WijkCommitment *) a, *other = (WijkCommitment *) b;
  gboolean is_open = wijk_commitment_is_open (one);

  if (is_open != wijk_commitment_is_open (other))
    return is_open ? -1 : 1;
  if ((one->due == NULL) != (other->due == NULL))
    return one->due != NULL ? -1 : 1;
  if (g_strcmp0 (one->due, other->due) != 0)
    return strcmp (one->due, other->due);

  return strcmp (wijk_record_get_id (WIJK_RECORD (one)), wijk_record_get_id (WIJK_RECORD (other)));
}

GPtrArray *
wijk_state_dup_commitments (WijkState *self)
{
  GPtrArray *all = wijk_state_dup_sorted (self, WIJK_KIND_COMMITMENT);

  g_ptr_array_sort_values (all, compare_commitments);

  return all;
}
