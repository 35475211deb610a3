// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/bv-certificates.h"

G_BEGIN_DECLS

/** One page: its texts live as long as the batch. */
typedef struct
{
  gint64 id;                        /* of the award, or of the initiative */
  BvCertificateTemplate *template_; /* owned */
  BvCertificate texts;              /* borrows from the template and the batch's strings */
} BvCertificatePage;

struct _BvCertificates
{
  /* Owned */
  GArray *pages; /* BvCertificatePage */
  GStringChunk *strings;
  GBytes *frame;
  GBytes *emblem;
  char *author;
  char *title;

  /* State */
  guint n_skipped;
  guint n_revoked;
};

/** An empty batch, (transfer full). */
BvCertificates *bv_certificates_new (void);
/** A copy of @text (nullable) that lives as long as @self. */
const char *bv_certificates_keep (BvCertificates *self, const char *text);
/** Who signs, as one in @texts, whose issuer is set: of what the chairman decides nobody signs "TM." (Decree 30/2020,
 * Appendix I), whatever the signer is set up with. */
void bv_certificates_sign (BvCertificates *self,
                           BvCertificate *texts,
                           const char *prefix,
                           const char *on_behalf_of,
                           const char *post,
                           const char *name);
/** A template by its id, or by the path of a .json file, (transfer full). */
BvCertificateTemplate *bv_certificates_load_template (const char *name, GError **error);
/** The office's own border and emblem, and its name on @date (ISO, nullable). */
gboolean bv_certificates_load_artwork (BvCertificates *self,
                                       BvConnection *connection,
                                       const char *date,
                                       GError **error);

G_END_DECLS
