// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-initiative-session.h"

G_BEGIN_DECLS

/* Shared by the files that read and write initiatives. */

/** Refuses, naming the nomination, when one rests on the initiative. */
gboolean bv_initiative_check_unused (BvConnection *connection, gint64 id, GError **error);
/** Adds the problem unless it may stand with @reason: a %BV_VALUE_ERROR_REASON. */
void bv_initiative_add_reason (GPtrArray *problems,
                               const char *field,
                               const char *message,
                               const char *reason);
/** Checks a date that a paper bears: there, real, not in the future. */
void bv_initiative_check_day (GPtrArray *problems,
                              const char *field,
                              const char *date,
                              const char *missing);
/** Refuses, naming the decision, when the session is decided. */
gboolean bv_initiative_session_refuse_decided (const BvInitiativeSession *self, GError **error);
/** Who scores, at @position, every one of @items (element-type BvInitiativeItem); %NULL when there are none, when one
 * has nobody yet, or when they differ. (transfer full) (nullable) */
BvInitiativeSheet *bv_initiative_session_find_examiner (GPtrArray *items, int position);
/** Names @examiner for an initiative that has nobody at that position, unless it may not: an author scores no
 * initiative of their own, one person not twice. */
gboolean bv_initiative_session_take_examiner (BvConnection *connection,
                                              const BvInitiativeScale *scale,
                                              const BvInitiativeSheet *examiner,
                                              gint64 initiative_id,
                                              GError **error);

G_END_DECLS
