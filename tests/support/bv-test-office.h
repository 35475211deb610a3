// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/bv-store.h"

G_BEGIN_DECLS

/* A small district office in a store of its own, for tests of what is made from it. Names of people
 * are invented. Every function fails the test when its act fails. */

/** bv_test_store_new: a new file in @folder. (transfer full) */
BvStore *bv_test_store_new (const char *folder);

/** bv_test_office_set_up: the district Mường La with one signer. Returns: its own unit. */
gint64 bv_test_office_set_up (BvStore *store);

gint64 bv_test_office_add_unit (BvStore *store,
                                const char *name,
                                const char *kind,
                                gint64 parent_id,
                                gboolean is_small);

gint64 bv_test_office_add_person (BvStore *store,
                                  const char *name,
                                  const char *sex,
                                  const char *ethnic_group,
                                  gint64 unit_id,
                                  const char *post,
                                  const char *leader_class);

/** @head_id: 0: unknown */
gint64
bv_test_office_add_household (BvStore *store, const char *name, gint64 unit_id, gint64 head_id);

G_END_DECLS
