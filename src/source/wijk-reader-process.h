/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One running reader: a process, the socket to it and the memory shared with it. */

#pragma once

#include "wijk-protocol.h"
#include "wijk-slots.h"

typedef struct _WijkReaderProcess WijkReaderProcess;

/* Starts the program at @path. @slots is the memory to share, or NULL for a new one. Fails with
 * G_IO_ERROR_FAILED. */
WijkReaderProcess *wijk_reader_process_spawn (const char *path, WijkSlots *slots, GError **error);

/* Ends the process, whatever it is doing, and frees it. */
void wijk_reader_process_end (WijkReaderProcess *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkReaderProcess, wijk_reader_process_end)

WijkSlots *wijk_reader_process_get_slots (WijkReaderProcess *self);

/* Does not block; readable when there is an answer or the process is gone. */
int wijk_reader_process_get_socket (WijkReaderProcess *self);

/* @fd goes along with a request to open, and is -1 otherwise. FALSE: the process is gone. */
gboolean wijk_reader_process_send (WijkReaderProcess *self, const WijkRequest *request, int fd);
