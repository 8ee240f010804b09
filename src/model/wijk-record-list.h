/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-record.h"

G_BEGIN_DECLS

/* The records of one kind that stand, as a GListModel in order of arrival. Adding is cheap;
 * removing moves what comes after. */
#define WIJK_TYPE_RECORD_LIST (wijk_record_list_get_type ())
G_DECLARE_FINAL_TYPE (WijkRecordList, wijk_record_list, WIJK, RECORD_LIST, GObject)

WijkRecordList *wijk_record_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Lends the record at @position, without a reference; NULL beyond the end. */
WijkRecord *wijk_record_list_get (WijkRecordList *self, guint position);
guint wijk_record_list_get_length (WijkRecordList *self);

/* Adds without telling anyone, for filling a list that nobody watches yet, or before one call of
 * wijk_record_list_tell_added(). */
void wijk_record_list_append_silently (WijkRecordList *self, WijkRecord *record);
void wijk_record_list_tell_added (WijkRecordList *self, guint n_before);

void wijk_record_list_append (WijkRecordList *self, WijkRecord *record);
void wijk_record_list_remove (WijkRecordList *self, WijkRecord *record);

G_END_DECLS
