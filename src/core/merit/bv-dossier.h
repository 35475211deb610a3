// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvDossierState: dossier.state. Append only. */
typedef enum
{
  BV_DOSSIER_DRAFT,     /* being written */
  BV_DOSSIER_SUBMITTED, /* received for the appraisal (thẩm định); the findings are frozen */
  BV_DOSSIER_RETURNED,  /* sent back with a reason; open for changes again */
  BV_DOSSIER_ACCEPTED,  /* appraised: goes before the council or to whoever decides */
  BV_DOSSIER_DECIDED,   /* a decision stands on it */
} BvDossierState;
#define BV_N_DOSSIER_STATES 5

/** The codes of BvDossierState with their labels, in its order. */
extern const BvChoice bv_dossier_states[];
const char *bv_dossier_state_to_code (BvDossierState state);
gboolean bv_dossier_state_from_code (const char *code, BvDossierState *state);
/** (transfer none) translated */
const char *bv_dossier_state_get_label (BvDossierState state);

/** BvDossier (hồ sơ đề nghị khen thưởng): what one tờ trình asks for: many subjects, one year, one manner, one level
 * that decides. Strings are never %NULL except dates. */
typedef struct
{
  gint64 id; /* 0 until saved */
  char *title;
  int year; /* of the achievement */
  BvManner manner;
  gboolean is_simplified; /* thủ tục đơn giản, L2022 art. 85 */
  BvLevel level;          /* that decides */
  gint64 movement_id;     /* 0: none */
  gint64 proposer_id;     /* unit; 0: the office itself */
  BvDossierState state;
  char *received_on;  /* ISO, (nullable): first day of the appraisal */
  char *submitted_at; /* UTC, (nullable): when the findings were frozen */
  int working_days;   /* of the appraisal */
  char *opinion_from; /* ISO, (nullable): public opinion, first and last day */
  char *opinion_to;
  char *proposal_number; /* of the tờ trình: '12/TTr-PNV' */
  char *proposal_date;   /* ISO, (nullable) */
  char *regime_id;       /* chosen by hand; "": by the date */
  char *regime_reason;   /* why */
  char *return_reason;
  char *note;

  /* Read from the file, not saved */
  char *movement_name; /* "" */
  char *proposer_name; /* "" */
} BvDossier;

/** An empty one (id 0, texts "", those that may be absent %NULL, level district, 20 working days), a deep copy, and
 * its end; %NULL is let be. */
BvDossier *bv_dossier_new (void);
BvDossier *bv_dossier_copy (const BvDossier *self);
void bv_dossier_free (BvDossier *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDossier, bv_dossier_free)

/** Whether its nominations may change: a draft, or returned. */
gboolean bv_dossier_is_open (const BvDossier *self);
/** The day by whose law it is judged: received, else the date of the tờ trình, else today. ISO, (transfer full) */
char *bv_dossier_get_date (const BvDossier *self);
/** The regime chosen by hand, or by bv_dossier_get_date(); (transfer none) (nullable): older than the oldest. */
const BvRegime *bv_dossier_get_regime (const BvDossier *self, BvRegimeSet *regimes);
/** Whether a list of the dossier offers @award: decided at its level and given on its day. Of a law chosen by hand every
 * award that no other code replaced. What is nominated already stays, whatever its dates. */
gboolean bv_dossier_offers (const BvDossier *self, const BvRegimeAward *award);
/** Whether @award has a path for @manner and @kind (0: any) that may go by the simplified procedure. An award of which
 * no path is known says nothing against it. */
gboolean
bv_dossier_may_be_simplified (const BvRegimeAward *award, BvManner manner, BvSubjectKind kind);

/* ── Reading (a lease's connection) ──────────────────────────────────────────────────────── */

/** (transfer full); %BV_STORE_ERROR_NOT_FOUND when there is none. */
BvDossier *bv_dossier_load (BvConnection *connection, gint64 id, GError **error);
/** Of one year (0: all), the newest first; (element-type BvDossier) (transfer full). */
GPtrArray *bv_dossier_list (BvConnection *connection, int year, GError **error);
/** A draft for @year with the level and the working days that the office has today. */
BvDossier *bv_dossier_new_draft (BvConnection *connection, int year, GError **error);
/** Everything wrong with @self as it stands; (element-type BvProblem) (transfer full), %NULL on a failed query. */
GPtrArray *bv_dossier_validate (BvConnection *connection, const BvDossier *self, GError **error);

/** BvDossierTotals: what a dossier asks for; nominations returned or withdrawn are left out. */
typedef struct
{
  guint n_units;
  guint n_persons;
  guint n_households;
  gint64 bonus;          /* đồng, by the law and base salary of the day asked for */
  guint n_without_bonus; /* lines for which no rule gives an amount */
} BvDossierTotals;

/** @date: ISO, for the bonus; %NULL: today */
gboolean bv_dossier_sum (BvConnection *connection,
                         gint64 id,
                         const char *date,
                         BvDossierTotals *totals,
                         GError **error);

/* ── Saving (inside an act; the act's connection) ────────────────────────────────────────── */

/** Inserts (id 0) or updates; validates first. State, submitted_at and return_reason stay as stored. In a dossier that is
 * not open, what it asks for (year, manner, level, procedure, movement, regime) stays too: %BV_VALUE_ERROR_RANGE. */
gboolean bv_dossier_save (BvConnection *connection, BvDossier *self, GError **error);
/** Refused in words when it is decided or the council had it on an agenda. */
gboolean bv_dossier_delete (BvConnection *connection, gint64 id, GError **error);
/** For whoever issues or takes back a decision that stands on the dossier: decided, or accepted again. */
gboolean
bv_dossier_set_decided (BvConnection *connection, gint64 id, gboolean is_decided, GError **error);

/* ── The same as acts of their own; @act_id: (out) (optional) ────────────────────────────── */

/** One act each of what the function without _act does. @act_id: (out) (optional): for undo; 0 when nothing
 * changed. */
gboolean bv_dossier_save_act (BvStore *store, BvDossier *self, gint64 *act_id, GError **error);
gboolean bv_dossier_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);

/* ── The list on the screen ──────────────────────────────────────────────────────────────── */

/** Columns of bv_dossier_source(). */
typedef enum
{
  BV_DOSSIER_COLUMN_TITLE,
  BV_DOSSIER_COLUMN_YEAR,
  BV_DOSSIER_COLUMN_MANNER, /* code */
  BV_DOSSIER_COLUMN_LEVEL,  /* code */
  BV_DOSSIER_COLUMN_STATE,  /* code */
  BV_DOSSIER_COLUMN_PROPOSER,
  BV_DOSSIER_COLUMN_RECEIVED_ON,   /* ISO, NULL: not yet */
  BV_DOSSIER_COLUMN_WORKING_DAYS,  /* of the appraisal */
  BV_DOSSIER_COLUMN_N_NOMINATIONS, /* proposed */
  BV_DOSSIER_COLUMN_IS_SIMPLIFIED,
} BvDossierColumn;

/** BvDossierFilter: members at 0, -1 or %NULL do not restrict. */
typedef struct
{
  int year;
  int state;          /* a BvDossierState, -1: all */
  const char *search; /* in the title and the proposer's name; as typed */
} BvDossierFilter;

/** Open ones first, then the newest. (transfer full) */
BvRowSource *bv_dossier_source (const BvDossierFilter *filter);

G_END_DECLS
