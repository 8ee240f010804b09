/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "report-sample.h"

#include <poppler.h>
#include <string.h>

#define N_THEMES 4
#define N_SESSIONS 3

static const char *const themes[N_THEMES] = { "theme-00000000000000000000000000",
                                              "theme-00000000000000000000000001",
                                              "theme-00000000000000000000000002",
                                              "theme-00000000000000000000000003" };

gboolean
report_sample_is_answered (guint remark)
{
  return remark % 10 != 8 && remark % 10 != 9;
}

gboolean
report_sample_is_withdrawn (guint remark)
{
  return remark % 10 == 9;
}

gboolean
report_sample_is_clustered (guint remark)
{
  return remark % 10 < 4;
}

static const char *const head =
    "{\"id\":\"plan-00000000000000000000000000\",\"language\":\"nl\",\"kind\":\"wijkplan\","
    "\"title\":\"Wijkplan Proefwijk\",\"area-name\":\"Merenwijk\",\"area-codes\":[\"WK054608\"],"
    "\"first-year\":2027,\"last-year\":2031,\"themes\":["
    "{\"id\":\"theme-00000000000000000000000000\",\"name\":\"Verkeer\",\"colour\":\"#1a5fb4\","
    "\"themes\":[{\"id\":\"theme-00000000000000000000000001\",\"name\":\"Fietsen\"}]},"
    "{\"id\":\"theme-00000000000000000000000002\",\"name\":\"Groen\"},"
    "{\"id\":\"theme-00000000000000000000000003\",\"name\":\"Leeg thema\"}],"
    "\"sessions\":["
    "{\"id\":\"session-00000000000000000000000000\",\"title\":\"Startavond\",\"date\":"
    "\"2026-03-12\",\"location\":\"Buurtkamer\",\"method\":\"thematafels\",\"rung\":"
    "\"raadplegen\",\"audience\":\"alle bewoners\",\"questions\":\"Wat moet blijven?\","
    "\"head-count\":64,\"facilitators\":\"" REPORT_SAMPLE_SECRET " Een\",\"attendances\":["
    "{\"id\":\"attendance-00000000000000000000000000\",\"role\":\"bewoner\",\"count\":30},"
    "{\"id\":\"attendance-00000000000000000000000001\",\"role\":\"bewoner\",\"count\":28},"
    "{\"id\":\"attendance-00000000000000000000000002\",\"role\":\"ondernemer\",\"count\":3},"
    "{\"id\":\"attendance-00000000000000000000000003\",\"role\":\"vereniging\",\"count\":7}]},"
    "{\"id\":\"session-00000000000000000000000001\",\"title\":\"Wijkschouw\"},"
    "{\"id\":\"session-00000000000000000000000002\",\"title\":\"Kraam\",\"head-count\":3,"
    "\"attendances\":["
    "{\"id\":\"attendance-00000000000000000000000004\",\"role\":\"bewoner\",\"count\":3}]}],"
    "\"stakeholders\":[{\"id\":\"stakeholder-00000000000000000000000000\",\"kind\":\"persoon\","
    "\"name\":\"" REPORT_SAMPLE_SECRET "\",\"contact\":\"" REPORT_SAMPLE_SECRET "@example.org\"}],"
    "\"comments\":[{\"id\":\"comment-00000000000000000000000000\",\"of\":"
    "\"remark-00000000000000000000000000\",\"text\":\"nog nabellen\",\"author\":"
    "\"" REPORT_SAMPLE_SECRET "\"}],"
    "\"ballots\":[{\"id\":\"ballot-00000000000000000000000000\",\"session\":"
    "\"session-00000000000000000000000000\",\"title\":\"Wat eerst?\",\"dots\":5,\"options\":["
    "{\"id\":\"option-00000000000000000000000000\",\"title\":\"Licht\"},"
    "{\"id\":\"option-00000000000000000000000001\",\"title\":\"Bankjes\"}]}],"
    "\"priorities\":[{\"id\":\"priority-00000000000000000000000000\",\"title\":"
    "\"Veilig oversteken\",\"first-year\":2027,\"last-year\":2028,\"origin\":["
    "\"remark-00000000000000000000000004\",\"cluster-00000000000000000000000000\"]}],";

static void
append_clusters (GString *json, guint n)
{
  g_string_append (json, "\"clusters\":[");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (json,
                            "%s{\"id\":\"cluster-%026u\",\"title\":\"Titelbundel%ux\",\"outcome\":"
                            "\"deels-overgenomen\",\"reason\":\"Reden bundel%ux.\",\"agree\":12,"
                            "\"disagree\":4}",
                            i > 0 ? "," : "",
                            i,
                            i,
                            i);
  g_string_append (json, "],");
}

static void
append_remark (GString *json, guint i)
{
  static const char *const outcomes[] = {
    "overgenomen", "deels-overgenomen", "niet-overgenomen", "doorgestuurd"
  };
  static const char *const channels[] = { "bijeenkomst", "papier", "e-mail" };
  static const char *const roles[] = { "bewoner", "ondernemer" };
  static const char *const areas[] = { "BU05460800", "BU05460801", "BU05460802" };

  g_string_append_printf (json,
                          "%s{\"id\":\"remark-%026u\",\"number\":%u,\"label\":\"R-%u\",\"text\":"
                          "\"Wat wij zeggen is uniek%ux en meer.\",\"channel\":\"%s\",\"role\":"
                          "\"%s\",\"area-code\":\"%s\",\"count\":%u",
                          i > 0 ? "," : "",
                          i,
                          i + 1,
                          i + 1,
                          i,
                          channels[i % 3],
                          roles[i % 5 == 0],
                          areas[i % 3],
                          1 + i % 4);
  if (i % 4 != 3)
    g_string_append_printf (
        json, ",\"session\":\"session-%026u\",\"date\":\"2026-03-12\"", i % N_SESSIONS);
  if (i % 6 != 5)
    g_string_append_printf (json, ",\"themes\":[\"%s\"]", themes[i % (N_THEMES - 1)]);
  if (report_sample_is_withdrawn (i))
    g_string_append (json, ",\"withdrawn\":\"dubbel\"");
  if (report_sample_is_clustered (i))
    g_string_append_printf (json, ",\"cluster\":\"cluster-%026u\"", i / 10);
  else if (report_sample_is_answered (i))
    g_string_append_printf (json,
                            ",\"outcome\":\"%s\",\"reason\":\"Reden antwoord%ux.\"",
                            outcomes[i % G_N_ELEMENTS (outcomes)],
                            i);
  if (i % 10 == 5)
    g_string_append_printf (json, ",\"opposes\":[\"remark-%026u\"]", i - 1);
  g_string_append_c (json, '}');
}

GBytes *
report_sample_plan (guint n_remarks)
{
  GString *json = g_string_new (head);

  append_clusters (json, n_remarks / 10 + 1);
  g_string_append (json, "\"remarks\":[");
  for (guint i = 0; i < n_remarks; i++)
    append_remark (json, i);
  g_string_append (json, "]}");
  return g_string_free_to_bytes (json);
}

char *
report_sample_read (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (pdf, NULL, &error);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  g_assert_no_error (error);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *own = poppler_page_get_text (page);

      g_string_append_printf (text, "%s\n", own);
      g_object_unref (page);
    }
  g_object_unref (document);
  g_string_replace (text, "\302\240", " ", 0);
  words = g_strsplit_set (text->str, " \n\t", -1);
  g_string_truncate (text, 0);
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

guint
report_sample_count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;
  return n;
}

GBytes *
report_sample_try (GBytes *plan, const WijkReportChoice *choice, GError **error)
{
  const WijkPublishOptions options = { .resources = publish_sample_resources (),
                                       .created = "2026-11-23T13:05:00Z",
                                       .producer = "Wijkplan",
                                       .draft = &publish_sample_moment };

  return wijk_report_write_pdf (plan, choice, &options, NULL, NULL, error);
}

GBytes *
report_sample_pdf (GBytes *plan, const WijkReportChoice *choice)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = report_sample_try (plan, choice, &error);

  g_assert_no_error (error);
  return pdf;
}
