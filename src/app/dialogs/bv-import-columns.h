// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"
#include "exchange/bv-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvImportColumns: the second step of an import: how the file was read, which column holds which field, and what
 * the target needs besides. It changes the import as the officer chooses.
 *
 * Signals:
 *   ::changed ()             the mapping or an option changed; see bv_import_columns_get_problem()
 *   ::reread (int, int)      sheet and encoding chosen anew (-1: as it is): the caller reads the file again, on a
 *                            worker, and calls bv_import_columns_update()
 */
#define BV_TYPE_IMPORT_COLUMNS (bv_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (BvImportColumns, bv_import_columns, BV, IMPORT_COLUMNS, GtkWidget)

/** @import: a loaded import of @store. @decision_id: chosen beforehand, or 0. */
void bv_import_columns_set_import (BvImportColumns *self,
                                   BvStore *store,
                                   BvImport *import,
                                   gint64 decision_id);
/** Shows what the import says now. */
void bv_import_columns_update (BvImportColumns *self);
/** Hands the options to the import, before a check. */
void bv_import_columns_apply (BvImportColumns *self);
/** What stands against going on, as a sentence; (transfer full) (nullable): nothing. */
char *bv_import_columns_get_problem (BvImportColumns *self);

G_END_DECLS
