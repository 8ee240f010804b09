/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "wijk-changes-json.h"

#define PLAN "plan-00000000000000000000000000"
#define STEP "step-00000000000000000000000000"
#define REMARK "remark-00000000000000000000000000"
#define STAMP1 "1700000000000-00000-0123abcd"
#define STAMP2 "1700000000000-00001-0123abcd"

#define HEAD "{\"format\":0,\"plan\":\"" PLAN "\"}\n"
#define STEP_LINE "{\"step\":{\"id\":\"" STEP "\",\"author\":\"A\",\"at\":5,\"name\":\"Typen\"}}\n"

/* A change: record, field, and the rest from the value on. */
#define CHANGE(record, field, rest)                                                                \
  "{\"change\":{\"stamp\":\"" STAMP2 "\",\"step\":\"" STEP "\",\"record\":\"" record               \
  "\",\"field\":\"" field "\"," rest "}}\n"
#define VALUE(value) "\"value\":" value ",\"replaced\":[\"" STAMP1 "\"]"

/* Reads all; the number of steps and changes, or -1 with an error. */
static int
read_all (GBytes *bytes, GString *written, GError **error)
{
  g_autoptr (WijkChangesReader) reader = wijk_changes_reader_new_for_bytes (bytes);
  int n = 0;

  for (;;)
    {
      g_autoptr (WijkStep) step = NULL;
      g_autoptr (WijkChange) change = NULL;

      switch (wijk_changes_reader_next (reader, &step, &change, NULL, error))
        {
        case WIJK_CHANGES_STEP:
          g_string_append_printf (written, "%s %s %s|", step->id, step->author, step->name);
          break;
        case WIJK_CHANGES_CHANGE:
          g_string_append_printf (written,
                                  "%s %s [%s]|",
                                  change->field,
                                  change->value != NULL ? change->value : "(erased)",
                                  change->replaced);
          break;
        case WIJK_CHANGES_END:
          return n;
        case WIJK_CHANGES_ERRED:
        default:
          return -1;
        }
      n++;
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (WijkChangesWriter) writer = wijk_changes_writer_new (stream, PLAN);
  g_autoptr (WijkStep) step = wijk_step_new (STEP, "Ria \"R\"", 12, "", STEP);
  g_autoptr (WijkChange) first =
      wijk_change_new (STAMP1, STEP, REMARK, "text", "Één\n\\ regel\x01", NULL);
  g_autoptr (WijkChange) second = wijk_change_new (STAMP2, STEP, REMARK, "text", NULL, STAMP1);
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (wijk_changes_writer_add_step (writer, step, NULL, &error));
  g_assert_true (wijk_changes_writer_add_change (writer, first, NULL, &error));
  g_assert_true (wijk_changes_writer_add_change (writer, second, NULL, &error));
  g_assert_true (wijk_changes_writer_finish (writer, NULL, &error));
  g_assert_true (g_output_stream_close (stream, NULL, &error));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpint (read_all (bytes, written, &error), ==, 3);
  g_assert_no_error (error);
  g_assert_cmpstr (
      written->str, ==, STEP " Ria \"R\" |text Één\n\\ regel\x01 []|text (erased) [" STAMP1 "]|");
}

/* Longer than what is read at once, and with lines longer than that. */
static void
test_many (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (WijkChangesWriter) writer = wijk_changes_writer_new (stream, PLAN);
  g_autoptr (WijkStep) step = wijk_step_new (STEP, "A", 12, "Typen", NULL);
  g_autofree char *long_text = g_strnfill (700000, 'a');
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gint64 start;

  g_assert_true (wijk_changes_writer_add_step (writer, step, NULL, NULL));
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *stamp = g_strdup_printf ("1700000000000-%05u-0123abcd", i);
      g_autoptr (WijkChange) change = wijk_change_new (
          stamp, STEP, REMARK, "text", i % 5000 == 1 ? long_text : "Te hard gereden", NULL);

      g_assert_true (wijk_changes_writer_add_change (writer, change, NULL, NULL));
    }
  g_assert_true (wijk_changes_writer_finish (writer, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  start = g_get_monotonic_time ();
  g_assert_cmpint (read_all (bytes, written, &error), ==, 20001);
  g_test_message ("%zu bytes in %" G_GINT64_FORMAT " ms",
                  g_bytes_get_size (bytes),
                  (g_get_monotonic_time () - start) / 1000);
}

static const struct
{
  const char *text;
  const char *error; /* with which the message begins; NULL: well */
} cases[] = {
  { "", "$ (line 1): " },
  { "\n", "$ (line 1): " },
  { "{}\n", "Line 1: " },
  { "[]\n", "Line 1: " },
  { "{\"format\":0}\n", "Line 1: " },
  { "{\"format\":0,\"plan\":\"x\"}\n", "Line 1: " },
  { "{\"format\":1,\"plan\":\"" PLAN "\"}\n", "Line 1: The file was made by a newer version" },
  { "{\"format\":0,\"format\":1,\"plan\":\"" PLAN "\"}\n", "Line 1: " },
  { HEAD, NULL },
  { HEAD "\n", "$ (line 2): " },
  { HEAD "null\n", "Line 2: " },
  { HEAD "{}\n", "Line 2: " },
  { HEAD "{\"packet\":{}}\n", "Line 2: " },
  { HEAD STEP_LINE, NULL },
  { HEAD STEP_LINE STEP_LINE, "Line 3: " },
  { HEAD "{\"step\":1}\n", "$.step (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" REMARK "\",\"at\":5}}\n", "$.step.id (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\"}}\n", "Line 2: “at” " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\",\"at\":-1}}\n", "$.step.at (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\",\"at\":99999999999999}}\n", "$.step.at (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\",\"at\":\"5\"}}\n", "$.step.at (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\",\"at\":5,\"at\":5}}\n", "$.step.at (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\",\"at\":5,\"who\":5}}\n", "$.step.who (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\",\"at\":5},\"x\":1}\n", "$.x (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\",\"at\":5}} {}\n", "$ (line 2): " },
  { HEAD "{\"step\":{\"id\":\"" STEP "\",\"at\":5", "$.step.at (line 2): " },
  { HEAD CHANGE (REMARK, "text", VALUE ("\"a\"")), "Line 2: The change comes before" },
  { HEAD STEP_LINE CHANGE (REMARK, "text", VALUE ("\"a\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "text", VALUE ("null")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "text", VALUE ("\"\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "text", VALUE ("1")), "$.change.value (line 3): " },
  { HEAD STEP_LINE CHANGE (REMARK, "Text", VALUE ("\"a\"")), "$.change.field (line 3): " },
  { HEAD STEP_LINE CHANGE ("../x", "text", VALUE ("\"a\"")), "$.change.record (line 3): " },
  { HEAD STEP_LINE CHANGE (REMARK, "text", "\"value\":\"a\""), "Line 3: “replaced” " },
  { HEAD STEP_LINE CHANGE (REMARK, "text", "\"value\":\"a\",\"replaced\":\"\""),
    "$.change.replaced (line 3): " },
  { HEAD STEP_LINE CHANGE (REMARK, "text", "\"value\":\"a\",\"replaced\":[1]"),
    "$.change.replaced[0] (line 3): " },
  { HEAD STEP_LINE CHANGE (REMARK, "text", "\"value\":\"a\",\"replaced\":[\"x\"]"),
    "$.change.replaced[0] (line 3): " },
  { HEAD STEP_LINE CHANGE (REMARK, "text", "\"value\":\"a\",\"replaced\":[\"" STAMP2 "\"]"),
    "Line 3: The change replaces " },
  { HEAD STEP_LINE CHANGE (REMARK, "number", VALUE ("\"12\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "number", VALUE ("\"0\"")), "Line 3: number: “0” " },
  { HEAD STEP_LINE CHANGE (REMARK, "channel", VALUE ("\"duif\"")), "Line 3: channel: " },
  { HEAD STEP_LINE CHANGE (REMARK, "aspects/sociaal", VALUE ("\"1\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "aspects/geel", VALUE ("\"1\"")), "Line 3: aspects: " },
  { HEAD STEP_LINE CHANGE (REMARK, "aspects/geel", VALUE ("\"\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "aspects/sociaal", VALUE ("\"2\"")), "Line 3: " },
  { HEAD STEP_LINE CHANGE (REMARK, "aspects", VALUE ("\"sociaal\"")), "Line 3: " },
  { HEAD STEP_LINE CHANGE (REMARK, "text/a", VALUE ("\"1\"")), "Line 3: " },
  { HEAD STEP_LINE CHANGE (REMARK, "mood", VALUE ("\"goed\"")), NULL },
  { HEAD STEP_LINE CHANGE ("scenario-00000000000000000000000000", "a", VALUE ("\"1\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "deleted", VALUE ("\"" STAMP1 " " STAMP1 "\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "deleted", VALUE ("\"\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "deleted", VALUE ("\"yes\"")), "Line 3: " },
  { HEAD STEP_LINE CHANGE (REMARK, "erased", VALUE ("\"text reason\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "erased", VALUE ("\"*\"")), NULL },
  { HEAD STEP_LINE CHANGE (REMARK, "erased", VALUE ("\"Text\"")), "Line 3: " },
  { HEAD STEP_LINE CHANGE (REMARK, "erased", VALUE ("null")), "Line 3: " },
  { HEAD STEP_LINE CHANGE (PLAN, "title", VALUE ("\"T\"")), NULL },
  { HEAD STEP_LINE CHANGE ("plan-11111111111111111111111111", "title", VALUE ("\"T\"")),
    "Line 3: The change is of another plan." },
  { HEAD STEP_LINE CHANGE (REMARK, "text", VALUE ("\"a\\u0000\"")), "$.change.value (line 3): " },
  { HEAD STEP_LINE CHANGE (REMARK, "text", VALUE ("\"a\xff\"")), "$.change.value (line 3): " },
  { HEAD STEP_LINE CHANGE (REMARK, "text", VALUE ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")),
    "$.change.value[0] (line 3): " },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GString) written = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      int n = read_all (bytes, written, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "well");
      if (cases[i].error == NULL)
        g_assert_no_error (error);
      else
        g_assert_nonnull (error);
      g_assert_true ((n < 0) == (cases[i].error != NULL));
      if (cases[i].error != NULL)
        g_assert_true (g_str_has_prefix (error->message, cases[i].error));
    }
}

static void
test_long_line (void)
{
  GString *text = g_string_new (HEAD STEP_LINE);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');

      g_string_append (text, spaces);
    }
  bytes = g_string_free_to_bytes (text);
  g_assert_cmpint (read_all (bytes, written, &error), ==, -1);
  g_assert_error (error, WIJK_JSON_ERROR, WIJK_JSON_ERROR_TOO_LARGE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/changes-json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/changes-json/many", test_many);
  g_test_add_func ("/exchange/changes-json/cases", test_cases);
  g_test_add_func ("/exchange/changes-json/long-line", test_long_line);

  return g_test_run ();
}
