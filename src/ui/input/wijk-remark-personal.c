/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-remark-personal.h"

#include <glib/gi18n.h>

#include "wijk-personal.h"

static char *
describe (WijkPersonalKind kind, const char *part)
{
  switch (kind)
    {
    case WIJK_PERSONAL_PHONE:
      return g_strdup_printf (_ ("“%s” looks like a phone number."), part);
    case WIJK_PERSONAL_EMAIL:
      return g_strdup_printf (_ ("“%s” looks like an e-mail address."), part);
    case WIJK_PERSONAL_ADDRESS:
      return g_strdup_printf (_ ("“%s” looks like an address."), part);
    case WIJK_PERSONAL_IBAN:
      return g_strdup_printf (_ ("“%s” looks like a bank account."), part);
    case WIJK_PERSONAL_BSN:
      return g_strdup_printf (_ ("“%s” looks like a citizen service number (BSN)."), part);
    default:
      g_assert_not_reached ();
    }
}

char *
wijk_personal_dup_hint (const char *words)
{
  g_autoptr (GArray) found = wijk_personal_find (words);
  g_autofree char *part = NULL;
  g_autofree char *first = NULL;
  const WijkPersonal *personal;

  if (found->len == 0)
    return NULL;
  personal = &g_array_index (found, WijkPersonal, 0);
  part = g_strndup (words + personal->start, personal->end - personal->start);
  first = describe (personal->kind, part);

  return g_strjoin (" ", first, _ ("This text can be published."), NULL);
}

char *
wijk_remark_dup_personal_warning (const char *words)
{
  g_autoptr (GArray) found = wijk_personal_find (words);
  g_autofree char *part = NULL;
  g_autofree char *first = NULL;
  const WijkPersonal *personal;

  if (found->len == 0)
    return NULL;
  personal = &g_array_index (found, WijkPersonal, 0);
  part = g_strndup (words + personal->start, personal->end - personal->start);
  first = describe (personal->kind, part);

  return g_strjoin (" ", first, _ ("Remarks are published: leave out who said it."), NULL);
}
