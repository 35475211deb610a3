// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection-private.h"
#include "store/bv-store.h"

G_BEGIN_DECLS

/** BvAct: one act on its way. The body may set what it learns only inside the transaction. */
typedef struct
{
  /* Given */
  const char *kind; /* "act", "undo", "redo" */
  const char *actor;
  gboolean is_replay; /* the changeset names every row: no foreign key actions on top */
  GCancellable *cancellable;

  /* Given, or set by the body */
  char *title;   /* owned */
  gint64 target; /* 0: none */
  gboolean is_bulk;

  /* Result */
  gint64 id;     /* row of history; 0 when nothing changed */
  char **tables; /* owned: the tables that were touched */
} BvAct;

/** Frees title and tables; the struct itself is the caller's. */
void bv_act_clear (BvAct *act);

/**
 * bv_act_execute: runs @func in one immediate transaction under a session, appends the changeset to the
 * history, and commits. On any error nothing has changed. On the writer thread only.
 */
gboolean bv_act_execute (BvConnection *writer,
                         BvAct *act,
                         BvActFunc func,
                         gpointer user_data,
                         GError **error);

G_END_DECLS
