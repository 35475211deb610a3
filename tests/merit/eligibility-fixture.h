// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-eligibility.h"
#include "store/bv-store.h"

#include <string.h>

G_BEGIN_DECLS

/* What the tests of eligibility share: a law of their own, made in C so that a change of a regime file changes nothing in
 * them, an office with a school and a teacher, and records in one line each. */

typedef struct
{
  char *folder;
  BvStore *store;
  BvRegimeSet *regimes;
  gint64 office;
  gint64 school;
  gint64 person;      /* in the school since 2015-09-01 */
  char *date;         /* of the judgement: 2023-03-27 */
  const char *manner; /* of the awards that are added: CT */
} Fixture;

void set_up (Fixture *f, gconstpointer data);
void tear_down (Fixture *f, gconstpointer data);
void judge_on (Fixture *f, const char *date);

BvCondition *condition (BvConditionKind kind, const char *text);
BvCondition *award_condition (const char *codes, int count, gboolean is_consecutive);
BvCondition *group (BvConditionKind kind, BvCondition *a, BvCondition *b);
/** Five years “good” or better after BKT, with @inside (nullable) in them. */
BvCondition *five_years (BvCondition *inside);
BvPath *set_path (Fixture *f, const char *code, const BvCondition *first, ...);
BvPath *add_path (Fixture *f, const char *code, const char *name, BvCondition *first);
gint64 sql (Fixture *f, const char *format, ...) G_GNUC_PRINTF (2, 3);
gint64 add_unit (Fixture *f,
                 const char *name,
                 const char *kind,
                 gint64 parent,
                 gboolean is_small,
                 const char *from);
gint64 add_person (Fixture *f, const char *name, gint64 unit, const char *from);
gint64 add_award_on (Fixture *f,
                     gint64 subject,
                     const char *code,
                     int year,
                     const char *on_date,
                     const char *achievement);
gint64 add_award (Fixture *f, gint64 subject, const char *code, int year);
void add_rating (Fixture *f, gint64 subject, int year, const char *grade);
gint64 add_nomination (Fixture *f, gint64 subject, const char *code, int year);
BvEligibility *
ask_with (Fixture *f, gint64 subject, const char *code, const BvEligibilityQuestion *question);
BvEligibility *ask (Fixture *f, gint64 subject, const char *code, int year);
const BvFinding *finding (const BvEligibility *result, guint i);

/* For the %lld of sql(). */
#define L(value) ((long long) (value))

#define assert_verdict(f, subject, code, year, expected, first)                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (BvEligibility) bv_result = ask (f, subject, code, year);                            \
    if (bv_result->findings->len > 0)                                                              \
      g_test_message ("%s", finding (bv_result, 0)->explanation);                                  \
    g_assert_cmpint (bv_result->verdict, ==, expected);                                            \
    g_assert_cmpint (bv_result->first_year, ==, first);                                            \
  }                                                                                                \
  G_STMT_END

#define MET BV_VERDICT_MET
#define UNKNOWN BV_VERDICT_CANNOT_TELL
#define NOT BV_VERDICT_NOT_MET

#define assert_says(result, i, member, part)                                                       \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (strstr (finding (result, i)->member, part) == NULL)                                        \
      g_error ("%s:%d: “%s” does not say “%s”", __FILE__, __LINE__, finding (result, i)->member,   \
               part);                                                                              \
  }                                                                                                \
  G_STMT_END

G_END_DECLS
