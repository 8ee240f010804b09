/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "publish-sample.h"
#include "wijk-pdf-check.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Whatever people type, paste or import: a plan is published, quickly, and holds its promises. */

/* A text of so many copies of a pattern. */
static char *
repeat (const char *pattern, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, pattern);
  return g_string_free (text, FALSE);
}

static void
add_text (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, text);
}

/* A plan with the text in every place that shows one. */
static GBytes *
build_plan (const char *title, const char *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  char *data;
  gsize size;

  json_builder_begin_object (builder);
  add_text (builder, "kind", "wijkvisie");
  add_text (builder, "title", title);
  add_text (builder, "area-name", title);
  add_text (builder, "vision", text);
  json_builder_set_member_name (builder, "version");
  json_builder_begin_object (builder);
  add_text (builder, "label", title);
  add_text (builder, "summary", text);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_text (builder, "title", title);
  add_text (builder, "text", text);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_text (builder, "label", title);
  add_text (builder, "text", text);
  add_text (builder, "outcome", "overgenomen");
  add_text (builder, "reason", text);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "priorities");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_text (builder, "title", title);
  add_text (builder, "goal", text);
  add_text (builder, "owner", title);
  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_text (builder, "title", title);
  add_text (builder, "text", text);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  data = json_generator_to_data (generator, &size);
  return g_bytes_new_take (data, size);
}

/* A plan with the text in a chapter and in a remark. */
static GBytes *
build_small_plan (const char *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  char *data;
  gsize size;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_text (builder, "text", text);
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  json_builder_begin_object (builder);
  add_text (builder, "text", text);
  add_text (builder, "outcome", "overgenomen");
  add_text (builder, "reason", "Ja.");
  json_builder_end_object (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  data = json_generator_to_data (generator, &size);
  return g_bytes_new_take (data, size);
}

static void
publish (const char *name, GBytes *plan)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = publish_sample_try (plan, &error);
  double seconds = (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;

  if (!pdf)
    g_error ("%s: %s", name, error->message);
  g_test_message ("%s: %.2f s, %" G_GSIZE_FORMAT " bytes", name, seconds, g_bytes_get_size (pdf));
  g_assert_cmpfloat (seconds, <, 60);
}

static void
test_texts (void)
{
  static const struct
  {
    const char *name, *pattern;
    guint n;
  } cases[] = {
    { "empty", "", 1 },
    { "blanks", " \t\n\302\240", 20 },
    { "controls", "a\001b\002\033[31mc\177\302\205d\v\f", 40 },
    { "nothing that can be seen", "\342\200\213\342\200\256\357\273\277", 30 },
    { "right to left", "\327\251\327\234\327\225\327\235 \330\263\331\204\330\247\331\205 ", 30 },
    { "overrides", "\342\200\256abc\342\200\254\342\201\246def\342\201\251 ", 30 },
    { "emoji",
      "\360\237\221\250\342\200\215\360\237\221\251\342\200\215\360\237\221\247 "
      "\360\237\217\263\357\270\217 ok ",
      30 },
    { "piled marks", "z\314\200\314\201\314\202\314\203\314\204\314\205\314\206\314\207", 200 },
    { "half marks at the start", "\314\201\314\202a", 10 },
    { "Chinese", "\344\275\240\345\245\275\343\200\202", 100 },
    { "private signs", "\356\200\200\357\243\277\363\260\200\200x", 20 },
    { "not characters", "\357\277\276\357\267\220y", 20 },
    { "wide Latin", "\357\274\241\357\274\242\357\274\243 \357\254\201 \302\262 \305\211 ", 20 },
    { "line separators", "een\342\200\250twee\342\200\251drie", 20 },
    { "quotes and slashes", "'\\'\"()<>[]{}%/&;", 50 },
    { "a letter a line", "a\n", 400 },
    { "a letter a paragraph", "a\n\n", 400 },
    { "one long word", "Donaudampfschifffahrt", 300 },
    { "placeholders", "{title} {n} %s %n ", 20 },
    { "markup", "**a *b ~~c `d` [e](http://x.nl) ![f](g) <b>h</b> &lt; ", 40 },
    { "odd links",
      "[a](https://x/'\"(%00<>) [b](javascript:alert(1)) [c](wijk:remark/'x) "
      "[d](mailto:a@b) [](http://leeg.nl) <http://y.nl/\303\251>\n",
      20 },
    { "lists in lists", "- a\n  - b\n    - c\n      1. d\n         - e\n", 30 },
    { "empty items", "-\n- \n1.\n2. x\n", 30 },
    { "quotes in quotes", "> > > > a\n", 60 },
    { "deep quotes", ">", 3000 },
    { "deep lists", "- ", 3000 },
    { "deep brackets", "[", 5000 },
    { "headings", "# a\n###### b\n####\n## \342\200\213\n", 30 },
    { "only headings", "# \n", 30 },
    { "rules and fences", "---\n```\nx\n```\n***\n~~~\n", 30 },
    { "an open fence", "```\n", 1 },
    { "tables", "| a | b |\n|--:|:-:|\n| 1 | 2 |\n| 3 |\n\n", 20 },
    { "a wide table",
      "| a | b | c | d | e | f | g | h | i | j | k | l | m |\n"
      "|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
      "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 0 | 1 | 2 | 3 |\n\n",
      3 },
    { "a table without rows", "| a |\n|---|\n\n", 5 },
    { "footnotes", "Tekst[^a] en[^b] en[^a].\n\n[^a]: Een noot.\n\n[^b]: Nog een.\n\n", 3 },
    { "notes without a text", "a[^1] b[^2]\n\n[^3]: x\n[^1]:\n", 3 },
    { "HTML",
      "<script>alert(1)</script>\n\n<table><tr><td>x</td></tr></table>\n\n<!-- -->\n\n",
      10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].pattern, cases[i].n);
      g_autofree char *title = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 60));
      g_autoptr (GBytes) plan = build_plan (title, text);
      g_autoptr (GBytes) both = build_plan (text, text);

      publish (cases[i].name, plan);
      if (strlen (text) < 700)
        publish (cases[i].name, both);
    }
}

static void
test_long_texts (void)
{
  static const struct
  {
    const char *name, *pattern;
    guint n;
  } cases[] = {
    { "a paragraph of 200 kB", "Er staat hier een gewone zin van een bewoner. ", 4500 },
    { "a word of 200 kB", "abcdefghij", 20000 },
    { "lines of 60 kB", "Kort.\n", 10000 },
    { "a list of 100 kB", "- Een punt op een lange lijst.\n", 3300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = repeat (cases[i].pattern, cases[i].n);
      g_autoptr (GBytes) plan = build_small_plan (text);

      publish (cases[i].name, plan);
    }
}

/* Values of other types, numbers out of bounds, records that point nowhere. */
static void
test_odd_plans (void)
{
  static const char *const cases[] = {
    "{}",
    "{\"title\":3,\"sections\":{},\"remarks\":[1,\"x\",null,[],{}],\"priorities\":[{}]}",
    "{\"first-year\":-5,\"last-year\":99999999999,\"priorities\":[{\"first-year\":1,\"last-year\":"
    "999999999}]}",
    "{\"priorities\":[{\"title\":\"a\",\"first-year\":2031,\"last-year\":2027},{\"title\":\"b\","
    "\"first-year\":2027}],\"first-year\":2027,\"last-year\":2031}",
    "{\"remarks\":[{\"id\":\"r1\",\"part-of\":\"r1\",\"text\":\"a\",\"outcome\":\"x\",\"reason\":"
    "\"y\"},"
    "{\"id\":\"r2\",\"part-of\":\"r3\"},{\"id\":\"r3\",\"part-of\":\"r2\",\"cluster\":\"niets\"}]}",
    "{\"remarks\":[{\"count\":9223372036854775807},{\"count\":-3},{\"withdrawn\":\"dubbel\"}]}",
    "{\"priorities\":[{\"amounts\":[{\"kind\":\"raming\",\"cents\":9223372036854775807},"
    "{\"kind\":\"raming\",\"cents\":9223372036854775807},{\"kind\":\"raming\",\"cents\":"
    "-9223372036854775807},{\"kind\":3}]}]}",
    "{\"priorities\":[{\"measures\":[{}],\"weights\":[{},{\"aspect\":\"sociaal\"}],"
    "\"indicators\":[{},{\"baseline\":1.5,\"target\":2,\"measurements\":[{},{\"value\":[]}]}]}]}",
    "{\"themes\":[{\"id\":\"t\"},{\"name\":\"n\"},{\"id\":\"u\",\"name\":\"\",\"themes\":[{}]}],"
    "\"remarks\":[{\"themes\":[\"t\",\"u\",\"u\",3]}]}",
    "{\"sources\":[{},{\"quotes\":[{},{\"text\":\"a\"}]}],\"sessions\":[{},{\"head-count\":-1}],"
    "\"stakeholders\":[{\"commitments\":[{}]}]}",
    "{\"version\":{\"number\":1,\"summary\":\"a\"},\"versions\":[{},{},{\"number\":2}]}",
    "{\"language\":\"../../etc/passwd\",\"kind\":\"iets anders\",\"sections\":[{\"sections\":[{"
    "\"sections\":[{\"sections\":[{\"sections\":[{\"title\":\"diep\",\"text\":\"# Kop\"}]}]}]}]}]}",
    "{\"sections\":[{\"title\":\"Prioriteiten\"},{\"title\":\"PRIORITEITEN\"},{\"title\":"
    "\"bronnen\"}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) plan = g_bytes_new_static (cases[i], strlen (cases[i]));
      g_autoptr (GBytes) draft = publish_sample_pdf (plan, &publish_sample_moment);

      publish (cases[i], plan);
    }
}

static void
test_replaced (void)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .created = "2026-11-23T13:05:00Z",
                                       .producer = "Wijkplan" };
  g_autoptr (GBytes) odd =
      build_plan ("Wijk \344\275\240", "a\345\245\275b\360\237\231\202\344\275\240");
  g_autoptr (GBytes) plain = build_plan ("Wijk", "Gewoon één zin: ‘ja’, 5 m² — €.");
  g_autofree char *replaced = NULL, *none = NULL;
  g_autoptr (GBytes) first = wijk_pdf_write (odd, &options, &replaced, NULL, NULL, NULL);
  g_autoptr (GBytes) second = wijk_pdf_write (plain, &options, &none, NULL, NULL, NULL);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpstr (replaced, ==, "\344\275\240\345\245\275\360\237\231\202");
  g_assert_null (none);
}

static GBytes *
build_many_remarks (guint n)
{
  GString *json = g_string_new ("{\"title\":\"Veel\",\"kind\":\"wijkplan\",\"remarks\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (
        json,
        "%s{\"id\":\"remark-%u\",\"label\":\"R-%u\",\"channel\":\"papier\",\"text\":\"Reactie "
        "nummer "
        "%u: de auto's rijden hier te hard en daar moet echt iets aan gebeuren.\",\"outcome\":"
        "\"overgenomen\",\"reason\":\"Dit staat nu als maatregel in het uitvoeringsprogramma.\"}",
        i > 0 ? "," : "",
        i + 1,
        i + 1,
        i + 1);
  g_string_append (json, "]}");
  return g_string_free_to_bytes (json);
}

static void
test_many_remarks (void)
{
  g_autoptr (GBytes) plan = build_many_remarks (5000);

  publish ("5,000 remarks", plan);
}

static gpointer
cancel_soon (gpointer cancellable)
{
  g_usleep (150 * 1000);
  g_cancellable_cancel (cancellable);
  return NULL;
}

static void
test_cancel_halfway (void)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .created = "2026-11-23T13:05:00Z",
                                       .producer = "Wijkplan" };
  g_autoptr (GBytes) plan = build_many_remarks (8000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread = g_thread_new ("cancel", cancel_soon, cancellable);
  g_autoptr (GBytes) pdf = wijk_pdf_write (plan, &options, NULL, NULL, cancellable, &error);

  g_thread_join (thread);
  g_assert_null (pdf);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/publish/hostile/texts", test_texts);
  g_test_add_func ("/publish/hostile/long-texts", test_long_texts);
  g_test_add_func ("/publish/hostile/odd-plans", test_odd_plans);
  g_test_add_func ("/publish/hostile/replaced", test_replaced);
  g_test_add_func ("/publish/hostile/many-remarks", test_many_remarks);
  g_test_add_func ("/publish/hostile/cancel-halfway", test_cancel_halfway);
  return g_test_run ();
}
