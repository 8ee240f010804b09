/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WIJK_PUBLISH_ERROR_PLAN,      /* the plan's bytes are not a plan */
  WIJK_PUBLISH_ERROR_RESOURCES, /* fonts or words are missing */
  WIJK_PUBLISH_ERROR_DRAW,      /* the document could not be made */
  WIJK_PUBLISH_ERROR_CHOICE,    /* the plan does not have what was asked for */
  WIJK_PUBLISH_ERROR_FILE,      /* bytes that are not a PDF that can be read */
} WijkPublishError;

#define WIJK_PUBLISH_ERROR (wijk_publish_error_quark ())
GQuark wijk_publish_error_quark (void);

G_END_DECLS
