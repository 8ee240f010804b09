/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A meeting or walk-about (bijeenkomst) where remarks were made. */
#define WIJK_TYPE_SESSION (wijk_session_get_type ())
G_DECLARE_FINAL_TYPE (WijkSession, wijk_session, WIJK, SESSION, WijkRecord)

struct _WijkSession
{
  WijkRecord parent_instance;

  char *title;
  char *date;
  char *location;
  char *method;
  char *audience;
  char *questions;
  gint64 tables;
  char *facilitators;
  WijkRung rung;
  char *steps; /* of the evening, one a line */
  gint64 head_count;
};

G_END_DECLS
