/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Priorities and measures put in another order, and what a priority adds up to. */

#include "config.h"

#include "document-home.h"
#include "wijk-id.h"
#include "wijk-library.h"
#include "wijk-measure.h"
#include "wijk-priority-figures.h"
#include "wijk-priority-order.h"

typedef struct
{
  char *library;
  char *plan_id;
  WijkDocument *document;
  WijkRecord *a, *b, *c;
} Fixture;

static WijkRecord *
take (Fixture *f, char *id, GError *error)
{
  g_autofree char *own = id;

  g_assert_no_error (error);
  home_settle (f->document);

  return wijk_state_lookup (wijk_document_get_state (f->document), own);
}

static WijkRecord *
add_priority (Fixture *f, const char *title)
{
  g_autoptr (GError) error = NULL;
  char *id =
      wijk_document_add (f->document, "voeg toe", WIJK_KIND_PRIORITY, &error, "title", title, NULL);

  return take (f, id, error);
}

static WijkRecord *
add_measure (Fixture *f, WijkRecord *priority, const char *title)
{
  g_autoptr (GError) error = NULL;
  char *id = wijk_document_add (f->document,
                                "voeg toe",
                                WIJK_KIND_MEASURE,
                                &error,
                                "priority",
                                wijk_record_get_id (priority),
                                "title",
                                title,
                                NULL);

  return take (f, id, error);
}

static void
add_amount (Fixture *f, WijkRecord *of, const char *kind, const char *cents)
{
  g_autoptr (GError) error = NULL;
  char *id = wijk_document_add (f->document,
                                "voeg toe",
                                WIJK_KIND_AMOUNT,
                                &error,
                                "of",
                                wijk_record_get_id (of),
                                "kind",
                                kind,
                                "year",
                                "2027",
                                "cents",
                                cents,
                                NULL);

  g_assert_nonnull (take (f, id, error));
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *folder = NULL;

  f->library = g_dir_make_tmp ("wijkplan-priorities-XXXXXX", NULL);
  f->plan_id = wijk_id_new ("plan");
  folder = home_make_plan (f->library, f->plan_id);
  f->document = home_open (folder);
  f->a = add_priority (f, "A");
  f->b = add_priority (f, "B");
  f->c = add_priority (f, "C");
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

/* "ABC" */
static void
assert_order (Fixture *f, WijkRecord *one, const char *expected)
{
  g_autoptr (GString) titles = g_string_new (NULL);
  g_autoptr (GPtrArray) siblings = NULL;

  home_settle (f->document);
  siblings = wijk_priority_order_dup_siblings (wijk_document_get_state (f->document), one);
  for (guint i = 0; i < siblings->len; i++)
    g_string_append (titles,
                     WIJK_IS_MEASURE (siblings->pdata[i])
                         ? WIJK_MEASURE (siblings->pdata[i])->title
                         : WIJK_PRIORITY (siblings->pdata[i])->title);
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
step (Fixture *f, WijkRecord *record, int by, int expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (wijk_priority_order_step (f->document, record, by, &error), ==, expected);
  g_assert_no_error (error);
  home_settle (f->document);
}

static void
put (Fixture *f, WijkRecord *record, WijkRecord *target, gboolean behind, gboolean moves)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (
      wijk_priority_order_put (f->document, record, target, behind, &error), ==, moves);
  g_assert_no_error (error);
}

static void
test_steps (Fixture *f, gconstpointer data)
{
  step (f, f->a, -1, -1);
  step (f, f->c, 1, -1);
  assert_order (f, f->a, "ABC");
  step (f, f->c, -1, 1);
  assert_order (f, f->a, "ACB");
  step (f, f->c, -1, 0);
  assert_order (f, f->a, "CAB");
  step (f, f->a, 1, 2);
  assert_order (f, f->a, "CBA");

  /* each is a step of its own */
  wijk_document_undo (f->document);
  assert_order (f, f->a, "CAB");
  wijk_document_undo (f->document);
  wijk_document_undo (f->document);
  assert_order (f, f->a, "ABC");
}

static void
test_drops (Fixture *f, gconstpointer data)
{
  put (f, f->a, f->c, TRUE, TRUE);
  assert_order (f, f->a, "BCA");
  put (f, f->a, f->b, FALSE, TRUE);
  assert_order (f, f->a, "ABC");

  /* where it is already */
  put (f, f->a, f->a, TRUE, FALSE);
  put (f, f->a, f->b, FALSE, FALSE);
  put (f, f->b, f->a, TRUE, FALSE);
  assert_order (f, f->a, "ABC");
}

/* Measures of several priorities share one order, but are moved among their own. */
static void
test_measures (Fixture *f, gconstpointer data)
{
  WijkRecord *one = add_measure (f, f->a, "1");
  WijkRecord *other = add_measure (f, f->b, "x");
  WijkRecord *two = add_measure (f, f->a, "2");
  WijkRecord *three = add_measure (f, f->a, "3");

  add_measure (f, f->b, "y");
  step (f, three, -1, 1);
  assert_order (f, one, "132");
  step (f, two, -1, 1);
  step (f, two, -1, 0);
  assert_order (f, one, "213");
  assert_order (f, other, "xy");
  put (f, one, other, TRUE, FALSE);
  put (f, two, three, TRUE, TRUE);
  assert_order (f, one, "132");
  assert_order (f, other, "xy");
}

static void
test_figures (Fixture *f, gconstpointer data)
{
  WijkState *state = wijk_document_get_state (f->document);
  WijkPriority *priority = WIJK_PRIORITY (f->a);
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *linked = NULL;
  WijkRecord *measure = add_measure (f, f->a, "1");
  WijkRecord *remark =
      take (f,
            wijk_document_add (
                f->document, "voeg toe", WIJK_KIND_REMARK, &error, "text", "Meer groen", NULL),
            error);
  WijkPriorityFigures figures;

  add_amount (f, f->a, "raming", "1250050");
  add_amount (f, measure, "raming", "50");
  add_amount (f, f->b, "raming", "999");
  add_amount (f, f->a, "dekking", "0");

  figures = wijk_priority_figures_of (priority, state);
  g_assert_cmpint (figures.cents[WIJK_AMOUNT_ESTIMATE], ==, 1250100);
  g_assert_true (figures.has_amounts[WIJK_AMOUNT_FUNDING]);
  g_assert_false (figures.has_amounts[WIJK_AMOUNT_SPENT]);
  g_assert_cmpuint (figures.n_measures, ==, 1);
  g_assert_false (figures.has_origin);
  missing = wijk_priority_figures_describe_origin (&figures, priority);
  g_assert_cmpstr (missing, ==, "Origin missing");

  g_assert_true (wijk_document_set_member (
      f->document, "herkomst", f->a, "origin", wijk_record_get_id (remark), TRUE, &error));
  home_settle (f->document);
  figures = wijk_priority_figures_of (priority, state);
  g_assert_true (figures.has_origin);
  g_assert_cmpuint (figures.n_remarks, ==, 1);
  linked = wijk_priority_figures_describe_origin (&figures, priority);
  g_assert_cmpstr (linked, ==, "From 1 remark");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/priority-order/steps", Fixture, NULL, set_up, test_steps, tear_down);
  g_test_add ("/priority-order/drops", Fixture, NULL, set_up, test_drops, tear_down);
  g_test_add ("/priority-order/measures", Fixture, NULL, set_up, test_measures, tear_down);
  g_test_add ("/priority-order/figures", Fixture, NULL, set_up, test_figures, tear_down);

  return g_test_run ();
}
