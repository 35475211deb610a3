// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli history: acts, and what one of them changed. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"
#include "documents/bv-audit.h"

#include <glib/gi18n.h>

static void
print_entries_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const BvHistoryEntry *entry = g_ptr_array_index (entries, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "id", entry->id);
      bv_cli_json_text (builder, "at", entry->at);
      bv_cli_json_text (builder, "actor", entry->actor);
      bv_cli_json_text (builder, "kind", entry->kind);
      bv_cli_json_text (builder, "title", entry->title);
      if (entry->target != 0)
        bv_cli_json_int (builder, "target", entry->target);
      json_builder_set_member_name (builder, "undone");
      json_builder_add_boolean_value (builder, entry->is_undone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  bv_cli_print_json (builder);
}

static void
print_entries (GPtrArray *entries)
{
  const char *heads[] = { _ (">Act"), _ ("When"), _ ("Who"), _ ("What"), "", NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  for (guint i = 0; i < entries->len; i++)
    {
      const BvHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *when = bv_audit_format_time (entry->at);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->id);
      const char *cells[] = { id, when, entry->actor, entry->title,
                              entry->is_undone ? _ ("undone") : "" };

      bv_cli_table_add (table, cells);
    }
  bv_cli_table_print (table);
}

static void
add_changes_json (JsonBuilder *builder, const BvChange *change)
{
  json_builder_begin_object (builder);
  bv_cli_json_text (builder, "table", change->table);
  bv_cli_json_text (builder, "operation", change->operation);
  bv_cli_json_int (builder, "row", change->row_id);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_object (builder);
  for (guint i = 0; change->columns[i] != NULL; i++)
    {
      json_builder_set_member_name (builder, change->columns[i]);
      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, change->old_values[i]);
      json_builder_add_string_value (builder, change->new_values[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static int
print_changes_json (BvCli *cli, gint64 id, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = bv_store_list_changes (cli->store, id, limit, &error);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (changes == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    add_changes_json (builder, g_ptr_array_index (changes, i));
  json_builder_end_array (builder);
  bv_cli_print_json (builder);
  return BV_CLI_OK;
}

/* In the words of the history page. */
static int
print_records (BvCli *cli, gint64 id, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = bv_audit_read (cli->store, id, limit, &error);

  if (records == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; i < records->len; i++)
    {
      const BvAuditRecord *record = g_ptr_array_index (records, i);

      printf ("%s: %s, %s\n", bv_audit_operation_label (record->operation), record->kind,
              *record->name != '\0' ? record->name : "–");
      for (guint k = 0; k < record->fields->len; k++)
        {
          const BvAuditField *field = g_ptr_array_index (record->fields, k);

          if (g_str_equal (record->operation, "insert"))
            printf ("  %s: %s\n", field->label, field->new_value);
          else
            printf ("  %s: %s → %s\n", field->label,
                    *field->old_value != '\0' ? field->old_value : "–",
                    *field->new_value != '\0' ? field->new_value : "–");
        }
    }
  return BV_CLI_OK;
}

static int
show_act (BvCli *cli, const char *text, int limit)
{
  const char *digits = text + (text[0] == '#' ? 1 : 0);
  guint64 id;

  if (!g_ascii_string_to_unsigned (digits, 10, 1, G_MAXINT64, &id, NULL))
    return bv_cli_usage (
      cli, _ ("“%s” is no act: give its number as “bangvang-cli history” shows it"), text);
  return cli->json ? print_changes_json (cli, (gint64) id, (guint) limit)
                   : print_records (cli, (gint64) id, (guint) limit);
}

int
bv_cli_history (BvCli *cli, int argc, char **argv)
{
  int limit = 50;
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, N_ ("At most so many (50)"), N_ ("NUMBER") },
    { NULL },
  };
  g_autoptr (GPtrArray) acts = NULL;
  g_autoptr (GError) error = NULL;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("[ACT]"),
    _ ("Lists the acts, the newest first; or the records that ACT changed."), NULL, entries, 0, 1);

  if (exit_code >= 0)
    return exit_code;
  if (limit < 1)
    return bv_cli_usage (cli, "%s", _ ("--limit must be 1 or more"));
  if (!bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  if (argc > 1)
    return show_act (cli, argv[1], limit);
  acts = bv_store_list_history (cli->store, 0, (guint) limit, &error);
  if (acts == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_entries_json (acts);
  else
    print_entries (acts);
  return BV_CLI_OK;
}
