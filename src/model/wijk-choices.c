/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-choices.h"

const char *const wijk_plan_kind_words[] = { "wijkplan", "wijkvisie", NULL };

const char *const wijk_section_status_words[] = {
  "idee", "concept", "ter-review", "vastgesteld", NULL
};

const char *const wijk_outcome_words[] = {
  "overgenomen", "deels-overgenomen", "niet-overgenomen", "doorgestuurd", NULL
};

const char *const wijk_channel_words[] = { "bijeenkomst", "papier",  "e-mail",  "brief",
                                           "telefoon",    "gesprek", "enquete", "online",
                                           "zienswijze",  NULL };

const char *const wijk_stakeholder_kind_words[] = { "organisatie", "persoon", NULL };

const char *const wijk_work_status_words[] = { "gepland",     "loopt",     "gedaan",
                                               "niet-gedaan", "vervallen", NULL };

const char *const wijk_amount_kind_words[] = {
  "raming", "dekking", "gereserveerd", "besteed", NULL
};

const char *const wijk_version_status_words[] = { "concept", "ter-inzage", "vastgesteld", NULL };

const char *const wijk_aspect_words[] = {
  "sociaal", "economisch", "veiligheid", "ruimtelijk", NULL
};

const char *const wijk_role_words[] = { "bewoner",    "ondernemer", "vereniging",
                                        "instelling", "anders",     NULL };

const char *const wijk_wall_words[] = { "getoond", "verborgen", NULL };

const char *const wijk_rung_words[] = { "informeren",  "raadplegen",   "adviseren",
                                        "coproductie", "meebeslissen", NULL };

const char *const wijk_consent_words[] = {
  "bewaren", "contact", "terugkoppeling", "publicatie", NULL
};

const char *const wijk_ballot_status_words[] = { "voorbereid", "open", "gesloten", NULL };

const char *const wijk_vote_way_words[] = { "scherm", "papier", NULL };
