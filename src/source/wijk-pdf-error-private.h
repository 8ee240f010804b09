/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-pdf-error.h"
#include "wijk-protocol.h"

/* That the file called @name stopped its reader twice. */
GError *wijk_pdf_error_new_killed (const char *name);

/* Why the reader did not do @request for the file called @name. */
GError *
wijk_pdf_error_new_for_status (WijkStatus status, const WijkRequest *request, const char *name);
