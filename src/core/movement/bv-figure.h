// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"
#include "movement/bv-completion.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvFigureKind: a plan (table target) or what was measured (table measurement). */
typedef enum
{
  BV_FIGURE_TARGET,
  BV_FIGURE_MEASUREMENT,
} BvFigureKind;

/** BvFigure: one figure of one indicator, unit and period. */
typedef struct
{
  gint64 id;
  gint64 indicator_id;
  gint64 unit_id;
  int year;
  char *period; /* "Y", "Q1", "M01": bv-period.h */
  double value;
  char *note; /* source document, or that the figure was made up */
} BvFigure;

/** An empty one (id 0, texts "", those that may be absent %NULL), and its end; %NULL is let be. */
BvFigure *bv_figure_new (void);
void bv_figure_free (BvFigure *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFigure, bv_figure_free)

/** (element-type BvProblem) (transfer full): everything wrong with @self that can be told without the file; empty
 * when nothing is. */
GPtrArray *bv_figure_validate (const BvFigure *self);
/** Inserts, or replaces the figure of the same indicator, unit, year and period. */
gboolean
bv_figure_save (BvConnection *connection, BvFigureKind kind, BvFigure *self, GError **error);
/** Nothing happens when there is none. */
gboolean bv_figure_delete (BvConnection *connection,
                           BvFigureKind kind,
                           gint64 indicator_id,
                           gint64 unit_id,
                           int year,
                           const char *period,
                           GError **error);
/** (element-type BvFigure): of an indicator (0: all), unit (0: all) and year (0: all), in order of
 * time. */
GPtrArray *bv_figure_list (BvConnection *connection,
                           BvFigureKind kind,
                           gint64 indicator_id,
                           gint64 unit_id,
                           int year,
                           GError **error);
/** bv_figure_year: all figures of one indicator, unit and year at once. */
gboolean bv_figure_year (BvConnection *connection,
                         BvFigureKind kind,
                         gint64 indicator_id,
                         gint64 unit_id,
                         int year,
                         BvYearFigures *figures,
                         GError **error);

G_END_DECLS
