/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Twenty packets of 500 remarks taken into one plan on disk, once and once more. One line a
 * measure: its name, a tab, the milliseconds. */

#include "config.h"

#include <glib/gstdio.h>
#include <time.h>

#include "wijk-id.h"
#include "wijk-library.h"
#include "wijk-packet-taker.h"
#include "wijk-packet.h"

#define DEVICE "0000000a"
#define PLAN "plan-0123456789abcdefghijklmnop"
#define SESSION "session-0123456789abcdefghijklmnop"
#define N_PACKETS 20
#define N_REMARKS 500
#define ROUNDS 5

/* What entering one remark writes. */
static void
add_remark (WijkPacket *packet, guint n, guint *at)
{
  g_autofree char *step = wijk_id_new ("step");
  g_autofree char *id = wijk_id_new ("remark");
  g_autofree char *number = g_strdup_printf ("%u", n + 1);
  g_autofree char *label = g_strdup_printf ("K7P-%u", n + 1);
  const char *const values[][2] = {
    { "number", number },
    { "label", label },
    { "text", "De stoep voor de school ligt scheef en er wordt te hard gereden." },
    { "session", SESSION },
    { "channel", "bijeenkomst" },
    { "date", "2026-11-23" },
    { "count", "2" },
    { "aspects/veiligheid", "1" },
    { "area-code", "BU05460801" },
  };

  g_ptr_array_add (packet->steps, wijk_step_new (step, "Bo", 1795450000000, "Reactie", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *stamp = g_strdup_printf ("1795450000000-%05u-%s", (*at)++, packet->device);

      g_ptr_array_add (packet->changes,
                       wijk_change_new (stamp, step, id, values[i][0], values[i][1], ""));
    }
}

static GFile *
make_packet (const char *folder, guint n)
{
  g_autofree char *device = g_strdup_printf ("%08x", 0x100 + n);
  g_autofree char *name = g_strdup_printf ("p%02u" WIJK_PACKET_SUFFIX, n);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (WijkPacket) packet =
      wijk_packet_new (WIJK_PACKET_BACK, PLAN, SESSION, device, "Bo", "tafel");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  guint at = 0;

  for (guint i = 0; i < N_REMARKS; i++)
    add_remark (packet, i, &at);
  bytes = wijk_packet_write (packet, &error);
  if (bytes == NULL ||
      !g_file_set_contents (
          path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);

  return g_file_new_for_path (path);
}

static void
make_plan (const char *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) edits = wijk_edits_new ();
  WijkStore *store = wijk_library_begin_plan (library, PLAN, DEVICE, "Ada", &error);

  if (store == NULL)
    g_error ("%s", error->message);
  wijk_edits_add (edits, PLAN, "kind", "wijkplan");
  wijk_edits_add (edits, PLAN, "title", "Wijkplan");
  wijk_edits_add (edits, SESSION, "title", "Buurthuis");
  wijk_store_write (store, "plan", edits, NULL);
  g_object_unref (store);
  if (!wijk_library_publish_plan (library, PLAN, &error))
    g_error ("%s", error->message);
}

static double
work_time (void)
{
  struct timespec work;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &work);

  return (double) work.tv_sec + (double) work.tv_nsec / 1e9;
}

/* Seconds for all packets; *@work is how long a processor was busy with it. */
static double
merge (const char *library, GPtrArray *files, guint n_new, double *work)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  WijkContext context = { .library = library, .device = DEVICE, .author = "Ada", .now = now };
  g_autoptr (WijkPacketTaker) taker = NULL;
  gint64 begun = g_get_monotonic_time ();
  double before = work_time ();

  taker = wijk_packet_taker_new (&context);
  for (guint i = 0; i < files->len; i++)
    {
      g_auto (WijkImported) imported = { 0 };
      g_autoptr (GError) error = NULL;

      if (!wijk_packet_taker_take (taker, files->pdata[i], NULL, NULL, &imported, &error))
        g_error ("%s", error->message);
      if (imported.n_remarks != n_new)
        g_error ("%u remarks are new, not %u", imported.n_remarks, n_new);
    }
  *work = work_time () - before;

  return (double) (g_get_monotonic_time () - begun) / 1e6;
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

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

int
main (int argc, char *argv[])
{
  /* beside the plans of people: not in memory, where syncing costs nothing */
  g_autofree char *pattern =
      g_build_filename (argc > 1 ? argv[1] : g_get_user_cache_dir (), "wijk-bench-XXXXXX", NULL);
  double first[ROUNDS], again[ROUNDS], work[ROUNDS], work_again[ROUNDS];

  if (argc == 1)
    g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  if (g_mkdtemp (pattern) == NULL)
    g_error ("cannot make %s: %m", pattern);
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *library = g_build_filename (pattern, name, NULL);
      g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

      g_mkdir (library, 0700);
      make_plan (library);
      for (guint j = 0; j < N_PACKETS; j++)
        g_ptr_array_add (files, make_packet (library, j));
      first[i] = merge (library, files, N_REMARKS, &work[i]);
      again[i] = merge (library, files, 0, &work_again[i]);
    }
  remove_folder (pattern);
  qsort (first, ROUNDS, sizeof *first, compare_doubles);
  qsort (work, ROUNDS, sizeof *work, compare_doubles);
  qsort (work_again, ROUNDS, sizeof *work_again, compare_doubles);
  qsort (again, ROUNDS, sizeof *again, compare_doubles);
  g_print ("merge-20x500\t%.3f\n", first[ROUNDS / 2] * 1e3); /* bar: 2,000 ms */
  g_print ("merge-20x500-again\t%.3f\n", again[ROUNDS / 2] * 1e3);
  g_print ("merge-20x500-work\t%.3f\n", work[ROUNDS / 2] * 1e3); /* without waiting for the disk */
  g_print ("merge-20x500-again-work\t%.3f\n", work_again[ROUNDS / 2] * 1e3);

  return 0;
}
