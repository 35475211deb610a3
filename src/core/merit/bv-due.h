// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-registration.h"

G_BEGIN_DECLS

/* What waits for the officer today, over all stations of an award's way. */

/** BvDue: read in one go for the overview. */
typedef struct
{
  BvRegistrationCounts registrations; /* of the year asked for */
  guint n_initiatives;                /* of that year: submitted and in no session */
  guint n_rated;                      /* people, of that year */
  guint n_unrated;                    /* people with a post in that year who are not */
  guint n_over;            /* units and groups with more "excellent" than the cap lets them */
  GPtrArray *appraisals;   /* (element-type BvDossierDue): running, the most urgent first */
  GPtrArray *for_council;  /* (element-type BvDossierReady): accepted, names on no agenda yet */
  GPtrArray *meetings;     /* (element-type BvMeeting): not closed, the earliest first */
  GPtrArray *for_decision; /* (element-type BvDossierReady): passed, without a decision */
} BvDue;

/** With all that it owns; %NULL is let be. */
void bv_due_free (BvDue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvDue, bv_due_free)

/** @today: ISO, %NULL: today. (transfer full); %NULL on a failed query. */
BvDue *bv_due_load (BvConnection *connection, int year, const char *today, GError **error);

G_END_DECLS
