// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/bv-initiative-editors.h"
#include "store/bv-store.h"

G_BEGIN_DECLS

/* What the forms of the steps and of the sessions share. */

/** BvInitiativeStep: what a form asks to be read, and what was read. */
typedef struct _BvInitiativeStep BvInitiativeStep;
struct _BvInitiativeStep
{
  BvStore *store;
  GtkWidget *parent; /* weak */
  void (*present) (GtkWidget *parent, BvInitiativeStep *step);
  BvInitiativeEditedFunc done;
  gint64 initiative_id;
  gint64 session_id;
  int year;
  gboolean wants_number;
  gboolean wants_free; /* the submitted ones in no session */

  /* Read */
  BvInitiativeScale *scale;
  BvInitiativeItem *item;
  BvInitiativeSession *session;
  GPtrArray *sessions;
  GPtrArray *free; /* (element-type BvInitiative) */
  char *number;
};

void bv_initiative_step_free (gpointer step);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvInitiativeStep, bv_initiative_step_free)
/** Reads what @what asks for, and then lets it present its form, which owns the step. */
void bv_initiative_step_open (GtkWidget *parent, BvStore *store, const BvInitiativeStep *what);
/** A job about the step's session or initiative. @format: the act's title with one %s, for @of. */
BvInitiativeJob *
bv_initiative_step_make_job (BvInitiativeStep *step, const char *format, const char *of);
/** "name1"; (transfer full) */
char *bv_initiative_step_field (const char *stem, int position);
/** Body of a job: its ids into the session job->id. */
gboolean bv_initiative_step_put (BvConnection *connection, BvInitiativeJob *job, GError **error);

G_END_DECLS
