// SPDX-License-Identifier: GPL-3.0-or-later
/* The open sequence: whose file it is, whether it can be written, its settings, its migration. Nothing
 * is written before the file has been recognised as ours and as not newer than this program. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-open.h"

#include "base/bv-error.h"
#include "store/bv-backup.h"
#include "store/bv-migrate.h"
#include "store/bv-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The head of an SQLite file (sqlite.org/fileformat2.html, 1.3); numbers are big-endian. */
#define HEAD_SIZE 100
#define HEAD_PAGE_SIZE 16
#define HEAD_CHANGES 24
#define HEAD_PAGES 28
#define HEAD_USER_VERSION 60
#define HEAD_APPLICATION_ID 68
#define HEAD_CHANGES_OF_PAGES 92

static guint32
head_number (const guint8 *head, gsize offset)
{
  guint32 value;

  memcpy (&value, head + offset, sizeof value);
  return GUINT32_FROM_BE (value);
}

static gboolean
refuse_newer (const char *name, guint32 schema, GError **error)
{
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_NEWER_SCHEMA,
    _ ("“%s” was written by a newer version of this program (form %u, this version knows %d); "
       "update the program, then open it again. The file was not touched."),
    name, schema, BV_STORE_SCHEMA);
  return FALSE;
}

static gboolean
refuse_foreign (const char *name, GError **error)
{
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_FOREIGN_FILE,
    _ ("“%s” belongs to another program; choose a file that ends in .bangvang. The file was "
       "not touched."),
    name);
  return FALSE;
}

static gboolean
refuse_damaged (const char *name, GError **error)
{
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT,
    _ ("“%s” is damaged or cut short; restore the newest backup. The file was not touched."), name);
  return FALSE;
}

/* An unfinished copy from the WAL into the file may leave the file shorter than its head says; then
 * the WAL still holds what is missing. */
static gboolean
has_wal (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf info;

  return g_stat (wal, &info) == 0 && info.st_size > 0;
}

static gboolean
check_head (const char *path, const char *name, goffset size, const guint8 *head, GError **error)
{
  guint32 page_size = (guint32) head[HEAD_PAGE_SIZE] << 8 | head[HEAD_PAGE_SIZE + 1];

  if (memcmp (head, "SQLite format 3", 16) != 0)
    {
      g_set_error (
        error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT,
        _ ("“%s” is not a register of this program, or it is damaged; choose another file or "
           "restore the newest backup. The file was not touched."),
        name);
      return FALSE;
    }
  if (head_number (head, HEAD_APPLICATION_ID) != BV_STORE_APPLICATION_ID)
    return refuse_foreign (name, error);
  if (head_number (head, HEAD_USER_VERSION) > BV_STORE_SCHEMA)
    return refuse_newer (name, head_number (head, HEAD_USER_VERSION), error);
  if (page_size == 1)
    page_size = 65536;
  if (head_number (head, HEAD_CHANGES) == head_number (head, HEAD_CHANGES_OF_PAGES)
      && size < (goffset) head_number (head, HEAD_PAGES) * page_size && !has_wal (path))
    return refuse_damaged (name, error);
  return TRUE;
}

static gboolean
check_file (const char *path, const char *name, gboolean is_open_here, GError **error)
{
  GStatBuf info;
  guint8 head[HEAD_SIZE];
  gssize length;
  int fd;

  if (g_stat (path, &info) != 0)
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                   _ ("“%s” does not exist; check the name and the folder. (%s)"), name,
                   g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_FOREIGN_FILE,
                   _ ("“%s” is a folder or a device; choose a file that ends in .bangvang."), name);
      return FALSE;
    }
  if (is_open_here)
    return TRUE;

  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY,
                   _ ("“%s” cannot be read; ask for the right to read it. (%s)"), name,
                   g_strerror (errno));
      return FALSE;
    }
  length = read (fd, head, sizeof head);
  close (fd);
  if (length < (gssize) sizeof head)
    return refuse_damaged (name, error);
  return check_head (path, name, info.st_size, head, error);
}

gboolean
bv_open_check_identity (BvConnection *connection, int *schema, GError **error)
{
  gint64 id, version;

  if (!bv_connection_query_int (connection, &id, 0, error, "PRAGMA application_id", NULL)
      || !bv_connection_query_int (connection, &version, 0, error, "PRAGMA user_version", NULL))
    return FALSE;
  if (id != BV_STORE_APPLICATION_ID)
    return refuse_foreign (bv_connection_get_name (connection), error);
  if (version > BV_STORE_SCHEMA)
    return refuse_newer (bv_connection_get_name (connection), (guint32) version, error);
  *schema = (int) version;
  return TRUE;
}

/* Settings of the only connection that writes. foreign_keys can be set only outside a transaction. */
static gboolean
configure_writer (BvConnection *writer, GError **error)
{
  return
    /* Records that others stand on cannot vanish. */
    bv_connection_pragma (writer, "foreign_keys", "ON", "1", BV_ATTEMPT_OPEN, error)
    /* REPLACE must fire the delete triggers, or the search index would keep the replaced row. */
    && bv_connection_pragma (writer, "recursive_triggers", "ON", "1", BV_ATTEMPT_OPEN, error)
    /* Readers and the writer do not wait for each other. */
    && bv_connection_pragma (writer, "journal_mode", "WAL", "wal", BV_ATTEMPT_OPEN, error)
    /* In KiB, used when needed: with the engine's own 2 MB an import writes most pages to the WAL
     * several times over. */
    && bv_connection_pragma (writer, "cache_size", "-131072", "-131072", BV_ATTEMPT_OPEN, error)
    /* An act that was acknowledged survives a power cut. */
    && bv_connection_pragma (writer, "synchronous", "FULL", "2", BV_ATTEMPT_OPEN, error);
}

static gboolean
migrate (BvConnection *writer, const char *path, int schema, GError **error)
{
  g_autofree char *copy = NULL;

  if (schema == BV_STORE_SCHEMA)
    return TRUE;
  copy = g_strdup_printf ("%s.before-form-%d.bangvang", path, BV_STORE_SCHEMA);
  return bv_backup_copy (writer, copy, NULL, NULL, NULL, error)
         && bv_connection_pragma (writer, "foreign_keys", "OFF", "0", BV_ATTEMPT_MIGRATE, error)
         && bv_migrate (writer, BV_STORE_SCHEMA, BV_ATTEMPT_MIGRATE, bv_migrate_from_resources,
                        NULL, error)
         && bv_connection_pragma (writer, "foreign_keys", "ON", "1", BV_ATTEMPT_MIGRATE, error);
}

/* (nullable): a sentence, when the file or its folder cannot be written. */
static char *
find_read_only_reason (const char *path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_access (path, W_OK) != 0)
    return g_strdup_printf (
      _ ("“%s” can only be read: you have no right to change it. Copy it to a "
         "folder of your own to work with it."),
      name);
  if (g_access (folder, W_OK) != 0)
    return g_strdup_printf (_ ("“%s” can only be read: its folder cannot be written. Copy it to a "
                               "folder of your own to work with it."),
                            name);
  return NULL;
}

/* Readers of a WAL file share memory through a file beside it. In a folder that cannot be written there
 * may be none; the file is then read as it stands, which is safe while no WAL lies beside it. */
static gboolean
open_read_only (const char *path, BvOpening *opening, GError **error)
{
  g_autoptr (GError) first = NULL;
  int schema = 0;

  opening->reader_mode = BV_CONNECTION_READ;
  for (int attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr (BvConnection)
        reader = bv_connection_open (path, opening->reader_mode, NULL, error);

      if (reader == NULL)
        return FALSE;
      if (bv_open_check_identity (reader, &schema, attempt == 0 ? &first : error))
        {
          if (schema == BV_STORE_SCHEMA)
            return TRUE;
          g_set_error (
            error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY,
            _ ("“%s” was written by an older version of this program and cannot be changed "
               "where it is; copy it to a folder of your own and open it there."),
            bv_connection_get_name (reader));
          return FALSE;
        }
      if (attempt == 1)
        return FALSE;
      if (!g_error_matches (first, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY) || has_wal (path))
        break;
      opening->reader_mode = BV_CONNECTION_IMMUTABLE;
    }
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

gboolean
bv_open (const char *path,
         gboolean read_only,
         gboolean is_open_here,
         BvOpening *opening,
         GError **error)
{
  g_autoptr (BvConnection) writer = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  int schema = 0;

  memset (opening, 0, sizeof *opening);
  if (!check_file (path, name, is_open_here, error))
    return FALSE;

  if (read_only)
    opening->read_only_reason = g_strdup_printf (_ ("“%s” was opened for reading only."), name);
  else
    opening->read_only_reason = find_read_only_reason (path, name);
  if (opening->read_only_reason != NULL)
    {
      if (open_read_only (path, opening, error))
        return TRUE;
      g_clear_pointer (&opening->read_only_reason, g_free);
      return FALSE;
    }

  opening->reader_mode = BV_CONNECTION_READ;
  writer = bv_connection_open (path, BV_CONNECTION_WRITE, NULL, error);
  if (writer == NULL || !bv_open_check_identity (writer, &schema, error)
      || !configure_writer (writer, error) || !migrate (writer, path, schema, error))
    return FALSE;
  opening->writer = g_steal_pointer (&writer);
  return TRUE;
}

static gboolean
write_new_file (const char *path, const char *name, GError **error)
{
  g_autoptr (BvConnection)
    connection = bv_connection_open (path, BV_CONNECTION_CREATE, name, error);
  g_autofree char *identity = g_strdup_printf ("PRAGMA application_id = %d",
                                               BV_STORE_APPLICATION_ID);

  return connection != NULL && bv_connection_script (connection, identity, BV_ATTEMPT_CREATE, error)
         && bv_migrate (connection, BV_STORE_SCHEMA, BV_ATTEMPT_CREATE, bv_migrate_from_resources,
                        NULL, error);
}

/* Giving the file its name fails when the name is taken; not every file system knows links. */
static gboolean
give_name (const char *temporary, const char *path, const char *name, GError **error)
{
  int saved;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    bv_backup_remove_leftovers (path);
  if (link (temporary, path) == 0)
    return TRUE;
  saved = errno;
  if (saved != EEXIST && !g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (temporary, path) == 0)
    return TRUE;
  if (saved == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                 _ ("“%s” exists already; choose another name, or open it."), name);
  else
    g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_READ_ONLY,
                 _ ("“%s” cannot be made in this folder; choose another one. (%s)"), name,
                 g_strerror (saved));
  return FALSE;
}

gboolean
bv_open_create (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  gboolean ok;
  int fd;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   _ ("“%s” exists already; choose another name, or open it."), name);
      return FALSE;
    }
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0644);
  if (fd < 0)
    {
      g_set_error (error, BV_STORE_ERROR,
                   errno == ENOENT ? BV_STORE_ERROR_NOT_FOUND : BV_STORE_ERROR_READ_ONLY,
                   _ ("“%s” cannot be made in this folder; choose another one. (%s)"), name,
                   g_strerror (errno));
      return FALSE;
    }
  close (fd);
  ok = write_new_file (temporary, name, error) && give_name (temporary, path, name, error);
  g_unlink (temporary);
  return ok;
}
