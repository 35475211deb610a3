// SPDX-License-Identifier: GPL-3.0-or-later
/* The money that goes with an award: pure arithmetic on whole numbers. Knows no store: the base salary
 * of the day is given to it. */

#define G_LOG_DOMAIN "bv-merit"

#include "merit/bv-bonus.h"

#include "base/bv-number.h"

#include <glib/gi18n-lib.h>

#define STEP G_GINT64_CONSTANT (10000) /* đồng */
#define ONE G_GINT64_CONSTANT (1000)   /* 1 in thousandths */

/* 300 → "0,3", 2000 → "2". */
static char *
format_thousandths (gint64 value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *whole = bv_number_format_int (value / ONE);
  gint64 rest = value % ONE;

  g_string_append (text, whole);
  if (rest != 0)
    {
      g_string_append_printf (text, ",%03d", (int) rest);
      while (text->str[text->len - 1] == '0')
        g_string_truncate (text, text->len - 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
format_basis (const BvBonusRule *rule, gint64 factor, gint64 base_salary)
{
  g_autofree char *coefficient = format_thousandths (rule->coefficient);
  g_autofree char *salary = bv_number_format_int (base_salary);
  g_autofree char *times = format_thousandths (factor);
  const char *limit = rule->is_ceiling ? "≤ " : "";

  if (factor == ONE)
    return g_strdup_printf ("%s%s × %s", limit, coefficient, salary);
  return g_strdup_printf ("%s%s × %s × %s", limit, coefficient, salary, times);
}

void
bv_bonus_clear (BvBonus *self)
{
  g_clear_pointer (&self->basis, g_free);
  g_clear_pointer (&self->article, g_free);
  self->amount = -1;
}

gint64
bv_bonus_amount (gint64 coefficient, gint64 factor, gint64 base_salary)
{
  /* 270 × 2 × 10 million đồng is 5,4 × 10^15 in millionths of a đồng: far below 2^63. */
  gint64 millionths = coefficient * factor * base_salary;
  gint64 unit = STEP * ONE * ONE;

  g_return_val_if_fail (coefficient >= 0 && factor >= 0 && base_salary >= 0, 0);
  return (millionths + unit - 1) / unit * STEP;
}

void
bv_bonus_compute (const BvRegime *regime,
                  const char *code,
                  BvSubjectKind kind,
                  gint64 base_salary,
                  BvBonus *bonus)
{
  const BvRegimeAward *award = regime != NULL ? bv_regime_find_award (regime, code) : NULL;
  const BvBonusRule *rule = award != NULL ? award->bonus : NULL;
  gint64 factor = ONE;

  bonus->amount = -1;
  bonus->basis = g_strdup ("");
  bonus->article = g_strdup (rule != NULL ? rule->article : "");
  if (kind == BV_SUBJECT_UNIT && rule != NULL)
    factor = rule->unit_factor;
  else if (kind == BV_SUBJECT_HOUSEHOLD && rule != NULL)
    factor = rule->household_factor;

  if (regime == NULL)
    bonus->status = BV_BONUS_NO_REGIME;
  else if (rule == NULL)
    bonus->status = BV_BONUS_NO_RULE;
  else if (factor == 0)
    bonus->status = BV_BONUS_NO_FACTOR;
  else if (base_salary <= 0)
    bonus->status = BV_BONUS_NO_BASE_SALARY;
  else
    {
      bonus->status = rule->is_ceiling ? BV_BONUS_CEILING : BV_BONUS_COMPUTED;
      bonus->amount = bv_bonus_amount (rule->coefficient, factor, base_salary);
      g_free (bonus->basis);
      bonus->basis = format_basis (rule, factor, base_salary);
    }
}

const char *
bv_bonus_status_get_sentence (BvBonusStatus status)
{
  switch (status)
    {
    case BV_BONUS_COMPUTED:
      return "";
    case BV_BONUS_CEILING:
      return _ ("The law gives only the highest amount: type the amount that is paid.");
    case BV_BONUS_NO_RULE:
      return _ ("The regime gives no coefficient for this award: type the amount that is paid.");
    case BV_BONUS_NO_FACTOR:
      return _ ("The regime has no rule for this kind of subject: type the amount that is paid.");
    case BV_BONUS_NO_BASE_SALARY:
      return _ ("No base salary is known for the day of the decision: add it in the preferences.");
    case BV_BONUS_NO_REGIME:
      return _ ("The decision is older than the oldest regime: type the amount that is paid.");
    default:
      g_return_val_if_reached ("");
    }
}
