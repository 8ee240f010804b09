/* SPDX-License-Identifier: GPL-3.0-or-later */

/* These functions stand before those of the C library, for this program and the libraries it uses:
 * each asks the system itself, and notes what was asked if it lies below the folder that is
 * watched. Memory that is mapped is not seen; SQLite maps only what it does not keep. */

#undef _FILE_OFFSET_BITS /* both names of each function are defined here */

#include "config.h"

#include "record.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAX_FD 1024

static char *watched; /* NULL: nothing */
static GPtrArray *records;
static guint n_files;
static guint file_of[MAX_FD]; /* 0: none of ours */
static char *folder_of[MAX_FD];
static GHashTable *files; /* path -> file */

void
record_free (Record *self)
{
  g_free (self->path);
  g_free (self->path2);
  g_free (self->data);
  g_free (self);
}

static gboolean
is_ours (const char *path)
{
  gsize length = watched != NULL ? strlen (watched) : 0;

  return length > 0 && path != NULL && strncmp (path, watched, length) == 0 &&
         (path[length] == '/' || path[length] == '\0') && !g_str_has_suffix (path, "-shm");
}

static Record *
note (RecordType type, guint file, gint64 offset, const char *path, const char *path2)
{
  Record *record = g_new0 (Record, 1);

  record->type = type;
  record->file = file;
  record->offset = offset;
  record->path = g_strdup (path != NULL ? path + strlen (watched) : "");
  record->path2 = g_strdup (path2 != NULL ? path2 + strlen (watched) : "");
  g_ptr_array_add (records, record);

  return record;
}

static void
note_data (RecordType type, guint file, gint64 offset, const void *data, gsize length)
{
  Record *record = note (type, file, offset, NULL, NULL);

  record->data = g_memdup2 (data, length);
  record->length = length;
}

void
record_begin (const char *root)
{
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
  files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  watched = g_strdup (root);
}

void
record_mark (const char *data)
{
  if (watched != NULL)
    note_data (RECORD_MARK, 0, 0, data, strlen (data) + 1);
}

GPtrArray *
record_end (void)
{
  g_clear_pointer (&watched, g_free);
  g_clear_pointer (&files, g_hash_table_unref);

  return g_steal_pointer (&records);
}

/* ---- opening ---- */

static int
opened (int fd, const char *path, int flags, gboolean was_there, gint64 size)
{
  int code = errno;
  struct stat about;
  gpointer known;

  if (fd < 0 || fd >= MAX_FD || !is_ours (path))
    return fd;
  file_of[fd] = 0;
  g_clear_pointer (&folder_of[fd], g_free);
  if (fstat (fd, &about) == 0 && S_ISDIR (about.st_mode))
    {
      folder_of[fd] = g_strdup (path);
      errno = code;
      return fd;
    }
  if (!was_there || !g_hash_table_lookup_extended (files, path, NULL, &known))
    {
      known = GUINT_TO_POINTER (++n_files);
      g_hash_table_insert (files, g_strdup (path), known);
      note (RECORD_CREATE, n_files, 0, path, NULL);
    }
  file_of[fd] = GPOINTER_TO_UINT (known);
  if ((flags & O_TRUNC) != 0 && size > 0)
    note (RECORD_TRUNCATE, file_of[fd], 0, NULL, NULL);
  errno = code;

  return fd;
}

static int
do_open (int dir, const char *path, int flags, mode_t mode)
{
  struct stat about;
  gboolean was_there = is_ours (path) && stat (path, &about) == 0;
  int fd = (int) syscall (SYS_openat, dir, path, flags, mode);

  return opened (fd, path, flags, was_there, was_there ? about.st_size : 0);
}

#define MODE_OF(flags)                                                                             \
  mode_t mode = 0;                                                                                 \
                                                                                                   \
  if (((flags) & (O_CREAT | __O_TMPFILE)) != 0)                                                    \
    {                                                                                              \
      va_list rest;                                                                                \
                                                                                                   \
      va_start (rest, flags);                                                                      \
      mode = va_arg (rest, mode_t);                                                                \
      va_end (rest);                                                                               \
    }

int
open (const char *path, int flags, ...)
{
  MODE_OF (flags)

  return do_open (AT_FDCWD, path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  MODE_OF (flags)

  return do_open (AT_FDCWD, path, flags, mode);
}

int
openat (int dir, const char *path, int flags, ...)
{
  MODE_OF (flags)

  return do_open (dir, path, flags, mode);
}

int
openat64 (int dir, const char *path, int flags, ...)
{
  MODE_OF (flags)

  return do_open (dir, path, flags, mode);
}

int
creat (const char *path, mode_t mode)
{
  return do_open (AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int
close (int fd)
{
  if (fd >= 0 && fd < MAX_FD)
    {
      file_of[fd] = 0;
      g_clear_pointer (&folder_of[fd], g_free);
    }

  return (int) syscall (SYS_close, fd);
}

static guint
file_at (int fd)
{
  return watched != NULL && fd >= 0 && fd < MAX_FD ? file_of[fd] : 0;
}

/* ---- writing ---- */

ssize_t
pwrite (int fd, const void *data, size_t n, off_t at)
{
  ssize_t done = syscall (SYS_pwrite64, fd, data, n, at);

  if (done > 0 && file_at (fd) != 0)
    note_data (RECORD_WRITE, file_at (fd), at, data, (gsize) done);

  return done;
}

ssize_t
pwrite64 (int fd, const void *data, size_t n, off64_t at)
{
  return pwrite (fd, data, n, at);
}

ssize_t
write (int fd, const void *data, size_t n)
{
  ssize_t done = syscall (SYS_write, fd, data, n);

  if (done > 0 && file_at (fd) != 0) /* asked afterwards, which is right for O_APPEND too */
    note_data (RECORD_WRITE,
               file_at (fd),
               syscall (SYS_lseek, fd, 0, SEEK_CUR) - done,
               data,
               (gsize) done);

  return done;
}

ssize_t
writev (int fd, const struct iovec *parts, int n)
{
  ssize_t all = 0;

  for (int i = 0; i < n; i++)
    {
      ssize_t done = write (fd, parts[i].iov_base, parts[i].iov_len);

      if (done < 0)
        return all > 0 ? all : done;
      all += done;
      if ((size_t) done < parts[i].iov_len)
        break;
    }

  return all;
}

int
ftruncate (int fd, off_t size)
{
  int code = (int) syscall (SYS_ftruncate, fd, size);

  if (code == 0 && file_at (fd) != 0)
    note (RECORD_TRUNCATE, file_at (fd), size, NULL, NULL);

  return code;
}

int
ftruncate64 (int fd, off64_t size)
{
  return ftruncate (fd, size);
}

/* What would need to be followed is said not to be possible, which every caller can do without. */
int
fallocate (int fd, int mode, off_t at, off_t n)
{
  errno = EOPNOTSUPP;

  return -1;
}

int
fallocate64 (int fd, int mode, off64_t at, off64_t n)
{
  return fallocate (fd, mode, at, n);
}

ssize_t
copy_file_range (int in, off64_t *in_at, int out, off64_t *out_at, size_t n, unsigned int flags)
{
  errno = ENOSYS;

  return -1;
}

/* ---- syncing ---- */

static void
note_sync (int fd)
{
  if (file_at (fd) != 0)
    note (RECORD_SYNC, file_at (fd), 0, NULL, NULL);
  else if (watched != NULL && fd >= 0 && fd < MAX_FD && folder_of[fd] != NULL)
    note (RECORD_SYNC_DIR, 0, 0, folder_of[fd], NULL);
}

int
fsync (int fd)
{
  int code = (int) syscall (SYS_fsync, fd);

  if (code == 0)
    note_sync (fd);

  return code;
}

int
fdatasync (int fd)
{
  int code = (int) syscall (SYS_fdatasync, fd);

  if (code == 0)
    note_sync (fd);

  return code;
}

/* ---- names ---- */

static char *
dup_key (const char *key, gpointer unused)
{
  return g_strdup (key);
}

static void
move_files (const char *from, const char *to)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (files);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  gsize length = strlen (from);

  g_ptr_array_extend (paths, keys, (GCopyFunc) dup_key, NULL); /* the keys may go meanwhile */
  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = paths->pdata[i];
      gpointer file;

      if (strncmp (path, from, length) != 0 || (path[length] != '\0' && path[length] != '/') ||
          !g_hash_table_lookup_extended (files, path, NULL, &file))
        continue;
      g_hash_table_remove (files, path);
      g_hash_table_replace (files, g_strconcat (to, path + length, NULL), file);
    }
}

int
rename (const char *from, const char *to)
{
  int code = (int) syscall (SYS_renameat, AT_FDCWD, from, AT_FDCWD, to);

  if (code == 0 && is_ours (from))
    {
      move_files (from, to);
      note (RECORD_RENAME, 0, 0, from, to);
    }

  return code;
}

int
unlink (const char *path)
{
  int code = (int) syscall (SYS_unlinkat, AT_FDCWD, path, 0);

  if (code == 0 && is_ours (path))
    {
      g_hash_table_remove (files, path);
      note (RECORD_UNLINK, 0, 0, path, NULL);
    }

  return code;
}

int
rmdir (const char *path)
{
  int code = (int) syscall (SYS_unlinkat, AT_FDCWD, path, AT_REMOVEDIR);

  if (code == 0 && is_ours (path))
    note (RECORD_UNLINK, 0, 0, path, NULL);

  return code;
}

int
remove (const char *path)
{
  struct stat about;

  return lstat (path, &about) == 0 && S_ISDIR (about.st_mode) ? rmdir (path) : unlink (path);
}

int
mkdir (const char *path, mode_t mode)
{
  int code = (int) syscall (SYS_mkdirat, AT_FDCWD, path, mode);

  if (code == 0 && is_ours (path))
    note (RECORD_MKDIR, 0, 0, path, NULL);

  return code;
}

/* ---- through a file ---- */

void
record_save (GPtrArray *all, int fd)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      Record *record = all->pdata[i];

      g_byte_array_append (bytes, (const guint8 *) record, sizeof *record);
      g_byte_array_append (bytes, (const guint8 *) record->path, (guint) strlen (record->path) + 1);
      g_byte_array_append (
          bytes, (const guint8 *) record->path2, (guint) strlen (record->path2) + 1);
      g_byte_array_append (bytes, (const guint8 *) record->data, (guint) record->length);
    }
  for (gsize done = 0; done < bytes->len;)
    {
      gssize n = write (fd, bytes->data + done, bytes->len - done);

      g_assert_cmpint (n, >, 0);
      done += (gsize) n;
    }
}

GPtrArray *
record_load (int fd)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  static guint8 piece[65536];
  gssize n;
  gsize at = 0;

  while ((n = read (fd, piece, sizeof piece)) > 0)
    g_byte_array_append (bytes, piece, (guint) n);
  while (at < bytes->len)
    {
      Record *record = g_memdup2 (bytes->data + at, sizeof *record);

      at += sizeof *record;
      record->path = g_strdup ((const char *) bytes->data + at);
      at += strlen (record->path) + 1;
      record->path2 = g_strdup ((const char *) bytes->data + at);
      at += strlen (record->path2) + 1;
      record->data = g_memdup2 (bytes->data + at, record->length);
      at += record->length;
      g_ptr_array_add (all, record);
    }

  return all;
}
