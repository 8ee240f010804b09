/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-device.h"
#include "wijk-tasks.h"

G_BEGIN_DECLS

#define WIJK_EXIT_DONE 0
#define WIJK_EXIT_NOT_POSSIBLE 1
#define WIJK_EXIT_USAGE 2

/* What a verb is called with. @args are what stands behind the verb and is no option. */
typedef struct
{
  WijkContext context;
  const char *usage;
  char **args;
  guint n_args;
} WijkCall;

/* A verb takes its options out of @argv, sees to its arguments and gives the exit code. */
typedef int (*WijkVerb) (WijkCall *call, GStrv *argv);

/* Parses the options in @entries (NULL: none) and leaves the rest in the call. At least @min and at
 * most @max arguments must be left (-1: any number). FALSE after saying what is wrong. */
gboolean
wijk_call_parse (WijkCall *call, GStrv *argv, const GOptionEntry *entries, int min, int max);

/* One line on stderr; both give the exit code. */
int wijk_call_refuse (WijkCall *call, GError *error);
int wijk_call_misuse (WijkCall *call, const char *why);

/* The id of the plan that @args[0] names; NULL after saying that there is none. */
char *wijk_call_find_plan (WijkCall *call, const char *name);

/* Whether files that are made in @folder stay: inside a sandbox only in a folder that was granted.
 */
gboolean wijk_call_may_write_to (const char *folder, GError **error);

int wijk_verb_list (WijkCall *call, GStrv *argv);
int wijk_verb_new (WijkCall *call, GStrv *argv);
int wijk_verb_show (WijkCall *call, GStrv *argv);
int wijk_verb_add (WijkCall *call, GStrv *argv);
int wijk_verb_set (WijkCall *call, GStrv *argv);
int wijk_verb_undo (WijkCall *call, GStrv *argv);
int wijk_verb_import (WijkCall *call, GStrv *argv);
int wijk_verb_packet (WijkCall *call, GStrv *argv);
int wijk_verb_version (WijkCall *call, GStrv *argv);
int wijk_verb_draft (WijkCall *call, GStrv *argv);
int wijk_verb_export (WijkCall *call, GStrv *argv);
int wijk_verb_report (WijkCall *call, GStrv *argv);
int wijk_verb_form (WijkCall *call, GStrv *argv);
int wijk_verb_verify (WijkCall *call, GStrv *argv);
int wijk_verb_check (WijkCall *call, GStrv *argv);

G_END_DECLS
