// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-initiative.h"

G_BEGIN_DECLS

/* Shared by the files that read and write initiatives. */

/** Refuses, naming the nomination, when one rests on the initiative. */
gboolean bv_initiative_check_unused (BvConnection *connection, gint64 id, GError **error);
/** Adds the problem unless it may stand with @reason: a %BV_VALUE_ERROR_REASON. */
void bv_initiative_add_reason (GPtrArray *problems,
                               const char *field,
                               const char *message,
                               const char *reason);
/** Checks a date that a paper bears: there, real, not in the future. */
void bv_initiative_check_day (GPtrArray *problems,
                              const char *field,
                              const char *date,
                              const char *missing);

G_END_DECLS
