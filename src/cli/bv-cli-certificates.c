// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli certificates: a decision's certificates as one PDF. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-certificates.h"

#include "base/bv-error.h"
#include "merit/bv-award.h"
#include "merit/bv-decision.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_OFFSET 30 /* mm: what corrects a printer, and keeps the text on the paper */

typedef struct
{
  char *output;
  char *lines;
  char *template_id;
  BvCliCertificatePaper paper;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->lines);
  g_free (options->paper.paper);
  g_free (options->paper.stock);
  g_free (options->template_id);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* "1,3-5" → 1, 3, 4, 5. */
static GArray *
parse_lines (const char *text, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 first = 0;
      guint64 last = 0;
      g_auto (GStrv) ends = g_strsplit (parts[i], "-", 2);
      gboolean ok = ends[0] != NULL
                    && g_ascii_string_to_unsigned (g_strstrip (ends[0]), 10, 1, 100000, &first,
                                                   NULL);

      last = first;
      if (ok && ends[1] != NULL)
        ok = g_ascii_string_to_unsigned (g_strstrip (ends[1]), 10, first, 100000, &last, NULL);
      if (!ok)
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _ ("“%s” names no lines: write as in --lines 1,3-5"), text);
          return NULL;
        }
      for (guint64 line = first; line <= last; line++)
        {
          int number = (int) line;

          g_array_append_val (lines, number);
        }
    }
  return g_steal_pointer (&lines);
}

/* The ids of the lines chosen; empty for all. */
static GArray *
choose (BvConnection *connection, gint64 decision, const char *text, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) awards = NULL;

  if (text == NULL)
    return g_steal_pointer (&ids);
  lines = parse_lines (text, error);
  if (lines != NULL)
    awards = bv_award_list (connection, decision, error);
  if (awards == NULL)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      int line = g_array_index (lines, int, i);

      if ((guint) line > awards->len)
        {
          g_set_error (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                       _ ("the list has %u lines; there is no line %d"), awards->len, line);
          return NULL;
        }
      g_array_append_val (ids, ((BvAward *) g_ptr_array_index (awards, (guint) line - 1))->id);
    }
  return g_steal_pointer (&ids);
}

/* Once for all lines: without number and date nothing can be printed. */
static gboolean
check_issued (BvConnection *connection, gint64 id, GError **error)
{
  g_autoptr (BvDecision) decision = bv_decision_load (connection, id, error);

  if (decision == NULL)
    return FALSE;
  if (decision->on_date == NULL)
    g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_RANGE,
                         _ ("The decision has no number and date yet: issue it first."));
  return decision->on_date != NULL;
}

static BvCertificates *
load (BvCli *cli, const Options *options, const char *text, GError **error)
{
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 decision;

  if (!bv_cli_find_decision (cli, text, &decision, error))
    return NULL;
  lease = bv_store_lease (cli->store, error);
  if (lease == NULL || !check_issued (bv_lease_connection (lease), decision, error))
    return NULL;
  ids = choose (bv_lease_connection (lease), decision, options->lines, error);
  if (ids == NULL)
    return NULL;
  return bv_certificates_load (bv_lease_connection (lease), decision,
                               ids->len > 0 ? (const gint64 *) ids->data : NULL, ids->len,
                               options->template_id, error);
}

gboolean
bv_cli_certificate_paper (BvCli *cli,
                          const BvCliCertificatePaper *wanted,
                          BvCertificateOptions *certificate)
{
  if (wanted->paper == NULL || g_ascii_strcasecmp (wanted->paper, "a4") == 0)
    certificate->paper = BV_PAPER_A4;
  else if (g_ascii_strcasecmp (wanted->paper, "a3") == 0)
    certificate->paper = BV_PAPER_A3;
  else
    {
      bv_cli_usage (cli, _ ("there is no paper “%s”: a4 or a3"), wanted->paper);
      return FALSE;
    }
  if (wanted->stock == NULL || g_str_equal (wanted->stock, "blank"))
    certificate->stock = BV_CERTIFICATE_STOCK_BLANK;
  else if (g_str_equal (wanted->stock, "framed"))
    certificate->stock = BV_CERTIFICATE_STOCK_FRAMED;
  else if (g_str_equal (wanted->stock, "lettered"))
    certificate->stock = BV_CERTIFICATE_STOCK_LETTERED;
  else
    {
      bv_cli_usage (cli, _ ("there is no stock “%s”: blank, framed or lettered"), wanted->stock);
      return FALSE;
    }
  if (fabs (wanted->offset_x) > MAX_OFFSET || fabs (wanted->offset_y) > MAX_OFFSET)
    {
      bv_cli_usage (cli, _ ("--offset-x and --offset-y are between -%d and %d mm"), MAX_OFFSET,
                    MAX_OFFSET);
      return FALSE;
    }
  certificate->offset_x = wanted->offset_x;
  certificate->offset_y = wanted->offset_y;
  return TRUE;
}

gboolean
bv_cli_certificates_write (BvCli *cli,
                           BvCertificates *certificates,
                           const BvCertificateOptions *certificate,
                           const char *path,
                           GError **error)
{
  g_autoptr (GPtrArray) findings = NULL;
  guint n_pages = bv_certificates_get_n_pages (certificates);

  if (bv_certificates_write (certificates, certificate, path, &findings, bv_cli_progress, cli,
                             cli->cancellable, error))
    {
      bv_cli_say (cli, ngettext ("%u certificate in %s", "%u certificates in %s", n_pages), n_pages,
                  path);
      return TRUE;
    }
  /* One finding is in the error itself. */
  for (guint i = 0; findings != NULL && findings->len > 1 && i < findings->len; i++)
    {
      const BvCertificateFinding *finding = g_ptr_array_index (findings, i);

      bv_cli_warn (cli, "%u, %s: %s", finding->row, finding->name, finding->message);
    }
  return FALSE;
}

static int
write_pdf (BvCli *cli, const Options *options, BvCertificates *certificates)
{
  g_autoptr (GError) error = NULL;
  BvCertificateOptions certificate = { 0 };
  guint n_pages = bv_certificates_get_n_pages (certificates);
  guint n_skipped = bv_certificates_get_n_skipped (certificates);
  guint n_revoked = bv_certificates_get_n_revoked (certificates);

  bv_certificates_init_options (certificates, &certificate);
  if (!bv_cli_certificate_paper (cli, &options->paper, &certificate))
    return BV_CLI_USAGE;
  if (!bv_cli_certificates_write (cli, certificates, &certificate, options->output, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (n_skipped > 0)
    bv_cli_warn (cli,
                 ngettext ("%u line has an award without a certificate and was left out",
                           "%u lines have an award without a certificate and were left out",
                           n_skipped),
                 n_skipped);
  if (n_revoked > 0)
    bv_cli_warn (cli,
                 ngettext ("%u award was taken back and left out",
                           "%u awards were taken back and left out", n_revoked),
                 n_revoked);
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_text (builder, "output", options->output);
      bv_cli_json_int (builder, "pages", n_pages);
      bv_cli_json_int (builder, "left_out", n_skipped);
      bv_cli_json_int (builder, "revoked", n_revoked);
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return n_skipped > 0 ? BV_CLI_FINDINGS : BV_CLI_OK;
}

int
bv_cli_certificates (BvCli *cli, int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_ ("The PDF to write"),
      N_ ("PDF") },
    { "lines", 'l', 0, G_OPTION_ARG_STRING, &options.lines, N_ ("Only these lines of the list"),
      "1,3-5" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &options.paper.paper,
      N_ ("a4 (default) or a3, landscape"), N_ ("PAPER") },
    { "stock", 0, 0, G_OPTION_ARG_STRING, &options.paper.stock,
      N_ ("What the paper bears already: blank (default), framed or lettered"), N_ ("STOCK") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &options.template_id,
      N_ ("One template for all: its name or a .json file"), N_ ("TEMPLATE") },
    { "offset-x", 0, 0, G_OPTION_ARG_DOUBLE, &options.paper.offset_x,
      N_ ("Move everything to the right (mm)"), "MM" },
    { "offset-y", 0, 0, G_OPTION_ARG_DOUBLE, &options.paper.offset_y,
      N_ ("Move everything down (mm)"), "MM" },
    { NULL },
  };
  g_autoptr (BvCertificates) certificates = NULL;
  g_autoptr (GError) error = NULL;
  int exit_code = bv_cli_parse (
    cli, &argc, &argv, _ ("DECISION"),
    _ ("Writes the certificates of a decision's list as one PDF, ready to print."), NULL, entries,
    1, 1);

  if (exit_code >= 0)
    return exit_code;
  if (options.output == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the file to write by --output FILE"));
  if (!g_str_has_suffix (options.output, ".pdf") && !g_str_has_suffix (options.output, ".PDF"))
    return bv_cli_usage (cli, _ ("“%s” must end in .pdf"), options.output);
  if (!bv_cli_open_to_read (cli, &exit_code))
    return exit_code;
  certificates = load (cli, &options, argv[1], &error);
  if (certificates == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  return write_pdf (cli, &options, certificates);
}
