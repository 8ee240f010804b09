/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-reach-private.h"

#include <string.h>

#include "wijk-area.h"
#include "wijk-remark.h"
#include "wijk-rules.h"
#include "wijk-session.h"

static void
row_free (WijkReachRow *row)
{
  g_free (row->key);
  g_free (row);
}

void
wijk_reach_free (WijkReach *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rows);
  g_free (self->date);
  g_free (self->publisher);
  g_free (self);
}

/* ---- what is hidden ---- */

/* Whether @sum, the total of all that is hidden, leaves every one of @n_few counts (1 to 4) more
 * than one value, beside @n_withheld others (5 and more). */
static gboolean
is_safe (guint n_few, guint n_withheld, guint sum)
{
  const guint most = WIJK_REACH_SMALL - 1;
  guint others = n_few - 1 + WIJK_REACH_SMALL * n_withheld; /* at least */
  guint low = 1;
  guint high;

  if (n_few == 0)
    return TRUE;
  if (n_withheld == 0 && sum > most * (n_few - 1))
    low = MAX (low, sum - most * (n_few - 1));
  high = MIN (most, sum - others);

  return high > low;
}

/* The smallest that still shows a number that is not 0; @n if there is none. */
static guint
find_smallest (const guint *counts, guint n, const WijkReachShown *shown)
{
  guint smallest = n;

  for (guint i = 0; i < n; i++)
    if (shown[i] == WIJK_REACH_NUMBER && counts[i] > 0 &&
        (smallest == n || counts[i] < counts[smallest]))
      smallest = i;

  return smallest;
}

gboolean
wijk_reach_hide (const guint *counts, guint n, WijkReachShown *shown)
{
  guint n_few = 0, n_withheld = 0, sum = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_few = counts[i] > 0 && counts[i] < WIJK_REACH_SMALL;

      shown[i] = is_few ? WIJK_REACH_FEW : WIJK_REACH_NUMBER;
      n_few += is_few;
      sum += is_few ? counts[i] : 0;
    }
  while (!is_safe (n_few, n_withheld, sum))
    {
      guint next = find_smallest (counts, n, shown);

      if (next == n)
        return FALSE; /* all is hidden: so must the total be */
      shown[next] = WIJK_REACH_WITHHELD;
      n_withheld++;
      sum += counts[next];
    }

  return TRUE;
}

/* Hides one column, and forgets what is hidden. */
static void
hide_column (WijkReach *self, gsize offset, WijkReachCount *total)
{
  g_autofree guint *counts = g_new (guint, self->rows->len + 1);
  g_autofree WijkReachShown *shown = g_new (WijkReachShown, self->rows->len + 1);

  for (guint i = 0; i < self->rows->len; i++)
    {
      counts[i] = ((WijkReachCount *) G_STRUCT_MEMBER_P (self->rows->pdata[i], offset))->n;
      total->n += counts[i];
    }
  if (!wijk_reach_hide (counts, self->rows->len, shown))
    *total = (WijkReachCount) { 0, WIJK_REACH_WITHHELD };
  for (guint i = 0; i < self->rows->len; i++)
    {
      WijkReachCount *count = G_STRUCT_MEMBER_P (self->rows->pdata[i], offset);

      count->shown = shown[i];
      count->n = shown[i] == WIJK_REACH_NUMBER ? count->n : 0;
    }
}

/* ---- rows ---- */

static WijkReachRow *
find_row (WijkReach *self, const char *key)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_str_equal (((WijkReachRow *) self->rows->pdata[i])->key, key))
      return self->rows->pdata[i];

  return NULL;
}

static WijkReachRow *
add_row (WijkReach *self, const char *key)
{
  WijkReachRow *row = g_new0 (WijkReachRow, 1);

  row->key = g_strdup (key);
  row->population = WIJK_UNSET;
  g_ptr_array_add (self->rows, row);

  return row;
}

/* A district is its neighbourhoods. */
static void
add_area (WijkReach *self, const char *code)
{
  const WijkArea *area = wijk_area_lookup_code (code);
  g_autoptr (GPtrArray) parts = NULL;

  if (area == NULL || area->level == WIJK_AREA_NEIGHBOURHOOD)
    {
      add_row (self, area != NULL ? area->code : code);
      return;
    }
  parts = wijk_area_list_neighbourhoods (area);
  for (guint i = 0; i < parts->len; i++)
    add_row (self, ((const WijkArea *) parts->pdata[i])->code);
}

static void
add_words (WijkReach *self, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    add_row (self, words[i]);
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const WijkSession *) a)->date, ((const WijkSession *) b)->date);
}

static void
add_sessions (WijkReach *self, WijkState *state)
{
  g_autoptr (GPtrArray) sessions = wijk_state_dup_sorted (state, WIJK_KIND_SESSION);

  g_ptr_array_sort_values (sessions, compare_dates);
  for (guint i = 0; i < sessions->len; i++)
    add_row (self, wijk_record_get_id (sessions->pdata[i]));
}

static void
add_rows (WijkReach *self, WijkState *state)
{
  WijkPlan *plan = wijk_state_get_plan (state);

  switch (self->by)
    {
    case WIJK_REACH_BY_AREA:
      for (guint i = 0; plan != NULL && plan->area_codes != NULL && i < plan->area_codes->len; i++)
        add_area (self, plan->area_codes->pdata[i]);
      add_row (self, WIJK_REACH_ELSEWHERE);
      break;
    case WIJK_REACH_BY_CHANNEL:
      add_words (self, wijk_channel_words);
      break;
    case WIJK_REACH_BY_ROLE:
      add_words (self, wijk_role_words);
      break;
    case WIJK_REACH_BY_SESSION:
    default:
      add_sessions (self, state);
      break;
    }
  add_row (self, WIJK_REACH_UNKNOWN);
}

/* ---- counting ---- */

static const char *
key_of (WijkReach *self, WijkRemark *remark)
{
  const WijkArea *area;

  switch (self->by)
    {
    case WIJK_REACH_BY_AREA:
      area = remark->area_code != NULL ? wijk_area_lookup_code (remark->area_code) : NULL;
      if (area != NULL)
        return area->code;
      return remark->area_code != NULL ? WIJK_REACH_ELSEWHERE : NULL;
    case WIJK_REACH_BY_CHANNEL:
      return remark->channel > 0 ? wijk_channel_words[remark->channel - 1] : NULL;
    case WIJK_REACH_BY_ROLE:
      return remark->role > 0 ? wijk_role_words[remark->role - 1] : NULL;
    case WIJK_REACH_BY_SESSION:
    default:
      return remark->session;
    }
}

/* A district of the plan says no neighbourhood; what is not of the plan is elsewhere. */
static WijkReachRow *
row_of (WijkReach *self, WijkRemark *remark, WijkState *state)
{
  const char *key = key_of (self, remark);
  WijkReachRow *row = key != NULL ? find_row (self, key) : NULL;
  WijkPlan *plan = wijk_state_get_plan (state);

  if (row == NULL && key != NULL && self->by == WIJK_REACH_BY_AREA &&
      (plan == NULL || !wijk_set_contains (plan->area_codes, key)))
    return find_row (self, WIJK_REACH_ELSEWHERE);

  return row != NULL ? row : find_row (self, WIJK_REACH_UNKNOWN);
}

static void
count_remarks (WijkReach *self, WijkState *state)
{
  WijkRecordList *remarks = wijk_state_get_list (state, WIJK_KIND_REMARK);

  for (guint i = 0; i < wijk_record_list_get_length (remarks); i++)
    {
      WijkRemark *remark = (WijkRemark *) wijk_record_list_get (remarks, i);
      WijkReachRow *row =
          wijk_remark_is_counted (remark, state) ? row_of (self, remark, state) : NULL;

      if (row == NULL)
        continue;
      row->remarks.n++;
      row->people.n += remark->count != WIJK_UNSET ? (guint) remark->count : 1;
    }
}

/* A few from elsewhere go with those of whom it is not known: alone they would hide others. */
static void
join_few (WijkReach *self)
{
  WijkReachRow *elsewhere = find_row (self, WIJK_REACH_ELSEWHERE);
  WijkReachRow *unknown = find_row (self, WIJK_REACH_UNKNOWN);

  if (elsewhere == NULL || unknown == NULL || elsewhere->people.n >= WIJK_REACH_SMALL)
    return;
  unknown->remarks.n += elsewhere->remarks.n;
  unknown->people.n += elsewhere->people.n;
  elsewhere->remarks.n = elsewhere->people.n = 0;
}

/* Of words and of what is no area only those that occur stay. */
static void
drop_empty (WijkReach *self)
{
  for (guint i = self->rows->len; i > 0; i--)
    {
      const WijkReachRow *row = self->rows->pdata[i - 1];
      gboolean stays = (self->by == WIJK_REACH_BY_AREA || self->by == WIJK_REACH_BY_SESSION) &&
                       *row->key != '\0' && !g_str_equal (row->key, WIJK_REACH_ELSEWHERE);

      if (row->remarks.n == 0 && !stays)
        g_ptr_array_remove_index (self->rows, i - 1);
    }
}

WijkReach *
wijk_reach_new (WijkState *state, WijkReachBy by)
{
  WijkReach *self = g_new0 (WijkReach, 1);

  self->by = by;
  self->population = WIJK_UNSET;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  add_rows (self, state);
  count_remarks (self, state);
  join_few (self);
  drop_empty (self);
  hide_column (self, offsetof (WijkReachRow, remarks), &self->remarks);
  hide_column (self, offsetof (WijkReachRow, people), &self->people);
  if (by == WIJK_REACH_BY_AREA)
    wijk_reach_add_population (self, state);

  return self;
}
