/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* Opens @file for reading without waiting for anything but a disk. Fails with the G_IO_ERROR of
 * what is not there or may not be read, G_IO_ERROR_NOT_REGULAR_FILE, or G_IO_ERROR_NOT_SUPPORTED
 * for what has no path. @name is what messages call it. Returns -1 on error. */
int wijk_pdf_file_open (GFile *file, const char *name, GError **error);

/* @name, or else the file's own. */
char *wijk_pdf_file_dup_name (GFile *file, const char *name);
