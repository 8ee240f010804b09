/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-slots.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define N_PIXEL_SLOTS (WIJK_N_SLOTS - 1)

static void
test_take_and_lend (void)
{
  g_autoptr (WijkSlots) slots = wijk_slots_new (NULL);
  GBytes *bytes;

  for (guint i = 0; i < N_PIXEL_SLOTS; i++)
    g_assert_cmpint (wijk_slots_take (slots), ==, i);
  g_assert_cmpint (wijk_slots_take (slots), ==, -1);

  bytes = wijk_slots_lend (slots, 7, 1000);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 1000);
  g_assert_cmpint (wijk_slots_take (slots), ==, -1);
  g_bytes_unref (bytes);
  g_assert_cmpint (wijk_slots_take (slots), ==, 7);

  for (guint i = 0; i < N_PIXEL_SLOTS; i++)
    wijk_slots_give_back (slots, i);
}

/* Nobody who holds it can make it smaller or larger, or say otherwise. */
static void
test_sealed (void)
{
  g_autoptr (WijkSlots) slots = wijk_slots_new (NULL);
  const int fd = wijk_slots_get_fd (slots);
  struct stat info;

  g_assert_cmpint (ftruncate (fd, 4096), ==, -1);
  g_assert_cmpint (ftruncate (fd, (off_t) WIJK_MEMORY_SIZE * 2), ==, -1);
  g_assert_cmpint (fcntl (fd, F_ADD_SEALS, F_SEAL_WRITE), ==, -1);
  g_assert_cmpint (fcntl (fd, F_GETFD), ==, FD_CLOEXEC);
  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_assert_cmpint (info.st_size, ==, WIJK_MEMORY_SIZE);
}

static guint64
get_memory_in_use (WijkSlots *slots)
{
  struct stat info;

  g_assert_cmpint (fstat (wijk_slots_get_fd (slots), &info), ==, 0);
  return (guint64) info.st_blocks * 512;
}

/* What was written to a slot is handed back when it comes free, but for the first four. */
static void
test_memory_is_handed_back (void)
{
  g_autoptr (WijkSlots) slots = wijk_slots_new (NULL);
  guint8 *memory = mmap (
      NULL, WIJK_MEMORY_SIZE, PROT_READ | PROT_WRITE, MAP_SHARED, wijk_slots_get_fd (slots), 0);

  g_assert_cmpuint (get_memory_in_use (slots), ==, 0);
  for (guint i = 0; i < N_PIXEL_SLOTS; i++)
    {
      g_assert_cmpint (wijk_slots_take (slots), ==, i);
      for (gsize at = 0; at < WIJK_SLOT_SIZE; at += 4096)
        memory[(gsize) i * WIJK_SLOT_SIZE + at] = 1;
    }
  g_assert_cmpuint (get_memory_in_use (slots), ==, (guint64) N_PIXEL_SLOTS * WIJK_SLOT_SIZE);

  for (guint i = 0; i < N_PIXEL_SLOTS; i++)
    wijk_slots_give_back (slots, i);
  g_assert_cmpuint (get_memory_in_use (slots), ==, 4ull * WIJK_SLOT_SIZE);
  munmap (memory, WIJK_MEMORY_SIZE);
}

/* Bytes may outlive everything else, and be freed anywhere. */
static void
test_bytes_outlive_the_rest (void)
{
  WijkSlots *slots = wijk_slots_new (NULL);
  const int slot = wijk_slots_take (slots);
  GBytes *bytes = wijk_slots_lend (slots, (guint) slot, WIJK_SLOT_SIZE);

  wijk_slots_unref (slots);
  g_assert_cmpint (((const guint8 *) g_bytes_get_data (bytes, NULL))[WIJK_SLOT_SIZE - 1], ==, 0);
  g_thread_join (g_thread_new ("free", (GThreadFunc) (void (*) (void)) g_bytes_unref, bytes));
}

static gboolean
count_cb (gpointer user_data)
{
  (*(guint *) user_data)++;
  return G_SOURCE_REMOVE;
}

static void
wake (WijkSlots *slots, guint *n_woken)
{
  GSource *source = g_idle_source_new ();

  g_source_set_callback (source, count_cb, n_woken, NULL);
  wijk_slots_wake (slots, source, g_main_context_default ());
}

static void
iterate (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
test_wake (void)
{
  g_autoptr (WijkSlots) slots = wijk_slots_new (NULL);
  guint n_woken = 0;

  wake (slots, &n_woken); /* there are free ones: at once */
  iterate ();
  g_assert_cmpuint (n_woken, ==, 1);

  while (wijk_slots_take (slots) >= 0)
    ;
  wake (slots, &n_woken);
  iterate ();
  g_assert_cmpuint (n_woken, ==, 1);
  wijk_slots_give_back (slots, 3);
  wijk_slots_give_back (slots, 4); /* once is enough */
  iterate ();
  g_assert_cmpuint (n_woken, ==, 2);

  g_assert_cmpint (wijk_slots_take (slots), ==, 3);
  g_assert_cmpint (wijk_slots_take (slots), ==, 4);
  wake (slots, &n_woken);
  wijk_slots_wake (slots, NULL, NULL); /* no longer wanted */
  wijk_slots_give_back (slots, 5);
  iterate ();
  g_assert_cmpuint (n_woken, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/source/slots/take-and-lend", test_take_and_lend);
  g_test_add_func ("/source/slots/sealed", test_sealed);
  g_test_add_func ("/source/slots/memory", test_memory_is_handed_back);
  g_test_add_func ("/source/slots/outlive", test_bytes_outlive_the_rest);
  g_test_add_func ("/source/slots/wake", test_wake);

  return g_test_run ();
}
