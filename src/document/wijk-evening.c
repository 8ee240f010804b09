/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-evening.h"

#include "wijk-id.h"

#define NONE "-"
#define MOST_LINES 10000

enum
{
  SESSION,
  PHASE,
  SCREEN,
  QUESTION,
  STEP,
  BALLOT,
  BLACK,
  LIGHT,
  N_PARTS
};

char *
wijk_evening_format (const WijkEvening *self)
{
  if (self->session == NULL)
    return g_strdup ("");

  return g_strdup_printf ("%s %u %u %u %u %s %u %u",
                          self->session,
                          self->phase,
                          self->screen,
                          self->question,
                          self->step,
                          self->ballot != NULL ? self->ballot : NONE,
                          self->is_black,
                          self->is_light);
}

static guint
parse_number (const char *text, guint below)
{
  guint64 number = 0;

  return g_ascii_string_to_unsigned (text, 10, 0, below - 1, &number, NULL) ? (guint) number : 0;
}

void
wijk_evening_parse (WijkEvening *self, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line != NULL ? line : "", " ", -1);

  wijk_evening_clear (self);
  if (g_strv_length (parts) != N_PARTS || !wijk_id_has_kind (parts[SESSION], "session"))
    return;
  self->session = g_strdup (parts[SESSION]);
  self->phase = (WijkPhase) parse_number (parts[PHASE], WIJK_N_PHASES);
  self->screen = (WijkScreen) parse_number (parts[SCREEN], WIJK_N_SCREENS);
  self->question = parse_number (parts[QUESTION], MOST_LINES);
  self->step = parse_number (parts[STEP], MOST_LINES);
  if (wijk_id_has_kind (parts[BALLOT], "ballot"))
    self->ballot = g_strdup (parts[BALLOT]);
  self->is_black = parse_number (parts[BLACK], 2) != 0;
  self->is_light = parse_number (parts[LIGHT], 2) != 0;
}

WijkScreen
wijk_phase_get_screen (WijkPhase phase)
{
  static const WijkScreen screens[WIJK_N_PHASES] = {
    [WIJK_PHASE_PREPARE] = WIJK_SCREEN_TITLE, [WIJK_PHASE_COLLECT] = WIJK_SCREEN_QUESTION,
    [WIJK_PHASE_SORT] = WIJK_SCREEN_THEMES,   [WIJK_PHASE_VOTE] = WIJK_SCREEN_VOTE,
    [WIJK_PHASE_CLOSE] = WIJK_SCREEN_RESULT,
  };

  return screens[phase];
}

void
wijk_evening_clear (WijkEvening *self)
{
  g_free (self->session);
  g_free (self->ballot);
  *self = (WijkEvening) { 0 };
}
