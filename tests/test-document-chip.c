/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-chip.h"

#include <glib.h>

#include "heads.h"

static WijkState *
make_state (void)
{
  static const char *const themes[] = {
    "Verkeer", "Verkeer en parkeren", "Openbare ruimte", "Groen-blauw", "Café & winkels", "Wonen",
  };
  WijkState *state = wijk_state_new ();

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autofree char *place = g_strdup_printf ("/0%u", i + 1);
      g_autofree char *name = g_strdup_printf ("t%u", i);

      put (state, id_of ("theme", name), 1, "name", themes[i], "place", place, NULL);
    }
  put (state,
       id_of ("stakeholder", "a"),
       1,
       "kind",
       "organisatie",
       "organisation",
       "De Sleutels",
       NULL);
  put (
      state, id_of ("stakeholder", "b"), 1, "kind", "organisatie", "organisation", "Portaal", NULL);
  put (state, id_of ("stakeholder", "c"), 1, "kind", "persoon", "name", "Portia Jansen", NULL);

  return state;
}

/* The chips as "kind:label", in order, and what is left of the line. */
static char *
take_all (WijkState *state, const char *typed, gboolean whole, gsize caret)
{
  g_autoptr (GString) line = g_string_new (typed);
  GString *out = g_string_new (NULL);
  WijkChip *chip;

  while ((chip = wijk_chip_take (state, line, &caret, whole)) != NULL)
    {
      g_string_append_printf (out, "%c:%s ", "#@!^+"[chip->kind], chip -> label);
      wijk_chip_free (chip);
    }
  g_assert_cmpuint (caret, <=, line->len);
  g_string_append_printf (out, "|%s", line->str);

  return g_string_free_and_steal (out);
}

static void
test_take (void)
{
  static const struct
  {
    const char *line;
    const char *typing; /* while more may come */
    const char *whole;  /* at Enter */
  } cases[] = {
    { "", "|", "|" },
    { "De stoep is kapot", "|De stoep is kapot", "|De stoep is kapot" },
    { "Stoep #wonen", "|Stoep #wonen", "#:Wonen |Stoep " },
    { "Stoep #wonen ", "#:Wonen |Stoep ", "#:Wonen |Stoep " },
    { "#wonen Te duur", "#:Wonen |Te duur", "#:Wonen |Te duur" },
    { "Te #WONEN duur", "#:Wonen |Te duur", "#:Wonen |Te duur" },
    { "Te duur #wonen, echt", "#:Wonen |Te duur, echt", "#:Wonen |Te duur, echt" },
    { "Te duur #wonen.", "#:Wonen |Te duur.", "#:Wonen |Te duur." },
    /* a longer name may still come */
    { "Druk #verkeer", "|Druk #verkeer", "#:Verkeer |Druk " },
    { "Druk #verkeer ", "|Druk #verkeer ", "#:Verkeer |Druk " },
    { "Druk #verkeer e", "|Druk #verkeer e", "#:Verkeer |Druk e" },
    { "Druk #verkeer en parkeren", "|Druk #verkeer en parkeren", "#:Verkeer en parkeren |Druk " },
    { "Druk #verkeer en parkeren ",
      "#:Verkeer en parkeren |Druk ",
      "#:Verkeer en parkeren |Druk " },
    { "Druk #verkeer is", "#:Verkeer |Druk is", "#:Verkeer |Druk is" },
    { "#verkeer en parkeren is druk",
      "#:Verkeer en parkeren |is druk",
      "#:Verkeer en parkeren |is druk" },
    { "#verkeer en dan is het druk",
      "#:Verkeer |en dan is het druk",
      "#:Verkeer |en dan is het druk" },
    { "#openbare ruimte vies", "#:Openbare ruimte |vies", "#:Openbare ruimte |vies" },
    { "#openbare-ruimte vies", "#:Openbare ruimte |vies", "#:Openbare ruimte |vies" },
    { "#openbare_ruimte vies", "#:Openbare ruimte |vies", "#:Openbare ruimte |vies" },
    { "#openbare weg vies", "|#openbare weg vies", "|#openbare weg vies" },
    { "#groen-blauw meer", "#:Groen-blauw |meer", "#:Groen-blauw |meer" },
    { "#cafe", "|#cafe", "|#cafe" },
    { "#cafe & winkels dicht", "#:Café & winkels |dicht", "#:Café & winkels |dicht" },
    /* unknown names stay, as does what only looks like a sign */
    { "#sport meer", "|#sport meer", "|#sport meer" },
    { "a#wonen b", "|a#wonen b", "|a#wonen b" },
    { "# wonen", "|# wonen", "|# wonen" },
    { "#", "|#", "|#" },
    { "mail@portaal nu", "|mail@portaal nu", "|mail@portaal nu" },
    { "Doe iets!", "|Doe iets!", "|Doe iets!" },
    { "Bel @portaal nu", "@:Portaal |Bel nu", "@:Portaal |Bel nu" },
    { "Bel @de sleutels nu", "@:De Sleutels |Bel nu", "@:De Sleutels |Bel nu" },
    { "Vraag @portia jansen nu", "|Vraag @portia jansen nu", "|Vraag @portia jansen nu" },
    { "!veiligheid Eng", "!:veiligheid |Eng", "!:veiligheid |Eng" },
    { "!v Eng", "!:veiligheid |Eng", "!:veiligheid |Eng" },
    { "Eng !ruim", "|Eng !ruim", "!:ruimtelijk |Eng " },
    { "!x Eng", "|!x Eng", "|!x Eng" },
    /* tables and people */
    { "^3 Vies", "^:tafel 3 |Vies", "^:tafel 3 |Vies" },
    { "^tafel 3 Vies", "^:tafel 3 |Vies", "^:tafel 3 |Vies" },
    { "^tafel3 Vies", "^:tafel 3 |Vies", "^:tafel 3 |Vies" },
    { "^Tafel Vies hier", "^:Tafel |Vies hier", "^:Tafel |Vies hier" },
    { "Vies ^tafel", "|Vies ^tafel", "^:tafel |Vies " },
    { "Vies ^tafel 3", "|Vies ^tafel 3", "^:tafel 3 |Vies " },
    { "^bar Vies", "^:bar |Vies", "^:bar |Vies" },
    { "^12", "|^12", "^:tafel 12 |" },
    { "Vies +3", "|Vies +3", "+:3 |Vies " },
    { "Vies +3 echt", "+:3 |Vies echt", "+:3 |Vies echt" },
    { "+0 +100001 +31612345678 +3x",
      "|+0 +100001 +31612345678 +3x",
      "|+0 +100001 +31612345678 +3x" },
    { "18 + 3", "|18 + 3", "|18 + 3" },
    /* all of them, and the same one twice */
    { "Te hard #wonen @portaal !veiligheid ^tafel 2 +3",
      "#:Wonen @:Portaal !:veiligheid ^:tafel 2 |Te hard +3",
      "#:Wonen @:Portaal !:veiligheid ^:tafel 2 +:3 |Te hard " },
    { "#wonen #wonen x", "#:Wonen #:Wonen |x", "#:Wonen #:Wonen |x" },
  };
  g_autoptr (WijkState) state = make_state ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *typing = take_all (state, cases[i].line, FALSE, strlen (cases[i].line));
      g_autofree char *whole = take_all (state, cases[i].line, TRUE, 0);

      g_test_message ("“%s”", cases[i].line);
      g_assert_cmpstr (typing, ==, cases[i].typing);
      g_assert_cmpstr (whole, ==, cases[i].whole);
    }
}

static void
test_caret (void)
{
  static const struct
  {
    const char *line;
    gsize caret, after;
  } cases[] = {
    { "#wonen Te duur", 0, 0 }, { "#wonen Te duur", 3, 0 },  { "#wonen Te duur", 7, 0 },
    { "#wonen Te duur", 9, 2 }, { "#wonen Te duur", 14, 7 }, { "Te #wonen duur", 3, 3 },
    { "Te #wonen duur", 2, 2 }, { "Te #wonen duur", 14, 7 }, { "Te #wonen, ja", 13, 6 },
  };
  g_autoptr (WijkState) state = make_state ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) line = g_string_new (cases[i].line);
      gsize caret = cases[i].caret;
      g_autoptr (WijkChip) chip = wijk_chip_take (state, line, &caret, FALSE);

      g_assert_nonnull (chip);
      g_assert_cmpuint (caret, ==, cases[i].after);
    }
}

static void
test_complete (void)
{
  static const struct
  {
    const char *line; /* the caret is at its end */
    const char *offered;
    gsize start;
  } cases[] = {
    { "Vies #ver", "Verkeer, Verkeer en parkeren, +ver", 5 },
    { "Vies #verkeer", "Verkeer, Verkeer en parkeren", 5 },
    { "Vies #verkeer en", "Verkeer en parkeren", 5 },
    { "Vies #PARK", "Verkeer en parkeren, +PARK", 5 },
    { "#", "Verkeer, Verkeer en parkeren, Openbare ruimte, Groen-blauw, Café & winkels, Wonen", 0 },
    { "#sport", "+sport", 0 },
    { "#buiten_sport", "+buiten sport", 0 },
    { "#sport veld", NULL, 0 },
    { "@por", "Portaal", 0 },
    { "@", "De Sleutels, Portaal", 0 },
    { "@sleu", "De Sleutels", 0 },
    { "@jansen", NULL, 0 },
    { "!", "sociaal, economisch, veiligheid, ruimtelijk", 0 },
    { "x !ve", "veiligheid", 2 },
    { "^3", NULL, 0 },
    { "+3", NULL, 0 },
    { "Vies", NULL, 0 },
    { "", NULL, 0 },
  };
  g_autoptr (WijkState) state = make_state ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize start = 0;
      g_autoptr (GPtrArray) offered =
          wijk_chip_complete (state, cases[i].line, strlen (cases[i].line), &start);
      g_autoptr (GString) text = g_string_new (NULL);

      g_test_message ("“%s”", cases[i].line);
      for (guint j = 0; offered != NULL && j < offered->len; j++)
        {
          WijkChip *chip = offered->pdata[j];

          g_string_append_printf (
              text, "%s%s%s", j > 0 ? ", " : "", *chip->value == '\0' ? "+" : "", chip->label);
        }
      g_assert_cmpstr (offered != NULL ? text->str : NULL, ==, cases[i].offered);
      if (offered != NULL)
        g_assert_cmpuint (start, ==, cases[i].start);
    }
}

static void
test_values (void)
{
  static const struct
  {
    WijkChipKind kind;
    const char *value;
    const char *field, *written;
  } cases[] = {
    { WIJK_CHIP_THEME, "theme-x", "themes/theme-x", "1" },
    { WIJK_CHIP_PARTNER, "stakeholder-x", "partners/stakeholder-x", "1" },
    { WIJK_CHIP_ASPECT, "sociaal", "aspects/sociaal", "1" },
    { WIJK_CHIP_TABLE, "tafel 3", "table", "tafel 3" },
    { WIJK_CHIP_COUNT, "4", "count", "4" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkChip) chip = wijk_chip_new (cases[i].kind, cases[i].value, "x");
      g_autoptr (GPtrArray) values = wijk_edits_new ();
      WijkEdit *edit;

      wijk_chip_add_values (chip, values);
      g_assert_cmpuint (values->len, ==, 1);
      edit = values->pdata[0];
      g_assert_cmpstr (edit->field, ==, cases[i].field);
      g_assert_cmpstr (edit->value, ==, cases[i].written);
    }
}

static char *
describe_edits (GPtrArray *edits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", edit->field, edit->value);
    }

  return g_string_free_and_steal (text);
}

/* A remark's own chips, and what it takes to make them others. */
static void
test_of_remark (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autofree char *theme = g_strconcat ("themes/", id_of ("theme", "t5"), NULL);
  g_autofree char *gone = g_strconcat ("themes/", id_of ("theme", "t9"), NULL);
  g_autofree char *partner = g_strconcat ("partners/", id_of ("stakeholder", "b"), NULL);
  WijkRemark *remark = put (state,
                            id_of ("remark", "a"),
                            1,
                            "text",
                            "Te duur",
                            theme,
                            "1",
                            gone,
                            "1",
                            partner,
                            "1",
                            "aspects/sociaal",
                            "1",
                            "table",
                            "tafel 2",
                            "count",
                            "3",
                            NULL);
  g_autoptr (GPtrArray) chips = wijk_chips_of_remark (state, remark);
  g_autoptr (GPtrArray) same = wijk_edits_new ();
  g_autoptr (GPtrArray) other = wijk_edits_new ();
  g_autofree char *same_text = NULL;
  g_autofree char *other_text = NULL;
  g_autofree char *expected = g_strdup_printf ("%s= count= aspects/veiligheid=1 table=bar", theme);

  g_assert_cmpuint (chips->len, ==, 5);
  wijk_chips_add_edits (chips, state, remark, same);
  same_text = describe_edits (same);
  g_assert_cmpstr (same_text, ==, "table=tafel 2 count=3");
  g_ptr_array_remove_index (chips, 0);
  g_ptr_array_set_size (chips, 3);
  g_assert_true (wijk_chips_put (chips, wijk_chip_new (WIJK_CHIP_ASPECT, "veiligheid", "v")));
  g_assert_true (wijk_chips_put (chips, wijk_chip_new (WIJK_CHIP_TABLE, "bar", "bar")));
  wijk_chips_add_edits (chips, state, remark, other);
  other_text = describe_edits (other);
  g_assert_cmpstr (other_text, ==, expected);
}

static void
test_put (void)
{
  static const struct
  {
    WijkChipKind kind;
    const char *value;
    gboolean is_other;
    guint n;
  } cases[] = {
    { WIJK_CHIP_ASPECT, "sociaal", TRUE, 1 },    { WIJK_CHIP_ASPECT, "sociaal", FALSE, 1 },
    { WIJK_CHIP_ASPECT, "ruimtelijk", TRUE, 2 }, { WIJK_CHIP_TABLE, "tafel 1", TRUE, 3 },
    { WIJK_CHIP_TABLE, "tafel 2", TRUE, 3 },     { WIJK_CHIP_COUNT, "2", TRUE, 4 },
    { WIJK_CHIP_COUNT, "2", FALSE, 4 },          { WIJK_CHIP_COUNT, "5", TRUE, 4 },
  };
  g_autoptr (GPtrArray) chips = g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_chip_free);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      WijkChip *chip = wijk_chip_new (cases[i].kind, cases[i].value, cases[i].value);

      g_assert_cmpint (wijk_chips_put (chips, chip), ==, cases[i].is_other);
      g_assert_cmpuint (chips->len, ==, cases[i].n);
    }
  g_assert_cmpstr (((WijkChip *) chips->pdata[chips->len - 1])->value, ==, "5");
}

/* What stood as chips is typed again after a kill, and found again. */
static void
test_typed (void)
{
  static const struct
  {
    WijkChipKind kind;
    const char *label, *typed;
  } cases[] = {
    { WIJK_CHIP_THEME, "Verkeer en parkeren", "#Verkeer_en_parkeren" },
    { WIJK_CHIP_THEME, "Groen-blauw", "#Groen-blauw" },
    { WIJK_CHIP_PARTNER, "De Sleutels", "@De_Sleutels" },
    { WIJK_CHIP_ASPECT, "sociaal", "!sociaal" },
    { WIJK_CHIP_TABLE, "tafel 3", "^tafel_3" },
    { WIJK_CHIP_COUNT, "12", "+12" },
  };
  g_autoptr (WijkState) state = make_state ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WijkChip) chip = wijk_chip_new (cases[i].kind, "x", cases[i].label);
      g_autofree char *typed = wijk_chip_dup_typed (chip);
      g_autoptr (GString) line = g_string_new (typed);
      gsize caret = 0;
      g_autoptr (WijkChip) again = wijk_chip_take (state, line, &caret, TRUE);

      g_assert_cmpstr (typed, ==, cases[i].typed);
      g_assert_nonnull (again);
      g_assert_cmpint (again->kind, ==, cases[i].kind);
      g_assert_cmpstr (again->label, ==, cases[i].label);
    }
}

/* Whatever is typed, sign by sign: nothing is lost and the caret stays within. */
static void
test_random (void)
{
  static const char *const pieces[] = { "#",       "@",    "!",        "^", "+",     " ",
                                        "verkeer", " en ", "parkeren", "3", "tafel", "wonen",
                                        ",",       "é",    "portaal",  "x", "\t" };
  g_autoptr (WijkState) state = make_state ();

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autofree char *left = NULL;
      gsize start = 0;

      for (int j = g_test_rand_int_range (0, 12); j > 0; j--)
        g_string_append (typed, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      left = take_all (state, typed->str, i % 2 == 0, typed->len);
      g_assert_true (g_utf8_validate (left, -1, NULL));
      g_ptr_array_unref (wijk_chip_complete (state, typed->str, typed->len, &start)
                             ?: g_ptr_array_new ());
      g_assert_cmpuint (start, <=, typed->len);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/chip/take", test_take);
  g_test_add_func ("/chip/caret", test_caret);
  g_test_add_func ("/chip/complete", test_complete);
  g_test_add_func ("/chip/values", test_values);
  g_test_add_func ("/chip/of-remark", test_of_remark);
  g_test_add_func ("/chip/put", test_put);
  g_test_add_func ("/chip/typed", test_typed);
  g_test_add_func ("/chip/random", test_random);

  return g_test_run ();
}
