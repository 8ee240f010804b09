/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"

G_BEGIN_DECLS

/* Ties one field of a record to one widget, through the document:
 *   GtkTextView, GtkSpinButton, any other GtkEditable (AdwEntryRow too): what is typed is on disk
 *   within a second, as one step until the focus leaves;
 *   GtkDropDown, AdwComboRow: row 0 is "not set" and the others are the choices of the field in
 *   their order (see wijk_label_dup_choices()), or what wijk_field_binding_set_values() says;
 *   GtkSwitch, GtkCheckButton, AdwSwitchRow: a yes or no.
 * The widget keeps its own text while it is ahead of the record; otherwise it follows the record,
 * and the caret stays. What cannot stand is not written: the widget is marked, its tooltip and, if
 * there is one, the message label say why. Dates are shown and typed as day-month-year.
 *
 * A binding lives as long as its widget. */
#define WIJK_TYPE_FIELD_BINDING (wijk_field_binding_get_type ())
G_DECLARE_FINAL_TYPE (WijkFieldBinding, wijk_field_binding, WIJK, FIELD_BINDING, GObject)

/* @kind, @key: which field. @step: what is done, for undo ("Edit the title"). Lent to the caller.
 */
WijkFieldBinding *wijk_field_binding_new (
    WijkDocument *document, GtkWidget *widget, WijkKind kind, const char *key, const char *step);

/* The record that is edited; NULL: none, the widget is empty and insensitive. */
void wijk_field_binding_set_record (WijkFieldBinding *self, WijkRecord *record);

/* For a drop-down: the value that each row stands for, such as ids; NULL-terminated, copied. */
void wijk_field_binding_set_values (WijkFieldBinding *self, const char *const *values);

/* Where an error is told; hidden while there is none. */
void wijk_field_binding_set_message_label (WijkFieldBinding *self, GtkLabel *label);

/* All of it in one call, for a widget that stays with one record. */
WijkFieldBinding *wijk_field_bind (WijkDocument *document,
                                   GtkWidget *widget,
                                   WijkRecord *record,
                                   const char *key,
                                   const char *step);

G_END_DECLS
