// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli paper: the papers of a dossier, one or all, as PDF, ODT or XLSX. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli.h"

#include "base/bv-error.h"
#include "documents/bv-dossier-papers.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  char *dossier;
  char *decision;
  char *nomination;
  char *meeting;
  char **outputs;
  char *folder;
  char *formats;
  char *date;
  char *number;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->dossier);
  g_free (options->decision);
  g_free (options->nomination);
  g_free (options->meeting);
  g_strfreev (options->outputs);
  g_free (options->folder);
  g_free (options->formats);
  g_free (options->date);
  g_free (options->number);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Of an option that may not be given. */
static gboolean
read_id (const char *text, gint64 *id, GError **error)
{
  return text == NULL || bv_cli_read_record_id (text, id, error);
}

static gboolean
build_and_write (BvCli *cli,
                 BvPaperKind kind,
                 const BvPaperOptions *paper,
                 const char *const *outputs,
                 GError **error)
{
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, error);
  g_autoptr (BvDocument) document = NULL;
  BvDocumentFormat format;

  if (lease == NULL)
    return FALSE;
  document = bv_dossier_paper_build (bv_lease_connection (lease), kind, paper, error);
  if (document == NULL)
    return FALSE;
  for (guint i = 0; outputs[i] != NULL; i++)
    {
      if (!bv_document_format_from_path (outputs[i], &format, error)
          || !bv_document_write (document, format, outputs[i], error))
        return FALSE;
      bv_cli_say (cli, _ ("Written: %s"), outputs[i]);
    }
  return TRUE;
}

/* ── One paper ───────────────────────────────────────────────────────────────────────────── */

static int
write_one (BvCli *cli, const char *code, const BvPaperOptions *paper, const Options *options)
{
  g_autoptr (GError) error = NULL;
  BvPaperKind kind;

  if (!bv_paper_kind_from_code (code, &kind))
    return bv_cli_usage (cli, _ ("there is no paper “%s”; “paper list” names them"), code);
  if (options->outputs == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the file to write by --output FILE"));
  if (!build_and_write (cli, kind, paper, (const char *const *) options->outputs, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return BV_CLI_OK;
}

/* ── All papers ──────────────────────────────────────────────────────────────────────────── */

static gboolean
read_formats (const char *text, guint *formats, GError **error)
{
  g_auto (GStrv) endings = g_strsplit (text != NULL ? text : "pdf,odt", ",", -1);

  *formats = 0;
  for (guint i = 0; endings[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("x.", g_strstrip (endings[i]), NULL);
      BvDocumentFormat format;

      if (!bv_document_format_from_path (name, &format, error))
        return FALSE;
      *formats |= 1u << format;
    }
  return TRUE;
}

static int
write_all (BvCli *cli, const BvPaperOptions *paper, const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  guint formats;

  if (options->folder == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the folder for the papers by --folder FOLDER"));
  if (paper->dossier_id == 0)
    return bv_cli_usage (cli, "%s", _ ("name the dossier by --dossier #ID"));
  if (!read_formats (options->formats, &formats, &error))
    return bv_cli_usage (cli, "%s", error->message);
  files = bv_dossier_papers_write_all (cli->store, paper, options->folder, formats, &left_out,
                                       bv_cli_progress, cli, cli->cancellable, &error);
  if (files == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint i = 0; i < files->len; i++)
    bv_cli_say (cli, _ ("Written: %s"), (const char *) g_ptr_array_index (files, i));
  for (guint i = 0; i < left_out->len; i++)
    bv_cli_warn (cli, "%s", (const char *) g_ptr_array_index (left_out, i));
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_text (builder, "folder", options->folder);
      bv_cli_json_int (builder, "files", files->len);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return files->len > 0 ? BV_CLI_OK : BV_CLI_FINDINGS;
}

/* ── What can be made ────────────────────────────────────────────────────────────────────── */

static int
list_papers (BvCli *cli, const BvPaperOptions *paper)
{
  const char *const heads[] = { _ ("Paper"), _ ("Name"), _ ("What is missing"), NULL };
  g_autoptr (BvCliTable) table = bv_cli_table_new (heads);
  g_autoptr (JsonBuilder) builder = cli->json ? bv_cli_json_begin () : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BvLease) lease = bv_store_lease (cli->store, &error);

  if (lease == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  for (guint kind = 0; kind < BV_N_PAPERS; kind++)
    {
      const char *code = bv_papers[kind].code;
      const char *label = bv_choice_label (bv_papers, code);
      g_autofree char *missing = bv_dossier_paper_get_missing (bv_lease_connection (lease), kind,
                                                               paper, &error);
      const char *cells[] = { code, label, missing, NULL };

      if (error != NULL)
        return bv_cli_fail (cli, g_steal_pointer (&error));
      if (builder != NULL)
        bv_cli_json_text (builder, code, missing != NULL ? missing : "");
      bv_cli_table_add (table, cells);
    }
  if (builder != NULL)
    {
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  else
    bv_cli_table_print (table);
  return BV_CLI_OK;
}

int
bv_cli_paper (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "dossier", 0, 0, G_OPTION_ARG_STRING, &options.dossier, N_ ("The dossier: #ID"), N_ ("ID") },
    { "decision", 'd', 0, G_OPTION_ARG_STRING, &options.decision,
      N_ ("A decision (that of the dossier)"), N_ ("DECISION") },
    { "meeting", 0, 0, G_OPTION_ARG_STRING, &options.meeting,
      N_ ("A meeting (the newest that had the dossier)"), N_ ("ID") },
    { "nomination", 0, 0, G_OPTION_ARG_STRING, &options.nomination,
      N_ ("The nomination of an achievement report"), N_ ("ID") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      N_ ("A .pdf, .odt or .xlsx to write; may be given several times"), N_ ("FILE") },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &options.folder, N_ ("Where “all” writes"),
      N_ ("FOLDER") },
    { "formats", 0, 0, G_OPTION_ARG_STRING, &options.formats,
      N_ ("What “all” writes (pdf,odt); xlsx is possible"), N_ ("LIST") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &options.date, N_ ("The date of the paper"), N_ ("DATE") },
    { "number", 0, 0, G_OPTION_ARG_STRING, &options.number, N_ ("Its number"), N_ ("NUMBER") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;
  BvPaperOptions paper = { 0 };
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("list | all | PAPER"),
    _ ("Writes the papers of a dossier, from the proposal to the payment list."),
    _ ("Examples:\n"
       "  paper list --dossier #3                        what can be made, and what is missing\n"
       "  paper to-trinh --dossier #3 -o to-trinh.pdf    one paper\n"
       "  paper all --dossier #3 --folder giay-to        every paper and achievement report"),
    entries, 1, 1);

  if (exit_code >= 0)
    return exit_code;
  if (!bv_cli_read_date (cli, "date", options.date, &date))
    return BV_CLI_USAGE;
  if (!bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  if (!read_id (options.dossier, &paper.dossier_id, &error)
      || !read_id (options.meeting, &paper.meeting_id, &error)
      || !read_id (options.nomination, &paper.nomination_id, &error)
      || (options.decision != NULL
          && !bv_cli_find_decision (cli, options.decision, &paper.decision_id, &error)))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (paper.dossier_id == 0 && paper.decision_id == 0 && paper.nomination_id == 0
      && paper.meeting_id == 0)
    return bv_cli_usage (cli, "%s", _ ("name the dossier by --dossier #ID"));
  paper.date = date;
  paper.number = options.number;
  if (strcmp (argv[1], "list") == 0)
    return list_papers (cli, &paper);
  if (strcmp (argv[1], "all") == 0)
    return write_all (cli, &paper, &options);
  return write_one (cli, argv[1], &paper, &options);
}
