// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-name.h"
#include "bv-types.h"

#include <glib.h>

G_BEGIN_DECLS

/* The row of table subject that every person, unit and household has: name, its derived forms, code
 * and note. For the files of this folder. All inside an act. */

/**
 * bv_subject_save: inserts (@id is 0, and filled in) or updates.
 *
 * @code: (nullable); one that another subject bears gives %BV_VALUE_ERROR_DUPLICATE and names it
 */
gboolean bv_subject_save (BvConnection *connection,
                          gint64 *id,
                          BvSubjectKind kind,
                          const char *name,
                          const char *code,
                          const char *note,
                          GError **error);

/** bv_subject_refuse_awarded: %FALSE, in words, when the subject bears awards, or is rated, disciplined, registered,
 * nominated or the author of an initiative: it may not be
 * deleted. */
gboolean bv_subject_refuse_awarded (BvConnection *connection, gint64 id, GError **error);

/** bv_subject_name: (transfer full): %BV_STORE_ERROR_NOT_FOUND when there is none of that kind (0:
 * any). */
char *bv_subject_name (BvConnection *connection, gint64 id, int kind, GError **error);

/** bv_subject_sort_keys: writes the sort keys of all persons anew in another order. */
gboolean bv_subject_sort_keys (BvConnection *connection, BvNameOrder order, GError **error);

/** bv_subject_marks: the text of column name_marks: words folded with their marks, one space
 * between. */
char *bv_subject_marks (const char *name);

/** bv_subject_not_found: sets the error that a record is not there (any more). Returns: %FALSE */
gboolean bv_subject_not_found (GError **error);

G_END_DECLS
