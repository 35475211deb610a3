// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-choice.h"
#include "base/bv-problem.h"
#include "bv-types.h"
#include "merit/bv-regime.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Who strives for what: one sheet a unit and year (bản đăng ký thi đua). Its lines are in
 * bv-registration-line.h, last year's sheets as this year's in bv-registration-copy.h, what became of the lines in
 * bv-registration-result.h. */

/** BvRegistrationState: of a sheet. Stored in registration.state. */
typedef enum
{
  BV_REGISTRATION_DRAFT,    /* being written */
  BV_REGISTRATION_SENT,     /* received from the unit */
  BV_REGISTRATION_RETURNED, /* given back with a reason; may be sent again */
  BV_REGISTRATION_APPROVED,
} BvRegistrationState;

/** "draft", "sent", "returned", "approved"; in lists of units also "missing" and "exempt". */
extern const BvChoice bv_registration_states[];
const char *bv_registration_state_to_code (BvRegistrationState state);

/** BvRegistration: a unit's sheet for a year. Strings are never %NULL except the dates. */
typedef struct
{
  gint64 id; /* 0 until saved */
  int year;
  gint64 unit_id;
  char *unit_name; /* filled in when loaded, not stored */
  BvRegistrationState state;
  char *sent_on;       /* ISO, received from the unit; (nullable) */
  char *closed_on;     /* ISO, returned or approved; (nullable) */
  char *return_reason; /* stays while the unit mends the sheet; "" once approved */
  char *content;       /* what the unit commits itself to, one paragraph a line */
  char *signer_name;   /* head of the unit, as printed */
  char *signer_post;
  char *note;
  char *override_reason;
} BvRegistration;

/** An empty one (id 0, texts "", those that may be absent %NULL), a deep copy, and its end; %NULL is let be. */
BvRegistration *bv_registration_new (void);
BvRegistration *bv_registration_copy (const BvRegistration *self);
void bv_registration_free (BvRegistration *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegistration, bv_registration_free)
/** Whether its lines may change: a draft or a returned sheet. */
gboolean bv_registration_is_open (const BvRegistration *self);
/** The day (ISO) whose regime rules the titles of @year: its last one, on which they are earned; (transfer full). */
char *bv_registration_regime_date (int year);

/* ── Reading (a lease's connection) ──────────────────────────────────────────────────────── */

/** (transfer full); %BV_STORE_ERROR_NOT_FOUND when there is none. */
BvRegistration *bv_registration_load (BvConnection *connection, gint64 id, GError **error);
/** The sheet of @unit_id for @year; @id 0 when it is missing. */
gboolean bv_registration_find (BvConnection *connection,
                               gint64 unit_id,
                               int year,
                               gint64 *id,
                               GError **error);
/** A new sheet of @unit_id, signed by its head as the register has it in @year; not saved. */
BvRegistration *
bv_registration_new_for (BvConnection *connection, gint64 unit_id, int year, GError **error);
/** (element-type BvProblem) (transfer full), %NULL on a failed query. */
GPtrArray *
bv_registration_validate (BvConnection *connection, const BvRegistration *self, GError **error);

/** BvRegistrationStep: what happens to a sheet. */
typedef enum
{
  BV_REGISTRATION_SEND,    /* draft, returned → sent */
  BV_REGISTRATION_RETURN,  /* sent → returned; needs a reason */
  BV_REGISTRATION_APPROVE, /* sent → approved */
  BV_REGISTRATION_REOPEN,  /* sent, approved → draft */
} BvRegistrationStep;

/**
 * bv_registration_validate_step: what stands against a step, under the fields "on_date" and "reason".
 *
 * @date: ISO; %NULL: today
 * @reason: of a return; of the override, where a rule speaks against the day of a sheet that is sent; (nullable)
 */
GPtrArray *bv_registration_validate_step (BvConnection *connection,
                                          gint64 id,
                                          BvRegistrationStep step,
                                          const char *date,
                                          const char *reason,
                                          GError **error);

/* ── Saving (inside an act) ──────────────────────────────────────────────────────────────── */

/** Inserts (id 0) or updates unit, year and texts; state and dates change by steps. */
gboolean bv_registration_save (BvConnection *connection, BvRegistration *self, GError **error);
/** The sheet of @unit_id for @year, begun when it is missing. @id: (out) */
gboolean bv_registration_begin (BvConnection *connection,
                                gint64 unit_id,
                                int year,
                                gint64 *id,
                                GError **error);
/** Takes the step and dates it, when bv_registration_validate_step() finds nothing against it. */
gboolean bv_registration_take_step (BvConnection *connection,
                                    gint64 id,
                                    BvRegistrationStep step,
                                    const char *date,
                                    const char *reason,
                                    GError **error);
/** With its lines; refused once approved. */
gboolean bv_registration_delete (BvConnection *connection, gint64 id, GError **error);
/** @unit_id is not asked for a sheet (it registers with its own branch), or is again. */
gboolean bv_registration_set_exempt (BvConnection *connection,
                                     gint64 unit_id,
                                     gboolean is_exempt,
                                     const char *reason,
                                     GError **error);

/* ── The same as acts of their own ───────────────────────────────────────────────────────── */

/* @act_id: (out) (optional): for the toast's Undo. */
gboolean
bv_registration_save_act (BvStore *store, BvRegistration *self, gint64 *act_id, GError **error);
gboolean bv_registration_step_act (BvStore *store,
                                   gint64 id,
                                   BvRegistrationStep step,
                                   const char *date,
                                   const char *reason,
                                   gint64 *act_id,
                                   GError **error);
/**
 * bv_registration_steps_act: the same step for several sheets of one year as one act: all of them, or none.
 *
 * @ids: of sheets, at least one
 */
gboolean bv_registration_steps_act (BvStore *store,
                                    const gint64 *ids,
                                    guint n_ids,
                                    BvRegistrationStep step,
                                    const char *date,
                                    const char *reason,
                                    gint64 *act_id,
                                    GError **error);
/** One act of bv_registration_delete(). */
gboolean bv_registration_delete_act (BvStore *store, gint64 id, gint64 *act_id, GError **error);
/** One act of bv_registration_set_exempt(). */
gboolean bv_registration_set_exempt_act (BvStore *store,
                                         gint64 unit_id,
                                         gboolean is_exempt,
                                         const char *reason,
                                         gint64 *act_id,
                                         GError **error);

/* ── The list on the screen: units, those without a sheet first ──────────────────────────── */

/** Columns of bv_registration_source(); the row's id is the unit's. */
typedef enum
{
  BV_REGISTRATION_COLUMN_UNIT,  /* name */
  BV_REGISTRATION_COLUMN_STATE, /* a code of bv_registration_states */
  BV_REGISTRATION_COLUMN_SHEET, /* id of the sheet, 0: none */
  BV_REGISTRATION_COLUMN_SENT_ON,
  BV_REGISTRATION_COLUMN_CLOSED_ON,
  BV_REGISTRATION_COLUMN_N_PERSONS, /* different persons on it */
  BV_REGISTRATION_COLUMN_N_UNITS,   /* collectives */
  BV_REGISTRATION_COLUMN_N_HOUSEHOLDS,
  BV_REGISTRATION_COLUMN_N_LINES, /* titles */
  BV_REGISTRATION_COLUMN_KIND,    /* of the unit, code */
} BvRegistrationColumn;

/** BvRegistrationFilter: members at 0 or %NULL do not restrict. */
typedef struct
{
  int year;
  const char *state;  /* a code; %NULL: all but the exempt */
  const char *search; /* in the unit's name; as typed */
} BvRegistrationFilter;

/** The units that ought to register in @filter->year, or did: first those without a sheet, then by its state.
 * (transfer full) */
BvRowSource *bv_registration_source (const BvRegistrationFilter *filter);

/** BvRegistrationCounts: the year at a glance. */
typedef struct
{
  guint n_due; /* units that ought to register or did */
  guint n_missing;
  guint n_exempt;
  guint n_draft;
  guint n_sent;
  guint n_returned;
  guint n_approved;
  guint n_lines; /* titles on all sheets */
  guint n_persons;
  guint n_units;
  guint n_households;
} BvRegistrationCounts;

/** Sheets by state, and what stands on them. */
gboolean bv_registration_count (BvConnection *connection,
                                int year,
                                BvRegistrationCounts *counts,
                                GError **error);
/** Whether @unit_id registers elsewhere. */
gboolean bv_registration_is_exempt (BvConnection *connection,
                                    gint64 unit_id,
                                    gboolean *is_exempt,
                                    GError **error);
/** Sheets of @year in the order of the organisation; (element-type BvRegistration) (transfer full). */
GPtrArray *bv_registration_list (BvConnection *connection, int year, GError **error);
/** BvRegistrationUnit: a unit that ought to register, or did. */
typedef struct
{
  gint64 unit_id;
  char *name;
  char *state; /* code */
  gint64 registration_id;
} BvRegistrationUnit;

/** With the texts that it owns. */
void bv_registration_unit_free (BvRegistrationUnit *self);
/** The rows of bv_registration_source(): (element-type BvRegistrationUnit) (transfer full). */
GPtrArray *bv_registration_list_units (BvConnection *connection,
                                       const BvRegistrationFilter *filter,
                                       GError **error);

G_END_DECLS
