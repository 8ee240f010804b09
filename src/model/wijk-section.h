/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A chapter or a section of it (hoofdstuk). Its text is CommonMark; the outline is at most two
 * deep. */
#define WIJK_TYPE_SECTION (wijk_section_get_type ())
G_DECLARE_FINAL_TYPE (WijkSection, wijk_section, WIJK, SECTION, WijkRecord)

struct _WijkSection
{
  WijkRecord parent_instance;

  char *place;
  char *title;
  char *text;
  WijkSectionStatus status;
  char *guidance;
  gint64 target_words;
  GPtrArray *links;
};

G_END_DECLS
