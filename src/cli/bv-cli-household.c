// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli household: one household of the register. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-register.h"
#include "office/bv-subject.h"

#include <glib/gi18n.h>

typedef struct
{
  char *name;
  char *code;
  char *unit;
  char *head;
  char *address;
  char *note;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->name);
  g_free (options->code);
  g_free (options->unit);
  g_free (options->head);
  g_free (options->address);
  g_free (options->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static BvHousehold *
load (BvCli *cli, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  gint64 id;

  if (!bv_cli_find_subject (cli, text, BV_SUBJECT_HOUSEHOLD, &id, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  return lease != NULL ? bv_household_load (bv_lease_connection (lease), id, error) : NULL;
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvHousehold) household = load (cli, argv[0], &error);
  g_autoptr (JsonBuilder) builder = NULL;

  if (household == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (!cli->json)
    {
      const struct
      {
        const char *head;
        const char *value;
      } fields[] = {
        { _ ("Code"), household->code },      { _ ("Unit"), household->unit_name },
        { _ ("Head"), household->head_name }, { _ ("Address"), household->address },
        { _ ("Note"), household->note },
      };

      printf ("%s\n", household->name);
      for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
        if (fields[i].value != NULL && *fields[i].value != '\0')
          printf ("%s: %s\n", fields[i].head, fields[i].value);
      return BV_CLI_OK;
    }
  builder = bv_cli_json_begin ();
  bv_cli_json_int (builder, "household", household->id);
  bv_cli_json_text (builder, "name", household->name);
  bv_cli_json_text (builder, "code", household->code);
  bv_cli_json_int (builder, "unit_id", household->unit_id);
  bv_cli_json_text (builder, "unit", household->unit_name);
  bv_cli_json_int (builder, "head_id", household->head_id);
  bv_cli_json_text (builder, "head", household->head_name);
  bv_cli_json_text (builder, "address", household->address);
  bv_cli_json_text (builder, "note", household->note);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
  return BV_CLI_OK;
}

/* A unit or a person that an option names; "" takes away the one that stands there. */
static gboolean
take_subject (BvCli *cli, const char *text, BvSubjectKind kind, gint64 *id, GError **error)
{
  if (text == NULL)
    return TRUE;
  if (*text != '\0')
    return bv_cli_find_subject (cli, text, kind, id, error);
  *id = 0;
  return TRUE;
}

static gboolean
take_options (BvCli *cli, BvHousehold *household, const Options *options, GError **error)
{
  if (!take_subject (cli, options->unit, BV_SUBJECT_UNIT, &household->unit_id, error)
      || !take_subject (cli, options->head, BV_SUBJECT_PERSON, &household->head_id, error))
    return FALSE;
  bv_cli_set (&household->code, options->code);
  bv_cli_set (&household->address, options->address);
  bv_cli_set (&household->note, options->note);
  return TRUE;
}

/* Says which household is there already under the same code, or the same name and unit. */
static gboolean
warn_of_duplicate (BvCli *cli, const BvHousehold *household, GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  gint64 other = 0;

  if (lease == NULL
      || !bv_household_find_duplicate (bv_lease_connection (lease), household, &other, error))
    return FALSE;
  if (other != 0)
    bv_cli_warn (cli, _ ("%s may stand in the register twice: look at #%d and #%d"),
                 household->name, (int) other, (int) household->id);
  return other != 0;
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvHousehold) household = bv_household_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_twice;
  gint64 act;

  bv_text_set (&household->name, argv[0]);
  if (!take_options (cli, household, options, &error)
      || !bv_register_save_household (cli->store, household, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The household is #%d."), (int) household->id);
  bv_cli_say_act (cli, act, "household", household->id, text);
  is_twice = warn_of_duplicate (cli, household, &error);
  if (error != NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return is_twice ? BV_CLI_FINDINGS : BV_CLI_OK;
}

static int
change (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvHousehold) household = load (cli, argv[0], &error);
  gint64 act;

  if (household == NULL || !take_options (cli, household, options, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&household->name, options->name);
  if (!bv_register_save_household (cli->store, household, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "household", household->id, _ ("The household is changed."));
}

static int
remove_household (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvHousehold) household = load (cli, argv[0], &error);
  gint64 act;

  if (household == NULL || !bv_register_delete_household (cli->store, household->id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "household", household->id, _ ("The household is deleted."));
}

static const BvCliVerb verbs[] = {
  { "show", show, 1, 1, FALSE },
  { "add", add, 1, 1, TRUE },
  { "set", change, 1, 1, TRUE },
  { "delete", remove_household, 1, 1, TRUE },
  { NULL },
};

int
bv_cli_household (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_ ("set: the name"), N_ ("NAME") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code, N_ ("add, set: its code"), N_ ("CODE") },
    { "unit", 'u', 0, G_OPTION_ARG_STRING, &options.unit, N_ ("add, set: its village or commune"),
      N_ ("UNIT") },
    { "head", 0, 0, G_OPTION_ARG_STRING, &options.head,
      N_ ("add, set: its head, a person of the register"), N_ ("PERSON") },
    { "address", 0, 0, G_OPTION_ARG_STRING, &options.address, N_ ("add, set: its address"),
      N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("add, set: a note"), N_ ("TEXT") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB HOUSEHOLD"), _ ("Households of the register."),
    _ ("Verbs:\n"
       "  show HOUSEHOLD    what is known\n"
       "  add NAME          a new household: --unit, --head, --address\n"
       "  set HOUSEHOLD     changes what options name; an empty text takes it away\n"
       "  delete HOUSEHOLD  one that has no awards\n\n"
       "HOUSEHOLD, UNIT and PERSON are a name or #id."),
    entries, 2, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
