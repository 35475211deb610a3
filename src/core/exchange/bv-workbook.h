// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bv-encoding.h"
#include "bv-types.h"
#include "exchange/bv-sheet.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BvWorkbook: a file that holds tables: CSV (one table) or XLSX (several sheets), told apart by its
 * content. Used by one thread at a time.
 *
 * Errors are %BV_EXCHANGE_ERROR with one translated sentence that names the file, and the row where
 * there is one.
 */
typedef struct _BvWorkbook BvWorkbook;

/** How to read a CSV; zeroed memory asks for everything to be found out. */
typedef struct
{
  gboolean has_encoding; /* whether @encoding was chosen by a person */
  BvEncoding encoding;
  char separator; /* ',', ';', '\t', '|'; 0: find out */
} BvWorkbookOptions;

/** @options: (nullable) */
BvWorkbook *bv_workbook_open (const char *path,
                              const BvWorkbookOptions *options,
                              BvProgressFunc progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);
void bv_workbook_free (BvWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BvWorkbook, bv_workbook_free)

/** The file's name without its folder, for sentences. (transfer none) */
const char *bv_workbook_get_name (const BvWorkbook *self);
gboolean bv_workbook_is_csv (const BvWorkbook *self);
/** Of a CSV; @confidence 0 to 1: below 0.9 a person should look at the letters. */
BvEncoding bv_workbook_get_encoding (const BvWorkbook *self, double *confidence);
/** Of a CSV, found or given: ',', ';', '\t' or '|'. */
char bv_workbook_get_separator (const BvWorkbook *self);

/** 1 for a CSV. */
guint bv_workbook_get_n_sheets (const BvWorkbook *self);
/** (transfer none): "" for a CSV */
const char *bv_workbook_get_sheet_name (const BvWorkbook *self, guint index);

/**
 * bv_workbook_read:
 * @max_rows: stop after so many rows, to have a look; 0: all
 * Returns: (transfer full) (nullable)
 */
BvSheet *bv_workbook_read (BvWorkbook *self,
                           guint index,
                           guint max_rows,
                           BvProgressFunc progress,
                           gpointer user_data,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
