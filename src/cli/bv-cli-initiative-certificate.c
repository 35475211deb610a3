// SPDX-License-Identifier: GPL-3.0-or-later
/* bangvang-cli initiative certificate: the certificates of the authors of what was recognised. */

#define G_LOG_DOMAIN "bv-cli"

#include "bv-cli-certificates.h"
#include "bv-cli-initiative.h"

#include "base/bv-error.h"
#include "office/bv-subject.h"

#include <glib/gi18n.h>

static gboolean
find_wanted (BvCli *cli,
             const BvCliInitiativeOptions *options,
             int argc,
             char **argv,
             BvInitiativeCertificates *wanted,
             GError **error)
{
  if (options->authors != NULL
      && !bv_cli_find_subject (cli, options->authors[0], BV_SUBJECT_PERSON, &wanted->person_id,
                               error))
    return FALSE;
  if (argc > 0)
    return bv_cli_find_initiative (cli, argv[0], &wanted->initiative_id, error);
  return bv_cli_find_session (cli, options->session, options, &wanted->session_id, error);
}

int
bv_cli_initiative_certificate (BvCli *cli, gconstpointer data, int argc, char **argv)
{
  const BvCliInitiativeOptions *options = data;
  const char *path = options->outputs != NULL ? options->outputs[0] : NULL;
  BvInitiativeCertificates wanted = { 0 };
  BvCertificateOptions certificate = { 0 };
  g_autoptr (BvCertificates) certificates = NULL;
  g_autoptr (BvLease) lease = NULL;
  g_autoptr (GError) error = NULL;

  if ((argc > 0) == (options->session != NULL))
    return bv_cli_usage (cli, "%s", _ ("name an initiative, or a session by --session SESSION"));
  if (path == NULL)
    return bv_cli_usage (cli, "%s", _ ("name the file to write by --output FILE"));
  if (!g_str_has_suffix (path, ".pdf") && !g_str_has_suffix (path, ".PDF"))
    return bv_cli_usage (cli, _ ("“%s” must end in .pdf"), path);
  if (!find_wanted (cli, options, argc, argv, &wanted, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  lease = bv_store_lease (cli->store, &error);
  if (lease != NULL)
    certificates = bv_certificates_load_initiatives (bv_lease_connection (lease), &wanted, &error);
  if (certificates == NULL)
    return bv_cli_fail (cli, g_steal_pointer (&error));
  bv_certificates_init_options (certificates, &certificate);
  if (!bv_cli_certificate_paper (cli, &options->paper, &certificate))
    return BV_CLI_USAGE;
  if (!bv_cli_certificates_write (cli, certificates, &certificate, path, &error))
    return bv_cli_fail (cli, g_steal_pointer (&error));
  if (cli->json)
    {
      g_autoptr (JsonBuilder) builder = bv_cli_json_begin ();

      bv_cli_json_text (builder, "output", path);
      bv_cli_json_int (builder, "pages", bv_certificates_get_n_pages (certificates));
      bv_cli_json_int (builder, "left_out", bv_certificates_get_n_skipped (certificates));
      json_builder_end_object (builder);
      bv_cli_print_json (builder);
    }
  return bv_certificates_get_n_skipped (certificates) > 0 ? BV_CLI_FINDINGS : BV_CLI_OK;
}
