// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvRevocation (hủy bỏ, thu hồi; L2022 art. 93): an award that was taken back by a later decision. The award stays in
 * the roll with its ledger number, and its decision as it was printed; it counts from on_date no more, until it is
 * restored. Strings are never %NULL except dates.
 */
typedef struct
{
  gint64 id; /* 0 until saved */
  gint64 award_id;
  char *number;  /* of the decision that takes it back */
  char *on_date; /* ISO, of that decision */
  char *issuer;
  char *ground; /* bv_revocation_grounds */
  char *reason;
  char *object_returned_on; /* ISO, (nullable): certificate, badge */
  char *bonus_returned_on;  /* ISO, (nullable) */
  char *restored_number;    /* "": not restored */
  char *restored_on;        /* ISO, (nullable): L2022 art. 93.7 */
  char *note;
} BvRevocation;

/** revocation.ground: L2022 art. 93.2 and 93.3. */
extern const BvChoice bv_revocation_grounds[];

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvRevocation *bv_revocation_new (void);
BvRevocation *bv_revocation_copy (const BvRevocation *self);
void bv_revocation_free (BvRevocation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRevocation, bv_revocation_free)
/** "Taken back by decision 12/QĐ-UBND of 05/06/2024", with the restoring one; translated, (transfer full). */
char *bv_revocation_describe (const BvRevocation *self);

/** bv_revocation_load: that of an award. @self: (out) (transfer full) (nullable): %NULL when it was never revoked. */
gboolean
bv_revocation_load (BvConnection *connection, gint64 award_id, BvRevocation **self, GError **error);
/** (element-type BvProblem) (transfer full): everything wrong with @self, empty when it may be saved; %NULL on a
 * failed query. */
GPtrArray *
bv_revocation_validate (BvConnection *connection, const BvRevocation *self, GError **error);

/* Inside an act. */
/** Inserts (id 0) or updates. */
gboolean bv_revocation_save (BvConnection *connection, BvRevocation *self, GError **error);
/** The award counts again from @date on, by a decision numbered @number. */
gboolean bv_revocation_restore (BvConnection *connection,
                                gint64 award_id,
                                const char *number,
                                const char *date,
                                GError **error);

/* The same as acts of their own. */
gboolean
bv_revocation_save_act (BvStore *store, BvRevocation *self, gint64 *act_id, GError **error);
gboolean bv_revocation_restore_act (BvStore *store,
                                    gint64 award_id,
                                    const char *number,
                                    const char *date,
                                    gint64 *act_id,
                                    GError **error);

/** SQL condition: award @award (an alias) counts on day @day (an SQL expression that is an ISO date). */
#define BV_AWARD_COUNTS_SQL(award, day)                                                            \
  "NOT EXISTS (SELECT 1 FROM revocation rv WHERE rv.award_id = " award ".id"                       \
  " AND rv.on_date <= " day " AND (rv.restored_on IS NULL OR rv.restored_on > " day "))"

G_END_DECLS
