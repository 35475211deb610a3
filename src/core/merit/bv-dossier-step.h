// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-dossier.h"

#include <glib.h>

G_BEGIN_DECLS

/* What comes next on the way of a dossier: one step at a time, so that a screen can offer it as one button. */

/** BvStepKind: in the order of the way. */
typedef enum
{
  BV_STEP_NONE,    /* nothing is left to do: turned down, or printed from elsewhere */
  BV_STEP_ADD,     /* nobody is proposed yet */
  BV_STEP_SUBMIT,  /* to the appraisal */
  BV_STEP_ACCEPT,  /* the appraisal ends */
  BV_STEP_COUNCIL, /* to go before the council, which has to be set up */
  BV_STEP_AGENDA, /* before the council: target is an open meeting, or 0 when one has to be planned */
  BV_STEP_VOTE,   /* target: the open meeting that has it on its agenda */
  BV_STEP_DECIDE, /* whom the council passed waits for a decision */
  BV_STEP_ISSUE,  /* target: the draft of the decision */
  BV_STEP_PRINT,  /* target: the newest decision issued or received */
} BvStepKind;

/** BvDossierStep: plain values. */
typedef struct
{
  BvStepKind kind;
  gint64 dossier_id;
  gint64 target;   /* a meeting or a decision; 0: none */
  guint n_names;   /* how many nominations the step is about */
  gboolean is_own; /* this office decides; else the decision comes from above */
  int year;        /* of the dossier */
} BvDossierStep;

/**
 * bv_dossier_find_step: reads the file, changes nothing.
 *
 * @step: (out caller-allocates)
 * Returns: %FALSE with an error of the store
 */
gboolean bv_dossier_find_step (BvConnection *connection,
                               const BvDossier *dossier,
                               BvDossierStep *step,
                               GError **error);

/**
 * bv_meeting_find_step: of the dossiers on the agenda of a closed meeting, the first that waits for its decision, else
 * the first whose draft waits to be issued, else the first that has one; %BV_STEP_NONE while the meeting is open.
 *
 * @step: (out caller-allocates)
 * Returns: %FALSE with an error of the store
 */
gboolean bv_meeting_find_step (BvConnection *connection,
                               gint64 meeting_id,
                               BvDossierStep *step,
                               GError **error);

G_END_DECLS
