// SPDX-License-Identifier: GPL-3.0-or-later
/* A list of the core on stdout: as a table for people, or as JSON for programs. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-rows.h"

#include "base/bv-date.h"
#include "base/bv-number.h"

#include <glib/gi18n.h>

static gboolean
is_number (const BvCliColumn *column)
{
  return column->type == BV_CLI_NUMBER || column->type == BV_CLI_MONEY
         || column->type == BV_CLI_HUNDREDTHS;
}

static char *
format_cell (const BvCliColumn *column, gint64 id, BvRow *row)
{
  if (column->index < 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, id);
  if (bv_row_is_null (row, column->index))
    return g_strdup ("");
  switch (column->type)
    {
    case BV_CLI_DATE:
      return bv_date_format_short (bv_row_get_text (row, column->index));
    case BV_CLI_MONEY:
      return bv_number_format_int (bv_row_get_int (row, column->index));
    case BV_CLI_HUNDREDTHS:
      return bv_number_format_hundredths (bv_row_get_int (row, column->index));
    case BV_CLI_NUMBER:
    case BV_CLI_TEXT:
    default:
      if (column->label != NULL)
        return g_strdup (column->label (bv_row_get_text (row, column->index)));
      return g_strdup (bv_row_get_text (row, column->index));
    }
}

static void
print_table (BvRowList *rows, const BvCliColumn *columns, guint n_columns)
{
  g_autoptr (GPtrArray) heads = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (BvCliTable) table = NULL;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].head != NULL)
      g_ptr_array_add (heads,
                       g_strconcat (is_number (&columns[i]) ? ">" : "", _ (columns[i].head), NULL));
  g_ptr_array_add (heads, NULL);
  table = bv_cli_table_new ((const char *const *) heads->pdata);
  for (guint r = 0; r < g_list_model_get_n_items (G_LIST_MODEL (rows)); r++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), r);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < n_columns; i++)
        if (columns[i].head != NULL)
          g_ptr_array_add (cells, format_cell (&columns[i], bv_row_list_get_id (rows, r), row));
      bv_cli_table_add (table, (const char *const *) cells->pdata);
    }
  bv_cli_table_print (table);
}

static void
print_json (BvRowList *rows, const BvCliColumn *columns, guint n_columns)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint r = 0; r < g_list_model_get_n_items (G_LIST_MODEL (rows)); r++)
    {
      g_autoptr (BvRow) row = g_list_model_get_item (G_LIST_MODEL (rows), r);

      json_builder_begin_object (builder);
      for (guint i = 0; i < n_columns; i++)
        if (columns[i].index < 0)
          bv_cli_json_int (builder, columns[i].member, bv_row_list_get_id (rows, r));
        else if (bv_row_is_null (row, columns[i].index))
          bv_cli_json_text (builder, columns[i].member, NULL);
        else if (is_number (&columns[i]))
          bv_cli_json_int (builder, columns[i].member, bv_row_get_int (row, columns[i].index));
        else
          bv_cli_json_text (builder, columns[i].member, bv_row_get_text (row, columns[i].index));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bv_cli_print_json (builder);
}

static void
note_failure (BvRowList *rows, const GError *error, gpointer user_data)
{
  g_set_error_literal ((GError **) user_data, error->domain, error->code, error->message);
}

int
bv_cli_print_rows (BvCli *cli, BvRowSource *source, const BvCliColumn *columns, guint n_columns)
{
  g_autoptr (BvRowList) rows = bv_row_list_new (cli->store, NULL);
  g_autoptr (GError) error = NULL;

  g_signal_connect (rows, "failed", G_CALLBACK (note_failure), &error);
  bv_row_list_set_source (rows, source);
  bv_row_list_wait (rows);
  if (error != NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_json (rows, columns, n_columns);
  else
    print_table (rows, columns, n_columns);
  return BV_CLI_OK;
}
