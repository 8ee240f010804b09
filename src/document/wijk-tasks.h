/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-library.h"
#include "wijk-progress.h"
#include "wijk-rules.h"

G_BEGIN_DECLS

/* The larger pieces of work on a plan on disk. Each is a plain function that may take a while: the
 * command line calls it, a window runs it in a thread. Everything it needs is in its arguments;
 * what it wrote, an open window sees by itself. */

#define WIJK_TASK_ERROR (wijk_task_error_quark ())
GQuark wijk_task_error_quark (void);

typedef enum
{
  WIJK_TASK_ERROR_INPUT,      /* what was asked for cannot be; the message says why */
  WIJK_TASK_ERROR_NO_VERSION, /* no such version, or none at all */
  WIJK_TASK_ERROR_NOT_KEEPER, /* versions of this plan are made on another laptop */
  WIJK_TASK_ERROR_REASON,     /* remarks are unanswered: adopting asks for a reason */
  WIJK_TASK_ERROR_BLOCKED,    /* something must be put right before adopting */
  WIJK_TASK_ERROR_READ_ONLY,  /* a published version that was opened: it does not change */
  WIJK_TASK_ERROR_FAILED,     /* the disk said no */
} WijkTaskError;

/* Where everything is and who asks. Strings are lent. */
typedef struct
{
  const char *library; /* folder of the plans: see wijk-library.h */
  const char *data;    /* folder with templates, example, words, fonts and the schema */
  const char *cache;   /* folder for what can be made again; NULL: nothing is kept */
  const char *reader;  /* path of the program that reads PDFs; NULL: the installed one */
  const char *device;  /* eight hexadecimal digits */
  const char *author;
  WijkProgress *progress; /* how far a longer piece of work is; NULL: nobody looks */
  GDateTime *now;         /* the clock; dates are those of Leiden: see wijk_task_now() */
} WijkContext;

/* Now, in Leiden: a version's date does not depend on the zone a laptop is set to. */
GDateTime *wijk_task_now (void) G_GNUC_WARN_UNUSED_RESULT;

/* ---- new plans ---- */

typedef struct
{
  const char *kind;   /* wijkplan or wijkvisie */
  const char *area;   /* codes joined by commas, or a name */
  const char *parent; /* code of the district for a free name, or NULL */
  const char *title;  /* NULL: kind and area */
  gint64 first_year;  /* WIJK_UNSET: the next year, and as long as the kind asks */
  gint64 last_year;
  gboolean example; /* with the example's content instead of an empty template */
} WijkNewPlan;

/* Makes a plan with the sections of its template; returns its id. */
char *wijk_task_new_plan (const WijkContext *context,
                          const WijkNewPlan *what,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* ---- what a list of plans shows ---- */

typedef struct
{
  char *id;
  char *title;
  char *kind; /* the word */
  char *area_name;
  GStrv area_codes;
  char *parent_code;
  gint64 first_year, last_year;
  guint version;        /* newest, 0: none */
  char *version_status; /* the word, or NULL while nothing was frozen */
  char *version_date;
  WijkTally tally;
  gint64 last_change; /* milliseconds since 1970 */
  gboolean read_only; /* a published version that was opened */
  char *error;        /* why the plan cannot be opened, or NULL */
} WijkSummary;

/* Never fails: what went wrong is in the summary. */
WijkSummary *wijk_task_summarise (const WijkContext *context,
                                  const char *plan_id) G_GNUC_WARN_UNUSED_RESULT;
void wijk_summary_free (WijkSummary *self);

/* Removes what is kept of it in the cache folder. */
void wijk_task_forget_summary (const WijkContext *context, const char *plan_id);

/* ---- versions, export, draft ---- */

typedef struct
{
  const char *label;
  const char *summary; /* what changed; may be NULL */
  const char *status;  /* concept, ter-inzage or vastgesteld; NULL: concept */
  const char *reason;  /* occasion; asked for when adopting with remarks unanswered */
} WijkNewVersion;

/* Freezes a version and gives its number. Renders once; the bytes never change. */
guint wijk_task_make_version (const WijkContext *context,
                              const char *plan_id,
                              const WijkNewVersion *what,
                              GCancellable *cancellable,
                              GError **error);

/* Writes the bundle of a version (0: the newest) or the internal one into @folder; returns its
 * path. */
char *wijk_task_export (const WijkContext *context,
                        const char *plan_id,
                        guint version,
                        gboolean internal,
                        const char *folder,
                        GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The same bytes into @fd, which may be a pipe. */
gboolean wijk_task_export_fd (const WijkContext *context,
                              const char *plan_id,
                              guint version,
                              gboolean internal,
                              int fd,
                              GCancellable *cancellable,
                              GError **error);

/* Path of a frozen file of a version: "plan.pdf" or "plan.json". NULL if there is none. */
char *wijk_task_dup_version_file (const WijkContext *context,
                                  const char *plan_id,
                                  guint version,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* The plan as it stands as a PDF marked "Concept", to @path. */
gboolean wijk_task_draft (const WijkContext *context,
                          const char *plan_id,
                          const char *path,
                          GCancellable *cancellable,
                          GError **error);

/* plan.json as it stands (internal), or of a version (public, frozen bytes). */
GBytes *wijk_task_show_json (const WijkContext *context,
                             const char *plan_id,
                             guint version,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* From now on versions of this plan are made on this laptop. */
gboolean wijk_task_take_over (const WijkContext *context, const char *plan_id, GError **error);

/* ---- import, backup ---- */

typedef enum
{
  WIJK_CLOCK_RIGHT,
  WIJK_CLOCK_AHEAD, /* of this laptop's */
  WIJK_CLOCK_BEHIND,
} WijkClock;

typedef struct
{
  char *plan_id;    /* where it went */
  gboolean is_plan; /* a plan was made; else something went into one */
  guint n_new, n_same, n_changed;
  GPtrArray *conflicts; /* WijkConflicts, may be NULL; of a packet, those of what is in it */
  char *ahead;          /* a device with a wrong clock, or NULL */

  /* of a packet */
  char *session;                 /* NULL: it was no packet */
  char *device, *author, *label; /* whose it is; the last two may be "" */
  WijkClock clock;               /* of that laptop */
  guint n_remarks;               /* that were not here yet */
} WijkImported;

/* A bundle, packet, plan.json or CSV. @into: the plan that it goes into, or NULL: by what the file
 * says. Of an internal bundle whose plan is here, the changes are merged; of a public one a
 * read-only plan is made. */
gboolean wijk_task_import (const WijkContext *context,
                           GFile *file,
                           const char *into,
                           GCancellable *cancellable,
                           WijkImported *imported,
                           GError **error);
void wijk_imported_clear (WijkImported *imported);

/* Keeps ten internal bundles of this plan in @folder: writes one if something changed since the
 * newest and that is a day old (@always: whatever its age). *@path is its path or NULL if none was
 * due. */
gboolean wijk_task_back_up (const WijkContext *context,
                            const char *plan_id,
                            const char *folder,
                            gboolean always,
                            GCancellable *cancellable,
                            char **path,
                            GError **error);

/* When the newest backup in @folder was made, milliseconds since 1970; 0: none. */
gint64 wijk_task_find_backup_time (const char *folder, const char *plan_id);

/* ---- sources ---- */

/* Copies a PDF into the plan after the reader program has opened it; gives the id of its record.
 * One that is linked already is not linked again: its id is given. */
char *wijk_task_link_pdf (const WijkContext *context,
                          const char *plan_id,
                          GFile *file,
                          const char *title,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* ---- verify ---- */

typedef struct
{
  gboolean held;
  char *promise; /* one sentence */
} WijkPromise;

/* Every promise of a bundle, held or not; WijkPromises. NULL with @error only if there is no such
 * file. */
GPtrArray *wijk_task_verify (const WijkContext *context,
                             GFile *bundle,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkSummary, wijk_summary_free)
/* ---- trace ---- */

/* Which of the versions @numbers (guint) of the plan in @folder hold the record @id: those in whose
 * frozen plan.json it stands. A version whose files are not on this laptop counts as not holding
 * it. Returns guints. */
GArray *wijk_task_find_in_versions (const char *folder,
                                    GArray *numbers,
                                    const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WijkImported, wijk_imported_clear)

G_END_DECLS
