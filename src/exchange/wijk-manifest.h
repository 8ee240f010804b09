/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "wijk-audience.h"
#include "wijk-choices.h"
#include "wijk-json-scan.h"

G_BEGIN_DECLS

#define WIJK_MANIFEST_MAX_SIZE (4 * 1024 * 1024)

/* One file in a bundle. */
typedef struct
{
  char *name; /* "plan.json" */
  guint64 size;
  char *sha256; /* 64 hexadecimal digits */
} WijkManifestFile;

/* manifest.json: what a bundle is and what is in it. */
typedef struct
{
  char *plan; /* id */
  WijkPlanKind kind;
  char *title;
  char *area_name; /* this and all that follows but audience and files may be NULL */
  gint64 version;  /* 0: the plan as it stands */
  char *status;    /* a word of wijk_version_status_words */
  char *date;      /* ISO 8601 */
  WijkAudience audience;
  char *producer;   /* "Wijkplan 0.1.0" */
  GPtrArray *files; /* of WijkManifestFile, sorted by name; all but mimetype and manifest.json */
} WijkManifest;

/* An empty manifest. */
WijkManifest *wijk_manifest_new (void) G_GNUC_WARN_UNUSED_RESULT;
void wijk_manifest_free (WijkManifest *self);

void
wijk_manifest_add_file (WijkManifest *self, const char *name, guint64 size, const char *sha256);

/* Lends the file of this name; NULL if there is none. */
const WijkManifestFile *wijk_manifest_find_file (const WijkManifest *self, const char *name);

GBytes *wijk_manifest_write (const WijkManifest *self) G_GNUC_WARN_UNUSED_RESULT;

/* Errors are those of WIJK_JSON_ERROR; members that are not known are passed over. */
WijkManifest *wijk_manifest_read (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkManifest, wijk_manifest_free)

G_END_DECLS
