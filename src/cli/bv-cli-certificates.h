// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-cli.h"
#include "documents/bv-certificates.h"

G_BEGIN_DECLS

/** BvCliCertificatePaper: --paper, --stock, --offset-x, --offset-y as they were typed; strings (nullable). */
typedef struct
{
  char *paper;
  char *stock;
  double offset_x; /* mm */
  double offset_y;
} BvCliCertificatePaper;

/** Reads them into @certificate; %FALSE when one was wrong, and that was said. */
gboolean bv_cli_certificate_paper (BvCli *cli,
                                   const BvCliCertificatePaper *wanted,
                                   BvCertificateOptions *certificate);
/** Writes the PDF and says so; on failure what does not fit is told line by line. */
gboolean bv_cli_certificates_write (BvCli *cli,
                                    BvCertificates *certificates,
                                    const BvCertificateOptions *certificate,
                                    const char *path,
                                    GError **error);

G_END_DECLS
