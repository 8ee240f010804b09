/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a key in the search entry takes until the list shows what it found, and the longest
 * stall of the main loop on the way. */

#include "config.h"

#include "bar.h"

#include "wijk-remark-model.h"

#include "heads.h"

static const char *const words[] = {
  "de",       "het",      "een",        "wijkenquête", "speeltuin", "fietspad",
  "donker",   "lantaarn", "buurtkamer", "parkeren",    "groen",     "bankje",
  "veilig",   "school",   "kinderen",   "straat",      "wij",       "willen",
  "graag",    "meer",     "minder",     "afval",       "container", "café",
  "bushalte", "ouderen",  "eenzaam",    "geluid",      "scooter",   "water",
};

static WijkState *
make_state (guint n)
{
  WijkState *state = wijk_state_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  wijk_state_begin_fill (state);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *label = g_strdup_printf ("R-%u", i);
      g_autofree char *date = g_strdup_printf ("2026-%02u-%02u", i % 12 + 1, i % 28 + 1);
      g_autoptr (GString) text = g_string_new (NULL);

      for (int k = g_rand_int_range (rand, 8, 30); k > 0; k--)
        g_string_append_printf (
            text, "%s ", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
      put (state,
           id_of ("remark", name),
           1,
           "text",
           text->str,
           "number",
           name,
           "label",
           label,
           "date",
           date,
           "channel",
           "papier",
           NULL);
    }
  wijk_state_end_fill (state);

  return state;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
searched_cb (WijkRemarkModel *model, gboolean *is_done)
{
  *is_done = TRUE;
}

/* One key: until all is shown; the longest turn of the main loop goes into *@stall. */
static double
press (WijkRemarkFilter *filter, const char *query, gboolean *is_done, double *stall)
{
  gint64 began = g_get_monotonic_time (), turn = began;

  *is_done = FALSE;
  wijk_remark_filter_set_query (filter, query);
  *stall = MAX (*stall, (double) (g_get_monotonic_time () - turn) / 1000);
  while (!*is_done)
    {
      turn = g_get_monotonic_time ();
      g_main_context_iteration (NULL, TRUE);
      *stall = MAX (*stall, (double) (g_get_monotonic_time () - turn) / 1000);
    }

  return (double) (g_get_monotonic_time () - began) / 1000;
}

static void
measure (guint n)
{
  static const char *const typed[] = { "enquete", "wijk bank", "R-12", "ouderen eenzaam", "zzz" };
  g_autoptr (WijkState) state = make_state (n);
  g_autoptr (WijkRemarkFilter) filter = wijk_remark_filter_new (state);
  g_autoptr (WijkRemarkModel) model = wijk_remark_model_new (state, filter);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean is_done = FALSE;
  double first, stall = 0, ignored = 0;

  g_signal_connect (model, "searched", G_CALLBACK (searched_cb), &is_done);
  first = press (filter, "e", &is_done, &stall); /* makes the keys that are not there yet */
  for (guint round = 0; round < 9; round++)
    for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
      for (gsize length = 0; length <= strlen (typed[i]); length++)
        {
          g_autofree char *query = g_strndup (typed[i], length);
          gint64 before = g_get_monotonic_time ();
          double time;

          wijk_remark_filter_set_query (filter, ""); /* so that every key searches everything */
          while (g_main_context_iteration (NULL, FALSE) &&
                 g_get_monotonic_time () - before < 100000)
            ;
          if (length == 0)
            continue;
          time = press (filter, query, &is_done, round == 0 ? &stall : &ignored);
          g_array_append_val (times, time);
        }
  g_array_sort (times, compare_doubles);
  g_print ("search %6u remarks: per key median %.2f ms, max %.2f ms; first key %.1f ms; longest "
           "stall %.1f ms\n",
           n,
           g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len - 1),
           first,
           stall);
  if (n == 10000)
    print_bar ("search as one types, 10,000 remarks",
               g_array_index (times, double, times->len / 2),
               "ms",
               5);
}

int
main (int argc, char **argv)
{
  measure (1000);
  measure (10000);
  measure (100000);

  return 0;
}
