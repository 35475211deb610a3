// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-store.h"

G_BEGIN_DECLS

/* A council and what comes before it, on the office of bv-test-office.h. Names are invented; every function fails the
 * test when its act fails. */

/** A council of the term 2022–2026: a chair, a secretary with a vote, the rest members. @member_ids: (out) (optional)
 * (array length=n_members): chair first, secretary last. Returns: its id. */
gint64 bv_test_council_new (BvStore *store, guint n_members, gint64 *member_ids);

/** An accepted dossier of 2022, received on 2023-01-03, with @n_people invented teachers of @unit_id nominated for
 * @form_code. @nomination_ids: (out) (optional) (array length=n_people). Returns: its id. */
gint64 bv_test_council_add_dossier (BvStore *store,
                                    gint64 unit_id,
                                    const char *form_code,
                                    guint n_people,
                                    gint64 *nomination_ids);
/** Sets the state of a dossier by its code, as the appraisal does. */
void bv_test_council_set_dossier (BvStore *store, gint64 dossier_id, const char *state);

/** A meeting of @council_id on @date. Returns: its id. */
gint64
bv_test_council_add_meeting (BvStore *store, gint64 council_id, const char *date, gboolean secret);

G_END_DECLS
