// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/* The order of the organisation as a common table expression, for the queries of this folder and of
 * those above it: ranked_unit (id, rank, depth), depth first, siblings by position, then name. Hex
 * digits sort as the bytes they stand for, and "/" sorts before them, so a parent comes before what
 * is below it. */
#define BV_UNIT_ORDER_CTE                                                                          \
  "unit_path (id, depth, path) AS ("                                                               \
  " SELECT u.subject_id, 0, printf ('/%08d', u.position) || hex (s.sort_key)"                      \
  "  || printf ('%010d', s.id)"                                                                    \
  " FROM unit u JOIN subject s ON s.id = u.subject_id WHERE u.parent_id IS NULL"                   \
  " UNION ALL"                                                                                     \
  " SELECT u.subject_id, t.depth + 1, t.path || printf ('/%08d', u.position)"                      \
  "  || hex (s.sort_key) || printf ('%010d', s.id)"                                                \
  " FROM unit_path t JOIN unit u ON u.parent_id = t.id JOIN subject s ON s.id = u.subject_id),"    \
  " ranked_unit (id, rank, depth) AS MATERIALIZED ("                                               \
  " SELECT id, row_number () OVER (ORDER BY path), depth FROM unit_path)"

/* Ids of a unit and all below it; the parameter is the unit's id. */
#define BV_UNIT_BELOW_SQL(parameter)                                                               \
  "(WITH RECURSIVE below (id) AS (SELECT " parameter                                               \
  " UNION SELECT u.subject_id FROM unit u JOIN below ON u.parent_id = below.id)"                   \
  " SELECT id FROM below)"
