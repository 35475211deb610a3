// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli undo and redo. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include <glib/gi18n.h>

static int
run (BvCli *cli, int argc, char **argv, gboolean redo, const char *summary)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *next = NULL;
  g_autofree char *title = NULL;
  gint64 target = 0;
  gint64 act = 0;
  gboolean ok;
  int exit_code = bv_cli_parse (cli, &argc, &argv, _ ("[ACT]"), summary, NULL, NULL, 0, 1);

  if (exit_code >= 0)
    return exit_code;
  if (argc > 1)
    {
      const char *digits = argv[1] + (argv[1][0] == '#' ? 1 : 0);

      if (!g_ascii_string_to_unsigned (digits, 10, 1, G_MAXINT64, (guint64 *) &target, NULL))
        return bv_cli_usage (
          cli, _ ("“%s” is no act: give its number as “bangvang-cli history” shows it"), argv[1]);
    }
  if (!bv_cli_open (cli, BV_STORE_OPEN, &exit_code))
    return exit_code;
  if (target == 0)
    {
      next = redo ? bv_store_get_redo_title (cli->store) : bv_store_get_undo_title (cli->store);
      /* Of a file that cannot be changed, the act itself says so. */
      if (next == NULL && !bv_store_is_read_only (cli->store))
        {
          bv_cli_warn (cli, "%s",
                       redo ? _ ("there is nothing to redo") : _ ("there is nothing to undo"));
          return BV_CLI_FINDINGS;
        }
    }
  ok = redo ? bv_store_redo (cli->store, target, &title, &act, &error)
            : bv_store_undo (cli->store, target, &title, &act, &error);
  if (!ok)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_say (cli, redo ? _ ("Done again: %s") : _ ("Undone: %s"), title);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_int (builder, "act", act);
      bv_cli_json_text (builder, "title", title);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return BV_CLI_OK;
}

int
bv_cli_undo (BvCli *cli, int argc, char **argv)
{
  return run (
    cli, argc, argv, FALSE,
    _ ("Takes back the act numbered ACT, or the newest one still in force. Nothing happens "
       "when a later act changed the same records."));
}

int
bv_cli_redo (BvCli *cli, int argc, char **argv)
{
  return run (
    cli, argc, argv, TRUE,
    _ ("Does an act again that was taken back: the one numbered ACT, or the newest, as long "
       "as nothing else was done since."));
}
