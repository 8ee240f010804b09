/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "wijk-document.h"
#include "wijk-table-import.h"

G_BEGIN_DECLS

/* A table on its way into a plan: what the dialog asks of a thread and what comes back. Between
 * asking and calling back it is the thread's. */
typedef struct
{
  gatomicrefcount n_users;

  /* to be read */
  GFile *file;   /* or the bytes at hand */
  GBytes *bytes; /* NULL until the file was read */
  char *name;    /* of the file; NULL for what was pasted */
  WijkGridReading reading;

  /* what came of that */
  GPtrArray *grids;    /* of WijkGrid */
  GPtrArray *proposed; /* of WijkColumn *, of each sheet */

  /* to be looked at, or taken in */
  guint sheet;
  WijkColumn *columns;
  char *session;
  char *channel;
  WijkTableReport report;
} WijkImportWork;

WijkImportWork *wijk_import_work_new (void) G_GNUC_WARN_UNUSED_RESULT;
WijkImportWork *wijk_import_work_ref (WijkImportWork *self);
void wijk_import_work_unref (WijkImportWork *self);

/* The same table, of which nothing was looked at yet. */
WijkImportWork *wijk_import_work_copy (WijkImportWork *self) G_GNUC_WARN_UNUSED_RESULT;

/* Reads the file and proposes columns; looks at what would come of it; takes it in. With @widget a
 * dialog over it tells how far it is, and can stop it. */
void wijk_import_work_read_async (WijkImportWork *self,
                                  WijkDocument *document,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void wijk_import_work_check_async (WijkImportWork *self,
                                   WijkDocument *document,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
void wijk_import_work_take_async (WijkImportWork *self,
                                  GtkWidget *widget,
                                  WijkDocument *document,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean wijk_import_work_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkImportWork, wijk_import_work_unref)

G_END_DECLS
