// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-fraction.h"
#include "bv-types.h"
#include "merit/bv-regime.h"

#include <glib.h>

G_BEGIN_DECLS

/* What the law asks of a subject before an award: kinds of condition, read from a regime file. C knows these kinds
 * and nothing of any award. All years are years of achievement; "the year" is the one that the award is for. */

/** BvGrade (xếp loại): rating.grade, from the best. Append only. */
typedef enum
{
  BV_GRADE_EXCELLENT, /* HTXS hoàn thành xuất sắc nhiệm vụ */
  BV_GRADE_GOOD,      /* HTT hoàn thành tốt nhiệm vụ */
  BV_GRADE_DONE,      /* HT hoàn thành nhiệm vụ */
  BV_GRADE_FAILED,    /* KHT không hoàn thành nhiệm vụ */
  BV_GRADE_NONE,      /* KXL không xếp loại */
} BvGrade;
#define BV_N_GRADES 5

/** BvScope (phạm vi ảnh hưởng của sáng kiến): initiative.scope. Append only. */
typedef enum
{
  BV_SCOPE_BASE,     /* base: cơ sở */
  BV_SCOPE_PROVINCE, /* province: bộ, ban, ngành, tỉnh */
  BV_SCOPE_NATIONAL, /* national: toàn quốc */
} BvScope;
#define BV_N_SCOPES 3

/** BvSanction: discipline.kind, from the lightest; the last two are pending matters. Append only. */
typedef enum
{
  BV_SANCTION_REPRIMAND, /* khiển trách */
  BV_SANCTION_WARNING,   /* cảnh cáo */
  BV_SANCTION_SALARY,    /* hạ bậc lương */
  BV_SANCTION_DEMOTION,  /* giáng chức */
  BV_SANCTION_REMOVAL,   /* cách chức */
  BV_SANCTION_DISMISSAL, /* buộc thôi việc */
  BV_SANCTION_COMPLAINT,
  BV_SANCTION_INVESTIGATION,
} BvSanction;
#define BV_N_SANCTIONS 8

/** "HTXS" ↔ %BV_GRADE_EXCELLENT, as stored in rating.grade. */
const char *bv_grade_to_code (BvGrade grade);
gboolean bv_grade_from_code (const char *code, BvGrade *grade);
/** (transfer none) translated: "Excellent", "Hoàn thành xuất sắc nhiệm vụ". */
const char *bv_grade_get_label (BvGrade grade);
/** bv_grade_print: the grade of code @code ("HTXS") as papers print it, "Hoàn thành xuất sắc nhiệm vụ"; constant
 * Vietnamese whatever the screen speaks. A code that is none is given back. (transfer none) */
const char *bv_grade_print (const char *code);
/** "base" ↔ %BV_SCOPE_BASE, as stored in initiative.scope. */
const char *bv_scope_to_code (BvScope scope);
/** The other way; %FALSE for a code that is none. */
gboolean bv_scope_from_code (const char *code, BvScope *scope);
/** (transfer none) translated */
const char *bv_scope_get_label (BvScope scope);
/** "reprimand" ↔ %BV_SANCTION_REPRIMAND, as stored in discipline.kind. */
const char *bv_sanction_to_code (BvSanction sanction);
/** The other way; %FALSE for a code that is none. */
gboolean bv_sanction_from_code (const char *code, BvSanction *sanction);
/** (transfer none) translated */
const char *bv_sanction_get_label (BvSanction sanction);
/** Whether it is a complaint or investigation and no sanction yet. */
gboolean bv_sanction_is_pending (BvSanction sanction);

/** BvConditionKind: in brackets the name in JSON and the members it reads. */
typedef enum
{
  BV_CONDITION_ALL, /* "all": of */
  BV_CONDITION_ANY, /* "any": of */
  /* "award": awards, count, is_consecutive, within_years, manners. The subject has held one of `awards` for `count`
   * years; consecutive: in a run without a gap that ends with the year (include_year) or the year before it; within:
   * only the last so many years. count 1 without more: ever. Awards of a unit's predecessors count for it; revoked
   * ones never; only manners named (default: those that the regime lets count, BvRegime.counted_manners). */
  BV_CONDITION_AWARD,
  /* "rating": grade, count, is_consecutive. That grade or better in the year; count > 1: so many years. */
  BV_CONDITION_RATING,
  /* "span": after_awards, min_years, grade, or_awards, of. An unbroken run of years, each rated `grade` or better (or
   * holding one of `or_awards`: TTLĐXS for a unit), that ends with the year, begins after one of `after_awards` was
   * given (none named: any time; several given, as two BK tỉnh: the one after which the rest is met) and lasts at least
   * min_years; `of` is then judged inside that span alone. */
  BV_CONDITION_SPAN,
  /* "initiative": scope, count, kinds. Recognised with that reach or wider in the year (inside a span: in its years). */
  BV_CONDITION_INITIATIVE,
  /* "member_share": awards, fraction. Of the unit's people in the year, the share that hold one of `awards` for it. */
  BV_CONDITION_MEMBER_SHARE,
  /* "member_count": awards, count. At least so many of the unit's people hold one of `awards` for the year. */
  BV_CONDITION_MEMBER_COUNT,
  /* "member_rating": grade, fraction. The share of the unit's people rated so or better in the year. */
  BV_CONDITION_MEMBER_RATING,
  /* "members_undisciplined": sanction. Nobody of the unit disciplined in the year with it or heavier. */
  BV_CONDITION_MEMBERS_UNDISCIPLINED,
  /* "undisciplined": sanction. Not disciplined so or heavier in the year, the effect of none reaching into it. */
  BV_CONDITION_UNDISCIPLINED,
  /* "nothing_pending": no complaint or investigation open on the day of judgement. */
  BV_CONDITION_NOTHING_PENDING,
  /* "months_in_post": count. Months of work in the year, leave of the kinds in `absences` counted as work. */
  BV_CONDITION_MONTHS_IN_POST,
  /* "absence": count, absences. Fewer than `count` working days of absence of these kinds in the year. */
  BV_CONDITION_ABSENCE,
  /* "years_of_existence": count. Of the unit with its predecessors, at the end of the year. */
  BV_CONDITION_YEARS_OF_EXISTENCE,
  /* "years_of_service": count, below, worker_classes, leader_classes. Years in such posts, summed over memberships: at
   * least count and, where it is said, fewer than below. */
  BV_CONDITION_YEARS_OF_SERVICE,
  /* "movement": count, levels. The award is for a movement (nominated with it) that ran so many years. */
  BV_CONDITION_MOVEMENT,
  /* "not_with": awards, manners. None of them was given for the same year (for these manners; none named: any). */
  BV_CONDITION_NOT_WITH,
  /* "not_same_achievement": no other award stands for the achievement that is named. */
  BV_CONDITION_NOT_SAME_ACHIEVEMENT,
  /* "attested": key. What no record answers; the unit's minutes say it (table attestation). */
  BV_CONDITION_ATTESTED,
} BvConditionKind;
#define BV_N_CONDITION_KINDS 20

/** "all" ↔ %BV_CONDITION_ALL, as in a regime file. */
const char *bv_condition_kind_to_code (BvConditionKind kind);
gboolean bv_condition_kind_from_code (const char *code, BvConditionKind *kind);

/** BvCondition: one node; members that its kind does not read are 0 or %NULL. Borrowed from its regime. */
typedef struct
{
  BvConditionKind kind;
  char
    *text; /* the requirement in the law's words: 'Hoàn thành tốt nhiệm vụ trở lên'; never %NULL */
  char *article; /* 'Điểm a khoản 1 Điều 24 Luật Thi đua, khen thưởng năm 2022'; never %NULL */
  gboolean is_verified;
  GPtrArray *of;       /* (element-type BvCondition), (nullable) */
  char **awards;       /* codes, (nullable) */
  char **after_awards; /* (nullable) */
  char **or_awards;    /* (nullable) */
  guint manners;       /* bits 1 << BvManner; 0: those that the regime counts */
  int count;
  int within_years; /* 0: any */
  gboolean is_consecutive;
  gboolean include_year; /* the run may or must end with the year itself; default %TRUE */
  int min_years;
  int below; /* years of service: fewer than so many; 0: no limit */
  BvGrade grade;
  BvScope scope;
  BvSanction sanction;
  BvFraction fraction;
  char *rule;      /* key of an office's rule that may replace fraction or count, (nullable) */
  char **kinds;    /* kinds of initiative, (nullable): all */
  char **absences; /* (nullable) */
  char **worker_classes; /* (nullable) */
  char **leader_classes; /* (nullable) */
  char **levels;         /* of movements, (nullable) */
  char *key;             /* of an attested condition, (nullable) */
} BvCondition;

/** BvPath: one way to an award. A subject that fits none of an award's paths cannot get it. */
typedef struct
{
  char *name;     /* 'Công trạng, cá nhân'; never %NULL */
  guint subjects; /* bits 1 << BvSubjectKind; 0: all of the award's */
  guint manners;  /* bits 1 << BvManner; 0: all */
  char *
    *unit_kinds; /* (nullable): only these, as in unit.kind; empty: no kind that an office keeps */
  char **worker_classes; /* (nullable): only these, as in person.worker_class */
  char **
    workplaces; /* (nullable): only people with a post in the year in units of these kinds, or below them */
  char *article;
  gboolean is_verified;
  gboolean is_simplified; /* the simplified procedure may be used */
  GPtrArray
    *conditions; /* (element-type BvCondition): all must be met; never %NULL, may be empty */
} BvPath;

/** BvQuota: at most so many of an award. `base` names what the share is of. */
typedef struct _BvQuota
{
  BvFraction
    fraction; /* of the base; denominator 0: the law has no figure, the office's rule alone says */
  char **of_awards; /* the base: how many of the same unit hold one of these for the year */
  char *rule; /* key of the office's rule that holds the share; 0 in it: no quota; (nullable) */
  char *text;
  char *article;
  gboolean is_verified;
} BvQuota;

/** BvVoteRule: how many votes of the council it takes. */
typedef struct _BvVoteRule
{
  BvFraction fraction;
  gboolean of_present; /* of those present; else of all members */
  gboolean is_secret;  /* only by ballot */
  char *rule;          /* key of the office's rule, (nullable) */
  char *text;
  char *article;
  gboolean is_verified;
} BvVoteRule;

/** BvPaperForm: a form that the law prescribes for the award. */
typedef struct
{
  char *number; /* 'Mẫu số 02'; where it stands, when is_unknown: 'Mẫu thuộc Phụ lục I' */
  gboolean is_unknown; /* its number is not known */
  char *title;         /* 'Báo cáo thành tích (đối với tập thể)' */
  guint subjects;
  guint manners;
  char *article;
  gboolean is_verified;
} BvPaperForm;

G_END_DECLS
