// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-problem.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/** BvBaseSalary: *mức lương cơ sở* (before 2013 *mức lương tối thiểu chung*) from a day on. */
typedef struct
{
  char *from_date;      /* ISO, the key */
  gint64 amount;        /* đồng a month */
  char *source;         /* "Nghị định 24/2023/NĐ-CP"; "" if unknown */
  gboolean is_verified; /* FALSE: announced, or taken from a source that was not checked */
} BvBaseSalary;

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvBaseSalary *bv_base_salary_new (void);
BvBaseSalary *bv_base_salary_copy (const BvBaseSalary *self);
void bv_base_salary_free (BvBaseSalary *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvBaseSalary, bv_base_salary_free)

/** (element-type BvProblem) (transfer full): everything wrong with @self that can be told without the file; empty
 * when nothing is. */
GPtrArray *bv_base_salary_validate (const BvBaseSalary *self);

/** bv_base_salary_on: what applied on @date. %NULL with %BV_VALUE_ERROR_UNKNOWN, naming the date,
 * when the table does not reach back to it. */
BvBaseSalary *bv_base_salary_on (BvConnection *connection, const char *date, GError **error);
/** (element-type BvBaseSalary): newest first. */
GPtrArray *bv_base_salary_list (BvConnection *connection, GError **error);
/** Inserts, or replaces the row of the same day. */
gboolean bv_base_salary_save (BvConnection *connection, const BvBaseSalary *self, GError **error);
/** %BV_STORE_ERROR_NOT_FOUND when it is not there. */
gboolean bv_base_salary_delete (BvConnection *connection, const char *from_date, GError **error);
/** bv_base_salary_seed: adds the rows of data/regimes/base-salary.json whose day is not there
 * yet. */
gboolean bv_base_salary_seed (BvConnection *connection, GError **error);

/* Acts. */
gboolean bv_office_save_base_salary (BvStore *store,
                                     const BvBaseSalary *salary,
                                     gint64 *act_id,
                                     GError **error);
gboolean bv_office_delete_base_salary (BvStore *store,
                                       const char *from_date,
                                       gint64 *act_id,
                                       GError **error);

G_END_DECLS
