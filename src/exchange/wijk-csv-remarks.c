/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-csv-remarks.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "wijk-area.h"
#include "wijk-record.h"

/* What a column holds. */
typedef enum
{
  COLUMN_PLAIN, /* the value as it stands */
  COLUMN_WORD,  /* one of the words of a choice */
  COLUMN_WORDS, /* several of the words of a set */
  COLUMN_DATE,
  COLUMN_AREA,
  COLUMN_NAMES, /* several names */
  COLUMN_CONSENT,
} ColumnForm;

typedef struct
{
  const char *key;
  ColumnForm form;
  WijkKind kind;
  const char *headings; /* folded, between bars */
} Column;

static const Column columns[] = {
  { "text", COLUMN_PLAIN, WIJK_KIND_REMARK, "|text|reactie|tekst|opmerking|inbreng|" },
  { "session", COLUMN_PLAIN, WIJK_KIND_REMARK, "|session|bijeenkomst|" },
  { "channel", COLUMN_WORD, WIJK_KIND_REMARK, "|channel|kanaal|" },
  { "date", COLUMN_DATE, WIJK_KIND_REMARK, "|date|datum|" },
  { "area-code", COLUMN_AREA, WIJK_KIND_REMARK, "|area-code|buurt|buurtcode|wijk|gebied|" },
  { "count", COLUMN_PLAIN, WIJK_KIND_REMARK, "|count|aantal|aantal-mensen|aantal-personen|" },
  { "themes", COLUMN_NAMES, WIJK_KIND_REMARK, "|themes|theme|thema|themas|" },
  { "aspects", COLUMN_WORDS, WIJK_KIND_REMARK, "|aspects|aspect|aspecten|" },
  { "outcome", COLUMN_WORD, WIJK_KIND_REMARK, "|outcome|uitkomst|" },
  { "reason", COLUMN_PLAIN, WIJK_KIND_REMARK, "|reason|motivering|reden|" },
  { "name", COLUMN_PLAIN, WIJK_KIND_STAKEHOLDER, "|name|naam|" },
  { "organisation", COLUMN_PLAIN, WIJK_KIND_STAKEHOLDER, "|organisation|organisatie|" },
  { "role", COLUMN_PLAIN, WIJK_KIND_STAKEHOLDER, "|role|rol|functie|" },
  { "contact",
    COLUMN_PLAIN,
    WIJK_KIND_STAKEHOLDER,
    "|contact|contactgegevens|e-mail|email|telefoon|" },
  { "consents",
    COLUMN_CONSENT,
    WIJK_KIND_STAKEHOLDER,
    "|consents|consent|toestemming|toestemmingen|" },
};

/* Words that mean the same as one of ours. */
static const struct
{
  const char *word;
  const char *ours;
} synonyms[] = {
  { "email", "e-mail" },
  { "mail", "e-mail" },
  { "post", "brief" },
  { "telefonisch", "telefoon" },
  { "enquetes", "enquete" },
  { "fysiek", "ruimtelijk" },
  { "economie", "economisch" },
  { "veilig", "veiligheid" },
  { "deels", "deels-overgenomen" },
  { "ja", "bewaren" },
  { "yes", "bewaren" },
  { "j", "bewaren" },
  { "x", "bewaren" },
  { "1", "bewaren" },
  { "true", "bewaren" },
  { "waar", "bewaren" },
  { "akkoord", "bewaren" },
  { "nee", "" },
  { "no", "" },
  { "n", "" },
  { "0", "" },
  { "false", "" },
  { "onwaar", "" },
  { "geen", "" },
};

typedef struct
{
  const WijkCsv *csv;
  const Column **columns; /* of each column of the table, NULL where ignored */
  const WijkCsvRow *row;
  guint at; /* the column */
  GError **error;
} Mapping;

static gboolean
refuse (Mapping *m, WijkCsvError code, const char *why)
{
  g_set_error (m->error,
               WIJK_CSV_ERROR,
               code,
               /* Translators: number of the line, heading of the column, what is wrong */
               _ ("Line %u, column “%s”: %s"),
               m->row != NULL ? m->row->line : 1,
               m->csv->headings[m->at],
               why);

  return FALSE;
}

/* Lower case without accents, with hyphens for spaces: "Thema's " is "themas". */
static char *
fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *ascii = g_str_to_ascii (lower, "C");
  GString *folded = g_string_new (NULL);

  g_strstrip (ascii);
  for (const char *p = ascii; *p != '\0'; p++)
    if (*p == ' ' || *p == '_')
      g_string_append_c (folded, '-');
    else if (*p != '\'' && *p != '`')
      g_string_append_c (folded, *p);

  return g_string_free (folded, FALSE);
}

/* Our word for what stands in a cell. */
static char *
to_word (const char *text)
{
  char *folded = fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].word, folded))
      {
        g_free (folded);
        return g_strdup (synonyms[i].ours);
      }

  return folded;
}

/* ---- values ---- */

/* 2026-10-01 or 1-10-2026, with or without a time behind it; NULL if it is neither. */
static char *
to_date (const char *text)
{
  guint a = 0, b = 0, c = 0;
  int length = 0;
  char *date;

  if (sscanf (text, "%4u-%2u-%2u%n", &a, &b, &c, &length) == 3 && a >= 1000)
    date = g_strdup_printf ("%04u-%02u-%02u", a, b, c);
  else if (sscanf (text, "%2u%*1[-/.]%2u%*1[-/.]%4u%n", &a, &b, &c, &length) == 3)
    date = g_strdup_printf ("%04u-%02u-%02u", c, b, a);
  else
    return NULL;
  if (length > 0 && strchr (" T", text[length]) != NULL && wijk_date_is_valid (date, FALSE))
    return date;
  g_free (date);

  return NULL;
}

static char *
to_area (Mapping *m, const char *text)
{
  const WijkArea *area = wijk_area_lookup_code (text);
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) nearest = NULL;
  g_autofree char *names = NULL;
  g_autofree char *why = NULL;

  if (area != NULL)
    return g_strdup (area->code);
  found = wijk_area_find_name (text);
  if (found->len == 1)
    return g_strdup (((const WijkArea *) found->pdata[0])->code);
  nearest = wijk_area_dup_nearest_names (text);
  names = g_strjoinv (", ", nearest);
  if (found->len > 1)
    why = g_strdup_printf (_ ("There is more than one area called “%s”."), text);
  else if (*names != '\0')
    why = g_strdup_printf (_ ("There is no area called “%s”; perhaps: %s."), text, names);
  else
    why = g_strdup_printf (_ ("There is no area called “%s”."), text);
  (void) refuse (m, WIJK_CSV_ERROR_VALUE, why);

  return NULL;
}

static gboolean
add_value (Mapping *m, GPtrArray *edits, const Column *column, const char *value)
{
  const WijkField *field = wijk_kind_find_field (column->kind, column->key);
  g_autoptr (GError) fault = NULL;

  if (*value == '\0')
    return TRUE;
  if ((field->flags & WIJK_FIELD_LINK) == 0 && !wijk_field_check (field, value, &fault))
    return refuse (m, WIJK_CSV_ERROR_VALUE, fault->message);
  wijk_edits_add (edits, NULL, column->key, value);

  return TRUE;
}

/* The parts of a cell with several values. */
static GPtrArray *
split (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ",;|\n", -1);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (values, g_strdup (parts[i]));

  return values;
}

static gboolean
add_words (Mapping *m, GPtrArray *edits, const Column *column, const char *text)
{
  const WijkField *field = wijk_kind_find_field (column->kind, column->key);
  g_autoptr (GPtrArray) parts = split (text);

  for (guint i = 0; i < parts->len; i++)
    {
      g_autofree char *word = to_word (parts->pdata[i]);
      g_autofree char *name = g_strconcat (column->key, "/", word, NULL);
      g_autoptr (GError) fault = NULL;

      if (*word == '\0')
        continue;
      if (!wijk_field_check_member (field, word, &fault))
        return refuse (m, WIJK_CSV_ERROR_VALUE, fault->message);
      wijk_edits_add (edits, NULL, name, "1");
    }

  return TRUE;
}

static gboolean
add_cell (Mapping *m, GPtrArray *edits, const Column *column, const char *text)
{
  g_autofree char *value = NULL;
  g_autoptr (GPtrArray) names = NULL;

  switch (column->form)
    {
    case COLUMN_WORD:
      value = to_word (text);
      return add_value (m, edits, column, value);
    case COLUMN_WORDS:
    case COLUMN_CONSENT:
      return add_words (m, edits, column, text);
    case COLUMN_DATE:
      value = to_date (text);
      if (value == NULL)
        return refuse (
            m, WIJK_CSV_ERROR_VALUE, _ ("This is not a date, such as 1-10-2026 or 2026-10-01."));
      return add_value (m, edits, column, value);
    case COLUMN_AREA:
      value = to_area (m, text);
      return value != NULL && add_value (m, edits, column, value);
    case COLUMN_NAMES:
      names = split (text);
      for (guint i = 0; i < names->len; i++)
        wijk_edits_add (edits, NULL, column->key, names->pdata[i]);
      return TRUE;
    case COLUMN_PLAIN:
    default:
      return add_value (m, edits, column, text);
    }
}

/* ---- rows ---- */

static void
remark_free (WijkCsvRemark *remark)
{
  g_ptr_array_unref (remark->remark);
  g_clear_pointer (&remark->person, g_ptr_array_unref);
  g_free (remark);
}

/* Whether the row says that what is personal may be kept. */
static gboolean
has_consent (Mapping *m)
{
  for (guint i = 0; m->csv->headings[i] != NULL; i++)
    if (m->columns[i] != NULL && m->columns[i]->form == COLUMN_CONSENT)
      {
        g_autoptr (GPtrArray) parts = split (m->row->cells[i]);
        gboolean has_any = FALSE;

        for (guint j = 0; j < parts->len; j++)
          {
            g_autofree char *word = to_word (parts->pdata[j]);

            has_any = has_any || *word != '\0';
          }
        return has_any;
      }

  return FALSE;
}

static gboolean
is_personal (const Column *column)
{
  return column->form == COLUMN_CONSENT ||
         (wijk_kind_find_field (column->kind, column->key)->flags & WIJK_FIELD_PERSONAL) != 0;
}

static gboolean
has_field (GPtrArray *edits, const char *field)
{
  for (guint i = 0; i < edits->len; i++)
    if (g_str_equal (((WijkEdit *) edits->pdata[i])->field, field))
      return TRUE;

  return FALSE;
}

/* A second column of the same key, such as e-mail and telephone, is added to the first. */
static void
join_values (GPtrArray *edits)
{
  WijkEdit *first = NULL;

  for (guint i = 0; i < edits->len;)
    {
      WijkEdit *edit = edits->pdata[i];
      g_autofree char *joined = NULL;

      if (!g_str_equal (edit->field, "contact") || first == NULL)
        {
          if (g_str_equal (edit->field, "contact"))
            first = edit;
          i++;
          continue;
        }
      joined = g_strconcat (first->value, ", ", edit->value, NULL);
      g_set_str (&first->value, joined);
      g_ptr_array_remove_index (edits, i);
    }
}

static void
finish_person (WijkCsvRemark *remark)
{
  gboolean has_name = has_field (remark->person, "name");

  if (!has_name && !has_field (remark->person, "contact") &&
      !has_field (remark->person, "organisation"))
    {
      g_clear_pointer (&remark->person, g_ptr_array_unref);
      return;
    }
  join_values (remark->person);
  wijk_edits_add (remark->person,
                  NULL,
                  "kind",
                  has_name || !has_field (remark->person, "organisation") ? "persoon"
                                                                          : "organisatie");
}

static gboolean
map_row (Mapping *m, WijkCsvRemark *remark)
{
  gboolean may_keep = has_consent (m);

  for (m->at = 0; m->csv->headings[m->at] != NULL; m->at++)
    {
      const Column *column = m->columns[m->at];
      const char *text = m->row->cells[m->at];

      if (column == NULL || *text == '\0' || (is_personal (column) && !may_keep))
        continue;
      if (!add_cell (
              m, column->kind == WIJK_KIND_REMARK ? remark->remark : remark->person, column, text))
        return FALSE;
    }
  m->at = 0;
  if (!has_field (remark->remark, "text"))
    return refuse (m, WIJK_CSV_ERROR_VALUE, _ ("The words of the remark are missing."));
  finish_person (remark);

  return TRUE;
}

/* ---- headings ---- */

static const Column *
find_column (const char *heading)
{
  g_autofree char *folded = fold (heading);
  g_autofree char *between = g_strconcat ("|", folded, "|", NULL);

  for (guint i = 0; *folded != '\0' && i < G_N_ELEMENTS (columns); i++)
    if (strstr (columns[i].headings, between) != NULL)
      return &columns[i];

  return NULL;
}

static gboolean
map_headings (Mapping *m, GPtrArray *ignored)
{
  gboolean has_text = FALSE;

  for (m->at = 0; m->csv->headings[m->at] != NULL; m->at++)
    {
      const char *heading = m->csv->headings[m->at];
      const Column *column = strchr (heading, '|') == NULL ? find_column (heading) : NULL;

      for (guint i = 0; column != NULL && i < m->at; i++)
        if (m->columns[i] == column && column->form != COLUMN_NAMES &&
            !g_str_equal (column->key, "contact"))
          return refuse (m, WIJK_CSV_ERROR_HEADINGS, _ ("Another column holds the same already."));
      m->columns[m->at] = column;
      has_text = has_text || column == &columns[0];
      if (column == NULL && ignored != NULL && *heading != '\0')
        g_ptr_array_add (ignored, g_strdup (heading));
    }
  m->at = 0;

  return has_text || refuse (m,
                             WIJK_CSV_ERROR_HEADINGS,
                             _ ("No column has the words of the remarks; call it “reactie”."));
}

GPtrArray *
wijk_csv_to_remarks (const WijkCsv *csv, GPtrArray *ignored, GError **error)
{
  g_autofree const Column **found = g_new0 (const Column *, g_strv_length (csv->headings) + 1);
  g_autoptr (GPtrArray) remarks = g_ptr_array_new_with_free_func ((GDestroyNotify) remark_free);
  Mapping m = { .csv = csv, .columns = found, .error = error };

  if (!map_headings (&m, ignored))
    return NULL;
  for (guint i = 0; i < csv->rows->len; i++)
    {
      WijkCsvRemark *remark = g_new0 (WijkCsvRemark, 1);

      m.row = csv->rows->pdata[i];
      remark->line = m.row->line;
      remark->remark = wijk_edits_new ();
      remark->person = wijk_edits_new ();
      g_ptr_array_add (remarks, remark);
      if (!map_row (&m, remark))
        return NULL;
    }

  return g_steal_pointer (&remarks);
}
