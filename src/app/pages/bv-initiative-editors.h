// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-act.h"
#include "merit/bv-initiative-session.h"
#include "widgets/bv-form.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The forms about initiatives and sessions. Each reads what it needs on a worker and makes one act; what a rule speaks
 * against stands under its field, and a row for the reason appears when a reason lets it pass. */

/** BvInitiativeEditedFunc: what was saved. @parent is the widget the form was opened for. */
typedef void (*BvInitiativeEditedFunc) (GtkWidget *parent, gint64 id);

/** @id 0: a new one of @year. @done: (nullable) */
void bv_initiative_editor_present (GtkWidget *parent,
                                   BvStore *store,
                                   gint64 id,
                                   int year,
                                   BvInitiativeEditedFunc done);
/** Recognised by a decision of its own: received from above, or of this office. */
void bv_initiative_editor_recognise (GtkWidget *parent, BvStore *store, gint64 id);
void bv_initiative_editor_refuse (GtkWidget *parent, BvStore *store, gint64 id);
/** The chair's word. */
void bv_initiative_editor_verdict (GtkWidget *parent, BvStore *store, gint64 id);
/** Who scores, in the order first, second, third. */
void bv_initiative_editor_examiners (GtkWidget *parent, BvStore *store, gint64 id);
/** Into which session. */
void bv_initiative_editor_put (GtkWidget *parent, BvStore *store, gint64 id, int year);

/** @id 0: a new session of @year. */
void bv_initiative_session_editor_present (GtkWidget *parent,
                                           BvStore *store,
                                           gint64 id,
                                           int year,
                                           BvInitiativeEditedFunc done);
/** Which of the submitted ones that are in no session. */
void bv_initiative_session_editor_choose (GtkWidget *parent, BvStore *store, gint64 id, int year);
/** The two examiners of all that have none. */
void bv_initiative_session_editor_examiners (GtkWidget *parent, BvStore *store, gint64 id);
void bv_initiative_session_editor_decide (GtkWidget *parent, BvStore *store, gint64 id);

/* ── Shared by the two files of forms ────────────────────────────────────────────────────── */

/** BvInitiativeJob: what a form asks of the core; made by the form's save function, run on a worker. */
typedef struct _BvInitiativeJob BvInitiativeJob;
struct _BvInitiativeJob
{
  /* What is wrong; (nullable): the body checks by itself. (transfer full), %NULL on a failed query. */
  GPtrArray *(*validate) (BvConnection *connection, BvInitiativeJob *job, GError **error);
  gboolean (*body) (BvConnection *connection, BvInitiativeJob *job, GError **error);
  char *title; /* of the act */
  gint64 id;   /* of what is worked on; the body of a new one sets it */

  /* Values, as the form needs them; all owned */
  BvInitiative *initiative;
  BvInitiativeSession *session;
  GPtrArray *sheets; /* (element-type BvInitiativeSheet) */
  GArray *ids;       /* of gint64 */
  char *texts[5];

  /* Result */
  GPtrArray *problems;
  BvInitiativeEditedFunc done;
  GtkWidget *parent; /* weak */
};

BvInitiativeJob *bv_initiative_job_new (void);
/** Runs @job for @window: problems under their rows, else the window closes. @job: (transfer full) */
void bv_initiative_job_run (BvFormWindow *window, BvStore *store, BvInitiativeJob *job);

G_END_DECLS
