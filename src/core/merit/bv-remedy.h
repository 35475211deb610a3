// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "merit/bv-eligibility.h"

G_BEGIN_DECLS

/* One missing record may stand behind many awards that cannot be told: it is said once, with how many it would decide. */

/** BvRemedy: what is to be recorded, and how many awards wait for it. */
typedef struct
{
  char *text;            /* translated, with a full stop: 'Ghi loại cán bộ của …'. */
  BvConditionKind kind;  /* of the condition that asks for it: where it is recorded */
  gboolean is_of_record; /* what is missing stands in the record of the subject itself */
  guint n_decided;       /* awards for which nothing else is missing, but for the unit's minutes */
  guint n_awards;        /* awards that ask for it, those included */
} BvRemedy;

/** With all that it owns; %NULL is let be. */
void bv_remedy_free (BvRemedy *self);

/** bv_remedy_collect: the records behind the awards of @eligibilities that cannot be told, those first that decide most of
 * them. What stands behind one award alone is left out: that award says it.
 * @eligibilities: (element-type BvEligibility): of one subject, with their findings
 * Returns: (element-type BvRemedy) (transfer full) */
GPtrArray *bv_remedy_collect (GPtrArray *eligibilities);

/** bv_remedy_format: the record and how many awards wait for it, as one translated line; (transfer full). */
char *bv_remedy_format (const BvRemedy *self);

G_END_DECLS
