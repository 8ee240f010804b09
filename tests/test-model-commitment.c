/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-commitment.h"

#include "heads.h"

#define TODAY "2027-03-01"

static const struct
{
  const char *name, *due, *status;
  gboolean is_open, is_due;
} cases[] = {
  { "a", "2027-02-28", "gepland", TRUE, TRUE },  { "b", "2027-03-01", "", TRUE, TRUE },
  { "c", "2027-03-02", "loopt", TRUE, FALSE },   { "d", "", "loopt", TRUE, FALSE },
  { "e", "2026-01-01", "gedaan", FALSE, FALSE }, { "f", "2026-01-02", "niet-gedaan", FALSE, FALSE },
  { "g", "", "vervallen", FALSE, FALSE },
};

static WijkState *
make_state (void)
{
  WijkState *state = wijk_state_new ();

  for (gsize i = G_N_ELEMENTS (cases); i > 0; i--)
    put (state,
         id_of ("commitment", cases[i - 1].name),
         1,
         "text",
         cases[i - 1].name,
         "due",
         cases[i - 1].due,
         "status",
         cases[i - 1].status,
         NULL);

  return state;
}

static void
test_due (void)
{
  g_autoptr (WijkState) state = make_state ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkCommitment *one =
          (WijkCommitment *) wijk_state_lookup (state, id_of ("commitment", cases[i].name));

      g_assert_cmpint (wijk_commitment_is_open (one), ==, cases[i].is_open);
      g_assert_cmpint (wijk_commitment_is_due (one, TODAY), ==, cases[i].is_due);
    }
}

/* As the cases stand. */
static void
test_order (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (GPtrArray) all = wijk_state_dup_commitments (state);

  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (cases));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (((WijkCommitment *) all->pdata[i])->text, ==, cases[i].name);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commitment/due", test_due);
  g_test_add_func ("/commitment/order", test_order);

  return g_test_run ();
}
