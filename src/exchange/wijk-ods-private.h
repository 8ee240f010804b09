/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of styles, in the parts and in the cells. */
#define WIJK_ODS_STYLE_PLAIN "plain"
#define WIJK_ODS_STYLE_WRAP "wrap"
#define WIJK_ODS_STYLE_HEADING "heading"
#define WIJK_ODS_STYLE_DATE "date"
#define WIJK_ODS_STYLE_MONEY "money"

/* @text between tags or in an attribute; signs that XML cannot have are left out. */
void wijk_ods_append_escaped (GString *out, const char *text, gssize length);

/* The styles that cells, rows and sheets use, as elements of office:automatic-styles. */
void wijk_ods_append_cell_styles (GString *out, const char *language);

/* The parts of the file beside its content. */
GBytes *wijk_ods_make_manifest (void) G_GNUC_WARN_UNUSED_RESULT;
GBytes *wijk_ods_make_styles (const char *language) G_GNUC_WARN_UNUSED_RESULT;
GBytes *wijk_ods_make_meta (const char *language, const char *title) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
