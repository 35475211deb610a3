// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-condition.h"
#include "merit/bv-dossier.h"
#include "merit/bv-eligibility.h"

G_BEGIN_DECLS

/** BvProposal: somebody whom the dossier might nominate for an award. */
typedef struct
{
  gint64 subject_id;
  BvSubjectKind kind;
  char *name;
  char *detail; /* unit of a person, the unit above of a unit, the village of a household; "" */
  char *grade;  /* code of the rating for the dossier's year; "" when there is none */
  BvVerdict verdict;
  gboolean is_nominated; /* for this award in this dossier already */
} BvProposal;

/** With all that it owns; %NULL is let be. */
void bv_proposal_free (BvProposal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProposal, bv_proposal_free)

/** BvProposalFilter: who is asked for. */
typedef struct
{
  gint64 dossier_id;
  const char *form_code;
  gint64 unit_id; /* with all units below; 0: the whole office */
  const char
    *least_grade;       /* code: rated so or better for the year; (nullable): whatever the rating */
  gboolean with_unsure; /* also those about whom a record is missing */
} BvProposalFilter;

/** Who may get the award by the law of the dossier, units first, people by unit and name; those that the law refuses are
 * left out; (element-type BvProposal) (transfer full). Reads every fact: on a worker. */
GPtrArray *bv_nomination_list_proposals (BvConnection *connection,
                                         BvRegimeSet *regimes,
                                         const BvProposalFilter *filter,
                                         GCancellable *cancellable,
                                         GError **error);

G_END_DECLS
