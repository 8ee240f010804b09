/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-field.h"

G_BEGIN_DECLS

/* The text that stands in a widget that edits a field, whatever kind of widget it is: what
 * wijk-field-binding.h knows of widgets. @values: of a drop-down, see there; may be NULL. */

/* Makes its own undo and Tab step aside. */
void wijk_field_widget_prepare (GtkWidget *widget);

/* Calls back, with @data alone, when its text changes. */
void wijk_field_widget_watch (GtkWidget *widget, GCallback changed, GObject *data);

/* The text in the form of the field; NULL for a date that is none. */
char *wijk_field_widget_dup_value (GtkWidget *widget,
                                   const WijkField *field,
                                   const char *const *values) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @value; where only a part of a text differs, only that part is replaced. */
void wijk_field_widget_show_value (GtkWidget *widget,
                                   const WijkField *field,
                                   const char *const *values,
                                   const char *value);

G_END_DECLS
