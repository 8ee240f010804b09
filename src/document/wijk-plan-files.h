/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "wijk-tasks.h"

G_BEGIN_DECLS

/* What lies in a plan's folder beside its store: `sources/SHA256.pdf` and `versions/N/`. */

WijkStore *wijk_plan_files_open_store (const WijkContext *context,
                                       const char *plan_id,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it is a published version that was opened: to be read only. */
gboolean wijk_plan_files_is_published (WijkStore *store);

/* The same as an error: FALSE where nothing may be written. */
gboolean wijk_plan_files_check_writable (WijkStore *store, GError **error);

/* Path of a source's copy. @folder: the plan's. */
char *wijk_plan_files_dup_source (const char *folder, const char *sha256) G_GNUC_WARN_UNUSED_RESULT;
char *wijk_plan_files_dup_version (const char *folder,
                                   guint version,
                                   const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Copies @file into the plan's sources and gives its SHA-256; nothing is left behind on failure. */
char *wijk_plan_files_add_source (const char *folder,
                                  GFile *file,
                                  GCancellable *cancellable,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Copies @file to @path whole or not at all, durable. Makes its folder. */
gboolean
wijk_plan_files_copy (GFile *file, const char *path, GCancellable *cancellable, GError **error);

/* Copies the file at @path into @fd, which may be a pipe. */
gboolean
wijk_plan_files_copy_to (const char *path, int fd, GCancellable *cancellable, GError **error);

/* Writes a small file whole or not at all, durable. Makes its folder. */
gboolean wijk_plan_files_write (const char *path, GBytes *bytes, GError **error);

/* The same for a file that the user asked for, in a folder that is there. */
gboolean wijk_plan_files_write_shared (const char *path, GBytes *bytes, GError **error);

/* The SHA-256 of a file, in 64 hexadecimal digits; *@size its bytes. */
char *wijk_plan_files_digest (const char *path,
                              guint64 *size,
                              GCancellable *cancellable,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
