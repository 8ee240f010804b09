/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-choices.h"
#include "wijk-record.h"

G_BEGIN_DECLS

/* A person or partner (betrokkene). The only place where names live. */
#define WIJK_TYPE_STAKEHOLDER (wijk_stakeholder_get_type ())
G_DECLARE_FINAL_TYPE (WijkStakeholder, wijk_stakeholder, WIJK, STAKEHOLDER, WijkRecord)

struct _WijkStakeholder
{
  WijkRecord parent_instance;

  WijkStakeholderKind kind;
  char *name;
  char *organisation;
  char *role;
  char *contact;
  GPtrArray *consents;
  char *consent_date;
  char *keep_until;
};

G_END_DECLS
