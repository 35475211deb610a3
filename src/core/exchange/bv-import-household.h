// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/bv-import-pass.h"
#include "office/bv-household.h"

G_BEGIN_DECLS

/* Households as rows of tables name them; private to exchange/. */

/** @code: "" when unknown. @unit_id: 0: unknown. @id: (out): 0: none. */
gboolean bv_import_household_find (BvImportPass *pass,
                                   const char *name,
                                   const char *code,
                                   gint64 unit_id,
                                   gint64 *id,
                                   GError **error);
/** Checks, and makes it when the pass writes; what is wrong becomes findings. */
gboolean
bv_import_household_insert (BvImportPass *pass, BvHousehold *household, gint64 *id, GError **error);

G_END_DECLS
