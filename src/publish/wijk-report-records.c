/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wijk-report.h"
#include "wijk-table.h"

void
wijk_report_put_sessions (WijkReport *self, int level)
{
  const WijkWords *words = self->words;
  const WijkColumn columns[] = { { wijk_words_get (words, "table/session"), 0.4, FALSE },
                                 { wijk_words_get (words, "table/date"), 0.2, FALSE },
                                 { wijk_words_get (words, "table/place"), 0.28, FALSE },
                                 { wijk_words_get (words, "table/people"), 0.12, TRUE } };
  WijkTable *table = wijk_table_begin (self->sheet,
                                       wijk_words_get (words, "caption/sessions"),
                                       columns,
                                       G_N_ELEMENTS (columns),
                                       TRUE);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      JsonObject *session = g_ptr_array_index (self->sessions, i);
      gint64 heads = wijk_plan_data_int (session, "head-count");
      g_autofree char *title = wijk_plan_data_text (session, "title");
      g_autofree char *method = wijk_plan_data_text (session, "method");
      g_autofree char *audience = wijk_plan_data_text (session, "audience");
      g_autofree char *how = g_strdup_printf (
          "%s%s%s", method ? method : "", method && audience ? ", " : "", audience ? audience : "");
      g_autofree char *date = wijk_words_date (words, wijk_plan_data_peek (session, "date"));
      g_autofree char *place = wijk_plan_data_text (session, "location");
      g_autofree char *count = heads > 0 ? wijk_words_number (words, heads) : g_strdup ("–");
      const WijkCell cells[] = { { title, how }, { NULL, date }, { NULL, place }, { NULL, count } };

      wijk_table_add_row (table, cells);
    }
  wijk_table_end (table);
}

/* The words quoted from a source, one a line. */
static char *
dup_quotes (WijkReport *self, JsonObject *source)
{
  g_autoptr (GPtrArray) quotes = wijk_plan_data_objects (source, "quotes");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      JsonObject *quote = g_ptr_array_index (quotes, i);
      g_autofree char *words = wijk_plan_data_text (quote, "text");
      g_autofree char *page = wijk_plan_data_text (quote, "page-label");
      g_autofree char *line = NULL;

      if (!words)
        continue;
      if (page)
        line = wijk_words_fill (self->words, "text/quoted", "page", page, "text", words, NULL);
      else
        line = wijk_words_fill (self->words, "text/quoted-plain", "text", words, NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

void
wijk_report_put_sources (WijkReport *self, int level)
{
  const WijkWords *words = self->words;
  const WijkColumn columns[] = { { wijk_words_get (words, "table/source"), 0.46, FALSE },
                                 { wijk_words_get (words, "table/publisher"), 0.24, FALSE },
                                 { wijk_words_get (words, "table/date"), 0.18, FALSE },
                                 { wijk_words_get (words, "table/public"), 0.12, FALSE } };
  WijkTable *table = wijk_table_begin (self->sheet,
                                       wijk_words_get (words, "caption/sources"),
                                       columns,
                                       G_N_ELEMENTS (columns),
                                       TRUE);

  for (guint i = 0; i < self->sources->len; i++)
    {
      JsonObject *source = g_ptr_array_index (self->sources, i);
      gboolean is_public = wijk_plan_data_bool (source, "public");
      g_autofree char *title = wijk_plan_data_text (source, "title");
      g_autofree char *quotes = dup_quotes (self, source);
      g_autofree char *publisher = wijk_plan_data_text (source, "publisher");
      g_autofree char *date = wijk_words_date (words, wijk_plan_data_peek (source, "date"));
      const WijkCell cells[] = { { title, quotes },
                                 { NULL, publisher },
                                 { NULL, date },
                                 { NULL,
                                   wijk_words_get (words, is_public ? "text/yes" : "text/no") } };

      wijk_table_add_row (table, cells);
    }
  wijk_table_end (table);
}

/* Organisations and roles; never a person's name. */
static char *
dup_who (JsonObject *stakeholder)
{
  g_autofree char *organisation = wijk_plan_data_text (stakeholder, "organisation");
  g_autofree char *role = wijk_plan_data_text (stakeholder, "role");

  if (organisation && role)
    return g_strdup_printf ("%s, %s", organisation, role);
  return g_strdup (organisation ? organisation : role ? role : "–");
}

void
wijk_report_put_commitments (WijkReport *self, int level)
{
  const WijkWords *words = self->words;
  const WijkColumn columns[] = { { wijk_words_get (words, "table/who"), 0.28, FALSE },
                                 { wijk_words_get (words, "table/commitment"), 0.42, FALSE },
                                 { wijk_words_get (words, "table/due"), 0.18, FALSE },
                                 { wijk_words_get (words, "table/status"), 0.12, FALSE } };
  WijkTable *table = wijk_table_begin (self->sheet,
                                       wijk_words_get (words, "caption/commitments"),
                                       columns,
                                       G_N_ELEMENTS (columns),
                                       TRUE);

  for (guint i = 0; i < self->stakeholders->len; i++)
    {
      JsonObject *stakeholder = g_ptr_array_index (self->stakeholders, i);
      g_autoptr (GPtrArray) list = wijk_plan_data_objects (stakeholder, "commitments");
      g_autofree char *who = dup_who (stakeholder);

      for (guint k = 0; k < list->len; k++)
        {
          JsonObject *commitment = g_ptr_array_index (list, k);
          g_autofree char *text = wijk_plan_data_text (commitment, "text");
          g_autofree char *due = wijk_words_date (words, wijk_plan_data_peek (commitment, "due"));
          const char *status =
              wijk_words_choose (words, "status", wijk_plan_data_peek (commitment, "status"));
          const WijkCell cells[] = {
            { NULL, who }, { NULL, text }, { NULL, due }, { NULL, status }
          };

          wijk_table_add_row (table, cells);
        }
    }
  wijk_table_end (table);
}
