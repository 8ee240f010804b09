/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts as people write them in Dutch, to the cent and back. */

#include "config.h"

#include "wijk-money.h"

static const struct
{
  const char *text;
  gint64 cents;
} amounts[] = {
  { "0", 0 },
  { "5", 500 },
  { "5,5", 550 },
  { "5,05", 505 },
  { "0,01", 1 },
  { "12500", 1250000 },
  { "12.500", 1250000 },
  { "12.500,00", 1250000 },
  { "12.500,5", 1250050 },
  { "12 500,99", 1250099 },
  { "12\u00a0500,99", 1250099 },
  { "€ 12.500,-", 1250000 },
  { "€12.500,--", 1250000 },
  { "€ 12.500,\u2014", 1250000 },
  { "12.500 €", 1250000 },
  { "  145.000  ", 14500000 },
  { "1.234.567,89", 123456789 },
  { "007", 700 },
  { "-3,5", -350 },
  { "\u2212 1.000", -100000 },
  { "€ -1.000", -100000 },
  { "1.000.000.000.000", WIJK_MONEY_MOST },
  { "-1.000.000.000.000,00", -WIJK_MONEY_MOST },
  { "0,1", 10 }, /* what floating point cannot say */
  { "70368744177,69", G_GINT64_CONSTANT (7036874417769) },
};

static const struct
{
  const char *text;
  WijkMoneyError code;
} refused[] = {
  { "", WIJK_MONEY_ERROR_FORM },
  { "   ", WIJK_MONEY_ERROR_FORM },
  { "€", WIJK_MONEY_ERROR_FORM },
  { "-", WIJK_MONEY_ERROR_FORM },
  { ",50", WIJK_MONEY_ERROR_FORM },
  { "5,", WIJK_MONEY_ERROR_FORM },
  { "5,123", WIJK_MONEY_ERROR_FORM },
  { "12.50", WIJK_MONEY_ERROR_FORM }, /* twelve and a half, or twelve hundred and fifty? */
  { "12.5000", WIJK_MONEY_ERROR_FORM },
  { "12,500.00", WIJK_MONEY_ERROR_FORM },
  { "1234.567", WIJK_MONEY_ERROR_FORM },
  { "1.234 567", WIJK_MONEY_ERROR_FORM },
  { "1..234", WIJK_MONEY_ERROR_FORM },
  { "1.234.", WIJK_MONEY_ERROR_FORM },
  { "--5", WIJK_MONEY_ERROR_FORM },
  { "5-", WIJK_MONEY_ERROR_FORM },
  { "5,50-", WIJK_MONEY_ERROR_FORM },
  { "5e3", WIJK_MONEY_ERROR_FORM },
  { "0x10", WIJK_MONEY_ERROR_FORM },
  { "veel", WIJK_MONEY_ERROR_FORM },
  { "€ € 5", WIJK_MONEY_ERROR_FORM },
  { "5 miljoen", WIJK_MONEY_ERROR_FORM },
  { "1.000.000.000.000,01", WIJK_MONEY_ERROR_RANGE },
  { "99999999999999999999999999", WIJK_MONEY_ERROR_RANGE },
};

static const struct
{
  gint64 cents;
  const char *text;
} formats[] = {
  { 0, "0,00" },
  { 7, "0,07" },
  { 99900, "999,00" },
  { 100000, "1.000,00" },
  { 1250000, "12.500,00" },
  { 123456789, "1.234.567,89" },
  { -350, "-3,50" },
  { WIJK_MONEY_MOST, "1.000.000.000.000,00" },
  { G_MININT64, "-92.233.720.368.547.758,08" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 cents = 42;

      g_test_message ("%s", amounts[i].text);
      g_assert_true (wijk_money_parse (amounts[i].text, &cents, &error));
      g_assert_no_error (error);
      g_assert_cmpint (cents, ==, amounts[i].cents);
    }
}

static void
test_refuse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 cents = 42;

      g_test_message ("%s", refused[i].text);
      g_assert_false (wijk_money_parse (refused[i].text, &cents, &error));
      g_assert_error (error, WIJK_MONEY_ERROR, (int) refused[i].code);
      g_assert_nonnull (strstr (error->message, refused[i].text));
    }
}

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *text = wijk_money_format (formats[i].cents);

      g_assert_cmpstr (text, ==, formats[i].text);
    }
}

static void
test_there_and_back (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      gint64 cents = ((gint64) g_test_rand_int () * 65536 + (g_test_rand_int () & 0xffff)) /
                     (1 << g_test_rand_int_range (0, 20));
      g_autofree char *text = NULL;
      gint64 back = 0;

      cents = CLAMP (cents, -WIJK_MONEY_MOST, WIJK_MONEY_MOST);
      text = wijk_money_format (cents);
      g_assert_true (wijk_money_parse (text, &back, NULL));
      g_assert_cmpint (back, ==, cents);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/parse", test_parse);
  g_test_add_func ("/money/refuse", test_refuse);
  g_test_add_func ("/money/format", test_format);
  g_test_add_func ("/money/there-and-back", test_there_and_back);

  return g_test_run ();
}
