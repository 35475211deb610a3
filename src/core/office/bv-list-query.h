// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* The conditions of one list and their parameters, gathered piece by piece. Values never stand in
 * the SQL text. */
typedef struct
{
  GString *where;        /* "1 AND … AND …" */
  GPtrArray *parameters; /* (element-type GVariant): strings and int64 */
} BvListQuery;

/** SQL: how many awards of issued decisions count for the subjects that @subjects names ("= s.id"); those taken back do
 * not. */
#define BV_AWARD_COUNT_SQL(subjects)                                                               \
  "(SELECT count(*) FROM award a JOIN decision d ON d.id = a.decision_id"                          \
  " WHERE a.subject_id " subjects " AND d.on_date IS NOT NULL AND NOT EXISTS (SELECT 1"            \
  " FROM revocation r WHERE r.award_id = a.id AND r.restored_on IS NULL))"

/** Without conditions: everything. %NULL may be freed. */
BvListQuery *bv_list_query_new (void);
void bv_list_query_free (BvListQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvListQuery, bv_list_query_free)

/** bv_list_query_text: adds a parameter and returns its number. */
int bv_list_query_text (BvListQuery *self, const char *value);
/** The same of a number. */
int bv_list_query_int (BvListQuery *self, gint64 value);
/** bv_list_query_and: adds a condition. */
void bv_list_query_and (BvListQuery *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * bv_list_query_search: what an officer typed, over alias "s" of table subject: all words by the
 * full-text index, and those typed with marks also by their marks. DOMAIN 12.3. %NULL or blank adds
 * nothing.
 */
void bv_list_query_search (BvListQuery *self, const char *typed);
/** bv_list_query_fold: likewise without an index, over a column that holds folded text. */
void bv_list_query_fold (BvListQuery *self, const char *column, const char *typed);

/** Binds the parameters in the order in which they were added, from 1. */
void bv_list_query_bind_source (const BvListQuery *self, BvRowSource *source);
void bv_list_query_bind_statement (const BvListQuery *self, BvStatement *statement);

/** bv_list_query_day: @date if it is one, else today: safe to stand in SQL text. (transfer full) */
char *bv_list_query_day (const char *date);

G_END_DECLS
