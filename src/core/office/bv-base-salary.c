// SPDX-License-Identifier: GPL-3.0-or-later
/* The dated table of base salaries, which every bonus is computed from. */

#define G_LOG_DOMAIN "bv-office"

#include "office/bv-base-salary.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-money.h"
#include "office/bv-record.h"
#include "office/bv-subject.h"
#include "store/bv-connection.h"
#include "store/bv-statement-list.h"
#include "store/bv-store.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#define SEED_RESOURCE "/vn/bangvang/core/regimes/base-salary.json"

static const BvRecordText texts[] = {
  BV_RECORD_TEXT (BvBaseSalary, from_date),
  BV_RECORD_TEXT (BvBaseSalary, source),
};
#define COLUMNS "SELECT from_date, source, amount, verified FROM base_salary "

BvBaseSalary *
bv_base_salary_new (void)
{
  return bv_record_new (sizeof (BvBaseSalary), texts, G_N_ELEMENTS (texts));
}

BvBaseSalary *
bv_base_salary_copy (const BvBaseSalary *self)
{
  return bv_record_copy (self, sizeof (BvBaseSalary), texts, G_N_ELEMENTS (texts));
}

void
bv_base_salary_free (BvBaseSalary *self)
{
  bv_record_free (self, texts, G_N_ELEMENTS (texts));
}

GPtrArray *
bv_base_salary_validate (const BvBaseSalary *self)
{
  GPtrArray *problems = bv_problems_new ();

  if (bv_record_is_blank (self->from_date))
    bv_problems_add (problems, "from_date", BV_VALUE_ERROR_EMPTY,
                     _ ("The day from which it applies is missing."));
  else
    bv_record_check_date (problems, "from_date", self->from_date);
  if (self->amount <= 0)
    bv_problems_add (problems, "amount", BV_VALUE_ERROR_RANGE,
                     _ ("The amount must be more than 0 đồng."));
  return problems;
}

static BvBaseSalary *
read_row (BvStatement *statement)
{
  BvBaseSalary *self = bv_base_salary_new ();

  bv_record_read (self, texts, G_N_ELEMENTS (texts), statement, 0);
  self->amount = bv_statement_int (statement, 2);
  self->is_verified = bv_statement_int (statement, 3) != 0;
  return self;
}

BvBaseSalary *
bv_base_salary_on (BvConnection *connection, const char *date, GError **error)
{
  g_autoptr (BvStatement) statement = bv_connection_query (
    connection, error, COLUMNS "WHERE from_date <= ?1 ORDER BY from_date DESC LIMIT 1", "s", date);
  g_autofree char *day = NULL;
  gboolean has_row;

  if (statement == NULL || !bv_statement_step (statement, &has_row, error))
    return NULL;
  if (has_row)
    return read_row (statement);
  day = bv_date_format_short (date);
  g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_UNKNOWN,
               _ ("The table of base salaries does not reach back to %s."), day);
  return NULL;
}

GPtrArray *
bv_base_salary_list (BvConnection *connection, GError **error)
{
  g_autoptr (BvStatement)
    statement = bv_connection_query (connection, error, COLUMNS "ORDER BY from_date DESC", "");

  return bv_statement_list (statement, (BvRowFunc) read_row, (GDestroyNotify) bv_base_salary_free,
                            error);
}

gboolean
bv_base_salary_save (BvConnection *connection, const BvBaseSalary *self, GError **error)
{
  g_autoptr (BvBaseSalary) clean = bv_base_salary_copy (self);
  g_autoptr (GPtrArray) problems = NULL;

  bv_record_clean (clean, texts, G_N_ELEMENTS (texts));
  problems = bv_base_salary_validate (clean);
  return bv_problems_check (problems, error)
         && bv_connection_run (connection, error,
                               "INSERT INTO base_salary (from_date, amount, source, verified)"
                               " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (from_date) DO UPDATE SET"
                               " amount = excluded.amount, source = excluded.source,"
                               " verified = excluded.verified",
                               "sisi", clean->from_date, clean->amount, clean->source,
                               (gint64) (clean->is_verified ? 1 : 0));
}

gboolean
bv_base_salary_delete (BvConnection *connection, const char *from_date, GError **error)
{
  if (!bv_connection_run (connection, error, "DELETE FROM base_salary WHERE from_date = ?1", "s",
                          from_date))
    return FALSE;
  return bv_connection_n_changed (connection) == 1 || bv_subject_not_found (error);
}

gboolean
bv_base_salary_seed (BvConnection *connection, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *rows;
  gsize length;
  const char *data;

  bytes = g_resources_lookup_data (SEED_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, data, (gssize) length, error))
    return FALSE;
  rows = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                       "rows");
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);

      if (!bv_connection_run (connection, error,
                              "INSERT INTO base_salary (from_date, amount, source, verified)"
                              " VALUES (?1, ?2, ?3, ?4) ON CONFLICT (from_date) DO NOTHING",
                              "sisi", json_object_get_string_member (row, "from"),
                              json_object_get_int_member (row, "amount"),
                              json_object_get_string_member_with_default (row, "source", ""),
                              (gint64) (json_object_get_boolean_member (row, "verified") ? 1 : 0)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_base_salary_save (connection, user_data, error);
}

static gboolean
delete_cb (BvConnection *connection, gpointer user_data, GError **error)
{
  return bv_base_salary_delete (connection, user_data, error);
}

gboolean
bv_office_save_base_salary (BvStore *store,
                            const BvBaseSalary *salary,
                            gint64 *act_id,
                            GError **error)
{
  g_autofree char *day = bv_date_format_short (salary->from_date);
  g_autofree char *amount = bv_money_format (salary->amount);
  /* TRANSLATORS: an act in the history: amount in đồng, then a date. */
  g_autofree char *title = g_strdup_printf (_ ("Set the base salary: %s from %s"), amount, day);

  return bv_store_act (store, title, BV_ACT_NONE, save_cb, (gpointer) salary, NULL, act_id, error);
}

gboolean
bv_office_delete_base_salary (BvStore *store, const char *from_date, gint64 *act_id, GError **error)
{
  g_autofree char *day = bv_date_format_short (from_date);
  g_autofree char *title = g_strdup_printf (_ ("Delete the base salary from %s"), day);

  return bv_store_act (store, title, BV_ACT_NONE, delete_cb, (gpointer) from_date, NULL, act_id,
                       error);
}
