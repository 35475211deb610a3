// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "movement/bv-completion.h"
#include "movement/bv-indicator.h"
#include "movement/bv-period.h"

#include <glib.h>

G_BEGIN_DECLS

/* Reading of figures for the overview, the charts and the report. All computing is in
 * bv-completion.h. */

/** BvIndicatorResult: one indicator of one unit in one year. */
typedef struct
{
  BvIndicator *indicator;
  gint64 unit_id;
  char *unit_name;
  double plan;               /* of the year; NAN if none */
  double actual;             /* added up through the month asked for; NAN if none */
  double last_year;          /* actual of the year before, whole; NAN if none */
  double expected;           /* what the pace asks for by then; the plan at the year's end */
  BvCompletion completion;   /* against the year's plan */
  BvCompletion pace;         /* against @expected: NEARLY and NOT_MET mean "behind" */
  BvAccumulated accumulated; /* which months are missing */
} BvIndicatorResult;

/** With all that it owns; %NULL is let be. */
void bv_indicator_result_free (BvIndicatorResult *self);

typedef struct
{
  GPtrArray
    *results; /* (element-type BvIndicatorResult): by movement, then the indicators' order */
  int year;
  int through_month;
  guint n_indicators; /* all results */
  guint n_planned;    /* with a plan: the m of "n of m" */
  guint n_met;        /* met, not exceeded */
  guint n_exceeded;
  guint n_nearly;
  guint n_not_met;
  guint n_no_figure;
  guint n_ask;
  guint n_behind; /* behind the pace */
} BvIndicatorSummary;

/** With all that it owns; %NULL is let be. */
void bv_indicator_summary_free (BvIndicatorSummary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIndicatorSummary, bv_indicator_summary_free)

/**
 * bv_indicator_summary: results of a unit for a year. Indicators that have neither plan nor figure
 * there are left out.
 *
 * @movement_id: 0: all movements
 * @unit_id: the unit whose figures are meant; 0: the root of the units (the office itself)
 * @through_month: 1 to 12
 */
BvIndicatorSummary *bv_indicator_summary (BvConnection *connection,
                                          gint64 movement_id,
                                          gint64 unit_id,
                                          int year,
                                          int through_month,
                                          GError **error);
/** "20 of 22 indicators met or exceeded", translated. (transfer full) */
char *bv_indicator_summary_sentence (const BvIndicatorSummary *self);

/** BvHeatMap: completion of indicators (rows) by units or by months (columns). */
typedef struct
{
  GPtrArray *indicators; /* (element-type BvIndicator) */
  GPtrArray *columns;    /* (element-type utf8): unit names, or short labels of periods */
  GArray *unit_ids;    /* (element-type gint64): a column's unit; the same one in a map by months */
  BvCompletion *cells; /* row after row: cells[row * columns->len + column] */
  double *plans;       /* alike */
  double *actuals;     /* alike */
} BvHeatMap;

/** With all that it owns; %NULL is let be. */
void bv_heat_map_free (BvHeatMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvHeatMap, bv_heat_map_free)

/** bv_heat_map_by_unit: columns are the units below @parent_id (0: below the root) that have a plan
 * or a figure. */
BvHeatMap *bv_heat_map_by_unit (BvConnection *connection,
                                gint64 movement_id,
                                gint64 parent_id,
                                int year,
                                int through_month,
                                GError **error);
/** bv_heat_map_by_period: one unit; each period by itself against its own plan, or the even share
 * of the year's. */
BvHeatMap *bv_heat_map_by_period (BvConnection *connection,
                                  gint64 movement_id,
                                  gint64 unit_id,
                                  int year,
                                  BvPeriodKind kind,
                                  GError **error);

/** BvIndicatorSeries: plan against actual over time, with last year behind. */
typedef struct
{
  BvIndicator *indicator;
  int year;
  guint n;
  const char *const *periods; /* static */
  char **labels;              /* n short labels */
  double *plan;               /* n values, NAN where unknown */
  double *actual;
  double *last_year;
  gboolean is_cumulative;
} BvIndicatorSeries;

/** With all that it owns; %NULL is let be. */
void bv_indicator_series_free (BvIndicatorSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvIndicatorSeries, bv_indicator_series_free)

/** @kind: MONTH or QUARTER. @cumulative: each value is that from January to its period. The plan
 * line is the pace where months have no plan of their own (then only when cumulative). */
BvIndicatorSeries *bv_indicator_series (BvConnection *connection,
                                        gint64 indicator_id,
                                        gint64 unit_id,
                                        int year,
                                        BvPeriodKind kind,
                                        gboolean cumulative,
                                        GError **error);
/** bv_indicator_years: the years that have a figure or plan, ascending. (element-type gint) */
GArray *bv_indicator_years (BvConnection *connection, GError **error);

G_END_DECLS
