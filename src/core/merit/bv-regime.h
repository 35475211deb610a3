// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Law as data: a regime is the set of rules in force between two dates, read from data/regimes/ (compiled
 * in) and from the office's own files, which override award by award. C knows kinds of rule, never
 * awards. */

/** BvAwardKind: what sort of honour; the first two are titles (danh hiệu thi đua), the others forms
 * (hình thức khen thưởng). */
typedef enum
{
  BV_AWARD_TITLE,         /* danh hiệu thi đua */
  BV_AWARD_FLAG,          /* cờ thi đua */
  BV_AWARD_ORDER,         /* huân chương */
  BV_AWARD_MEDAL,         /* huy chương */
  BV_AWARD_STATE_HONOUR,  /* danh hiệu vinh dự nhà nước */
  BV_AWARD_PRIZE,         /* giải thưởng */
  BV_AWARD_COMMEMORATIVE, /* kỷ niệm chương */
  BV_AWARD_MERIT,         /* bằng khen */
  BV_AWARD_PRAISE,        /* giấy khen */
} BvAwardKind;

/** BvLevel: who decides; the values of decision.level, from the highest. Append only. */
typedef enum
{
  BV_LEVEL_STATE,
  BV_LEVEL_PROVINCE, /* also ministries and central bodies */
  BV_LEVEL_DISTRICT,
  BV_LEVEL_COMMUNE,
  BV_LEVEL_UNIT, /* the head of an agency, enterprise, cooperative */
} BvLevel;
#define BV_N_LEVELS 5

/** "district" ↔ %BV_LEVEL_DISTRICT, as stored in decision.level. */
const char *bv_level_to_code (BvLevel level);
gboolean bv_level_from_code (const char *code, BvLevel *level);
/** (transfer none) translated: "District", "Cấp huyện". */
const char *bv_level_get_label (BvLevel level);

/** BvManner: why an award is given (loại hình khen thưởng), L2022 art. 8. Append only. */
typedef enum
{
  BV_MANNER_MERIT,      /* CT công trạng */
  BV_MANNER_SUDDEN,     /* DX đột xuất */
  BV_MANNER_MOVEMENT,   /* PT phong trào thi đua, theo đợt, chuyên đề */
  BV_MANNER_DEDICATION, /* CH quá trình cống hiến */
  BV_MANNER_SENIORITY,  /* NH niên hạn */
  BV_MANNER_FOREIGN,    /* DN đối ngoại */
  BV_MANNER_RESISTANCE, /* KC kháng chiến */
} BvManner;
#define BV_N_MANNERS 7

/** "CT" ↔ %BV_MANNER_MERIT, as stored in award.manner. */
const char *bv_manner_to_code (BvManner manner);
gboolean bv_manner_from_code (const char *code, BvManner *manner);
/** (transfer none) translated: "For merit", "Công trạng". */
const char *bv_manner_get_label (BvManner manner);

/** BvDecider: one level at which an award may be decided, and the words of the law for who does. */
typedef struct
{
  BvLevel level;
  char *who; /* 'Chủ tịch Ủy ban nhân dân cấp huyện' */
} BvDecider;

/** BvSaid: whether the law says something, says that there is none, or was not read. */
typedef enum
{
  BV_SAID_RULE,
  BV_SAID_NONE,
  BV_SAID_UNKNOWN,
} BvSaid;

/** BvLawNote: one thing that a regime says of an award, or says that it does not say: never silently absent. */
typedef struct
{
  BvSaid said;
  char *text; /* 'Bằng chứng nhận, khung'; (nullable) */
  char *article;
  gboolean is_verified;
} BvLawNote;

/** BvOpinionRule: how long the public is asked before an award is proposed (lấy ý kiến Nhân dân). */
typedef struct
{
  int days;
  gboolean is_working; /* working days; else days of the calendar */
  guint levels;        /* of a regime's rule: bits 1 << BvLevel for which it holds */
  char *rule;          /* key of the office's rule that replaces the days; (nullable) */
  char *text;
  char *article;
  gboolean is_verified;
} BvOpinionRule;

/** BvPay: what is paid to somebody who gets several awards at one moment. */
typedef enum
{
  BV_PAY_UNSAID,  /* the regime has no such rule in its file */
  BV_PAY_UNKNOWN, /* the law was not read on it */
  BV_PAY_EACH,
  BV_PAY_HIGHEST, /* the highest amount alone */
  BV_PAY_ONE,     /* there may be one award only: nothing to choose from */
} BvPay;

/** BvSeveralCase: which awards they are. */
typedef enum
{
  BV_SEVERAL_SAME_ACHIEVEMENT,       /* several titles for the same achievement */
  BV_SEVERAL_DIFFERENT_PERIODS,      /* several titles for different periods */
  BV_SEVERAL_DIFFERENT_ACHIEVEMENTS, /* several forms for different periods and achievements */
  BV_SEVERAL_TITLE_AND_FORM,         /* a title and a form of commendation */
} BvSeveralCase;
#define BV_N_SEVERAL 4

typedef struct
{
  BvPay pay;
  char *text;
  char *article;
  gboolean is_verified;
} BvPayRule;

/** (transfer none) translated: "Several titles for the same achievement". */
const char *bv_several_case_get_label (BvSeveralCase which);
/** (transfer none) translated: "the highest amount alone". */
const char *bv_pay_get_label (BvPay pay);

/** BvBonusRule: the money that goes with an award. Coefficients and factors in thousandths. */
typedef struct
{
  gint64 coefficient;            /* of the base salary: 300 is 0,3 */
  gboolean is_ceiling;           /* the law says "at most" */
  gint64 unit_factor;            /* for a collective; 0: no rule known */
  gint64 household_factor;       /* likewise for a household */
  gboolean household_is_unknown; /* said so: the law was not read on households */
  char *article;                 /* 'Điều 73 Nghị định 91/2017/NĐ-CP' */
  gboolean is_verified; /* coefficient and article were read in a source, not from memory */
  gboolean unit_factor_is_verified;
  gboolean household_factor_is_verified;
} BvBonusRule;

/** BvRegimeAward: one award under one regime. Borrowed from its regime. */
typedef struct
{
  char *code;         /* 'GKH'; what award.form_code holds */
  char *name;         /* 'Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện' */
  char *abbreviation; /* 'GK huyện' */
  char **aliases;     /* what else lists call it; never %NULL */
  BvAwardKind kind;
  guint subjects;      /* bits 1 << BvSubjectKind: to whom it may go */
  GPtrArray *deciders; /* (element-type BvDecider), highest level first; never empty */
  char *article;       /* of the award: 'Điều 75 Luật Thi đua, khen thưởng 2022' */
  gboolean is_verified;
  BvBonusRule *bonus;     /* (nullable): the regime gives no money, or none we know of */
  BvLawNote *no_bonus;    /* (nullable): without a bonus, whether there is none or none is known */
  BvLawNote *object;      /* (nullable): what is handed over: certificate, frame, badge, flag */
  BvOpinionRule *opinion; /* (nullable): of its own, before that of the regime */
  int period;             /* years of achievement that a title stands for; 0: not said */
  char **
    replaced_by; /* (nullable): codes that took its place; old records keep it, no list offers it */
  char *certificate; /* (nullable): code of a template: 'giay-khen-huyen' */
  guint order;       /* place in the regime's list: flags before praise; for lists and reports */
  GPtrArray
    *paths; /* (element-type BvPath): the ways to it; never %NULL, empty: no rule is known */
  struct _BvQuota *quota;   /* (nullable): a BvQuota */
  struct _BvVoteRule *vote; /* (nullable): a BvVoteRule; without one the regime's default */
  GPtrArray *forms;         /* (element-type BvPaperForm), never %NULL */
  char *from_date; /* ISO, (nullable): an award that began or ended while its regime was in force */
  char *to_date;   /* ISO, (nullable) */
  gboolean is_own; /* said by a file of the office: a local title, or a rule of the law changed */
} BvRegimeAward;

/** BvCitation: one "Căn cứ" line of a decision, without "Căn cứ" and ";". */
typedef struct
{
  char *text;
  char *from_date; /* ISO, (nullable): cited from this day on */
  char *to_date;   /* ISO, (nullable) */
  gboolean is_verified;
} BvCitation;

/** BvRegime: the rules between two dates. */
typedef struct
{
  char *id;                 /* 'luat-2022-nd98' */
  char *name;               /* for people */
  char *from_date;          /* ISO */
  char *to_date;            /* ISO, (nullable): still in force */
  GPtrArray *citations;     /* (element-type BvCitation) */
  GPtrArray *awards;        /* (element-type BvRegimeAward) in the order of the list */
  guint counted_manners;    /* bits 1 << BvManner: awards for these count as conditions; 0: all */
  char *counted_article;    /* of that rule; "" */
  struct _BvVoteRule *vote; /* for awards without a rule of their own; (nullable) */
  BvOpinionRule *opinion;   /* (nullable) */
  BvPayRule several[BV_N_SEVERAL]; /* bonus of several awards at once, by BvSeveralCase */
  char *note;           /* what people should know of it: a transitional rule; (nullable) */
  gboolean is_verified; /* dates and note were read in the law itself */
} BvRegime;

/** bv_regime_list_citations: what a decision of @date cites, a line each: "Luật …; Luật sửa đổi …", "Nghị định số …";
 * (transfer full). */
char **bv_regime_list_citations (const BvRegime *self, const char *date);
/** bv_regime_find_award: (transfer none) (nullable) */
const BvRegimeAward *bv_regime_find_award (const BvRegime *self, const char *code);
/** Whether a subject of this kind may get it. */
gboolean bv_regime_award_allows (const BvRegimeAward *award, BvSubjectKind kind);
/** Whether it is a title (danh hiệu), flags too, and no form of commendation. */
gboolean bv_regime_award_is_title (const BvRegimeAward *award);
/** The highest level at which it may be decided. */
BvLevel bv_regime_award_get_level (const BvRegimeAward *award);
/** What an office of @level is asked about when nothing is named: the first title for persons that it decides and that has
 * a way to it, else the first award of the file. (transfer none) (nullable): the regime has no awards. */
const BvRegimeAward *bv_regime_find_usual (const BvRegime *self, BvLevel level);
/** Whether it could be given on @date (ISO) as far as its own dates say. */
gboolean bv_regime_award_is_in_force (const BvRegimeAward *award, const char *date);
/** Whether a list for the days from @from to @to (ISO) offers it: in force on one of them, and not replaced by other
 * codes. Records that bear it keep showing it. */
gboolean bv_regime_award_is_offered (const BvRegimeAward *award, const char *from, const char *to);
/** Whether one of those who may decide on it stands at @level. */
gboolean bv_regime_award_is_decided_at (const BvRegimeAward *award, BvLevel level);

/* ── All regimes ─────────────────────────────────────────────────────────────────────────── */

/** BvRegimeSet: every regime, in the order of their dates. Immutable once loaded; any thread. */
typedef struct _BvRegimeSet BvRegimeSet;

/**
 * bv_regime_set_load: the built-in regimes, then the office's own files "regimes/….json".
 *
 * @connection: (nullable): for the office's files; %NULL reads the built-in ones alone
 * Returns: (transfer full): %NULL with %BV_VALUE_ERROR when a file breaks a rule of the format:
 *   "regimes/x.json, $.awards[3].bonus.article: …"
 */
BvRegimeSet *bv_regime_set_load (BvConnection *connection, GError **error);

/** A file of regimes for bv_regime_set_new_from_files(): name (for messages) and JSON bytes. */
typedef struct
{
  const char *name;
  GBytes *bytes;
} BvRegimeFile;

/**
 * bv_regime_set_new_from_files: @files are the country's, @own the office's (may be 0): an own file with the id of a
 * regime replaces or adds the awards that it names; one with a new id is refused when its dates overlap; one without
 * an id holds titles of the place, which stand in every regime that their dates touch.
 */
BvRegimeSet *bv_regime_set_new_from_files (const BvRegimeFile *files,
                                           guint n_files,
                                           const BvRegimeFile *own,
                                           guint n_own,
                                           GError **error);
/** (transfer full): counted from any thread. */
BvRegimeSet *bv_regime_set_ref (BvRegimeSet *self);
/** The last holder frees the regimes; %NULL is let be. */
void bv_regime_set_unref (BvRegimeSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegimeSet, bv_regime_set_unref)

/** (element-type BvRegime) (transfer none) */
GPtrArray *bv_regime_set_get_regimes (BvRegimeSet *self);
/** The regime in force on @date (ISO); (transfer none) (nullable): older than the oldest. */
const BvRegime *bv_regime_set_for_date (BvRegimeSet *self, const char *date);
/** By its id; (transfer none) (nullable). */
const BvRegime *bv_regime_set_get (BvRegimeSet *self, const char *id);
/**
 * bv_regime_set_choose: the regime that a question is answered by: @regime_id when one was chosen by hand (a dossier or
 * decision says why), else the one in force on @date, the day that the rule asks for.
 *
 * @regime_id: (nullable): "" and %NULL: none was chosen
 * Returns: (transfer none): %NULL with %BV_VALUE_ERROR_UNKNOWN
 */
const BvRegime *
bv_regime_set_choose (BvRegimeSet *self, const char *regime_id, const char *date, GError **error);
/**
 * bv_regime_set_find_award: @code under the regime of @date, or, when that one does not know it (an old
 * award received from above), under the nearest that does: for names, never for money.
 *
 * @date: ISO; (nullable) for today
 */
const BvRegimeAward *
bv_regime_set_find_award (BvRegimeSet *self, const char *code, const char *date);
/**
 * bv_regime_set_match_award: finds an award by what people write in a list: its code, abbreviation or
 * name, without regard to marks and capitals; "Giấy khen" alone means the praise that @level gives.
 */
const BvRegimeAward *
bv_regime_set_match_award (BvRegimeSet *self, const char *text, const char *date, BvLevel level);

G_END_DECLS
