// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BvProblem: why one field of a record cannot stand, for the line under the field. A validating
 * function of the domain folders returns a list of them; an empty list means the record may be saved.
 */
typedef struct
{
  char *field;   /* name of the struct member, "on_date"; "" for the record as a whole */
  int code;      /* a BvValueError */
  char *message; /* one translated sentence */
} BvProblem;

/** With all that it owns; %NULL is let be. */
void bv_problem_free (BvProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvProblem, bv_problem_free)

/** bv_problems_new: (element-type BvProblem) (transfer full) */
GPtrArray *bv_problems_new (void);
/** @message: an already translated sentence, copied. */
void bv_problems_add (GPtrArray *problems, const char *field, int code, const char *message);
/** bv_problems_find: the message for @field, (transfer none) (nullable). */
const char *bv_problems_find (GPtrArray *problems, const char *field);
/**
 * bv_problems_check: turns a list into an error, for a saving function.
 *
 * Returns: %TRUE when @problems is empty; else %FALSE with %BV_VALUE_ERROR: the code of the first and
 *   all messages, one a line
 */
gboolean bv_problems_check (GPtrArray *problems, GError **error);

G_END_DECLS
