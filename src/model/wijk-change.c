/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-change.h"

#include <string.h>

#define MAX_KEY 40
#define MAX_MEMBER 200

WijkChange *
wijk_change_new (const char *stamp,
                 const char *step,
                 const char *record,
                 const char *field,
                 const char *value,
                 const char *replaced)
{
  WijkChange *self = g_new0 (WijkChange, 1);

  self->stamp = g_strdup (stamp);
  self->step = g_strdup (step);
  self->record = g_strdup (record);
  self->field = g_strdup (field);
  self->value = g_strdup (value);
  self->replaced = g_strdup (replaced != NULL ? replaced : "");

  return self;
}

void
wijk_change_free (WijkChange *self)
{
  if (self == NULL)
    return;
  g_free (self->stamp);
  g_free (self->step);
  g_free (self->record);
  g_free (self->field);
  g_free (self->value);
  g_free (self->replaced);
  g_free (self);
}

WijkStep *
wijk_step_new (const char *id, const char *author, gint64 at, const char *name, const char *undoes)
{
  WijkStep *self = g_new0 (WijkStep, 1);

  self->id = g_strdup (id);
  self->author = g_strdup (author != NULL ? author : "");
  self->at = at;
  self->name = g_strdup (name != NULL ? name : "");
  self->undoes = g_strdup (undoes);

  return self;
}

void
wijk_step_free (WijkStep *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->author);
  g_free (self->name);
  g_free (self->undoes);
  g_free (self);
}

WijkEdit *
wijk_edit_new (const char *record, const char *field, const char *value)
{
  WijkEdit *self = g_new0 (WijkEdit, 1);

  self->record = g_strdup (record);
  self->field = g_strdup (field);
  self->value = g_strdup (value != NULL ? value : "");

  return self;
}

void
wijk_edit_free (WijkEdit *self)
{
  if (self == NULL)
    return;
  g_free (self->record);
  g_free (self->field);
  g_free (self->value);
  g_free (self);
}

GPtrArray *
wijk_edits_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) wijk_edit_free);
}

void
wijk_edits_add (GPtrArray *edits, const char *record, const char *field, const char *value)
{
  g_ptr_array_add (edits, wijk_edit_new (record, field, value));
}

gboolean
wijk_field_name_is_valid (const char *field)
{
  const char *p = field;

  if (field == NULL)
    return FALSE;
  while ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '-')
    p++;
  if (p == field || p - field > MAX_KEY)
    return FALSE;
  if (*p == '\0')
    return TRUE;
  if (*p++ != '/' || *p == '\0' || strlen (p) > MAX_MEMBER || !g_utf8_validate (p, -1, NULL))
    return FALSE;
  for (; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}
