/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "wijk-change.h"
#include "wijk-field.h"

G_BEGIN_DECLS

/* The kinds of record, in the order of plan.json. */
typedef enum
{
  WIJK_KIND_PLAN,
  WIJK_KIND_SECTION,
  WIJK_KIND_THEME,
  WIJK_KIND_SESSION,
  WIJK_KIND_ATTENDANCE,
  WIJK_KIND_BALLOT,
  WIJK_KIND_OPTION,
  WIJK_KIND_VOTE,
  WIJK_KIND_CLUSTER,
  WIJK_KIND_REMARK,
  WIJK_KIND_STAKEHOLDER,
  WIJK_KIND_COMMITMENT,
  WIJK_KIND_PRIORITY,
  WIJK_KIND_WEIGHT,
  WIJK_KIND_MEASURE,
  WIJK_KIND_AMOUNT,
  WIJK_KIND_INDICATOR,
  WIJK_KIND_MEASUREMENT,
  WIJK_KIND_SOURCE,
  WIJK_KIND_QUOTE,
  WIJK_KIND_POPULATION,
  WIJK_KIND_REPLY,
  WIJK_KIND_FILTER,
  WIJK_KIND_COMMENT,
  WIJK_KIND_VERSION,
  WIJK_KIND_OTHER, /* of a newer program: kept and passed on */
} WijkKind;

#define WIJK_N_KINDS (WIJK_KIND_OTHER + 1)

/* The word in ids, on the command line and in errors: "remark". */
const char *wijk_kind_to_word (WijkKind kind);

/* WIJK_KIND_OTHER for an unknown word. */
WijkKind wijk_kind_from_word (const char *word);

/* The kind that a valid id tells. */
WijkKind wijk_kind_from_id (const char *id);

/* A record as it stands: what the heads of its fields give. The subclasses, one per kind, lay their
 * slots open for reading; only wijk_record_take() writes them. Every field is a property of the
 * same name (int64, boolean, int for a choice, string, strv for a set) that notifies. */
#define WIJK_TYPE_RECORD (wijk_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (WijkRecord, wijk_record, WIJK, RECORD, GObject)

struct _WijkRecordClass
{
  GObjectClass parent_class;

  WijkKind kind;
  const WijkField *fields;
  guint n_fields;
  GParamSpec **pspecs; /* of field i at i + 1 */
  guint8 *by_key;      /* indices of the fields in bytewise order of their keys */
};

/* Declares the fields of a subclass; called once, in its class_init. */
void wijk_record_class_set_fields (WijkRecordClass *klass,
                                   WijkKind kind,
                                   const WijkField *fields,
                                   guint n_fields);

/* An empty record of @kind, which the id must tell; kind other gives a plain record. */
WijkRecord *wijk_record_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

const char *wijk_record_get_id (WijkRecord *self);
WijkKind wijk_record_get_kind (WijkRecord *self);

/* The fields of a kind; NULL and 0 for WIJK_KIND_OTHER. */
const WijkField *wijk_kind_get_fields (WijkKind kind, guint *n_fields);

/* The field with this key, or NULL. A member's name (`key/member`) finds its set. */
const WijkField *wijk_kind_find_field (WijkKind kind, const char *key);

/* Replaces all that stands in the record by @heads, which are all heads of this record sorted by
 * field and stamp. Only what differs is notified. Returns whether anything differed. */
gboolean wijk_record_take (WijkRecord *self, const WijkHead *heads, guint n_heads);

/* Gone: deleted by someone who had seen all that stands in it. */
gboolean wijk_record_is_deleted (WijkRecord *self);

/* Deleted by someone, changed by someone else who did not know: both stand until someone chooses.
 */
gboolean wijk_record_is_disputed (WijkRecord *self);

/* Names of fields that have several heads with different values; NULL where there are none. */
const char *const *wijk_record_get_conflicts (WijkRecord *self);

/* The text form of a field: "" where unset; of a set the members joined by line ends. */
char *wijk_record_dup_value (WijkRecord *self, const WijkField *field) G_GNUC_WARN_UNUSED_RESULT;

/* The value of an int field, WIJK_UNSET where unset, or of a bool or choice field. */
gint64 wijk_record_get_int (WijkRecord *self, const WijkField *field);

/* The text of a text or date field, NULL where unset. */
const char *wijk_record_get_text (WijkRecord *self, const WijkField *field);

/* The members of a set field in bytewise order, NULL where empty. */
GPtrArray *wijk_record_get_set (WijkRecord *self, const WijkField *field);

/* The place of a record whose kind has one, else "". */
const char *wijk_record_get_place (WijkRecord *self);

/* The stamp of the change that put it there; "" where none did. Of two moves the higher is later.
 */
const char *wijk_record_get_place_stamp (WijkRecord *self);

/* Fields that this program does not know: name to text, NULL where there are none. */
GHashTable *wijk_record_get_unknown (WijkRecord *self);

/* Whether @set (may be NULL) has @member. */
gboolean wijk_set_contains (GPtrArray *set, const char *member);

G_END_DECLS
