// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-completeness.h"
#include "merit/bv-dossier-flow.h"
#include "merit/bv-dossier-step.h"
#include "merit/bv-fund.h"
#include "store/bv-connection.h"

G_BEGIN_DECLS

/** BvDossierLine: what is known of a nomination beyond its row in the list. */
typedef struct
{
  char *award;  /* its abbreviation */
  char *papers; /* "2/3" */
  char *flags;  /* translated: posthumous, stands with a reason, … */
  gboolean has_verdict;
  BvVerdict verdict;
} BvDossierLine;

/** BvDossierAnswer: all that the head and the lines of a dossier show, from one state of the file. */
typedef struct
{
  BvDossier *dossier;
  BvDossierStep next;
  BvDossierTotals totals;
  BvFundStatus fund;
  BvRegimeSet *regimes;
  const BvRegime *regime; /* (nullable) */
  GHashTable *lines;      /* id (gint64 *) → BvDossierLine */
  guint n_lines;
  guint n_flagged; /* lines with something to remark */
  guint n_there;
  guint n_needed;
  guint n_open;
  char *due_on; /* (nullable) */
  int days_left;
  char *form;        /* of the last line, (nullable) */
  char *achievement; /* likewise */
} BvDossierAnswer;

void bv_dossier_answer_free (BvDossierAnswer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDossierAnswer, bv_dossier_answer_free)

/** A #BvReadFunc: @user_data: the id of the dossier, a gint64 *. (transfer full) */
gpointer bv_dossier_answer_read (BvConnection *connection,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
