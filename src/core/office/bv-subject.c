// SPDX-License-Identifier: GPL-3.0-or-later
/* Table subject: the names of all who can be honoured, with the forms derived for search and
 * order. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-subject.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-setting.h"
#include "store/bv-connection.h"

#include <glib/gi18n-lib.h>

char *
bv_subject_marks (const char *name)
{
  g_autofree char *folded = bv_text_fold_marks (name);
  GString *words = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  return g_string_free (words, FALSE);
}

gboolean
bv_subject_not_found (GError **error)
{
  g_set_error_literal (error, BV_STORE_ERROR, BV_STORE_ERROR_NOT_FOUND,
                       _ ("The record is not there any more."));
  return FALSE;
}

static gboolean
check_code (BvConnection *connection, gint64 id, const char *code, GError **error)
{
  g_autofree char *other = NULL;

  if (code == NULL)
    return TRUE;
  if (!bv_connection_query_text (connection, &other, error,
                                 "SELECT name FROM subject WHERE code = ?1 AND id <> ?2", "si",
                                 code, id))
    return FALSE;
  if (other == NULL)
    return TRUE;
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE,
               _ ("The number %s already belongs to %s."), code, other);
  return FALSE;
}

gboolean
bv_subject_save (BvConnection *connection,
                 gint64 *id,
                 BvSubjectKind kind,
                 const char *name,
                 const char *code,
                 const char *note,
                 GError **error)
{
  BvNameOrder order = BV_NAME_ORDER_PLAIN;
  g_autofree char *fold = bv_text_fold (name);
  g_autofree char *marks = bv_subject_marks (name);
  g_autoptr (GBytes) key = NULL;

  if (!check_code (connection, *id, code, error))
    return FALSE;
  if (kind == BV_SUBJECT_PERSON)
    {
      g_autoptr (GError) local = NULL;

      order = bv_setting_get_name_order (connection, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  key = bv_name_sort_key (name, order);
  if (*id == 0)
    {
      if (!bv_connection_run (connection, error,
                              "INSERT INTO subject (kind, name, name_fold, name_marks, sort_key,"
                              " code, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                              "isssbss", (gint64) kind, name, fold, marks, key, code, note))
        return FALSE;
      *id = bv_connection_last_id (connection);
      return TRUE;
    }
  if (!bv_connection_run (connection, error,
                          "UPDATE subject SET name = ?2, name_fold = ?3, name_marks = ?4,"
                          " sort_key = ?5, code = ?6, note = ?7 WHERE id = ?1 AND kind = ?8",
                          "isssbssi", *id, name, fold, marks, key, code, note, (gint64) kind))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}

/* What else names a subject and would be left pointing at nothing. */
static gboolean
refuse_named (BvConnection *connection, gint64 id, GError **error)
{
  static const struct
  {
    const char *sql;
    const char *message;
  } uses[] = {
    { "SELECT count (*) FROM rating WHERE subject_id = ?1",
      N_ ("This record has ratings and cannot be deleted: take them away first, on the page "
          "Ratings.") },
    { "SELECT count (*) FROM rating WHERE unit_id = ?1",
      N_ ("This record has rated people and cannot be deleted: take their ratings away first, on "
          "the page "
          "Ratings.") },
    { "SELECT count (*) FROM discipline WHERE subject_id = ?1",
      N_ ("There are records of discipline, it cannot be deleted: delete those first, on the page "
          "Ratings.") },
    { "SELECT count (*) FROM registration_line WHERE subject_id = ?1",
      N_ ("This record is registered for a title and cannot be deleted: take the line out of the "
          "registration first.") },
    { "SELECT count (*) FROM registration WHERE unit_id = ?1",
      N_ ("This unit has registered and cannot be deleted: delete its registrations first, on the "
          "page Registrations.") },
    { "SELECT count (*) FROM initiative_author WHERE person_id = ?1",
      N_ ("This person is the author of an initiative and cannot be deleted: take the name off it "
          "first.") },
    { "SELECT count (*) FROM nomination WHERE subject_id = ?1",
      N_ ("This record is nominated and cannot be deleted: take the line out of the dossier "
          "first.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autofree char *name = NULL;
      gint64 n;

      if (!bv_connection_query_int (connection, &n, 0, error, uses[i].sql, "i", id))
        return FALSE;
      if (n == 0)
        continue;
      name = bv_subject_name (connection, id, 0, error);
      if (name != NULL)
        g_set_error (error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT, "%s: %s", name,
                     _ (uses[i].message));
      return FALSE;
    }
  return TRUE;
}

gboolean
bv_subject_refuse_awarded (BvConnection *connection, gint64 id, GError **error)
{
  gint64 n;
  g_autofree char *name = NULL;

  if (!bv_connection_query_int (connection, &n, 0, error,
                                "SELECT count(*) FROM award WHERE subject_id = ?1", "i", id))
    return FALSE;
  if (n == 0)
    return refuse_named (connection, id, error);
  name = bv_subject_name (connection, id, 0, error);
  if (name != NULL)
    g_set_error (
      error, BV_STORE_ERROR, BV_STORE_ERROR_CONSTRAINT,
      g_dngettext (
        GETTEXT_PACKAGE, "%s has %d award and cannot be deleted: the roll of honour would lose it.",
        "%s has %d awards and cannot be deleted: the roll of honour would lose them.", (gulong) n),
      name, (int) n);
  return FALSE;
}

char *
bv_subject_name (BvConnection *connection, gint64 id, int kind, GError **error)
{
  char *name = NULL;

  if (!bv_connection_query_text (connection, &name, error,
                                 "SELECT name FROM subject WHERE id = ?1 AND ?2 IN (0, kind)", "ii",
                                 id, (gint64) kind))
    return NULL;
  if (name == NULL)
    bv_subject_not_found (error);
  return name;
}

gboolean
bv_subject_sort_keys (BvConnection *connection, BvNameOrder order, GError **error)
{
  g_autoptr (BvStatement) read = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean has_row;

  /* Read to the end first: an update would move rows in the index that is being read. */
  read = bv_connection_query (connection, error, "SELECT id, name FROM subject WHERE kind = 1", "");
  if (read == NULL)
    return FALSE;
  while (TRUE)
    {
      gint64 id;

      if (!bv_statement_step (read, &has_row, error))
        return FALSE;
      if (!has_row)
        break;
      id = bv_statement_int (read, 0);
      g_array_append_val (ids, id);
      g_ptr_array_add (names, g_strdup (bv_statement_text (read, 1)));
    }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GBytes) key = bv_name_sort_key (names->pdata[i], order);

      if (!bv_connection_run (connection, error, "UPDATE subject SET sort_key = ?2 WHERE id = ?1",
                              "ib", g_array_index (ids, gint64, i), key))
        return FALSE;
    }
  return TRUE;
}
