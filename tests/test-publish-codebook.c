/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-sample.h"
#include "wijk-codebook.h"

#include <string.h>

/* The elements as a line: "CodeBook Codes Code(Verkeer #1a5fb4) Code(Fietsen) / / ..." */
typedef struct
{
  GString *line;
  GHashTable *guids;
  guint n_members;
} Reading;

static gboolean
is_guid (const char *guid)
{
  return g_regex_match_simple (
      "^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$", guid, 0, 0);
}

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error)
{
  Reading *reading = data;

  g_string_append_printf (reading->line, "%s%s", reading->line->len > 0 ? " " : "", element);
  for (guint i = 0; names[i]; i++)
    {
      if (strcmp (names[i], "guid") == 0)
        {
          g_assert_true (is_guid (values[i]));
          if (strcmp (element, "MemberCode") != 0)
            g_assert_true (g_hash_table_add (reading->guids, g_strdup (values[i])));
          else
            g_assert_true (g_hash_table_contains (reading->guids, values[i]));
        }
      if (strcmp (names[i], "name") == 0 || strcmp (names[i], "color") == 0)
        g_string_append_printf (reading->line, "(%s)", values[i]);
      if (strcmp (names[i], "isCodable") == 0)
        g_assert_cmpstr (values[i], ==, "true");
    }
}

static void
end_cb (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  g_string_append (((Reading *) data)->line, " /");
}

static char *
read_codebook (GBytes *bytes)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb };
  g_autoptr (GHashTable) guids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { g_string_new (NULL), guids, 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reading, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (
      context, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return g_string_free (reading.line, FALSE);
}

static const struct
{
  const char *plan;
  const char *line; /* NULL: refused */
} books[] = {
  { "{}", NULL },
  { "{\"themes\":[{\"id\":\"t\"}]}", NULL },
  { "{\"themes\":[{\"id\":\"t\",\"name\":\"\\u0001\"}]}", NULL },
  { "{\"themes\":[{\"id\":\"t\",\"name\":\"Verkeer\",\"colour\":\"#1a5fb4\"}]}",
    "CodeBook Codes Code(Verkeer)(#1a5fb4) / / /" },
  { "{\"themes\":[{\"id\":\"t\",\"name\":\"A & <B> \\\"C\\\" 👍\",\"colour\":\"rood\"}]}",
    "CodeBook Codes Code(A & <B> \"C\" 👍) / / /" },
  { "{\"themes\":[{\"id\":\"t\",\"name\":\"A\",\"themes\":[{\"id\":\"u\",\"name\":\"B\"}]},{\"id\":"
    "\"t\",\"name\":\"Tweemaal\"}]}",
    "CodeBook Codes Code(A) Code(B) / / / /" },
  { "{\"themes\":[{\"id\":\"t\",\"name\":\"A\"},{\"id\":\"u\",\"name\":\"B\"}],\"sessions\":[{"
    "\"id\":"
    "\"s\",\"title\":\"Avond\"},{\"id\":\"r\",\"title\":\"Stil\"}],\"remarks\":[{\"session\":\"s\","
    "\"themes\":[\"u\",\"weg\"]},{\"session\":\"s\",\"themes\":[\"u\",\"t\"]},{\"themes\":[\"t\"]}]"
    "}",
    "CodeBook Codes Code(A) / Code(B) / / Sets Set(Avond) MemberCode / MemberCode / / / /" },
};

static void
test_books (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autoptr (GBytes) plan = g_bytes_new_static (books[i].plan, strlen (books[i].plan));
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) book = wijk_codebook_write (plan, "Wijkplan & co", &error);
      g_autofree char *line = NULL;

      if (!books[i].line)
        {
          g_assert_null (book);
          g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_CHOICE);
          continue;
        }
      g_assert_no_error (error);
      line = read_codebook (book);
      g_assert_cmpstr (line, ==, books[i].line);
    }
}

static void
test_sample (void)
{
  g_autoptr (GBytes) plan = report_sample_plan (40);
  g_autoptr (GBytes) first = wijk_codebook_write (plan, "Wijkplan", NULL);
  g_autoptr (GBytes) again = wijk_codebook_write (plan, "Wijkplan", NULL);
  g_autofree char *line = read_codebook (first);

  g_assert_true (g_bytes_equal (first, again));
  g_assert_nonnull (strstr (line, "Code(Verkeer)(#1a5fb4) Code(Fietsen) / / Code(Groen) /"));
  g_assert_null (strstr (g_bytes_get_data (first, NULL), REPORT_SAMPLE_SECRET));
}

static void
test_not_a_plan (void)
{
  g_autoptr (GBytes) plan = g_bytes_new_static ("[]", 2);
  g_autoptr (GError) error = NULL;

  g_assert_null (wijk_codebook_write (plan, "Wijkplan", &error));
  g_assert_error (error, WIJK_PUBLISH_ERROR, WIJK_PUBLISH_ERROR_PLAN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/codebook/books", test_books);
  g_test_add_func ("/publish/codebook/sample", test_sample);
  g_test_add_func ("/publish/codebook/not-a-plan", test_not_a_plan);
  return g_test_run ();
}
