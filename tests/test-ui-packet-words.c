/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of packets and of what was changed on two laptops. */

#include "config.h"

#include <glib.h>

#include "heads.h"
#include "wijk-conflict-words.h"
#include "wijk-packet-words.h"

static const struct
{
  const char *label, *author;
  gboolean fails;
  const char *laptop;
} laptops[] = {
  { "tafel 3", "Anna", FALSE, "tafel 3 · Anna" },
  { "tafel 3", "", FALSE, "tafel 3" },
  { "", "Anna", FALSE, "Anna" },
  { "", "", FALSE, "a.wijkinbreng" },
  { "tafel 3", "Anna", TRUE, "a.wijkinbreng" },
};

static void
test_laptops (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (laptops); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (WIJK_TASK_ERROR, 0, "Not this.");
      WijkPacketResult result = { .name = (char *) "a.wijkinbreng",
                                  .imported = { .label = (char *) laptops[i].label,
                                                .author = (char *) laptops[i].author },
                                  .error = laptops[i].fails ? error : NULL };
      g_autofree char *text = wijk_packet_describe_laptop (&result);

      g_assert_cmpstr (text, ==, laptops[i].laptop);
    }
}

static const struct
{
  WijkImported imported;
  const char *error;
  const char *text;
} results[] = {
  { { .is_plan = TRUE, .n_new = 40 }, NULL, "Opened as a work packet." },
  { { .n_new = 90, .n_remarks = 12 }, NULL, "12 new remarks." },
  { { .n_new = 9, .n_remarks = 1, .n_same = 1 }, NULL, "1 new remark; 1 change was here already." },
  { { .n_new = 9, .n_remarks = 2, .n_same = 8 },
    NULL,
    "2 new remarks; 8 changes were here already." },
  { { .n_new = 3 }, NULL, "No new remarks, 3 changes." },
  { { .n_new = 1, .n_same = 4 }, NULL, "No new remarks, 1 change." },
  { { .n_same = 90 }, NULL, "Nothing new: all of it was here already." },
  { { .n_new = 9, .n_remarks = 1, .clock = WIJK_CLOCK_AHEAD },
    NULL,
    "1 new remark. The clock of that laptop is ahead of this one’s." },
  { { .n_same = 9, .clock = WIJK_CLOCK_BEHIND },
    NULL,
    "Nothing new: all of it was here already. The clock of that laptop is behind." },
  { { .n_new = 9, .n_remarks = 1 }, "It was cut off.", "It was cut off." },
};

static void
test_results (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = results[i].error != NULL
                                     ? g_error_new_literal (WIJK_TASK_ERROR, 0, results[i].error)
                                     : NULL;
      WijkPacketResult result = { .name = (char *) "a",
                                  .imported = results[i].imported,
                                  .error = error };
      g_autofree char *text = wijk_packet_describe_result (&result);

      g_assert_cmpstr (text, ==, results[i].text);
    }
}

/* ---- conflicts ---- */

#define THEME "theme-00000000000000000000000000"
#define REMARK "remark-00000000000000000000000000"
#define CLUSTER "cluster-00000000000000000000000000"

static WijkState *
make_state (void)
{
  WijkState *state = wijk_state_new ();

  put (state, THEME, 1, "name", "Groen", NULL);
  put (state, REMARK, 1, "label", "K7P-3", "text", "De stoep\nligt scheef", NULL);
  put (state, CLUSTER, 1, "outcome", "overgenomen", NULL);

  return state;
}

static const struct
{
  const char *record, *field; /* of the conflict */
  const char *changed, *value;
  const char *about, *text;
  gboolean can_be_written;
  const char *chosen;
} sides[] = {
  { THEME, "name", "name", "Bomen", "Theme · Name", "Bomen", TRUE, "Bomen" },
  { THEME, "name", "name", "", "Theme · Name", "Empty", TRUE, "" },
  { THEME, "name", "name", NULL, "Theme · Name", "Empty", TRUE, "" },
  { THEME, "deleted", "deleted", "x", "Theme · Removed or changed", "Removed", FALSE, "1" },
  { THEME, "deleted", "deleted", "", "Theme · Removed or changed", "Restored", FALSE, "" },
  { THEME, "deleted", "name", "Bomen", "Theme · Removed or changed", "Name: Bomen", FALSE, "" },
  { REMARK, "count", "count", "12", "Remark · Number of people", "12", TRUE, "12" },
  { REMARK, "themes/" THEME, "themes/" THEME, "1", "Remark · Theme", "With “Groen”", FALSE, "1" },
  { REMARK, "themes/" THEME, "themes/" THEME, "", "Remark · Theme", "Without “Groen”", FALSE, "" },
  { REMARK,
    "aspects/sociaal",
    "aspects/sociaal",
    "1",
    "Remark · Aspect",
    "With “Social”",
    FALSE,
    "1" },
  { REMARK,
    "cluster",
    "cluster",
    "cluster-11111111111111111111111111",
    "Remark · Cluster",
    "Unknown",
    FALSE,
    "cluster-11111111111111111111111111" },
  { REMARK,
    "outcome",
    "outcome",
    "overgenomen",
    "Remark · Answer",
    "Accepted",
    FALSE,
    "overgenomen" },
  { REMARK,
    "area-code",
    "area-code",
    "WK054608",
    "Remark · Neighbourhood",
    "Merenwijk",
    FALSE,
    "WK054608" },
  { REMARK, "of-a-newer", "of-a-newer", "x", "Remark · of-a-newer", "x", FALSE, "x" },
};

static void
test_sides (void)
{
  g_autoptr (WijkState) state = make_state ();

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      WijkConflict conflict = { .record = (char *) sides[i].record,
                                .field = (char *) sides[i].field };
      WijkConflictSide side = { .field = (char *) sides[i].changed,
                                .value = (char *) sides[i].value,
                                .author = (char *) "" };
      g_autofree char *about = wijk_conflict_describe_field (&conflict);
      g_autofree char *text = wijk_conflict_describe_side (state, &conflict, &side);
      g_autofree char *author = wijk_conflict_describe_author (&side);

      g_test_message ("%u: %s: %s", i, about, text);
      g_assert_cmpstr (about, ==, sides[i].about);
      g_assert_cmpstr (text, ==, sides[i].text);
      g_assert_cmpstr (author, ==, "Unknown");
      g_assert_cmpint (wijk_conflict_can_be_written (&conflict), ==, sides[i].can_be_written);
      g_assert_cmpstr (wijk_conflict_value_of (&conflict, &side), ==, sides[i].chosen);
    }
}

static void
test_records (void)
{
  g_autoptr (WijkState) state = make_state ();
  g_autofree char *long_text = g_strnfill (200, 'a');
  g_autofree char *theme = wijk_conflict_describe_record (wijk_state_lookup (state, THEME));
  g_autofree char *remark = wijk_conflict_describe_record (wijk_state_lookup (state, REMARK));
  g_autofree char *cluster = wijk_conflict_describe_record (wijk_state_lookup (state, CLUSTER));
  g_autofree char *cut = NULL;

  g_assert_cmpstr (theme, ==, "Groen");
  g_assert_cmpstr (remark, ==, "K7P-3 · De stoep ligt scheef");
  g_assert_cmpstr (cluster, ==, "Cluster");
  put (state, REMARK, 2, "text", long_text, NULL);
  cut = wijk_conflict_describe_record (wijk_state_lookup (state, REMARK));
  g_assert_true (g_str_has_suffix (cut, "aaa…"));
  g_assert_cmpuint (g_utf8_strlen (cut, -1), <, 80);
}

static void
test_counts (void)
{
  g_autoptr (WijkState) state = make_state ();
  const WijkHead two[] = { { THEME, "colour", stamp_of (5, 1), "#000000" },
                           { THEME, "name", stamp_of (5, 1), "Groen" },
                           { THEME, "name", stamp_of (5, 2), "Bomen" } };
  const WijkHead gone[] = { { CLUSTER, "deleted", stamp_of (6, 1), stamp_of (1, 1) },
                            { CLUSTER, "title", stamp_of (5, 2), "Stoepen" } };
  g_autofree char *one = wijk_packet_describe_conflicts (1);
  g_autofree char *more = NULL;

  g_assert_cmpuint (wijk_conflict_count (state), ==, 0);
  wijk_state_take (state, THEME, two, G_N_ELEMENTS (two));
  g_assert_cmpuint (wijk_conflict_count (state), ==, 1);
  wijk_state_take (state, CLUSTER, gone, G_N_ELEMENTS (gone));
  g_assert_cmpuint (wijk_conflict_count (state), ==, 2);
  more = wijk_packet_describe_conflicts (wijk_conflict_count (state));
  g_assert_cmpstr (one, ==, "1 field was changed on two laptops");
  g_assert_cmpstr (more, ==, "2 fields were changed on two laptops");
}

static WijkConflict *
make_conflict (const char *field)
{
  WijkConflict *conflict = g_new0 (WijkConflict, 1);

  conflict->record = (char *) THEME;
  conflict->field = (char *) field;

  return conflict;
}

/* A conflict that several packets tell of counts once. */
static void
test_together (void)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) second = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = g_error_new_literal (WIJK_TASK_ERROR, 0, "No.");
  WijkPacketResult one = { .imported = { .n_remarks = 3, .conflicts = first } };
  WijkPacketResult other = { .imported = { .n_remarks = 4, .conflicts = second } };
  WijkPacketResult refused = { .error = error };
  g_autofree char *nothing = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_add (first, make_conflict ("name"));
  g_ptr_array_add (second, make_conflict ("name"));
  g_ptr_array_add (second, make_conflict ("colour"));
  g_ptr_array_add (all, &refused);
  nothing = wijk_packet_describe_all (all);
  g_assert_cmpstr (nothing, ==, "Nothing was taken in");
  g_ptr_array_add (all, &one);
  g_ptr_array_add (all, &other);
  text = wijk_packet_describe_all (all);
  g_assert_cmpstr (text, ==, "2 packets, 7 new remarks");
  g_assert_cmpuint (wijk_packet_count_conflicts (all), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/ui/packet-words/laptops", test_laptops);
  g_test_add_func ("/ui/packet-words/results", test_results);
  g_test_add_func ("/ui/packet-words/sides", test_sides);
  g_test_add_func ("/ui/packet-words/records", test_records);
  g_test_add_func ("/ui/packet-words/counts", test_counts);
  g_test_add_func ("/ui/packet-words/together", test_together);

  return g_test_run ();
}
