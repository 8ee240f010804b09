/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* An answer that is kept to be given again. Only for who writes the plan. */
#define WIJK_TYPE_REPLY (wijk_reply_get_type ())
G_DECLARE_FINAL_TYPE (WijkReply, wijk_reply, WIJK, REPLY, WijkRecord)

struct _WijkReply
{
  WijkRecord parent_instance;

  char *place;
  char *title;
  WijkOutcome outcome;
  char *reason;
};

G_END_DECLS
