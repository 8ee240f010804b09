/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field of a record and a widget follow each other, and what cannot stand is told. */

#include "config.h"

#include <adwaita.h>

#include "document-home.h"
#include "wijk-field-binding.h"
#include "wijk-id.h"
#include "wijk-label.h"
#include "wijk-library.h"
#include "wijk-section.h"
#include "wijk-session.h"

typedef struct
{
  char *library;
  char *plan_id;
  WijkDocument *document;
  WijkSection *section;
} Fixture;

static WijkRecord *
add (Fixture *f, WijkKind kind)
{
  g_autofree char *id =
      wijk_document_add (f->document, "voeg toe", kind, NULL, "title", "Groen", NULL);

  home_settle (f->document);

  return wijk_state_lookup (wijk_document_get_state (f->document), id);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = NULL;

  f->library = g_dir_make_tmp ("wijkplan-binding-XXXXXX", NULL);
  f->plan_id = wijk_id_new ("plan");
  folder = home_make_plan (f->library, f->plan_id);
  f->document = home_open (folder);
  f->section = WIJK_SECTION (add (f, WIJK_KIND_SECTION));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *name = NULL;

  home_close (f->document);
  g_assert_true (wijk_library_remove (f->library, f->plan_id, 1, &name, NULL));
  g_assert_true (wijk_library_wipe (f->library, name, NULL));
  g_free (f->library);
  g_free (f->plan_id);
}

static void
type_at_end (GtkEditable *editable, const char *text)
{
  int position = -1;

  gtk_editable_insert_text (editable, text, -1, &position);
}

static void
test_entry (Fixture *f, gconstpointer data)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());
  g_autoptr (GtkLabel) message = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));
  WijkFieldBinding *binding =
      wijk_field_bind (f->document, entry, WIJK_RECORD (f->section), "title", "hernoem");

  wijk_field_binding_set_message_label (binding, message);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Groen");
  g_assert_false (gtk_editable_get_enable_undo (GTK_EDITABLE (entry)));

  type_at_end (GTK_EDITABLE (entry), " en blauw");
  g_assert_true (wijk_document_is_typing (f->document, WIJK_RECORD (f->section), "title"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Groen en blauw");
  wijk_document_end_typing (f->document);
  home_settle (f->document);
  g_assert_cmpstr (f->section->title, ==, "Groen en blauw");

  /* an empty title cannot stand: what stood remains, and the person sees why */
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (message)));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (entry), ==, gtk_label_get_label (message));
  home_settle (f->document);
  g_assert_cmpstr (f->section->title, ==, "Groen en blauw");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Water");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (message)));
  g_assert_null (gtk_widget_get_tooltip_text (entry));
  wijk_document_end_typing (f->document);
  home_settle (f->document);

  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Groen en blauw");

  wijk_field_binding_set_record (binding, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (entry)));
  g_assert_finalize_object (entry);
}

/* Someone else changes words before the caret: it stays behind the same letter. */
static void
test_text_view_caret (Fixture *f, gconstpointer data)
{
  GtkWidget *view = g_object_ref_sink (gtk_text_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter iter;

  wijk_field_bind (f->document, view, WIJK_RECORD (f->section), "text", "schrijf");
  gtk_text_buffer_set_text (buffer, "een twee drie", -1);
  wijk_document_end_typing (f->document);
  home_settle (f->document);
  g_assert_cmpstr (f->section->text, ==, "een twee drie");

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 8);
  gtk_text_buffer_place_cursor (buffer, &iter);
  g_assert_true (wijk_document_set (
      f->document, "zet", WIJK_RECORD (f->section), "text", "een en twee drie", NULL));
  home_settle (f->document);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 11);
  g_assert_false (gtk_text_view_get_accepts_tab (GTK_TEXT_VIEW (view)));
  g_assert_false (gtk_text_buffer_get_enable_undo (buffer));
  g_assert_finalize_object (view);
}

static void
test_choice (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) labels =
      wijk_label_dup_choices (wijk_kind_find_field (WIJK_KIND_SECTION, "status"));
  GtkWidget *drop_down =
      g_object_ref_sink (gtk_drop_down_new_from_strings ((const char *const *) labels));

  wijk_field_bind (f->document, drop_down, WIJK_RECORD (f->section), "status", "status");
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), WIJK_SECTION_REVIEW);
  wijk_document_end_typing (f->document);
  home_settle (f->document);
  g_assert_cmpint (f->section->status, ==, WIJK_SECTION_REVIEW);

  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 1);
  g_assert_finalize_object (drop_down);
}

static void
test_date (Fixture *f, gconstpointer data)
{
  WijkSession *session = WIJK_SESSION (add (f, WIJK_KIND_SESSION));
  GtkWidget *row = g_object_ref_sink (adw_entry_row_new ());

  wijk_field_bind (f->document, row, WIJK_RECORD (session), "date", "datum");
  gtk_editable_set_text (GTK_EDITABLE (row), "23-11-20");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "23-11-2026");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  wijk_document_end_typing (f->document);
  home_settle (f->document);
  g_assert_cmpstr (session->date, ==, "2026-11-23");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "23-11-2026");
  g_assert_finalize_object (row);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/ui/field-binding/entry", Fixture, NULL, set_up, test_entry, tear_down);
  g_test_add ("/ui/field-binding/caret", Fixture, NULL, set_up, test_text_view_caret, tear_down);
  g_test_add ("/ui/field-binding/choice", Fixture, NULL, set_up, test_choice, tear_down);
  g_test_add ("/ui/field-binding/date", Fixture, NULL, set_up, test_date, tear_down);

  return g_test_run ();
}
