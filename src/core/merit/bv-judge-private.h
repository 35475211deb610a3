// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-facts-private.h"

G_BEGIN_DECLS

/* Judging: the conditions of a regime made ready for the facts' codes (BvRule), judged one subject after the other. Words
 * are built only where a finding is asked for. One thread a judge. */

/** A condition with its codes as one byte for each code of the facts. */
typedef struct _BvRule BvRule;
struct _BvRule
{
  const BvCondition *condition; /* borrowed from the regime */
  guint8 *awards, *after, *or_awards;
  guint manners;       /* bits 1 << BvManner */
  BvFraction fraction; /* after the office's rule */
  int count;           /* likewise; at least 1 where it counts something */
  const char *key;     /* interned */
  const char **kinds, **absences, **worker_classes, **leader_classes, **levels; /* interned */
  BvRule *of;
  guint n_of;
};

typedef struct
{
  const BvPath *path;
  guint subjects, manners;
  const char **unit_kinds, **worker_classes, **workplaces; /* interned, (nullable) */
  BvRule *rules;
  guint n_rules;
} BvPlanPath;

typedef struct
{
  const BvRegimeAward *award;
  BvPlanPath *paths;
  guint n_paths;
  gboolean is_ready;
} BvPlan;

/** Years of a span, both included; from > to: no year yet. */
typedef struct
{
  int from;
  int to;
} BvSpan;

typedef struct
{
  BvVerdict verdict;
  int first_year;      /* as in BvFinding */
  gboolean needs_word; /* cannot be told, and only because the minutes are missing */
} BvOutcome;

/** What was found for one award of the subject in hand. */
typedef struct
{
  guint8 state; /* 0: not judged, 1: being judged, 2: judged */
  BvVerdict verdict;
  int first_year;
  gboolean needs_word;
  gint16 path; /* -1: none is open */
} BvMemo;

typedef struct
{
  BvFacts *facts;
  const BvRegime *regime;
  const BvEligibilityQuestion *question;
  BvManner manner;
  int year;
  gint64 dossier_id;         /* of the nomination asked about; 0 */
  BvDay day;                 /* of the judgement */
  BvDay first_day, last_day; /* of the year */
  BvPlan *plans;             /* in the regime's order */
  GHashTable *plan_indexes;  /* code → index + 1 */
  guint8 *titles;            /* one byte a code: danh hiệu, no hình thức khen thưởng */
  GArray *members;           /* gint32: of the unit and year last asked for */
  gint32 members_of;
  int members_year;
  /* The subject in hand. */
  gint32 subject;
  const BvFactSubject *who;
  int form;         /* index of the award in hand */
  BvMemo *memos[2]; /* for the manner asked, for merit */
} BvJudge;

/** @facts: kept; regime and question are borrowed. The rules of an award are made ready when it is first asked about. %NULL may be
 * freed. */
BvJudge *
bv_judge_new (BvFacts *facts, const BvRegime *regime, const BvEligibilityQuestion *question);
void bv_judge_free (BvJudge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvJudge, bv_judge_free)

/** Whom the questions are about from now on, by its place in the facts; what was found before is forgotten. */
void bv_judge_set_subject (BvJudge *self, gint32 subject);
/** Whether the path is open to the subject, which may not be known; "cannot tell" then. */
BvVerdict bv_judge_path_is_open (BvJudge *self, const BvPlanPath *path);
/** bv_judge_award: the best path, quickly. (transfer none): until the next subject */
const BvMemo *bv_judge_award (BvJudge *self, int form);
/** bv_judge_findings: of the path that bv_judge_award() chose. (element-type BvFinding) (transfer full) */
GPtrArray *bv_judge_findings (BvJudge *self, int form);
/** -1: the regime does not know it. */
int bv_judge_find_form (BvJudge *self, const char *code);
/** The path of the award, made ready. */
const BvPlan *bv_judge_get_plan (BvJudge *self, int form);

/** Later of two first years. */
int bv_judge_later (int a, int b);

/* ── bv-judge.c, for the words ───────────────────────────────────────────────────────────── */

/** Judges one condition, groups and their parts too. @span: (nullable): only these years count. @finding: (nullable):
 * gets explanation, remedy and records. */
BvOutcome bv_judge_rule (BvJudge *self, const BvRule *rule, const BvSpan *span, BvFinding *finding);
/** Whether an award counts for the rule: code, manner, issued by the day, not taken back. */
gboolean
bv_judge_counts (const BvJudge *self, const BvFactAward *award, const guint8 *codes, guint manners);
/** Whether it is issued by the day of the judgement and not taken back, or restored. */
gboolean bv_judge_is_in_force (const BvJudge *self, const BvFactAward *award);
/** The grade of a year, with that of the predecessors (the worst of them) where the unit itself has none; -1. */
int bv_judge_grade (const BvJudge *self, gint32 subject, int year, gint64 *rating_id);
/** The first year for which the subject could get one of @codes; 0: cannot be told, -1: never. */
int bv_judge_first_award (BvJudge *self, char **codes);
/** The people of the unit in the year. */
GArray *bv_judge_members (BvJudge *self, int year);
/** A nomination for one of @codes in the year that is not decided; (nullable) */
const BvFactNomination *bv_judge_pending (const BvJudge *self, gint32 subject, const guint8 *codes);
/** A nomination of the subject in the very dossier that is judged: adopted or refused with it, so it counts as given.
 * %NULL also when no nomination is asked about, or the rule does not count awards of the dossier's manner. */
const BvFactNomination *bv_judge_together (const BvJudge *self, gint32 subject, const BvRule *rule);

/* Years as bits, the year of the question the lowest: how far back is seen one by one. */
#define BV_YEARS_BACK 64

/* Conditions of single records: bv-judge-records.c. */
BvOutcome bv_judge_not_with (BvJudge *self, const BvRule *rule, BvFinding *finding);
BvOutcome bv_judge_not_same_achievement (BvJudge *self, BvFinding *finding);
BvOutcome
bv_judge_initiative (BvJudge *self, const BvRule *rule, const BvSpan *span, BvFinding *finding);
BvOutcome bv_judge_undisciplined (BvJudge *self, const BvRule *rule, BvFinding *finding);
BvOutcome bv_judge_nothing_pending (BvJudge *self, BvFinding *finding);
BvOutcome bv_judge_attested (BvJudge *self, const BvRule *rule, BvFinding *finding);

/* Conditions of a person's time in work: bv-judge-time.c. */
BvOutcome bv_judge_months (BvJudge *self, const BvRule *rule, BvFinding *finding);
BvOutcome bv_judge_absence (BvJudge *self, const BvRule *rule, BvFinding *finding);
BvOutcome bv_judge_existence (BvJudge *self, const BvRule *rule, BvFinding *finding);
BvOutcome bv_judge_service (BvJudge *self, const BvRule *rule, BvFinding *finding);
BvOutcome bv_judge_movement (BvJudge *self, const BvRule *rule, BvFinding *finding);

/* Conditions of a unit's people: bv-judge-members.c. */
BvOutcome bv_judge_member_awards (BvJudge *self, const BvRule *rule, BvFinding *finding);
BvOutcome bv_judge_member_rating (BvJudge *self, const BvRule *rule, BvFinding *finding);
BvOutcome bv_judge_members_undisciplined (BvJudge *self, const BvRule *rule, BvFinding *finding);

/* ── bv-judge-words.c ────────────────────────────────────────────────────────────────────── */

/** "2018–2020, 2022" of bits (year - i); (transfer full). */
char *bv_words_years (int year, guint64 bits);
/** "LĐTT/CSTT": abbreviations of codes; (transfer full). */
char *bv_words_awards (const BvRegime *regime, char **codes);
/** Takes the texts; (nullable): left as they are. */
void bv_words_set (BvFinding *finding, char *explanation, char *remedy);
/** Adds a sentence to the explanation; takes it. */
void bv_words_add (BvFinding *finding, char *sentence);
/** The subject in hand itself: what is missing stands in its record. */
void bv_words_add_subject (BvJudge *self, BvFinding *finding);
/** A record with its label. */
void bv_words_add_award (BvJudge *self, BvFinding *finding, const BvFactAward *award);
/** @grade: a BvGrade. Names the subject when it is not the one in hand (a predecessor). */
void bv_words_add_rating (BvJudge *self,
                          BvFinding *finding,
                          gint32 subject,
                          gint64 id,
                          int year,
                          int grade);
/** @who: (nullable): whose it is, where that is not plain. */
void bv_words_add_discipline (BvJudge *self,
                              BvFinding *finding,
                              const BvFactDiscipline *discipline,
                              const char *who);
/** With year and scope, or that it is not decided yet. */
void bv_words_add_initiative (BvFinding *finding, const BvFactInitiative *initiative);
/** Kind and span; a click opens its subject. */
void bv_words_add_absence (BvJudge *self, BvFinding *finding, const BvFactAbsence *absence);
/** Post, unit and span; a click opens its person. */
void
bv_words_add_membership (BvJudge *self, BvFinding *finding, const BvFactMembership *membership);

/* What the conditions on awards, ratings, spans and initiatives say: made of what they found. */
typedef struct
{
  guint64 held;    /* years */
  guint64 wanted;  /* years looked at */
  guint64 missing; /* of a run: years without */
  guint n;         /* how many were found, older ones too */
  guint run;
  const BvFactNomination *pending;
  const BvFactNomination *together; /* makes it met, once it is adopted */
} BvFoundYears;

/** Explanation, remedy and records of a condition on awards, on ratings, and on the years since an award or a rating,
 * into @finding. @span: (nullable): of the years that count. */
void bv_words_award (BvJudge *self,
                     const BvRule *rule,
                     const BvSpan *span,
                     const BvFoundYears *found,
                     BvFinding *finding);
void bv_words_rating (BvJudge *self,
                      const BvRule *rule,
                      const BvSpan *span,
                      const BvFoundYears *found,
                      BvFinding *finding);
void bv_words_span (BvJudge *self,
                    const BvRule *rule,
                    const BvSpan *span,
                    gboolean after_is_missing,
                    guint run,
                    guint64 missing,
                    BvVerdict run_verdict,
                    BvFinding *finding);

G_END_DECLS
