// SPDX-License-Identifier: GPL-3.0-or-later
/* Completion, status and points of one figure against its plan. Pure arithmetic: every page, chart
 * and report asks here, so that nowhere two answers can differ. Adding up is in
 * bv-accumulation.c. */

#define G_LOG_DOMAIN "bv-movement"

#include "movement/bv-completion.h"

#include "base/bv-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Figures are typed with at most six decimals: ratios closer than this are equal. */
#define EPSILON 1e-9

const BvChoice bv_directions[] = {
  { "higher", NC_ ("direction", "Higher is better"), "direction" },
  { "lower", NC_ ("direction", "Lower is better"), "direction" },
  { "reach", NC_ ("direction", "To be reached exactly"), "direction" },
  { NULL, NULL, NULL },
};

const BvChoice bv_accumulations[] = {
  { "sum", NC_ ("accumulation", "Sum of the periods"), "accumulation" },
  { "last", NC_ ("accumulation", "Latest period"), "accumulation" },
  { "mean", NC_ ("accumulation", "Mean of the periods"), "accumulation" },
  { NULL, NULL, NULL },
};

static const struct
{
  const char *code;
  const char *label;
} statuses[] = {
  [BV_COMPLETION_NO_PLAN] = { "no-plan", NC_ ("completion", "No plan") },
  [BV_COMPLETION_NO_FIGURE] = { "no-figure", NC_ ("completion", "No figure") },
  [BV_COMPLETION_ASK] = { "ask", NC_ ("completion", "To be decided") },
  [BV_COMPLETION_EXCEEDED] = { "exceeded", NC_ ("completion", "Exceeded") },
  [BV_COMPLETION_MET] = { "met", NC_ ("completion", "Met") },
  [BV_COMPLETION_NEARLY] = { "nearly", NC_ ("completion", "Nearly met") },
  [BV_COMPLETION_NOT_MET] = { "not-met", NC_ ("completion", "Not met") },
};

gboolean
bv_direction_from_code (const char *code, BvDirection *direction)
{
  int index = bv_choice_index (bv_directions, code);

  if (index >= 0)
    *direction = (BvDirection) index;
  return index >= 0;
}

gboolean
bv_accumulation_from_code (const char *code, BvAccumulation *accumulation)
{
  int index = bv_choice_index (bv_accumulations, code);

  if (index >= 0)
    *accumulation = (BvAccumulation) index;
  return index >= 0;
}

const char *
bv_completion_status_label (BvCompletionStatus status)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "completion", statuses[status].label);
}

const char *
bv_completion_status_code (BvCompletionStatus status)
{
  return statuses[status].code;
}

gboolean
bv_completion_is_met (BvCompletionStatus status)
{
  return status == BV_COMPLETION_MET || status == BV_COMPLETION_EXCEEDED;
}

/* How far the plan is reached, 1 for exactly. %FALSE with BV_VALUE_ERROR_ASK where a division by
 * zero or a ratio of a negative would have to answer. */
static gboolean
compute_ratio (BvDirection direction,
               double plan,
               double actual,
               double tolerance,
               double *ratio,
               GError **error)
{
  double numerator = actual;
  double denominator = plan;

  if (direction == BV_DIRECTION_REACH && fabs (actual - plan) <= tolerance + EPSILON)
    {
      *ratio = 1.0;
      return TRUE;
    }
  if (direction == BV_DIRECTION_LOWER)
    {
      numerator = plan;
      denominator = actual;
    }
  else if (direction == BV_DIRECTION_REACH)
    {
      numerator = fmin (plan, actual);
      denominator = fmax (plan, actual);
    }
  if (plan < 0 || actual < 0)
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_ASK,
                           _ ("A negative figure has no percentage: decide by hand, with a note."));
      return FALSE;
    }
  if (denominator == 0)
    {
      g_set_error_literal (
        error, BV_VALUE_ERROR, BV_VALUE_ERROR_ASK,
        direction == BV_DIRECTION_LOWER
          ? _ ("The figure is 0, and the rule would divide by it: decide by hand, with a note.")
          : _ ("The plan is 0, and the rule would divide by it: decide by hand, with a note."));
      return FALSE;
    }
  *ratio = numerator / denominator;
  return TRUE;
}

gboolean
bv_completion_compute (BvDirection direction,
                       double plan,
                       double actual,
                       double tolerance,
                       double nearly_percent,
                       BvCompletion *completion,
                       GError **error)
{
  double ratio;

  completion->percent = NAN;
  if (isnan (plan) || isnan (actual))
    {
      completion->status = isnan (plan) ? BV_COMPLETION_NO_PLAN : BV_COMPLETION_NO_FIGURE;
      return TRUE;
    }
  if (!compute_ratio (direction, plan, actual, tolerance, &ratio, error))
    {
      completion->status = BV_COMPLETION_ASK;
      return FALSE;
    }
  completion->percent = ratio * 100.0;
  if (fabs (ratio - 1.0) <= EPSILON)
    completion->status = BV_COMPLETION_MET;
  else if (ratio > 1.0)
    completion->status = BV_COMPLETION_EXCEEDED;
  else if (completion->percent >= nearly_percent - EPSILON)
    completion->status = BV_COMPLETION_NEARLY;
  else
    completion->status = BV_COMPLETION_NOT_MET;
  return TRUE;
}

/* Half away from zero, where 1.005 means what was written and not the binary number just below. */
static double
round_half_up (double value, int decimals)
{
  double scale = pow (10.0, decimals);

  return round (value * scale + copysign (EPSILON, value)) / scale;
}

gboolean
bv_completion_score (BvDirection direction,
                     double standard,
                     double plan,
                     double actual,
                     double tolerance,
                     double bonus_cap,
                     int decimals,
                     BvScore *score,
                     GError **error)
{
  double ratio;

  if (isnan (plan) || isnan (actual))
    {
      g_set_error_literal (error, BV_VALUE_ERROR, BV_VALUE_ERROR_EMPTY,
                           isnan (plan) ? _ ("There is no plan to score against.")
                                        : _ ("There is no figure to score."));
      return FALSE;
    }
  if (!compute_ratio (direction, plan, actual, tolerance, &ratio, error))
    return FALSE;
  score->base = round_half_up (standard * fmin (ratio, 1.0), decimals);
  score->bonus = round_half_up (standard * fmin (fmax (ratio - 1.0, 0.0), bonus_cap), decimals);
  return TRUE;
}
