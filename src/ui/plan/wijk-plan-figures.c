/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-figures.h"

#include "wijk-amount.h"
#include "wijk-blocks.h"
#include "wijk-section.h"

#define COUNTED "wijk-counted-words"

/* How many words a text had when it was counted last. */
typedef struct
{
  char *text;
  guint n_words;
} Counted;

static void
free_counted (gpointer user_data)
{
  Counted *counted = user_data;

  g_free (counted->text);
  g_free (counted);
}

/* All chapters are counted at every change, of which at most one differs. */
static guint
count_words (WijkSection *section)
{
  Counted *counted = g_object_get_data (G_OBJECT (section), COUNTED);

  if (section->text == NULL)
    return 0;
  if (counted == NULL)
    {
      counted = g_new0 (Counted, 1);
      g_object_set_data_full (G_OBJECT (section), COUNTED, counted, free_counted);
    }
  if (g_set_str (&counted->text, section->text))
    counted->n_words = wijk_text_count_words (section->text);

  return counted->n_words;
}

WijkPlanFigures
wijk_plan_figures_of (WijkState *state)
{
  WijkRecordList *sections = wijk_state_get_list (state, WIJK_KIND_SECTION);
  WijkRecordList *amounts = wijk_state_get_list (state, WIJK_KIND_AMOUNT);
  WijkPlanFigures figures = {
    .n_sections = wijk_record_list_get_length (sections),
    .n_priorities = wijk_record_list_get_length (wijk_state_get_list (state, WIJK_KIND_PRIORITY)),
    .n_measures = wijk_record_list_get_length (wijk_state_get_list (state, WIJK_KIND_MEASURE)),
  };

  for (guint i = 0; i < figures.n_sections; i++)
    {
      WijkSection *section = WIJK_SECTION (wijk_record_list_get (sections, i));

      figures.n_sections_by_status[section->status]++;
      figures.n_words += count_words (section);
    }
  for (guint i = 0; i < wijk_record_list_get_length (amounts); i++)
    {
      WijkAmount *amount = WIJK_AMOUNT (wijk_record_list_get (amounts, i));

      if (amount->cents == WIJK_UNSET)
        continue;
      if (amount->kind == WIJK_AMOUNT_ESTIMATE)
        figures.estimate_cents += amount->cents;
      else if (amount->kind == WIJK_AMOUNT_FUNDING || amount->kind == WIJK_AMOUNT_RESERVED)
        figures.funding_cents += amount->cents;
    }

  return figures;
}
