/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview counts words as the chapters themselves do. */

#include "config.h"

#include "wijk-blocks.h"
#include "wijk-plan-figures.h"

#include "heads.h"

static void
put_text (WijkState *state, const char *name, guint at, const char *text)
{
  put (state, id_of ("section", name), at, "title", "Hoofdstuk", "place", "/a", "text", text, NULL);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    guint n_words;
  } cases[] = {
    { "", 0 },
    { "Groen en water", 3 },
    { "# Groen\n\n- een\n- twee **woorden**\n", 4 },
    { "Zie [de enquête](https://leiden.nl/een/twee) van 2026.", 5 },
    { "wijk**centrum** en - streep", 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkState) state = wijk_state_new ();

      put_text (state, "a", 1, cases[i].text);
      g_assert_cmpuint (wijk_plan_figures_of (state).n_words, ==, cases[i].n_words);
      g_assert_cmpuint (wijk_text_count_words (cases[i].text), ==, cases[i].n_words);
    }
}

static void
test_changes (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();

  g_assert_cmpuint (wijk_plan_figures_of (state).n_words, ==, 0);
  put_text (state, "a", 1, "een twee drie");
  put_text (state, "b", 1, "vier");
  g_assert_cmpuint (wijk_plan_figures_of (state).n_words, ==, 4);
  put_text (state, "a", 2, "een twee");
  g_assert_cmpuint (wijk_plan_figures_of (state).n_words, ==, 3);
  put (state, id_of ("section", "b"), 3, "title", "Leeg", "place", "/a", NULL);
  g_assert_cmpuint (wijk_plan_figures_of (state).n_words, ==, 2);
  g_assert_cmpuint (wijk_plan_figures_of (state).n_sections, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/plan-figures/words", test_words);
  g_test_add_func ("/ui/plan-figures/changes", test_changes);

  return g_test_run ();
}
