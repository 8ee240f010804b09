/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* This laptop and who works on it: `device` in the library's folder. A home that was copied to
 * another machine gets a new id, so that two laptops never give the same stamp. */
typedef struct
{
  char *id;     /* eight hexadecimal digits */
  char *author; /* as given in the preferences; may be "" */
} WijkDevice;

/* Reads the device, or makes it. @library: the folder of wijk_library_get_default_folder(). */
WijkDevice *wijk_device_load (const char *library, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps another author. */
gboolean
wijk_device_set_author (WijkDevice *self, const char *library, const char *author, GError **error);

WijkDevice *wijk_device_copy (const WijkDevice *self) G_GNUC_WARN_UNUSED_RESULT;
void wijk_device_free (WijkDevice *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WijkDevice, wijk_device_free)

G_END_DECLS
