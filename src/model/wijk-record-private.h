/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-record.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *place_stamp; /* of the change that put the record where it stands; NULL where none did */
  GStrv conflicts;
  GHashTable *unknown;
  guint deleted : 1;
  guint disputed : 1;
} WijkRecordPrivate;

typedef enum
{
  WIJK_RECORD_PROP_ID = 1,
  WIJK_RECORD_PROP_DELETED,
  WIJK_RECORD_PROP_DISPUTED,
  WIJK_RECORD_PROP_CONFLICTS,
} WijkRecordProperty;

WijkRecordPrivate *wijk_record_get_private (WijkRecord *self);

/* Notifies a property that every record has. */
void wijk_record_notify_own (WijkRecord *self, WijkRecordProperty property);

/* Where the value of @field lies in @self. */
#define wijk_record_slot(self, field) G_STRUCT_MEMBER_P (self, (field)->offset)

G_END_DECLS
