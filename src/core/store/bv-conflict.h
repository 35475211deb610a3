// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-connection-private.h"

G_BEGIN_DECLS

/** BvConflicts: the rows that stand in the way of an undo or redo, and whose act they are. */
typedef struct _BvConflicts BvConflicts;

/** None yet. @connection: the writer's, borrowed. %NULL may be freed. */
BvConflicts *bv_conflicts_new (BvConnection *connection);
void bv_conflicts_free (BvConflicts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvConflicts, bv_conflicts_free)

/** Whether nothing stands in the way. */
gboolean bv_conflicts_is_empty (BvConflicts *self);

/** bv_conflicts_callback: the conflict handler for sqlite3changeset_apply_v2(); @data: #BvConflicts. */
int bv_conflicts_callback (void *data, int kind, sqlite3_changeset_iter *iter);

/** bv_conflicts_settle: after the changeset has been applied: puts rows that had to step aside for one
 * another into their new places. One that still collides becomes a conflict. */
gboolean bv_conflicts_settle (BvConflicts *self, GError **error);

/**
 * bv_conflicts_check_foreign_keys: adds the rows that, after @changeset has been applied, name a record
 * that does not exist. All foreign keys of the schema lead to primary keys, so that the change of
 * another column leaves nothing behind that points at nothing.
 *
 * @is_inverse: whether it was applied inverted
 */
gboolean bv_conflicts_check_foreign_keys (BvConflicts *self,
                                          GBytes *changeset,
                                          gboolean is_inverse,
                                          GError **error);

/**
 * bv_conflicts_find_act: the newest act in force after @since that touched one of the rows; failing
 * that, the newest entry of any kind that did.
 *
 * @id: (out): its number in the history
 * @title: (out) (nullable): %NULL when none did
 */
gboolean
bv_conflicts_find_act (BvConflicts *self, gint64 since, gint64 *id, char **title, GError **error);

G_END_DECLS
