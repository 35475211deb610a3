// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli init: a new file with an office, or with the demo district. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "exchange/bv-demo.h"
#include "office/bv-office.h"
#include "office/bv-signer.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

typedef struct
{
  gboolean demo;
  gboolean plain;
  char *level;
  char *area;
  char *superior;
  char *from;
  char *signer;
  char *post;
  char *prefix;
  char *on_behalf_of;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->level);
  g_free (options->area);
  g_free (options->superior);
  g_free (options->from);
  g_free (options->signer);
  g_free (options->post);
  g_free (options->prefix);
  g_free (options->on_behalf_of);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
set (char **place, const char *text)
{
  g_free (*place);
  *place = g_strdup (text != NULL ? text : "");
}

static BvSigner *
make_signer (const Options *options)
{
  BvSigner *signer = bv_signer_new ();
  g_autofree char *post = bv_text_upper (options->post != NULL ? options->post : "CHỦ TỊCH");

  set (&signer->name, options->signer);
  set (&signer->post, post);
  set (&signer->prefix, options->prefix);
  set (&signer->on_behalf_of, options->on_behalf_of);
  signer->is_default = TRUE;
  return signer;
}

static gboolean
set_up (BvCli *cli, const Options *options, const char *from, GError **error)
{
  g_autoptr (BvOfficeSetup) setup = bv_office_setup_new ();

  g_ptr_array_add (setup->periods,
                   bv_office_period_suggest (options->level != NULL ? options->level : "district",
                                             options->area, options->superior, from));
  if (options->signer != NULL)
    g_ptr_array_add (setup->signers, make_signer (options));
  return bv_office_set_up (cli->store, setup, NULL, error);
}

/* A file that could not be filled must not stay behind as an empty one. */
static void
remove_file (BvCli *cli)
{
  g_autofree char *wal = g_strconcat (cli->path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (cli->path, "-shm", NULL);

  bv_store_close (cli->store);
  g_remove (cli->path);
  g_remove (wal);
  g_remove (shm);
}

int
bv_cli_init (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "demo", 0, 0, G_OPTION_ARG_NONE, &options.demo, N_ ("Fill it with the demo district"), NULL },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &options.plain,
      N_ ("The demo district without the year under way, to be tried by oneself"), NULL },
    { "level", 0, 0, G_OPTION_ARG_STRING, &options.level,
      N_ ("district (default), commune, province or ministry_unit"), N_ ("LEVEL") },
    { "area", 0, 0, G_OPTION_ARG_STRING, &options.area, N_ ("What it governs: “huyện Mường La”"),
      N_ ("NAME") },
    { "superior", 0, 0, G_OPTION_ARG_STRING, &options.superior,
      N_ ("The area above it: “tỉnh Sơn La”"), N_ ("NAME") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from,
      N_ ("First day of the office in this form (1/1 of this year)"), N_ ("DATE") },
    { "signer", 0, 0, G_OPTION_ARG_STRING, &options.signer, N_ ("Who signs"), N_ ("NAME") },
    { "post", 0, 0, G_OPTION_ARG_STRING, &options.post, N_ ("The signer's post (CHỦ TỊCH)"),
      N_ ("POST") },
    { "prefix", 0, 0, G_OPTION_ARG_STRING, &options.prefix, N_ ("KT., TM., Q., TL. or TUQ."),
      N_ ("PREFIX") },
    { "on-behalf-of", 0, 0, G_OPTION_ARG_STRING, &options.on_behalf_of,
      N_ ("What follows the prefix: “CHỦ TỊCH”"), N_ ("POST") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  gboolean ok;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, NULL,
    _ ("Makes a new file. Without --demo it needs --area, and takes the usual names of "
       "such an office."),
    NULL, entries, 0, 0);

  if (exit_code >= 0)
    return exit_code;
  options.demo = options.demo || options.plain;
  if (options.demo == (options.area != NULL))
    return bv_cli_usage (cli, "%s", _ ("give either --demo or --area"));
  if (!bv_cli_read_date (cli, "from", options.from, &from))
    return BV_CLI_USAGE;
  if (from == NULL)
    {
      g_autofree char *today = bv_date_today ();

      from = g_strdup_printf ("%.4s-01-01", today);
    }
  if (!bv_cli_open (cli, BV_STORE_CREATE, &exit_code))
    return exit_code;
  ok = options.plain  ? bv_demo_load_plain (cli->store, NULL, &error)
       : options.demo ? bv_demo_load (cli->store, NULL, &error)
                      : set_up (cli, &options, from, &error);
  if (!ok)
    {
      remove_file (cli);
      return bv_cli_fail (cli, g_steal_pointer (&error));
    }
  bv_cli_say (cli,
              options.demo ? _ ("The demo district is in %s") : _ ("The office is set up in %s"),
              cli->path);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_text (builder, "file", cli->path);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return BV_CLI_OK;
}
