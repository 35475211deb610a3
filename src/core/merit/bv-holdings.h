// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the file holds beside each nomination of a dossier: papers, parts of the report, initiatives, answers. Read in a
 * fixed number of queries, however many the dossier proposes. */

/** BvHolding: of one nomination. */
typedef struct
{
  char *unit_kind;    /* (nullable): the subject is no unit */
  char *worker_class; /* (nullable): the subject is no person; "": not on record */
  guint n_reports;    /* files */
  guint n_parts;      /* of the achievement report, written here */
  guint n_initiative_files;
  guint n_initiatives;  /* that back it */
  guint n_unrecognised; /* of these: without a decision of recognition */
  gboolean has_minutes; /* its unit's vote, kept with anybody of the unit in the dossier */
  GHashTable *attested; /* set of keys answered, with yes or no; (nullable): none */
} BvHolding;

typedef struct _BvHoldings BvHoldings;

/**
 * bv_holdings_load: of a dossier.
 *
 * @nomination_id: 0: of all that it proposes, else of this one alone
 * Returns: (transfer full), %NULL with @error
 */
BvHoldings *bv_holdings_load (BvConnection *connection,
                              gint64 dossier_id,
                              gint64 nomination_id,
                              GError **error);
/** With all that it owns; %NULL is let be. */
void bv_holdings_free (BvHoldings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHoldings, bv_holdings_free)

/** (transfer none): of a nomination that was not read, one that holds nothing. */
const BvHolding *bv_holdings_get (const BvHoldings *self, gint64 nomination_id);
/** Whether somebody answered the condition @key, with yes or with no. */
gboolean bv_holding_is_attested (const BvHolding *self, const char *key);

G_END_DECLS
