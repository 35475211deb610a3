// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli record: a subject's whole record, on the screen or as the printed extract. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-date.h"
#include "documents/bv-subject-record-paper.h"
#include "merit/bv-subject-record.h"

#include <glib/gi18n.h>

typedef struct
{
  char **outputs;
  int from_year;
  int to_year;
  gboolean only_awards;
  char *number;
  char *date;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->outputs);
  g_free (options->number);
  g_free (options->date);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
is_chosen (const Options *options, const BvRecordEntry *entry)
{
  if (options->only_awards && entry->section != BV_RECORD_AWARDS)
    return FALSE;
  return entry->year == 0
         || ((options->from_year == 0 || entry->year >= options->from_year)
             && (options->to_year == 0 || entry->year <= options->to_year));
}

static void
add_entry (JsonBuilder *builder, const BvRecordEntry *entry)
{
  json_builder_begin_object (builder);
  bv_cli_json_int (builder, "year", entry->year);
  bv_cli_json_text (builder, "code", entry->code);
  bv_cli_json_text (builder, "title", entry->title);
  bv_cli_json_text (builder, "number", entry->number);
  bv_cli_json_text (builder, "date", entry->on_date);
  bv_cli_json_text (builder, "issuer", entry->issuer);
  bv_cli_json_text (builder, "from", entry->from_date);
  bv_cli_json_text (builder, "to", entry->to_date);
  bv_cli_json_text (builder, "name_then", entry->name_then);
  bv_cli_json_text (builder, "detail", entry->detail);
  bv_cli_json_text (builder, "state", entry->state);
  bv_cli_json_text (builder, "result", entry->result);
  bv_cli_json_text (builder, "note", entry->note);
  if (entry->amount >= 0)
    bv_cli_json_int (builder, "amount", entry->amount);
  bv_cli_json_int (builder, "posthumous", entry->is_posthumous);
  bv_cli_json_text (builder, "revoked_by", entry->revoked_number);
  bv_cli_json_text (builder, "revoked_on", entry->revoked_on);
  json_builder_end_object (builder);
}

static void
print_json (const BvSubjectRecord *record, const Options *options)
{
  g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

  bv_cli_json_int (builder, "id", record->subject_id);
  bv_cli_json_text (builder, "name", record->name);
  bv_cli_json_text (builder, "detail", record->detail);
  for (guint i = 0; i < BV_N_RECORD_SECTIONS; i++)
    {
      json_builder_set_member_name (builder, bv_record_section_to_code ((BvRecordSection) i));
      json_builder_begin_array (builder);
      for (guint k = 0; k < record->sections[i]->len; k++)
        {
          const BvRecordEntry *entry = g_ptr_array_index (record->sections[i], k);

          if (is_chosen (options, entry))
            add_entry (builder, entry);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  bv_cli_print_json (builder);
}

static void
print_text (const BvSubjectRecord *record, const Options *options)
{
  printf ("%s\n", record->name);
  if (*record->detail != '\0')
    printf ("%s\n", record->detail);
  for (guint i = 0; i < BV_N_RECORD_SECTIONS; i++)
    {
      const char *heads[] = { _ (">Year"), _ ("Content"), _ ("Details"), NULL };
      g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
      guint n = 0;

      for (guint k = 0; k < record->sections[i]->len; k++)
        {
          const BvRecordEntry *entry = g_ptr_array_index (record->sections[i], k);
          g_autofree char *year = entry->year != 0 ? g_strdup_printf ("%d", entry->year)
                                                   : g_strdup ("");
          g_autofree char *title = bv_record_entry_get_title (entry);
          g_autofree char *detail = bv_record_entry_get_detail (entry);
          const char *cells[] = { year, title, detail };

          if (!is_chosen (options, entry))
            continue;
          bv_cli_table_add (table, cells);
          n++;
        }
      if (n == 0)
        continue;
      printf ("\n%s\n", bv_record_section_get_label ((BvRecordSection) i));
      bv_cli_table_print (table);
    }
}

int
bv_cli_record (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("The extract as .pdf, .odt or .xlsx; may be given several times"), N_ ("FILE") },
    { "from-year", 0, 0, G_OPTION_ARG_INT, &options.from_year, N_ ("From this year on"),
      N_ ("YEAR") },
    { "to-year", 0, 0, G_OPTION_ARG_INT, &options.to_year, N_ ("Until this year"), N_ ("YEAR") },
    { "awards-only", 0, 0, G_OPTION_ARG_NONE, &options.only_awards, N_ ("Nothing but the awards"),
      NULL },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, N_ ("Number of the extract"),
      N_ ("NUMBER") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("Its date (today)"), N_ ("DATE") },
    { NULL },
  };
  BvSubjectRecordPaper paper = { 0 };
  g_autoptr (BvSubjectRecord) record = NULL;
  g_autoptr (BvDocument) document = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  BvDocumentFormat format;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("SUBJECT"),
    _ ("The whole record of a person, unit or household: awards, ratings, initiatives, posts and "
       "more."),
    _ ("A unit's record has that of the units it came from. SUBJECT is a name or #id."), entries, 1,
    1);

  if (exit_code >= 0)
    return exit_code;
  for (guint i = 0; options.outputs != NULL && options.outputs[i] != NULL; i++)
    if (!bv_document_format_from_path (options.outputs[i], &format, &error))
      return bv_cli_usage (cli, "%s", error->message);
  if (!bv_cli_read_date (cli, "date", options.date, &date))
    return BV_CLI_USAGE;
  if (options.from_year != 0 && options.to_year != 0 && options.from_year > options.to_year)
    return bv_cli_usage (cli, "%s", _ ("--to-year lies before --from-year"));
  if (!bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  if (!bv_cli_find_subject (cli, argv[1], 0, &paper.subject_id, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (options.outputs == NULL)
    {
      record = bv_subject_record_load (bv_lease_connection (lease), paper.subject_id, &error);
      if (record == NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      if (cli->json)
        print_json (record, &options);
      else
        print_text (record, &options);
      return BV_CLI_OK;
    }
  paper.from_year = options.from_year;
  paper.to_year = options.to_year;
  paper.only_awards = options.only_awards;
  paper.number = options.number;
  paper.date = date;
  document = bv_subject_record_paper_build (bv_lease_connection (lease), &paper, &error);
  if (document == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; options.outputs[i] != NULL; i++)
    {
      if (!bv_document_format_from_path (options.outputs[i], &format, &error)
          || !bv_document_write (document, format, options.outputs[i], &error))
        return bv_cli_fail (cli, g_steal_pointer (&error));
      bv_cli_say (cli, _ ("Written: %s"), options.outputs[i]);
    }
  return BV_CLI_OK;
}
