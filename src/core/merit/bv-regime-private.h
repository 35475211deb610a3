// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-regime.h"

G_BEGIN_DECLS

/* Shared by the reader of regime files and the set of regimes. */

void bv_regime_award_free (BvRegimeAward *self);
BvRegimeAward *bv_regime_award_copy (const BvRegimeAward *self);
void bv_citation_free (BvCitation *self);
BvCitation *bv_citation_copy (const BvCitation *self);
BvRegime *bv_regime_new (void);
void bv_regime_free (BvRegime *self);
/** An empty list of BvDecider that frees its elements. */
GPtrArray *bv_regime_new_deciders (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegimeAward, bv_regime_award_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCitation, bv_citation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegime, bv_regime_free)

/**
 * bv_regime_read: one regime file. Strict: an unknown member, a missing article, a wrong type or a date that does
 * not exist is refused with the file's name and the JSON path.
 *
 * @is_own: an office's own file: name, dates and citations may be absent (%NULL, empty) because it
 *   changes awards of a regime that exists
 */
BvRegime *bv_regime_read (const char *file, GBytes *bytes, gboolean is_own, GError **error);

G_END_DECLS
