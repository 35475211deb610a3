// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-dossier.h"

G_BEGIN_DECLS

/* The public is asked before some awards are proposed (lấy ý kiến Nhân dân): how long says the regime, or the office's
 * own rule in its place. The day on which the notice is put up counts as the first when it is a working day. */

/** BvOpinion: what one dossier needs. */
typedef struct
{
  gboolean is_needed;
  int days;
  gboolean is_working; /* working days; else days of the calendar */
  char *until; /* ISO: the earliest last day, from the dossier's first day on; %NULL without one */
  char *article; /* that asks for it; "" */
} BvOpinion;

/** Frees its texts, not the struct. */
void bv_opinion_clear (BvOpinion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvOpinion, bv_opinion_clear)

/** BvOpinionBasis: what is read for it once: the rules of the office, the working days, what a dossier proposes. */
typedef struct _BvOpinionBasis BvOpinionBasis;

/** bv_opinion_basis_load: @dossier_id: 0: a new one, which proposes nothing yet. (transfer full) */
BvOpinionBasis *bv_opinion_basis_load (BvConnection *connection, gint64 dossier_id, GError **error);
/** With all that it owns; %NULL is let be. */
void bv_opinion_basis_free (BvOpinionBasis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvOpinionBasis, bv_opinion_basis_free)

/** bv_opinion_compute: what @dossier needs as it stands in a form, saved or not. Pure, any thread.
 *
 * @opinion: (out): cleared first by the caller
 */
void bv_opinion_compute (const BvOpinionBasis *basis,
                         BvRegimeSet *regimes,
                         const BvDossier *dossier,
                         BvOpinion *opinion);

/** (transfer full): translated: "10 working days". */
char *bv_opinion_format_length (const BvOpinion *self);

/** bv_opinion_of_dossier: by the law of the dossier, its level and what it proposes.
 *
 * @opinion: (out): cleared first by the caller
 */
gboolean bv_opinion_of_dossier (BvConnection *connection,
                                BvRegimeSet *regimes,
                                const BvDossier *dossier,
                                BvOpinion *opinion,
                                GError **error);

G_END_DECLS
