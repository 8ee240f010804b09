/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the letters of a text file are written down. */
typedef enum
{
  WIJK_CHARSET_FOUND, /* is to be found out */
  WIJK_CHARSET_UTF8,
  WIJK_CHARSET_UTF16,
  WIJK_CHARSET_WINDOWS, /* Windows-1252, and with it Latin-1 */
} WijkCharset;

/* The text in @bytes, cleaned as wijk_text_clean_paste() does. *@charset is what it is to be read
 * as, and then what it was read as. Found out: UTF-16 by its mark or by the zeros in its first two
 * letters, else UTF-8 if it is that, else Windows-1252. NULL if it is no text in that charset. */
char *wijk_charset_decode (GBytes *bytes, WijkCharset *charset) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
