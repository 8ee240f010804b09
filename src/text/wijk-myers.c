/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-myers.h"

/* E. Myers, An O(ND) difference algorithm and its variations (1986), in linear space: search from
 * both ends until the paths meet, split there, do the same with both halves. */

#define COST_MAX 256

typedef struct
{
  gint old_start, old_end, new_start, new_end;
} Box;

typedef struct
{
  const guint *old_items;
  const guint *new_items;
  gboolean *old_changed;
  gboolean *new_changed;
  gint *forward; /* by diagonal, old - new: the furthest place in the old row */
  gint *backward;
  GArray *boxes; /* still to be done */
} Myers;

/* The ends that are equal are not looked at again. */
static void
shrink (Myers *self, Box *box)
{
  while (box->old_start < box->old_end && box->new_start < box->new_end &&
         self->old_items[box->old_start] == self->new_items[box->new_start])
    {
      box->old_start++;
      box->new_start++;
    }
  while (box->old_start < box->old_end && box->new_start < box->new_end &&
         self->old_items[box->old_end - 1] == self->new_items[box->new_end - 1])
    {
      box->old_end--;
      box->new_end--;
    }
}

/* One step further on diagonal @d from the start; returns the place in the old row. */
static gint
step_forward (Myers *self, const Box *box, gint d)
{
  gint low = self->forward[d - 1], high = self->forward[d + 1];
  gint x = low < high ? high : low + 1;

  while (x < box->old_end && x - d < box->new_end && self->old_items[x] == self->new_items[x - d])
    x++;

  return self->forward[d] = x;
}

static gint
step_backward (Myers *self, const Box *box, gint d)
{
  gint low = self->backward[d - 1], high = self->backward[d + 1];
  gint x = low < high ? low : high - 1;

  while (x > box->old_start && x - d > box->new_start &&
         self->old_items[x - 1] == self->new_items[x - d - 1])
    x--;

  return self->backward[d] = x;
}

/* The range of diagonals of one more step, within the box; its borders can not be a way. */
static void
widen (gint *row, gint *low, gint *high, gint least, gint most, gint never)
{
  if (*low > least)
    row[--*low - 1] = never;
  else
    ++*low;
  if (*high < most)
    row[++*high + 1] = never;
  else
    --*high;
}

/* Too far apart: the furthest that either search has come. */
static void
split_at_best (Myers *self, const Box *box, const gint *range, gint *split_old, gint *split_new)
{
  gint most = -1, least = G_MAXINT;
  gint forward_x = box->old_start, backward_x = box->old_end;
  gint forward_y = box->new_start, backward_y = box->new_end;

  for (gint d = range[0]; d <= range[1]; d += 2)
    {
      gint x = MIN (self->forward[d], box->old_end);
      gint y = MIN (x - d, box->new_end);

      x = y + d;
      if (x + y > most)
        {
          most = x + y;
          forward_x = x;
          forward_y = y;
        }
    }
  for (gint d = range[2]; d <= range[3]; d += 2)
    {
      gint x = MAX (self->backward[d], box->old_start);
      gint y = MAX (x - d, box->new_start);

      x = y + d;
      if (x + y < least)
        {
          least = x + y;
          backward_x = x;
          backward_y = y;
        }
    }

  if (most - (box->old_start + box->new_start) >= box->old_end + box->new_end - least)
    {
      *split_old = forward_x;
      *split_new = forward_y;
    }
  else
    {
      *split_old = backward_x;
      *split_new = backward_y;
    }
}

/* Where the ways from both ends meet. The box has no equal ends, and is not empty either way. */
static void
find_split (Myers *self, const Box *box, gint *split_old, gint *split_new)
{
  gint least = box->old_start - box->new_end, most = box->old_end - box->new_start;
  gint start = box->old_start - box->new_start, end = box->old_end - box->new_end;
  gint range[4] = { start, start, end, end }; /* forward low, high, backward low, high */
  gboolean is_odd = (start - end) & 1;

  self->forward[start] = box->old_start;
  self->backward[end] = box->old_end;

  for (guint cost = 1;; cost++)
    {
      widen (self->forward, &range[0], &range[1], least, most, -1);
      for (gint d = range[1]; d >= range[0]; d -= 2)
        {
          gint x = step_forward (self, box, d);

          if (is_odd && range[2] <= d && d <= range[3] && self->backward[d] <= x)
            {
              *split_old = x;
              *split_new = x - d;
              return;
            }
        }

      widen (self->backward, &range[2], &range[3], least, most, G_MAXINT);
      for (gint d = range[3]; d >= range[2]; d -= 2)
        {
          gint x = step_backward (self, box, d);

          if (!is_odd && range[0] <= d && d <= range[1] && x <= self->forward[d])
            {
              *split_old = x;
              *split_new = x - d;
              return;
            }
        }

      if (cost >= COST_MAX)
        {
          split_at_best (self, box, range, split_old, split_new);
          return;
        }
    }
}

static void
compare (Myers *self, Box box)
{
  gint split_old, split_new;
  Box half;

  shrink (self, &box);
  if (box.old_start == box.old_end || box.new_start == box.new_end)
    {
      while (box.old_start < box.old_end)
        self->old_changed[box.old_start++] = TRUE;
      while (box.new_start < box.new_end)
        self->new_changed[box.new_start++] = TRUE;
      return;
    }

  find_split (self, &box, &split_old, &split_new);
  half = (Box) { split_old, box.old_end, split_new, box.new_end };
  g_array_append_val (self->boxes, half);
  half = (Box) { box.old_start, split_old, box.new_start, split_new };
  g_array_append_val (self->boxes, half);
}

void
wijk_myers (const guint *old_items,
            guint n_old,
            const guint *new_items,
            guint n_new,
            gboolean *old_changed,
            gboolean *new_changed)
{
  gsize n_diagonals = (gsize) n_old + n_new + 3;
  g_autofree gint *forward = g_new (gint, n_diagonals);
  g_autofree gint *backward = g_new (gint, n_diagonals);
  Myers self = { old_items, new_items, old_changed, new_changed };
  Box whole = { 0, n_old, 0, n_new };

  self.forward = forward + n_new + 1;
  self.backward = backward + n_new + 1;
  self.boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  g_array_append_val (self.boxes, whole);

  while (self.boxes->len > 0)
    {
      Box box = g_array_index (self.boxes, Box, self.boxes->len - 1);

      g_array_set_size (self.boxes, self.boxes->len - 1);
      compare (&self, box);
    }
  g_array_unref (self.boxes);
}
