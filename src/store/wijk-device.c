/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-device.h"

#include <sys/random.h>

#include "wijk-id.h"
#include "wijk-library.h"

#define GROUP "device"

/* A hash, because the machine's own id is not to be spread. */
static char *
machine_hash (void)
{
  static const char *const paths[] = { "/etc/machine-id", "/var/lib/dbus/machine-id" };
  g_autofree char *text = NULL;
  g_autofree char *salted = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (paths) && text == NULL; i++)
    g_file_get_contents (paths[i], &text, NULL, NULL);
  if (text == NULL || *g_strstrip (text) == '\0')
    g_set_str (&text, g_get_host_name ());
  salted = g_strconcat ("wijkplan ", text, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
}

static char *
new_device_id (void)
{
  guint32 number;

  do
    if (getrandom (&number, sizeof number, 0) != sizeof number)
      number = g_random_int ();
  while (number == 0);

  return g_strdup_printf ("%08x", number);
}

static gboolean
save (const WijkDevice *self, const char *library, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_build_filename (library, "device", NULL);
  g_autofree char *machine = machine_hash ();
  g_autofree char *text = NULL;
  gsize length;

  g_key_file_set_string (file, GROUP, "id", self->id);
  g_key_file_set_string (file, GROUP, "author", self->author);
  g_key_file_set_string (file, GROUP, "machine", machine);
  text = g_key_file_to_data (file, &length, NULL);

  return g_file_set_contents_full (path,
                                   text,
                                   (gssize) length,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600,
                                   error);
}

WijkDevice *
wijk_device_load (const char *library, GError **error)
{
  g_autoptr (WijkDevice) self = g_new0 (WijkDevice, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = g_build_filename (library, "device", NULL);
  g_autofree char *machine = machine_hash ();
  g_autofree char *known = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    {
      self->id = g_key_file_get_string (file, GROUP, "id", NULL);
      self->author = g_key_file_get_string (file, GROUP, "author", NULL);
      known = g_key_file_get_string (file, GROUP, "machine", NULL);
    }
  if (self->author == NULL)
    self->author = g_strdup ("");
  if (wijk_is_hex (self->id, 8) && g_strcmp0 (known, machine) == 0)
    return g_steal_pointer (&self);

  g_free (self->id);
  self->id = new_device_id ();
  if (!wijk_library_make_folder (library, error) || !save (self, library, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
wijk_device_set_author (WijkDevice *self, const char *library, const char *author, GError **error)
{
  g_set_str (&self->author, author);

  return save (self, library, error);
}

WijkDevice *
wijk_device_copy (const WijkDevice *self)
{
  WijkDevice *copy = g_new0 (WijkDevice, 1);

  copy->id = g_strdup (self->id);
  copy->author = g_strdup (self->author);

  return copy;
}

void
wijk_device_free (WijkDevice *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->author);
  g_free (self);
}
