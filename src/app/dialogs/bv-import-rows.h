// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bv-app-types.h"
#include "exchange/bv-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BvImportRows: the third step of an import: what will become of every row, the findings with their cells, and the
 * units that the register does not know.
 *
 * Signals:
 *   ::recheck ()   a unit was chosen for a name: the caller checks again
 */
#define BV_TYPE_IMPORT_ROWS (bv_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (BvImportRows, bv_import_rows, BV, IMPORT_ROWS, GtkWidget)

/** Shows the plan of @import, which was checked. */
void bv_import_rows_show (BvImportRows *self, BvImport *import);

G_END_DECLS
