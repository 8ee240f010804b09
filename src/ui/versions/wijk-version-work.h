/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "wijk-document.h"
#include "wijk-tasks.h"

G_BEGIN_DECLS

/* A piece of work on a plan on disk, done in a thread: what it made, as a text, or NULL. */
typedef char *(*WijkVersionWork) (const WijkContext *context,
                                  const char *plan_id,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);

/* Waits until all that was typed is on disk, then does @work. Where that takes longer than a
 * moment, a dialog over @widget says so (@heading) and offers to stop; with NULL nothing does.
 * @data is freed with @destroy. */
void wijk_version_work_async (GtkWidget *widget,
                              const char *heading,
                              WijkDocument *document,
                              WijkVersionWork work,
                              gpointer data,
                              GDestroyNotify destroy,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* G_IO_ERROR_CANCELLED where someone stopped it. */
char *wijk_version_work_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* A passing message with a button that calls back; @data, if not NULL, lives as long as the
 * message. */
void wijk_version_toast (
    GtkWidget *widget, const char *text, const char *button, GCallback clicked, GObject *data);

/* The id of a plan that is open, which its folder is called by. Free with g_free(). */
char *wijk_version_dup_plan_id (WijkDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
