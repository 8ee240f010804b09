/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-consent.h"

#include <string.h>

#include "wijk-session.h"

#define NO_ROLE "betrokkene" /* a value, in the plan's language */

gboolean
wijk_stakeholder_consents_to (WijkStakeholder *self, const char *purpose)
{
  return self->kind == WIJK_STAKEHOLDER_ORGANISATION || wijk_set_contains (self->consents, purpose);
}

gboolean
wijk_stakeholder_is_expired (WijkStakeholder *self, const char *today)
{
  return self->keep_until != NULL && strcmp (self->keep_until, today) < 0 &&
         (self->name != NULL || self->contact != NULL);
}

gboolean
wijk_stakeholder_is_erased (WijkStakeholder *self)
{
  return self->name == NULL && self->organisation == NULL && self->contact == NULL;
}

char *
wijk_state_dup_keep_until (WijkState *self, const char *today)
{
  WijkRecordList *sessions = wijk_state_get_list (self, WIJK_KIND_SESSION);
  const char *last = NULL;
  GDate date;

  for (guint i = 0; i < wijk_record_list_get_length (sessions); i++)
    {
      WijkSession *session = (WijkSession *) wijk_record_list_get (sessions, i);

      if (session->date != NULL && g_strcmp0 (session->date, last) > 0)
        last = session->date;
    }
  if (last == NULL)
    last = today;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date,
                  (GDateDay) g_ascii_strtoull (last + 8, NULL, 10),
                  (GDateMonth) g_ascii_strtoull (last + 5, NULL, 10),
                  (GDateYear) g_ascii_strtoull (last, NULL, 10));
  g_date_add_years (&date, 1);

  return g_strdup_printf (
      "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

/* @text with @name as a whole word, in any case, replaced. */
static char *
replace_name (const char *text, const char *name, const char *by)
{
  g_autofree char *escaped = g_regex_escape_string (name, -1);
  g_autofree char *pattern = g_strdup_printf ("(?<![\\p{L}\\p{N}])%s(?![\\p{L}\\p{N}])", escaped);
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  char *replaced = regex != NULL ? g_regex_replace_literal (regex, text, -1, 0, by, 0, NULL) : NULL;

  return replaced != NULL ? replaced : g_strdup (by); /* rather too little than a name too many */
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const WijkStakeholder *one = a, *other = b;
  gsize length = strlen (one->name), others = strlen (other->name);

  return length != others ? (length > others ? -1 : 1) : strcmp (one->name, other->name);
}

char *
wijk_state_dup_public_names (WijkState *self, const char *text)
{
  WijkRecordList *all = wijk_state_get_list (self, WIJK_KIND_STAKEHOLDER);
  g_autoptr (GPtrArray) hidden = g_ptr_array_new ();
  char *result = g_strdup (text);

  for (guint i = 0; text != NULL && i < wijk_record_list_get_length (all); i++)
    {
      WijkStakeholder *person = (WijkStakeholder *) wijk_record_list_get (all, i);

      if (person->name != NULL && person->kind == WIJK_STAKEHOLDER_PERSON &&
          !wijk_stakeholder_consents_to (person, "publicatie"))
        g_ptr_array_add (hidden, person);
    }
  g_ptr_array_sort_values (hidden, compare_names); /* "Jan de Vries" before "Jan" */
  for (guint i = 0; i < hidden->len; i++)
    {
      const WijkStakeholder *person = hidden->pdata[i];
      char *next =
          replace_name (result, person->name, person->role != NULL ? person->role : NO_ROLE);

      g_free (result);
      result = next;
    }

  return result;
}
