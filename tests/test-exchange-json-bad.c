/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "wijk-json-tree.h"
#include "wijk-plan-json.h"

#define PLAN "plan-00000000000000000000000000"
#define HEAD                                                                                       \
  "\"format\":0,\"audience\":\"intern\",\"language\":\"nl\",\"id\":\"" PLAN                        \
  "\",\"kind\":\"wijkplan\",\"title\":\"T\",\"area-name\":\"A\""
#define REMARK "remark-00000000000000000000000000"
#define SECTION "section-00000000000000000000000000"
#define PRIORITY "priority-00000000000000000000000000"

typedef struct
{
  const char *name;
  const char *json;
  WijkJsonError code;
  const char *place; /* with which the message begins */
} Case;

#define S WIJK_JSON_ERROR_SYNTAX
#define L WIJK_JSON_ERROR_TOO_LARGE
#define V WIJK_JSON_ERROR_VALUE

static const Case cases[] = {
  /* not JSON, or not one JSON */
  { "empty", "", S, "$ (line 1): " },
  { "space", " \n ", S, "$ (line 2): " },
  { "cut off", "{" HEAD, S, "$.area-name (line 1): " },
  { "cut in a text", "{\"title\": \"Wij", S, "$.title (line 1): " },
  { "two documents", "{" HEAD "} {}", S, "$ (line 1): " },
  { "single quotes", "{'format': 0}", S, "$ (line 1): " },
  { "comment", "{/* */}", S, "$ (line 1): " },
  { "last comma", "{" HEAD ",}", S, "$ (line 1): " },
  { "last comma in a list", "{" HEAD ",\"authors\":[\"a\",]}", S, "$.authors[1] (line 1): " },
  { "no colon", "{\"title\" \"a\"}", S, "$.title (line 1): " },
  { "wrong bracket", "{" HEAD "]", S, "$.area-name (line 1): " },
  { "leading zero", "{\"format\": 00}", S, "$.format (line 1): " },
  { "plus", "{\"format\": +1}", S, "$.format (line 1): " },
  { "no digits", "{\"format\": -}", S, "$.format (line 1): " },
  { "open fraction", "{\"format\": 1.}", S, "$.format (line 1): " },
  { "infinity", "{\"format\": Infinity}", S, "$.format (line 1): " },
  { "misspelt word", "{\"format\": nul}", S, "$.format (line 1): " },
  { "control in a text", "{\"title\": \"a\nb\"}", S, "$.title (line 1): " },
  { "unknown escape", "{\"title\": \"\\x41\"}", S, "$.title (line 1): " },
  { "zero in a text", "{\"title\": \"a\\u0000b\"}", S, "$.title (line 1): " },
  { "half a pair", "{\"title\": \"\\ud83d\"}", S, "$.title (line 1): " },
  { "pair reversed", "{\"title\": \"\\udc00\\ud83d\"}", S, "$.title (line 1): " },
  { "not UTF-8", "{\"title\": \"a\xff\"}", S, "$.title (line 1): The text is not valid UTF-8." },
  { "not UTF-8 behind", "{" HEAD "}\xff", S, "$ (line 1): The text is not valid UTF-8." },
  { "too large a whole number", "{\"format\": 9223372036854775808}", S, "$.format (line 1): " },
  { "clamped elsewhere", "{\"format\": 4294967299000000000000}", S, "$.format (line 1): " },
  { "infinite real", "{\"format\": 1e999}", S, "$.format (line 1): " },
  { "equal keys", "{" HEAD ",\"title\":\"U\"}", S, "$.title: " },
  { "equal keys, one escaped", "{" HEAD ",\"t\\u0069tle\":\"U\"}", S, "$.title: " },
  { "third line", "{\n\"format\": 0,\n!", S, "$ (line 3): " },
  /* JSON, but no plan */
  { "a list", "[]", V, "$: " },
  { "a text", "\"plan\"", V, "$: " },
  { "nothing", "null", V, "$: " },
  { "no format", "{}", V, "$.format: " },
  { "format of another type", "{\"format\": \"0\"}", V, "$.format: " },
  { "format below zero", "{\"format\": -1}", V, "$.format: " },
  { "newer", "{\"format\": 1}", WIJK_JSON_ERROR_NEWER, "$.format: " },
  { "no audience", "{\"format\": 0}", V, "$.audience: " },
  { "unknown audience", "{" HEAD ",\"x\":0}", V, "" },
  { "no kind",
    "{\"format\":0,\"audience\":\"intern\",\"language\":\"nl\",\"id\":\"" PLAN
    "\",\"title\":\"T\"}",
    V,
    "$.kind: " },
  { "empty title",
    "{\"format\":0,\"audience\":\"intern\",\"language\":\"nl\",\"id\":\"" PLAN
    "\",\"kind\":\"wijkplan\",\"title\":\"\",\"area-name\":\"A\"}",
    V,
    "$.title: " },
  { "malformed id",
    "{\"format\":0,\"audience\":\"intern\",\"language\":\"nl\",\"id\":\"../../x\",\"title\":\"\"}",
    V,
    "$.id: " },
  { "id of something else",
    "{\"format\":0,\"audience\":\"intern\",\"language\":\"nl\",\"id\":\"" REMARK
    "\",\"title\":\"T\"}",
    V,
    "$.id: " },
  { "unknown language",
    "{\"format\":0,\"audience\":\"intern\",\"language\":\"../nl\",\"id\":\"" PLAN
    "\",\"title\":\"T\"}",
    V,
    "$.language: " },
  /* values */
  { "wrong year", "{" HEAD ",\"first-year\":20277}", V, "$.first-year: “20277” " },
  { "year as text", "{" HEAD ",\"first-year\":\"2027\"}", V, "$.first-year: " },
  { "year as real", "{" HEAD ",\"first-year\":2027.0}", V, "$.first-year: " },
  { "flag as text", "{" HEAD ",\"fictional\":\"1\"}", V, "$.fictional: " },
  { "text as number", "{" HEAD ",\"vision\":1}", V, "$.vision: " },
  { "text as nothing", "{" HEAD ",\"vision\":null}", V, "$.vision: " },
  { "set as text", "{" HEAD ",\"authors\":\"a\"}", V, "$.authors: " },
  { "member as number", "{" HEAD ",\"authors\":[\"a\",1]}", V, "$.authors[1]: " },
  { "member twice", "{" HEAD ",\"authors\":[\"a\",\"a\"]}", V, "$.authors[1]: " },
  { "member with control", "{" HEAD ",\"authors\":[\"a\\u0001\"]}", V, "$.authors[0]: " },
  { "empty member", "{" HEAD ",\"authors\":[\"\"]}", V, "$.authors[0]: " },
  { "records as object", "{" HEAD ",\"remarks\":{}}", V, "$.remarks: " },
  { "record as text", "{" HEAD ",\"remarks\":[\"x\"]}", V, "$.remarks[0]: " },
  { "record without id", "{" HEAD ",\"remarks\":[{}]}", V, "$.remarks[0].id: " },
  { "id as number", "{" HEAD ",\"remarks\":[{\"id\":1}]}", V, "$.remarks[0].id: " },
  { "id of another kind",
    "{" HEAD ",\"remarks\":[{\"id\":\"" SECTION "\"}]}",
    V,
    "$.remarks[0].id: " },
  { "id twice",
    "{" HEAD ",\"remarks\":[{\"id\":\"" REMARK "\"},{\"id\":\"" REMARK "\"}]}",
    V,
    "$.remarks[1].id: " },
  { "plan in the plan",
    "{" HEAD ",\"other\":[{\"id\":\"plan-11111111111111111111111111\"}]}",
    V,
    "$.other[0].id: " },
  { "unknown word",
    "{" HEAD ",\"remarks\":[{\"id\":\"" REMARK "\",\"channel\":\"duif\"}]}",
    V,
    "$.remarks[0].channel: " },
  { "impossible date",
    "{" HEAD ",\"remarks\":[{\"id\":\"" REMARK "\",\"date\":\"2027-02-30\"}]}",
    V,
    "$.remarks[0].date: " },
  { "malformed link",
    "{" HEAD ",\"remarks\":[{\"id\":\"" REMARK "\",\"cluster\":\"x\"}]}",
    V,
    "$.remarks[0].cluster: " },
  { "unknown aspect",
    "{" HEAD ",\"remarks\":[{\"id\":\"" REMARK "\",\"aspects\":[\"geel\"]}]}",
    V,
    "$.remarks[0].aspects[0]: “geel” " },
  { "no title",
    "{" HEAD ",\"priorities\":[{\"id\":\"" PRIORITY "\"}]}",
    V,
    "$.priorities[0].title: " },
  { "two lines",
    "{" HEAD ",\"sections\":[{\"id\":\"" SECTION "\",\"title\":\"a\\nb\"}]}",
    V,
    "$.sections[0].title: " },
  { "parent given",
    "{" HEAD ",\"priorities\":[{\"id\":\"" PRIORITY "\",\"title\":\"T\",\"measures\":[{\"id\":"
    "\"measure-00000000000000000000000000\",\"title\":\"M\",\"priority\":\"" PRIORITY "\"}]}]}",
    V,
    "$.priorities[0].measures[0].priority: " },
  { "sections too deep",
    "{" HEAD ",\"sections\":[{\"id\":\"" SECTION
    "\",\"title\":\"a\",\"sections\":[{\"id\":\"section-11111111111111111111111111\",\"title\":"
    "\"b\",\"sections\":[{\"id\":\"section-22222222222222222222222222\",\"title\":\"c\"}]}]}]}",
    V,
    "$.sections[0].sections[0].sections[0]: " },
  { "version as number", "{" HEAD ",\"version\":1}", V, "$.version: " },
  { "version without number", "{" HEAD ",\"version\":{}}", V, "$.version.number: " },
  { "version zero", "{" HEAD ",\"version\":{\"number\":0}}", V, "$.version: " },
  { "version with unknown status",
    "{" HEAD ",\"version\":{\"number\":1,\"status\":\"af\"}}",
    V,
    "$.version.status: " },
};

static void
check (const char *name, GBytes *bytes, WijkJsonError code, const char *place)
{
  g_auto (WijkPlanJsonHeader) header = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = wijk_plan_json_read (bytes, NULL, &header, &error);

  if (*place == '\0') /* this one is well */
    {
      g_assert_no_error (error);
      return;
    }
  g_test_message ("%s: %s", name, error != NULL ? error->message : "no error");
  g_assert_null (edits);
  g_assert_error (error, WIJK_JSON_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, place));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));

      check (cases[i].name, bytes, cases[i].code, cases[i].place);
    }
}

static GBytes *
repeat (const char *before, const char *text, guint n, const char *after)
{
  GString *all = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);
  g_string_append (all, after);

  return g_string_free_to_bytes (all);
}

static void
test_large (void)
{
  g_autoptr (GBytes) brackets = repeat ("", "[", 1000000, "");
  g_autoptr (GBytes) objects = repeat ("{" HEAD ",\"a\":", "{\"a\":", 1000000, "");
  g_autoptr (GBytes) digits = repeat ("{\"format\": 1", "0", 1000000, "}");
  g_autoptr (GBytes) key = repeat ("{\"", "a\xc3\xa9\\u0041", 1000000, "\": 1e}");
  g_autoptr (GBytes) values = repeat ("[", "0,", 8000001, "0]");
  GString *many = g_string_new ("{" HEAD);
  g_autoptr (GBytes) members = NULL;
  g_autoptr (GError) error = NULL;

  check ("a million brackets", brackets, WIJK_JSON_ERROR_TOO_LARGE, "$[0][0]");
  check ("a million objects", objects, WIJK_JSON_ERROR_TOO_LARGE, "$.a.a");
  check ("a million digits", digits, WIJK_JSON_ERROR_SYNTAX, "$.format (line 1)");
  check ("a key of three million signs", key, WIJK_JSON_ERROR_SYNTAX, "$.aéAaéA");
  check ("too many values", values, WIJK_JSON_ERROR_TOO_LARGE, "$[");
  for (guint i = 0; i < 300; i++)
    g_string_append_printf (many, ",\"m%u\":1", i);
  g_string_append_c (many, '}');
  members = g_string_free_to_bytes (many);
  check ("too many members", members, WIJK_JSON_ERROR_TOO_LARGE, "$");
  g_assert_null (wijk_json_tree_read (members, 10, &error));
  g_assert_error (error, WIJK_JSON_ERROR, WIJK_JSON_ERROR_TOO_LARGE);
}

/* Every byte of a good plan cut off or changed: an error or a plan, never a crash. */
static void
test_damage (void)
{
  static const char good[] =
      "\xef\xbb\xbf{" HEAD ",\"authors\":[\"\\u00e9\\ud83c\\udf33\"],\"first-year\":-1e1,"
      "\"remarks\":[{\"id\":\"" REMARK "\",\"number\":12,\"text\":\"Te hard\"}],\"x\":[null,true]}";
  static const char signs[] = "\"\\{}[]:,0-e\xff\x01u";

  for (gsize i = 0; i < strlen (good); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new (good, i);
      g_autoptr (GError) error = NULL;

      g_assert_null (wijk_plan_json_read (cut, NULL, NULL, &error));
      g_assert_nonnull (error);
      for (gsize j = 0; j < strlen (signs); j++)
        {
          g_autofree char *copy = g_strdup (good);
          g_autoptr (GBytes) changed = NULL;
          g_autoptr (GPtrArray) edits = NULL;
          g_autoptr (GError) fault = NULL;

          copy[i] = signs[j];
          changed = g_bytes_new (copy, strlen (copy));
          edits = wijk_plan_json_read (changed, NULL, NULL, &fault);
          g_assert_true ((edits == NULL) == (fault != NULL));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/exchange/json-bad/cases", test_cases);
  g_test_add_func ("/exchange/json-bad/large", test_large);
  g_test_add_func ("/exchange/json-bad/damage", test_damage);

  return g_test_run ();
}
