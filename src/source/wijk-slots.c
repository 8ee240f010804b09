/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-slots.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <sys/mman.h>
#include <unistd.h>

/* These keep their memory when they come free, as the next page will want it; the others hand it
 * back. */
#define N_WARM_SLOTS 4u

#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008u
#endif

struct _WijkSlots
{
  gatomicrefcount ref_count;
  int fd;
  guint8 *memory;

  GMutex mutex; /* what follows */
  gboolean is_taken[WIJK_N_SLOTS];
  GSource *waker;
  GMainContext *waker_context;
};

typedef struct
{
  WijkSlots *slots;
  guint slot;
} Loan;

static int
make_memory (void)
{
  const unsigned int flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
  int fd = memfd_create ("wijkplan-pages", flags | MFD_NOEXEC_SEAL);

  if (fd < 0 && errno == EINVAL) /* a kernel before 6.3 */
    fd = memfd_create ("wijkplan-pages", flags);
  if (fd < 0)
    return -1;

  if (ftruncate (fd, (off_t) WIJK_MEMORY_SIZE) == 0 &&
      fcntl (fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0)
    return fd;

  close (fd);
  return -1;
}

WijkSlots *
wijk_slots_new (GError **error)
{
  const int fd = make_memory ();
  void *memory = fd >= 0 ? mmap (NULL, WIJK_MEMORY_SIZE, PROT_READ, MAP_SHARED, fd, 0) : MAP_FAILED;
  WijkSlots *self;

  if (memory == MAP_FAILED)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_FAILED,
                   _ ("There is not enough memory to read PDFs: %s"),
                   g_strerror (errno));
      if (fd >= 0)
        close (fd);
      return NULL;
    }

  self = g_new0 (WijkSlots, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->fd = fd;
  self->memory = memory;
  self->is_taken[WIJK_WORDS_SLOT] = TRUE;
  return self;
}

WijkSlots *
wijk_slots_ref (WijkSlots *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wijk_slots_unref (WijkSlots *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  wijk_slots_wake (self, NULL, NULL);
  munmap (self->memory, WIJK_MEMORY_SIZE);
  close (self->fd);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

int
wijk_slots_get_fd (WijkSlots *self)
{
  return self->fd;
}

int
wijk_slots_take (WijkSlots *self)
{
  int slot = -1;

  g_mutex_lock (&self->mutex);
  for (guint i = 0; i < WIJK_N_SLOTS && slot < 0; i++)
    if (!self->is_taken[i])
      {
        self->is_taken[i] = TRUE;
        slot = (int) i;
      }
  g_mutex_unlock (&self->mutex);

  return slot;
}

/* Called with the lock held. */
static void
attach_waker (WijkSlots *self)
{
  if (self->waker != NULL)
    g_source_attach (self->waker, self->waker_context);
  g_clear_pointer (&self->waker, g_source_unref);
  g_clear_pointer (&self->waker_context, g_main_context_unref);
}

void
wijk_slots_give_back (WijkSlots *self, guint slot)
{
  g_return_if_fail (slot < WIJK_WORDS_SLOT);

  if (slot >= N_WARM_SLOTS)
    fallocate (self->fd,
               FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
               (off_t) slot * WIJK_SLOT_SIZE,
               WIJK_SLOT_SIZE);

  g_mutex_lock (&self->mutex);
  self->is_taken[slot] = FALSE;
  attach_waker (self);
  g_mutex_unlock (&self->mutex);
}

const guint8 *
wijk_slots_peek (WijkSlots *self, guint slot)
{
  g_return_val_if_fail (slot < WIJK_N_SLOTS, NULL);

  return self->memory + (gsize) slot * WIJK_SLOT_SIZE;
}

static void
end_loan (gpointer data)
{
  Loan *loan = data;

  wijk_slots_give_back (loan->slots, loan->slot);
  wijk_slots_unref (loan->slots);
  g_free (loan);
}

GBytes *
wijk_slots_lend (WijkSlots *self, guint slot, gsize size)
{
  Loan *loan = g_new (Loan, 1);

  *loan = (Loan) { wijk_slots_ref (self), slot };
  return g_bytes_new_with_free_func (wijk_slots_peek (self, slot), size, end_loan, loan);
}

void
wijk_slots_wake (WijkSlots *self, GSource *source, GMainContext *context)
{
  gboolean is_any_free = FALSE;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->waker, g_source_unref);
  g_clear_pointer (&self->waker_context, g_main_context_unref);
  if (source != NULL)
    {
      self->waker = source;
      self->waker_context = g_main_context_ref (context);
      for (guint i = 0; i < WIJK_N_SLOTS; i++)
        is_any_free = is_any_free || !self->is_taken[i];
      if (is_any_free)
        attach_waker (self);
    }
  g_mutex_unlock (&self->mutex);
}
