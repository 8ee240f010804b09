/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tells who somebody is, wherever everyone may come to read it. */

#include "config.h"

#include "wijk-personal-scan.h"

#include "heads.h"

#define PLAN id_of ("plan", "p")
#define REMARK id_of ("remark", "one")

static WijkState *
make_state (void)
{
  WijkState *state = wijk_state_new ();

  put (state, PLAN, 1, "kind", "wijkplan", "vision", "Bel 06-12345678", NULL);
  put (state,
       id_of ("section", "one"),
       1,
       "title",
       "Dank",
       "text",
       "Mail jan@example.org of bel 071-5165165. Ann Boom zei ja.",
       NULL);
  put (state, REMARK, 1, "text", "Rekening NL91ABNA0417164300", "reason", "BSN 111222333", NULL);
  put (state, id_of ("remark", "gone"), 1, "text", "Bel 06-12345678", "withdrawn", "proef", NULL);
  put (state, id_of ("cluster", "c"), 1, "title", "Zwartemeerlaan 12", NULL);
  put (state, id_of ("session", "s"), 1, "title", "Avond", "location", "Zwartemeerlaan 12", NULL);
  put (state, id_of ("commitment", "c"), 1, "text", "Ann Boom belt 2317 AB", NULL);
  put (state,
       id_of ("stakeholder", "ann"),
       1,
       "kind",
       "persoon",
       "name",
       "Ann Boom",
       "contact",
       "06-12345678",
       NULL);
  put (state,
       id_of ("stakeholder", "bo"),
       1,
       "kind",
       "persoon",
       "name",
       "Bo Smit",
       "consents/publicatie",
       "1",
       NULL);
  put (state, id_of ("priority", "p"), 1, "title", "Veilig met Bo Smit", NULL);

  return state;
}

static char *
show (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const WijkPersonalFinding *one = findings->pdata[i];

      g_string_append_printf (text,
                              "%.*s %s %s %s\n",
                              (int) strcspn (one->record, "-"),
                              one->record,
                              one->field,
                              one->is_name ? "name" : "",
                              one->words);
    }

  return g_string_free (text, FALSE);
}

static void
test_scan (void)
{
  static const struct
  {
    const char *kind, *field, *words;
    gboolean is_name;
    WijkPersonalKind personal;
  } expected[] = {
    { "plan", "vision", "06-12345678", FALSE, WIJK_PERSONAL_PHONE },
    { "section", "text", "jan@example.org", FALSE, WIJK_PERSONAL_EMAIL },
    { "section", "text", "071-5165165", FALSE, WIJK_PERSONAL_PHONE },
    { "section", "text", "Ann Boom", TRUE, 0 },
    { "cluster", "title", "Zwartemeerlaan 12", FALSE, WIJK_PERSONAL_ADDRESS },
    { "remark", "text", "NL91ABNA0417164300", FALSE, WIJK_PERSONAL_IBAN },
    { "remark", "reason", "111222333", FALSE, WIJK_PERSONAL_BSN },
    { "commitment", "text", "2317 AB", FALSE, WIJK_PERSONAL_ADDRESS },
    { "commitment", "text", "Ann Boom", TRUE, 0 },
  };
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (GPtrArray) findings = wijk_personal_scan (state);
  g_autofree char *all = show (findings);

  g_test_message ("%s", all);
  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const WijkPersonalFinding *one = findings->pdata[i];

      g_assert_true (g_str_has_prefix (one->record, expected[i].kind));
      g_assert_cmpstr (one->field, ==, expected[i].field);
      g_assert_cmpstr (one->words, ==, expected[i].words);
      g_assert_cmpint (one->is_name, ==, expected[i].is_name);
      if (!one->is_name)
        g_assert_cmpint (one->kind, ==, expected[i].personal);
      g_assert_nonnull (strstr (one->excerpt, one->words));
    }
}

static void
test_remove (void)
{
  static const struct
  {
    const char *field, *value;
  } expected[] = {
    { "vision", "Bel [telefoonnummer verwijderd]" },
    { "text",
      "Mail [e-mailadres verwijderd] of bel [telefoonnummer verwijderd]. [naam verwijderd] zei "
      "ja." },
    { "title", "[adres verwijderd]" },
    { "text", "Rekening [rekeningnummer verwijderd]" },
    { "reason", "BSN [burgerservicenummer verwijderd]" },
    { "text", "[naam verwijderd] belt [adres verwijderd]" },
  };
  g_autoptr (WijkState) state = make_state ();
  g_autoptr (GPtrArray) findings = wijk_personal_scan (state);
  g_autoptr (GPtrArray) edits = wijk_personal_dup_edits (state, findings);

  g_assert_cmpuint (edits->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const WijkEdit *edit = edits->pdata[i];

      g_assert_cmpstr (edit->field, ==, expected[i].field);
      g_assert_cmpstr (edit->value, ==, expected[i].value);
    }
}

/* What goes in its place is not taken for personal data again. */
static void
test_again (void)
{
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (GPtrArray) findings = NULL;

  put (state,
       REMARK,
       1,
       "text",
       "[telefoonnummer verwijderd] [e-mailadres verwijderd] [adres verwijderd] [rekeningnummer "
       "verwijderd] [burgerservicenummer verwijderd] [naam verwijderd]",
       NULL);
  findings = wijk_personal_scan (state);
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/personal-scan/scan", test_scan);
  g_test_add_func ("/personal-scan/remove", test_remove);
  g_test_add_func ("/personal-scan/again", test_again);

  return g_test_run ();
}
