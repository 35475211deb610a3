// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-completeness.h"
#include "merit/bv-dossier-flow.h"
#include "merit/bv-evidence.h"
#include "store/bv-connection.h"

G_BEGIN_DECLS

/** BvNominationAnswer: all that the nomination pane shows, from one state of the file. */
typedef struct
{
  BvNomination *nomination;
  BvDossier *dossier;
  BvRegimeSet *regimes;
  const BvRegimeAward *award; /* (nullable) */
  BvCompleteness *meter;
  GPtrArray *same; /* what else stands for the same achievement */
  GPtrArray *initiatives;
  GPtrArray *attestations;
  GPtrArray *papers;
  GPtrArray *parts;
  BvEligibility *today;     /* (nullable): the law knows no such award */
  char *no_judgement;       /* why then */
  BvFrozenFindings *frozen; /* (nullable) */
  GPtrArray *changes;       /* (nullable) */
} BvNominationAnswer;

void bv_nomination_answer_free (BvNominationAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvNominationAnswer, bv_nomination_answer_free)

/** A #BvReadFunc: @user_data: the id of the nomination, a gint64 *. (transfer full) */
gpointer bv_nomination_answer_read (BvConnection *connection,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
