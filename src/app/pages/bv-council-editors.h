// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The forms of councils, their members and meetings, in windows over that of @parent, and the acts behind them. */

/** BvCouncilEditedFunc: @id was saved. Not called when @parent is gone. */
typedef void (*BvCouncilEditedFunc) (GtkWidget *parent, gint64 id);

/** @id: 0: a new one. @done: (nullable) */
void
bv_council_editor_present (GtkWidget *parent, BvStore *store, gint64 id, BvCouncilEditedFunc done);
/** @id: 0: a new member of @council_id; @person_id: 0, or who of the register it is. */
void bv_council_member_editor_present (GtkWidget *parent,
                                       BvStore *store,
                                       gint64 council_id,
                                       gint64 id,
                                       gint64 person_id);
/** @id: 0: a new meeting of the council in office. @done: (nullable) */
void
bv_meeting_editor_present (GtkWidget *parent, BvStore *store, gint64 id, BvCouncilEditedFunc done);

/** Which nominations go on the agenda: dossier by dossier, each name can be left out. */
void bv_agenda_chooser_present (GtkWidget *parent, BvStore *store, gint64 meeting_id);

/* What is asked about one item; @name is the nominee's. */

void bv_vote_editor_postpone (GtkWidget *parent, BvStore *store, gint64 item_id, const char *name);
void bv_vote_editor_decide (GtkWidget *parent, BvStore *store, gint64 item_id, const char *name);
/** @member_id: the one that is suggested; 0: none. */
void bv_vote_editor_recuse (GtkWidget *parent,
                            BvStore *store,
                            gint64 meeting_id,
                            gint64 item_id,
                            gint64 member_id,
                            const char *name);

/** BvCouncilAct: acts that need no form; ids as the act asks for them. */
typedef enum
{
  BV_COUNCIL_ACT_DELETE_COUNCIL, /* council */
  BV_COUNCIL_ACT_DELETE_MEMBER,  /* member */
  BV_COUNCIL_ACT_MOVE_MEMBER,    /* member, -1 up or 1 down */
  BV_COUNCIL_ACT_DELETE_MEETING, /* meeting */
  BV_COUNCIL_ACT_ATTEND_ALL,     /* meeting */
  BV_COUNCIL_ACT_CLOSE,          /* meeting */
  BV_COUNCIL_ACT_REOPEN,         /* meeting */
  BV_COUNCIL_ACT_FILL,           /* meeting */
  BV_COUNCIL_ACT_CLEAR,          /* item */
  BV_COUNCIL_ACT_REMOVE_ITEM,    /* item */
  BV_COUNCIL_ACT_MOVE_ITEM,      /* item, position */
  BV_COUNCIL_ACT_UNRECUSE,       /* item, member */
} BvCouncilAct;

void
bv_council_act_run (GtkWidget *parent, BvStore *store, BvCouncilAct act, gint64 id, gint64 other);

G_END_DECLS
