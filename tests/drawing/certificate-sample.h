// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-certificate.h"

G_BEGIN_DECLS

/** A batch out of an array, for next_cb (). */
typedef struct
{
  const BvCertificate *certificates;
  guint n;
  guint at;
} List;

/** A BvCertificateNextFunc over a List. */
gboolean next_cb (BvCertificate *certificate, gpointer user_data, GError **error);

/** (transfer full): one of those shipped. */
BvCertificateTemplate *built_in (const char *id);
/** A person's certificate with every text; names are invented. */
BvCertificate sample (BvCertificateTemplate *t);
gboolean write_list (const BvCertificate *certificates,
                     guint n,
                     const BvCertificateOptions *options,
                     const char *path,
                     GPtrArray **findings,
                     GError **error);

/** The output of another program about a file; the program must succeed. (transfer full) */
char *ask (const char *program, ...) G_GNUC_NULL_TERMINATED;
/** Text of a PDF as extracted, with every run of white space as one space. (transfer full) */
char *extract (const char *path);
void assert_contains (const char *text, const char *part);

G_END_DECLS
