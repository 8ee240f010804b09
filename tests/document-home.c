/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document-home.h"

#include "wijk-library.h"

char *
home_make_plan (const char *library, const char *plan_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  WijkStore *store = wijk_library_begin_plan (library, plan_id, HOME_DEVICE, "Jo", &error);

  g_assert_no_error (error);
  wijk_edits_add (edits, plan_id, "kind", "wijkplan");
  wijk_edits_add (edits, plan_id, "title", "Wijkplan Mors");
  wijk_edits_add (edits, plan_id, "area-name", "Mors");
  wijk_edits_add (edits, plan_id, "first-year", "2027");
  wijk_edits_add (edits, plan_id, "last-year", "2030");
  wijk_edits_add (edits, plan_id, "keeper", HOME_DEVICE);
  g_assert_true (wijk_store_write (store, "nieuw", edits, &error));
  g_assert_true (wijk_store_forget_undo (store, &error));
  g_object_unref (store);
  g_assert_true (wijk_library_publish_plan (library, plan_id, &error));

  return wijk_library_dup_plan_folder (library, plan_id);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

static gboolean
beat_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
home_wait (gboolean (*done) (gpointer data), gpointer data, double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);
  guint beat = g_timeout_add (10, beat_cb, NULL);

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (beat);
}

WijkDocument *
home_open (const char *folder)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  WijkDocument *document;

  wijk_document_open_async (folder, HOME_DEVICE, "Jo", NULL, keep_result_cb, &result);
  home_wait (has_result, &result, 20);
  document = wijk_document_open_finish (result, &error);
  g_assert_no_error (error);

  return document;
}

void
home_settle (WijkDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;

  wijk_document_settle_async (document, NULL, keep_result_cb, &result);
  home_wait (has_result, &result, 20);
  g_assert_true (wijk_document_settle_finish (document, result, NULL));
}

void
home_close (WijkDocument *document)
{
  g_autoptr (GAsyncResult) result = NULL;

  wijk_document_close_async (document, keep_result_cb, &result);
  home_wait (has_result, &result, 20);
  g_assert_true (wijk_document_close_finish (document, result, NULL));
  g_clear_object (&result);
  g_assert_finalize_object (document);
}
