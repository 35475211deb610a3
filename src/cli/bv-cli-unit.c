// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli unit: one unit of the register, and what becomes of units: mergers, divisions, changes of name. Records
 * stay with the unit that earned them; they are found under the unit that follows. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-verb.h"

#include "base/bv-date.h"
#include "base/bv-error.h"
#include "base/bv-text.h"
#include "office/bv-register.h"
#include "office/bv-subject.h"

#include <glib/gi18n.h>

typedef struct
{
  char **names;
  char *into;
  char *below;
  char *kind;
  char *code;
  char *abbreviation;
  char *address;
  char *from;
  char *to;
  char *date;
  char *basis;
  char *note;
  gboolean is_small;
  gboolean is_large;
  gboolean leaves_members;
  gboolean leaves_children;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->names);
  g_free (options->into);
  g_free (options->below);
  g_free (options->kind);
  g_free (options->code);
  g_free (options->abbreviation);
  g_free (options->address);
  g_free (options->from);
  g_free (options->to);
  g_free (options->date);
  g_free (options->basis);
  g_free (options->note);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static BvUnit *
load (BvCli *cli, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  gint64 id;

  if (!bv_cli_find_subject (cli, text, BV_SUBJECT_UNIT, &id, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  return lease != NULL ? bv_unit_load (bv_lease_connection (lease), id, error) : NULL;
}

/* ── show ────────────────────────────────────────────────────────────────────────────────── */

static void
print_json (const BvUnit *unit, const char *path, GPtrArray *lineage)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  bv_cli_json_int (builder, "unit", unit->id);
  bv_cli_json_text (builder, "name", unit->name);
  bv_cli_json_text (builder, "path", path);
  bv_cli_json_text (builder, "code", unit->code);
  bv_cli_json_text (builder, "kind", unit->kind);
  bv_cli_json_text (builder, "from", unit->from_date);
  bv_cli_json_text (builder, "to", unit->to_date);
  json_builder_set_member_name (builder, "lineage");
  json_builder_begin_array (builder);
  for (guint i = 0; i < lineage->len; i++)
    {
      const BvLineageEntry *entry = g_ptr_array_index (lineage, i);

      json_builder_begin_object (builder);
      bv_cli_json_int (builder, "unit", entry->unit_id);
      bv_cli_json_text (builder, "name", entry->name);
      bv_cli_json_int (builder, "distance", entry->distance);
      bv_cli_json_text (builder, "manner", entry->manner);
      bv_cli_json_text (builder, "date", entry->on_date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

static void
print_text (const BvUnit *unit, const char *path, GPtrArray *lineage)
{
  const char *heads[] = { _ (">Id"),           _ ("Unit"), _ ("From"), _ ("Until"),
                          _ ("What happened"), _ ("Date"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);

  printf ("%s\n%s · %s\n", path, bv_choice_label (bv_unit_kinds, unit->kind),
          unit->is_small ? _ ("a small collective") : _ ("not a small collective"));
  if (lineage->len < 2)
    return;
  for (guint i = 0; i < lineage->len; i++)
    {
      const BvLineageEntry *entry = g_ptr_array_index (lineage, i);
      g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, entry->unit_id);
      g_autofree char *from = bv_date_format_short (entry->from_date);
      g_autofree char *to = bv_date_format_short (entry->to_date);
      g_autofree char *date = bv_date_format_short (entry->on_date);
      const char *cells[] = { id,
                              entry->name,
                              from,
                              to,
                              entry->manner != NULL
                                ? bv_choice_label (bv_succession_manners, entry->manner)
                                : "",
                              date };

      bv_cli_table_add (table, cells);
    }
  putchar ('\n');
  bv_cli_table_print (table);
}

static int
show (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) unit = load (cli, argv[0], &error);
  g_autoptr (BvLease) lease = unit != NULL ? bv_store_lease (cli->store, &error) : NULL;
  g_autoptr (GPtrArray) lineage = NULL;
  g_autofree char *path = NULL;

  if (lease != NULL)
    path = bv_unit_path (bv_lease_connection (lease), unit->id, &error);
  if (path != NULL)
    lineage = bv_unit_lineage (bv_lease_connection (lease), unit->id, &error);
  if (lineage == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    print_json (unit, path, lineage);
  else
    print_text (unit, path, lineage);
  return BV_CLI_OK;
}

/* ── add, set, move, delete ──────────────────────────────────────────────────────────────── */

/* Returns: an exit code, or -1 to go on. */
static int
take_options (BvCli *cli, BvUnit *unit, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (!bv_cli_read_date (cli, "from", options->from, &from)
      || !bv_cli_read_date (cli, "to", options->to, &to))
    return BV_CLI_USAGE;
  if (options->below != NULL
      && !bv_cli_find_subject (cli, options->below, BV_SUBJECT_UNIT, &unit->parent_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_cli_set (&unit->kind, options->kind);
  bv_cli_set (&unit->code, options->code);
  bv_cli_set (&unit->abbreviation, options->abbreviation);
  bv_cli_set (&unit->address, options->address);
  bv_cli_set (&unit->note, options->note);
  bv_cli_set (&unit->from_date, from);
  bv_cli_set (&unit->to_date, to);
  if (options->is_small || options->is_large)
    unit->is_small = options->is_small;
  return -1;
}

static int
add (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvUnit) unit = bv_unit_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gint64 act;
  int exit_code = take_options (cli, unit, options);

  if (exit_code >= 0)
    return exit_code;
  bv_text_set (&unit->name, argv[0]);
  if (!bv_register_save_unit (cli->store, unit, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  text = g_strdup_printf (_ ("The unit is #%d."), (int) unit->id);
  return bv_cli_say_act (cli, act, "unit", unit->id, text);
}

static int
change (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) unit = load (cli, argv[0], &error);
  gint64 act;
  int exit_code;

  if (unit == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  exit_code = take_options (cli, unit, options);
  if (exit_code >= 0)
    return exit_code;
  if (options->names != NULL)
    bv_text_set (&unit->name, options->names[0]);
  if (!bv_register_save_unit (cli->store, unit, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "unit", unit->id, _ ("The unit is changed."));
}

static int
move (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) unit = load (cli, argv[0], &error);
  gint64 parent;
  gint64 place;
  gint64 act;

  if (unit == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  parent = unit->parent_id;
  if (!g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT, &place, NULL))
    return bv_cli_usage (cli, _ ("“%s” is no place among the units: count from 1"), argv[1]);
  if ((options->below != NULL
       && !bv_cli_find_subject (cli, options->below, BV_SUBJECT_UNIT, &parent, &error))
      || !bv_register_move_unit (cli->store, unit->id, parent, (int) place - 1, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "unit", unit->id, _ ("The unit is moved."));
}

static int
remove_unit (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) unit = load (cli, argv[0], &error);
  gint64 act;

  if (unit == NULL || !bv_register_delete_unit (cli->store, unit->id, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return bv_cli_say_act (cli, act, "unit", unit->id, _ ("The unit is deleted."));
}

/* ── merge, split, rename ────────────────────────────────────────────────────────────────── */

/* A unit of the kind of the one before it, below the same unit. */
static void
add_successor (BvSuccession *succession, const BvUnit *like, const char *name)
{
  BvUnit *unit = bv_unit_new ();

  bv_text_take (&unit->name, bv_text_clean (name));
  bv_text_set (&unit->kind, like->kind);
  unit->is_small = like->is_small;
  unit->parent_id = like->parent_id;
  g_ptr_array_add (succession->successors, unit);
}

/* Carries out what is described in @succession, (transfer none). */
static int
succeed (BvCli *cli, BvSuccession *succession, const char *manner, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;
  gint64 act;

  if (options->date == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the first day of the change by --date DATE"));
  if (!bv_cli_read_date (cli, "date", options->date, &date))
    return BV_CLI_USAGE;
  bv_text_set (&succession->manner, manner);
  bv_text_set (&succession->on_date, date);
  bv_cli_set (&succession->basis, options->basis);
  succession->carry_members = !options->leaves_members;
  succession->carry_children = !options->leaves_children;
  if (!bv_register_succeed_units (cli->store, succession, &act, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  day = bv_date_format_short (date);
  for (guint i = 0; i < succession->successors->len; i++)
    {
      const BvUnit *unit = g_ptr_array_index (succession->successors, i);

      g_string_append_printf (text, "%s#%d %s", i > 0 ? ", " : "", (int) unit->id, unit->name);
    }
  bv_cli_say (cli, _ ("From %s: %s"), day, text->str);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_int (builder, "act", act);
      json_builder_set_member_name (builder, "units");
      json_builder_begin_array (builder);
      for (guint i = 0; i < succession->successors->len; i++)
        json_builder_add_int_value (builder,
                                    ((BvUnit *) g_ptr_array_index (succession->successors, i))->id);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return BV_CLI_OK;
}

/* Puts the units named into @succession; %FALSE with @error. @first: (out) (transfer full) */
static gboolean
take_predecessors (BvCli *cli,
                   BvSuccession *succession,
                   int argc,
                   char **argv,
                   BvUnit **first,
                   GError **error)
{
  *first = NULL;
  for (int i = 0; i < argc; i++)
    {
      g_autoptr (BvUnit) unit = load (cli, argv[i], error);

      if (unit == NULL)
        return FALSE;
      for (guint k = 0; k < succession->predecessors->len; k++)
        if (g_array_index (succession->predecessors, gint64, k) == unit->id)
          {
            g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_DUPLICATE, _ ("“%s” is named twice"),
                         unit->name);
            return FALSE;
          }
      g_array_append_val (succession->predecessors, unit->id);
      if (*first == NULL)
        *first = g_steal_pointer (&unit);
    }
  return TRUE;
}

static int
merge (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) first = NULL;
  guint n_names = options->names != NULL ? g_strv_length (options->names) : 0;

  if ((n_names == 1) == (options->into != NULL))
    return bv_cli_usage (cli, "%s",
                         _ ("name what comes of it: a new unit by --name NAME, or --into UNIT"));
  if (!take_predecessors (cli, succession, argc, argv, &first, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options->into != NULL)
    {
      BvUnit *unit = load (cli, options->into, &error);

      if (unit == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      g_ptr_array_add (succession->successors, unit);
    }
  else
    add_successor (succession, first, options->names[0]);
  return succeed (cli, succession, "merge", options);
}

static int
split (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) first = NULL;

  if (options->names == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the new units, each by --name NAME"));
  if (!take_predecessors (cli, succession, argc, argv, &first, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; options->names[i] != NULL; i++)
    add_successor (succession, first, options->names[i]);
  return succeed (cli, succession, "split", options);
}

static int
rename_unit (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const Options *options = data;
  g_autoptr (BvSuccession) succession = bv_succession_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BvUnit) first = NULL;

  if (!take_predecessors (cli, succession, 1, argv, &first, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  add_successor (succession, first, argv[1]);
  return succeed (cli, succession, "rename", options);
}

/* ── The command ─────────────────────────────────────────────────────────────────────────── */

static const BvCliVerb verbs[] = {
  { "show", show, 1, 1, FALSE },
  { "add", add, 1, 1, TRUE },
  { "set", change, 1, 1, TRUE },
  { "move", move, 2, 2, TRUE },
  { "delete", remove_unit, 1, 1, TRUE },
  { "merge", merge, 1, G_MAXINT, TRUE },
  { "split", split, 1, 1, TRUE },
  { "rename", rename_unit, 2, 2, TRUE },
  { NULL },
};

int
bv_cli_unit (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.names,
      N_ ("set, merge, split: the new name; may be repeated"), N_ ("NAME") },
    { "into", 0, 0, G_OPTION_ARG_STRING, &options.into, N_ ("merge: into a unit that exists"),
      N_ ("UNIT") },
    { "date", 'd', 0, G_OPTION_ARG_STRING, &options.date,
      N_ ("merge, split, rename: the first day of what comes of it"), N_ ("DATE") },
    { "basis", 0, 0, G_OPTION_ARG_STRING, &options.basis,
      N_ ("merge, split, rename: the resolution or decision"), N_ ("TEXT") },
    { "leave-people", 0, 0, G_OPTION_ARG_NONE, &options.leaves_members,
      N_ ("merge, split, rename: posts end instead of going on in the new unit"), NULL },
    { "leave-units", 0, 0, G_OPTION_ARG_NONE, &options.leaves_children,
      N_ ("merge, split, rename: units below and households stay where they are"), NULL },
    { "below", 'b', 0, G_OPTION_ARG_STRING, &options.below, N_ ("add, set, move: the unit above"),
      N_ ("UNIT") },
    { "kind", 'k', 0, G_OPTION_ARG_STRING, &options.kind,
      N_ ("add, set: authority, commune, school …; see the list in the help"), N_ ("KIND") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &options.code, N_ ("add, set: its code"), N_ ("CODE") },
    { "abbreviation", 0, 0, G_OPTION_ARG_STRING, &options.abbreviation,
      N_ ("add, set: its short name"), N_ ("TEXT") },
    { "address", 0, 0, G_OPTION_ARG_STRING, &options.address, N_ ("add, set: its address"),
      N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.from, N_ ("add, set: the first day it exists"),
      N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.to, N_ ("add, set: the last day it exists"),
      N_ ("DATE") },
    { "small", 0, 0, G_OPTION_ARG_NONE, &options.is_small, N_ ("add, set: a small collective"),
      NULL },
    { "not-small", 0, 0, G_OPTION_ARG_NONE, &options.is_large, N_ ("set: not a small collective"),
      NULL },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_ ("add, set: a note"), N_ ("TEXT") },
    { NULL },
  };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("VERB UNIT…"),
    _ ("Units of the register, and what becomes of them. What a unit earned stays with it and is "
       "found under the unit that follows."),
    _ (
      "Verbs:\n"
      "  show UNIT           where it stands, what it came from, what came after it\n"
      "  add NAME            a new unit: --below, --kind …\n"
      "  set UNIT            changes what options name\n"
      "  move UNIT PLACE     its place among its neighbours, or --below another unit\n"
      "  delete UNIT         one that nothing hangs on\n"
      "  merge UNIT UNIT…    several become one: --name or --into, --date, --basis\n"
      "  split UNIT          one becomes several: --name each, --date, --basis\n"
      "  rename UNIT NAME    from --date on, by --basis\n\n"
      "KIND is authority, commune, ward, town, village, party, mass_organisation, administration,\n"
      "public_service, school, enterprise, cooperative, central_body, armed_forces or other.\n"
      "UNIT is a name or #id."),
    entries, 2, G_MAXINT);

  if (exit_code >= 0)
    return exit_code;
  return bv_cli_run_verb (cli, (const BvCliVerb *const[]){ verbs, NULL }, &options, argc, argv);
}
