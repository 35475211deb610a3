// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-dossier.h"
#include "merit/bv-nomination.h"
#include "office/bv-record.h"

G_BEGIN_DECLS

/* Shared by the files of this folder that read and write dossiers and nominations. */

/* The texts of a dossier in the order of its queries. The first group is what its form writes, then what only its way
 * through the states changes, then what is read from other tables. */
#define BV_DOSSIER_N_FORM_TEXTS 9
#define BV_DOSSIER_N_TEXTS 13
extern const BvRecordText bv_dossier_texts[BV_DOSSIER_N_TEXTS];

/* Likewise of a nomination. */
#define BV_NOMINATION_N_FORM_TEXTS 7
#define BV_NOMINATION_N_TEXTS 10
extern const BvRecordText bv_nomination_texts[BV_NOMINATION_N_TEXTS];

/** Loads the nomination and its dossier and refuses, in words, unless it may change: its dossier is open, or it was
 * returned itself. Both out parameters are (optional). */
gboolean bv_nomination_check_open (BvConnection *connection,
                                   gint64 id,
                                   BvNomination **nomination,
                                   BvDossier **dossier,
                                   GError **error);
/** The same for a dossier as a whole. */
gboolean bv_dossier_check_open (const BvDossier *self, GError **error);

/** Fills name, detail and unit of @self from the register as of @date. */
gboolean bv_nomination_take_snapshot (BvConnection *connection,
                                      BvNomination *self,
                                      const char *date,
                                      GError **error);
/** Writes every column that a form or a snapshot fills, without checks. */
gboolean bv_nomination_update (BvConnection *connection, const BvNomination *self, GError **error);

/** The paths of the dossier's regime that are open to @self: manner, kind, procedure, class. @paths: (out) (transfer
 * container) (element-type BvPath): borrowed from @regimes; empty when no rule is known. @with_unsure: also those for
 * some kinds of workers or units only, when the subject's kind is not on record. */
gboolean bv_nomination_list_paths (BvConnection *connection,
                                   BvRegimeSet *regimes,
                                   const BvNomination *self,
                                   const BvDossier *dossier,
                                   gboolean with_unsure,
                                   GPtrArray **paths,
                                   GError **error);

G_END_DECLS
