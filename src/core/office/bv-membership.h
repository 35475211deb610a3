// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvMembership: a person's post in a unit from a date to a date. */
typedef struct
{
  gint64 id;
  gint64 person_id;
  gint64 unit_id;
  char *unit_name;    /* filled in when loaded, not stored */
  char *post;         /* "Phó Trưởng phòng"; "" */
  char *leader_class; /* one of bv_membership_leader_classes */
  char *from_date;    /* ISO, (nullable): since ever */
  char *to_date;      /* ISO, last day, (nullable): still */
  gboolean is_primary;
} BvMembership;

/** Rows 06-10 of form 0603 of Circular 02/2023/TT-BNV. */
extern const BvChoice bv_membership_leader_classes[];

/** An empty one (id 0, texts "", those that may be absent %NULL; a primary post of a direct worker), a deep copy, and
 * its end; %NULL is let be. */
BvMembership *bv_membership_new (void);
BvMembership *bv_membership_copy (const BvMembership *self);
void bv_membership_free (BvMembership *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvMembership, bv_membership_free)

/** (element-type BvProblem) (transfer full): everything wrong with @self that can be told without the file; empty
 * when nothing is. */
GPtrArray *bv_membership_validate (const BvMembership *self);

/** (element-type BvMembership): of one person, the newest first. */
GPtrArray *bv_membership_list (BvConnection *connection, gint64 person_id, GError **error);
/** bv_membership_on: the primary post on @date (else any post then, else the last one before).
 * @membership: (out) (transfer full) (nullable) */
gboolean bv_membership_on (BvConnection *connection,
                           gint64 person_id,
                           const char *date,
                           BvMembership **membership,
                           GError **error);
/** Two primary posts of one person may not overlap: %BV_VALUE_ERROR_DUPLICATE names the other. */
gboolean bv_membership_save (BvConnection *connection, BvMembership *self, GError **error);
/** %BV_STORE_ERROR_NOT_FOUND when it is not there. */
gboolean bv_membership_delete (BvConnection *connection, gint64 id, GError **error);
/** bv_membership_transfer: ends the person's primary post on the day before @to->from_date and
 * saves @to as the new one. @to->from_date is required. */
gboolean bv_membership_transfer (BvConnection *connection, BvMembership *to, GError **error);

G_END_DECLS
