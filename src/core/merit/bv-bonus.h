// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-regime.h"

G_BEGIN_DECLS

/** BvBonusStatus: why there is an amount or none. */
typedef enum
{
  BV_BONUS_COMPUTED,
  BV_BONUS_CEILING,        /* computed, but the law says "at most": the office sets the amount */
  BV_BONUS_NO_RULE,        /* the regime gives no coefficient for the award */
  BV_BONUS_NO_FACTOR,      /* no factor known for this kind of subject */
  BV_BONUS_NO_BASE_SALARY, /* no base salary is known for the day */
  BV_BONUS_NO_REGIME,      /* the day is older than the oldest regime */
} BvBonusStatus;

/** BvBonus: one computed bonus. */
typedef struct
{
  BvBonusStatus status;
  gint64 amount; /* đồng; -1 when there is none */
  char *basis;   /* '0,3 × 1.490.000 × 2'; "" when there is none */
  char *article; /* of the coefficient; "" when there is none */
} BvBonus;

/** Frees its texts, not the struct, and sets the amount to -1: none. */
void bv_bonus_clear (BvBonus *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BvBonus, bv_bonus_clear)

/**
 * bv_bonus_amount: coefficient × factor × base salary, rounded up to 10.000 đồng ("làm tròn số lên hàng chục
 * nghìn đồng": art. 68.2 NĐ 91/2017, art. 53 NĐ 98/2023). Exact integer arithmetic.
 *
 * @coefficient, @factor: in thousandths
 * @base_salary: đồng a month
 */
gint64 bv_bonus_amount (gint64 coefficient, gint64 factor, gint64 base_salary);

/**
 * bv_bonus_compute: what @code is worth to a subject of @kind on a day.
 *
 * @regime: (nullable): of the decision's date
 * @base_salary: in force on the decision's date; 0 when none is known
 * @bonus: (out): cleared first by the caller
 */
void bv_bonus_compute (const BvRegime *regime,
                       const char *code,
                       BvSubjectKind kind,
                       gint64 base_salary,
                       BvBonus *bonus);

/** (transfer none) translated: one sentence for a status without an amount, and what to do. */
const char *bv_bonus_status_get_sentence (BvBonusStatus status);

G_END_DECLS
