/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define WIJK_FIELD_ERROR (wijk_field_error_quark ())
GQuark wijk_field_error_quark (void);

typedef enum
{
  WIJK_FIELD_ERROR_UNKNOWN,  /* the record has no such field */
  WIJK_FIELD_ERROR_REQUIRED, /* empty where something must stand */
  WIJK_FIELD_ERROR_VALUE,    /* not a value of this field */
  WIJK_FIELD_ERROR_FIXED,    /* given once and not changed afterwards */
} WijkFieldError;

typedef enum
{
  WIJK_FIELD_TEXT,   /* char *, NULL where unset */
  WIJK_FIELD_INT,    /* gint64, WIJK_UNSET where unset */
  WIJK_FIELD_BOOL,   /* gboolean */
  WIJK_FIELD_CHOICE, /* an enumeration whose 0 is "not set"; see WijkField.choices */
  WIJK_FIELD_DATE,   /* char *, ISO 8601 `2027-03-01`, or `2027-03` with WIJK_FIELD_MONTH */
  WIJK_FIELD_SET,    /* GPtrArray of char * in bytewise order, NULL where empty */
} WijkFieldKind;

#define WIJK_UNSET G_MININT64

typedef enum
{
  WIJK_FIELD_REQUIRED = 1 << 0, /* never empty */
  WIJK_FIELD_PERSONAL = 1 << 1, /* never in anything public */
  WIJK_FIELD_RICH = 1 << 2,     /* CommonMark */
  WIJK_FIELD_PLACE = 1 << 3,    /* parent/key: never asks about a conflict */
  WIJK_FIELD_LINK = 1 << 4,     /* the id of a record, or ids */
  WIJK_FIELD_FIXED = 1 << 5,    /* given when the record is made */
  WIJK_FIELD_LOCAL = 1 << 6,    /* of the program, not of people: not in plan.json */
  WIJK_FIELD_MONTH = 1 << 7,    /* a month without a day */
  WIJK_FIELD_LINE = 1 << 8,     /* one line: no line ends */
  WIJK_FIELD_LOOK = 1 << 9,     /* of mere look: never asks about a conflict */
} WijkFieldFlags;

/* What a text looks like. */
typedef enum
{
  WIJK_FORM_FREE,
  WIJK_FORM_COLOUR, /* #rrggbb */
  WIJK_FORM_SHA256, /* 64 lower-case hexadecimal digits */
  WIJK_FORM_AREA,   /* a CBS code: WK and 6 digits, BU and 8 */
} WijkForm;

/* One persistent field of a record. The tables of these are the only declaration of what a plan
 * holds: properties, storage, merging and JSON follow from them. Keys are frozen once released. */
typedef struct
{
  const char *key;
  WijkFieldKind kind;
  gsize offset; /* of the slot in the record's struct */
  WijkFieldFlags flags;
  gint64 min, max;            /* WIJK_FIELD_INT: bounds; both 0: any */
  const char *const *choices; /* WIJK_FIELD_CHOICE: words of members 1, 2 ...; of a set: allowed
                               * words; NULL-terminated */
  WijkForm form;              /* WIJK_FIELD_TEXT and members of a set */
} WijkField;

/* Whether @value, in its text form, may stand in @field; "" means unset. The rules are those within
 * one field. The message names the field and the value. */
gboolean wijk_field_check (const WijkField *field, const char *value, GError **error);

/* Whether @member may be in the set @field. */
gboolean wijk_field_check_member (const WijkField *field, const char *member, GError **error);

/* The member of the enumeration that @word stands for; 0 for "", -1 for an unknown word. */
int wijk_field_choice_from_word (const WijkField *field, const char *word);

/* The word of a member; "" for 0. */
const char *wijk_field_choice_to_word (const WijkField *field, int choice);

/* Whether @text is a date (or with @month a month) that exists, from 1900 to 2199. */
gboolean wijk_date_is_valid (const char *text, gboolean month);

G_END_DECLS
