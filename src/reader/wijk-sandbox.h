/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Locks this process down for good, before the first byte of a PDF is parsed: no new privileges, a
 * limit on memory, files and cores, only fonts and shared data to be read (by Landlock, where the
 * kernel has it), and only the system calls of wijk-syscall-filter.h. What is open stays open.
 * FALSE, with errno set: a lock that every kernel has did not close, and nothing may be parsed. */
gboolean wijk_sandbox_enter (void);
