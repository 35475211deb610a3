// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli check: is the file sound? */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include <glib/gi18n.h>

static void
print_json (GPtrArray *findings)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (findings, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

int
bv_cli_check (BvCli *cli, int argc, char **argv)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  int exit_code = bv_cli_parse (cli, &argc, &argv, NULL,
                                _ ("Looks through the whole file: pages and indexes, links between "
                                   "records, the search index, and "
                                   "the chain of the history. Nothing is changed."),
                                NULL, NULL, 0, 0);

  if (exit_code >= 0 || !bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  if (!bv_store_check (cli->store, &findings, cli->cancellable, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_json (findings);
  else if (findings->len == 0)
    bv_cli_say (cli, "%s", _ ("The file is sound."));
  else
    for (guint i = 0; i < findings->len; i++)
      puts (g_ptr_array_index (findings, i));
  return findings->len == 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}
