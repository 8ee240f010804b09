/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-projection.h"

#include "wijk-ballot-tally.h"
#include "wijk-ballot.h"
#include "wijk-session.h"
#include "wijk-theme.h"

#define MOST_THEMES 12
#define WITHHELD "…"

static void
card_free (gpointer data)
{
  WijkProjectedCard *card = data;

  g_free (card->id);
  g_free (card->words);
  g_free (card->colour);
  g_free (card);
}

static void
bar_free (gpointer data)
{
  WijkProjectedBar *bar = data;

  g_free (bar->label);
  g_free (bar->colour);
  g_free (bar);
}

/* A title that stands in the plan: without persons, but "Kerkstraat 12" is where the hall is. */
static char *
dup_title (GHashTable *names, const char *title)
{
  if (title == NULL || *title == '\0')
    return NULL;

  return g_strdup (wijk_wall_names_someone (names, title) ? WITHHELD : title);
}

static WijkProjectedBar *
add_bar (WijkProjection *self, GHashTable *names, const char *label)
{
  WijkProjectedBar *bar = g_new0 (WijkProjectedBar, 1);

  bar->label =
      g_strdup (wijk_wall_find_obstacle (names, label) == WIJK_OBSTACLE_NONE ? label : WITHHELD);
  g_ptr_array_add (self->bars, bar);

  return bar;
}

static WijkTheme *
find_theme (WijkState *state, WijkRemark *remark)
{
  for (guint i = 0; remark->themes != NULL && i < remark->themes->len; i++)
    {
      gpointer theme = wijk_state_lookup_live (state, remark->themes->pdata[i], WIJK_KIND_THEME);

      if (theme != NULL)
        return theme;
    }

  return NULL;
}

static void
add_cards (WijkProjection *self, WijkState *state, GHashTable *names, const char *session)
{
  g_autoptr (GPtrArray) remarks = wijk_wall_list_remarks (state, session);

  for (guint i = 0; i < remarks->len; i++)
    {
      WijkRemark *remark = remarks->pdata[i];
      WijkTheme *theme = find_theme (state, remark);
      WijkProjectedCard *card;

      if (!wijk_wall_shows (state, names, remark))
        continue;
      card = g_new0 (WijkProjectedCard, 1);
      card->id = g_strdup (wijk_record_get_id (WIJK_RECORD (remark)));
      card->words = g_strdup (remark->text);
      card->colour = theme != NULL ? g_strdup (theme->colour) : NULL;
      g_ptr_array_add (self->cards, card);
    }
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  return *(const int *) b - *(const int *) a;
}

/* The fullest themes, in the order of the plan, so that they do not change places as they fill. */
static void
add_themes (WijkProjection *self, WijkState *state, GHashTable *names, const char *session)
{
  g_autoptr (GPtrArray) remarks = wijk_wall_list_remarks (state, session);
  g_autoptr (GPtrArray) themes = wijk_state_dup_sorted (state, WIJK_KIND_THEME);
  g_autofree int *counts = g_new0 (int, themes->len + 1);
  g_autofree int *sorted = NULL;
  int fewest;

  for (guint i = 0; i < themes->len; i++)
    for (guint j = 0; j < remarks->len; j++)
      counts[i] += wijk_set_contains (((WijkRemark *) remarks->pdata[j])->themes,
                                      wijk_record_get_id (themes->pdata[i]));
  sorted = g_memdup2 (counts, sizeof (int) * (themes->len + 1));
  qsort (sorted, themes->len, sizeof (int), compare_counts);
  fewest = MAX (1, themes->len > MOST_THEMES ? sorted[MOST_THEMES - 1] : 1);
  for (guint i = 0; i < themes->len && self->bars->len < MOST_THEMES; i++)
    {
      WijkTheme *theme = themes->pdata[i];
      WijkProjectedBar *bar;

      if (counts[i] < fewest)
        continue;
      bar = add_bar (self, names, theme->name);
      bar->colour = g_strdup (theme->colour);
      bar->total = counts[i];
      self->most = MAX (self->most, bar->total);
    }
}

static void
add_options (WijkProjection *self, WijkState *state, GHashTable *names, WijkBallot *ballot)
{
  g_autoptr (GPtrArray) options =
      wijk_ballot_list_options (state, wijk_record_get_id (WIJK_RECORD (ballot)));

  for (guint i = 0; i < options->len; i++)
    add_bar (self, names, ((WijkOption *) options->pdata[i])->title);
  self->dots =
      ballot->dots != WIJK_UNSET ? (guint) ballot->dots : wijk_ballot_propose_dots (options->len);
}

static void
add_result (WijkProjection *self, WijkState *state, GHashTable *names, WijkBallot *ballot)
{
  WijkBallotTotal total;
  g_autoptr (GPtrArray) tallies =
      wijk_ballot_tally (state, wijk_record_get_id (WIJK_RECORD (ballot)), &total);

  for (guint i = 0; i < tallies->len; i++)
    {
      WijkOptionTally *tally = tallies->pdata[i];
      WijkProjectedBar *bar = add_bar (self, names, tally->option->title);

      bar->total = tally->total;
      bar->screen = tally->screen;
      bar->paper = tally->paper;
      bar->rank = tally->rank;
      bar->is_tied = tally->is_tied;
      self->most = MAX (self->most, tally->total);
    }
  self->n_dots = total.total;
}

static void
add_ballot (WijkProjection *self, WijkState *state, GHashTable *names, const char *id)
{
  WijkBallot *ballot = (WijkBallot *) wijk_state_lookup_live (state, id, WIJK_KIND_BALLOT);

  if (ballot == NULL)
    {
      self->screen = WIJK_SCREEN_TITLE;
      return;
    }
  if (self->screen == WIJK_SCREEN_RESULT && ballot->status != WIJK_BALLOT_CLOSED)
    self->screen = WIJK_SCREEN_VOTE;
  g_free (self->heading);
  self->heading = dup_title (names, ballot->title);
  if (self->screen == WIJK_SCREEN_VOTE)
    add_options (self, state, names, ballot);
  else
    add_result (self, state, names, ballot);
}

static char *
dup_question (GHashTable *names, WijkSession *session, guint question)
{
  g_auto (GStrv) lines = wijk_wall_split_lines (session->questions);

  return question < g_strv_length (lines) ? dup_title (names, lines[question]) : NULL;
}

WijkProjection *
wijk_projection_new (
    WijkState *state, const char *session_id, WijkScreen screen, guint question, const char *ballot)
{
  WijkProjection *self = g_new0 (WijkProjection, 1);
  WijkSession *session =
      (WijkSession *) wijk_state_lookup_live (state, session_id, WIJK_KIND_SESSION);
  g_autoptr (GHashTable) names = wijk_wall_collect_names (state);

  self->screen = screen;
  self->cards = g_ptr_array_new_with_free_func (card_free);
  self->bars = g_ptr_array_new_with_free_func (bar_free);
  if (session == NULL)
    return self;
  if (screen != WIJK_SCREEN_TITLE)
    self->heading = dup_question (names, session, question);
  if (screen == WIJK_SCREEN_WALL)
    add_cards (self, state, names, session_id);
  else if (screen == WIJK_SCREEN_THEMES)
    add_themes (self, state, names, session_id);
  else if (screen == WIJK_SCREEN_VOTE || screen == WIJK_SCREEN_RESULT)
    add_ballot (self, state, names, ballot);
  if (self->screen == WIJK_SCREEN_TITLE)
    g_clear_pointer (&self->heading, g_free);
  if (self->heading == NULL &&
      (self->screen == WIJK_SCREEN_TITLE || self->screen == WIJK_SCREEN_QUESTION))
    self->heading = dup_title (names, session->title); /* rather than nothing at all */

  return self;
}

void
wijk_projection_free (WijkProjection *self)
{
  g_free (self->heading);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->bars);
  g_free (self);
}
