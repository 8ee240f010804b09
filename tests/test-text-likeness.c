/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-likeness.h"
#include "wijk-stem.h"

#include <string.h>

static void
test_stem (void)
{
  static const struct
  {
    const char *word;
    const char *stem;
  } cases[] = {
    { "", "" },
    { "aed", "aed" },
    { "2035", "2035" },
    { "boom", "bom" },
    { "bomen", "bom" },
    { "bankjes", "bank" },
    { "banken", "bank" },
    { "daken", "dak" },
    { "dakken", "dak" },
    { "huizen", "huis" },
    { "huis", "huis" },
    { "straten", "strat" },
    { "straat", "strat" },
    { "speeltuintje", "speeltuin" },
    { "speeltuinen", "speeltuin" },
    { "lantaarns", "lantaarn" },
    { "wens", "wens" },
    { "fietsers", "fietser" },
    { "gesnoeid", "snoei" },
    { "scheefheden", "schef" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stem = wijk_stem (cases[i].word);

      g_assert_cmpstr (stem, ==, cases[i].stem);
    }
}

/* What is said again must score higher than what only looks like it. */
static void
test_score (void)
{
  static const struct
  {
    const char *text;
    const char *again;
    const char *not_again;
  } cases[] = {
    { "Graag een AED bij het buurthuis",
      "Er hangt geen AED bij het buurthuis",
      "Graag een fietspomp bij het buurthuis" },
    { "Te hard rijden op de Topaaslaan",
      "Ze scheuren over de Topaaslaan, rijden veel te hard",
      "Te hard rijden op de Smaragdlaan" },
    { "Meer bankjes in het park", "Zet bankjes neer in het park", "Minder bankjes in het park" },
    { "De stoep bij nummer 112 is te hoog",
      "Stoeprand bij huisnummer 112 te hoog",
      "De stoep bij nummer 12 ligt los" },
    { "Een weekmarkt op het plein",
      "Er zou een markt op het plein moeten komen",
      "Een kerstboom op het plein" },
    { "Houtkachels in de winter verbieden",
      "Verbied toch die houtkachels",
      "Heerlijk, zo'n houtkachel" },
    { "Hondenpoep in het park", "HONDEPOEP IN HET PARK", "Zwerfvuil in het park" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *texts[] = { cases[i].text, cases[i].again, cases[i].not_again };
      g_autoptr (WijkLikeness) likeness = wijk_likeness_new (texts, 3, NULL, NULL);

      g_assert_cmpfloat (
          wijk_likeness_score (likeness, 0, 1), >, wijk_likeness_score (likeness, 0, 2) + 0.3);
      g_assert_cmpfloat_with_epsilon (
          wijk_likeness_score (likeness, 0, 2), wijk_likeness_score (likeness, 2, 0), 1e-9);
    }
}

/* Texts without any subject are never alike, unless they are the same. */
static void
test_empty (void)
{
  const char *texts[] = { "", "...", "het is er niet", "het is er niet", "😀 !", "\303(" };
  g_autoptr (WijkLikeness) likeness = wijk_likeness_new (texts, G_N_ELEMENTS (texts), NULL, NULL);
  g_autoptr (WijkLikeness) nothing = wijk_likeness_new (NULL, 0, NULL, NULL);
  g_autoptr (GArray) none = wijk_likeness_find (nothing, NULL, NULL);

  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < i; j++)
      if (i == 3 && j == 2)
        g_assert_cmpfloat (wijk_likeness_score (likeness, i, j), >, 0);
      else
        g_assert_cmpfloat (wijk_likeness_score (likeness, i, j), <, 0);
}

static const char *const street_corner[] = {
  "Er moet een zebrapad komen bij de school op de Damlaan",
  "De bibliotheek in de Merenwijk moet open blijven",
  "Zebra bij de school, de Damlaan is daar levensgevaarlijk",
  "Behoud de bieb in de Merenwijk!",
  "Het ruikt naar riool in de Horsten",
  "Kan er bij de school op de Damlaan een oversteekplaats komen?",
  "Fietsenrekken bij de halte",
  "Er moet een zebrapad komen bij de school op de Damlaan",
};

static void
test_find (void)
{
  guint n = G_N_ELEMENTS (street_corner);
  g_autoptr (WijkLikeness) likeness = wijk_likeness_new (street_corner, n, NULL, NULL);
  g_autoptr (GArray) pairs = wijk_likeness_find (likeness, NULL, NULL);
  g_autoptr (GArray) again = wijk_likeness_find (likeness, NULL, NULL);
  g_autoptr (GPtrArray) groups = wijk_likeness_group (pairs, n);
  GArray *crossing;

  g_assert_cmpuint (pairs->len, ==, again->len);
  g_assert_cmpmem (pairs->data,
                   pairs->len * sizeof (WijkLikePair),
                   again->data,
                   pairs->len * sizeof (WijkLikePair));
  for (guint i = 0; i < pairs->len; i++)
    {
      WijkLikePair *pair = &g_array_index (pairs, WijkLikePair, i);

      g_assert_cmpuint (pair->a, <, pair->b);
      g_assert_cmpfloat (pair->score, >=, 0);
      g_assert_true (i == 0 || pair[-1].score >= pair->score);
    }
  g_assert_cmpuint (groups->len, ==, 2);
  crossing = groups->pdata[0];
  g_assert_cmpuint (crossing->len, ==, 4);
  g_assert_cmpuint (g_array_index (crossing, guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index (crossing, guint, 3), ==, 7);
  g_assert_cmpuint (((GArray *) groups->pdata[1])->len, ==, 2);
}

/* Only what is alike two by two is one group: a-b and b-c do not make a-b-c. */
static void
test_group (void)
{
  static const WijkLikePair chain[] = {
    { 0, 1, 2.0 }, { 1, 2, 1.9 }, { 3, 4, 1.8 }, { 5, 6, 1.7 },
    { 4, 5, 1.6 }, { 3, 5, 1.5 }, { 3, 6, 1.4 }, { 4, 6, 1.3 },
  };
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (WijkLikePair));
  g_autoptr (GPtrArray) groups = NULL;
  GArray *square;

  g_array_append_vals (pairs, chain, G_N_ELEMENTS (chain));
  groups = wijk_likeness_group (pairs, 7);
  g_assert_cmpuint (groups->len, ==, 2);
  g_assert_cmpuint (((GArray *) groups->pdata[0])->len, ==, 2);
  square = groups->pdata[1];
  g_assert_cmpuint (square->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (g_array_index (square, guint, i), ==, i + 3);
}

static void
test_title (void)
{
  static const struct
  {
    const char *texts[3];
    const char *title;
  } cases[] = {
    { { NULL }, "" },
    { { "" }, "" },
    { { "zebrapad Damlaan!" }, "Zebrapad Damlaan" },
    { { "Ik loop hier elke dag en het is een zooi met dat afval overal op straat, bah",
        "Meer prullenbakken tegen het afval",
        "afval op straat, zet prullenbakken neer" },
      "Meer prullenbakken tegen het afval" },
    { { "Als ik mijn kinderen met de bakfiets naar school breng, moet ik de Damlaan over" },
      "Als ik mijn kinderen met de bakfiets naar school breng, moet…" },
    { { "één bankje,  \n graag" }, "Één bankje,    graag" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = 0;
      g_autofree char *title = NULL;

      while (n < 3 && cases[i].texts[n] != NULL)
        n++;
      title = wijk_likeness_propose_title (cases[i].texts, n);
      g_assert_cmpstr (title, ==, cases[i].title);
    }
}

/* Ends at the @user_data'th call. */
static gboolean
progress_cb (double done, gpointer user_data)
{
  guint *left = user_data;

  g_assert_cmpfloat (done, >=, 0);
  g_assert_cmpfloat (done, <=, 1);

  return (*left)-- > 0;
}

static void
test_ended (void)
{
  guint n = G_N_ELEMENTS (street_corner);
  g_autoptr (WijkLikeness) likeness = wijk_likeness_new (street_corner, n, NULL, NULL);
  guint left = 0;

  g_assert_null (wijk_likeness_new (street_corner, n, progress_cb, &left));
  for (guint calls = 0; calls < 97; calls += 16)
    {
      left = calls;
      g_assert_null (wijk_likeness_find (likeness, progress_cb, &left));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/likeness/stem", test_stem);
  g_test_add_func ("/text/likeness/score", test_score);
  g_test_add_func ("/text/likeness/empty", test_empty);
  g_test_add_func ("/text/likeness/find", test_find);
  g_test_add_func ("/text/likeness/group", test_group);
  g_test_add_func ("/text/likeness/title", test_title);
  g_test_add_func ("/text/likeness/ended", test_ended);

  return g_test_run ();
}
