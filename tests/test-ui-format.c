/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How dates, years, counts and money are written, in the C locale. */

#include "config.h"

#include "wijk-area.h"
#include "wijk-field.h"
#include "wijk-format.h"
#include "wijk-label.h"

static void
take_equal (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    gboolean month;
    const char *iso;
  } cases[] = {
    { "2026-11-23", FALSE, "2026-11-23" },
    { "23-11-2026", FALSE, "2026-11-23" },
    { " 23/11/2026 ", FALSE, "2026-11-23" },
    { "3.1.2026", FALSE, "2026-01-03" },
    { "11-2026", TRUE, "2026-11" },
    { "2026-11", TRUE, "2026-11" },
    { "30-2-2026", FALSE, NULL },
    { "29-2-2028", FALSE, "2028-02-29" },
    { "23-11-26", FALSE, NULL },
    { "23-11-2026x", FALSE, NULL },
    { "november", FALSE, NULL },
    { "", FALSE, NULL },
    { "23-11-2026", TRUE, NULL },
    { "13-2026", TRUE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    take_equal (wijk_ui_parse_date (cases[i].text, cases[i].month), cases[i].iso);

  take_equal (wijk_ui_format_date ("2026-11-23"), "23 November 2026");
  take_equal (wijk_ui_format_date ("2026-11"), "November 2026");
  take_equal (wijk_ui_format_date ("2026-11-31"), "");
  take_equal (wijk_ui_format_date (NULL), "");
}

static void
test_numbers (void)
{
  take_equal (wijk_ui_format_years (2027, 2031), "2027–2031");
  take_equal (wijk_ui_format_years (2027, 2027), "2027");
  take_equal (wijk_ui_format_years (WIJK_UNSET, 2031), "2031");
  take_equal (wijk_ui_format_years (2027, WIJK_UNSET), "2027");
  take_equal (wijk_ui_format_years (WIJK_UNSET, WIJK_UNSET), "");
  take_equal (wijk_ui_format_money (1250000), "€ 12500");
  take_equal (wijk_ui_format_money (1250050), "€ 12500.50");
  take_equal (wijk_ui_format_owed (0, 0), "No remarks yet");
  take_equal (wijk_ui_format_owed (12, 37), "12 of 37 still to be answered");
  take_equal (wijk_ui_format_owed (0, 37), "All 37 remarks answered");
}

static void
test_moments (void)
{
  gint64 now = g_get_real_time () / 1000;
  g_autofree char *long_ago = wijk_ui_format_moment (now - 40 * 24 * G_GINT64_CONSTANT (3600000));

  take_equal (wijk_ui_format_moment (0), "");
  take_equal (wijk_ui_format_moment (now), "Just now");
  g_assert_nonnull (g_strrstr (long_ago, "20"));
}

/* Every choice of every field has a label of its own, in the order of its words. */
static void
test_labels (void)
{
  for (WijkKind kind = 0; kind < WIJK_KIND_OTHER; kind++)
    {
      guint n_fields;
      const WijkField *fields = wijk_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        {
          g_auto (GStrv) labels = NULL;

          if (fields[i].kind != WIJK_FIELD_CHOICE)
            continue;
          labels = wijk_label_dup_choices (&fields[i]);
          g_assert_cmpuint (
              g_strv_length (labels), ==, g_strv_length ((GStrv) fields[i].choices) + 1);
          for (guint j = 0; fields[i].choices[j] != NULL; j++)
            {
              g_assert_cmpstr (labels[j + 1], !=, fields[i].choices[j]);
              g_assert_cmpstr (
                  wijk_label_for_word (fields[i].choices, fields[i].choices[j]), ==, labels[j + 1]);
            }
        }
    }

  g_assert_cmpstr (wijk_label_for_word (wijk_aspect_words, "veiligheid"), ==, "Safety");
  g_assert_cmpstr (wijk_label_for_word (wijk_aspect_words, "anders"), ==, "anders");
  g_assert_cmpstr (wijk_label_for_area ("WK054608"), ==, "Merenwijk");
  g_assert_cmpstr (wijk_label_for_area ("WK999999"), ==, "WK999999");
  g_assert_null (wijk_label_for_area (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/format/dates", test_dates);
  g_test_add_func ("/ui/format/numbers", test_numbers);
  g_test_add_func ("/ui/format/moments", test_moments);
  g_test_add_func ("/ui/format/labels", test_labels);

  return g_test_run ();
}
