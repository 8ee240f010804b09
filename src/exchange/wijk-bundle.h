/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "wijk-manifest.h"
#include "wijk-progress.h"

G_BEGIN_DECLS

/* A bundle (.wijkplan): what people hand to each other, a zip file. It holds `mimetype`, then
 * `manifest.json`, then in this or another order plan.json, plan.pdf, changes.jsonl (in an internal
 * one, and only there), sources/<SHA-256>.pdf and, in an internal one, the frozen files of its
 * versions, versions/<number>/{manifest.json,plan.json,plan.pdf}. Of later programs also plan.html
 * and mdto/<name>.xml: they are checked like the rest and may be passed over. Nothing else. */

#define WIJK_BUNDLE_MEDIA_TYPE "application/vnd.leiden.wijkplan+zip"

/* Caps, in bytes of a file as it is unpacked, and the number of files. */
#define WIJK_BUNDLE_MAX_PLAN (256 * 1024 * 1024)
#define WIJK_BUNDLE_MAX_FILE (1024 * 1024 * 1024)
#define WIJK_BUNDLE_MAX_TOTAL (G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024 - 64 * 1024 * 1024)
#define WIJK_BUNDLE_MAX_FILES 10000

/* Every message is one sentence for people that names the bundle. Errors of the disk are those of
 * G_IO_ERROR. */
#define WIJK_BUNDLE_ERROR (wijk_bundle_error_quark ())
GQuark wijk_bundle_error_quark (void);

typedef enum
{
  WIJK_BUNDLE_ERROR_NOT_A_BUNDLE,   /* some other file */
  WIJK_BUNDLE_ERROR_DAMAGED,        /* cut off, changed, or with something missing or too much */
  WIJK_BUNDLE_ERROR_TOO_LARGE,      /* more than is taken in, or a zip bomb */
  WIJK_BUNDLE_ERROR_NEWER,          /* of a newer format */
  WIJK_BUNDLE_ERROR_FORBIDDEN_NAME, /* something in it that no bundle has */
} WijkBundleError;

/* Whether a file of this name may be in a bundle. */
gboolean wijk_bundle_is_name (const char *name);

/* @text in a file name: lower-case letters and digits of ASCII, and single hyphens between. */
char *wijk_bundle_fold_name (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The name to give a bundle: "wijkplan-merenwijk-2027-2031-v1.wijkplan", and of an internal one
 * (@version 0) "wijkplan-merenwijk-2027-2031-intern-2026-11-23.wijkplan". Years that are 0 or unset
 * are left out. */
char *wijk_bundle_file_name (WijkPlanKind kind,
                             const char *area_name,
                             gint64 first_year,
                             gint64 last_year,
                             gint64 version,
                             const char *date) G_GNUC_WARN_UNUSED_RESULT;

/* ---- writing ---- */

typedef struct _WijkBundleWriter WijkBundleWriter;

/* @manifest without its files; the writer makes it its own. */
WijkBundleWriter *wijk_bundle_writer_new (WijkManifest *manifest) G_GNUC_WARN_UNUSED_RESULT;
void wijk_bundle_writer_free (WijkBundleWriter *self);

/* Each name once, and one of those that may be in a bundle. */
void wijk_bundle_writer_add_bytes (WijkBundleWriter *self, const char *name, GBytes *bytes);

/* The file at @path, which must have this size and hash when the bundle is written. */
void wijk_bundle_writer_add_file (
    WijkBundleWriter *self, const char *name, const char *path, guint64 size, const char *sha256);

/* Writes the bundle beside @path under another name and, once it is safe on the disk, renames it to
 * @path. The same manifest and files give the same bytes. A failure leaves nothing behind and
 * @path as it was. */
gboolean wijk_bundle_writer_write (WijkBundleWriter *self,
                                   const char *path,
                                   WijkProgress *progress,
                                   GCancellable *cancellable,
                                   GError **error);

/* The same into @fd, from where it stands, which may be a pipe; nothing is synced. */
gboolean wijk_bundle_writer_write_fd (WijkBundleWriter *self,
                                      int fd,
                                      WijkProgress *progress,
                                      GCancellable *cancellable,
                                      GError **error);

/* ---- reading ---- */

typedef struct _WijkBundleReader WijkBundleReader;

/* Opens a bundle and checks all of it: names, sizes, hashes, that nothing is missing or too much.
 * What is inside the files is not looked at. */
WijkBundleReader *wijk_bundle_reader_new (const char *path,
                                          WijkProgress *progress,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

void wijk_bundle_reader_free (WijkBundleReader *self);

/* Lent. */
const WijkManifest *wijk_bundle_reader_get_manifest (WijkBundleReader *self);

/* One file of the bundle in memory, checked once more. For plan.json and the like. */
GBytes *wijk_bundle_reader_read (WijkBundleReader *self,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Copies one file of the bundle into @to_fd, checked once more; after an error what was written
 * there is not to be used. */
gboolean wijk_bundle_reader_extract (
    WijkBundleReader *self, const char *name, int to_fd, GCancellable *cancellable, GError **error);

/* The same for the source with this hash. */
gboolean wijk_bundle_reader_extract_source (WijkBundleReader *self,
                                            const char *sha256,
                                            int to_fd,
                                            GCancellable *cancellable,
                                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkBundleWriter, wijk_bundle_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkBundleReader, wijk_bundle_reader_free)

G_END_DECLS
