/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* What is kept under a title to be used again: which kind of record, and its words. */
typedef struct
{
  WijkKind kind;
  const char *name; /* "Ready-made answers"; all words are to be translated */
  const char *icon;
  const char *none;        /* said while there are none */
  const char *save;        /* asks for the title of a new one */
  const char *rename_step; /* for undo */
  const char *delete_step;
  char *(*dup_detail) (WijkRecord *record);     /* second line, or NULL */
  const char *(*get_icon) (WijkRecord *record); /* or NULL */
} WijkSavedKind;

/* A button with a list of such records to choose, rename and delete, and an entry to keep what is
 * there now under a title. Signals: "opening"; "chosen" (WijkRecord); "save" (string title). */
#define WIJK_TYPE_SAVED_PICKER (wijk_saved_picker_get_type ())
G_DECLARE_FINAL_TYPE (WijkSavedPicker, wijk_saved_picker, WIJK, SAVED_PICKER, GtkWidget)

/* @kind lives as long as the program. */
GtkWidget *wijk_saved_picker_new (WijkDocument *document, const WijkSavedKind *kind);

/* Whether there is anything to keep now. */
void wijk_saved_picker_set_can_save (WijkSavedPicker *self, gboolean can_save);

G_END_DECLS
