// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"

#include <glib.h>

G_BEGIN_DECLS

/* The arithmetic of indicators. Pure functions: no file, no clock. A figure that is not known is
 * NAN. */

/** BvDirection: which way is good. Codes "higher", "lower", "reach". */
typedef enum
{
  BV_DIRECTION_HIGHER, /* at least the plan */
  BV_DIRECTION_LOWER,  /* at most the plan: the poverty rate */
  BV_DIRECTION_REACH,  /* the plan itself, within a tolerance */
} BvDirection;

/** BvAccumulation: how a year comes out of its parts. Codes "sum", "last", "mean". */
typedef enum
{
  BV_ACCUMULATION_SUM,
  BV_ACCUMULATION_LAST,
  BV_ACCUMULATION_MEAN,
} BvAccumulation;

/** Codes and labels, in the order of the enums. */
extern const BvChoice bv_directions[];
extern const BvChoice bv_accumulations[];
/** FALSE when @code is unknown. */
gboolean bv_direction_from_code (const char *code, BvDirection *direction);
/** The other way; %FALSE for a code that is none. */
gboolean bv_accumulation_from_code (const char *code, BvAccumulation *accumulation);

/** BvCompletionStatus: append only. */
typedef enum
{
  BV_COMPLETION_NO_PLAN,   /* nothing was planned */
  BV_COMPLETION_NO_FIGURE, /* planned, not yet measured */
  BV_COMPLETION_ASK,       /* no rule answers: a person must decide */
  BV_COMPLETION_EXCEEDED,
  BV_COMPLETION_MET,
  BV_COMPLETION_NEARLY, /* from the office's "nearly" percentage on */
  BV_COMPLETION_NOT_MET,
} BvCompletionStatus;

#define BV_COMPLETION_NEARLY_PERCENT 90.0 /* default of the setting "nearly-percent" */

typedef struct
{
  BvCompletionStatus status;
  double percent; /* NAN unless status is EXCEEDED, MET, NEARLY or NOT_MET */
} BvCompletion;

/**
 * bv_completion_compute: percent and status of one figure against its plan. DOMAIN 6.5.
 *
 * HIGHER: actual / plan. LOWER: plan / actual. REACH: 100 % within the tolerance, else the smaller
 * of plan and actual by the larger. What would divide by zero (plan 0; with LOWER actual 0) or
 * compare across zero (a negative plan or actual) has no rule: status ASK.
 *
 * @plan, @actual: NAN when unknown
 * @tolerance: for REACH, in the unit of measure, ≥ 0
 * @nearly_percent: 0 to 100
 * Returns: %FALSE with %BV_VALUE_ERROR_ASK, in words, when status is ASK; @completion is filled in
 * either way
 */
gboolean bv_completion_compute (BvDirection direction,
                                double plan,
                                double actual,
                                double tolerance,
                                double nearly_percent,
                                BvCompletion *completion,
                                GError **error);

/** "Exceeded", "Met", "Nearly met", "Not met", "No plan", "No figure", "To be decided",
 * translated. */
const char *bv_completion_status_label (BvCompletionStatus status);
/** A stable word for JSON: "exceeded", "met", "nearly", "not-met", "no-plan", "no-figure",
 * "ask". */
const char *bv_completion_status_code (BvCompletionStatus status);
/** Whether it counts among "met or exceeded". */
gboolean bv_completion_is_met (BvCompletionStatus status);

/** BvScore: points of one criterion. */
typedef struct
{
  double base;
  double bonus;
} BvScore;

/**
 * bv_completion_score: rule A of DOMAIN 6.5: base = standard × min (r, 1), bonus = standard × min
 * (max (r − 1, 0), cap), each rounded half away from zero.
 *
 * @standard: points of the criterion
 * @bonus_cap: 0.10 for 10 %
 * @decimals: 0 to 6
 * Returns: %FALSE with %BV_VALUE_ERROR_ASK as bv_completion_compute(), or %BV_VALUE_ERROR_EMPTY
 * without plan or figure
 */
gboolean bv_completion_score (BvDirection direction,
                              double standard,
                              double plan,
                              double actual,
                              double tolerance,
                              double bonus_cap,
                              int decimals,
                              BvScore *score,
                              GError **error);

/* ── Adding up ───────────────────────────────────────────────────────────────────────────── */

/** BvYearFigures: the figures of one indicator, unit and year; NAN where nothing is known. */
typedef struct
{
  double year;
  double quarter[4];
  double month[12];
} BvYearFigures;

/** Clear makes every place NAN; get and set reach the place of a period: "Y", "Q1" … "Q4", "M01" … "M12". */
void bv_year_figures_clear (BvYearFigures *self);
double bv_year_figures_get (const BvYearFigures *self, const char *period);
void bv_year_figures_set (BvYearFigures *self, const char *period, double value);

typedef struct
{
  double value;   /* NAN when there is nothing to add up */
  guint missing;  /* bit 0 is January: months up to the end that no figure covers */
  int last_month; /* the last month a figure covers, 0 if none */
} BvAccumulated;

/**
 * bv_accumulate: the figure for a period out of what is known.
 *
 * A figure given for the period itself counts; otherwise its quarters, and for a quarter without a
 * figure its months. MEAN weighs a quarter's figure as three months. With LAST only months after
 * the latest figure are missing.
 *
 * @through_month: 12 for a whole year; 9 for January to September, where a figure of the year is
 *   used only when nothing else is known
 */
BvAccumulated bv_accumulate (BvAccumulation how, const BvYearFigures *figures, int through_month);
/** bv_accumulate_period: likewise for one quarter or month alone. */
BvAccumulated
bv_accumulate_period (BvAccumulation how, const BvYearFigures *figures, const char *period);
/** "No figures for months 3, 4 and 7", translated; %NULL when none is missing. (transfer full) */
char *bv_accumulated_describe_missing (const BvAccumulated *self);

/**
 * bv_pace_expected: what should have been reached at the end of @through_month. Plans of the months
 * or quarters are added up where all are known; otherwise the year's plan is spread evenly: a SUM
 * in proportion to the months, a LAST from @baseline (NAN: the plan itself) to the plan, a MEAN is
 * the plan itself.
 *
 * Returns: NAN without a plan
 */
double bv_pace_expected (BvAccumulation how,
                         const BvYearFigures *plans,
                         double baseline,
                         int through_month);

/** bv_plan_of_year: the year's own plan, else the sum, last or mean of its parts when all are
 * known; NAN otherwise: half a year's plans would make the completion look too good. */
double bv_plan_of_year (BvAccumulation how, const BvYearFigures *plans);

G_END_DECLS
