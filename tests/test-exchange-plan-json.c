/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-plan-json.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "exchange-sample.h"
#include "heads.h"
#include "wijk-id.h"
#include "wijk-plan.h"

#define PLAN "plan-00000000000000000000000000"
#define OTHER_PLAN "plan-11111111111111111111111111"

static const WijkPlanJsonVersion version = {
  .number = 2, .status = "vastgesteld", .date = "2026-11-23", .summary = "Meer groen."
};

static GBytes *
write_state (WijkState *state, WijkAudience audience, const WijkPlanJsonVersion *of)
{
  WijkPlanJsonOptions options = { .audience = audience, .version = of };

  return wijk_plan_json_write (state, &options);
}

static WijkState *
read_state (GBytes *bytes)
{
  g_auto (WijkPlanJsonHeader) header = { 0 };
  g_autoptr (GError) error = NULL;
  WijkState *state = wijk_plan_json_read_state (bytes, &header, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (header.left_out->len, ==, 0);

  return state;
}

/* Shows where they differ, not all of both. */
static void
assert_same (GBytes *a, GBytes *b)
{
  const char *ta = g_bytes_get_data (a, NULL), *tb = g_bytes_get_data (b, NULL);
  gsize n = MIN (g_bytes_get_size (a), g_bytes_get_size (b)), at = 0;

  if (g_bytes_equal (a, b))
    return;
  while (at < n && ta[at] == tb[at])
    at++;
  at -= MIN (at, 200);
  g_test_message ("from byte %zu on:\n%.500s\n---- against ----\n%.500s", at, ta + at, tb + at);
  g_test_fail ();
}

static gboolean
has_text (GBytes *bytes, const char *text)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), text) !=
         NULL;
}

/* ---- form ---- */

static const WijkEdit small_plan[] = {
  { PLAN, "kind", "wijkplan" },
  { PLAN, "title", "Wijkplan \"Merenwijk\"" },
  { PLAN, "area-name", "Merenwijk" },
  { PLAN, "area-codes/WK054608", "1" },
  { PLAN, "first-year", "2027" },
  { PLAN, "keeper", "0123abcd" },
  { "section-00000000000000000000000000", "title", "Inleiding" },
  { "section-00000000000000000000000000", "place", "/b" },
  { "section-00000000000000000000000000", "guidance", "Kort." },
  { "section-11111111111111111111111111", "title", "Leeswijzer" },
  { "section-11111111111111111111111111", "place", "section-00000000000000000000000000/a" },
  { "section-11111111111111111111111111", "text", "Een\nTwee" },
  { "section-22222222222222222222222222", "title", "Samenvatting" },
  { "section-22222222222222222222222222", "place", "/a" },
  { "priority-00000000000000000000000000", "title", "Veilig" },
  { "priority-00000000000000000000000000", "origin/remark-00000000000000000000000000", "1" },
  { "priority-00000000000000000000000000", "origin/remark-vvvvvvvvvvvvvvvvvvvvvvvvvv", "1" },
  { "measure-00000000000000000000000000", "title", "Drempel" },
  { "measure-00000000000000000000000000", "priority", "priority-00000000000000000000000000" },
  { "amount-00000000000000000000000000", "of", "measure-00000000000000000000000000" },
  { "amount-00000000000000000000000000", "kind", "raming" },
  { "amount-00000000000000000000000000", "year", "2028" },
  { "amount-00000000000000000000000000", "cents", "-150" },
  { "amount-11111111111111111111111111", "of", PLAN },
  { "amount-11111111111111111111111111", "kind", "raming" },
  { "amount-11111111111111111111111111", "year", "2028" },
  { "amount-11111111111111111111111111", "cents", "5" },
  { "remark-00000000000000000000000000", "number", "1" },
  { "remark-00000000000000000000000000", "text", "Te hard" },
  { "remark-00000000000000000000000000", "withdrawn", "dubbel" },
  { "scenario-00000000000000000000000000", "title", "Dorp" },
};

static GPtrArray *
small_edits (void)
{
  GPtrArray *edits = wijk_edits_new ();

  for (guint i = 0; i < G_N_ELEMENTS (small_plan); i++)
    wijk_edits_add (edits, small_plan[i].record, small_plan[i].field, small_plan[i].value);

  return edits;
}

static const char small_json[] = "{\n"
                                 "  \"format\": 0,\n"
                                 "  \"audience\": \"intern\",\n"
                                 "  \"language\": \"nl\",\n"
                                 "  \"id\": \"" PLAN "\",\n"
                                 "  \"kind\": \"wijkplan\",\n"
                                 "  \"title\": \"Wijkplan \\\"Merenwijk\\\"\",\n"
                                 "  \"area-name\": \"Merenwijk\",\n"
                                 "  \"area-codes\": [\"WK054608\"],\n"
                                 "  \"first-year\": 2027,\n"
                                 "  \"version\": {\n"
                                 "    \"number\": 2,\n"
                                 "    \"status\": \"vastgesteld\",\n"
                                 "    \"date\": \"2026-11-23\",\n"
                                 "    \"summary\": \"Meer groen.\"\n"
                                 "  },\n"
                                 "  \"sections\": [\n"
                                 "    {\n"
                                 "      \"id\": \"section-22222222222222222222222222\",\n"
                                 "      \"title\": \"Samenvatting\"\n"
                                 "    },\n"
                                 "    {\n"
                                 "      \"id\": \"section-00000000000000000000000000\",\n"
                                 "      \"title\": \"Inleiding\",\n"
                                 "      \"guidance\": \"Kort.\",\n"
                                 "      \"sections\": [\n"
                                 "        {\n"
                                 "          \"id\": \"section-11111111111111111111111111\",\n"
                                 "          \"title\": \"Leeswijzer\",\n"
                                 "          \"text\": \"Een\\nTwee\"\n"
                                 "        }\n"
                                 "      ]\n"
                                 "    }\n"
                                 "  ],\n"
                                 "  \"remarks\": [\n"
                                 "    {\n"
                                 "      \"id\": \"remark-00000000000000000000000000\",\n"
                                 "      \"number\": 1,\n"
                                 "      \"text\": \"Te hard\",\n"
                                 "      \"withdrawn\": \"dubbel\"\n"
                                 "    }\n"
                                 "  ],\n"
                                 "  \"priorities\": [\n"
                                 "    {\n"
                                 "      \"id\": \"priority-00000000000000000000000000\",\n"
                                 "      \"title\": \"Veilig\",\n"
                                 "      \"origin\": [\"remark-00000000000000000000000000\"],\n"
                                 "      \"measures\": [\n"
                                 "        {\n"
                                 "          \"id\": \"measure-00000000000000000000000000\",\n"
                                 "          \"title\": \"Drempel\",\n"
                                 "          \"amounts\": [\n"
                                 "            {\n"
                                 "              \"id\": \"amount-00000000000000000000000000\",\n"
                                 "              \"kind\": \"raming\",\n"
                                 "              \"year\": 2028,\n"
                                 "              \"cents\": -150\n"
                                 "            }\n"
                                 "          ]\n"
                                 "        }\n"
                                 "      ]\n"
                                 "    }\n"
                                 "  ],\n"
                                 "  \"amounts\": [\n"
                                 "    {\n"
                                 "      \"id\": \"amount-11111111111111111111111111\",\n"
                                 "      \"of\": \"" PLAN "\",\n"
                                 "      \"kind\": \"raming\",\n"
                                 "      \"year\": 2028,\n"
                                 "      \"cents\": 5\n"
                                 "    }\n"
                                 "  ],\n"
                                 "  \"other\": [\n"
                                 "    {\n"
                                 "      \"id\": \"scenario-00000000000000000000000000\",\n"
                                 "      \"title\": \"Dorp\"\n"
                                 "    }\n"
                                 "  ]\n"
                                 "}\n";

static void
test_form (void)
{
  g_autoptr (GPtrArray) edits = small_edits ();
  g_autoptr (WijkState) state = sample_state (edits, 1);
  g_autoptr (WijkState) empty = wijk_state_new ();
  g_autoptr (GBytes) bytes = write_state (state, WIJK_AUDIENCE_INTERNAL, &version);
  g_autoptr (GBytes) public = write_state (state, WIJK_AUDIENCE_PUBLIC, NULL);

  g_assert_cmpmem (
      g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), small_json, strlen (small_json));
  g_assert_true (has_text (public, "\"audience\": \"openbaar\""));
  g_assert_true (has_text (public, "\"withdrawn\": \"dubbel\""));
  g_assert_false (has_text (public, "Te hard"));
  g_assert_false (has_text (public, "Kort."));
  g_assert_false (has_text (public, "Dorp"));
  g_assert_null (write_state (empty, WIJK_AUDIENCE_PUBLIC, NULL));
}

/* A person who did not consent to publication appears as role, wherever a name can be typed. */
static void
test_names (void)
{
  g_autoptr (GPtrArray) edits = small_edits ();
  g_autoptr (WijkState) state = NULL;
  g_autoptr (GBytes) public = NULL;
  g_autoptr (GBytes) internal = NULL;
  const char *person = id_of ("stakeholder", "ann");
  const char *other = id_of ("stakeholder", "bo");
  const char *priority = id_of ("priority", "p");

  wijk_edits_add (edits, person, "kind", "persoon");
  wijk_edits_add (edits, person, "name", "Ann Boom");
  wijk_edits_add (edits, person, "role", "bewoner");
  wijk_edits_add (edits, other, "kind", "persoon");
  wijk_edits_add (edits, other, "name", "Bo Smit");
  wijk_edits_add (edits, other, "consents/publicatie", "1");
  wijk_edits_add (edits, priority, "title", "Veilig");
  wijk_edits_add (edits, priority, "place", "/00001aaa");
  wijk_edits_add (edits, priority, "owner", "Ann Boom en Bo Smit");
  wijk_edits_add (edits, priority, "partners/Ann Boom", "1");
  wijk_edits_add (edits, priority, "partners/bewoner", "1");
  state = sample_state (edits, 1);
  public = write_state (state, WIJK_AUDIENCE_PUBLIC, NULL);
  internal = write_state (state, WIJK_AUDIENCE_INTERNAL, NULL);

  g_assert_true (has_text (internal, "\"owner\": \"Ann Boom en Bo Smit\""));
  g_assert_true (has_text (public, "\"owner\": \"bewoner en Bo Smit\""));
  g_assert_false (has_text (public, "Ann Boom"));
  g_assert_false (has_text (public, "bewoner\",")); /* once among the partners */
  {
    g_autoptr (WijkState) published = read_state (public);
    g_autoptr (GBytes) again = write_state (published, WIJK_AUDIENCE_PUBLIC, NULL);

    assert_same (public, again);
  }
}

/* ---- properties ---- */

static void
test_round_trip (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GPtrArray) edits = sample_edits (seed, 1 + seed % 12);
      g_autoptr (WijkState) state = sample_state (edits, seed);
      g_autoptr (GBytes) bytes = write_state (state, WIJK_AUDIENCE_INTERNAL, NULL);
      g_autoptr (WijkState) again = read_state (bytes);
      g_autoptr (GBytes) again_bytes = write_state (again, WIJK_AUDIENCE_INTERNAL, NULL);
      g_autoptr (GBytes) public = write_state (state, WIJK_AUDIENCE_PUBLIC, &version);
      g_autoptr (GBytes) public_again = write_state (again, WIJK_AUDIENCE_PUBLIC, &version);
      g_autoptr (WijkState) published = read_state (public);
      g_autoptr (GBytes) republished = write_state (published, WIJK_AUDIENCE_PUBLIC, &version);

      assert_same (bytes, again_bytes);
      assert_same (public, public_again);
      assert_same (public, republished);
    }
}

/* Same content, same bytes: whatever came first, in whatever place of the world. */
static void
test_determinism (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (GPtrArray) edits = sample_edits (seed, 10);
      g_autoptr (WijkState) state = sample_state (edits, 1);
      g_autoptr (WijkState) shuffled = sample_state (edits, seed + 2);
      g_autoptr (GBytes) bytes = write_state (state, WIJK_AUDIENCE_INTERNAL, NULL);
      g_autoptr (GBytes) other = NULL;

      setlocale (LC_ALL, "nl_NL.UTF-8");
      other = write_state (shuffled, WIJK_AUDIENCE_INTERNAL, NULL);
      setlocale (LC_ALL, "C.UTF-8");
      assert_same (bytes, other);
    }
}

static void
test_public_holds_nothing_private (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GPtrArray) edits = sample_edits (seed, 8);
      g_autoptr (WijkState) state = sample_state (edits, 1);
      g_autoptr (GBytes) internal = write_state (state, WIJK_AUDIENCE_INTERNAL, NULL);
      g_autoptr (GBytes) public = write_state (state, WIJK_AUDIENCE_PUBLIC, NULL);

      g_assert_true (has_text (internal, SAMPLE_PERSONAL));
      g_assert_true (has_text (internal, SAMPLE_INTERNAL));
      g_assert_false (has_text (public, SAMPLE_PERSONAL));
      g_assert_false (has_text (public, SAMPLE_INTERNAL));
      g_assert_false (has_text (public, "persoon"));
      g_assert_false (has_text (public, "comment-"));
      g_assert_false (has_text (public, "\"mood\""));
      g_assert_false (has_text (public, "\"keep-until\""));
    }
}

static void
test_new_plan (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (small_json, strlen (small_json));
  g_auto (WijkPlanJsonHeader) header = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = wijk_plan_json_read (bytes, OTHER_PLAN, &header, &error);
  g_autoptr (WijkState) state = NULL;
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (header.plan, ==, PLAN);
  g_assert_cmpint (header.version, ==, 2);
  g_assert_cmpstr (header.status, ==, "vastgesteld");
  g_assert_cmpint (header.audience, ==, WIJK_AUDIENCE_INTERNAL);
  g_assert_cmpstr (header.language, ==, "nl");
  state = sample_state (edits, 3);
  written = write_state (state, WIJK_AUDIENCE_INTERNAL, NULL);
  g_assert_cmpstr (
      wijk_state_get_plan (state)->derived_from, ==, "Wijkplan \"Merenwijk\", v2, 2026-11-23");
  g_assert_true (has_text (written, OTHER_PLAN));
  g_assert_false (has_text (written, PLAN));
}

/* What a newer program may have written stays where it can, and is named where it cannot. */
static void
test_newer_members (void)
{
  static const char json[] =
      "{\"format\":0,\"audience\":\"intern\",\"language\":\"nl\",\"id\":\"" PLAN "\","
      "\"kind\":\"wijkvisie\",\"title\":\"T\",\"area-name\":\"A\",\"mood\":\"goed\",\"score\":12,"
      "\"open\":true,"
      "\"hues\":[\"rood\",\"groen\"],\"scenarios\":[{\"id\":\"scenario-"
      "00000000000000000000000000\","
      "\"name\":\"Dorp\"}],\"Bad Name\":1,\"nested\":{\"a\":1},\"keeper\":\"x\","
      "\"other\":[{\"id\":\"remark-00000000000000000000000000\",\"number\":\"7\",\"place\":\"/"
      "a\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_auto (WijkPlanJsonHeader) header = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkState) state = wijk_plan_json_read_state (bytes, &header, &error);
  g_autoptr (GBytes) written = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (header.left_out->len, ==, 3);
  g_assert_cmpstr (header.left_out->pdata[0], ==, "$.Bad Name");
  g_assert_cmpstr (header.left_out->pdata[1], ==, "$.nested");
  g_assert_cmpstr (header.left_out->pdata[2], ==, "$.keeper");
  written = write_state (state, WIJK_AUDIENCE_INTERNAL, NULL);
  g_assert_true (has_text (written, "\"hues\": [\"groen\", \"rood\"],\n  \"mood\": \"goed\""));
  g_assert_true (has_text (written, "\"score\": \"12\""));
  g_assert_true (has_text (written, "\"open\": \"1\""));
  g_assert_true (has_text (written, "\"name\": \"Dorp\""));
  g_assert_true (has_text (written, "\"number\": 7"));
}

/* ---- size ---- */

static GPtrArray *
many_remarks (guint n)
{
  GPtrArray *edits = small_edits ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = wijk_id_new ("remark");
      g_autofree char *number = g_strdup_printf ("%u", i + 2);
      g_autofree char *label = g_strdup_printf ("R-%u", i + 2);

      wijk_edits_add (edits, id, "number", number);
      wijk_edits_add (edits, id, "label", label);
      wijk_edits_add (edits, id, "text", "Er wordt te hard gereden bij de school aan het water.");
      wijk_edits_add (edits, id, "channel", "enquete");
      wijk_edits_add (edits, id, "date", "2026-10-01");
      wijk_edits_add (edits, id, "count", "3");
      wijk_edits_add (edits, id, "aspects/sociaal", "1");
      wijk_edits_add (edits, id, "aspects/veiligheid", "1");
    }

  return edits;
}

static void
test_many (void)
{
  const guint n = g_test_slow () ? 100000 : 5000;
  g_autoptr (GPtrArray) edits = many_remarks (n);
  g_autoptr (WijkState) state = sample_state (edits, 1);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GBytes) bytes = write_state (state, WIJK_AUDIENCE_INTERNAL, NULL);
  gint64 written = g_get_monotonic_time ();
  g_autoptr (WijkState) again = read_state (bytes);
  gint64 read = g_get_monotonic_time ();

  g_test_message ("%u remarks: written in %" G_GINT64_FORMAT " ms, read in %" G_GINT64_FORMAT " ms",
                  n,
                  (written - start) / 1000,
                  (read - written) / 1000);
  g_assert_cmpuint (
      wijk_record_list_get_length (wijk_state_get_list (again, WIJK_KIND_REMARK)), ==, n + 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/plan-json/form", test_form);
  g_test_add_func ("/exchange/plan-json/round-trip", test_round_trip);
  g_test_add_func ("/exchange/plan-json/determinism", test_determinism);
  g_test_add_func ("/exchange/plan-json/names", test_names);
  g_test_add_func ("/exchange/plan-json/public", test_public_holds_nothing_private);
  g_test_add_func ("/exchange/plan-json/new-plan", test_new_plan);
  g_test_add_func ("/exchange/plan-json/newer-members", test_newer_members);
  g_test_add_func ("/exchange/plan-json/many", test_many);

  return g_test_run ();
}
