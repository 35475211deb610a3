// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "movement/bv-grid.h"

struct _BvGrid
{
  BvGridQuery query;
  GPtrArray *indicators; /* (element-type BvIndicator): rows point into it */
  GPtrArray *rows;       /* (element-type BvGridRow) */
  GPtrArray *columns;    /* (element-type BvGridColumn) */
  double *values;        /* row after row */
  BvCompletion *completions;
};
