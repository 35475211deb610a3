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

/**
 * bv_nomination_filter_paths: the ways to an award that are open to @self: by manner, kind, procedure and class.
 *
 * @award: (nullable): the law knows no rule of it
 * @unit_kind: (nullable): @self is no unit
 * @worker_class: (nullable): @self is no person; "": not on record
 * @with_unsure: also those for some kinds of workers or units only, when the subject's kind is not on record
 * Returns: (transfer container) (element-type BvPath): borrowed from @award
 */
GPtrArray *bv_nomination_filter_paths (const BvRegimeAward *award,
                                       const BvNomination *self,
                                       const BvDossier *dossier,
                                       const char *unit_kind,
                                       const char *worker_class,
                                       gboolean with_unsure);

G_END_DECLS
