/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-record.h"

#include <glib.h>
#include <string.h>

#define REMARK "remark-0123456789abcdefghijklmnop"
#define NO_ERROR (-1)

/* The kind, a field of it, a value, and the code it is refused with. */
static const struct
{
  WijkKind kind;
  const char *key;
  const char *value;
  int code;
} cases[] = {
  { WIJK_KIND_PLAN, "title", "Wijkplan Merenwijk", NO_ERROR },
  { WIJK_KIND_PLAN, "title", "", WIJK_FIELD_ERROR_REQUIRED },
  { WIJK_KIND_PLAN, "title", " \t ", WIJK_FIELD_ERROR_REQUIRED },
  { WIJK_KIND_PLAN, "title", "twee\nregels", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "title", "a\377b", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "vision", "twee\nregels", NO_ERROR },
  { WIJK_KIND_PLAN, "vision", "", NO_ERROR },
  { WIJK_KIND_PLAN, "kind", "wijkplan", NO_ERROR },
  { WIJK_KIND_PLAN, "kind", "wijkvisie", NO_ERROR },
  { WIJK_KIND_PLAN, "kind", "Wijkplan", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "kind", "", WIJK_FIELD_ERROR_REQUIRED },
  { WIJK_KIND_PLAN, "first-year", "2027", NO_ERROR },
  { WIJK_KIND_PLAN, "first-year", "", NO_ERROR },
  { WIJK_KIND_PLAN, "first-year", "20277", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "first-year", "1899", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "first-year", "2200", NO_ERROR },
  { WIJK_KIND_PLAN, "first-year", "2027x", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "first-year", "4294969323", WIJK_FIELD_ERROR_VALUE }, /* 2027 + 2^32 */
  { WIJK_KIND_PLAN, "first-year", "18446744073709551617", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "first-year", "2e3", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "fictional", "1", NO_ERROR },
  { WIJK_KIND_PLAN, "fictional", "", NO_ERROR },
  { WIJK_KIND_PLAN, "fictional", "0", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "fictional", "true", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_PLAN, "authors", "x", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_REMARK, "date", "2027-03-21", NO_ERROR },
  { WIJK_KIND_REMARK, "date", "2027-02-29", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_REMARK, "date", "21-03-2027", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_REMARK, "cluster", "cluster-0123456789abcdefghijklmnop", NO_ERROR },
  { WIJK_KIND_REMARK, "cluster", "cluster-1", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_REMARK, "count", "0", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_REMARK, "count", "12", NO_ERROR },
  { WIJK_KIND_REMARK, "channel", "enquete", NO_ERROR },
  { WIJK_KIND_REMARK, "channel", "fax", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_MEASURE, "start", "2027-03", NO_ERROR },
  { WIJK_KIND_MEASURE, "start", "2027-13", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_MEASURE, "start", "2027-03-01", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_SECTION, "place", "/01000abc", NO_ERROR },
  { WIJK_KIND_SECTION, "place", "01000abc", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_SOURCE, "sha256", "../../../etc/passwd", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_SOURCE,
    "sha256",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    NO_ERROR },
  { WIJK_KIND_THEME, "colour", "#1a5fb4", NO_ERROR },
  { WIJK_KIND_THEME, "colour", "#1A5FB4", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_THEME, "colour", "red; }", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_REMARK, "area-code", "BU05460801", NO_ERROR },
  { WIJK_KIND_REMARK, "area-code", "Zijlwijk", WIJK_FIELD_ERROR_VALUE },
  { WIJK_KIND_AMOUNT, "cents", "-12345", NO_ERROR },
  { WIJK_KIND_AMOUNT, "cents", "12,50", WIJK_FIELD_ERROR_VALUE },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const WijkField *field = wijk_kind_find_field (cases[i].kind, cases[i].key);
      g_autoptr (GError) error = NULL;
      gboolean ok;

      g_test_message ("%s %s “%s”",
                      wijk_kind_to_word (cases[i].kind),
                      cases[i].key,
                      g_utf8_validate (cases[i].value, -1, NULL) ? cases[i].value : "?");
      g_assert_nonnull (field);
      ok = wijk_field_check (field, cases[i].value, &error);
      if (cases[i].code == NO_ERROR)
        {
          g_assert_no_error (error);
          g_assert_true (ok);
          continue;
        }
      g_assert_false (ok);
      g_assert_error (error, WIJK_FIELD_ERROR, cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, cases[i].key));
    }
}

static void
test_long (void)
{
  g_autofree char *line = g_strnfill (2001, 'x');
  g_autofree char *text = g_strnfill (16 * 1024 * 1024 + 1, 'x');
  const WijkField *title = wijk_kind_find_field (WIJK_KIND_PLAN, "title");
  const WijkField *vision = wijk_kind_find_field (WIJK_KIND_PLAN, "vision");
  g_autoptr (GError) error = NULL;

  g_assert_false (wijk_field_check (title, line, &error));
  g_assert_error (error, WIJK_FIELD_ERROR, WIJK_FIELD_ERROR_VALUE);
  g_assert_cmpuint (strlen (error->message), <, 200); /* the value is not repeated as a whole */
  g_assert_true (wijk_field_check (title, line + 1, NULL));
  g_assert_true (wijk_field_check (vision, line, NULL));
  g_assert_false (wijk_field_check (vision, text, NULL));
  g_assert_true (wijk_field_check (vision, text + 1, NULL));
}

static void
test_members (void)
{
  static const struct
  {
    WijkKind kind;
    const char *key;
    const char *member;
    gboolean ok;
  } members[] = {
    { WIJK_KIND_PRIORITY, "partners", "De Sleutels", TRUE },
    { WIJK_KIND_PRIORITY, "partners", "", FALSE },
    { WIJK_KIND_PRIORITY, "partners", NULL, FALSE },
    { WIJK_KIND_PRIORITY, "partners", "a\nb", FALSE },
    { WIJK_KIND_PRIORITY, "partners", "\377", FALSE },
    { WIJK_KIND_PRIORITY, "origin", REMARK, TRUE },
    { WIJK_KIND_PRIORITY, "origin", "R-12", FALSE },
    { WIJK_KIND_PLAN, "area-codes", "WK054608", TRUE },
    { WIJK_KIND_PLAN, "area-codes", "GM0546", FALSE },
    { WIJK_KIND_PRIORITY, "aspects", "sociaal", TRUE },
    { WIJK_KIND_PRIORITY, "aspects", "social", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const WijkField *field = wijk_kind_find_field (members[i].kind, members[i].key);
      g_autoptr (GError) error = NULL;
      gboolean ok = wijk_field_check_member (field, members[i].member, &error);

      g_assert_cmpint (ok, ==, members[i].ok);
      if (!ok)
        g_assert_error (error, WIJK_FIELD_ERROR, WIJK_FIELD_ERROR_VALUE);
    }
}

/* What a member is allowed to be can also be the name of a field. */
static void
test_members_are_names (void)
{
  const WijkField *partners = wijk_kind_find_field (WIJK_KIND_PRIORITY, "partners");

  for (guint c = 1; c < 0x2100; c++)
    {
      char bytes[7] = { 0 };
      g_autofree char *name = NULL;

      g_unichar_to_utf8 (c, bytes);
      name = g_strconcat ("partners/", bytes, NULL);
      if (wijk_field_check_member (partners, bytes, NULL))
        g_assert_true (wijk_field_name_is_valid (name));
    }
}

static void
test_dates (void)
{
  static const struct
  {
    const char *text;
    gboolean month;
    gboolean valid;
  } dates[] = {
    { "2028-02-29", FALSE, TRUE },  { "2027-02-29", FALSE, FALSE },  { "2100-02-29", FALSE, FALSE },
    { "2000-02-29", FALSE, TRUE },  { "1899-12-31", FALSE, FALSE },  { "1900-01-01", FALSE, TRUE },
    { "2199-12-31", FALSE, TRUE },  { "2200-01-01", FALSE, FALSE },  { "2027-00-10", FALSE, FALSE },
    { "2027-10-00", FALSE, FALSE }, { "2027-04-31", FALSE, FALSE },  { "2027-1-01", FALSE, FALSE },
    { "2027/01/01", FALSE, FALSE }, { "2027-01-011", FALSE, FALSE }, { "", FALSE, FALSE },
    { NULL, FALSE, FALSE },         { "2027-01", FALSE, FALSE },     { "2027-12", TRUE, TRUE },
    { "2027-00", TRUE, FALSE },     { "2027-01-01", TRUE, FALSE },   { " 027-01", TRUE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_test_message ("%s", dates[i].text);
      g_assert_cmpint (wijk_date_is_valid (dates[i].text, dates[i].month), ==, dates[i].valid);
    }
}

static void
test_choices (void)
{
  const WijkField *status = wijk_kind_find_field (WIJK_KIND_SECTION, "status");

  g_assert_cmpint (wijk_field_choice_from_word (status, ""), ==, 0);
  g_assert_cmpint (wijk_field_choice_from_word (status, NULL), ==, 0);
  g_assert_cmpint (wijk_field_choice_from_word (status, "af"), ==, -1);
  for (int i = 1; i <= 4; i++)
    g_assert_cmpint (
        wijk_field_choice_from_word (status, wijk_field_choice_to_word (status, i)), ==, i);
  g_assert_cmpstr (wijk_field_choice_to_word (status, 0), ==, "");
}

/* ---- the tables ---- */

static void
describe (GString *text, WijkKind kind, const WijkField *field)
{
  static const char *const kinds[] = { "text", "int", "bool", "choice", "date", "set" };
  static const char *const forms[] = { "", "colour", "sha256", "area" };
  static const char *const flags[] = { "required", "personal", "rich",  "place", "link",
                                       "fixed",    "local",    "month", "line" };

  g_string_append_printf (
      text, "%s.%s %s", wijk_kind_to_word (kind), field->key, kinds[field->kind]);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if ((field->flags & (1u << i)) != 0)
      g_string_append_printf (text, " %s", flags[i]);
  if (field->min != 0 || field->max != 0)
    g_string_append_printf (
        text, " %" G_GINT64_FORMAT "..%" G_GINT64_FORMAT, field->min, field->max);
  if (field->form != WIJK_FORM_FREE)
    g_string_append_printf (text, " %s", forms[field->form]);
  for (guint i = 0; field->choices != NULL && field->choices[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " " : "|", field->choices[i]);
  g_string_append_c (text, '\n');
}

/* Keys and values that stand in people's plans do not change: where the form of a plan changes, a
 * list with the next number is added beside this one, which stays. To be changed by hand. */
static void
test_frozen (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "fields-0.txt", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *frozen = NULL;

  for (WijkKind kind = 0; kind < WIJK_KIND_OTHER; kind++)
    {
      guint n_fields;
      const WijkField *fields = wijk_kind_get_fields (kind, &n_fields);

      for (guint i = 0; i < n_fields; i++)
        describe (text, kind, &fields[i]);
    }
  g_file_get_contents (path, &frozen, NULL, &error);
  g_assert_no_error (error);
  if (g_getenv ("SHOW_FIELDS") != NULL)
    g_print ("%s", text->str);
  g_assert_cmpstr (text->str, ==, frozen);
}

static void
test_tables (void)
{
  guint n;

  for (WijkKind kind = 0; kind < WIJK_KIND_OTHER; kind++)
    {
      guint n_fields;
      const WijkField *fields = wijk_kind_get_fields (kind, &n_fields);

      g_assert_cmpuint (n_fields, >, 0);
      g_assert_cmpint (wijk_kind_from_word (wijk_kind_to_word (kind)), ==, kind);
      for (guint i = 0; i < n_fields; i++)
        {
          g_autofree char *member = g_strconcat (fields[i].key, "/x", NULL);

          g_assert_true (wijk_field_name_is_valid (fields[i].key));
          g_assert_cmpstr (fields[i].key, !=, "deleted");
          g_assert_cmpstr (fields[i].key, !=, "erased");
          g_assert_true (wijk_kind_find_field (kind, fields[i].key) == &fields[i]);
          g_assert_true (wijk_kind_find_field (kind, member) ==
                         (fields[i].kind == WIJK_FIELD_SET ? &fields[i] : NULL));
          g_assert_cmpint (fields[i].kind == WIJK_FIELD_CHOICE, <=, fields[i].choices != NULL);
          for (guint j = 0; j < n_fields; j++)
            {
              gsize length = strlen (fields[i].key);

              g_assert_false (i != j && g_str_equal (fields[i].key, fields[j].key));
              /* members would not lie together in the order of names */
              g_assert_false (fields[i].kind == WIJK_FIELD_SET &&
                              strncmp (fields[i].key, fields[j].key, length) == 0 &&
                              fields[j].key[length] == '-');
            }
        }
    }
  g_assert_null (wijk_kind_get_fields (WIJK_KIND_OTHER, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (wijk_kind_from_word ("scenario"), ==, WIJK_KIND_OTHER);
  g_assert_cmpint (wijk_kind_from_word ("plan-"), ==, WIJK_KIND_OTHER);
  g_assert_cmpint (wijk_kind_from_id (REMARK), ==, WIJK_KIND_REMARK);
  g_assert_null (wijk_kind_find_field (WIJK_KIND_PLAN, "titl"));
  g_assert_null (wijk_kind_find_field (WIJK_KIND_PLAN, "titles"));
  g_assert_null (wijk_kind_find_field (WIJK_KIND_PLAN, ""));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/cases", test_cases);
  g_test_add_func ("/field/long", test_long);
  g_test_add_func ("/field/members", test_members);
  g_test_add_func ("/field/members-are-names", test_members_are_names);
  g_test_add_func ("/field/dates", test_dates);
  g_test_add_func ("/field/choices", test_choices);
  g_test_add_func ("/field/frozen", test_frozen);
  g_test_add_func ("/field/tables", test_tables);

  return g_test_run ();
}
