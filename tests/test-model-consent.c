/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-consent.h"

#include "heads.h"

#define PLAN id_of ("plan", "p")
#define ANN id_of ("stakeholder", "ann")
#define ANNA id_of ("stakeholder", "anna")
#define BO id_of ("stakeholder", "bo")
#define FIRM id_of ("stakeholder", "firm")
#define GONE id_of ("stakeholder", "gone")

static WijkState *
make_state (void)
{
  WijkState *state = wijk_state_new ();

  put (state, PLAN, 1, "kind", "wijkplan", NULL);
  put (state, ANN, 1, "kind", "persoon", "name", "Ann de Wit", "role", "bewoner", NULL);
  put (state, ANNA, 1, "kind", "persoon", "name", "Ann", NULL);
  put (state, BO, 1, "kind", "persoon", "name", "Bo (B.) Smit", "consents/publicatie", "1", NULL);
  put (state, FIRM, 1, "kind", "organisatie", "name", "Portaal", "organisation", "Portaal", NULL);
  put (state, GONE, 1, "kind", "persoon", NULL);

  return state;
}

static void
test_public_names (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "Ann de Wit", "bewoner" },
    { "ANN DE WIT, Portaal", "bewoner, Portaal" },
    { "Ann", "betrokkene" },
    { "Annemarie", "Annemarie" },
    { "Johann de Wit", "Johann de Wit" },
    { "Bo (B.) Smit en Ann de Wit", "Bo (B.) Smit en bewoner" },
    { "Gemeente Leiden", "Gemeente Leiden" },
    { "", "" },
    { NULL, NULL },
  };
  g_autoptr (WijkState) state = make_state ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = wijk_state_dup_public_names (state, cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

static void
test_consents (void)
{
  g_autoptr (WijkState) state = make_state ();
  WijkStakeholder *bo = (WijkStakeholder *) wijk_state_lookup (state, BO);
  WijkStakeholder *firm = (WijkStakeholder *) wijk_state_lookup (state, FIRM);
  WijkStakeholder *gone = (WijkStakeholder *) wijk_state_lookup (state, GONE);

  g_assert_true (wijk_stakeholder_consents_to (bo, "publicatie"));
  g_assert_false (wijk_stakeholder_consents_to (bo, "contact"));
  g_assert_true (wijk_stakeholder_consents_to (firm, "contact"));
  g_assert_false (wijk_stakeholder_is_erased (bo));
  g_assert_true (wijk_stakeholder_is_erased (gone));
}

static void
test_expired (void)
{
  static const struct
  {
    const char *keep_until, *today;
    gboolean expired;
  } cases[] = {
    { "2027-03-01", "2027-02-28", FALSE },
    { "2027-03-01", "2027-03-01", FALSE }, /* the day itself counts */
    { "2027-03-01", "2027-03-02", TRUE },
    { "", "2027-03-02", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkState) state = wijk_state_new ();
      WijkStakeholder *ann = put (
          state, ANN, 1, "kind", "persoon", "name", "Ann", "keep-until", cases[i].keep_until, NULL);
      WijkStakeholder *gone =
          put (state, GONE, 1, "kind", "persoon", "keep-until", cases[i].keep_until, NULL);

      g_assert_cmpint (wijk_stakeholder_is_expired (ann, cases[i].today), ==, cases[i].expired);
      g_assert_false (wijk_stakeholder_is_expired (gone, cases[i].today));
    }
}

static void
test_keep_until (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autofree char *without = wijk_state_dup_keep_until (state, "2028-02-29");
  g_autofree char *with = NULL;

  g_assert_cmpstr (without, ==, "2029-02-28");
  put (state, id_of ("session", "one"), 1, "title", "Een", "date", "2026-11-05", NULL);
  put (state, id_of ("session", "later"), 1, "title", "Twee", "date", "2026-12-01", NULL);
  put (state, id_of ("session", "undated"), 1, "title", "Drie", NULL);
  with = wijk_state_dup_keep_until (state, "2028-02-29");
  g_assert_cmpstr (with, ==, "2027-12-01");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/consent/public-names", test_public_names);
  g_test_add_func ("/consent/consents", test_consents);
  g_test_add_func ("/consent/expired", test_expired);
  g_test_add_func ("/consent/keep-until", test_keep_until);

  return g_test_run ();
}
