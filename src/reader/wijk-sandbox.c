/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "wijk-sandbox.h"

#include "wijk-syscall-filter.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MEMORY_LIMIT (1024ul * 1024 * 1024)
#define DESCRIPTOR_LIMIT 64

/* What may be read: the C library's and Poppler's data, fonts, and where a Flatpak has them. */
static const char *const shared_data[] = {
  "/usr",
  "/etc/fonts",
  "/var/cache/fontconfig",
  "/app/share/poppler",
  "/app/share/fonts",
  "/run/host/font-dirs.xml",
  "/run/host/fonts",
  "/run/host/fonts-cache",
  "/run/host/local-fonts",
  "/run/host/user-fonts",
  "/run/host/user-fonts-cache",
};

static gboolean
set_limit (int resource, rlim_t value)
{
  struct rlimit limit = { value, value };

  return setrlimit (resource, &limit) == 0;
}

static gboolean
set_limits (void)
{
#ifndef __SANITIZE_ADDRESS__ /* its shadow alone takes terabytes of address space */
  if (!set_limit (RLIMIT_AS, MEMORY_LIMIT))
    return FALSE;
#endif
  return set_limit (RLIMIT_CORE, 0) && set_limit (RLIMIT_FSIZE, 0) &&
         set_limit (RLIMIT_NOFILE, DESCRIPTOR_LIMIT);
}

static void
allow_reading (int ruleset, const char *path)
{
  struct landlock_path_beneath_attr rule = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE,
    .parent_fd = open (path, O_PATH | O_CLOEXEC),
  };
  struct stat info;

  if (rule.parent_fd < 0)
    return; /* not on this machine */

  if (fstat (rule.parent_fd, &info) == 0 && S_ISDIR (info.st_mode))
    rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  syscall (SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close (rule.parent_fd);
}

static void
allow_reading_fonts_of_user (int ruleset)
{
  g_autofree char *data = g_build_filename (g_get_user_data_dir (), "fonts", NULL);
  g_autofree char *old = g_build_filename (g_get_home_dir (), ".fonts", NULL);
  g_autofree char *cache = g_build_filename (g_get_user_cache_dir (), "fontconfig", NULL);
  g_autofree char *settings = g_build_filename (g_get_user_config_dir (), "fontconfig", NULL);

  allow_reading (ruleset, data);
  allow_reading (ruleset, old);
  allow_reading (ruleset, cache);
  allow_reading (ruleset, settings);
}

/* Every right that the kernel's version of Landlock knows is taken away; a kernel takes a larger
 * structure than its own as long as what it does not know is 0. */
static struct landlock_ruleset_attr
rights_to_take (long version)
{
  struct landlock_ruleset_attr rights = { 0 };

  rights.handled_access_fs = LANDLOCK_ACCESS_FS_REFER - 1;
  if (version >= 2)
    rights.handled_access_fs |= LANDLOCK_ACCESS_FS_REFER;
  if (version >= 3)
    rights.handled_access_fs |= LANDLOCK_ACCESS_FS_TRUNCATE;
  if (version >= 4)
    rights.handled_access_net = LANDLOCK_ACCESS_NET_BIND_TCP | LANDLOCK_ACCESS_NET_CONNECT_TCP;
  if (version >= 5)
    rights.handled_access_fs |= LANDLOCK_ACCESS_FS_IOCTL_DEV;
  if (version >= 6)
    rights.scoped = LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET | LANDLOCK_SCOPE_SIGNAL;

  return rights;
}

static gboolean
restrict_files (void)
{
  const long version =
      syscall (SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  struct landlock_ruleset_attr rights;
  gboolean is_done;
  int ruleset;

  if (version < 1)
    return TRUE; /* a kernel without it; the filter of system calls remains */

  rights = rights_to_take (version);
  ruleset = (int) syscall (SYS_landlock_create_ruleset, &rights, sizeof rights, 0);
  if (ruleset < 0)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (shared_data); i++)
    allow_reading (ruleset, shared_data[i]);
  allow_reading_fonts_of_user (ruleset);

  is_done = syscall (SYS_landlock_restrict_self, ruleset, 0) == 0;
  close (ruleset);
  return is_done;
}

gboolean
wijk_sandbox_enter (void)
{
  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && set_limits () && restrict_files () &&
         wijk_syscall_filter_install ();
}
