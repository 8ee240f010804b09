/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A laptop is killed while it takes packets in and while it erases what someone asked to: whatever
 * was acknowledged is there afterwards, a packet is there as a whole or not at all, and what was
 * erased is nowhere in the files. */

#include "config.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "heads.h"
#include "stores.h"
#include "wijk-library.h"
#include "wijk-load.h"
#include "wijk-packet-taker.h"
#include "wijk-packet.h"
#include "wijk-remark.h"
#include "wijk-task-erase.h"

#define SESSION "session-0123456789abcdefghijklmnop"
#define N_KILLS 100
#define N_PACKETS 40
#define N_EARLY 30 /* plans, at most */
#define N_REMARKS 25
#define LONGEST 250000 /* microseconds before the kill */

typedef struct
{
  char *library;
  char *data;
  WijkContext context;
  gboolean is_early; /* known to be bad: acknowledges what is only about to be done */
} Home;

/* ---- what there is ---- */

static char *
words_of (guint packet, guint i)
{
  return g_strdup_printf ("Woorden %u van tafel %u, alleen hier", i, packet);
}

static const char *
remark_of (guint packet, guint i)
{
  g_autofree char *name = g_strdup_printf ("p%02ur%02u", packet, i);

  return id_of ("remark", name);
}

static void
make_plan (Home *home)
{
  g_autoptr (GError) error = NULL;
  WijkStore *store = wijk_library_begin_plan (home->library, PLAN, DEVICE_A, "Ada", &error);

  g_assert_no_error (error);
  write_many (store,
              "plan",
              PLAN,
              "kind",
              "wijkplan",
              PLAN,
              "title",
              "Wijkplan",
              PLAN,
              "keeper",
              DEVICE_A,
              SESSION,
              "title",
              "Buurthuis",
              NULL);
  g_assert_finalize_object (store);
  g_assert_true (wijk_library_publish_plan (home->library, PLAN, &error));
}

static char *
path_of (Home *home, guint packet)
{
  g_autofree char *name = g_strdup_printf ("p%u" WIJK_PACKET_SUFFIX, packet);

  return g_build_filename (home->library, name, NULL);
}

static void
make_packet (Home *home, guint n)
{
  g_autofree char *device = g_strdup_printf ("%08x", 0x100 + n);
  g_autofree char *path = path_of (home, n);
  g_autofree char *step_name = g_strdup_printf ("p%02u", n);
  const char *step = id_of ("step", step_name);
  g_autoptr (WijkPacket) packet =
      wijk_packet_new (WIJK_PACKET_BACK, PLAN, SESSION, device, "Bo", "tafel");
  g_autoptr (GBytes) bytes = NULL;
  guint at = 0;

  g_ptr_array_add (packet->steps, wijk_step_new (step, "Bo", 1, "", NULL));
  for (guint i = 0; i < N_REMARKS; i++)
    {
      g_autofree char *words = words_of (n, i);
      const char *const values[][2] = { { "text", words },
                                        { "session", SESSION },
                                        { "channel", "bijeenkomst" } };

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_autofree char *stamp = g_strdup_printf ("1795450000000-%05u-%s", at++, device);

          g_ptr_array_add (
              packet->changes,
              wijk_change_new (stamp, step, remark_of (n, i), values[j][0], values[j][1], ""));
        }
    }
  bytes = wijk_packet_write (packet, NULL);
  g_assert_true (g_file_set_contents (
      path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
}

static void
home_init (Home *home)
{
  home->library = make_folder ();
  home->data = g_test_build_filename (G_TEST_DIST, "..", "resources", NULL); /* the words */
  home->context = (WijkContext) { .library = home->library,
                                  .data = home->data,
                                  .device = DEVICE_A,
                                  .author = "Ada",
                                  .now = g_date_time_new_now_utc () };
  make_plan (home);
  for (guint i = 0; i < N_PACKETS; i++)
    make_packet (home, i);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_all (path);
      else
        g_unlink (path);
    }
  g_rmdir (folder);
}

static void
home_clear (Home *home)
{
  remove_all (home->library);
  g_free (home->library);
  g_free (home->data);
  g_date_time_unref (home->context.now);
}

/* ---- the laptop that is killed ---- */

static void
acknowledge (int to, char what, guint n)
{
  char line[16];
  int length = g_snprintf (line, sizeof line, "%c%03u\n", what, n);

  if (write (to, line, (size_t) length) != length)
    _exit (3);
}

static void
erase_first (Home *home, guint packet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WijkErasure) found = wijk_task_find_erasure (
      &home->context, PLAN, WIJK_ERASE_REMARK, remark_of (packet, 0), &error);
  g_autoptr (WijkErasure) done =
      found != NULL ? wijk_task_erase (&home->context, PLAN, found, &error) : NULL;

  if (done == NULL)
    g_error ("%s", error->message);
}

/* Takes in one packet after the other, some twice, and erases a remark of every second. */
static void
work (Home *home, guint from, int to)
{
  for (guint n = from; n < N_PACKETS; n++)
    {
      g_autoptr (WijkPacketTaker) taker = wijk_packet_taker_new (&home->context);

      if (home->is_early)
        acknowledge (to, 'P', n);
      for (guint again = 0; again <= n % 3; again++)
        {
          g_autofree char *path = path_of (home, n);
          g_autoptr (GFile) file = g_file_new_for_path (path);
          g_auto (WijkImported) imported = { 0 };

          g_autoptr (GError) error = NULL;

          if (!wijk_packet_taker_take (taker, file, NULL, NULL, &imported, &error))
            g_error ("%s", error->message);
        }
      acknowledge (to, 'P', n);
      g_clear_pointer (&taker, wijk_packet_taker_free);
      if (n % 2 == 0)
        {
          erase_first (home, n);
          acknowledge (to, 'E', n);
        }
    }
}

/* ---- what is left ---- */

typedef struct
{
  guint n_packets; /* acknowledged: all below are */
  gboolean erased[N_PACKETS];
} Seen;

static void
read_acknowledged (int from, Seen *seen)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  char piece[4096];
  ssize_t n;

  while ((n = read (from, piece, sizeof piece)) > 0)
    g_string_append_len (all, piece, n);
  lines = g_strsplit (all->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (strlen (lines[i]) == 4)
      {
        guint packet = (guint) g_ascii_strtoull (lines[i] + 1, NULL, 10);

        if (*lines[i] == 'P')
          seen->n_packets = packet + 1;
        else
          seen->erased[packet] = TRUE;
      }
}

static guint
count_remarks (WijkState *state, guint packet)
{
  guint n = 0;

  for (guint i = 0; i < N_REMARKS; i++)
    n += wijk_state_lookup (state, remark_of (packet, i)) != NULL;

  return n;
}

static void
check_packet (WijkState *state, guint packet, const Seen *seen)
{
  guint n = count_remarks (state, packet);

  g_assert_true (n == 0 || n == N_REMARKS); /* whole or not at all */
  if (packet < seen->n_packets)
    g_assert_cmpuint (n, ==, N_REMARKS);
  for (guint i = 0; n > 0 && i < N_REMARKS; i++)
    {
      WijkRemark *remark = WIJK_REMARK (wijk_state_lookup (state, remark_of (packet, i)));
      g_autofree char *words = words_of (packet, i);

      if (i == 0 && seen->erased[packet])
        g_assert_null (remark->text);
      else if (i > 0 || packet % 2 == 1)
        g_assert_cmpstr (remark->text, ==, words);
    }
}

static void
assert_absent (const char *folder, const char *words)
{
  static const char *const names[] = { "plan.db", "plan.db-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      if (g_file_get_contents (path, &bytes, &length, NULL))
        g_assert_null (memmem (bytes, length, words, strlen (words)));
    }
}

static void
check (Home *home, const Seen *seen)
{
  g_autofree char *folder = wijk_library_dup_plan_folder (home->library, PLAN);
  g_autoptr (GError) error = NULL;
  WijkStore *store = wijk_store_open (folder, DEVICE_A, "Ada", &error); /* scrubs what is left to */
  g_autoptr (WijkState) state = NULL;

  g_assert_no_error (error);
  state = wijk_load_state (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < N_PACKETS; i++)
    check_packet (state, i, seen);
  g_assert_finalize_object (store);
  assert_sound (folder);
  for (guint i = 0; i < seen->n_packets; i++)
    if (seen->erased[i])
      {
        g_autofree char *words = words_of (i, 0);

        assert_absent (folder, words);
      }
}

/* Lets the laptop work for a while and kills it. */
static void
kill_once (Home *home, Seen *seen)
{
  int ends[2];
  pid_t child;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      work (home, seen->n_packets, ends[1]);
      pause ();
      _exit (0);
    }
  close (ends[1]);
  g_usleep ((gulong) g_random_int_range (0, LONGEST));
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  read_acknowledged (ends[0], seen);
  close (ends[0]);
  check (home, seen);
}

/* One plan after another, until a kill falls between the word and the deed. */
static void
work_early (void)
{
  for (guint i = 0; i < N_EARLY; i++)
    {
      Home home;
      Seen seen = { 0 };

      home_init (&home);
      home.is_early = TRUE;
      while (seen.n_packets < N_PACKETS)
        kill_once (&home, &seen);
      home_clear (&home);
    }
}

/* What is acknowledged too early is found missing. */
static void
test_early (void)
{
  if (g_test_subprocess ())
    {
      work_early ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

static void
test_kills (void)
{
  const char *asked = g_getenv ("WIJK_KILLS");
  guint n_kills = asked != NULL ? (guint) atoi (asked) / 10 : N_KILLS;
  guint done = 0, n_packets = 0, n_erased = 0;

  while (done < n_kills)
    {
      Home home;
      Seen seen = { 0 };

      home_init (&home);
      home.is_early = FALSE;
      while (done < n_kills && seen.n_packets < N_PACKETS)
        {
          kill_once (&home, &seen);
          done++;
        }
      n_packets += seen.n_packets;
      for (guint i = 0; i < N_PACKETS; i++)
        n_erased += seen.erased[i];
      home_clear (&home);
    }
  g_test_message (
      "%u kills, %u packets and %u erasures acknowledged, nothing lost", done, n_packets, n_erased);
  g_assert_cmpuint (n_packets, >, 0);
  g_assert_cmpuint (n_erased, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/kill/packets/whole", test_kills);
  g_test_add_func ("/kill/packets/early", test_early);

  return g_test_run ();
}
