// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drawing/bv-chart-layout.h"

G_BEGIN_DECLS

/* Shared by the files that make up the chart; nobody else includes this. */

/** The fixed words of a chart, in both languages. */
typedef enum
{
  BV_CHART_WORD_INDICATOR,
  BV_CHART_WORD_UNIT,
  BV_CHART_WORD_PLAN,
  BV_CHART_WORD_ACTUAL,
  BV_CHART_WORD_COMPLETION,
  BV_CHART_WORD_RESULT,
  BV_CHART_WORD_PERIOD,
  BV_CHART_WORD_PREVIOUS,
  BV_CHART_WORD_UNKNOWN,
  BV_CHART_WORD_EXCEEDED,
  BV_CHART_WORD_MET,
  BV_CHART_WORD_NEARLY,
  BV_CHART_WORD_SHORT,
  BV_CHART_WORD_NO_ROWS,
  BV_CHART_WORD_NO_FIGURE,
  BV_CHART_N_WORDS,
} BvChartWord;

/** (transfer none): constant Vietnamese on papers, else translated for the screen. */
const char *bv_chart_word (BvChartLanguage language, BvChartWord word);

/** A value with @decimals in Vietnamese numbers; an en dash when missing. */
char *bv_chart_value (double value, int decimals);

/** "107,0%", always with one decimal, so that a column of them is even; an en
 * dash when missing. */
char *bv_chart_percent (double percent);

/** The sentence of one row or value, for tooltip and point-walk. */
char *bv_chart_row_text (const BvChart *chart, const BvChartRow *row);
char *bv_chart_period_text (const BvChart *chart, const BvChartPeriod *period, int series);
/** The value of @series (0 actual, 1 plan, 2 last year). */
double bv_chart_period_value (const BvChartPeriod *period, int series);

/* Building a layout. */
typedef struct
{
  const BvChart *chart;
  BvChartLayout *layout;
  PangoContext *context;
  double size; /* of the text */
  double line; /* height of a line of it */
  guint first_row;
  guint n_rows;
  double height; /* asked for; 0: natural */
  double head_width;
} BvChartBuild;

typedef enum
{
  BV_CHART_TEXT_PLAIN,
  BV_CHART_TEXT_BOLD,
  BV_CHART_TEXT_ITALIC,
} BvChartTextStyle;

/**
 * Adds a label. @width: wraps at it, up to @max_lines and then an ellipsis; 0: one line, natural width.
 * @align: 0 left edge, 0.5 centre, 1 right edge of the label stands at @x. Returns it (owned by the
 * layout) with its box set.
 */
BvChartLabel *bv_chart_build_label (BvChartBuild *self,
                                    const char *text,
                                    BvChartTextStyle style,
                                    double scale,
                                    BvChartInk ink,
                                    double x,
                                    double y,
                                    double align,
                                    double width,
                                    int max_lines,
                                    int index);
void bv_chart_build_rect (BvChartBuild *self,
                          double x,
                          double y,
                          double width,
                          double height,
                          BvChartInk ink,
                          BvChartRole role,
                          int index);
void bv_chart_build_mark (BvChartBuild *self,
                          double x,
                          double y,
                          double size,
                          BvChartShape shape,
                          gboolean is_left,
                          BvChartInk ink,
                          int index);
/** Takes @text. */
void bv_chart_build_point (BvChartBuild *self,
                           BvChartBox box,
                           double x,
                           double y,
                           int index,
                           int series,
                           char *text);
/** Natural width of @text in one line. */
double
bv_chart_build_measure (BvChartBuild *self, const char *text, BvChartTextStyle style, double scale);

/** Title and subtitle; returns the y under them. */
double bv_chart_build_head (BvChartBuild *self);

/** Everything of one kind of chart, into the layout: heads, places, points, and the height that it needs. */
void bv_chart_build_completion (BvChartBuild *self);
void bv_chart_build_time (BvChartBuild *self);

/** Each status has an ink and a shape of its own, so that it is told without colour, too. */
BvChartInk bv_chart_status_ink (BvChartStatus status);
BvChartShape bv_chart_status_shape (BvChartStatus status);

G_END_DECLS
