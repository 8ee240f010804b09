/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-figures.h"

#include "wijk-amount.h"
#include "wijk-section.h"

/* Words, CommonMark signs not counted; without parsing, because the overview counts all chapters at
 * every change. */
static guint
count_words (const char *text)
{
  guint n_words = 0;
  gboolean inside = FALSE;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        inside = FALSE;
      else if (!inside && g_unichar_isalnum (c))
        {
          inside = TRUE;
          n_words++;
        }
    }

  return n_words;
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
      figures.n_words += count_words (section->text);
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
