/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One immutable edit: in this step, @field of @record became @value, replacing the changes named in
 * @replaced. A plan is the set of its changes. */
typedef struct
{
  gint64 seq;   /* order of arrival on this laptop; 0 where not yet arrived */
  char *stamp;  /* unique; see wijk-stamp.h */
  char *step;   /* id of the step */
  char *record; /* id of the record */
  char *field;  /* key of the field; of one member of a set `key/member` */
  char *value;  /* text form of the value, "" where unset, NULL where erased */
  char *
      replaced; /* stamps of all changes that were the field's heads, joined by spaces; may be "" */
} WijkChange;

/* A named group of changes: what undo takes back at once. */
typedef struct
{
  char *id;
  char *author;
  gint64 at;    /* for people: milliseconds since 1970 on the clock of the laptop that made it */
  char *name;   /* what was done, in the language of who did it; may be "" */
  char *undoes; /* id of the step that this one takes back, or NULL */
} WijkStep;

/* A change that no other change replaced: what stands in a field. Several with different values
 * are a conflict; shown is the one with the highest stamp. Strings may be borrowed: see who gives.
 */
typedef struct
{
  const char *record;
  const char *field;
  const char *stamp;
  const char *value; /* NULL where erased */
} WijkHead;

/* What is to be written, before it has a stamp: field of record becomes value. */
typedef struct
{
  char *record;
  char *field;
  char *value;
} WijkEdit;

WijkChange *wijk_change_new (const char *stamp,
                             const char *step,
                             const char *record,
                             const char *field,
                             const char *value,
                             const char *replaced) G_GNUC_WARN_UNUSED_RESULT;
void wijk_change_free (WijkChange *self);

WijkStep *wijk_step_new (const char *id,
                         const char *author,
                         gint64 at,
                         const char *name,
                         const char *undoes) G_GNUC_WARN_UNUSED_RESULT;
void wijk_step_free (WijkStep *self);

WijkEdit *
wijk_edit_new (const char *record, const char *field, const char *value) G_GNUC_WARN_UNUSED_RESULT;
void wijk_edit_free (WijkEdit *self);

/* A new array that owns WijkEdits, and one more edit in it. */
GPtrArray *wijk_edits_new (void) G_GNUC_WARN_UNUSED_RESULT;
void wijk_edits_add (GPtrArray *edits, const char *record, const char *field, const char *value);

/* Whether @field is a well-formed name: `key` or `key/member`, known or not. Key: a-z, digits and
 * hyphens, at most 40; member: up to 200 bytes of UTF-8 without control characters. */
gboolean wijk_field_name_is_valid (const char *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkChange, wijk_change_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkStep, wijk_step_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkEdit, wijk_edit_free)

G_END_DECLS
