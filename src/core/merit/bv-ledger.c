// SPDX-License-Identifier: GPL-3.0-or-later
/* Running numbers of the roll of honour (sổ vàng). Works inside the act of its caller. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-ledger.h"

#include "office/bv-setting.h"
#include "store/bv-connection.h"

/* Kept apart from the settings that bv-setting.h knows: no one edits them. */
#define KEY_PREFIX "ledger-last/"

static char *
get_book (BvLedgerScope scope, const char *form_code, const char *date)
{
  switch (scope)
    {
    case BV_LEDGER_SCOPE_CONTINUOUS:
      return g_strdup ("");
    case BV_LEDGER_SCOPE_FORM_YEAR:
      return g_strdup_printf ("%s/%.4s", form_code, date);
    case BV_LEDGER_SCOPE_YEAR:
    default:
      return g_strndup (date, 4);
    }
}

static gboolean
get_last (BvConnection *connection, const char *book, gint64 *last, GError **error)
{
  g_autofree char *key = g_strconcat (KEY_PREFIX, book, NULL);

  return bv_connection_query_int (
    connection, last, 0, error,
    "SELECT max (coalesce ((SELECT max (ledger_number) FROM award WHERE ledger_book = ?1), 0),"
    " coalesce ((SELECT CAST (value AS INTEGER) FROM setting WHERE key = ?2), 0))",
    "ss", book, key);
}

typedef struct
{
  gint64 id;
  char *form_code;
  char *book;
  gint64 number;
} Line;

static void
line_free (Line *line)
{
  g_free (line->form_code);
  g_free (line->book);
  g_free (line);
}

static gboolean
list_lines (BvConnection *connection, gint64 decision_id, GPtrArray *lines, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error,
    "SELECT id, form_code, ledger_book, coalesce (ledger_number, 0) FROM award"
    " WHERE decision_id = ?1 ORDER BY position, id",
    "i", decision_id);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  while (bv_statement_step (statement, &has_row, error))
    {
      Line *line;

      if (!has_row)
        return TRUE;
      line = g_new0 (Line, 1);
      line->id = bv_statement_int (statement, 0);
      line->form_code = g_strdup (bv_statement_text (statement, 1));
      line->book = g_strdup (bv_statement_text (statement, 2));
      line->number = bv_statement_int (statement, 3);
      g_ptr_array_add (lines, line);
    }
  return FALSE;
}

gboolean
bv_ledger_assign (BvConnection *connection, gint64 decision_id, const char *date, GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  g_autoptr (GError) local = NULL;
  BvLedgerScope scope = bv_setting_get_ledger_scope (connection, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!list_lines (connection, decision_id, lines, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);
      g_autofree char *book = get_book (scope, line->form_code, date);
      gint64 last;

      if (line->number > 0 && g_str_equal (line->book, book))
        continue;
      if (line->number > 0 && !bv_ledger_retire (connection, decision_id, line->id, error))
        return FALSE;
      if (!get_last (connection, book, &last, error)
          || !bv_connection_run (
            connection, error,
            "UPDATE award SET ledger_book = ?2, ledger_number = ?3 WHERE id = ?1", "isi", line->id,
            book, last + 1))
        return FALSE;
    }
  return TRUE;
}

gboolean
bv_ledger_retire (BvConnection *connection, gint64 decision_id, gint64 award_id, GError **error)
{
  return bv_connection_run (
    connection, error,
    "INSERT INTO setting (key, value)"
    " SELECT '" KEY_PREFIX "' || ledger_book, CAST (max (ledger_number) AS TEXT) FROM award"
    " WHERE decision_id = ?1 AND (?2 = 0 OR id = ?2) AND ledger_number IS NOT NULL"
    " GROUP BY ledger_book"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    " WHERE CAST (excluded.value AS INTEGER) > CAST (setting.value AS INTEGER)",
    "ii", decision_id, award_id);
}
