// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli backup: an online copy that counts only once it was reopened and checked. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-error.h"

#include <glib/gi18n.h>

int
bv_cli_backup (BvCli *cli, int argc, char **argv)
{
  gboolean force = FALSE;
  const GOptionEntry entries[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &force, N_ ("Replace a file that is there already"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("COPY"),
    _ ("Copies the file into COPY while it may be in use, reopens the copy and checks "
       "it. COPY appears only when it is sound."),
    NULL, entries, 1, 1);

  if (exit_code >= 0)
    return exit_code;
  if (!force && g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      bv_cli_warn (cli, _ ("“%s” exists already; choose another name or add --force"), argv[1]);
      return BV_CLI_FILE;
    }
  if (!bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  if (!bv_store_backup (cli->store, argv[1], bv_cli_progress, cli, cli->cancellable, &error))
    {
      gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      bv_cli_fail (cli, g_steal_pointer (&error));
      return is_cancelled ? BV_CLI_CANCELLED : BV_CLI_FILE;
    }
  bv_cli_say (cli, _ ("Backed up and checked: %s"), argv[1]);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_text (builder, "backup", argv[1]);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return BV_CLI_OK;
}
