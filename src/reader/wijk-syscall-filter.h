/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Leaves this process only the system calls that reading and drawing a PDF needs; every other one
 * fails with ENOSYS or EPERM from now on. Nothing can be opened for writing, started, connected or
 * made executable. FALSE, with errno set: the kernel did not take the filter. Cannot be undone. */
gboolean wijk_syscall_filter_install (void);
