/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PDFs that the tests make themselves, in the test's own data folder. Each function gives the path,
 * which the caller frees. */

#pragma once

#include <glib.h>

/* @n_pages A4 pages that read "Bladzijde N van het wijkplan" and, cut by the end of the line,
 * "speel- plein"; labels i, ii, 1, 2, 3 ...; title "Wijkplan Merenwijk"; an outline of two levels;
 * and on the first page a link to https://www.leiden.nl/wijk. */
char *sample_pdf_new_plan (guint n_pages);

/* One page of @width by @height points with a red square in its lower right quarter. */
char *sample_pdf_new_sheet (double width, double height);

/* One page with a highlighted word, a note, a widget, and four links: to a web page, to a mail
 * address, one that starts a program and one that runs a script. */
char *sample_pdf_new_annotated (void);

/* Two pages, of which the second is not there. */
char *sample_pdf_new_with_hole (void);

/* One that asks for a password. */
char *sample_pdf_new_encrypted (void);

char *sample_pdf_new_with_contents (const char *name, const char *contents, gssize length);
