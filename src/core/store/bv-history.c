// SPDX-License-Identifier: GPL-3.0-or-later
/* The history: one row an act, each chained to the one before by a hash, so that a row removed or
 * altered outside the program shows. Rows are only ever added. */

#define G_LOG_DOMAIN "bv-store"

#include "store/bv-history.h"

#include "base/bv-error.h"
#include "store/bv-store.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HASH_SIZE 32

/* A field is hashed with its length before it, so that no two rows hash alike by moving a border. */
static void
update (GChecksum *checksum, gconstpointer data, gsize size)
{
  g_autofree char *length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", size);

  g_checksum_update (checksum, (const guchar *) length, (gssize) strlen (length));
  g_checksum_update (checksum, data, (gssize) size);
}

static void
update_text (GChecksum *checksum, const char *text)
{
  update (checksum, text, strlen (text));
}

static void
update_number (GChecksum *checksum, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  update_text (checksum, text);
}

static GBytes *
compute_hash (GBytes *previous,
              gint64 id,
              const char *at,
              const char *actor,
              const char *kind,
              gint64 target,
              const char *title,
              const char *tables,
              GBytes *changeset)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[HASH_SIZE];
  gsize size = sizeof digest;

  update (checksum, g_bytes_get_data (previous, NULL), g_bytes_get_size (previous));
  update_number (checksum, id);
  update_text (checksum, at);
  update_text (checksum, actor);
  update_text (checksum, kind);
  update_number (checksum, target);
  update_text (checksum, title);
  update_text (checksum, tables);
  update (checksum, g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset));
  g_checksum_get_digest (checksum, digest, &size);
  return g_bytes_new (digest, size);
}

static GBytes *
new_first_hash (void)
{
  static const guint8 zeros[HASH_SIZE];

  return g_bytes_new_static (zeros, sizeof zeros);
}

static char *
now (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_now_utc ();
  g_autofree char *seconds = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", seconds, g_date_time_get_microsecond (time) / 1000);
}

static gboolean
read_newest (BvConnection *connection, gint64 *id, GBytes **hash, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection, "SELECT id, hash FROM history ORDER BY id DESC LIMIT 1", error);
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return FALSE;
  *id = has_row ? bv_statement_int (statement, 0) : 0;
  *hash = has_row ? bv_statement_blob (statement, 1) : new_first_hash ();
  return TRUE;
}

gboolean
bv_history_append (BvConnection *connection,
                   const char *actor,
                   const char *kind,
                   gint64 target,
                   const char *title,
                   const char *tables,
                   GBytes *changeset,
                   gint64 *id,
                   GError **error)
{
  g_autoptr (BvStatement) statement = NULL;
  g_autoptr (GBytes) previous = NULL;
  g_autoptr (GBytes) hash = NULL;
  g_autofree char *at = now ();

  if (!read_newest (connection, id, &previous, error))
    return FALSE;
  *id += 1;
  hash = compute_hash (previous, *id, at, actor, kind, target, title, tables, changeset);
  statement = bv_connection_query (connection, error,
                                   "INSERT INTO history (id, at, actor, kind, target, title, "
                                   "tables, changeset, previous_hash, hash)"
                                   " VALUES (?1, ?2, ?3, ?4, nullif (?5, 0), ?6, ?7, ?8, ?9, ?10)",
                                   "isssissbbb", *id, at, actor, kind, target, title, tables,
                                   changeset, previous, hash);
  return statement != NULL && bv_statement_run (statement, error);
}

static gboolean
check_row (BvStatement *row, GBytes *previous, gint64 expected_id, GPtrArray *findings)
{
  gint64 id = bv_statement_int (row, 0);
  g_autoptr (GBytes) changeset = bv_statement_blob (row, 7);
  g_autoptr (GBytes) stored_previous = bv_statement_blob (row, 8);
  g_autoptr (GBytes) stored = bv_statement_blob (row, 9);
  g_autoptr (GBytes) hash = NULL;

  if (id != expected_id)
    {
      g_ptr_array_add (
        findings, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "History: %d entry before number %d is missing.",
                                                "History: %d entries before number %d are missing.",
                                                (gulong) (id - expected_id)),
                                   (int) (id - expected_id), (int) id));
      return FALSE;
    }
  hash = compute_hash (previous, id, bv_statement_text (row, 1), bv_statement_text (row, 2),
                       bv_statement_text (row, 3), bv_statement_int (row, 4),
                       bv_statement_text (row, 5), bv_statement_text (row, 6), changeset);
  if (g_bytes_equal (stored_previous, previous) && g_bytes_equal (stored, hash))
    return TRUE;
  g_ptr_array_add (
    findings,
    g_strdup_printf (_ ("History: entry number %d, “%s”, was altered outside the program."),
                     (int) id, bv_statement_text (row, 5)));
  return FALSE;
}

gboolean
bv_history_check_chain (BvConnection *connection, GPtrArray *findings, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_prepare (
    connection,
    "SELECT id, at, actor, kind, coalesce (target, 0), title, tables,"
    " changeset, previous_hash, hash FROM history ORDER BY id",
    error);
  g_autoptr (GBytes) previous = new_first_hash ();
  gint64 expected_id = 1, newest = 0;
  gboolean has_row, ok;

  if (statement == NULL
      /* The counter of AUTOINCREMENT remembers a newest row that was cut off. */
      || !bv_connection_query_int (connection, &newest, 0, error,
                                   "SELECT seq FROM sqlite_sequence WHERE name = 'history'", NULL))
    return FALSE;
  while ((ok = bv_statement_step (statement, &has_row, error)) && has_row)
    {
      check_row (statement, previous, expected_id, findings);
      g_clear_pointer (&previous, g_bytes_unref);
      previous = bv_statement_blob (statement, 9);
      expected_id = bv_statement_int (statement, 0) + 1;
    }
  if (!ok)
    return FALSE;
  if (newest >= expected_id)
    g_ptr_array_add (
      findings,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "History: the newest %d entry is missing.",
                                    "History: the newest %d entries are missing.",
                                    (gulong) (newest - expected_id + 1)),
                       (int) (newest - expected_id + 1)));
  return TRUE;
}

void
bv_history_entry_free (BvHistoryEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->at);
  g_free (entry->actor);
  g_free (entry->kind);
  g_free (entry->title);
  g_free (entry->tables);
  g_free (entry);
}

GPtrArray *
bv_store_list_history (BvStore *self, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray)
    entries = g_ptr_array_new_with_free_func ((GDestroyNotify) bv_history_entry_free);
  g_autoptr (BvLease) lease = bv_store_lease (self, error);
  g_autoptr (BvStatement) statement = NULL;
  gboolean has_row, ok;

  if (lease == NULL)
    return NULL;
  statement = bv_connection_query (
    bv_lease_connection (lease), error,
    "SELECT id, at, actor, kind, coalesce (target, 0), title, tables,"
    " kind = 'act' AND coalesce ((SELECT later.kind FROM history AS later"
    "   WHERE later.target = history.id ORDER BY later.id DESC LIMIT 1), '') = 'undo'"
    " FROM history WHERE ?1 = 0 OR id < ?1 ORDER BY id DESC LIMIT ?2",
    "ii", before, (gint64) limit);
  if (statement == NULL)
    return NULL;
  while ((ok = bv_statement_step (statement, &has_row, error)) && has_row)
    {
      BvHistoryEntry *entry = g_new0 (BvHistoryEntry, 1);

      entry->id = bv_statement_int (statement, 0);
      entry->at = g_strdup (bv_statement_text (statement, 1));
      entry->actor = g_strdup (bv_statement_text (statement, 2));
      entry->kind = g_strdup (bv_statement_text (statement, 3));
      entry->target = bv_statement_int (statement, 4);
      entry->title = g_strdup (bv_statement_text (statement, 5));
      entry->tables = g_strdup (bv_statement_text (statement, 6));
      entry->is_undone = bv_statement_int (statement, 7) != 0;
      g_ptr_array_add (entries, entry);
    }
  return ok ? g_steal_pointer (&entries) : NULL;
}
