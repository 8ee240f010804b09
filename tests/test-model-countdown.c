/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-countdown.h"

#include <glib.h>

#define SECONDS(n) ((gint64) (n) * G_USEC_PER_SEC)

/* What is done when, in seconds, and how it stands after. */
static void
test_course (void)
{
  static const struct
  {
    char done; /* s: start with 5 minutes, p: pause, r: resume, m: a minute more, c: clear */
    int at;
    const char *digits;
    gboolean is_running;
    WijkCountdownNews news;
  } cases[] = {
    { 's', 100, "5:00", TRUE, WIJK_COUNTDOWN_NOTHING },
    { '-', 101, "4:59", TRUE, WIJK_COUNTDOWN_NOTHING },
    { 'p', 110, "4:50", FALSE, WIJK_COUNTDOWN_NOTHING },
    { '-', 900, "4:50", FALSE, WIJK_COUNTDOWN_NOTHING },
    { 'p', 901, "4:50", FALSE, WIJK_COUNTDOWN_NOTHING },
    { 'r', 1000, "4:50", TRUE, WIJK_COUNTDOWN_NOTHING },
    { 'r', 1010, "4:40", TRUE, WIJK_COUNTDOWN_NOTHING },
    { '-', 1230, "1:00", TRUE, WIJK_COUNTDOWN_MINUTE_LEFT },
    { '-', 1231, "0:59", TRUE, WIJK_COUNTDOWN_NOTHING },
    { 'm', 1240, "1:50", TRUE, WIJK_COUNTDOWN_NOTHING },
    { '-', 1300, "0:50", TRUE, WIJK_COUNTDOWN_MINUTE_LEFT },
    { '-', 1400, "0:00", FALSE, WIJK_COUNTDOWN_ENDED },
    { '-', 1500, "0:00", FALSE, WIJK_COUNTDOWN_NOTHING },
    { 'r', 1501, "0:00", FALSE, WIJK_COUNTDOWN_NOTHING },
    { 'm', 1600, "1:00", TRUE, WIJK_COUNTDOWN_NOTHING },
    { 'p', 1630, "0:30", FALSE, WIJK_COUNTDOWN_NOTHING },
    { 'm', 1640, "1:30", FALSE, WIJK_COUNTDOWN_NOTHING },
    { 'c', 1700, "0:00", FALSE, WIJK_COUNTDOWN_NOTHING },
    { 'r', 1701, "0:00", FALSE, WIJK_COUNTDOWN_NOTHING },
  };
  WijkCountdown countdown = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 now = SECONDS (cases[i].at);
      g_autofree char *digits = NULL;

      if (cases[i].done == 's')
        wijk_countdown_start (&countdown, SECONDS (300), now);
      else if (cases[i].done == 'p')
        wijk_countdown_pause (&countdown, now);
      else if (cases[i].done == 'r')
        wijk_countdown_resume (&countdown, now);
      else if (cases[i].done == 'm')
        wijk_countdown_add (&countdown, SECONDS (60), now);
      else if (cases[i].done == 'c')
        wijk_countdown_clear (&countdown);
      digits = wijk_countdown_format (&countdown, now);
      g_assert_cmpstr (digits, ==, cases[i].digits);
      g_assert_cmpint (wijk_countdown_is_running (&countdown, now), ==, cases[i].is_running);
      g_assert_cmpint (wijk_countdown_look (&countdown, now), ==, cases[i].news);
    }
}

static void
test_seconds_round_up (void)
{
  WijkCountdown countdown = { 0 };
  g_autofree char *digits = NULL;
  g_autofree char *long_digits = NULL;

  wijk_countdown_start (&countdown, SECONDS (60), 1);
  g_assert_cmpint (wijk_countdown_look (&countdown, 2), ==, WIJK_COUNTDOWN_NOTHING);
  digits = wijk_countdown_format (&countdown, SECONDS (59) + 2);
  g_assert_cmpstr (digits, ==, "0:01");
  g_assert_true (wijk_countdown_is_running (&countdown, SECONDS (60)));
  wijk_countdown_start (&countdown, SECONDS (5400), 1);
  long_digits = wijk_countdown_format (&countdown, 1);
  g_assert_cmpstr (long_digits, ==, "90:00");
}

/* Asked rarely, after a sleep of the laptop: the end is told, once. */
static void
test_slept (void)
{
  WijkCountdown countdown = { 0 };

  wijk_countdown_start (&countdown, SECONDS (120), SECONDS (1));
  g_assert_cmpint (wijk_countdown_look (&countdown, SECONDS (9000)), ==, WIJK_COUNTDOWN_ENDED);
  g_assert_cmpint (wijk_countdown_look (&countdown, SECONDS (9001)), ==, WIJK_COUNTDOWN_NOTHING);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/countdown/course", test_course);
  g_test_add_func ("/countdown/seconds-round-up", test_seconds_round_up);
  g_test_add_func ("/countdown/slept", test_slept);

  return g_test_run ();
}
