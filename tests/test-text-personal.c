/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-text-random.h"

#include "wijk-personal.h"

#include <string.h>

static const char *const kinds[] = { "phone", "email", "address", "iban", "bsn" };

/* What is found, as "kind:words|kind:words". */
static char *
found_in (const char *text)
{
  g_autoptr (GArray) found = wijk_personal_find (text);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const WijkPersonal *one = &g_array_index (found, WijkPersonal, i);

      g_string_append_printf (out,
                              "%s%s:%.*s",
                              i > 0 ? "|" : "",
                              kinds[one->kind],
                              (int) (one->end - one->start),
                              text + one->start);
    }

  return g_string_free_and_steal (out);
}

static void
test_cases (void)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "", "" },
    { "Er is te weinig groen in de wijk.", "" },

    { "Bel 06-12345678.", "phone:06-12345678" },
    { "06 12 34 56 78 na vijf uur", "phone:06 12 34 56 78" },
    { "0612345678", "phone:0612345678" },
    { "(071) 516 51 65, graag", "phone:(071) 516 51 65" },
    { "071-5165165 of 0172-123456", "phone:071-5165165|phone:0172-123456" },
    { "+31 6 12345678", "phone:+31 6 12345678" },
    { "+31 (0)6 12345678 2 keer", "phone:+31 (0)6 12345678" },
    { "0031612345678", "phone:0031612345678" },
    { "+32 470 12 34 56", "phone:+32 470 12 34 56" },
    { "06-12345678 2 keer gebeld", "phone:06-12345678" },
    { "het is op 01-02-2027 12:30", "" },
    { "op 01/02/2027 om 1200 uur", "" },
    { "het is 1-12-2026", "" },
    { "0800-1234567", "" },
    { "bel 14 071", "" },
    { "061234567", "" },
    { "06123456789", "" },
    { "2027-2031", "" },
    { "0,12345678910", "" },
    { "rekening 1.0612345678", "" },

    { "mail jan.jansen@voorbeeld.nl!", "email:jan.jansen@voorbeeld.nl" },
    { "<j+wijk@post.leiden.nl>.", "email:j+wijk@post.leiden.nl" },
    { "josé@naïef.nl", "email:josé@naïef.nl" },
    { "a@b", "" },
    { "@leiden", "" },
    { "prijs @ 5.00", "" },
    { "jan@ voorbeeld.nl", "" },

    { "Wij wonen op 2312 AB.", "address:2312 AB" },
    { "2312AB en 2312ab", "address:2312AB|address:2312ab" },
    { "Haarlemmerstraat 44, 2312 DZ Leiden", "address:Haarlemmerstraat 44|address:2312 DZ" },
    { "Hooigracht 12a is een probleem", "address:Hooigracht 12a" },
    { "op de Oude-Rijnweg 3-5", "address:Oude-Rijnweg 3-5" },
    { "Élisalaan 7", "address:Élisalaan 7" },
    { "De Kerkstraat is gevaarlijk", "" },
    { "kerkstraat 12", "" },
    { "Stationsweg 2030", "" },
    { "Voetpad 2 meter breed", "" },
    { "Fietspad 3,5 m", "" },
    { "Onderweg 2 mensen gezien", "" },
    { "Marktplein 20%", "" },
    { "in 2027 EN 2028", "" },
    { "2312 SS", "" },
    { "0312 AB", "" },
    { "2000 cm, 1500kg en 2000km", "" },
    { "12312 AB", "" },
    { "2312 ABC", "" },
    { "2312", "" },

    { "NL91 ABNA 0417 1643 00 graag", "iban:NL91 ABNA 0417 1643 00" },
    { "NL91ABNA0417164300", "iban:NL91ABNA0417164300" },
    { "nl91abna0417164300.", "iban:nl91abna0417164300" },
    { "DE89 3704 0044 0532 0130 00", "iban:DE89 3704 0044 0532 0130 00" },
    { "BE68 5390 0754 7034", "iban:BE68 5390 0754 7034" },
    { "NL92ABNA0417164300", "" },
    { "NL91ABNA0417164301", "" },
    { "NL91 ABNA 0417 1643 01", "phone:0417 1643 01" },
    { "XNL91ABNA0417164300", "" },

    { "mijn BSN is 111222333", "bsn:111222333" },
    { "1112.22.333", "bsn:1112.22.333" },
    { "111 222 333", "bsn:111 222 333" },
    { "123456782.", "bsn:123456782" },
    { "111222334", "" },
    { "123456789", "" },
    { "000000000", "" },
    { "1112223330", "" },
    { "€ 111.222.333", "" },
    { "€111222333", "" },
    { "111222333,50", "" },
    { "11122233", "" },

    { "Jan, 06-12345678, jan@x.nl, 2312 AB", "phone:06-12345678|email:jan@x.nl|address:2312 AB" },
    { "😀 06-12345678 é jan@x.nl", "phone:06-12345678|email:jan@x.nl" },
    { "0612345678@mail.nl", "email:0612345678@mail.nl" },
    { "\377 06-12345678", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = found_in (cases[i].text);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_null (void)
{
  g_autoptr (GArray) found = wijk_personal_find (NULL);

  g_assert_cmpuint (found->len, ==, 0);
}

/* In order, apart, and inside the text, whatever it is. */
static void
test_random (void)
{
  static const char *const bits[] = { "0",  "6",    "-",    " ",  "12345678", "+31",  "(0)",
                                      "@",  ".nl",  "2312", "AB", "NL91",     "ABNA", ".",
                                      "00", "1112", "laan", "K",  "Straat",   "é",    "€" };

  for (guint seed = 0; seed < 5000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) found = NULL;
      guint end = 0;

      for (guint i = 0; i < 30; i++)
        g_string_append (text, bits[g_rand_int_range (rand, 0, G_N_ELEMENTS (bits))]);

      found = wijk_personal_find (text->str);
      for (guint i = 0; i < found->len; i++)
        {
          const WijkPersonal *one = &g_array_index (found, WijkPersonal, i);

          g_assert_cmpuint (one->start, >=, end);
          g_assert_cmpuint (one->end, >, one->start);
          g_assert_cmpuint (one->end, <=, text->len);
          g_assert_true (g_utf8_validate (text->str + one->start, one->end - one->start, NULL));
          end = one->end;
        }
    }
}

static void
test_long (void)
{
  static const char *const bits[] = { "a",  "1", "0 ", "a.",        "NL91",
                                      "+1", "A", "1 ", "jan@x.nl ", "06-12345678 " };

  for (guint i = 0; i < G_N_ELEMENTS (bits); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) found = NULL;
      gint64 start = g_get_monotonic_time ();

      while (text->len < 200000)
        g_string_append (text, bits[i]);
      found = wijk_personal_find (text->str);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
      if (strchr (bits[i], '@') != NULL)
        g_assert_cmpuint (found->len, ==, text->len / strlen (bits[i]));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/personal/cases", test_cases);
  g_test_add_func ("/text/personal/null", test_null);
  g_test_add_func ("/text/personal/random", test_random);
  g_test_add_func ("/text/personal/long", test_long);

  return g_test_run ();
}
