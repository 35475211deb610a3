// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-types.h"
#include "merit/bv-registration.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** BvRegistrationLeftOut: a line that could not be carried over. Strings are never %NULL. */
typedef struct
{
  char *unit_name;
  char *subject_name; /* "": the whole sheet */
  char *form_code;
  char *reason; /* one translated sentence */
} BvRegistrationLeftOut;

/** BvRegistrationCarry: what came of it. */
typedef struct
{
  guint n_sheets; /* that got lines */
  guint n_lines;
  GPtrArray *left_out; /* (element-type BvRegistrationLeftOut) */
} BvRegistrationCarry;

/** Nothing carried, nobody left out. %NULL may be freed. */
BvRegistrationCarry *bv_registration_carry_new (void);
void bv_registration_carry_free (BvRegistrationCarry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvRegistrationCarry, bv_registration_carry_free)

/**
 * bv_registration_carry: the sheets of one year as drafts of another, inside an act: lines of subjects that still exist
 * and still belong there, without the initiatives, which are new every year. A unit that ended hands its lines to its
 * successor. Sheets of @to_year that are open get the lines they lack, others stay as they are. Who is left out is named
 * with the reason.
 *
 * @unit_ids: for these units of @to_year alone
 * @n_units: 0: the whole office
 * @result: to be filled
 */
gboolean bv_registration_carry (BvConnection *connection,
                                int from_year,
                                int to_year,
                                const gint64 *unit_ids,
                                guint n_units,
                                BvRegistrationCarry *result,
                                GError **error);
/** The same as one act. @act_id: (out) (optional): for undo; 0 when nothing was carried. */
gboolean bv_registration_carry_act (BvStore *store,
                                    int from_year,
                                    int to_year,
                                    const gint64 *unit_ids,
                                    guint n_units,
                                    BvRegistrationCarry *result,
                                    gint64 *act_id,
                                    GError **error);

G_END_DECLS
