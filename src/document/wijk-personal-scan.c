/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-personal-scan.h"

#include <string.h>

#include "wijk-consent.h"
#include "wijk-remark.h"

#define EXCERPT 40 /* signs on each side */

/* The kinds of which texts are published. */
static const WijkKind kinds[] = {
  WIJK_KIND_PLAN,   WIJK_KIND_SECTION,   WIJK_KIND_THEME,  WIJK_KIND_SESSION, WIJK_KIND_CLUSTER,
  WIJK_KIND_REMARK, WIJK_KIND_PRIORITY,  WIJK_KIND_WEIGHT, WIJK_KIND_MEASURE, WIJK_KIND_COMMITMENT,
  WIJK_KIND_AMOUNT, WIJK_KIND_INDICATOR, WIJK_KIND_QUOTE,  WIJK_KIND_BALLOT,  WIJK_KIND_OPTION,
};

/* Texts that are no words of people, or in which an address has to be. */
static const char *const never[] = { "place", "location", "area-name", "sha256", "file-name",
                                     "from",  "keeper",   "label",     NULL };

static void
finding_free (WijkPersonalFinding *finding)
{
  g_free (finding->record);
  g_free (finding->field);
  g_free (finding->words);
  g_free (finding->excerpt);
  g_free (finding);
}

static gboolean
is_published (const WijkField *field)
{
  const WijkFieldFlags private = WIJK_FIELD_PERSONAL | WIJK_FIELD_LINK | WIJK_FIELD_LOCAL;

  return field->kind == WIJK_FIELD_TEXT && (field->flags & private) == 0 &&
         field->form == WIJK_FORM_FREE && !g_strv_contains (never, field->key);
}

/* The names of all who did not consent to publication; NULL if there are none. */
static GRegex *
make_names (WijkState *state)
{
  WijkRecordList *all = wijk_state_get_list (state, WIJK_KIND_STAKEHOLDER);
  g_autoptr (GString) pattern = g_string_new ("(?<![\\p{L}\\p{N}])(?:");
  guint n = 0;

  for (guint i = 0; i < wijk_record_list_get_length (all); i++)
    {
      WijkStakeholder *person = (WijkStakeholder *) wijk_record_list_get (all, i);
      g_autofree char *escaped = NULL;

      if (person->name == NULL || g_utf8_strlen (person->name, -1) < 4 ||
          person->kind != WIJK_STAKEHOLDER_PERSON ||
          wijk_stakeholder_consents_to (person, "publicatie"))
        continue;
      escaped = g_regex_escape_string (person->name, -1);
      g_string_append_printf (pattern, "%s%s", n++ > 0 ? "|" : "", escaped);
    }
  g_string_append (pattern, ")(?![\\p{L}\\p{N}])");

  return n > 0 ? g_regex_new (pattern->str, G_REGEX_CASELESS, 0, NULL) : NULL;
}

/* ---- looking ---- */

typedef struct
{
  GPtrArray *findings;
  GRegex *names; /* NULL: none */
} Scan;

static char *
dup_excerpt (const char *text, gsize start, gsize end)
{
  const char *first = text + start;
  const char *last = text + end;
  g_autofree char *part = NULL;

  for (guint i = 0; i < EXCERPT && first > text; i++)
    first = g_utf8_prev_char (first);
  for (guint i = 0; i < EXCERPT && *last != '\0'; i++)
    last = g_utf8_next_char (last);
  part = g_strndup (first, last - first);
  g_strdelimit (part, "\n\t", ' ');

  return g_strconcat (first > text ? "…" : "", part, *last != '\0' ? "…" : "", NULL);
}

static WijkPersonalFinding *
add (Scan *scan, WijkRecord *record, const char *key, const char *text, gsize start, gsize end)
{
  WijkPersonalFinding *finding = g_new0 (WijkPersonalFinding, 1);

  finding->record = g_strdup (wijk_record_get_id (record));
  finding->field = g_strdup (key);
  finding->words = g_strndup (text + start, end - start);
  finding->excerpt = dup_excerpt (text, start, end);
  g_ptr_array_add (scan->findings, finding);

  return finding;
}

static void
scan_text (Scan *scan, WijkRecord *record, const char *key, const char *text)
{
  g_autoptr (GArray) found = wijk_personal_find (text);
  g_autoptr (GMatchInfo) match = NULL;
  int start, end;

  for (guint i = 0; i < found->len; i++)
    {
      const WijkPersonal *one = &g_array_index (found, WijkPersonal, i);

      add (scan, record, key, text, one->start, one->end)->kind = one->kind;
    }
  if (scan->names == NULL || !g_regex_match (scan->names, text, 0, &match))
    return;
  for (; g_match_info_fetch_pos (match, 0, &start, &end); g_match_info_next (match, NULL))
    add (scan, record, key, text, (gsize) start, (gsize) end)->is_name = TRUE;
}

static void
scan_record (Scan *scan, WijkRecord *record)
{
  guint n_fields;
  const WijkField *fields = wijk_kind_get_fields (wijk_record_get_kind (record), &n_fields);

  if (WIJK_IS_REMARK (record) && WIJK_REMARK (record)->withdrawn != NULL)
    return; /* its words are not published */
  for (guint i = 0; i < n_fields; i++)
    {
      const char *text =
          is_published (&fields[i]) ? wijk_record_get_text (record, &fields[i]) : NULL;

      if (text != NULL && g_utf8_validate (text, -1, NULL))
        scan_text (scan, record, fields[i].key, text);
    }
}

GPtrArray *
wijk_personal_scan (WijkState *state)
{
  g_autoptr (GRegex) names = make_names (state);
  Scan scan = { g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free), names };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) records = wijk_state_dup_sorted (state, kinds[i]);

      for (guint j = 0; j < records->len; j++)
        scan_record (&scan, records->pdata[j]);
    }

  return scan.findings;
}

/* ---- removing ---- */

/* Values of the plan, not words of the program: they stand in its texts from then on. */
static const char *
get_replacement (const WijkPersonalFinding *finding)
{
  if (finding->is_name)
    return "[naam verwijderd]";
  switch (finding->kind)
    {
    case WIJK_PERSONAL_PHONE:
      return "[telefoonnummer verwijderd]";
    case WIJK_PERSONAL_EMAIL:
      return "[e-mailadres verwijderd]";
    case WIJK_PERSONAL_ADDRESS:
      return "[adres verwijderd]";
    case WIJK_PERSONAL_IBAN:
      return "[rekeningnummer verwijderd]";
    case WIJK_PERSONAL_BSN:
    default:
      return "[burgerservicenummer verwijderd]";
    }
}

static WijkEdit *
find_edit (GPtrArray *edits, const WijkPersonalFinding *finding)
{
  for (guint i = 0; i < edits->len; i++)
    {
      WijkEdit *edit = edits->pdata[i];

      if (g_str_equal (edit->record, finding->record) && g_str_equal (edit->field, finding->field))
        return edit;
    }

  return NULL;
}

/* Several in one text are one edit. */
GPtrArray *
wijk_personal_dup_edits (WijkState *state, GPtrArray *findings)
{
  GPtrArray *edits = wijk_edits_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const WijkPersonalFinding *finding = findings->pdata[i];
      WijkRecord *record = wijk_state_lookup (state, finding->record);
      const WijkField *field =
          wijk_kind_find_field (wijk_kind_from_id (finding->record), finding->field);
      WijkEdit *edit = find_edit (edits, finding);
      GString *text;

      if (record == NULL || field == NULL)
        continue;
      if (edit == NULL)
        {
          g_autofree char *value = wijk_record_dup_value (record, field);

          wijk_edits_add (edits, finding->record, finding->field, value);
          edit = edits->pdata[edits->len - 1];
        }
      text = g_string_new (edit->value);
      g_string_replace (text, finding->words, get_replacement (finding), 0);
      g_free (edit->value);
      edit->value = g_string_free_and_steal (text);
    }

  return edits;
}
