// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-award.h"
#include "merit/bv-decision.h"
#include "merit/bv-regime.h"
#include "store/bv-connection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvDecisionAnswer: all that the head of a decision shows, from one state of the file. */
typedef struct
{
  BvDecision *decision;
  BvAwardTotals totals;
  char *totals_text;
  char *words;       /* the sum in words */
  char *fund;        /* (nullable): what the fund lacks */
  char *achievement; /* of the last line, (nullable) */
  char *form_code;   /* likewise */
  BvManner manner;
  BvRegimeSet *regimes;
} BvDecisionAnswer;

void bv_decision_answer_free (BvDecisionAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDecisionAnswer, bv_decision_answer_free)

/** A #BvReadFunc: @user_data: the id of the decision, a gint64 *. (transfer full) */
gpointer bv_decision_answer_read (BvConnection *connection,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);
/** Under what law by whose choice, why it stands against a rule, who pays what came from elsewhere: a line each; "";
 * (transfer full). */
char *bv_decision_answer_reasons (const BvDecision *decision, BvRegimeSet *regimes);

G_END_DECLS
