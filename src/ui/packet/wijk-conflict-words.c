/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-conflict-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-format.h"
#include "wijk-id.h"
#include "wijk-label.h"
#include "wijk-remark.h"

#define MAX_WORDS 60 /* signs of a remark's words beside its number */

static const char *const kinds[WIJK_N_KINDS] = {
  [WIJK_KIND_PLAN] = N_ ("Plan"),
  [WIJK_KIND_SECTION] = N_ ("Chapter"),
  [WIJK_KIND_THEME] = N_ ("Theme"),
  [WIJK_KIND_SESSION] = N_ ("Session"),
  [WIJK_KIND_CLUSTER] = N_ ("Cluster"),
  [WIJK_KIND_REMARK] = N_ ("Remark"),
  [WIJK_KIND_STAKEHOLDER] = N_ ("Stakeholder"),
  [WIJK_KIND_PRIORITY] = N_ ("Priority"),
  [WIJK_KIND_MEASURE] = N_ ("Measure"),
  [WIJK_KIND_SOURCE] = N_ ("Source"),
  [WIJK_KIND_QUOTE] = N_ ("Quote"),
  [WIJK_KIND_BALLOT] = N_ ("Vote"),
  [WIJK_KIND_OPTION] = N_ ("Option"),
  [WIJK_KIND_COMMITMENT] = N_ ("Commitment"),
  [WIJK_KIND_INDICATOR] = N_ ("Indicator"),
  [WIJK_KIND_ATTENDANCE] = N_ ("Attendance"),
};

static const struct
{
  const char *key;
  const char *label;
} fields[] = {
  { "deleted", N_ ("Removed or changed") },
  { "title", N_ ("Title") },
  { "name", N_ ("Name") },
  { "text", N_ ("Text") },
  { "date", N_ ("Date") },
  { "session", N_ ("Session") },
  { "channel", N_ ("Channel") },
  { "area-code", N_ ("Neighbourhood") },
  { "count", N_ ("Number of people") },
  { "themes", N_ ("Theme") },
  { "aspects", N_ ("Aspect") },
  { "cluster", N_ ("Cluster") },
  { "stakeholder", N_ ("Who said it") },
  { "outcome", N_ ("Answer") },
  { "reason", N_ ("Reason") },
  { "withdrawn", N_ ("Withdrawn") },
  { "colour", N_ ("Colour") },
  { "icon", N_ ("Icon") },
  { "status", N_ ("Status") },
  { "goal", N_ ("Goal") },
  { "owner", N_ ("Owner") },
  { "partners", N_ ("Partner") },
  { "origin", N_ ("Origin") },
  { "no-origin", N_ ("No input from residents") },
  { "first-year", N_ ("First year") },
  { "last-year", N_ ("Last year") },
  { "start", N_ ("Start") },
  { "ready", N_ ("Ready") },
  { "vision", N_ ("Vision") },
  { "guidance", N_ ("Guidance") },
  { "location", N_ ("Place") },
  { "method", N_ ("Method") },
  { "audience", N_ ("For whom") },
  { "questions", N_ ("Questions") },
  { "steps", N_ ("Steps") },
  { "tables", N_ ("Tables") },
  { "head-count", N_ ("People present") },
  { "facilitators", N_ ("Facilitators") },
  { "organisation", N_ ("Organisation") },
  { "role", N_ ("Role") },
  { "contact", N_ ("Contact") },
  { "keep-until", N_ ("Keep until") },
  { "dots", N_ ("Dots per head") },
  { "agree", N_ ("Agree") },
  { "disagree", N_ ("Disagree") },
  { "table", N_ ("Table") },
  { "wall", N_ ("On the projector") },
  { "keeper", N_ ("Laptop that makes versions") },
};

/* ---- records ---- */

static const char *
label_kind (WijkKind kind)
{
  return kinds[kind] != NULL ? _ (kinds[kind]) : wijk_kind_to_word (kind);
}

static char *
describe_remark (WijkRemark *remark)
{
  g_autofree char *line = g_strdup (remark->text != NULL ? remark->text : "");
  glong length;

  g_strdelimit (line, "\r\n", ' ');
  length = g_utf8_strlen (line, -1);
  if (length > MAX_WORDS)
    {
      g_autofree char *start = g_utf8_substring (line, 0, MAX_WORDS);

      return g_strdup_printf ("%s · %s…", remark->label != NULL ? remark->label : "", start);
    }

  return remark->label != NULL ? g_strdup_printf ("%s · %s", remark->label, line)
                               : g_steal_pointer (&line);
}

char *
wijk_conflict_describe_record (WijkRecord *record)
{
  static const char *const keys[] = { "title", "name", "organisation", "text", "label" };
  WijkKind kind = wijk_record_get_kind (record);

  if (kind == WIJK_KIND_REMARK)
    return describe_remark (WIJK_REMARK (record));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const WijkField *field = wijk_kind_find_field (kind, keys[i]);
      const char *text = field != NULL && field->kind == WIJK_FIELD_TEXT
                             ? wijk_record_get_text (record, field)
                             : NULL;

      if (text != NULL)
        return g_strdup (text);
    }

  return g_strdup (label_kind (kind));
}

static const char *
label_field (const char *field)
{
  gsize length = strcspn (field, "/");

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strlen (fields[i].key) == length && strncmp (fields[i].key, field, length) == 0)
      return _ (fields[i].label);

  return field;
}

char *
wijk_conflict_describe_field (const WijkConflict *conflict)
{
  return g_strdup_printf (
      "%s · %s", label_kind (wijk_kind_from_id (conflict->record)), label_field (conflict->field));
}

/* ---- sides ---- */

static char *
describe_link (WijkState *state, const char *id)
{
  WijkRecord *target = wijk_state_lookup (state, id);

  return target != NULL ? wijk_conflict_describe_record (target) : g_strdup (_ ("Unknown"));
}

static char *
describe_member (WijkState *state, const WijkField *field, const char *member)
{
  if ((field->flags & WIJK_FIELD_LINK) != 0 && wijk_id_is_valid (member))
    return describe_link (state, member);

  return g_strdup (field->choices != NULL ? wijk_label_for_word (field->choices, member) : member);
}

/* @value: of @name (a field or a member), which is not empty. */
static char *
describe_value (WijkState *state, const WijkField *field, const char *value)
{
  if (field == NULL)
    return g_strdup (value);
  if ((field->flags & WIJK_FIELD_LINK) != 0)
    return describe_link (state, value);
  if (field->form == WIJK_FORM_AREA)
    return g_strdup (wijk_label_for_area (value));
  switch (field->kind)
    {
    case WIJK_FIELD_CHOICE:
      return g_strdup (wijk_label_for_word (field->choices, value));
    case WIJK_FIELD_BOOL:
      return g_strdup (_ ("Yes"));
    case WIJK_FIELD_DATE:
      return wijk_ui_format_date (value);
    case WIJK_FIELD_TEXT:
    case WIJK_FIELD_INT:
    case WIJK_FIELD_SET:
    default:
      return g_strdup (value);
    }
}

char *
wijk_conflict_describe_side (WijkState *state,
                             const WijkConflict *conflict,
                             const WijkConflictSide *side)
{
  WijkKind kind = wijk_kind_from_id (conflict->record);
  const WijkField *field = wijk_kind_find_field (kind, side->field);
  const char *member = strchr (side->field, '/');
  gboolean is_empty = side->value == NULL || *side->value == '\0';
  g_autofree char *value = NULL;

  if (g_str_equal (side->field, "deleted"))
    return g_strdup (is_empty ? _ ("Restored") : _ ("Removed"));
  if (member != NULL && field != NULL)
    {
      value = describe_member (state, field, member + 1);

      /* Translators: %s is what was put into a list or taken out of it, such as a theme */
      return g_strdup_printf (is_empty ? _ ("Without “%s”") : _ ("With “%s”"), value);
    }
  value = is_empty ? g_strdup (_ ("Empty")) : describe_value (state, field, side->value);
  if (!g_str_equal (conflict->field, "deleted"))
    return g_steal_pointer (&value);

  return g_strdup_printf ("%s: %s", label_field (side->field), value);
}

char *
wijk_conflict_describe_author (const WijkConflictSide *side)
{
  g_autofree char *moment = wijk_ui_format_moment (side->at);
  const char *author = *side->author != '\0' ? side->author : _ ("Unknown");

  return *moment != '\0' ? g_strdup_printf ("%s, %s", author, moment) : g_strdup (author);
}

/* ---- choosing ---- */

gboolean
wijk_conflict_can_be_written (const WijkConflict *conflict)
{
  const WijkField *field =
      wijk_kind_find_field (wijk_kind_from_id (conflict->record), conflict->field);

  return field != NULL && (field->flags & (WIJK_FIELD_LINK | WIJK_FIELD_FIXED)) == 0 &&
         field->form != WIJK_FORM_AREA &&
         (field->kind == WIJK_FIELD_TEXT || field->kind == WIJK_FIELD_INT);
}

const char *
wijk_conflict_value_of (const WijkConflict *conflict, const WijkConflictSide *side)
{
  if (g_str_equal (conflict->field, "deleted"))
    return g_str_equal (side->field, "deleted") && side->value != NULL && *side->value != '\0' ? "1"
                                                                                               : "";

  return side->value != NULL ? side->value : "";
}

guint
wijk_conflict_count (WijkState *state)
{
  guint n = 0;

  for (WijkKind kind = 0; kind < WIJK_N_KINDS; kind++)
    {
      WijkRecordList *list = wijk_state_get_list (state, kind);

      for (guint i = 0; i < wijk_record_list_get_length (list); i++)
        {
          WijkRecord *record = wijk_record_list_get (list, i);
          const char *const *open = wijk_record_get_conflicts (record);

          n += (open != NULL ? g_strv_length ((char **) open) : 0) +
               wijk_record_is_disputed (record);
        }
    }

  return n;
}
