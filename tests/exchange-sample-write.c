/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prints a plan of random content as plan.json: SEED RECORDS openbaar|intern. */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "exchange-sample.h"
#include "wijk-plan-json.h"

int
main (int argc, char *argv[])
{
  const WijkPlanJsonVersion version = {
    .number = 3, .status = "ter-inzage", .date = "2026-11-23", .label = "Derde", .summary = "Meer."
  };
  WijkPlanJsonOptions options = { .version = &version };
  g_autoptr (GPtrArray) edits = NULL;
  g_autoptr (WijkState) state = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (argc != 4 || !wijk_audience_from_word (argv[3], &options.audience))
    return 2;
  edits = sample_edits ((guint32) atoi (argv[1]), (guint) atoi (argv[2]));
  state = sample_state (edits, 1);
  bytes = wijk_plan_json_write (state, &options);
  (void) fwrite (g_bytes_get_data (bytes, NULL), 1, g_bytes_get_size (bytes), stdout);

  return fflush (stdout) == 0 ? 0 : 1;
}
