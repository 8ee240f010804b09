/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-source-use.h"

#include <string.h>

#include "wijk-priority.h"
#include "wijk-quote.h"
#include "wijk-section.h"

static int
compare_quotes (gconstpointer a, gconstpointer b)
{
  const WijkQuote *const *x = a, *const *y = b;

  return ((*x)->page_index > (*y)->page_index) - ((*x)->page_index < (*y)->page_index);
}

GPtrArray *
wijk_source_dup_quotes (WijkState *state, WijkSource *source)
{
  GPtrArray *quotes = wijk_state_dup_children (
      state, WIJK_KIND_QUOTE, "source", wijk_record_get_id (WIJK_RECORD (source)));

  g_ptr_array_sort (quotes, compare_quotes);

  return quotes;
}

/* Whether a set of links names the source or one of its quotes. */
static gboolean
is_linked (GPtrArray *links, WijkSource *source, GPtrArray *quotes)
{
  if (wijk_set_contains (links, wijk_record_get_id (WIJK_RECORD (source))))
    return TRUE;

  for (guint i = 0; i < quotes->len; i++)
    if (wijk_set_contains (links, wijk_record_get_id (g_ptr_array_index (quotes, i))))
      return TRUE;

  return FALSE;
}

/* Whether a text has a link to it: the mention in the text is the link. */
static gboolean
is_mentioned (const char *text, WijkSource *source, GPtrArray *quotes)
{
  if (text == NULL)
    return FALSE;
  if (strstr (text, wijk_record_get_id (WIJK_RECORD (source))) != NULL)
    return TRUE;

  for (guint i = 0; i < quotes->len; i++)
    if (strstr (text, wijk_record_get_id (g_ptr_array_index (quotes, i))) != NULL)
      return TRUE;

  return FALSE;
}

GPtrArray *
wijk_source_dup_users (WijkState *state, WijkSource *source)
{
  g_autoptr (GPtrArray) quotes = wijk_source_dup_quotes (state, source);
  g_autoptr (GPtrArray) sections = wijk_state_dup_sorted (state, WIJK_KIND_SECTION);
  g_autoptr (GPtrArray) priorities = wijk_state_dup_sorted (state, WIJK_KIND_PRIORITY);
  GPtrArray *users = g_ptr_array_new ();

  for (guint i = 0; i < sections->len; i++)
    {
      WijkSection *section = g_ptr_array_index (sections, i);

      if (is_linked (section->links, source, quotes) ||
          is_mentioned (section->text, source, quotes))
        g_ptr_array_add (users, section);
    }
  for (guint i = 0; i < priorities->len; i++)
    {
      WijkPriority *priority = g_ptr_array_index (priorities, i);

      if (is_linked (priority->origin, source, quotes))
        g_ptr_array_add (users, priority);
    }

  return users;
}
