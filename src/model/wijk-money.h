/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WIJK_MONEY_ERROR (wijk_money_error_quark ())
GQuark wijk_money_error_quark (void);

typedef enum
{
  WIJK_MONEY_ERROR_FORM,  /* not an amount */
  WIJK_MONEY_ERROR_RANGE, /* more than can be kept */
} WijkMoneyError;

/* The most that an amount can be, either way: a thousand billion euros. */
#define WIJK_MONEY_MOST G_GINT64_CONSTANT (100000000000000)

/* Whole cents of an amount in euros as it is written in Dutch: "12500", "12.500", "12.500,00",
 * "€ 12.500,-", "-3,5". Points or spaces stand between thousands alone, so that "12.50" is refused
 * rather than guessed. Exact: no floating point. */
gboolean wijk_money_parse (const char *text, gint64 *cents, GError **error);

/* The way back: "12.500,00", "-3,50"; whatever the locale. */
char *wijk_money_format (gint64 cents) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
