// SPDX-License-Identifier: GPL-3.0-or-later
/* From an SQLite result code to one clear message: what was attempted on which file, what stands in
 * the way and the way out, the engine's own words last. The only place that reads result codes for
 * people. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-sqlite.h"

#include "base/bv-error.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static const char *
attempt_format (BvAttempt attempt)
{
  switch (attempt)
    {
    case BV_ATTEMPT_OPEN:
      /* TRANSLATORS: %s is the name of a file. A sentence with the cause follows. */
      return _ ("“%s” cannot be opened.");
    case BV_ATTEMPT_CREATE:
      return _ ("“%s” cannot be made.");
    case BV_ATTEMPT_READ:
      return _ ("“%s” cannot be read.");
    case BV_ATTEMPT_WRITE:
      return _ ("Nothing was saved to “%s”.");
    case BV_ATTEMPT_MIGRATE:
      return _ ("“%s” cannot be brought to the form of this version; it is left as it was.");
    case BV_ATTEMPT_BACKUP:
      return _ ("The backup “%s” was not made.");
    default:
      g_assert_not_reached ();
    }
}

static const char *
constraint_cause (int extended, const char *words)
{
  /* RESTRICT is carried out by an internal trigger and reports as one. */
  if (extended == SQLITE_CONSTRAINT_FOREIGNKEY || strstr (words, "FOREIGN KEY") != NULL)
    return _ ("The record is still used by another one, or names one that does not exist.");
  if (extended == SQLITE_CONSTRAINT_UNIQUE || extended == SQLITE_CONSTRAINT_PRIMARYKEY
      || extended == SQLITE_CONSTRAINT_ROWID)
    return _ ("The same entry exists already.");
  if (extended == SQLITE_CONSTRAINT_NOTNULL)
    return _ ("A required value is missing.");
  return _ ("A value is not allowed there.");
}

static BvStoreError
classify (int extended, int system_error, const char *words, const char **cause)
{
  switch (extended & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      *cause = _ ("Another program is using the file; close it there, then try again.");
      return BV_STORE_ERROR_BUSY;
    case SQLITE_FULL:
      *cause = _ ("The disk is full; free some space, then try again.");
      return BV_STORE_ERROR_FULL;
    case SQLITE_IOERR:
      /* A quota or a limit on the size of files; after a rollback the system's reason may be gone. */
      if (system_error == ENOSPC || system_error == EFBIG || system_error == EDQUOT
          || (extended == SQLITE_IOERR_WRITE && system_error == 0))
        {
          *cause = _ ("The disk is full; free some space, then try again.");
          return BV_STORE_ERROR_FULL;
        }
      *cause = _ ("The disk reported a fault; check the disk and its connection, then try again.");
      return BV_STORE_ERROR_ENGINE;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      if (extended == SQLITE_READONLY_DBMOVED)
        {
          *cause = _ (
            "It was moved or deleted while it was open; put it back, then open it again.");
          return BV_STORE_ERROR_NOT_FOUND;
        }
      *cause = _ ("The file or its folder cannot be written; copy it to a folder of your own.");
      return BV_STORE_ERROR_READ_ONLY;
    case SQLITE_CANTOPEN:
      if (system_error == ENOENT)
        {
          *cause = _ ("The file or its folder does not exist.");
          return BV_STORE_ERROR_NOT_FOUND;
        }
      *cause = _ ("The file or its folder cannot be accessed; ask for the right to it.");
      return BV_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      *cause = _ ("The file is damaged; restore the newest backup.");
      return BV_STORE_ERROR_CORRUPT;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
      *cause = constraint_cause (extended, words);
      return BV_STORE_ERROR_CONSTRAINT;
    case SQLITE_NOMEM:
      *cause = _ ("There is not enough memory; close other programs, then try again.");
      return BV_STORE_ERROR_ENGINE;
    default:
      *cause = _ ("The database engine reported an unexpected fault.");
      return BV_STORE_ERROR_ENGINE;
    }
}

gboolean
bv_store_error_take (GError **error, sqlite3 *handle, int code, BvAttempt attempt, const char *name)
{
  const char *words = handle != NULL && (sqlite3_errcode (handle) & 0xff) == (code & 0xff)
                        ? sqlite3_errmsg (handle)
                        : sqlite3_errstr (code);
  const char *cause = NULL;
  g_autofree char *head = NULL;
  BvStoreError domain_code;
  int extended = code;

  if ((code & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("Cancelled."));
      return FALSE;
    }
  if (handle != NULL && (sqlite3_extended_errcode (handle) & 0xff) == (code & 0xff))
    extended = sqlite3_extended_errcode (handle);

  domain_code = classify (extended, handle != NULL ? sqlite3_system_errno (handle) : 0, words,
                          &cause);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  head = g_strdup_printf (attempt_format (attempt), name);
#pragma GCC diagnostic pop
  /* TRANSLATORS: what was attempted, the cause and the way out, the words of the database engine. */
  g_set_error (error, BV_STORE_ERROR, domain_code, _ ("%s %s (%s)"), head, cause, words);
  return FALSE;
}
