// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvInitiativeState: initiative.state. Append only. */
typedef enum
{
  BV_INITIATIVE_DRAFT,      /* draft: written down, not handed in */
  BV_INITIATIVE_SUBMITTED,  /* submitted: waits for a session, its marks or the decision */
  BV_INITIATIVE_RECOGNISED, /* recognised: with number, day and reach */
  BV_INITIATIVE_REFUSED,    /* refused */
} BvInitiativeState;
#define BV_N_INITIATIVE_STATES 4

#define BV_INITIATIVE_WHOLE 10000 /* 100 % in hundredths: what all shares add up to */

/** BvInitiativeAuthor: one of those who made it. */
typedef struct
{
  gint64 person_id;
  gint64 share; /* hundredths of a percent: 3334 is 33,34 % */
  char *name;   /* of the register; filled in when loaded */
  char *detail; /* 'Giáo viên, Trường THCS Mường Bú'; likewise */
} BvInitiativeAuthor;

/**
 * BvInitiative (sáng kiến): a new solution that its authors have applied, or a research work, a scheme or the drafting of
 * a legal document that stands for one. Strings are never %NULL but those said to be.
 */
typedef struct
{
  gint64 id; /* 0 until saved */
  char *title;
  char *kind;         /* bv_initiative_kinds */
  char *field;        /* 'Giáo dục'; "" */
  char *applied_from; /* ISO, (nullable) */
  char *state_before;
  char *solution;
  char *effect;
  char *note;
  int year;       /* in which it may back a title */
  gint64 unit_id; /* where it was applied first; 0: not said */
  gint64 benefit; /* đồng a year; -1: not counted in money */

  /* Set by the functions of their step alone */
  char *submitted_on;       /* ISO, (nullable) */
  char *scope;              /* bv_initiative_scopes; "" until recognised */
  char *recognised_on;      /* ISO, (nullable) */
  char *recognised_by;      /* 'Chủ tịch Ủy ban nhân dân huyện Mường La' */
  char *recognition_number; /* '15/QĐ-UBND' */
  char *refusal_reason;
  char *override_reason; /* why the chair decided against the points, or a rule was let pass */
  char *verdict;         /* the chair's word before the decision: "", "recognise", "refuse" */
  BvInitiativeState state;
  gint64 session_id; /* 0: in none */
  gint64 points;     /* hundredths, as they stood at the decision; -1: none */

  /* Filled in when loaded */
  char *unit_name;
  GPtrArray *authors; /* (element-type BvInitiativeAuthor), in their order; also saved */
} BvInitiative;

/** "initiative", "research", "scheme", "legal_document". */
extern const BvChoice bv_initiative_kinds[];
/** "", "base", "province", "national": the codes of BvScope. */
extern const BvChoice bv_initiative_scopes[];
/** "draft", "submitted", "recognised", "refused": the codes of BvInitiativeState. */
extern const BvChoice bv_initiative_states[];
/** "", "recognise", "refuse": the chair's word. */
extern const BvChoice bv_initiative_verdicts[];

/** As stored in initiative.state; from_code is %FALSE for a code that is none. */
const char *bv_initiative_state_to_code (BvInitiativeState state);
gboolean bv_initiative_state_from_code (const char *code, BvInitiativeState *state);
/** (transfer none) translated */
const char *bv_initiative_state_get_label (BvInitiativeState state);

/** An empty one (id 0, texts "", those that may be absent %NULL, kind "initiative", benefit and points -1: none, no
 * authors), a deep copy, and its end; %NULL is let be. */
BvInitiative *bv_initiative_new (void);
BvInitiative *bv_initiative_copy (const BvInitiative *self);
void bv_initiative_free (BvInitiative *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvInitiative, bv_initiative_free)

/* ── Authors ─────────────────────────────────────────────────────────────────────────────── */

/** Adds an author at the end. @name, @detail: (nullable). */
void bv_initiative_add_author (BvInitiative *self,
                               gint64 person_id,
                               gint64 share,
                               const char *name,
                               const char *detail);
/** Shares 100 % evenly; what cannot be divided goes to the first: 33,34, 33,33, 33,33. */
void bv_initiative_share_evenly (BvInitiative *self);
/** All shares together, hundredths. */
gint64 bv_initiative_get_share_sum (const BvInitiative *self);
/** "Lò Thị Uyên (60%), Nguyễn Văn An (40%)"; one author alone without the share. (transfer full) */
char *bv_initiative_describe_authors (const BvInitiative *self);

/* ── Reading ─────────────────────────────────────────────────────────────────────────────── */

/** (transfer full); %BV_STORE_ERROR_NOT_FOUND when there is none. */
BvInitiative *bv_initiative_load (BvConnection *connection, gint64 id, GError **error);
/** Everything wrong with the record as it stands. Fields: the members; "authors" for all of them, "authors[1]"
 * for the second. */
GPtrArray *
bv_initiative_validate (BvConnection *connection, const BvInitiative *self, GError **error);
/** The one of that title (without marks), or that contains it when only one does; 0 in @id: none. Several:
 * %BV_VALUE_ERROR_DUPLICATE. @year: 0: any. */
gboolean bv_initiative_find (BvConnection *connection,
                             const char *title,
                             int year,
                             gint64 *id,
                             GError **error);

/* ── The steps (inside an act) ───────────────────────────────────────────────────────────── */

/** Inserts (id 0) or updates what the officer writes; a recognised one keeps title, kind, year and authors. */
gboolean bv_initiative_save (BvConnection *connection, BvInitiative *self, GError **error);
/** Not a recognised one, nor one that a nomination rests on. */
gboolean bv_initiative_delete (BvConnection *connection, gint64 id, GError **error);
/** draft → submitted. @date: ISO, %NULL: today. */
gboolean
bv_initiative_submit (BvConnection *connection, gint64 id, const char *date, GError **error);
/** Back one step: submitted → draft (out of its session, without marks), recognised or refused → submitted. Refused
 * while a nomination rests on it, or its session is decided. */
gboolean bv_initiative_take_back (BvConnection *connection, gint64 id, GError **error);

/** BvInitiativeRecognition: by whom and how far. Borrowed strings. */
typedef struct
{
  const char *scope;  /* code */
  const char *number; /* '15/QĐ-UBND' */
  const char *date;   /* ISO */
  const char *by;
  const char *override_reason; /* (nullable) */
} BvInitiativeRecognition;

/** Recognised outside a session of this office: received from above (province, national), or one decided by itself, or
 * a wider reach for one that has a narrower. A base one whose marks do not carry it needs a reason. */
GPtrArray *bv_initiative_validate_recognition (BvConnection *connection,
                                               gint64 id,
                                               const BvInitiativeRecognition *recognition,
                                               GError **error);
gboolean bv_initiative_recognise (BvConnection *connection,
                                  gint64 id,
                                  const BvInitiativeRecognition *recognition,
                                  GError **error);
/** Outside a session's decision. Against the points only with @override_reason (nullable). */
gboolean bv_initiative_refuse (BvConnection *connection,
                               gint64 id,
                               const char *reason,
                               const char *override_reason,
                               GError **error);
/** The chair's word, final, for the decision of the session. @verdict: "", "recognise", "refuse". Where it is not what
 * the marks say it needs a @reason; where it is, nothing is kept. */
gboolean bv_initiative_set_verdict (BvConnection *connection,
                                    gint64 id,
                                    const char *verdict,
                                    const char *reason,
                                    GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean
bv_initiative_save_act (BvStore *store, BvInitiative *self, gint64 *act_id, GError **error);
gboolean bv_initiative_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_initiative_submit_act (BvStore *store,
                                   gint64 id,
                                   const char *date,
                                   gint64 *act_id,
                                   GError **error);
gboolean bv_initiative_take_back_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
gboolean bv_initiative_recognise_act (BvStore *store,
                                      gint64 id,
                                      const BvInitiativeRecognition *recognition,
                                      gint64 *act_id,
                                      GError **error);
gboolean bv_initiative_refuse_act (BvStore *store,
                                   gint64 id,
                                   const char *reason,
                                   const char *override_reason,
                                   gint64 *act_id,
                                   GError **error);
gboolean bv_initiative_set_verdict_act (BvStore *store,
                                        gint64 id,
                                        const char *verdict,
                                        const char *reason,
                                        gint64 *act_id,
                                        GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_initiative_source(). */
typedef enum
{
  BV_INITIATIVE_COLUMN_TITLE,
  BV_INITIATIVE_COLUMN_AUTHORS, /* names, in their order */
  BV_INITIATIVE_COLUMN_UNIT,
  BV_INITIATIVE_COLUMN_FIELD,
  BV_INITIATIVE_COLUMN_KIND,  /* code */
  BV_INITIATIVE_COLUMN_STATE, /* code */
  BV_INITIATIVE_COLUMN_YEAR,
  BV_INITIATIVE_COLUMN_POINTS, /* hundredths, NULL */
  BV_INITIATIVE_COLUMN_SCOPE,  /* code */
  BV_INITIATIVE_COLUMN_SESSION,
  BV_INITIATIVE_COLUMN_SUBMITTED_ON,
  BV_INITIATIVE_COLUMN_NUMBER, /* of the recognition */
  BV_INITIATIVE_COLUMN_N_SHEETS,
} BvInitiativeColumn;

/** BvInitiativeFilter: zeroed memory with @state -1 shows all. */
typedef struct
{
  int year;           /* 0: all */
  int state;          /* a BvInitiativeState, -1: any */
  gint64 session_id;  /* 0: any; -1: those in none */
  const char *field;  /* (nullable) */
  const char *scope;  /* code, (nullable) */
  const char *search; /* in title, authors and unit; as typed, (nullable) */
  gint64 person_id;   /* of this author; 0: any */
} BvInitiativeFilter;

#define BV_INITIATIVE_FILTER_ALL                                                                   \
  {                                                                                                \
    0, -1, 0, NULL, NULL, NULL, 0                                                                  \
  }

/** @sort: id of a column ("title", "unit", "field", "points", "state"), %NULL: by state, then title. (transfer full) */
BvRowSource *
bv_initiative_source (const BvInitiativeFilter *filter, const char *sort, gboolean descending);
/** Ids in the order of the list; (element-type gint64) (transfer full). */
GArray *
bv_initiative_list_ids (BvConnection *connection, const BvInitiativeFilter *filter, GError **error);
/** Fields in use, in order: (transfer full) %NULL-terminated. */
char **bv_initiative_list_fields (BvConnection *connection, GError **error);

/* ── Flags ───────────────────────────────────────────────────────────────────────────────── */

/**
 * bv_initiative_list_flags: what an officer should look at; nothing here forbids anything:
 *
 * - "title": the same or nearly the same title in another record, by one of the authors (also in another year) or by
 *   others. Nearly: of the words of both titles without marks, at least 85 in 100 stand in both;
 * - "use": one initiative behind more than one title or year, behind a nomination of another year than its own, or of
 *   somebody who is not its author.
 *
 * Returns: (element-type BvProblem) (transfer full): translated sentences, code %BV_VALUE_ERROR_DUPLICATE
 */
GPtrArray *bv_initiative_list_flags (BvConnection *connection, gint64 id, GError **error);

/** BvInitiativeFlagged: an initiative with its flags. */
typedef struct
{
  gint64 id;
  char *title;
  GPtrArray *flags; /* (element-type BvProblem), at least one */
} BvInitiativeFlagged;
/** Those of @year that have flags: (element-type BvInitiativeFlagged) (transfer full). */
GPtrArray *bv_initiative_list_flagged (BvConnection *connection, int year, GError **error);

G_END_DECLS
