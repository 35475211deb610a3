// SPDX-License-Identifier: GPL-3.0-or-later
/* Files that appear whole or not at all, and where the program's own data lies. A power cut between
 * write and rename leaves the old file; one after the rename the new: hence the flush of the file
 * before, and of its folder after. */

#define G_LOG_DOMAIN "bv-base"

#include "base/bv-file.h"

#include "bv-paths.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _BvFileWriter
{
  /* Owned */
  char *path;
  char *temporary;
  int fd;
};

static void
set_error (GError **error, const char *path, int code)
{
  g_autofree char *name = g_filename_display_name (path);

  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 /* Translators: %s is a file. */
                 _ ("The disk is full: “%s” was not written. Free some space and try again."),
                 name);
  else if (code == EACCES || code == EROFS || code == EPERM)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                 _ ("“%s” cannot be written there. Choose another folder."), name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 _ ("“%s” cannot be written: its folder does not exist."), name);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 /* Translators: a file, and what the system says. */
                 _ ("“%s” could not be written: %s"), name, g_strerror (code));
}

/* The permissions of the file that is replaced, or those that a new file would get. */
static mode_t
wanted_mode (const char *path)
{
  struct stat status;

  if (stat (path, &status) == 0)
    return status.st_mode & 0777;
  mode_t mask = umask (0);
  umask (mask);
  return 0666 & ~mask;
}

/* An office's file, or the file beside it that holds its newest acts: no document may take its place. */
static gboolean
holds_records (const char *path)
{
  static const char *const begins[] = { "SQLite format 3", "\x37\x7f\x06\x82", "\x37\x7f\x06\x83" };
  char head[16] = "";
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  ssize_t n = fd >= 0 ? read (fd, head, sizeof head) : 0;

  if (fd >= 0)
    close (fd);
  for (guint i = 0; i < G_N_ELEMENTS (begins); i++)
    if (n >= (ssize_t) strlen (begins[i]) && memcmp (head, begins[i], strlen (begins[i])) == 0)
      return TRUE;
  return FALSE;
}

BvFileWriter *
bv_file_writer_new (const char *path, GError **error)
{
  /* A link stays a link: what it points to is replaced. */
  char *resolved = realpath (path, NULL);
  g_autofree char *target = g_strdup (resolved != NULL ? resolved : path);
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *name = g_path_get_basename (target);

  free (resolved);
  if (g_file_test (target, G_FILE_TEST_IS_DIR))
    {
      set_error (error, path, EISDIR);
      return NULL;
    }
  if (holds_records (target))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   /* Translators: %s is a file. */
                   _ ("“%s” holds an office’s records and is not replaced. Choose another name."),
                   shown);
      return NULL;
    }
  g_autofree char *pattern = g_strdup_printf ("%s/.%.200s.XXXXXX", folder, name);
  int fd = g_mkstemp_full (pattern, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_error (error, path, errno);
      return NULL;
    }

  BvFileWriter *self = g_new0 (BvFileWriter, 1);
  self->path = g_steal_pointer (&target);
  self->temporary = g_steal_pointer (&pattern);
  self->fd = fd;
  return self;
}

gboolean
bv_file_writer_write (BvFileWriter *self, const void *data, gsize length, GError **error)
{
  const char *p = data;

  while (length > 0)
    {
      ssize_t n = write (self->fd, p, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          set_error (error, self->path, n < 0 ? errno : ENOSPC);
          return FALSE;
        }
      p += n;
      length -= (gsize) n;
    }
  return TRUE;
}

const char *
bv_file_writer_get_temporary_path (BvFileWriter *self)
{
  return self->temporary;
}

/* Some file systems cannot flush a folder and say so; that is no failure to write. */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  if (fsync (fd) != 0)
    g_debug ("cannot flush the folder %s: %s", folder, g_strerror (errno));
  close (fd);
}

gboolean
bv_file_writer_commit (BvFileWriter *self, GError **error)
{
  /* Opened anew: a library may have put another file under the temporary name. */
  int fd = open (self->temporary, O_RDWR | O_CLOEXEC);
  int code = 0;

  if (fd < 0 || fchmod (fd, wanted_mode (self->path)) != 0 || fsync (fd) != 0)
    code = errno;
  if (fd >= 0 && close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && g_rename (self->temporary, self->path) != 0)
    code = errno;
  if (code != 0)
    {
      set_error (error, self->path, code);
      return FALSE;
    }
  g_clear_pointer (&self->temporary, g_free);
  flush_folder (self->path);
  return TRUE;
}

void
bv_file_writer_free (BvFileWriter *self)
{
  if (self == NULL)
    return;
  close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->path);
  g_free (self);
}

gboolean
bv_file_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (BvFileWriter) writer = bv_file_writer_new (path, error);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  return writer != NULL && bv_file_writer_write (writer, data, length, error)
         && bv_file_writer_commit (writer, error);
}

char *
bv_data_path (const char *relative)
{
  const char *chosen = g_getenv ("BV_DATA_DIR");
  const char *const places[] = { BV_DATA_DIR, BV_SOURCE_DATA_DIR };

  if (chosen != NULL)
    {
      g_autofree char *path = g_build_filename (chosen, relative, NULL);

      return g_file_test (path, G_FILE_TEST_EXISTS) ? g_steal_pointer (&path) : NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (places[i], relative, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
  return NULL;
}
