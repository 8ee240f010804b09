/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a program asked of the disk below one folder, in order. */
typedef enum
{
  RECORD_CREATE,   /* a file at path, as file */
  RECORD_MKDIR,    /* a folder at path */
  RECORD_WRITE,    /* data at offset of file */
  RECORD_TRUNCATE, /* file to offset bytes, which may be more than it has */
  RECORD_SYNC,     /* file */
  RECORD_SYNC_DIR, /* the folder at path */
  RECORD_RENAME,   /* path to path2 */
  RECORD_UNLINK,   /* path, a file or an empty folder */
  RECORD_MARK,     /* data: said by the program itself */
} RecordType;

typedef struct
{
  RecordType type;
  guint file;
  gint64 offset;
  char *path;
  char *path2;
  char *data;
  gsize length;
} Record;

void record_free (Record *self);

/* Records what this process asks of the disk below @root, from now on. */
void record_begin (const char *root);

void record_mark (const char *data);

/* Ends recording and gives what was recorded. */
GPtrArray *record_end (void) G_GNUC_WARN_UNUSED_RESULT;

/* Through a file, to another process. */
void record_save (GPtrArray *records, int fd);
GPtrArray *record_load (int fd) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
