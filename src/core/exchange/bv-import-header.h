// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/bv-import-field.h"
#include "exchange/bv-sheet.h"

G_BEGIN_DECLS

/** BvImportHeader: where the header of a table stands and what it says. Private to exchange/. */
typedef struct
{
  guint first_row; /* index in the sheet */
  guint n_rows;    /* 1 or 2; 0: no header was found */
  guint first_data_row;
  guint n_columns;
  char **texts;                 /* of each column, never NULL; two rows joined by " › " */
  const BvImportField **fields; /* recognised, (nullable) each */
} BvImportHeader;

/** With all that it owns; %NULL is let be. */
void bv_import_header_free (BvImportHeader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvImportHeader, bv_import_header_free)

/** bv_import_header_find: looks under title rows for the row (or two) that heads the columns of
 * @target best. (transfer full), never %NULL */
BvImportHeader *bv_import_header_find (const BvSheet *sheet, BvImportTarget target);
/** bv_import_header_new: the header that begins at @row, because a person says so. */
BvImportHeader *bv_import_header_new (const BvSheet *sheet, BvImportTarget target, guint row);

/** How many fields are recognised, the required one weighing most: for choosing a sheet. */
double bv_import_header_rate (const BvImportHeader *self);

G_END_DECLS
