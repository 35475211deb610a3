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
  char *until;         /* ISO: the earliest last day, from the dossier's first day on; %NULL without one */
  char *article;       /* that asks for it; "" */
} BvOpinion;

void bv_opinion_clear (BvOpinion *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvOpinion, bv_opinion_clear)

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
