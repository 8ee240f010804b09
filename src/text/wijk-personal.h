/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WIJK_PERSONAL_PHONE,
  WIJK_PERSONAL_EMAIL,
  WIJK_PERSONAL_ADDRESS, /* a Dutch postcode, or a street with a house number */
  WIJK_PERSONAL_IBAN,    /* with the right check digits */
  WIJK_PERSONAL_BSN,     /* nine digits that pass the eleven test */
} WijkPersonalKind;

typedef struct
{
  guint start; /* in bytes */
  guint end;
  WijkPersonalKind kind;
} WijkPersonal;

/* What in @text looks as if it tells who somebody is or how to reach them, in order and without
 * overlap; empty if nothing does. A hint at entry, not a guarantee: names are not found, and a
 * number may be something else. Text that is not UTF-8 has none. */
GArray *wijk_personal_find (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
