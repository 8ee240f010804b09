/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The choices of fields. In each, 0 is "not set"; the words, in the same order, are what stands in
 * a plan, in plan.json and on the command line, and end with NULL. */

typedef enum
{
  WIJK_PLAN_UNSET,
  WIJK_PLAN_WIJKPLAN,  /* wijkplan */
  WIJK_PLAN_WIJKVISIE, /* wijkvisie */
} WijkPlanKind;

extern const char *const wijk_plan_kind_words[];

typedef enum
{
  WIJK_SECTION_UNSET,
  WIJK_SECTION_IDEA,    /* idee */
  WIJK_SECTION_DRAFT,   /* concept */
  WIJK_SECTION_REVIEW,  /* ter-review */
  WIJK_SECTION_ADOPTED, /* vastgesteld */
} WijkSectionStatus;

extern const char *const wijk_section_status_words[];

typedef enum
{
  WIJK_OUTCOME_UNSET,
  WIJK_OUTCOME_ACCEPTED,  /* overgenomen */
  WIJK_OUTCOME_PARTLY,    /* deels-overgenomen */
  WIJK_OUTCOME_DECLINED,  /* niet-overgenomen */
  WIJK_OUTCOME_FORWARDED, /* doorgestuurd */
} WijkOutcome;

extern const char *const wijk_outcome_words[];

typedef enum
{
  WIJK_CHANNEL_UNSET,
  WIJK_CHANNEL_SESSION, /* bijeenkomst */
  WIJK_CHANNEL_PAPER,   /* papier */
  WIJK_CHANNEL_EMAIL,   /* e-mail */
  WIJK_CHANNEL_LETTER,  /* brief */
  WIJK_CHANNEL_PHONE,   /* telefoon */
  WIJK_CHANNEL_TALK,    /* gesprek */
  WIJK_CHANNEL_SURVEY,  /* enquete */
  WIJK_CHANNEL_ONLINE,  /* online */
  WIJK_CHANNEL_FORMAL,  /* zienswijze */
} WijkChannel;

extern const char *const wijk_channel_words[];

typedef enum
{
  WIJK_STAKEHOLDER_UNSET,
  WIJK_STAKEHOLDER_ORGANISATION, /* organisatie */
  WIJK_STAKEHOLDER_PERSON,       /* persoon */
} WijkStakeholderKind;

extern const char *const wijk_stakeholder_kind_words[];

typedef enum
{
  WIJK_WORK_UNSET,
  WIJK_WORK_PLANNED,  /* gepland */
  WIJK_WORK_RUNNING,  /* loopt */
  WIJK_WORK_DONE,     /* gedaan */
  WIJK_WORK_NOT_DONE, /* niet-gedaan */
  WIJK_WORK_DROPPED,  /* vervallen */
} WijkWorkStatus;

extern const char *const wijk_work_status_words[];

typedef enum
{
  WIJK_AMOUNT_UNSET,
  WIJK_AMOUNT_ESTIMATE, /* raming */
  WIJK_AMOUNT_FUNDING,  /* dekking */
  WIJK_AMOUNT_RESERVED, /* gereserveerd */
  WIJK_AMOUNT_SPENT,    /* besteed */
} WijkAmountKind;

extern const char *const wijk_amount_kind_words[];

typedef enum
{
  WIJK_VERSION_UNSET,
  WIJK_VERSION_DRAFT,      /* concept */
  WIJK_VERSION_INSPECTION, /* ter-inzage */
  WIJK_VERSION_ADOPTED,    /* vastgesteld */
} WijkVersionStatus;

extern const char *const wijk_version_status_words[];

typedef enum
{
  WIJK_ASPECT_UNSET,
  WIJK_ASPECT_SOCIAL,   /* sociaal */
  WIJK_ASPECT_ECONOMIC, /* economisch */
  WIJK_ASPECT_SAFETY,   /* veiligheid */
  WIJK_ASPECT_SPATIAL,  /* ruimtelijk */
} WijkAspect;

extern const char *const wijk_aspect_words[];

/* As whom somebody speaks. */
typedef enum
{
  WIJK_ROLE_UNSET,
  WIJK_ROLE_RESIDENT,     /* bewoner */
  WIJK_ROLE_ENTREPRENEUR, /* ondernemer */
  WIJK_ROLE_ASSOCIATION,  /* vereniging */
  WIJK_ROLE_INSTITUTION,  /* instelling */
  WIJK_ROLE_OTHER,        /* anders */
} WijkRole;

extern const char *const wijk_role_words[];

/* Whether a remark may be shown in the hall; unset: nobody looked at it yet. */
typedef enum
{
  WIJK_WALL_UNSET,
  WIJK_WALL_SHOWN,  /* getoond */
  WIJK_WALL_HIDDEN, /* verborgen */
} WijkWall;

extern const char *const wijk_wall_words[];

/* How much the people at a session decide: the participation ladder of Leiden. */
typedef enum
{
  WIJK_RUNG_UNSET,
  WIJK_RUNG_INFORM,    /* informeren */
  WIJK_RUNG_CONSULT,   /* raadplegen */
  WIJK_RUNG_ADVISE,    /* adviseren */
  WIJK_RUNG_COPRODUCE, /* coproductie */
  WIJK_RUNG_DECIDE,    /* meebeslissen */
} WijkRung;

extern const char *const wijk_rung_words[];

/* What somebody agreed that their name and address are used for. */
typedef enum
{
  WIJK_CONSENT_UNSET,
  WIJK_CONSENT_KEEP,        /* bewaren: kept with what was said */
  WIJK_CONSENT_CONTACT,     /* contact */
  WIJK_CONSENT_REPORT_BACK, /* terugkoppeling */
  WIJK_CONSENT_PUBLICATION, /* publicatie */
} WijkConsent;

extern const char *const wijk_consent_words[];

typedef enum
{
  WIJK_BALLOT_UNSET,
  WIJK_BALLOT_PREPARED, /* voorbereid */
  WIJK_BALLOT_OPEN,     /* open: counts are hidden */
  WIJK_BALLOT_CLOSED,   /* gesloten */
} WijkBallotStatus;

extern const char *const wijk_ballot_status_words[];

typedef enum
{
  WIJK_VOTE_UNSET,
  WIJK_VOTE_SCREEN, /* scherm */
  WIJK_VOTE_PAPER,  /* papier */
} WijkVoteWay;

extern const char *const wijk_vote_way_words[];

G_END_DECLS
