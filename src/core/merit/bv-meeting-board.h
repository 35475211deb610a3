// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-eligibility.h"
#include "merit/bv-regime.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the council should know of each name before it votes. Nothing here forbids a vote. */

/** BvBoardRow: one item of the agenda. Lists are never %NULL; their sentences are translated. */
typedef struct
{
  gint64 item_id;
  gint64 nomination_id;
  gint64 subject_id;
  gboolean has_frozen; /* findings were kept when the dossier was submitted */
  BvVerdict frozen;
  gboolean has_today; /* a regime judges it today */
  BvVerdict today;
  gboolean needs_word; /* of today: nothing is missing but the word of the unit's minutes */
  GPtrArray
    *unmet; /* (element-type utf8): requirements not met or not told, as of today, else as kept */
  char *quota; /* "3 of 2 places"; "" when there is none */
  gboolean is_over_quota;
  char *cap; /* "1 of 6 too many are rated excellent"; "" while the unit is within its cap */
  GPtrArray *duplicates; /* (element-type utf8): another award or nomination for the same */
  GPtrArray *
    discipline; /* (element-type utf8): in effect in the year, or pending on the day of the meeting */
  gint64
    member_id; /* the nominee, or the head of the household, sits in the council and is not recused; else 0 */
  char *member_name; /* "" */
} BvBoardRow;

/** With all that it owns; %NULL is let be. */
void bv_board_row_free (BvBoardRow *self);
/** Whether something speaks against it that the council should hear. */
gboolean bv_board_row_has_warning (const BvBoardRow *self);

/** bv_meeting_board: every item of the agenda in order; (element-type BvBoardRow) (transfer full). */
GPtrArray *bv_meeting_board (BvConnection *connection,
                             BvRegimeSet *regimes,
                             gint64 meeting_id,
                             GError **error);

G_END_DECLS
