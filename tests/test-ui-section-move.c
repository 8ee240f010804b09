/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chapters moved through the outline by steps and by drops, and added in the middle. */

#include "config.h"

#include "document-home.h"
#include "wijk-id.h"
#include "wijk-library.h"
#include "wijk-outline.h"
#include "wijk-section-move.h"

typedef struct
{
  char *library;
  char *plan_id;
  WijkDocument *document;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = NULL;

  f->library = g_dir_make_tmp ("wijkplan-sections-XXXXXX", NULL);
  f->plan_id = wijk_id_new ("plan");
  folder = home_make_plan (f->library, f->plan_id);
  f->document = home_open (folder);
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

static WijkSection *
add (Fixture *f, WijkSection *after, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = wijk_section_add (f->document, after, title, &error);

  g_assert_no_error (error);
  home_settle (f->document);

  return WIJK_SECTION (wijk_state_lookup (wijk_document_get_state (f->document), id));
}

/* "1 A; 1.1 B; 2 C" */
static void
assert_outline (Fixture *f, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) outline = NULL;

  home_settle (f->document);
  outline = wijk_outline_new (
      wijk_document_get_state (f->document), WIJK_KIND_SECTION, WIJK_SECTION_DEPTH, NULL);
  for (guint i = 0; i < outline->len; i++)
    {
      const WijkOutlineRow *row = g_ptr_array_index (outline, i);

      g_string_append_printf (
          text, "%s%s %s", i > 0 ? "; " : "", row->number, WIJK_SECTION (row->record)->title);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_moves (Fixture *f, WijkSection *section, WijkMove move, gboolean moves)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (wijk_section_move (f->document, section, move, &error), ==, moves);
  g_assert_no_error (error);
}

static void
test_steps (Fixture *f, gconstpointer data)
{
  WijkSection *a = add (f, NULL, "A");
  WijkSection *b = add (f, NULL, "B");
  WijkSection *c = add (f, NULL, "C");

  assert_outline (f, "1 A; 2 B; 3 C");
  assert_moves (f, a, WIJK_MOVE_UP, FALSE);
  assert_moves (f, c, WIJK_MOVE_DOWN, FALSE);
  assert_moves (f, a, WIJK_MOVE_INWARD, FALSE);
  assert_moves (f, a, WIJK_MOVE_OUTWARD, FALSE);

  assert_moves (f, c, WIJK_MOVE_UP, TRUE);
  assert_outline (f, "1 A; 2 C; 3 B");
  assert_moves (f, a, WIJK_MOVE_DOWN, TRUE);
  assert_outline (f, "1 C; 2 A; 3 B");
  assert_moves (f, a, WIJK_MOVE_INWARD, TRUE);
  assert_outline (f, "1 C; 1.1 A; 2 B");
  assert_moves (f, b, WIJK_MOVE_INWARD, TRUE);
  assert_outline (f, "1 C; 1.1 A; 1.2 B");
  assert_moves (f, b, WIJK_MOVE_UP, TRUE);
  assert_outline (f, "1 C; 1.1 B; 1.2 A");
  assert_moves (f, b, WIJK_MOVE_OUTWARD, TRUE);
  assert_outline (f, "1 C; 1.1 A; 2 B");

  wijk_document_undo (f->document);
  assert_outline (f, "1 C; 1.1 B; 1.2 A");
}

static void
test_drops (Fixture *f, gconstpointer data)
{
  WijkSection *a = add (f, NULL, "A");
  WijkSection *b = add (f, NULL, "B");
  WijkSection *c = add (f, NULL, "C");
  g_autoptr (GError) error = NULL;

  wijk_section_put_before (f->document, c, a, &error);
  assert_outline (f, "1 C; 2 A; 3 B");
  wijk_section_put_behind (f->document, c, b, &error);
  assert_outline (f, "1 A; 2 B; 3 C");
  wijk_section_put_into (f->document, c, a, &error);
  assert_outline (f, "1 A; 1.1 C; 2 B");
  wijk_section_put_before (f->document, b, c, &error);
  assert_outline (f, "1 A; 1.1 B; 1.2 C");
  wijk_section_put_before (f->document, b, b, &error);
  assert_outline (f, "1 A; 1.1 B; 1.2 C");
  g_assert_no_error (error);

  /* a chapter that holds others goes into none */
  wijk_section_put_behind (f->document, b, a, NULL);
  assert_outline (f, "1 A; 1.1 C; 2 B");
  g_assert_false (wijk_section_put_into (f->document, a, b, &error));
  g_assert_nonnull (error);
  assert_outline (f, "1 A; 1.1 C; 2 B");
}

static void
test_add (Fixture *f, gconstpointer data)
{
  WijkSection *a = add (f, NULL, "A");
  WijkSection *b = add (f, NULL, "B");

  assert_moves (f, b, WIJK_MOVE_INWARD, TRUE);
  home_settle (f->document);
  add (f, a, "C");
  assert_outline (f, "1 A; 1.1 B; 2 C");
  add (f, b, "D");
  assert_outline (f, "1 A; 1.1 B; 1.2 D; 2 C");
  add (f, a, "E");
  assert_outline (f, "1 A; 1.1 B; 1.2 D; 2 E; 3 C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/ui/section-move/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/ui/section-move/drops", Fixture, NULL, set_up, test_drops, tear_down);
  g_test_add ("/ui/section-move/add", Fixture, NULL, set_up, test_add, tear_down);

  return g_test_run ();
}
