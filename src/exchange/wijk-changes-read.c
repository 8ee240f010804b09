/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "wijk-changes-json.h"
#include "wijk-id.h"
#include "wijk-record.h"
#include "wijk-stamp.h"

#define FORMAT 0
#define MAX_LINE_LENGTH (48 * 1024 * 1024)
#define MAX_LINES 5000000
#define MAX_TEXT (16 * 1024 * 1024)
#define MAX_NAME 2000
#define MAX_REPLACED 10000
#define LAST_TIME G_GINT64_CONSTANT (4133980800000) /* 2101-01-01 UTC, in milliseconds */

struct _WijkChangesReader
{
  GBytes *bytes;
  gsize at; /* of the next line */
  guint line;
  char *plan;
  GHashTable *steps; /* ids that came by */
  WijkJsonScan *scan;
};

WijkChangesReader *
wijk_changes_reader_new_for_bytes (GBytes *bytes)
{
  WijkChangesReader *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (WijkChangesReader, 1);
  self->bytes = g_bytes_ref (bytes);
  self->steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->scan = wijk_json_scan_new ("", 0, MAX_REPLACED + 100);

  return self;
}

WijkChangesReader *
wijk_changes_reader_new_behind (GBytes *bytes, gsize at, const char *plan_id)
{
  WijkChangesReader *self = wijk_changes_reader_new_for_bytes (bytes);

  g_return_val_if_fail (self != NULL && plan_id != NULL, NULL);

  self->at = at;
  self->line = 1;
  self->plan = g_strdup (plan_id);

  return self;
}

void
wijk_changes_reader_free (WijkChangesReader *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  g_hash_table_unref (self->steps);
  wijk_json_scan_free (self->scan);
  g_free (self->plan);
  g_free (self);
}

static gboolean
refuse_with (WijkChangesReader *self, WijkJsonError code, const char *why, GError **error)
{
  g_set_error (error, WIJK_JSON_ERROR, code, _ ("Line %u: %s"), self->line, why);

  return FALSE;
}

static gboolean
refuse (WijkChangesReader *self, const char *why, GError **error)
{
  return refuse_with (self, WIJK_JSON_ERROR_VALUE, why, error);
}

/* ---- lines ---- */

/* Lends the next line in @text, NULL at the end. */
static gboolean
read_line (WijkChangesReader *self,
           const char **text,
           gsize *length,
           GCancellable *cancellable,
           GError **error)
{
  gsize size;
  const char *all = g_bytes_get_data (self->bytes, &size);
  const char *end;

  self->line++;
  *text = NULL;
  *length = 0;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->at >= size)
    return TRUE;
  *text = all + self->at;
  end = memchr (*text, '\n', size - self->at);
  *length = end != NULL ? (gsize) (end - *text) : size - self->at;
  self->at += *length + 1;
  if (*length > MAX_LINE_LENGTH)
    return refuse_with (self, WIJK_JSON_ERROR_TOO_LARGE, _ ("The line is too long."), error);
  if (self->line > MAX_LINES)
    return refuse_with (self, WIJK_JSON_ERROR_TOO_LARGE, _ ("The file has too many lines."), error);

  return TRUE;
}

/* ---- members of a line ---- */

typedef enum
{
  MEMBER_ID,       /* of any record */
  MEMBER_STEP,     /* the id of a step */
  MEMBER_STAMP,    /* of a change */
  MEMBER_FIELD,    /* a well-formed name */
  MEMBER_NAME,     /* a short text */
  MEMBER_VALUE,    /* a long text, or null */
  MEMBER_REPLACED, /* a list of stamps */
  MEMBER_TIME,     /* milliseconds since 1970 */
} MemberForm;

typedef struct
{
  const char *key;
  MemberForm form;
  gboolean is_required;
} Member;

typedef enum
{
  STEP_ID,
  STEP_AUTHOR,
  STEP_AT,
  STEP_NAME,
  STEP_UNDOES,
  N_STEP
} StepMember;

static const Member step_members[N_STEP] = {
  [STEP_ID] = { "id", MEMBER_STEP, TRUE },
  [STEP_AUTHOR] = { "author", MEMBER_NAME, FALSE },
  [STEP_AT] = { "at", MEMBER_TIME, TRUE },
  [STEP_NAME] = { "name", MEMBER_NAME, FALSE },
  [STEP_UNDOES] = { "undoes", MEMBER_STEP, FALSE },
};

typedef enum
{
  CHANGE_STAMP,
  CHANGE_STEP,
  CHANGE_RECORD,
  CHANGE_FIELD,
  CHANGE_VALUE,
  CHANGE_REPLACED,
  N_CHANGE
} ChangeMember;

static const Member change_members[N_CHANGE] = {
  [CHANGE_STAMP] = { "stamp", MEMBER_STAMP, TRUE },
  [CHANGE_STEP] = { "step", MEMBER_STEP, TRUE },
  [CHANGE_RECORD] = { "record", MEMBER_ID, TRUE },
  [CHANGE_FIELD] = { "field", MEMBER_FIELD, TRUE },
  [CHANGE_VALUE] = { "value", MEMBER_VALUE, TRUE },
  [CHANGE_REPLACED] = { "replaced", MEMBER_REPLACED, TRUE },
};

/* What was read of a step or change. */
typedef struct
{
  const Member *members;
  guint n_members;
  char *texts[N_CHANGE];
  gboolean seen[N_CHANGE];
  gint64 at;
} Values;

static void
values_clear (Values *values)
{
  for (guint i = 0; i < N_CHANGE; i++)
    g_free (values->texts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Values, values_clear)

static gboolean
is_well_formed (MemberForm form, const char *text)
{
  switch (form)
    {
    case MEMBER_ID:
      return wijk_id_is_valid (text);
    case MEMBER_STEP:
      return wijk_id_has_kind (text, "step");
    case MEMBER_STAMP:
      return wijk_stamp_is_valid (text);
    case MEMBER_FIELD:
      return wijk_field_name_is_valid (text);
    case MEMBER_NAME:
      return strlen (text) <= MAX_NAME;
    case MEMBER_VALUE:
      return strlen (text) <= MAX_TEXT;
    case MEMBER_REPLACED:
    case MEMBER_TIME:
    default:
      return FALSE;
    }
}

/* A list of stamps, which become one text with spaces between. */
static gboolean
take_stamps (WijkChangesReader *self, char **text, GError **error)
{
  GString *stamps = g_string_new (NULL);
  WijkJsonToken token;

  while ((token = wijk_json_scan_next (self->scan, error)) == WIJK_JSON_STRING)
    {
      const char *stamp = wijk_json_scan_get_text (self->scan);

      if (!wijk_stamp_is_valid (stamp))
        {
          g_string_free (stamps, TRUE);
          return wijk_json_scan_refuse (self->scan, _ ("This is not a stamp."), error);
        }
      g_string_append_printf (stamps, "%s%s", stamps->len > 0 ? " " : "", stamp);
    }
  *text = g_string_free (stamps, FALSE);

  return token == WIJK_JSON_ARRAY_END ||
         (token != WIJK_JSON_ERRED &&
          wijk_json_scan_refuse (self->scan, _ ("A stamp should stand here."), error));
}

static gboolean
take_value (WijkChangesReader *self, Values *values, guint i, GError **error)
{
  WijkJsonToken token = wijk_json_scan_next (self->scan, error);
  MemberForm form = values->members[i].form;

  if (token == WIJK_JSON_ERRED)
    return FALSE;
  if (form == MEMBER_TIME && token == WIJK_JSON_INT)
    {
      values->at = wijk_json_scan_get_int (self->scan);
      return (values->at >= 0 && values->at < LAST_TIME) ||
             wijk_json_scan_refuse (self->scan, _ ("This time is not possible."), error);
    }
  if (form == MEMBER_REPLACED && token == WIJK_JSON_ARRAY)
    return take_stamps (self, &values->texts[i], error);
  if (form == MEMBER_VALUE && token == WIJK_JSON_NULL)
    return TRUE;
  if (token != WIJK_JSON_STRING || form == MEMBER_TIME || form == MEMBER_REPLACED)
    return wijk_json_scan_refuse (self->scan, _ ("This is of the wrong type."), error);
  if (!is_well_formed (form, wijk_json_scan_get_text (self->scan)))
    return wijk_json_scan_refuse (self->scan, _ ("This is malformed or too long."), error);
  values->texts[i] = g_strdup (wijk_json_scan_get_text (self->scan));

  return TRUE;
}

static gboolean
take_member (WijkChangesReader *self, Values *values, GError **error)
{
  const char *key = wijk_json_scan_get_text (self->scan);
  guint i = 0;

  while (i < values->n_members && !g_str_equal (values->members[i].key, key))
    i++;
  if (i == values->n_members)
    return wijk_json_scan_refuse (self->scan, _ ("This is not known."), error);
  if (values->seen[i])
    return wijk_json_scan_refuse (self->scan, _ ("This stands there twice."), error);
  values->seen[i] = TRUE;

  return take_value (self, values, i, error);
}

/* From behind the key of the outer object to the end of the line. */
static gboolean
take_members (WijkChangesReader *self, Values *values, GError **error)
{
  WijkJsonToken token = wijk_json_scan_next (self->scan, error);

  if (token == WIJK_JSON_ERRED)
    return FALSE;
  if (token != WIJK_JSON_OBJECT)
    return wijk_json_scan_refuse (self->scan, _ ("This is of the wrong type."), error);
  while ((token = wijk_json_scan_next (self->scan, error)) == WIJK_JSON_KEY)
    if (!take_member (self, values, error))
      return FALSE;
  for (guint i = 0; token != WIJK_JSON_ERRED && i < values->n_members; i++)
    if (values->members[i].is_required && !values->seen[i])
      {
        g_autofree char *why = g_strdup_printf (_ ("“%s” is missing."), values->members[i].key);

        return refuse (self, why, error);
      }

  return token != WIJK_JSON_ERRED;
}

/* The line has nothing but what was read. */
static gboolean
take_end (WijkChangesReader *self, GError **error)
{
  WijkJsonToken token = wijk_json_scan_next (self->scan, error);

  if (token == WIJK_JSON_OBJECT_END)
    return wijk_json_scan_next (self->scan, error) == WIJK_JSON_END;

  return token != WIJK_JSON_ERRED &&
         wijk_json_scan_refuse (self->scan, _ ("This is not known."), error);
}

/* ---- what the values say ---- */

/* The value of `deleted`: stamps; of `erased`: names of fields, or a star. */
static gboolean
is_mark (const char *field, const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  gboolean is_stamps = g_str_equal (field, "deleted");

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' &&
        !(is_stamps ? wijk_stamp_is_valid (words[i])
                    : g_str_equal (words[i], "*") || wijk_field_name_is_valid (words[i])))
      return FALSE;

  return TRUE;
}

/* The rules within one field; that it was empty once is always possible. */
static gboolean
check_field (
    WijkChangesReader *self, WijkKind kind, const char *name, const char *value, GError **error)
{
  g_autofree char *key = g_strndup (name, strcspn (name, "/"));
  const WijkField *field = wijk_kind_find_field (kind, key);
  const char *member = strchr (name, '/');
  g_autoptr (GError) fault = NULL;

  if (field == NULL || *value == '\0')
    return TRUE;
  if ((field->kind == WIJK_FIELD_SET) != (member != NULL))
    return refuse (self, _ ("The field does not have this form."), error);
  if (member != NULL && !g_str_equal (value, "1"))
    return refuse (self, _ ("The value of a member is neither 1 nor empty."), error);
  if (member != NULL ? wijk_field_check_member (field, member + 1, &fault)
                     : wijk_field_check (field, value, &fault))
    return TRUE;

  return refuse (self, fault->message, error);
}

static gboolean
check_change (WijkChangesReader *self, const Values *values, GError **error)
{
  const char *record = values->texts[CHANGE_RECORD];
  const char *field = values->texts[CHANGE_FIELD];
  const char *value = values->texts[CHANGE_VALUE];
  g_auto (GStrv) replaced = g_strsplit (values->texts[CHANGE_REPLACED], " ", -1);
  WijkKind kind = wijk_kind_from_id (record);

  if (!g_hash_table_contains (self->steps, values->texts[CHANGE_STEP]))
    return refuse (self, _ ("The change comes before the step it belongs to."), error);
  if (kind == WIJK_KIND_PLAN && !g_str_equal (record, self->plan))
    return refuse (self, _ ("The change is of another plan."), error);
  for (guint i = 0; replaced[i] != NULL; i++)
    if (strcmp (replaced[i], values->texts[CHANGE_STAMP]) >= 0)
      return refuse (self, _ ("The change replaces something that comes after it."), error);
  if (g_str_equal (field, "deleted") || g_str_equal (field, "erased"))
    return (value != NULL && is_mark (field, value)) ||
           refuse (self, _ ("This cannot be the value of the field."), error);

  return value == NULL || check_field (self, kind, field, value, error);
}

static gboolean
read_step (WijkChangesReader *self, WijkStep **step, GError **error)
{
  g_auto (Values) values = { .members = step_members, .n_members = N_STEP };

  if (!take_members (self, &values, error) || !take_end (self, error))
    return FALSE;
  if (!g_hash_table_add (self->steps, g_strdup (values.texts[STEP_ID])))
    return refuse (self, _ ("The step stands there twice."), error);
  *step = wijk_step_new (values.texts[STEP_ID],
                         values.texts[STEP_AUTHOR],
                         values.at,
                         values.texts[STEP_NAME],
                         values.texts[STEP_UNDOES]);

  return TRUE;
}

static gboolean
read_change (WijkChangesReader *self, WijkChange **change, GError **error)
{
  g_auto (Values) values = { .members = change_members, .n_members = N_CHANGE };

  if (!take_members (self, &values, error) || !take_end (self, error) ||
      !check_change (self, &values, error))
    return FALSE;
  *change = wijk_change_new (values.texts[CHANGE_STAMP],
                             values.texts[CHANGE_STEP],
                             values.texts[CHANGE_RECORD],
                             values.texts[CHANGE_FIELD],
                             values.texts[CHANGE_VALUE],
                             values.texts[CHANGE_REPLACED]);

  return TRUE;
}

/* ---- the header ---- */

static gboolean
take_header (WijkChangesReader *self, gint64 *format, GError **error)
{
  WijkJsonToken token;

  if (wijk_json_scan_next (self->scan, error) != WIJK_JSON_OBJECT)
    return FALSE;
  while ((token = wijk_json_scan_next (self->scan, error)) == WIJK_JSON_KEY)
    {
      gboolean is_format = g_str_equal (wijk_json_scan_get_text (self->scan), "format");
      gboolean is_plan = g_str_equal (wijk_json_scan_get_text (self->scan), "plan");

      token = wijk_json_scan_next (self->scan, error);
      if (token == WIJK_JSON_ERRED)
        return FALSE;
      if (is_format && token == WIJK_JSON_INT && *format == -1)
        *format = wijk_json_scan_get_int (self->scan);
      else if (is_plan && token == WIJK_JSON_STRING && self->plan == NULL &&
               wijk_id_has_kind (wijk_json_scan_get_text (self->scan), "plan"))
        self->plan = g_strdup (wijk_json_scan_get_text (self->scan));
      else
        return FALSE;
    }

  return token == WIJK_JSON_OBJECT_END && wijk_json_scan_next (self->scan, error) == WIJK_JSON_END;
}

const char *
wijk_changes_reader_read_plan (WijkChangesReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) fault = NULL;
  gint64 format = -1;
  const char *text;
  gsize length;
  gboolean ok;

  if (self->line > 0)
    {
      if (self->plan == NULL)
        (void) refuse (self, _ ("The file could not be read."), error);
      return self->plan;
    }
  if (!read_line (self, &text, &length, cancellable, error))
    return NULL;
  wijk_json_scan_reset (self->scan, text != NULL ? text : "", length, self->line);
  ok = take_header (self, &format, &fault);
  if (format > FORMAT)
    (void) refuse_with (
        self,
        WIJK_JSON_ERROR_NEWER,
        _ ("The file was made by a newer version of the program; update the program to open it."),
        error);
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (!ok || format != FORMAT || self->plan == NULL)
    (void) refuse (self, _ ("This is not the beginning of a list of changes."), error);
  else
    return self->plan;
  g_clear_pointer (&self->plan, g_free);

  return NULL;
}

WijkChangesItem
wijk_changes_reader_next (WijkChangesReader *self,
                          WijkStep **step,
                          WijkChange **change,
                          GCancellable *cancellable,
                          GError **error)
{
  const char *text, *key;
  gsize length;

  *step = NULL;
  *change = NULL;
  if (wijk_changes_reader_read_plan (self, cancellable, error) == NULL ||
      !read_line (self, &text, &length, cancellable, error))
    return WIJK_CHANGES_ERRED;
  if (text == NULL)
    return WIJK_CHANGES_END;
  wijk_json_scan_reset (self->scan, text, length, self->line);
  if (wijk_json_scan_next (self->scan, error) != WIJK_JSON_OBJECT ||
      wijk_json_scan_next (self->scan, error) != WIJK_JSON_KEY)
    {
      if (error != NULL && *error == NULL)
        (void) refuse (self, _ ("This is neither a step nor a change."), error);
      return WIJK_CHANGES_ERRED;
    }
  key = wijk_json_scan_get_text (self->scan);
  if (g_str_equal (key, "step"))
    return read_step (self, step, error) ? WIJK_CHANGES_STEP : WIJK_CHANGES_ERRED;
  if (g_str_equal (key, "change"))
    return read_change (self, change, error) ? WIJK_CHANGES_CHANGE : WIJK_CHANGES_ERRED;
  (void) refuse (self, _ ("This is neither a step nor a change."), error);

  return WIJK_CHANGES_ERRED;
}
