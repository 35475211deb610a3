// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-decision.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* From a dossier to its decision: what the council passed (or, in the simplified procedure, what was accepted) and no
 * decision holds yet, becomes a draft with its list: nobody types a name again. */

/** The level at which this office decides today; @level: (out). %FALSE with an error of the store. */
gboolean bv_decision_get_own_level (BvConnection *connection, BvLevel *level, GError **error);

/** BvDecisionTerms: what the dossier does not say; every string (nullable) and borrowed. */
typedef struct
{
  const char *number; /* of a decision received from above; with its date and issuer */
  const char *date;   /* ISO */
  const char *issuer;
  const char *signer_name;
  const char *reason; /* lets stand what a rule speaks against; kept as override_reason */
} BvDecisionTerms;

/** BvDossierReady: a dossier that waits for its decision. */
typedef struct
{
  gint64 dossier_id;
  char *title;
  int year;
  BvLevel level;
  guint n_waiting;
  gboolean is_own; /* this office decides; else the decision comes from above */
} BvDossierReady;

/** With all that it owns; %NULL is let be. */
void bv_dossier_ready_free (BvDossierReady *self);
/** Accepted dossiers with somebody who waits, the newest first; (element-type BvDossierReady) (transfer full). */
GPtrArray *bv_decision_list_ready (BvConnection *connection, GError **error);
/** Those of a dossier who wait; ids of nominations in its order; (element-type gint64) (transfer full). */
GArray *bv_decision_list_waiting (BvConnection *connection, gint64 dossier_id, GError **error);

/**
 * bv_decision_new_from_dossier: inside an act. What this office decides becomes drafts: titles in one decision, forms of
 * commendation in another. What is decided above becomes one received decision, of which @terms gives number, date and
 * issuer; whoever did not get it is taken off its list.
 *
 * @terms: (nullable) for a dossier of this office
 * @ids: (element-type gint64): gets the new decisions
 * Returns: %FALSE with %BV_VALUE_ERROR when the dossier is not accepted, nobody waits, or a line cannot stand
 */
gboolean bv_decision_new_from_dossier (BvConnection *connection,
                                       gint64 dossier_id,
                                       const BvDecisionTerms *terms,
                                       GArray *ids,
                                       GError **error);
/** The same as one act. @act_id: (out) (optional): for undo. */
gboolean bv_decision_new_from_dossier_act (BvStore *store,
                                           gint64 dossier_id,
                                           const BvDecisionTerms *terms,
                                           GArray *ids,
                                           gint64 *act_id,
                                           GError **error);

G_END_DECLS
