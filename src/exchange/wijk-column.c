/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-column.h"

#include <string.h>

#define LONG_TEXT 20 /* letters on average, of a column that may have the words of remarks */

#define REMARK(word, form, key, headings)                                                          \
  { word, WIJK_COLUMN_##form, WIJK_KIND_REMARK, key, NULL, FALSE, FALSE, headings }
#define REMARKS(word, form, key, headings)                                                         \
  { word, WIJK_COLUMN_##form, WIJK_KIND_REMARK, key, NULL, FALSE, TRUE, headings }
#define PERSON(word, form, key, headings)                                                          \
  { word, WIJK_COLUMN_##form, WIJK_KIND_STAKEHOLDER, key, NULL, TRUE, TRUE, headings }
#define CONSENT(word, purpose, headings)                                                           \
  { word, WIJK_COLUMN_YES, WIJK_KIND_STAKEHOLDER, "consents", purpose, TRUE, TRUE, headings }

static const WijkColumnInfo infos[WIJK_N_COLUMNS] = {
  [WIJK_COLUMN_NONE] = { "-" },
  [WIJK_COLUMN_TEXT] = REMARK ("text",
                               PLAIN,
                               "text",
                               "|text|remark|remarks|reactie|reacties|tekst|opmerking|opmerkingen|"
                               "inbreng|comment|comments|idee|toelichting|"),
  [WIJK_COLUMN_SESSION] =
      REMARK ("session", PLAIN, "session", "|session|bijeenkomst|sessie|avond|wijkavond|meeting|"),
  [WIJK_COLUMN_CHANNEL] =
      REMARK ("channel", WORD, "channel", "|channel|kanaal|manier|ontvangen-via|via|"),
  [WIJK_COLUMN_DATE] = REMARK (
      "date",
      DAY,
      "date",
      "|date|datum|datum-reactie|ingediend-op|ontvangen-op|datum-ontvangst|tijdstempel|timestamp|"
      "begintijd|start-time|ingevuld-op|verzonden-op|voltooid-op|completion-time|submitted|"
      "submitted-on|created-at|aangemaakt-op|"),
  [WIJK_COLUMN_AREA] = REMARK ("area-code",
                               BUURT,
                               "area-code",
                               "|area-code|area|buurt|buurtcode|wijk|gebied|neighbourhood|"
                               "neighborhood|district|in-welke-buurt-woont-u|"),
  [WIJK_COLUMN_THEMES] = REMARKS ("themes",
                                  NAMES,
                                  "themes",
                                  "|themes|theme|thema|themas|onderwerp|onderwerpen|topic|topics|"
                                  "categorie|category|categories|labels|tags|"),
  [WIJK_COLUMN_ASPECTS] = REMARKS ("aspects", WORDS, "aspects", "|aspects|aspect|aspecten|"),
  [WIJK_COLUMN_COUNT] =
      REMARK ("count", PLAIN, "count", "|count|aantal|aantal-mensen|aantal-personen|aantal-keer|"),
  [WIJK_COLUMN_AGREE] =
      REMARK ("agree", PLAIN, "agree", "|agree|eens|aantal-eens|voor|likes|upvotes|mee-eens|"),
  [WIJK_COLUMN_DISAGREE] =
      REMARK ("disagree",
              PLAIN,
              "disagree",
              "|disagree|oneens|aantal-oneens|tegen|dislikes|downvotes|niet-mee-eens|"),
  [WIJK_COLUMN_ROLE] = REMARK ("role", WORD, "role", "|role|rol|wie-sprak|namens|reageert-als|"),
  [WIJK_COLUMN_TABLE] = REMARK ("table", PLAIN, "table", "|table|tafel|thematafel|tafelnummer|"),
  [WIJK_COLUMN_PARTNERS] = REMARKS ("partners", NAMES, "partners", "|partners|partner|"),
  [WIJK_COLUMN_OUTCOME] = REMARK ("outcome", WORD, "outcome", "|outcome|uitkomst|besluit|"),
  [WIJK_COLUMN_REASON] = REMARK ("reason", PLAIN, "reason", "|reason|motivering|reden|"),
  [WIJK_COLUMN_ORGANISATION] = { "organisation",
                                 WIJK_COLUMN_PLAIN,
                                 WIJK_KIND_STAKEHOLDER,
                                 "organisation",
                                 NULL,
                                 FALSE,
                                 FALSE,
                                 "|organisation|organization|organisatie|bedrijf|vereniging|" },
  [WIJK_COLUMN_NAME] = PERSON ("name",
                               PLAIN,
                               "name",
                               "|name|naam|voornaam|achternaam|volledige-naam|first-name|last-name|"
                               "full-name|indiener|author|auteur|gebruikersnaam|username|"),
  [WIJK_COLUMN_FUNCTION] = PERSON ("function", PLAIN, "role", "|functie|function|position|"),
  [WIJK_COLUMN_CONTACT] =
      PERSON ("contact",
              PLAIN,
              "contact",
              "|contact|contactgegevens|e-mail|email|mail|e-mailadres|emailadres|email-address|"
              "e-mail-address|telefoon|telefoonnummer|phone|mobiel|adres|address|straat|postcode|"
              "huisnummer|woonplaats|"),
  [WIJK_COLUMN_CONSENTS] =
      CONSENT ("consents", NULL, "|consents|consent|toestemming|toestemmingen|akkoord|privacy|"),
  [WIJK_COLUMN_CONSENT_CONTACT] = CONSENT (
      "consent-contact", "contact", "|toestemming-contact|contact-toegestaan|consent-contact|"),
  [WIJK_COLUMN_CONSENT_REPORT] = CONSENT ("consent-report",
                                          "terugkoppeling",
                                          "|toestemming-terugkoppeling|terugkoppeling|"
                                          "op-de-hoogte-blijven|consent-report|"),
  [WIJK_COLUMN_CONSENT_PUBLICATION] =
      CONSENT ("consent-publication",
               "publicatie",
               "|toestemming-publicatie|publicatie|consent-publication|"),
  [WIJK_COLUMN_KEEP_UNTIL] = PERSON (
      "keep-until", DAY, "keep-until", "|keep-until|bewaren-tot|bewaartermijn|bewaren-t/m|"),
  [WIJK_COLUMN_ROW] = { .word = "row", .headings = "|rij-id|row-id|" },
};

const WijkColumnInfo *
wijk_column_get_info (WijkColumn column)
{
  g_return_val_if_fail (column < WIJK_N_COLUMNS, &infos[0]);

  return &infos[column];
}

char *
wijk_column_fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  g_autofree char *ascii = g_str_to_ascii (lower, "C");
  GString *folded = g_string_new (NULL);

  g_strstrip (ascii);
  for (const char *p = ascii; *p != '\0'; p++)
    if (*p == ' ' || *p == '_' || *p == '\n' || *p == '\t')
      {
        if (folded->len > 0 && folded->str[folded->len - 1] != '-')
          g_string_append_c (folded, '-');
      }
    else if (strchr ("'`?:*.\"", *p) == NULL)
      g_string_append_c (folded, *p);
  while (folded->len > 0 && folded->str[folded->len - 1] == '-')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

static WijkColumn
find_folded (const char *folded)
{
  g_autofree char *between = NULL;

  if (*folded == '\0' || strchr (folded, '|') != NULL)
    return WIJK_COLUMN_NONE;
  between = g_strconcat ("|", folded, "|", NULL);
  for (WijkColumn i = WIJK_COLUMN_NONE + 1; i < WIJK_N_COLUMNS; i++)
    if (strstr (infos[i].headings, between) != NULL)
      return i;

  return WIJK_COLUMN_NONE;
}

WijkColumn
wijk_column_find (const char *heading)
{
  g_autofree char *folded = NULL;

  if (strlen (heading) > 200) /* not a heading but a remark */
    return WIJK_COLUMN_NONE;
  folded = wijk_column_fold (heading);

  return find_folded (folded);
}

WijkColumn
wijk_column_from_word (const char *word)
{
  for (WijkColumn i = WIJK_COLUMN_NONE + 1; i < WIJK_N_COLUMNS; i++)
    if (g_str_equal (infos[i].word, word))
      return i;

  return WIJK_COLUMN_NONE;
}

/* ---- proposing ---- */

static gboolean
is_taken (const WijkColumn *columns, guint n_columns, WijkColumn column)
{
  for (guint i = 0; i < n_columns; i++)
    if (columns[i] == column && !infos[column].is_repeated)
      return TRUE;

  return FALSE;
}

/* By the first word of the heading that names a column: "Datum van uw reactie". */
static WijkColumn
guess_by_word (const char *heading)
{
  g_autofree char *folded = wijk_column_fold (heading);
  g_auto (GStrv) words = g_strsplit_set (folded, "-/(),", -1);

  if (g_strv_length (words) > 5) /* a question */
    return WIJK_COLUMN_NONE;
  for (guint i = 0; words[i] != NULL; i++)
    {
      WijkColumn found = strlen (words[i]) > 3 ? find_folded (words[i]) : WIJK_COLUMN_NONE;

      if (found != WIJK_COLUMN_NONE)
        return found;
    }

  return WIJK_COLUMN_NONE;
}

/* The column whose texts are the longest on average, if they are as long as remarks. */
static guint
find_longest (const WijkGrid *grid, const WijkColumn *columns, guint n_columns)
{
  guint64 most = 0;
  guint best = n_columns;

  for (guint i = 0; i < n_columns; i++)
    {
      guint64 total = 0;

      for (guint j = 0; columns[i] == WIJK_COLUMN_NONE && j < grid->rows->len; j++)
        total += strlen (((const WijkGridRow *) grid->rows->pdata[j])->cells[i]);
      if (total > most && total >= (guint64) LONG_TEXT * grid->rows->len)
        {
          most = total;
          best = i;
        }
    }

  return best;
}

WijkColumn *
wijk_column_propose (const WijkGrid *grid, gboolean guess)
{
  guint n_columns = g_strv_length (grid->headings);
  WijkColumn *columns = g_new0 (WijkColumn, n_columns + 1);
  guint longest;

  for (guint i = 0; i < n_columns; i++)
    columns[i] = wijk_column_find (grid->headings[i]);
  if (!guess)
    return columns;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i] != WIJK_COLUMN_NONE && is_taken (columns, i, columns[i]))
      columns[i] = WIJK_COLUMN_NONE;
  for (guint i = 0; i < n_columns; i++)
    {
      WijkColumn found =
          columns[i] == WIJK_COLUMN_NONE ? guess_by_word (grid->headings[i]) : WIJK_COLUMN_NONE;

      if (found != WIJK_COLUMN_NONE && !is_taken (columns, n_columns, found))
        columns[i] = found;
    }
  longest = is_taken (columns, n_columns, WIJK_COLUMN_TEXT)
                ? n_columns
                : find_longest (grid, columns, n_columns);
  if (longest < n_columns)
    columns[longest] = WIJK_COLUMN_TEXT;

  return columns;
}
