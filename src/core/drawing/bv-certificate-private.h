// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* What the three files of the certificate painter share; nobody else includes this. */

#include "drawing/bv-certificate.h"

G_BEGIN_DECLS

struct _BvCertificatePainter
{
  /* Owned */
  BvCertificateOptions options; /* its strings and bytes are copies or references */
  GHashTable *frames;           /* the names of the artwork → cairo_pattern_t */
  GHashTable *shared;           /* the texts → cairo_pattern_t */
  GPtrArray *fits;              /* BvFit, one for each line of a page */
  GString *key;
  char *decision_date; /* the long form of the date below */
  char *decision_iso;
  char *date;
  char *date_iso;

  /* State */
  double scale; /* points on this sheet for one millimetre of the design */
  double width; /* pt */
  double height;
};

/* One line on its way to the page. */
typedef struct
{
  const BvCertificateLine *line;
  BvFit *fit; /* %NULL for a blank */
  double y;   /* pt, top */
} BvCertificateItem;

/* ── bv-certificate-text.c ───────────────────────────────────────────────────────────────── */

/** The text of a field; @buffer holds what is put together, until the next call with it. Never %NULL. */
const char *bv_certificate_field_text (BvCertificatePainter *self,
                                       const BvCertificate *c,
                                       BvCertificateField field,
                                       GString *buffer);

/** Whether a field is a personal name, which no line end may split. */
gboolean bv_certificate_is_unbreakable (const BvCertificate *c, BvCertificateField field);

/** What to tell the officer when a field that a line needs is empty. */
const char *bv_certificate_missing_message (BvCertificateField field);

/* ── bv-certificate-layout.c ─────────────────────────────────────────────────────────────── */

/** Points of type on this sheet for one point of the design: √2 on A3. */
double bv_certificate_type_scale (BvCertificatePainter *self);

/** Whether the stock bears a line already. */
gboolean bv_certificate_is_on_stock (BvCertificatePainter *self, const BvCertificateLine *line);

/**
 * Lays out one block: fills @items (element-type BvCertificateItem), each with its fit and its y.
 *
 * Returns: %FALSE when something does not fit, is missing or cannot be set; added to @findings
 */
gboolean bv_certificate_layout_block (BvCertificatePainter *self,
                                      const BvCertificate *c,
                                      const BvCertificateBlock *block,
                                      GArray *items,
                                      GPtrArray *findings);

G_END_DECLS
