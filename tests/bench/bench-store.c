/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One durable edit against one write of 4 kB with fdatasync, in turns on the same disk, and loading
 * a whole plan, at 1,000, 10,000 and 100,000 remarks. One line a measure: its name, a tab, the
 * median in milliseconds, or how many times as long. */

#include "config.h"

#include "bar.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "wijk-id.h"
#include "wijk-state.h"
#include "wijk-store.h"

#define DEVICE "0000000a"
#define PLAN "plan-0123456789abcdefghijklmnop"
#define ROUNDS 9
#define EDITS 60 /* in a round */

static double
seconds_since (gint64 begun)
{
  return (double) (g_get_monotonic_time () - begun) / 1e6;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

static double
percentile (double *values, guint n, double part)
{
  qsort (values, n, sizeof *values, compare_doubles);

  return values[(guint) ((n - 1) * part)];
}

/* ---- the yardstick ---- */

static double
sync_once (int fd, guint i)
{
  static char block[4096];
  gint64 begun = g_get_monotonic_time ();

  memset (block, (int) i, sizeof block);
  if (pwrite (fd, block, sizeof block, (off_t) (i % 256) * 4096) != sizeof block ||
      fdatasync (fd) != 0)
    g_error ("cannot write: %m");

  return seconds_since (begun);
}

/* ---- plans ---- */

static void
fill (WijkStore *store, guint n_remarks)
{
  static const char *const words[] = { "De", "speeltuin", "is",   "te",     "klein",
                                       "en", "er",        "mist", "groen",  "langs",
                                       "de", "Zijl",      "bij",  "school", "auto's" };
  g_autoptr (GError) error = NULL;
  guint done = 0;

  while (done < n_remarks)
    {
      g_autoptr (GPtrArray) edits = wijk_edits_new ();

      if (done == 0)
        wijk_edits_add (edits, PLAN, "kind", "wijkplan");
      for (guint i = 0; i < 1000 && done < n_remarks; i++, done++)
        {
          g_autofree char *id = wijk_id_new ("remark");
          g_autoptr (GString) text = g_string_new (NULL);

          for (guint j = 0; j < 10 + done % 21; j++)
            g_string_append_printf (
                text, "%s%s", j > 0 ? " " : "", words[(done * 7 + j * j) % G_N_ELEMENTS (words)]);
          wijk_edits_add (edits, id, "number", WIJK_EDIT_NUMBER);
          wijk_edits_add (edits, id, "label", WIJK_EDIT_NUMBER);
          wijk_edits_add (edits, id, "text", text->str);
          wijk_edits_add (edits, id, "channel", "bijeenkomst");
          wijk_edits_add (edits, id, "date", "2027-03-21");
          wijk_edits_add (edits, id, "aspects/sociaal", "1");
          wijk_edits_add (edits, id, "area-code", "2025BU05460801");
        }
      if (!wijk_store_write (store, "fill", edits, &error))
        g_error ("%s", error->message);
    }
}

/* What entering one remark writes. */
static double
add_once (WijkStore *store)
{
  g_autofree char *id = wijk_id_new ("remark");
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  gint64 begun;

  wijk_edits_add (edits, id, "number", WIJK_EDIT_NUMBER);
  wijk_edits_add (edits, id, "label", WIJK_EDIT_NUMBER);
  wijk_edits_add (edits, id, "text", "De speeltuin is te klein en er mist groen langs de Zijl.");
  wijk_edits_add (edits, id, "channel", "bijeenkomst");
  begun = g_get_monotonic_time ();
  if (!wijk_store_write (store, "add", edits, &error))
    g_error ("%s", error->message);

  return seconds_since (begun);
}

/* What changing one field of a remark writes. */
static double
edit_once (WijkStore *store, const char *id, guint i)
{
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("Aangepast voor de %u-de keer.", i);
  gint64 begun;

  wijk_edits_add (edits, id, "reason", text);
  begun = g_get_monotonic_time ();
  if (!wijk_store_write (store, "edit", edits, &error))
    g_error ("%s", error->message);

  return seconds_since (begun);
}

static double
load (WijkStore *store, GPtrArray *ids)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (WijkState) state = wijk_state_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkHeadReader) reader = wijk_store_read_heads (store, &error);
  const WijkHead *heads;
  double taken;
  guint n;

  wijk_state_begin_fill (state);
  while ((heads = wijk_head_reader_next (reader, &n, &error)) != NULL)
    wijk_state_take (state, heads[0].record, heads, n);
  wijk_state_end_fill (state);
  if (error != NULL)
    g_error ("%s", error->message);
  taken = seconds_since (begun);
  if (ids->len == 0)
    {
      WijkRecordList *remarks = wijk_state_get_list (state, WIJK_KIND_REMARK);

      for (guint i = 0; i < wijk_record_list_get_length (remarks); i++)
        g_ptr_array_add (ids, g_strdup (wijk_record_get_id (wijk_record_list_get (remarks, i))));
    }

  return taken;
}

typedef struct
{
  double sync, edit, add; /* medians of the rounds' 95th percentiles */
  double sync_median, edit_median, add_median;
  double load;
} Figures;

static void
print_figure (const char *name, guint n_remarks, double value)
{
  g_print ("store-%s-%u\t%.3f\n", name, n_remarks, value);
}

static Figures
measure (const char *base, guint n_remarks, int sync_fd)
{
  g_autofree char *folder = g_strdup_printf ("%s/%u", base, n_remarks);
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkStore) store = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  double high[3][ROUNDS], middle[3][ROUNDS], loads[ROUNDS];
  Figures f;

  g_mkdir (folder, 0700);
  store = wijk_store_create (folder, PLAN, DEVICE, "", &error);
  if (store == NULL)
    g_error ("%s", error->message);
  fill (store, n_remarks);
  g_clear_object (&store);
  store = wijk_store_open (folder, DEVICE, "", &error);
  for (guint i = 0; i < ROUNDS; i++)
    loads[i] = load (store, ids);
  for (guint i = 0; i < ROUNDS; i++)
    {
      double taken[3][EDITS];

      for (guint j = 0; j < EDITS; j++)
        {
          taken[0][j] = sync_once (sync_fd, j);
          taken[1][j] =
              edit_once (store, ids->pdata[g_random_int_range (0, (int) ids->len)], i * EDITS + j);
          taken[2][j] = add_once (store);
        }
      for (guint k = 0; k < 3; k++)
        {
          high[k][i] = percentile (taken[k], EDITS, 0.95);
          middle[k][i] = percentile (taken[k], EDITS, 0.5);
        }
    }
  f = (Figures) {
    percentile (high[0], ROUNDS, 0.5),   percentile (high[1], ROUNDS, 0.5),
    percentile (high[2], ROUNDS, 0.5),   percentile (middle[0], ROUNDS, 0.5),
    percentile (middle[1], ROUNDS, 0.5), percentile (middle[2], ROUNDS, 0.5),
    percentile (loads, ROUNDS, 0.5),
  };
  print_figure ("sync-p95", n_remarks, f.sync * 1e3);
  print_figure ("edit-p95", n_remarks, f.edit * 1e3);
  print_figure ("edit-p95-against-sync", n_remarks, f.edit / f.sync);
  print_figure ("remark-p95", n_remarks, f.add * 1e3);
  print_figure ("remark-p95-against-sync", n_remarks, f.add / f.sync);
  print_figure ("sync-median", n_remarks, f.sync_median * 1e3);
  print_figure ("edit-median", n_remarks, f.edit_median * 1e3);
  print_figure ("remark-median", n_remarks, f.add_median * 1e3);
  print_figure ("load", n_remarks, f.load * 1e3);
  g_clear_object (&store);

  return f;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  /* beside the plans of people: not in memory, where syncing costs nothing */
  g_autofree char *pattern =
      g_build_filename (argc > 1 ? argv[1] : g_get_user_cache_dir (), "wijk-bench-XXXXXX", NULL);
  g_autofree char *file = NULL;
  Figures small, middle, large;
  int fd;

  if (argc == 1)
    g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (g_mkdtemp (pattern) == NULL)
    g_error ("cannot make %s: %m", pattern);
  file = g_build_filename (pattern, "yardstick", NULL);
  fd = open (file, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  for (guint i = 0; i < 256; i++) /* in place, as a log that is used again */
    sync_once (fd, i);
  small = measure (pattern, 1000, fd);
  middle = measure (pattern, 10000, fd);
  large = measure (pattern, 100000, fd);
  close (fd);
  remove_folder (pattern);

  print_bar (
      "a durable edit, against a 4 kB fdatasync",
      MAX (MAX (small.edit / small.sync, middle.edit / middle.sync), large.edit / large.sync),
      "x",
      3);
  print_bar ("a durable edit, 100,000 against 1,000 remarks",
             (large.edit / large.sync) / (small.edit / small.sync),
             "x",
             1.5);
  g_print ("store-edit-median-100000-against-1000\t%.3f\n",
           (large.edit_median / large.sync_median) / (small.edit_median / small.sync_median));

  return 0;
}
