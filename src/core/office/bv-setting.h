// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-fraction.h"
#include "base/bv-money.h"
#include "base/bv-name.h"
#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Settings of the office, kept in its file, so that they travel with it and are undone like any
 * other act. A key that was never set has the default named here. (Settings of the window, such as
 * its size, live in GSettings.) */

/** "given-middle-family" (default), "given-rest", "plain". */
#define BV_SETTING_NAME_ORDER "name-order"
/** Flags of BvWordsStyle as a number; default 0: linh, nghìn, no "chẵn". */
#define BV_SETTING_WORDS_STYLE "words-style"
/** "year" (default): ledger numbers begin at 1 each year; "form-year": each form and year;
 * "continuous". */
#define BV_SETTING_LEDGER_SCOPE "ledger-scope"
/** The year that pages open on; default 0: that of today. */
#define BV_SETTING_WORKING_YEAR "working-year"
/** Share of the plan in percent from which an unmet indicator is "nearly met"; default 90. */
#define BV_SETTING_NEARLY_PERCENT "nearly-percent"
/** Decimals of scores; default 2. */
#define BV_SETTING_SCORE_DECIMALS "score-decimals"
/** Largest bonus of one criterion, in percent of its points; default 10. DOMAIN 6.5. */
#define BV_SETTING_SCORE_BONUS_PERCENT "score-bonus-percent"

/* ── Rules that the law leaves to the office, or that offices read in two ways ───────────── */

/** Cap of "hoàn thành xuất sắc" in percent of the base below; default 20. DOMAIN 5.3. */
#define BV_SETTING_RULE_EXCELLENT_PERCENT "rule-excellent-percent"
/** "good" (default): those rated exactly HTT; "good-or-better": HTT and HTXS together. */
#define BV_SETTING_RULE_EXCELLENT_BASE "rule-excellent-base"
/** "floor" (default), "half-up", "ceil": what becomes of the part of a place in a quota. */
#define BV_SETTING_RULE_QUOTA_ROUNDING "rule-quota-rounding"
/** CSTĐCS in percent of the LĐTT/CSTT of the unit under the law of 2003; default 15; 0: no quota. */
#define BV_SETTING_RULE_CSTDCS_PERCENT "rule-cstdcs-percent"
/** Likewise under the law of 2022, which has no figure; default 0: no quota. */
#define BV_SETTING_RULE_CSTDCS_PERCENT_2022 "rule-cstdcs-percent-2022"
/** Members who must be present, a share of all; default "2/3". */
#define BV_SETTING_RULE_QUORUM "rule-quorum"
/** Votes for an award that has no rule of its own; default ">1/2". */
#define BV_SETTING_RULE_MAJORITY "rule-majority"
/** What the majority is of: "members" (default) or "present". */
#define BV_SETTING_RULE_MAJORITY_BASE "rule-majority-base"
/** Criteria and their points: "newness:30,effect:40,spread:20,presentation:10"; bv_setting_parse_scale(). */
#define BV_SETTING_RULE_INITIATIVE_SCALE "rule-initiative-scale"
/** Points from which an initiative is recognised; default 50. */
#define BV_SETTING_RULE_INITIATIVE_THRESHOLD "rule-initiative-threshold"
/** Points by which two examiners differ before a third is asked; default 20. */
#define BV_SETTING_RULE_INITIATIVE_DIFFERENCE "rule-initiative-difference"
/** Working days of the appraisal; default 20. */
#define BV_SETTING_RULE_APPRAISAL_DAYS "rule-appraisal-days"
/** Working days of the public notice; default 10. */
#define BV_SETTING_RULE_OPINION_DAYS "rule-opinion-days"
/** Months of leave in the year from which a person is not rated above HTT; default 3. */
#define BV_SETTING_RULE_RATING_LEAVE_MONTHS "rule-rating-leave-months"
/** Months of leave from which a person is not rated at all (KXL); default 6. */
#define BV_SETTING_RULE_RATING_ABSENT_MONTHS "rule-rating-absent-months"
/** Months of work in the year for LĐTT; default 10. */
#define BV_SETTING_RULE_LDTT_MONTHS "rule-ldtt-months"
/** Working days of other absence from which LĐTT is not considered; default 40. */
#define BV_SETTING_RULE_LDTT_ABSENCE_DAYS "rule-ldtt-absence-days"

/** BvSettingKind: how a setting is written. */
typedef enum
{
  BV_SETTING_CHOICE,   /* one of choices */
  BV_SETTING_NUMBER,   /* a whole number within the limits */
  BV_SETTING_FRACTION, /* a share: bv_fraction_parse () */
  BV_SETTING_SCALE,    /* criteria with points: bv_setting_parse_scale () */
} BvSettingKind;

typedef enum
{
  BV_SETTING_PLAIN,
  BV_SETTING_PERCENT,
  BV_SETTING_POINTS,
  BV_SETTING_MONTHS,
  BV_SETTING_WORKING_DAYS,
} BvSettingUnit;

/** BvSetting: what may be said about a setting; static. */
typedef struct
{
  const char *key;
  const char *label; /* English source text; bv_setting_get_label () translates */
  const char *value; /* default */
  BvSettingKind kind;
  const BvChoice *choices; /* (nullable) */
  gint64 minimum, maximum; /* of a number */
  BvSettingUnit unit;      /* what a number counts */
  const char *
    article; /* of an office's rule: where it comes from, in Vietnamese; (nullable): no rule of law */
} BvSetting;

typedef enum
{
  BV_LEDGER_SCOPE_YEAR,
  BV_LEDGER_SCOPE_FORM_YEAR,
  BV_LEDGER_SCOPE_CONTINUOUS,
} BvLedgerScope;

/* Choices for a preferences window. */
extern const BvChoice bv_setting_name_orders[];
extern const BvChoice bv_setting_ledger_scopes[];
extern const BvChoice bv_setting_excellent_bases[];
extern const BvChoice bv_setting_quota_roundings[];
extern const BvChoice bv_setting_majority_bases[];

/** (transfer full): the value or its default; %NULL on error, also for a key that does not
 * exist. */
char *bv_setting_get (BvConnection *connection, const char *key, GError **error);
/** bv_setting_get_int: a number; the default, with @error set, when the file cannot be read. */
gint64 bv_setting_get_int (BvConnection *connection, const char *key, GError **error);

/** Three settings as their enums; the default, with @error set, when the file cannot be read. */
BvNameOrder bv_setting_get_name_order (BvConnection *connection, GError **error);
BvWordsStyle bv_setting_get_words_style (BvConnection *connection, GError **error);
BvLedgerScope bv_setting_get_ledger_scope (BvConnection *connection, GError **error);

/**
 * bv_setting_set: inside an act. An unknown key gives %BV_VALUE_ERROR_UNKNOWN, a value the key does
 * not allow %BV_VALUE_ERROR_RANGE. Setting the name order rewrites the sort keys of all persons.
 */
gboolean
bv_setting_set (BvConnection *connection, const char *key, const char *value, GError **error);

/** bv_setting_list_keys: all keys, %NULL-terminated, static. */
const char *const *bv_setting_list_keys (void);
/** The value until one is set; (transfer none): %NULL for a key that does not exist. */
const char *bv_setting_default (const char *key);
/** bv_setting_find: (transfer none) (nullable) */
const BvSetting *bv_setting_find (const char *key);
/** bv_setting_list_rules: the office's rules of law, as a preferences page shows them: (array zero-terminated=1) of
 * BvSetting, ended by a %NULL key, static. */
const BvSetting *bv_setting_list_rules (void);
/** (transfer none) translated */
const char *bv_setting_get_label (const BvSetting *setting);
/** bv_setting_describe: @value for people, translated: "15 %", "at least 2/3", "Rounded down"; (transfer full). */
char *bv_setting_describe (const BvSetting *setting, const char *value);
/** bv_setting_check: whether @value may be set; else %BV_VALUE_ERROR_RANGE with a sentence that says what may. */
gboolean bv_setting_check (const BvSetting *setting, const char *value, GError **error);

/** bv_setting_get_fraction: the share that a rule sets: of a fraction itself, of a percent number n/100 (0/100: no
 * rule). %FALSE with @error. */
gboolean bv_setting_get_fraction (BvConnection *connection,
                                  const char *key,
                                  BvFraction *fraction,
                                  GError **error);
/** bv_setting_value_to_fraction: the same from a value already read. */
gboolean bv_setting_value_to_fraction (const BvSetting *setting,
                                       const char *value,
                                       BvFraction *fraction,
                                       GError **error);

/** BvScaleCriterion: one line of a scale of points. */
typedef struct
{
  char *key;  /* "newness", or the office's own words */
  int points; /* the most that an examiner may give */
} BvScaleCriterion;

/** With all that it owns; %NULL is let be. */
void bv_scale_criterion_free (BvScaleCriterion *self);
/** (transfer full) translated: the words for the four usual keys, else the key itself. */
char *bv_scale_criterion_get_label (const BvScaleCriterion *self);
/** bv_setting_parse_scale: "newness:30,effect:40"; (element-type BvScaleCriterion) (transfer full); %NULL with
 * %BV_VALUE_ERROR: a key twice, no points, above 1.000. */
GPtrArray *bv_setting_parse_scale (const char *text, GError **error);

/** bv_setting_save: as one act: "Change setting “…”". A new name order is a bulk act:
 * it takes a second or two for 100,000 people, so the window calls it on a worker. */
gboolean bv_setting_save (BvStore *store,
                          const char *key,
                          const char *value,
                          gint64 *act_id,
                          GError **error);

G_END_DECLS
