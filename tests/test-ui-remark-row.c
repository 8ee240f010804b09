/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of remarks: few of them are full, and those in sight say what the list holds, however fast
 * filters change. */

#include "config.h"

#include <adwaita.h>

#include "wijk-remark-content.h"
#include "wijk-remark-row.h"

#include "heads.h"

#define N_REMARKS 600u
#define MOST_FULL 40u /* of the 200 rows that a list keeps */

typedef struct
{
  WijkState *state;
  WijkRemarkFilter *filter;
  WijkRemarkModel *model;
  GtkSingleSelection *selection;
  GtkWidget *window;
  GtkListView *list;
} Fixture;

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Fixture *f)
{
  gtk_list_item_set_child (list_item, wijk_remark_row_new (f->state, f->model));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Fixture *f)
{
  wijk_remark_row_set_remark (WIJK_REMARK_ROW (gtk_list_item_get_child (list_item)),
                              gtk_list_item_get_item (list_item),
                              list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, Fixture *f)
{
  wijk_remark_row_set_remark (WIJK_REMARK_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

static WijkRemark *
put_remark (WijkState *state, guint n, const char *outcome)
{
  static const char *const words[] = { "speeltuin", "bankjes", "glas op het fietspad" };
  g_autofree char *name = g_strdup_printf ("%03u", n); /* as long as the others: see id_of() */
  g_autofree char *label = g_strdup_printf ("R-%u", n);
  g_autofree char *text = g_strdup_printf (
      "Nummer %u gaat over %s%s.", n, words[n % 3], n % 4 == 0 ? " en nog veel meer woorden" : "");

  return put (state,
              id_of ("remark", name),
              1,
              "text",
              text,
              "number",
              name,
              "label",
              label,
              "date",
              "2026-10-01",
              "outcome",
              outcome,
              "reason",
              "daarom",
              NULL);
}

/* Until the list is quiet: what was asked has been laid out and drawn. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC / 4;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  f->state = wijk_state_new ();
  wijk_state_begin_fill (f->state);
  for (guint i = 1; i <= N_REMARKS; i++)
    put_remark (f->state, i, "overgenomen");
  wijk_state_end_fill (f->state);
  f->filter = wijk_remark_filter_new (f->state);
  f->model = wijk_remark_model_new (f->state, f->filter);
  wijk_remark_model_set_sort (f->model, WIJK_SORT_NUMBER);
  f->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (f->model)));
  gtk_single_selection_set_autoselect (f->selection, FALSE);
  gtk_single_selection_set_can_unselect (f->selection, TRUE);
  gtk_single_selection_set_selected (f->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), f);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), f);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), f);
  f->list = GTK_LIST_VIEW (
      gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (f->selection)), factory));
  f->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (f->list));
  gtk_window_set_child (GTK_WINDOW (f->window), scrolled);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 420, 700);
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_assert_finalize_object (f->selection);
  g_assert_finalize_object (f->model);
  g_assert_finalize_object (f->filter);
  g_assert_finalize_object (f->state);
}

/* ---- what is seen ---- */

static guint
count (GtkWidget *widget, GType type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (widget), type);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count (child, type);

  return n;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  gboolean said =
      GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !said;
       child = gtk_widget_get_next_sibling (child))
    said = gtk_widget_get_child_visible (child) && says (child, text);

  return said;
}

/* The row of @remark; NULL: it is not in sight. */
static GtkWidget *
find_row (Fixture *f, WijkRemark *remark)
{
  for (double y = 1; y < gtk_widget_get_height (GTK_WIDGET (f->list)); y += 8)
    {
      GtkWidget *at = gtk_widget_pick (GTK_WIDGET (f->list), 200, y, GTK_PICK_DEFAULT);
      GtkWidget *row = at != NULL ? gtk_widget_get_ancestor (at, WIJK_TYPE_REMARK_CONTENT) : NULL;

      if (row != NULL && says (row, remark->text))
        return row;
    }

  return NULL;
}

/* Whether the rows from @first on, which stands at the top, are in sight without a gap. */
static gboolean
is_in_sight (Fixture *f, guint first)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (f->model));
  graphene_rect_t bounds;
  float bottom = 0;

  for (guint i = first; i < n && bottom < (float) gtk_widget_get_height (GTK_WIDGET (f->list)); i++)
    {
      g_autoptr (WijkRemark) remark = g_list_model_get_item (G_LIST_MODEL (f->model), i);
      GtkWidget *row = find_row (f, remark);

      if (row == NULL || !says (row, remark->label) ||
          !gtk_widget_compute_bounds (row, GTK_WIDGET (f->list), &bounds) ||
          ABS (bounds.origin.y - bottom) >= (i == first ? 20 : 8))
        return FALSE;
      bottom = bounds.origin.y + bounds.size.height;
    }

  return count (GTK_WIDGET (f->list), WIJK_TYPE_REMARK_CONTENT) <= MOST_FULL;
}

/* As soon as a busy machine comes to it. */
static void
assert_in_sight (Fixture *f, guint first)
{
  for (guint i = 0; i < 20 && !is_in_sight (f, first); i++)
    settle ();
  g_assert_true (is_in_sight (f, first));
}

static void
assert_finds (Fixture *f, WijkRemark *remark)
{
  for (guint i = 0; i < 20 && find_row (f, remark) == NULL; i++)
    settle ();
  g_assert_nonnull (find_row (f, remark));
}

/* ---- tests ---- */

static void
test_few_are_full (Fixture *f, gconstpointer data)
{
  g_assert_cmpuint (count (GTK_WIDGET (f->list), WIJK_TYPE_REMARK_ROW), >, 150);
  assert_in_sight (f, 0);
  gtk_list_view_scroll_to (f->list, N_REMARKS - 1, GTK_LIST_SCROLL_NONE, NULL);
  settle ();
  for (guint i = N_REMARKS - 3; i < N_REMARKS; i++)
    {
      g_autoptr (WijkRemark) remark = g_list_model_get_item (G_LIST_MODEL (f->model), i);

      assert_finds (f, remark);
    }
  gtk_list_view_scroll_to (f->list, 0, GTK_LIST_SCROLL_NONE, NULL);
  settle ();
  assert_in_sight (f, 0);
}

/* Each query for itself, and all of them faster than the list can be drawn. */
static void
test_changing_filters (Fixture *f, gconstpointer data)
{
  static const char *const queries[] = {
    "s", "speel", "speeltuin", "glas", "nummer 1", "meer", "", "bankjes", "veel speeltuin", "1",
  };

  for (guint round = 0; round < 2; round++)
    for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
      {
        wijk_remark_filter_set_query (f->filter, queries[i]);
        if (round == 1 && i + 1 < G_N_ELEMENTS (queries))
          {
            g_main_context_iteration (NULL, FALSE);
            continue;
          }
        settle (); /* a search may take several turns */
        gtk_list_view_scroll_to (f->list, 0, GTK_LIST_SCROLL_NONE, NULL);
        settle ();
        assert_in_sight (f, 0);
      }
}

static void
test_selection (Fixture *f, gconstpointer data)
{
  static const char *const queries[] = { "bankjes", "nummer 2", "25", "", "nummer 25" };
  WijkRemark *remark =
      (WijkRemark *) wijk_state_lookup (f->state, id_of ("remark", "250")); /* bankjes */

  gtk_single_selection_set_selected (f->selection, wijk_remark_model_find (f->model, remark));
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      wijk_remark_filter_set_query (f->filter, queries[i]);
      g_main_context_iteration (NULL, FALSE);
      g_assert_true (gtk_single_selection_get_selected_item (f->selection) == remark);
      settle ();
      gtk_list_view_scroll_to (
          f->list, gtk_single_selection_get_selected (f->selection), GTK_LIST_SCROLL_NONE, NULL);
      settle ();
      assert_finds (f, remark);
    }
}

/* A remark that comes above what is read moves nothing. */
static void
test_scroll_position (Fixture *f, gconstpointer data)
{
  WijkRemark *remark = (WijkRemark *) wijk_state_lookup (f->state, id_of ("remark", "300"));
  graphene_rect_t before, after;

  gtk_list_view_scroll_to (f->list, 299, GTK_LIST_SCROLL_NONE, NULL);
  assert_finds (f, remark);
  g_assert_true (gtk_widget_compute_bounds (find_row (f, remark), GTK_WIDGET (f->list), &before));
  wijk_remark_model_set_sort (f->model, WIJK_SORT_NUMBER);
  put_remark (f->state, 0, "overgenomen");
  settle ();
  assert_finds (f, remark);
  g_assert_true (gtk_widget_compute_bounds (find_row (f, remark), GTK_WIDGET (f->list), &after));
  g_assert_cmpfloat (ABS (after.origin.y - before.origin.y), <, 2);
}

static void
test_following (Fixture *f, gconstpointer data)
{
  WijkRemark *remark = (WijkRemark *) wijk_state_lookup (f->state, id_of ("remark", "002"));

  g_assert_true (says (find_row (f, remark), "R-2"));
  put (f->state,
       id_of ("remark", "002"),
       2,
       "text",
       "Andere woorden",
       "label",
       "R-2",
       "number",
       "2",
       "date",
       "2026-10-01",
       "count",
       "7",
       NULL);
  settle ();
  assert_finds (f, remark);
  g_assert_true (says (find_row (f, remark), "7 people"));
  g_assert_true (says (find_row (f, remark), "To be answered"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function)                                                                        \
  g_test_add ("/ui/remark-row/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("few-are-full", test_few_are_full);
  ADD ("changing-filters", test_changing_filters);
  ADD ("selection", test_selection);
  ADD ("scroll-position", test_scroll_position);
  ADD ("following", test_following);

  return g_test_run ();
}
