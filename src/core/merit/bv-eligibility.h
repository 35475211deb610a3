// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-condition.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

struct _JsonBuilder;

G_BEGIN_DECLS

/* May this subject get this award? The facts are read once into memory (BvFacts); judging reads the facts and a regime,
 * never the file, so that 20,000 people × all awards take seconds and one state of the file answers all. */

/* How the records are read:
 * - An award counts from the day of its decision, that of the judgement included, while it is not taken back; drafts never.
 *   One that is only nominated for the year cannot be told yet.
 * - A consecutive run ends with the year itself (include_year) or with the year before it.
 * - What a unit's predecessors were given counts for it. Of their ratings for one year the worst counts, as a run must hold
 *   for all that went into it; a rating of the unit's own goes before theirs.
 * - A unit's people in a year are those whose primary post on its last day was in the unit, a predecessor, or a small unit
 *   inside (a team, no village): the new unit considers whoever was transferred. Discipline counts where it was pronounced.
 * - A rating, date, kind of worker or attestation that is missing cannot be told; an award that is missing was not given.
 * - The first year is reckoned through the awards that are asked for: three titles in a row take the years that the titles
 *   themselves need. */

/** BvVerdict: of a condition and, as the worst of its conditions, of an award. */
typedef enum
{
  BV_VERDICT_MET,
  BV_VERDICT_CANNOT_TELL, /* a record or a person's word is missing */
  BV_VERDICT_NOT_MET,
} BvVerdict;

/** "met", "cannot_tell", "not_met": as in frozen findings and in --json. */
const char *bv_verdict_to_code (BvVerdict verdict);
gboolean bv_verdict_from_code (const char *code, BvVerdict *verdict);
/** (transfer none) translated */
const char *bv_verdict_get_label (BvVerdict verdict);

/** The same with "the records are in order, the minutes are missing" for what @needs_word. */
const char *bv_verdict_get_full_label (BvVerdict verdict, gboolean needs_word);

/** BvFindingRecord: a record that a finding rests on: opened by a click. */
typedef struct
{
  char *
    kind; /* table: "award", "rating", "initiative", "discipline", "absence", "membership", "movement" */
  gint64 id;
  char *label; /* 'CSTĐCS năm 2021, QĐ 125/QĐ-UBND ngày 27/03/2022'; translated */
  char *
    page_kind; /* what a click opens (win.open-record): "decision" of an award, "person" of a post; else the kind */
  gint64 page_id;
} BvFindingRecord;

/** BvFinding: one condition judged. Strings are never %NULL. */
typedef struct
{
  BvConditionKind kind;
  BvVerdict verdict;
  char *requirement; /* the law's words */
  char *article;
  gboolean is_verified;
  char *explanation; /* what the records say, and what is missing: one translated sentence */
  char *remedy;      /* the record that would mend it: 'Ghi xếp loại năm 2022 của …'; "" */
  int
    first_year; /* the first year for which it could be met, if all years from now on are good; 0: cannot be told,
                        -1: never on this path */
  char *key;          /* of an attested condition; "" */
  GPtrArray *records; /* (element-type BvFindingRecord) */
  GPtrArray *of;      /* (element-type BvFinding): of "all", "any" and "span"; never %NULL */
} BvFinding;

/** An empty one (texts "", no records, no parts), and its end with all that it owns; %NULL is let be. */
BvFinding *bv_finding_new (void);
void bv_finding_free (BvFinding *self);
void bv_finding_record_free (BvFindingRecord *self);
/** @page_kind: (nullable): @kind and @id themselves are what a click opens. */
void bv_finding_add_record (BvFinding *self,
                            const char *kind,
                            gint64 id,
                            const char *label,
                            const char *page_kind,
                            gint64 page_id);

/** BvEligibility: one award for one subject and year: the best path, and its findings. */
typedef struct
{
  gint64 subject_id;
  const BvRegimeAward *award; /* borrowed from the set of regimes */
  const BvRegime *regime;     /* likewise */
  const BvPath *path;         /* likewise; (nullable): no path is open to this subject */
  int year;
  BvManner manner;
  BvVerdict verdict;
  gboolean
    needs_word; /* cannot be told, and only because nobody attested what no record answers: the records are in
                          order */
  char *reason;   /* when there is no path: why; else "" */
  int first_year; /* as in BvFinding, of the whole */
  GPtrArray
    *findings; /* (element-type BvFinding); it and reason are %NULL in bv_eligibility_foreach() */
} BvEligibility;

/** With all that it owns; %NULL is let be. */
void bv_eligibility_free (BvEligibility *self);
/** What stands in the way, in one line: of conditions that a record answers before those that the minutes must. "" when
 * all are met; (transfer none). */
const char *bv_eligibility_get_obstacle (const BvEligibility *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvEligibility, bv_eligibility_free)

/** BvEligibilityQuestion: what is asked. Members at 0 or %NULL as said. */
typedef struct
{
  int year;              /* of the achievement */
  const char *date;      /* ISO, of the judgement: chooses the regime; %NULL: today */
  const char *regime_id; /* overrides the choice by date; %NULL: none */
  BvManner manner;
  const char *achievement; /* (nullable): for "not_same_achievement" */
  gint64 movement_id;      /* 0: none */
  gint64
    nomination_id; /* 0: none; its attestations and initiatives count, and it is not its own duplicate */
} BvEligibilityQuestion;

/* ── The facts ───────────────────────────────────────────────────────────────────────────── */

/** BvFacts: everything that conditions ask of, in memory. Immutable once loaded; any thread. */
typedef struct _BvFacts BvFacts;

/** bv_facts_load: of the whole file. @subject_id: 0 for all; else what judging that subject needs. */
BvFacts *bv_facts_load (BvConnection *connection, gint64 subject_id, GError **error);
/** (transfer full): counted from any thread. */
BvFacts *bv_facts_ref (BvFacts *self);
/** The last holder frees the records. */
void bv_facts_unref (BvFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFacts, bv_facts_unref)

/** (transfer none): "" when it is not among the facts. */
const char *bv_facts_get_name (BvFacts *self, gint64 subject_id);
/** That of a person when it is not among the facts. */
BvSubjectKind bv_facts_get_kind (BvFacts *self, gint64 subject_id);
/** Where the subject is at the end of @year: a person's or household's unit, the unit above a unit; "". */
const char *bv_facts_get_unit_name (BvFacts *self, gint64 subject_id, int year);

/* ── The three questions ─────────────────────────────────────────────────────────────────── */

/** The regime that answers @question: the one named, else that of the day; (transfer none), %NULL in words. */
const BvRegime *bv_eligibility_choose_regime (BvRegimeSet *regimes,
                                              const BvEligibilityQuestion *question,
                                              GError **error);

/** bv_eligibility_judge: may this subject get this award? (transfer full); %NULL with %BV_VALUE_ERROR_UNKNOWN when the
 * subject is not among the facts or no regime knows @form_code. */
BvEligibility *bv_eligibility_judge (BvFacts *facts,
                                     BvRegimeSet *regimes,
                                     const BvEligibilityQuestion *question,
                                     gint64 subject_id,
                                     const char *form_code,
                                     GError **error);
/** What may this subject get? Every award of the regime that has a path for it, from what is decided nearby to the orders
 * of the state, else in the regime's order: (element-type BvEligibility) (transfer full). */
GPtrArray *bv_eligibility_judge_subject (BvFacts *facts,
                                         BvRegimeSet *regimes,
                                         const BvEligibilityQuestion *question,
                                         gint64 subject_id,
                                         GError **error);

/** @eligibility: (transfer none), without findings. Returns: %FALSE to stop. */
typedef gboolean (*BvEligibilityFunc) (const BvEligibility *eligibility, gpointer user_data);
/** Who in the office may get this award? Every living subject of a fitting kind, or of @unit_id and below (0: all);
 * @form_code %NULL: every award. Cancellable: %G_IO_ERROR_CANCELLED. */
gboolean bv_eligibility_foreach (BvFacts *facts,
                                 BvRegimeSet *regimes,
                                 const BvEligibilityQuestion *question,
                                 gint64 unit_id,
                                 const char *form_code,
                                 BvEligibilityFunc func,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

/* ── Quotas ──────────────────────────────────────────────────────────────────────────────── */

/** BvQuotaUse: how much of a quota one unit uses. */
typedef struct
{
  gint64 unit_id;
  char *unit_name;
  char *form_code;
  guint base;   /* holders of the base awards in the unit */
  guint limit;  /* whole places, after the office's rounding */
  guint n_used; /* awarded or nominated for the year */
  const BvQuota *quota;
} BvQuotaUse;

/** With all that it owns; %NULL is let be. */
void bv_quota_use_free (BvQuotaUse *self);
/** bv_quota_list: of @form_code (%NULL: every award with a quota), unit by unit, those over it first;
 * (element-type BvQuotaUse) (transfer full). */
GPtrArray *bv_quota_list (BvConnection *connection,
                          BvRegimeSet *regimes,
                          const BvEligibilityQuestion *question,
                          const char *form_code,
                          GError **error);

/** The same of facts loaded already, of the whole file. */
GPtrArray *bv_quota_list_facts (BvFacts *facts,
                                BvRegimeSet *regimes,
                                const BvEligibilityQuestion *question,
                                const char *form_code,
                                GError **error);

/* ── Frozen findings ─────────────────────────────────────────────────────────────────────── */

/** bv_eligibility_to_json: what nomination.findings keeps; (transfer full). With @when (UTC) and the regime. */
char *bv_eligibility_to_json (const BvEligibility *self, const char *when);
/** The same into a larger text; @when (nullable): left out. */
void bv_eligibility_write_json (const BvEligibility *self,
                                const char *when,
                                struct _JsonBuilder *builder);

/** BvFrozenFindings: read back from it. */
typedef struct
{
  char *regime_id;
  char *regime_name; /* as it was called then */
  char *form_code;
  char *path; /* its name; "" when none was open */
  char *when; /* UTC, ISO 8601 */
  gint64 subject_id;
  int year;
  BvManner manner;
  BvVerdict verdict;
  gboolean needs_word;
  char *reason;
  int first_year;
  GPtrArray *findings; /* (element-type BvFinding) */
} BvFrozenFindings;

/** With all that it owns; %NULL is let be. */
void bv_frozen_findings_free (BvFrozenFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvFrozenFindings, bv_frozen_findings_free)
/** What bv_eligibility_to_json() wrote, read again. (transfer full): %NULL with %BV_VALUE_ERROR_FORMAT when it is not
 * of that form. */
BvFrozenFindings *bv_frozen_findings_parse (const char *json, GError **error);

G_END_DECLS
