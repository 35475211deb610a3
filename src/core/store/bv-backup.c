// SPDX-License-Identifier: GPL-3.0-or-later
/* Online backup by SQLite's backup interface: a file copy of a live WAL database may lack rows. The
 * copy counts only after it was reopened and checked. Runs on the caller's thread. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-backup.h"

#include "base/bv-error.h"
#include "store/bv-history.h"
#include "store/bv-open.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PAGES_PER_STEP 256
#define BUSY_PAUSE_MS 20
#define BUSY_TRIES 250

typedef sqlite3_backup BvCopying;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCopying, sqlite3_backup_finish)

gboolean
bv_backup_pages (BvConnection *source,
                 BvConnection *target,
                 BvAttempt attempt,
                 BvProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (BvCopying) copying = sqlite3_backup_init (bv_connection_get_handle (target), "main",
                                                       bv_connection_get_handle (source), "main");
  int busy = 0;
  int code = SQLITE_OK;

  if (copying == NULL)
    return bv_connection_fail (target, sqlite3_errcode (bv_connection_get_handle (target)), attempt,
                               error);
  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      code = sqlite3_backup_step (copying, PAGES_PER_STEP);
      if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        {
          if (++busy > BUSY_TRIES)
            break;
          sqlite3_sleep (BUSY_PAUSE_MS);
          continue;
        }
      if (progress != NULL && sqlite3_backup_pagecount (copying) > 0)
        progress (
          1.0 - (double) sqlite3_backup_remaining (copying) / sqlite3_backup_pagecount (copying),
          _ ("Copying"), user_data);
    }
  g_clear_pointer (&copying, sqlite3_backup_finish);
  return code == SQLITE_DONE || bv_connection_fail (target, code, attempt, error);
}

/* A copy is one file: with the journal mode of a WAL database it would ask for files beside it. */
static gboolean
write_copy (BvConnection *source,
            const char *temporary,
            const char *name,
            BvProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (BvConnection)
    target = bv_connection_open (temporary, BV_CONNECTION_CREATE, name, error);

  return target != NULL
         && bv_backup_pages (source, target, BV_ATTEMPT_BACKUP, progress, user_data, cancellable,
                             error)
         && bv_connection_pragma (target, "journal_mode", "DELETE", "delete", BV_ATTEMPT_BACKUP,
                                  error);
}

static gboolean
check_copy (const char *temporary, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (BvConnection) copy = bv_connection_open (temporary, BV_CONNECTION_READ, name, error);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *answer = NULL;
  int schema;

  if (copy == NULL)
    return FALSE;
  bv_connection_set_cancellable (copy, cancellable);
  if (!bv_open_check_identity (copy, &schema, error)
      || !bv_connection_query_text (copy, &answer, error, "PRAGMA quick_check (1)", NULL)
      /* A file whose making was cut short has no history yet. */
      || (schema > 0 && !bv_history_check_chain (copy, findings, error)))
    return FALSE;
  if (g_strcmp0 (answer, "ok") != 0)
    g_ptr_array_insert (findings, 0, g_strdup (answer));
  if (findings->len == 0)
    return TRUE;
  g_set_error (
    error, BV_STORE_ERROR, BV_STORE_ERROR_CORRUPT,
    _ ("The backup “%s” was not made: its copy did not pass the check. Check the register "
       "itself. (%s)"),
    name, (const char *) g_ptr_array_index (findings, 0));
  return FALSE;
}

static gboolean
flush (const char *path, int flags)
{
  int fd = g_open (path, flags | O_CLOEXEC, 0);
  gboolean ok;

  if (fd < 0)
    return FALSE;
  /* Some file systems cannot flush a folder; they answer EINVAL. */
  ok = fsync (fd) == 0 || errno == EINVAL;
  return g_close (fd, NULL) && ok;
}

/* The register, or one of the files beside it without which it loses its newest acts. */
static gboolean
is_same_file (BvConnection *source, const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm", "-journal" };
  const char *source_path = sqlite3_db_filename (bv_connection_get_handle (source), "main");
  g_autofree char *wanted = g_canonicalize_filename (path, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *taken = g_strconcat (source_path, endings[i], NULL);
      GStatBuf a, b;

      if (strcmp (taken, wanted) == 0
          || (g_stat (path, &a) == 0 && g_stat (taken, &b) == 0 && a.st_dev == b.st_dev
              && a.st_ino == b.st_ino))
        return TRUE;
    }
  return FALSE;
}

void
bv_backup_remove_leftovers (const char *path)
{
  static const char *const endings[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *leftover = g_strconcat (path, endings[i], NULL);
      g_unlink (leftover);
    }
}

static gboolean
put_in_place (const char *temporary, const char *path, const char *name, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean is_placed = FALSE;

  if (flush (temporary, O_RDONLY))
    {
      bv_backup_remove_leftovers (path);
      is_placed = g_rename (temporary, path) == 0;
    }
  if (is_placed)
    {
      flush (folder, O_RDONLY | O_DIRECTORY);
      return TRUE;
    }
  g_set_error (
    error, BV_STORE_ERROR, errno == ENOSPC ? BV_STORE_ERROR_FULL : BV_STORE_ERROR_READ_ONLY,
    _ ("The backup “%s” was not made. Choose another folder. (%s)"), name, g_strerror (errno));
  return FALSE;
}

gboolean
bv_backup_copy (BvConnection *source,
                const char *path,
                BvProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.XXXXXX", base);
  g_autofree char *temporary = g_build_filename (folder, hidden, NULL);
  g_autofree char *journal = NULL;
  gboolean ok;
  int fd;

  if (is_same_file (source, path))
    {
      g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONFLICT,
                   _ ("The backup “%s” was not made: it would replace the register itself. Choose "
                      "another name."),
                   name);
      return FALSE;
    }
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0644);
  if (fd < 0)
    {
      g_set_error (error, BV_STORE_ERROR,
                   errno == ENOENT ? BV_STORE_ERROR_NOT_FOUND : BV_STORE_ERROR_READ_ONLY,
                   _ ("The backup “%s” was not made. Choose another folder. (%s)"), name,
                   g_strerror (errno));
      return FALSE;
    }
  g_close (fd, NULL);
  ok = write_copy (source, temporary, name, progress, user_data, cancellable, error)
       && check_copy (temporary, name, cancellable, error)
       && put_in_place (temporary, path, name, error);
  if (!ok)
    {
      g_unlink (temporary);
      journal = g_strconcat (temporary, "-journal", NULL);
      g_unlink (journal);
    }
  return ok;
}
