// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The forms of movements and indicators, in windows of their own over that of @parent. */

/** BvEditedFunc: the record was saved. @id: its id. Not called when @parent is gone. */
typedef void (*BvEditedFunc) (GtkWidget *parent, gint64 id);

/** @id: 0: a new one. @done: (nullable) */
void bv_movement_editor_present (GtkWidget *parent, BvStore *store, gint64 id, BvEditedFunc done);
/** @movement_id: of a new one; @group_name: of a new one, (nullable). @id: 0: a new one. */
void bv_indicator_editor_present (GtkWidget *parent,
                                  BvStore *store,
                                  gint64 movement_id,
                                  const char *group_name,
                                  gint64 id,
                                  BvEditedFunc done);
/** Asks nothing: the toast offers Undo. What stands in the way is told in words. */
void bv_movement_editor_delete (GtkWidget *parent, BvStore *store, gint64 id, const char *name);
void bv_indicator_editor_delete (GtkWidget *parent, BvStore *store, gint64 id, const char *name);

G_END_DECLS
