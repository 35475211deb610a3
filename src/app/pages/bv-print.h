// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-certificates.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Printing through GtkPrintOperation, which also goes through the portal. What is printed is what the
 * preview shows: certificates by the core's own painter, papers from the bytes of their PDF. */

/**
 * bv_print_certificates_new: an operation that draws every page by BvCertificatePainter at its true
 * size on the full sheet.
 *
 * @certificates: (transfer full)
 * @options: copied, with what it borrows from @certificates
 * Returns: (transfer full): %NULL with the painter's error
 */
GtkPrintOperation *bv_print_certificates_new (BvCertificates *certificates,
                                              const BvCertificateOptions *options,
                                              const char *job_name,
                                              GError **error);

/** bv_print_pdf_new: an operation that draws the pages of @pdf. (transfer full); %NULL with
 * %BV_DOCUMENT_ERROR_TEMPLATE when it is no PDF. */
GtkPrintOperation *bv_print_pdf_new (GBytes *pdf, const char *job_name, GError **error);

/** bv_print_run: asks for the printer in the window of @widget and prints; remembers the choice for the
 * session. @operation: (transfer full) */
void bv_print_run (GtkWidget *widget, GtkPrintOperation *operation);

G_END_DECLS
