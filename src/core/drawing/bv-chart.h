// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A chart as plain data: what is shown, not where. bv-chart-layout.h gives it places, bv-chart-draw.h
 * draws it, bv-chart-write.h makes files of it. A missing value is NAN everywhere. */

/** BvChartKind: the two pictures of an office's year. */
typedef enum
{
  BV_CHART_COMPLETION, /* bullet rows: actual against plan, in percent, one row an indicator */
  BV_CHART_TIME,       /* plan and actual over months, quarters or years, last year in grey */
} BvChartKind;

/** BvChartStatus: what came of a target. Each has a word and a shape beside its colour. */
typedef enum
{
  BV_CHART_STATUS_UNKNOWN,  /* no figure yet, or no rule answers: a person decides */
  BV_CHART_STATUS_EXCEEDED, /* vượt */
  BV_CHART_STATUS_MET,      /* đạt */
  BV_CHART_STATUS_NEARLY,   /* gần đạt */
  BV_CHART_STATUS_SHORT,    /* chưa đạt */
} BvChartStatus;

/** BvChartLanguage: an official paper speaks Vietnamese whatever the language of the screen. */
typedef enum
{
  BV_CHART_LANGUAGE_VIETNAMESE,
  BV_CHART_LANGUAGE_SCREEN,
} BvChartLanguage;

/** BvChartRow: one indicator of a completion chart. */
typedef struct
{
  char *group; /* "Kinh tế"; "" for none. Rows of a group stand together under its name */
  char *name;
  char *unit; /* unit of measure, "triệu đồng/người/năm" */
  int decimals;
  double plan;
  double actual;
  double percent; /* completion, 100 is the plan; NAN when unknown */
  BvChartStatus status;
  char *status_text; /* the word beside the shape */
} BvChartRow;

/** BvChartPeriod: one month, quarter or year of a chart over time. */
typedef struct
{
  char *label;      /* short, under the axis: "T1", "Quý I", "2020" */
  char *long_label; /* in the table and the tooltip: "Tháng 1" */
  double actual;
  double plan;
  double previous; /* the same period of last year */
} BvChartPeriod;

typedef struct
{
  BvChartKind kind;
  BvChartLanguage language;
  char *title;    /* "" for none */
  char *subtitle; /* unit or period, under the title; "" for none */

  /* Completion */
  GPtrArray *rows;       /* (element-type BvChartRow) */
  double nearly_percent; /* where the middle band begins; 90 until set */

  /* Over time */
  GPtrArray *periods; /* (element-type BvChartPeriod) */
  char *unit;
  int decimals;
  char *actual_name; /* "Năm 2020" */
  char *plan_name;   /* "Kế hoạch" */
  char *previous_name;
} BvChart;

/** Bars of planned and actual values. @title: (nullable). (transfer full) */
BvChart *bv_chart_new_completion (BvChartLanguage language, const char *title);

/** bv_chart_add_row: @status_text (nullable): the usual word of @status in the chart's language. */
void bv_chart_add_row (BvChart *self,
                       const char *group,
                       const char *name,
                       const char *unit,
                       int decimals,
                       double plan,
                       double actual,
                       double percent,
                       BvChartStatus status,
                       const char *status_text);

/** bv_chart_new_time: the three names are for direct labels; (nullable): the usual words. */
BvChart *bv_chart_new_time (BvChartLanguage language,
                            const char *title,
                            const char *unit,
                            int decimals,
                            const char *actual_name,
                            const char *plan_name,
                            const char *previous_name);

/** The next period in time. @label: for the axis; @long_label: (nullable): for tooltip and table. Values: NAN where
 * there is none. */
void bv_chart_add_period (BvChart *self,
                          const char *label,
                          const char *long_label,
                          double actual,
                          double plan,
                          double previous);

/** The unit or period under the title; %NULL or "" for none. */
void bv_chart_set_subtitle (BvChart *self, const char *subtitle);

/** bv_chart_status_word: "Vượt", "Đạt", "Chưa đạt", "Chưa đánh giá". (transfer none) */
const char *bv_chart_status_word (BvChartLanguage language, BvChartStatus status);

/**
 * bv_chart_table: the chart as rows of text, the heads first, for the table beside it. Names stand
 * in full here, also where the picture had to shorten them.
 *
 * Returns: (transfer full) (element-type GStrv): g_ptr_array_unref() frees all
 */
GPtrArray *bv_chart_table (const BvChart *self);

/**
 * bv_chart_describe: the chart in one sentence, for a screen reader and the tagged PDF: what it is,
 * how many rows, how many met or exceeded, and the extremes.
 */
char *bv_chart_describe (const BvChart *self);

/** With all that it owns; %NULL is let be. */
void bv_chart_free (BvChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvChart, bv_chart_free)

G_END_DECLS
