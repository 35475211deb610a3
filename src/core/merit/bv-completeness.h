// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-dossier.h"
#include "merit/bv-nomination.h"
#include "merit/bv-working-days.h"

#include <glib.h>

G_BEGIN_DECLS

/* Which papers and records a dossier needs and which are there: n of m, and in words what is missing. What is needed
 * follows from the regime's forms and paths and from the procedure; whether the law's conditions are met is not asked
 * here but by the findings. */

typedef struct
{
  char *key;     /* "report", "minutes", "initiative", "attestation", "proposal", "opinion" */
  char *title;   /* translated, or the law's name of a form */
  char *article; /* that asks for it; "" */
  gboolean is_there;
  char *missing; /* translated: what to do; "" when it is there */
} BvCompletenessItem;

/** BvCompleteness: the meter. */
typedef struct
{
  guint n_needed;
  guint n_there;
  GPtrArray *items; /* (element-type BvCompletenessItem) */
} BvCompleteness;

/** With all that it owns; %NULL is let be. */
void bv_completeness_free (BvCompleteness *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvCompleteness, bv_completeness_free)

/** Of one nomination. (transfer full) */
BvCompleteness *bv_completeness_of_nomination (BvConnection *connection,
                                               BvRegimeSet *regimes,
                                               gint64 nomination_id,
                                               GError **error);
/**
 * bv_completeness_list: of many nominations of one dossier, read in one go.
 *
 * @nominations: (element-type BvNomination): of @dossier
 * Returns: (transfer full) (element-type BvCompleteness): in the order of @nominations
 */
GPtrArray *bv_completeness_list (BvConnection *connection,
                                 BvRegimeSet *regimes,
                                 const BvDossier *dossier,
                                 GPtrArray *nominations,
                                 GError **error);
/** Of the dossier's own papers: the tờ trình, and the public opinion before an award of the State. (transfer full) */
BvCompleteness *
bv_completeness_of_dossier (BvConnection *connection, gint64 dossier_id, GError **error);
/** Of the dossier with all that it proposes: counts only. @n_open: (out) (optional): nominations with something
 * missing */
gboolean bv_completeness_count (BvConnection *connection,
                                BvRegimeSet *regimes,
                                gint64 dossier_id,
                                guint *n_there,
                                guint *n_needed,
                                guint *n_open,
                                GError **error);

/* ── What is due ─────────────────────────────────────────────────────────────────────────── */

/** BvDossierDue: a dossier whose appraisal is running. */
typedef struct
{
  gint64 id;
  char *title;
  BvDossierState state;
  char *received_on; /* ISO */
  char *due_on;      /* ISO: last working day of the appraisal */
  int days_left;     /* working days from today; 0: today is the last; below 0: late */
  char *opinion_to;  /* ISO, (nullable): opinions of the public are still taken, until this day */
  int opinion_days_left; /* working days after today until then */
} BvDossierDue;

/** With all that it owns; %NULL is let be. */
void bv_dossier_due_free (BvDossierDue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDossierDue, bv_dossier_due_free)

/** The last day of the appraisal; (transfer full) (nullable): not received yet. */
char *bv_dossier_get_due_on (const BvDossier *self, BvWorkingDays *days);
/** Whether its appraisal is running: received, and neither returned nor accepted nor decided. */
gboolean bv_dossier_is_running (const BvDossier *self);
/** Every dossier whose appraisal is running, the most urgent first; (element-type BvDossierDue) (transfer full).
 * @today: ISO, %NULL: today */
GPtrArray *bv_dossier_list_due (BvConnection *connection, const char *today, GError **error);
/** "3 working days left", "due today", "2 working days late"; (transfer full) translated. */
char *bv_dossier_format_days_left (int days_left);

G_END_DECLS
