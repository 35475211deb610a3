// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "drawing/bv-certificate.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvCertificates: the certificates of a decision, or of a chosen part of its list, as they stood in
 * the file when they were loaded. Immutable plain data: load it on a lease, then write, preview or
 * print it on any thread.
 */
typedef struct _BvCertificates BvCertificates;

/**
 * bv_certificates_load: reads a decision's list in its order.
 *
 * @award_ids: (nullable): the lines chosen; %NULL for the whole list
 * @template_id: (nullable): one template for all ("giay-khen-huyen", or the path of a .json file);
 *   %NULL: each award's own, by its regime. Awards for which the law knows no certificate are then left
 *   out and counted
 * Awards that were taken back are left out and counted; one of them among @award_ids is an error.
 *
 * Returns: (transfer full): %NULL with %BV_DOCUMENT_ERROR_EMPTY when nothing remains to print
 */
BvCertificates *bv_certificates_load (BvConnection *connection,
                                      gint64 decision_id,
                                      const gint64 *award_ids,
                                      guint n_award_ids,
                                      const char *template_id,
                                      GError **error);
/** BvInitiativeCertificates: whose certificates of an initiative are asked for. */
typedef struct
{
  gint64 initiative_id;    /* one initiative; 0: */
  gint64 session_id;       /* all that a session recognised */
  gint64 person_id;        /* one of the authors; 0: each of them */
  const char *template_id; /* (nullable): "sang-kien" */
} BvInitiativeCertificates;

/**
 * bv_certificates_load_initiatives: a certificate for each author of what was recognised, in the order of the decision,
 * with the share where there are several (the charter of initiatives, Decree 13/2012). It bears the number of the
 * decision; it has none of its own. What another body recognised is left out and counted: that body certifies it.
 *
 * Returns: (transfer full): %NULL with %BV_DOCUMENT_ERROR_EMPTY when nothing is recognised (yet)
 */
BvCertificates *bv_certificates_load_initiatives (BvConnection *connection,
                                                  const BvInitiativeCertificates *wanted,
                                                  GError **error);
/** With all that it owns; %NULL is let be. */
void bv_certificates_free (BvCertificates *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCertificates, bv_certificates_free)

/** How many certificates there are, one a page. */
guint bv_certificates_get_n_pages (BvCertificates *self);
/** Left out: awards that no template is for; initiatives that another body recognised. */
guint bv_certificates_get_n_skipped (BvCertificates *self);
/** Awards left out, because they were taken back. */
guint bv_certificates_get_n_revoked (BvCertificates *self);
/** bv_certificates_get: page @index from 0. @certificate borrows from @self. */
void bv_certificates_get (BvCertificates *self, guint index, BvCertificate *certificate);
/** The award, or the initiative, that page @index is for. */
gint64 bv_certificates_get_award_id (BvCertificates *self, guint index);

/** bv_certificates_init_options: fills in A4, blank stock, the office's own frame and emblem if it put
 * any into the file (office_file 'certificate-frame', 'certificate-emblem'), its name as the author.
 * @options borrows from @self. */
void bv_certificates_init_options (BvCertificates *self, BvCertificateOptions *options);

/** bv_certificates_check: what cannot be set; (transfer full) (element-type BvCertificateFinding),
 * empty when all is well. %NULL with an error when the artwork or fonts are damaged. */
GPtrArray *
bv_certificates_check (BvCertificates *self, const BvCertificateOptions *options, GError **error);

/** bv_certificates_write: the batch as one PDF file; see bv_certificate_batch_write(). */
gboolean bv_certificates_write (BvCertificates *self,
                                const BvCertificateOptions *options,
                                const char *path,
                                GPtrArray **findings,
                                BvProgressFunc progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GError **error);

/** bv_certificates_to_bytes: the same PDF in memory, for the preview. */
GBytes *bv_certificates_to_bytes (BvCertificates *self,
                                  const BvCertificateOptions *options,
                                  GPtrArray **findings,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
