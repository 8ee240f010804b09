/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "document-home.h"

#include "wijk-mention.h"
#include "wijk-rich-edit.h"
#include "wijk-section-text-sync.h"

#include <glib/gstdio.h>

typedef struct
{
  char *library;
  char *folder;
  WijkDocument *document;
  WijkSection *section;
  WijkRichBuffer *buffer;
  WijkSectionTextSync *sync;
} Fixture;

static gboolean
is_loaded (gpointer data)
{
  return !wijk_section_text_sync_is_loading (data);
}

static gboolean
is_saved (gpointer data)
{
  return wijk_document_get_saved (data) == WIJK_SAVED_ALL;
}

static char *
add (Fixture *f, WijkKind kind, const char *key, const char *value)
{
  char *id = wijk_document_add (f->document, "", kind, NULL, key, value, NULL);

  g_assert_nonnull (id);
  home_settle (f->document);

  return id;
}

/* A chapter with @text, open to be written in. */
static void
open_text (Fixture *f, const char *text)
{
  g_autofree char *id = add (f, WIJK_KIND_SECTION, "title", "Groen");
  WijkState *state = wijk_document_get_state (f->document);

  f->section = WIJK_SECTION (g_object_ref (wijk_state_lookup (state, id)));
  g_assert_true (wijk_document_set (f->document, "", WIJK_RECORD (f->section), "text", text, NULL));
  home_settle (f->document);
  f->buffer = wijk_rich_buffer_new ();
  f->sync = wijk_section_text_sync_new (f->document, f->section, f->buffer);
  home_wait (is_loaded, f->sync, 20);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->library = g_dir_make_tmp ("wijkplan-section-XXXXXX", NULL);
  f->folder = home_make_plan (f->library, "plan-00000000000000000000000001");
  f->document = home_open (f->folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->sync);
  g_assert_cmpuint (wijk_rich_buffer_get_n_lines (f->buffer), ==, 1);
  g_clear_object (&f->buffer);
  home_settle (f->document);
  g_clear_object (&f->section);
  home_close (f->document);
  g_free (f->folder);
  g_free (f->library);
}

static void
type_at (Fixture *f, int offset, const char *words)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (f->buffer), &iter, offset);
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (f->buffer), &iter);
  gtk_text_buffer_insert_at_cursor (GTK_TEXT_BUFFER (f->buffer), words, -1);
}

static void
assert_shown (Fixture *f, const char *text)
{
  GtkTextIter start, end;
  g_autofree char *shown = NULL;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (f->buffer), &start, &end);
  shown = gtk_text_iter_get_slice (&start, &end);
  g_assert_cmpstr (shown, ==, text);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_reading_changes_nothing (Fixture *f, gconstpointer data)
{
  const char *foreign = "Setext\n===\n\n*  een\n*  twee\n\nregel  \nregel &amp; __vet__\n";
  g_autofree char *undo = NULL;

  open_text (f, foreign);
  g_object_get (f->document, "undo-name", &undo, NULL);
  wijk_section_text_sync_close_step (f->sync);
  wijk_section_text_sync_begin_step (f->sync, "niets");
  wijk_section_text_sync_end_step (f->sync);
  home_settle (f->document);
  g_assert_cmpstr (f->section->text, ==, foreign);
  g_assert_cmpuint (wijk_section_text_sync_get_n_words (f->sync), ==, 6);
}

static void
test_typing_is_saved (Fixture *f, gconstpointer data)
{
  const gint64 began = g_get_monotonic_time ();

  open_text (f, "een");
  type_at (f, 3, " w");
  g_assert_cmpint (wijk_document_get_saved (f->document), ==, WIJK_SAVED_PENDING);
  type_at (f, 5, "ijk");
  home_wait (is_saved, f->document, 5);
  g_assert_cmpstr (f->section->text, ==, "een wijk");
  g_assert_cmpint (g_get_monotonic_time () - began, <, 3 * G_USEC_PER_SEC);
  g_assert_cmpuint (wijk_section_text_sync_get_n_words (f->sync), ==, 2);
  assert_shown (f, "een wijk\n");
}

static void
test_undo_comes_back (Fixture *f, gconstpointer data)
{
  int first, last;

  open_text (f, "een\n\ntwee");
  type_at (f, 3, " wijk");
  wijk_section_text_sync_close_step (f->sync);
  home_settle (f->document);
  type_at (f, 13, " drie");
  home_settle (f->document);
  g_assert_cmpstr (f->section->text, ==, "een wijk\n\ntwee drie");
  g_assert_false (wijk_section_text_sync_take_change (f->sync, &first, &last));

  wijk_document_undo (f->document);
  home_settle (f->document);
  assert_shown (f, "een wijk\ntwee\n");
  g_assert_true (wijk_section_text_sync_take_change (f->sync, &first, &last));
  g_assert_cmpint (first, ==, 9);
  g_assert_cmpint (last, ==, 13);
  wijk_document_undo (f->document);
  home_settle (f->document);
  assert_shown (f, "een\ntwee\n");
  wijk_document_redo (f->document);
  home_settle (f->document);
  assert_shown (f, "een wijk\ntwee\n");
  g_assert_cmpstr (f->section->text, ==, "een wijk\n\ntwee");
}

static void
test_a_command_is_a_step (Fixture *f, gconstpointer data)
{
  GtkTextIter start, end;
  g_autofree char *name = NULL;

  open_text (f, "een wijk");
  type_at (f, 8, "!");
  wijk_section_text_sync_begin_step (f->sync, "Opmaak");
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (f->buffer), &start, 0);
  gtk_text_buffer_get_iter_at_offset (GTK_TEXT_BUFFER (f->buffer), &end, 3);
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (f->buffer), &start, &end);
  wijk_rich_edit_toggle_style (f->buffer, WIJK_STYLE_BOLD);
  wijk_section_text_sync_end_step (f->sync);
  home_settle (f->document);
  g_assert_cmpstr (f->section->text, ==, "**een** wijk!");
  g_object_get (f->document, "undo-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Opmaak");
  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_cmpstr (f->section->text, ==, "een wijk!");
}

/* Who is typing keeps what was typed. */
static void
test_others_wait (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();

  open_text (f, "een\n\ntwee");
  wijk_document_set (
      f->document, "", WIJK_RECORD (f->section), "text", "een\n\ntwee\n\ndrie", NULL);
  home_settle (f->document);
  assert_shown (f, "een\ntwee\ndrie\n");

  type_at (f, 3, "!");
  g_object_notify (G_OBJECT (f->section), "text");
  assert_shown (f, "een!\ntwee\ndrie\n");
  home_settle (f->document);
  g_assert_cmpstr (f->section->text, ==, "een!\n\ntwee\n\ndrie");
}

static void
test_mention (Fixture *f, gconstpointer data)
{
  WijkState *state = wijk_document_get_state (f->document);
  g_autofree char *id = add (f, WIJK_KIND_REMARK, "text", "Meer bomen");
  WijkRecord *remark = wijk_state_lookup (state, id);
  g_autofree char *words = wijk_mention_dup_words (remark);
  g_autofree char *expected = NULL;
  g_auto (GStrv) found = NULL;

  open_text (f, "een wijk");
  g_assert_true (wijk_section_text_sync_mention (f->sync, remark, 4, NULL));
  home_settle (f->document);
  expected = g_strdup_printf ("een [%s](wijk:remark/%s)wijk", words, id);
  g_assert_cmpstr (f->section->text, ==, expected);
  g_assert_true (wijk_set_contains (f->section->links, id));
  found = wijk_mention_find_all (f->section->text);
  g_assert_cmpstr (found[0], ==, id);
  g_assert_null (found[1]);

  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_cmpstr (f->section->text, ==, "een wijk");
  g_assert_false (wijk_set_contains (f->section->links, id));
  assert_shown (f, "een wijk\n");
}

static void
test_a_long_text_comes_in_parts (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("een");
  gulong handler;
  guint n = 0;

  while (text->len < 300000)
    g_string_append (text, "\n\n- Wij willen een bankje bij de speeltuin.");
  open_text (f, "");
  g_clear_object (&f->sync);
  wijk_document_set (f->document, "", WIJK_RECORD (f->section), "text", text->str, NULL);
  home_settle (f->document);
  f->sync = wijk_section_text_sync_new (f->document, f->section, f->buffer);
  handler = g_signal_connect_swapped (f->buffer, "edited", G_CALLBACK (count_cb), &n);
  g_assert_true (wijk_section_text_sync_is_loading (f->sync));
  home_wait (is_loaded, f->sync, 60);
  g_assert_cmpuint (n, ==, 0);
  g_signal_handler_disconnect (f->buffer, handler);
  g_assert_cmpuint (wijk_rich_buffer_get_n_lines (f->buffer), >, 6000);

  /* closed before it was there */
  g_clear_object (&f->sync);
  f->sync = wijk_section_text_sync_new (f->document, f->section, f->buffer);
  g_object_run_dispose (G_OBJECT (f->sync));
  g_clear_object (&f->sync);
  f->sync = wijk_section_text_sync_new (f->document, f->section, f->buffer);
  home_wait (is_loaded, f->sync, 60);
  g_assert_cmpuint (wijk_rich_buffer_get_n_lines (f->buffer), >, 6000);
}

static void
test_number (Fixture *f, gconstpointer data)
{
  WijkState *state = wijk_document_get_state (f->document);
  g_autofree char *id = add (f, WIJK_KIND_REMARK, "text", "Meer bomen");
  WijkRecord *remark = wijk_state_lookup (state, id);
  g_autofree char *label = wijk_mention_dup_words (remark);
  g_autofree char *typed = g_strconcat ("zie ", label, ".", NULL);
  g_autofree char *word = NULL;
  g_autofree char *again = NULL;
  g_autofree char *expected = NULL;
  int start, end;

  g_assert_true (wijk_mention_is_label (label));
  g_assert_true (wijk_mention_find_remark (state, label) == remark);
  g_assert_null (wijk_mention_find_remark (state, "R-999"));
  open_text (f, "");
  type_at (f, 0, typed);
  word = wijk_rich_edit_dup_ended_word (f->buffer, &start, &end);
  g_assert_cmpstr (word, ==, label);
  g_assert_true (wijk_section_text_sync_link (f->sync, remark, start, end, NULL));
  home_settle (f->document);
  expected = g_strdup_printf ("zie [%s](wijk:remark/%s).", label, id);
  g_assert_cmpstr (f->section->text, ==, expected);
  again = wijk_rich_edit_dup_ended_word (f->buffer, &start, &end);
  g_assert_null (again);
  wijk_document_undo (f->document);
  home_settle (f->document);
  g_assert_cmpstr (f->section->text, ==, typed);
}

static void
test_ids (void)
{
  static const char *const labels[] = { "R-1", "K7P-12", "R-412" };
  static const char *const others[] = { "", "R", "R-", "-1", "r-1", "R-1a", "WOONPLAN-12", "1-" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    g_assert_true (wijk_mention_is_label (labels[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (wijk_mention_is_label (others[i]));
  g_assert_null (wijk_mention_get_id ("https://leiden.nl/a"));
  g_assert_null (wijk_mention_get_id ("wijk:remark/kort"));
  g_assert_cmpstr (wijk_mention_get_id ("wijk:remark/remark-00000000000000000000000001"),
                   ==,
                   "remark-00000000000000000000000001");
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/section-text/reading-changes-nothing", test_reading_changes_nothing);
  ADD ("/section-text/typing-is-saved", test_typing_is_saved);
  ADD ("/section-text/undo-comes-back", test_undo_comes_back);
  ADD ("/section-text/a-command-is-a-step", test_a_command_is_a_step);
  ADD ("/section-text/others-wait", test_others_wait);
  ADD ("/section-text/mention", test_mention);
  ADD ("/section-text/number", test_number);
  ADD ("/section-text/a-long-text-comes-in-parts", test_a_long_text_comes_in_parts);
  g_test_add_func ("/section-text/ids", test_ids);

  return g_test_run ();
}
