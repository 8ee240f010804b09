/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who was heard, against who lives there. */

#include "config.h"

#include "wijk-reach-private.h"

#include <string.h>

#include "wijk-area.h"
#include "wijk-population.h"

#define MAX_FINDINGS 5
#define MIN_PEOPLE 20 /* of fewer no part says anything */
#define MIN_SHARE 5   /* percent of the people: smaller areas say nothing either */

/* ---- population ---- */

static const char *
code_of (const char *code)
{
  const WijkArea *area = code != NULL ? wijk_area_lookup_code (code) : NULL;

  return area != NULL ? area->code : code;
}

/* The newest figure for all people of an area; NULL if there is none. */
static WijkPopulation *
find_newest (WijkState *state, const char *code)
{
  WijkRecordList *all = wijk_state_get_list (state, WIJK_KIND_POPULATION);
  WijkPopulation *newest = NULL;

  for (guint i = 0; i < wijk_record_list_get_length (all); i++)
    {
      WijkPopulation *one = (WijkPopulation *) wijk_record_list_get (all, i);

      if (one->label == NULL && one->count != WIJK_UNSET &&
          g_strcmp0 (code_of (one->area_code), code) == 0 &&
          (newest == NULL || g_strcmp0 (one->date, newest->date) > 0))
        newest = one;
    }

  return newest;
}

static gboolean
is_area (const WijkReachRow *row)
{
  return *row->key != '\0' && !g_str_equal (row->key, WIJK_REACH_ELSEWHERE);
}

void
wijk_reach_add_population (WijkReach *self, WijkState *state)
{
  gint64 sum = 0;
  gboolean is_whole = TRUE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      WijkReachRow *row = self->rows->pdata[i];
      WijkPopulation *known = is_area (row) ? find_newest (state, row->key) : NULL;

      if (known != NULL)
        {
          row->population = known->count;
          sum += known->count;
          if (known->date != NULL && (self->date == NULL || strcmp (known->date, self->date) < 0))
            g_set_str (&self->date, known->date);
          if (self->publisher == NULL)
            self->publisher = g_strdup (known->publisher);
        }
      else
        is_whole &= !is_area (row);
    }
  if (is_whole && sum > 0)
    self->population = sum;
}

/* ---- parts ---- */

/* How many people there are whose area is known and in the plan, from what is shown alone: fewer
 * than five more do not matter. 0 if that cannot be said. */
static guint
count_known (const WijkReach *self)
{
  guint known = self->people.n;

  if (self->people.shown != WIJK_REACH_NUMBER)
    return 0;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WijkReachRow *row = self->rows->pdata[i];

      if (is_area (row))
        continue;
      if (row->people.shown == WIJK_REACH_WITHHELD)
        return 0;
      known -= row->people.n;
    }

  return known;
}

static int
to_percent (gint64 part, gint64 whole)
{
  return (int) ((part * 100 + whole / 2) / whole);
}

int
wijk_reach_get_share (const WijkReach *self, const WijkReachRow *row)
{
  guint known = count_known (self);

  if (known == 0 || row->people.shown != WIJK_REACH_NUMBER || !is_area (row))
    return -1;

  return to_percent (row->people.n, known);
}

int
wijk_reach_get_population_share (const WijkReach *self, const WijkReachRow *row)
{
  if (self->population == WIJK_UNSET || row->population == WIJK_UNSET)
    return -1;

  return to_percent (row->population, self->population);
}

/* ---- findings ---- */

static int
gap_of (const WijkReachFinding *finding)
{
  return finding->population_share - MAX (finding->share, 0);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const WijkReachFinding *one = a, *other = b;

  if (gap_of (one) != gap_of (other))
    return gap_of (other) - gap_of (one);

  return strcmp (one->row->key, other->row->key);
}

/* Half of what one would expect, or less; or twice as much. */
static gboolean
stands_out (const WijkReachFinding *finding)
{
  if (finding->share < 0)
    return TRUE;

  return finding->share * 2 <= finding->population_share ||
         finding->share >= finding->population_share * 2;
}

GArray *
wijk_reach_find (const WijkReach *self)
{
  GArray *findings = g_array_new (FALSE, FALSE, sizeof (WijkReachFinding));

  if (count_known (self) < MIN_PEOPLE)
    return findings;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const WijkReachRow *row = self->rows->pdata[i];
      WijkReachFinding finding = { row,
                                   wijk_reach_get_share (self, row),
                                   wijk_reach_get_population_share (self, row) };

      if (finding.population_share >= MIN_SHARE && row->people.shown != WIJK_REACH_WITHHELD &&
          stands_out (&finding))
        g_array_append_val (findings, finding);
    }
  g_array_sort (findings, compare_findings);
  if (findings->len > MAX_FINDINGS)
    g_array_set_size (findings, MAX_FINDINGS);

  return findings;
}
